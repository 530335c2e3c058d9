"""The day of a draft is a paper's where it has none better; when a form's blank was changed, printed or lapses never is."""

from __future__ import annotations

import pytest
from drawn_page import RELEASE, file, page

from pipeline.patterns.days.revised import day_of_draft
from pipeline.stages.segment import Params, segment

BODY = (
    "The harbor office has kept the gauge since the flood and each pilot sends his reading to it before noon.\n"
    "No pilot has been asked to sign for it, and nobody has said that he would like to be asked before that.\n"
)
LONG = BODY * 8


def day_of(text: str) -> str:
    (one,) = segment(file(), RELEASE, (page(text),), Params()).documents
    return one.date


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"How the Gauge Is Read\n\n{LONG}\nDraft 3, December 17, 2010", "2010-12-17"),
        (f"Ten Things on the Gauge (draft, 9 February 2011)\n\n{LONG}", "2011-02-09"),
        (f"Draft of April 20, 2011\n\nWhy a Gauge\n\n{LONG}", "2011-04-20"),
        (f"MEMORANDUM\n\nTO: Pilots\nFROM: I. Roe\nDATE: May 3, 2011\nRE: Gauge\n\n{LONG}\nDraft 2, 4/20/2011", "2011-05-03"),
        (f"Statement of a Pilot\nForm HO-9 (rev. 01/2009)\n\nDate completed: 8/14/2010\n{BODY}", "2010-08-14"),
        (f"Answers for Pilots\n\n{LONG}\nRevised August 2010", "2010-08"),
        (f"POSITION PAPER\nDated: May 4, 2009\n\n{LONG}", "2009-05-04"),
    ],
)  # fmt: skip
def test_days_by_which_a_paper_is_dated(text: str, day: str) -> None:
    assert day_of(text) == day


@pytest.mark.parametrize(
    "text",
    [
        f"Form 12-8 (rev. 3/09)\nPILOT CHECKLIST\n\n1. Gauge read?  Yes\n{BODY}",
        f"State Form 1190-B, revised 6/2007\nREQUEST FOR A LAMP\n\nReason: {BODY}",
        f"LAMP ROOM\n\nRemarks: {BODY}\nForm HO-44 (Revised July 2008)",
        f"LAMP ROOM\n\nRemarks: {BODY}\nCHG Form 70-003 (04/08)",
        f"LAMP ROOM\nForm HO-9, exp. 9/30/2013\n\n{BODY}",
        f"STANDARD PRACTICE 4\nAmends practice 4 dated June 1, 2006.\n\n{LONG}",
        f"OPERATING PROCEDURE 9\nSupersedes: Procedure 9 dated March 2, 2007\n\n{LONG}",
        f"What a Gauge Is\n\n{LONG}\nDownloaded 4/4/2012",
        f"What a Gauge Is\n\n{LONG}\nPrinted on 3/1/2012",
    ],
)
def test_days_of_blanks_of_other_papers_and_of_print_outs(text: str) -> None:
    assert day_of(text) == ""


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Strategy for the piers - internal draft as of 8/30/2010", "2010-08-30"),
        ("Version 2 (draft) 4/12/2011 - Not for release", "2011-04-12"),
        ("Pre-decisional draft 12/3/2010 10:45 a.m.", "2010-12-03"),
        ("The draft of May 3, 2010 was sent to the pilots", ""),
        ("We sent a draft on May 3, 2010 to the pilots", ""),
        ("Comments on the draft are due by May 3, 2010", ""),
        ("Form HO-9 version 3/2009", ""),
    ],
)
def test_what_an_edge_says_of_a_draft(line: str, day: str) -> None:
    assert day_of_draft((line,)).date == day
