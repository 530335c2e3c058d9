"""Letters that the page sets apart and OCR runs into the next word: set as they are printed, where the image shows as many."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.engines.ink import Ink
from pipeline.records.page import Line, Word
from pipeline.seen import Grey
from pipeline.stages.reading.spaced import set_apart

HIGH, WIDE, TALL, TYPE = 400, 900, 20, 10
CLOSE, SPACE = 3, 18  # pixels between two letters of a word, and where a space parts them


def _drawn(*parts: tuple[str, int], top: int = 100) -> tuple[Grey, list[tuple[int, int]]]:
    """Words of letters as blocks, each with the gap between its letters; and where each begins and ends in pixels."""
    page = np.full((HIGH, WIDE), 255, np.uint8)
    at, ends = 60, []
    for text, gap in parts:
        begin = at
        for _ in text:
            page[top : top + TALL, at : at + TYPE] = 0
            at += TYPE + gap
        ends.append((begin, at - gap))
        at += SPACE - gap
    return page, ends


def _word(text: str, left: int, right: int, top: int = 100) -> Word:
    return Word(text, left / WIDE, top / HIGH, right / WIDE, (top + TALL) / HIGH, 0.9)


def _texts(lines: tuple[Line, ...]) -> list[str]:
    return [word.text for line in lines for word in line.words]


def test_letters_run_into_the_next_word_are_set_as_printed() -> None:
    page, ((left, _), (_, right), (start, end)) = _drawn(("SUMMARY", SPACE), ("OF", CLOSE), ("WORK", CLOSE))
    done = set_apart((Line((_word("SUMMARYOF", left, right), _word("WORK", start, end)), 0),), page, Ink())
    assert _texts(done) == [*"SUMMARY", "OF", "WORK"]
    first, *_, last, _ = done[0].words
    assert first.x0 == pytest.approx(left / WIDE, abs=0.002) and first.x1 == pytest.approx((left + TYPE) / WIDE, abs=0.002)
    assert last.x1 == pytest.approx(right / WIDE, abs=0.002) and {word.confidence for word in done[0].words} == {0.9}


def test_a_box_that_reaches_into_the_next_word_or_ends_too_soon_does_no_harm() -> None:
    page, ((left, _), (_, right), (start, end)) = _drawn(("SUMMARY", SPACE), ("OF", CLOSE), ("WORK", CLOSE))
    below = Line((_word("WORK", start, end, top=200),), 1)
    for edge in (end, right - TYPE - CLOSE):
        done = set_apart((Line((_word("SUMMARYOF", left, edge), _word("ed", max(start, edge), end)), 0), below), page, Ink())
        assert _texts(done) == [*"SUMMARY", "OF", "ed", "WORK"]


def test_where_no_close_word_tells_how_wide_a_letter_is_nothing_is_parted() -> None:
    page, ((left, _), (_, right), (start, _)) = _drawn(("SUMMARY", SPACE), ("OF", CLOSE), ("WORK", CLOSE))
    lines = (Line((_word("SUMMARYOF", left, right), _word("WORK", start, start)), 0),)
    assert set_apart(lines, page, Ink()) == lines


@pytest.mark.parametrize(
    ("text", "gap", "read"),
    [
        ("SUMMARY", CLOSE, "SUMMARY"),  # set close
        ("SUMMARY", 5, "SUMMARY"),  # a letterhead set a little wide
        ("SUMMARY", SPACE, "SUMMARYS"),  # a letter fewer
        ("SUMMARY", SPACE, "Summary"),  # capitals alone are set so
        ("SUMMARY", SPACE, "5044416"),  # a number in a form's boxes
        ("MEMO", SPACE, "MEMO"),  # initials are as long
    ],
)
def test_any_other_word_stays(text: str, gap: int, read: str) -> None:
    page, ((left, right), (start, end)) = _drawn((text, gap), ("WORK", CLOSE))
    lines = (Line((_word(read, left, right), _word("WORK", start, end)), 0),)
    assert set_apart(lines, page, Ink()) == lines


def test_a_word_set_apart_on_a_line_of_its_own_stays_a_word() -> None:
    page, ((left, right),) = _drawn(("MEMORANDUM", SPACE))
    lines = (Line((_word("MEMORANDUM", left, right),), 0),)
    assert set_apart(lines, page, Ink()) == lines


def test_a_rule_below_the_letters_is_none_of_them() -> None:
    page, ((left, _), (_, right), (start, end)) = _drawn(("SUMMARY", SPACE), ("OF", CLOSE), ("WORK", CLOSE))
    page[100 + TALL - 1, left : end + 20] = 0  # joins all their feet
    page[100 + TALL - 2, left : end + 20] = 255
    done = set_apart((Line((_word("SUMMARYOF", left, right), _word("WORK", start, end)), 0),), page, Ink())
    assert _texts(done) == [*"SUMMARY", "OF", "WORK"]


@settings(deadline=None)
@given(text=st.text("ABCDEFGHIKLMNOP", min_size=1, max_size=12), gap=st.integers(2, 24), more=st.text("AEHT", max_size=4))
def test_no_letter_is_lost_or_made(text: str, gap: int, more: str) -> None:
    page, ends = _drawn((text, gap), (more or "IN", CLOSE), ("WORK", CLOSE))
    left, right, word = ends[0][0], ends[1][1], _word("WORK", *ends[2])
    line = Line((_word(text + (more or "IN"), left, right), word), 0)
    done = set_apart((line,), page, Ink())
    assert "".join(_texts(done)) == text + (more or "IN") + "WORK"
    assert all(one.x0 <= after.x0 for one, after in zip(done[0].words, done[0].words[1:], strict=False))
    assert done[0].block == replace(line).block
