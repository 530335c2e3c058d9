"""Puts a block that OCR gives out of its turn back between the lines it is printed between. Pure geometry on the lines.

Tesseract makes a block of its own of what looks unlike the text around it, such as a rule of dashes with a number behind it in
the head of a cable, and gives it before or after the whole block whose lines stand above and below it.
"""

from __future__ import annotations

from dataclasses import dataclass

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


def in_their_turn(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines, each stray block between the two neighbours of one block that stand right above and right below it.

    Nothing is moved that stands beside another line: that may be a column.
    """
    if not all(line.words for line in lines):
        return lines
    done = list(lines)
    for block in dict.fromkeys(line.block for line in lines):
        done = _with_home(done, block)
    return tuple(done)


def _with_home(lines: list[Line], block: int) -> list[Line]:
    """The lines with those of this block moved, where it is a stray."""
    mine = [line for line in lines if line.block == block]
    if len(mine) > MOST:
        return lines
    others = [line for line in lines if line.block != block]
    place, places = _around(mine), [_place(line) for line in others]
    if any(place.level(one) for one in places):
        return lines
    for at in range(1, len(others)):
        above, below = others[at - 1], others[at]
        if above.block == below.block and places[at - 1].y1 <= _middle(place) <= places[at].y0:
            home = _around([line for line in others if line.block == above.block])
            inside = min(place.x1, home.x1) - max(place.x0, home.x0)
            if inside >= WITHIN * (place.x1 - place.x0):
                return [*others[:at], *(Line(line.words, above.block) for line in mine), *others[at:]]
    return lines


def _middle(place: _Place) -> float:
    return (place.y0 + place.y1) / 2


def _place(line: Line) -> _Place:
    words = line.words
    return _Place(min(w.x0 for w in words), min(w.y0 for w in words), max(w.x1 for w in words), max(w.y1 for w in words))


def _around(lines: list[Line]) -> _Place:
    each = [_place(line) for line in lines]
    return _Place(min(p.x0 for p in each), min(p.y0 for p in each), max(p.x1 for p in each), max(p.y1 for p in each))
