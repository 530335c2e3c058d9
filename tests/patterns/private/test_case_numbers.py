"""Numbers and ages on a page about one person's case: somebody's, but where something shows them to be of another thing."""

from __future__ import annotations

import re
from timeit import timeit

import pytest

from pipeline.patterns.private.ages import ages_in
from pipeline.patterns.private.case_numbers import numbers_in_case
from pipeline.patterns.private.plates import plates_in
from pipeline.patterns.private.presumed_values import values_in_case
from pipeline.patterns.private.signs import IdentifierFound


def held(text: str) -> list[str]:
    return [text[one.start : one.end] for one in numbers_in_case(text, (), ())]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Complaint 11-02-CRCL-0093 was opened.", "11-02-CRCL-0093"),
        ("Grievance # G10-0442, second floor", "G10-0442"),
        ("the consulate keeps it as KX-D-2010-117", "KX-D-2010-117"),
        ("held under number 051-Q-2290 there", "051-Q-2290"),
        ("Receipt No. 6620417 was given out", "6620417"),
        ("Lunch PIN 55128; she is in Room 14", "55128"),
        ("Police case no. 10-00417 was filed", "10-00417"),
        ("her badge 81733 was taken", "81733"),
        ("Client # 4417", "4417"),
        ("inmate ID 48213 escaped", "48213"),
        ("his card 48213 expired in May", "48213"),
        ("identified by 204-417-719 there", "204-417-719"),
        ("the file moved from 204 417 719 today", "204 417 719"),
        ("his property bag QB-44172 went along", "QB-44172"),
        ("Booking HC-2010-0417 at the jail", "HC-2010-0417"),
        ("see police report 10-0093", "10-0093"),
        ("His file KLJ-2010-4471 was lost.", "KLJ-2010-4471"),
        ("He was KLJ-2010-4471 there.", "KLJ-2010-4471"),
        ("the arrest report KLJ-10-4472", "KLJ-10-4472"),
        ("intake KLJ-10-4471 of him", "KLJ-10-4471"),
        ("asks for intake no. 10-KL-0093", "10-KL-0093"),
        ("Booked in at nine. Intake no. KLJ-10-4471, pod C", "KLJ-10-4471"),
        ("Intake no. KLJ-10-4471. Inmate was ill", "KLJ-10-4471"),
        ("Intake no. KLJ-10-4471", "KLJ-10-4471"),
        ("Booking slip 447120998", "447120998"),
        ("a slip no. 20104471 from the pod", "20104471"),
        ("Dkt. 447120998 was hers", "447120998"),
        ("we ran query 20114471887", "20114471887"),
        ("Card 9171 0820 1044 7120 3312 was found", "9171 0820 1044 7120 3312"),
        ("our no. P-30952, at the Court of Kessel", "P-30952"),
        ("7009 2250 0001 4471 was his card", "7009 2250 0001 4471"),
        ("in report WRO-10-0082 of him", "WRO-10-0082"),
        ("the Kessel PD report KL10-30417 was asked for", "KL10-30417"),
        ("by sheriff's office report no. KLS-10-0417", "KLS-10-0417"),
        ("per State Patrol\nreport SPX10-20417", "SPX10-20417"),
        ("KESSEL POLICE DEPARTMENT\nRecords\n\nRe: our report KL10-30417", "KL10-30417"),
        ("The form reads (QX-204417)", "QX-204417"),
        ("In report KLJ-2010-4471 he was quiet.", "KLJ-2010-4471"),
        ("moved by TA KLJ-2010-4471. Inmate was ill", "KLJ-2010-4471"),
        ("got a speeding ticket TC-441882 by the bridge", "TC-441882"),
    ],
)
def test_a_number_that_nothing_shows_to_be_of_something_else_is_somebodys(text: str, value: str) -> None:
    assert value in held(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Superior Court, case no. 10-00417, heard it.",
        "Roe v. Marlow, No. 10-00417, was decided.",
        "docket M-10-0417 of that court",
        "1:10-cv-00417 and 10-CV-00417",
        "Notary commission no. 1440917",
        "Contract HSCE-10-00417 was let",
        "policy 51450-13 protects him",
        "the report OIG-10-063 says so",
        "Form EOIR-1028 was sent",
        "Merged under message BX-2010-0417.",
        "Intake no. OMB-10-0207. It states that",
        "Intake no. OMB-10-0207 stood on a copy",
        "slip no. 5512 came back",
        "the routing slip 447120998",
        "docket 447120 at the Court of Kessel",
        "Ada Roe, CSR No. 99210, wrote it down",
        "on 20100417 it rained",
        "return receipt 9171 0820 1044 7120 3312",
        "sent certified 7009 2250 0001 4471\n8830.",
        "Tasker DRNQ-2011-0339.",
        "see series KLST-2010-10 of the bureau",
        "TICKET INC-0047712 OPENED 08:17",
        "the memo DRNQ-2011-44 says so",
        "In report KLST-2010-4471 the bureau was praised; he was not.",
        "Travel authority no. TA-10-77312 was signed",
        "in report WRO-10-0082",
        "the Border Patrol report WRO-10-0082",
        "KESSEL FIELD OFFICE\nTo: Kessel Police Department\n\nRe: our report WRO-10-0082",
        "Use the new form (QX-2207).",
        "he was taken at 2140 hours; lights out 0800-1600",
        "in fiscal year 2010-2011 and FY2010",
        "booking 4410 persons took a month",
        "Room 1417 of the annex",
        "Bar no. 318840",
        "Juniper 1204 3312 118",
        "for $14,000 on 11/18/2009",
    ],
)
def test_numbers_of_courts_papers_counts_and_hours_stay(text: str) -> None:
    assert held(text) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The Council settled claim number 10-00447 for Ilse Quorn last night.", "10-00447"),
        ("Intake no. OMB-2010-4471 Quorn. It states that", "OMB-2010-4471"),
        ("requisition 20104471887 for Quorn", "20104471887"),
    ],
)
def test_a_number_of_a_paper_on_a_named_person_is_withheld_and_else_stays(text: str, number: str) -> None:
    at = re.search("Ilse|Quorn", text)
    assert at
    assert {text[one.start : one.end] for one in numbers_in_case(text, (), (at.start(),))} == {number}
    assert list(numbers_in_case(text, (), ())) == []


def ages(text: str, name: str = "") -> list[str]:
    ends = (text.index(name) + len(name),) if name else ()
    return [text[one.start : one.end] for one in ages_in(text, ends)]


@pytest.mark.parametrize(
    ("text", "name", "age"),
    [
        ("a 34-year-old man", "", "34-year-old"),
        ("I am forty-one years old and live here", "", "forty-one years old"),
        ("Age: 15   Sex M", "", "15"),
        ("Age/Sex: 29 F", "", "29"),
        ("The girl, 15, was alone", "", "15"),
        ("The man, about 40, wept", "", "40"),
        ("He was fifty-one on Friday", "", "fifty-one"),
        ("Nilo Vrba, seventeen, was there", "Nilo Vrba", "seventeen"),
        ("a child of nine, alone", "", "nine"),
        ("her girl, who is eleven.", "", "eleven"),
        ("Pt is 61 yo F", "", "61 yo"),
        ("her daughter Bia is four.", "", "four"),
        ("Roe, Ada, 37, was there", "Ada", "37"),
        ("Ada Roe (37)", "Roe", "37"),
    ],
)
def test_an_age_is_found(text: str, name: str, age: str) -> None:
    assert age in ages(text, name)


@pytest.mark.parametrize(
    "text",
    [
        "persons aged 18 to 34",
        "age 65 and older",
        "he is one of them",
        "a five-year plan",
        "who was one man too many",
        "Page 15",
        "The girls, 15 of them, sang; he was one of two on the list.",
        "who is canteen.",
    ],
)
def test_ages_of_groups_and_other_counts_stay(text: str) -> None:
    assert ages(text) == []


@pytest.mark.parametrize(
    ("text", "births"),
    [
        ("born in Kesselby on the 12th of March, 1981. He came in 1998.", ["12th of March, 1981"]),
        ("national Ada Roe, born 17.IX.1973, held", ["17.IX.1973"]),
        ("since his baptism on July 8, 1986.", ["July 8, 1986"]),
        ("he was born Aug '47 in Kesselby", ["Aug '47"]),
        ("Q. When were you born?\nA. In 1986, on the fourth of June, there.", ["1986", "fourth of June"]),
        ("FOREIGN BORN - run 10/06/2009", []),
        ("the program was reborn in 2008", []),
    ],
)
def test_whatever_day_is_given_for_a_birth_is_one(text: str, births: list[str]) -> None:
    found = values_in_case(text, (IdentifierFound(0, 0, "ssn", ""),))
    assert [text[one.start : one.end] for one in found if one.kind == "date-of-birth"] == births


def test_a_page_of_empty_lines_is_read_in_a_moment() -> None:
    assert timeit(lambda: held("\n" * 3000 + "It is our report 11-20773."), number=1) < 2


@pytest.mark.parametrize(
    ("text", "plates"),
    [
        ("Ada Roe in KLM 247 left", ["KLM 247"]),
        ("Ada Roe M/H ICE 247\nheld by ICE, one", []),
        ("Ada Roe, form KLM-553", []),
        ("Ada Roe KLM 247\nKLM is a mark", []),
        ("Ada Roe KLM 247\nKLMs 247", ["KLM 247"]),
    ],
)
def test_a_forms_number_is_no_plate(text: str, plates: list[str]) -> None:
    assert [text[one.start : one.end] for one in plates_in(text, (0,))] == plates


def test_a_spanish_day_is_no_number() -> None:
    text = "14 de julio de 2010 Ada Roe 3317\nAda Poe 4418"
    assert "2010" not in {text[one.start : one.end] for one in numbers_in_case(text, (), (20, 33))}
