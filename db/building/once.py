"""Two quotes that stand against each other on two questions are listed once, under the one on which they do so the surest."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import replace

from pipeline.records.finding import Contradiction, Reason

# Where a finding goes that its reader has met already, by where it stood.
_INSTEAD = {"listed": "review", "shift": "related"}
ELSEWHERE = Reason(
    "same quotes",
    "",
    "",
    0.0,
    "the same quotes, or the same announcement, are shown under another question, on which they are surer",
)


def once(
    pairs: Mapping[str, Contradiction], starts: Mapping[str, tuple[str, int]], announcing: Set[str] = frozenset()
) -> dict[str, Contradiction]:
    """The pairs by id, those laid aside of which a surer one sets the same two sentences against each other or, of changes, shows
    the same announcement.

    `starts` tells of claims by id on which page and where there their sentences begin, `announcing` which of them announce.
    """
    shown: set[tuple[str, frozenset[object]]] = set()
    found = {}
    for key, one in sorted(pairs.items(), key=lambda item: (-item[1].score, item[0])):
        sides = frozenset(starts.get(side, side) for side in (one.left_claim_id, one.right_claim_id))
        told = (side for side in (one.left_claim_id, one.right_claim_id) if one.standing == "shift" and side in announcing)
        met = {(one.standing, sides), *((one.standing, frozenset({starts.get(side, side)})) for side in told)}
        if one.standing in _INSTEAD and met & shown:
            one = replace(one, standing=_INSTEAD[one.standing], reasons=(*one.reasons, ELSEWHERE))
        else:
            shown |= met
        found[key] = one
    return found
