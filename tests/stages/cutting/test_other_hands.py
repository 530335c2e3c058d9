"""Papers of others that look like the house's own, and days that a paper only tells of."""

from __future__ import annotations

import pytest
from drawn_page import file, page

from pipeline.patterns.days.printed_days import day_of_answers, day_of_form, day_of_meeting, day_of_release, end_of_period
from pipeline.patterns.days.revised import month_at_edge
from pipeline.patterns.openings.on_top import jail_above, station_of
from pipeline.patterns.writers.parties import speaker_kind
from pipeline.records.document import Document
from pipeline.records.source import Release
from pipeline.stages.segment import Params, segment

GUARD = Release("r", agency="U.S. Coast and Harbor Guard", component="Ferry Checks")
PROSE = "\nA harbor may not leave. The yard has held forty boats since March.\nThe end of it came in May and no one asked.\n"
ROWS = "\nDell 41 7\nDorn 30 2\nFell 12 9\n"


def cut(text: str) -> Document:
    return segment(file("a.pdf", "application/pdf"), GUARD, (page(text, 1, ""),), Params()).documents[0]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("TALKING POINTS - DELL ALLIANCE FOR SAILORS\nInternal use" + PROSE, "advocate"),
        ("TALKING POINTS - DORN SHERIFFS' LEAGUE\nNot for circulation" + PROSE, "local"),
        ("TALKING POINTS - DORN COUNTY COUNCIL\nNot for circulation" + PROSE, "agency"),
        ("TALKING POINTS FOR THE HARBOR MEETING\nInternal use" + PROSE, "agency"),
        ("YARD COUNTS (October 1, 2010 - September 30, 2011)" + ROWS, "agency"),
        ("SHERIFF'S COUNTS (October 1, 2010 - September 30, 2011)" + ROWS, ""),
        ("REPORT\nPrepared for the Chief of Dell" + PROSE, ""),
        ("REPORT\nPrepared for the Assistant Director" + PROSE, "agency"),
    ],
)
def test_whose_paper_it_is(text: str, kind: str) -> None:
    assert cut(text).author_kind == kind


@pytest.mark.parametrize(
    ("sworn", "kind"),
    [
        ("I live in Dell. I run from the Sheriff of Dorn each night.", ""),
        ("I was A prisoner of the Coast and Harbor Guard.", ""),
        ("I am the daughter of a Sheriff. I was Booked by the Dorn County Sheriff.", ""),
        ("I am the Deputy Sheriff of Dorn County.", "local"),
        ("I run the Dorn County Jail.", "local"),
        ("I am a clerk. I work for the Dorn County Sheriff.", "local"),
    ],
)
def test_an_oath_is_of_the_house_that_one_serves(sworn: str, kind: str) -> None:
    assert cut("AFFIDAVIT\nI, Ida Fell, declare\n" + sworn + PROSE).author_kind == kind


def test_a_jail_heads_its_own_memoranda_and_no_letters_from_it() -> None:
    assert jail_above("DORN COUNTY JAIL", ("MEMORANDUM", "To: all shifts")) == "DORN COUNTY JAIL"
    assert jail_above("NOTES FROM DORN COUNTY JAIL", ("Log of a year",)) == ""
    assert jail_above("DORN COUNTY JAIL", ("Memo from the keeper's son",)) == ""
    assert jail_above("DORN COUNTY JAIL", ("Log", "I was there in May.")) == ""


@pytest.mark.parametrize(
    ("title", "station"),
    [("WKSL Morning", "WKSL"), ("KELP-FM", "KELP-FM"), ("WAVE Radio 88", "WAVE"), ("WAVE OF FEAR", ""), ("WHAT I saw", "")],
)
def test_letters_of_stations_are_no_words(title: str, station: str) -> None:
    assert station_of(title, title + "\nTranscript") == station


@pytest.mark.parametrize(
    ("who", "kind"),
    [("Dell transit police", ""), ("tribal police", ""), ("Dell Harbor police", "local"), ("Fell police", "local")],
)
def test_police_of_no_town(who: str, kind: str) -> None:
    assert speaker_kind(who) == kind


def test_days_only_told_of_date_no_paper() -> None:
    assert day_of_meeting(("MINUTES", "Regular meeting of June 2, 2010")).date == "2010-06-02"
    assert day_of_meeting(("MINUTES", "The meeting on June 2, 2010, which few saw, was long.")).date == ""
    assert day_of_meeting(("LETTER ABOUT THE SPECIAL MEETING", "Pilots met on June 2, 2010")).date == ""
    assert day_of_release(("DELL, June 2, 2010 -- The pier opens.",)).date == "2010-06-02"
    assert day_of_release(("Since June 2, 2010 -- the pier",)).date == ""
    assert day_of_form(("Slip no. 41 Received June 2, 2010 by post",)).date == "2010-06-02"
    assert day_of_form(("FORM", "The boat was Returned June 2, 2010")).date == ""
    assert day_of_form(("Sent June 2, 2010 letter to the pier",)).date == ""
    assert end_of_period(("PERIOD: 6/7/2010 - 6/11/2010",)).date == "2010-06-11"
    assert end_of_period(("Dates: 6/7/2010 - 6/11/2010 when I was away",)).date == ""
    assert month_at_edge(("Boats Tied - Dell Dockers, July 2010   3",)).date == "2010-07"
    assert month_at_edge(("Photo by Ida Fell, July 2010",)).date == ""
    assert day_of_answers(("Answers of June 2, 2010",)).date == "2010-06-02"
    assert day_of_answers(("Answers of June 2, 2010 were late",)).date == ""
