"""Words by the rows of print they stand in, and how a row is set: in parts that stand apart, or running on as a sentence does."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from pipeline.records import spans
from pipeline.records.page import Page, Word
from pipeline.stages.reading.gaps import wide

SENTENCE = 7  # words without a gap between them that do so, where some are in lower case


@dataclass(frozen=True, slots=True)
class Cell:
    """A word with its place in the page's text."""

    start: int
    end: int
    word: Word


Row = list[Cell]


def rows_of(page: Page) -> list[Row]:
    """All words of the page by the row of print they stand in, whatever block they were read in, each row from the left."""
    cells = [Cell(start, end, word) for start, end, _, word in spans.positions(page.lines)]
    rows: list[Row] = []
    for cell in sorted(cells, key=lambda one: (one.word.y0 + one.word.y1, one.word.x0)):
        middle = (cell.word.y0 + cell.word.y1) / 2
        if rows and rows[-1][0].word.y0 <= middle <= rows[-1][0].word.y1:
            rows[-1].append(cell)
        else:
            rows.append([cell])
    return [sorted(row, key=lambda one: one.word.x0) for row in rows]


def text_of(row: Row) -> str:
    return " ".join(cell.word.text for cell in row)


def in_lower_case(row: Row) -> int:
    """How many words of a sentence the row holds: those in lower case, or in capitals where none stands apart from the next."""
    lower = sum(bool(re.fullmatch(r"[a-z]{3,}[,.;:]?", cell.word.text)) for cell in row)
    upper = [cell.word for cell in row if cell.word.text.strip(",.;:").isalpha()]
    close = sum(b.x0 - a.x1 < b.y1 - b.y0 for a, b in pairwise(upper))
    return max(lower, close if close == len(upper) - 1 else 0)


def starts_of(row: Row) -> tuple[float, ...]:
    """Where the parts of a row begin that stand apart from what is left of them."""
    gap = wide([cell.word for cell in row])
    return (row[0].word.x0, *(b.word.x0 for a, b in pairwise(row) if b.word.x0 - a.word.x1 > gap))


def height_of(row: Row) -> float:
    return max(cell.word.y1 - cell.word.y0 for cell in row)


def runs_on(row: Row) -> bool:
    """Whether the row runs on without a gap as a sentence does."""
    lower = sum(bool(re.fullmatch(r"[a-z]{2,}[,.;:]?", cell.word.text)) for cell in row)
    return len(row) >= SENTENCE and lower >= 3 and len(starts_of(row)) == 1
