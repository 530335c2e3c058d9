"""What the title of a table says is counted, and how the heads of its columns take that up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from pipeline.extractors.tables.sheet_words import SheetWords, Wording
from pipeline.records.table import Table
from pipeline.records.topic import Metric

LETTERS = 3  # of a word that is looked for in other heads, more than these
_FOUND = ("identif", "match", "hit")  # "removals after identification" are all removals: everybody is found so
_JOINING = frozenset({"and", "the", "of"})
_AFTER = frozenset({"after", "following", "upon"})


class Titles:
    """The lines of a title, nearest first, and the heads of the columns."""

    def __init__(self, table: Table, words: SheetWords) -> None:
        self.lines = tuple(words.read(one) for one in table.title)
        self._table, self._words = table, words
        self._denied: dict[str, bool] = {}

    @cached_property
    def heads(self) -> tuple[Wording, ...]:
        """The head of each column."""
        return tuple(self._words.read(head) for head in self._table.heads)

    @cached_property
    def _shown(self) -> frozenset[str]:
        """The words of all heads, without what makes them plurals."""
        return frozenset(word.rstrip("s") for one in (self._table.stub, *self._table.heads) for word in one.text.lower().split())

    def above(self, own: Wording, metric: Metric) -> Wording | None:
        """The line that says what a cell with these words counts: no other column is headed with what the line says."""
        line = next((one for one in self.lines if self._plainly(one, metric)), None)
        beside = line is not None and any(self.taken_up(head, line, metric) for head in self.heads)
        return None if line is None or (beside and not self.taken_up(own, line, metric)) else line

    def one_of_two(self, own: Wording) -> bool:
        """Whether another head or label sets itself against a word of these: "Criminal" beside "Non-criminal" is a part."""
        return any(self._is_denied(word) for word in set(own.sight.view.lower) if word.isalpha() and len(word) > LETTERS)

    def _is_denied(self, word: str) -> bool:
        """Whether some head or label tells of what is not so: "Non-criminal" denies "criminal"."""
        if word not in self._denied:
            self._denied[word] = re.search(rf"\b(?:non|not|no|without|un|never)[\s-]*{re.escape(word)}", self._names) is not None
        return self._denied[word]

    @cached_property
    def _names(self) -> str:
        """Every head and label of the table, in lower case."""
        labels = {phrase.text for row in self._table.rows for phrase in (row.under, row.label)}
        return "|".join((*(one.text for one in self._table.heads), *labels)).lower()

    def taken_up(self, own: Wording, title: Wording, metric: Metric) -> frozenset[int]:
        """Where a cell's words take up what the title counts, but for the nouns counted: "Active" below "Counties active"."""
        lower = title.sight.view.lower
        said = (title.holds(metric.cues) | title.holds(metric.of)) - title.holds(metric.counts)
        words = {lower[at] for at in said if lower[at].isalpha() and len(lower[at]) > LETTERS}
        return frozenset(at for at, word in enumerate(own.sight.view.lower) if word in words)

    def lends(self, metric: Metric) -> bool:
        """Whether the title says of whom and no head does: beside "Counties active", or "Active", "Total counties" are not."""
        told = any(head.holds(metric.of) for head in self.heads)
        return not told and any(title.holds(metric.of) for title in self.lines)

    def whole_of(self, metric: Metric) -> Wording | None:
        """The line that says of whom the figures are, and nothing that narrows it: "Removals, by level"."""
        for one in self.lines if metric.of else ():
            skipped = frozenset(_laid_out(one.sight.view.lower, self._shown))
            if self._unnarrowed(one, one.holds(metric.of), metric, skipped):
                return one
        return None

    def _plainly(self, title: Wording, metric: Metric) -> bool:
        """Whether a line of the title says what is counted and nothing that narrows it: "Removals, by county"."""
        skipped = frozenset(_by(title.sight.view.lower))
        return self._unnarrowed(title, title.holds(metric.cues), metric, skipped)

    def _unnarrowed(self, title: Wording, told: frozenset[int], metric: Metric, skipped: frozenset[int]) -> bool:
        """Whether these of a line's places say something, and all else but what is `skipped` stands for nothing of its own."""
        skipped |= frozenset(_found(title.sight.view.lower))
        told -= skipped | title.named
        if not told or title.holds(metric.not_of) - skipped:
            return False
        known = told | title.holds(metric.of) | title.holds(metric.counts) | skipped | title.places(self._words.places)
        return not title.unexplained(known)


def _by(lower: tuple[str, ...]) -> range:
    """What stands from "by" on: how the figures are laid out."""
    return range(lower.index("by") if "by" in lower else len(lower), len(lower))


def _laid_out(lower: tuple[str, ...], shown: frozenset[str]) -> Iterator[int]:
    """ "By county and level" where heads show both: "by air" says how, and narrows."""
    for start in (at for at, word in enumerate(lower) if word == "by"):
        end = next(
            (at for at in range(start + 1, len(lower)) if not (lower[at] in _JOINING or lower[at].rstrip("s") in shown)),
            len(lower),
        )
        if end == len(lower) or lower[end] in (",", ";", "by", "(", "-"):
            yield from range(start, end)


def _found(lower: tuple[str, ...]) -> range:
    """ "Following identification in the Dale County Jail," up to the comma: whom the program finds, it finds so."""
    for at, word in enumerate(lower[:-1]):
        if word in _AFTER and lower[at + 1].startswith(_FOUND):
            return range(at, next((end for end in range(at, len(lower)) if lower[end] == ","), len(lower)))
    return range(0)
