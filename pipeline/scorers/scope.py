"""The first scorer: rules over what two claims say and the scope they say it in, each with rows of reasons.

The rule families (`shifts`, `stances`, `numbers`, `data`) are asked in this order and the first answer stands.
"""

from __future__ import annotations

from pipeline import codec
from pipeline.records.finding import Claim, Contradiction
from pipeline.records.topic import Topic
from pipeline.scorers import data, explain, numbers, periods, shifts, speakers, stances
from pipeline.scorers.rows import settled

VERSION = "3"
# A question or a guess states nothing, so it contradicts nothing.
# What nobody in particular says, asks or supposes is nobody's statement: it cannot contradict anyone.
SILENT = ("questioned", "hedged", "reported")
_RULES = (shifts.judge, stances.judge, numbers.judge, data.judge)


class ScopeScorer:
    """Judges a pair by stance or number and by scope: place, period, people, status, speaker and audience.

    The score (0..1) is the sum of the weights of its reasons, rounded to 3 decimals. It ranks; it is no probability.
    """

    def identity(self) -> str:
        """Name and version."""
        return f"scope-scorer {VERSION}"

    def score(self, left: Claim, right: Claim, topic: Topic) -> Contradiction | None:
        """The contradiction or shift between the two, or None; the same whichever way round they are given."""
        if left.id == right.id or left.topic != right.topic:
            return None
        if left.status in SILENT or right.status in SILENT:
            return None
        first, second = periods.ordered(left, right)
        for rule in _RULES:
            verdict = rule(first, second, topic)
            if verdict is not None:
                break
        else:
            return None
        score, rows = settled(first, second, verdict.rows)
        return Contradiction(
            id=codec.short_id("contradiction", verdict.kind, *sorted((first.id, second.id))),
            kind=verdict.kind,
            left_claim_id=first.id,
            right_claim_id=second.id,
            topic=first.topic,
            proposition=verdict.subject,
            score=score,
            days_apart=periods.days_apart(first, second),
            same_speaker=speakers.same(first, second),
            audience_pair=_audiences(first, second),
            explanation=f"{verdict.mismatch} {explain.setting(first, second)}",
            reasons=rows,
        )


def _audiences(left: Claim, right: Claim) -> str:
    return "/".join(sorted((left.audience, right.audience))) if left.audience and right.audience else ""
