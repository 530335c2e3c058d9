"""Days that papers of some sorts print where no letter does: a press release before its first sentence or between the parts of
its head, a form in a field of its own, the head of written answers behind who gave them."""

from __future__ import annotations

import re
from datetime import date

from pipeline.patterns.days.dates import DateFound, dates_in
from pipeline.patterns.days.dating import UNDATED, Dated
from pipeline.patterns.openings.questions import answered_on

# "KESSEL, February 9, 2011 -- The Governor ...": the place, the day and a dash before a release's first sentence.
_PLACE = re.compile(
    r"\W{0,3}(?!(?i:on|since|by|before|until|till|in|after|from|as|act|order|for|effective|dated)\b)"
    r"(?:[A-Z][\w.’']*[ ,(]{1,2}){1,6}\(?"
)
_DASH = re.compile(r"[\s).]*(?:[-–—]{1,3}|:)\s*(?=[\w“\"'‘(█]|$)")
_ASK = re.compile(
    r"(?i:[\s,|–-]+(?:(?:media|press|news|public)\s)?(?:contacts?|inquiries|release|office|phone|tel)\b\s?(?:no\.?|:|\#))"
)
_WIDEST = 45  # characters before the day of a dateline
_BREAK = re.compile(r"\s[|•·]\s|\s{3,}")
# What a form says of its own day, in a field; no other's: "Date of birth", "Date of arrest".
_OF = (
    r"(?:interview|intake|complaint|report|call|contact|receipt|entry|statement|visit|inspection|request"
    r"|this\s(?:form|report|sheet|record))"
)
_ASKS = (
    rf"(?:dates?\s(?:and\stime\s)?of\s{_OF}|(?:intake|interview|complaint|report|call|contact|entry|visit|inspection|filing|completion)\sdate"
    r"|date\s?/\s?time|(?:date\s)?(?:received|rec['’]?d|taken|filed|interviewed|recorded|logged|reported)(?:\son)?)"
)
_DONE = r"(?:date\s)?(?:closed|answered|replied|responded|returned|completed|sent|submitted|transmitted)(?:\son)?"
_WEEKDAY = r"(?:(?i:mon|tues|wednes|thurs|fri|satur|sun)(?i:day),?\s)?$"
# The day on which a form was done with comes before that on which it came in.
_FIELDS = tuple(
    re.compile(rf"(?i:(?:(?P<cell>^\W*|[|•]\s*|\s{{2}}|(?<=[\d.;:])\s)|\s){one}\s?(?P<colon>[:#])?\s*(?:on\s)?){_WEEKDAY}")
    for one in (_DONE, _ASKS)
)
_FIELD_ENDS = re.compile(r"\W*$|\s*(?:[|•(,;/]|\s\s|(?:at|by)\b|\d|[A-Z][\w\s]{0,25}:)")
_LAST_ENTRY = re.compile(r"(?i:\b(?:last|latest|final)\sentry)\s?[:,]?\s*(?:(?i:of|on|is)\s)?$")
_SERIES = re.compile(
    r"(?i:(?:^\W*|,\s|\s[-–—|]\s)(?:report(?:ing)?\s)?(?:for\s)?(?:the\s)?(?:week|wk|month|period|quarter|fortnight)\.?\s(?:ending|ended|end|of)\s?:?\s*)"
    + _WEEKDAY
)
# "DRAFT 2 (6/17/2011)", "Cleared version of April 8, 2011", "Returned March 22, 2011"
_DRAFT = re.compile(
    r"(?i:\b(?:draft|version|ver|rev(?:ised|ision)?|cleared|returned|transmitted|submitted|answered|responses?|answers)\b\.?"
    r"(?:\s(?:no\.?\s?|\#)?v?\d[\d.]*)?(?:\s(?:version|draft|copy|on|of|as\sof|dated))*[\s:,(\[–—-]{1,3}(?:of\s|as\sof\s|dated\s|on\s)?)$"
)
_MINUTES = re.compile(
    r"(?i:\bminutes\b|\b(?:regular|special|emergency|adjourned|monthly|joint|work|study)\s(?:\w+\s)?(?:meeting|session|workshop)\b"
    r"|\bproceedings\sof\b)"
)
_MET = re.compile(
    r"(?i:\b(?:meeting|session|workshop|met|convened|proceedings)\b[\s,:(|–—-]{0,4}(?:(?:was\s)?held\s)?(?:of\s|on\s)?(?:the\s)?"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?)$"
)
_OTHER_MEETING = re.compile(
    r"(?i:\b(?:approv\w+|adopted|next|following|previous|prior|last|minutes\sof\sthe(?:\sregular|\sspecial)?|continued|(?:post|ad)journed|held\sover)\b)"
)
_DEALT_WITH = re.compile(
    r"(?i:\W*(?:minutes\s)?(?:were|was|are|be|to\sbe|as)\s(?:\w+\s)?(?:approved|adopted|read|corrected|amended|presented))"
)
_GOES_ON = re.compile(
    r"(?i:,?\s(?:which|that|who|where|when|was|were|is|are|and\s(?!\d)|but|differ\w*|said|told)\b)"
)  # a sentence, of another
_ABOUT_ONE = re.compile(
    r"(?i:\b(?:report|story|article|letter|complaint|statement|memo|remarks|testimony)\s(?:on|about|of|at|to|from|for)\b)"
)
_NEAR = 30  # characters before "meeting" in which it is told that another is meant
_MEETING_HEAD, _TOP = 10, 6  # lines of the head of minutes, and those among which it is told that these are minutes
_PERIOD = re.compile(
    r"(?i:\b(?:period|week|reporting|dates?|covering|covers)\b(?:\s(?:period|week|covered|of|from))*[\s:(]{1,3}(?:from\s)?)$"
)
_TO = re.compile(r"\s?(?i:[-–—]{1,2}|to|through|thru)\s?")
_LONGEST_PERIOD = 35  # days
_HEAD, _ROW = 14, 20  # lines in which a form dates itself; words of a line that is no running text
_ABOVE = 8  # lines of a paper's head


def day_of_release(lines: tuple[str, ...]) -> Dated:
    """The day in a press release's dateline, else the one that stands alone between the parts of a line of its head."""
    for line in lines:
        days = [one for one in dates_in(line) if one.precision == "day"]
        if days and days[0].start <= _WIDEST and _PLACE.fullmatch(line[: days[0].start]) and _DASH.match(line[days[0].end :]):
            return _dated(days[0])
    for line in lines[:_ABOVE]:
        days = [one for one in dates_in(line) if one.precision == "day"]
        if len(days) == 1 and not line[: days[0].start].strip() and _ASK.match(line[days[0].end :]):
            return _dated(days[0])
    found: dict[str, DateFound] = {}
    for part in (part.strip() for line in lines for part in _BREAK.split(line) if _BREAK.search(line)):
        found |= {one.iso: one for one in dates_in(part) if one.precision == "day" and one.end - one.start == len(part)}
    return _dated(next(iter(found.values()))) if len(found) == 1 else UNDATED


def day_of_form(lines: tuple[str, ...]) -> Dated:
    """The first day that a field of a form gives as that on which it was filled in or what it tells came in."""
    rows = tuple(line for line in lines[:_HEAD] if len(line.split()) <= _ROW)
    for field in _FIELDS:
        for line in rows:
            for one in dates_in(line):
                label = field.search(line[: one.start])
                alone = label and (label["colon"] or (label["cell"] is not None and _FIELD_ENDS.match(line[one.end :])))
                if one.precision == "day" and label and alone and label.group().strip(" |•")[:1].isupper():
                    return _dated(one)
    return UNDATED


def day_of_last_entry(lines: tuple[str, ...]) -> Dated:
    """The day up to which a chronology says in its head that it was kept."""
    days = (one for line in lines[:_ABOVE] for one in dates_in(line) if _LAST_ENTRY.search(line[: one.start]))
    return next((_dated(one) for one in days if one.precision == "day"), UNDATED)


def day_of_period(lines: tuple[str, ...]) -> Dated:
    """The end of the week or month that a periodical says in a line of its head it tells of."""
    days = (one for line in lines[:_ABOVE] for one in dates_in(line) if _SERIES.search(line[: one.start]))
    return next((_dated(one) for one in days if one.precision == "day"), UNDATED)


def day_of_answers(lines: tuple[str, ...]) -> Dated:
    """The day on which the head of written answers says that they were given, else that of the draft which it says it is."""
    if one := answered_on(lines):
        return _dated(one)
    drafts = {
        one.iso: one
        for line in lines
        for one in dates_in(line)
        if one.precision == "day" and _DRAFT.search(line[: one.start]) and not _GOES_ON.match(line[one.end :])
    }
    return _dated(drafts[max(drafts)]) if drafts else UNDATED


def day_of_meeting(lines: tuple[str, ...]) -> Dated:
    """The one day on which the head of minutes says that the body met; not of the meeting that approved them, nor of the next."""
    head = lines[:_MEETING_HEAD]
    told = (line for line in head[:_TOP] if len(line.split()) <= _ROW and not _ABOUT_ONE.search(line))
    if not any(map(_MINUTES.search, told)):
        return UNDATED
    found = {
        one.iso: one
        for line in head
        for one in dates_in(line)
        if one.precision == "day"
        and (met := _MET.search(line[: one.start]))
        and not (_OTHER_MEETING.search(line[: met.start()][-_NEAR:]) or _DEALT_WITH.match(line[one.end :]))
        and not _GOES_ON.match(line[one.end :])
    }
    return _dated(next(iter(found.values()))) if len(found) == 1 else UNDATED


def end_of_period(lines: tuple[str, ...]) -> Dated:
    """The last day of the week or month that a field of a report's head says it tells of: "PERIOD: 3/7/2011 - 3/11/2011"."""
    for line in lines[:_TOP]:
        days = [one for one in dates_in(line) if one.precision == "day"]
        if len(days) == 1 and _SERIES.search(line[: days[0].start]) and not re.search(r"\w", line[days[0].end :]):
            return _dated(days[0])
        if len(days) == 2 and _PERIOD.search(line[: days[0].start]) and _TO.fullmatch(line[days[0].end : days[1].start]):
            if re.match(r"\s[a-z]", line[days[1].end :]):
                continue  # a sentence: "Dates: 3/7/2011 - 3/11/2011 when I was away"
            first, last = (date.fromisoformat(one.iso) for one in days)
            if 0 <= (last - first).days <= _LONGEST_PERIOD:
                return _dated(days[1])
    return UNDATED


def _dated(one: DateFound) -> Dated:
    return Dated(one.iso, one.precision, "text")
