"""Dates: forms of the field, precision kept, and the many numbers that are no date."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.patterns.days.dates import dates_in, normal_date


@pytest.mark.parametrize(
    ("text", "iso", "precision"),
    [
        ("Wednesday, June 09, 2010 11:02 AM", "2010-06-09", "day"),
        ("March 3, 2010", "2010-03-03", "day"),
        ("Mar. 3rd,2010", "2010-03-03", "day"),
        ("JANUARY 5,\n2011", "2011-01-05", "day"),
        ("3 March 2010", "2010-03-03", "day"),
        ("23-Feb-10", "2010-02-23", "day"),
        ("31 jul 1979", "1979-07-31", "day"),
        ("2010-03-04T10:00:00", "2010-03-04", "day"),
        ("2010/3/4", "2010-03-04", "day"),
        ("3/4/2010", "2010-03-04", "day"),
        ("03-04-2010", "2010-03-04", "day"),
        ("3.4.2010", "2010-03-04", "day"),
        ("3/4/10 9:15 PM", "2010-03-04", "day"),
        ("25/02/2010", "2010-02-25", "day"),
        ("R 261530Z FEB 10", "2010-02-26", "day"),
        ("2010 February 26, 15:30 (Friday)", "2010-02-26", "day"),
        ("this 3rd day of March, 2010", "2010-03-03", "day"),
        ("Ju1y 7, 2O10", "2010-07-07", "day"),
        ("0ctober l2, 2008", "2008-10-12", "day"),
        ("Thu Jul 22 10:05:00 2010", "2010-07-22", "day"),
        ("in March of 2010", "2010-03", "month"),
        ("October, 2008", "2008-10", "month"),
        ("12/2010", "2010-12", "month"),
        ("June 22-24, 2010", "2010-06", "month"),
        ("in late March 2010", "2010-03", "approx"),
        ("early 2011", "2011", "approx"),
        ("mid-2010", "2010", "approx"),
        ("fall 2009", "2009", "approx"),
        ("since 2008", "2008", "year"),
        ("2010", "2010", "year"),
    ],
)
def test_reads_a_date_at_its_own_precision(text: str, iso: str, precision: str) -> None:
    assert normal_date(text) == (iso, precision)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "31 June 2010",
        "2/30/2010",
        "13/13/2010",
        "FY 2010",
        "FY2010",
        "in fiscal year 2010",
        "the Act of 1996",
        "24/7",
        "$2,010 of 2,010",
        "8 U.S.C. 1373 in section 1373",
        "10-2674",
        "10-cv-3488",
        "1.2.3",
        "Section 5.2.10",
        "XX FOIA 10-2674.0013078",
        "123-45-6789",
        "555-12-2010",
        "they may 2010 or not",
        "MARL-002010",
        "2010 jurisdictions",
        "(202) 555-1990",
        "Sec. 10-11-12",
        "1/2",
        "in 2010%",
    ],
)
def test_leaves_alone_what_is_no_date(text: str) -> None:
    assert dates_in(text) == ()


def test_several_dates_keep_their_places() -> None:
    text = "Sent 1/2/2010-3/4/2010, signed March 5, 2010; June 9, 10 people came between 2008 and 2010."
    found = dates_in(text)
    assert [one.iso for one in found] == ["2010-01-02", "2010-03-04", "2010-03-05", "2008", "2010"]
    assert all(text[one.start : one.end] == one.text for one in found)


def test_two_different_dates_in_one_field_are_ambiguous() -> None:
    assert normal_date("July 7, 2010 / July 27, 2010") == ("", "")


def test_two_digit_years_follow_posix() -> None:
    assert normal_date("1/2/68")[0] == "2068-01-02"
    assert normal_date("1/2/69")[0] == "1969-01-02"


@given(st.text(alphabet="0123456789/-., OlIJanMarch\n", max_size=60))
def test_spans_are_true_and_disjoint(text: str) -> None:
    at = 0
    for one in dates_in(text):
        assert at <= one.start < one.end
        assert text[one.start : one.end] == one.text
        assert one.precision in ("day", "month", "year", "approx")
        at = one.end


def test_long_input_is_read_in_linear_time() -> None:
    for made in (
        lambda size: "March 3, 2010 and 1/2/2010 " * size,
        lambda size: "1" * 12 * size + "/" * (size // 4) + " early" * size,
    ):
        spent = []
        for size in (1_000, 4_000):
            began = time.process_time()  # what else runs on the machine does not count
            dates_in(made(size))
            spent.append(time.process_time() - began)
        assert spent[1] < 4 * 2 * spent[0] + 0.5
