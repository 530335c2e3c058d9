"""Of what time and place the figures of a table are: by its heads and labels, its title, the top of its page."""

from __future__ import annotations

import itertools
import re
from functools import cached_property

from pipeline.extractors.subjects.evidence import words_of
from pipeline.extractors.tables import sheet_headings, sheet_places, sheet_times
from pipeline.extractors.tables.sheet_headings import Names
from pipeline.extractors.tables.sheet_places import PLACE
from pipeline.records.table import Table, TableRow
from pipeline.records.topic import Topic

THIS_STATE = "this State"  # a place only pointed at: that of its own paper
_DAY = re.compile(r"\d{1,2}/\d{1,2}/(?:\d{2}|\d{4})")
# "Date signed", "Day of the first meeting": of what was done then, no day up to which anything is counted.
_DAY_OF_DEED = re.compile(
    r"(?i)\b(?:dates?|day)\b(?!\W*$)(?!\s(?:as\sof|through|thru|to|ending|ended|range|of\s(?:report|data|count|run|snapshot|pull))\b)"
    r"|^(?!(?:as\sof|report|data|run|end|ending|period|through|snapshot|month|week|count|pull|print\w*|current)\b)[a-z-]+\sdates?\W*$"
)


class SheetSetting:
    """What stands round the rows of one table. `names` tell which words of the document are those of places."""

    def __init__(self, table: Table, page_head: tuple[str, ...], topic: Topic, names: Names) -> None:
        self.table, self.title = table, " / ".join(one.text for one in table.title)
        self._page_head, self._topic, self._names = page_head, topic, names

    def sort_of(self, row: TableRow) -> str:
        """What a row is of, as in `sheet_places.sort_of`."""
        return sheet_places.sort_of(row.label.text, self.table.stub.text, self.title, self._begun)

    @cached_property
    def _begun(self) -> bool:
        """Whether a column tells the day on which the program began in each row: "Activated", 3/2/10, 4/13/10."""
        told = words_of(self._topic).common
        columns = zip(self.table.heads, zip(*(row.cells for row in self.table.rows), strict=True), strict=True)
        return any(told.search(head.text) and all(_DAY.fullmatch(cell.text) for cell in cells) for head, cells in columns)

    @cached_property
    def _of_deed(self) -> bool:
        """Whether a list without heads begins with the day of a deed, which looks like the head of its figures: "Date signed"."""
        stub, heads = self.table.stub.text, self.table.heads
        told = _DAY_OF_DEED.search(stub) or words_of(self._topic).common.search(stub)
        return len(heads) == 1 and bool(told) and sheet_times.time_in(heads[0].text) == heads[0].text.strip(" :*") != ""

    def period(self, at: int, column: int) -> tuple[str, str] | None:
        """(the time the figure is of, where that stands); None where two are named, or others have one and this has none."""
        row, stub = self.table.rows[at], self.table.stub.text
        heads = sheet_times.times_under(tuple("" if self._of_deed else head.text for head in self.table.heads), "", self.title)
        labels = sheet_times.times_under(tuple(one.label.text for one in self.table.rows), stub, self.title)
        above = self._above()
        if (heads[column] and labels[at]) or heads[column] is None or labels[at] is None:
            return None
        if named := heads[column] or labels[at]:
            return named, "at the head of the column" if heads[column] else "in the label of the row"
        timed = [one for one in (*heads, *labels) if one != ""]
        if not timed or sheet_times.RUNNING.search(self.table.heads[column].text) or sheet_places.whole(row.label.text):
            if len(timed) > 1 and not sheet_times.reaches_back(above[0]):
                return None  # the sum of the times, and nobody says from when
            return above
        return None

    def _above(self) -> tuple[str, str]:
        if stub := sheet_times.time_of_title((self.table.stub.text,))[0]:
            return stub, "at the head of the labels"
        titles = tuple(one.text for one in self.table.title)
        named = sheet_times.time_of_title((*titles, *_wrapped(titles[::-1])))[0]
        if named or not self._page_head:
            return named, "in the title of the table"
        return sheet_times.time_of_title((*self._page_head, *_wrapped(self._page_head)))[0], "at the top of the page"

    def place(self, row: TableRow) -> tuple[str, str]:
        """(the place the row is of, where that stands)."""
        if self.sort_of(row) == PLACE:
            return sheet_places.place_of(row.label.text, self.table.stub.text), "label of the row"
        titles = tuple(one.text for one in self.table.title)
        for lines, where in ((titles, "in the title of the table"), (self._page_head, "at the top of the page")):
            found = sheet_places.place_in(" / ".join(lines)) or sheet_places.named_in(lines, self._names.places)
            found = found or sheet_headings.named_by(lines, self._names, bool(self._rows))
            if found and not self.has_row(found):
                # "Dale County breakdown" over rows of counties is of whatever holds them.
                return (found.removesuffix(" County") if self._rows else found), where
        if sheet_places.of_a_state(row.label.text):
            # The State of this table, and of no other paper, where nothing tells its name.
            return self._names.state or THIS_STATE, "label of the row"
        return "", ""

    def has_row(self, place: str) -> bool:
        """Whether one of the rows is of this place, as a county or by its bare name."""
        return place.removesuffix(" County") in self._rows

    @cached_property
    def _rows(self) -> frozenset[str]:
        rows = (row for row in self.table.rows if self.sort_of(row) == PLACE)
        return frozenset(sheet_places.place_of(row.label.text, self.table.stub.text).removesuffix(" County") for row in rows)


def _wrapped(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Each two lines as one, from the top: "July 1, 2009 to June" and "30, 2010, by county" are one title."""
    return tuple(f"{one} {other}" for one, other in itertools.pairwise(lines))
