"""A document's own count of its pages: "Page 2 of 5"."""

from __future__ import annotations

import re

_COUNT = re.compile(
    r"(?i:\bpage\s{0,2}([\dIl|]{1,3})\s?(?:of|/)\s?([\dIl|]{1,3})\b)|^\s*(\d{1,3})\s(?:of|OF)\s(\d{1,3})\s*$", re.MULTILINE
)
_ONES = str.maketrans("Il|", "111")  # what scans make of a 1


def page_of(text: str) -> tuple[int, int] | None:
    """(this page, all pages) as printed in the first or last lines; None where absent, impossible or said in two ways."""
    lines = [line for line in text.split("\n") if line.strip()]
    edges = "\n".join(lines[:4] + lines[max(4, len(lines) - 4) :])
    read = [tuple(part.translate(_ONES) for part in (a or c, b or d)) for a, b, c, d in _COUNT.findall(edges)]
    counts = {(int(page), int(pages)) for page, pages in read}
    counts = {one for one in counts if 0 < one[0] <= one[1]}
    return counts.pop() if len(counts) == 1 else None
