"""Whose a press release is that bears no letterhead: of whoever its first sentences say announced it today, or of the house that
its headline names and that its first sentences say to have said so."""

from __future__ import annotations

import re

from pipeline.patterns.names.offices import NOBODYS, Names, is_office, kind_of
from pipeline.patterns.writers.parties import house_kind

_TODAY = re.compile(
    r"(?P<who>(?:(?:[A-Z][\w’'.-]*|of|the|and|for)\s){1,9})(?:announced|unveiled|declared)\s(?:today|this\s(?:week|morning|afternoon)"
    r"|(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_SAID = r"{name}\s(?:said|says|reported|reports|released|found|charged|charges|today)\b"
_HOUSE = re.compile(r"(?P<who>[A-Z][\w’'&.-]*(?:\s[\w’'&.-]+){1,7})(?::|\s[-–—])\s")  # "PORT PROJECT: NEW FIGURES SHOW ..."
_FIRST = 1500  # characters of its first sentences


def announcer(text: str, own: Names) -> str:
    """The kind of the one whom the first sentences say to have announced what it is about; '' where they tell none, or two."""
    plain = " ".join(text[:_FIRST].split())
    kinds = {kind_of(found["who"].strip(), own) for found in _TODAY.finditer(plain)}
    return next(iter(kinds - {NOBODYS, "press"}), "") if len(kinds) == 1 else ""


def house_of_headline(headline: str, text: str, own: Names) -> tuple[str, str]:
    """(name, kind) of the house before a release's headline that its first sentences say to have said it; ('', '') where none.

    Of persons ("Sheriff Poe: ...", "Officials: ...") anybody's release may tell, and of the house that the release is from too.
    """
    found = _HOUSE.match(headline)
    if found is None or not is_office(found["who"], by_head=True):
        return "", ""
    plain = " ".join(text[:_FIRST].replace(headline, " ").split())
    again = re.search(_SAID.format(name=rf"(?P<name>(?i:{re.escape(found['who'])}))"), plain)
    kind = kind_of(again["name"], own) if again else ""
    return (again["name"], kind) if again and kind not in ("", NOBODYS, "press", house_kind(own.agency)) else ("", "")
