"""Lines that OCR tore into pieces of different blocks are joined; columns, tables and marks of items are not."""

from __future__ import annotations

from pipeline.engines.torn import joined
from pipeline.records.page import Line, Word

HIGH, STEP = 0.01, 0.02  # heights of the page: type, and from line to line


def _line(block: int, row: float, left: float, text: str, tall: float = HIGH) -> Line:
    """A line whose words are set close, on a square page."""
    words, at = [], left
    for part in text.split():
        words.append(Word(part, at, row * STEP, at + 0.006 * len(part), row * STEP + tall, 0.9))
        at += 0.006 * len(part) + 0.006
    return Line(tuple(words), block)


def _texts(*lines: Line) -> list[str]:
    return [" ".join(word.text for word in line.words) for line in joined(lines, 1.0)]


LONG = "the harbour office keeps its books in the order of the days"
SHORT = "the harbour office keeps"


def test_a_line_in_two_pieces_is_one_again_where_it_began() -> None:
    lines = (
        _line(0, 10, 0.1, LONG), _line(1, 11, 0.1, "of"), _line(1, 12, 0.1, SHORT), _line(2, 40, 0.1, "a foot"),
        _line(3, 11, 0.14, "ting days after"),
    )  # fmt: skip
    assert _texts(*lines) == [LONG, "of ting days after", SHORT, "a foot"]
    assert [line.block for line in joined(lines, 1.0)] == [0, 1, 1, 2]


def test_a_lone_line_in_three_pieces_is_joined_from_left_to_right() -> None:
    head = (_line(0, 2, 0.3, "kept by"), _line(1, 2, 0.37, "the harbour"), _line(2, 2, 0.2, "this copy is"))
    assert _texts(*head, _line(3, 20, 0.1, LONG)) == ["this copy is kept by the harbour", LONG]


def test_a_subject_that_runs_on_below_is_joined_before_its_second_line() -> None:
    lines = _line(0, 10, 0.1, "Subject ferry"), _line(0, 11, 0.1, "fares"), _line(1, 10, 0.2, "to be raised")
    assert _texts(*lines) == ["Subject ferry to be raised", "fares"]


def test_columns_keep_their_gutter() -> None:
    left = [_line(0, row, 0.1, SHORT) for row in (10, 11, 12)]
    right = [_line(1, row, 0.27, SHORT) for row in (10, 11, 12)]
    assert len(_texts(*left, *right)) == 6
    assert len(_texts(*left, right[0], _line(2, 11, 0.27, SHORT))) == 5  # blocks of a line each
    assert len(_texts(_line(5, 9, 0.1, LONG), left[0], left[1], _line(2, 10, 0.27, SHORT), _line(3, 11, 0.27, SHORT))) == 5


def test_what_is_read_across_a_gutter_tells_of_it() -> None:
    glued = Line((*_line(0, 11, 0.1, SHORT).words, *_line(0, 11, 0.27, SHORT).words), 0)
    assert len(_texts(_line(1, 10, 0.1, SHORT), glued, _line(2, 10, 0.27, SHORT))) == 3


def test_what_stands_far_or_on_another_level_or_in_the_same_block_is_left() -> None:
    one = _line(0, 10, 0.1, SHORT)
    assert len(_texts(one, _line(1, 10, 0.4, SHORT))) == 2
    assert len(_texts(one, _line(1, 10.6, 0.27, SHORT))) == 2
    assert len(_texts(one, _line(0, 10, 0.27, SHORT))) == 2
    assert len(_texts(one, _line(0, 11, 0.1, SHORT), _line(1, 10, 0.27, SHORT), _line(1, 14, 0.27, SHORT))) == 4


def test_the_mark_of_an_item_with_a_hanging_text_is_none() -> None:
    assert len(_texts(_line(0, 10, 0.1, "(a)"), _line(1, 10, 0.14, SHORT), _line(1, 11, 0.14, SHORT))) == 3


def test_lines_that_run_up_the_page_are_left() -> None:
    up = tuple(Line((Word("harbour", 0.1 * at, 0.1, 0.1 * at + 0.01, 0.3, 0.9),), at) for at in (1, 2))
    assert joined(up, 1.0) == up
    assert joined((), 1.0) == ()


def test_the_pieces_of_a_head_read_out_of_turn_may_stand_farther_apart() -> None:
    head, rest, body = _line(0, 1, 0.1, "this copy"), _line(2, 1, 0.26, "harbour"), _line(1, 10, 0.1, LONG)
    assert _texts(head, body, rest) == ["this copy harbour", LONG]
    assert _texts(head, rest, body) == ["this copy", "harbour", LONG]  # a stamp beside it
    low = _line(0, 20, 0.1, "this copy"), body, _line(2, 20, 0.26, "harbour")
    assert len(_texts(*low)) == 3
