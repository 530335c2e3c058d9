"""Leads: sentences of the whole corpus that are near each other and opposed, whatever they are about.

A topic finds what somebody thought to ask. This looks beyond it: by rare words in common, and by a denial, two opposites, may
against must, or two numbers for one thing. Of denials only those stay that meet, in another paper, the very verb they deny with
words that belong to it, or the thing that they say is not there or never came; for that a bounded number of sentences is parsed.
Few people use the words of those they contradict, so sentences are also brought together by meaning (`embed`), and stay where one
tells plainly and the other denies, or they are opposed as above.
What comes out is a queue for a person to go through, and no more: it is never a contradiction. Each sentence asks for a bounded
number of neighbours, so work grows with the sentences and not with their pairs.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import combinations, pairwise

import numpy as np
from numpy.typing import NDArray

from pipeline.patterns.sense import events, instances, polarity
from pipeline.patterns.sense.letters import letters
from pipeline.patterns.sense.opposed import UNTOLD, opposed
from pipeline.patterns.sense.polarity import Read, Turn
from pipeline.ports import Parser
from pipeline.records.document import Document
from pipeline.records.finding import Claim
from pipeline.records.lead import Lead, Passed
from pipeline.records.meaning import Meaning
from pipeline.records.page import Page
from pipeline.stages.comparing.near import nearest
from pipeline.stages.comparing.queued import Told, between_others, kept, lead_of
from pipeline.stages.embed import unpacked, whole

VERSION = "6"
_DENIED = "negation"
_LESS, _APART = 0.7, 0.87  # of how alike two are in words and in meaning, where each names something of its own
_ALONE, _ENOUGH = 1.0, 12.0  # what a word weighs that tells nothing, and the least that a sentence comes to
_USUAL = 300  # sentences: of fewer no word can be told to be rare
_FEW = 12  # of fewer sentences than so many for each, a word that `common` ones have says little

Keys = NDArray[np.int64]
_Found = dict[tuple[int, int], tuple[float, Turn]]  # of two sentences: how alike, and what turns one of them


@dataclass(frozen=True, slots=True)
class Params:
    """`most` leads are kept in all, `each` for one sentence. `alike` (0..1) is the least share of words both must have.

    Of a denial `borne` (0..1) is the least share of its own words that the other must have with its verb; it is looked for in the
    `weighed` likeliest pairs with at least `near_alike` of words in common.

    A word tells two sentences are about one thing where no more sentences have it than `common`, or than `part` (0..1) of all.
    A sentence is looked up by pairs of its `rare` rarest telling words; of sentences with such a pair at most `crowd` are looked
    at, and of all that are met the `near` with the most pairs in common. In both must
    be `shared` such words, not all of them names.

    By meaning, of each sentence the `beside` nearest are looked at whose cosine is `meant` (0..1) or more.
    """

    most: int = 300
    each: int = 2
    alike: float = 0.25
    near_alike: float = 0.06
    borne: float = 0.44
    weighed: int = 2_000
    rare: int = 8
    crowd: int = 40
    near: int = 24
    shared: int = 2
    common: int = 60
    part: float = 0.05
    meant: float = 0.5
    beside: int = 12


def leads(
    records: Iterable[tuple[Document, tuple[Page, ...]]],
    claims: tuple[Claim, ...],
    params: Params,
    parser: Parser,
    meanings: Iterable[Meaning] = (),
) -> tuple[Lead, ...]:
    """The queue: by how much the two have in common, one's own side somewhat sooner. Pages must be as published;
    each record is taken once, so that they may be read from disk one at a time.

    Pairs of one document, or of two parties beside the agency, are left out, and pairs of which both sides are claims
    on one question: `compare` has those.
    """
    every = _gathered(records, claims)
    rarity = _rarity(every, params)
    telling = frozenset(rarity)
    found: _Found = {}
    for asking, other in _neighbours(every, rarity, params):
        pair = (min(asking, other), max(asking, other))
        if pair in found:
            continue
        one, two = every[pair[0]], every[pair[1]]
        if not _to_be_set(one, two):
            continue
        score = _likeness(one.words, two.words, rarity, params.shared)
        turn = polarity.turned(one.words, two.words, telling) if score >= params.near_alike else None
        if turn is not None and (turn.kind == _DENIED or score >= params.alike):
            found[pair] = (score, turn)
    found = _borne_out(found, every, parser, params)
    made = [lead_of(every[a], every[b], score, turn) for (a, b), (score, turn) in sorted(found.items())]
    made += _by_meaning(every, meanings, found, params)
    return tuple(kept(made, params.most, params.each))


def _to_be_set(one: Told, two: Told) -> bool:
    apart = one.passed.document_id != two.passed.document_id
    return apart and not one.about & two.about and not between_others(one, two)


def _by_meaning(every: list[Told], meanings: Iterable[Meaning], found: _Found, params: Params) -> Iterator[Lead]:
    """What lies near in meaning and is opposed, beside what was found by words."""
    vectors = {(one.page_id, one.start): one.vector for one in meanings}
    has = [at for at, one in enumerate(every) if (one.passed.page_id, one.passed.start) in vectors]
    near = unpacked([vectors[every[at].passed.page_id, every[at].passed.start] for at in has])
    asking = np.asarray([place for place, at in enumerate(has) if every[at].words.marks], dtype=np.int64)
    met = set(found)
    for place, other, cosine in nearest(near, asking, params.beside, params.meant):
        a, b = sorted((has[place], has[other]))
        if (a, b) in met or not _to_be_set(every[a], every[b]):
            continue
        met.add((a, b))
        turn = opposed(every[a].words, every[b].words)
        if turn is not None and not any(UNTOLD.search(every[at].passed.quote) for at in (a, b)):
            score = round(cosine * (_APART if _of_two_places(every[a].words, every[b].words) else 1.0), 3)
            if score >= params.meant:
                yield lead_of(every[a], every[b], score, turn, round(cosine, 3))


def _of_two_places(one: Read, other: Read) -> bool:
    """Whether each names something that the other does not."""
    return bool(one.names - other.names - other.stems) and bool(other.names - one.names - one.stems)


def _borne_out(found: _Found, every: list[Told], parser: Parser, params: Params) -> _Found:
    """The pairs without the denials of what the other sentence does not tell; of the rest the score is how nearly it does."""
    denials = [pair for pair, (_, turn) in found.items() if turn.kind == _DENIED]
    denials.sort(key=lambda pair: (-found[pair][0], pair))
    kept = {pair: one for pair, one in found.items() if one[1].kind != _DENIED}
    asked = denials[: params.weighed]
    told = {at: _events(every[at], parser) for at in sorted({at for pair in asked for at in pair})}
    counts = Counter(word for one in every for word in one.words.stems)

    def weight(word: str) -> float:
        return math.log(1 + max(len(every), _USUAL) / max(counts[word], 1))

    for pair in asked:
        turn = found[pair][1]
        sides = pair if turn.left else (pair[1], pair[0])  # the denying one first
        met = instances.met(told[sides[0]], told[sides[1]], weight)
        if met is not None and met.share >= params.borne:
            kept[pair] = (min(met.share, 1.0), replace(turn, on=met.what))
    return kept


def _events(one: Told, parser: Parser) -> tuple[events.Event, ...]:
    return tuple(event for sentence in parser.parse(one.passed.quote) for event in events.events(sentence))


def _gathered(records: Iterable[tuple[Document, tuple[Page, ...]]], claims: tuple[Claim, ...]) -> list[Told]:
    """Every sentence of prose once, the first copy met, that holds nothing withheld."""
    on_page: dict[str, list[Claim]] = {}
    for claim in claims:
        on_page.setdefault(claim.page_id, []).append(claim)
    texts = [
        (document, page.id, page.text, start, end)
        for document, pages in records
        for page in pages
        for start, end in whole(page.text)
    ]
    texts.sort(key=lambda one: one[0].id)  # stable: pages and sentences stay in order
    known = frozenset(word for *_, text, start, end in texts for word in text[start:end].lower().split() if word.isalpha())
    met: set[int] = set()
    shared: dict[str, str] = {}  # one string for each word of the corpus, in however many sentences it stands
    found = []
    for document, page_id, text, start, end in texts:
        quote = text[start:end]
        folded = int.from_bytes(blake2b(letters(quote).encode("utf-8", "replace"), digest_size=8).digest(), "big")
        if folded in met:
            continue
        met.add(folded)
        over = [one for one in on_page.get(page_id, ()) if one.start < end and start < one.end]
        about = frozenset(one.proposition or one.metric for one in over)
        passed = Passed(page_id, document.id, start, end, quote)
        author = " ".join(document.author.casefold().split())
        words = polarity.read(quote, known)
        words = replace(words, stems=frozenset(shared.setdefault(word, word) for word in words.stems))
        found.append(Told(passed, document.date, shared.setdefault(author, author), document.author_kind, about, words))
    return found


def _rarity(every: list[Told], params: Params) -> dict[str, float]:
    """How much a telling word says that both have: the logarithm of how rare it is; words of one sentence alone are left out."""
    counts = Counter(word for one in every for word in one.words.stems)
    most = max(2, min(params.common, len(every) // _FEW), int(params.part * len(every)))
    return {word: math.log(1 + len(every) / count) for word, count in counts.items() if 1 < count <= most}


def _neighbours(every: list[Told], rarity: dict[str, float], params: Params) -> Iterator[tuple[int, int]]:
    """(sentence that holds a turning word, sentence near it), by pairs of rare words that both have."""
    numbers = {word: number for number, word in enumerate(sorted(rarity))}
    found = array("q")
    ends = [0]
    for one in every:
        found.extend(_anchors(one.words, rarity, numbers, params.rare))
        ends.append(len(found))
    anchors: Keys = np.frombuffer(found, dtype=np.int64) if found else np.empty(0, dtype=np.int64)
    order = np.argsort(anchors, kind="stable").astype(np.uint32)  # stable: of one key, sentences stay in order
    keys = anchors[order]
    owners = np.repeat(np.arange(len(every), dtype=np.uint32), np.diff(ends))[order]
    del order
    for index, (begin, end) in enumerate(pairwise(ends)):
        mine = anchors[begin:end]
        if not every[index].words.marks or not len(mine):
            continue
        low, high = np.searchsorted(keys, mine, "left"), np.searchsorted(keys, mine, "right")
        met: Counter[int] = Counter()
        for a, b in zip(low.tolist(), high.tolist(), strict=True):
            if b - a > 1:
                met.update(owners[a : b : max(1, (b - a) // params.crowd)][: params.crowd].tolist())
        met.pop(index, None)
        nearest = sorted(met.items(), key=lambda item: (-item[1], item[0]))[: params.near]
        yield from ((index, other) for other, _ in nearest)


def _anchors(words: Read, rarity: dict[str, float], numbers: dict[str, int], rare: int) -> list[int]:
    """A number for each pair of the sentence's rarest words; sorted."""
    chosen = sorted(words.stems & rarity.keys(), key=lambda word: (-rarity[word], word))[:rare]
    return sorted(a * len(numbers) + b for a, b in combinations(sorted(numbers[word] for word in chosen), 2))


def _likeness(one: Read, other: Read, rarity: dict[str, float], shared: int) -> float:
    """What both have of the words of the side with less, weighed by rarity (0..1); less where each names a place of its own."""
    both = one.stems & other.stems & rarity.keys()
    if len(both) < shared or both <= {polarity.stem(name) for name in one.names & other.names}:
        return 0.0
    least = min(sum(rarity.get(word, _ALONE) for word in side.stems) for side in (one, other))
    score = sum(rarity[word] for word in both) / max(least, _ENOUGH)
    return round(min(score, 1.0) * (_LESS if _of_two_places(one, other) else 1.0), 3)
