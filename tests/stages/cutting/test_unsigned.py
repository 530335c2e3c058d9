"""Whose an unsigned paper is: the releasing agency's by default, unless something on it shows another's hand."""

from __future__ import annotations

import time

import pytest
from drawn_page import file, page

from pipeline.patterns.writers.unsigned import has_figures
from pipeline.records.document import PRESUMED, Segmentation
from pipeline.records.source import Release
from pipeline.stages.segment import Params, segment

GUARD = Release("r", agency="U.S. Coast and Harbor Guard", component="Ferry Checks")
COUNTY = Release("r", agency="Marlow County Sheriff's Office", component="Ferry Checks")
BODY = "The boats are seen once a season, and a boat that passes gets a tag. The line is told of it by post. " * 3
MAIL = "From: {}\nSent: Tuesday, May 4, 2010 8:10 AM\nTo: {}\nSubject: tags\n\n{}\n"
CODES = "(b)(6), (b)(7)(C)"


def read(text: str, release: Release = GUARD) -> Segmentation:
    return segment(file("a.pdf", "application/pdf"), release, (page(text, 1, ""),), Params())


OWN = [
    ("FERRY FACT SHEET\nThe checks in brief\n\n" + BODY, ""),
    ("Ferry Checks\n\nA safer crossing for all | May 2010 | Office of Public Affairs\n\n" + BODY, "Office of Public Affairs"),
    ("FREQUENTLY ASKED QUESTIONS FOR HARBOR MASTERS\nVersion 3 - rev. May 4, 2010\n\n"
     "Q. Must your agency reply?\nA. It need not.\n" + BODY, ""),
    ("STANDARD OPERATING PROCEDURE\nTagging of boats\nRev. 2, May 2010\n\n" + BODY, ""),
    ("WEEKLY REPORT NO. 7\n\nWeek ending May 7, 2010\nTo: Office of the Director\n\n" + BODY, ""),
    ("Tags and Fines by Line\nCounty: Marlow   Period: 2010 to date\nData as of May 31, 2010   Source: TABS\n\n"
     "Measure Jan Feb Mar Total\nTags 11 12 13 36\nFines 1 2 3 6\nVisits 4 4 4 12\nBoats 9 9 9 27\nLines 2 2 2 6\n", "TABS"),
    ("Monthly Statistics from Marlow County\nMay 2010\n\n" + BODY, ""),
]  # fmt: skip
OWN += [("WHAT THE TAGS DO\nDrafted: PLA/ARoe, x5-0134, 2/11/2010\n\n" + BODY, "PLA/ARoe")]
OWN += [("FERRY FACT SHEET\n\n" + BODY + "No county may send its boats to another yard before the tag is given.\n", "")]
OTHERS = [
    "WHAT THE TAGS DO\nWritten by Ann Roe for the Dell Chamber of Commerce, June 2010\n\n" + BODY,
    "WHAT THE TAGS DO\nWritten by Ann Roe\n\n" + BODY,
    "TAG HITS BY YARD\nSubmitted by: Franklin State Police, Records Division\nUpdated 06/01/2010\n\n" + BODY,
    "ON DECK\nThe bulletin of the Harbor Officers Union, Local 12 - April 2011\n\n" + BODY,
    "MARLOW COUNTY HARBOR POLICE - MONTHLY REPORT\nMay 2010\n\n" + BODY,
    "FACT SHEET\nFranklin State Patrol\n\n" + BODY,
    "FREQUENTLY ASKED QUESTIONS\nMarlow Crews Together, May 2010\n\n" + BODY,
    "FERRY FACT SHEET\nThe checks in brief\n\n" + BODY + "\n\nCall Jo, or write to help@crews.org\n",
    "FERRY FACT SHEET\nThe checks in brief\n\n" + BODY + "Our county never asked for them.\n",
    "FERRY FACT SHEET\nThe checks in brief\n\nCHG says that the tag is free. " + BODY,
    "MONTHLY STATISTICS\nBy Lee Moreno\n\n" + BODY,
    "AGENDA\nRegular meeting, May 4, 2010\nQuarterly report on ferry checks\n\n" + BODY,
    "WHAT THE LINES SAY\nA year of tags\n\n" + BODY,
]


@pytest.mark.parametrize(("text", "author"), OWN)
def test_what_an_agency_makes_is_its_own(text: str, author: str) -> None:
    made = read(text).documents[0]
    assert (made.author_kind, made.author) == ("agency", author)


@pytest.mark.parametrize("text", OTHERS)
def test_another_hand_leaves_it_open(text: str) -> None:
    assert read(text).documents[0].author_kind != "agency"


def test_it_says_on_what_it_rests() -> None:
    made = read(OWN[0][0]).documents[0]
    assert made.author_basis == PRESUMED
    assert made.audience == "public"
    assert read("U.S. Coast and Harbor Guard\n\nFERRY FACT SHEET\n\n" + BODY).documents[0].author_basis == ""


@pytest.mark.parametrize(
    ("sender", "to", "text"),
    [
        (CODES, CODES, "We paid for no tag this year. Do not tell the lines."),
        (CODES, CODES, "The county would like to opt out. We told them that they may not decline."),
        (CODES, CODES, "Can we let a county opt out of Ferry Checks?"),
        (CODES, CODES, "Thank you for your request. We will pass it on."),
        (CODES, CODES, "They run the jail of a small county."),
    ],
)
def test_a_mail_among_people_withheld_is_of_the_house(sender: str, to: str, text: str) -> None:
    found = read(MAIL.format(sender, to, text))
    assert found.documents[0].author_kind == found.messages[0].sender_kind == "agency"
    assert found.messages[0].sender_basis == PRESUMED


@pytest.mark.parametrize(
    ("sender", "to", "text"),
    [
        (CODES, "Lee Poe, Sheriff of Marlow County", "The sheet is wrong."),
        (CODES, "lpoe@marlowlines.com", "The sheet is wrong."),
        ("(b)(6)@crews.com", CODES, "The sheet is wrong."),
        (CODES, CODES, "To whom it may concern, my brother lost his boat."),
        (CODES, CODES, "Our county has asked for the list."),
        ("Poe, Lee", CODES, "The sheet is wrong."),
        (CODES, CODES, "Our office would like to opt out of Ferry Checks. Who decides?"),
        (CODES, CODES, "We were told that we could decline Ferry Checks. Please confirm that in writing."),
        (CODES, CODES, "I run the jail here, and the list is wrong."),
        (CODES, CODES, "We will not honor your requests under Ferry Checks."),
        (CODES, CODES, "As a small county with one boat, are we on the list?"),
    ],
)
def test_a_mail_of_a_stranger_or_of_one_under_the_program_stays_open(sender: str, to: str, text: str) -> None:
    found = read(MAIL.format(sender, to, text))
    assert found.documents[0].author_kind == found.messages[0].sender_kind == ""
    assert found.messages[0].sender_basis == ""


def test_a_mail_to_a_director_of_the_house_is_of_the_house() -> None:
    found = read(MAIL.format(CODES, "Director, Office of Tags, Coast and Harbor Guard", "The sheet is wrong."))
    assert found.documents[0].author_kind == found.messages[0].sender_kind == "agency"


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        ("TALKING POINTS FOR THE COUNCIL MEETING\nMay 2010\n\n" + BODY, True),
        ("TALKING POINTS FOR THE COUNCIL\nMay 2010\n\n" + BODY, False),
        ("WEEKLY REPORT\nMay 7, 2010\n\nDeputies held 40 boats for CHG under Ferry Checks. " + BODY, False),
        ("WEEKLY REPORT\nMay 7, 2010\n\nThe Sheriff was told that he may leave. " + BODY, False),
        ("WEEKLY REPORT\nMay 7, 2010\n\nDeputies hold a boat until CHG comes. " + BODY, True),
        ("WEEKLY REPORT\nMay 7, 2010\n\nDeputies held 40 boats for CHG. We told the Sheriff of it. " + BODY, True),
        ("FERRY FACT SHEET\nMay 2010\n\nThe program tears crews apart. " + BODY, False),
        ("FERRY FACT SHEET\nMay 2010\n\nCHG has changed its story twice. " + BODY, False),
        ("FERRY FACT SHEET\nMay 2010\n\nCHG has changed its forms twice. " + BODY, True),
        ("FERRY FACT SHEET\nMay 2010\n\nMyth: it hurts crews.\nThe program hurts crews.\nFact: it does not. " + BODY, True),
    ],
)
def test_who_watches_or_serves_under_an_agency_is_not_it(text: str, ours: bool) -> None:
    assert (read(text).documents[0].author_kind == "agency") is ours


@pytest.mark.parametrize(
    ("title", "author", "kind"),
    [
        ("Activity Report by State and County", "", "agency"),
        ("Status Report by Fiscal Year", "", "agency"),
        ("Update from Sheriffs on Activation", "", ""),
        ("Activity Report by the Marlow County Sheriff", "the Marlow County Sheriff", "local"),
        ("Letter from the Sheriff of Marlow on Tags", "Sheriff of Marlow", "local"),
    ],
)
def test_what_figures_are_told_apart_by_is_no_author(title: str, author: str, kind: str) -> None:
    made = read(f"{title}\nMay 2010\n\nThe Harbor Guard tagged boats under Ferry Checks. " + BODY).documents[0]
    assert (made.author, made.author_kind) == (author, kind)


def test_a_sheet_of_one_office_says_on_what_that_rests() -> None:
    memo = "U.S. Coast and Harbor Guard\nMEMORANDUM\n\nTO: All\nFROM: Director, Harbor Guard\nDATE: May {}, 2010\n"
    texts = [memo.format(4) + "SUBJECT: Tags\n\n" + BODY, memo.format(5) + "SUBJECT: Fines\n\n" + BODY]
    own, other = "WEEKLY REPORT\nMay 7, 2010\n\n" + BODY, "WEEKLY REPORT\nBy Lee Moreno\nMay 7, 2010\n\n" + BODY
    for text, basis in ((own, PRESUMED), (other, "")):
        pages = tuple(page(one, at, "") for at, one in enumerate((*texts, text), 1))
        made = segment(file("a.pdf", "application/pdf"), GUARD, pages, Params()).documents[-1]
        assert made.author_basis == basis


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("MARLOW COUNTY JAIL - MONTHLY REPORT\nMay 2010\n\n" + BODY, "local"),
        ("FERRY FACT SHEET\nThe checks in brief\n\nOur county pays. " + BODY, "local"),
        (MAIL.format(CODES, CODES, "Our county has asked for the list."), ""),
        (MAIL.format(CODES, CODES, "The Sheriff wants the list by noon."), "local"),
        ("MONTHLY STATISTICS\nU.S. Customs and Border Protection\n\n" + BODY, ""),
        ("FACT SHEET\nFranklin Harbor County\n\n" + BODY, ""),
    ],
)
def test_a_county_s_production_is_the_county_s(text: str, kind: str) -> None:
    assert read(text, COUNTY).documents[0].author_kind == kind


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("WEEKLY REPORT NO. 7   To: Office of the Director\nWeek ending May 7, 2010\n\n" + BODY, ""),
        ("WEEKLY REPORT NO. 7\nOffice of Tags, room 12, May 7, 2010\n\n" + BODY, ""),
        ("WEEKLY REPORT NO. 7\nOffice of Tags\nMay 7, 2010\n\n" + BODY, "Office of Tags"),
        ("WEEKLY REPORT NO. 7\nMay 7, 2010\n\n"
         "The boats were seen by all of the crew that was there on that day. The field office\nsaw none.\n", ""),
    ],
)  # fmt: skip
def test_whom_it_goes_to_and_where_people_met_is_no_author(text: str, author: str) -> None:
    assert read(text).documents[0].author == author


def test_an_if_asked_sheet_is_a_paper_of_its_own() -> None:
    sheet = "FREQUENTLY ASKED QUESTIONS\nVersion 3 - rev. May 4, 2010\n\n" + BODY
    asked = "IF ASKED - internal, not to go out with the sheet\nPrepared 5/4/10 for the duty officer.\n\n" + BODY
    pages = (page(sheet, 1, ""), page(asked, 2, ""))
    found = segment(file("a.pdf", "application/pdf"), GUARD, pages, Params()).documents
    assert [(one.kind, one.audience) for one in found] == [("talking-points", "public"), ("talking-points", "internal")]


def test_rows_of_figures_are_found_and_blank_or_dotted_pages_cost_no_time() -> None:
    assert has_figures("Tags given 41 7\nBoats held\n30 2\n")
    assert not has_figures("Tags given 41 7\nThe boats are held at Dell.\n")
    began = time.process_time()
    assert not has_figures("\n" * 60_000 + "." * 60_000 + "\n." * 60_000)
    assert time.process_time() - began < 2
