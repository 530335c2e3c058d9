"""Telephones that their own row, or the one above it, gives as an office's whatever the page is about.

A field for counsel or an office ("Attorney of record: Ada Roe, Esq., tel (555) 212-1010"), a body with its street in one line, a
message slip whose caller is of an office, a body with a colon.
"""

from __future__ import annotations

import re

from pipeline.patterns.names.name_forms import CAP
from pipeline.patterns.names.office_words import FIRM, ORGANISATION
from pipeline.patterns.public.lines_of_offices import KIN, OWN

_LABELS = re.compile(r"(?:^|(?<=[\s.;|]))(?P<label>[A-Z][A-Za-z’' /-]{2,34}?)\s?:\s")
# Whose field a form has that acts for an office or for others.
_ACTS = re.compile(
    r"(?i:(?:\w+\s){0,2}?(?:attorney|counsel|lawyer|preparer"
    r"|representative|agency|office|facility|consulate|embassy|provider|court|sheriff"
    r"|department|field\soffice|supervisor|officer|deportation\sofficer|prosecutor|public\sdefender)(?:\sof\srecord)?(?:\s(?:name|phone))?)"
)
_NUMBERED = re.compile(r"(?i:tel(?:ephone)?|phone|ph|fax|no|number|ext|voice|office|main)\Z")
# "Facility: Dale Jail   Sponsor tel: (": a telephone that is called by who or when is a field of its own, and no office's.
_LINE = r"(?:[’']?s)?[ ](?:tele?(?:phone)?|phone|ph|no|num(?:ber)?|contact)\b[\s.:#]{0,4}(?:(?:no|number)\b[\s.:]{0,3})?\(?\Z"
_WHOSE = re.compile(
    r"(?i:\b(?:sponsor|respondent|alien|applicant|beneficiary|petitioner|obligor|relative|friend|witness|family|parent|tenant|prisoner"
    rf"|employee|resident|individual|person){_LINE})"
)
_WHEN = re.compile(
    rf"(?i:\b(?:evening|day(?:time)?|night|alternate|alt|other|second(?:ary)?|contact|message|personal|private|callback){_LINE})"
)
# Words of a sentence between a field's label and a number: then it is told of somebody else.
_TOLD = re.compile(r"\b(?!(?:phone|telephone|file|office|main|line|with|from|fax)\b)[a-z]{4,}\b")
_PARTED = re.compile(r",\s|\s[-–|·•]\s|\s{2,}")
_PLACE = re.compile(
    r"\d{1,6}\s[A-Z][\w’'. -]{1,40}|P\.?\s?O\.?\s[Bb]ox\s\d{1,6}|(?:[Ss]uite|[Rr]oom)\s\w{1,6}"
    r"|[A-Z][\w’'.]{1,20}(?:\s[A-Z\d][\w’'.]{0,20}){0,3}"
)
_HOUSED = re.compile(r"\d|P\.?\s?O\b")
_ACRONYM = re.compile(r"[A-Z]{3,7}")
_CALLED = re.compile(r"(?i:(?:tel(?:ephone)?|phone|ph)[.:]?\s?)?\(?\Z")
_SLIP = re.compile(r"[ \t]*(?i:tele)?(?i:phone|tel|ph)\b[\s.:#]{0,3}(?i:no\.?\s)?\(?\Z")
_OF_HOUSE = re.compile(r"(?:,|\b(?:of|from|with))\s(?:the\s)?(?P<house>[A-Z][^,;:\n]{2,60})\Z")
_JOINS = frozenset(("of", "for", "and", "the", "district", "office", "staff"))
_COLON = re.compile(
    r"(?:^|[.;•]\s|[ \t]{2})(?:The\s)?(?:[A-Z][\w’'-]+\s){0,3}"
    r"(?:Bureau|Office|Department|Division|Agency|Commission|Council|Desk|Unit)"
    rf":\s{CAP}(?:\s(?:[A-Z]\.|{CAP})){{1,3}},\s\(?\Z"
)


def of_row(text: str, start: int) -> bool:
    """Whether the number that begins at `start` is an office's by its row or the one above."""
    begun = text.rfind("\n", 0, start) + 1
    line = text[max(begun, start - 240) : start]
    if KIN.search(line) or OWN.search(line):
        return False
    if _in_field(line) or _COLON.search(line):
        return True
    parts = [one for one in _PARTED.split(_CALLED.sub("", line).strip(" ,-–")) if one]
    if len(parts) > 1 and _ACRONYM.fullmatch(parts[0]) and _is_address(parts[1:]):
        return True
    above = text[max(0, begun - 240) : begun].rstrip().rpartition("\n")[2]
    if _SLIP.fullmatch(line):
        house = _OF_HOUSE.search(above)
        return house is not None and _is_house(house["house"]) and not KIN.search(above)
    return _is_address(parts) and _heads(text, begun, above)


def _in_field(line: str) -> bool:
    """Whether the last label before the number that is no telephone's is that of who acts for an office."""
    labels = [one for one in _LABELS.finditer(line) if not _NUMBERED.search(one["label"])]
    if not labels or _ACTS.fullmatch(labels[-1]["label"]) is None:
        return False
    return not (_TOLD.search(line, labels[-1].end()) or _WHEN.search(line) or of_another(line))


def of_another(line: str) -> bool:
    """Whether the number behind these words is that of whom a form is about: "Sponsor tel: "."""
    return _WHOSE.search(line) is not None


def _is_address(parts: list[str]) -> bool:
    """Whether the parts of a line are a street or a box and what belongs to it."""
    return bool(parts) and _HOUSED.match(parts[0]) is not None and all(map(_PLACE.fullmatch, parts))


def _is_house(words: str) -> bool:
    """Whether these are capitalised words of which one names an office or a firm."""
    if not all(word[0].isupper() or word in _JOINS for word in words.split()):
        return False
    return ORGANISATION.search(words) is not None or FIRM.search(words) is not None


def _heads(text: str, begun: int, above: str) -> bool:
    """Whether the line above is a body's name in capitals or of capitalised words, and the first of its page but one."""
    first = len([one for one in text[:begun].split("\n", 4) if one.strip()]) <= 2
    words = [word for word in above.split() if word[:1].isalpha() and word not in ("of", "for", "the", "and", "in")]
    return first and len(words) > 1 and all(word[0].isupper() for word in words) and _is_house(above)
