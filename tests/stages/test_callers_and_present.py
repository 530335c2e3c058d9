"""Notes of calls, minutes of boards, releases without letterhead, mails between arrows: whose word each of them holds."""

from __future__ import annotations

from typing import Any

import pytest
from drawn_page import file, page

from pipeline.extractors.grammar import view_of
from pipeline.extractors.roster import roster_of
from pipeline.extractors.sources import Source, Voices, source_at
from pipeline.extractors.turns import label_in
from pipeline.patterns.announced import announcer
from pipeline.patterns.messages import messages_in
from pipeline.patterns.questions import questions_answered
from pipeline.patterns.sworn import sworn_house
from pipeline.records.document import Document
from pipeline.records.source import Release
from pipeline.stages.segment import Params, segment
from pipeline.stages.writers import own_names

GUARD = Release("r", agency="U.S. Coast and Harbor Guard", component="Ferry Checks")
OWN = own_names(GUARD)
LOG = (
    "The scale at the ferry was read again on Monday and was found to be right within an ounce, which was put in the log.\n"
    "The crew was told of it at the noon muster and the sheet was put up on the wall beside the door of the office.\n"
)


def read(text: str) -> Document:
    return segment(file(), GUARD, (page(text, 1),), Params()).documents[0]


@pytest.mark.parametrize(
    ("text", "author", "party"),
    [
        (f"Call notes, Orrin - 11/9/10\nOn: Moss (FC), Deputy Orr and Capt. Roe (Orrin), Colby (State Police)\n\n{LOG}", "", ""),
        (f"FORM 7 TELEPHONE RECORD\nTo/From: FROM   Party: Supt. Ida Moss, State Police\nReceived by: (b)(6)\n\n{LOG}", "", ""),
        (f"Marl Pier Information Board\nQuarterly meeting, Thursday 14 January 2010\n\nPresent: I. Moss\n\n{LOG}",
         "Marl Pier Information Board", ""),
        (f"Written Testimony of\nSheriff Ida Moss\nbefore the\nMarl House Committee on Piers\nMay 5, 2011\n\n{LOG}",
         "Sheriff Ida Moss", "local"),
        (f"FERRY CHECKS - QUESTIONS FROM THE PIERS\nRev. 3 (May 2010)\n\n{LOG}\nSend questions to ferry@chg.gov.\n", "",
         "agency"),
        (f"FERRY CHECKS - QUESTIONS FROM THE PIERS\nRev. 3 (May 2010)\n\n{LOG}\nSend questions to pier@marl.gov.\n", "", ""),
        (f"Deployment team - Monday note, 10 May 2010\n\n{LOG}", "", "agency"),
    ],
)  # fmt: skip
def test_whose_a_paper_is(text: str, author: str, party: str) -> None:
    found = read(text)
    assert (found.author if author else "", found.author_kind) == (author, party)


def test_who_is_present_may_head_what_he_says(parser: Any) -> None:
    text = "Notes\nOn: Moss (FC), Deputy Orr and Capt. Roe (Orrin County), Colby (State Police)\n\nColby: no.\n"
    roster = roster_of("", (text,), ("Ferry Checks",))

    def label(line: str) -> Source | None:
        return label_in(view_of(parser.parse(line)[0]), Voices(Source("Clerk", "agency")), (), "", roster)

    assert label("Moss: no port can leave.") == Source("Moss", "agency")
    assert label("Colby - the bureau can stop it.") == Source("Colby", "state")
    assert label("Roe: it is late.") == Source("Roe", "local")
    assert label("Money: it is late.") is None


def test_whom_a_speech_greets_says_nothing(parser: Any) -> None:
    roster = roster_of("", ("TESTIMONY OF IDA MOSS\n",), ())

    def label(line: str) -> Source | None:
        return label_in(view_of(parser.parse(line)[0]), Voices(Source("Moss", "local")), (), "", roster)

    assert label("Mr. Chairman and members:") is None
    assert label("Mr. Chairman: thank you.") != Source("", "")


def test_a_board_of_unknown_kind_keeps_its_own(parser: Any) -> None:
    def said(author: Source) -> Source | None:
        return source_at(view_of(parser.parse("Board counsel said so.")[0]), 1, Voices(author), ())

    assert said(Source("Marl Pier Information Board", "")) == Source("Board counsel", "", (0, 1))
    assert said(Source("Orrin County Board", "local")) == Source("Board counsel", "local", (0, 1))


def test_a_place_before_a_colon_says_nothing(parser: Any) -> None:
    for line in ("* Lisle: commission's lawyer says that ports are late.", "* Orrin: commission's lawyer says that it is late."):
        found = source_at(view_of(parser.parse(line)[0]), 1, Voices(Source("Guard", "agency")), ())
        assert found is not None and (found.name, found.kind) == ("commission's lawyer", "")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The jail will close its pier, County Executive\nRay Moss announced today.", "local"),
        ("The Harbor Coalition announced Friday that it will sue.", "advocate"),
        ("The pier was announced today by nobody.", ""),
        ("County Executive Ray Moss announced today what Governor Orr announced Monday.", ""),
    ],
)
def test_whoever_announces_it_releases_it(text: str, kind: str) -> None:
    assert announcer(text, OWN) == kind


def test_a_mail_between_arrows_is_its_senders() -> None:
    text = (
        "From: Orr, Pat\nSent: Wed 6/15/2011 4:41 PM\nTo: Moss, Ida\nSubject: scale\n\nIt is late.\n\n"
        '>>> "Moss, Ida" <imoss@port.gov> 6/15/2011 11:02 AM >>>\nIt is not.\n'
    )
    assert [(one.sender, one.dated.date, one.time) for one in messages_in(text)] == [
        ("Orr, Pat", "2011-06-15", "16:41"),
        ("Moss, Ida", "2011-06-15", "11:02"),
    ]
    assert len(messages_in("From: Orr, Pat\nTo: Moss\nSubject: x\n\n>>> see below >>>\n")) == 1


def test_for_whom_a_witness_works_may_stand_by_itself() -> None:
    assert (
        sworn_house("1 Q You run the desk?\n2 A I have, since 2004. For the Dorn County Sheriff.\n")
        == "the desk, Dorn County Sheriff"
    )
    assert sworn_house("1 Q You saw the desk?\n2 A No. For the sheriff it was late.\n") == ""
    assert questions_answered("1 Q You run the desk?\n2 A I have.\n3 Q Was it late?\n4 A It was.\n") == 0


def test_a_letter_that_greets_by_a_name_alone_goes_to_it() -> None:
    assert read(f"DORN COUNTY BOARD\n\nMarch 2, 2012\n\nMr. Orr:\n\n{LOG}\nYours,\nIda Moss\nChair\n").recipients == ("Mr. Orr",)
