"""One reading of what one writer says: of a sentence read both ways the surer, and none that he gainsays a few lines away."""

from __future__ import annotations

from dataclasses import replace

from pipeline.records.finding import Claim

# How much surer one of two opposite readings of a sentence must be to stand alone.
SURER = 0.05
READ = ("asserted", "reported")
NEXT_TO_IT = 500  # characters between two sentences of a writer that tell of one thing
OTHER = {"affirm": "deny", "deny": "affirm"}


def read_one_way(bucket: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Of a sentence read both ways the surer reading alone: the other is a misreading far more often than a second statement.

    A sentence that reports both ("it has said that it is free and that it is not") tells of a contradiction and is no side of it.
    """
    said: dict[tuple[object, ...], dict[str, float]] = {}
    for claim in bucket:
        if claim.stance and claim.status in READ:
            sides = said.setdefault(_sentence(claim), {})
            sides[claim.stance] = max(sides.get(claim.stance, 0.0), claim.confidence)
    return tuple(
        claim for claim in bucket if not claim.stance or claim.status not in READ or _stands(claim, said[_sentence(claim)])
    )


def _sentence(claim: Claim) -> tuple[object, ...]:
    return claim.page_id, claim.start, claim.quote, claim.proposition, claim.status


def _stands(claim: Claim, sides: dict[str, float]) -> bool:
    if claim.status == "reported" and len(sides) > 1:
        return False
    return claim.confidence >= max(sides.values()) - SURER


def gainsaid(bucket: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """What the model alone reads is unsure where its own speaker says the contrary plainly, a few lines away.

    "The slip sounds like an order. To be plain: nobody has to obey, and the jail may let him go."
    """
    plain: dict[tuple[str, str, str, str], list[Claim]] = {}
    for claim in bucket:
        if claim.status == "asserted" and claim.stance and claim.extractor not in ("", "model") and not claim.announced:
            plain.setdefault((claim.page_id, claim.speaker, claim.proposition, claim.stance), []).append(claim)

    def is_gainsaid(claim: Claim) -> bool:
        if claim.extractor != "model" or claim.status != "asserted" or claim.announced:
            return False
        against = plain.get((claim.page_id, claim.speaker, claim.proposition, OTHER.get(claim.stance, "")), ())
        return any(one.confidence > claim.confidence and abs(one.start - claim.start) <= NEXT_TO_IT for one in against)

    return tuple(replace(claim, faint=True) if is_gainsaid(claim) else claim for claim in bucket)
