"""Who made a paper, and when, by its fields, brackets, rows of facts and last lines."""

from __future__ import annotations

from timeit import timeit

import pytest

from pipeline.patterns.days.days_made import day_below_body, day_made
from pipeline.patterns.days.head_dates import date_of_head
from pipeline.patterns.names.offices import Names
from pipeline.patterns.openings.papers import Paper
from pipeline.patterns.writers.authorship import writer_of
from pipeline.patterns.writers.origin import makers
from pipeline.patterns.writers.unsigned import whose

BODY = "The boats are seen once a season, and a boat that passes gets a tag."


def made(title: str, *lines: str, foot: tuple[str, ...] = ()) -> list[str]:
    return [one.name for one in makers(title, lines, foot)]


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("Round of calls (T. Quarle, OPA, May 4, 2010)",), "T. Quarle, OPA"),
        (("Round of calls (Office of Policy, May 4, 2010)",), "Office of Policy"),
        (("Traveler (b)(6), (b)(7)(C) , (b)(6) (Outreach / Finance) Dates June 7-9, 2010",), "Outreach / Finance"),
        (("Traveler (b)(6), (b)(7)(C) Dates June 7-9, 2010",), ""),
        (("Author   Unit   Date", "M. Fell   Outreach Unit   3/2/2010"), "M. Fell Outreach Unit"),
        (("Originator: Port Lindley Field Office",), "Port Lindley Field Office"),
        (("POC: Lt. Dana Voss, Marlow County Sheriff's Office",), "Lt. Dana Voss, Marlow County Sheriff's Office"),
        (("Logged by Sgt. P. Ames, Dell County Jail",), "Sgt. P. Ames, Dell County Jail"),
        (("Drafted: PLA/KWinter, x5-0134, 2/11/2010",), "PLA/KWinter"),
        (("FOR OFFICIAL USE ONLY // LAW ENFORCEMENT SENSITIVE Tagging Branch weekly roll-up",), "Tagging Branch"),
        (("TAGGING BRANCH WEEKLY REPORT",), "TAGGING BRANCH"),
    ],
)
def test_a_head_names_who_made_it(lines: tuple[str, ...], name: str) -> None:
    assert made("TAGS ON LEASED BOATS", *lines, BODY) == [name]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Marlow County Counsel, RT:jw, 3/4/2010", "Marlow County Counsel"),
        ("Instructor: R. Sand, Room C-3, April 6, 2011.", "R. Sand"),
        ("Staff contact: J. Wren, House Committee on Ports", "J. Wren, House Committee on Ports"),
    ],
)
def test_last_lines_name_him_too(line: str, name: str) -> None:
    assert made("TAGS", BODY, foot=(BODY, line)) == [name]


@pytest.mark.parametrize(
    "lines",
    [
        ("Author: unknown",),
        ("Analysts Say the Tags Are Late",),
        ("Reporting Office Hours",),
        ("The tag (a slip of tin, May 4, 2010) is free.",),
        ("Boats tagged (all lines, May 4, 2010)",),
        ("Totals (FY 2010)",),
        ("Name   Date", "M. Fell   3/2/2010"),
        ("Weekly report",),
        ("Every weekly report is late.",),
        ("POC at CHG: (b)(6)",),
    ],
)
def test_what_names_nobody(lines: tuple[str, ...]) -> None:
    assert made("TAGS ON LEASED BOATS", *lines, BODY, foot=(BODY, "It was RT:jw who typed that the boats were late.")) == []


def test_whose_paper_its_title_says_it_is() -> None:
    assert made("MARLOW COUNTY - COUNSEL'S DIARY (first copy)") == ["MARLOW COUNTY, COUNSEL"]
    assert made("Franklin Bureau of Records - Technical note 4 to the group") == ["Franklin Bureau of Records"]
    assert made("TERN COUNTY JAIL - INTAKE SHEET") == ["TERN COUNTY JAIL"]
    assert made("MARLOW COUNTY - TAG STATISTICS") == []
    assert made("Franklin State Police - deployment status") == []


@pytest.mark.parametrize(
    ("lines", "foot", "day"),
    [
        (("Traveler (b)(6) Dates June 7-9, 2010", "Written June 14, 2010 To Chief, Outreach; CFO"), (), "2010-06-14"),
        (("Author   Unit   Date", "M. Fell   Outreach Unit   3/2/2010"), (), "2010-03-02"),
        ((BODY,), ("Drafted: PLA/KWinter, x5-0134, 2/11/2010", "Cleared: OGC - JMoss"), "2010-02-11"),
        ((BODY,), ("Instructor: (b)(6) , Room C-3, April 6, 2011.",), "2011-04-06"),
        (("Prepared for the Marlow County Board by Larch & Doe LLP, May 2010", BODY), (), "2010-05"),
        (("A letter written by hand came on May 4, 2010, and was lost.", BODY), (), ""),
        (("Places Dell, June 7, 2010", BODY), (), ""),
        (("Taken on May 4, 2010 and given back", BODY), (), ""),
        (("Lindley desk | Prepared May 4, 2010", BODY), (), "2010-05-04"),
        (("(prepared May 4, 2010)", BODY), (), "2010-05-04"),
        (("Prepared May 4, 2010 by the Tagging Branch", BODY), (), "2010-05-04"),
        (("This summary was compiled on May 4, 2010.", BODY), (), "2010-05-04"),
        (("Analyst: Ida Fell May 4, 2010", BODY), (), "2010-05-04"),
        (("The order drafted May 4, 2010 was torn up.", BODY), (), ""),
        (("The roll (typed May 4, 2010) was lost at sea.", BODY), (), ""),
        (("The roll was compiled on May 4, 2010, by the yard.", BODY), (), ""),
        (("• Drafted May 4, 2010; never signed", BODY), (), ""),
        (("drafted May 4, 2010", "and lost. " + BODY), (), ""),
        (("Analyst: Ida Fell, reply due May 4, 2010", BODY), (), ""),
        (("Analyst: Ida Fell, born May 4, 1970", BODY), (), ""),
        (("Issuing agency: none. Trial on May 4, 2010", BODY), (), ""),
        (("Date prepared: May 4, 2010", "Date of report: May 9, 2010", BODY), (), ""),
    ],
)
def test_when_it_was_written(lines: tuple[str, ...], foot: tuple[str, ...], day: str) -> None:
    found = day_made("TAGS ON LEASED BOATS", lines, foot)
    assert (found.iso if found else "") == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12 MS. ROE. Yes.\n47\nHOUSE SUBCOMMITTEE ON PORTS\nNovember 17, 2010\n\nMS. POE. Who pays?\n", "2010-11-17"),
        ("MS. ROE. Yes.\nHOUSE SUBCOMMITTEE ON PORTS\nNovember 17, 2010\nSENATE COMMITTEE ON PORTS\nMay 4, 2010\n", ""),
        ("MS. ROE. He came on\nNovember 17, 2010\nand left.\n", ""),
        ("HOUSE SUBCOMMITTEE ON PORTS\nsince November 17, 2010\n", ""),
    ],
)  # fmt: skip
def test_a_day_alone_below_a_body_s_name(text: str, day: str) -> None:
    found = day_below_body(text)
    assert (found.iso if found else "") == day


OWN = Names(("U.S. Coast and Harbor Guard", "CHG"), ("Ferry Checks",))


def paper(*lines: str) -> Paper:
    said = ("No boat may be left out of it.", "The yard has held forty tags since March.", "More was said of it later.")
    return Paper(lines[0], (), (*lines[1:], *said), (), said, "\n".join((*lines, *said)), False)


@pytest.mark.parametrize(
    ("lines", "house"),
    [
        (("NOTES", "Drafted: PLA/KWinter"), "agency"),
        (("NOTES", "Prepared by: (b)(6), (b)(7)(C)"), "agency"),
        (("NOTES ON THE YARD", "Instructor: (b)(6) (Outreach / Finance)"), "agency"),
        (("INCIDENT REPORT", "Reporting Officer: (b)(6), (b)(7)(C)"), ""),
        (("NOTES ON A CALL", "Recorder: (b)(6)"), ""),
        (("LESSON ONE", "Instructor: (b)(6)"), ""),
        (("LESSON ONE", "Trainer: Sgt. I. Fell, TRU"), ""),
        (("NOTES", "Prepared by: Ida Fell"), ""),
        (("NOTES", "Point of Contact: (b)(6)"), ""),
    ],
)
def test_a_name_nobody_knows_makes_no_paper_the_house_s(lines: tuple[str, ...], house: str) -> None:
    assert whose("report", paper(*lines), OWN) == house


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("NOTES", "Originator: Port Lindley Field Office"), "Port Lindley Field Office"),
        (("NOTES", "POC: Lt. Ida Fell, Marlow County Sheriff's Office"), "Lt. Ida Fell, Marlow County Sheriff's Office"),
        (("SURVEY NOTES", "Program contact: U.S. Coast and Harbor Guard", "We asked forty crews."), ""),
        (("SURVEY NOTES", "Agency contact: CHG"), ""),
        (("SURVEY NOTES", "Action office: CHG"), ""),
        (("SURVEY NOTES", "Responsible agency: Marlow County"), ""),
        (("CHG and the Marlow County Sheriff weekly update",), ""),
    ],
)
def test_whom_to_ask_or_who_must_act_wrote_nothing(lines: tuple[str, ...], name: str) -> None:
    assert writer_of(paper(*lines), OWN).name == name


def test_a_long_line_is_no_field_and_costs_nothing() -> None:
    assert made("TAGS", "Drafted: " + "Aa" * 20000, BODY) == []


def test_a_line_of_capitals_is_read_in_a_moment() -> None:
    lines = ("Prepared May 4, 2011 by INTERAGENCY FEE HEADQUARTERS (draft)", f"Prepared May 4, 2011 by {'A' * 280}!")
    assert timeit(lambda: [day_made("FEE SUMMARY", (line,), ()) for line in lines], number=1) < 1
    assert timeit(lambda: date_of_head(("May 4, 2011 " * 2000,)), number=1) < 1
