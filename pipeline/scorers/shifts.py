"""A position openly changed: what was so and what is so now, said as a change. Shown, but not as a contradiction.

A change is open where one side tells the other as past and gone, where the later one names what changed it or from when it
holds (`changes.py` has the words), or where a number is given as a correction of, or growth from, the earlier one.
"""

from __future__ import annotations

import re
from functools import partial

from pipeline.records.finding import Claim, Reason
from pipeline.records.topic import Topic
from pipeline.scorers import changes, coverage, explain, numbers, periods, rows, sorts, speakers, things
from pipeline.scorers.rows import Verdict
from pipeline.scorers.stances import SAID, guessed, opposite, question_row

NOW = (*SAID, "planned")
NEXT, GAP = 0.25, 3  # what it weighs that the change is told in the next sentence; characters between the two


def judge(left: Claim, right: Claim, topic: Topic) -> Verdict | None:
    """A shift, or None. `left`, `right` are in order of date."""
    if left.metric and left.metric == right.metric:
        return _recounted(left, right, topic)
    if not opposite(left, right, topic) or (coverage.same_words(left, right) and not _announced_at_once(left, right)):
        return None
    # What tells of no change is gone first: of most pairs nothing more is asked.
    together, words = coverage.one_sentence(left, right), changed(left, right)
    sides = _former(left, right, words, together) or _announced(left, right, words)
    if sides is None or not (together or _one_voice(left, right)) or guessed(*sides):
        return None
    if coverage.populations(left, right, topic) == coverage.DIFFERENT:
        return None
    if coverage.places(left, right) == coverage.APART or sorts.of_two_parties(left, right) or things.of_two(left, right, topic):
        return None
    old, new = sides
    near, note = (NEXT, "the next sentence says it") if _next(old, new) else _nearness(together, rows.in_one_text(left, right))
    found = (
        question_row(left, right),
        Reason("stance", left.stance, right.stance, 0.40, "opposite stances, one of them given up"),
        Reason("status", left.status, right.status, 0.0, _how(old)),
        Reason("announced", "", words, 0.10 if words else 0.0, "the change is announced" if words else ""),
        Reason("nearness", "", "", near, note),
        rows.speaker_row(left, right, same=0.10, side=0.05, parties=-0.05),
        rows.time_row(left, right),
    )
    return Verdict("shift", left.proposition, found, partial(explain.shift, old, new, topic))


def changed(left: Claim, right: Claim) -> str:
    """The words by which the later of two claims says that something changed; '' where it does not.

    Where dates do not tell which is the later, either will do. A change said before the other statement settles nothing.
    """
    words = changes.words(right.quote) or ("announced" if right.announced else "")
    if words or periods.surely_before(periods.said_on(left), periods.said_on(right)):
        return words
    return changes.words(left.quote) or ("announced" if left.announced else "")


def _next(old: Claim, new: Claim) -> bool:
    """Whether what is so now is said right behind what was so."""
    return old.page_id == new.page_id and 0 <= new.start - old.end <= GAP


def _announced_at_once(left: Claim, right: Claim) -> bool:
    """Whether one sentence announces the end of what it tells as past: "Effective today no paper is needed any longer".

    The paper's own day or one that it names dates the change, so both sides are there. A sentence beside a cut
    or a copy of itself is none.
    """
    old, new = (left, right) if left.status == "former" else (right, left)
    told = left.announced and right.announced and (left.status == "former") != (right.status == "former")
    begun = (old.page_id, old.start) == (new.page_id, new.start)
    # What the sentence before tells is given up in the next: the two sentences tell of two times by themselves.
    dated = periods.said_on(left) is not None or re.search(r"\d", changes.words(new.quote)) is not None
    return told and begun and (new.end > old.end or (new.end == old.end and dated))


def _one_voice(left: Claim, right: Claim) -> bool:
    return speakers.one_party(left, right) or (left.document_id == right.document_id and speakers.unknown(left, right))


def _former(left: Claim, right: Claim, words: str, together: bool) -> tuple[Claim, Claim] | None:
    """(what was so, what is so), where one side is told as past and the other is known to be no older than that telling.

    "In 2008 it was free" and "it is not free" speak of two times; only words of change, or one sentence, make them a shift.
    """
    for old, new in ((left, right), (right, left)):
        if old.status == "former" and new.status in NOW:
            then, now = periods.said_on(old), periods.said_on(new)
            if periods.surely_before(now, then) or (old.document_id != new.document_id and not (then and now)):
                return None
            told = together or words or changes.words(old.quote) or changes.words(new.quote)
            return (old, new) if told else None
    return None


def _announced(left: Claim, right: Claim, words: str) -> tuple[Claim, Claim] | None:
    """(the older statement, the announced change), for two statements said outright or a plan that is announced.

    What another paper says is older only where both papers have a day.
    """
    if not words:
        return None
    if left.document_id != right.document_id and not (periods.said_on(left) and periods.said_on(right)):
        return None
    new = right if changes.words(right.quote) or right.announced else left
    old = left if new is right else right
    if periods.surely_before(periods.days_of(changes.made_in(new.quote)), periods.said_on(old)):
        return None  # what had been changed by then was said to hold all the same
    return (old, new) if new.status in NOW and old.status in SAID else None


def _recounted(left: Claim, right: Claim, topic: Topic) -> Verdict | None:
    """A number that its own giver corrects, or counts on from an earlier one."""
    words = changes.recount(right.quote)
    metric = next((one for one in topic.metrics if one.id == left.metric), None)
    if not words or metric is None or {left.status, right.status} != {"asserted"} or not speakers.one_party(left, right):
        return None
    if coverage.same_words(left, right) or coverage.places(left, right) not in (coverage.SAME, coverage.GENERAL):
        return None
    if periods.surely_before(periods.said_on(right), periods.said_on(left)) or not (
        numbers.incompatible(left, right, metric) or (changes.mended(words) and left.value != right.value)
    ):
        return None
    found = (
        Reason("metric", left.metric, right.metric, 0.0, "the same metric"),
        Reason("value", explain.value(left), explain.value(right), 0.40, "the later number mends or continues the earlier"),
        Reason("announced", "", words, 0.10, "the later one says so"),
        rows.speaker_row(left, right, same=0.10, side=0.05, parties=-0.05),
        rows.time_row(left, right),
    )
    return Verdict("shift", left.metric, found, partial(explain.recount, left, right, metric))


def _nearness(together: bool, one_text: bool) -> tuple[float, str]:
    if together:
        return 0.30, "one sentence says both"
    return (0.15, "one document says both") if one_text else (0.0, "in different documents")


def _how(old: Claim) -> str:
    return "one side is told as past" if old.status == "former" else "one side is a change made public"
