"""The day that the head of a paper names as its own: of minutes, of a title's parts, of a heading, of a sheet of figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.patterns.days.dates import dates_in
from pipeline.patterns.days.dating import AHEAD, HEAD, OF_ANOTHER, TELLS, UNDATED, Dated, date_of_letterhead
from pipeline.patterns.days.months import MONTH
from pipeline.patterns.names.offices import is_office
from pipeline.patterns.openings.headings import headlike

# What minutes, transcripts and notes set down is of the day on which it took place.
_ORDINAL = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)\b")  # "1st Endorsement   9 MAR 2011"
_TOOK_PLACE = re.compile(
    r"(?i:\b(?:minutes|meeting|session|hearing|proceedings|deposition|interview(?:ed)?|taken|held|recorded|convened|call(?:er)?s?"
    r"|received|logged|conducted|visit|week|w/e)\b)"
)
# An hour behind the day of a meeting, and what was said on the air or aloud.
_AT = re.compile(
    r"[\s,]{1,3}(?:at\s)?\d{1,2}(?::\d\d)?\s?(?:[AaPp]\.?\s?[Mm]\b|hrs?\b|o['’]clock|Eastern|Central|Mountain|Pacific|[ECMP][SD]?T\b)"
)
_WEEKDAY = re.compile(r"(?i:^\W*(?:mon|tues|wednes|thurs|fri|satur|sun)day,?)")
_ON_AIR = re.compile(r"(?i:\b(?:transcript|aired|on\sair|broadcast)\b)")
_AS_OF = re.compile(
    r"(?i:\b(?:as\sof|as\sat|run(?:\s(?:date|of|on))?|exported(?:\son)?|data\s(?:as\sof|date|through)|report(?:ing)?\sdate|extract(?:ed)?(?:\son)?"
    r"|printed(?:\son)?|status\son|last\supdated?|cumulative\sthrough)\b[\s:,(–-]{0,3}(?:on\s|the\s)?)"
)
# A date in such a line is another paper's, another day's or one end of a span.
_ANOTHERS = re.compile(
    r"(?i:\b(?:your|letter|replies|reply|response|answer|next|previous|prior|last\s(?:meeting|month|year)|approved|approval|effective"
    r"|expires?|deadline|due|through|between|from\s\w+\s\d|since|until|before(?!\sthe\s(?:\w+\s){0,4}(?:(?:sub)?committee|court|commission|board|house|senate))|after|supersedes?|replaces?|amended|enacted|born"
    r"|prepared\sfor|take[sn]?\s(?:the\splace|effect)|(?:act|order|law|decision|directive)(?:\s(?:no\.?\s)?[\d-]+)?\sof)\b)"
)
# What may stand behind the date of a head: nothing, the page and the writer of an article, whom the paper is for.
_ENDS = re.compile(
    r"[\s.()|;–-]*(?:[\s.()|;,–-]+(?:(?:[Pp]age|[Pp]\.)\s?\w+|[A-Z]{1,2}-?\d{1,3}|[Bb]y\s[^\d]{3,60}|(?:[Vv]ersion|[Rr]ev\.?|[Dd]raft|[Ee]dition)\s?[\d.]*"
    r"|(?:[Ff]or|[Nn]ot\sfor|[Ii]nternal|[Tt]ranscri\w+|[Aa]s\s\w+|[Uu]pdated?|[Pp]repared|[Ee]dited|[Aa]bridged|[Ss]lides?|[Hh]andout)\b[^\d]{0,90})){0,3}\W*"
)
# What a first line names that ends in figures: a paper. "Lease sunset 9/30/2014", "Answer owed 5/6/2011" name a day to come.
_A_PAPER = re.compile(
    r"(?i:\b(?:reports?|memo(?:randum)?|notes?|minutes|log|(?:fact\s?)?sheet|list|summary|updates?|status|brief(?:ing)?|bulletin|digest"
    r"|statistics|stats|figures|counts|totals|numbers|metrics|roster|agenda|draft|handout|guid(?:e|ance)|q\s?(?:&|and)\s?a|faqs?|points"
    r"|paper|form|record|statement|release|weekly|daily|monthly|quarterly|sitrep|chronology|timeline|table|dashboard|roll-?up|plan"
    r"|newsletter|schedule|pass-?(?:down|on)|turn-?over|blotter|journal|diary|order|directive|circular|cable|message|survey|study|questionnaire|answers|transcript|testimony|remarks)\b)"
)
_SPAN = re.compile(rf"(?i:{MONTH}(?:\s\d{{1,2}},?)?(?:\s\d{{4}})?\s?[-–—]\s*$)")  # a span's end
# The end of a part with which a span of days begins: "Period: 3/7/2011 -", "(October 1, 2009 -" before "September 30".
_SPANS = re.compile(rf"(?i:\d{{4}}\s?(?:[-–—]|to|through|thru)\s?(?:{MONTH}\.?\s\d|\d{{1,2}}[/.]\d).{{0,12}}$)")
_UP_TO = re.compile(
    r"(?i:\b(?:statistics|figures|numbers|data|metrics|totals|counts|activity|status|coverage|report|year|to\sdate)\b[^.\n]{0,50}?"
    r"\b(?:(?:cumulative\s)?through|thru|ending|ended|as\s(?:of|at))\s(?:the\s(?:month|quarter|week)\sof\s)?)$"
    r"|(?i:\b(?:from|since)\s(?:\w+\s){1,4}(?:through|thru)\s)$"
)
_PARTS = re.compile(r"(?<=[a-z\d)])(?<!\b(?i:exp|rev|ver))[.;]\s|\s[-–—|·•*]\s")  # between the parts of a title's lines
_PART_WORDS = 14
# A day that is a part of its own between dots in the middle of the line: "Draft 2 . June 2011 . press@union.example".
_DOT_BEFORE, _DOT_BEHIND = re.compile(r"(?:^|\s[.•·*])\s*$"), re.compile(r"\s[.•·*]\s")
_SAYS = re.compile(r"(?i:(?:we|i|they|he|she|it|this|these|that|your|our|the\s\w+\s(?:was|were|is|are|met|came))\b)")
_HEAD_LINES = 7  # lines at the top in which a paper without header or letterhead dates itself
_LONG_LINE = 22  # words; what is longer is running text
_LONGEST = 400  # characters of a line that heads anything


def date_of_head(lines: tuple[str, ...]) -> Dated:
    """The day that the head of minutes, a transcript, a note or a sheet of figures names as its own; unknown where two are named.

    First the day on which something took place ("Minutes of the meeting of March 3, 2010"), then that a line ends with
    ("A report by the Auditor, January 2011"), last that as of which a thing is told ("Run date May 6, 2011").
    """
    took: set[tuple[str, str]] = set()
    ends: set[tuple[str, str]] = set()
    told: set[tuple[str, str]] = set()
    for line in (one for one in lines[:_HEAD_LINES] if len(one) <= _LONGEST):
        found = [one for one in dates_in(line) if one.precision in ("day", "month") and not OF_ANOTHER.search(line)]
        for one in found:
            before, behind = line[: one.start], line[one.end :]
            if (mark := _AS_OF.search(before)) and len(before) - mark.end() <= 1 and not TELLS.search(behind):
                told.add((one.iso, one.precision))
            elif len(found) > 1 or _ANOTHERS.search(line) or _is_told(before):
                continue
            elif (_TOOK_PLACE.search(before) or re.search(r"(?i:\bdate\s?:\s*$)", before)) and one.precision == "day":
                took.add((one.iso, one.precision))
            elif _SPAN.search(before):
                continue
            elif one.precision == "day" and (
                _ON_AIR.search(line) or (not _WEEKDAY.sub("", before).strip() and _AT.match(behind))
            ):
                took.add((one.iso, one.precision))
            elif (
                (_ENDS.fullmatch(behind) and re.search(r"(?:^|[,.|;:(–-]|\bof|\bon|[a-z]day,?)\s*$", before))
                or (_DOT_BEFORE.search(before) and _DOT_BEHIND.match(behind))
                or (
                    line is lines[0]
                    and one.precision == "day"
                    and one.text[:1].isdigit()
                    and not behind.strip()
                    and _heads(before)
                )
            ):
                ends.add((one.iso, one.precision))
    for group in (took, ends, told):
        if len(group) == 1:
            ((iso, precision),) = group
            return Dated(iso, precision, "text")
        if group:
            return UNDATED
    return UNDATED


def _is_told(before: str) -> bool:
    """Whether what stands before a day tells something, or of a day to come: it heads nothing."""
    return bool(TELLS.search(before) or AHEAD.search(before)) or len(before.split()) > _LONG_LINE


def _heads(before: str) -> bool:
    """Whether what stands before a day in figures names a paper or an office whose paper it is."""
    return _A_PAPER.search(before) is not None or is_office(before.strip(" ,.:-–—"), by_head=True) or not before.strip(" -–—|")


def date_of_heading(line: str) -> Dated:
    """The one day with which a heading without a verb ends: "OPERATIONS ORDER 09-14   November 2, 2009"."""
    found = dates_in(line)
    if len(found) != 1 or found[0].precision != "day" or not _ENDS.fullmatch(line[found[0].end :]):
        return UNDATED
    before = _ORDINAL.sub("", line[: found[0].start]).strip(" ,.|:-–—(")
    plain = not any(one.search(line[: found[0].start]) for one in (_ANOTHERS, TELLS, _SPAN, AHEAD))
    return Dated(found[0].iso, "day", "letterhead") if plain and headlike(before) else UNDATED


def date_of_title(paragraphs: tuple[str, ...]) -> Dated:
    """The day or month that a title, or one of the short paragraphs below it, names as the paper's own.

    It stands in a part of its own, between stops: "Answers for counties. Bureau of Weights, May 2010", "June 2011. This edition
    takes the place of ...". The first paragraph that names one decides.
    """
    for paragraph in paragraphs:
        found = {one for part in _parts(paragraph) for one in _of_part(part)}
        if len(found) == 1:
            return found.pop()
        if found:
            return UNDATED
    return UNDATED


def _parts(paragraph: str) -> Iterator[str]:
    """The parts that may name a paper's day: short ones that tell nothing, and no end of a span of months."""
    start = 0
    for end in (*(stop.start() for stop in _PARTS.finditer(paragraph)), len(paragraph)):
        part = paragraph[start:end].strip(" .;|-–—")
        spanned = _SPAN.search(paragraph[:start] + paragraph[start:end][:3]) or _SPANS.search(
            paragraph[:end] + paragraph[end:][:16]
        )
        if part and len(part.split()) <= _PART_WORDS and not (_SAYS.match(part) or spanned):
            yield part
        start = end


def _of_part(part: str) -> tuple[Dated, ...]:
    dated = date_of_letterhead((part,))
    dated = dated if dated.date else date_of_head((part,))
    return (replace(dated, basis="text"),) if dated.date else ()


def date_of_figures(lines: tuple[str, ...]) -> Dated:
    """About when a sheet of figures was made: after the day up to which its title counts; unknown where two are named."""
    found = set()
    for line in lines[:HEAD]:
        days = dates_in(line)
        if len(days) == 1 and days[0].precision in ("day", "month") and _UP_TO.search(line[: days[0].start]):
            told = TELLS.search(line) or re.search(r"\w\s+\w", line[days[0].end :])
            found |= {days[0].iso} if not told else set()
    return Dated(found.pop(), "approx", "text") if len(found) == 1 else UNDATED
