"""What each kind of evidence on a sentence's subject is worth: logistic regression on sentences judged by reading.

`about.jsonl` holds the evidence on sentences of whole releases in which something was read, with what they are about; the
papers of `subjects.jsonl` add those of other matters. Releases are left out in turn: what is told is of one not fitted on.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

DRAWN = 0.5  # how strongly a weight is held to the one it had
OTHERS = 0.4  # what a sentence of another matter counts in a labelled paper: of those there are as many, in a release one in 25
LEAST_WORTH = 0.1  # of a kind of evidence, on the side that it stands for
# Of these the sentences that are fitted on have none or nearly none; and what names another matter keeps its worth, though nearly
# all that was read in releases was about the program in spite of it: what a paper of another says may be printed against it.
HELD = frozenset({
    "start", "names the program", "nothing beside it names the program", "its thread names the program",
    "its title names the program", "stands in a document about the program", "stands in a document that names the program",
    "papers of its file name the program", "its release was asked for as the program's",
    "names another program", "follows a mention of another program", "refers back to another program",
    "has a word of another matter", "follows a word of another matter", "is titled as another matter's",
})  # fmt: skip
ROUNDS, PACE, STRIDE = 40, 0.7, 2.0


@dataclass(frozen=True, slots=True)
class Point:
    """One sentence: the release it is of ('' for a labelled paper), whether it is about the program, and the evidence."""

    release: str
    about: bool
    evidence: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Sentences of releases left out in turn: read of those about the program, and of those about something else."""

    read: int
    about: int
    wrongly: int
    others: int


def fitted(points: Sequence[Point], weights: Mapping[str, float]) -> dict[str, float]:
    """The weights drawn towards the points, each held to what it was and to its sign."""
    names = list(weights)
    seen = np.array([[1.0 if name == "start" else one.evidence.get(name, 0.0) for name in names] for one in points])
    about = np.array([one.about for one in points], dtype=float)
    counts = np.array([1.0 if one.release or one.about else OTHERS for one in points])
    before = np.array([weights[name] for name in names])
    lowest = np.where(before > 0, LEAST_WORTH, -np.inf)
    highest = np.where(before < 0, -LEAST_WORTH, np.inf)
    held = np.array([name in HELD for name in names])
    now = before.copy()
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-np.clip(seen @ now, -30, 30)))
        slope = seen.T @ (counts * (about - chance)) - 2 * DRAWN * (now - before)
        free = np.flatnonzero(~(held | ((now <= lowest) & (slope < 0)) | ((now >= highest) & (slope > 0))))
        bend = (seen[:, free].T * (counts * chance * (1 - chance))) @ seen[:, free] + 2 * DRAWN * np.eye(len(free))
        step = np.clip(np.linalg.solve(bend, slope[free]), -STRIDE, STRIDE) * PACE
        now[free] = np.clip(now[free] + step, lowest[free], highest[free])
    return {name: float(weight) for name, weight in zip(names, now, strict=True)}


def left_out(points: Sequence[Point], weights: Mapping[str, float], least: float, refit: bool = True) -> LeftOut:
    """How the sentences of each release fare with weights fitted on all others, or with `weights` as they are."""
    told: list[tuple[bool, bool]] = []
    for release in sorted({one.release for one in points if one.release}):
        used = fitted([one for one in points if one.release != release], weights) if refit else weights
        told += [(one.about, chance_of(one, used) >= least) for one in points if one.release == release]
    return LeftOut(
        sum(about and read for about, read in told),
        sum(about for about, _ in told),
        sum(read and not about for about, read in told),
        sum(not about for about, _ in told),
    )


def chance_of(point: Point, weights: Mapping[str, float]) -> float:
    """The chance (0..1) that these weights give it."""
    odds = weights["start"] + sum(weights.get(name, 0.0) * much for name, much in point.evidence.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))
