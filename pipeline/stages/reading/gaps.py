"""Where words of one row of print stand apart as the cells of a table do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.records import spans
from pipeline.records.page import Page, Word

AREA = re.compile(r"\(\d{3}\)\Z")  # of a telephone's number, which goes on
MARKS, BEHIND_MARK = ".,:;'’", 1.6  # the box of a mark is narrower than what it takes of the line


def wide(row: Sequence[Word]) -> float:
    """The space from which on words stand apart: in type of one width the words of a sentence stand nearly as far as cells do."""
    high = max(word.y1 - word.y0 for word in row)
    least = min((b.x0 - a.x1 for a, b in pairwise(row)), default=0.0)
    return min(max(0.8 * high, 1.6 * least), 1.3 * high)


def cells_apart(page: Page) -> str:
    """The page's text, its length unchanged, with a tab between cells: a name ends with its cell, so that "G. Roe" and "Kessel
    Cannery" beside each other are not one run of capitalised words."""
    text = list(page.text)
    limits = [wide(line.words) if line.words else 0.0 for line in page.lines]
    for (_, end, row, left), (_, _, same, right) in pairwise(spans.positions(page.lines)):
        most = limits[row] * (BEHIND_MARK if left.text[-1:] in MARKS else 1)
        if row == same and right.x0 - left.x1 > most and not AREA.search(left.text):
            text[end] = "\t"
    return "".join(text)
