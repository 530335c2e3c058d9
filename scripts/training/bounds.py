"""How often a model is right where it gives a probability, on statements it was not trained on."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import Any

from training.labelled import NONE, Example

BAND = 40  # readings
FAINT = 0.02


@dataclass(frozen=True, slots=True)
class Reading:
    """One stance of one statement on one proposition, with its probability and whether the label says so (1, 0, or -100)."""

    sure: float
    target: int


def readings_of(examples: list[Example], stances: Any) -> list[Reading]:
    """Every proposition of every statement, both ways; `stances` has shape (n, propositions, 2)."""
    return [
        Reading(sure, target)
        for example, rows in zip(examples, stances.tolist(), strict=True)
        for row, targets in zip(rows, example.stances, strict=True)
        for sure, target in zip(row, targets, strict=True)
    ]


def calibration(readings: list[Reading]) -> list[tuple[float, float]]:
    """(probability as the network gives it, share that was right there), rising in both; straight lines lie between.

    Probabilities are put into bands of BAND readings, and bands that would fall are pooled with the one before (isotonic
    regression by pooling adjacent violators, Ayer et al. 1955). What is negligible is left out.
    """
    known = sorted((one.sure, one.target == 1) for one in readings if one.target != NONE and one.sure >= FAINT)
    pools = []
    for start in range(0, len(known), BAND):
        some = known[start : start + BAND]
        pools.append([sum(sure for sure, _ in some), float(sum(right for _, right in some)), float(len(some))])
        while len(pools) > 1 and pools[-2][1] / pools[-2][2] >= pools[-1][1] / pools[-1][2]:
            last = pools.pop()
            pools[-1] = [one + other for one, other in zip(pools[-1], last, strict=True)]
    return [(0.0, 0.0), *((round(sure / n, 4), round(right / n, 4)) for sure, right, n in pools)]


def given_for(points: list[tuple[float, float]], share: float) -> float:
    """The probability as given from which on so large a share is right."""
    return next(sure / 100 for sure in range(101) if _line(points, sure / 100) >= share) if points[-1][1] >= share else 1.0


def _line(points: list[tuple[float, float]], given: float) -> float:
    for (left, low), (right, high) in itertools.pairwise(points):
        if left <= given <= right:
            return low + (high - low) * (given - left) / max(right - left, 1e-9)
    return points[-1][1]


def scored(readings: list[Reading], bound: float) -> str:
    """Precision and recall of claim and stance at this bound, with counts."""
    taken = [one for one in readings if one.sure >= bound and one.target != NONE]
    right, found, wanted = sum(one.target for one in taken), len(taken), sum(one.target == 1 for one in readings)
    return f"precision {right / max(found, 1):.3f} ({right}/{found}), recall {right / max(wanted, 1):.3f} ({right}/{wanted})"
