"""Whose an unsigned paper is: the releasing agency's by default, unless something on it shows another's hand."""

from __future__ import annotations

import pytest
from drawn_page import file, page

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
OWN += [("FERRY FACT SHEET\n\n" + BODY + "No county may send its boats to another yard before the tag is given.\n", "")]
OTHERS = [
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
    ("sender", "to", "text", "kind"),
    [
        (CODES, CODES, "We paid for no tag this year. Do not tell the lines.", "agency"),
        (CODES, "Director, Office of Tags, Coast and Harbor Guard", "The sheet is wrong.", "agency"),
        (CODES, "Lee Poe, Sheriff of Marlow County", "The sheet is wrong.", ""),
        (CODES, "lpoe@marlowlines.com", "The sheet is wrong.", ""),
        ("(b)(6)@crews.com", CODES, "The sheet is wrong.", ""),
        (CODES, CODES, "To whom it may concern, my brother lost his boat.", ""),
        (CODES, CODES, "Our county has asked for the list.", ""),
        ("Poe, Lee", CODES, "The sheet is wrong.", ""),
    ],
)
def test_a_mail_among_people_withheld_is_of_the_house(sender: str, to: str, text: str, kind: str) -> None:
    found = read(MAIL.format(sender, to, text))
    assert found.documents[0].author_kind == found.messages[0].sender_kind == kind
    assert found.messages[0].sender_basis == (PRESUMED if kind and "Director" not in to else found.messages[0].sender_basis)


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
