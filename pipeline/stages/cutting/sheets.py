"""One page as it is looked at for bounds: what its top shows, what is printed in its margins, where its text stops."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from pipeline.patterns.openings.headers import is_field
from pipeline.patterns.openings.headings import top_lines
from pipeline.patterns.openings.heads import announces
from pipeline.patterns.openings.opening import Opening
from pipeline.patterns.openings.page_count import number_of, page_of
from pipeline.records.page import Page
from pipeline.stages.cutting.title_block import Title, title_of
from pipeline.stages.reading.fabric import fabric_of

_MANY = 8  # pages from which on a line that tops most of them is a banner though the first does not bear it
MARGIN = 0.88  # share of a page's height below which stamps and page numbers stand


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page with what its top shows and what can be told of its edges.

    `foot` is where its text stops, a share of its height, and `short` whether that is early; `large`: its title is set in larger
    type than its text; `fabric` is what that text is.
    """

    page: Page
    opening: Opening
    lines: tuple[str, ...]
    count: tuple[int, int] | None
    number: int | None
    foot: float
    short: bool
    title: Title | None
    large: bool
    fabric: str

    @property
    def landscape(self) -> bool:
        """Whether the page lies on its side."""
        return self.page.width > self.page.height


def folded(line: str) -> str:
    """The line without digits and marks, in lower case."""
    return re.sub(r"[\W\d_]+", " ", line).strip().casefold()


def sheet_of(page: Page, opening: Opening, running: frozenset[str], short: float, large: float) -> Sheet:
    """`short`: the share of the height above which a page ended early; `large`: how many times taller a heading is."""
    said = tuple(line for line in top_lines(page.text, 400) if folded(line) not in running and not is_stamp(line))
    foot = _foot(page)
    count, number = page_of(page.text), number_of(page.text)
    title = title_of(page, said)
    set_large = title is not None and title.times > large
    return Sheet(page, opening, said, count, number, foot, foot < short, title, set_large, fabric_of(page))


def is_stamp(line: str) -> bool:
    """Whether a line is but a stamp or a page's number."""
    return bool(
        re.fullmatch(
            r"(?:[\w.-]+ ){0,4}[\w.-]*\d{5,}\W*|\W*\d{1,4}\W*|(?i:page)\s\d+(?:\s(?:of|/)\s\d+)?|\d+\sof\s\d+", line.strip()
        )
    )


def running_lines(pages: tuple[Page, ...]) -> frozenset[str]:
    """Lines that top most pages of the file, such as a banner; they say nothing about where documents begin.

    Of a few pages the first must bear it: else it is the head of a paper that begins below them.
    """
    shown_first = next((set(_tops(page)) for page in pages if page.text.strip()), set[str]())
    tops = Counter(line for page in pages for line in set(_tops(page)))
    shown = sum(bool(page.text.strip()) for page in pages)
    often = (line for line, count in tops.items() if count >= 2 and count > 0.6 * shown and line and not announces(line))
    return frozenset(line for line in often if shown >= _MANY or line in shown_first)


def _tops(page: Page) -> list[str]:
    return [folded(line) for line in [line for line in page.text.split("\n") if line.strip()][:2] if not is_field(line)]


def _foot(page: Page) -> float:
    """Where the text of a page stops, as a share of its height, margins left out."""
    feet = [max(word.y1 for word in line.words) for line in page.lines if line.words]
    return max((foot for foot in feet if foot < MARGIN), default=0.0)
