"""Puts a table back into rows where OCR read it column by column. Pure geometry on the lines that OCR gives.

Tesseract parts a page into blocks and reads each to its end. Blocks beside each other are then columns of prose, which is how
they are to be read, or the columns of a table, whose rows belong together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from statistics import mean, median

from pipeline.engines.cells import HEADS, parted, table_in
from pipeline.records.page import Line

LEVEL = 0.5  # share of the lower line's height that two lines of one row have in common
PROSE_WORDS = 3.5  # words in a line of prose, on average, even in narrow columns
PROSE_FULL = 0.75  # share of the width of its column that the middle line of prose fills
PROSE_LINES = 3
ALIGNED = 0.6  # share of the lines of the shorter block that stand level with one of the longer
ROWS = 5  # level rows from which on blocks beside each other are a table, not two addresses or signatures
ROWS_OF_MANY = 3  # the same where a row has three cells or more
GAP = 1.5  # heights of type between the cells of a row
ITEM = re.compile(r"[(\[]?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)\]]{1,2}|[•▪◦●○■□‣·*-]")  # what stands before an item of a list
HANGING = 8.0  # heights of type between such a mark and its item
ITEMS = 2  # marks one below the other that make a list


@dataclass(frozen=True, slots=True)
class _Spot:
    """A word in heights of the page."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class _Piece:
    """A line as OCR gives it, with its place in their order, its box in heights of the page, and its number of cells."""

    at: int
    line: Line
    x0: float
    y0: float
    x1: float
    y1: float
    cells: int

    def level(self, other: _Piece) -> bool:
        common = min(self.y1, other.y1) - max(self.y0, other.y0)
        apart = self.x1 <= other.x0 or other.x1 <= self.x0
        return apart and common > LEVEL * min(self.y1 - self.y0, other.y1 - other.y0)


def by_rows(lines: tuple[Line, ...], aspect: float) -> tuple[Line, ...]:
    """The lines with those of a table's columns joined row by row; as they are where no blocks stand beside each other, and
    on a page that lies on its side: there, lines beside each other are lines below each other.

    `aspect` is width / height of the image.
    """
    if _run_down(lines, aspect):
        return lines
    lines = _with_items(lines, aspect)
    blocks: dict[int, list[_Piece]] = {}
    for at, line in enumerate(lines):
        blocks.setdefault(line.block, []).append(_piece(at, line, aspect))
    joined: dict[int, list[Line]] = {}
    gone: set[int] = set()
    for pieces in _beside(list(blocks.values())):
        rows = _rows(pieces)
        if _is_table(pieces, rows):
            gone.update(piece.at for piece in pieces)
            first = min(pieces, key=lambda piece: piece.at)
            joined[first.at] = [_one_line(row, first.line.block) for row in rows]
    done: list[Line] = []
    for at, line in enumerate(lines):
        done += joined.get(at, [] if at in gone else [line])
    return tuple(done)


def by_cells(lines: tuple[Line, ...], aspect: float) -> tuple[Line, ...]:
    """The lines with those that run across a table of prose parted into its cells, each read to its end."""
    blocks = {line.block for line in lines}
    placed = [[_Spot(word.text, word.x0 * aspect, word.x1 * aspect, word.y0, word.y1) for word in line.words] for line in lines]
    if not blocks or not all(placed) or (table := table_in(placed)) is None:
        return lines
    made = list(lines[: table.first])
    at = made[-1].block if made else 0
    for start, stop in pairwise((*table.starts, table.last)):
        sides = [parted(row, table.edge) for row in placed[start:stop]]
        if stop - start == 1 and all(len(side) <= HEADS for side in sides[0]):  # heads, or two cells of a few words
            at += 1
            made.append(Line(lines[start].words, at))
            continue
        for side in (0, 1):
            at += 1
            parts = (tuple(line.words[i] for i in places[side]) for line, places in zip(lines[start:stop], sides, strict=True))
            made += [Line(words, at) for words in parts if words]
    rest = by_cells(lines[table.last :], aspect)
    more = at + 1 - rest[0].block if rest else 0
    return (*made, *(Line(line.words, line.block + more) for line in rest))


def _with_items(lines: tuple[Line, ...], aspect: float) -> tuple[Line, ...]:
    """The lines with the marks of a list, read as a column of their own, each before the line of its item."""
    pieces = [_piece(at, line, aspect) for at, line in enumerate(lines)]
    blocks: dict[int, list[_Piece]] = {}
    for piece in pieces:
        blocks.setdefault(piece.line.block, []).append(piece)
    marks = [piece for block in blocks.values() if all(_is_item(piece.line) for piece in block) for piece in block]
    homes: dict[int, _Piece] = {}
    for mark in marks:
        tall = mark.y1 - mark.y0
        behind = [p for p in pieces if mark.level(p) and 0 <= p.x0 - mark.x1 <= HANGING * tall and p not in marks]
        if behind:
            homes[min(behind, key=lambda p: p.x0).at] = mark
    if len(homes) < ITEMS:
        return lines
    gone = {mark.at for mark in homes.values()}
    with_marks = (
        Line((*homes[at].line.words, *line.words), line.block) if at in homes else line for at, line in enumerate(lines)
    )
    return tuple(line for at, line in enumerate(with_marks) if at not in gone)


def _is_item(line: Line) -> bool:
    return len(line.words) == 1 and ITEM.fullmatch(line.words[0].text) is not None


def _run_down(lines: tuple[Line, ...], aspect: float) -> bool:
    """Whether most lines of several words run up or down the page."""
    many = [line.words for line in lines if len(line.words) > 1]
    down = sum(abs(w[-1].y0 - w[0].y0) > abs(w[-1].x0 - w[0].x0) * aspect for w in many)
    return down > len(many) / 2


def _piece(at: int, line: Line, aspect: float) -> _Piece:
    words = line.words
    tall = median(word.y1 - word.y0 for word in words)
    cells = 1 + sum((after.x0 - before.x1) * aspect > GAP * tall for before, after in pairwise(words))
    left, right = min(w.x0 for w in words) * aspect, max(w.x1 for w in words) * aspect
    return _Piece(at, line, left, min(w.y0 for w in words), right, max(w.y1 for w in words), cells)


def _beside(blocks: list[list[_Piece]]) -> list[list[_Piece]]:
    """The lines of blocks that stand beside each other: most lines of the shorter are level with one of the longer."""
    home = list(range(len(blocks)))
    for one, left in enumerate(blocks):
        for other, right in enumerate(blocks[:one]):
            short, long = sorted((left, right), key=len)
            level = sum(any(a.level(b) for b in long) for a in short)
            if level and level >= ALIGNED * len(short):
                home = [home[one] if root == home[other] else root for root in home]
    sets: dict[int, list[list[_Piece]]] = {}
    for root, block in zip(home, blocks, strict=True):
        sets.setdefault(root, []).append(block)
    return [[piece for block in found for piece in block] for found in sets.values() if len(found) > 1]


def _is_table(pieces: list[_Piece], rows: list[list[_Piece]]) -> bool:
    if any(_is_prose(column) for column in _columns(pieces)):
        return False
    shared = sum(len(row) > 1 for row in rows)
    many = sum(sum(piece.cells for piece in row) >= 3 for row in rows if len(row) > 1)
    return shared >= ROWS or many >= ROWS_OF_MANY


def _columns(pieces: list[_Piece]) -> list[list[_Piece]]:
    """The lines by what stands above each other."""
    columns: list[list[_Piece]] = []
    right = 0.0
    for piece in sorted(pieces, key=lambda piece: piece.x0):
        if columns and piece.x0 < right:
            columns[-1].append(piece)
        else:
            columns.append([piece])
        right = max(right, piece.x1)
    return columns


def _is_prose(column: list[_Piece]) -> bool:
    """Whether these lines run on: several words each, to the end of the column, without gaps within."""
    if len(column) < PROSE_LINES:
        return False
    wide = max(piece.x1 for piece in column) - min(piece.x0 for piece in column)
    full = median(piece.x1 - piece.x0 for piece in column) >= PROSE_FULL * wide
    whole = sum(piece.cells == 1 for piece in column) > len(column) / 2
    return full and whole and mean(len(piece.line.words) for piece in column) >= PROSE_WORDS


def _rows(pieces: list[_Piece]) -> list[list[_Piece]]:
    """The lines that are level with each other, rows from top to bottom, each from left to right."""
    rows: list[list[_Piece]] = []
    for piece in sorted(pieces, key=lambda piece: (piece.y0 + piece.y1, piece.x0)):
        row = next((row for row in reversed(rows[-3:]) if all(piece.level(other) for other in row)), None)
        if row is None:
            rows.append([piece])
        else:
            row.append(piece)
    return [sorted(row, key=lambda piece: piece.x0) for row in rows]


def _one_line(row: list[_Piece], block: int) -> Line:
    return Line(tuple(word for piece in row for word in piece.line.words), block)
