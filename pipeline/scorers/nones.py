"""How far "none at all" reaches: everywhere, all over a State, or no further than the desk of the one who says it."""

from __future__ import annotations

import re

from pipeline.patterns.names.roles import STATES
from pipeline.records.finding import Claim
from pipeline.scorers import coverage, speakers

# None at all that somebody says of his own desk says nothing of others'; "this State" is told from others by nothing here.
_OWN_OFFICE = re.compile(
    r"\b(?:my|our|this|the)\s+(?:\w+\s+)?(?:office|desk|unit|branch|section|division|station|jail)\b", re.IGNORECASE
)
_A_STATE = re.compile(r"(?:this|our|my|that)\s+(?:own\s+)?(?:state|commonwealth)\b", re.IGNORECASE)
_STATE_OF = re.compile(r"(?:State|Commonwealth)\s+of\s+", re.IGNORECASE)
_POINTED = re.compile(r"(?:this|our|my|that)\s", re.IGNORECASE)


def reaches(left: Claim, right: Claim) -> bool:
    """Whether the agency says that there is none at all where the place of the other's number lies, or may lie.

    What it says of no place it says of all, unless it speaks of an office of its own; none in a State, be it "this State", may
    be none in any county of the same release.
    """
    for none, some in ((left, right), (right, left)):
        if none.value == 0 and some.value and none.unit == "count" and speakers.camp(none) == speakers.AGENCY:
            wide = not none.jurisdiction and not _OWN_OFFICE.search(none.quote)
            state = (_A_STATE.match(none.jurisdiction) is not None and bool(some.jurisdiction)) or _in_its_state(none, some)
            silent = not some.jurisdiction and _shown(none)
            return wide or ((state or silent) and none.release_id == some.release_id) or _within(none, some)
    return False


def _shown(none: Claim) -> bool:
    """Whether its paper or its release shows the place to be a State."""
    return any(one.feature == "state" for one in none.reasons)


def _within(wide: Claim, narrow: Claim) -> bool:
    """Whether the one names a place that holds the other's: Marrow, and Dale County, Marrow."""
    named = bool(wide.jurisdiction and narrow.jurisdiction) and coverage.places(wide, narrow) == coverage.WIDER
    return named and coverage.narrower(wide, narrow)[0] is wide


def _in_its_state(none: Claim, some: Claim) -> bool:
    """Whether the one speaks of one State and the other of counties or towns, which may lie in it."""
    state = _STATE_OF.sub("", none.jurisdiction)
    there = [one.strip() for one in some.jurisdiction.split(";") if one.strip()]
    if not state or ";" in state or not there or any(one.casefold() in STATES or _STATE_OF.match(one) for one in there):
        return False
    said = f"{none.quote}\n{some.quote}\n{none.jurisdiction}"
    named = re.search(rf"(?i:state|commonwealth)\sof\s{re.escape(state)}\b|\b{re.escape(state)}(?:['’]s)?\s(?i:counties)\b", said)
    return (state.casefold() in STATES or _shown(none) or named is not None) and not _POINTED.match(some.jurisdiction)
