"""Compare: sets the claims about one proposition or metric against each other and says how each pair stands.

What cannot both hold is listed, or laid aside for review where the chance is lower; an announced change is shown as such;
what only looks like a contradiction (a dispute, another scope, a term with a meaning of its own) is kept as a related pair.
Work grows with the number of claims, not with its square (`pairing.py`). The answer does not depend on the order of claims.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.patterns.sense.letters import letters, runs
from pipeline.ports import ContradictionScorer
from pipeline.records.finding import Claim, Contradiction, Reason
from pipeline.records.topic import Metric, Topic
from pipeline.stages.comparing import again, changed, fuller, one_reading
from pipeline.stages.comparing.pairing import pairs, party_of
from pipeline.stages.comparing.uncollected import uncollected

VERSION = "24"
# Share of all their words that two readings of one wording have in common, at least: OCR spoils a word or two in twenty.
ALIKE = 0.8
# Pairs of a bucket whose grounds are kept until it is known which are shown: what is beyond is judged again (100 MB at most).
HELD = 200_000
# Words that a quote must have to be taken for a piece of another that holds them all.
CUT_OUT = 6
IN_FORCE = "in force"  # feature of the reason of what an agreement lays down
CONTRADICTIONS, SHIFT = ("stance", "number", "data"), "shift"
LISTED, REVIEW, RELATED = "listed", "review", "related"

_Wording = tuple[tuple[object, ...], frozenset[str]]
_Scored = tuple[float, str, str, str, int, int]  # minus the score, kind, ids in order, sort, indexes of the two claims


@dataclass(frozen=True, slots=True)
class Params:
    """`per_claim`: counterparts kept for one claim; `related_per_claim` the same for related pairs.

    Of a bucket with more claims than `crowd` a third as many are kept for each, and never less than its best: nobody reads what a
    thousand claims have to say against one, and its reasons cost more than all the comparing.

    Chances (0..1): from `listed` on a contradiction is listed, from `review` on it is laid aside for review, below that it
    is not kept. Related pairs and shifts are kept from `review` on.
    """

    per_claim: int = 12
    related_per_claim: int = 4
    crowd: int = 1_000
    listed: float = 0.5
    review: float = 0.1


def buckets(claims: tuple[Claim, ...], topic: Topic) -> dict[str, tuple[Claim, ...]]:
    """The claims of this topic by what they are about: one bucket per proposition and per metric that has claims, by its id.

    A proposition's bucket also holds the numbers that bear on it, once there is a statement for them to bear on. Two propositions
    that go together have one more, `<one>+<other>`, in which claims on one are set against claims on the other; so have two
    metrics that tell of parts of one whole. Within a bucket claims are in order of id, each once.
    """
    own = {claim.id: claim for claim in claims if claim.topic == topic.id}
    ordered = [own[name] for name in sorted(own)]
    found: dict[str, tuple[Claim, ...]] = {}
    for proposition in topic.propositions:
        said = [claim for claim in ordered if claim.proposition == proposition.id]
        bearing = {metric.id for metric in topic.metrics if any(one.proposition == proposition.id for one in metric.bears_on)}
        if said:
            numbers = [claim for claim in ordered if claim.metric in bearing]
            found[proposition.id] = tuple(sorted((*said, *numbers), key=lambda claim: claim.id))
        for other in proposition.goes_with if said else ():
            if any(claim.proposition == other for claim in ordered):
                found[f"{proposition.id}+{other}"] = tuple(c for c in ordered if c.proposition in (proposition.id, other))
    for metric in topic.metrics:
        numbers = [claim for claim in ordered if claim.metric == metric.id]
        if numbers:
            found[metric.id] = tuple(numbers)
    for mine, yours in itertools.permutations([metric for metric in topic.metrics if metric.id in found], 2):
        if _of_one_whole(mine, yours, topic):
            beside = (*found[mine.id], *found[yours.id])
            found[f"{mine.id}+{yours.id}"] = tuple(sorted(beside, key=lambda claim: claim.id))
    return found


def _of_one_whole(metric: Metric, other: Metric, topic: Topic) -> bool:
    """Whether numbers of the two tell of one whole, shares that do not overlap or a count and its share; in one order alone."""
    first, second = metric.share or metric.id, other.share or other.id
    if first == second:
        return metric.share == other.id
    apart = {one.id: one.apart for one in topic.metrics}
    back = first in apart.get(second, ()) and metric.id > other.id  # told under both
    return second in apart.get(first, ()) and not back


@uncollected()
def compare(bucket: tuple[Claim, ...], topic: Topic, scorer: ContradictionScorer, params: Params) -> tuple[Contradiction, ...]:
    """How the claims of one bucket stand to each other, best first (then by id). Copies of one wording are shown as one."""
    claims = _one_of_each(one_reading.gainsaid(_changes_marked(one_reading.read_one_way(bucket))))
    ready = [scorer.ready(claim) for claim in claims]
    found: list[_Scored] = []
    grounds: dict[tuple[int, int], object] = {}
    for a, b in pairs(claims, topic):
        one = scorer.weigh(ready[a], ready[b], topic)
        if one is not None and (sort := _sort(one, claims[a], claims[b], params)):
            kind, score, why = one
            ids = " ".join(sorted((claims[a].id, claims[b].id)))
            found.append((-score, kind, ids, sort, a, b))
            if len(grounds) < HELD:
                grounds[a, b] = why
    kept = list(_kept(sorted(found), claims, params))
    out = fuller.poorer([(sort, a, b) for *_, sort, a, b in kept], claims, _spoken)
    kept = [one for at, one in enumerate(kept) if at not in out]
    listed = [(at, a, b) for at, (*_, sort, a, b) in enumerate(kept) if sort == LISTED]
    told = again.relayed(ready, claims)
    aside = again.second_hand([(a, b) for *_, sort, a, b in found if sort == LISTED], listed, claims, told)
    aside |= again.next_to([one for one in listed if one[0] not in aside], claims)
    shifts = [(-less, at, a, b) for at, (less, *_, sort, a, b) in enumerate(kept) if sort == SHIFT]
    aside |= changed.again(shifts, claims)
    aside |= changed.between(listed, [one for one in shifts if one[1] not in aside], claims)
    # Reasons cost many times what a score does: they are asked for only for the pairs that are kept.
    made = (
        (sort, aside.get(at), scorer.told(ready[a], ready[b], topic, grounds.get((a, b))))
        for at, (*_, sort, a, b) in enumerate(kept)
    )
    shown = (_laid_aside(one, why) if why else replace(one, standing=sort) for sort, why, one in made if one is not None)
    return tuple(sorted(shown, key=lambda one: (-one.score, one.id)))


def _laid_aside(one: Contradiction, why: Reason) -> Contradiction:
    return replace(one, standing=RELATED if one.kind == SHIFT else REVIEW, reasons=(*one.reasons, why))


def _sort(found: tuple[str, float, object], one: Claim, other: Claim, params: Params) -> str:
    """Where a finding belongs, '' where it is not kept. What is too unsure to stand by itself makes a pair for review at most,
    two such only where one is the clause of an agreement and both are one party's word."""
    kind, score, _ = found
    sort = standing(kind, score, params) if score >= params.review else ""
    if not (one.faint or other.faint):
        return sort
    alone = one.faint and other.faint and not (party_of(one) == party_of(other) != "" and (_in_force(one) or _in_force(other)))
    return REVIEW if sort in (LISTED, REVIEW) and not alone else ""


def _in_force(claim: Claim) -> bool:
    return any(reason.feature == IN_FORCE for reason in claim.reasons)


def standing(kind: str, score: float, params: Params) -> str:
    """listed, review, shift or related: where a finding belongs."""
    if kind in CONTRADICTIONS:
        return LISTED if score >= params.listed else REVIEW
    return SHIFT if kind == SHIFT else RELATED


def _changes_marked(bucket: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """A sentence that gives up one stance for the other announces a change, whether or not it says so in that word.

    What else its document says outright for the new stance on that day is part of the announcement.
    """
    given_up = {(claim.page_id, claim.quote, claim.stance) for claim in bucket if claim.status == "former"}
    other = {"affirm": "deny", "deny": "affirm"}
    changed = {
        (claim.document_id, claim.date, claim.stance, claim.speaker)
        for claim in bucket
        if claim.status == "asserted" and (claim.announced or (claim.page_id, claim.quote, other.get(claim.stance)) in given_up)
    }
    return tuple(
        replace(claim, announced=True)
        if claim.status == "asserted" and (claim.document_id, claim.date, claim.stance, claim.speaker) in changed
        else claim
        for claim in bucket
    )


def _one_of_each(bucket: tuple[Claim, ...]) -> list[Claim]:
    """What is stated, without copies: of claims that differ only in where they stand, one not faint, with the lowest id."""
    kept: dict[tuple[object, ...], Claim] = {}
    for claim in sorted({claim.id: claim for claim in bucket}.values(), key=lambda claim: (claim.faint, claim.id)):
        what = (claim.proposition, claim.metric, claim.stance, claim.status, claim.value, claim.bound, letters(claim.quote))
        who = (claim.speaker, claim.speaker_kind, claim.audience, claim.announced)
        scope = (claim.date, claim.jurisdiction, claim.period, claim.population)
        kept.setdefault((*what, *who, *scope, _beside(claim)), claim)
    return sorted(kept.values(), key=lambda claim: claim.id)


def _beside(claim: Claim) -> str:
    """What was so and what is so now may be read from one sentence; such claims stay beside their sentence."""
    return claim.page_id if claim.announced or claim.status == "former" else ""


def _kept(found: list[_Scored], claims: list[Claim], params: Params) -> Iterator[_Scored]:
    """Best first, each pair of wordings once, so many findings of a sort for one claim and no more.

    A claim's single best finding is kept even where its counterpart has enough. Shifts and related pairs are counted apart.
    Boilerplate, and one record read twice with different errors, is one claim with many copies: the first copy met stands
    for the rest.
    """
    words = [_wording(claim) for claim in claims]
    share = 3 if len(claims) > params.crowd else 1
    kept_of = {True: max(1, params.related_per_claim // share), False: max(1, params.per_claim // share)}
    first: dict[tuple[object, ...], int] = {}
    stands_for = [first.setdefault((words[index][0], letters(claim.quote)), index) for index, claim in enumerate(claims)]
    met: dict[tuple[int, bool, bool], list[int]] = {}
    each: dict[tuple[str, str], int] = {}
    places = [each.setdefault((claim.page_id, claim.quote), len(each)) for claim in claims]
    shown: set[tuple[int, int]] = set()
    for one in found:
        *_, sort, left, right = one
        sides = (left, right)
        quotes = (min(places[left], places[right]), max(places[left], places[right]))
        if quotes in shown:  # two numbers of one sentence beside one of another: the pair a reader sees is the same
            continue
        a, b = (stands_for[side] for side in sides)
        apart = (sort == SHIFT, sort == RELATED)
        of_a, of_b = met.setdefault((a, *apart), []), met.setdefault((b, *apart), [])
        if max(len(of_a), len(of_b)) >= kept_of[sort == RELATED] and min(len(of_a), len(of_b)) > 0:
            continue
        copy_of_b = _copy(words, of_a, b)
        copy_of_a = _copy(words, of_b, a) if copy_of_b is None else None
        if copy_of_b is not None or copy_of_a is not None:
            stands_for[sides[0]] = a if copy_of_a is None else copy_of_a
            stands_for[sides[1]] = b if copy_of_b is None else copy_of_b
            continue
        of_a.append(b)
        of_b.append(a)
        shown.add(quotes)
        yield one


def _copy(words: list[_Wording], met: list[int], index: int) -> int | None:
    """The claim among those met already that this one is a copy of, if any."""
    return next((other for other in met if other == index or _alike(words[other], words[index])), None)


def _split(text: str) -> list[str]:
    """Words of two letters or more and figures, folded; line-end hyphens undone."""
    return [word for word in runs(text.replace("-\n", "")) if len(word) > 1 or word.isdigit()]


def _spoken(quote: str) -> int:
    """How many words of letters it has."""
    return sum(1 for word in _split(quote) if not any(letter.isdigit() for letter in word))


def _wording(claim: Claim) -> _Wording:
    """The words of a claim, and before them what must agree to the letter: the reading and every figure.

    For numbers place and period too: "Total: 10" says little by its words. Agreements of several states that share a
    template are one wording.
    """
    words = frozenset(_split(claim.quote))
    figures = frozenset(word for word in words if any(letter.isdigit() for letter in word))
    scope = (claim.jurisdiction, claim.period) if claim.metric else ()
    return (claim.stance, claim.metric, claim.value, scope, figures), words


def _alike(one: _Wording, other: _Wording) -> bool:
    """Whether two claims of one reading and scope are one wording: nearly the same words, or one cut out of the other."""
    if one[0] != other[0]:
        return False
    a, b = one[1], other[1]
    shared, smaller = len(a & b), min(len(a), len(b))
    return a == b or shared >= ALIKE * (len(a) + len(b) - shared) or (shared == smaller >= CUT_OUT)
