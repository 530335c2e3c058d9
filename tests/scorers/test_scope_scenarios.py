"""What is a contradiction, what is a shift, and what only looks like one: one row per scenario."""

from __future__ import annotations

import pytest
from invented_claims import TOPIC, claim

from pipeline.records.finding import Claim, Reason
from pipeline.scorers.scope import ScopeScorer
from pipeline.stages.compare import Params

SCORER = ScopeScorer()
MARLOW = {"jurisdiction": "Marlow County"}
ONE_PLACE = {"page_id": "one-p1", "document_id": "one", "file_id": "one"}


def part(of: str) -> tuple[Reason, ...]:
    return (Reason("part", "", of, 0.0, "the number that it is a part of"),)


Row = tuple[str, str, Claim, Claim]

REAL: list[Row] = [
    ("stance", "letter against internal mail",
     claim("+joining-free", "Each county may choose.", "assistant", "2010-09-07", "congress"),
     claim("-joining-free", "It is not a choice, whatever they were told.", "chief", "2010-09-29", "internal")),
    ("stance", "same officer, three months apart",
     claim("+joining-free", "A county may stay out.", "assistant", "2010-05-18", "state-local"),
     claim("-joining-free", "No county may stay out.", "assistant", "2010-08-17", "public")),
    ("stance", "the agency's words as a sheriff took them down",
     claim("-paper-needed", "We were told by the chief that no paper is needed.", "chief", "2010-08-31", "state-local"),
     claim("+paper-needed", "Nothing starts without the signed paper.", "assistant", "2010-09-02", "congress")),
    ("dispute", "a county and the agency disagree: a dispute between parties",
     claim("-joining-free", "We were made to join.", "sheriff", "2010-08-31", "public"),
     claim("+joining-free", "Joining is a free choice.", "press", "2010-09-01", "public")),
    ("stance", "a rule for every place reaches one place",
     claim("+joining-free", "Marlow County may leave if it likes.", "chief", "2010-06-11", "state-local", **MARLOW),
     claim("-joining-free", "No county may leave.", "assistant", "2010-06-20", "internal")),
    ("stance", "never, said later, reaches back",
     claim("+joining-free", "Joining is a free choice.", "press", "2010-09-01", "public"),
     claim("-joining-free/former", "It was never a matter of choice.", "assistant", "2011-04-25", "public")),
    ("stance", "what was so in a stated year, against what was said in that year",
     claim("-paper-needed", "No paper is needed.", "press", "2010-03-02", "public"),
     claim("+paper-needed/former", "In 2010 a paper was needed.", "chief", "2012-01-09", "internal", period="2010")),
    ("number", "a share said of no time, against the sheet whose time ended shortly before",
     claim("light-share=0.1/less-than", "Fewer than one in ten were light.", "assistant", "2010-09-23", "congress"),
     claim("light-share=0.284", "28.4%", "table", "", period="October 27, 2009 through June 30, 2010")),
    ("number", "what was counted as of a day, and through that day",
     claim("handled=41000", "41,000 as of June 30, 2010.", "chief", "2010-07-29", period="as of June 30, 2010"),
     claim("handled=33000", "33,000", "table", "2010-07-12", period="through June 30, 2010")),
    ("number", "one quarter, named in two ways",
     claim("handled=4100", "4,100 in the third quarter.", "chief", "2010-07-29", period="third quarter of FY 2010"),
     claim("handled=3300", "3,300", "table", "2010-07-12", period="April - June 2010")),
    ("stance", "two plans for one year",
     claim("+joining-free/planned", "In 2013 it will be a free choice.", "press", "2010-10-06", "public", period="2013"),
     claim("-joining-free/planned", "From 2013 nobody will be asked.", "chief", "2010-10-02", "internal", period="2013/")),
    ("stance", "after an announced change, the old position again",
     claim("-paper-needed", "The agency announces that no paper is needed.", "press", "2011-08-05", "public", announced=True),
     claim("+paper-needed", "You must sign the paper first.", "chief", "2011-10-11", "state-local")),
    ("number", "parts of one number, printed alike in both papers, though one names no place and no time",
     claim("handled=97", "Of the 1,842 all but 97 were grave.", "press", "2010-09-10", reasons=part("1,842")),
     claim("handled=612", "Light 612", "table", "2013-03", period="11/24/2009 through June 30, 2010", jurisdiction="Franklin",
           reasons=part("1,842"))),
    ("number", "two totals for one year",
     claim("handled=34610", "34,610 were handled in 2010.", "table", "2011-01-05", "internal", period="2010"),
     claim("handled=41200", "In 2010 we handled 41,200.", "press", "2011-01-20", "public", period="2010")),
    ("number", "a bound that shuts the other number out",
     claim("handled=574", "574 by the end of August.", "table", "2010-09-01", "internal", period="2010-08-31"),
     claim("handled=700/more-than", "More than 700 by 31 August.", "press", "2010-09-10", "public", period="2010-08-31")),
    ("number", "no period, but given within a week",
     claim("handled=9000", "9,000 were handled.", "table", "2010-09-01", "internal"),
     claim("handled=14000", "14,000 were handled.", "press", "2010-09-06", "public")),
    ("data", "statement against the agency's own table",
     claim("+aims-high", "We deal with grave cases.", "assistant", "2010-09-07", "congress"),
     claim("light-share=0.62", "62 percent were light cases.", "table", "2010-10-01", "internal")),
    ("dispute", "a number below the line speaks too, of another party",
     claim("+aims-high", "Grave cases come first.", "press", "2010-09-07", "public"),
     claim("grave-share=0.2/about", "About 20 percent were grave.", "clinic", "2010-10-01", "public")),
    ("shift", "the halves of one sentence tell both",
     claim("+paper-needed/former", "Until lately a paper was needed,", "press", "2011-08-05", **ONE_PLACE, start=0, end=32),
     claim("-paper-needed", "now none is.", "press", "2011-08-05", announced=True, **ONE_PLACE, start=33, end=45)),
    ("shift", "an announced change, months later",
     claim("+paper-needed", "Each state signs a paper.", "chief", "2010-01-12", "state-local"),
     claim("-paper-needed", "The agency announces that none is needed.", "press", "2011-08-05", "public", announced=True)),
    ("shift", "what was once so, told by the same agency",
     claim("+running/former", "The scheme used to run.", "press", "2014-12-01", "public"),
     claim("-running", "The scheme does not run.", "assistant", "2014-12-09", "congress")),
    ("shift", "an announced plan",
     claim("+joining-free", "Joining is a free choice.", "assistant", "2010-09-07", "congress"),
     claim("-joining-free/planned", "From 2013 all must join, the agency announced.", "press", "2011-08-05", announced=True)),
]  # fmt: skip

LOOK_ALIKES: list[Row] = [
    ("scope", "what was once so, and a statement of which nobody knows whether it came later",
     claim("+running/former", "From June on the scheme will no longer run.", "press", "2014-12-01", "public"),
     claim("-running", "The scheme does not run.", "assistant", "", "congress")),
    ("hedged", "hearsay of nobody in particular",
     claim("-joining-free/reported", "It has been put about that counties must join.", "chief", "2010-10-04", "internal"),
     claim("+joining-free", "Joining is a free choice.", "press", "2010-10-01", "public")),
    ("dispute", "a critic disputes what the agency says",
     claim("-joining-free", "Nobody had a choice.", "clinic", "2010-10-04", "public"),
     claim("+joining-free", "Joining is a free choice.", "press", "2010-10-01", "public")),
    ("", "a count that grew in a month",
     claim("handled=437", "As of yesterday 437 were in.", "assistant", "2010-07-21", "internal"),
     claim("handled=574", "574 are in.", "press", "2010-08-18", "public")),
    ("", "a question states nothing",
     claim("+joining-free/questioned", "Is joining a free choice?", "clinic"), claim("-joining-free", "All must join.", "press")),
    ("hedged", "a guess states nothing",
     claim("+joining-free/hedged", "It may turn out to be free.", "chief"), claim("-joining-free", "All must join.", "chief")),
    ("", "a plan against the present",
     claim("+joining-free", "Joining is a free choice.", "press"),
     claim("-joining-free/planned", "All will have to join.", "chief")),
    ("", "a plan for one year, a statement about another",
     claim("+joining-free", "Joining is free this year.", "press", period="2010"),
     claim("-joining-free/planned", "In 2013 all will have to join.", "chief", period="2013")),
    ("", "the same stance twice",
     claim("-joining-free", "All must join.", "press"), claim("-joining-free", "This is no free choice.", "chief")),
    ("", "two different matters",
     claim("-joining-free", "All must join.", "press"), claim("+paper-needed", "A paper is needed.", "chief")),
    ("", "two counties",
     claim("+running", "It runs in Alder County.", "chief", jurisdiction="Alder County"),
     claim("-running", "It does not run in Marlow County.", "chief", **MARLOW)),
    ("", "two years",
     claim("+running", "It ran in 2010.", "press", "2015-01-01", period="2010"),
     claim("-running", "It does not run in 2015.", "press", "2015-01-05", period="2015")),
    ("", "two groups of people",
     claim("+joining-free", "For tribal police joining is free.", "press", population="tribal police"),
     claim("-joining-free", "Sheriffs must join.", "press", population="sheriffs")),
    ("copy", "one wording, two readings",
     claim("+joining-free", "Joining is voluntary,  they say.", "press"),
     claim("-joining-free", "Joining is voluntary, they say.", "chief")),
    ("", "one sentence, two readings",
     claim("+joining-free", "Joining is free", "press", **ONE_PLACE, start=0, end=15),
     claim("-joining-free", "but nobody may stay out", "press", **ONE_PLACE, start=17, end=40)),
    ("", "an announced change and what another party said before it",
     claim("+paper-needed", "The county needs a paper.", "sheriff", "2010-05-01"),
     claim("-paper-needed", "The agency announces that none is needed.", "press", "2011-08-05", announced=True)),
    ("scope", "what was once so, against an older statement",
     claim("+joining-free/former", "It used to be free.", "press", "2012-01-01"),
     claim("-joining-free", "All must join.", "chief", "2009-06-01")),
    ("", "two past states without a time",
     claim("+running/former", "It once ran here.", "chief"), claim("-running/former", "It once stood still here.", "press")),
    ("", "different denominators",
     claim("light-share=0.79", "79 percent were light or unproven.", "clinic", population="light or unproven"),
     claim("light-share=0.26/about", "About 26 percent were light.", "press", population="light cases")),
    ("", "a denominator that only one side names",
     claim("light-share=0.62", "62 percent of callers had light cases.", "clinic", population="hotline callers"),
     claim("light-share=0.26", "26 percent were light.", "press")),
    ("", "one state against the nation, numbers",
     claim("light-share=0.44", "In Franklin 44 percent were light.", "governor", jurisdiction="Franklin", period="2011-02"),
     claim("light-share=0.28", "28 percent were light.", "table", period="2011-02")),
    ("", "one state against the nation, statement and number",
     claim("+aims-high", "Across the nation we deal with grave cases.", "press"),
     claim("light-share=0.8", "In Franklin 80 percent were light.", "table", jurisdiction="Franklin")),
    ("", "parts of one number that ends on two days",
     claim("handled=97", "Of the 1,842 all but 97.", "press", period="through May 31, 2010", reasons=part("1,842")),
     claim("handled=612", "Light 612", "table", period="through June 30, 2010", reasons=part("1,842"))),
    ("", "parts of one number, of two counties",
     claim("handled=97", "Of the 1,842 all but 97.", "press", jurisdiction="Marlow County", reasons=part("1,842")),
     claim("handled=612", "Light 612", "table", jurisdiction="Alder County", reasons=part("1,842"))),
    ("", "parts of a round number",
     claim("handled=97", "Of the 1,800 all but 97.", "press", "2009-01-05", reasons=part("1,800")),
     claim("handled=612", "Light 612", "table", "2010-03-01", reasons=part("1,800"))),
    ("", "parts of a small number",
     claim("handled=7", "Of the 18 all but 7.", "press", "2009-01-05", reasons=part("18")),
     claim("handled=12", "Light 12", "table", "2010-03-01", reasons=part("18"))),
    ("", "a count that grew",
     claim("handled=120", "120 so far.", "table", "2010-04-01"), claim("handled=890", "890 so far.", "table", "2010-12-01")),
    ("", "a quarter and a running total up to its end",
     claim("handled=4100", "4,100 in the third quarter.", "chief", period="FY10 Q3"),
     claim("handled=33000", "33,000", "table", period="as of June 30, 2010")),
    ("", "a share of a time long past",
     claim("light-share=0.1/less-than", "Fewer than one in ten were light.", "assistant", "2010-09-23"),
     claim("light-share=0.284", "28.4%", "table", "", period="FY 2009")),
    ("", "two quarters",
     claim("handled=4100", "4,100", "table", period="FY10 Q2"), claim("handled=9300", "9,300", "table", period="FY10 Q3")),
    ("", "running totals of two months",
     claim("handled=120", "120 by April.", "table", period="2010-04"),
     claim("handled=890", "890 by May.", "table", period="2010-05")),
    ("", "rounding",
     claim("handled=47000/about", "About 47,000.", "press", period="2010-06"),
     claim("handled=46929", "46,929.", "table", period="2010-06")),
    ("", "a bound that holds",
     claim("handled=1000/more-than", "More than 1,000.", "press", period="2011-02"),
     claim("handled=1067", "1,067.", "table", period="2011-02")),
    ("", "undated numbers", claim("handled=100", "100 handled.", "press", ""), claim("handled=900", "900 handled.", "table", "")),
    ("", "a number asked about",
     claim("handled=90000/questioned", "Was it 90,000?", "clinic", period="2010"),
     claim("handled=34610", "34,610.", period="2010")),
    ("", "a number that does not pass the line",
     claim("+aims-high", "We deal with grave cases.", "press"), claim("light-share=0.26", "26 percent were light.", "table")),
    ("", "a bound that does not settle it",
     claim("+aims-high", "We deal with grave cases.", "press"),
     claim("light-share=0.6/less-than", "Fewer than 60 percent were light.", "table")),
    ("", "a number of before what holds from now on",
     claim("+aims-high", "From today we no longer deal with light cases.", "press", "2012-04-27"),
     claim("light-share=0.8", "80 percent were light.", "table", "", period="April - June 2010")),
    ("", "a number that agrees",
     claim("-aims-high", "They do not deal with grave cases.", "clinic"),
     claim("light-share=0.62", "62 percent light.", "table")),
    ("", "a number about something else",
     claim("+joining-free", "Joining is free.", "press"), claim("light-share=0.62", "62 percent were light.", "table")),
]  # fmt: skip


@pytest.mark.parametrize("kind, why, left, right", REAL, ids=[row[1] for row in REAL])
def test_what_cannot_both_hold_is_found(kind: str, why: str, left: Claim, right: Claim) -> None:
    found = SCORER.score(left, right, TOPIC)
    assert found is not None, why
    assert found.kind == kind
    assert found.score >= Params().review


@pytest.mark.parametrize("kind, why, left, right", LOOK_ALIKES, ids=[row[1] for row in LOOK_ALIKES])
def test_what_only_looks_so_is_not(kind: str, why: str, left: Claim, right: Claim) -> None:
    found = SCORER.score(left, right, TOPIC)
    assert (found.kind if found else "") == kind, why


def test_the_table_has_more_look_alikes_than_real_ones() -> None:
    assert len(LOOK_ALIKES) >= len(REAL)
