"""What lies near what: of many vectors the nearest of each, without setting every one against every other.

Up to `WHOLE` vectors all are looked at. Of more, each belongs to the two nearest of so many centres as the square root of their
number, and is set against those that share its nearest centres (an inverted file: Jégou, Douze and Schmid, "Product quantization
for nearest neighbor search", 2011, without the quantization). Work grows with the power 1.5 of the number.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]  # one a row, each of length 1
Places = NDArray[np.int64]

WHOLE = 4_000
BLOCK = 512  # rows set against others at a time: a few megabytes
KEPT_IN, ASKED = 2, 4  # centres that a vector belongs to, and whose members it is set against
ROUNDS = 2  # in which the centres move to the middle of what is theirs


def nearest(vectors: Vectors, asking: Places, most: int, least: float) -> Iterator[tuple[int, int, float]]:
    """(one that asks, another, cosine) for the `most` nearest of each that asks, none below `least`; the nearest first."""
    if len(vectors) < 2 or not len(asking):
        return
    if len(vectors) <= WHOLE:
        everything = np.arange(len(vectors))
        for begin in range(0, len(asking), BLOCK):
            yield from _among(vectors, asking[begin : begin + BLOCK], everything, most, least)
        return
    centres = _centres(vectors)
    homes = np.concatenate([_closest(vectors[at : at + BLOCK], centres, ASKED) for at in range(0, len(vectors), BLOCK)])
    members = _members(homes[:, :KEPT_IN], len(centres))
    callers = _members(homes[asking], len(centres))
    best: dict[int, dict[int, float]] = {}
    for at, others in enumerate(members):
        for begin in range(0, len(callers[at]) if len(others) else 0, BLOCK):
            for one, other, cosine in _among(vectors, asking[callers[at][begin : begin + BLOCK]], others, most, least):
                best.setdefault(one, {})[other] = cosine
    for one in sorted(best):
        ranked = sorted(best[one].items(), key=lambda item: (-item[1], item[0]))[:most]
        yield from ((one, other, cosine) for other, cosine in ranked)


def _among(vectors: Vectors, asking: Places, others: Places, most: int, least: float) -> Iterator[tuple[int, int, float]]:
    cosines = vectors[asking] @ vectors[others].T
    cosines[asking[:, None] == others[None, :]] = -1.0
    kept = min(most, len(others))
    best = np.argpartition(-cosines, kept - 1, axis=1)[:, :kept]
    for row, places in enumerate(best):
        ranked = sorted((-float(cosines[row, at]), int(others[at])) for at in places if cosines[row, at] >= least)
        yield from ((int(asking[row]), other, -minus) for minus, other in ranked)


def _centres(vectors: Vectors) -> Vectors:
    """As many as the square root of the number of vectors: evenly drawn, then moved to the middle of their own."""
    count = math.isqrt(len(vectors))
    centres = vectors[np.linspace(0, len(vectors) - 1, count).astype(np.int64)].copy()
    drawn = vectors[:: max(1, len(vectors) // (count * 40))]
    for _ in range(ROUNDS):
        home = np.concatenate([_closest(drawn[at : at + BLOCK], centres, 1)[:, 0] for at in range(0, len(drawn), BLOCK)])
        for centre in range(count):
            mine = drawn[home == centre]
            if len(mine):
                middle = mine.mean(0)
                centres[centre] = middle / max(float(np.linalg.norm(middle)), 1e-9)
    return centres


def _closest(vectors: Vectors, centres: Vectors, most: int) -> Places:
    """(number of vectors, most): the nearest centres, the nearest first."""
    cosines = vectors @ centres.T
    most = min(most, len(centres))
    best = np.argpartition(-cosines, most - 1, axis=1)[:, :most]
    return np.take_along_axis(best, np.argsort(-np.take_along_axis(cosines, best, axis=1), axis=1), axis=1)


def _members(homes: Places, centres: int) -> list[Places]:
    """By centre the vectors that belong to it."""
    flat = homes.ravel()
    order = np.argsort(flat, kind="stable")
    ends = np.searchsorted(flat[order], np.arange(centres + 1))
    owners = order // homes.shape[1]
    return [owners[ends[at] : ends[at + 1]] for at in range(centres)]
