"""A position openly changed: what was so and what is so now, said as a change. Shown, but not as a contradiction."""

from __future__ import annotations

from pipeline.records.finding import Claim, Reason
from pipeline.records.topic import Topic
from pipeline.scorers import coverage, explain, periods, rows, speakers
from pipeline.scorers.rows import Verdict
from pipeline.scorers.stances import SAID, opposite

NOW = (*SAID, "planned")


def judge(left: Claim, right: Claim, topic: Topic) -> Verdict | None:
    """A shift, or None. `left`, `right` are in order of date."""
    if not opposite(left, right) or coverage.populations(left, right, topic) == coverage.DIFFERENT:
        return None
    together = coverage.one_sentence(left, right)
    if coverage.one_wording(left, right) and not together:
        return None
    if coverage.places(left, right) in (coverage.APART, coverage.WIDER):
        return None
    sides = _former(left, right) or _announced(left, right)
    if sides is None:
        return None
    old, new = sides
    document = left.document_id == right.document_id
    if not (together or speakers.one_side(left, right) or (document and not speakers.parties(left, right))):
        return None
    near, note = _nearness(together, document)
    announced = old.announced or new.announced
    found = (
        Reason("proposition", left.proposition, right.proposition, 0.0, "the same proposition"),
        Reason("stance", left.stance, right.stance, 0.40, "opposite stances, one of them given up"),
        Reason("status", left.status, right.status, 0.0, _how(old)),
        Reason("announced", _yes(left), _yes(right), 0.10 if announced else 0.0, "the change is announced" if announced else ""),
        Reason("nearness", "", "", near, note),
        rows.speaker_row(left, right, same=0.10, side=0.05, parties=-0.05),
        rows.time_row(left, right),
        rows.wording_row(left, right),
    )
    return Verdict("shift", left.proposition, found, explain.shift(old, new, topic))


def _former(left: Claim, right: Claim) -> tuple[Claim, Claim] | None:
    """(what was so, what is so), where one side is told as past and the other is not surely older than that telling."""
    for old, new in ((left, right), (right, left)):
        if old.status == "former" and new.status in NOW:
            if periods.surely_before(periods.said_on(new), periods.said_on(old)):
                return None
            return old, new
    return None


def _announced(left: Claim, right: Claim) -> tuple[Claim, Claim] | None:
    """(the older statement, the announced change), where the older one is not surely said after the announcement."""
    changes = [claim for claim in (right, left) if claim.announced and claim.status in NOW]
    for new in changes:
        old = left if new is right else right
        if old.status in SAID and not periods.surely_before(periods.said_on(new), periods.said_on(old)):
            return old, new
    return None


def _nearness(together: bool, document: bool) -> tuple[float, str]:
    if together:
        return 0.30, "one sentence says both"
    return (0.15, "one document says both") if document else (0.0, "in different documents")


def _how(old: Claim) -> str:
    return "one side is told as past" if old.status == "former" else "one side is a change made public"


def _yes(claim: Claim) -> str:
    return "announced" if claim.announced else "not announced"
