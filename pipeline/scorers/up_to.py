"""Counts of two times of which one holds the other: a part cannot come to more than the whole, whoever counted.

"3 as of June 1" and "41 between October and June 1" cannot both be right, though they name two times; nor can a total that is
lower than an earlier one of the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from pipeline.records.finding import Claim, Reason
from pipeline.scorers import periods

WEIGHT = 0.10
# A number so dated counts whatever there had been by that day.
_BY_THEN = re.compile(r"\A\W*(?:as\s+of|by|up\s+to|until|to\s+date|so\s+far|thus\s+far|till|through)\b", re.IGNORECASE)


def more_than_all(left: Claim, right: Claim, allowed: Callable[[Claim], tuple[float, float] | None]) -> Reason | None:
    """Where one counts a part of the other's time, or to an earlier day, and yet more; `allowed`: the values its words allow."""
    one, other = _counted_in(left), _counted_in(right)
    if left.unit != "count" or one is None or other is None:
        return None
    for some, part, every, whole in ((left, one, right, other), (right, other, left, one)):
        if part == whole or not (whole[0] <= part[0] and part[1] <= whole[1]):
            continue
        least, most = allowed(some), allowed(every)
        if least and most and least[0] > most[1]:
            shown = (left.period or left.date or "unknown", right.period or right.date or "unknown")
            return Reason("period", *shown, WEIGHT, "the one counts a part of the other's time, and more")
    return None


def _counted_in(claim: Claim) -> periods.Range | None:
    """The days in which it counts; None where that is open, or not said."""
    if any(one.feature == "done" for one in claim.reasons):
        return None  # what was done on a day is no count of a time
    span = periods.speaks_of(claim)
    if _BY_THEN.match(claim.period):
        until = span or (None if periods.names_a_time(claim) else periods.said_on(claim))
        span = until and (date.min, until[1])
    return None if span is None or span[1] == date.max else span
