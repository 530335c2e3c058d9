"""Births behind a bare "b.", and what looks like a number of a person and is a row of counts or a word."""

from __future__ import annotations

import pytest

from pipeline.patterns.private.births import births_in
from pipeline.patterns.private.identifiers import identifiers_in
from pipeline.patterns.private.presumed_values import values_in_case
from pipeline.patterns.private.signs import IdentifierFound


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


@pytest.mark.parametrize(
    ("rows", "days"),
    [
        ("Name DOB\nROE, JANE 02/11/1985 03/04/1910", ["02/11/1985", "03/04/1910"]),
        ("Name DOB\nROE, JOHN 02/11/1961 ROE, ANA 05/06/1989", ["02/11/1961", "05/06/1989"]),
        ("Name DOB Arrest Date\nROE, JOHN 02/11/1961 3/4/2009 ROE, ANA 05/06/1989", ["02/11/1961", "3/4/2009", "05/06/1989"]),
        ("Name DOB Arrest Date\nROE, JOHN 3/4/2009 02/11/1961", ["3/4/2009", "02/11/1961"]),
        ("Name DOB Arrest Date\nROE, JOHN 02/11/1961 3/4/2009", ["02/11/1961"]),
        ("Name Date of Birth Date of Arrest\nROE, JOHN 02/11/1961 3/4/2009", ["02/11/1961"]),
        ("Booked on Name DOB Released from cell\n3/4/2009 ROE, JOHN 02/11/1961 3/5/2009", ["02/11/1961"]),
        ("Name Booked\nROE, JOHN 3/4/2009", []),
    ],
)
def test_a_row_publishes_only_days_of_other_columns(rows: str, days: list[str]) -> None:
    assert sorted({rows[one.start : one.end] for one in births_in(rows)}) == sorted(days)


@pytest.mark.parametrize("text", ["All 406 137 were moved", "Also 118 392 207", "AND 118 392 207"])
def test_a_word_in_a_is_no_alien_number(text: str) -> None:
    assert [one for one in identifiers_in(text) if one.kind == "a-number"] == []


def test_the_letter_a_is_one() -> None:
    assert [one.kind for one in identifiers_in("his file, A 118 392 207, is open")] == ["a-number"]


@pytest.mark.parametrize(
    ("row", "held"),
    [("Marlow 118 39 22", 0), ("Marlow 171 60 48 63", 0), ("Inmate 4471 882 19", 1), ("no FY2010", 0), ("card no. FY20108", 1)],
)
def test_rows_of_counts_stay_on_a_page_of_a_case(row: str, held: int) -> None:
    text = f"SSN 219-63-8840\n{row}\n"
    own = (IdentifierFound(4, 15, "ssn", "follows the label 'SSN'"),)
    numbers = [one for one in values_in_case(text, own) if one.kind == "person-number"]
    assert len(numbers) == held
