"""A place beside a private telephone is nobody's name."""

from __future__ import annotations

import pytest

from pipeline.patterns.private.beside import names_beside
from pipeline.patterns.private.contacts import contacts_in
from pipeline.patterns.public.parts_taken import officials_in

CALL = "The caller is home after six. Her cell is 425-555-0182. Ask for Marlowe Falls."


def beside(text: str, elsewhere: str) -> list[str]:
    found = names_beside(text, contacts_in(text), officials_in((text, elsewhere)))
    return [text[one.start : one.end] for one in found]


@pytest.mark.parametrize("elsewhere", ["The Board of Marlowe Falls County met.", "The Town of Marlowe Falls objects."])
def test_a_place_with_a_body_of_its_own_is_not_withheld(elsewhere: str) -> None:
    assert beside(CALL, elsewhere) == []


@pytest.mark.parametrize("elsewhere", ["", "The Board of Cedar County met.", "Counties of all sizes met."])
def test_what_nothing_shows_to_be_a_place_is(elsewhere: str) -> None:
    assert beside(CALL, elsewhere) == ["Marlowe Falls"]


def test_people_are_withheld_beside_places() -> None:
    assert beside("Jane Roe can be reached at 425-555-0182.", "The Town of Marlowe Falls objects.") == ["Jane Roe"]
