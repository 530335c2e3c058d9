"""From spans and marks to what a template can print: pieces of text, each marked or not, and boxes on the page image.

No markup is made here. Offsets are characters of the page's text; boxes are fractions of the upright page.
"""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from db.building.words import PlacedWord, unpack
from db.sql.queries import CLOSE, OPEN

_LINE_END = re.compile(r"(?<![\n-])\n(?!\s*\n|\s*[•▪●*–—-]\s|\s*\(?\w{1,3}[.)]\s|[A-Z][\w ]{0,20}:)")
MARGIN = 0.075  # of a page's width, left and right, where seldom anything is printed
Span = tuple[int, int]
Edges = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text: `found` when the search found it, `claim` when it is part of a claim's quote.

    `numbers` are the numbers (1, 2, ...) of the claims that end with this piece, for the references after it.
    """

    text: str
    found: bool = False
    claim: bool = False
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Window:
    """A part of a page to show: position and size in points."""

    x: float
    y: float
    width: float
    height: float


def pieces(marked: str) -> tuple[Piece, ...]:
    """What SQLite marked with OPEN and CLOSE, split. Marks that belong to no pair are dropped."""
    found: list[Piece] = []
    for index, part in enumerate(marked.split(OPEN)):
        inside, closed, after = part.partition(CLOSE)
        if not index or not closed:
            found.append(Piece((inside + after).replace(CLOSE, "")))
        else:
            found += [Piece(inside, found=True), Piece(after.replace(CLOSE, ""))]
    return tuple(piece for piece in found if piece.text)


def spans_of(text: str, marked: str) -> tuple[Span, ...]:
    """Where the marks of `marked` lie in `text`, of which it is a copy with marks put in; () when it is no such copy."""
    found: list[Span] = []
    at, start = 0, -1
    for letter in marked:
        if at < len(text) and letter == text[at]:
            at += 1
        elif letter == OPEN:
            start = at
        elif letter == CLOSE:
            if 0 <= start < at:
                found.append((start, at))
            start = -1
        else:
            return ()
    return tuple(found)


def laid_out(
    text: str, found: Sequence[Span], claims: Sequence[Span], first: int = 0, last: int | None = None
) -> tuple[Piece, ...]:
    """text[first:last] in pieces; where spans of either sort begin or end, a new piece begins.

    Claims are numbered from 1 in the order given; a claim's number hangs on the piece that ends where it does.
    """
    last = len(text) if last is None else min(last, len(text))
    edges = {first, last}
    for start, end in (*found, *claims):
        edges.update(edge for edge in (start, end) if first < edge < last)
    stops = sorted(edges)
    made = []
    for start, end in itertools.pairwise(stops):
        numbers = tuple(index for index, span in enumerate(claims, 1) if span[1] == end and span[0] < end)
        made.append(Piece(text[start:end], _covered(start, end, found), _covered(start, end, claims), numbers))
    return tuple(made)


def _covered(start: int, end: int, spans: Iterable[Span]) -> bool:
    return any(low <= start and end <= high for low, high in spans)


def around(text: str, start: int, end: int, room: int = 420) -> Span:
    """The window of about `room` characters each side of a span, widened or narrowed to whole words and lines."""
    low, high = max(0, start - room), min(len(text), end + room)
    if low:
        gap = text.find(" ", low, start)
        low = gap + 1 if gap >= 0 else low
    if high < len(text):
        gap = text.rfind(" ", end, high)
        high = gap if gap >= 0 else high
    return low, high


def unbroken(text: str) -> str:
    """The text, just as long, with a space for a line end inside a paragraph.

    Line ends stay at blank lines, before list marks and field names (`Subject:`), and where a word is broken by a hyphen.
    """
    return _LINE_END.sub(" ", text)


def placed(blob: bytes | None) -> tuple[PlacedWord, ...]:
    """The words of a page; none when the blob is missing or spoilt, for a page must show without them."""
    try:
        return unpack(blob) if blob else ()
    except ValueError:
        return ()


def boxed(words: Iterable[PlacedWord], spans: Sequence[Span]) -> tuple[Edges, ...]:
    """The boxes of the words that the spans touch."""
    return tuple(
        (word.x0, word.y0, word.x1, word.y1)
        for word in words
        if any(word.start < end and word.start + word.length > start for start, end in spans)
    )


def claim_boxes(boxes: str) -> tuple[Edges, ...]:
    """The boxes stored with a claim, as JSON; none when they are not what they should be."""
    try:
        rows = json.loads(boxes)
        return tuple((float(a), float(b), float(c), float(d)) for a, b, c, d in rows)
    except (ValueError, TypeError):
        return ()


def window(boxes: Sequence[Edges], width: float, height: float) -> Window | None:
    """The part of the page to show around these boxes: its width without the margins, and some lines above and below.

    None without boxes.
    """
    if not boxes:
        return None
    room = max(0.035, 0.5 * (0.16 - (max(b[3] for b in boxes) - min(b[1] for b in boxes))))
    top = max(0.0, min(b[1] for b in boxes) - room)
    bottom = min(1.0, max(b[3] for b in boxes) + room)
    left = max(0.0, min(MARGIN, min(b[0] for b in boxes) - 0.02))
    right = min(1.0, max(1 - MARGIN, max(b[2] for b in boxes) + 0.02))
    top_edge, tall = round(top * height, 2), round(max(bottom - top, 0.02) * height, 2)
    return Window(round(left * width, 2), top_edge, round((right - left) * width, 2), tall)
