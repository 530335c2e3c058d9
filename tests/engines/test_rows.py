"""Tables that OCR reads column by column are put back into rows; columns of prose and addresses side by side stay."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.engines.rows import by_rows
from pipeline.records.page import Line, Word

ASPECT = 8.5 / 11
STEP = 0.02
PROSE = (
    "the clerk sent back the list",
    "of cases that the county had",
    "asked for in the last month",
    "and will say so to the board",
)
PROSE += ("at its next call with each", "of the offices named below it")


def _line(text: str, x: float, y: float, block: int) -> Line:
    words, at = [], x
    for part in text.split():
        words.append(Word(part, at, y, at + 0.009 * len(part), y + 0.012, 0.9))
        at += 0.009 * (len(part) + 1)
    return Line(tuple(words), block)


def _column(texts: tuple[str, ...], x: float, block: int, top: float = 0.2) -> tuple[Line, ...]:
    return tuple(_line(text, x, top + STEP * row, block) for row, text in enumerate(texts) if text)


def _texts(lines: tuple[Line, ...]) -> list[str]:
    return [" ".join(word.text for word in line.words) for line in lines]


OFFICES = ("Office", "Tolls", "Harbor", "Bridges", "Weights")
DATES = ("Cleared", "08/30/2010", "08/31/2010", "not sent", "09/02/2010")
NOTES = ("Remarks", "Clear", "See note 2", "Clear with two notes", "Clear as drafted")


def test_the_columns_of_a_table_become_rows_where_the_first_of_them_stood() -> None:
    head, foot = _column(("A report on the tolls",), 0.1, 0, 0.1), _column(("Page 1",), 0.4, 9, 0.9)
    lines = (*head, *_column(OFFICES, 0.1, 1), *_column(DATES, 0.3, 2), *_column(NOTES, 0.6, 3), *foot)
    done = by_rows(lines, ASPECT)
    rows = [" ".join(cells) for cells in zip(OFFICES, DATES, NOTES, strict=True)]
    assert _texts(done) == ["A report on the tolls", *rows, "Page 1"]
    assert {line.block for line in done[1:-1]} == {1}


def test_an_empty_cell_and_a_column_cut_in_blocks_do_no_harm() -> None:
    right = (*_column(NOTES[:2], 0.6, 3), *_column(("", "", "", "last", "row"), 0.6, 4))
    done = by_rows((*_column(OFFICES, 0.1, 1), *_column(DATES, 0.3, 2), *right), ASPECT)
    assert _texts(done)[2:4] == ["Harbor 08/31/2010", "Bridges not sent last"]


@pytest.mark.parametrize(
    "lines",
    [
        (),
        _column(PROSE, 0.1, 0),
        (*_column(PROSE, 0.1, 0), *_column(PROSE, 0.55, 1)),
        (*_column(PROSE[:3], 0.1, 0), *_column(PROSE[3:], 0.1, 1, 0.3), *_column(PROSE, 0.55, 2)),
        (
            *_column(("For the Bureau:", "Rosa Holt", "Director"), 0.1, 0),
            *_column(("For the County:", "Nils Marsh", "Clerk"), 0.55, 1),
        ),
        (*_column(OFFICES, 0.1, 0), *_column(DATES, 0.55, 1, 0.5)),
        (*_column(PROSE, 0.1, 0), *_column(("1", "2", "3", "4", "5", "6"), 0.05, 1)),
    ],
    ids=["nothing", "one block", "two columns", "paragraphs", "two signatures", "one below the other", "numbers in the margin"],
)
def test_what_is_no_table_stays_as_it_was_read(lines: tuple[Line, ...]) -> None:
    assert by_rows(lines, ASPECT) == lines


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 80), st.integers(0, 90), st.integers(0, 4), st.sampled_from(("a", "one two", "x  y z w"))),
        max_size=25,
    )
)
def test_no_word_is_lost_or_doubled(places: list[tuple[int, int, int, str]]) -> None:
    lines = tuple(_line(text, x / 100, y / 100, block) for x, y, block, text in places)
    done = by_rows(lines, ASPECT)
    assert Counter(word for line in done for word in line.words) == Counter(word for line in lines for word in line.words)
    assert by_rows(lines, ASPECT) == done


def test_lines_that_run_down_the_page_are_no_rows() -> None:
    def down(text: str, x: float, block: int) -> Line:
        parts = text.split()
        return Line(tuple(Word(part, x, 0.1 + 0.1 * at, x + 0.012, 0.18 + 0.1 * at, 0.9) for at, part in enumerate(parts)), block)

    lines = tuple(down("the clerk sent the list back", 0.9 - 0.03 * at, at) for at in range(8))
    assert by_rows(lines, ASPECT) == lines


def test_the_marks_of_a_list_stand_before_their_items() -> None:
    marks = _column(("(a)", "", "(b)", "", "", "(c)"), 0.1, 1)
    done = by_rows((*marks, *_column(PROSE, 0.16, 2)), ASPECT)
    begun = [f"{mark} {text}".strip() for mark, text in zip(("(a)", "", "(b)", "", "", "(c)"), PROSE, strict=True)]
    assert _texts(done) == begun and {line.block for line in done} == {2}


@pytest.mark.parametrize(
    "marks",
    [
        ("(a)", "", "", "", "", ""),  # one mark may be anything
        ("(a)", "", "see", "", "(c)", ""),  # a word among them: a margin with notes
        ("2009", "", "2010", "", "", ""),  # years beside a chronicle
    ],
)
def test_what_is_no_column_of_marks_stays_where_it_was_read(marks: tuple[str, ...]) -> None:
    lines = (*_column(marks, 0.1, 1), *_column(PROSE, 0.16, 2))
    assert by_rows(lines, ASPECT) == lines


def test_marks_far_from_the_lines_beside_them_stay() -> None:
    lines = (*_column(("1.", "2.", "3."), 0.1, 1), *_column(PROSE, 0.5, 2))
    assert by_rows(lines, ASPECT) == lines
