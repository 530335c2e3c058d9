"""Tells tables of prose from columns of prose, and reads them row by row and cell by cell: comments with answers beside them.

In a table the cells of a row begin level with each other below a gap; columns of prose have gaps where each of them likes.
Pure geometry and the ends of lines; any unit of length, y down.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.engines.cells import runs_on
from pipeline.engines.placed import Placed

WIDE = 1.2  # times the usual distance between lines parts two rows of a table
ROWS = 2  # such gaps, from which on there is a table
MOST = 0.7  # share of them below which cells begin on both sides
EDGE = 0.9  # heights of type that must be free between two columns of a table
WORDY = 0.7  # share of words among what a cell of prose holds: the rest is figures
FLOWS, FLOWING = 0.3, 4  # share and number of lines that go on with the sentence above: prose in lines of any length
FLOWING_FEW = 2  # such lines beside a column of prose
_NUMBER = re.compile(r"\d{1,2}")

Row = list[Placed]


def flows(rows: Sequence[Row], least: int = FLOWING) -> bool:
    """Whether sentences go on from line to line, `least` times."""
    plain = without_numbers(rows)
    going = sum(runs_on(one, other) for one, other in pairwise(plain))
    return going >= least and going >= FLOWS * (len(plain) - 1)


def without_numbers(rows: Sequence[Row]) -> list[Row]:
    """The rows without the numbers that a transcript prints before its lines."""
    numbered = sum(_NUMBER.fullmatch(row[0].text) is not None for row in rows)
    if 2 * numbered < len(rows):
        return list(rows)
    plain = [row[1:] if _NUMBER.fullmatch(row[0].text) else row for row in rows]
    return [row for row in plain if row]


def by_cells(rows: Sequence[Row], at: float) -> list[list[Row]]:
    """The rows of a table with words on both sides of `at`: as they stand where its cells are no prose; else one of single lines
    as it is, the cells of another each for itself, from left to right. Nothing for columns of prose.
    """
    grid = _grid(rows, at)
    if not grid or not all(_is_wordy([word for row in rows for word in row if (word.x0 < at) is left]) for left in (True, False)):
        return [list(rows)] if grid else []
    edges = _edges(rows)
    made: list[list[Row]] = []
    for start, stop in grid:
        if stop - start == 1:
            made.append(list(rows[start:stop]))
            continue
        for low, high in pairwise((float("-inf"), *edges, float("inf"))):
            cell = [[word for word in row if low <= word.x0 < high] for row in rows[start:stop]]
            made.append([row for row in cell if row])
    return [part for part in made if part]


def _grid(rows: Sequence[Row], at: float) -> list[tuple[int, int]]:
    """The rows of a table as (first line, line after the last); none for columns of prose."""
    feet = [_middle([word.bottom for word in row]) for row in rows]
    steps = [after - before for before, after in pairwise(feet)]
    if len(steps) < 2 * ROWS or min(steps) < 0:
        return []
    usual = _middle(steps)
    starts = [line for line, step in enumerate(steps, 1) if step > WIDE * usual]
    level = [line for line in starts if rows[line][0].x0 < at < rows[line][-1].x1]
    anew = [line for line in level if not any(word.text[0].islower() for word in _heads(rows[line], at))]
    if len(anew) < ROWS or len(anew) < MOST * len(starts):
        return []
    return list(pairwise((0, *anew, len(rows))))


def _is_wordy(words: Sequence[Placed]) -> bool:
    """Whether most of these are words, as in prose."""
    return sum(len(word.text) > 1 and word.text[0].isalpha() for word in words) >= WORDY * len(words)


def _heads(row: Row, at: float) -> list[Placed]:
    """The first word on either side."""
    return [row[0], next(word for word in row if word.x0 > at)]


def _edges(rows: Sequence[Row]) -> list[float]:
    """Where columns begin: no word stands right before them in any row."""
    taken: list[tuple[float, float]] = []
    for word in sorted((word for row in rows for word in row), key=lambda word: word.x0):
        if taken and word.x0 <= taken[-1][1]:
            taken[-1] = (taken[-1][0], max(taken[-1][1], word.x1))
        else:
            taken.append((word.x0, word.x1))
    least = EDGE * _middle([word.height for row in rows for word in row])
    return [after[0] for before, after in pairwise(taken) if after[0] - before[1] >= least]


def _middle(values: list[float]) -> float:
    ordered = sorted(values)
    return ordered[len(ordered) // 2]
