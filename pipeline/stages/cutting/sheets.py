"""One page as it is looked at for bounds: what its top shows, what is printed in its margins, where its text stops."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from statistics import median

from pipeline.patterns.openings.headers import is_field
from pipeline.patterns.openings.headings import top_lines
from pipeline.patterns.openings.heads import announces
from pipeline.patterns.openings.opening import Opening
from pipeline.patterns.openings.page_count import number_of, page_of
from pipeline.records.page import Line, Page
from pipeline.stages.cutting.title_block import Title, title_of, type_sizes
from pipeline.stages.reading.fabric import fabric_of

_RUNNING, _FEWEST = 8, 4  # words of a line of running text, and lines from which on its type is known
_FEET = 3  # last lines of a page that may be its running foot
_FOOT_REACH = 900  # characters at the end of a page in which these stand
_ALIKE = 0.9  # of the letters of two lines from which on a scan may have made them of one
_MANY = 8  # pages from which on a line that tops most of them is a banner though the first does not bear it
NOT_FULL = 0.75  # of the height of a page; its text stops above
MARGIN = 0.88  # share of a page's height below which stamps and page numbers stand


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page with what its top shows and what can be told of its edges.

    `foot` is where its text stops, a share of its height, and `short` whether that is early; `large`: its title is set in larger
    type than its text; `fabric` is what that text is. `body` is its text as far as it goes: stamps, numbers and the file's banner
    below it left out. `type` is the size of its running text in points, 0 where there is little.
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
    body: str
    type: float

    @property
    def landscape(self) -> bool:
        """Whether the page lies on its side."""
        return self.page.width > self.page.height


def folded(line: str) -> str:
    """The line without digits and marks, in lower case."""
    return re.sub(r"[\W\d_]+", " ", line).strip().casefold()


def sheet_of(
    page: Page, opening: Opening, running: frozenset[str], short: float, large: float, feet: frozenset[str] = frozenset()
) -> Sheet:
    """`short`: the share of the height above which a page ended early; `large`: how many times taller a heading is. `running` are
    the lines that top the pages of its file, `feet` those that end them."""
    body = _above_foot(page.text, feet)
    said = tuple(line for line in top_lines(body, 400) if folded(line) not in running and not is_stamp(line))
    foot = _foot(page, feet)
    count, number = page_of(page.text), number_of(page.text)
    title = title_of(page, said)
    set_large = title is not None and title.times > large
    return Sheet(page, opening, said, count, number, foot, foot < short, title, set_large, fabric_of(page), body, _type(page))


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


def running_feet(pages: tuple[Page, ...]) -> frozenset[str]:
    """Lines, folded, that end most pages of the file, such as a notice of whoever copied it; no text of any of its papers."""
    feet = Counter(line for page in pages for line in {folded(one) for one in _last(page.text)} if len(line.split()) > 1)
    shown = sum(bool(page.text.strip()) for page in pages)
    return frozenset(line for line, count in feet.items() if count >= 2 and count > 0.6 * shown)


def _above_foot(text: str, feet: frozenset[str]) -> str:
    """The text without the stamps, the page's number and the running foot that end it."""
    for line in reversed(_last(text)):
        if not (is_stamp(line) or is_running(line, feet)):
            break
        text = text[: text.rindex(line)]
    return text


def is_running(line: str, feet: frozenset[str]) -> bool:
    """Whether a line is a running foot, or what a scan made of one."""
    plain = folded(line)
    return plain in feet or any(
        abs(len(plain) - len(one)) <= (1 - _ALIKE) * len(one) and SequenceMatcher(None, plain, one).ratio() >= _ALIKE
        for one in feet
    )


def _last(text: str) -> list[str]:
    """The last lines of a page, in order."""
    return [line.strip() for line in text[-_FOOT_REACH:].split("\n") if line.strip()][-_FEET:]


def _tops(page: Page) -> list[str]:
    return [folded(line) for line in [line for line in page.text.split("\n") if line.strip()][:2] if not is_field(line)]


def _type(page: Page) -> float:
    lines = [line for line in page.lines if len(line.words) >= _RUNNING and not _row(line)]
    return median(type_sizes(lines)) * page.height if len(lines) >= _FEWEST else 0.0


def _row(line: Line) -> bool:
    """Whether a line may be a row of a table or a log: a number begins it, or it has several."""
    return line.words[0].text[:1].isdigit() or sum(word.text[:1].isdigit() for word in line.words) > 1


def _foot(page: Page, feet: frozenset[str]) -> float:
    """Where the text of a page stops, as a share of its height, margins and running foot left out."""
    lines = [line for line in page.lines if line.words]
    ends = lines[:-_FEET] + [one for one in lines[-_FEET:] if not is_running(" ".join(word.text for word in one.words), feet)]
    stops = [max(word.y1 for word in line.words) for line in ends]
    return max((stop for stop in stops if stop < MARGIN), default=0.0)
