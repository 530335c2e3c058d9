"""What only looks like a contradiction, told apart by what it is: dispute, redefinition, other scope, a guess, one wording.

Such pairs are worth a reader's eye, but are never listed as contradictions. Each keeps the rows of the rule that found it
and gains one row that says why it is something else.
"""

from __future__ import annotations

from pipeline.records.finding import Claim, Reason
from pipeline.records.topic import Topic
from pipeline.scorers import both_true, caveats, coverage, explain, extent, rows, sorts, speakers, stances, things
from pipeline.scorers.rows import Verdict

DISPUTE, REDEFINITION, SCOPE, HEDGED, COPY = "dispute", "redefinition", "scope", "hedged", "copy"
KINDS = (DISPUTE, REDEFINITION, SCOPE, HEDGED, COPY)
GUESSED = ("hedged", "questioned", "reported")
_MEANING = {
    DISPUTE: "Two parties differ on this; neither contradicts itself.",
    REDEFINITION: "A term is given a meaning of its own in one of them.",
    SCOPE: "They speak of different things, places or times.",
    HEDGED: "One of them is a guess, a question or hearsay.",
    COPY: "Both are one wording, read in two ways.",
}


def told_apart(verdict: Verdict, left: Claim, right: Claim, topic: Topic) -> Verdict:
    """The verdict itself, or the same pair as what it really is."""
    if speakers.parties(left, right):
        return _as(
            DISPUTE, verdict, Reason("party", speakers.shown(left), speakers.shown(right), 0.0, "two parties, each for itself")
        )
    one, other = caveats.redefinition(left.quote), caveats.redefinition(right.quote)
    if one or other:
        return _as(REDEFINITION, verdict, Reason("meaning", one, other, 0.0, "words that give a term a meaning of its own"))
    acts = caveats.decision(left.quote), caveats.decision(right.quote)
    if any(acts) and not all(acts) and not extent.everywhere(left if acts[0] else right):
        return _as(DISPUTE, verdict, Reason("act", *acts, 0.0, "one tells what a body of a place decided for itself"))
    program = caveats.other_program(left, right, topic)
    if program:
        return _as(SCOPE, verdict, Reason("program", program, program, 0.0, "one side speaks of another program"))
    if two := sorts.of_two(left, right):
        return _as(SCOPE, verdict, Reason("sorts", *two, 0.0, "two sorts of one thing, in nearly the same words"))
    if two := things.of_two(left, right, topic):
        return _as(SCOPE, verdict, Reason("things", *two, 0.0, "one is said of one thing, the other of another"))
    exceptions = caveats.exception(left.quote), caveats.exception(right.quote)
    if any(exceptions) and coverage.places(left, right) == coverage.WIDER:
        return _as(SCOPE, verdict, Reason("exception", *exceptions, 0.0, "a rule with exceptions, and one place"))
    room = _room(verdict.kind, left, right)
    return verdict if room is None else _as(SCOPE, verdict, room.row())


def _room(kind: str, left: Claim, right: Claim) -> both_true.Room | None:
    if kind == "stance":
        return both_true.room(left, right)
    if kind != "data":
        return None
    if right.metric:
        return both_true.meant(left, right)
    found = both_true.meant(right, left)
    return found and found.turned()


def judge(left: Claim, right: Claim, topic: Topic) -> Verdict | None:
    """A pair that no rule takes for a contradiction or a shift but that a reader would set side by side; else None."""
    if not stances.opposite(left, right, topic):
        return None
    pair = {left.status, right.status}
    guessed, past = bool(pair & set(GUESSED)), pair == {"former", "asserted"}
    copied = coverage.one_wording(left, right)
    if not (guessed or past or copied) or not speakers.one_party(left, right) or coverage.one_sentence(left, right):
        return None
    if copied:
        return _bare(COPY, left, right, topic, Reason("words", left.quote, right.quote, 0.0, "the same words"))
    if not stances.one_scope(left, right, topic):
        return None
    note = "one is not said outright" if guessed else "one speaks of what was, and neither of a change"
    return _bare(HEDGED if guessed else SCOPE, left, right, topic, Reason("status", left.status, right.status, 0.0, note))


def _as(kind: str, verdict: Verdict, why: Reason) -> Verdict:
    # Who speaks weighs nothing here: that two parties differ is what the pair is, not what speaks against it.
    rest = [rows.shared(row.feature, row.left, row.right, 0.0, row.note) if _weighs_on(row) else row for row in verdict.rows]
    return Verdict(kind, verdict.subject, (why, *rest), lambda: f"{verdict.mismatch()} {_MEANING[kind]}")


def _weighs_on(row: Reason) -> bool:
    return row.feature == "speaker" and row.weight < 0


def _bare(kind: str, left: Claim, right: Claim, topic: Topic, why: Reason) -> Verdict:
    found = (
        why,
        rows.shared("stance", left.stance, right.stance, 0.35, "opposite stances on one proposition"),
        rows.speaker_row(left, right, same=0.20, side=0.15, parties=-0.15),
        rows.audience_row(left, right, across=0.15),
        rows.time_row(left, right),
    )
    return Verdict(kind, left.proposition, found, lambda: f"{explain.stances(left, right, topic)} {_MEANING[kind]}")
