"""Tables of figures, told by where words stand: rows of a label and figures, in columns below heads.

Lines drawn on the page are not looked at, so a scan and a text layer, a ruled sheet and an unruled one, are read alike. What
does not fit a column, or stands in one with something else, is left out: its row has no cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.patterns.layout.print_rows import Part, PrintRow, common, gap, has_figures, print_rows, tall, together
from pipeline.patterns.layout.table_heads import Edges, head_top, heads, titles
from pipeline.records.page import Page
from pipeline.records.table import Phrase, Table, TableRow

NEAR = 2.6  # heights of type between two rows of one table
SHORT = 9  # words in a line of a table that has no figures
MOSTLY = 0.6  # share of what stands behind the labels that is figures, days or signs for none
OVERLAP = 0.3  # share of the narrower of two parts that they have in common in one column
CONTINUED = 0.35  # heights of type between a label and its second line, where rows stand further apart
INDENT = 0.4  # heights of type
ALIGNED = 6.0  # points by which a column may be off on the next page
LISTED = 3  # rows of a list of figures that has no heads
HEADED = 2  # lines above the first row in which a column that one row alone fills has its head
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class _Grid:
    """Rows of one table before their cells are told: from `first` up to `end`, with the columns' edges."""

    first: int
    end: int
    columns: Edges


def tables_of(pages: tuple[Page, ...]) -> tuple[tuple[Table, ...], ...]:
    """The tables of each page of one document. One that opens a page without heads goes on under those of the page before."""
    found: list[tuple[Table, ...]] = []
    last: Table | None = None
    for page in pages:
        here = tuple(table for one in _on(page) if (table := _headed(one, last)))
        found.append(here)
        last = here[-1] if here else None
    return tuple(found)


def _headed(table: Table, before: Table | None) -> Table | None:
    again = before is not None and [head.text for head in before.heads] == [head.text for head in table.heads]
    if any(head.spans for head in table.heads):
        return replace(table, title=before.title) if before and again and not table.title else table
    if before is None or len(before.heads) != len(table.heads):
        return table if _is_list(table) else None
    if any(abs(ours[1] - theirs[1]) > ALIGNED for ours, theirs in zip(table.edges, before.edges, strict=True)):
        return table if _is_list(table) else None
    return replace(table, title=before.title, stub=before.stub, heads=before.heads)


def _is_list(table: Table) -> bool:
    """Whether it is a list of figures below a title, each behind what it counts ("Persons removed   2,406"): it needs no head."""
    return (
        len(table.heads) == 1 and bool(table.title) and len(table.rows) >= LISTED and all(row.label.spans for row in table.rows)
    )


def _on(page: Page) -> Iterator[Table]:
    rows = print_rows(page)
    above = 0
    for first, end in _blocks(rows):
        grid = _grid(rows, first, end)
        if grid is not None:
            yield _table(page.id, rows, grid, above)
            above = grid.end


def _blocks(rows: tuple[PrintRow, ...]) -> Iterator[tuple[int, int]]:
    """Runs of rows with figures, and short lines between them. A row of several words set apart is the head of another."""
    start = -1
    for at, row in enumerate(rows):
        near = start >= 0 and gap(rows[at - 1], row) <= NEAR * tall(row)
        if has_figures(row):
            if start >= 0 and not near:
                yield start, at
                start = -1
            start = at if start < 0 else start
        elif start >= 0 and not (near and (_is_short(row) or _in_words(rows, at))):
            yield start, at
            start = -1
    if start >= 0:
        yield start, len(rows)


def _is_short(row: PrintRow) -> bool:
    return len(row) == 1 and len(row[0].text.split()) <= SHORT


def _in_words(rows: tuple[PrintRow, ...], at: int) -> bool:
    """Whether a row among rows of figures has words in their place: "Lathrop   not active". Heads begin with capitals."""
    row, around = rows[at], [rows[other] for other in (at - 1, at + 1) if 0 <= other < len(rows)]
    if len(row) < 2 or len(around) < 2 or not all(has_figures(other) and other[0].x0 < row[1].x0 for other in around):
        return False
    level = all(abs(other[0].x0 - row[0].x0) < INDENT * tall(row) for other in around)
    return level and not any(part.text[:1].isupper() for part in row[1:])


def _grid(rows: tuple[PrintRow, ...], first: int, end: int) -> _Grid | None:
    """The block without what is a head at its top and what follows its last row; None where it has no columns."""
    while first < end and (not has_figures(rows[first]) or _is_head(rows[first])):
        first += 1
    while end > first and not has_figures(rows[end - 1]) and not (gap(rows[end - 2], rows[end - 1]) < 0):
        end -= 1
    filled = [row for row in rows[first:end] if has_figures(row)]
    columns = _filled(_columns(filled), filled, rows[max(0, first - HEADED) : first])
    entries = [part.entry for row in filled for part in row[1:]]
    enough = (len(filled) > 1 or len(columns) > 1) and sum(entries) >= MOSTLY * len(entries)
    return _Grid(first, end, columns) if columns and enough else None


def _is_head(row: PrintRow) -> bool:
    """ "Measure 2009 2010", or the lower line of heads such as "Level 1" and "No conviction"."""
    figures = [part for part in row if part.figure]
    years = all(_YEAR.fullmatch(part.text) for part in figures)
    lower = all(len(part.text) == 1 for part in figures) and not row[-1].entry
    return years or lower


def _columns(rows: list[PrintRow]) -> list[list[Part]]:
    """What stands in each column: parts behind the first of their row that stand above each other."""
    found: list[list[Part]] = []
    for part in sorted((part for row in rows for part in row[1:]), key=lambda one: (one.x0 + one.x1) / 2):
        if found and common(part, _edges(found[-1])) > OVERLAP:
            found[-1].append(part)
        else:
            found.append([part])
    return found


def _filled(found: list[list[Part]], rows: list[PrintRow], above: tuple[PrintRow, ...]) -> Edges:
    """The edges of the columns. One that a single row fills is one where that row, of a sum as a rule, fills all others too,
    and one of the lines above has a head for it alone."""
    several = [parts for parts in found if len(parts) > 1 or len(rows) == 1]
    whole = {id(part) for row in rows for part in row[1:] if several and all(_stands_in(row, parts) for parts in several)}
    lone = [parts for parts in found if len(parts) == 1 and parts[0].figure and id(parts[0]) in whole]
    others = [_edges(parts) for parts in several]
    headed = [parts for parts in lone if any(_over_alone(part, _edges(parts), others) for row in above for part in row)]
    return tuple(_edges(parts) for parts in found if parts in several or parts in headed)


def _over_alone(part: Part, edges: tuple[float, float], others: list[tuple[float, float]]) -> bool:
    return common(part, edges) > 0 and not any(common(part, one) > 0 for one in others)


def _stands_in(row: PrintRow, parts: list[Part]) -> bool:
    return any(one is part for one in row for part in parts)


def _edges(parts: list[Part]) -> tuple[float, float]:
    return min(part.x0 for part in parts), max(part.x1 for part in parts)


def _table(page_id: str, rows: tuple[PrintRow, ...], grid: _Grid, above: int) -> Table:
    first = grid.first
    while first > above and len(rows[first - 1]) == 1 and gap(rows[first - 1], rows[first]) < 0:
        first -= 1  # the upper line of the first row's label
    first -= _heads_rows(rows, first, above, grid.columns)
    top = head_top(rows, grid.columns, first, above)
    stub, over = heads(rows[top:first], grid.columns)
    return Table(
        page_id,
        tuple(_phrase(page_id, row) for row in titles(rows, top, above)),
        _phrase(page_id, stub),
        tuple(_phrase(page_id, head) for head in over),
        tuple(_rows(page_id, rows[first : grid.end], grid.columns)),
        grid.columns,
    )


def _heads_rows(rows: tuple[PrintRow, ...], first: int, above: int, columns: Edges) -> bool:
    """Whether the line above the first row stands over the rows, as "Removals" over "Level 1", and is no part of the heads."""
    if first - 2 < above or len(rows[first - 1]) > 1 or len(rows[first - 2]) < 2 or rows[first - 1][0].x1 > columns[0][0]:
        return False
    line, label = rows[first - 1][0], rows[first][0]
    apart = gap(rows[first - 2], rows[first - 1]) >= 0.9 * gap(rows[first - 1], rows[first])
    return apart or line.text.endswith(":") or label.x0 - line.x0 > INDENT * line.height


def _phrase(page_id: str, parts: tuple[Part, ...] | list[Part]) -> Phrase:
    joined = together(parts) if parts else None
    return Phrase(joined.text, page_id, joined.spans) if joined else Phrase("", page_id, ())


def _rows(page_id: str, rows: tuple[PrintRow, ...], columns: Edges) -> Iterator[TableRow]:
    """The rows with figures, each with the lines of its label and the line in the table under which it stands."""
    under: list[Part] = []
    for at, row in enumerate(rows):
        if not has_figures(row):
            if len(row) == 1 and _nearest(rows, at) < 0:
                under = list(row)
            continue
        own, cells = _cells(row, columns)
        upper = rows[at - 1] if at and _nearest(rows, at - 1) == at else ()
        lower = rows[at + 1] if at + 1 < len(rows) and _nearest(rows, at + 1) == at else ()
        yield TableRow(
            _phrase(page_id, [*upper, *own, *lower]), _phrase(page_id, under), tuple(_phrase(page_id, cell) for cell in cells)
        )


def _nearest(rows: tuple[PrintRow, ...], at: int) -> int:
    """The row of whose label this line is a part; -1 where it has figures of its own or heads what follows."""
    if has_figures(rows[at]) or len(rows[at]) != 1:
        return -1
    for other in (at + 1, at - 1):
        if 0 <= other < len(rows) and has_figures(rows[other]) and _level(rows[at], rows[other]):
            return other
    goes_on = rows[at][0].text[:1].islower() or rows[at][0].text[:1] in "(&"
    if at and has_figures(rows[at - 1]) and (goes_on or _tight(rows, at)):
        return at - 1
    return -1


def _level(line: PrintRow, row: PrintRow) -> bool:
    """Whether the two share a strip of the page: a label of two lines has its figures between them."""
    common = min(line[0].y1, row[0].y1) - max(line[0].y0, row[0].y0)
    return common > 0.15 * tall(line)


def _tight(rows: tuple[PrintRow, ...], at: int) -> bool:
    """Whether the line stands close below the row before it, and the next row further off."""
    after = gap(rows[at], rows[at + 1]) if at + 1 < len(rows) else float("inf")
    return gap(rows[at - 1], rows[at]) < CONTINUED * tall(rows[at]) < 0.6 * after


def _cells(row: PrintRow, columns: Edges) -> tuple[list[Part], list[list[Part]]]:
    """(the label's parts, each column's): no cells at all where a column would hold two figures or something stands in none."""
    cells: list[list[Part]] = [[] for _ in columns]
    label: list[Part] = []
    for order, part in enumerate(row):
        over = [at for at, edges in enumerate(columns) if common(part, edges) > OVERLAP]
        if order == 0 and (not over or not part.entry):
            label.append(part)
        elif len(over) != 1 or cells[over[0]]:
            return [*row], [[] for _ in columns]
        else:
            cells[over[0]].append(part)
    return label, cells
