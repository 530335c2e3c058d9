"""The sender of a mail under a box: the text holds nothing behind "From:", but the page shows that he is withheld."""

from __future__ import annotations

import re

from pipeline.records import spans
from pipeline.records.page import Box, Page

_FIELD = re.compile(r"(?m)^[ \t>]*(?:From|FROM)\s?:[ \t]*$")
_CODE = re.compile(r"\([bB]\)\s?\(\d")
_BESIDE = 0.01  # share of the page's width by which a box may begin before its field ends
_WITHHELD = spans.MASK * 8


def sender_under_box(page: Page, start: int, end: int) -> str:
    """What is printed on the box behind the first "From:" of `page.text[start:end]`, bars where nothing is; '' without a box."""
    field = _FIELD.search(page.text, start, end)
    label = next(iter(spans.boxes(page, *field.span())), None) if field else None
    if label is None:
        return ""
    for one in page.redactions:
        if _beside(label, one.box):
            return " ".join(one.raw.split()) if _CODE.search(one.raw) else _WITHHELD
    return ""


def _beside(label: Box, box: Box) -> bool:
    """Whether the box stands behind the label in its line."""
    middle = (label.y0 + label.y1) / 2
    return box.x0 >= label.x1 - _BESIDE and box.y0 <= middle <= box.y1
