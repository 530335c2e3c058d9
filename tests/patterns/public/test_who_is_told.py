"""Of whom somebody is told stays withheld, whoever is told it; so does who is met at an office, and a sponsor's telephone."""

from __future__ import annotations

import pytest

from pipeline.patterns.names.name_forms import without_title
from pipeline.patterns.private.relief import relief_in
from pipeline.patterns.public.lines_of_rows import of_another, of_row
from pipeline.patterns.public.parts_taken import parts_in
from pipeline.patterns.public.shown_public import is_public


@pytest.mark.parametrize(
    ("before", "behind", "told"),
    [
        ("He told the caseworker ", " was beaten.", True),
        ("She told her social worker ", " had gone.", True),
        ("Asked the nurse ", " never came.", True),
        ("Informed the public defender ", " was not his brother.", True),
        ("told PO ", " was home.", True),
        ("Told DO ", " would not open.", True),
        ("He told the nurse ", " hit him.", True),
        ("Told Deputy ", " was ill.", False),
        ("Told PO ", " she was ill.", False),
        ("Told Deputy ", " to wait.", False),
        ("He told us that agent ", " was there.", False),
        ("He was told by the warden ", " was asked.", False),
        ("The warden ", " was asked.", False),
        ("He told Deputy ", " posted at the gate.", False),
        ("Asked whether Warden ", " had gone.", False),
    ],
)
def test_a_title_is_not_that_of_whom_somebody_is_told(before: str, behind: str, told: bool) -> None:
    text = f"{before}Inez Orvane{behind}"
    assert without_title(text, len(before)) is told
    assert not (told and is_public(text, len(before), len(before) + len("Inez Orvane")))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("I spoke with Otto Vane of Congressman Poe's district office.", ["Otto Vane"]),
        ("Otto Vane with Senator Poe's staff called.", ["Otto Vane"]),
        ("Otto Vane, Senator Poe's office, called.", ["Otto Vane"]),
        ("Otto Vane (Senator Poe's office)", ["Otto Vane"]),
        ("We met Otto Vane at Congressman Poe's district office.", []),
        ("Otto Vane (Senator Poe's office called about him)", []),
        ("Otto Vane, Senator Poe's office asked about him.", []),
        ("We met Otto Vane with Senator Poe's staff.", []),
        ("Otto Vane from Senator Poe's staff present", []),
        ("Otto Vane saw the mayor in Senator Poe's office.", []),
    ],
)
def test_who_is_of_a_members_office(text: str, names: list[str]) -> None:
    assert list(parts_in(text)) == names


@pytest.mark.parametrize(
    ("before", "office"),
    [
        ("Attorney: Ida Vane   Phone: ", True),
        ("Agency: Ossick Aid   Office phone: ", True),
        ("Facility: Ossick Jail   Sponsor tel: ", False),
        ("Agency: Ossick Aid   Contact Number: ", False),
        ("Attorney: Ida Vane   Evening Phone: ", False),
        ("Preparer: Ossick Aid   Respondent's phone no. ", False),
    ],
)
def test_a_telephone_with_an_owner_of_its_own_is_no_offices(before: str, office: bool) -> None:
    assert of_row(f"{before}555-0142", len(before)) is office


@pytest.mark.parametrize(
    ("line", "another"),
    [
        ("Sheriff Vane, Sponsor tel: ", True),
        ("Respondent Phone No.: (", True),
        ("Sponsor: Ossick Aid, tel: ", False),
        ("Resident agent phone: ", False),
        ("Person to ask: Sheriff Vane, phone ", False),
    ],
)
def test_whose_telephone_it_is(line: str, another: bool) -> None:
    assert of_another(line) is another


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("She has no papers.", True),
        ("The man who has no papers came in.", True),
        ("He said someone who has no status may not ask.", True),
        ("An alien who is undocumented may be held.", False),
        ("Anyone who has no documents must be asked.", False),
        ("A person who has no status can ask for a stay.", False),
    ],
)
def test_a_rule_for_whoever_has_no_papers_is_nobodys(text: str, held: bool) -> None:
    assert bool(list(relief_in(text, ()))) is held
