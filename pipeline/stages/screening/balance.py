"""Holds that all evidence together speaks against are let go: no rule and no reading has the last word alone.

A name, a number or a home told for certain stays, and so do whoever shares a word with a name that stays or stands in a column of
such names, and the telephone right behind one. Only what rests on the want of a sign, on what stands near, on a repetition or on
the reader itself is weighed.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.patterns.private.signs import IdentifierFound
from pipeline.patterns.public.whose_number import phone_label
from pipeline.records import spans
from pipeline.records.page import Page
from pipeline.records.tagging import LONGEST, Tagged
from pipeline.stages.screening.evidence import HOME, NAME, NUMBER, REACH, SORTS, Beside, alike, evidence, is_soft, words_of

# Fitted by `scripts/fit_balance.py` on the pages of two hands that the reader had not learnt from (corpus/labels/private).
WEIGHTS = {
    NAME: {
        "always": -1.01, "nameless": 0.26, "beside": -0.02, "reader": -0.25, "lines": 0.1, "company": 0.06, "page": -0.08,
        "sure": 0.15, "likeliest": 0.36, "mean": 0.24, "indexed": -0.2,
    },
    REACH: {
        "always": -0.83, "nameless": 0.16, "beside": 0.0, "reader": -0.31, "lines": 0.0, "company": 0.22, "page": -0.18,
        "sure": -0.12, "here": 0.56,
    },
    HOME: {
        "always": -1.13, "nameless": 0.04, "beside": 0.06, "reader": 0.23, "lines": 0.06, "company": 0.07, "page": -0.04,
        "sure": 0.24, "here": 0.42,
    },
    NUMBER: {
        "always": -0.74, "nameless": 0.23, "beside": 0.0, "reader": -0.23, "lines": 0.03, "company": 0.13, "page": 0.21,
        "sure": 0.25, "here": 0.44,
    },
}  # fmt: skip
# Below which a hold is let go. Each hand by the weights fitted on the other: of 2,626 holds on private names 16 would have been,
# with 344 of 1,829 on what is nobody's; of 235 on ways to reach somebody 4, with 136 of 330; of 470 on numbers none, with 35 of
# 213; of 354 on homes 2, with 6 of 229. Whoever is withheld for certain elsewhere keeps more of them (`kept`).
LEAST = {NAME: 0.05, REACH: 0.08, HOME: 0.02, NUMBER: 0.08}

BEHIND = 15  # signs between a name and a telephone that may be his: "Roe, to 555-0100"
# Share of the page within which names begin in one column, and in rows near each other; and so many make a column of persons.
SAME_LEFT, ROWS, COLUMN = 0.006, 0.06, 2


def probability(sort: str, told: dict[str, float]) -> float:
    """How likely a hold of this sort is private by these signs."""
    weights = WEIGHTS[sort]
    return 1 / (1 + math.exp(-weights["always"] - sum(weights[sign] * value for sign, value in told.items())))


def kept(
    pages: Sequence[Page], held: Sequence[Sequence[IdentifierFound]], words: Sequence[tuple[Tagged, ...]]
) -> list[frozenset[IdentifierFound]]:
    """What stays withheld, page by page; `words` is what the trained reader takes those of each page for."""
    seen = [Beside(page.text, read) for page, read in zip(pages, words, strict=True)]
    seen = [Beside(one.text, one.words, alike(seen)) for one in seen]
    gone = [frozenset(_outweighed(page, ones)) for page, ones in zip(seen, held, strict=True)]
    borne = {
        word
        for page, ones, off in zip(pages, held, gone, strict=True)
        for one in ones
        if one not in off
        for word in _of(page, one)
    }
    stay = [
        frozenset(one for one in ones if one not in off or not borne.isdisjoint(_of(page, one)))
        for page, ones, off in zip(pages, held, gone, strict=True)
    ]
    return [
        staying.union(_among(page, frozenset(ones) - staying, [one for one in staying if _is_name(one)]))
        for page, ones, staying in zip(pages, held, stay, strict=True)
    ]


def _among(page: Page, gone: frozenset[IdentifierFound], names: Sequence[IdentifierFound]) -> Iterator[IdentifierFound]:
    """What is said of somebody all the same: a telephone right behind a name that stays, a name in a column of such names."""
    placed = spans.Placed(page) if gone and names else None
    if placed is None:
        return
    lefts = [(box.x0, box.y0, one.start) for one in names for box in placed.boxes(one.start, one.end)[:1]]
    for one in gone:
        if SORTS[one.kind] == REACH:
            if any(0 <= one.start - name.end < BEHIND and "\n" not in page.text[name.end : one.start] for name in names):
                yield one
        elif SORTS[one.kind] == NAME:
            box = placed.boxes(one.start, one.end)[0]
            near = {at for x, y, at in lefts if abs(x - box.x0) < SAME_LEFT and 0 < abs(y - box.y0) < ROWS}
            if len(near) >= COLUMN:
                yield one


def _is_name(one: IdentifierFound) -> bool:
    return one.kind.endswith("-name") or SORTS.get(one.kind) == NAME


def _of(page: Page, one: IdentifierFound) -> Iterator[str]:
    """The words of a withheld name."""
    return words_of(page.text[one.start : one.end]) if _is_name(one) else iter(())


def _outweighed(seen: Beside, ones: Sequence[IdentifierFound]) -> Iterator[IdentifierFound]:
    """Holds that are likelier by far no one's: of each stretch all or none."""
    stretches: defaultdict[tuple[int, int], list[tuple[IdentifierFound, bool]]] = defaultdict(list)
    for one, told in weighable(seen, ones):
        sort = SORTS[one.kind]
        stretches[one.start, one.end].append((one, probability(sort, told) < LEAST[sort]))
    for found in stretches.values():
        if all(gone for _, gone in found):
            yield from (one for one, _ in found)


def weighable(seen: Beside, ones: Sequence[IdentifierFound]) -> Iterator[tuple[IdentifierFound, dict[str, float]]]:
    """(hold, its signs) of all that nothing certain is said of and the reader tells something of."""
    certain = [one for one in ones if not is_soft(one)]
    bases: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for one in ones:
        bases[one.start, one.end].append(one.basis)
    for one in dict.fromkeys(ones):
        told = is_soft(one) and one.end <= LONGEST and seen.within(one.start, one.end) and not _is_own(seen.text, one)
        if told and not any(other.start < one.end and one.start < other.end for other in certain):
            yield one, evidence(seen, one, bases[one.start, one.end], certain)


def _is_own(text: str, one: IdentifierFound) -> bool:
    """Whether a label or word beside a telephone says that it is somebody's own."""
    return one.kind == "phone" and phone_label(text, one.start, one.end) == "private"
