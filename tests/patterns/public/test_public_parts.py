"""Who speaks for others in public or stands in the agency's address book; callers, kin and those spoken of are none of them."""

from __future__ import annotations

from timeit import timeit

import pytest

from pipeline.patterns.public.public_parts import (
    correspondents_shown,
    counsel_shown,
    leaders_shown,
    members_shown,
    speakers_shown,
)

MINUTES = "BRELLICK BOARD - MINUTES\nPublic comment. "


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (MINUTES + "Rev. Otto Fenn for the\nBrellick Table of Churches: it was told", {"otto fenn"}),
        (MINUTES + "Rev. Otto Fenn, First Mennonite, said the church", {"otto fenn"}),
        ("Data: ask us. The coordinator is Rev. Otto Fenn.\n", {"otto fenn"}),
        ("Ask our secretary. Its secretary is Oda Fenn.", {"oda fenn"}),
        ("A complaint came in. The author is Oda Fenn.", set()),
        ("Our executive director is Oda Fenn, who", {"oda fenn"}),
        (MINUTES + "Mr. Otto Fenn, taxpayers' league, favored going on.", {"otto fenn"}),
        (MINUTES + "Oda Fenn, of the Ternock Homeowners Association, asked", {"oda fenn"}),
        (MINUTES + "Mr. Otto Fenn told of his family.", set()),
        (MINUTES + "Ms. Oda Fenn, of 46 Ossick Lane, said that", set()),
        (MINUTES + "Oda Fenn, whose union would not help her, said", set()),
        (MINUTES + "Oda Fenn, local teachers union, spoke", {"oda fenn"}),
        (MINUTES + "Oda Fenn, stabbed outside the club, asked for water.", set()),
        (MINUTES + "Oda Fenn, beaten behind the post, said so.", set()),
        (MINUTES + "Oda Fenn, Ternock Union, was arrested.", set()),
        ("We rode on. Ten minutes later Oda Fenn, Ternock Lodge, asked for water.", set()),
        ("A Spanish speaker was found. Oda Fenn, Ternock Lodge, asked for water.", set()),
        ("We held Oda Fenn, taxpayers' league, said nobody.", set()),  # no meeting
        ("His pastor Rev. Otto Fenn came for the boy. The inmate is Otto Fenn.", set()),
        ("The prayer of Rev. Otto Fenn for his mother", set()),
    ],
)
def test_who_speaks_for_others_in_public_is_told(text: str, names: set[str]) -> None:
    assert {*speakers_shown(text), *leaders_shown(text)} == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("To that, attorney Otto Fenn argued that no rule is set.", {"otto fenn"}),
        ("Heard today.\nFor the respondents, Ms. Oda Fenn, Ternock Law Clinic; and others", {"oda fenn"}),
        ("COUNSEL FOR PLAINTIFFS: Oda Fenn, Fenn & Moll LLP\n", {"oda fenn"}),
        ("Bond was set for the respondent, Oda Fenn, Ternock, at $900.", set()),
        ("A stay was entered for respondent: Oda Fenn, Ternock.", set()),
        ("For the respondent, Oda Fenn, Ternock\n", set()),
        ("For the respondent: Oda Fenn, Ternock Detention Center\n", set()),
        ("For the petitioner: Oda Fenn, Ternock Residential Center\n", set()),
        ("The court found for the petitioner, Oda Fenn, Ternock Law Clinic client.", set()),
        ("His attorney Otto Fenn, who came late", set()),
        ("Vrba’s lawyer Otto Fenn said so", set()),
        ("The letter is for defendant, Oda Fenn, who is in cell 4", set()),
        ("attorney Otto Fenn waits", set()),
    ],
)
def test_counsel_are_told_by_what_they_do_in_public(text: str, names: set[str]) -> None:
    assert set(counsel_shown(text)) == names


def test_minutes_list_the_members_present_and_absent() -> None:
    text = "REGULAR MEETING OF THE BOARD\nPresent: Chair Orla Dunn, Bo Moll, Vrba. Absent: Fenn. Also: the clerk"
    assert {"orla dunn", "bo moll", "vrba", "fenn"} <= set(members_shown(text))
    assert not set(members_shown("BOND HEARING BOARD\nPresent: Orla Dunn, Vrba. Absent: Fenn"))
    assert not set(members_shown("FAMILY SUPPORT GROUP MINUTES\nPresent: Orla Dunn, Vrba\n"))
    assert not set(members_shown("SAFETY COMMITTEE MINUTES\nPresent: inmates Orla Dunn, Vrba\n"))


@pytest.mark.parametrize(
    ("texts", "names"),
    [
        (
            ("From: Dunn, Orla\nTo: Moll, Bo\nSubject: x", "From: Moll, Bo (CTR)\nTo: Dunn, Orla; Vrba, Ada\n"),
            {"orla dunn", "bo moll"},
        ),
        (("From: Dunn, Orla <o.dunn@agency.gov>\n", "Cc: Dunn, Orla\n"), {"orla dunn"}),
        (("From: Orla Dunn\nSubject: x\n", "From: Orla Dunn\nSubject: x\n"), set()),
        (("From: Dunn, Orla\n", "From: Dunn, Orla <orla77@post.example>\n"), set()),
        (("From: Dunn, Orla\nSubject: x\n",), set()),
        (("From: Dunn, Orla\nTo: Jail\nMy file\n", "From: Dunn, Orla\nTo: Jail\nMy pills\n"), set()),
        (("INMATE REQUEST\nFrom: Dunn, Orla\nDate: x\n", "INMATE REQUEST\nFrom: Dunn, Orla\nDate: x\n"), set()),
        (("To: Dunn, Orla\nDate: x\nYour bond is set.\n", "To: Dunn, Orla\nDate: x\nYour bond is set.\n"), set()),
        (("From: Dunn, Orla\nDate: x\n", "From: Dunn, Orla\nDate: x\n", "Date: x\n\nDear Ms. Dunn:\n\nTo: Dunn, Orla\n"), set()),
        (("Name: Dunn, Orla\n", "Name: Dunn, Orla\n"), set()),
    ],
)
def test_the_address_book_prints_the_agencys_own_people(texts: tuple[str, ...], names: set[str]) -> None:
    assert set(correspondents_shown(texts)) == names


def test_hostile_lines_are_read_in_a_moment() -> None:
    text = "MINUTES\n" + "Otto Fenn, of the " * 3000 + "From: Dunn, Orla; " * 3000
    assert timeit(lambda: [*speakers_shown(text), *members_shown(text), *correspondents_shown((text,))], number=1) < 2


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The attorney Oda Fenn, who wrote it", {"oda fenn"}),
        ("Under a power of attorney Oda Fenn, his niece, signed", set()),
    ],
)
def test_who_signs_for_another_is_no_lawyer(text: str, names: set[str]) -> None:
    assert set(counsel_shown(text)) == names
