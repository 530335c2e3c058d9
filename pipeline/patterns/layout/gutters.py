"""Words that were read across a gutter: a sentence made of two columns' words stands nowhere on the page.

A gutter is a wide gap in a row of print that goes on in the row above or below it. A gap behind a label, a number or a day at the
row's beginning parts no columns of prose; nor does one that a black box fills.
"""

from __future__ import annotations

from itertools import pairwise

from pipeline.patterns.layout.print_rows import Part, PrintRow
from pipeline.records.page import Page

WIDE = 2.2  # heights of type
GOES_ON = 1.2  # heights of type that the gap beside it must be wide, and share with it
NEAR = 3.0  # heights of type between the middles of two rows, one below the other
LABEL = 2  # words that a label has at most


def crossed(page: Page, start: int, end: int, rows: tuple[PrintRow, ...]) -> bool:
    """Whether the words of `page.text[start:end]` stand on both sides of a gutter. `rows` are the page's rows of print."""
    for at, row in enumerate(rows):
        inside = [part for part in row if any(start <= one[0] < end for one in part.spans)]
        for left, right in pairwise(inside):
            if _parts(page, row, left, right) and any(_gap_in(rows[other], left, right) for other in _beside(rows, at, left)):
                return True
    return False


def _parts(page: Page, row: PrintRow, left: Part, right: Part) -> bool:
    """Whether the gap between these two is wide, no box fills it, and what stands before it is no label."""
    before = [part for part in row if part.x1 <= left.x1]
    words = " ".join(part.text for part in before).split()
    label = len(words) <= LABEL or all(part.entry for part in before) or words[-1].endswith(":")
    return right.x0 - left.x1 >= WIDE * min(left.height, right.height) and not label and not _filled(page, left, right)


def _filled(page: Page, left: Part, right: Part) -> bool:
    """Whether a box that hides something stands in the gap."""
    for one in page.redactions:
        x0, x1 = one.box.x0 * page.width, one.box.x1 * page.width
        level = one.box.y0 * page.height < left.y1 and one.box.y1 * page.height > left.y0
        if level and min(x1, right.x0) - max(x0, left.x1) > 0:
            return True
    return False


def _beside(rows: tuple[PrintRow, ...], at: int, part: Part) -> list[int]:
    """The rows right above and below."""
    middle = (part.y0 + part.y1) / 2
    around = (other for other in (at - 1, at + 1) if 0 <= other < len(rows) and rows[other])
    return [other for other in around if abs((rows[other][0].y0 + rows[other][0].y1) / 2 - middle) <= NEAR * part.height]


def _gap_in(row: PrintRow, left: Part, right: Part) -> bool:
    """Whether a gap of this row stands above or below that between these two."""
    need = GOES_ON * left.height
    return any(min(two.x0, right.x0) - max(one.x1, left.x1) >= need for one, two in pairwise(row))
