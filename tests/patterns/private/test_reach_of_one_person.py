"""Homes, telephones and faxes of private persons in other words, and addresses and numbers of offices much like them."""

from __future__ import annotations

import pytest

from pipeline.patterns.private.contacts import contacts_in
from pipeline.patterns.private.homes import homes_in
from pipeline.patterns.private.identifiers import identifiers_in


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("We rent the yellow house at the corner, 1212 Osprey, and", "address", "1212 Osprey"),
        ("LKA 2207 CORMORANT BLUFF", "address", "2207 CORMORANT BLUFF"),
        ("RES/88 QUARRY LN OSWALT", "address", "88 QUARRY LN OSWALT"),
        ("Last address 5518 Gannet Way NE", "address", "5518 Gannet Way NE"),
        ("They fetched him from 41 Cooper's Mews.", "address", "41 Cooper's Mews."),
        ("They fetched him from 41 Cooper`s Mews at dawn", "address", "41 Cooper`s Mews"),
        ("They fetched him from 41 Cooper‘s Mews at dawn", "address", "41 Cooper‘s Mews"),
        ("They fetched him from 41 Cooper' s Mews at dawn", "address", "41 Cooper' s Mews"),
        ("They fetched him from 7 Chandlers' Wharf at dawn", "address", "7 Chandlers' Wharf"),
        ("went to 31 Cormorant Bluff Apt 3 at dawn", "address", "31 Cormorant Bluff Apt 3"),
        ("her trailer, Space 14, Harbor Pines Mobile Park", "address", "Space 14, Harbor Pines Mobile Park"),
        ("lives with her aunt on Juniper Street at number 88", "address", "Juniper Street at number 88"),
        ("She lives at 27 1/2 Fulling Mill Road", "address", "27 1/2 Fulling Mill Road"),
        ("She is in Room 7 of the Tarnhill Motor Lodge with him", "address", "Room 7 of the Tarnhill Motor Lodge"),
        ("find him at the Tarnhill Motor Inn, cabin 4", "address", "the Tarnhill Motor Inn, cabin 4"),
        ("con domicilio en Calle Robles 221", "address", "Calle Robles 221"),
        ("our phone there has always been 555 0134.", "phone", "555 0134"),
        ("her cell: 971-\n\n555-0161", "phone", "971-\n\n555-0161"),
        ("call back 425-555-\n0182 after six", "phone", "425-555-\n0182"),
        ("She lives at 19 Wharf Lane\nMarlow, WA 98111\nFax: (253) 555 0140", "phone", "(253) 555 0140"),
    ],
)
def test_what_reaches_a_person_is_found(text: str, kind: str, value: str) -> None:
    assert (kind, value) in {(one.kind, text[one.start : one.end]) for one in contacts_in(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The house passed it in the session, 2010 Senate Bill 40.",
        "of the room, 1400 Latinos and others",
        "H. RES 2010 was adopted",
        "the number of matches was 555 2010",
        "The meeting is in Room 7 of the Tarnhill Hotel.",
        "DOB 4/1/1980\nADDR COUNTY COURT ROOM 4\n",
        "ADDR TARNHILL TRAILER CT SP 9",
        "in all, phone records of 412 1180 calls",
        "Office of the Sheriff, 90 Court Plaza\nFax: (253) 555 0140",
        "U.S. Department of Tolls, Suite 210, Fax: 206-555-0140",
        "Space 14 is for the press",
        "a lot 12 miles from town",
        "lives depend on Section 287 at number one",
        "ADDRESS/PHONE of each field office",
        "1,400 Park Police officers",
    ],
)
def test_offices_and_counts_stay(text: str) -> None:
    assert contacts_in(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "I am calling about the police report.\nmother\n303-555-0134",
        "My son was at the school\nhis teacher\n303-555-0134",
        "Police Report\nJane Roe\n303-555-0134",
        "Reporting Agency: Marlow Police\nJane Roe\n303-555-0134",
        "Marlow Police Department\nmother\n303-555-0134",
    ],
)
def test_a_sentence_or_a_form_is_no_letterhead(text: str) -> None:
    assert [text[one.start : one.end] for one in contacts_in(text)] == ["303-555-0134"]


@pytest.mark.parametrize(
    "text",
    [
        "Marlow Police Department\n12 Elm Street\n303-555-0134",
        "Office of the Clerk\nMarlow\n(303) 555-0134",
        "PRUETT & VANCE LLP\nSuite 9\nTel (717) 555-0144",
    ],
)
def test_the_line_of_an_office_below_its_name_stays(text: str) -> None:
    assert contacts_in(text) == ()


@pytest.mark.parametrize(
    ("text", "homes"),
    [
        ("DOB 4/1/1980\nADDR TARNHILL TRAILER CT SP 9\nPHONE none", {"TARNHILL TRAILER CT SP 9"}),
        ("SSN 514-27-9036\nRESIDENCE: Tarnhill Cottage 4  Race: W", {"Tarnhill Cottage 4"}),
        ("DOB 4/1/1980\nADDR COUNTY COURT ROOM 4\n", set()),
        ("DOB 4/1/1980\nThe ADDR field has 30 signs\n", set()),
    ],
)
def test_a_forms_field_for_a_home_needs_no_street(text: str, homes: set[str]) -> None:
    near = tuple((one.start, one.end) for one in identifiers_in(text))
    assert {text[one.start : one.end] for one in homes_in(text, near)} == homes
