"""Who tells at two times two things that he was told: "the bureau told us that none was needed", "we were told that one was".

Whatever the bureau said, his two accounts of it do not agree; so he is set against himself, and nobody else. Where he tells of
two tellings ("in March we were told", "this week we were told") both accounts are true.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.records.finding import OCCASION, TELLER, Claim, Reason
from pipeline.scorers import speakers

TOLD = ("asserted", "reported")  # of what another is told to have said, as it is weighed


def accounts(left: Claim, right: Claim, relayed: float) -> tuple[Claim, Claim] | None:
    """The two as their teller's own accounts of what one and the same told him; None where they are not.

    Of what is said by somebody named only a part `relayed` of the confidence was left, since it was told by another; of the
    telling itself all of it holds.
    """
    one, other = _teller(left), _teller(right)
    if one is None or other is None or left.status not in TOLD or right.status not in TOLD:
        return None
    if not _one_source(left, right) or _occasion(left) != _occasion(right):
        return None
    mine, yours = _told(left, one, relayed), _told(right, other, relayed)
    return (mine, yours) if speakers.one_party(mine, yours) else None


def at_hand(claim: Claim) -> Claim:
    """The claim with the reason that tells its teller in front, where `accounts` looks for it: it is asked of every pair."""
    found = [one for one in claim.reasons if one.feature == TELLER]
    return replace(claim, reasons=(*found, *(one for one in claim.reasons if one.feature != TELLER))) if found else claim


def _teller(claim: Claim) -> Reason | None:
    return claim.reasons[0] if claim.reasons and claim.reasons[0].feature == TELLER else None


def _occasion(claim: Claim) -> str:
    """When or where he was told, as he says; '' where he does not."""
    return next((one.left for one in claim.reasons if one.feature == OCCASION), "")


def _one_source(left: Claim, right: Claim) -> bool:
    """Whether the same side told both, as far as it is named; it is at least once."""
    named = [one for one in (left, right) if speakers.camp(one)]
    return len(named) == 1 or (len(named) == 2 and speakers.one_party(left, right))


def _told(claim: Claim, teller: Reason, relayed: float) -> Claim:
    confidence = claim.confidence / relayed if claim.status == "asserted" else claim.confidence
    return replace(
        claim, status="asserted", speaker=teller.left, speaker_kind=teller.right, confidence=confidence, reasons=claim.reasons[1:]
    )
