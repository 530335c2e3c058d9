"""Puts words that stand on a page into lines and paragraphs, column by column. Pure geometry, in points, y down."""

from __future__ import annotations

import unicodedata
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise, repeat
from math import inf
from statistics import median
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from pipeline.engines.cells import HEADS, heads_table, parted, table_in
from pipeline.ports import Layer, LayerWord
from pipeline.records.page import Line, Word

SAME_LINE = 0.5  # share of the lower word's height that two words of one line have in common
PARAGRAPH = 1.45  # times the usual distance between lines begins a new paragraph
COLUMN_ROWS = 7  # rows that must leave the same gutter free before a page counts as having columns
COLUMN_PITCH = 1.55  # distance between the rows of prose, in heights of type; tables stand wider
COLUMN_WORDS = 3.0  # words a row must have on each side of it on average: tables have fewer
COLUMN_FULL = 0.75  # share of the column's width that its middle row must fill
COLUMN_GAP = 0.75  # share of a column's rows with a gap at one place, from which on it is two columns of a table

Corners = tuple[float, float, float, float]  # x0, top, x1, bottom
Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class Placed:
    """A word with its box in points of the page as shown, and its `turn`: 0, 90, 180 or 270 degrees counter-clockwise.

    The box is that of the type, as high for "on" as for "by", and puts words into lines; `tight` is that of the ink, where
    it is known.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    ink: float = 0.0
    turn: int = 0
    tight: Corners | None = None

    @property
    def height(self) -> float:
        """Height of the box in points."""
        return self.bottom - self.top

    @property
    def corners(self) -> Corners:
        """The box."""
        return self.x0, self.top, self.x1, self.bottom

    def moved(self, corners: Corners, tight: Corners | None) -> Placed:
        """The same word elsewhere."""
        return Placed(self.text, *corners, self.ink, self.turn, tight)

    def with_more(self, more: Placed) -> Placed:
        """The word with the rest of it, drawn apart."""
        tight = _both(self.tight, more.tight) if self.tight and more.tight else None
        return Placed(self.text + more.text, *_both(self.corners, more.corners), self.ink, self.turn, tight)


def _both(one: Corners, other: Corners) -> Corners:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def many(kind: type[Record], first: Sequence[object], *rest: Iterable[object]) -> list[Record]:
    """Records of the kind, one for each row of these columns, in the order of its fields: `list(map(kind, first, *rest))`.

    A frozen record checks each field as it is set, which costs more than all else there is to do with a word: filled slot by
    slot, before anybody holds them, they cost a sixth.
    """
    made = [object.__new__(kind) for _ in first]
    for field, column in zip(vars(kind)["__slots__"], (first, *rest), strict=True):
        deque(map(getattr(kind, field).__set__, made, column), maxlen=0)
    return made


def clean(text: str) -> str:
    """The text without control characters, white space and what cannot be written as UTF-8."""
    if text.isascii() and text.isprintable() and " " not in text:
        return text
    return "".join(c for c in text if unicodedata.category(c) not in ("Cc", "Cs", "Cf", "Zs", "Zl", "Zp"))


def _cleaned(words: Sequence[Placed]) -> list[Placed]:
    """The words with their texts made `clean`, without those that nothing is left of."""
    if (whole := "".join([word.text for word in words])) == clean(whole) and all(word.text for word in words):
        return list(words)
    return [word if word.text == text else replace(word, text=text) for word in words if (text := clean(word.text))]


def layer_of(words: Sequence[Placed], width: float, height: float, bare: bool = False, note: str = "") -> Layer | None:
    """The words as a layer: upright ones first, then those that run up, upside down and down the page."""
    cleaned = _cleaned(words)
    rows: list[tuple[int, list[Placed]]] = []
    for turn in sorted({word.turn for word in cleaned}):
        upright = [_turned(word, turn, width, height) for word in cleaned if word.turn == turn]
        first = rows[-1][0] + 1 if rows else 0
        for block, row in _rows_in_order(upright):
            rows.append((first + block, [_turned_back(w, turn, width, height) for w in row] if turn else row))
    if not rows:
        return None
    flat = [word for _, row in rows for word in row]
    size = np.array((width, height, width, height))
    types = np.array([word.corners for word in flat]) / size
    inked = iter(_words(flat, size))
    lines = tuple(Line(tuple(islice(inked, len(row))), block) for block, row in rows)
    drawn = many(LayerWord, [w.text for w in flat], *types.T.tolist(), [w.ink for w in flat])
    return Layer(tuple(drawn), lines, width, height, bare, note)


def _words(placed: list[Placed], size: NDArray[np.float64]) -> list[Word]:
    """The words with the boxes of their ink, clipped, ordered and rounded as `spans.box` does it one by one."""
    inks = np.clip(np.array([word.tight or word.corners for word in placed]) / size, 0.0, 1.0)
    low, high = np.minimum(inks[:, :2], inks[:, 2:]), np.maximum(inks[:, :2], inks[:, 2:])
    sure = repeat(1.0)
    return many(Word, [word.text for word in placed], *np.round(np.hstack((low, high)), 5).T.tolist(), sure)


def _turned(word: Placed, turn: int, width: float, height: float) -> Placed:
    """The word as it stands when the page is turned clockwise by `turn`, so that it reads from left to right."""
    if not turn:
        return word
    tight = word.tight and _turned_box(word.tight, turn, width, height)
    return word.moved(_turned_box(word.corners, turn, width, height), tight)


def _turned_box(corners: Corners, turn: int, width: float, height: float) -> Corners:
    x0, top, x1, bottom = corners
    if turn == 90:
        return height - bottom, x0, height - top, x1
    if turn == 180:
        return width - x1, height - bottom, width - x0, height - top
    return top, width - x1, bottom, width - x0


def _turned_back(word: Placed, turn: int, width: float, height: float) -> Placed:
    """Undoes `_turned`: turning on by the rest of the full circle, seen from the turned page."""
    if turn in (90, 270):
        width, height = height, width
    return _turned(word, (360 - turn) % 360, width, height)


def _rows_in_order(words: list[Placed]) -> list[tuple[int, list[Placed]]]:
    """(block, words from left to right) in reading order."""
    done: list[tuple[int, list[Placed]]] = []
    block = 0
    for column in _columns(_rows(words)):
        for part in _paragraphs(column):
            done += [(block, row) for row in part]
            block += 1
    return done


def _rows(words: list[Placed]) -> list[list[Placed]]:
    """Words that stand beside each other, rows from top to bottom."""
    rows: list[list[Placed]] = []
    extents: list[tuple[float, float]] = []
    for word in sorted(words, key=lambda w: (w.top + w.bottom, w.x0, w.text)):
        place = _row_for(word, extents)
        if place is None:
            rows.append([word])
            extents.append((word.top, word.bottom))
        else:
            rows[place].append(word)
    order = sorted(range(len(rows)), key=lambda i: (extents[i], i))
    return [sorted(rows[i], key=lambda w: (w.x0, w.x1, w.text)) for i in order]


def _row_for(word: Placed, extents: list[tuple[float, float]]) -> int | None:
    """The row this word belongs to; only the last few can be meant, since words come from top to bottom."""
    tall = word.bottom - word.top
    for index in range(len(extents) - 1, max(len(extents) - 8, -1), -1):
        top, bottom = extents[index]
        common = min(bottom, word.bottom) - max(top, word.top)
        if common > SAME_LINE * max(min(tall, bottom - top), 0.1):
            return index
    return None


def _columns(rows: list[list[Placed]]) -> list[list[list[Placed]]]:
    """The rows as they are, or split where a run of them leaves a gutter free: before, left, right, after; a table of prose is
    read cell by cell."""
    gutter = _gutter(rows)
    if gutter is None:
        return _cells(rows)
    first, last, at = gutter
    last -= last < len(rows) and heads_table(rows[last - 1], rows[last:])
    sides = [part for side in _parted(rows[first:last], at) for part in _columns([row for row in side if row])]
    return [*_columns(rows[:first]), *sides, *_columns(rows[last:])]


def _cells(rows: list[list[Placed]]) -> list[list[list[Placed]]]:
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


def _gutter(rows: list[list[Placed]]) -> tuple[int, int, float] | None:
    """(first row, row after the last, x) of the longest run of rows that no word crosses at x, prose on both sides."""
    if len(rows) < COLUMN_ROWS:
        return None
    low, high = min(row[0].x0 for row in rows), max(w.x1 for row in rows for w in row)
    places = low + (high - low) * np.arange(30, 71) / 100
    open_at = _open(rows, places)
    best: tuple[int, int, float] | None = None
    refused: set[tuple[int, int]] = set()  # a run that is no prose is none anywhere in one gutter, which is several places wide
    before = -1
    for column in np.flatnonzero(open_at.sum(axis=0) >= COLUMN_ROWS).tolist():
        at = float(places[column])
        refused = refused if column == before + 1 else set()
        before = column
        edges = np.flatnonzero(np.diff(np.concatenate(([0], open_at[:, column].astype(np.int8), [0]))))
        for start, end in edges.reshape(-1, 2).tolist():
            longer = end - start >= COLUMN_ROWS and (best is None or end - start > best[1] - best[0])
            if not longer or (start, end) in refused:
                continue
            if _is_prose(rows[start:end], at):
                best = (start, end, at)
            else:
                refused.add((start, end))
    return best


def _open(rows: list[list[Placed]], places: NDArray[np.float64]) -> NDArray[np.bool_]:
    """For each row, whether it leaves each place free."""
    free = [_free(row) for row in rows]
    starts = np.cumsum([0, *(len(stretches) for stretches in free)])[:-1]
    lefts, rights = np.array([stretch for stretches in free for stretch in stretches]).T
    within = (lefts[:, None] <= places) & (places <= rights[:, None])
    return np.asarray(np.logical_or.reduceat(within, starts, axis=0))


def _free(row: list[Placed]) -> list[tuple[float, float]]:
    """The stretches of the row without a word, those no wider than a gap between words left out."""
    least = 0.9 * max([word.bottom - word.top for word in row])
    free = [(-inf, row[0].x0)]
    end = row[0].x1
    for word in row[1:]:
        if word.x0 - end >= least:
            free.append((end, word.x0))
        end = max(end, word.x1)
    return [*free, (end, inf)]


def _is_prose(rows: list[list[Placed]], at: float) -> bool:
    left = [sum(w.x1 <= at for w in row) for row in rows]
    right = [sum(w.x1 > at for w in row) for row in rows]
    sides = [[n for n in side if n] for side in (left, right)]
    feet = [median(w.bottom for w in row) for row in rows]
    steps = [after - before for before, after in pairwise(feet) if after > before + 0.3 * rows[0][0].height]
    if not steps or median(steps) > COLUMN_PITCH * median(w.height for row in rows for w in row):
        return False
    if not all(len(side) >= COLUMN_ROWS // 2 + 1 and sum(side) / len(side) >= COLUMN_WORDS for side in sides):
        return False
    return all(_runs_on([row for row in part if row]) for part in _parted(rows, at))


def _parted(rows: list[list[Placed]], at: float) -> tuple[list[list[Placed]], list[list[Placed]]]:
    return [[w for w in row if w.x1 <= at] for row in rows], [[w for w in row if w.x1 > at] for row in rows]


def _runs_on(rows: list[list[Placed]]) -> bool:
    """Whether the rows of a column run to its end without a gap at one place, as those of prose do and a table's do not."""
    low, high = min(row[0].x0 for row in rows), max(row[-1].x1 for row in rows)
    if median(row[-1].x1 - row[0].x0 for row in rows) < COLUMN_FULL * (high - low):
        return False
    free = [_free(row)[1:-1] for row in rows]
    places = [low + (high - low) * step / 100 for step in range(5, 96)]
    open_at = [sum(any(left <= x <= right for left, right in gaps) for gaps in free) for x in places]
    gap = max(open_at) > COLUMN_GAP * len(rows)
    return not gap or _gutter(rows) is not None


def _paragraphs(rows: list[list[Placed]]) -> list[list[list[Placed]]]:
    """Rows of one column, parted where the distance or the size of the type changes."""
    feet = [median(w.bottom for w in row) for row in rows]
    sizes = [median(w.height for w in row) for row in rows]
    steps = [after - before for before, after in pairwise(feet) if after > before]
    usual = median(steps) if steps else 0.0
    parts: list[list[list[Placed]]] = []
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
