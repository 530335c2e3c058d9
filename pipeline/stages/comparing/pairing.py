"""Which claims of a bucket are set against each other: in a small bucket all, in a large one each with its likeliest.

In a large bucket a claim asks for 30 counterparts, in very large ones for fewer, down to 7, in this order: the
nearest in the same document; the same speaker's; then, for its own place and for what names no place, those of its own party
said to another audience, nearest and furthest in date first, then those said to its own; statements of other sorts (what was,
what is planned, numbers); any party's, nearest in date. So work grows with the claims, not with their square, and what is
left out are the many pairs that resemble those shown.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator

from pipeline.patterns.days.dates import dates_in
from pipeline.records.finding import Claim
from pipeline.records.topic import Topic

Pair = tuple[int, int]
Key = tuple[str, ...]
Block = list[tuple[str, int]]  # (date, index), sorted

# Up to this many pairs a bucket is compared in full (under a second); above it, by blocks.
IN_FULL = 10_000
# Counterparts that one claim asks for in a large bucket: as many as make up so many pairs, within these limits.
ASKED = 25_000
LEAST, MOST = 7, 30
# Equal numbers of one scope that are compared in a large bucket.
EQUAL = 3


def pairs(claims: list[Claim], topic: Topic) -> list[Pair]:
    """Index pairs worth scoring, lower index first, sorted."""
    stated = [index for index, claim in enumerate(claims) if claim.proposition]
    if not stated:
        return _numbers(claims)
    left = [index for index in stated if claims[index].stance == "affirm"]
    right = [index for index in stated if claims[index].stance == "deny"]
    about = claims[stated[0]].proposition
    if any(claims[index].proposition != about for index in stated):
        return _across(claims, left, right)
    sides = {m.id: {b.stance for b in m.bears_on if b.proposition == about} for m in topic.metrics}
    for index, claim in enumerate(claims):
        speaks = sides.get(claim.metric, ())
        if "affirm" in speaks:
            left.append(index)
        if "deny" in speaks:
            right.append(index)
    chosen = _all(left, right) if len(left) * len(right) <= IN_FULL else _likely(claims, left, right)
    return sorted({(min(a, b), max(a, b)) for a, b in chosen if claims[a].proposition or claims[b].proposition})


def _across(claims: list[Claim], left: list[int], right: list[int]) -> list[Pair]:
    """Pairs of claims on two propositions that go together, where no sentence of the two answers both: those meet elsewhere."""
    answers: dict[Key, set[str]] = {}
    for claim in claims:
        answers.setdefault(_sentence(claim), set()).add(claim.proposition)
    found = _all(left, right) if len(left) * len(right) <= IN_FULL else _likely(claims, left, right)
    return sorted({(min(a, b), max(a, b)) for a, b in found if not answers[_sentence(claims[a])] & answers[_sentence(claims[b])]})


def _sentence(claim: Claim) -> Key:
    return claim.page_id, claim.quote, claim.stance


def _numbers(claims: list[Claim]) -> list[Pair]:
    """Pairs of numbers that differ. In a large bucket, of equal numbers for one scope only a few are compared."""
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
            if seen[same] <= EQUAL:
                few.append(index)
        chosen = _likely(claims, few, few)
    if len({claim.metric for claim in claims}) > 1:
        return sorted({(min(a, b), max(a, b)) for a, b in chosen if claims[a].metric != claims[b].metric})
    return sorted({(min(a, b), max(a, b)) for a, b in chosen if not _same_number(claims[a], claims[b])})


def _same_number(one: Claim, other: Claim) -> bool:
    return (one.value, one.bound) == (other.value, other.bound)


def _all(left: list[int], right: list[int]) -> Iterator[Pair]:
    return ((a, b) for a in left for b in right)


def _likely(claims: list[Claim], left: list[int], right: list[int]) -> Iterator[Pair]:
    """For every claim of either side its likeliest counterparts of the other side."""
    most = max(LEAST, min(MOST, ASKED // (len(left) + len(right))))
    for asking, asked in ((left, right), (right, left)):
        blocks = _blocks(claims, asked)
        audiences = sorted({claims[index].audience for index in asked})
        for a in asking:
            yield from ((a, b) for b in _meets(claims, a, blocks, audiences, most))


def _meets(claims: list[Claim], a: int, blocks: dict[Key, Block], audiences: list[str], most: int) -> list[int]:
    claim = claims[a]
    met: dict[int, None] = {}
    asks = [(blocks[key], near, far) for key, near, far in _asks(claim, audiences) if key in blocks]
    for wider in (1, 4):  # a few of every block before more of any
        for block, near, far in asks:
            for b in _picked(block, claim.date, near * wider, far):
                if b != a and not (claim.metric and _same_number(claim, claims[b])):
                    met[b] = None
            if len(met) >= most:
                return list(met)[:most]
    return list(met)


def _blocks(claims: list[Claim], asked: list[int]) -> dict[Key, Block]:
    blocks: dict[Key, Block] = {}
    for index in asked:
        claim = claims[index]
        party, place, when = party_of(claim), claim.jurisdiction, _when(claim)
        keys: list[Key] = [
            ("document", claim.document_id, when),
            ("audience", party, claim.audience, place, when),
            ("sort", party, "number" if claim.metric else claim.status, place),
            ("place", place, when),
            ("all", when),
        ]
        if claim.speaker:
            keys.append(("speaker", claim.speaker.casefold(), place, when))
        for key in keys:
            blocks.setdefault(key, []).append((claim.date, index))
    for block in blocks.values():
        block.sort()
    return blocks


def _asks(claim: Claim, audiences: list[str]) -> Iterator[tuple[Key, int, int]]:
    """(block, how many of the nearest in date, how many of the furthest), likeliest first."""
    party, when = party_of(claim), _when(claim)
    yield ("document", claim.document_id, when), 1, 0
    places = (claim.jurisdiction, "") if claim.jurisdiction else ("",)
    for place in places:
        if claim.speaker:
            yield ("speaker", claim.speaker.casefold(), place, when), 2, 1
    for place in places:
        for audience in audiences:
            if audience != claim.audience:
                yield ("audience", party, audience, place, when), 1, 1
        yield ("audience", party, claim.audience, place, when), 2, 0
        for sort in ("former", "number", "planned"):
            yield ("sort", party, sort, place), 1, 0
    for place in places:
        yield ("place", place, when), 2, 1
    yield ("all", when), 2, 0


def _when(claim: Claim) -> str:
    """The time a number is of: "On May 14, 2010", "as of 5/14/2010" and "through May 14, 2010" end on one day."""
    days = dates_in(claim.period) if claim.metric else ()
    return days[-1].iso if days and days[-1].precision == "day" else claim.period if claim.metric else ""


def party_of(claim: Claim) -> str:
    """An agency's records are the agency speaking."""
    return "agency" if claim.speaker_kind == "record" else claim.speaker_kind


def _picked(block: Block, date: str, near: int, far: int) -> list[int]:
    """The claims of a block next to this date on either side, and those furthest from it; the undated stand together."""
    at = bisect_left(block, (date, -1))
    low, high = max(at - near, 0), at + near
    chosen = block[low:high]
    if far:
        chosen = [*chosen, *block[: min(far, low)], *block[max(len(block) - far, high) :]]
    return [index for _, index in chosen]
