"""A block that OCR gives out of its turn goes back between its neighbours; columns and what stands beside a line stay."""

from __future__ import annotations

from time import process_time

from pipeline.engines.strays import in_their_turn
from pipeline.records.page import Line, Word

HIGH, STEP = 0.01, 0.02  # heights of the page: type, and from line to line


def _line(block: int, row: float, left: float, text: str) -> Line:
    words, at = [], left
    for part in text.split():
        words.append(Word(part, at, row * STEP, at + 0.01 * len(part), row * STEP + HIGH, 0.9))
        at += 0.01 * len(part) + 0.01
    return Line(tuple(words), block)


def _texts(*lines: Line) -> list[str]:
    return [" ".join(word.text for word in line.words) for line in in_their_turn(lines)]


HEAD = (_line(0, 1, 0.1, "TO THE HARBOUR MASTER OF THE NORTH QUAY"), _line(0, 3, 0.1, "FROM THE OFFICE OF WEIGHTS"))
RULE = _line(1, 2, 0.2, "------------ 40017")


def test_a_rule_given_behind_the_head_goes_back_between_its_lines() -> None:
    assert _texts(*HEAD, RULE) == [" ".join(w.text for w in line.words) for line in (HEAD[0], RULE, HEAD[1])]
    assert {line.block for line in in_their_turn((*HEAD, RULE))} == {0}


def test_a_rule_given_before_the_head_goes_back_too() -> None:
    assert _texts(RULE, *HEAD)[1] == "------------ 40017"


def test_two_lines_of_one_stray_stay_together() -> None:
    head = (HEAD[0], _line(0, 4, 0.1, "FROM THE OFFICE OF WEIGHTS"))
    stray = (_line(1, 2, 0.2, "first of two"), _line(1, 3, 0.2, "second of two"))
    assert _texts(*head, *stray)[1:3] == ["first of two", "second of two"]


def test_what_is_in_its_turn_stays_as_it_is() -> None:
    lines = (*HEAD, _line(1, 5, 0.1, "the first lines of the text"), _line(1, 6, 0.1, "and its last"))
    assert in_their_turn(lines) == lines


def test_a_note_in_the_margin_stays() -> None:
    """It lies between two lines by its height, but not between the sides of their block."""
    lines = (*HEAD, _line(1, 2, 0.7, "see the annex"))
    assert in_their_turn(lines) == lines


def test_what_stands_beside_a_line_stays() -> None:
    """Columns, and a cell of a row: on its height something else is printed."""
    lines = (*HEAD, RULE, _line(2, 2, 0.6, "the other column"))
    assert in_their_turn(lines) == lines
    close = (_line(0, 1, 0.1, "a line of the one column"), _line(0, 2, 0.1, "its next"), _line(1, 2.1, 0.25, "beside"))
    assert in_their_turn(close) == close


def test_lines_of_two_paragraphs_are_no_home() -> None:
    lines = (HEAD[0], _line(3, 3, 0.1, "another paragraph begins"), RULE)
    assert in_their_turn(lines) == lines


def test_a_long_block_is_no_stray() -> None:
    head = (HEAD[0], _line(0, 8, 0.1, "FROM THE OFFICE OF WEIGHTS"))
    lines = (*head, *(_line(1, 2 + row, 0.2, "a text of its own") for row in range(4)))
    assert in_their_turn(lines) == lines


def test_nothing_and_lines_without_words_are_handed_back() -> None:
    assert in_their_turn(()) == ()
    assert in_their_turn((Line((), 0),)) == (Line((), 0),)


def test_a_page_of_a_thousand_specks_is_put_in_order_in_a_moment() -> None:
    lines = tuple(_line(block, block / 20, 0.1, "a b c d e") for block in range(1000))
    begun = process_time()
    assert in_their_turn(lines) == lines
    assert process_time() - begun < 2
