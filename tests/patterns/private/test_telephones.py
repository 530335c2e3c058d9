"""Digits grouped as telephone numbers: withheld wherever they stand, unless their place shows them to be an office's."""

from __future__ import annotations

from timeit import timeit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.patterns.private.contacts import contacts_in
from pipeline.patterns.private.homes import homes_beside
from pipeline.patterns.private.telephones import telephones_in


def found(text: str) -> list[str]:
    return [text[one.start : one.end] for one in telephones_in(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("I rang 555-0142-881, and nobody came", "555-0142-881"),
        ("Asked for the form by fax. Caller at (555) 017-6640, he", "(555) 017-6640"),
        ("left the number 555-01-88-204 only", "555-01-88-204"),
        ("CB 5550182 664", "5550182 664"),
        ("text me 555 01 9 3 021", "555 01 9 3 021"),
        ("Phone 555-0150 / 773", "555-0150 / 773"),
        ("to be had on (555) 0139 552 or", "(555) 0139 552"),
        ("cell O155-55O-2231. SIB staff", "O155-55O-2231"),
        ("the sister's no. 555 - 0122 - 49 , nights", "555 - 0122 - 49"),
        ("(571) 555-01\n74 is my new cell", "(571) 555-01\n74"),
        ("his cell is 0177 5550", "0177 5550"),
        ("12 (555) 014-2231 12 people", "(555) 014-2231"),
        ("mi tía, 555-0134", "555-0134"),
        ("if you must it is 900 4417 after six", "900 4417"),
        ("she has 900 4417, evenings", "900 4417"),
        ("Counsel: Tova Birch   Evening Phone: 555-014-2210", "555-014-2210"),
        ("Case officer: Dunn   Day phone (555) 014-2210", "(555) 014-2210"),
        ("Attorney name: ____  Phone: 555-014-2210", "555-014-2210"),
    ],
)
def test_every_grouping_is_one(text: str, value: str) -> None:
    assert found(text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "870 133 48 39 are totals of the quarters",
        "Night desk 555-014-2200",
        "Field office day phone 555-014-2200",
        "Attorney: Tova Birch  Ph: 555-014-2200",
        "Run no. 555-0142 of the tracker",
        "the years 1995-2003 and 2009-2010",
        "ZIP 20536-5900",
        "call the office at 900 4417 after six",
        "of 900 4417 came",
        "on 10-04-2010 14 people came",
        "21:14:08 2010",
        "Records Unit, 555-0100.",
        "Ada Roe Regional Coordinator, West (602) 555-0145",
        "$1,914,600 and 12,000-14,000 of them",
        "contract HSCETE-08-F-00417",
        "file 2010-88417 and EIN 12-3456789",
        "press line 555-0111, toll-free (888) 555-0142",
        "section 39-12-104 and 10000-12000 of them",
        "Averill 12,844 418 61 130 227 201",
        "3.14159 26535",
        "The jail's main line is 555-0144",
        "OCT-01 ADS-00 SSO-00 /026 W",
        "Detainer Desk 555-0129",
        "10/02 0915 caller f",
        "activated (1) 388 431 467",
        "Billing contact for the County: Ada Roe,\n555-288-9034.",
    ],
)
def test_other_digits_and_offices_stay(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Cell:555-318-6624 or Home:555-318-6625.", ["555-318-6624", "555-318-6625"]),
        ("DOB: 3/4/1980\nPhone:555-318-6624", ["555-318-6624"]),
        ("seen 3/4/1980–555-318-6624", ["555-318-6624"]),
        ("phone:318-6624", ["318-6624"]),
        ("mobile_555-318-6624", ["555-318-6624"]),
        ("cell–555-318-6624", ["555-318-6624"]),
        ("cell-318-6624", ["318-6624"]),
        ("cell/318-6624", ["318-6624"]),
        ("10:30-555-318-6624 rang", ["555-318-6624"]),
        ("(b)(6):555-318-6624", ["555-318-6624"]),
        ("555-318-6624: mother", ["555-318-6624"]),
        ("555-318-6624-cell", ["555-318-6624"]),
        ("318-6624/cell", ["318-6624"]),
        ("Cell 555-318-6624x12", ["555-318-6624x12"]),
        ("contact 555-318-6624/555-318-6625", ["555-318-6624", "555-318-6625"]),
        ("contact 555-318-6624/318-6625", ["555-318-6624", "318-6625"]),
        ("contact 555-318-6624-555-318-6625", ["555-318-6624", "555-318-6625"]),
        ("contact 318-6624/25", ["318-6624"]),
    ],
)
def test_a_number_glued_to_its_label_is_found(text: str, values: list[str]) -> None:
    assert found(text) == values


@pytest.mark.parametrize(
    "text",
    [
        "at 12:45:3186624 and 10:30:15-04:00",
        "ratio 3:186-6624",
        "2008-03-04:12:33 was logged",
        "FY:2008-2009",
        "HSCEDM-08-555-3186-A",
        "file 08-318-6624-A",
        "sheet 318-6624/B",
        "Docket:318-6624",
        "Fax:555-318-6624",
        "555-318-6624: fax",
        "Sheriff:555-318-6624",
        "2008-318-6624/2009-318-6625",
        "https://site.example/318-6624",
        "555-318-6624%",
    ],
)
def test_other_glued_digits_stay(text: str) -> None:
    assert found(text) == []


def test_a_local_number_with_a_space_is_one_on_a_page_about_a_case() -> None:
    text = "she is at 318 6624"
    assert [text[one.start : one.end] for one in telephones_in(text, ())] == ["318 6624"] and found(text) == []
    for other in ("she saw 318 6624 of them", "(b)(6), (b)(7)(C)\n0000121", "works at 5 Basel Street, Linden 4951033"):
        assert not list(telephones_in(other, ()))


@given(st.permutations((2, 2, 3, 3)) | st.permutations((3, 3, 4)) | st.permutations((2, 4, 4)))
def test_ten_joined_digits_are_one_number_however_they_are_grouped(groups: list[int]) -> None:
    number = "-".join("5550142881"[sum(groups[:at]) : sum(groups[: at + 1])] for at in range(len(groups)))
    assert found(f"she left {number} with us") == [number]


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("Mr. Roe of 12 Pinder Street spoke of dogs.", "12 Pinder Street"),
        ("- neighbor who saw it: 417 Quarry Court", "417 Quarry Court"),
        ("He gave 88 Larch Road, Kessel, and left.", "88 Larch Road, Kessel"),
    ],
)
def test_a_street_is_a_home_where_no_office_is_named(text: str, home: str) -> None:
    assert [text[one.start : one.end] for one in contacts_in(text) if one.kind == "address"] == [home]


@pytest.mark.parametrize(
    "text",
    [
        "Kessel Packing, Inc.\n88 Larch Road\nKessel, OH 44000",
        "The library at 12 Pinder Street is open.",
        "The board sits at 12 Pinder Street, Kessel.",
        "500 12th Street SW, Stop 5900, Washington, DC 20536",
        "88 Larch Road\nKessel, OH 44000\nAttention: Counsel",
    ],
)
def test_a_street_of_an_office_stays(text: str) -> None:
    assert contacts_in(text) == ()


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("Jane Roe of 218 Oakum has no heat", "218 Oakum"),
        ("Jane Roe (220 Oakum, upper) had police", "220 Oakum, upper"),
        ("Jane Roe, 12 March", ""),
        ("Jane Roe, 2010 Census", ""),
        ("Jane Roe and 40 Others", ""),
    ],
)
def test_a_house_right_behind_a_name(text: str, home: str) -> None:
    assert [text[one.start : one.end] for one in homes_beside(text, ((0, 8),))] == ([home] if home else [])


def test_a_house_right_behind_what_was_held_back() -> None:
    text = "Mrs. ████ of 417 Quarry saw it; (b)(6) at 9 Elm too."
    assert [text[one.start : one.end] for one in homes_beside(text, ())] == ["417 Quarry", "9 Elm"]


def test_the_rules_of_a_form_are_read_quickly() -> None:
    assert timeit(lambda: found("_" * 20_000 + " 555-0142-881"), number=1) < 2
