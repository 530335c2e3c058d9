"""Drawings over time: every dated claim is in a bar of its month, nothing lies outside, nothing is drawn that is not known."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from db.pages.plot import AUDIENCES, LEFT, MOST_BINS, RIGHT, WIDTH, axis, bars, bin_words, dots, month_of

DATES = st.sampled_from(["", "2010", "2010-05", "2010-09", "2011-01", "1887-03", "2009-12"])
STANCES, SAID_TO = st.sampled_from(["affirm", "deny"]), st.sampled_from([*AUDIENCES, "odd"])
ROWS = st.lists(
    st.fixed_dictionaries({"date": DATES, "stance": STANCES, "audience": SAID_TO, "n": st.integers(1, 50)}), max_size=20
)


@pytest.mark.parametrize(
    ("date", "month"),
    [
        ("2010-05", 24124),
        ("2010-05-31", 24124),
        ("2010", None),
        ("", None),
        ("2010-13", None),
        ("last fall", None),
        ("0001-01", 12),
    ],
)
def test_months(date: str, month: int | None) -> None:
    assert month_of(date) == month


@given(st.lists(st.integers(0, 12 * 9999), min_size=1, max_size=30))
def test_time_holds_every_month_in_few_bins(months: list[int]) -> None:
    time = axis(months)
    assert time and time.bins <= MOST_BINS + 1
    assert all(0 <= time.at(month) < time.bins for month in months)
    assert time.x(0) == LEFT and time.x(time.bins) == WIDTH - RIGHT


def test_no_months_no_time() -> None:
    assert axis([]) is None and bars([], ()) is None and dots([], True) is None
    assert bars([{"date": "2010", "stance": "deny", "audience": "", "n": 3}], ["2010-05"]) is None


@given(ROWS, st.lists(DATES, max_size=4), st.sampled_from([120.0, 300.0]))
@example([{"date": "2010-05", "stance": "deny", "audience": "internal", "n": 4}], [], 300.0)
def test_bars_count_what_is_dated_and_stay_inside(rows: list[dict[str, object]], marks: list[str], height: float) -> None:
    plot = bars(rows, marks, height)
    dated = [row for row in rows if len(str(row["date"])) == 7]
    assert (plot is None) == (not dated)
    if plot is None:
        return
    assert sum(bar.n for bar in plot.bars) == sum(int(str(row["n"])) for row in dated)
    for bar in plot.bars:
        assert bar.x >= LEFT and bar.x + bar.width <= WIDTH - RIGHT + 0.1 and bar.width > 0
        assert bar.y >= 0 and bar.y + bar.height <= height and bar.audience in AUDIENCES
        up = bar.y + bar.height <= plot.middle + 0.02
        assert up == ("say yes" in bar.label) or bar.y >= plot.middle - 0.02
    assert len(plot.marks) <= sum(len(date) == 7 for date in marks)


def test_bars_of_one_month_and_side_stack() -> None:
    rows = [{"date": "2010-05", "stance": "affirm", "audience": a, "n": 2} for a in ("public", "internal")]
    plot = bars(rows, ["2010-06", "2010-06-04", "2010-06", "2010", "2010-08"])
    assert plot
    low, high = plot.bars
    assert (low.audience, high.audience) == ("internal", "public") and low.y == pytest.approx(high.y + high.height, abs=0.02)
    assert [mark.numbers for mark in plot.marks] == ["1-3", "5"]
    assert plot.marks[0].label == "Announced changes 1-3, 2010-06"


def test_long_times_are_told_in_longer_bins() -> None:
    time = axis([month_of("1900-02") or 0, month_of("2010-02") or 0])
    assert time and time.step == 60 and bin_words(time, 0) == "1900-01 to 1904-12"
    time = axis([month_of("1980-02") or 0, month_of("2010-02") or 0])
    assert time and time.step == 12 and bin_words(time, 1) == "1981"


@given(st.lists(st.tuples(DATES, st.floats(0, 1e9)), max_size=10), st.booleans())
@example([("2010-05", 5e-324)], False)
def test_dots_stay_inside(given_values: list[tuple[str, float]], share: bool) -> None:
    rows = [{"date": date, "value": value, "audience": "", "label": "x"} for date, value in given_values]
    plot = dots(rows, share)
    dated = [date for date, _ in given_values if len(date) == 7]
    assert (plot is None) == (not dated)
    if plot:
        assert len(plot.dots) == len(dated)
        assert all(0 <= dot.y <= plot.middle and LEFT <= dot.x <= WIDTH for dot in plot.dots)
