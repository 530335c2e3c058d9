"""What singles out or reaches a private person, and the many numbers that do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.patterns.names.name_forms import personal
from pipeline.patterns.private.contacts import contacts_in
from pipeline.patterns.private.identifiers import identifiers_in
from pipeline.patterns.private.minors import minors_in
from pipeline.patterns.private.people import subjects_in


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("A123456789", "a-number", "A123456789"),
        ("held A 012 345 678 there", "a-number", "A 012 345 678"),
        ("A# 012345678", "a-number", "012345678"),
        ("Alien No.: 012 345 678", "a-number", "012 345 678"),
        ("A-number: A O12 345 67B", "a-number", "A O12 345 67B"),
        ("A12 345 678", "a-number", "A12 345 678"),
        ("SSN: 123456789", "ssn", "123456789"),
        ("number 123-45-6789 was", "ssn", "123-45-6789"),
        ("SSN xxx-xx-1234", "ssn", "xxx-xx-1234"),
        ("DOB: 03/04/1985", "date-of-birth", "03/04/1985"),
        ("D.O.B. 3/4/85", "date-of-birth", "3/4/85"),
        ("DOB\n03/04/1985", "date-of-birth", "03/04/1985"),
        ("her date of birth is March 4, 1985", "date-of-birth", "March 4, 1985"),
        ("born on March 3, 1985 in Elmford", "date-of-birth", "March 3, 1985"),
        ("Passport No. G12345678", "passport", "G12345678"),
        ("FBI No. 123456AB7", "fbi-number", "123456AB7"),
        ("FIN: 1234567890", "fin", "1234567890"),
        ("EAC-10-123-45678", "receipt-number", "EAC-10-123-45678"),
        ("Driver's License No. M123-4567-8901", "driver-licence", "M123-4567-8901"),
        ("Booking No. 10-004512", "person-number", "10-004512"),
        ("certificate of birth (no. 109-64-051173)", "person-number", "109-64-051173"),
        ("his birth certificate, no. 108-62-33417", "person-number", "108-62-33417"),
        ("passcode 3350918#", "passcode", "3350918#"),
        ("A098-\n222-\n333", "a-number", "A098-\n222-\n333"),
        ("A/N: 044-771-889", "a-number", "044-771-889"),
        ("Alien# 044771889", "a-number", "044771889"),
        ("Social: 900123456", "ssn", "900123456"),
        ("SSN ending in 4471", "ssn", "4471"),
        ("FBI No. 448 201 KC7", "fbi-number", "448 201 KC7"),
        ("Fingerprint ID (FIN) 1187204459", "fin", "1187204459"),
        ("State ID OR 20937741", "state-id", "OR 20937741"),
        ("DOB 12-MAR-84", "date-of-birth", "12-MAR-84"),
        ("DOB l2/O3/l97O", "date-of-birth", "l2/O3/l97O"),
        ("date of birth 06 / 21 / 1977", "date-of-birth", "06 / 21 / 1977"),
        ("fecha de nacimiento: 14 de agosto de 1983", "date-of-birth", "14 de agosto de 1983"),
        ("was born on the 4th of July 1980", "date-of-birth", "4th of July 1980"),
        ("born the third of March, nineteen eighty-four.", "date-of-birth", "third of March, nineteen eighty-four"),
    ],
)
def test_identifier_values_are_found_without_their_labels(text: str, kind: str, value: str) -> None:
    found = {(one.kind, text[one.start : one.end]) for one in identifiers_in(text)}
    assert found == {(kind, value)}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Passport Program of 2010",
        "FBI number of cases: 120,000",
        "no birth certificate before 2009",
        "XX FOIA 10-2674.0013078",
        "8 U.S.C. 1373(a)",
        "docket 10-cv-03488",
        "123,456,789 people",
        "a total of 123456789",
        "A 2010 report",
        "SAMPLE-000123",
        "foreign-born in 2010",
        "U.S.-born people",
        "$123-45-6789",
        "Pub. L. No. 104-208",
        "1,304 of 45,123 (2.9%)",
        "request 2010-00412",
        "73 Fed. Reg. 12,345",
        "SSN matters",
        "3/4/2010",
        "FINAL 2010",
        "the plate is full",
        "A. 2010-2011",
        "Bates MARL-A-000123456",
        "social: networks",
        "born out of the law of March",
        "alien #2 of 10",
    ],
)
def test_other_numbers_stay(text: str) -> None:
    assert identifiers_in(text) == ()


def test_columns_below_a_head() -> None:
    text = (
        "Name   A-Number   DOB\nRoe, Jane   012 345 678   03/04/1985\nPoe, Al   098765432   "
        "1/2/90\n\nIn all 098 765 432 on 3/4/2010"
    )
    assert [text[one.start : one.end] for one in identifiers_in(text)] == ["012 345 678", "03/04/1985", "098765432", "1/2/90"]


def test_a_form_prints_labels_in_one_row_and_values_in_the_next() -> None:
    text = "3. Date of Birth 4. Social Security No. 5. Passport\n\n12-MAR-84 900 12 3456 GX4417820\n\n30-MAR-10 is no birth"
    assert [text[one.start : one.end] for one in identifiers_in(text)] == ["12-MAR-84", "900 12 3456", "GX4417820"]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("reach her on 206/555/0167", "phone", "206/555/0167"),
        ("wroe at inbox dot example", "email", "wroe at inbox dot example"),
        ("Home Address 3310 W. Larkspur Mews, Unit 12\n", "address", "3310 W. Larkspur Mews, Unit 12"),
        ("Address - 61 Thimble Stairs, Port Osprey IL 98001", "address", "61 Thimble Stairs, Port Osprey IL 98001"),
        ("Call (312) 555-0142 now", "phone", "(312) 555-0142"),
        ("312.555.0142 ext 12", "phone", "312.555.0142 ext 12"),
        ("3l2-555-O142", "phone", "3l2-555-O142"),
        ("tel 312 555 0142", "phone", "312 555 0142"),
        ("call 555-0142 today", "phone", "555-0142"),
        ("+52 55 1234 5678", "phone", "+52 55 1234 5678"),
        ("Cell: 312-555-0142; Office: 312-555-0199", "phone", "312-555-0142"),
        ("Office 312-555-0101, cell 312-555-0102", "phone", "312-555-0102"),
        ("jane.roe@example.com", "email", "jane.roe@example.com"),
        ("roe@mail . example . com", "email", "roe@mail . example . com"),
        ("jroe (at) example.com", "email", "jroe (at) example.com"),
        ("E-mail: j.roe example.org", "email", "j.roe example.org"),
        ("Email: jroe© example.com", "email", "jroe© example.com"),
        ("He lives at 12 Elm Street, Apt 4, Marlow, IL 60000.", "address", "12 Elm Street, Apt 4, Marlow, IL 60000"),
        ("Ms. Jane Roe\n12 Elm Street\nMarlow, IL 60000", "address", "12 Elm Street\nMarlow, IL 60000"),
        ("Home address: 45 N. Oak Ave, Marlow\nTelephone", "address", "45 N. Oak Ave, Marlow"),
        ("Address: 12 Elm St.", "address", "12 Elm St."),
        ("She gave the county clerk her address, 12 Elm Court, Marlow, and left.", "address", "12 Elm Court, Marlow"),
        ("The sheriff's office has the client's current address as 12 Elm Row.", "address", "12 Elm Row."),
    ],
)
def test_ways_to_reach_a_person_are_found(text: str, kind: str, value: str) -> None:
    assert [(one.kind, text[one.start : one.end]) for one in contacts_in(text)] == [(kind, value)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Press Office: 312-555-0142",
        "Fax: 312-555-0142",
        "(312) 555-0142 (office)",
        "800-555-0100",
        "Case No. 312-555-0142",
        "request number 2010-555-1234",
        "312 555 0142",
        "jane.roe@agency.gov",
        "jane.roe@agency.gov. Then Marlow",
        "we met at noon",
        "Address: Office of Tests, 800 Main Street, Marlow",
        "lives at stake: 127",
        "PO Box 88, Marlow",
        "City/State/Zip Marlow, IL 60000",
        "press@example.org",
        "foia.requests@example.org",
        "Office of Tests\n500 12th Street SW\nWashington, DC 20536",
        "500 Main Street, Suite 400",
        "In her address to the council at 500 Main Street she said no.",
        "The board's address is 500 Main Street, Marlow.",
        "in 2010 the State Road program",
        "1,234 567 8901",
        "10-2674.0013078",
        "555-12-2010",
        "pages 312-555",
        "12 Elm trees stood there",
        "The hotline is 312-555-0142",
        "Main number 312-555-0142",
        "3/4/2010-5/6/2010",
    ],
)
def test_offices_stay_within_reach(text: str) -> None:
    assert contacts_in(text) == ()


def test_an_address_beside_an_identifier_is_a_home() -> None:
    text = "A123456789, 12 Elm Street, Marlow"
    assert [one.kind for one in contacts_in(text, ((0, 10),))] == ["address"]
    assert contacts_in("Department of Tolls, 12 Elm Street, Marlow", ((0, 10),)) == ()


def test_rows_below_heads_for_a_person_and_a_telephone() -> None:
    text = "A-Number DOB Address Phone\n098 111 222 7/2/91 PO Box 88, Osprey 312 555 0113\nA098333444 7/3/91 x 3125550114"
    found = contacts_in(text, tuple((one.start, one.end) for one in identifiers_in(text)))
    assert [text[one.start : one.end] for one in found] == ["PO Box 88, Osprey", "312 555 0113", "3125550114"]
    assert contacts_in("Office Phone\nMarlow 312 555 0113") == ()


def names(text: str) -> list[str]:
    return [text[one.start : one.end] for one in subjects_in(text, identifiers_in(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Subject: MARTIN-POE, Ana\nA-number: A 012 345 678", ["MARTIN-POE, Ana"]),
        ("Name: Juan Q. Poe\nDOB: 3/4/1985", ["Juan Q. Poe"]),
        ("Jane Roe (A012 345 678) was held", ["Jane Roe"]),
        ("ROE GOMEZ, Jose, DOB 3/4/85", ["ROE GOMEZ, Jose"]),
        ("From: Roe, Jane\nSubject: Marlow County Deployment\nDOB: 3/4/1985", []),
        ("Subject: RE: Fees for the County\nDOB: 3/4/1985", []),
        ("Name: Juan Poe\n" + "The plan goes on.\n" * 60 + "A123456789", []),
        ("Name: Juan Poe signed for the county", []),
        ("Sheriff Tom Doe (A012 345 678)", []),
        ("Detainee Name   Xena Tell\nA012 345 678", ["Xena Tell"]),
        ("Name : ROE , Brid\nSSN 901-33-7122", ["ROE , Brid"]),
        ("The complainant, Fen Garrow, SSN ending 4471", ["Fen Garrow"]),
        ("Petitioner Bram Oxen was born on May 4, 1980", ["Bram Oxen"]),
        ("DOB 3/4/1985, of one Tua Lang-Ide.", ["Tua Lang-Ide"]),
        ("A012 345 678. Her husband, Tom Arbor, came.", ["Tom Arbor"]),
        ("Her husband, Tom Arbor, came.", []),
        ("Alien Registration No A012 345 678\nCOB Honduras\nHome Address", []),
        ("Subject Matter Expert Carla Dunn. A012 345 678", []),
        ("Name DOB A-Number\nN'DOYE, Ana 3/4/1985 012 345 678\nJo Ann Roe 3/5/1985 012 345 679", ["N'DOYE, Ana", "Jo Ann Roe"]),
    ],
)
def test_names_of_those_on_whom_identifiers_are_given(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The juvenile Carla Poe was there.", ["Carla Poe"]),
        ("Maria Poe, 9, was told.", ["Maria Poe"]),
        ("A 7-year-old boy named Tim left.", ["Tim"]),
        ("the six-year-old Ana Poe", ["Ana Poe"]),
        ("her son, Timmy Roe (age 7), cried", ["Timmy Roe"]),
        ("her son Ben Poe Roe, age 9, attends school", ["Ben Poe Roe"]),
        ("The 8-year-old, Osk, was too.", ["Osk"]),
        ("Maria Poe, aged 39, was told.", []),
        ("Maria Poe, 39, was told.", []),
        ("New York, 12, was late.", []),
        ("Marlow County, 9, joined.", []),
        ("Carla Poe (9) and Ana Poe (9) came.", ["Carla Poe", "Ana Poe"]),
        ("Active Removals (1)   Young Matches (2)\n14   12\n(1) Includes returns. (2) Both sorts.", []),
        ("a 30-year-old man named Tim", []),
        ("minor offenses in Marlow", []),
        ("on March 3, 9 people", []),
    ],
)
def test_names_of_minors(text: str, expected: list[str]) -> None:
    assert [text[one.start : one.end] for one in minors_in(text)] == expected


def test_offices_are_no_persons() -> None:
    assert personal("Jane Roe")
    assert not personal("Field Office")
    assert not personal("Jane")


@given(st.text(alphabet="A0123456789-. #SNDOB:\nJaneRoe@(),/", max_size=80))
def test_spans_lie_in_the_text(text: str) -> None:
    for one in (*identifiers_in(text), *contacts_in(text), *minors_in(text)):
        assert 0 <= one.start < one.end <= len(text)
