"""A table as it stands on a page: heads, labels and cells, each with the words that say it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand together in a table, on however many lines; without spans there are none.

    `text` has them with single spaces, `spans` are the places [start, end) of the words in the text of page `page_id`.
    """

    text: str
    page_id: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row: what it is called, the line in the table under which it stands, and a cell for each of the table's heads."""

    label: Phrase
    under: Phrase
    cells: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Figures in columns below heads. `stub` heads the labels, `heads` the other columns from the left; a line over several
    columns is part of the head of each. `title` are the lines above, nearest first.

    `edges` are left and right of each column, in points. A table that goes on from the page before has that page's heads.
    """

    page_id: str
    title: tuple[Phrase, ...]
    stub: Phrase
    heads: tuple[Phrase, ...]
    rows: tuple[TableRow, ...]
    edges: tuple[tuple[float, float], ...]
