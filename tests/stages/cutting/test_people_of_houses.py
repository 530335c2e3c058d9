"""One person under several forms, notes to the file, days of answers, posts in brackets: whose word it is, and of when."""

from __future__ import annotations

from typing import Any

import pytest
from drawn_page import file, page

from pipeline.extractors.cueing.grammar import view_of
from pipeline.extractors.speakers.kinds import kind_of
from pipeline.extractors.speakers.persons import acting, heard_in
from pipeline.extractors.speakers.roster import roster_of
from pipeline.extractors.speakers.sources import Source, Voices, source_at
from pipeline.extractors.speakers.speaker import frames_in
from pipeline.extractors.speakers.telling_on import TellingOn
from pipeline.patterns.days.printed_days import day_of_release
from pipeline.patterns.openings.lower import lower_papers
from pipeline.patterns.openings.papers import Paper
from pipeline.patterns.writers.credits import printed
from pipeline.patterns.writers.letterhead_people import in_letterhead
from pipeline.patterns.writers.met_at import met_at
from pipeline.patterns.writers.posts import names_on
from pipeline.patterns.writers.signers import signer_of
from pipeline.patterns.writers.voices import among_us
from pipeline.records.document import Document, Part
from pipeline.records.source import Release
from pipeline.stages.cutting.writers import own_names
from pipeline.stages.segment import Params, segment

GUARD = Release("r", agency="U.S. Coast and Harbor Guard", component="Ferry Checks")
OWN = own_names(GUARD)
LOG = (
    "The scale at the ferry was read again on Monday and was found to be right within an ounce, which was put in the log.\n"
    "The crew was told of it at the noon muster and the sheet was put up on the wall beside the door of the office.\n"
)


def read(text: str) -> tuple[Document, tuple[Part, ...]]:
    found = segment(file(), GUARD, (page(text, 1),), Params())
    return found.documents[0], found.parts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ORRIN REGIONAL JAIL AUTHORITY\nIda B. Moss, Major, Director\n\n4 May 2011\n\nDear Sir:\n", {("Ida B. Moss", "local")}),
        (
            "STATE OF MARL\nBureau of Weights\nPat Orr                    Ada Colby\nSuperintendent             Governor\n\n"
            "May 4, 2011\n\nDear Sir:\n",
            {("Pat Orr", "state"), ("Ada Colby", "state")},
        ),
        ("DORN COUNTY SHERIFF\nUndersheriff Lise Moss\n\nMay 4, 2011\n", {("Lise Moss", "local")}),
        ("DORN COUNTY SHERIFF\n\nMay 4, 2011\n\nIda Moss, Director\nGuard Fees\n", set()),  # to whom it goes
        ("DORN COUNTY SHERIFF\nIda Moss, former Director\n\nMay 4, 2011\n", set()),
        ("Ida Moss, Director\n\nMay 4, 2011\n\nORRIN COUNTY JAIL\n", set()),
        ("DORN COUNTY SHERIFF\nIda Moss, Director\n", set()),  # no day: a heading above a list
    ],
)
def test_whoever_stands_in_a_letterhead_is_of_its_house(text: str, found: set[tuple[str, str]]) -> None:
    assert {(name, kind) for name, kind, _ in in_letterhead(text, OWN)} == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Met at the State Bureau with Director Jane Roe and two clerks.", {("Jane Roe", "state")}),
        ("Met at the State Bureau with Sheriff Jane Roe.", set()),
        ("Met at the State Bureau with Director Jane Roe of the Guard.", set()),
        ("Met at the pier with Director Jane Roe.", set()),
    ],
)
def test_whoever_is_met_at_an_office_is_of_it(text: str, found: set[tuple[str, str]]) -> None:
    assert {(name, kind) for name, kind, _ in met_at(text, OWN)} == found


def test_an_initial_in_the_middle_begins_no_name() -> None:
    assert {(one.given, one.surname) for one in names_on("Ida B. Moss came. So did J. K. Orr and Officer P. Colby.")} == {
        ("ida", "moss"),
        ("j", "orr"),
        ("p", "colby"),
    }


@pytest.mark.parametrize(
    ("head", "opens"),
    [
        ("Memorandum for Record\n20 January 2011", True),
        ("NOTE TO FILE          9/2/10", True),
        ("FILE NOTE\nDate: May 4, 2011", True),
        ("Note to file that the ferry ran late.", False),
        ("Record of the ferry", False),
        ("Memorandum for Record", False),  # nothing tells of when, and nothing what it is about
    ],
)
def test_a_note_to_the_file_opens_below_another_paper(head: str, opens: bool) -> None:
    text = f"FERRY CHECKS\n\n{LOG}\n\n{head}\n\nThe front office has seen the scale and wants it read again.\n"
    assert bool(lower_papers(text)) is opens


def test_a_note_below_the_agencys_paper_is_one_of_its_peoples() -> None:
    head = "MEMORANDUM FOR: Director\nFROM: Ida Moss, Coast and Harbor Guard\nDATE: May 4, 2011\nSUBJECT: Scale\n"
    _, parts = read(f"{head}\n{LOG}\nNOTE TO FILE   5/9/2011\nThe front office has seen the scale and wants it read again.  im\n")
    assert [(one.document.date, one.document.author_kind) for one in parts] == [("2011-05-09", "agency")]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Answers received by the committee May 12, 2011.", "2011-05-12"),
        ("Date of response: May 12, 2011", "2011-05-12"),
        ("The ferry ran again on May 12, 2011.", "2011-03-17"),
    ],
)
def test_answers_are_of_the_day_on_which_they_were_given(line: str, day: str) -> None:
    head = "QUESTIONS FOR THE RECORD\nHearing: March 17, 2011\nWitness: Ida Moss, Director, Coast and Harbor Guard\n"
    text = (
        f"{head}\nQUESTION 1: Was the scale read?\n\nANSWER: It was.\n\nQUESTION 2: By whom?\n\nANSWER: By the crew.\n\n{line}\n"
    )
    assert read(text)[0].date == day


def test_a_bare_post_in_brackets_is_whose_paper_it_is() -> None:
    found, _ = read(f"FERRY CHECKS\nWeekly Activity Report      Week ending 7/16/2010\n(Field Coordinator, Region 4)\n\n{LOG}")
    assert (found.author, found.author_kind) == ("Field Coordinator, Region 4", "agency")


def test_a_letter_that_greets_nobody_by_name_goes_to_whom_its_address_says() -> None:
    head = "DORN COUNTY SHERIFF\n\n4 May 2011\n\nStation Director\nGuard Fees\n12 Pier Street\n\n"
    assert read(f"{head}Dear Sir or Madam:\n\n{LOG}\nSincerely,\nIda Moss\n")[0].recipients == ("Station Director, Guard Fees",)
    assert read(f"{head}Dear Mr. Roe:\n\n{LOG}\nSincerely,\nIda Moss\n")[0].recipients == ("Mr. Roe",)


@pytest.mark.parametrize(
    ("top", "who"),
    [
        ("RECORD OF TELEPHONE CONVERSATION\nCaller: Maj. Moss\nTaken by: P. Orr\n", "Maj. Moss"),
        ("PHONE RECORD    Party: Supt. Ada Moss, State Police    Time: 1415\n", "Supt. Ada Moss, State Police"),
        ("PHONE RECORD\nCaller: P. Orr\nParty: Ida Moss\n", "Ida Moss"),  # he wrote it
        ("PHONE RECORD\nCaller: Ada Colby\nParty: Ida Moss\n", ""),
        ("MINUTES\nParty: the ferry\n", ""),
    ],
)
def test_whom_a_record_of_a_call_names(top: str, who: str) -> None:
    found = heard_in(top, "P. Orr, SDDO", ())
    assert (found.name if found else "") == who


def test_a_name_beside_a_post_goes_before_the_post(parser: Any) -> None:
    def said(text: str, last: Source) -> Source | None:
        return source_at(view_of(parser.parse(text)[0]), 1, Voices(Source("Orr", "agency"), last=last), ())

    found = said("Their director, Ada Moss, claims that it is so.", Source("The booking supervisor", "local"))
    assert found is not None and (found.name, found.kind) == ("Ada Moss", "")
    found = said("Their director claims that it is so.", Source("Orrin Port Coalition", "advocate"))
    assert found is not None and (found.name, found.kind) == ("Their director", "advocate")


def test_whose_a_rank_is_in_an_agencys_paper() -> None:
    assert kind_of("The board's clerk", (), "agency") == "local"
    assert kind_of("The commission's lawyer", (), "agency") == ""
    assert kind_of("The division's counsel", (), "agency") == "agency"
    assert kind_of("our board's clerk", (), "agency", True) == "agency"


def test_with_whom_somebody_talked(parser: Any) -> None:
    def met(text: str) -> Source | None:
        return acting(view_of(parser.parse(text)[0]), Voices(Source("Orr", "agency")), (), {})

    assert met("Spoke with the Chief of Staff.") == Source("Chief of Staff", "")
    assert met("Spoke with Sheriff Moss.") == Source("Sheriff Moss", "local")


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("The reporter has it. What do we say?", True),
        ("If pressed, say that it is so.", True),
        ("What do you say?", False),
        ("If asked, the sheriff says no.", False),
    ],
)
def test_what_is_said_among_colleagues(text: str, inside: bool) -> None:
    assert among_us(text) is inside


@pytest.mark.parametrize(
    ("close", "who"),
    [
        ("Sincerely yours,\n\n\nfor Ada Moss\nAssistant Director\n", "Ada Moss, Assistant Director"),
        ("Sincerely,\n\n/s/ Ada Moss\n", "Ada Moss"),
        ("Sincerely,\n\n/s/ A. M.\nAda Moss\nWarden\n", "Ada Moss, Warden"),
        ("Sincerely,\n\nP. Orr\nfor the Director\n", "P. Orr, for the Director"),
    ],
)
def test_whoever_is_signed_for_signs(close: str, who: str) -> None:
    assert signer_of(f"The scale was read.\n\n{close}") == who


@pytest.mark.parametrize(
    ("line", "whose"),
    [
        ("Against: Coast and Harbor Guard, Orrin Sub-Office", False),
        ("Facility: Orrin County Jail", False),
        ("Coast and Harbor Guard, Orrin Sub-Office", True),
        ("Office: Coast and Harbor Guard, Orrin Sub-Office", True),
    ],
)
def test_a_field_that_tells_of_another_names_no_writer(line: str, whose: bool) -> None:
    paper = Paper("COMPLAINT 11", (), (line, "Taken by: T. Roe"), (), (), LOG, False)
    assert any("Orrin" in name for name, _, why in printed(paper, OWN) if why == "an office line") is whose


@pytest.mark.parametrize(
    ("title", "author"),
    [
        ("ORRIN COUNTY JAIL SHIFT LOG Night, 3/3/2011", "ORRIN COUNTY JAIL"),
        ("ORRIN COUNTY JAIL POPULATION 3/3/2011", ""),
        ("NOTES FROM ORRIN COUNTY JAIL 3/3/2011", ""),
    ],
)
def test_a_jail_heads_its_own_log(title: str, author: str) -> None:
    assert read(f"{title}\n2305  The ferry came in.\n2340  {LOG}")[0].author == author


def test_those_who_are_heard_say_who_they_are() -> None:
    text = (
        "WEIGHTS AT THE PIERS\nHEARING\nBEFORE THE\nCOMMITTEE ON COUNTY PIERS\nOF THE\nMARL STATE ASSEMBLY\nMay 5, 2011\n\n"
        "Ms. COLBY. Thank you. I am Ada Colby, and I run outreach at the Guard.\nMs. ORR. For the Ferry Workers Network: no.\n"
        "Ms. MOSS. I am Ida Moss. For years the scale was wrong.\n"
    )
    roster = roster_of("", (text,), ("Guard",))
    assert {name: one.kind for name, one in roster.named.items()} == {"COLBY": "agency", "ORR": "advocate"}
    assert roster.body == "state"


def test_what_a_complainant_states_is_his(parser: Any) -> None:
    def owner(label: str, top: str) -> str:
        telling = TellingOn("", top, heard_in(top, "T. Roe", ()))
        telling.account(view_of(parser.parse(f"{label}: The scale was wrong.")[0]))
        found = telling.account(view_of(parser.parse("It was never read.")[0]))
        return found.name if found else ""

    top = "COMPLAINT INTAKE\nComplainant: Rev. Ada Moss, Council of Churches\nTaken by: T. Roe\n"
    assert owner("Statement", top) == "Rev. Ada Moss, Council of Churches"
    assert owner("Disposition", top) == ""
    assert owner("Statement", "COMPLAINT INTAKE\nTaken by: T. Roe\n") == ""
    assert kind_of("Rev. Ada Moss, Council of Churches", ()) == "advocate"
    assert kind_of("Ada Moss, Orrin City Council", ()) == "local"


@pytest.mark.parametrize(
    ("line", "author", "day"),
    [
        ("Drafted: Feb 8, 2011, I. Moss, Press Officer", "I. Moss, Press Officer", "2011-02-08"),
        ("Drafted: I. Moss, Press Officer, Feb 8, 2011", "I. Moss, Press Officer", "2011-02-08"),
        ("Drafted: Feb 8, 2011", "", "2011-02-08"),
    ],
)
def test_a_day_before_who_drafted_a_paper_is_no_name(line: str, author: str, day: str) -> None:
    found, _ = read(f"PRESS GUIDANCE - NOT FOR DISTRIBUTION\n\n{line}\nCleared: (b)(6)\n\n{LOG}")
    assert (found.author, found.date) == (author, day)


def test_a_release_is_dated_beside_whom_to_ask() -> None:
    text = f"NEWS RELEASE\n\nMay 19, 2011 Contact: Harbor Guard, (202) 555-0140\n\nGuard changes its scales\nORRIN - {LOG}"
    assert read(text)[0].date == "2011-05-19"
    assert day_of_release(("May 19, 2011 was a wet day.",)).date == ""


def test_words_of_a_mails_head_are_no_surnames() -> None:
    roster = roster_of("", ("From: Office of the Deputy Director\nSent: Friday\nSheriff Moss: no. Mr. Orr came.\n",), ())
    assert roster.surnames == {"Moss", "Orr"}


def test_papers_counted_as_one_print_are_told_apart_by_their_heads() -> None:
    mail = "From: Moss, Ida\nSent: Tuesday, {day}, 2010 9:00 AM\nTo: Orr, Pat\nSubject: {what}\n\n{log}\n\nPage {page} of 3\n"
    pages = (
        page(mail.format(day="September 14", what="the scale", log=LOG, page=1), 1),
        page(f"MEMORANDUM\n\nTO: Pat Orr\nFROM: Ida Moss\nDATE: December 3, 2010\nSUBJECT: Fees\n\n{LOG}\n\nPage 2 of 3\n", 2),
        page(f"What the crew found is put down here for the file.\n{LOG}\n\nPage 3 of 3\n", 3),
    )
    found = segment(file(), GUARD, pages, Params()).documents
    assert [(one.kind, one.first_page) for one in found] == [("email", 1), ("memo", 2)]
    thread = (
        page(mail.format(day="September 14", what="the scale", log=LOG, page=1), 1),
        page(mail.format(day="September 15", what="RE: the scale", log=LOG, page=2), 2),
    )
    assert len(segment(file(), GUARD, thread, Params()).documents) == 1


def test_whoever_heads_the_pages_of_a_transcript_answers() -> None:
    asked = "1 Q. Was the scale read?\n2 A. It was never read.\n3 Q. By whom?\n4 A. Nobody.\n"
    found, _ = read(
        f"Case 2:10-cv-00391 Document 8-4 Filed 09/30/11\n\nIDA B. MOSS - August 24, 2011 40\n{asked}CERTIFICATE. I certify it.\n"
    )
    assert (found.author, found.author_kind, found.date) == ("IDA B. MOSS", "", "2011-08-24")


def test_what_one_has_learned_one_says_oneself(parser: Any) -> None:
    def mode(text: str) -> list[str]:
        return [one.mode for one in frames_in(view_of(parser.parse(text)[0]), Voices(Source("Moss", "local")), ())]

    assert mode("I learned from my sergeant that the scale was wrong.") == ["fact"]
    assert mode("The board learned from the sheriff that the scale was wrong.") == ["say"]
    assert mode("I learned from our friends at the federal office that the scale was wrong.") == ["say"]
    assert mode("We learned from our contact at the governor's office that the scale was wrong.") == ["say"]
    assert mode("We learned from my deputy at the jail that the scale was wrong.") == ["fact"]
    assert mode("I learned from our meeting that the scale was wrong.") == ["fact"]


def test_he_is_whoever_acts_by_a_surname_known_in_full(parser: Any) -> None:
    full: dict[str, Source] = {}

    def acts(text: str) -> Source | None:
        return acting(view_of(parser.parse(text)[0]), Voices(Source("Mail", "press")), (), full)

    assert acts("Lyle Carrow has run the pier for years.") is None
    assert acts("Carrow, who is up in May, allowed that it was late.") == Source("Lyle Carrow", "")
    assert acts("Bay allowed that it was late.") is None
