"""The heads of a table and the lines above them, told by what they stand over."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.patterns.layout.print_rows import Part, PrintRow, common, gap, has_figures, tall

Edges = tuple[tuple[float, float], ...]  # left and right of each column, in points
HEAD_NEAR = 2.2  # the same between a head and what is below it
HEAD_ROWS = 6
TITLE_ROWS = 5
TITLE_NEAR = 4.0  # heights of type between a table and its title
PROSE = 14  # words in a line that stands in one piece, from which on it is no title
CENTRED = 0.2  # share of the width of a group of columns by which a head over it may be off its middle
BEYOND = 2.0  # heights of type by which a head may reach beyond the room of its column
WORDS = 4  # words in a line that begins left of the columns from which on it is a title


def head_top(rows: tuple[PrintRow, ...], columns: Edges, first: int, above: int) -> int:
    """The first of the rows that are heads, `first` where there is none."""
    top = first
    while top > max(above, first - HEAD_ROWS) and gap(rows[top - 1], rows[top]) <= HEAD_NEAR * tall(rows[top]):
        row = rows[top - 1]
        if len(row) == 1 and (not _stands_over_one(row[0], columns) or _titles_stub(rows, top, columns)):
            break
        top -= 1
    return top


def _titles_stub(rows: tuple[PrintRow, ...], top: int, columns: Edges) -> bool:
    """Whether a line over the labels alone is a title: what is below it has a head for the labels already."""
    return rows[top - 1][0].x1 < columns[0][0] and rows[top][0].x1 < columns[0][0] and not rows[top][0].figure


def _stands_over_one(part: Part, columns: Edges) -> bool:
    """Whether a line of one piece is a piece of one head and no title: it reaches over no more than one column's room."""
    over = [at for at, edges in enumerate(columns) if common(part, edges) > 0]
    if part.x0 < columns[0][0] and (over or len(part.text.split()) > WORDS):
        return False
    if len(over) != 1:
        return not over
    at = over[0]
    left = (columns[at - 1][1] + columns[at][0]) / 2 if at else columns[0][0]
    right = (columns[at][1] + columns[at + 1][0]) / 2 if at + 1 < len(columns) else columns[at][1]
    return max(left - part.x0, part.x1 - right) < BEYOND * part.height


def heads(rows: tuple[PrintRow, ...], columns: Edges) -> tuple[list[Part], list[list[Part]]]:
    """(the words over the labels, those over each column), from the top."""
    stub: list[Part] = []
    heads: list[list[Part]] = [[] for _ in columns]
    for row in rows:
        labels = [part for part in row[:1] if part.x1 < columns[0][0] - part.height / 2]
        over = row[len(labels) :]
        stub += labels
        groups = _groups(over, columns) if not any(heads) and _each_below(rows, row, columns) else []
        for order, part in enumerate(over):
            for at in groups[order] if groups else _under(part, columns):
                heads[at].append(part)
    return stub, heads


def _under(part: Part, columns: Edges) -> list[int]:
    """The columns that stand under a part of a head; the nearest where none does."""
    over = [at for at, edges in enumerate(columns) if common(part, edges) > 0]
    return over or [min(range(len(columns)), key=lambda at: _apart(part, columns[at]))]


def _each_below(rows: tuple[PrintRow, ...], row: PrintRow, columns: Edges) -> bool:
    """Whether the rows of the head below this one name every column."""
    below = rows[rows.index(row) + 1 :]
    return {at for one in below for part in one for at in _under(part, columns)} == set(range(len(columns)))


def _groups(over: PrintRow, columns: Edges) -> list[range]:
    """The equal groups of columns that these heads stand over: "FY 2009" and "FY 2010" over two columns each; else []."""
    size, odd = divmod(len(columns), len(over)) if len(over) > 1 else (1, 0)
    if size < 2 or odd:
        return []
    groups = [range(at * size, (at + 1) * size) for at in range(len(over))]
    for part, group in zip(over, groups, strict=True):
        left, right = columns[group[0]][0], columns[group[-1]][1]
        if abs((part.x0 + part.x1) - (left + right)) / 2 > CENTRED * (right - left):
            return []
    return groups


def _apart(part: Part, edges: tuple[float, float]) -> float:
    return max(edges[0] - part.x1, part.x0 - edges[1])


def titles(rows: tuple[PrintRow, ...], top: int, above: int) -> Iterator[PrintRow]:
    """The lines above the heads, nearest first, up to a gap, a sentence of running text or another table."""
    for at in range(top - 1, max(above, top - TITLE_ROWS) - 1, -1):
        words = sum(len(part.text.split()) for part in rows[at])
        if gap(rows[at], rows[at + 1]) > TITLE_NEAR * tall(rows[at]) or words > PROSE + 4 or has_figures(rows[at]):
            return
        if words > PROSE and rows[at][-1].text.rstrip().endswith((".", ",", ";")):
            return
        yield rows[at]
