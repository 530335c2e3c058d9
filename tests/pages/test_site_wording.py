"""Dates keep their precision, unknown is said to be unknown, and only web addresses become links."""

import pytest

from db.pages import wording


@pytest.mark.parametrize(
    ("date", "precision", "words"),
    [
        ("2010-09-15", "day", "15 September 2010"),
        ("2010-09", "month", "September 2010"),
        ("2010", "year", "2010"),
        ("2010", "approx", "about 2010"),
        ("", "", "date unknown"),
        ("", "day", "date unknown"),
        ("2010-13", "month", "2010-13"),
        ("last fall", "", "last fall"),
        ("2010-09-15T10:00", "day", "2010-09-15T10:00"),
    ],
)
def test_dates(date: str, precision: str, words: str) -> None:
    assert wording.date_words(date, precision) == words


def test_where_a_date_was_read() -> None:
    row = {"date": "2010-05", "date_precision": "month", "date_basis": "header"}
    assert wording.date_note(row) == "only the month is known, from its header"
    assert wording.date_note(row | {"document_date": "2011"}) == "only the month is known, from its text"
    assert wording.date_note({"date": ""}) == ""


@pytest.mark.parametrize(
    ("days", "words"), [(None, "time between them unknown"), (0, "same day"), (1, "1 day apart"), (-97, "97 days apart")]
)
def test_apart(days: int | None, words: str) -> None:
    assert wording.apart(days) == words


@pytest.mark.parametrize(
    ("value", "unit", "bound", "words"),
    [
        (0.79, "share", "exact", "79%"),
        (0.288, "share", "about", "about 28.8%"),
        (47000.0, "count", "about", "about 47,000"),
        (1500.0, "count", "more-than", "more than 1,500"),
        (None, "", "", ""),
    ],
)
def test_numbers(value: float | None, unit: str, bound: str, words: str) -> None:
    assert wording.number({"value": value, "unit": unit, "bound": bound}) == words


@pytest.mark.parametrize("stored", ["", "{", "1", "null", '{"a": 1}'])
def test_spoilt_codes_are_none(stored: str) -> None:
    assert wording.codes(stored) == ()
    assert wording.rows_of(stored) == ()


@pytest.mark.parametrize(
    ("code", "about"),
    [
        ("(b)(6)", "personal privacy"),
        ("(b)(5) AWP", wording.EXEMPTIONS["(b)(5)"]),
        ("(b)(7)(Z)", wording.EXEMPTIONS["(b)(7)"]),
        ("x", ""),
    ],
)
def test_exemptions(code: str, about: str) -> None:
    assert wording.exemption(code) == about


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//host", "", "http:// x", " https://host"])
def test_no_link(url: str) -> None:
    assert wording.web_link(url) == ""


def test_web_link() -> None:
    assert wording.web_link("https://example.org/a?b=c") == "https://example.org/a?b=c"


def test_pin() -> None:
    assert wording.pin({"bates": "X 1", "file": "a.pdf", "page_no": 2}) == "X 1"
    assert wording.pin({"bates": "", "file": "a.pdf", "page_no": 2}) == "a.pdf, page 2"


def test_unknown_values_are_shown_as_they_are() -> None:
    assert wording.label(wording.KINDS, "some-new_kind") == "some new kind"
    assert wording.label(wording.KINDS, None) == ""
