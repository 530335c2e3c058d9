"""Opposite stances on one proposition, in one scope: the plain contradiction.

What keeps two opposite statements from being one: a question, a guess, another time, another place, other people, a
plan against the present, and a change that was announced (`shifts.py` has those).
"""

from __future__ import annotations

import re
from functools import partial

from pipeline.records.finding import Claim, Reason
from pipeline.records.topic import Topic
from pipeline.scorers import changes, coverage, explain, extent, limits, periods, rows, versed
from pipeline.scorers.rows import Verdict
from pipeline.scorers.sorts import content

SAID = ("asserted",)
TOGETHER = -0.05  # two questions, though they go together, are a little less one than one
AFTERWARDS = -0.10  # a case told after it was said that there had been none
ALL_BEFORE = "one speaks of all the time before, in which the other was said"
NONE_BEFORE = "one knows no case up to its own day, the other tells of one before"
REACHES_BACK = "what the one says reaches back to the time of the other"
_EVER = re.compile(
    r"\b(?:n?ever|always|at no (?:time|point)|not at any (?:time|point)|all along"
    r"|from the (?:very )?(?:start|beginning|outset))\b",
    re.IGNORECASE,
)
# That it has been so from the start leaves out no time before: "we have told everybody the same from the start".
_ALL_ALONG = re.compile(
    r"\b(?:has|have|had|['’]ve|was|were)\b[^.;]{0,80}\b(?:all along|from the (?:very )?(?:start|beginning|outset|first day))\b",
    re.IGNORECASE,
)
_WILL = re.compile(r"\b(?:will|shall|won['’]t)\b|['’]ll\b", re.IGNORECASE)
_PLAN = re.compile(
    r"\b(?:plan\w*|inten[dt]\w*|hop(?:e|es|ed|ing)|aims?|expect\w*|propos\w*|goals?|targets?|someday|some\s+day|soon|eventually|next|by|in\s+time"
    r"|from|starting|beginning|effective|as\s+of|once|when|until|till|after|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_FOR_NOW = re.compile(r"\b(?:now|today|currently|presently|at\s+present|so\s+far|yet|still|until|till)\b", re.IGNORECASE)
_CAN = re.compile(
    r"\b(?:can|cannot|can['’]t|may|must|able|possible|impossible|no\s+(?:\w+\s+)?way|free\s+to|required|needed|need)\b",
    re.IGNORECASE,
)
_REPEATED = re.compile(
    r"\b(?:each|every)\s+(?:day|week|month|quarter|year)\b|\b(?:daily|weekly|monthly|quarterly|yearly|annual(?:ly)?|regular(?:ly)?|routinely)\b",
    re.IGNORECASE,
)
_PLACES = {coverage.SAME: 0.05, coverage.HOME: 0.0, coverage.GENERAL: 0.0}
_PLACE_NOTES = {
    coverage.SAME: "the same place",
    coverage.HOME: "one names the place, and the other's paper is all about it",
    coverage.GENERAL: "neither names a place",
}


def opposite(left: Claim, right: Claim, topic: Topic) -> bool:
    """Whether the two take opposite stances on one proposition, or on two that go together."""
    if {left.stance, right.stance} != {"affirm", "deny"} or not left.proposition:
        return False
    return left.proposition == right.proposition or _together(left.proposition, right.proposition, topic)


def _together(one: str, other: str, topic: Topic) -> bool:
    return any(
        (entry.id == one and other in entry.goes_with) or (entry.id == other and one in entry.goes_with)
        for entry in topic.propositions
    )


def question_row(left: Claim, right: Claim) -> Reason:
    """What the two are about; `left` and `right` are `opposite`."""
    if left.proposition == right.proposition:
        return rows.shared("proposition", left.proposition, right.proposition, 0.0, "the same proposition")
    return Reason("proposition", left.proposition, right.proposition, TOGETHER, "two propositions that stand and fall together")


def judge(left: Claim, right: Claim, topic: Topic) -> Verdict | None:
    """A contradiction of stance, or None. `left`, `right` are in order of date."""
    if not opposite(left, right, topic) or coverage.one_sentence(left, right) or coverage.one_wording(left, right):
        return None
    # One after the other: most pairs fall at the first or second, and none of them is free.
    if (status := _status(left, right)) is None or (place := _place(left, right)) is None:
        return None
    if (time := _period(left, right)) is None or (people := _population(left, right, topic)) is None:
        return None
    if time.weight < 0 and status.note in (ALL_BEFORE, NONE_BEFORE):
        time = rows.shared("period", time.left, time.right, 0.0, REACHES_BACK)
    stance = rows.shared("stance", left.stance, right.stance, 0.35, "opposite stances on one proposition")
    found = (
        question_row(left, right),
        stance,
        status,
        rows.speaker_row(left, right, same=0.20, side=0.15, parties=-0.15),
        rows.audience_row(left, right, across=0.15),
        rows.time_row(left, right),
        rows.precision_row(left, right),
        time,
        place,
        people,
        rows.document_row(left, right),
        limits.row(left, right, _told_already(time, left, right)),
        versed.row(left, right, topic),
    )
    return Verdict("stance", left.proposition, found, partial(explain.stances, left, right, topic))


def _told_already(time: Reason, left: Claim, right: Claim) -> str:
    """The words of the times that the row of the period weighs against the pair, or settles."""
    return f"{left.period} {right.period}" if time.weight < 0 or time.note == REACHES_BACK else ""


def one_scope(left: Claim, right: Claim, topic: Topic) -> bool:
    """Whether place, time and people do not keep the two apart."""
    if coverage.places(left, right) == coverage.APART or coverage.populations(left, right, topic) == coverage.DIFFERENT:
        return False
    return _period(left, right) is not None


def _status(left: Claim, right: Claim) -> Reason | None:
    """None unless the two statuses speak of the same time."""
    pair = {left.status, right.status}
    if pair <= set(SAID):
        return None if _announced_later(left, right) else rows.status_row(left, right, asserted=0.05)
    if pair == {"planned"}:
        return rows.shared("status", left.status, right.status, 0.0, "both speak of what is to come")
    if "planned" in pair and pair <= {*SAID, "planned"}:
        note = (
            "a plan and a statement that speak of the same period"
            if _periods_meet(left, right)
            else _promise_against(left, right)
        )
    elif pair == {"former"}:
        note = "both speak of the same past period" if _periods_meet(left, right) else ""
    elif "former" in pair and pair <= {*SAID, "former"}:
        note = _past_against(left, right)
    else:
        note = ""
    return rows.shared("status", left.status, right.status, -0.05, note) if note else None


def _announced_later(left: Claim, right: Claim) -> bool:
    """Whether a change was announced after, or not surely before, the other statement: that is a shift, or settled by it."""
    for new, old in ((left, right), (right, left)):
        made = periods.days_of(changes.made_in(new.quote))
        if periods.surely_before(made, periods.said_on(old)):
            continue  # what had been changed by then was said to hold all the same
        if new.announced and not periods.surely_before(periods.said_on(new), periods.said_on(old)):
            return True
    return False


def _periods_meet(left: Claim, right: Claim) -> bool:
    one, other = periods.speaks_of(left), periods.speaks_of(right)
    return one is not None and other is not None and periods.overlap(one, other)


def _promise_against(left: Claim, right: Claim) -> str:
    """Why what will be done in every case ("a county that writes will be left off") meets what can or cannot be done; else ''.

    What is meant for some day is a plan, and what was done is a case: neither meets the other.
    """
    promised, held = (left, right) if left.status == "planned" else (right, left)
    plan = promised.period or _PLAN.search(promised.quote) or not _WILL.search(promised.quote)
    if plan or extent.instance(held) or not _CAN.search(held.quote) or _FOR_NOW.search(held.quote):
        return ""
    return "one says what will be done, the other what can be done"


def _past_against(left: Claim, right: Claim) -> str:
    """Why a statement about the past reaches what was said back then; '' where it does not.

    "It was never voluntary", said in 2011, is about 2010 too; "it was once voluntary" need not be.
    """
    past, then = (left, right) if left.status == "former" else (right, left)
    if then.announced or changes.words(then.quote) or guessed(past, then):
        return ""  # it says itself that until then it was otherwise
    said, covered = periods.said_on(then), periods.speaks_of(past)
    if said and covered and covered[0] <= said[0] and said[1] <= covered[1]:
        return "one says what held at the time the other was said"
    if _EVER.search(past.quote) and periods.surely_before(said, periods.said_on(past)):
        return ALL_BEFORE
    knows_none = extent.universal(then) or _ALL_ALONG.search(then.quote) is not None
    if _EVER.search(then.quote) and knows_none and periods.surely_before(covered or periods.said_on(past), said):
        return NONE_BEFORE
    return ""


def guessed(past: Claim, now: Claim) -> bool:
    """Whether another paper's telling of the past was read so by the model alone, in no word of what is set against it."""
    alone = past.status == "former" and past.extractor == "model" and past.document_id != now.document_id
    return alone and not content(past.quote) & content(now.quote)


def _period(left: Claim, right: Claim) -> Reason | None:
    """None where the two speak of different times."""
    one, other = periods.speaks_of(left), periods.speaks_of(right)
    shown = (left.period or "not stated", right.period or "not stated")
    for none, case in ((left, right), (right, left)):
        told, covered = periods.said_on(case), periods.speaks_of(case)
        # "A citizen since 2006" is told of the day on which it is said: only a time that is over by then is the case's own. What
        # has been so, or done again and again, since a day before that on which none was known is no later case.
        when = covered if covered and told and covered[1] < told[0] else told or covered
        begun = covered is not None and periods.surely_before((covered[0], covered[0]), periods.said_on(none))
        begun = begun and _REPEATED.search(case.quote) is not None
        begun = begun or periods.surely_before(periods.going_on_since(case), periods.said_on(none))
        if not begun and periods.surely_before(periods.said_on(none), when) and extent.known_of(none) and extent.instance(case):
            return rows.shared("period", *shown, AFTERWARDS, "no case was known by its own day; the one told may be later")
    if one and other:
        if not periods.overlap(one, other):
            return None
        return rows.shared("period", *shown, 0.0, "the periods overlap")
    for stated, silent in ((one, right), (other, left)):
        said = periods.said_on(silent)
        if stated and said and not periods.overlap(stated, said):
            return rows.shared("period", *shown, -0.10, "one speaks of a time other than that of the other statement")
    return rows.shared("period", *shown, 0.0, "no difference of period is stated")


def _place(left: Claim, right: Claim) -> Reason | None:
    """None for different places. What is said of everywhere takes in a named place, less surely where no word says so."""
    relation = coverage.places(left, right)
    if relation == coverage.APART:
        return None
    if relation != coverage.WIDER:
        return rows.place_row(left, right, _PLACES, _PLACE_NOTES)
    weight, note = -0.25, "one place against a general remark"
    wide, narrow = coverage.narrower(left, right)
    if wide.jurisdiction and extent.of_many(wide) and not extent.universal(wide):
        return None  # what many of a wide place are like, those of one place in it need not be
    if extent.universal(wide):
        weight, note = -0.05, "a rule for every place reaches this one"
        if extent.instance(narrow):
            weight, note = 0.0, "one case is enough against what knows no exception"
    elif extent.counted(narrow):
        weight, note = -0.10, "many cases of one place against a general remark"
    elif wide.jurisdiction:
        weight, note = -0.15, "what is said of a State, and one place in it"
    elif wide.release_id == narrow.release_id and any(one.feature == "state" for one in narrow.reasons):
        weight, note = -0.10, "one names the State that the papers of the release are of"
    elif coverage.of_states(narrow):
        weight, note = -0.15, "one State against a general remark"
    return rows.place_row(left, right, {relation: weight}, {relation: note})


def _population(left: Claim, right: Claim, topic: Topic) -> Reason | None:
    relation = coverage.populations(left, right, topic)
    if relation == coverage.DIFFERENT:
        return None
    weight = 0.05 if relation == coverage.SAME else 0.0
    note = "the same people" if relation == coverage.SAME else "no difference of people is stated"
    return rows.shared("population", left.population or "not stated", right.population or "not stated", weight, note)
