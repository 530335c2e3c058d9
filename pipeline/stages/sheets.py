"""One page as it is looked at for bounds: what its top shows, what is printed in its margins, where its text stops."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from pipeline.patterns.headers import is_field
from pipeline.patterns.headings import top_lines
from pipeline.patterns.heads import announces
from pipeline.patterns.opening import Opening
from pipeline.patterns.page_count import number_of, page_of
from pipeline.records.page import Page


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page with what its top shows and what can be told of its edges."""

    page: Page
    opening: Opening
    lines: tuple[str, ...]
    count: tuple[int, int] | None
    number: int | None
    short: bool
    large: bool

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
    return Sheet(
        page, opening, said, page_of(page.text), number_of(page.text), _ended_short(page, short), _set_large(page, said, large)
    )


def is_stamp(line: str) -> bool:
    """Whether a line is but a stamp or a page's number."""
    return bool(
        re.fullmatch(
            r"(?:[\w.-]+ ){0,4}[\w.-]*\d{5,}\W*|\W*\d{1,4}\W*|(?i:page)\s\d+(?:\s(?:of|/)\s\d+)?|\d+\sof\s\d+", line.strip()
        )
    )


def running_lines(pages: tuple[Page, ...]) -> frozenset[str]:
    """Lines that top most pages of the file, such as a banner; they say nothing about where documents begin."""
    tops = Counter(line for page in pages for line in set(_tops(page)))
    shown = sum(bool(page.text.strip()) for page in pages)
    return frozenset(line for line, count in tops.items() if count >= 2 and count > 0.6 * shown and line and not announces(line))


def _tops(page: Page) -> list[str]:
    return [folded(line) for line in [line for line in page.text.split("\n") if line.strip()][:2] if not is_field(line)]


def _ended_short(page: Page, share: float) -> bool:
    """Whether the text of a page stops well above its foot (margins left out): the end of something."""
    feet = [max(word.y1 for word in line.words) for line in page.lines if line.words]
    return max((foot for foot in feet if foot < 0.88), default=0.0) < share


def _set_large(page: Page, lines: tuple[str, ...], times: float) -> bool:
    """Whether the page's first line that says something is set in larger type than its other lines."""
    heights = sorted(max(word.y1 - word.y0 for word in line.words) for line in page.lines if line.words)
    first = lines[0].split()[:3] if lines else []
    for line in page.lines[:12]:
        words = [word.text for word in line.words]
        if first and words[: len(first)] == first:
            return max(word.y1 - word.y0 for word in line.words) > times * heights[len(heights) // 2]
    return False
