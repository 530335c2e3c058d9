"""Announced changes among the findings of a bucket: each is shown once, and what it explains is no contradiction to list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pipeline.records.finding import Claim, Reason
from pipeline.stages.comparing.pairing import party_of

Shift = tuple[float, int, int, int]  # score, position among the findings, indexes of the two claims
Listed = tuple[int, int, int]  # position of a finding, best first, and the indexes of its two claims
# How much surer one sentence that tells both sides of a change must be than two of two papers to be shown for them.
TWICE = 0.1
# Words by which a statement tells of the time before it too: "never had a means", "the paper gave them no right".
_OF_BEFORE = re.compile(
    r"\b(?:n?ever|always|all along|at no (?:time|point)|from the (?:very )?(?:start|beginning|outset)"
    r"|was|were|had|did|gave|(?:has|have) been)\b",
    re.IGNORECASE,
)
ANNOUNCED = Reason(
    "announced before", "", "", 0.0, "the same announcement is shown beside an earlier statement that it fits better"
)
BETWEEN = Reason(
    "changed between", "", "", 0.0, "a change of the earlier statement is shown that was announced before the later one"
)


def again(shifts: Iterable[Shift], claims: Sequence[Claim]) -> dict[int, Reason]:
    """By position the shifts whose announcement a better one shows: it is one change, whoever spoke before.

    That an announcement tells both sides by itself is shown where no other paper's earlier word is about as sure: two quotes tell
    more than one. What a document announces on one question is one announcement.
    """
    shown: set[str] = set()
    found = {}
    for _, at, a, b in sorted((TWICE * (_spot(claims[a]) == _spot(claims[b])) - score, at, a, b) for score, at, a, b in shifts):
        paper = claims[_new(a, b, claims)].document_id
        if paper in shown:
            found[at] = ANNOUNCED
        shown.add(paper)
    return found


def between(listed: Iterable[Listed], shifts: Iterable[Shift], claims: Sequence[Claim]) -> dict[int, Reason]:
    """By position the contradictions of a statement with what was said after its change was announced, and in line with it.

    What tells of the time before too ("there never was a way") speaks against it all the same.
    """
    ends: dict[int, list[Claim]] = {}
    for _, _, a, b in shifts:
        new = _new(a, b, claims)
        ends.setdefault(a if new == b else b, []).append(claims[new])
    found = {}
    for at, a, b in listed:
        for old, other in ((claims[a], claims[b]), (claims[b], claims[a])):
            told = () if _OF_BEFORE.search(other.quote) else ends.get(a if old is claims[a] else b, ())
            if any(
                one.stance == other.stance and "" < old.date < one.date <= other.date and _reaches(one, other) for one in told
            ):
                found[at] = BETWEEN
    return found


def _reaches(change: Claim, other: Claim) -> bool:
    """Whether a change is one of the places that the other speaks of, and announced by its side."""
    return change.jurisdiction in ("", other.jurisdiction) and party_of(change) == party_of(other)


def _new(a: int, b: int, claims: Sequence[Claim]) -> int:
    """Which of two claims announces: what is said to, or tells of the past as past; else the later."""
    return max((a, b), key=lambda at: (claims[at].announced, claims[at].status == "former", claims[at].date, claims[at].id))


def _spot(claim: Claim) -> tuple[str, int]:
    """Where its sentence begins."""
    return claim.page_id, claim.start
