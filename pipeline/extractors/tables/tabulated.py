"""Claims of tables: a cell is a metric's number where the words of its row and its head say so, all of them.

The words of label and head must be explained: by the metric's own patterns, by a time, by a place. What is counted of whom may
also be said in the title, or by a column that the parts add up to. A word that nothing explains ("Removed by air") makes the
cell no claim, and so does a title that narrows, a plan, another program, or a sum of money.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property

from pipeline.extractors import wording
from pipeline.extractors.counts.metrics import Figure
from pipeline.extractors.counts.numbers import Number
from pipeline.extractors.sides.standing import Standing
from pipeline.extractors.subjects import ties, told_of_place
from pipeline.extractors.subjects.evidence import names_in_text
from pipeline.extractors.tables import sheet_values
from pipeline.extractors.tables.sheet_places import PLACE, REST, WHOLE, place_of, plain_label
from pipeline.extractors.tables.sheet_setting import SheetSetting
from pipeline.extractors.tables.sheet_titles import Titles
from pipeline.extractors.tables.sheet_wholes import NOTHING, Whole, Wholes
from pipeline.extractors.tables.sheet_words import SheetWords, Wording
from pipeline.extractors.wording import Setting
from pipeline.records.finding import Claim, Reason
from pipeline.records.table import Phrase, Table, TableRow
from pipeline.records.topic import Metric, Topic

GIVEN = Standing("asserted", "", "")
CROWD = 20  # of fewer a part is no share of all
RECKONED = "reckoned from two figures; the share itself is not printed"
_NOT_YET = re.compile(
    r"(?i)\b(?:plan(?:ned|s)?|project(?:ed|ions?)|targets?|goals?|forecasts?|estimate[sd]?|proposed|anticipated|expected"
    r"|scheduled|hypothetical|illustrative|example|mock|template)\b"
)
_NARROWED = re.compile(
    r"(?i)\b(?:sample of|selected|excluding|except|excludes|audit|survey(?:ed)?"
    r"|interview(?:ed|s)?|case files?|wom[ea]n|males?|females?|juveniles?|minors)\b"
)


@dataclass(frozen=True, slots=True)
class _Fit:
    """A metric that a cell gives a number for, with the words that say so, and how well it fits.

    `derived`: reckoned from two, of which `beside` is the cell of the whole, in its row or another.
    """

    metric: Metric
    value: float
    own: Wording
    tokens: tuple[int, ...]
    reasons: tuple[Reason, ...]
    rank: tuple[bool, int]
    derived: bool = False
    beside: Phrase = NOTHING


class Sheet:
    """One table that is being read for one topic."""

    def __init__(self, table: Table, words: SheetWords, topic: Topic, page_head: tuple[str, ...]) -> None:
        """`page_head`: the first lines of the page, which may name a time or place that the table's own title does not."""
        self.table, self._words, self._topic = table, words, topic
        self._titles = Titles(table, words)
        self._setting = SheetSetting(table, page_head, topic, words.names)
        self.title = self._setting.title
        self._page_head = page_head

    @cached_property
    def named(self) -> bool:
        """Whether the title, or the top of the page, names the program."""
        return any(one.sight.named for one in self._titles.lines) or names_in_text("\n".join(self._page_head), self._topic.terms)

    @cached_property
    def places(self) -> tuple[str, ...]:
        """The labels of the rows that are places."""
        return tuple(plain_label(row.label.text) for row in self.table.rows if self._setting.sort_of(row) == PLACE)

    @cached_property
    def counties(self) -> tuple[str, ...]:
        """Those of them that stand below "County"."""
        stub = self.table.stub.text
        return tuple(one for one in self.places if place_of(one, stub) == f"{one} County")

    @cached_property
    def silent(self) -> bool:
        """Whether nothing of the whole table can be taken."""
        unlike = _NARROWED.search(self.title) or _NOT_YET.search(self.title)
        return unlike is not None or sheet_values.is_money(self.title) or any(map(self._others, self._by_program))

    @cached_property
    def _by_program(self) -> tuple[str, ...]:
        """The nearest line of the title that names this program or another."""
        programs = (*self._topic.terms, *self._topic.other_programs)
        return next(((one.text,) for one in self.table.title if names_in_text(one.text, programs)), ())

    def _others(self, text: str) -> bool:
        """Whether another program is named there, and this one is not."""
        return names_in_text(text, self._topic.other_programs) and not names_in_text(text, self._topic.terms)

    @cached_property
    def _grid(self) -> sheet_values.Grid:
        return sheet_values.by_column(self.table)

    @cached_property
    def _wholes(self) -> Wholes:
        return Wholes(self.table, self._grid, self._titles, tuple(self._words.read(row.label) for row in self.table.rows))

    def claims(self, setting: Setting) -> list[Claim]:
        """One claim for each cell that is a metric's number, in text order."""
        if self.silent:
            return []
        found: list[tuple[_Fit, Claim]] = []
        for at, row in enumerate(self.table.rows):
            for column in range(len(row.cells)):
                found += [(fit, claim) for fit in self._fits(at, column) if (claim := self._claim(setting, at, column, fit))]
        printed = {claim.metric for fit, claim in found if not fit.derived}
        return [claim for fit, claim in found if not (fit.derived and claim.metric in printed)]

    def _fits(self, at: int, column: int) -> list[_Fit]:
        """The best metric for the cell as it is printed, and a share reckoned from it and its whole."""
        row, cell = self.table.rows[at], self.table.rows[at].cells[column]
        read = sheet_values.number(cell.text)
        said = f"{row.label.text} / {row.under.text} / {self.table.heads[column].text}"
        if read is None or sheet_values.is_money(f"{said} {cell.text}") or self._others(said):
            return []
        if _NOT_YET.search(said) or _NARROWED.search(said):
            return []
        sort = self._setting.sort_of(row)
        if sort == REST:
            return []
        share = read[1] or sheet_values.is_share(said)
        fits = [fit for metric in self._topic.metrics if (fit := self._fit(metric, at, column, sort, read[0], share))]
        as_printed = [fit for fit in fits if not fit.derived]
        best = max(as_printed, key=lambda one: one.rank, default=None)
        return [*([best] if best else []), *(fit for fit in fits if fit.derived)]

    def _fit(self, metric: Metric, at: int, column: int, sort: str, value: float, share: bool) -> _Fit | None:
        """How the cell, a share or a count, fits the metric; None where it does not."""
        if share and metric.unit != "share":
            return None
        whole = self._wholes.of(metric, at, column, share)
        own = self._own(at, column, sort, whole if share else None)
        nameless = not own.sight.view.tokens  # beside columns that are named it is any other thing
        if (
            nameless
            or own.holds(metric.not_about)
            or own.holds(metric.not_of)
            or any(one.holds(metric.not_about) for one in self._titles.lines)
        ):
            return None
        cue, of = own.holds(metric.cues), own.holds(metric.of)
        above = None if cue or share else self._titles.above(own, metric)
        known = cue | of | own.holds(metric.counts) | (self._titles.taken_up(own, above, metric) if above else frozenset())
        if own.unexplained(known | own.beside("only", cue)):
            return None
        reasons: list[Reason] = []
        if not cue:
            counted = above or (self._counted_beside(metric, column) if of and not share else None)
            if counted is None or self._titles.one_of_two(own):
                return None
            where = "title" if counted is above else "column"
            reasons.append(Reason(where, counted.text, metric.statement, 0.0, f"what is counted stands in the {where}"))
        if metric.of and not of and not self._titles.lends(metric):
            if whole is None or not whole.words.holds(metric.of) or whole.words.holds(metric.not_of):
                return None
            reasons.append(
                Reason("whole", whole.words.text, metric.population, 0.0, f"what the figure is a part of: {whole.how}")
            )
        fits = (bool(metric.of), len(cue))
        if metric.unit == "share" and not share:
            return self._reckoned(metric, value, whole, tuple(reasons), fits) if cue else None
        if whole is not None and whole.value is not None and not share:
            reasons.append(Reason(wording.PART, whole.words.text, f"{whole.value:,.0f}", 0.0, "the number that it is a part of"))
        value = value / 100 if share else value * sheet_values.scale_of(f"{own.text} {self.title}")
        if (share and value > 1) or (not share and value != int(value)):
            return None
        return _Fit(metric, round(value, 6), own, tuple(sorted(known)) or own.first, tuple(reasons), fits)

    def _own(self, at: int, column: int, sort: str, whole: Whole | None) -> Wording:
        """The words of the cell: its head's and, where the row is no place and no sum, the row's; of a share also its part's."""
        row = self.table.rows[at]
        label = () if sort == PLACE or (sort == WHOLE and self.table.heads[column].spans) else (row.under, row.label)
        return self._words.read(self.table.heads[column], *label, *((whole.part,) if whole else ()))

    def _counted_beside(self, metric: Metric, column: int) -> Wording | None:
        """The head of a column of all that is counted, beside "Active": "Counties in State", never smaller in any row."""
        for other, head in enumerate(self._titles.heads):
            cue = head.holds(metric.cues)
            noun = bool(cue) and cue <= head.holds(metric.counts) and not head.unexplained(cue) and not head.holds(metric.of)
            if (
                noun
                and other != column
                and head.of_all
                and not head.holds(metric.not_about)
                and sheet_values.within(self._grid, column, other)
            ):
                return head
        return None

    def _reckoned(
        self, metric: Metric, value: float, whole: Whole | None, reasons: tuple[Reason, ...], fits: tuple[bool, int]
    ) -> _Fit | None:
        """The share that a count is of the sum it is a part of, where that is all whom the metric asks about, and a crowd."""
        if whole is None or not whole.value or not any(map(str.isalpha, whole.words.text)):
            return None  # a sum that nothing names is a whole of nobody knows what
        if not whole.in_cell and (whole.value < CROWD or whole.words.unexplained(whole.words.holds(metric.of))):
            return None
        told = Reason("derived", f"{value:,.0f} of {whole.value:,.0f}", f"{value / whole.value:.1%}", 0.0, RECKONED)
        own = whole.words
        return _Fit(metric, round(value / whole.value, 3), own, own.first, (*reasons, told), fits, True, whole.cell)

    def _claim(self, setting: Setting, at: int, column: int, fit: _Fit) -> Claim | None:
        """The claim of a cell; None where the words from label to figure do not stand together, or its time is unclear."""
        row, head = self.table.rows[at], self.table.heads[column]
        quoted = (*row.label.spans, *row.cells[column].spans, *(fit.beside.spans if fit.beside in row.cells else ()))
        start, end = min(one[0] for one in quoted), max(one[1] for one in quoted)
        others = (one for other in self.table.rows if other is not row for one in spans_of(other))
        period = self._setting.period(at, column)
        if not row.label.spans or period is None or any(start <= one[0] < end for one in others):
            return None
        raw = row.cells[column].text
        number = Number(0, 1, fit.value, fit.metric.unit, "exact", raw)
        heard = replace(setting.heard, frames=(), owner=None, turn=False, quoted=False)
        tie = ties.Tie(1.0, ties.NAMED, chief=ties.NAMED) if self.named else setting.tie
        here = replace(setting, view=fit.own.sight.view, start=start, end=end, tie=tie, heard=heard)
        made = wording.figure_claim(here, Figure(fit.metric, number, fit.tokens, "", (0, 0)), (), GIVEN)
        place, where = self._setting.place(row)
        made = replace(made, reasons=tuple(one for one in made.reasons if not self._of_a_row(row, one)))
        told = [
            Reason("row", " ".join((row.under.text, row.label.text)).strip(), "", 0.0, "label of the figure's row"),
            Reason("column", head.text, "", 0.0, "at the head of the figure's column"),
            *([Reason("period", period[0], "", 0.0, period[1])] if period[0] else []),
            *([Reason("place", place, "", 0.0, where)] if place else []),
            *self._union(row, place),
        ]
        return replace(
            made,
            period=period[0],
            jurisdiction=place,
            population=fit.metric.population,
            reasons=(*made.reasons, *told, *fit.reasons),
        )

    def _of_a_row(self, row: TableRow, reason: Reason) -> bool:
        """Whether a reason gives a row of all the place that one of the rows has: of that the paper may be, and no sum is."""
        return self._setting.sort_of(row) == WHOLE and reason.feature == told_of_place.HOME and self._setting.has_row(reason.left)

    def _union(self, row: TableRow, place: str) -> list[Reason]:
        """The places that a row of all adds up, where nothing else is known of its place and no row is of the rest."""
        sorts = [self._setting.sort_of(one) for one in self.table.rows if one is not row]
        if place or self._setting.sort_of(row) != WHOLE or set(sorts) != {PLACE}:
            return []
        added = "; ".join(self._setting.place(one)[0] for one in self.table.rows if one is not row)
        return [Reason(wording.UNION, added, "", 0.0, "the places of the rows that it adds up")]


def spans_of(row: TableRow) -> list[tuple[int, int]]:
    """Where the words of a row stand in its page's text."""
    return [one for phrase in (row.label, *row.cells) for one in phrase.spans]
