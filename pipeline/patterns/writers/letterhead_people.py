"""Who stands in a letterhead beside a post and below the name of a house: he is of that house, wherever his name comes again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from pipeline.patterns.days.dates import dates_in
from pipeline.patterns.days.dating import date_of_letterhead
from pipeline.patterns.names.offices import AGENCY, NOBODYS, Names, is_office, kind_of
from pipeline.patterns.names.person_names import FULL, LOUD_FULL
from pipeline.patterns.openings.headings import headlike
from pipeline.patterns.public.openly import RANK

_HOUSE, _HEAD, _WORDS = 3, 14, 12  # lines in which the house stands; lines above the day; words of such a line
_RANKS = rf"(?i:{RANK}|treasurer|chaplain|constable|trustee|member)"
_POST = rf"(?:[A-Z][\w’'.-]*,?\s(?:(?:of|for|and)\s)?){{0,5}}{_RANKS}(?:\sof\s[A-Z][\w’' -]{{2,40}})?"
_FORMER = re.compile(r"(?i:\b(?:former|ex|late|retired|emeritus)\b)")
_NAMED = re.compile(rf"(?P<name>{FULL}|{LOUD_FULL})(?:(?:,\s|\s[-–—]\s)(?P<post>[^|]{{3,70}}))?")
_TITLED = re.compile(rf"(?P<post>{_POST})\s(?P<name>{FULL}|{LOUD_FULL})")
# "Office of the Clerk Ada Roe, Clerk", "Ada Roe, Sheriff Abel Poe, Undersheriff": columns that a scan has run together.
_IN_LINE = re.compile(rf"(?<![\w’'-])(?P<name>{FULL}|{LOUD_FULL}),\s(?P<post>(?:[A-Z][a-z]+\s){{0,2}}?{_RANKS})(?=\s[A-Z]|\s*$)")
_STATE = re.compile(r"(?i:state|commonwealth)\s(?i:of)(?:\s[A-Z][\w’'-]*){1,3}$")
_RANKED = re.compile(rf"\b{_RANKS}\b")
_COLUMNS = re.compile(r"\s{3,}|\s[|•·]\s")


def in_letterhead(text: str, own: Names) -> Iterator[tuple[str, str, str]]:
    """(name, kind, name and post) of everybody above the day of a paper whose first lines name a house."""
    lines = [line.strip() for line in text[:2000].split("\n") if line.strip()][:_HEAD]
    day = next((at for at, line in enumerate(lines) if date_of_letterhead((line,)).date or _dated_beside(line)), 0)
    head = [line for line in lines[: day + 1] if len(line.split()) <= _WORDS]
    houses = (
        line
        for line in head[:_HOUSE]
        if is_office(line, by_head=True) or _STATE.match(line) or (line.isupper() and headlike(line))
    )
    house = next((kind for line in houses if (kind := kind_of(line, own))), "")
    if not house or house == NOBODYS:
        return
    for line in head:
        for one in _IN_LINE.finditer(line):
            if not _FORMER.search(line):
                told = kind_of(one["post"], own)
                yield one["name"], told if told not in ("", AGENCY) else house, one.group()
    for line, below in zip_longest(head, head[1:], fillvalue=""):
        for part, under in zip_longest(_COLUMNS.split(line), _COLUMNS.split(below), fillvalue=""):
            found = _TITLED.fullmatch(part) or _NAMED.fullmatch(part)
            post = (found["post"] or under).strip() if found else ""
            if found and _RANKED.search(post) and not _FORMER.search(post) and not is_office(found["name"]):
                told = kind_of(post, own)
                kind = house if told in ("", AGENCY) and house != AGENCY and not is_office(post, by_head=True) else told or house
                yield found["name"], kind, f"{found['name']}, {post}"


def _dated_beside(line: str) -> bool:
    """Whether a day stands at the end of a line of a letterhead: "Office of the Chief   11 August 2010"."""
    days = dates_in(line)
    return len(days) == 1 and not line[days[0].end :].strip() and headlike(line[: days[0].start].strip(" ,"))
