"""Tickets, logs, clips and notes under another paper or behind it are papers of their own; headings with such words are not."""

from __future__ import annotations

import pytest
from drawn_page import RELEASE, file, page

from pipeline.patterns.openings.lower import lower_papers
from pipeline.stages.segment import Params, segment

BODY = (
    "The harbor office has kept the gauge since the flood and each pilot sends his reading to it before noon.\n"
    "No pilot has been asked to sign for it, and nobody has said that he would like to be asked before that.\n"
)
MEMO = f"MEMORANDUM\n\nTO: Pilots\nFROM: Jane Doe, Harbor Master\nDATE: May 3, 2011\nSUBJECT: The gauge\n\n{BODY}{BODY}\n"
SAID = "The gauge cannot be read by night."
SLIPS = {
    "ticket": (f"IT Ticket 20931\nOpened: 04/06/2010 08:12\nOpened by: pilot house\nProblem: {SAID}", "2010-04-06"),
    "request": (f"Service Request #77-2\nDate/Time: 4/8/2010 1410\nCaller: Pier 6\n{SAID}", "2010-04-08"),
    "log": (f"Signal log, April 9, 2010\n0610 Flag up.\n0642 Pier 6 calls. {SAID}\n0700 Relieved.", "2010-04-09"),
    "clip": (f"News clip: The Fenwick Argus, April 11, 2010, page 3\n{SAID} So says its keeper.", "2010-04-11"),
    "note to file": (f"Note to file, April 12, 2010\n{SAID} He told me so at the pier on that very day.", "2010-04-12"),
    "notice": (f"NOTICE TO ALL PILOTS\nApril 14, 2010\n{SAID} Bring a lamp and ask for the keeper there.", "2010-04-14"),
    "by hand": (f"[Handwritten at foot:] {SAID} - RT", ""),
}
HEADINGS = {
    "section": f"The log\n{SAID} It is kept at the pier and read on Mondays by the clerk of the day.",
    "counts": f"Tickets of the year 2010\n{SAID} There were 40 tickets, all of which the desk closed.",
    "hours": f"Hours of the office\n0600 to 1400 on weekdays\n{SAID} By night the pilot on watch reads the lamp instead.",
    "see": f"Clippings: see tab C.\n{SAID} The papers have had it wrong for years, as is well known.",
    "told": f"Note to the file clerk: keep one copy of it. {SAID} The other goes to the pier by messenger.",
    "ticket in a sentence": f"Ticket 20931 was opened by the pilot house on April 6, 2010. {SAID} It was closed by noon.",
}


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_under_a_memorandum_is_of_its_own_day_and_not_of_its_writer(name: str) -> None:
    text, day = SLIPS[name]
    made = segment(file(), RELEASE, (page(MEMO + text),), Params())
    (part,) = made.parts
    assert part.document.date == day
    assert part.document.author != "Jane Doe, Harbor Master"


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_on_the_next_page_is_a_paper_of_its_own(name: str) -> None:
    text, day = SLIPS[name]
    made = segment(file(), RELEASE, (page(MEMO), page(text, 2)), Params())
    assert [(one.first_page, one.date) for one in made.documents] == [(1, "2011-05-03"), (2, day)]
    assert made.documents[1].author != "Jane Doe, Harbor Master"


@pytest.mark.parametrize("name", HEADINGS)
def test_a_heading_with_such_a_word_begins_no_paper(name: str) -> None:
    assert lower_papers(page(MEMO + HEADINGS[name]).text) == ()


def test_the_second_sheet_of_a_log_goes_on() -> None:
    sheets = ("Signal log, April 9, 2010\n0610 Up.\n0642 Down.\n", "Signal log, page 2\n0710 Up.\n0742 Down.\n")
    made = segment(file(), RELEASE, tuple(page(text, at) for at, text in enumerate(sheets, 1)), Params())
    assert len(made.documents) == 1


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("PORT KESSEL POLICE DEPARTMENT\nSHIFT BULLETIN No. 9\nPosted July 2, 2010\n\n" + BODY, "other"),
        ("The Gauge: A Fact Sheet\nUpdated January 2011\n\n" + BODY, "report"),
        ("Pilots say gauge is here to stay\nPosted: May 2, 2011\nBy Ann Roe, staff writer\n\n" + BODY, "article"),
        ("The Kessel Bulletin, July 2, 2010, page 3\nPilots say gauge is here to stay\n\n" + BODY, "article"),
    ],
)
def test_what_a_house_posts_is_no_newspapers(text: str, kind: str) -> None:
    (one,) = segment(file(), RELEASE, (page(text),), Params()).documents
    assert one.kind == kind
    assert (one.author_kind == "press") == (kind == "article")
