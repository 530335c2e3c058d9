"""What "will" tells of as it stands: a bill that somebody faces is a cost told now, and no plan of anybody's."""

from __future__ import annotations

import re

_BILL = re.compile(
    r"(?i)(?<=\w\s)will\s+(?:\w+\s+){0,2}?(?:be\s+out|have\s+to|need|owe|cost|bear|lose|be\s+(?:billed|charged|short))\b"
    r"[^.;?]{0,80}?(?:\$\s?\d|\b\d[\d,]*\s+dollars\b|\bUSD\s?\d)"
)


def bill_told(text: str) -> str:
    """The words by which somebody is told to be out a sum: "the county will have to spend about $12,000"; or ''."""
    found = _BILL.search(text)
    return " ".join(found[0].split()) if found else ""
