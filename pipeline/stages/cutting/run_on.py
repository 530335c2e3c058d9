"""What shows beyond doubt that a file breaks off within a paper and the next goes on with it: enough to lend who wrote it.

That nothing heads a page and that stamps run on does not show it: papers that were scanned one by one are like that too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.patterns.openings.headings import headlike
from pipeline.patterns.openings.page_count import heads_on, later_head, number_of, page_of
from pipeline.records.document import Document
from pipeline.records.page import Page
from pipeline.stages.cutting.sheets import folded, is_stamp

_EDGE = 3  # lines at the top and at the end of a page that may be its running head and foot
_LETTERS = 8  # of a line from which on it may be a running head
_LONG = 40  # characters of a line that is filled with running text
_ENOUGH = 2  # signs, each too little by itself
_PARTS = re.compile(r"(?i:(?:\b|_)(?:part|pt|vol|volume|section|sec)[\s._-]?\d|\d[\s._-]?of[\s._-]?\d)")
_OPEN = re.compile(r"(?:[a-z,]|\w-)$")  # a line that no stop ends
_NUMBERED = re.compile(r"\(?(\d{1,2})[.)]\s+\S")
_SAYS_SO = re.compile(
    r"(?i)\W*(?:[-–—(\[]\s?(?:more|cont(?:inued|[’']?d\.?))\s?[-–—)\]]|\(?continued\s(?:on|in)\s(?:the\s)?(?:next|following|part)\b.{0,20})\W*"
)
_AGAIN = re.compile(r"(?i)\W*(?:\S+\s){0,9}?[,(\[–—-]\s?cont(?:inued|inuation|[’']?d)?\.?[)\]]?\W*|\W*continued\sfrom\b.{0,40}")


def runs_on(last: Document, begins: Page, ends: Page, onward: Page, name: str, whole: bool = True) -> tuple[str, ...]:
    """In words what shows that page `onward` goes on with document `last`, which begins on `begins` and breaks off on `ends`.

    () where that is not enough. `name` is that of the file it goes on in; `whole`: no other paper follows the document on its own
    pages, so that what counts these counts the pages of that of which the last words are.
    """
    strong = tuple(_beyond_doubt(last, begins, ends, onward, whole))
    weak = tuple(_some(ends, onward, name))
    return (*strong, *weak) if strong or len(weak) >= _ENOUGH else ()


def _beyond_doubt(last: Document, begins: Page, ends: Page, onward: Page, whole: bool) -> Iterator[str]:
    if whole:
        yield from _numbers(last, begins, ends, onward)
    lines, then = _own_lines(ends, onward), _own_lines(onward, ends)
    if any(_SAYS_SO.fullmatch(line) for line in lines[-_EDGE:]) or any(_AGAIN.fullmatch(line) for line in then[:2]):
        yield "it says that it goes on"
    head = later_head(onward.text)
    if whole and head and heads_on(head, begins.text):
        yield f"'{head[:40]}' heads a later page of it"
    if lines and then and _broken(lines[-1]) and _within(then[0]):
        yield "a sentence breaks off and goes on"


def _some(ends: Page, onward: Page, name: str) -> Iterator[str]:
    lines, then = _own_lines(ends, onward), _own_lines(onward, ends)
    if lines and _broken(lines[-1]) and len(lines[-1]) > _LONG:
        yield "the page before breaks off in a sentence"
    if then and _within(then[0]):
        yield "it sets in within a sentence"
    if _PARTS.search(name):
        yield f"{name} is named as a part"
    shared = {folded(line) for line in _top(ends)} & {folded(line) for line in _top(onward)}
    if head := next((one for one in sorted(shared) if len(one) >= _LETTERS), ""):
        yield f"both pages bear the head '{head[:40]}'"
    items = [int(found[1]) for line in lines if (found := _NUMBERED.match(line))]
    again = [int(found[1]) for line in then if (found := _NUMBERED.match(line))]
    if items and again and again[0] == items[-1] + 1 > 2:
        yield f"number {again[0]} of a list follows {items[-1]}"


def _numbers(last: Document, begins: Page, ends: Page, onward: Page) -> Iterator[str]:
    """Page 4 of 7 behind page 3 of 7, or page 4 behind page 3: where the document's own first page is number 1, if it has one.

    Numbers that count through the pages of a production, or of a file, begin with no document.
    """
    pages = last.last_page - last.first_page
    counts = page_of(begins.text), page_of(ends.text), page_of(onward.text)
    if counts[1] and counts[2]:
        first = counts[0][0] if counts[0] else counts[1][0] - pages
        if first == 1 and counts[1][1] == counts[2][1] and counts[2][0] == counts[1][0] + 1:
            yield f"page {counts[2][0]} of {counts[2][1]} follows page {counts[1][0]}"
        return
    one, other = number_of(ends.text), number_of(onward.text)
    if one is not None and other == one + 1 and one - pages == 1 and not (counts[1] or counts[2]):
        yield f"page number {other} follows {one}"
    elif one is None and pages == 0 and other == 2 and not (counts[1] or counts[2]):
        yield "it bears page number 2, and the page before begins a paper"


def _broken(line: str) -> bool:
    return _OPEN.search(line) is not None and len(line.split()) > 3


def _within(line: str) -> bool:
    return re.match(r"[a-z]", line) is not None and len(line.split()) > 2 and not headlike(line)


def _top(page: Page) -> list[str]:
    lines = [line.strip() for line in page.text.split("\n") if line.strip()]
    return [line for line in lines[:_EDGE] if not is_stamp(line) and len(line) <= 2 * _LONG]


def _own_lines(page: Page, beside: Page) -> list[str]:
    """The lines of a page without its stamps, its number and what heads or ends the page beside it too."""
    lines = [line.strip() for line in page.text.split("\n") if folded(line)]
    other = [folded(line) if len(line) <= 2 * _LONG else "" for line in beside.text.split("\n") if folded(line)]
    heads, feet = frozenset(other[:_EDGE]), frozenset(other[-_EDGE:])
    while lines and (is_stamp(lines[0]) or folded(lines[0]) in heads):
        lines = lines[1:]
    while lines and (is_stamp(lines[-1]) or folded(lines[-1]) in feet):
        lines = lines[:-1]
    return lines
