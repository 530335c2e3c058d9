"""Rows of print: the words of a page by the height at which they stand, parted where wide gaps are. Pure geometry, in points."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from pipeline.records import spans
from pipeline.records.page import Page

GAP = 0.8  # heights of type: what stands further apart is set apart; a space is a quarter to a third
LETTERS = 1.6  # widths of a letter: the same, for type whose spaces are as wide as its letters
FIGURES_GAP, FIGURES_LETTERS = 0.45, 0.8  # the same between two figures
BLANKS = 3  # parts from which on a row without a figure may be one of signs for none
_FIGURE = re.compile(r"[~<>]?[(-]?\$?(?:\d[\dOolI|]*(?:[,.][\dOolI|]{1,3})*|\.\d+)\s?%?\)?[*†‡§]{0,2}")
_PARTED = re.compile(  # "742 of 1,840", "742 of 1,840 (40%)", "742 (40%)"
    r"\d[\d,]*(?: (?:out )?of \d[\d,]*)(?: \(\d[\d.]*\s?%\))?|\d[\d,]* \(\d[\d.]*\s?%\)"
)
_BLANK = re.compile(r"(?:[-–—*.•]{1,3}|(?i:n/?a\.?|none|unk(?:nown)?|tbd|nil|pending|various))[*†‡§]?")
_DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|[A-Z][a-z]{2,8}\.?[ -]\d{2,4}")


@dataclass(frozen=True, slots=True)
class Part:
    """Words of one row that stand close together: their span of the page's text each, and their box."""

    text: str
    spans: tuple[tuple[int, int], ...]
    x0: float
    x1: float
    y0: float
    y1: float

    @property
    def height(self) -> float:
        """Of the type."""
        return self.y1 - self.y0

    @property
    def figure(self) -> bool:
        """Whether it is a number and nothing else, with its sign; or one and what it is a part of."""
        return _FIGURE.fullmatch(self.text) is not None or _PARTED.fullmatch(self.text) is not None

    @property
    def entry(self) -> bool:
        """Whether it may stand in a column of figures: a number, a sign for none, a day."""
        return self.figure or _BLANK.fullmatch(self.text) is not None or _DAY.fullmatch(self.text) is not None


PrintRow = tuple[Part, ...]


def print_rows(page: Page) -> tuple[PrintRow, ...]:
    """All words of the page, row by row from the top and each row from the left, whatever block they were read in."""
    inked = sorted(
        (
            Part(
                word.text,
                ((start, end),),
                word.x0 * page.width,
                word.x1 * page.width,
                word.y0 * page.height,
                word.y1 * page.height,
            )
            for start, end, _, word in spans.positions(page.lines)
            if word.text.strip()
        ),
        key=lambda one: (one.y0 + one.y1, one.x0),
    )
    rows: list[list[Part]] = []
    for one in inked:
        if rows and _level(max(rows[-1], key=lambda other: other.height), one):
            rows[-1].append(one)
        else:
            rows.append([one])
    return tuple(_parted(sorted(row, key=lambda one: one.x0)) for row in rows)


def together(parts: Iterable[Part]) -> Part:
    """Several parts as one, in the order given."""
    found = tuple(parts)
    return Part(
        " ".join(one.text for one in found),
        tuple(span for one in found for span in one.spans),
        min(one.x0 for one in found),
        max(one.x1 for one in found),
        min(one.y0 for one in found),
        max(one.y1 for one in found),
    )


def _level(one: Part, other: Part) -> bool:
    """Whether the middle of the lower type, be it a dash, stands within the height of the taller."""
    small, large = sorted((one, other), key=lambda part: part.height)
    if not large.y0 <= (small.y0 + small.y1) / 2 <= large.y1:
        return False
    return small.height < large.height / 2 or small.y0 <= (large.y0 + large.y1) / 2 <= small.y1


def _parted(words: list[Part]) -> PrintRow:
    height = median(word.height for word in words)
    letter = median((word.x1 - word.x0) / len(word.text) for word in words)
    wide, narrow = max(GAP * height, LETTERS * letter), max(FIGURES_GAP * height, FIGURES_LETTERS * letter)
    parts = [[words[0]]]
    for before, word in pairwise(words):
        if word.x0 - before.x1 > (narrow if before.figure and word.figure else wide):
            parts.append([])
        parts[-1].append(word)
    return tuple(together(part) for part in parts)


def has_figures(row: PrintRow) -> bool:
    """Whether figures stand behind the row's first part; signs for none alone will do."""
    blank = sum(part.entry for part in row[1:]) > len(row) / 2 and len(row) > BLANKS
    return len(row) > 1 and (blank or any(part.figure for part in row[1:]))


def gap(upper: PrintRow, lower: PrintRow) -> float:
    """The white space between two rows; below 0 where they share a strip of the page."""
    return min(part.y0 for part in lower) - max(part.y1 for part in upper)


def tall(row: PrintRow) -> float:
    """The height of the row's type."""
    return max(part.height for part in row)  # a dash has next to none


def common(part: Part, edges: tuple[float, float]) -> float:
    """How much of the narrower of the two they have in common; below 0 where they stand apart."""
    shared = min(part.x1, edges[1]) - max(part.x0, edges[0])
    return shared / max(min(part.x1 - part.x0, edges[1] - edges[0]), 0.1)
