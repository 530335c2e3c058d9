"""Doctors, hospitals and schools of private persons, and those that are offices."""

from __future__ import annotations

import pytest

from pipeline.patterns.private.care import care_of
from pipeline.patterns.private.signs import IdentifierFound


def found(text: str, child: str = "") -> list[str]:
    at = text.index(child) if child else 0
    names = (IdentifierFound(at, at + len(child), "minor-name", "test"),) if child else ()
    return [text[one.start : one.end] for one in care_of(text, names)]


@pytest.mark.parametrize(
    ("text", "child", "values"),
    [
        ("She is treated by Dr. Annelie Vogten for asthma.", "", ["Dr. Annelie Vogten"]),
        ("He missed dialysis; Dr. Ondra Velling of Kesselby Clinic wrote us.", "", ["Dr. Ondra Velling", "Kesselby Clinic"]),
        ("Outside MD = Dr. P. Lindamar, Birch Dell Family Practice", "", ["Dr. P. Lindamar", "Birch Dell Family Practice"]),
        ("He's at St. Brannock's Hospital, ward 4 since Sunday.", "", ["St. Brannock's Hospital, ward 4"]),
        ("His dialysis is at St. Colum's on Mondays.", "", ["St. Colum's"]),
        ("Jadek Ormund, 6, at Thornbeck Elementary, is with the aunt.", "Jadek Ormund", ["Thornbeck Elementary"]),
        ("Her teacher is at Birchdell Primary now.", "", ["Birchdell Primary"]),
    ],
)
def test_who_looks_after_somebody_is_found(text: str, child: str, values: list[str]) -> None:
    assert found(text, child) == values


@pytest.mark.parametrize(
    "text",
    [
        "He was sent to Harlow County Hospital at noon.",
        "Dr. Annelie Vogten, the superintendent, saw her letter.",
        "Attending: Dr. Ada Brandt saw her",
        "The Kessel Harvest Clinic wrote to us about her.",
        "Kesselby Clinic is closed in June.",
        "The High Court and the Middle District sat; his son came.",
        "St. Louis and St. Paul are ready; she wrote so.",
        "Dr. Annelie Vogten presented the figures.",
    ],
)
def test_offices_and_others_stay(text: str) -> None:
    assert found(text) == []
