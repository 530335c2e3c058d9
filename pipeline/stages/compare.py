"""Compare: sets the claims about one proposition or metric against each other and keeps the pairs that cannot both hold.

Small buckets are compared in full. In large ones a claim meets only its likeliest counterparts: those of the other
stance in the same document, by the same speaker, to another audience, about the same place, nearest in time. Work grows
with the number of claims, not with its square. The answer does not depend on the order in which claims are given.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pipeline.ports import ContradictionScorer
from pipeline.records.finding import Claim, Contradiction
from pipeline.records.topic import Topic

VERSION = "2"
# Up to this many pairs a bucket is compared in full (about a second); above it, by blocks.
IN_FULL = 40_000
# Claims looked at on either side of a claim's own date, in each block it belongs to.
WINDOW = 5
# Share of all their words that two readings of one wording have in common, at least: OCR spoils a word or two in twenty.
ALIKE = 0.8
# Words that a quote must have to be taken for a piece of another that holds them all.
CUT_OUT = 6
# A question or a guess states nothing that another statement could contradict.
SILENT = ("questioned", "hedged", "reported")

Pair = tuple[int, int]
_Wording = tuple[tuple[object, ...], frozenset[str]]
_Scored = tuple[float, str, bool, int, int]  # minus the score, id, whether it is a shift, indexes of the two claims


@dataclass(frozen=True, slots=True)
class Params:
    """`per_claim`: counterparts kept for one claim and kind of finding. `min_score` (0..1): findings below it are not kept."""

    per_claim: int = 20
    min_score: float = 0.15


def buckets(claims: tuple[Claim, ...], topic: Topic) -> dict[str, tuple[Claim, ...]]:
    """The claims of this topic by what they are about: one bucket per proposition and per metric that has claims, by its id.

    A proposition's bucket also holds the numbers that bear on it, once there is a statement for them to bear on. Within
    a bucket claims are in order of id, each once.
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
    for metric in topic.metrics:
        numbers = [claim for claim in ordered if claim.metric == metric.id]
        if numbers:
            found[metric.id] = tuple(numbers)
    return found


def compare(bucket: tuple[Claim, ...], topic: Topic, scorer: ContradictionScorer, params: Params) -> tuple[Contradiction, ...]:
    """What contradicts what within one bucket, best first (then by id). Copies of one wording are shown as one."""
    claims = _one_of_each(_changes_marked(bucket))
    found: list[_Scored] = []
    for a, b in _pairs(claims, topic):
        one = scorer.score(claims[a], claims[b], topic)
        if one is not None and one.score >= params.min_score:
            found.append((-one.score, one.id, one.kind == "shift", a, b))
    kept = _kept(sorted(found), claims, params.per_claim)
    # Reasons are many times the size of a score: they are asked for again for the few pairs that are kept.
    again = (scorer.score(claims[a], claims[b], topic) for *_, a, b in kept)
    return tuple(one for one in again if one is not None)


def _changes_marked(bucket: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """A sentence that gives up one stance for the other announces a change, whether or not it says so in that word."""
    given_up = {(claim.page_id, claim.quote, claim.stance) for claim in bucket if claim.status == "former"}
    other = {"affirm": "deny", "deny": "affirm"}
    return tuple(
        replace(claim, announced=True)
        if claim.status == "asserted" and (claim.page_id, claim.quote, other.get(claim.stance)) in given_up
        else claim
        for claim in bucket
    )


def _one_of_each(bucket: tuple[Claim, ...]) -> list[Claim]:
    """What is stated, without copies: of claims that differ only in where they stand, the one with the lowest id."""
    kept: dict[tuple[object, ...], Claim] = {}
    for claim in sorted({claim.id: claim for claim in bucket}.values(), key=lambda claim: claim.id):
        if claim.status in SILENT:
            continue
        what = (claim.proposition, claim.metric, claim.stance, claim.status, claim.value, claim.bound, _words(claim.quote))
        who = (claim.speaker, claim.speaker_kind, claim.audience, claim.announced)
        scope = (claim.date, claim.jurisdiction, claim.period, claim.population)
        kept.setdefault((*what, *who, *scope, _beside(claim)), claim)
    return sorted(kept.values(), key=lambda claim: claim.id)


def _beside(claim: Claim) -> str:
    """What was so and what is so now may be read from one sentence; such claims stay beside their sentence."""
    return claim.page_id if claim.announced or claim.status == "former" else ""


def _words(quote: str) -> str:
    return "".join(letter for letter in quote.casefold() if letter.isalnum())


def _pairs(claims: list[Claim], topic: Topic) -> list[Pair]:
    """Index pairs worth scoring, lower index first, sorted."""
    stated = [index for index, claim in enumerate(claims) if claim.proposition]
    if not stated:
        return _within(claims)
    left = [index for index in stated if claims[index].stance == "affirm"]
    right = [index for index in stated if claims[index].stance == "deny"]
    about = claims[stated[0]].proposition
    for index, claim in enumerate(claims):
        sides = {b.stance for m in topic.metrics if m.id == claim.metric for b in m.bears_on if b.proposition == about}
        if "affirm" in sides:
            left.append(index)
        if "deny" in sides:
            right.append(index)
    chosen = _all(left, right) if len(left) * len(right) <= IN_FULL else _likely(claims, left, right)
    return sorted({(min(a, b), max(a, b)) for a, b in chosen if claims[a].proposition or claims[b].proposition})


def _within(claims: list[Claim]) -> list[Pair]:
    """Pairs of numbers. In a large bucket, of equal numbers for one scope only a few are compared."""
    everyone = list(range(len(claims)))
    if len(claims) ** 2 <= 2 * IN_FULL:
        chosen: Iterable[Pair] = _all(everyone, everyone)
    else:
        seen: Counter[tuple[object, ...]] = Counter()
        few = []
        for index in everyone:
            claim = claims[index]
            same = (claim.value, claim.bound, claim.jurisdiction, claim.period, claim.population, claim.audience, claim.date)
            seen[same] += 1
            if seen[same] <= WINDOW:
                few.append(index)
        chosen = _likely(claims, few, few)
    return sorted({(min(a, b), max(a, b)) for a, b in chosen if a != b})


def _all(left: list[int], right: list[int]) -> Iterator[Pair]:
    return ((a, b) for a in left for b in right)


Block = list[tuple[str, int]]  # (date, index), sorted


def _likely(claims: list[Claim], left: list[int], right: list[int]) -> Iterator[Pair]:
    """For every claim of either side its likeliest counterparts of the other side, from every block it belongs to."""
    for asking, asked in ((left, right), (right, left)):
        blocks = _blocks(claims, asked)
        audiences = sorted({claims[index].audience for index in asked})
        for a in asking:
            for key in _asks(claims[a], audiences):
                block = blocks.get(key)
                if block:
                    yield from ((a, b) for b in _nearest(block, claims[a].date))


def _blocks(claims: list[Claim], asked: list[int]) -> dict[tuple[str, ...], Block]:
    blocks: dict[tuple[str, ...], Block] = {}
    for index in asked:
        claim = claims[index]
        keys = [
            ("document", claim.document_id),
            ("audience", claim.speaker_kind, claim.audience, claim.jurisdiction),
            ("place", claim.jurisdiction, claim.period),
            ("sort", "number" if claim.metric else claim.status),
            ("all",),
        ]
        if claim.speaker:
            keys.append(("speaker", _words(claim.speaker), claim.jurisdiction))
        for key in keys:
            blocks.setdefault(key, []).append((claim.date, index))
    for block in blocks.values():
        block.sort()
    return blocks


def _asks(claim: Claim, audiences: list[str]) -> Iterator[tuple[str, ...]]:
    """The blocks in which this claim's counterparts are looked for."""
    yield ("document", claim.document_id)
    places = sorted({claim.jurisdiction, ""})
    for place in places:
        if claim.speaker:
            yield ("speaker", _words(claim.speaker), place)
        yield from (("audience", claim.speaker_kind, audience, place) for audience in audiences)
    yield ("place", claim.jurisdiction, claim.period)
    yield from (("sort", sort) for sort in ("former", "number", "planned"))
    yield ("all",)


def _nearest(block: Block, date: str) -> list[int]:
    """The claims of a block whose dates stand next to this one; an undated claim stands next to the undated."""
    at = bisect_left(block, (date, -1))
    return [index for _, index in block[max(at - WINDOW, 0) : at + WINDOW]]


def _kept(found: list[_Scored], claims: list[Claim], per_claim: int) -> Iterator[_Scored]:
    """Best first, each pair of wordings once, at most `per_claim` findings of a sort for one claim.

    A claim's single best finding is kept even where its counterpart has enough. Shifts are counted apart. Boilerplate, and
    one record read twice with different errors, is one claim with many copies: the first copy met stands for the rest.
    """
    words = [_wording(claim) for claim in claims]
    first: dict[tuple[object, ...], int] = {}
    stands_for = [first.setdefault((words[index][0], _words(claim.quote)), index) for index, claim in enumerate(claims)]
    met: dict[tuple[int, bool], list[int]] = {}
    for one in found:
        _, _, shift, *sides = one
        a, b = (stands_for[side] for side in sides)
        of_a, of_b = met.setdefault((a, shift), []), met.setdefault((b, shift), [])
        if max(len(of_a), len(of_b)) >= per_claim and min(len(of_a), len(of_b)) > 0:
            continue
        copy_of_b = _copy(words, of_a, b)
        copy_of_a = _copy(words, of_b, a) if copy_of_b is None else None
        if copy_of_b is not None or copy_of_a is not None:
            stands_for[sides[0]] = a if copy_of_a is None else copy_of_a
            stands_for[sides[1]] = b if copy_of_b is None else copy_of_b
            continue
        of_a.append(b)
        of_b.append(a)
        yield one


def _copy(words: list[_Wording], met: list[int], index: int) -> int | None:
    """The claim among those met already that this one is a copy of, if any."""
    return next((other for other in met if other == index or _alike(words[other], words[index])), None)


def _split(text: str) -> list[str]:
    """Words of two letters or more and figures, folded; line-end hyphens undone."""
    letters = text.casefold().replace("-\n", "")
    return [word for word in "".join(c if c.isalnum() else " " for c in letters).split() if len(word) > 1 or word.isdigit()]


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
