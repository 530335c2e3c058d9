"""Puts right what OCR read straight across columns: lines with words on both sides of a gutter are parted, and each side is read
to its end. Pure geometry on the lines that OCR gives; where none crosses a gutter, they stay as they are.
"""

from __future__ import annotations

from pipeline.engines import condensed
from pipeline.engines.columns import glued
from pipeline.engines.placed import Placed, many
from pipeline.records.page import Line

Row = list[Placed]


def by_columns(lines: tuple[Line, ...], aspect: float) -> tuple[Line, ...]:
    """The lines, those that cross a gutter parted. `aspect` is width / height of the image."""
    rows = [_row(line, aspect) for line in lines]
    if not rows or not all(rows):
        return lines
    sheets = condensed.sheets_in(rows)
    if sheets:
        return _with(lines, rows, sheets.first, sheets.last, condensed.in_reading_order(rows, sheets))
    found = glued(rows)
    if found is None:
        return lines
    first, last, parts = found
    return _with(lines, rows, first, last, parts)


def _row(line: Line, aspect: float) -> Row:
    words = line.words
    sides = ([word.x0 * aspect for word in words], [word.y0 for word in words], [word.x1 * aspect for word in words])
    rest = ([0.0] * len(words), [0] * len(words), [None] * len(words))
    return many(Placed, [word.text for word in words], *sides, [word.y1 for word in words], *rest)


def _with(
    lines: tuple[Line, ...], rows: list[Row], first: int, last: int, parts: tuple[list[Row], ...] | list[list[Row]]
) -> tuple[Line, ...]:
    """The lines, those from `first` up to and without `last` put into these parts, each a block."""
    home = {id(spot): word for row, line in zip(rows, lines, strict=True) for spot, word in zip(row, line.words, strict=True)}
    made = list(lines[:first])
    block = made[-1].block if made else -1
    for part in filter(None, parts):
        block += 1
        made += [Line(tuple(home[id(spot)] for spot in row), block) for row in part]
    rest = lines[last:]
    more = block + 1 - rest[0].block if rest else 0
    return (*made, *(Line(line.words, line.block + more) for line in rest))
