"""Identifiers in a release's own description and in file names, which no stage reads."""

from types import SimpleNamespace

import pytest

from db.gate.said import said
from pipeline.records.source import Release


def told(note: str = "", *names: str) -> list[tuple[str, str]]:
    files = [SimpleNamespace(name=name, also=()) for name in names]
    reader = SimpleNamespace(releases=lambda: (Release("r", note=note),), files=lambda: files, failures=lambda: ())
    return [(held.kind, held.text) for held in said(reader)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from the family of Marta Roe (A012-345-678)", [("a-number", "012-345-678"), ("person-name", "Marta Roe")]),
        ("Roe_Marta_A012345678.pdf", [("a-number", "012345678"), ("person-name", "Roe Marta")]),
        ("SSN 904-55-1212", [("ssn", "904-55-1212")]),
        ("DOB 02-03-1955 Kwab Ofori.pdf", [("date-of-birth", "02-03-1955"), ("person-name", "Kwab Ofori")]),
        ("call 206-555-0159", [("phone", "206-555-0159")]),
    ],
)
def test_what_singles_out_a_person_is_told(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected
    assert told("", text) == expected


@pytest.mark.parametrize(
    "text",
    ["", "FOIA request 2010FOIA4519, No. 10-cv-03488", "ICE-2010-0001234.pdf", "MARLOW 10-2674.0013078", "2010-05-06 letter.pdf",
     "press office: call 202-555-0161", "received 3/4/2010 from Marlow County", "A 2010 report", "doc_123456789.pdf"],
)  # fmt: skip
def test_other_numbers_stay(text: str) -> None:
    assert told(text) == []
