"""The chance that a word is right: it grows with OCR's confidence, and is that of words counted on worn pages."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.records.page import Line, Word
from pipeline.stages.reading.likely import CURVE, believed, likely

SURE = st.floats(0, 1)


@given(SURE, SURE)
def test_more_confidence_is_never_less_likely(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0 <= likely(low) <= likely(high) <= 1


@pytest.mark.parametrize(("confidence", "share"), CURVE)
def test_what_was_counted_is_what_is_said(confidence: float, share: float) -> None:
    assert likely(confidence) == pytest.approx(share, abs=1e-4)


def test_between_two_counts_it_lies_between_their_shares() -> None:
    for (low, least), (high, most) in pairwise(CURVE):
        assert least <= likely((low + high) / 2) <= most


@pytest.mark.parametrize(("confidence", "share"), [(-0.5, CURVE[0][1]), (1.5, 1.0), (1.0, 1.0)])
def test_beyond_the_ends_the_ends_hold(confidence: float, share: float) -> None:
    assert likely(confidence) == share


def test_a_text_layer_stays_certain_and_nothing_but_the_confidence_changes() -> None:
    line = Line((Word("plain", 0.1, 0.1, 0.2, 0.12, 1.0), Word("smudged", 0.3, 0.1, 0.4, 0.12, 0.95)), 2)
    done = believed((line,))
    assert done[0].block == 2 and [w.text for w in done[0].words] == ["plain", "smudged"]
    assert (
        done[0].words[0] == line.words[0] and done[0].words[1].confidence == likely(0.95) != 0.95 and done[0].words[1].x0 == 0.3
    )
