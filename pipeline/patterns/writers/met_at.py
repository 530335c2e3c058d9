"""Whom a report says its writer met at a house: "Met at the State Bureau with Director Jane Roe" makes her the Bureau's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.patterns.names.offices import NOBODYS, Names, is_office, kind_of
from pipeline.patterns.names.person_names import FULL
from pipeline.patterns.public.openly import RANK

_WORD = r"[A-Z][\w’'.&-]*"
_MET = re.compile(
    rf"\b(?:(?i:met|meeting|call|interview|briefing|session|lunch|spoke|talked)\s)(?:\w+\s){{0,2}}?(?:at|in)\s(?:the\s)?(?P<house>{_WORD}(?:\s(?:(?:of|and|for)\s)?{_WORD}){{0,5}})"
    rf"\s(?:with|by)\s(?:the\s)?(?P<post>(?:{_WORD}\s){{0,3}}?(?i:{RANK}))\s(?P<name>{FULL})(?![\w’'-]|,?\s(?:of|from|at|with)\b|[’'(]|\s\()"
)


def met_at(text: str, own: Names) -> Iterator[tuple[str, str, str]]:
    """(name, kind, words) of everybody with a rank whom the text says to have been met at an office; his rank tells no other."""
    for found in _MET.finditer(text):
        kind, rank = kind_of(found["house"], own), kind_of(found["post"], own)
        if kind not in ("", NOBODYS) and rank in ("", kind) and is_office(found["house"]):
            yield found["name"], kind, " ".join(found.group().split())
