"""Columns of what is not their paper's own word, told by their heads and by where words stand; sheets of our own."""

from __future__ import annotations

import pytest
from drawn_page import page

from pipeline.patterns.layout.others_columns import others_words
from pipeline.patterns.layout.print_rows import print_rows

ROWS = (
    "Boats are taken at night.               No boat is taken at night.\n"
    "Nobody asks the captain, they           Every captain is asked, and\n"
    "just tow the boat.                      most of them agree.\n"
    "\n"
    "Ask the harbor desk before you hand this sheet to anybody at all on the piers.\n"
)


def told(text: str) -> str:
    one = page(text)
    return " ".join(one.text[start:end] for start, end in others_words(print_rows(one)))


def sheet(left: str, right: str) -> str:
    return f"Sheet 4\n\n{left:<40}{right}\n{ROWS}"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Myth", "Fact"),
        ("You may hear", "Say instead"),
        ("What people say", "What is so"),
        ("Rumor", "Answer"),
        ("The claim", "The record"),
        ("Draft text", "Comment"),
        ("Current language", "Reason"),
        ("Proposed change", "Disposition"),
        ("Text as drafted", "Reviewer"),
        ("Statement", "True or false"),
        ("Quotes to rebut", "Our reply"),
    ],
)
def test_what_stands_below_such_a_head_is_not_the_papers_own_word(left: str, right: str) -> None:
    found = told(sheet(left, right))
    assert found == "Boats are taken at night. Nobody asks the captain, they just tow the boat."


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Question", "Answer"),
        ("Current policy", "New policy"),
        ("Before", "After"),
        ("County", "What it says"),
        ("Statement", "Date"),
        ("Claim", "Amount paid"),
        ("Comment", "Disposition"),
        ("Draft no.", "Pier"),
        ("Mythville", "Factoryville"),
        ("You", "We"),
    ],
)
def test_other_heads_leave_a_column_its_papers_own(left: str, right: str) -> None:
    assert told(sheet(left, right)) == ""


def test_the_other_column_may_stand_first_and_the_columns_end_at_a_line_through_both() -> None:
    found = told(sheet("Fact", "Myth"))
    assert found == "No boat is taken at night. Every captain is asked, and most of them agree."
    assert "harbor desk" not in found


@pytest.mark.parametrize("text", ["You may hear this said on the piers.\n" + ROWS, "Draft text\n\n" + ROWS, "Myth\n" + ROWS])
def test_one_head_alone_makes_no_columns(text: str) -> None:
    assert told(text) == ""
