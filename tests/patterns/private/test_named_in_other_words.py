"""Persons named as police, forms, kin and lawyers name them, and words that stand where a name could."""

from __future__ import annotations

from timeit import timeit

import pytest

from pipeline.patterns.names.towns import places_in
from pipeline.patterns.private.beside import names_beside
from pipeline.patterns.private.contacts import contacts_in
from pipeline.patterns.private.identifiers import identifiers_in
from pipeline.patterns.private.minors import minors_in
from pipeline.patterns.private.people import subjects_in
from pipeline.patterns.public.parts_taken import officials_in


def named(text: str) -> set[str]:
    private = (*identifiers_in(text), *contacts_in(text))
    beside = names_beside(text, private, officials_in((text,)))
    return {text[one.start : one.end] for one in (*subjects_in(text, private), *minors_in(text), *beside)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("NAM/PIKE-ROE,LUCIANO ABDIEL SEX/M DOB/19810923", "PIKE-ROE,LUCIANO ABDIEL"),
        ("SSN 514-27-9036\nALIASES\n  PIKE,LUCHO   DELGADO,ABDIEL R\nSMT TAT", "DELGADO,ABDIEL R"),
        ("Last: AKINTOLA   First: BABATUNDE   Sex M", "AKINTOLA"),
        ("Name (b)(6), (b)(7)(C) Babatunde Akin\nHome unknown", "Babatunde Akin"),
        ("Victim b6 Babatunde\nHome unknown", "Babatunde"),
        ("Surname: Akintola\nGiven: Babatunde", "Babatunde"),
        ("V1 AKINTOLA, BABATUNDE B/M 02-19-66", "AKINTOLA, BABATUNDE"),
        ("W1 DE LA TORRE, XIOMARA W/F 08-08-93", "DE LA TORRE, XIOMARA"),
        ("S1, DOB 12-01-89, aka “FLACO”, ran", "FLACO"),
        ("DOB 12-01-89. Everyone calls him Tibo.", "Tibo"),
        ("My husband's name is Tiburcio Budd, phone 206-555-0134", "Tiburcio Budd"),
        ("Our son Fintan, A-number 087 553 418, is in school", "Fintan"),
        ("His baby, Lisandro, is at home; cell 206-555-0134", "Lisandro"),
        ("The family name was Strandqvist. SSN 514-27-9036", "Strandqvist"),
        ("Bhattarai, first name Kul, A087 554 119", "Bhattarai"),
        ("my client, Ms. Zenaida Fairweather, was held past her bond", "Zenaida Fairweather"),
        ("I write on behalf of my constituent Odalys Prewitt about a hold", "Odalys Prewitt"),
        ("The complainant, Gerwin Odom, saw the van", "Gerwin Odom"),
        ("SSN 514-27-9036\nQ. Do you have any children?\nA. Three. Wendy is with me, and Josué is not.", "Josué"),
        ("From: A. Day\nAda Roe (919.555.0139, she works nights) called the Senate.", "Ada Roe"),
        ("Minor children\n\n2 USC: Yaretzi (4) and Bento (1)", "Yaretzi"),
    ],
)
def test_the_person_is_found(text: str, name: str) -> None:
    assert name in named(text)


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("FBI No. 448201KC7, Quetzaltenango, GT 771204VB3", "Quetzaltenango"),
        ("MED GUATEMALA passport G0418827", "GUATEMALA"),
        ("Ms. Roe lives at 19 Wharf Lane, Marlowe Falls.", "Marlowe Falls"),
        ("Ms. Roe lives at 19 Wharf Lane\nMarlowe Falls, Westmark 98111", "Marlowe Falls"),
        ("Her cell is 425-555-0182. She is in Cedar Bend now.", "Cedar Bend"),
        ("Cedar Bend PD called her cell, 425-555-0182.", "Cedar Bend"),
        ("his girl goes to Fenwick Elementary; cell 425-555-0182", "Fenwick"),
        ("He drives a Ford Ranger, cell 425-555-0182", "Ford Ranger"),
        ("La línea 206 555 0142. El programa Comunidades Seguras sigue.", "Comunidades"),
        ("Obligor's telephone (971) 555-0113", "Obligor"),
        ("DOB 12-01-89. The system is called IDENT by all.", "IDENT"),
        ("our client agencies, Field Operations and Records, met", "Field"),
        ("on behalf of Lt. Agnes Purvis, the jail", "Agnes"),
        ("SSN 514-27-9036, a.k.a. the number", "number"),
        ("Write to the manager or Ada Roe (919-555-0139; ada.roe@tolls.example) by noon.", "Ada Roe"),
        ("SSN 514-27-9036\nQ. Do you have any children?\nA. Three. They are here.", "T"),
    ],
)
def test_what_is_no_private_person_stays(text: str, stays: str) -> None:
    assert not any(stays in name for name in named(text))


@pytest.mark.parametrize(
    "text", ["my interest in Jane Roe.", "he trusts in Jane Roe and others", "the confidence in Jane Roe, who"]
)
def test_whom_one_is_interested_in_is_no_place(text: str) -> None:
    assert list(places_in(text)) == []


def test_initials_of_a_child_are_withheld_whatever_else_bears_them() -> None:
    assert {"J.D."} <= named("The mother of minor J.D. says that JD has asthma.")
    assert named("A minor D.C. matter came up; the DC office was told.") == set()


def test_a_page_of_minors_is_read_in_a_moment() -> None:
    for some in ("minor A.B. and ", "A", "Aa-", "I ", "Ada (9), "):
        assert timeit(lambda text=some * 4000: minors_in(text), number=1) < 2


@pytest.mark.parametrize(
    "text",
    [
        "Name (b)(6) DOB (b)(6)",
        "Subject: (b)(6) Escorted Travel",
        "Subject: b7C Removal Schedule",
        "Name (b)(6) Title Officer",
        "Agent (b)(6) Akin Dunn",
    ],
)
def test_a_code_makes_no_name_of_the_next_label(text: str) -> None:
    assert named(text) == set()
