"""Senders under boxes, written answers whose head names a witness, and heads told apart by their letterheads."""

from __future__ import annotations

from dataclasses import replace

import pytest
from drawn_page import file, page

from pipeline.patterns.days.revised import month_of_imprint
from pipeline.patterns.openings.lower import lower_papers
from pipeline.patterns.writers.senders import signed_kind
from pipeline.records.document import Document, Segmentation
from pipeline.records.page import Box, Page, RedactionBox
from pipeline.records.source import Release
from pipeline.stages.cutting.writers import own_names
from pipeline.stages.segment import Params, segment

GUARD = Release("r", agency="U.S. Coast and Harbor Guard", component="Ferry Checks")
MAIL = "From:\nSent: Monday, March 1, 2010 8:15 AM\nTo: Fees\nSubject: the north scale\n\nYou asked me. It was right.\n"
ANSWERS = (
    "U.S. House of Representatives\nSubcommittee on Piers\nQuestions for the Record - hearing of May 12, 2010\n"
    "{head}\nSubmitted by Rep. Ada Moss\n\nQuestion 1. How many piers had it?\nAnswer. Nine piers had it.\n"
    "Question 2. Was the crew asked?\nAnswer. The crew was asked at noon.\n"
)
LOG = (
    "The scale at the ferry was read again on Monday and was found to be right within an ounce, which was put in the log.\n"
    "The crew was told of it at the noon muster and the sheet was put up on the wall beside the door of the office.\n"
)


def read(*pages: Page) -> Segmentation:
    return segment(file(), GUARD, pages, Params())


def boxed(text: str, raw: str, y: float = 0.0) -> Page:
    made = page(text, 1)
    word = made.lines[0].words[0]
    box = Box(word.x1 + 0.02, word.y0 + y, word.x1 + 0.2, word.y1 + y)
    return replace(made, redactions=(RedactionBox(box, "black", raw),))


@pytest.mark.parametrize(
    ("raw", "y", "sender"),
    [("(b)(6), (b)(7)(C)", 0.0, "(b)(6), (b)(7)(C)"), ("", 0.0, "████████"), ("(b)(6)", 0.3, "")],
)
def test_a_box_over_the_sender_s_field_is_the_sender(raw: str, y: float, sender: str) -> None:
    found = read(boxed(MAIL, raw, y))
    assert [one.sender for one in found.messages] == [sender]
    assert found.documents[0].author == sender and bool(found.documents[0].author_kind) == bool(sender)


@pytest.mark.parametrize(
    ("head", "author"),
    [
        ("Witness: Warren Orr, Acting Executive Director", "Warren Orr, Acting Executive Director"),
        ("Control No. QFR-2010", ""),
    ],
)
def test_written_answers_are_never_the_committee_s(head: str, author: str) -> None:
    (document,) = read(page(ANSWERS.format(head=head), 1)).documents
    assert (document.author, document.author_kind) == (author, "agency")


def test_a_bar_in_a_signature_hides_no_office() -> None:
    own = own_names(GUARD)
    text = "It was right.\nAnn\nAnn Orr, Deputy Director\nProgram Management Office | desk 555-0142\n"
    assert signed_kind(text, "Orr, Ann", own) == "agency"
    assert signed_kind(text.replace("Program Management", "Harbor Lawyers"), "Orr, Ann", own) != "agency"


def _letter(head: str, signs: str) -> Document:
    return read(page(f"{head}\nPort Lessing\n\nMay 4, 2010\n\nDear Mr. Orr:\n\n{LOG}\nSincerely,\n\n{signs}\n", 1)).documents[0]


def test_a_bare_rank_is_of_the_letterhead_s_house() -> None:
    head = "VERRIN STATE BUREAU OF IDENTIFICATION"
    assert _letter(head, "Alden Moss\nDirector").author == f"Alden Moss, Director, {head}"
    assert _letter(head, "Alden Moss").author == "Alden Moss"
    assert (
        _letter("Port Association of Verrin", "Alden Moss\nSheriff of Dorn County").author == "Alden Moss, Sheriff of Dorn County"
    )


def test_the_month_of_an_imprint() -> None:
    assert month_of_imprint(("April 2010 | www.harbor.gov/checks | Form HC-3",)).date == "2010-04"
    assert month_of_imprint(("April 2010 I www.harbor.gov/checks I Media 555-0177",)).date == "2010-04"
    assert (
        month_of_imprint(("Received April 2010 | Form HC-3", "In April 2010 we moved.", "April 2010 FOIA release | Form 3")).date
        == ""
    )


def test_the_second_sheet_of_a_weekly_is_of_its_own_week() -> None:
    text = f"ORRIN OFFICE - WEEKLY ACTIVITY\nWeek ending Friday, March 5, 2010\n\n{LOG}\n"
    (lower,) = lower_papers(f"{text}WEEKLY ACTIVITY (cont. sheet)\nWeek ending Friday, April 23, 2010\n\n{LOG}")
    assert lower.start == len(text)
    assert not lower_papers(f"{text}WEEKLY ACTIVITY (cont. sheet)\nOf the piers\n\n{LOG}")
