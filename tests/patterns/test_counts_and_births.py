"""Births behind a bare "b.", and what looks like a number of a person and is a row of counts or a word."""

from __future__ import annotations

import pytest

from pipeline.patterns.births import births_in
from pipeline.patterns.identifiers import identifiers_in
from pipeline.patterns.presumed_values import values_in_case
from pipeline.patterns.signs import IdentifierFound


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("File 0117. Amaro Tellez, b. 02/14/1976, a cook.", "02/14/1976"),
        ("the driver (b. 6-25-90) left", "6-25-90"),
        ("Amaro Tellez (b. 6/25/1990)", "6/25/1990"),
    ],
)
def test_b_before_a_day_is_a_birth(text: str, day: str) -> None:
    assert [text[one.start : one.end] for one in births_in(text)] == [day]


@pytest.mark.parametrize(
    "text", ["b. 02/14/2010 letter to the board", "a. the fee\nb. 02/14/2010", "(b)(6), 02/14/2010", "Sec. 4 b. 12 days"]
)
def test_an_item_b_is_no_birth(text: str) -> None:
    assert list(births_in(text)) == []


@pytest.mark.parametrize("text", ["All 406 137 were moved", "Also 118 392 207", "AND 118 392 207"])
def test_a_word_in_a_is_no_alien_number(text: str) -> None:
    assert [one for one in identifiers_in(text) if one.kind == "a-number"] == []


def test_the_letter_a_is_one() -> None:
    assert [one.kind for one in identifiers_in("his file, A 118 392 207, is open")] == ["a-number"]


@pytest.mark.parametrize(("row", "held"), [("Marlow 118 39 22", 0), ("Marlow 171 60 48 63", 0), ("Inmate 4471 882 19", 1)])
def test_rows_of_counts_stay_on_a_page_of_a_case(row: str, held: int) -> None:
    text = f"SSN 219-63-8840\n{row}\n"
    own = (IdentifierFound(4, 15, "ssn", "follows the label 'SSN'"),)
    numbers = [one for one in values_in_case(text, own) if one.kind == "person-number"]
    assert len(numbers) == held
