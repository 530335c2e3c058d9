"""What a form or a log prints around its words, blanked before anything is searched: the hours of a log, the M of a message slip.

A log begins each entry with an hour in four figures ("1612 TC from ..."), which read with the word behind it is a house in a
street, and with the number at the end of the line above a telephone. A slip prints the M of Mr, Mrs and Miss.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from pipeline.patterns.names.streets import STREET

_HOUR = re.compile(r"(?m)^[ \t]*(?P<hour>(?:[01]\d|2[0-4])[0-5]\d)(?=[ \t]+\S|[ \t]*[-–][ \t]*\S)(?![ \t]+\d)")
_SIGNED = re.compile(r"(?i:\blog\b|\bblotter\b|\bhrs\b|\bhours\b|\bshift\b)|(?m:^[ \t]*0\d{3}[ \t])")
_SLIP = re.compile(r"(?m)^(?P<indent>[ \t]*)M (?P<rest>(?:rs|r|s|iss)\b\.?)(?=[ \t]+[A-ZÀ-Þ])")
MANY = 4  # entries with rising hours from which on a page is a log


@lru_cache(maxsize=64)
def hours(text: str) -> tuple[tuple[int, int], ...]:
    """Where the hours stand that begin the entries of a log: in order, past midnight once at most, and on no list of streets."""
    found = [(match.span("hour"), int(match["hour"])) for match in _HOUR.finditer(text)]
    falls = sum(later < one for (_, one), (_, later) in pairwise(found))
    if len(found) < MANY or falls > 1 or not _SIGNED.search(text):
        return ()
    spans = tuple(span for span, _ in found)
    starts = {start for start, _ in spans}
    return () if any(match.start() in starts for match in STREET.finditer(text)) else spans


def without_print(text: str) -> str:
    """The text with spaces for these hours, and with the printed M beside what is written behind it; as long as before."""
    parts: list[str] = []
    at = 0
    for start, end in hours(text):
        parts += (text[at:start], " " * (end - start))
        at = end
    return _SLIP.sub(lambda match: f"{match['indent']} M{match['rest']}", "".join((*parts, text[at:])))
