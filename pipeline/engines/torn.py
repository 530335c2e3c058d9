"""Lines that OCR tore: on worn scans a gap in a line, or a lost word, makes two blocks of it, and the rest comes where no reader
looks for it. Pure geometry on the lines that OCR gives.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from pipeline.records.page import Line

NEAR = 4.0  # heights of type between the pieces of a line
NEAR_IN_MARGIN = 20.0  # the same in heads and feet of which OCR reads a piece out of its turn: several words may be lost
MARGIN = 0.06  # share of the page's height in which heads and feet stand
LEVEL = 0.5  # share of the lower piece's height that the two have in common
AROUND = 3.0  # heights of type above and below within which other lines tell a gap from a gutter
AROUND_IN_MARGIN = 1.5  # the same for such heads and feet
SPACE = 2.0  # heights of type: no space between words is wider, but for a lost full stop, so what is crosses no gap


@dataclass(frozen=True, slots=True)
class _Piece:
    """A line as OCR gives it: its place in their order, its box and the height of its type, in heights of the page."""

    at: int
    line: Line
    x0: float
    y0: float
    x1: float
    y1: float
    tall: float
    gaps: tuple[tuple[float, float], ...]  # wider than a space

    def level(self, other: _Piece) -> bool:
        common = min(self.y1, other.y1) - max(self.y0, other.y0)
        return common > LEVEL * min(self.y1 - self.y0, other.y1 - other.y0)


def joined(lines: tuple[Line, ...], aspect: float) -> tuple[Line, ...]:
    """The lines with the pieces of one that stand in different blocks as one line, where the first of them stands.

    Two columns leave a gutter: in the lines right above and below nothing crosses it, and something begins behind it. A piece is
    joined only where that is not so. `aspect` is width / height of the image.
    """
    pieces = [_piece(at, line, aspect) for at, line in enumerate(lines)]
    pieces = [piece for piece in pieces if piece.x1 - piece.x0 > piece.y1 - piece.y0]
    sizes: dict[int, int] = {}
    for line in lines:
        sizes[line.block] = sizes.get(line.block, 0) + 1
    after: dict[int, int] = {}
    for left in pieces:
        right = _next(left, pieces)
        if right and min(sizes[left.line.block], sizes[right.line.block]) == 1 and not _gutter(left, right, pieces):
            after[left.at] = right.at
    gone = set(after.values())
    return tuple(_whole(at, lines, after) for at in range(len(lines)) if at not in gone) if after else lines


def _piece(at: int, line: Line, aspect: float) -> _Piece:
    words = line.words
    tall = median(word.y1 - word.y0 for word in words)
    spaces = ((before.x1 * aspect, word.x0 * aspect) for before, word in pairwise(words))
    left, right = min(w.x0 for w in words) * aspect, max(w.x1 for w in words) * aspect
    top, bottom = min(w.y0 for w in words), max(w.y1 for w in words)
    return _Piece(at, line, left, top, right, bottom, tall, tuple(gap for gap in spaces if gap[1] - gap[0] > SPACE * tall))


def _next(left: _Piece, pieces: list[_Piece]) -> _Piece | None:
    """The piece of another block that goes on behind this one, level with it and near."""
    beside = (one for one in pieces if one.x0 >= left.x1 and one.y0 < left.y1 and one.y1 > left.y0)
    behind = [one for one in beside if one is not left and one.level(left)]
    right = min(behind, key=lambda one: one.x0, default=None)
    if right is None or right.line.block == left.line.block:
        return None
    most = NEAR_IN_MARGIN if _out_of_turn(left, right) else NEAR
    return right if right.x0 - left.x1 <= most * max(left.tall, right.tall) else None


def _out_of_turn(left: _Piece, right: _Piece) -> bool:
    """Whether these are pieces of a head or foot, the second read elsewhere on the page."""
    return (left.y1 < MARGIN or left.y0 > 1 - MARGIN) and right.at != left.at + 1


def _gutter(left: _Piece, right: _Piece, pieces: list[_Piece]) -> bool:
    """Whether a line right above or below begins behind the gap, or has a gap of its own there."""
    reach = (AROUND_IN_MARGIN if _out_of_turn(left, right) else AROUND) * max(left.tall, right.tall)
    top, bottom = min(left.y0, right.y0) - reach, max(left.y1, right.y1) + reach
    near = [one for one in pieces if one.y1 > top and one.y0 < bottom and not (one.level(left) or one.level(right))]
    apart = any(left.x1 <= one.x0 < right.x1 for one in near)
    return apart or any(start < right.x0 and end > left.x1 for one in near for start, end in one.gaps)


def _whole(at: int, lines: tuple[Line, ...], after: dict[int, int]) -> Line:
    words, here = lines[at].words, at
    while here in after:
        here = after[here]
        words += lines[here].words
    return Line(words, lines[at].block) if len(words) > len(lines[at].words) else lines[at]
