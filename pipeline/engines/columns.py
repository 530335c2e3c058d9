"""Puts words that stand on a page into rows, and the rows into the order of reading: column by column, cell by cell, paragraph by
paragraph. Pure geometry in any unit of length, y down.
"""

from __future__ import annotations

from itertools import pairwise
from math import inf
from operator import attrgetter, itemgetter

import numpy as np
from numpy.typing import NDArray

from pipeline.engines import condensed, grids
from pipeline.engines.asides import set_aside
from pipeline.engines.cells import HEADS, heads_table, parted, table_in
from pipeline.engines.placed import Placed

SAME_LINE = 0.5  # share of the lower word's height that two words of one line have in common
NEAR_ROWS = 8  # rows, the last ones, that the next word from the top can belong to
PARAGRAPH = 1.45  # times the usual distance between lines begins a new paragraph
COLUMN_ROWS = 7  # rows that must leave the same gutter free before a page counts as having columns
COLUMN_PITCH = 1.55  # distance between the rows of prose, in heights of type; tables stand wider
COLUMN_WORDS = 3.0  # words a row must have on each side of it on average: tables have fewer
COLUMN_FULL = 0.75  # share of the column's width that its middle row must fill
FAR, FEW = 2.6, 3  # heights of type between a run of rows and the few, as many as that, which are no part of its columns
GLUED = 3  # rows read across a gutter that are no chance
COLUMN_GAP = 0.75  # share of a column's rows with a gap at one place, from which on it is two columns of a table

Row = list[Placed]  # from left to right
_BY_PLACE = attrgetter("x0", "x1", "text")


def in_order(words: list[Placed]) -> list[tuple[int, Row]]:
    """(block, words from left to right) in reading order, of words that read from left to right."""
    return [(block, row) for block, part in enumerate(_blocks(_rows(words))) for row in part]


def _blocks(rows: list[Row]) -> list[list[Row]]:
    """The rows parted into blocks, in reading order; the talk of a condensed transcript is one: it runs on over its sheets."""
    sheets = condensed.sheets_in(rows)
    if sheets is None:
        return set_aside([part for column in _columns(rows) for part in _paragraphs(column)])
    labels, talk = condensed.in_reading_order(rows, sheets)
    return [*_blocks(rows[: sheets.first]), *([labels] if labels else []), talk, *_blocks(rows[sheets.last :])]


def _rows(words: list[Placed]) -> list[Row]:
    """Words that stand beside each other, rows from top to bottom."""
    found: list[tuple[float, float, float, Row]] = []  # top, bottom, what a taller word must have in common with it, words
    for _, _, _, at in sorted([(word.top + word.bottom, word.x0, word.text, at) for at, word in enumerate(words)]):
        word = words[at]
        top, bottom = word.top, word.bottom
        least = SAME_LINE * max(bottom - top, 0.1)
        for upper, lower, low, row in found[: -1 - NEAR_ROWS : -1]:
            common = (bottom if bottom < lower else lower) - (top if top > upper else upper)
            if common > least or common > low:
                row.append(word)
                break
        else:
            found.append((top, bottom, least, [word]))
    found.sort(key=itemgetter(0, 1))
    return [sorted(row, key=_BY_PLACE) for _, _, _, row in found]


def glued(rows: list[Row]) -> tuple[int, int, list[list[Row]]] | None:
    """(first row, row after the last, their columns in order) where rows run across a gutter with prose on both sides."""
    gutter = _gutter(rows)
    if gutter is None:
        return None
    first, last, at = gutter
    across = sum(row[0].x1 <= at < row[-1].x0 for row in rows[first:last])
    return (first, last, _columns(rows[first:last])) if across >= GLUED else None


def _columns(rows: list[Row]) -> list[list[Row]]:
    """The rows as they are, or split where a run of them leaves a gutter free: before, left, right, after; a table of prose is
    read cell by cell."""
    gutter = _gutter(rows)
    if gutter is None:
        return _cells(rows)
    first, last, at = gutter
    last -= last < len(rows) and heads_table(rows[last - 1], rows[last:])
    table = grids.by_cells(rows[first:last], at)
    if table:
        return [*_columns(rows[:first]), *table, *_columns(rows[last:])]
    sides = [part for side in _parted(rows[first:last], at) for part in _columns([row for row in side if row])]
    return [*_columns(rows[:first]), *sides, *_columns(rows[last:])]


def _cells(rows: list[Row]) -> list[list[Row]]:
    """The rows as they are; of a table whose cells are prose, each left cell and the one beside it for itself."""
    table = table_in(rows)
    if table is None:
        return [rows] if rows else []
    made = [rows[: table.first]]
    for start, stop in pairwise((*table.starts, table.last)):
        sides = [parted(row, table.edge) for row in rows[start:stop]]
        if stop - start == 1 and all(len(side) <= HEADS for side in sides[0]):  # heads, or two cells of a few words
            made.append(rows[start:stop])
            continue
        for side in (0, 1):
            made.append([[row[at] for at in places[side]] for row, places in zip(rows[start:stop], sides, strict=True)])
    kept = [[row for row in part if row] for part in made]
    return [*(part for part in kept if part), *_cells(rows[table.last :])]


def _gutter(rows: list[Row]) -> tuple[int, int, float] | None:
    """(first row, row after the last, x) of the longest run of rows that no word crosses at x, prose on both sides."""
    if len(rows) < COLUMN_ROWS:
        return None
    low, high = min(row[0].x0 for row in rows), max(w.x1 for row in rows for w in row)
    places = low + (high - low) * np.arange(30, 71) / 100
    open_at = _open(rows, places)
    wide = np.flatnonzero(open_at.sum(axis=0) >= COLUMN_ROWS)
    gutter = np.cumsum(np.diff(wide, prepend=-2) > 1)  # a gutter is several places wide
    edges = np.diff(np.pad(open_at[:, wide], ((1, 1), (0, 0))).astype(np.int8), axis=0).T
    (columns, starts), (_, ends) = np.nonzero(edges == 1), np.nonzero(edges == -1)
    long = np.flatnonzero(ends - starts >= COLUMN_ROWS)
    if not len(long):
        return None
    left, sizes = _ended(rows, places), np.array([len(row) for row in rows])
    best: tuple[int, int, float] | None = None
    refused: set[tuple[int, int, int]] = set()  # a run that is no prose is none anywhere in one gutter
    for column, start, end in zip(columns[long].tolist(), starts[long].tolist(), ends[long].tolist(), strict=True):
        start, end = _without_far(rows, start, end)
        least = best[1] - best[0] + 1 if best else COLUMN_ROWS
        if end - start < least or (gutter[column], start, end) in refused:
            continue
        run, at = left[start:end, wide[column]], float(places[wide[column]])
        if _has_words(run) and _has_words(sizes[start:end] - run) and _is_prose(rows[start:end], at):
            best = (start, end, at)
        else:
            refused.add((gutter[column], start, end))
    return best


def _without_far(rows: list[Row], start: int, end: int) -> tuple[int, int]:
    """The run without the few rows far above or below the others: the foot of the page, the head of a list."""
    for at in range(start + 1, end):
        gap = rows[at][0].top - rows[at - 1][0].bottom
        if gap > FAR * rows[at][0].height and (at - start <= FEW or end - at <= FEW):
            if end - at <= FEW:
                return start, at
            start = at
    return start, end


def _open(rows: list[Row], places: NDArray[np.float64]) -> NDArray[np.bool_]:
    """For each row, whether it leaves each place free."""
    free = [_free(row) for row in rows]
    starts = np.cumsum([0, *(len(stretches) for stretches in free)])[:-1]
    lefts, rights = np.array([stretch for stretches in free for stretch in stretches]).T
    within = (lefts[:, None] <= places) & (places <= rights[:, None])
    return np.asarray(np.logical_or.reduceat(within, starts, axis=0))


def _ended(rows: list[Row], places: NDArray[np.float64]) -> NDArray[np.int64]:
    """For each row, how many of its words end before each place."""
    starts = np.cumsum([0, *(len(row) for row in rows)])[:-1]
    ends = np.array([word.x1 for row in rows for word in row])
    return np.asarray(np.add.reduceat((ends[:, None] <= places).astype(np.int64), starts, axis=0))


def _has_words(side: NDArray[np.int64]) -> bool:
    """Whether a side of a run of rows, given its words row by row, has as many words as prose."""
    filled = int(np.count_nonzero(side))
    return filled >= COLUMN_ROWS // 2 + 1 and int(side.sum()) >= COLUMN_WORDS * filled


def _free(row: Row) -> list[tuple[float, float]]:
    """The stretches of the row without a word, those no wider than a gap between words left out."""
    least = 0.9 * max([word.bottom - word.top for word in row])
    free = [(-inf, row[0].x0)]
    end = row[0].x1
    for word in row[1:]:
        if word.x0 - end >= least:
            free.append((end, word.x0))
        end = max(end, word.x1)
    return [*free, (end, inf)]


def _is_prose(rows: list[Row], at: float) -> bool:
    """Whether rows with words enough on both sides of `at` run on as prose does: from line to line, or to the end of the column
    and as close as prose stands.
    """
    sides = [[row for row in part if row] for part in _parted(rows, at)]
    if any(grids.flows(side) for side in sides) and all(grids.flows(side, grids.FLOWING_FEW) for side in sides):
        return True
    feet = [_middle([w.bottom for w in row]) for row in rows]
    steps = [after - before for before, after in pairwise(feet) if after > before + 0.3 * rows[0][0].height]
    if not steps or _middle(steps) > COLUMN_PITCH * _middle([w.height for row in rows for w in row]):
        return False
    return all(_runs_on(side) for side in sides)


def _parted(rows: list[Row], at: float) -> tuple[list[Row], list[Row]]:
    return [[w for w in row if w.x1 <= at] for row in rows], [[w for w in row if w.x1 > at] for row in rows]


def _runs_on(rows: list[Row]) -> bool:
    """Whether the rows of a column run to its end without a gap at one place, as those of prose do and a table's do not."""
    low, high = min(row[0].x0 for row in rows), max(row[-1].x1 for row in rows)
    if _middle([row[-1].x1 - row[0].x0 for row in rows]) < COLUMN_FULL * (high - low):
        return False
    free = [_free(row)[1:-1] for row in rows]
    places = [low + (high - low) * step / 100 for step in range(5, 96)]
    open_at = [sum(any(left <= x <= right for left, right in gaps) for gaps in free) for x in places]
    gap = max(open_at) > COLUMN_GAP * len(rows)
    return not gap or _gutter(rows) is not None


def _paragraphs(rows: list[Row]) -> list[list[Row]]:
    """Rows of one column, parted where the distance or the size of the type changes."""
    feet = [_middle([w.bottom for w in row]) for row in rows]
    sizes = [_middle([w.bottom - w.top for w in row]) for row in rows]
    steps = [after - before for before, after in pairwise(feet) if after > before]
    usual = _middle(steps) if steps else 0.0
    parts: list[list[Row]] = []
    for index, row in enumerate(rows):
        if index:
            step = feet[index] - feet[index - 1]
            size = min(sizes[index], sizes[index - 1])
            near = step <= max(PARAGRAPH * min(usual, 2.6 * size), 1.3 * size) and step > -size
            if near and max(sizes[index], sizes[index - 1]) <= 1.5 * size:
                parts[-1].append(row)
                continue
        parts.append([row])
    return parts


def _middle(values: list[float]) -> float:
    """The median: that of `statistics`, which sees to numbers of other kinds, takes three times as long."""
    ordered, half = sorted(values), len(values) // 2
    return ordered[half] if len(values) % 2 else (ordered[half - 1] + ordered[half]) / 2
