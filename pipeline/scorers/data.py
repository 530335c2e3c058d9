"""A statement against a number: a metric that speaks to a proposition (the topic file says so) beside the opposite claim."""

from __future__ import annotations

import math
import re
from functools import partial

from pipeline.records.finding import Claim, Reason
from pipeline.records.topic import Bearing, Metric, Topic
from pipeline.scorers import changes, coverage, explain, extent, periods, rows, versed
from pipeline.scorers.marks import marks
from pipeline.scorers.rows import Verdict

GIVEN = ("asserted",)
FIRST_OF_ALL = -0.15  # that one thing comes first leaves room for others
LATER = -0.30  # what came after a statement speaks against a promise, hardly against what was so when it was made
_CHANGED = re.compile(
    r"\b(?:no longer|from now on|henceforth|going forward|effective|as of today|starting|beginning)\b", re.IGNORECASE
)
_PLACES = {coverage.SAME: 0.05, coverage.HOME: 0.0, coverage.GENERAL: 0.0}
_PLACE_NOTES = {
    coverage.SAME: "the same place",
    coverage.HOME: "one names the place, and the other's paper is all about it",
    coverage.GENERAL: "neither names a place",
}


def judge(left: Claim, right: Claim, topic: Topic) -> Verdict | None:
    """A contradiction of a statement with a number, or None. `left`, `right` are in order of date."""
    if bool(left.metric) == bool(right.metric):
        return None
    said, number = (right, left) if left.metric else (left, right)
    metric = next((one for one in topic.metrics if one.id == number.metric), None)
    if metric is None or said.status not in GIVEN or number.status not in GIVEN:
        return None
    if coverage.one_sentence(left, right) or coverage.one_wording(left, right):
        return None
    bearing = next((one for one in metric.bears_on if _against(one, said, number)), None)
    if bearing is not None and bearing.above != 0 and coverage.of_a_group(number):
        return None  # what a part of them is like says nothing of all
    if bearing is None or (place := _place(said, number, bearing, left, right)) is None:
        return None
    time = _period(said, number, left, right)
    if time is None:
        return None
    found = (
        Reason("proposition", *_oriented(said, left, said.proposition, metric.id), 0.40, _bears(metric, bearing)),
        Reason("value", *_oriented(said, left, said.stance, explain.value(number)), _margin(bearing, number), "how far beyond"),
        rows.status_row(left, right, asserted=0.0),
        rows.speaker_row(left, right, same=0.20, side=0.20, parties=-0.10),
        rows.audience_row(left, right, across=0.10),
        rows.time_row(left, right),
        rows.precision_row(left, right),
        time,
        place,
        _population(left, right, topic),
        _stress(said, left),
        rows.document_row(left, right),
        versed.row(left, right, topic),
    )
    return Verdict("data", said.proposition, found, partial(explain.against_number, said, number, metric, topic))


def _stress(said: Claim, left: Claim) -> Reason:
    """What it weighs that the statement only says what comes first."""
    told = marks(said.quote)
    words = "" if told.none_else else told.first_of_all
    note = (
        "it says what comes first, not that there is nothing else" if words else "no words say that it is only what comes first"
    )
    return Reason("stress", *_oriented(said, left, words, ""), FIRST_OF_ALL if words else 0.0, note)


def _place(said: Claim, number: Claim, bearing: Bearing, left: Claim, right: Claim) -> Reason | None:
    """None for different places. Where any number at all speaks against it, what is said of everywhere is met by one place's."""
    relation = coverage.places(left, right)
    if relation in _PLACES:
        return rows.place_row(left, right, _PLACES, _PLACE_NOTES)
    if relation != coverage.WIDER or bearing.above != 0 or coverage.narrower(left, right)[1] is not number:
        return None
    weight = -0.05 if extent.universal(said) else -0.15
    return rows.place_row(left, right, {relation: weight}, {relation: "one place's number is enough against what is said of all"})


def _oriented(said: Claim, left: Claim, statement: str, number: str) -> tuple[str, str]:
    return (statement, number) if said is left else (number, statement)


def _against(bearing: Bearing, said: Claim, number: Claim) -> bool:
    """Whether the number, with its bound, passes the threshold and so speaks for the stance opposite to the statement's."""
    if bearing.proposition != said.proposition or {bearing.stance, said.stance} != {"affirm", "deny"}:
        return False
    value = number.value
    if value is None or not math.isfinite(value):
        return False
    above, below = bearing.above, bearing.below
    if above is None and below is None:
        return False
    return (above is None or _passes_up(value, number.bound, above)) and (
        below is None or _passes_down(value, number.bound, below)
    )


def _passes_up(value: float, bound: str, limit: float) -> bool:
    return bound != "less-than" and (value > limit or (bound == "more-than" and value >= limit))


def _passes_down(value: float, bound: str, limit: float) -> bool:
    return bound not in ("more-than", "at-least") and (value < limit or (bound == "less-than" and value <= limit))


def _bears(metric: Metric, bearing: Bearing) -> str:
    limits = []
    if bearing.above is not None:
        limits.append(f"above {explain.amount(bearing.above, metric.unit)}")
    if bearing.below is not None:
        limits.append(f"below {explain.amount(bearing.below, metric.unit)}")
    side = "for" if bearing.stance == "affirm" else "against"
    return f"the topic file lets a value {' and '.join(limits)} speak {side} the proposition"


def _margin(bearing: Bearing, number: Claim) -> float:
    """Up to 0.10: a tenth of the way to double (or to nothing) is 0.01."""
    limit = bearing.above if bearing.above is not None else bearing.below
    if not limit or number.value is None:
        return 0.0
    return round(0.10 * min(abs(number.value - limit) / abs(limit), 1.0), 3)


def _period(said: Claim, number: Claim, left: Claim, right: Claim) -> Reason | None:
    """None where both name a time and the times differ, or what is said holds from now on and the number is of before.

    A time that came after the statement weighs against the pair.
    """
    one, other = periods.speaks_of(said), periods.speaks_of(number)
    changed = said.announced or bool(changes.words(said.quote)) or _CHANGED.search(said.quote) is not None
    if changed and periods.surely_before(other or periods.said_on(number), periods.said_on(said)):
        return None
    if one and other and not periods.overlap(one, other):
        return None
    shown = (left.period or "not stated", right.period or "not stated")
    if not one and other and periods.surely_before(periods.said_on(said), other):
        return Reason("period", *shown, LATER, "the number counts only what came after the statement")
    note = "the periods overlap" if one and other else "no difference of period is stated"
    return Reason("period", *shown, 0.0, note)


def _population(left: Claim, right: Claim, topic: Topic) -> Reason:
    relation = coverage.populations(left, right, topic)
    weights = {coverage.SAME: 0.05, coverage.UNSTATED: 0.0, coverage.DIFFERENT: -0.10}
    notes = {
        coverage.SAME: "the same people",
        coverage.UNSTATED: "no difference of people is stated",
        coverage.DIFFERENT: "the people are described in different words",
    }
    shown = (left.population or "not stated", right.population or "not stated")
    return Reason("population", *shown, weights[relation], notes[relation])
