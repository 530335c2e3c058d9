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
from pipeline.engines.rows import by_rows
from pipeline.engines.torn import joined
from pipeline.records.page import Line

Row = list[Placed]


def by_columns(lines: tuple[Line, ...], aspect: float) -> tuple[Line, ...]:
    """The lines, those that cross a gutter parted, and a table's put into rows. `aspect` is width / height of the image."""
    if not all(line.words for line in lines):
        return lines
    lines = with_numbers(lines, aspect)
    sheets = _by_sheets(lines, aspect)
    if sheets:
        return sheets
    lines = by_rows(joined(lines, aspect), aspect)
    rows = [row_of(line, aspect) for line in lines]
    if len(condensed.columns_of(rows)) == 1:
        lines = _with_mended(lines, aspect)
    found = glued(rows) if rows else None
    if found is None:
        return lines
    first, last, parts = found
    return _with(lines, rows, first, last, parts)


def _by_sheets(lines: tuple[Line, ...], aspect: float) -> tuple[Line, ...]:
    """The lines of a condensed transcript, sheet after sheet; none where there is no such."""
    rows = [row_of(line, aspect) for line in lines]
    columns = condensed.columns_of(rows)
    if len(columns) < 2:
        return ()
    order = _by_zones(rows, columns)
    lines, rows = tuple(lines[at] for at in order), [rows[at] for at in order]
    sheets = condensed.sheets_in(rows)
    if sheets is None:
        return ()
    labels, talk = condensed.in_reading_order(rows, sheets)
    return _with_mended(_with(lines, rows, sheets.first, sheets.last, (labels, talk)), aspect)


def _by_zones(rows: list[Row], columns: list[condensed.Column]) -> list[int]:
    """The rows above the numbers as they come, then those beside them from line to line, then those below them."""
    top, bottom = min(column.top for column in columns), max(column.bottom for column in columns)
    pitch = columns[0].pitch

    def place(at: int) -> tuple[int, int, float]:
        first = rows[at][0]
        zone = (first.top > bottom) - (first.top < top)
        return (zone, 0, 0.0) if zone else (zone, round((first.top + first.bottom) / 2 / pitch - top / pitch), first.x0)

    return sorted(range(len(rows)), key=place)


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
