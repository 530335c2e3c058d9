"""What of marked pages is withheld: each page as a file of its own, by the rules alone and with the trained reader."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from measuring.figures import Figure, Section
from measuring.marked import UNKNOWN, Marked
from pipeline.ports import Parser, Tagger
from pipeline.records import spans
from pipeline.records.finding import Withheld
from pipeline.records.page import Line, Page, Word
from pipeline.records.tagging import OPEN, PRIVATE, PUBLIC
from pipeline.stages import openly, screen
from pipeline.told_openly import joined

PART = "private"
NOTE = (
    "  Invented pages in which two writers marked every private mention; those kept back from the second reader's training,\n"
    "  on which its bounds were chosen. A mark is readable where more than a third of its letters and digits can be read."
)
READABLE = 1 / 3
_COLUMN, _HEIGHT, _LINES = 0.0098, 0.012, 68


@dataclass(frozen=True, slots=True)
class Printed:
    """A marked page as it is read from a file of type of one width, and the label of each character of its text."""

    page: Page
    labels: tuple[str, ...]
    marks: tuple[tuple[int, int, str], ...]


def printed(marked: Marked) -> Printed:
    """The page set in type of one width; blanks and empty lines become places, as they do on a page that is read."""
    label_at = [OPEN] * len(marked.text)
    mark_at = [-1] * len(marked.text)
    for order, (start, end, label) in enumerate(marked.spans):
        label_at[start:end] = [label] * (end - start)
        mark_at[start:end] = [order] * (end - start)
    rows: list[Line] = []
    came: list[int] = []
    at = block = 0
    for number, line in enumerate(marked.text.split("\n")):
        found = list(re.finditer(r"\S+", line))
        if not found:
            block += 1
        top = (number % _LINES) / _LINES * 0.9 + 0.05
        words = tuple(Word(one.group(), one.start() * _COLUMN, top, one.end() * _COLUMN, top + _HEIGHT) for one in found)
        if words:
            rows.append(Line(words, block))
            came += [at + one.start() for one in found]
        at += len(line) + 1
    text = spans.joined(tuple(rows))
    labels, marks = [OPEN] * len(text), [-1] * len(text)
    for origin, (start, end, _, _) in zip(came, spans.positions(tuple(rows)), strict=True):
        labels[start:end] = label_at[origin : origin + end - start]
        marks[start:end] = mark_at[origin : origin + end - start]
    found_marks = []
    for order, (_, _, label) in enumerate(marked.spans):
        places = [at for at, mark in enumerate(marks) if mark == order]
        if places:
            found_marks.append((places[0], places[-1] + 1, label))
    page = Page(
        f"{marked.id}-p1", marked.id, 1, text, tuple(rows), "text_layer", "", 1.0, 0, "eng", 612.0, 792.0, "label"
    )  # fmt: skip
    return Printed(page, tuple(labels), tuple(found_marks))


def withheld(one: Printed, parser: Parser, tagger: Tagger | None) -> tuple[Withheld, ...]:
    """What the screen keeps back of the page, as a release of one file."""
    known = joined({one.page.file_id: openly.openly((one.page,))})[one.page.file_id]
    return screen.screen((one.page,), screen.Params(), parser, (), known, tagger)


@dataclass(slots=True)
class Tally:
    """Marks and open words of many pages: how many there are, and of how many more than a third is hidden."""

    total: Counter[str]
    hidden: Counter[str]

    def add(self, one: Printed, found: tuple[Withheld, ...]) -> None:
        """Counts one page."""
        masked = [False] * len(one.labels)
        for held in found:
            masked[max(held.start, 0) : held.end] = [True] * (held.end - max(held.start, 0))
        for start, end, label in one.marks:
            signs = [at for at in range(start, end) if one.page.text[at].isalnum()]
            if signs and label != UNKNOWN:
                self.total[label] += 1
                open_signs = sum(not masked[at] for at in signs)
                self.hidden[label] += (
                    open_signs <= READABLE * len(signs) if label in PRIVATE else open_signs < (1 - READABLE) * len(signs)
                )
        for word in re.finditer(r"\w{2,}", one.page.text):
            if set(one.labels[word.start() : word.end()]) == {OPEN}:
                self.total[OPEN] += 1
                self.hidden[OPEN] += all(masked[word.start() : word.end()])


def tally(pages: Iterable[Marked], parser: Parser, tagger: Tagger | None) -> Tally:
    """All these pages, each by itself."""
    made = Tally(Counter(), Counter())
    for page in pages:
        one = printed(page)
        made.add(one, withheld(one, parser, tagger))
    return made


def measure(pages: list[Marked], parser: Parser, tagger: Tagger) -> Section:
    """The figures of the pages kept back."""
    back = [page for page in pages if page.kept_back]
    title = f"Private matter on {len(back)} marked pages"
    if not back:
        return Section("Private matter on marked pages", "", (), "no pages in corpus/labels/private")
    rules, both = tally(back, parser, None), tally(back, parser, tagger)
    figures = [
        Figure(PART, f"{name}: withheld by the rules alone" if who is rules else f"{name}: withheld by both",
               sum(who.hidden[label] for label in labels), sum(who.total[label] for label in labels), lower)
        for name, labels, lower in (("private", PRIVATE, False), *((label, (label,), False) for label in PRIVATE),
                                    ("marked public", (PUBLIC,), True), ("other words", (OPEN,), True))
        for who in (rules, both)
    ]  # fmt: skip
    return Section(title, NOTE, tuple(figures))
