"""Quotes that run across two columns."""

from __future__ import annotations

import pytest
from drawn_page import box_of, page

from pipeline.patterns.layout.gutters import crossed
from pipeline.patterns.layout.print_rows import print_rows
from pipeline.records.page import Page


def across(one: Page, first: str, last: str) -> bool:
    start = one.text.index(first)
    return crossed(one, start, one.text.index(last, start) + len(last), print_rows(one))


COLUMNS = page(
    "Slide 4\n\n"
    "A dock that lets a boat go       Ask who signed the\n"
    "breaks no rule of ours and       form each time, and\n"
    "owes us nothing for it           write it down\n"
)


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("A dock", "signed the", True),
        ("breaks", "each time", True),
        ("A dock", "boat go", False),
        ("Ask who", "signed the", False),
    ],
)
def test_a_sentence_of_two_columns_is_told(first: str, last: str, told: bool) -> None:
    assert across(COLUMNS, first, last) is told


@pytest.mark.parametrize(
    "text",
    [
        "HOST       The docks are free to leave the scheme today.\nPILOT      They are not, and we have told them so.",
        "06/11      Told the master that he may leave the scheme.\n06/12      Told him again that he may leave it.",
        "13         A. None of the boats that I saw was held.\n14         Q. Did you look at all of them then?",
        "Told to the master that:       he may leave the scheme.\nTold to the pilot that:         he may leave it too.",
        "The docks are free to leave        the scheme today if they wish\nand we have told all of them so in plain words daily.",
        "The docks are free to leave the scheme today if they so wish,\nand we have told them.",
    ],
)
def test_labels_days_and_lone_gaps_part_no_columns(text: str) -> None:
    one = page(text)
    assert not crossed(one, 0, len(one.text.split("\n")[0]), print_rows(one))


def test_a_black_box_fills_a_gap() -> None:
    text = "The master of the dock XXXXXXX may leave the scheme\nThe pilot of the boat  XXXXXXX may leave it as well"
    drawn = page(text)
    holes = page(text.replace("XXXXXXX", "       "), redactions=(box_of(drawn, "XXXXXXX"),))
    bare = page(text.replace("XXXXXXX", "       "))
    first = len(bare.text.split("\n")[0])
    assert crossed(bare, 0, first, print_rows(bare)) and not crossed(holes, 0, first, print_rows(holes))
