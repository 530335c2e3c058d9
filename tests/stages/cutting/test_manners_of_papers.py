"""Papers in manners of their own: greetings by title, teams of a program, newsletters of lodges, interviews, chats."""

from __future__ import annotations

from typing import Any

import pytest
from drawn_page import file, page

from pipeline.extractors.cueing.grammar import view_of
from pipeline.extractors.speakers.roster import roster_of
from pipeline.extractors.speakers.sources import Source, Voices, source_at
from pipeline.extractors.speakers.turns import label_in
from pipeline.patterns.names.offices import Names
from pipeline.patterns.openings.examined import examinations
from pipeline.patterns.writers.posts import posts_on
from pipeline.patterns.writers.sworn import sworn_house
from pipeline.records.document import Document
from pipeline.records.source import Release
from pipeline.stages.cutting.writers import own_names
from pipeline.stages.segment import Params, segment

GUARD = Release("r", agency="U.S. Coast and Harbor Guard", component="Ferry Checks")
LOG = (
    "The scale at the ferry was read again on Monday and was found to be right within an ounce, which was put in the log.\n"
    "The crew was told of it at the noon muster and the sheet was put up on the wall beside the door of the office.\n"
)


def read(text: str) -> Document:
    return segment(file(), GUARD, (page(text, 1),), Params()).documents[0]


@pytest.mark.parametrize(
    ("text", "kind", "author", "party", "day"),
    [
        ("PINE PORT DETENTION FACILITY\nOrrin County\n\n14 May 2011\n\nGuard Fees\nAttn: Officer Ida Moss\n\nOfficer Moss -\n\n"
         f"{LOG}\nRuth Calder - Warden\n", "letter", "Ruth Calder - Warden", "local", "2011-05-14"),
        ("CITY OF MARL\nPOLICE DEPARTMENT\nOffice of the Chief 11 August 2010\n\nMs. Ida Moss, Director\nFees\n\nMs. Moss,\n\n"
         f"{LOG}\nD. P. Orr\nChief of Police\nDPO:rk\n", "letter", "D. P. Orr, Chief of Police", "local", "2010-08-11"),
        (f"Ferry Checks - Communications team\nFriday note   9 May 2011\n\n{LOG}", "other", "Ferry Checks - Communications team",
         "agency", "2011-05-09"),
        (f"FERRY CHECKS: PORT ROLL-UP (INTERNAL)\n\nRun: 10/04/2010\n\n{LOG}", "other", "", "agency", "2010-10-04"),
        (f"SITUATION REPORT 11-03\nOrrin Sub-Office, period ending 1 APR 2011\n\n{LOG}", "report", "Orrin Sub-Office", "agency",
         "2011-04-01"),
        (f"BROTHERHOOD OF PILOTS, LODGE 9\nThe Pilot Post, May 2011\nFROM YOUR SECRETARY\n\n{LOG}", "article", "", "advocate",
         "2011-05"),
        (f"The Society of Piers\nParish Office, Orrin\n\nTo the Station Director\n\nSince your program came nobody rows.\n"
         f"{LOG}", "other", "", "", ""),
        (f"CHG / Orrin Sub-Office   Duty officer's pass-down   11/14/2010\n\n{LOG}\n/s/ Moss\n", "other", "CHG", "agency",
         "2010-11-14"),
        (f"ORRIN EVENING MAIL Saturday 11 December 2010 page 4\n\nLETTERS\n\nSir - {LOG}\nPAT ORR, Harbor Guard\n\n"
         f"Sir - {LOG}\nADA MOSS, Sheriff of Dorn County\n", "other", "", "", "2010-12-11"),
        (f"DORN COUNTY ATTORNEY\nOpinion 2010-31   October 5, 2010\n\nTO: Sheriff Ada Moss\n{LOG}\nRhys Colby\nCounty Attorney\n",
         "other", "Rhys Colby, County Attorney", "local", "2010-10-05"),
        ("INTERVIEW OF INSPECTOR ADA MOSS BY THE OFFICE OF REVIEW\nOrrin, May 5, 2011\n\nINVESTIGATOR: Was it read?\n"
         "MOSS: It was.\n", "other", "INSPECTOR ADA MOSS", "", "2011-05-05"),
    ],
)  # fmt: skip
def test_whose_and_when(text: str, kind: str, author: str, party: str, day: str) -> None:
    found = read(text)
    assert (found.kind, found.author, found.author_kind, found.date) == (kind, author, party, day)


def test_a_list_greets_nobody() -> None:
    assert (
        read(f"Orrin County Port\n14 May 2011\nThose who came:\nOfficer Moss,\n{LOG}").kind != "letter"
    )  # nothing names her above


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("They asked if it was so. MS. ROE: It was not.", 2),
        ("They asked if it was so. Dep. Comm. Roe said no.", 2),
        ("He came at nine. Ms. Roe left at ten.", 2),
        ("He lives on Elm St. She does not.", 2),
    ],
)
def test_no_sentence_ends_behind_a_title(parser: Any, text: str, sentences: int) -> None:
    found = [one.text for one in parser.parse(text)]
    assert not any(one.endswith(("MS.", "Dep.", "Comm.", "Ms.")) for one in found), found
    assert len(found) >= sentences - 1


def test_a_line_of_a_chat_is_whose_name_it_bears(parser: Any) -> None:
    def label(text: str) -> str:
        found = label_in(view_of(parser.parse(text)[0]), Voices(Source("Clerk", "local")), ())
        return found.name if found else ""

    assert label("12/3/2010 10:04 Roe, Jane: no port can leave.") == "Roe, Jane"
    assert label("12/3/2010 10:04 Jane Roe: no port can leave.") == "Jane Roe"
    assert label("12/3/2010 10:04 Arrived: two boats and a raft.") == ""


def test_it_is_nobody_s_full_name(parser: Any) -> None:
    view = view_of(parser.parse("It said so.")[0])
    assert source_at(view, 0, Voices(Source("", ""), last=Source("Lise Moss", "")), ()) is None
    meant = source_at(view, 0, Voices(Source("", ""), last=Source("Orrin Port Alliance", "advocate")), ())
    assert meant is not None and meant.name == "Orrin Port Alliance"


def test_a_surname_known_from_the_paper_heads_what_is_said(parser: Any) -> None:
    roster = roster_of("", ("In the chair: Sheriff Pell. From CHG: Mr. P. Amsel.\n",), ())

    def label(text: str) -> str:
        found = label_in(view_of(parser.parse(text)[0]), Voices(Source("Clerk", "local")), (), "", roster)
        return found.name if found else ""

    assert label("Amsel: there is no cost to any port.") == "Amsel"
    assert label("Pell: there is no cost to any port.") == "Pell"
    assert label("Money: there is no cost to any port.") == ""


def test_guests_from_a_house_are_its_own() -> None:
    own = own_names(GUARD)
    text = "In the chair: Sheriff Pell. From the Harbor Guard: Ms. Vera Lunt, Mr. P. Amsel. Note taker: Deputy Roe.\n"
    ours = Names((*own.agency, "Harbor Guard"), own.program)
    assert {(one.name.surname, one.kind) for one in posts_on(text, ours) if one.name.surname in ("lunt", "amsel")} == {
        ("lunt", "agency"),
        ("amsel", "agency"),
    }
    assert not [one for one in posts_on("He came from the Harbor Guard: it was late.\n", ours) if one.kind == "agency"]


def test_who_is_sworn_in_a_hearing_answers() -> None:
    text = (
        "COURT OF ORRIN\n\nMR. HALE: Ms. Vera Lunt.\nVERA LUNT, sworn.\nMR. HALE: You are with the Coast and Harbor Guard?\n"
        "THE WITNESS: I am.\nMR. HALE: May a boat leave?\nTHE WITNESS: It may.\n"
    )
    (found,) = examinations(text)
    assert found.who == "VERA LUNT" and sworn_house(text[found.start :]) == "the Coast and Harbor Guard"
    assert not examinations("He was told, and they were sworn.\n" + LOG)
