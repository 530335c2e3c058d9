"""Puts right what OCR read straight across columns: lines with words on both sides of a gutter are parted, and each side is read
to its end. Pure geometry on the lines that OCR gives; where none crosses a gutter, they stay as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from pipeline.engines import condensed
from pipeline.engines.askers import with_letters
from pipeline.engines.columns import glued
from pipeline.engines.numbered import mended, row_of, stands_in, with_numbers
from pipeline.engines.placed import Placed
from pipeline.records.page import Line

Row = list[Placed]


def by_columns(lines: tuple[Line, ...], aspect: float) -> tuple[Line, ...]:
    """The lines, those that cross a gutter parted. `aspect` is width / height of the image."""
    lines = with_numbers(lines, aspect)
    rows = [row_of(line, aspect) for line in lines]
    if not rows or not all(rows):
        return lines
    columns = condensed.columns_of(rows)
    if len(columns) > 1:
        order = _by_zones(rows, columns)
        lines, rows = tuple(lines[at] for at in order), [rows[at] for at in order]
        sheets = condensed.sheets_in(rows)
        if sheets:
            labels, talk = condensed.in_reading_order(rows, sheets)
            return _with_mended(_with(lines, rows, sheets.first, sheets.last, (labels, talk)), aspect)
    elif columns:
        lines = _with_mended(lines, aspect)
    found = glued(rows)
    if found is None:
        return lines
    first, last, parts = found
    return _with(lines, rows, first, last, parts)


def _by_zones(rows: list[Row], columns: list[condensed.Column]) -> list[int]:
    """The rows as they come, those above the numbers first, those below them last."""
    top, bottom = min(column.top for column in columns), max(column.bottom for column in columns)
    zones = [(row[0].top > bottom) - (row[0].top < top) for row in rows]
    return sorted(range(len(rows)), key=lambda at: zones[at])


def _with(lines: tuple[Line, ...], rows: list[Row], first: int, last: int, parts: Sequence[list[Row]]) -> tuple[Line, ...]:
    """The lines, those from `first` up to and without `last` put into these parts, each a block; blocks are counted anew."""
    home = {id(spot): word for row, line in zip(rows, lines, strict=True) for spot, word in zip(row, line.words, strict=True)}
    inner = [(-1 - at, tuple(home[id(spot)] for spot in row)) for at, part in enumerate(parts) for row in part]
    keyed = [*((line.block, line.words) for line in lines[:first]), *inner, *((line.block, line.words) for line in lines[last:])]
    changes = accumulate((one[0] != other[0] for one, other in pairwise(keyed)), initial=0)
    return tuple(Line(words, block) for block, (_, words) in zip(changes, keyed, strict=True))


def _with_mended(lines: tuple[Line, ...], aspect: float) -> tuple[Line, ...]:
    """The lines, what was misread of the numbers before them, and of the letters behind those, mended."""
    rows = [row_of(line, aspect) for line in lines]
    made = list(lines)
    columns = condensed.columns_of(rows)
    for column in columns:
        numbered = [at for at, row in enumerate(rows) if stands_in(row[0], column)]
        for at, number in zip(numbered, mended([lines[at].words[0] for at in numbered]), strict=True):
            made[at] = Line((number, *lines[at].words[1:]), lines[at].block)
    return with_letters(tuple(made), columns, aspect) if columns else lines
