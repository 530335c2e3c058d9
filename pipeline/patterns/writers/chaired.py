"""Whose minutes are that a group of no known house keeps: whoever chairs it stands for it, and his post tells the house."""

from __future__ import annotations

import re

from pipeline.patterns.names.offices import Names, is_office, kind_of
from pipeline.patterns.names.person_names import name_of
from pipeline.patterns.openings.papers import Paper

_MINUTES = re.compile(r"(?i:minutes|(?:meeting\s)?notes)\b|(?i:minutes)\W*$")
_OF = re.compile(r"(?i:^\W*of\s(?:the\s)?)")
_PRESENT = re.compile(r"(?i:\W*(?:members\s|those\s)?(?:present|attend(?:ees|ing|ance)|in\sattendance|participants)\s?[:–-])")
_CHAIRS = re.compile(
    r"(?:^|[:,;]\s|\band\s)(?P<who>(?:[A-Z][\w.’'-]*\s){0,3}[A-Z][\w’'-]+)\s?\((?i:chair(?:man|woman|person)?|chairing|presiding|in\sthe\schair)\)"
)
_CHAIR = re.compile(r"\((?P<who>[^()]+), chair\)$")
_TOP, _LONGEST = 8, 4  # lines of a head, and over which its list of those present may run


def chaired(paper: Paper, own: Names) -> str:
    """ "Steering Group (Hale, chair)": the group whose minutes these are, and who chairs it; '' where the head names no
    group, one of a known house, or nobody or several as its chair."""
    if not _MINUTES.search(paper.title):
        return ""
    heads = (*paper.above[-1:], re.split(r",\s|\s\(", _OF.sub("", _MINUTES.sub("", paper.title)).strip(" ,-–—|:"))[0])
    body = next((line for line in heads if is_office(line, by_head=True) and not kind_of(line, own)), "")
    if not body or any(kind_of(line, own) for line in paper.above):
        return ""
    below = paper.below[:_TOP]
    at = next((at for at, line in enumerate(below) if _PRESENT.match(line)), None)
    if at is None:
        return ""
    who = {found["who"] for found in _CHAIRS.finditer(" ".join(below[at : at + _LONGEST]))}
    name = who.pop() if len(who) == 1 else ""
    return f"{body} ({name}, chair)" if name and name_of(name) else ""


def chair_in(author: str) -> str:
    """Who chairs the group that wrote a paper, of words that `chaired` made; the words themselves where it made none."""
    found = _CHAIR.search(author)
    return found["who"] if found else author
