"""What stands beside a page's text: feet, heads, and whom a mail is to."""

from __future__ import annotations

import pytest
from drawn_page import page

from pipeline.patterns.openings.outside import beside_the_text

FOOT = "No real record or person, made for a drill"


def span(text: str, words: str) -> tuple[int, int]:
    at = text.index(words)
    return at, at + len(words)


def test_a_running_foot_stands_beside_the_text_and_its_words_in_the_text_do_not() -> None:
    drawn = page("Counties may leave.\n\nIt says so below.", foot=FOOT)
    assert beside_the_text(drawn, *span(drawn.text, FOOT))
    assert not beside_the_text(drawn, *span(drawn.text, "Counties may leave."))
    above = page(f"{FOOT}\nCounties may leave.")
    assert not beside_the_text(above, *span(above.text, FOOT))


def test_what_runs_on_into_the_margin_is_text() -> None:
    drawn = page("Nobody is asked", foot="before the switch is thrown.")
    assert not beside_the_text(drawn, 0, len(drawn.text))


@pytest.mark.parametrize("line", ["To: (OO. AOE]; Roe, Ida (FLD)", "Cc: the county", "FROM: Chief, Deployment", "Sent : Monday"])
def test_the_names_in_a_mails_head_say_nothing(line: str) -> None:
    drawn = page(f"{line}\nCounties may leave.")
    assert beside_the_text(drawn, 0, len(line))


@pytest.mark.parametrize(
    "line", ["To leave: write a letter.", "From May on no county may leave.", "Subject: no county may leave", "Sent home: four."]
)
def test_a_sentence_that_begins_with_such_a_word_may(line: str) -> None:
    assert not beside_the_text(page(f"{line}\nSo it is."), 0, len(line))
