"""Tells the rows of a table whose cells are prose, so that each cell is read to its end: myths with facts beside them.

Too few rows for columns of a page, and read straight across they would splice two sentences into one that nobody wrote. Such a
table is told by one edge at which the right cells begin, a gap before it, and prose that runs over on both sides.
Pure geometry and the ends of lines; any unit of length.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter
from typing import Protocol

GAP = 1.1  # heights of type between the longest line of a left cell and the right one
EDGE = 0.35  # heights of type by which lines of one cell may begin apart
FAR = 3.2  # heights of type between the lines of a table, from one to the next
ROWS, BOTH = 3, 2  # lines of a table, and those with words on both sides
WORDS = 2.5  # words of a side's line on average
FIGURES = 0.3  # share of words that may be figures
HEADS = 4  # words of a column's head
_ENDS = re.compile(r"[.?!:;][\"”’')\]]*$")
_WORD = re.compile(r"[a-z][a-z’'-]*[,.;:?!]?[\"”’')]*")  # no address: "ann@roe.org"
_BEGINS = attrgetter("x0")
_FIGURE = re.compile(r"[\W\d]+")


class Box(Protocol):
    """A word with its place."""

    @property
    def text(self) -> str: ...
    @property
    def x0(self) -> float: ...
    @property
    def x1(self) -> float: ...
    @property
    def top(self) -> float: ...
    @property
    def bottom(self) -> float: ...


@dataclass(frozen=True, slots=True)
class Table:
    """Rows `first` up to and without `last`; right cells begin at `edge`, a pair of cells with each row of `starts`."""

    first: int
    last: int
    edge: float
    starts: tuple[int, ...]


def table_in(rows: Sequence[Sequence[Box]]) -> Table | None:
    """The first table of prose cells among these rows, each from left to right, from top to bottom."""
    for first, row in enumerate(rows):
        for edge in _edges(row):
            last = _reach(rows, first, edge)
            if last - first >= ROWS and _is_prose([_parted(one, edge) for one in rows[first:last]]):
                return Table(first, last, edge, _starts(rows[first:last], edge, first))
    return None


def heads_table(row: Sequence[Box], below: Sequence[Sequence[Box]]) -> bool:
    """Whether a row holds the heads of the table that begins with the rows below it."""
    table = table_in(below[: 4 * ROWS])
    if table is None or table.first != 0:
        return False
    left, right = _parted(row, table.edge)
    apart = bool(left and right) and right[0].x0 - left[-1].x1 >= GAP * _tall(row)
    return apart and abs(right[0].x0 - table.edge) <= EDGE * _tall(row) and max(len(left), len(right)) <= HEADS


def parted(row: Sequence[Box], edge: float) -> tuple[list[int], list[int]]:
    """The places in a row of the words left and right of an edge."""
    first = bisect_left(row, edge - EDGE * _tall(row), key=_BEGINS)
    return list(range(first)), list(range(first, len(row)))


def _parted(row: Sequence[Box], edge: float) -> tuple[list[Box], list[Box]]:
    first = bisect_left(row, edge - EDGE * _tall(row), key=_BEGINS)
    return list(row[:first]), list(row[first:])


def _tall(row: Sequence[Box]) -> float:
    return max([word.bottom - word.top for word in row])


def _edges(row: Sequence[Box]) -> list[float]:
    """Where words begin behind a gap."""
    least = GAP * _tall(row)
    return [after.x0 for before, after in pairwise(row) if after.x0 - before.x1 >= least]


def _reach(rows: Sequence[Sequence[Box]], first: int, edge: float) -> int:
    """The row after the last that keeps to this edge, and to the left edge of the first."""
    low = rows[first][0].x0
    for at in range(first, len(rows)):
        row, tall = rows[at], _tall(rows[at])
        slack = EDGE * tall
        middle = bisect_left(row, edge - slack, key=_BEGINS)
        left, right = row[:middle], row[middle:]
        far = at > first and row[0].top - rows[at - 1][0].top > FAR * tall
        crosses = bool(left) and left[-1].x1 > edge - (GAP * tall if right else 0.0)
        if far or crosses or (right and abs(right[0].x0 - edge) > slack) or (left and abs(left[0].x0 - low) > slack):
            return at
    return len(rows)


def _is_prose(sides: Sequence[tuple[list[Box], list[Box]]]) -> bool:
    """Whether prose runs over from line to line on both sides."""
    if sum(bool(left and right) for left, right in sides) < BOTH:
        return False
    for side in zip(*sides, strict=True):
        lines = [line for line in side if line]
        words = [word.text for line in lines for word in line]
        figures = sum(_FIGURE.fullmatch(word) is not None for word in words)
        runs = any(one and other and runs_on(one, other) for one, other in pairwise(side))
        if not runs or len(words) < WORDS * len(lines) or figures > FIGURES * len(words):
            return False
    return True


def runs_on(one: Sequence[Box], other: Sequence[Box]) -> bool:
    """Whether a line plainly goes on with the sentence of the line above."""
    return len(one) >= WORDS and _ENDS.search(one[-1].text) is None and _WORD.fullmatch(other[0].text) is not None


def _starts(rows: Sequence[Sequence[Box]], edge: float, first: int) -> tuple[int, ...]:
    """The rows in which both sides begin anew: neither runs on from the line above."""
    sides = [_parted(row, edge) for row in rows]
    found = [first]
    for at, (above, here) in enumerate(pairwise(sides), 1):
        if all(here) and all(_anew(one, other) for one, other in zip(above, here, strict=True)):
            found.append(first + at)
    return tuple(found)


def _anew(above: Sequence[Box], here: Sequence[Box]) -> bool:
    ended = not above or _ENDS.search(above[-1].text) is not None or len(above) <= HEADS
    return ended and not here[0].text[:1].islower()
