"""Claims of tables: a cell counts where label and head say all; what they leave unclear is none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from drawn_page import page

from pipeline.extractors.rules import RuleExtractor
from pipeline.extractors.tables.sheet_places import named_in, places_named, whole
from pipeline.extractors.tables.sheet_times import time_in, time_of_title, time_under
from pipeline.patterns.layout.tables import tables_of
from pipeline.records.document import Document
from pipeline.records.finding import Claim
from pipeline.records.language import Passage
from pipeline.records.topic import ALONE
from pipeline.topics import load_topic

TOPIC = load_topic(Path(__file__).resolve().parents[3] / "corpus" / "topics" / "secure-communities.toml")
HEAD = "Secure Communities Statistics\n"


def claims(parser: Any, *texts: str, state: str = "") -> tuple[Claim, ...]:
    pages = tuple(page(text, number) for number, text in enumerate(texts, 1))
    document = Document(
        "d", "r", "f", 1, len(pages), "table", "Secure Communities", "2010-10-08", "day", "", "", "", (), (), "", "", "", "", 1.0
    )
    passages = tuple(
        Passage(one.id, one.number, one.text, parser.parse(one.text), found, parser.ordinary)
        for one, found in zip(pages, tables_of(pages), strict=True)
    )
    made = RuleExtractor().extract(document, passages, TOPIC, company=replace(ALONE, state=state))
    texts_of = {one.page_id: one.text for one in passages}
    assert all(texts_of[claim.page_id][claim.start : claim.end] == claim.quote for claim in made)
    return made


def told(parser: Any, *texts: str) -> set[tuple[str, float | None, str, str]]:
    return {(one.metric, one.value, one.jurisdiction, one.period) for one in claims(parser, *texts) if one.metric}


def place_of(parser: Any, value: int, text: str, state: str = "") -> set[str]:
    return {
        one.jurisdiction for one in claims(parser, text, state=state) if one.metric == "removals-total" and one.value == value
    }


COUNTIES = (
    HEAD + "State of Marrow, October 27, 2008 through June 30, 2010\n\n"
    "                                    Level   Level       No\n"
    "County      Activated     Prints        1       2   conviction   Removed\n"
    "Dale        03/09/2010    14,000      200     110        90          400\n"
    "Fenwick     04/13/2010    31,250      600     340       310        1,250\n"
    "All other   various        9,000       10      20        10           40\n"
    "Total (9)                 54,250      810     470       410        1,690"
)
SPAN = "October 27, 2008 through June 30, 2010"


def test_rows_of_counties_and_of_the_whole_with_the_time_of_the_title(parser: Any) -> None:
    assert told(parser, COUNTIES) == {
        ("fingerprint-submissions", 14000.0, "Dale County", SPAN),
        ("fingerprint-submissions", 31250.0, "Fenwick County", SPAN),
        ("fingerprint-submissions", 54250.0, "Marrow", SPAN),
        ("noncriminal-removals", 90.0, "Dale County", SPAN),
        ("noncriminal-removals", 310.0, "Fenwick County", SPAN),
        ("noncriminal-removals", 410.0, "Marrow", SPAN),
        ("removals-total", 400.0, "Dale County", SPAN),
        ("removals-total", 1250.0, "Fenwick County", SPAN),
        ("removals-total", 1690.0, "Marrow", SPAN),
        ("noncriminal-share", 0.225, "Dale County", SPAN),
        ("noncriminal-share", 0.248, "Fenwick County", SPAN),
        ("noncriminal-share", 0.243, "Marrow", SPAN),
        ("level1-share", 0.5, "Dale County", SPAN),
        ("level1-share", 0.48, "Fenwick County", SPAN),
        ("level1-share", 0.479, "Marrow", SPAN),
    }


def test_what_is_reckoned_says_so_and_a_quote_runs_from_the_label_to_the_figure(parser: Any) -> None:
    share = [one for one in claims(parser, COUNTIES) if one.metric == "noncriminal-share"][-1]
    assert share.quote == "Total (9) 54,250 810 470 410 1,690"
    reckoned = next(one for one in share.reasons if one.feature == "derived")
    assert (reckoned.left, reckoned.right) == ("410 of 1,690", "24.3%")
    whole = next(one for one in share.reasons if one.feature == "whole")
    assert whole.left == "Removed" and "add up" in whole.note


def test_printed_shares_and_columns_of_years(parser: Any) -> None:
    sheet = (
        HEAD + "Monthly report through September 30, 2010\n\n"
        "Measure                               FY 2009    FY 2010   Cumulative\n"
        "Jurisdictions activated                    88        658          658\n"
        "Removals and returns                   14,364     49,432       63,796\n"
        "Removals: non-criminal                  3,561     13,050       16,611\n"
        "Non-criminal as a share of removals     24.8%      26.4%        26.0%\n"
        "IDENT matches                          95,664    248,166      343,830"
    )
    found = told(parser, sheet)
    assert ("noncriminal-share", 0.264, "", "FY 2010") in found
    assert ("noncriminal-share", 0.26, "", "through September 30, 2010") in found
    assert ("removals-total", 49432.0, "", "FY 2010") in found
    assert ("jurisdictions-active", 88.0, "", "FY 2009") in found
    assert len(found) == 12  # none of the matches


def test_rows_of_times_below_a_head_that_says_which(parser: Any) -> None:
    sheet = (
        HEAD + "Removals through Secure Communities, by criminal history\n\n"
        "Fiscal year   Level 1   Level 2   Non-criminal    Total\n"
        "2009            3,000     6,000          3,000   12,000\n"
        "2010           12,000    15,000         13,000   40,000"
    )
    found = told(parser, sheet)
    assert ("removals-total", 40000.0, "", "Fiscal year 2010") in found
    assert ("noncriminal-removals", 3000.0, "", "Fiscal year 2009") in found
    assert ("noncriminal-share", 0.325, "", "Fiscal year 2010") in found


def test_pages_without_heads_go_on_and_percentages_are_told_by_their_quotient(parser: Any) -> None:
    first = (
        HEAD + "As of June 30, 2010\n\n"
        "Category         Persons removed   Percent of total\n"
        "Level 1                    3,000              30.0%\n"
        "Non-criminal               7,000              70.0%\n"
        "Total                     10,000             100.0%"
    )
    assert ("noncriminal-share", 0.7, "", "As of June 30, 2010") in told(parser, first)
    counties = HEAD + "As of June 30, 2010\n\nCounty          Removals\nDale                  90\nFenwick              311"
    assert ("removals-total", 44.0, "Oakham County", "As of June 30, 2010") in told(
        parser, counties, "Oakham                44\nQuill                 21"
    )


ROWS = "Dale                4,120            90\nFenwick             3,310           311"


@pytest.mark.parametrize(
    "sheet",
    [
        "Spending plan (thousands of dollars)\n\nCounty           Removals        Prints\n" + ROWS,
        "287(g) agreements, FY 2010\n\nCounty           Removals        Prints\n" + ROWS,
        "Projected for FY 2011\n\nCounty           Removals       Removals\n" + ROWS,
        "Sample of 200 case files\n\nCounty           Removals        Prints\n" + ROWS,
        "FY 2010\n\nCounty         Encounters   No conviction\n" + ROWS,  # of those met, not of those removed
        "FY 2010\n\nOffice           Extension          Room\n" + ROWS,
        "FY 2010\n\nCounty        Air removals   Women removed\n" + ROWS,
        "FY 2010\n\nCountry of birth   Removals     Removals\n" + ROWS,
        "FY 2010\n\nCounty       Removals cost    Unit price\n" + ROWS,
        "FY 2010\n\nSection          Removals, page      Page\n" + ROWS,
        "FY 2010\n\nMeasure             North      South\nMatches             4,120         90\nDesks        3,310      311",
    ],
)
def test_what_a_table_does_not_say_of_the_program_is_no_claim(parser: Any, sheet: str) -> None:
    assert told(parser, HEAD + sheet) == set()


def test_figures_below_thousands_are_taken_in_full(parser: Any) -> None:
    sheet = (
        HEAD + "Through June 30, 2010\n\n"
        "Measure                              To date   Last month\n"
        "Fingerprint submissions (thousands)    7,318          402\n"
        "Removals and returns                  92,417        4,100"
    )
    assert {7318000.0, 92417.0} <= {value for _, value, _, _ in told(parser, sheet)}


BEGUN = (
    HEAD + "State of Marrow\n\n"
    "Through                                                        Non-\n"
    "6/30/2010     Activated     Removed     L1     L2     L3     criminal\n"
    "Dale          3/9/10            400    200    100     10         90\n"
    "Fenwick (2)   4/13/10         1,250    600    300     40        310"
)


def test_rows_that_tell_when_they_began_are_places_and_the_stub_may_tell_the_time(parser: Any) -> None:
    assert told(parser, BEGUN) == {
        ("removals-total", 400.0, "Dale", "Through 6/30/2010"),
        ("removals-total", 1250.0, "Fenwick", "Through 6/30/2010"),
        ("noncriminal-removals", 90.0, "Dale", "Through 6/30/2010"),
        ("noncriminal-removals", 310.0, "Fenwick", "Through 6/30/2010"),
        ("noncriminal-share", 0.225, "Dale", "Through 6/30/2010"),
        ("noncriminal-share", 0.248, "Fenwick", "Through 6/30/2010"),
        ("level1-share", 0.5, "Dale", "Through 6/30/2010"),
        ("level1-share", 0.48, "Fenwick", "Through 6/30/2010"),
    }


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Activated", "Printed  "),  # a day of something else
        ("3/9/10 ", "pending"),  # not every row began
        ("Dale   ", "███████"),
    ],
)
def test_rows_of_which_nobody_says_what_they_are_give_nothing(parser: Any, old: str, new: str) -> None:
    assert not {one for one in told(parser, BEGUN.replace(old, new)) if one[2] != "Fenwick" and one[1] != 1250.0}


def test_all_levels_together_are_a_total(parser: Any) -> None:
    sheet = (
        HEAD + "              6/30/2010   7/31/2010\nRemovals/returns, all levels   8,775   9,406\nReturns, level 2   875   906"
    )
    assert {one[:2] for one in told(parser, sheet)} == {("removals-total", 8775.0), ("removals-total", 9406.0)}


def test_what_the_title_says_is_not_lent_to_a_head_beside_one_that_says_it_itself(parser: Any) -> None:
    sheet = (
        HEAD + "Secure Communities deployment as of 12/31/2010\n\n"
        "State            Jurisdictions activated    Total jurisdictions\n"
        "North Marrow                         100                    120\n"
        "New Sable                             12                     33"
    )
    assert {value for _, value, _, _ in told(parser, sheet)} == {100.0, 12.0}


def test_a_column_without_a_time_beside_columns_with_one_is_unclear(parser: Any) -> None:
    sheet = "County           FY 2009 removals    FY 2010 removals   Removals\n"
    rows = (
        "Dale                       4,120               5,200      9,320\n"
        "Fenwick                    3,310               2,110      5,420"
    )
    assert {period for _, _, _, period in told(parser, HEAD + sheet + rows)} == {"FY 2009", "FY 2010"}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("State of Marrow, July 1 through September 30, 2010", "July 1 through September 30, 2010"),
        ("Cumulative from activation (October 27, 2009) through June 30, 2010", "October 27, 2009 through June 30, 2010"),
        ("Detainers, April - June 2010", "April - June 2010"),
        ("as of 9/30/10", "as of 9/30/10"),
        ("Status as of COB 11/05/2010", "as of COB 11/05/2010"),
        ("Third report, FY10 Q3", "FY10 Q3"),
        ("Fourth quarter of FY 2010", "Fourth quarter of FY 2010"),
        ("FY 2009", "FY 2009"),
        ("FY 2009 and FY 2010", ""),  # which of the two?
        ("FY 2009-2010 plan", ""),
        ("Room 2010, extension 1998", ""),
        ("Section 9 of 30", ""),
    ],
)
def test_times_of_titles(text: str, named: str) -> None:
    assert time_in(text) == named


def test_the_day_of_printing_is_not_the_time_of_the_figures() -> None:
    assert time_of_title(("Report run 07/12/2010.", "through June 30, 2010")) == ("through June 30, 2010", 1)
    assert time_of_title(("Report run 07/12/2010.",)) == ("", -1)


@pytest.mark.parametrize(
    ("label", "stub", "named"),
    [
        ("2010", "Fiscal year", "Fiscal year 2010"),
        ("2010", "Year", "2010"),
        ("June 30, 2010", "As of", "As of June 30, 2010"),
        ("October 2009", "Month", "October 2009"),
        ("Dale", "County", ""),
        ("Level 1", "", ""),
    ],
)
def test_times_of_labels(label: str, stub: str, named: str) -> None:
    assert time_under(label, stub, "") == named


def test_heads_of_a_table_state_nothing(parser: Any) -> None:
    made = claims(
        parser,
        HEAD + "\nThrough June 2010\n\nCounty        Removed        of which no conviction\n"
        "Alder         311            88\nBirch         274            120",
    )
    assert {one.metric for one in made} == {"removals-total", "noncriminal-removals", "noncriminal-share"}
    assert not any(one.proposition for one in made)


def test_what_the_title_says_is_not_lent_to_a_column_beside_one_that_takes_it_up(parser: Any) -> None:
    sheet = (
        HEAD + "Table 1. Jurisdictions active in Osier on the date shown\n"
        "As of                 Counties in State   Active   Pending\n"
        "March 31, 2010                       41       12        29\n"
        "August 10, 2010                      41       25        16"
    )
    assert 41.0 not in {value for _, value, *_ in told(parser, sheet)}
    assert 41.0 in {value for _, value, *_ in told(parser, sheet.replace("Active", "Staff "))}


def test_a_column_headed_active_counts_what_the_column_of_all_counts(parser: Any) -> None:
    sheet = (
        HEAD + "Table 1. State of things in Marrow on the date shown\n\n"
        "Date                 Counties in State   Active   Pending\n"
        "November 30, 2009                   44        3        41\n"
        "August 10, 2010                     44       26        18\n\n"
        "Counties in Marrow were named by the State.\n"
    )
    assert told(parser, sheet) == {
        ("jurisdictions-active", 3.0, "Marrow", "November 30, 2009"),
        ("jurisdictions-active", 26.0, "Marrow", "August 10, 2010"),
    }
    unlike = sheet.replace("Counties in State", "Trained in State ")
    assert not told(parser, unlike)  # active what?
    larger = sheet.replace("44       26", "20       26")
    assert not told(parser, larger)


def test_titles_that_run_over_notes_in_labels_and_only(parser: Any) -> None:
    sheet = (
        HEAD + "Table 3. Removals after identification in the Dale County Jail, November 17, 2009 to June\n"
        "30, 2010, by conviction\n\n"
        "Category                  Persons   Per cent\n"
        "Level 1 conviction             61       27.1\n"
        "No conviction (note a)        164       72.9\n"
        "Total                         225      100.0\n"
    )
    found = told(parser, sheet)
    span = "November 17, 2009 to June 30, 2010"
    assert ("removals-total", 225.0, "Dale County", span) in found
    assert ("noncriminal-removals", 164.0, "Dale County", span) in found
    narrowed = told(parser, sheet.replace("Removals after identification in the", "Removals after arrest for theft in the"))
    assert not any(metric == "removals-total" for metric, *_ in narrowed)


def test_only_beside_what_is_counted_narrows_nothing(parser: Any) -> None:
    sheet = (
        HEAD + "Detainers lodged in Dale County, January 1, 2010 to June 30, 2010, by charge\n\n"
        "Charge                  Detainers\n"
        "Traffic offense only          129\n"
        "Drug offense                   30\n"
        "Night shift only               12\n"
    )
    assert told(parser, sheet) == {("traffic-detainers", 129.0, "Dale County", "January 1, 2010 to June 30, 2010")}


@pytest.mark.parametrize(
    ("lines", "text", "place"),
    [
        (("Statistics, Marrow",), "It is on in Marrow.", "Marrow"),
        (("Active in Marrow on the date shown",), "Active in Marrow on the date shown", "Marrow"),
        (("Marrow, as of June 30, 2010",), "State of Marrow", "Marrow"),
        (("Removals in Custody",), "Removals in Custody. He is held in custody.", ""),
        (("Removals in May",), "Removals in May", ""),
        (("In Marrow and in Dale",), "in Marrow, in Dale.", ""),
        (("Marrow Bridge repairs",), "in Marrow.", ""),
    ],
)
def test_the_place_of_a_title_is_a_name_the_paper_uses_as_one(lines: tuple[str, ...], text: str, place: str) -> None:
    assert named_in(lines, places_named(text, frozenset())) == place


def test_a_row_headed_statewide_is_no_county(parser: Any) -> None:
    sheet = COUNTIES.replace("Total (9)", "Statewide")
    assert ("removals-total", 1690.0, "Marrow", SPAN) in told(parser, sheet)


def test_a_column_of_a_part_counts_not_what_all_others_count(parser: Any) -> None:
    text = (
        HEAD + "State of Marrow, October 27, 2008 through June 30, 2010\n\n"
        "                              of which no\n"
        "County      Prints    Held    conviction   Removed\n"
        "Dale        14,000     420           310       300\n"
        "Fenwick     31,250     910           640       620\n"
        "Total       45,250   1,330           950       920"
    )
    removed = {(metric, value) for metric, value, _, _ in told(parser, text) if value in (300.0, 620.0, 920.0)}
    assert removed == {("removals-total", 300.0), ("removals-total", 620.0), ("removals-total", 920.0)}


def test_a_row_of_the_state_is_of_all() -> None:
    assert all(whole(label) for label in ("State", "State (4)", "County", "Statewide", "State total"))
    assert not any(whole(label) for label in ("Statesboro", "State College", "County Line", "Dale"))


ROWS_OF_COUNTIES = (
    "\n\nCounty       Removed   No conviction\nDale             400              90\nFenwick        1,250             310\n"
)
YEARS = "\n\n                        FY 2009    FY 2010\nRemoved                  12,000     40,000\n\n"


@pytest.mark.parametrize(
    ("head", "label", "state", "place"),
    [
        ("MARROW: County table, through June 30, 2010", "State total", "Marrow", "Marrow"),
        ("TRENNICK: County table, through June 30, 2010", "State total", "", "Trennick"),
        ("SUMMARY: County table, through June 30, 2010", "State total", "", "this State"),
        ("SUMMARY: County table, through June 30, 2010", "Total", "", ""),
        ("Made for the Dale County Administrator, through June 30, 2010", "State total", "", "this State"),
        ("Made for the Dale County Administrator, through June 30, 2010", "Statewide", "Marrow", "Marrow"),
        ("Dale County and its share, through June 30, 2010", "Total", "", ""),
        ("Trennick County Breakdown, through June 30, 2010", "Total", "", "Trennick"),
        ("STATE OF TRENNICK, through June 30, 2010", "All counties", "", "Trennick"),
        ("REMOVALS BY COUNTY, through June 30, 2010", "Total", "", ""),
    ],
)
def test_a_row_of_all_is_of_the_titles_place_and_never_of_a_rows(
    parser: Any, head: str, label: str, state: str, place: str
) -> None:
    sheet = HEAD + head + ROWS_OF_COUNTIES + f"{label:<12}   1,650             400\n"
    assert place_of(parser, 1650, sheet, state) == {place}
    assert place_of(parser, 400, sheet, state) == {"Dale County"}


@pytest.mark.parametrize(
    ("head", "behind", "place"),
    [
        ("MARROW, FISCAL YEARS 2009 AND 2010", "The sheet for Marrow counts bookings.", "Marrow"),
        ("MARROW, FISCAL YEARS 2009 AND 2010", "The bone was boiled for its marrow.", ""),
        ("TRENNICK, FISCAL YEARS 2009 AND 2010", "Read it together with Trennick sheet 2.", "Trennick"),
        ("TRENNICK, FISCAL YEARS 2009 AND 2010", "It counts bookings.", ""),
        ("SUMMARY, FISCAL YEARS 2009 AND 2010", "It counts bookings.", ""),
        ("ATTACHMENT, FISCAL YEARS 2009 AND 2010", "The sheet in Attachment B counts bookings.", ""),
        ("ALL JURISDICTIONS, FISCAL YEARS 2009 AND 2010", "It counts bookings.", ""),
        ("DALE COUNTY JAIL: fiscal years 2009 and 2010", "It counts bookings.", "Dale County"),
    ],
)
def test_a_bare_name_in_a_heading_is_a_place_where_the_paper_agrees(parser: Any, head: str, behind: str, place: str) -> None:
    assert place_of(parser, 40000, HEAD + head + YEARS + behind) == {place}
