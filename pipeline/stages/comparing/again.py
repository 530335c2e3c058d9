"""Listed findings that a reader has met already: told again by another's account of one side, or by the sentence beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from pipeline.records.finding import Claim, Reason
from pipeline.stages.comparing.pairing import party_of

Sides = tuple[int, int]  # indexes of the two claims
Listed = tuple[int, int, int]  # position of a finding, best first, and the indexes of its two claims
NEXT = 3  # characters at most between two sentences that follow each other
_OFFICER = re.compile(
    r"\b(?:spokes\w+|director|coordinator|officer|official|chief|manager|counsel|attorney|advis[eo]r|secretary|commissioner|administrator|liaison"
    r"|analyst|agent|engineer|president|governor|sheriff|mayor|supervisor|chair\w*|m[rs]s?\b)",
    re.IGNORECASE,
)
SECOND_HAND = Reason(
    "second hand", "", "", 0.0, "one is another's account; a listed pair has that side's own words against the same claim"
)
BESIDE = Reason("sentence beside it", "", "", 0.0, "a sentence next to it says the same and stands against the same words")


def relayed(ready: Sequence[Claim], claims: Sequence[Claim]) -> list[bool]:
    """Of each claim whether it is told by others: the scorer holds it (`ready`) to be less sure than it was found to be.

    An officer whom others quote said it on an occasion of his own; what "the agency" or "a letter" says may be what was read in
    the letter at hand.
    """
    both = zip(ready, claims, strict=True)
    return [mine.confidence < claim.confidence and not _OFFICER.search(claim.speaker) for mine, claim in both]


def second_hand(
    found: Iterable[Sides], listed: Sequence[Listed], claims: Sequence[Claim], told: Sequence[bool]
) -> dict[int, Reason]:
    """By position the findings that rest on somebody's account of what a side says, where another has that side's own words.

    Both set it against the same claim: an account of a letter is no second letter.
    """

    def says(one: int, other: int) -> tuple[object, ...]:
        return other, claims[one].stance, claims[one].value, party_of(claims[one])

    own = {says(*pair) for sides in found for pair in _either_way(sides) if not told[pair[0]]}
    accounts = ((at, pair) for at, *sides in listed for pair in _either_way((sides[0], sides[1])) if told[pair[0]])
    return {at: SECOND_HAND for at, pair in accounts if says(*pair) in own}


def next_to(listed: Sequence[Listed], claims: Sequence[Claim]) -> dict[int, Reason]:
    """By position the findings a better one of which sets the sentence before or behind one side against the same other side."""
    met: dict[int, list[int]] = {}
    found = {}
    for at, a, b in listed:
        pairs = tuple(_either_way((a, b)))
        if any(_follows(claims[mine], claims[one]) for mine, other in pairs for one in met.get(other, ())):
            found[at] = BESIDE
            continue
        for mine, other in pairs:
            met.setdefault(other, []).append(mine)
    return found


def _either_way(sides: Sides) -> Iterator[Sides]:
    yield sides
    yield sides[1], sides[0]


def _follows(one: Claim, other: Claim) -> bool:
    """Whether two sentences of one voice stand next to each other and take one stance on one question."""
    if not one.proposition or (one.page_id, one.document_id, one.proposition, one.stance, one.speaker) != (
        other.page_id, other.document_id, other.proposition, other.stance, other.speaker
    ):  # fmt: skip
        return False
    first, last = sorted((one, other), key=lambda claim: (claim.start, claim.end))
    return 0 <= last.start - first.end <= NEXT
