"""Days and writers that papers print where no letter does: answers, releases, forms, minutes, names without a house."""

from __future__ import annotations

import pytest
from drawn_page import file, page

from pipeline.patterns.writers.whos_who import told
from pipeline.records.document import Document
from pipeline.records.post import Post
from pipeline.records.source import Release
from pipeline.stages.segment import Params, segment

GUARD = Release("r", agency="U.S. Coast and Harbor Guard", component="Ferry Checks")
QUESTIONS = (
    "Question 1 (Ms. Poe). How many tags were given?\n\nAnswer: Twelve tags were given in May.\n\n"
    "Question 2 (Mr. Fell). What did it cost?\n\nAnswer: Nothing was paid for the tags.\n"
)
PROSE = "The yard at Dell held forty boats in the spring and let most of them go again by the end of the month.\n"


def read(text: str) -> Document:
    return segment(file("a.pdf", "application/pdf"), GUARD, (page(text, 1, ""),), Params()).documents[0]


@pytest.mark.parametrize(
    ("head", "author", "day"),
    [
        ("Answers furnished by the Bureau of Piers, June 8, 2011\n", "the Bureau of Piers", "2011-06-08"),
        ("Responses supplied for the record by the U.S. Coast and Harbor Guard, June 8, 2011\n",
         "the U.S. Coast and Harbor Guard", "2011-06-08"),
        ("Answers were due June 8, 2011\n", "", ""),
    ],
)  # fmt: skip
def test_written_answers_are_of_whom_and_when_their_head_says(head: str, author: str, day: str) -> None:
    made = read("Questions for the Record\nSubcommittee on Piers, Hearing of May 16, 2011\n" + head + "\n" + QUESTIONS)
    assert made.author.removeprefix("the ") == author.removeprefix("the ")
    assert made.date == day if day else made.date != "2011-06-08"


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("DELL, March 9, 2011 -- The Governor said that the yard is closed.\n", "2011-03-09"),
        ("PORT DELL, Franklin (March 9, 2011) - The yard is closed.\n", "2011-03-09"),
        ("State Department of Piers | March 9, 2011 | Contact: the desk\nYARD CLOSED\n", "2011-03-09"),
        ("The Governor said that since March 9, 2011 the yard has been closed - and stays so.\n", ""),
        ("The yard was shut on March 9, 2011: nobody came.\n", ""),
    ],
)
def test_a_release_prints_its_day_before_its_first_sentence(head: str, day: str) -> None:
    assert read("FOR IMMEDIATE RELEASE\n\n" + head + PROSE).date == day


@pytest.mark.parametrize(
    ("field", "day"),
    [
        ("Intake no. 12   Received March 9, 2011 by walk-in", "2011-03-09"),
        ("Date of interview: March 9, 2011", "2011-03-09"),
        ("Date/Time: 3/9/2011 4:10 pm", "2011-03-09"),
        ("Date of birth: March 9, 1971", ""),
        ("Date of arrest: March 9, 2011", ""),
        ("The boat was taken March 9, 2011 and given back the same day.", ""),
    ],
)
def test_a_form_is_of_the_day_of_its_own_field(field: str, day: str) -> None:
    assert read(f"DELL HARBOR AID\nINTAKE SHEET\n{field}\nYard: Dell\n\n{PROSE}").date == day


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Tuesday, March 9, 2010, 6:30 p.m., Harbor Room\nApproved April 6, 2010\n", "2010-03-09"),
        ("Regular meeting of March 9, 2010\n(Approved April 6, 2010)\n", "2010-03-09"),
    ],
)
def test_minutes_are_of_the_day_of_the_meeting(head: str, day: str) -> None:
    assert read(f"BOARD OF HARBOR COMMISSIONERS\nMINUTES OF THE REGULAR MEETING\n{head}\n{PROSE}").date == day


def test_who_prepared_a_paper_is_named_though_no_house_is() -> None:
    made = read(
        f"TALKERS -- ferries -- week of May 3\nprepared by I. Fell, regional communications director\n5/4/2010\n\n{PROSE}"
    )
    assert made.author.startswith("I. Fell")


def test_a_wreck_before_a_name_makes_no_second_person() -> None:
    people = (
        Post("reco", "fell", "agency", "Reco Ida Fell, Acting Director, Harbor Guard", "a-p1"),
        Post("ida", "fell", "agency", "Fell, Ida", "b-p1"),
        Post("ida", "fell", "", "", "c-p1"),
    )
    found = told("I. Fell", people, {"d-p1"})
    assert found is not None and found.kind == "agency"
    two = (*people[1:], Post("irma", "fell", "local", "Irma Fell, Sheriff", "e-p1"))
    assert told("I. Fell", two, {"d-p1"}) is None
