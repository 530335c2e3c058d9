"""What tops a page the way a title does: a few short lines above its text, told by where they stand and how they are set.

A title need not be worded like one ("What you may have heard, and how it is"). It is no running text: its paragraph is short and
does not end as a sentence ends, and what stands right below it often says when it was made and whose it is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from statistics import median

from pipeline.patterns.days.dates import dates_in
from pipeline.patterns.days.head_dates import date_of_title
from pipeline.patterns.names.offices import DATE_TAIL, is_office
from pipeline.patterns.openings.headers import is_field
from pipeline.patterns.openings.headings import headlike
from pipeline.records.page import Line, Page

_REACHES = 0.05  # share of the width within which a line ends at the right edge of the text
_LONGEST, _MOST_LINES = 34, 3  # words and lines of a title
_SEEN = 60  # lines of a page from which its usual type and its edge are known
_LOOKED_AT = 12  # lines from the title's first on
_WIDE = 1.6  # usual gaps between lines from which on a gap parts paragraphs
_BELOW = 2  # paragraphs below a title in which its date and its house are looked for
_SHORT = 0.12  # share of the width that the next line's first word would have needed to fit
_OFF_STEP = 0.15  # by which two sizes of type may differ and count as one
_FEWEST = 5  # words of a shape on a page from which its height is known
_DEEP = re.compile(r"[gjpqy,;()\[\]|Q]")
_TALL = re.compile(r"[A-Zbdfhijklt0-9()\[\]|'\"]")
_ENDS = re.compile(r"(?<!\b[AaPp]\.[Mm])[.?!:;,]['\"”’)\]]*$|[-–—]$")
_LEADS_ON = re.compile(
    r"(?i:\b(?:an?|and|as|at|by|for|from|in|into|nor|of|on|or|than|the|their|to|with|will|your|our|its))$"
)  # a line that ends so breaks off in a sentence
# What lists, questions, speakers and numbered parts begin with.
_ITEM = re.compile(
    r"(?:[•*>▪●◦‣|+-]|\(?(?:\d{1,3}|[a-z]|[ivxIVX]{1,4}|[A-Z])[.)](?=\s|$)|\d{1,2}\.\d|\[\d{1,2}:\d\d|(?:[QA]|Question|Answer)\b[.:]?\s"
    r"|(?:(?:The|Mr|Ms|Mrs|Dr)\.?\s)?[A-Z][A-Z .'’-]{2,40}[.:]\s|\d{1,2}\s+(?:[QA]\b|[A-Z][A-Z ]+:))"
)
# A label in capitals with capitals behind it is a heading's; who speaks is answered in small letters.
_LOUD = re.compile(r"[A-Z][A-Z .'’-]{2,40}:\s(?=.*[A-Z]{4})[A-Z\d][A-Z\d &,.'’/()-]*")


@dataclass(frozen=True, slots=True)
class Title:
    """`lines` are the title's paragraph and the short ones below it, each on one line.

    `size` is the size of its type in heights of the page (0 where the page has no boxes), `times` that size in usual lines of the
    page. `date` is the day it names as its own, else the last it names, ISO or ''; `house`: a body is named in it or right below.
    """

    lines: tuple[str, ...]
    size: float
    times: float
    date: str
    house: bool


def title_of(page: Page, said: tuple[str, ...]) -> Title | None:
    """The title on top of a page, or None. `said` are its lines without stamps, banners and what tops every page."""
    lines = [line for line in page.lines[:_SEEN] if line.words]
    start = next((at for at, line in enumerate(lines[:20]) if said and _text(line) == said[0]), None)
    if start is None:
        return None
    sizes = type_sizes(lines)
    paragraphs = list(_paragraphs(lines, sizes, start))
    if not paragraphs or not _could_title(paragraphs[0]):
        return None
    below = tuple(one.text for one in paragraphs[1 : 1 + _BELOW] if one.n_lines <= _MOST_LINES)
    usual = median(sizes)
    shown, size = (paragraphs[0].text, *below), paragraphs[0].size
    date = date_of_title(shown).date or _last_named(shown[0])
    return Title(shown, size, size / usual if usual else 1.0, date, _housed(shown))


def as_large(one: float, other: float) -> bool:
    """Whether two sizes of type are about the same."""
    return abs(one - other) <= _OFF_STEP * max(one, other)


@dataclass(frozen=True, slots=True)
class _Paragraph:
    text: str
    n_lines: int
    size: float


def _paragraphs(lines: list[Line], sizes: list[float], start: int) -> Iterator[_Paragraph]:
    """The paragraphs from line `start` on: one ends before a wider gap, or where the next word would have fitted."""
    right = sorted(line.words[-1].x1 for line in lines)[int(0.9 * (len(lines) - 1))]
    gaps = [gap for gap in map(_gap, lines, lines[1:]) if gap > 0]
    usual = median(gaps) if gaps else 0.0
    held: list[str] = []
    for at in range(start, min(start + _LOOKED_AT, len(lines))):
        line, after = lines[at], lines[at + 1] if at + 1 < len(lines) else None
        held.append(_text(line))
        if after is None or not _goes_on(line, after, right - line.words[-1].x1, _WIDE * usual, sizes[at], sizes[at + 1]):
            yield _Paragraph(" ".join(held), len(held), sizes[at + 1 - len(held)])
            held = []


def _goes_on(line: Line, after: Line, room: float, widest: float, size: float, next_size: float) -> bool:
    first = after.words[0]
    fits = room >= max(_REACHES, min(first.x1 - first.x0, _SHORT))
    apart = after.block != line.block and (room >= _REACHES or first.text[:1].isupper())
    return not (fits or apart or _ITEM.match(_text(after))) and as_large(size, next_size) and _gap(line, after) <= widest


def _gap(line: Line, after: Line) -> float:
    """The white between two lines, a share of the page's height; below 0 where they stand side by side."""
    return min(word.y0 for word in after.words) - max(word.y1 for word in line.words)


def _could_title(one: _Paragraph) -> bool:
    words = one.text.split()
    if one.n_lines > _MOST_LINES or len(words) > _LONGEST or (len(words) < 2 and not one.text.isupper()):
        return False
    if _LEADS_ON.search(one.text):
        return False
    return bool(re.match(r"[\"“‘'(\[]?[A-Z0-9]", one.text)) and not (
        _ENDS.search(one.text) or (_ITEM.match(one.text) and not _LOUD.fullmatch(one.text)) or is_field(one.text)
    )


def _last_named(title: str) -> str:
    """The last day, month or season that a title names: "For use in public, summer 2010"; a span's end."""
    return next((one.iso for one in reversed(dates_in(title)) if one.precision != "year"), "")


def _housed(lines: Iterable[str]) -> bool:
    """Whether a part of these lines is the name of a body and no more."""
    parts = (part.strip(" ,") for line in lines for part in re.split(r"(?<![A-Z])\.\s|\s[-–—|]\s|[;:]\s", line + " "))
    named = (DATE_TAIL.sub("", part) for part in parts)
    return any(is_office(part) and headlike(part) for part in named if part)


def type_sizes(lines: list[Line]) -> list[float]:
    """How large each line is set, as a share of the page's height.

    Where boxes fit the ink, "one" is less high than "Why" in the same type: words are compared by shape.
    """
    shaped = [[(_shape(word.text), word.y1 - word.y0) for word in line.words] for line in lines]
    heights: dict[str, list[float]] = defaultdict(list)
    for line in shaped:
        for shape, height in line:
            heights[shape].append(height)
    known = {shape: median(found) for shape, found in heights.items() if len(found) >= _FEWEST}
    whole = known.get("tall deep") or known.get("tall") or 0.0
    times = {shape: whole / height for shape, height in known.items() if height}
    return [median(height * times.get(shape, 1.0) for shape, height in line) for line in shaped]


@lru_cache(maxsize=8192)
def _shape(text: str) -> str:
    return " ".join(name for name, marks in (("tall", _TALL), ("deep", _DEEP)) if marks.search(text)) or "low"


def _text(line: Line) -> str:
    return " ".join(word.text for word in line.words)
