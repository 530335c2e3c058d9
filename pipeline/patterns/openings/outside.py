"""What stands on a page beside its text: running feet and heads in the margin, and whom a mail is to.

A rule that finds its words there has found words; a model that is asked what such a line says answers with a guess.
"""

from __future__ import annotations

import re

from pipeline.records import spans
from pipeline.records.page import Page

# Shares of the page's height: about half an inch of letter paper, within which typists and printers set no text.
TOP, BOTTOM = 0.055, 0.945
_ADDRESSED = re.compile(
    r"\W*(?:To|TO|From|FROM|Fr[o0]m|C[cC]|cc|B[cC][cC]|Sent|SENT|Via|VIA|Through|THROUGH|Attachments?)\s?[:;]"
)


def beside_the_text(page: Page, start: int, end: int) -> bool:
    """Whether `page.text[start:end]` is a line of a mail's head that names people or a time, or stands in the margin whole."""
    if _ADDRESSED.match(page.text, start, end):
        return True
    boxes = spans.boxes(page, start, end)
    return bool(boxes) and all(one.y1 <= TOP or one.y0 >= BOTTOM for one in boxes)
