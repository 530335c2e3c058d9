"""Illnesses beside names that only a repeat finds; beside nobody, and in other lines, they stay."""

from __future__ import annotations

import pytest

from pipeline.patterns.private.signs import IdentifierFound
from pipeline.stages.screening.ill_in_line import ill_in_line


@pytest.mark.parametrize(
    ("text", "ill"),
    [
        ("4 Vrba laughed at PTSD open", ["PTSD"]),
        ("4 Vrba has stage two liver cancer, closed", ["liver cancer"]),
        ("4 Vrba laughed at\n5 asthma is common", []),
        ("Vrba left. Asthma is common", []),
        ("4 Vrba laughed at work", []),
    ],
)
def test_an_illness_in_the_line_of_a_name_is_its_bearers(text: str, ill: list[str]) -> None:
    at = text.index("Vrba")
    name = IdentifierFound(at, at + 4, "person-name", "repeats what is withheld elsewhere in the file")
    told = [text[one.start : one.end] for one in ill_in_line(text, [name], [])]
    assert [one.removeprefix("stage two ") for one in told] == ill
    assert list(ill_in_line(text, [], [])) == []
    assert list(ill_in_line(text, [name], [IdentifierFound(0, len(text), "health", "")])) == []
