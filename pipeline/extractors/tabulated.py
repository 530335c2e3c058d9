"""Claims of tables: a cell is a metric's number where the words of its row and its head say so, all of them.

The words of label and head must be explained: by the metric's own patterns, by a time, by a place. What is counted of whom may
also be said in the title, or by a column that the parts add up to. A word that nothing explains ("Removed by air") makes the
cell no claim, and so does a title that narrows, a plan, another program, or a sum of money.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property

from pipeline.extractors import sheet_places, sheet_times, sheet_values, ties, wording
from pipeline.extractors.evidence import names_in_text, words_of
from pipeline.extractors.metrics import Figure
from pipeline.extractors.numbers import Number
from pipeline.extractors.sheet_places import PLACE, REST, WHOLE
from pipeline.extractors.sheet_words import SheetWords, Wording
from pipeline.extractors.standing import Standing
from pipeline.extractors.wording import Setting
from pipeline.records.finding import Claim, Reason
from pipeline.records.table import Phrase, Table, TableRow
from pipeline.records.topic import Metric, Topic

GIVEN = Standing("asserted", "", "")
NOTHING = Phrase("", "", ())
RECKONED = "reckoned from two figures; the share itself is not printed"
_NOT_YET = re.compile(
    r"(?i)\b(?:plan(?:ned|s)?|project(?:ed|ions?)|targets?|goals?|forecasts?|estimate[sd]?|proposed|anticipated|expected"
    r"|scheduled|hypothetical|illustrative|example|mock|template)\b"
)
_NARROWED = re.compile(
    r"(?i)\b(?:(?<!quarter )(?<!month )(?<!year )only|sample of|selected|excluding|except|excludes|audit|survey(?:ed)?"
    r"|interview(?:ed|s)?|case files?|wom[ea]n|males?|females?|juveniles?|minors)\b"
)


_DAY = re.compile(r"\d{1,2}/\d{1,2}/(?:\d{2}|\d{4})")


@dataclass(frozen=True, slots=True)
class _Whole:
    """The sum, row or column, that a figure is a part of, and how that is known; `part` is what a percentage is a share of."""

    words: Wording
    how: str
    value: float | None
    part: Phrase


@dataclass(frozen=True, slots=True)
class _Fit:
    """A metric that a cell gives a number for, with the words that say so, and how well it fits. `derived`: reckoned from two."""

    metric: Metric
    value: float
    own: Wording
    tokens: tuple[int, ...]
    reasons: tuple[Reason, ...]
    rank: tuple[bool, int]
    derived: bool = False


class Sheet:
    """One table that is being read for one topic."""

    def __init__(self, table: Table, words: SheetWords, topic: Topic, page_head: tuple[str, ...]) -> None:
        """`page_head`: the first lines of the page, which may name a time or place that the table's own title does not."""
        self.table, self._words, self._topic = table, words, topic
        self._titles = tuple(words.read(one) for one in table.title)
        self.title = " / ".join(one.text for one in table.title)
        self._page_head = page_head

    @cached_property
    def named(self) -> bool:
        """Whether the title, or the top of the page, names the program."""
        return any(one.sight.named for one in self._titles) or names_in_text("\n".join(self._page_head), self._topic.terms)

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
    def _begun(self) -> bool:
        """Whether a column tells the day on which the program began in each row: "Activated", 3/2/10, 4/13/10."""
        told = words_of(self._topic).common
        columns = zip(self.table.heads, zip(*(row.cells for row in self.table.rows), strict=True), strict=True)
        return any(told.search(head.text) and all(_DAY.fullmatch(cell.text) for cell in cells) for head, cells in columns)

    @cached_property
    def _grid(self) -> sheet_values.Grid:
        return sheet_values.by_column(self.table)

    @cached_property
    def _turned(self) -> sheet_values.Grid:
        return sheet_values.turned(self._grid)

    @cached_property
    def _heads(self) -> tuple[Wording, ...]:
        return tuple(self._words.read(head) for head in self.table.heads)

    @cached_property
    def _labels(self) -> tuple[Wording, ...]:
        return tuple(self._words.read(row.label) for row in self.table.rows)

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
        sort = sheet_places.sort_of(row.label.text, self.table.stub.text, self.title, self._begun)
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
        whole = self._whole(metric, at, column, share)
        own = self._own(at, column, sort, whole if share else None)
        if own.holds(metric.not_about) or own.holds(metric.not_of) or any(one.holds(metric.not_about) for one in self._titles):
            return None
        cue, of = own.holds(metric.cues), own.holds(metric.of)
        above = None if cue or share else next((one for one in self._titles if self._plainly(one, metric)), None)
        known = cue | of | own.holds(metric.counts) | (self._taken_up(own, above, metric) if above else frozenset())
        if own.unexplained(known):
            return None
        reasons: list[Reason] = []
        if not cue:
            if above is None or (self._repeats(above, metric) and not self._taken_up(own, above, metric)):
                return None
            reasons.append(Reason("title", above.text, metric.statement, 0.0, "what is counted stands in the title"))
        if metric.of and not of and not self._lends(metric):
            if whole is None or not whole.words.holds(metric.of) or whole.words.holds(metric.not_of):
                return None
            reasons.append(
                Reason("whole", whole.words.text, metric.population, 0.0, f"what the figure is a part of: {whole.how}")
            )
        fits = (bool(metric.of), len(cue))
        if metric.unit == "share" and not share:
            return self._reckoned(metric, value, whole, sort, tuple(reasons), fits) if cue else None
        value = value / 100 if share else value * sheet_values.scale_of(f"{own.text} {self.title}")
        if (share and value > 1) or (not share and value != int(value)):
            return None
        return _Fit(metric, round(value, 6), own, tuple(sorted(known)) or (0,), tuple(reasons), fits)

    def _lends(self, metric: Metric) -> bool:
        """Whether the title says of whom and no head does: beside "Counties active", or "Active", "Total counties" are not."""
        told = any(head.holds(metric.of) for head in self._heads)
        return not told and any(title.holds(metric.of) for title in self._titles)

    def _own(self, at: int, column: int, sort: str, whole: _Whole | None) -> Wording:
        """The words of the cell: its head's and, where the row is no place and no sum, the row's; of a share also its part's."""
        row = self.table.rows[at]
        label = () if sort in (PLACE, WHOLE) else (row.under, row.label)
        return self._words.read(self.table.heads[column], *label, *((whole.part,) if whole else ()))

    def _plainly(self, title: Wording, metric: Metric) -> bool:
        """Whether a line of the title says what is counted and nothing that narrows it: "Removals, by county"."""
        lower = title.sight.view.lower
        end = lower.index("by") if "by" in lower else len(lower)
        cue = frozenset(at for at in title.holds(metric.cues) if at < end)
        if not cue or title.holds(metric.not_of):
            return False
        known = cue | title.holds(metric.of) | title.holds(metric.counts) | frozenset(range(end, len(lower)))
        return not title.unexplained(known)

    def _taken_up(self, own: Wording, title: Wording, metric: Metric) -> frozenset[int]:
        """Where a cell's words take up what the title counts, but for the nouns counted: "Active" below "Counties active"."""
        words = self._cue_words(title, metric)
        return frozenset(at for at, word in enumerate(own.sight.view.lower) if word in words)

    def _repeats(self, title: Wording, metric: Metric) -> bool:
        """Whether a head takes up what the title counts: then the columns beside it count something else."""
        return any(self._taken_up(head, title, metric) for head in self._heads)

    def _cue_words(self, title: Wording, metric: Metric) -> frozenset[str]:
        lower = title.sight.view.lower
        nouns = title.holds(metric.counts) | title.holds(metric.of)
        return frozenset(lower[at] for at in title.holds(metric.cues) - nouns if lower[at].isalpha() and len(lower[at]) > 3)

    def _whole(self, metric: Metric, at: int, column: int, share: bool) -> _Whole | None:
        """What the cell's figure is a part of, along the heads or labels that name the part; None where nothing tells."""
        in_head = bool(self._heads[column].holds(metric.cues))
        ways = (
            (not in_head, self._turned, at, self._labels, tuple(one.label for one in self.table.rows), self._grid[column]),
            (in_head, self._grid, column, self._heads, self.table.heads, self._turned[at]),
        )
        for told, grid, place, words, phrases, values in ways:
            if share:
                part, whole = sheet_values.quotient(grid, place)
                if whole >= 0:
                    return _Whole(words[whole], "the percentage is their quotient", None, phrases[part])
            elif told and (whole := sheet_values.sums_to(grid, place)) >= 0:
                return _Whole(words[whole], "the parts add up to it", values[whole], NOTHING)
            elif told and place and sheet_values.within(grid, place, place - 1):
                return _Whole(words[place - 1], "it stands beside it and is never larger", None, NOTHING)
        return None

    def _reckoned(
        self, metric: Metric, value: float, whole: _Whole | None, sort: str, reasons: tuple[Reason, ...], fits: tuple[bool, int]
    ) -> _Fit | None:
        """The share that a count is of the sum it is a part of, where that is all whom the metric asks about."""
        if whole is None or not whole.value or sort == PLACE or whole.words.unexplained(whole.words.holds(metric.of)):
            return None
        told = Reason("derived", f"{value:,.0f} of {whole.value:,.0f}", f"{value / whole.value:.1%}", 0.0, RECKONED)
        own = whole.words
        return _Fit(metric, round(value / whole.value, 3), own, (0,), (*reasons, told), fits, derived=True)

    def _claim(self, setting: Setting, at: int, column: int, fit: _Fit) -> Claim | None:
        """The claim of a cell; None where the words from label to figure do not stand together, or its time is unclear."""
        row, head = self.table.rows[at], self.table.heads[column]
        quoted = (*row.label.spans, *row.cells[column].spans)
        start, end = min(one[0] for one in quoted), max(one[1] for one in quoted)
        others = (one for other in self.table.rows if other is not row for one in spans_of(other))
        period = self._period(at, column)
        if not row.label.spans or period is None or any(start <= one[0] < end for one in others):
            return None
        raw = row.cells[column].text
        number = Number(0, 1, fit.value, fit.metric.unit, "exact", raw)
        heard = replace(setting.heard, frames=(), owner=None, turn=False, quoted=False)
        tie = ties.Tie(1.0, ties.NAMED, chief=ties.NAMED) if self.named else setting.tie
        here = replace(setting, view=fit.own.sight.view, start=start, end=end, tie=tie, heard=heard)
        made = wording.figure_claim(here, Figure(fit.metric, number, fit.tokens, "", (0, 0)), (), GIVEN)
        place, where = self._place(row)
        told = [
            Reason("row", " ".join((row.under.text, row.label.text)).strip(), "", 0.0, "label of the figure's row"),
            Reason("column", head.text, "", 0.0, "at the head of the figure's column"),
            *([Reason("period", period[0], "", 0.0, period[1])] if period[0] else []),
            *([Reason("place", place, "", 0.0, where)] if place else []),
        ]
        return replace(
            made,
            period=period[0],
            jurisdiction=place,
            population=fit.metric.population,
            reasons=(*made.reasons, *told, *fit.reasons),
        )

    def _period(self, at: int, column: int) -> tuple[str, str] | None:
        """(the time the figure is of, where that stands); None where two are named, or others have one and this has none."""
        row, stub = self.table.rows[at], self.table.stub.text
        heads = [sheet_times.time_under(head.text, "", self.title) for head in self.table.heads]
        labels = [sheet_times.time_under(one.label.text, stub, self.title) for one in self.table.rows]
        above = self._above()
        if heads[column] and labels[at]:
            return None
        if heads[column] or labels[at]:
            return heads[column] or labels[at], "at the head of the column" if heads[column] else "in the label of the row"
        timed = [one for one in (*heads, *labels) if one]
        if not timed or sheet_times.RUNNING.search(self.table.heads[column].text) or sheet_places.whole(row.label.text):
            if len(timed) > 1 and not sheet_times.reaches_back(above[0]):
                return None  # the sum of the times, and nobody says from when
            return above
        return None

    def _above(self) -> tuple[str, str]:
        if stub := sheet_times.time_of_title((self.table.stub.text,))[0]:
            return stub, "at the head of the labels"
        named, _ = sheet_times.time_of_title(tuple(one.text for one in self.table.title))
        if named or not self._page_head:
            return named, "in the title of the table"
        return sheet_times.time_of_title(self._page_head)[0], "at the top of the page"

    def _place(self, row: TableRow) -> tuple[str, str]:
        """(the place the row is of, where that stands)."""
        if sheet_places.sort_of(row.label.text, self.table.stub.text, self.title, self._begun) == PLACE:
            return sheet_places.place_of(row.label.text, self.table.stub.text), "label of the row"
        for text, where in ((self.title, "in the title of the table"), (" / ".join(self._page_head), "at the top of the page")):
            if found := sheet_places.place_in(text):
                return found, where
        return "", ""


def spans_of(row: TableRow) -> list[tuple[int, int]]:
    """Where the words of a row stand in its page's text."""
    return [one for phrase in (row.label, *row.cells) for one in phrase.spans]
