"""Whether two claims come from one mouth, from one side, or from parties that disagree."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.records.finding import Claim

AGENCY = "agency"
_CAMPS = {"agency": AGENCY, "record": AGENCY}  # an agency's records are the agency speaking
_CODE = re.compile(r"\(b\)\s*\(|█")
_LEAD = re.compile(r"^(?:the|mr|mrs|ms|dr|hon)\b\.?\s+")
_INDEFINITE = re.compile(r"^(?:an?|one|some|several|many|most|other|certain)\b")
_NOBODY = frozenset(
    (
        *("i", "we", "you", "he", "she", "it", "they", "who", "one", "someone", "somebody", "everyone", "people"),
        *("official", "officials", "spokesman", "spokeswoman", "spokesperson", "spokespersons", "staff", "aide", "aides"),
        *("critics", "advocates", "activists", "experts", "source", "sources", "author", "unknown", "redacted"),
    )
)


@lru_cache(maxsize=8192)
def _name(speaker: str) -> str:
    """The speaker folded for comparison; '' where it names nobody in particular (a redaction code, "an official", "they")."""
    if _CODE.search(speaker):
        return ""
    folded = re.sub(r"[^\w\s,&()-]", " ", speaker.casefold())
    folded = _LEAD.sub("", re.sub(r"\s+", " ", folded).strip(" ,-"))
    return "" if folded in _NOBODY or _INDEFINITE.match(folded) else folded


def name(claim: Claim) -> str:
    """Who speaks, folded; '' for nobody in particular."""
    return _name(claim.speaker)


def same(left: Claim, right: Claim) -> bool:
    """Whether the same named speaker made both. Two unnamed officials are not known to be one."""
    return bool(name(left)) and name(left) == name(right) and camp(left) == camp(right)


def camp(claim: Claim) -> str:
    """The side a claim comes from: the agency and its records are one side; '' where unknown."""
    return _CAMPS.get(claim.speaker_kind, claim.speaker_kind)


def one_side(left: Claim, right: Claim) -> bool:
    """Whether both speak for the agency, or the same named speaker made both."""
    return same(left, right) or (camp(left) == camp(right) == AGENCY)


def parties(left: Claim, right: Claim) -> bool:
    """Whether two known sides speak, each for itself. The press tells what others did; it is no side."""
    sides = {camp(left), camp(right)}
    return len(sides) == 2 and not sides & {"", "press"}


def shown(claim: Claim) -> str:
    """The speaker as a reader should see it."""
    words = claim.speaker or "unknown"
    return f"{words} ({claim.speaker_kind})" if claim.speaker_kind else words
