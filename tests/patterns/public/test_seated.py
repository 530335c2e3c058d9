"""Who signs above a title or speaks with his office beside his name is in office; who signs for himself is not."""

from __future__ import annotations

import pytest

from pipeline.patterns.public.seated import signed_and_seated


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("/s/ Warren Tull   /s/ Imre Dellacorte\nDeputy Director   Commissioner", ["Warren Tull", "Imre Dellacorte"]),
        ("/s/ Warren Tull\n\nSheriff of Orley County", ["Warren Tull"]),
        ("/s/ Warren Tull\nDeclarant", []),
        ("/s/ Warren Tull   /s/ Imre Dellacorte\nAttorney for Petitioner   Petitioner", []),
        ("/s/ Warren Tull   /s/ Imre Dellacorte\nSheriff", []),
        ("Guest: Imre Dellacorte, ICE.", ["Imre Dellacorte"]),
        ("Guest: Imre Dellacorte, mother of the boy", []),
        ("Guest: Imre Dellacorte, Victims of Crime", []),
        ("Guest: Imre Dellacorte, ICE detainee since May.", []),
        ("Guest: Imre Dellacorte, Orley Center client.", []),
        ("Guest: Imre Dellacorte, ICE spokesman.", ["Imre Dellacorte"]),
        ("Guests: Imre Dellacorte, ICE, and Warren Tull, Orley Coalition.", ["Imre Dellacorte"]),
        ("/s/ Warren Tull\ncc: Field Office Director", []),
        ("/s/ Warren Tull\nSworn before me, Notary Public", []),
        ("/s/ Warren Tull\nTo the Director of the Field Office", []),
        ("/s/ Warren Tull\nThe officer told me to sign this.", []),
        ("/s/ Warren Tull\nAssistant to the Director", ["Warren Tull"]),
        ("/s/ Warren Tull\nDirector, Ferry Operations", ["Warren Tull"]),
        ("/s/ Warren Tull\nSupervisory Officer Imre Dellacorte", []),
        ("/s/ Warren Tull\nDeportation Officer I. Dellacorte", []),
        ("/s/ Warren Tull\nMy Attorney", []),
        ("Guest: Imre Dellacorte, LPR.", []),
        ("Guest: Imre Dellacorte, TX", []),
        ("MS. DELLACORTE (INTERPRETER): He asks when.", []),
        ("MS. DELLACORTE (Center for Newcomers): We wrote.", ["DELLACORTE"]),
        ("MS. DELLACORTE (Mother): We wrote.", []),
        ("MS. DELLACORTE (crying): We wrote.", []),
    ],
)
def test_a_seat_shows_whom_one_acts_for(text: str, names: list[str]) -> None:
    assert list(signed_and_seated(text)) == names
