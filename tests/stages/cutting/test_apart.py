"""What sets a page apart from the document before it: stickers of exhibits, running heads, people who talk in turn."""

from __future__ import annotations

import pytest
from drawn_page import file, page

from pipeline.patterns.openings.talk import talkers
from pipeline.records.document import Document
from pipeline.records.source import Release
from pipeline.stages.cutting.sheets import folded
from pipeline.stages.segment import Params, segment

GUARD = Release("r", agency="U.S. Coast and Harbor Guard", component="Ferry Checks")
NUMBERS = "\n\n".join(map(str, range(1, 26)))
SWORN = (
    "ORRIN GELL,\nhaving been duly sworn, testified as follows:\n\nQ. You run the yard?\n\n"
    "A. I've been chief of the Bureau of Criminal\nIdentification since 2004.\n\nQ. Who came?\n\nA. Nobody.\n"
)
ASKED = (
    "Q. I hand you what's been marked Exhibit 3.\n\nA. I see it.\n\nQ. Is that your name?\n\nA. It is.\n\nQ. When?\n\nA. Yes.\n"
)
NOTES = (
    "EXHIBIT 3\n\nNotes -- first talk on the tagging of boats\nJune 24, 2009, 1:30 p.m., large room, Lindley\n\n"
    "1. Captain Gell asked who pays for the tags and said that he could not begin before the winter.\n"
)
TALK = (
    'KLDL 88.1 "Harbor Hour" April 18, 2011 rush transcript\nHOST (Ida Stoll) Good morning.\nALDER Glad to be here.\n'
    "HOST And mistakes?\nALDER Not one boat has been fined by mistake.\nHOST Who pays?\nALDER Not the yard.\n"
)
ANSWERS = (
    "Questions for the Record Submitted to the Deputy Commandant\nFrom Sen. Ada Brill, Chairwoman\n\n"
    + "1. May a yard be left out?\nResponse: It may not. All boats are seen, and all of them on one day.\n\n" * 9
)
PROSE = "The yard has forty slips and was built for thirty. The captain was civil, and counsel sat in the room throughout.\n" * 12
SLIDES = (
    "Yard Work for New Officers - Unit 7 - copy\n\nNotes:\n\n* A tag is a request\n* Two days\n\nNotes:\n\nSay it each time.\n"
)
HEAD = "Dell and Marlow yards in the summer"
DEED = "MEMORANDUM OF AGREEMENT\nbetween the Guard and the State of Franklin\n\nI. Purpose. Boats are seen.\n" + PROSE


PASSED = (
    "--- Forwarded message ---\nFrom: Roe, Ann (GOV)\nSent: Wed, May 4, 2011 5:55 PM\nTo: Poe, Sam\nSubject: call\n\nOff now.\n"
)
MAIL = "From: Poe, Sam\nSent: Thu, May 5, 2011 8:00 AM\nTo: Roe, Ann\nSubject: RE: call\n\nThanks.\n"
BARE = (
    "Questions for the Record\nsubmitted to Acting Director Ann Roe\nSubcommittee on Ports - hearing of November 17, 2010\n"
    "(returned January 10, 2011)\n\nFrom Rep. Bell\n1. How many complaints came in?\nCHG has received no complaint.\n\n"
    "2. Who pays?\nThe yard does.\n\n3. When were they told?\nIn every case a month before.\n"
)
MORE = "CHG - Roe - 2\n4. Was the June sheet true?\nIt has been withdrawn.\n\n5. What did it cost?\nIt cost little.\n"


def transcript(number: int, text: str) -> str:
    return f"{NUMBERS}\n\nO. Gell   March 2, 2011   Page {number}\n\n{text}\n\nLindley Reporting, Inc. (555) 118-9900"


def cut(*texts: str) -> tuple[Document, ...]:
    pages = tuple(page(text, number, f"CHG 11-0001.{number:06d}") for number, text in enumerate(texts, 1))
    return segment(file(), GUARD, pages, Params()).documents


@pytest.mark.parametrize(
    ("texts", "starts"),
    [
        ((transcript(31, SWORN), transcript(32, ASKED), NOTES, transcript(33, ASKED)), [1, 3, 4]),
        ((transcript(31, SWORN), transcript(32, ASKED)), [1]),
        ((DEED, "EXHIBIT A\n\nPlaces\n\n" + PROSE), [1]),
        ((ANSWERS, TALK), [1, 2]),
        (("TRIP REPORT\n\n" + PROSE, SLIDES, SLIDES), [1, 2]),
        ((transcript(31, SWORN), transcript(32, ASKED), PASSED), [1, 3]),
        ((MAIL, PASSED), [1]),
        ((BARE, MORE), [1]),
        # Later pages repeat what heads the whole.
        ((f"TRIP REPORT\n{HEAD}\n\n{PROSE}", f"{HEAD}\n\n{PROSE}", f"{HEAD}\n\n{PROSE}"), [1]),
    ],
)  # fmt: skip
def test_where_papers_begin(texts: tuple[str, ...], starts: list[int]) -> None:
    assert [one.first_page for one in cut(*texts)] == starts


def test_each_has_its_own_writer_and_day() -> None:
    witness, notes, again = cut(transcript(31, SWORN), transcript(32, ASKED), NOTES, transcript(33, ASKED))
    assert (witness.author, witness.author_kind, witness.date) == ("ORRIN GELL", "state", "2011-03-02")
    assert (notes.title.split(" --")[0], notes.author, notes.date) == ("Notes", "", "2009-06-24")
    assert (again.author, again.author_kind, again.date) == ("ORRIN GELL", "state", "2011-03-02")


def test_the_air_has_its_own_day_and_answers_their_agency() -> None:
    answers, talk = cut(ANSWERS, TALK)
    assert (answers.author_kind, talk.author_kind, talk.date) == ("agency", "press", "2011-04-18")


def test_questions_without_labels_are_answered_by_whom_they_were_put_to() -> None:
    (made,) = cut(BARE, MORE)
    assert (made.author, made.author_kind, made.date) == ("Acting Director Ann Roe", "agency", "2011-01-10")


def test_people_who_take_turns_and_fields_that_come_again() -> None:
    assert talkers([line for line in TALK.split("\n") if line])
    log = ["CALLER Sgt Poe, Dell jail", "SUMMARY No answer back on the scan", "QUEUE TD-2", "CALLER Lt Roe", "SUMMARY Too slow"]
    assert not talkers(log)
    assert not talkers(["HOST Good morning.", "ALDER Glad to.", "The rest is prose.", "And so on."])


def test_a_page_is_folded_once_however_many_follow_it(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []

    def counted(line: str) -> str:
        calls.append(line)
        return folded(line)

    monkeypatch.setattr("pipeline.stages.cutting.apart.folded", counted)

    def cost(pages: int, name: str) -> int:
        calls.clear()
        cut(*(f"{name} yard in the winter\nSlip {name * at} was seen.\n{PROSE}" for at in range(1, pages + 1)))
        return len(calls)

    assert cost(40, "Q") <= 2.2 * cost(20, "W")


def test_a_head_is_new_where_few_of_its_words_were_said() -> None:
    new = ("Slips of the northern harbor\n" + PROSE, "Slips of the northern harbor\n" + PROSE)
    assert len(cut("NOTES\n" + PROSE, *new)) >= len(cut("NOTES\nslips of the northern harbor\n" + PROSE, *new))
