"""Tables whose heads are parts of a year, whose cells give a part and its whole, whose last row adds up places."""

from __future__ import annotations

from typing import Any

import pytest
from test_tabulated import HEAD, claims, told

from pipeline.extractors.tables.sheet_places import states_named
from pipeline.extractors.tables.sheet_times import part_of_a_year, times_under

QUARTERS = (
    HEAD + "Fenwick County, data as of August 31, 2011\n\n"
    "Measure                   FY2011 Q1     Q2     Q3   Jul-Aug    Total\n"
    "Submissions                   2,911  2,870  3,004     1,996   10,781\n"
    "Removals and returns             88    102    121        64      375\n"
    "of these, non-criminal           30     41     44        20      135"
)


def test_each_cell_is_of_the_part_of_the_year_at_its_head_or_of_none(parser: Any) -> None:
    removed = {row for row in told(parser, QUARTERS) if row[0] == "removals-total"}
    assert removed == {
        ("removals-total", 88.0, "Fenwick County", "FY2011 Q1"),
        ("removals-total", 102.0, "Fenwick County", "FY2011 Q2"),
        ("removals-total", 121.0, "Fenwick County", "FY2011 Q3"),
    }


def test_the_day_of_a_sheet_is_not_the_time_of_its_weeks_and_halves(parser: Any) -> None:
    for heads in ("Week 1   Week 2   Week 3", "1st Half 2nd Half  H1    ", "Oct-Dec  Jan-Mar  Apr-Jun"):
        sheet = (
            HEAD + f"Dale County, as of June 30, 2011\n\nMeasure           {heads}\n"
            "Submissions          5,110    4,700    5,040\nRemoved                180      220      210"
        )
        assert not told(parser, sheet), heads
    head = HEAD + "Dale County, as of June 30, 2011\n\n"
    plain = head + "Measure           Cumulative\nSubmissions            5,110\nRemoved                  180"
    assert ("removals-total", 180.0, "Dale County", "as of June 30, 2011") in told(parser, plain)


@pytest.mark.parametrize(
    ("labels", "title", "times"),
    [
        (("FY2010 Q1", "Q2", "Total"), "", ("FY2010 Q1", "FY2010 Q2", "")),
        (("FY 2010 Q3", "Q4", "Q1"), "", ("FY 2010 Q3", "FY 2010 Q4", None)),  # the next year begins
        (("Q1", "Q2"), "", (None, None)),
        (("January", "Feb"), "Calls, calendar year 2010", ("January 2010", "Feb 2010")),
        (("January", "Feb"), "Calls, fiscal year 2010", (None, None)),
        (("January", "Feb"), "Calls, 2009 and 2010", (None, None)),
        (("March 2010", "April 2010"), "", ("March 2010", "April 2010")),
        (("Marches", "Quay 2"), "", ("", "")),
    ],
)
def test_parts_of_a_year_have_its_year_or_none(labels: tuple[str, ...], title: str, times: tuple[str | None, ...]) -> None:
    assert times_under(labels, "", title) == times


@pytest.mark.parametrize(
    ("label", "part"),
    [("Q3", True), ("Jul-Aug", True), ("1st half", True), ("Week 12", True), ("4th Qtr", True), ("Total", False),
     ("Mayfield", False), ("2010", False), ("Q3 backlog", False)],
)  # fmt: skip
def test_parts_of_a_year(label: str, part: bool) -> None:
    assert part_of_a_year(label) is part


LEVELS = (
    HEAD + "State of Marrow, October 27, 2008 through June 30, 2010\nRemovals, by level\n\n"
    "County             Level 1        Level 2        No conviction\n"
    "Dale            42 of 400      110 of 400          90 of 400\n"
    "Fenwick      600 of 1,250    340 of 1,250       310 of 1,250\n"
    "Total        642 of 1,650    450 of 1,650       400 of 1,650"
)


def test_a_cell_that_gives_part_and_whole_is_a_count_and_a_share(parser: Any) -> None:
    found = {row[:3] for row in told(parser, LEVELS)}
    assert found == {
        ("level1-share", 0.105, "Dale County"), ("noncriminal-removals", 90.0, "Dale County"),
        ("noncriminal-share", 0.225, "Dale County"),
        ("level1-share", 0.48, "Fenwick County"), ("noncriminal-removals", 310.0, "Fenwick County"),
        ("noncriminal-share", 0.248, "Fenwick County"),
        ("level1-share", 0.389, "Marrow"), ("noncriminal-removals", 400.0, "Marrow"), ("noncriminal-share", 0.242, "Marrow"),
    }  # fmt: skip
    share = next(one for one in claims(parser, LEVELS) if one.metric == "level1-share")
    assert share.quote == "Dale 42 of 400"
    assert any((one.feature, one.left) == ("derived", "42 of 400") for one in share.reasons)


def test_parts_of_nobody_knows_what_are_no_shares(parser: Any) -> None:
    for title in ("Matches, by level", "Prints in the queue, by level", "Removals by air, by level"):
        assert not [row for row in told(parser, LEVELS.replace("Removals, by level", title)) if row[0].endswith("share")], title


def test_a_sum_of_places_names_them_where_nothing_else_tells_its_place(parser: Any) -> None:
    sheet = (
        HEAD + "October 27, 2008 through June 30, 2010\n\n"
        "County       Prints     No conviction     Removed\n"
        "Dale         14,000                90         400\n"
        "Fenwick      31,250               310       1,250\n"
        "Total        45,250               400       1,650"
    )
    named = {one.value: [why.left for why in one.reasons if why.feature == "union"] for one in claims(parser, sheet)}
    assert named[1650.0] == ["Dale County; Fenwick County"] and named[310.0] == []
    rest = sheet.replace("Fenwick  ", "All other")
    assert not any(why.feature == "union" for one in claims(parser, rest) for why in one.reasons)


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("It runs in twelve Marrow counties.", {"Marrow"}),
        ("The State of Marrow has signed.", {"Marrow"}),
        ("Marrow's other counties wait.", {"Marrow"}),
        ("It runs in Dale and Fenwick Counties.", set()),
        ("In Dale the counties agreed.", set()),
    ],
)
def test_what_has_counties_is_a_state(text: str, states: set[str]) -> None:
    assert states_named(text, frozenset()) == states


@pytest.mark.parametrize(
    ("labels", "title", "times"),
    [
        (("Jan", "Feb"), "Crossings by month, 2010", ("Jan 2010", "Feb 2010")),
        (("Jan", "Feb"), "January - June 2010", ("Jan 2010", "Feb 2010")),
        (("Oct", "Nov"), "Crossings by month, data as of January 5, 2011", (None, None)),
        (("Oct", "Nov"), "Crossings by month, printed 1/5/2011", (None, None)),
        (("Nov", "Dec", "Jan"), "Crossings, 2011", (None, None, None)),
    ],
)
def test_months_are_of_the_year_of_the_title_and_not_of_the_printing(labels: Any, title: str, times: Any) -> None:
    assert times_under(labels, "", title) == times
