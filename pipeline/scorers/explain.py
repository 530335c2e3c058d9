"""The mismatch in plain words: what the two statements say, who, how far apart, to whom. It accuses nobody."""

from __future__ import annotations

from pipeline.records.finding import Claim
from pipeline.records.topic import Metric, Topic
from pipeline.scorers import periods, speakers

_BOUNDS = {"about": "about ", "more-than": "more than ", "less-than": "less than ", "at-least": "at least "}
_AUDIENCES = {"internal": "internal", "public": "public", "congress": "to Congress", "state-local": "to state or local officials"}


def amount(value: float, unit: str) -> str:
    """`0.79` of unit share as 79%, a count with thousands set off."""
    if unit == "share":
        return f"{round(value * 100, 1):g}%"
    return f"{value:,.0f}" if value == round(value) else f"{value:,}"


def value(claim: Claim) -> str:
    """The claim's number with its bound, such as `more than 700`, and what it was reckoned from; '' without a number."""
    if claim.value is None:
        return ""
    reckoned = next((f" (reckoned: {one.left})" for one in claim.reasons if one.feature == "derived"), "")
    return _BOUNDS.get(claim.bound, "") + amount(claim.value, claim.unit) + reckoned


def reading(claim: Claim, topic: Topic) -> str:
    """The proposition as this claim takes it, in the topic file's words."""
    for proposition in topic.propositions:
        if proposition.id == claim.proposition:
            return (proposition.statement if claim.stance == "affirm" else proposition.opposite).strip().rstrip(".")
    verb = "affirms" if claim.stance == "affirm" else "denies"
    return f"{verb}: {claim.proposition.replace('-', ' ')}"


def stances(left: Claim, right: Claim, topic: Topic) -> str:
    """For two opposite stances."""
    first, second = ("The earlier statement", "the later") if _in_time(left, right) else ("One statement", "the other")
    return f"{first} reads as “{reading(left, topic)}”, {second} as “{reading(right, topic)}”."


def numbers(left: Claim, right: Claim, metric: Metric) -> str:
    """For two numbers of one metric."""
    about = metric.statement.strip().rstrip(".") or metric.id.replace("-", " ")
    period = f" ({left.period})" if left.period and left.period == right.period else ""
    return f"For “{about}”{period} one statement gives {value(left)}, the other {value(right)}."


def parts(left: Claim, right: Claim, metric: Metric, other: Metric) -> str:
    """For two numbers that are parts of one whole."""
    first, second = (one.statement.strip().rstrip(".") or one.id.replace("-", " ") for one in (metric, other))
    if metric.id == other.id:
        return f"For “{first}” one statement gives {value(left)}, the other {value(right)}, one of them as a count of its whole."
    return f"For “{first}” one statement gives {value(left)}, for “{second}” the other {value(right)}: both cannot be."


def against_number(said: Claim, number: Claim, metric: Metric, topic: Topic) -> str:
    """For a statement beside a number."""
    about = metric.statement.strip().rstrip(".") or metric.id.replace("-", " ")
    return f"One statement reads as “{reading(said, topic)}”; a number given for “{about}” is {value(number)}."


def shift(old: Claim, new: Claim, topic: Topic) -> str:
    """For a position openly changed."""
    when = "from now on or later" if new.status == "planned" else "now"
    return f"The position was openly changed: formerly “{reading(old, topic)}”, {when} “{reading(new, topic)}”."


def recount(old: Claim, new: Claim, metric: Metric) -> str:
    """For a number mended or counted on by the one who gave it."""
    about = metric.statement.strip().rstrip(".") or metric.id.replace("-", " ")
    return f"For “{about}” {value(old)} was given; a later statement corrects or continues it to {value(new)}."


def setting(left: Claim, right: Claim) -> str:
    """Who, how far apart, to whom: "Same agency, 41 days apart; one internal, one public." """
    return f"{_who(left, right)}, {_when(left, right)}{_to_whom(left, right)}."


def _in_time(left: Claim, right: Claim) -> bool:
    return periods.surely_before(periods.said_on(left), periods.said_on(right))


def _who(left: Claim, right: Claim) -> str:
    one, other = speakers.camp(left), speakers.camp(right)
    relation = speakers.relation(left, right)
    if relation == speakers.UNKNOWN:
        return _unknown(left, right)
    if relation == speakers.SIDE and not (left.speaker and right.speaker):
        return "Same agency, as far as the papers tell"
    return {
        speakers.SAME: "Same speaker",
        speakers.SIDE: "Same agency",
        speakers.PARTY: f"Two {one} offices of one party",
        speakers.PARTIES: f"Two {one} speakers" if one == other else f"Different parties ({one} and {other})",
    }[relation]


def _unknown(left: Claim, right: Claim) -> str:
    strangers = [claim for claim in (left, right) if not speakers.camp(claim)]
    if not all(speakers.unsigned(claim) for claim in strangers):
        return "Speakers not all known"
    return "Who wrote either is not printed" if len(strangers) > 1 else "Who wrote one of them is not printed"


def _when(left: Claim, right: Claim) -> str:
    days = periods.days_apart(left, right)
    if days is None:
        if left.date and right.date:
            return periods.gap(left, right) or "dates not exact enough to tell how far apart"
        return "the date of one is unknown" if left.date or right.date else "both dates are unknown"
    return "same day" if days == 0 else f"{days} day{'' if days == 1 else 's'} apart"


def _to_whom(left: Claim, right: Claim) -> str:
    one, other = _AUDIENCES.get(left.audience, ""), _AUDIENCES.get(right.audience, "")
    if not one or not other:
        return ""
    return f"; both {one}" if one == other else f"; one {one}, one {other}"
