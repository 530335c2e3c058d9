"""Whom a list names beside somebody private, and numbers that head their rows as private ones head others.

Who stands in one list with a person who was held, or in one column with such persons' numbers, is one of them, though nothing
else is told of him.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from pipeline.patterns.names.name_forms import CAP, names_nobody, of_an_official, personal
from pipeline.patterns.names.office_words import names_office
from pipeline.patterns.private.signs import IdentifierFound, line_before
from pipeline.patterns.public.shown_public import is_public, names_place

BASIS = "stands in a list with somebody private"
ALIKE = "stands where the numbers of private persons stand, and is built as they are"
_FULL = rf"{CAP}(?:[ \n](?:[A-Z]\.|{CAP})){{1,3}}"
_AND = r"(?:,\s(?:and\s)?|;\s|\sand\s)"
_LAST = re.compile(rf"(?<![\w’'.@/-])(?P<name>{_FULL}){_AND}\Z")
_NEXT = re.compile(rf"{_AND}(?P<name>{_FULL})(?=[,;.)]|\sand\b|\s*\n|\Z)")
# Lists of those who write, speak or sit somewhere.
_OF_OTHERS = re.compile(
    r"\A[\s>|]*(?i:from|to|cc|bcc|by|between)\b"
    r"|(?i:\b(?:present|absent|excused|attend\w*|members?|distribution|speakers?|panel\w*|witness(?:es)?|staff|ayes|noes|yeas|nays"
    r"|moved|motion|thank\w*|sincerely|reporters?|photos?|contributed|counties|towns|cities|sites|offices)\b)"
)
REACH = 60  # characters of a name and what joins it
_ROWED = re.compile(r"(?m)^[ \t|]*(?P<number>(?=[A-Z\d-]*[A-Z-])(?:[A-Z]{1,4}-?)?\d[\dA-Z-]{4,16})(?=[ \t|])")
MOST = 200  # names that a page's lists add
FEW = 2  # private numbers of one build that tell of the others


def names_of_lists(text: str, private: tuple[tuple[int, int], ...]) -> Iterator[IdentifierFound]:
    """Full names that stand beside private ones in a list, and beside those."""
    known = dict(private)
    waiting = list(private)
    while waiting and len(known) < MOST + len(private):
        start, end = waiting.pop()
        lead = line_before(text, start, 160)
        if " " not in text[start:end].strip() or _OF_OTHERS.search(lead):
            continue
        last = _LAST.search(text[max(0, start - REACH) : start])
        after = _NEXT.match(text, end, min(len(text), end + REACH))
        for match, shift in ((last, max(0, start - REACH)), (after, 0)):
            if match is None:
                continue
            span = (match.start("name") + shift, match.end("name") + shift)
            if span[0] not in known and _is_person(text, *span):
                known[span[0]] = span[1]
                waiting.append(span)
                yield IdentifierFound(*span, "person-name", BASIS)


def _is_person(text: str, start: int, end: int) -> bool:
    words = text[start:end].split()
    return (
        personal(text[start:end])
        and not any(names_office(word) or names_nobody(word) for word in words)
        and not any(of_an_official(text, start + one.start()) for one in re.finditer(r"\S+", text[start:end]))
        and not (is_public(text, start, end) or names_place(text, start, end))
    )


def numbers_alike(text: str, private: tuple[tuple[int, int], ...]) -> Iterator[IdentifierFound]:
    """Numbers at the head of their rows that have the build of two private ones or more at the head of theirs."""
    rows = [row.span("number") for row in _ROWED.finditer(text)]
    held = {span for span in rows if any(start <= span[0] and span[1] <= end for start, end in private)}
    builds = Counter(_build(text[start:end]) for start, end in held)
    for span in rows:
        if span not in held and builds[_build(text[slice(*span)])] >= FEW:
            yield IdentifierFound(*span, "person-number", ALIKE)


def _build(number: str) -> str:
    return re.sub(r"\d", "9", number)
