"""Lists of contacts and of those present, in which a house stands before a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.patterns.names.offices import AGENCY, Names, is_office, kind_of
from pipeline.patterns.names.person_names import FULL

_LISTING = re.compile(
    r"(?im)^[^\n]{0,30}\b(?:contacts?|directory|roster|participants|attend(?:ees|ance)|present|points?\sof\scontact)\b[^\n]{0,20}$"
)
_LISTED = re.compile(rf"(?m)^(?P<before>[^\n:█]{{2,60}}?)[\s|,]+(?P<name>{FULL})\s*[=|:-]*\s*(?=[(█\d\[]|$)")
_SECTION = 25  # lines below a heading for contacts within which its rows stand
_BLOCK = 2000  # characters that they may take


def in_lists(text: str, own: Names) -> Iterator[tuple[str, str, str]]:
    """(name, kind, words) of the rows of a list of contacts: the house, then the name."""
    end = 0
    for head in _LISTING.finditer(text):
        if head.start() < end:
            continue
        section = "\n".join(text[head.end() : head.end() + _BLOCK].split("\n")[:_SECTION])
        end = head.end() + len(section)
        for row in _LISTED.finditer(section):
            before = " ".join(row["before"].split())
            kind = kind_of(before, own)
            if kind and (is_office(before) or kind == AGENCY) and row["name"].split()[0] not in before.split():
                yield row["name"], kind, f"{before} {row['name']}"
