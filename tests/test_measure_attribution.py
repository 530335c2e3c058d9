"""Attributions: reading the marks, the matching rule, and that each is met once."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "scripts"))

from measuring import attribution  # noqa: E402
from measuring.attribution import Attribution, dice, marked, matched  # noqa: E402

TEXT = "The clerk said that every bed is paid for."
MARKS = """T1\tSource 0 9\tThe clerk
T2\tCue 10 14\tsaid
T3\tContent 15 24;25 42\tthat every bed is paid for
T4\tAttribution 10 14\tsaid
E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1
"""
WORDS = st.frozensets(st.integers(0, 9), max_size=6)


def test_marks_are_read_and_met(parser: Any) -> None:
    (wanted,) = marked(MARKS, TEXT)
    assert (wanted.source, wanted.cue, len(wanted.content)) == (frozenset({0, 4}), frozenset({10}), 6)
    found = list(attribution.found_in(TEXT, parser))
    assert matched(found, [wanted]) == [(found[0], wanted)]


def test_another_source_half_the_content_or_no_cue_is_no_match() -> None:
    wanted = Attribution(frozenset({1}), frozenset({2}), frozenset({3, 4, 5, 6}))
    for found in (
        Attribution(frozenset({9}), frozenset({2}), wanted.content),
        Attribution(frozenset(), frozenset({2}), wanted.content),
        Attribution(frozenset({1}), frozenset({8}), wanted.content),
        Attribution(frozenset({1}), frozenset({2}), frozenset({3})),
    ):
        assert matched([found], [wanted]) == []


def test_each_is_used_once() -> None:
    one = Attribution(frozenset({1}), frozenset({2}), frozenset({3}))
    assert len(matched([one, one], [one])) == len(matched([one], [one, one])) == 1


@given(WORDS, WORDS)
def test_dice_is_symmetric_and_bounded(one: frozenset[int], other: frozenset[int]) -> None:
    assert dice(one, other) == dice(other, one) <= 1
    assert (dice(one, other) == 1) == (one == other and bool(one))


def test_without_the_data_it_is_skipped(tmp_path: Path, parser: Any) -> None:
    assert "not here" in attribution.measure(tmp_path / "none", parser).skipped
