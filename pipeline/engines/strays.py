"""Puts a block that OCR gives out of its turn back between the lines it is printed between. Pure geometry on the lines.

Tesseract makes a block of its own of what looks unlike the text around it, such as a rule of dashes with a number behind it in
the head of a cable, and gives it before or after the whole block whose lines stand above and below it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from pipeline.records.page import Line

MOST = 3  # lines of a block that may be a stray; more are a text beside a text
WITHIN = 0.8  # share of the stray's width that lies between the sides of the block around it
LEVEL = 0.3  # share of the lower height from which on two lines stand beside each other


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a line or a block stands, in shares of the page."""

    x0: float
    y0: float
    x1: float
    y1: float

    def level(self, other: _Place) -> bool:
        common = min(self.y1, other.y1) - max(self.y0, other.y0)
        return common > LEVEL * min(self.y1 - self.y0, other.y1 - other.y0)


_Placed = tuple[Line, _Place]


def in_their_turn(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines, each stray block between the two neighbours of one block that stand right above and right below it.

    Nothing is moved that stands beside another line: that may be a column.
    """
    if not all(line.words for line in lines):
        return lines
    done = [(line, _place(line)) for line in lines]
    for block in dict.fromkeys(line.block for line in lines):
        done = _with_home(done, block)
    return tuple(line for line, _ in done)


def _with_home(lines: list[_Placed], block: int) -> list[_Placed]:
    """The lines with those of this block moved, where it is a stray."""
    mine = [one for one in lines if one[0].block == block]
    if len(mine) > MOST:
        return lines
    others = [one for one in lines if one[0].block != block]
    place = _around(mine)
    middle = (place.y0 + place.y1) / 2
    for at, ((above, upper), (below, lower)) in enumerate(pairwise(others), 1):
        if above.block == below.block and upper.y1 <= middle <= lower.y0:
            home = _around([one for one in others if one[0].block == above.block])
            inside = min(place.x1, home.x1) - max(place.x0, home.x0)
            if inside >= WITHIN * (place.x1 - place.x0):
                if any(place.level(beside) for _, beside in others):
                    return lines
                return [*others[:at], *((Line(line.words, above.block), where) for line, where in mine), *others[at:]]
    return lines


def _place(line: Line) -> _Place:
    words = line.words
    return _Place(min(w.x0 for w in words), min(w.y0 for w in words), max(w.x1 for w in words), max(w.y1 for w in words))


def _around(lines: list[_Placed]) -> _Place:
    each = [place for _, place in lines]
    return _Place(min(p.x0 for p in each), min(p.y0 for p in each), max(p.x1 for p in each), max(p.y1 for p in each))
