"""Whose a press release is that bears no letterhead: of whoever its first sentences say announced it today."""

from __future__ import annotations

import re

from pipeline.patterns.offices import NOBODYS, Names, kind_of

_TODAY = re.compile(
    r"(?P<who>(?:(?:[A-Z][\w’'.-]*|of|the|and|for)\s){1,9})(?:announced|unveiled|declared)\s(?:today|this\s(?:week|morning|afternoon)"
    r"|(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_FIRST = 1500  # characters of its first sentences


def announcer(text: str, own: Names) -> str:
    """The kind of the one whom the first sentences say to have announced what it is about; '' where they tell none, or two."""
    plain = " ".join(text[:_FIRST].split())
    kinds = {kind_of(found["who"].strip(), own) for found in _TODAY.finditer(plain)}
    return next(iter(kinds - {NOBODYS, "press"}), "") if len(kinds) == 1 else ""
