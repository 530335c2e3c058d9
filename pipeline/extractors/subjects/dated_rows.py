"""Chronologies and logs: rows that begin with their days. Each tells of a matter of its own, whatever the row above names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.patterns.days.months import MONTH

_YEAR = r"(?:[12]\d)?\d\d"
_DAY = (
    rf"(?:\d{{1,2}}[/.-]\d{{1,2}}(?:[/.-]{_YEAR})?|\d{{4}}-\d\d-\d\d"
    rf"|{MONTH}\s\d{{1,2}}(?:,?\s\d{{4}})?|\d{{1,2}}\s{MONTH}(?:,?\s\d{{4}})?)"
)
_BEGINS = re.compile(rf"\W{{0,3}}{_DAY}(?:\s\([^()]{{1,30}}\))?(?:\s?[-–—:|](?=\s)|\s(?=[A-Z]))")
ROWS = 3  # of a paper; fewer may be prose that begins with a day


def dated_rows(texts: Sequence[str]) -> tuple[bool, ...]:
    """Which of a paper's sentences begin such a row; none where there are fewer than `ROWS`."""
    found = tuple(_BEGINS.match(text) is not None for text in texts)
    return found if sum(found) >= ROWS else (False,) * len(found)
