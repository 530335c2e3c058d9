"""A text by its letters and figures alone."""

from __future__ import annotations

import pytest

from pipeline.patterns.sense.letters import letters, runs


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Opt-\nout (of it)", "OPT OUT OF IT"),
        ("26 %", "26%"),
        ("snake_case", "snake case"),
        ("Stra\u00dfe 4", "STRASSE 4"),
        ("", " .,;\u2014"),
    ],
)
def test_what_differs_in_signs_alone_is_one(one: str, other: str) -> None:
    assert letters(one) == letters(other)


@pytest.mark.parametrize(
    ("one", "other"), [("412", "4 13"), ("may", "may not"), ("caf\u00e9", "cafe"), ("\u00bd", "1"), ("", "0")]
)
def test_what_differs_in_letters_or_figures_is_two(one: str, other: str) -> None:
    assert letters(one) != letters(other)


def test_runs_stand_in_order_and_hold_every_letter() -> None:
    text = "No. 7_a: \u00bd of Stra\u00dfe, x\u00b2\n\n\u2013 N\u00ba 3"
    assert runs(text) == ["no", "7", "a", "\u00bd", "of", "strasse", "x\u00b2", "n\u00ba", "3"]
    assert "".join(runs(text)) == letters(text) == "".join(sign for sign in text.casefold() if sign.isalnum())
