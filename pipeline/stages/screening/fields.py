"""Fields of scanned forms that ask for a private identifier and whose answer OCR did not read: handwriting, one letter to a box.

What is written there is no text, but everybody sees it in the page's image.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.records import spans
from pipeline.records.page import Box, Line, Page, Word

ASKS = re.compile(
    r"(?:\d{1,2}[.)]\s)?(?:A[- ]?(?:[Nn]umber|NUMBER|[Nn]o|NO|[Ff]ile(?:\s(?:[Nn]umber|[Nn]o))?|#)"
    r"|SSN|FBI\s?(?:[Nn]o|NO|#|[Nn]umber)?|DOB|D\.O\.B"
    r"|(?i:alien\s(?:registration\s)?(?:number|no|\#)|social\ssecurity(?:\s(?:number|no|\#))?|date\sof\sbirth|birth\s?date"
    r"|passport(?:\s(?:number|no|\#))|(?:home|cell|mobile)\s(?:tele)?phone(?:\s(?:number|no))?|home\saddress))"
    r"\.?\s?(?:\([^)]{0,30}\))?\s?[:.]?"
)
WIDE = 1.2  # heights of a label's line: white space below it from which on something may stand there
DEEP = 4.0  # the same: a field is no deeper
FAR = 0.35  # share of the page's width that a field takes behind its label where nothing else ends it
PART = 1.5  # heights of a line between a label and what stands next in its row
OFF_PAPER = 0.97


def unread_fields(page: Page) -> tuple[Box, ...]:
    """Where the answers stand, below or behind their labels, on a page read by OCR; () for any other page."""
    if page.method != "ocr":
        return ()
    found = (box for line in page.lines for words, after in _labels(line) for box in _empty(words, after, page))
    return tuple(box for box in found if not any(_meets(box, one.box) for one in page.redactions))


def _meets(one: Box, other: Box) -> bool:
    """Whether the two have anything in common: an answer that is redacted needs no second box."""
    return one.x0 < other.x1 and other.x0 < one.x1 and one.y0 < other.y1 and other.y0 < one.y1


def _leads_its_row(label: tuple[Word, ...], page: Page) -> bool:
    """Whether nothing but other such labels stands to the left: the end of a sentence is no label."""
    top, bottom = label[0].y0, label[0].y1
    for line in page.lines:
        row = [word for word in line.words if word.x1 <= label[0].x0 and min(word.y1, bottom) - max(word.y0, top) > 0]
        labels = {id(word) for words, _ in _labels(line) for word in words}
        if any(id(word) not in labels for word in row):
            return False
    return True


def _labels(line: Line) -> Iterator[tuple[tuple[Word, ...], float]]:
    """Parts of the line that are a label and nothing else, with the left edge of what follows (or -1 without any)."""
    part: list[Word] = []
    for word in (*line.words, None):
        if part and (word is None or word.x0 - part[-1].x1 > 0.6 * PART * (part[-1].y1 - part[-1].y0)):
            if ASKS.fullmatch(" ".join(one.text for one in part)):
                yield tuple(part), word.x0 if word else -1.0
            part = []
        if word is not None:
            part.append(word)


def _empty(label: tuple[Word, ...], after: float, page: Page) -> Iterator[Box]:
    if not _leads_its_row(label, page):
        return
    left, right = label[0].x0, label[-1].x1
    top, bottom = min(word.y0 for word in label), max(word.y1 for word in label)
    high = bottom - top
    below = [word for line in page.lines for word in line.words if word.y0 >= bottom - 0.2 * high and word.x1 > left]
    next_top = min((word.y0 for word in below if word.x0 < left + FAR), default=bottom + DEEP * high)
    end = after if after > right else min(right + FAR, OFF_PAPER)
    if end - right > 3 * high:
        yield spans.box(right + 0.2 * high, top - 0.3 * high, end - 0.2 * high, bottom + 0.3 * high)
    if next_top - bottom > WIDE * high:
        yield spans.box(
            left - 0.5 * high, bottom + 0.1 * high, max(end, left + FAR), min(next_top, bottom + DEEP * high) - 0.1 * high
        )
