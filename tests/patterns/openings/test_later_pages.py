"""A later page of a letter told by its head: "Page 2 – Chair Orme"."""

from __future__ import annotations

import pytest

from pipeline.patterns.openings.page_count import heads_on, later_head

LETTER = "Bureau of Weights\nMay 4, 2011\n\nThe Honorable Ada Orme\nChair, Alder County Board\n\nDear Chair Orme:\n\nThank you.\n"


@pytest.mark.parametrize(
    "top",
    [
        "Page 2 – The Honorable Ada Orme",
        "Page 2 The Honorable Ada Orme",
        "Page 3 - Chair Orme",
        "Chair Orme, page 2",
        "The Honorable Ada Orme (Page Two)",
        "The Honorable Ada Orme\nMay 4, 2011\nPage 2",
        "Page 2\nChair Orme\nMay 4, 2011",
    ],
)
def test_a_later_page_names_whom_the_letter_is_to(top: str) -> None:
    assert heads_on(later_head(f"{top}\n\nthe scale was read again on Monday."), LETTER)


@pytest.mark.parametrize(
    "top",
    [
        "Page 1 – The Honorable Ada Orme",
        "Page 2 of 5\nThe scale is read on Mondays.",
        "Page 2 – Exhibit B, Rates at the Dock",
        "Page 2 – Governor Tamm",
        "Page 2\n\nthe scale was read again on Monday",
        "The Honorable Ada Orme\nChair, Alder County Board",
        "The scale stands as on page 2 of the order.",
        "Page B2",
        "",
    ],
)
def test_other_tops_are_no_later_page_of_it(top: str) -> None:
    assert not heads_on(later_head(top), LETTER)
