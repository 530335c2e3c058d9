"""The one place that joins words into text and finds words and boxes for a span of it, so offsets and boxes agree.

Words of a line are joined with a space, lines with a newline, blocks with an empty line.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from pipeline.records.page import Box, Line, Page, Word

MASK = "█"  # one full block per hidden character: same length, so every other span on the page stays true


def box(x0: float, y0: float, x1: float, y1: float) -> Box:
    """A box clipped to the page, ordered, rounded to 5 decimals (a 20-inch page at 600 dpi is 12,000 px)."""
    low_x, high_x = sorted((min(max(x0, 0.0), 1.0), min(max(x1, 0.0), 1.0)))
    low_y, high_y = sorted((min(max(y0, 0.0), 1.0), min(max(y1, 0.0), 1.0)))
    return Box(round(low_x, 5), round(low_y, 5), round(high_x, 5), round(high_y, 5))


def joined(lines: tuple[Line, ...]) -> str:
    """The text of these lines; `positions` gives where each word stands in it."""
    parts: list[str] = []
    for index, line in enumerate(lines):
        if index:
            parts.append("\n" if line.block == lines[index - 1].block else "\n\n")
        parts.append(" ".join(word.text for word in line.words))
    return "".join(parts)


def positions(lines: tuple[Line, ...]) -> Iterator[tuple[int, int, int, Word]]:
    """(start, end, line index, word) for every word, in text order, as `joined` lays them out."""
    at = 0
    for index, line in enumerate(lines):
        if index:
            at += 1 if line.block == lines[index - 1].block else 2
        for order, word in enumerate(line.words):
            if order:
                at += 1
            yield at, at + len(word.text), index, word
            at += len(word.text)


class Placed:
    """The words of a page by where they stand, for many spans of it: a page of 4,000 words is gone through once."""

    def __init__(self, page: Page) -> None:
        self._words = tuple(positions(page.lines))
        self._ends = [end for _, end, _, _ in self._words]

    def boxes(self, start: int, end: int) -> tuple[Box, ...]:
        """One box per line that the span [start, end) of the page's text touches; empty for an empty span."""
        found: dict[int, list[Word]] = {}
        for at in range(bisect_right(self._ends, start), len(self._words) if start < end else 0):
            word_start, _, index, word = self._words[at]
            if word_start >= end:
                break
            found.setdefault(index, []).append(word)
        return tuple(
            Box(min(w.x0 for w in ws), min(w.y0 for w in ws), max(w.x1 for w in ws), max(w.y1 for w in ws))
            for ws in found.values()
        )


def boxes(page: Page, start: int, end: int) -> tuple[Box, ...]:
    """One box per line that the span [start, end) of the page's text touches; empty for an empty span."""
    return Placed(page).boxes(start, end)


def confidence(page: Page, start: int, end: int) -> float:
    """The lowest word confidence in the span, 0..1; 1.0 for an empty span."""
    inside = [w.confidence for s, e, _, w in positions(page.lines) if s < end and e > start]
    return min(inside, default=1.0)


def masked_text(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    """The text with every non-space character of the spans replaced by MASK; its length does not change."""
    letters = list(text)
    for start, end in spans:
        for at in range(max(start, 0), min(end, len(letters))):
            if not letters[at].isspace():
                letters[at] = MASK
    return "".join(letters)


def masked(page: Page, spans: tuple[tuple[int, int], ...]) -> Page:
    """The page as it may be shown: the spans masked in text and words alike, and nothing hidden carried along."""
    text = masked_text(page.text, spans)
    words = [(start, end, index, word) for start, end, index, word in positions(page.lines)]
    lines: list[list[Word]] = [[] for _ in page.lines]
    for start, end, index, word in words:
        lines[index].append(replace(word, text=text[start:end]))
    kept = tuple(Line(tuple(ws), old.block) for ws, old in zip(lines, page.lines, strict=True))
    return replace(page, text=text, lines=kept, hidden=())


def piece(page: Page, start: int, end: int) -> Page:
    """The page as far as it stands in `text[start:end]`, with the words of that stretch; for looking at a part by itself.

    Offsets count anew from `start`, so no finding may be made in it that is kept.
    """
    lines: dict[int, list[Word]] = {}
    for word_start, _, index, word in positions(page.lines):
        if start <= word_start < end:
            lines.setdefault(index, []).append(word)
    kept = tuple(Line(tuple(words), page.lines[index].block) for index, words in lines.items())
    return replace(page, text=page.text[start:end], lines=kept)
