"""What is laid over the picture of a page: its words, to be selected, each where it is printed; and badges of claims.

Coordinates are points of the upright page, origin top left. No markup is made here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from db.building.words import PlacedWord
from db.pages.highlight import Edges


@dataclass(frozen=True, slots=True)
class LaidWord:
    """A word with the space after it: left edge and width in points."""

    text: str
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class LaidLine:
    """A line of print: its baseline, the size of its letters, its words."""

    y: float
    size: float
    words: tuple[LaidWord, ...]


def laid(words: Iterable[PlacedWord], text: str, width: float, height: float) -> tuple[LaidLine, ...]:
    """The page's words line by line; a line ends where the text has a line end between two words."""
    lines: list[list[PlacedWord]] = []
    before = 0
    for word in words:
        if not lines or "\n" in text[before : word.start]:
            lines.append([])
        lines[-1].append(word)
        before = word.start + word.length
    return tuple(_line(line, text, width, height) for line in lines)


def _line(line: list[PlacedWord], text: str, width: float, height: float) -> LaidLine:
    top, bottom = min(word.y0 for word in line), max(word.y1 for word in line)
    tall = sorted(word.y1 - word.y0 for word in line)[len(line) // 2] * height
    laid_words = tuple(
        LaidWord(
            text[word.start : word.start + word.length], round(word.x0 * width, 1), round(max(word.x1 - word.x0, 0) * width, 1)
        )
        for word in line
    )
    return LaidLine(round(((top + bottom) / 2) * height + tall * 0.32, 1), round(max(tall * 0.9, 1), 1), laid_words)


def badges(claims: Sequence[Sequence[Edges]], width: float, height: float) -> tuple[tuple[float, float] | None, ...]:
    """Where the number of each claim stands: in the left margin beside its first line, beside each other where lines are shared.

    None for a claim without boxes. Every place is inside the page.
    """
    margin = max(min((box[0] for boxes in claims for box in boxes), default=0.0) * width - 11, 7)
    made: list[tuple[float, float] | None] = []
    for boxes in claims:
        if not boxes:
            made.append(None)
            continue
        first = min(boxes, key=lambda box: (box[1], box[0]))
        y = round((first[1] + first[3]) / 2 * height, 1)
        shared = sum(1 for place in made if place and abs(place[1] - y) < 9)
        made.append((round(max(margin - 14 * shared, 7), 1), y))
    return tuple(made)
