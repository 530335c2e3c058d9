"""Ranges of days for dates and periods at their own precision."""

from __future__ import annotations

from datetime import date

import pytest
from invented_claims import claim

from pipeline.scorers import explain
from pipeline.scorers.periods import days_of, gap, going_on_since, least_gap, most_gap, overlap, speaks_of


@pytest.mark.parametrize(
    "text, first, last",
    [
        ("2010", date(2010, 1, 1), date(2010, 12, 31)),
        ("2010-02", date(2010, 2, 1), date(2010, 2, 28)),
        ("2012-02", date(2012, 2, 1), date(2012, 2, 29)),
        ("2010-09-15", date(2010, 9, 15), date(2010, 9, 15)),
        ("2009-10/2010-09", date(2009, 10, 1), date(2010, 9, 30)),
        ("/2011-02-28", date.min, date(2011, 2, 28)),
        ("2008/..", date(2008, 1, 1), date.max),
        ("FY 2010", date(2009, 10, 1), date(2010, 9, 30)),
        ("FY10", date(2009, 10, 1), date(2010, 9, 30)),
        ("FY10 Q3", date(2010, 4, 1), date(2010, 6, 30)),
        ("Q1 FY2010", date(2009, 10, 1), date(2009, 12, 31)),
        ("in the fourth quarter of fiscal year 2010", date(2010, 7, 1), date(2010, 9, 30)),
        ("April - June 2010", date(2010, 4, 1), date(2010, 6, 30)),
        ("July 1 through September 30, 2010", date(2010, 7, 1), date(2010, 9, 30)),
        ("as of COB 11/05/2010", date(2010, 11, 5), date(2010, 11, 5)),
        ("in fiscal year 2010", date(2009, 10, 1), date(2010, 9, 30)),
        ("From October 27, 2008 through January 31, 2011", date(2008, 10, 27), date(2011, 1, 31)),
        ("Between October 27, 2008 and January 31, 2011", date(2008, 10, 27), date(2011, 1, 31)),
        ("as of January 31, 2011", date(2011, 1, 31), date(2011, 1, 31)),
        ("through July 31, 2010", date.min, date(2010, 7, 31)),
        ("from activation to May 3, 2011", date.min, date(2011, 5, 3)),
        ("between go-live and the end of May 2011", date.min, date(2011, 5, 31)),
        ("from March to April 9, 2011", date(2011, 3, 1), date(2011, 4, 9)),
        ("since 2009", date(2009, 1, 1), date.max),
        ("in September 2010", date(2010, 9, 1), date(2010, 9, 30)),
        ("at the end of September 2010", date(2010, 9, 30), date(2010, 9, 30)),
        ("At the close of February 2012", date(2012, 2, 29), date(2012, 2, 29)),
        ("through the end of September 2010", date.min, date(2010, 9, 30)),
        ("when September 2010 closed", date(2010, 9, 30), date(2010, 9, 30)),
    ],
)
def test_a_range_covers_what_the_text_says(text: str, first: date, last: date) -> None:
    assert days_of(text) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "/",
        "../..",
        "last fall",
        "Q3",
        "FY 2009-2010",
        "FY 2010 Q5",
        "first quarter of 2010",
        "the second half of 2010",
        "Between October 27, 2008",
        "early 2010",
        "2010-13",
        "2010-02-30",
        "0000",
        "2011/2010",
        "2010/soon",
        "FY0",
        "١٢٣٤-99",
    ],
)
def test_what_is_no_date_is_unknown(text: str) -> None:
    assert days_of(text) is None


def test_gaps_say_only_what_is_certain() -> None:
    month, day = days_of("2010-09"), days_of("2010-10-10")
    assert month and day
    assert not overlap(month, day)
    assert (least_gap(month, day), most_gap(month, day)) == (10, 39)
    year = days_of("2010")
    assert year and overlap(year, day) and least_gap(year, day) == 0


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("2010-02", "2010-03-20", "within half a year"),
        ("2010-03-01", "2010-03-04", "within a month"),
        ("2010-03", "2010-03", "within a month"),
        ("2010", "2010-03", "within a year"),
        ("2010", "2011-03", ""),
        ("2008", "2010-06", "more than a year apart"),
        ("2008", "2012", "more than two years apart"),
        ("2010-03-04", "", ""),
    ],
)
def test_how_far_apart_is_said_in_one_way_everywhere(one: str, other: str, words: str) -> None:
    left, right = claim("+running", "It runs.", when=one), claim("-running", "It does not.", "chief", other)
    assert gap(left, right) == gap(right, left) == words
    if words and {left.date_precision, right.date_precision} != {"day"}:
        assert words in explain.setting(left, right)


@pytest.mark.parametrize(
    ("quote", "since"),
    [
        ("She has been in the hold since the 12th.", date(2010, 7, 12)),
        ("They have been kept there since the 30th, all three.", date(2010, 6, 30)),
        ("She was taken on the 12th.", None),
        ("Since the 12th nobody came.", None),
    ],
)
def test_a_day_of_a_month_is_of_the_month_in_which_it_is_said(quote: str, since: date | None) -> None:
    found = going_on_since(claim("+running", quote, when="2010-07-29"))
    assert found == ((since, since) if since else None)
    assert going_on_since(claim("+running", quote, when="2010-07")) is None


@pytest.mark.parametrize(
    ("period", "said", "days"),
    [
        ("through May 3", "2011-05-10", (date.min, date(2011, 5, 3))),
        ("from activation to May 3", "2011-05-10", (date.min, date(2011, 5, 3))),
        ("through December 31", "2011-01-10", (date.min, date(2010, 12, 31))),
        ("since March 3", "2011-05-10", (date(2011, 3, 3), date(2011, 5, 10))),
        ("through May 3", "2011-04-20", None),  # it may be a day to come
        ("through May 3", "2011-01-20", None),
        ("through January 31", "2010-12-20", None),  # and may be of the year to come
        ("until March 1", "2010-11-02", None),
        ("in January", "2010-12-20", None),
        ("since March 3", "2010-11-02", (date(2010, 3, 3), date(2010, 11, 2))),
        ("as of March 31", "2010-11-02", (date(2010, 3, 31), date(2010, 3, 31))),
        ("through October 3", "2011-01-20", (date.min, date(2010, 10, 3))),
        ("through February 29", "2011-03-20", None),
        ("through May 3", "", None),
        ("through May 3 of the plan", "2011-05-10", None),
        ("from March 3 to April 9", "2011-05-10", (date(2011, 3, 3), date(2011, 4, 9))),
        ("since go-live", "2011-05-10", None),
    ],
)
def test_a_day_without_a_year_is_the_last_one_before_it_was_said(period: str, said: str, days: object) -> None:
    assert speaks_of(claim("removals-total=412", "412 were removed", when=said, period=period)) == days


@pytest.mark.parametrize(
    ("period", "said", "first", "last"),
    [
        ("at the close of August", "2011-09-20", date(2011, 8, 31), date(2011, 8, 31)),
        ("Through the end of August", "2011-09-20", date.min, date(2011, 8, 31)),
        ("by the end of December", "2011-01-05", date.min, date(2010, 12, 31)),
        ("between October 1 and March 31", "2011-05-02", date(2010, 10, 1), date(2011, 3, 31)),
        ("from June to August", "2011-09-20", date(2011, 6, 1), date(2011, 8, 31)),
        ("between activation and the end of August", "2011-09-20", date.min, date(2011, 8, 31)),
        ("In August", "2011-09-20", date(2011, 8, 1), date(2011, 8, 31)),
        ("in September", "2011-09-20", date(2011, 9, 1), date(2011, 9, 30)),
        ("as of August 31", "2011-09-20", date(2011, 8, 31), date(2011, 8, 31)),
        ("when August closed", "2011-09-20", date(2011, 8, 31), date(2011, 8, 31)),
    ],
)
def test_months_and_days_without_a_year_are_the_last_before_it_was_said(period: str, said: str, first: date, last: date) -> None:
    assert speaks_of(claim("handled=12", "12 boats.", "chief", said, "public", period=period)) == (first, last)


@pytest.mark.parametrize(
    ("period", "said"),
    [
        ("at the end of September", "2011-09-20"),  # it has not come, and nobody says which other is meant
        ("through the end of August", ""),
        ("since last August", "2011-09-20"),
        ("in the third quarter", "2011-09-20"),
        ("in early August", "2011-09-20"),
        ("by the end of the year", "2011-09-20"),
        ("through November", "2011-09"),  # it may be to come
    ],
)
def test_what_does_not_tell_its_year_tells_no_days(period: str, said: str) -> None:
    assert speaks_of(claim("handled=12", "12 boats.", "chief", said, "public", period=period)) is None
