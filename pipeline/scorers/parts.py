"""Two parts of one whole that cannot both be as large as is said, and a count of a whole beside a share of it.

"Four in five were grave offenders" leaves no room for the third who had been convicted of nothing. Which
shares do not overlap (`apart`), and which share a count of a whole tells (`share`), stands in the topic file.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from pipeline.records.finding import Claim, Reason
from pipeline.records.topic import Metric, Topic
from pipeline.scorers import coverage, explain, limits, numbers, rows
from pipeline.scorers.rows import Verdict

WHOLE = 1.0
_PLACES = {coverage.SAME: 0.05, coverage.HOME: 0.0, coverage.GENERAL: 0.0}
_PLACE_NOTES = {
    coverage.SAME: "the same place",
    coverage.HOME: "one names the place, and the other's paper is all about it",
    coverage.GENERAL: "neither names a place",
}


@dataclass(frozen=True, slots=True)
class _Share:
    """A claim as a share of its whole: of which metric, and the share it tells, with its bound."""

    metric: Metric
    claim: Claim


def judge(left: Claim, right: Claim, topic: Topic) -> Verdict | None:
    """A contradiction of two metrics' numbers, or None. `left`, `right` are in order of date."""
    if left.metric == right.metric or {left.status, right.status} != set(numbers.GIVEN):
        return None
    one, other = _share(left, topic), _share(right, topic)
    if one is None or other is None or coverage.one_sentence(left, right) or coverage.one_wording(left, right):
        return None
    if not (_of_all(left, topic) and _of_all(right, topic)) or coverage.places(left, right) not in _PLACES:
        return None
    if coverage.places(left, right) == coverage.SAME and not coverage.one_extent(left, right):
        return None
    beyond, note = _beyond(one, other)
    time = numbers.time_row(left, right) if beyond > max(one.metric.tolerance, other.metric.tolerance) else None
    if time is None:
        return None
    found = (
        Reason("metric", left.metric, right.metric, 0.0, "two numbers for parts of one whole"),
        Reason("value", explain.value(one.claim), explain.value(other.claim), numbers.size_of(beyond), note),
        rows.status_row(left, right, asserted=0.0),
        rows.speaker_row(left, right, same=0.10, side=0.08, parties=-0.10),
        rows.audience_row(left, right, across=0.10),
        time,
        rows.place_row(left, right, _PLACES, _PLACE_NOTES),
        limits.row(left, right),
    )
    return Verdict("number", left.metric, found, partial(explain.parts, one.claim, other.claim, one.metric, other.metric))


def _share(claim: Claim, topic: Topic) -> _Share | None:
    """The share a claim tells, by itself or as a count of a whole that it names; None where it tells none."""
    metric = next((one for one in topic.metrics if one.id == claim.metric), None)
    if metric is None or metric.unit == "share":
        return None if metric is None else _Share(metric, claim)
    asked = next((one for one in topic.metrics if one.id == metric.share), None)
    whole = numbers.whole_of(claim).replace(",", "")
    if asked is None or not whole.isdigit() or claim.value is None or not 0 <= claim.value < int(whole):
        return None
    return _Share(asked, replace(claim, value=round(claim.value / int(whole), 4), unit="share"))


def _of_all(claim: Claim, topic: Topic) -> bool:
    """Whether it counts the metric's own people, and no narrower part of them."""
    return not claim.population or any(one.id == claim.metric and one.population == claim.population for one in topic.metrics)


def _beyond(one: _Share, other: _Share) -> tuple[float, str]:
    """By how much of the whole the two cannot both be, and why; 0.0 where they can."""
    if one.metric.id == other.metric.id:
        apart = numbers.distance(one.claim, other.claim, one.metric)
        return apart or 0.0, f"{apart or 0.0:.0%} apart, one as a count of its whole"
    if other.metric.id not in one.metric.apart and one.metric.id not in other.metric.apart:
        return 0.0, ""
    least = [span[0] for side in (one, other) if (span := numbers.interval(side.claim, side.metric.tolerance))]
    total = sum(least) if len(least) == 2 else 0.0
    return max(total - WHOLE, 0.0), f"parts that do not overlap make {total:.0%} of the whole"
