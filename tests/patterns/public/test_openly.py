"""What a page shows to be public, and what the files of a release tell one another of it."""

from __future__ import annotations

import pytest

from pipeline.patterns.private.telephones import whole_lines
from pipeline.patterns.public.openly import lists_shown, officials_shown, places_shown, towns_shown
from pipeline.records.finding import Openly, Shown
from pipeline.told_openly import joined


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The Brellick County Jail has six beds.", {"brellick"}),
        ("HALLOW BRIDGE FIELD OFFICE - MUSTER NOTES", {"hallow", "bridge"}),
        ("FAX Vandrell Co. Jail to the desk", {"vandrell"}),
        ("Board of Supervisors\nCounty of Ternock\nDear all", {"ternock"}),
        ("If Ossick Police ask, tell them.", {"ossick"}),
        ("They told Josefa Lindarky police would come back.", set()),
        ("The County Jail and the City Council met.", set()),
        ("Ada Vrba went to jail.", set()),
        ("Cedar Stell Police Department and Ossick Detention Center", {"cedar", "stell", "ossick"}),
        ("Subject: Tomasz Vrba Detention", set()),
        ("Vrba Police Report attached", set()),
        ("Tomasz Vrba Jail Visit", set()),
        ("THESSALY VRBA DETENTION ORDER", set()),
        ("Tomasz Vrba Jail", set()),
        ("signed by the Ternock State Police", {"ternock"}),
        ("Filter: STATE=TERNOCK, OPENED", {"ternock"}),
        ("Four counties went live, in all seventeen Ternock counties", {"ternock"}),
        ("Governor of Ternock\nDear Governor", {"ternock"}),
        ("In Ossick, Vandrell and Cedar Stell Counties", {"ossick", "vandrell", "cedar", "stell"}),
        ("Then the Ossick jail and Vandrell's undersheriff agreed. A van waits in Ossick.", {"ossick", "vandrell"}),
        ("Then the Vrba jail was spoken of, and Vrba's sheriff friend.", set()),
        ("the Vrba attorney, the Vrba hearing and Vrba's deputy friend", set()),
        ("Then Vrba State Street came to mind", set()),
        ("Vrba's jail time was cut and Vrba’s supervisors knew; the Vrba jail sentence stood", set()),
        ("Name: Ilse Vrba County: Ternock", set()),
        ("Counties still to come: Ternock (May), Ossick (two sites), and Cedar Stell", {"ternock", "ossick", "cedar", "stell"}),
        ("Counties where inmates came from: Vrba (May), Moll, and Dunn", set()),
        ("Callers: Vrba (May), Moll, and Dunn", set()),
        ("Alder County Sheriff's Office\n12 Mill Road, Ternock\n\nDear Walt", {"alder", "ternock"}),
        ("Bureau of Records\n12 Mill Road, Cedar Stell, WN 55501\n", {"cedar", "stell"}),
        ("Ilse Vrba\n12 Mill Road, Ternock\n", set()),
        ("She left the Office\n12 Mill Road, Vrba came by\n", set()),
        ("Name: the Office\n12 Mill Road, Vrba\n", set()),
    ],
)
def test_a_place_is_shown_by_a_body_of_its_own(text: str, places: set[str]) -> None:
    assert set(places_shown(text)) == places


@pytest.mark.parametrize(
    ("text", "officials"),
    [
        ("all of them.\nRuth Amador-Lane\nField Office Director\n\nX", {"ruth amador-lane"}),
        ("THROUGH: Lorna Petrak, Assistant Director", {"lorna petrak"}),
        ("Present: H. Okafor-Bell (Public Defender)", {"h okafor-bell"}),
        ("Hand it to Sgt. Wrayburn at the desk", {"wrayburn"}),
        ("From: Cal Hobarth <chobarth@ternock.example.gov>", {"cal hobarth"}),
        ("Ada Vrba, of 12 Mill Lane, called.", set()),
        ("Lorna Petrak, Director of the desk, came.", {"lorna petrak"}),
        ("Raymond Oseik\nDeputy Executive Director\n", {"raymond oseik"}),
        ("Lorna Petrak\nDirector Field Operations", {"lorna petrak"}),
        ("Present: Thessaly Vrba, Officer Hobarth, and a child.", {"hobarth"}),
        ("Thessaly Vrba\nJudge Hobarth\n", {"hobarth"}),
        ("Thessaly Vrba (Public Defender assigned)", set()),
        ("Thessaly Vrba, the officer wrote, was tired.", set()),
        ("Thessaly Vrba - Attorney: none", set()),
        ("SDDO Hobarth and DO Petrak went.", {"hobarth", "petrak"}),
        ("JOAO DA VRBA\nwas there", set()),
        ("DO HUNG VRBA was booked", set()),
        ("ADA VRBA was booked", set()),
        ("Marlow v. Vrba was cited", set()),
        ("From: Ada Vrba <ada@mailhut.example>", set()),
    ],
)
def test_who_is_in_office_is_shown_by_it(text: str, officials: set[str]) -> None:
    assert set(officials_shown(text)) == officials


def test_a_list_of_single_names_is_one_and_a_full_name_is_none() -> None:
    assert list(lists_shown("Remaining: Corrand, Vandrell and Stellock.")) == [("corrand", "vandrell", "stellock")]
    assert list(lists_shown("Ternock, Vrba and Sloot were booked that night.")) == []
    rows = "Ossick 07/01/2010 live\nTernock 08/03/2010\nVandrell 12 4 1\n"
    assert list(lists_shown(f"County Begun\n{rows}")) == [("ossick", "ternock", "vandrell")]
    assert list(lists_shown(rows)) == []
    counts = "Ossick 12 4\nTernock 8 3\nVandrell 12 4 1\n"
    assert list(lists_shown(f"Jurisdiction Prints Matches\n{counts}")) == [("ossick", "ternock", "vandrell")]
    assert list(lists_shown(counts)) == list(lists_shown(f"Shifts Worked\n{counts}")) == []
    assert list(lists_shown("Ternock and Vrba fought.")) == list(lists_shown("Ternock, Ossick and Vrba shared a cell.")) == []
    assert list(lists_shown("Name Booked\nOssick 07/01/2010\nTernock 08/03/2010\nVrba 09/03/2010\n")) == []
    assert list(lists_shown("a. Pellick, Tomasz Birnbaumer was held")) == []


def test_an_offices_line_is_shown_by_its_label() -> None:
    assert list(whole_lines("main office (603) 555-0101")) == [("6035550101", True)]
    assert list(whole_lines("his cell (603) 555-0101")) == [("6035550101", False)]


def test_files_tell_one_another_only_what_they_ask() -> None:
    first = Shown(Openly(("ossick", "ternock"), ("ruth amador",), ("6035550101",)), (), ("ternock",))
    second = Shown(
        Openly(),
        (("ternock", "ossick", "corrand"), ("ternock", "vrba", "sloot"), ("corrand", "pell")),
        ("6035550101", "amador", "corrand", "pell", "sloot", "vrba"),
    )
    told = joined({"a": first, "b": second})
    assert told["b"] == Openly(("corrand",), ("ruth amador",), ("6035550101",))
    assert told["a"] == Openly(("ternock",), (), ())


def test_a_name_in_one_list_with_two_places_is_one_and_whole_names_are_told_whole() -> None:
    places = Openly(("ossick", "ternock", "cedar", "stell", "cedar stell"))
    first = Shown(places, (("ossick", "pell", "ternock"), ("ossick", "vrba")), ())
    second = Shown(Openly(), (("ternock", "vrba"),), ("cedar", "pell", "stell", "vrba"))
    assert joined({"a": first, "b": second})["b"] == Openly(("cedar", "cedar stell", "pell", "stell"))
    assert list(towns_shown("The Cedar Stell Field Office wrote; Tomasz Vrba County Jail")) == ["cedar stell"]
    for form in (
        "Name: Ilse Vrba County: Ternock",
        "Ilse Vrba County | Ternock",
        "booked Ilse Vrba County\nJail hold",
        "Ilse Vrba Parish: St. Jude",
    ):
        assert list(towns_shown(form)) == []
    assert list(towns_shown("people of Cedar Stell County wrote")) == ["cedar stell"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The Vrba jail is full. They met in Vrba.", True),
        ("The Vrba jail is full. Vrba court sat.", True),
        ("The Vrba jail call of May. Outside Vrba wept.", False),
        ("The Vrba jail call of May. Vrba court date is May 4.", False),
    ],
)
def test_what_has_a_jail_is_a_place_where_it_is_met_as_one_again(text: str, shown: bool) -> None:
    assert ("vrba" in set(places_shown(text))) is shown
