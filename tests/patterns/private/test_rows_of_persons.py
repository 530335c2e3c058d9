"""Rows of persons are known by their build, without a head."""

from __future__ import annotations

from timeit import timeit

import pytest

from pipeline.patterns.private.identifiers import identifiers_in
from pipeline.patterns.private.rows_of_persons import rows_of_persons

LIST = "Roe Ada 7704418 HOLD 2/2/84 A\nMoon Ike 7704437 none 10/19/90 B\nDe Vrba T. 7704452 REL unk A"


def test_names_numbers_and_births_go() -> None:
    found = sorted((one.start, LIST[one.start : one.end]) for one in rows_of_persons(LIST))
    assert [value for _, value in found] == [
        "Roe Ada", "7704418", "2/2/84", "Moon Ike", "7704437", "10/19/90", "De Vrba T.", "7704452",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("JAIL LOG\nDate Name Charge\n4/1 Vrba, D DUI\n4/1 Moon DUI\n4/2 Ada Roe theft\n", ["Vrba, D", "Moon", "Ada Roe"]),
        ("Inmate   Bunk   Bond\nMOON, IKE 4B $500\nVRBA ADA 4C none\n\nMoon County pays.", ["MOON, IKE", "VRBA ADA"]),
        ("No. | Name | Offense\n1 | Moon | felony\n2 | Vrba | DUI\n", ["Moon", "Vrba"]),
        ("No. Name Age Bunk\n1 MOON 34 12\n2 VRBA 22 13\n", ["MOON", "VRBA"]),
        ("Bed Inmate Bond\n12 Moon 5,000\n14 Vrba 700\n", ["Moon", "Vrba"]),
        ("Bed Name Age\n4 Moon 34\n5 Vrba 22\n", ["Moon", "Vrba"]),
        ("No. Name DOB\n1 MOON 3/4/81\n2 VRBA 5/9/79\n", ["MOON", "VRBA"]),
        ("Name Age Site\nMoon 4 Dell\nVrba 3 Marl\n", []),
        ("Name County Charge\nMoon 4 felony\nVrba 3 DUI\n", []),
        ("Name Booked Total\nMoon 44 12\nVrba 31 2\n", []),
        ("Inmates Booked Released\nMoon 40 20\nVrba 31 18\n", []),
        ("Inmates by charge Booked\nReckless Boating 40 22\nPetty Fraud 3 1\n", []),
        ("Inmate Cell Age\nAda Vrba 4 22\nIke Moon 3 31\n", ["Ada Vrba", "Ike Moon"]),
        ("Inmate Booked In\nMOON IKE 4/1 0915\nVRBA ADA 4/2 1130\n", ["MOON IKE", "VRBA ADA"]),
        ("Date Name Status\n4/1 Moon live\n4/2 Vrba live\n", []),
        ("The name and the charge\nMoon met them.", []),
        ("Inmate Charges\nAda Vrba 2\nIke Moon 3\n", ["Ada Vrba", "Ike Moon"]),
        ("No. Detainee Holds Charges\n1 Vrba 2 4\n2 Moon 3 3\n", ["Vrba", "Moon"]),
        ("Inmates Charges\nDell 20 2\nMarl 3 3\n", []),
        ("Name Charges\nDell 20 2\nMarl 3 3\n", []),
        ("Last 4 Name Bed\n1204 Ada Vrba 3\n1311 Ike Moon 4\n", ["Ada Vrba", "Ike Moon"]),
        ("Last 4 Name Bed\n     Ada Vrba 3\n     Ike Moon 4\n", ["Ada Vrba", "Ike Moon"]),
        ("No. Name Bed\nAda Vrba 3\nIke Moon 4\n", []),
        (
            "Vrba, Ada 3/4/85 DUI\nMoon, Ike W/M 4/4/86 theft\nLusk, Tam 5/5/87\n",
            ["Vrba, Ada", "3/4/85", "Moon, Ike", "4/4/86", "Lusk, Tam", "5/5/87"],
        ),
        ("1 Ada Vrba - held\n2 Vrba, Ada 3/4/85\n3 Moon, Ike 4/4/86\n", []),
        ("Seniority\nVrba, Ada 3/4/85\nMoon, Ike 4/4/86\nLusk, Tam 5/5/87\n", []),
        ("Vrba, Ada 3/4/85 deputy\nMoon, Ike 4/4/86 clerk\nLusk, Tam 5/5/87 captain\n", []),
        ("Vrba, Ada 3/4/2010 live\nMoon, Ike 4/4/2010 live\nLusk, Tam 5/5/2010 off\n", []),
        ("Dell Bridge built 3/4/1985\nMarl Ferry built 4/4/1986\nHigh Road built 5/5/1987\n", []),
    ],
)
def test_a_jails_log_lists_persons(text: str, names: list[str]) -> None:
    assert [text[one.start : one.end] for one in rows_of_persons(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "Marlow 12844 418 2/2/2010\nKessel 13071 92 3/3/2010\nTremmel 20118 611 4/4/2010",
        "Marlow County 77044 2/2/84\nKessel County 77045 3/3/84\nTremmel County 77046 4/4/84",
        "Roe Ada 7704418 HOLD 2/2/84\nMoon Ike 7704437 none 10/19/90",
        "Order 7704418 of 2/2/84 stands.\nThe board met.",
        "",
    ],
)
def test_rows_of_places_and_counts_stay(text: str) -> None:
    assert list(rows_of_persons(text)) == []


@pytest.mark.parametrize(("text", "held"), [("card 900 33 1452 phone", 1), ("412 31 2010 was", 0), ("9 412 31 4482 17", 0)])
def test_nine_digits_grouped_three_two_four(text: str, held: int) -> None:
    assert sum(one.kind == "ssn" for one in identifiers_in(text)) == held


@pytest.mark.parametrize(
    "text",
    ["Name Charge\n" * 4000, "Name Charge\n" + "Ada, Roe\n" * 4000, "Name Charge " * 4000, "Name Charge\n" + "Ada, " * 9000],
)
def test_a_hostile_log_is_read_in_a_moment(text: str) -> None:
    assert timeit(lambda: list(rows_of_persons(text)), number=1) < 2


def test_every_row_below_a_head_is_told_once() -> None:
    text = "Name Charge\nRoe, Ada theft\nPoe, Bo dui\n\nName Charge\nMoll, Cy theft\n"
    assert [text[one.start : one.end] for one in rows_of_persons(text)] == ["Roe, Ada", "Poe, Bo", "Moll, Cy"]
