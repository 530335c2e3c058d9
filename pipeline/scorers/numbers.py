"""Two numbers for one metric that cannot both be right: same people, same place, same time, further apart than rounding.

A count that grew is no contradiction, so a number must say of what time it is, or two must have been given at nearly the
same time. Two exact numbers of one named time need not be far apart; "none at all" is met by any number counted before.
"""

from __future__ import annotations

import math
import re
from datetime import date
from functools import partial

from pipeline.records.finding import Claim, Reason
from pipeline.records.topic import Metric, Topic
from pipeline.scorers import counted, coverage, explain, limits, nones, periods, rows, up_to
from pipeline.scorers.rows import Verdict

GIVEN = ("asserted",)
# How far apart two statements may be made, in days, and still be taken to count the same state of affairs.
# A count is of its own day: a program that adds jurisdictions every week is no contradiction after a fortnight.
NEAR = {"count": 7, "share": 92}
LONG = 3  # digits of a total that two papers hardly share by chance
# Who counted what came to him: "The hotline took 3 complaints", "The rights office has 41 on file".
_TAKER = re.compile(
    r"\W*(?:the|our|its)\s+((?:[\w’'-]+\s+){1,4}?)"
    r"(?:has|have|had|took|takes?|taken|received?|gets?|got|logged|recorded|fielded|holds?)\b",
    re.IGNORECASE,
)
_MONTH = 31  # days
_HALF_YEAR = 183
_DIGITS = 2  # a share printed with more was reckoned from words ("a third")
# A number said to be provisional, or to mend another, is not held against it.
_SET_RIGHT = re.compile(
    r"\b(?:preliminary|provisional|interim|estimated?|projected|revis(?:ed|ion)|restated|corrected|updated|adjusted|unaudited)\b",
    re.IGNORECASE,
)
_PLACES = {coverage.SAME: 0.05, coverage.HOME: 0.0, coverage.GENERAL: 0.0, coverage.WIDER: 0.0}
_PLACE_NOTES = {
    coverage.SAME: "the same place",
    coverage.HOME: "one names the place, and the other's paper is all about it",
    coverage.GENERAL: "neither names a place",
    coverage.WIDER: "one names no place; both are parts of one number",
}


def judge(left: Claim, right: Claim, topic: Topic) -> Verdict | None:
    """A contradiction of numbers, or None. `left`, `right` are in order of date."""
    metric = next((one for one in topic.metrics if one.id == left.metric), None)
    if metric is None or left.metric != right.metric or left.unit != right.unit:
        return None
    if coverage.one_sentence(left, right) or coverage.one_wording(left, right) or counted.told_apart(left, right, metric):
        return None
    if not _comparable(left, right, topic):
        return None
    apart = distance(left, right, metric)
    time = _none_by_then(left, right) or _one_whole(left, right) or time_row(left, right)
    if time is None and not any(_SET_RIGHT.search(claim.quote) for claim in (left, right)):
        time = up_to.more_than_all(left, right, partial(interval, tolerance=metric.tolerance))
    if apart is None or time is None:
        return None
    both_exact = left.bound == right.bound == "exact"
    if apart <= metric.tolerance and not (both_exact and _two_readings_of_one_day(left, right)):
        return None
    found = (
        Reason("metric", left.metric, right.metric, 0.0, "the same metric"),
        Reason("value", explain.value(left), explain.value(right), _size(apart, metric), _apart(apart, metric)),
        Reason(
            "exactness",
            left.bound or "exact",
            right.bound or "exact",
            0.05 if both_exact else 0.0,
            "both are exact" if both_exact else "not both are exact",
        ),
        rows.status_row(left, right, asserted=0.0),
        rows.speaker_row(left, right, same=0.10, side=0.08, parties=-0.10),
        rows.audience_row(left, right, across=0.10),
        time,
        _place(left, right),
        Reason("population", left.population or metric.population, right.population or metric.population, 0.0, "the same people"),
        limits.row(left, right),
    )
    return Verdict("number", left.metric, found, partial(explain.numbers, left, right, metric))


def _comparable(left: Claim, right: Claim, topic: Topic) -> bool:
    """Whether both are given, not asked or guessed, of the same people in the same place."""
    pair = {left.status, right.status}
    past = pair == {"former"} and periods.speaks_of(left) is not None and periods.speaks_of(right) is not None
    if not (pair <= set(GIVEN) or past):
        return False
    takers = [found[1].casefold().split()[-1] for one in (left, right) if (found := _TAKER.match(one.quote))]
    if len(set(takers)) > 1 and left.unit == "count":
        return False  # what came to two bodies are two numbers
    if counted.of_the_rest(left) != counted.of_the_rest(right):
        return False
    where = coverage.places(left, right)
    if where == coverage.SAME and not coverage.one_extent(left, right):
        return False
    if _sum_of_the_same(left, right):
        where = coverage.SAME
    one_whole = where == coverage.WIDER and _one_whole(left, right) is not None
    if where not in (coverage.SAME, coverage.HOME, coverage.GENERAL) and not one_whole and not nones.reaches(left, right):
        return False
    if coverage.populations(left, right, topic) == coverage.UNSTATED:
        # Where one side says whom it counts and nobody knows whom the other counts, they are not known to be the same.
        return not left.population and not right.population
    return coverage.populations(left, right, topic) == coverage.SAME


def interval(claim: Claim, tolerance: float) -> tuple[float, float] | None:
    """The values the words allow; None for no usable number. `about` allows `tolerance` (a ratio) either way."""
    value = claim.value
    if value is None or not math.isfinite(value) or value < 0:
        return None
    if claim.bound in ("more-than", "at-least"):
        return value, math.inf
    if claim.bound == "less-than":
        return 0.0, value
    if claim.bound == "about":
        return value * (1 - tolerance), value * (1 + tolerance)
    return value, value


def incompatible(left: Claim, right: Claim, metric: Metric) -> bool:
    """Whether no one value fits what both allow, beyond rounding."""
    apart = distance(left, right, metric)
    return left.unit == right.unit and apart is not None and apart > metric.tolerance


def distance(left: Claim, right: Claim, metric: Metric) -> float | None:
    """The gap between what the two allow, as a ratio of the larger number named (0 where they can both be right)."""
    one, other = interval(left, metric.tolerance), interval(right, metric.tolerance)
    if one is None or other is None or left.value is None or right.value is None:
        return None
    gap = max(other[0] - one[1], one[0] - other[1], 0.0)
    larger = max(left.value, right.value)
    return gap / larger if larger else 0.0


def _size(apart: float, metric: Metric) -> float:
    """0.35 for two numbers that cannot both be right, up to 0.20 more the further apart they are (a half or more).

    0.28 for two within the tolerance: a count may have been set right between two papers.
    """
    return 0.28 if apart <= metric.tolerance else size_of(apart)


def size_of(apart: float) -> float:
    """What it weighs that two numbers are so far apart."""
    return round(0.35 + 0.20 * min(apart / 0.5, 1.0), 3)


def _apart(apart: float, metric: Metric) -> str:
    if apart <= metric.tolerance:
        return f"{apart:.1%} apart, which rounding does not explain: both are exact, for one named time"
    return f"{apart:.0%} apart, beyond what bounds allow"


def _two_readings_of_one_day(left: Claim, right: Claim) -> bool:
    """Whether two papers name one time, with an end, and give numbers for it that differ by more than either is rounded."""
    if left.value is None or right.value is None or rows.in_one_text(left, right):
        return False
    one, other = periods.speaks_of(left), periods.speaks_of(right)
    if one is None or one != other or one[1] == date.max:
        return False
    if any(_SET_RIGHT.search(claim.quote) for claim in (left, right)):
        return False
    return abs(left.value - right.value) > max(_rounded(left), _rounded(right))


def _rounded(claim: Claim) -> float:
    """Half a unit of the last digit printed: 658 stands for itself, 660 for 655 to 665, 26% for 25.5 to 26.5."""
    value = claim.value or 0.0
    if claim.unit == "share":
        printed = f"{value * 100:.6f}".rstrip("0").partition(".")[2]
        return 0.5 * 10.0 ** -(len(printed) + 2) if len(printed) <= _DIGITS else 0.005
    zeros = len(str(int(value))) - len(str(int(value)).rstrip("0")) if value else 0
    return 0.5 * 10.0**zeros


def _none_by_then(left: Claim, right: Claim) -> Reason | None:
    """Where one says that there is none at all: a number counted by the time it is said, in no later period, is against it."""
    for none, some in ((left, right), (right, left)):
        if none.value != 0 or not some.value or periods.names_a_time(none) or none.unit != "count":
            continue
        shown = (left.period or left.date or "unknown", right.period or right.date or "unknown")
        said, counted = periods.said_on(none), periods.speaks_of(some) or periods.said_on(some)
        if said is None or counted is None:
            return Reason("period", *shown, 0.0, "none at all is said; when one of the two was said is unknown")
        if counted[0] <= said[1]:
            return Reason("period", *shown, 0.15, "none at all is said, and some were counted by then")
        return None
    return None


def _one_whole(left: Claim, right: Claim) -> Reason | None:
    """Where both are parts of one number, printed alike in two places: 41 of 412 here, 187 of 412 there.

    So exact a total tells whom, where and up to when both count, unless the papers name different ends.
    """
    whole, other = whole_of(left), whole_of(right)
    if not whole or whole != other or len(whole) < LONG or whole.endswith("00"):
        return None
    one, two = periods.speaks_of(left), periods.speaks_of(right)
    if one and two and one[1] != two[1]:
        return None
    return Reason("period", left.period or "", right.period or "", 0.15, f"both are parts of one number, {whole}")


def whole_of(claim: Claim) -> str:
    """The number that the claim's is said to be a part of, as printed; '' where none is."""
    return next((one.right for one in claim.reasons if one.feature == "part"), "")


def _told(claim: Claim, feature: str) -> str:
    """What a reason of this sort names: the places that a sum adds up ("union"), the day on which something was done ("done")."""
    return next((one.left for one in claim.reasons if one.feature == feature), "")


def _sum_of_the_same(left: Claim, right: Claim) -> bool:
    """Whether one adds up the rows of the very places that the other names."""
    return any(
        not total.jurisdiction and coverage.alike(_told(total, "union"), other.jurisdiction)
        for total, other in ((left, right), (right, left))
    )


def _place(left: Claim, right: Claim) -> Reason:
    relation = coverage.places(left, right)
    if _sum_of_the_same(left, right):
        return rows.place_row(left, right, {relation: 0.05}, {relation: "one is the sum of the very places that the other names"})
    if nones.reaches(left, right) and relation in (coverage.APART, coverage.WIDER):
        weights = {coverage.APART: -0.10, coverage.WIDER: 0.0}
        notes = {
            coverage.APART: "whether the one place lies in the other is not said",
            coverage.WIDER: "none at all is said, of all places or of one that holds the other",
        }
        return rows.place_row(left, right, weights, notes)
    return rows.place_row(left, right, _PLACES, _PLACE_NOTES)


def time_row(left: Claim, right: Claim) -> Reason | None:
    """None unless both count the same time."""
    shown = (left.period or left.date or "unknown", right.period or right.date or "unknown")
    one, other = periods.speaks_of(left), periods.speaks_of(right)
    if bool(_told(left, "done")) != bool(_told(right, "done")):
        return None  # what was done on a day, and how many there were by then
    if any(span and span[1] == date.max for span in (one, other)):
        return None  # a running total of nobody knows when
    if one and other:
        met = one == other or _up_to_one_day(one, other)
        if left.unit != "count":
            met = met or (periods.overlap(one, other) and not (_up_to_two_days(one, other) or _whole_and_early_part(one, other)))
        return Reason("period", *shown, 0.15, "the same period") if met else None
    if periods.same_words(left, right):
        return Reason("period", *shown, 0.15, "the same period, in the same words")
    if any(periods.names_a_time(claim) and periods.speaks_of(claim) is None for claim in (left, right)):
        return None
    first, second = _counted_on(left, one), _counted_on(right, other)
    if first is None or second is None:
        return None
    if periods.most_gap(first, second) > NEAR.get(left.unit, 31):
        return None
    return Reason("period", *shown, 0.0, "a period is not stated, but both were given at nearly the same time")


def _up_to_one_day(one: periods.Range, other: periods.Range) -> bool:
    """Whether both count up to one day: "as of June 30, 2010" is what "through June 30, 2010" is, and no quarter's end."""
    return one[1] == other[1] and all(begin in (date.min, end) for begin, end in (one, other))


def _up_to_two_days(one: periods.Range, other: periods.Range) -> bool:
    """Whether both run from the beginning, up to days more than a month apart: shares of two totals."""
    return one[0] == other[0] == date.min and abs((one[1] - other[1]).days) > _MONTH


def _whole_and_early_part(one: periods.Range, other: periods.Range) -> bool:
    """Whether the one is a part of the other that was over half a year before: the share of a first year is not that of all."""
    whole, part = (one, other) if one[1] >= other[1] else (other, one)
    return whole[0] <= part[0] and date.min < part[0] and (whole[1] - part[1]).days > _HALF_YEAR


def _counted_on(claim: Claim, span: periods.Range | None) -> periods.Range | None:
    """The days to which a number without a period may be compared: when it was said, or the end of what is counted up to it.

    A share of some months is that of their last day; a count of some months is no total.
    """
    if span is None:
        return periods.said_on(claim)
    return (span[1], span[1]) if claim.unit == "share" or span[0] == date.min else span
