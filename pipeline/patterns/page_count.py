"""A document's own count of its pages: "Page 2 of 5", "Page 2", "- 2 -"."""

from __future__ import annotations

import re

_COUNT = re.compile(
    r"(?i:\bpage\s{0,2}([\dIl|]{1,3})\s?(?:of|/)\s?([\dIl|]{1,3})\b)|^\s*(\d{1,3})\s(?:of|OF)\s(\d{1,3})\s*$", re.MULTILINE
)
_ALONE = re.compile(r"(?:[-–—(\[]\s?)?(\d{1,3})(?:\s?[-–—)\]])?|(?i:page|p\.)\s?(\d{1,3})")
_ONES = str.maketrans("Il|", "111")  # what scans make of a 1


def page_of(text: str) -> tuple[int, int] | None:
    """(this page, all pages) as printed in the first or last lines; None where absent, impossible or said in two ways."""
    lines = [line for line in text.split("\n") if line.strip()]
    edges = "\n".join(lines[:4] + lines[max(4, len(lines) - 4) :])
    read = [tuple(part.translate(_ONES) for part in (a or c, b or d)) for a, b, c, d in _COUNT.findall(edges)]
    counts = {(int(page), int(pages)) for page, pages in read}
    counts = {one for one in counts if 0 < one[0] <= one[1]}
    return counts.pop() if len(counts) == 1 else None


def number_of(text: str) -> int | None:
    """The page number alone in the first or last lines ("2", "- 2 -", "Page 2"); None where absent or said in two ways."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    found = {int(match[1] or match[2]) for line in lines[:3] + lines[-3:] if (match := _ALONE.fullmatch(line))}
    return found.pop() if len(found) == 1 else None
