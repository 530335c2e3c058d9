"""Notes of calls, minutes of boards, releases without letterhead, mails between arrows: whose word each of them holds."""

from __future__ import annotations

from typing import Any

import pytest
from drawn_page import file, page

from pipeline.extractors.cueing.grammar import view_of
from pipeline.extractors.speakers.roster import roster_of
from pipeline.extractors.speakers.sources import Source, Voices, source_at
from pipeline.extractors.speakers.speaker import frames_in
from pipeline.extractors.speakers.turns import Turns, label_in
from pipeline.patterns.days.head_dates import date_of_head
from pipeline.patterns.openings.messages import messages_in
from pipeline.patterns.openings.papers import Paper
from pipeline.patterns.openings.questions import questions_answered
from pipeline.patterns.writers.announced import announcer
from pipeline.patterns.writers.signers import named_at_foot, signed_at_foot
from pipeline.patterns.writers.sworn import heard, sworn_house
from pipeline.records.document import Document
from pipeline.records.source import Release
from pipeline.stages.cutting.writers import own_names
from pipeline.stages.segment import Params, segment

GUARD = Release("r", agency="U.S. Coast and Harbor Guard", component="Ferry Checks")
OWN = own_names(GUARD)
VOICES = Voices(Source("Clerk", "local"))
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
    assert sworn_house("1 Q You run the desk?\n2 A I have, since 2004. For the Dorn County Sheriff.\n") == "Dorn County Sheriff"
    assert sworn_house("1 Q You saw the desk?\n2 A No. For the sheriff it was late.\n") == ""
    assert questions_answered("1 Q You run the desk?\n2 A I have.\n3 Q Was it late?\n4 A It was.\n") == 0


def test_a_letter_that_greets_by_a_name_alone_goes_to_it() -> None:
    assert read(f"DORN COUNTY BOARD\n\nMarch 2, 2012\n\nMr. Orr:\n\n{LOG}\nYours,\nIda Moss\nChair\n").recipients == ("Mr. Orr",)


def test_a_deposition_headed_by_a_day_alone_names_nobody() -> None:
    for title in ("Deposition of June 4, 2010", "DEPOSITION OF MARCH 3, 2010", "Deposition of 3/4/2010 taken"):
        assert not list(heard(Paper(title, (), (), (), (), f"{title}\n1 Q. Was it late?\n2 A. It was.\n", False), OWN))


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Pier contract, option year ending 09/30/2012", ""),
        ("Pass valid to 3/1/2012", ""),
        ("Trial set 6/7/2010", ""),
        ("Training begins 6/7/2010", ""),
        ("Comments wanted by Friday, May 7, 2010", ""),
        ("Pier lease, renewal 10/01/2013", ""),
        ("Fee waiver sunset 9/30/2014", ""),
        ("Meeting rescheduled for May 7, 2010", ""),
        ("Answer owed 5/6/2011", ""),
        ("Ferry counts 3/1/2012", "2012-03-01"),
        ("Weekly notes - north pier 3/1/2012", "2012-03-01"),
        ("3/1/2012", "2012-03-01"),
        ("SITUATION REPORT 3/7/2011", "2011-03-07"),
        ("Orrin Sub-Office, period ending 3/7/2011", "2011-03-07"),
    ],
)
def test_a_day_to_come_dates_no_paper(line: str, day: str) -> None:
    assert date_of_head((line, "The scale was read again.")).date == day


@pytest.mark.parametrize(
    ("lines", "who"),
    [
        (["The scale was read again.", "Ann Roe", "Branch Chief"], "Ann Roe, Branch Chief"),
        (["The council heard from three guests.", "Sheriff Ann Roe, Dorn County", "Abel Poe, Chief of Police"], ""),
        (["Copies went to those below.", "Sheriff Ann Roe"], ""),
        (["For questions, write to the desk.", "Ann Roe", "Branch Chief"], ""),
    ],
)
def test_a_list_of_names_at_the_foot_signs_nothing(lines: list[str], who: str) -> None:
    assert named_at_foot(lines) == who


def test_a_list_of_one_that_a_sentence_leads_to_signs_nothing() -> None:
    assert signed_at_foot(["The following spoke against it.", "Ann Roe, Sheriff"]) == ""
    assert signed_at_foot(["The fee was paid at noon.", "Ann Roe, Sheriff"]) == "Ann Roe, Sheriff"


@pytest.mark.parametrize(
    ("asked", "house"),
    [
        ("You ran the stop sign in Dorn County?", ""),
        ("You are the sheriff's gardener, then?", ""),
        ("You served as the cook for the county jail?", ""),
        ("You were the warden of the county jail?", "the warden of the county jail"),
        ("You run the Dorn County jail?", "the Dorn County jail"),
    ],
)
def test_a_witness_confirms_a_post_and_nothing_else(asked: str, house: str) -> None:
    assert sworn_house(f"Q. {asked}\nA. I was.\n") == house


def test_a_heading_behind_a_rank_is_nobodys_label(parser: Any) -> None:
    text = "Director Moss spoke of the Moss County jail. The Inspector General Findings were read. Sheriff Quarles came.\n"
    words = {"findings", "concerns", "guidance", "late"}
    roster = roster_of("", (text,), (), words.__contains__)
    assert roster.surnames == {"Quarles"}

    def label(line: str) -> str:
        found = label_in(view_of(parser.parse(line)[0]), Voices(Source("Clerk", "local")), (), "", roster)
        return found.name if found else ""

    assert label("Sheriff Concerns: it is late.") in ("", "Clerk")
    assert label("12/3/2010 10:04 Field Office Update: it is late.") == ""
    assert label("Capt. Brill: it is late.") == "Capt. Brill"


def test_a_surname_that_is_a_word_is_one_where_the_paper_shows_it() -> None:
    def surnames(text: str) -> frozenset[str]:
        return roster_of("", (text,), (), {"stone", "summary", "director"}.__contains__).surnames

    assert surnames("Sheriff Stone says it is late.\n") == surnames("Sheriff Jerold Stone came.\n") == {"Stone"}
    assert surnames("Sheriff J. Stone came.\n") == {"Stone"}
    assert not surnames("Sheriff Stone came.\n") | surnames("The Deputy Director Summary was read.\n")


def test_the_next_heading_ends_what_a_surname_heads(parser: Any) -> None:
    turns = Turns("", roster_of("", ("Mr. Quarles came.\n",), ()))

    def owner(line: str) -> str:
        found = turns.next(view_of(parser.parse(line)[0]), Voices(Source("Clerk", "local")), (), False)
        return found.name if found else ""

    assert [owner(one) for one in ("Quarles: it is late.", "It was read.", "Dell: it is not.")] == ["Quarles", "Quarles", ""]


def test_what_an_agent_told_is_the_agents(parser: Any) -> None:
    frames = frames_in(
        view_of(parser.parse("I was told by a Guard supervisor that passes are mandatory.")[0]), VOICES, ("Guard",)
    )
    assert [(one.source.name, one.source.kind) for one in frames if one.source] == [("Guard supervisor", "agency")]
    assert not frames_in(view_of(parser.parse("I was told by a supervisor that had come late.")[0]), VOICES, ())


def test_whoever_heads_a_house_is_of_it(parser: Any) -> None:
    def kind(text: str) -> str:
        found = source_at(view_of(parser.parse(text)[0]), 1, VOICES, ())
        return found.kind if found else "?"

    assert kind("Sara Quarles, who directs the Pier Defense Network, said so.") == "advocate"
    for other in ("reads the Pier Defense Network", "runs the Pier Police Department's kitchen", "manages the Guard contract"):
        assert kind(f"Sara Quarles, who {other}, said so.") == ""


def test_a_letter_above_a_memorandum_is_another_paper() -> None:
    letter = "DORN COUNTY ATTORNEY\n\nMay 2, 2011\n\nSheriff Lorna Quarles\n\nSheriff Quarles:\n\nA pass is a request.\n\n"
    memo = "DORN COUNTY SHERIFF\nMay 6, 2011\n\nTO: Guard Fees\nFROM: Sheriff Lorna Quarles\n\n" + LOG
    found = segment(file(), GUARD, (page(f"{letter}Henry Platt\nCounty Attorney\n\n{memo}", 1),), Params())
    assert [(one.kind, one.date, one.author) for one in found.documents] == [
        ("letter", "2011-05-02", "Henry Platt, County Attorney")
    ]
    assert [(one.document.kind, one.document.date, one.document.author) for one in found.parts] == [
        ("memo", "2011-05-06", "Sheriff Lorna Quarles")
    ]


def test_a_name_alone_at_the_foot_is_the_letterheads() -> None:
    head = "City of Marl\nOffice of the Mayor Ada Quarles, Mayor\n\nDecember 9, 2010\n\nDirector\n\nTo whom it may concern:\n\n"
    assert read(f"{head}{LOG}\nAda Quarles\n").author == "Ada Quarles, Mayor"
    assert read(f"{head}{LOG}\nIda Moss\n").author == ""


def test_a_paper_made_before_a_call_is_not_of_its_day() -> None:
    head = "BRIEFING PAPER FOR THE DIRECTOR\nDate of call: October 25, 2010\nPrepared by: Office of Outreach, {day}\n\n" + LOG
    assert read(head.format(day="10/22/2010")).date == "2010-10-22"
    assert read(head.format(day="10/29/2010")).date == "2010-10-25"


def test_an_answer_that_goes_on_names_no_house() -> None:
    asked = "Q. You run the yard?\nA. I do, since 2004. {said}\n"
    assert sworn_house(asked.format(said="For the Dorn County Yard.")).endswith("Dorn County Yard")
    assert "Guard" not in sworn_house(asked.format(said="With the Guard in town we had no room."))
    assert "Governor" not in sworn_house(asked.format(said="For the Governor we made a list."))


def test_a_memorandums_own_day_gives_way_to_no_drafters() -> None:
    head = "MEMORANDUM\nTO: Guard Fees\nFROM: Ida Moss\nDATE: June 3, 2010\nSUBJECT: fees\n\n"
    memo = head + "The date of the hearing is not set.\n{rest}"
    assert read(memo.format(rest=LOG + "\nDrafted: May 4, 2010, I. Moss\n")).date == "2010-06-03"


def test_a_memorandum_on_a_hearing_takes_down_nobodys_words() -> None:
    assert not roster_of("Fee hearing", ("SUBJECT: Fee hearing\nThe fee is due.\n",), (), kind="memo").taken_down
    assert roster_of("Fee hearing", ("Fee hearing of May 4\nThe fee is due.\n",), ()).taken_down


def test_what_others_let_one_know_is_theirs(parser: Any) -> None:
    def owners(text: str) -> list[str]:
        found = frames_in(view_of(parser.parse(text)[0]), VOICES, ("Guard",))
        return [one.source.kind for one in found if one.source]

    assert owners("We learned from the Guard that passes are mandatory.") == ["agency"]
    assert owners("I learned from my own clerk that passes are mandatory.") == []
