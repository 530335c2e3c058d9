"""Days that papers of some sorts print where no letter does: a press release before its first sentence or between the parts of
its head, a form in a field of its own, the head of written answers behind who gave them."""

from __future__ import annotations

import re

from pipeline.patterns.dates import DateFound, dates_in
from pipeline.patterns.dating import UNDATED, Dated
from pipeline.patterns.questions import answered_on

# "HARLAN, February 9, 2011 -- The Governor ...": the place, the day and a dash before a release's first sentence.
_PLACE = re.compile(r"\W{0,3}(?:[A-Z][\w.’']*[ ,(]{1,2}){1,6}\(?")
_DASH = re.compile(r"[\s).]*(?:[-–—]{1,3}|:)\s*(?=[\w“\"'‘(█]|$)")
_WIDEST = 45  # characters before the day of a dateline
_BREAK = re.compile(r"\s[|•·]\s|\s{3,}")
# What a form says of its own day, in a field; no other's: "Date of birth", "Date of arrest".
_OF = (
    r"(?:interview|intake|complaint|report|call|contact|receipt|entry|statement|visit|inspection|request"
    r"|this\s(?:form|report|sheet|record))"
)
_FIELD = re.compile(
    rf"(?i:(?:^|[\s|])(?:dates?\s(?:and\stime\s)?of\s{_OF}|(?:intake|interview|complaint|report|call|contact|entry|visit|inspection|filing|completion)\sdate"
    r"|date\s?/\s?time|(?:date\s)?(?:received|taken|completed|filed|interviewed|recorded|logged|reported)(?:\son)?)\s?[:#]?\s*(?:on\s)?)"
    r"(?:(?i:mon|tues|wednes|thurs|fri|satur|sun)(?i:day),?\s)?$"
)
_HEAD, _ROW = 14, 20  # lines in which a form dates itself; words of a line that is no running text


def day_of_release(lines: tuple[str, ...]) -> Dated:
    """The day in a press release's dateline, else the one that stands alone between the parts of a line of its head."""
    for line in lines:
        days = [one for one in dates_in(line) if one.precision == "day"]
        if days and days[0].start <= _WIDEST and _PLACE.fullmatch(line[: days[0].start]) and _DASH.match(line[days[0].end :]):
            return _dated(days[0])
    found: dict[str, DateFound] = {}
    for part in (part.strip() for line in lines for part in _BREAK.split(line) if _BREAK.search(line)):
        found |= {one.iso: one for one in dates_in(part) if one.precision == "day" and one.end - one.start == len(part)}
    return _dated(next(iter(found.values()))) if len(found) == 1 else UNDATED


def day_of_form(lines: tuple[str, ...]) -> Dated:
    """The first day that a field of a form gives as that on which it was filled in or what it tells came in."""
    for line in lines[:_HEAD]:
        for one in dates_in(line):
            label = _FIELD.search(line[: one.start])
            if one.precision == "day" and label and label.group().strip(" |")[:1].isupper() and len(line.split()) <= _ROW:
                return _dated(one)
    return UNDATED


def day_of_answers(lines: tuple[str, ...]) -> Dated:
    """The day on which the head of written answers says that they were given."""
    one = answered_on(lines)
    return _dated(one) if one else UNDATED


def _dated(one: DateFound) -> Dated:
    return Dated(one.iso, one.precision, "text")
