"""Finds and counts rules made of dashes. Part of the door to OpenCV; `ink.py` is its front. Pure geometry of marks.

A mark is a row of (left, top, width, height, area) in pixels, as `marks.of_mask` gives them.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

LEAST = 6  # dashes in a row that make a rule: hyphens and the dashes of prose come by one or two
SHORTEST, LONGEST = 0.8, 12.0  # points; width of a dash
THICKEST = 2.5  # points
ALIKE = 0.4  # of the usual width: dashes of one rule differ by no more
APART = 1.6  # widths between two dashes of one rule
EVEN = 0.3  # of the usual step from dash to dash: rules are even, what is left of a broken underline is not
MOSTLY = 0.5  # of what is flat on the level of a rule: what a scanner leaves of a line is dashes in few places
MOST = 2000  # flat marks on a page; more are the grain of a tint

Marks = NDArray[np.int32]
Rule = tuple[int, int, int, int, int]  # left, top, right, bottom, dashes


def flat(found: Marks, point: float) -> Marks:
    """The marks that may be dashes; none where the page is full of such marks."""
    wide, high = found[:, 2], found[:, 3]
    dashes = found[(wide >= 1.5 * high) & (high <= THICKEST * point) & (wide >= SHORTEST * point) & (wide <= LONGEST * point)]
    return dashes if len(dashes) <= MOST else dashes[:0]


def rules(found: Marks, point: float) -> tuple[Rule, ...]:
    """Every rule among these flat marks, from top to bottom.

    Each dash is held against the one before it, so that a rule may run a little up or down the page.
    """
    runs: list[list[tuple[int, int, int, int]]] = []
    open_runs: list[list[tuple[int, int, int, int]]] = []
    for left, top, wide, high, _ in found[np.argsort(found[:, 0], kind="stable")].tolist():
        open_runs = [run for run in open_runs if left - run[-1][0] - run[-1][2] <= APART * max(run[-1][2], wide)]
        home = next((run for run in open_runs if _goes_on(run, left, top, wide, high, point)), None)
        if home is None:
            home = []
            runs.append(home)
            open_runs.append(home)
        home.append((left, top, wide, high))
    boxes = [_box(run) for run in runs if len(run) >= LEAST and _even(run)]
    return tuple(sorted((box for box in boxes if _is_most(box, boxes, found, point)), key=lambda rule: (rule[1], rule[0])))


def _is_most(rule: Rule, rules: list[Rule], found: Marks, point: float) -> bool:
    """Whether most flat marks on the level of the rule are dashes, its own or another's: those of a broken line are not."""
    middles = found[:, 1] + found[:, 3] / 2
    level = int(((middles >= rule[1] - point / 2) & (middles <= rule[3] + point / 2)).sum())
    dashes = sum(n for _, top, _, bottom, n in rules if top <= rule[3] and rule[1] <= bottom)
    return dashes >= MOSTLY * level


def _goes_on(run: list[tuple[int, int, int, int]], left: int, top: int, wide: int, high: int, point: float) -> bool:
    before = run[-1]
    level = abs(top + high - before[1] - before[3]) <= max(0.5 * point, 1)
    return level and left >= before[0] + before[2] and abs(wide - run[0][2]) <= ALIKE * run[0][2] + 1


def _even(run: list[tuple[int, int, int, int]]) -> bool:
    steps = np.asarray([after[0] - before[0] for before, after in pairwise(run)])
    usual = float(np.median(steps))
    return float((np.abs(steps - usual) <= EVEN * usual + 1).mean()) >= 0.9


def _box(run: list[tuple[int, int, int, int]]) -> Rule:
    top, bottom = min(top for _, top, _, _ in run), max(top + high for _, top, _, high in run)
    return run[0][0], top, run[-1][0] + run[-1][2], bottom, len(run)
