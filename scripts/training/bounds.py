"""From which probability on a model's reading is taken: chosen on statements it was not trained on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from training.labelled import NEITHER, NONE, Example


@dataclass(frozen=True, slots=True)
class Reading:
    """The likelier stance of one statement on one proposition, with its probability and what the label says."""

    sure: float
    stance: int
    target: int


def readings_of(examples: list[Example], stances: Any, statuses: Any) -> list[Reading]:
    """Every proposition of every statement; `stances` has shape (n, propositions, 3), `statuses` (n, 6) is not needed."""
    found = []
    for example, rows in zip(examples, stances.tolist(), strict=True):
        for row, target in zip(rows, example.stances, strict=True):
            stance = 1 if row[1] >= row[2] else 2
            found.append(Reading(row[stance], stance, target))
    return found


def threshold(readings: list[Reading], precision: float) -> float:
    """The lowest bound, in steps of .05 from .3 to .9, from which on the model is right this often; .9 where none is."""
    for step in range(6, 19):
        right, taken = _counts(readings, step / 20)
        if taken and right / taken >= precision:
            return step / 20
    return 0.9


def scored(readings: list[Reading], examples: list[Example], bound: float) -> str:
    """Precision and recall of claim and stance at this bound, with counts."""
    right, taken = _counts(readings, bound)
    wanted = sum(1 for example in examples for target in example.stances if target not in (NEITHER, NONE))
    return f"precision {right / max(taken, 1):.3f} ({right}/{taken}), recall {right / max(wanted, 1):.3f} ({right}/{wanted})"


def _counts(readings: list[Reading], bound: float) -> tuple[int, int]:
    taken = [one for one in readings if one.sure >= bound and one.target != NONE]
    return sum(1 for one in taken if one.stance == one.target), len(taken)
