"""What it weighs that nothing but the sort of a paper tells whose word it is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from invented_claims import claim

from pipeline.records.document import PRESUMED
from pipeline.records.finding import Claim, Reason
from pipeline.scorers import rows, speakers

NAMED = claim("+joining-free", "Joining is free.", "assistant")
SIDE, SAME, PARTIES = 0.15, 0.2, -0.15


def unsigned(kind: str = "agency") -> Claim:
    return replace(NAMED, speaker="", speaker_kind=kind, reasons=(Reason("speaker", "", "", 0.0, PRESUMED),))


@pytest.mark.parametrize(
    ("left", "right", "weight"),
    [
        (NAMED, claim("-joining-free", "Joining is not free.", "chief"), SIDE),
        (NAMED, unsigned(), 0.05),
        (unsigned(), unsigned(), 0.0),
        (NAMED, unsigned("local"), PARTIES),
    ],
)
def test_an_unsigned_paper_weighs_less_than_a_name_and_more_than_a_stranger(left: Claim, right: Claim, weight: float) -> None:
    assert rows.speaker_row(left, right, SAME, SIDE, PARTIES).weight == weight


def test_only_the_sort_of_a_paper_makes_it_so() -> None:
    assert speakers.by_default(unsigned())
    assert not speakers.by_default(NAMED)
