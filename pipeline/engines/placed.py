"""A word with its place on a page, and how many such records are made at once."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

Corners = tuple[float, float, float, float]  # x0, top, x1, bottom
Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class Placed:
    """A word with its box in points of the page as shown, and its `turn`: 0, 90, 180 or 270 degrees counter-clockwise.

    The box is that of the type, as high for "on" as for "by", and puts words into lines; `tight` is that of the ink, where
    it is known.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    ink: float = 0.0
    turn: int = 0
    tight: Corners | None = None

    @property
    def height(self) -> float:
        """Height of the box in points."""
        return self.bottom - self.top

    @property
    def corners(self) -> Corners:
        """The box."""
        return self.x0, self.top, self.x1, self.bottom

    def moved(self, corners: Corners, tight: Corners | None) -> Placed:
        """The same word elsewhere."""
        return Placed(self.text, *corners, self.ink, self.turn, tight)

    def with_more(self, more: Placed) -> Placed:
        """The word with the rest of it, drawn apart."""
        tight = _both(self.tight, more.tight) if self.tight and more.tight else None
        return Placed(self.text + more.text, *_both(self.corners, more.corners), self.ink, self.turn, tight)


def _both(one: Corners, other: Corners) -> Corners:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def many(kind: type[Record], first: Sequence[object], *rest: Iterable[object]) -> list[Record]:
    """Records of the kind, one for each row of these columns, in the order of its fields: `list(map(kind, first, *rest))`.

    A frozen record checks each field as it is set, which costs more than all else there is to do with a word: filled slot by
    slot, before anybody holds them, they cost a sixth.
    """
    made = [object.__new__(kind) for _ in first]
    for field, column in zip(vars(kind)["__slots__"], (first, *rest), strict=True):
        deque(map(getattr(kind, field).__set__, made, column), maxlen=0)
    return made
