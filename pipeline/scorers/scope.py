"""The first scorer: rules over what two claims say and the scope they say it in, each with rows of reasons.

Of the rule families (`shifts`, `stances`, `numbers`, `parts`, `data`) those that can answer for such a pair are asked in this
order, and the first answer stands.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pipeline import codec
from pipeline.records.finding import MINUTED, Claim, Contradiction
from pipeline.records.topic import Topic
from pipeline.scorers import caveats, data, explain, numbers, parts, periods, relations, shifts, speakers, stances, tellers
from pipeline.scorers.rows import INTERNAL, Verdict, settled, weighed

VERSION = "68"
CONTRADICTIONS = ("stance", "number", "data")
# A question or a guess states nothing, and hearsay of nobody in particular is nobody's statement: neither contradicts anyone.
SILENT = ("questioned", "hedged", "reported")
# What is left of the confidence in a statement that others report, beside one in the speaker's own words. Of what the minutes of
# a meeting set down, whose writer heard it, nothing more goes than has gone where it was read.
RELAYED, MINUTES = 0.5, 1.0
INSIDE = 0.8  # the same of what the agency's own people say of each other in its own papers
Rule = Callable[[Claim, Claim, Topic], Verdict | None]
_OF_STATEMENTS, _OF_NUMBERS, _OF_BOTH = (shifts.judge, stances.judge), (shifts.judge, numbers.judge, parts.judge), (data.judge,)


class ScopeScorer:
    """Judges a pair by stance or number and by scope: place, period, people, status, speaker and audience.

    The score (0..1) is the sum of the weights of its reasons, rounded to 3 decimals. For contradictions it is the chance that
    both claims are read rightly and that a reader would call the pair one, as fitted on development labels.
    """

    def identity(self) -> str:
        """Name and version."""
        return f"scope-scorer {VERSION}"

    def ready(self, claim: Claim) -> Claim:
        """The claim as pairs with it are weighed: hearsay and drafts count for less, what nobody says for nothing."""
        return tellers.at_hand(_outright(claim))

    def weigh(self, left: Claim, right: Claim, topic: Topic) -> tuple[str, float, object] | None:
        """(kind, score, grounds) of what `score` finds between two claims that are ready; the grounds are for `told` alone."""
        if left.id == right.id or left.topic != right.topic:
            return None
        first, second = _sides(left, right)
        verdict = _verdict(first, second, topic)
        return (verdict.kind, weighed(first, second, verdict.rows), verdict) if verdict else None

    def score(self, left: Claim, right: Claim, topic: Topic) -> Contradiction | None:
        """The contradiction or shift between the two, or None; the same whichever way round they are given."""
        return self.told(self.ready(left), self.ready(right), topic)

    def told(self, left: Claim, right: Claim, topic: Topic, grounds: object = None) -> Contradiction | None:
        """What `score` finds between two claims that are ready; with the grounds of `weigh` they are not judged again."""
        if left.id == right.id or left.topic != right.topic:
            return None
        first, second = _sides(left, right)
        verdict = grounds if isinstance(grounds, Verdict) else _verdict(first, second, topic)
        if verdict is None:
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
            explanation=f"{verdict.mismatch()} {explain.setting(first, second)}",
            reasons=rows,
        )


def _outright(claim: Claim) -> Claim:
    """What a named speaker is reported to have said is held to be his word, less surely; whom he said it to is not known.

    What is said by nobody in particular is hearsay, and so is what a writer tells the other that he said ("you say that ...").
    A draft is what somebody might have said: nobody has said it yet.
    """
    if claim.status in ("asserted", "reported") and caveats.addressed(claim.quote):
        claim = replace(claim, status="reported")
    elif caveats.relayed(claim):
        claim = replace(claim, status="asserted", confidence=claim.confidence * _borne(claim))
    elif caveats.of_nobody(claim):
        claim = replace(claim, status="reported")
    elif claim.status == "asserted" and caveats.drafted(claim.quote, claim.speaker):
        claim = replace(claim, status="hedged")
    elif caveats.second_hand(claim):
        claim = replace(claim, confidence=claim.confidence * _borne(claim))
    return replace(claim, audience="") if caveats.second_hand(claim) else claim


def _sides(left: Claim, right: Claim) -> tuple[Claim, Claim]:
    """The two in order of date; what one teller was told twice as his own two accounts of it."""
    return periods.ordered(*(tellers.accounts(left, right, RELAYED) or (left, right)))


def _borne(claim: Claim) -> float:
    """What is left of the confidence in what a speaker is reported to have said."""
    if _minuted(claim):
        return MINUTES
    return INSIDE if speakers.camp(claim) == speakers.AGENCY and claim.audience == INTERNAL else RELAYED


def _minuted(claim: Claim) -> bool:
    return any(one.feature == MINUTED for one in claim.reasons)


def _verdict(left: Claim, right: Claim, topic: Topic) -> Verdict | None:
    """What the first rule that answers finds, told apart from what only looks like it."""
    if left.status not in SILENT and right.status not in SILENT:
        for rule in rules_for(left, right):
            verdict = rule(left, right, topic)
            if verdict is not None:
                return relations.told_apart(verdict, left, right, topic) if verdict.kind in CONTRADICTIONS else verdict
    return relations.judge(left, right, topic)


def rules_for(left: Claim, right: Claim) -> tuple[Rule, ...]:
    """The rules that can answer for such a pair: of two statements, of two numbers, of a statement beside a number."""
    if bool(left.metric) != bool(right.metric):
        return _OF_BOTH
    return _OF_NUMBERS if left.metric else _OF_STATEMENTS


def _audiences(left: Claim, right: Claim) -> str:
    return "/".join(sorted((left.audience, right.audience))) if left.audience and right.audience else ""
