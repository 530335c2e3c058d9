"""Sheets of a transcript printed beside each other on one page, two or four of them, told by their line numbers.

Numbers that rise by one from line to line, in two columns level with each other, are a certain sign: no table holds two such.
Pure geometry and figures; any unit of length, y down.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.engines.grids import flows
from pipeline.engines.placed import Placed

MANY = 8  # lines numbered one after the other
MOST = 0.6  # share of a column's numbers that rise by one
ALIKE = 0.6  # heights of type by which the numbers of one column may stand apart
ABOVE = 0.4  # distances between lines by which words of one line stand higher or lower
LEVEL = 0.5  # share of a column of numbers that stands beside the first
APART = 12.0  # heights of type from one column of numbers to the next
WORDS = 1.5  # words beside a number on average: a list of marks has fewer
LONG = 18  # a number that no ranks in a small table reach
REACH = 3.5  # heights of type from the first number up to the label of its sheet
_NUMBER = re.compile(r"[·.]*([1-9]|[1-3]\d)[·.]*")  # some programs write a middle dot for a space
_BEGINS = frozenset("123456789·.")  # with which a number begins
_LETTER = re.compile(r"[A-Za-z]")
_LABEL = re.compile(r"\[?(?:(?:page|pg\.?|p\.):?\s*)?(\d{1,4})\]?", re.IGNORECASE)

Row = list[Placed]


@dataclass(frozen=True, slots=True)
class Sheets:
    """Rows `first` up to and without `last`; `edges` part the sheets beside each other, each band of rows has its own sheets."""

    first: int
    last: int
    edges: tuple[float, ...]
    bands: tuple[tuple[int, int], ...]
    labels: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """Numbers below each other: (row, word), in the order of the rows; `tall` is the height of type."""

    words: tuple[tuple[int, Placed], ...]
    tall: float

    @property
    def values(self) -> list[int]:
        """The numbers."""
        return [int(found[1]) for _, word in self.words if (found := _NUMBER.fullmatch(word.text))]

    @property
    def pitch(self) -> float:
        """The distance from one number to the next."""
        steps = [other.top - one.top for (_, one), (_, other) in pairwise(self.words)]
        return sorted(steps)[len(steps) // 2]

    @property
    def top(self) -> float:
        """Where the line with the number 1 stands, or stood before OCR lost it."""
        return self.words[0][1].top - (self.values[0] - 1 + ABOVE) * self.pitch

    @property
    def bottom(self) -> float:
        """Where the last line ends."""
        return max(word.bottom for _, word in self.words) + ABOVE * self.pitch

    @property
    def edge(self) -> float:
        """Where the sheet begins that they stand in."""
        return min(word.x0 for _, word in self.words) - 0.2 * self.tall


def sheets_in(rows: Sequence[Row]) -> Sheets | None:
    """The sheets of a condensed transcript among these rows, each from left to right, from top to bottom."""
    columns = columns_of(rows)
    if len(columns) < 2:
        return None
    top = min(column.top for column in columns)
    first = next(at for at, row in enumerate(rows) if row[0].top >= top)
    last = max(column.words[-1][0] for column in columns) + 1
    edges = tuple(column.edge for column in columns[1:])
    if any(word.x0 < edge < word.x1 for row in rows[first:last] for word in row for edge in edges):
        return None
    sides = [[side for row in rows[first:last] if (side := parted(row, edges)[at])] for at in range(len(columns))]
    if not all(_is_told(side) for side in sides):
        return None
    if not any(max(column.values) >= LONG or flows(side) for column, side in zip(columns, sides, strict=True)):
        return None
    numbered = {at for column in columns for at, _ in column.words}
    while first and _labels(rows[first - 1], edges) and rows[first][0].top - rows[first - 1][0].bottom <= REACH * columns[0].tall:
        first -= 1
    labels = {at: found for at in range(first, last) if at not in numbered and (found := _labels(rows[at], edges))}
    return Sheets(first, last, edges, tuple(_bands(first, last, columns[0], labels)), tuple(labels))


def _is_told(rows: Sequence[Row]) -> bool:
    """Whether rows hold words, beside their numbers: a last sheet may be half empty, a list of numbers has none."""
    words = [found for row in rows if (found := sum(_LETTER.search(word.text) is not None for word in row))]
    return sum(words) >= max(MANY, WORDS * len(words))


def parted(row: Row, edges: Sequence[float]) -> list[Row]:
    """The words of a row left of the first edge, between it and the next, and so on."""
    bounds = (float("-inf"), *edges, float("inf"))
    return [[word for word in row if low <= word.x0 < high] for low, high in pairwise(bounds)]


def in_reading_order(rows: Sequence[Row], sheets: Sheets) -> tuple[list[Row], list[Row]]:
    """The rows with the labels of the sheets, so that no talk is cut by them, and those of the talk, sheet after sheet."""
    talk: list[Row] = []
    for start, stop in sheets.bands:
        sides = [parted(rows[at], sheets.edges) for at in range(start, stop) if at not in sheets.labels]
        talk += [side for sheet in zip(*sides, strict=True) for side in sheet if side]
    return [rows[at] for at in sheets.labels], talk


def columns_of(rows: Sequence[Row]) -> list[Column]:
    """Columns of rising numbers that are level with the first of them, from left to right."""
    if sum(row[0].text[0] in _BEGINS for row in rows) < MANY:  # as on most pages
        return []
    found = [
        (at, word) for at, row in enumerate(rows) for word in row if word.text[0] in _BEGINS and _NUMBER.fullmatch(word.text)
    ]
    if len(found) < MANY:
        return []
    tall = sorted(word.height for _, word in found)[len(found) // 2]
    kept: list[Column] = []
    for left in (False, True):  # set flush right, or flush left
        for column in _clusters(found, tall, left):
            if _rises(column) and all(_apart(column, other) for other in kept):
                kept.append(column)
    kept.sort(key=lambda column: column.edge)
    return [column for column in kept if _beside(column, kept[0]) >= LEVEL * len(column.words)]


def _beside(column: Column, first: Column) -> int:
    """How many numbers stand no higher and no lower than those of the first column."""
    return sum(first.top < word.bottom and word.top < first.bottom for _, word in column.words)


def _clusters(found: list[tuple[int, Placed]], tall: float, left: bool) -> Iterator[Column]:
    """The numbers that begin, or end, below each other."""
    run: list[tuple[int, Placed]] = []
    end = 0.0
    for one in sorted(found, key=lambda one: one[1].x0 if left else one[1].x1):
        at = one[1].x0 if left else one[1].x1
        if run and at - end > ALIKE * tall:
            yield Column(tuple(sorted(run, key=lambda one: one[0])), tall)
            run = []
        run.append(one)
        end = at
    if run:
        yield Column(tuple(sorted(run, key=lambda one: one[0])), tall)


def _rises(column: Column) -> bool:
    values = column.values
    rising = sum(later - one in (1, 2) for one, later in pairwise(values))  # OCR may have misread the one between
    return rising >= MANY and rising >= MOST * len(values)


def _apart(column: Column, other: Column) -> bool:
    return abs(column.edge - other.edge) >= APART * column.tall


def _labels(row: Row, edges: Sequence[float]) -> tuple[int, ...]:
    """The numbers of the sheets below, where a row holds nothing else; more than one, or one that calls itself a page."""
    sides = [" ".join(word.text for word in side) for side in parted(row, edges) if side]
    found = [_LABEL.fullmatch(side) for side in sides]
    named = len(sides) == len(edges) + 1 or not sides[0][0].isdigit()
    return tuple(int(one[1]) for one in found if one) if all(found) and named else ()


def _bands(first: int, last: int, column: Column, labels: dict[int, tuple[int, ...]]) -> Iterator[tuple[int, int]]:
    """The rows from top to bottom, cut above the lower sheets where their labels say that pages count on across."""
    counted = [found for found in labels.values() if len(found) > 1]
    across = len(counted) > 1 and all(found[1] == found[0] + 1 for found in counted)
    steps = zip(pairwise(column.values), column.words[1:], strict=True)
    again = [at for (before, value), (at, _) in steps if value < before and across]
    starts = [first, *(max((label for label in labels if label < at), default=at) for at in again)]
    yield from pairwise((*starts, last))
