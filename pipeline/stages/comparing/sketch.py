"""Finds texts that share words without comparing all with all: a sample of their shingles, sorted, and who stands side by side.

A shingle is a run of words under a 32-bit hash; all hashes below a limit are kept (a scaled MinHash), so that a part of a text
keeps a part of the text's sample. Cost grows with the number of words, not with the number of pairs.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

SPACE = 2**32


def shingles(words: Sequence[str], size: int) -> frozenset[int]:
    """Hashes of every run of `size` words; of a shorter text the hash of the whole."""
    if len(words) < size:
        return frozenset((zlib.crc32(" ".join(words).encode()),)) if words else frozenset()
    return frozenset(zlib.crc32(" ".join(words[at : at + size]).encode()) for at in range(len(words) - size + 1))


def sample(hashes: Iterable[int], scale: int, least: int) -> tuple[int, ...]:
    """One hash in `scale`, the same ones in every text that has them; the `least` lowest where these are fewer."""
    ordered = sorted(hashes)
    limit = SPACE // scale
    kept = [one for one in ordered if one < limit]
    return tuple(kept if len(kept) >= least else ordered[:least])


def candidates(samples: Sequence[Sequence[int] | NDArray[np.uint32]], crowd: int, share: float) -> list[tuple[int, int]]:
    """Pairs of texts (by position, lower first, sorted) that share at least `share` (0..1) of the smaller sample.

    A shingle that more than `crowd` texts have is boilerplate: it only joins each text with the next that has it.
    """
    owners = np.repeat(np.arange(len(samples), dtype=np.int64), [len(one) for one in samples])
    hashes = np.concatenate([np.asarray(one, dtype=np.int64) for one in samples]) if samples else np.empty(0, dtype=np.int64)
    order = np.lexsort((owners, hashes))
    owners, hashes = owners[order], hashes[order]
    edges = np.flatnonzero(np.diff(hashes)) + 1
    starts = np.concatenate(([0], edges)) if len(hashes) else np.empty(0, dtype=np.int64)
    stops = np.concatenate((edges, [len(hashes)])) if len(hashes) else starts
    counts: Counter[tuple[int, int]] = Counter()
    for start, stop in zip(starts[stops - starts > 1], stops[stops - starts > 1], strict=True):
        group = owners[start:stop].tolist()
        if len(group) <= crowd:
            counts.update((left, right) for at, left in enumerate(group) for right in group[at + 1 :])
        else:
            counts.update(pairwise(group))
    return sorted(pair for pair, count in counts.items() if count >= share * min(len(samples[pair[0]]), len(samples[pair[1]])))
