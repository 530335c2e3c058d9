"""What the figure of a cell is a part of: the cell itself says it, the parts add up to it, or it is named and never smaller."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.extractors.tables import sheet_values
from pipeline.extractors.tables.sheet_titles import Titles
from pipeline.extractors.tables.sheet_words import Wording
from pipeline.records.table import Phrase, Table
from pipeline.records.topic import Metric

NOTHING = Phrase("", "", ())


@dataclass(frozen=True, slots=True)
class Whole:
    """The sum, row or column, that a figure is a part of, and how that is known; `part` is what a percentage is a share of.

    `cell` is where the sum stands. `in_cell`: the cell itself gives both, "742 of 1,840", and the words are those of the title.
    """

    words: Wording
    how: str
    value: float | None
    part: Phrase
    in_cell: bool = False
    cell: Phrase = NOTHING


class Wholes:
    """The wholes of one table's cells. `labels` are the words of its rows' labels."""

    def __init__(self, table: Table, grid: sheet_values.Grid, titles: Titles, labels: tuple[Wording, ...]) -> None:
        self._table, self._grid, self._titles, self._labels = table, grid, titles, labels
        self._turned = sheet_values.turned(grid)

    def of(self, metric: Metric, at: int, column: int, share: bool) -> Whole | None:
        """What the cell's figure is a part of, along the heads or labels that name the part; None where nothing tells."""
        row = self._table.rows[at]
        beside = sheet_values.whole_in(row.cells[column].text)
        if beside is not None:
            said = self._titles.whole_of(metric)
            return Whole(said, "the cell gives both", beside, NOTHING, True) if said else None
        in_head = bool(self._titles.heads[column].holds(metric.cues))
        below = tuple(one.cells[column] for one in self._table.rows)
        labels, heads = tuple(one.label for one in self._table.rows), self._table.heads
        ways = (
            (not in_head, self._turned, at, self._labels, labels, self._grid[column], below),
            (in_head, self._grid, column, self._titles.heads, heads, self._turned[at], row.cells),
        )
        for told, grid, place, words, phrases, values, cells in ways:
            if share:
                part, whole = sheet_values.quotient(grid, place)
                if whole >= 0:
                    return Whole(words[whole], "the percentage is their quotient", None, phrases[part])
            elif told and (whole := sheet_values.sums_to(grid, place)) >= 0:
                return Whole(words[whole], "the parts add up to it", values[whole], NOTHING, cell=cells[whole])
            elif told and (whole := _named(metric, grid, place, words)) >= 0:
                how = "it is named as all of them and never smaller"
                return Whole(words[whole], how, values[whole], NOTHING, cell=cells[whole])
            elif told and place and sheet_values.within(grid, place, place - 1):
                return Whole(words[place - 1], "it stands beside it and is never larger", None, NOTHING)
        return None


def _named(metric: Metric, grid: sheet_values.Grid, place: int, words: tuple[Wording, ...]) -> int:
    """The nearest column (or row) that is headed with all of whom the metric asks about and nothing else; -1 where none is."""
    if not metric.share and metric.unit != "share":
        return -1
    for at in sorted(range(len(words)), key=lambda one: abs(one - place)):
        told = words[at].holds(metric.of)
        whole = at != place and told and words[at].of_all and not words[at].holds((*metric.cues, *metric.not_of))
        if whole and not words[at].unexplained(told | words[at].holds(metric.counts)) and sheet_values.within(grid, place, at):
            return at
    return -1
