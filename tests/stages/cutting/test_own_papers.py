"""Papers that nobody signs, the party of those who write, and days in heads of sorts: what shows them, and what must not."""

from __future__ import annotations

import pytest
from drawn_page import file, page

from pipeline.extractors.speakers.roster import roster_of
from pipeline.patterns.names.offices import Names
from pipeline.patterns.openings.examined import witness_of_head
from pipeline.patterns.writers.parties import speaker_kind
from pipeline.patterns.writers.posts import posts_on
from pipeline.patterns.writers.senders import signed_kind
from pipeline.patterns.writers.whos_who import told
from pipeline.records.document import Segmentation
from pipeline.records.post import Post
from pipeline.records.source import Release
from pipeline.stages.segment import Params, segment

GUARD = Release("r", agency="U.S. Coast and Harbor Guard", component="Ferry Checks")
OWN = Names(("U.S. Coast and Harbor Guard", "CHG"), ("Ferry Checks",))
PROSE = "The yard at Dell held forty boats in the spring and let most of them go again by the end of the month.\n"
ANSWERS = (
    "Question 1. May a harbor decline?\nAnswer: No harbor may decline the tags.\n\n"
    "Question 2. Who pays?\nAnswer: No county pays.\n"
)
FIGURES = "Tags given 41 7\nBoats held 30 2\nAll told 71 were held.\n"
IF_ASKED = "If asked who pays: The owner pays.\n"


def cut(*texts: str) -> Segmentation:
    return segment(
        file("a.pdf", "application/pdf"), GUARD, tuple(page(text, at, "") for at, text in enumerate(texts, 1)), Params()
    )


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Sheriff,\n\n" + PROSE + "\nIda", ""),
        ("Mayor Poe -\n\n" + PROSE + "\nIda Fell\nHarbor Guard Field Office", "agency"),
        ("Thank you.\n\nIda Fell\nSheriff, Dorn County", "local"),
        (PROSE + "\nIda Fell\nDorn County Sheriff", "local"),
    ],
)
def test_who_is_greeted_signs_nothing(text: str, kind: str) -> None:
    assert signed_kind(text, "Fell, Ida", OWN) == kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Fell, Ida (Dorn SO)", "local"),
        ("Poe, Al [PD]", "local"),
        ("Ida Fell, Dorn DA", "local"),
        ("WHY THEY DID SO", ""),
        ("Fell, Ida (SOC)", ""),
        ("if so, do so", ""),
    ],
)
def test_letters_of_local_offices_tell_whose_a_sender_is(name: str, kind: str) -> None:
    assert speaker_kind(name) == kind


def test_a_post_ends_where_the_next_side_of_a_suit_begins() -> None:
    text = "For the Defendant: Ida Fell, Office of the Principal Legal Advisor\nFor the County: Al Poe, County Counsel"
    assert {one.name.surname: one.kind for one in posts_on(text, OWN)} == {"fell": "agency", "poe": "local"}


@pytest.mark.parametrize(("pages", "kind"), [(3, "agency"), (2, "")])
def test_many_pages_outweigh_one(pages: int, kind: str) -> None:
    many = tuple(Post("ida", "fell", "agency", "Ida Fell, Harbor Guard Director", f"f-p{at}") for at in range(pages))
    found = told("Fell, Ida", (*many, Post("ida", "fell", "local", "Ida Fell, County Clerk", "f-p9")), set())
    assert (found.kind if found else "") == kind


def test_ones_own_signature_outweighs_what_another_tells() -> None:
    mine = (Post("ida", "fell", "agency", "Fell, Ida", "f-p1"), Post("ida", "fell", "agency", "Ida Fell, Branch Chief", "f-p1"))
    theirs = Post("ida", "fell", "local", "Ida Fell, County liaison", "g-p1")
    found = told("Fell, Ida", (*mine, theirs), set())
    assert found is not None and found.kind == "agency"
    assert told("Fell, Ida", (mine[1], theirs), set()) is None
    assert told("Fell, Ida", (*mine, Post("ida", "fell", "none", "Ida Fell, a roofer", "h-p1")), set()) is None


@pytest.mark.parametrize(
    ("head", "who"),
    [
        ("O. Fell   41", "O. Fell"),
        ("I. FELL - 8/3/2011   112", "I. FELL"),
        ("Dorn County 41", ""),
        ("Ida Fell  31\nAl Poe  32", ""),
        ("FELL REPORTING (555) 0100", ""),
    ],
)
def test_running_heads_name_the_witness(head: str, who: str) -> None:
    assert witness_of_head((head + "\n\nQ. Was it so?\nA. It was.",)) == who


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Questions for the Record\nRepresentative Poe\nWitness: Ida Fell\n\n" + ANSWERS, "agency"),
        ("HOUSE COMMITTEE ON PIERS\nQUESTIONS FOR THE RECORD\nHearing: The State of Piers\nWitness: Ida Fell\n\n" + ANSWERS,
         "agency"),
        ("TAGGING BRANCH WEEKLY\nNo. 14 - March 4, 2011\n\nHarbors\n" + PROSE, "agency"),
        ("DELL SHIPPING WEEKLY\nNo. 14 - March 4, 2011\n\nHarbors\n" + PROSE, ""),
        ("DORN COUNTY SHERIFF - MARINE DIVISION WEEKLY\nNo. 14 - March 4, 2011\n\n" + PROSE, "local"),
        ("Tags by harbor\nPrepared for the Deputy Director at the request of Dorn County.\n\nDell 41 7\nDorn 30 2\n",
         "agency"),
        ("DORN, FISCAL YEAR 2010 (October 1, 2009 - September 30, 2010)\n" + FIGURES, "agency"),
        ("DORN, FISCAL YEAR 2010 (July 1, 2009 - June 30, 2010)\n" + FIGURES, ""),
        ("TALKING POINTS - DORN COUNTY BOARD\nPrepared May 2, 2011 for I. Fell. Not to be given out.\n\n" + IF_ASKED,
         "agency"),
        ("DORN COUNTY BOARD - TALKING POINTS\nNot to be given out.\n\n" + IF_ASKED, "local"),
    ],
)  # fmt: skip
def test_unsigned_papers_are_the_agencys_where_no_other_hand_shows(text: str, kind: str) -> None:
    assert cut(text).documents[0].author_kind == kind


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("DORN HARBOR BOARD\nRegular Meeting, Monday, April 4, 2011, 7:00 p.m.   Approved 4/18/2011\n\n" + PROSE,
         "2011-04-04"),
        ("MINUTES - DORN HARBOR BOARD\n(as approved at the meeting of May 24, 2011)\nMet on Tuesday, May 10, 2011.\n" + PROSE,
         "2011-05-10"),
        ("Questions for the Record\nHearing of May 4, 2011   DRAFT 2 (6/17/2011)\n\n" + ANSWERS, "2011-06-17"),
        ("WEEKLY ACTIVITY REPORT - DELL\nPERIOD: 03/07/2011 - 03/11/2011\n\n" + PROSE, "2011-03-11"),
        ("DORN, FISCAL YEAR 2010 (October 1, 2009 - September 30, 2010)\nTags given 41 7\nBoats held 30 2\n", ""),
        ("Tags by harbor\n\nHarbor On line Tags Fines\nDell 11/9/2010 8 2 4\n", ""),
        ("Findings\n" + PROSE + "\nTied Up - Dell Dockers' Alliance, July 2011   3", "2011-07"),
        ("Questions harbors ask\nVersion 7 - rev. June 14, 2010 - may be copied\n\n" + PROSE, "2010-06-14"),
        ("Findings\n" + PROSE + "\nReceived by the Guard FOIA office, July 2011   3", ""),
    ],
)  # fmt: skip
def test_heads_and_feet_date_their_papers(text: str, day: str) -> None:
    assert cut(text).documents[0].date == day


@pytest.mark.parametrize(
    ("head", "author", "day"),
    [
        ("To: All Harbor Masters From: Ida Fell, Director Date: July 7, 2010\nSubject: Tags\n", "Ida Fell, Director",
         "2010-07-07"),
        ("From: Office of Tags Date: April 19, 2011 Distribution: all piers\n", "Office of Tags", "2011-04-19"),
    ],
)  # fmt: skip
def test_fields_may_share_a_line(head: str, author: str, day: str) -> None:
    made = cut("MESSAGE TO ALL PIERS\n" + head + "\n" + PROSE).documents[0]
    assert (made.author, made.date) == (author, day)


def test_initials_in_notes_stand_for_those_present() -> None:
    text = "Notes of the call\nFeb. 8, 2011, 2:00 Eastern. On: Fell, Poe, masters for Dell and Frome; Pym joined late.\n"
    found = roster_of("Notes of the call", (text + "- IF: all tags are kept.\n- AP: none is.\n- XY: so be it.\n",), ())
    assert found.initials == {"IF": "Fell", "AP": ""}


def test_the_second_report_of_a_page_has_its_own_period_and_writer() -> None:
    head = "WEEKLY ACTIVITY REPORT - DELL\nPERIOD: {} PREPARED BY: FELL\n"
    text = head.format("03/07/2011 - 03/11/2011") + PROSE * 2 + "\n" + head.format("05/02/2011 - 05/06/2011") + PROSE
    found = cut(text)
    assert found.documents[0].date == "2011-03-11"
    assert [(one.document.date, one.document.author) for one in found.parts] == [("2011-05-06", "FELL")]


@pytest.mark.parametrize(
    ("foot", "author"),
    [
        ("Tied Up - Dell Dockers' Alliance, July 2011   3", "Dell Dockers' Alliance"),
        ("Frome Mercury - A. Pym - offering to see sheriff", ""),
        ("Tied Up | Dell Dockers' Alliance | 3", "Dell Dockers' Alliance"),
    ],
)
def test_running_feet_name_the_writer(foot: str, author: str) -> None:
    assert cut("Findings\n" + PROSE + "\n" + foot).documents[0].author == author
