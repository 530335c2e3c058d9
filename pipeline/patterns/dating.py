"""When a document was made, and on what that rests: its header, its letterhead, its text or the name of its file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from pipeline.patterns.dates import DateFound, dates_in, normal_date
from pipeline.patterns.headings import headlike
from pipeline.patterns.months import MONTH

_MADE = re.compile(
    r"(?i:\b(?:dated(?:\sas\sof)?|effective(?:\s(?:as\sof|on|date(?:\sof)?))?|(?:is\s)?(?:made"
    r"|entered)(?:\sand\s(?:made|entered))?(?:\sinto)?"
    r"(?:\s(?:as\sof|on|this))?|executed\s(?:as\sof|on|this)|as\sof|signed\son)\b[\s:(“\"]{0,3}(?:the\s|this\s)?)"
)
_ISSUED = re.compile(
    r"(?i:\b(?:issued|posted|published|prepared|revised|updated|adopted|released|cleared|approved|returned|answered|transmitted)\b[^.\n\d]{0,45}?[\s:,(–-]{1,3})"
)
_SIGNED = re.compile(r"(?i:\b(?:date|dated|signed|initial+ed)\s?[:_]+\s*|\bsigned\s(?:on\s)?(?=[a-z]{3,9}\.?\s\d|\d))")
_SWORN = re.compile(r"(?i:\bdeclare\b|\bsworn\b|\baffidavit\b)")
_SWORN_ON = re.compile(r"(?i:\b(?:executed|signed|sworn|subscribed|declared)\b[^.\n]{0,50}?\b(?:on|this)\s(?:the\s)?)")
_DONE = re.compile(r"(?im)^\W*(?:executed|signed|concluded|entered\sinto|done)(?:\sat\s[^\n\d]{2,40}?)?[\s,:]{1,3}(?:on\s)?")
_ANNOUNCED = re.compile(r"(?i:\b(?:announced|unveiled|rolled\sout|presented|delivered)(?:\son)?[\s,]{1,2})$")
_EVENT = r"(?:visit|meeting|briefing|hearing|interview|event|roundtable|conference|call|tour|trip|session|appearance)s?"
_OCCASION = re.compile(
    r"(?i:^\W*(?:prepared\sfor|for(?:\suse\s(?:at|on|in|during))?|(?:talking\spoints|remarks|key\smessages|q\s?(?:&|and)\s?a"
    rf"|questions\sand\sanswers)\sfor)\s(?:[\w’'-]+\s){{0,6}}{_EVENT}\b)"
)
_NO_OCCASION = re.compile(
    r"(?i:\b(?:act|law|memo\w*|letter|order|report|article|decision|guidance|policy|request)\s(?:of|dated)\W*$|\b(?:since|until|before|after|through|from)\W*$)"
)
# How a letter went, and to what number: "November 9, 2010   VIA FACSIMILE 555-0100".
_SENT_BY = re.compile(
    r"(?i:\b(?:via|by)\s(?:[\w.,&-]+\s){0,4}?(?:e-?mail|mail|fax|facsimile|telefax|delivery|courier|messenger)\b"
    r"(?:\s?(?:and|or|&|/)\s?(?:[\w.-]+\s){0,2}?(?:e-?mail|mail|fax|facsimile|delivery|courier|messenger)\b)?[\s:()\d.,-]*)"
)
_NEAR = 2  # characters that may stand between "Date:" and its day
_HEAD = 6  # lines in which a paper's title and occasion stand
_COMPACT = re.compile(r"(?<!\d)(20[0-3]\d|19\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")


# What minutes, transcripts and notes set down is of the day on which it took place.
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
# A field with a day in somebody's life, or of another paper or meeting.
_OF_ANOTHER = re.compile(
    r"(?i:\bdates?\sof\s(?:birth|arrest|entry|offen[sc]e|death|removal|hire|booking|release|loss|incident|injury|conviction|activation|next|last)\b"
    r"|\bd\.?o\.?b\b|\b(?:born|due|expires?|next)\b|^\W*(?:draft\s)?approved\b)"
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
_SPAN = re.compile(rf"(?i:{MONTH}(?:\s\d{{1,2}},?)?(?:\s\d{{4}})?\s?[-–—]\s*$)")  # a span's end
# The end of a part with which a span of days begins: "Period: 3/7/2011 -", "(October 1, 2009 -" before "September 30".
_SPANS = re.compile(rf"(?i:\d{{4}}\s?(?:[-–—]|to|through|thru)\s?(?:{MONTH}\.?\s\d|\d{{1,2}}[/.]\d).{{0,12}}$)")
_PROSE_WORDS = 8  # in a line, from which on it may be running text
_UP_TO = re.compile(
    r"(?i:\b(?:statistics|figures|numbers|data|metrics|totals|counts|activity|status|coverage|report|year|to\sdate)\b[^.\n]{0,50}?"
    r"\b(?:(?:cumulative\s)?through|thru|ending|ended|as\s(?:of|at))\s(?:the\s(?:month|quarter|week)\sof\s)?)$"
)
_TELLS = re.compile(r"(?i:\b(?:was|were|is|are|has|have|had|will|would|said|says|began|may\s[a-z]+|shall)\b)")
_PARTS = re.compile(r"(?<=[a-z\d)])[.;]\s|\s[-–—|·•*]\s")  # between the parts of a title's lines
_PART_WORDS = 14
# A day that is a part of its own between dots in the middle of the line: "Draft 2 . June 2011 . press@union.example".
_DOT_BEFORE, _DOT_BEHIND = re.compile(r"(?:^|\s[.•·*])\s*$"), re.compile(r"\s[.•·*]\s")
_SAYS = re.compile(r"(?i:(?:we|i|they|he|she|it|this|these|that|your|our|the\s\w+\s(?:was|were|is|are|met|came))\b)")
_FIGURES = 2  # beside a day, from which on a line is a row of a table
_HEAD_LINES = 7  # lines at the top in which a paper without header or letterhead dates itself
_LONG_LINE = 22  # words; what is longer is running text


@dataclass(frozen=True, slots=True)
class Dated:
    """`date` is ISO at its own `precision`, `basis` header, letterhead, text or file-name; all '' where unknown."""

    date: str
    precision: str
    basis: str


UNDATED = Dated("", "", "")


def date_of_header(value: str) -> Dated:
    """The date in a header field; the first of two, for a clock or a time zone may look like another."""
    iso, precision = normal_date(value)
    if not iso:
        found = [one for one in dates_in(value[:120]) if one.precision in ("day", "month")]
        if len({one.iso for one in found}) == 1:
            iso, precision = found[0].iso, found[0].precision
    return Dated(iso, precision, "header") if iso else UNDATED


def date_of_letterhead(lines: tuple[str, ...]) -> Dated:
    """The date that stands on a line of its own among the first lines; unknown where two such lines disagree."""
    found: dict[str, str] = {}
    for above, line in zip(("", *lines), lines, strict=False):
        if line.endswith(".") and re.search(r"[a-z,]$", above) and len(above.split()) > _PROSE_WORDS:
            continue  # the last words of a sentence that ran over
        for one in () if _OF_ANOTHER.search(line) else dates_in(line):
            rest = (line[: one.start] + line[one.end :]).strip(" ,.|:-")
            rest = _SENT_BY.sub("", rest)
            rest = re.sub(
                r"(?i:(?:mon|tues?|wednes|thurs?|fri|satur|sun)day|date|dated?|released?|posted|updated|published|for"
                r"|immediate|release|on|at|by"
                r"|[ap]\.?m\.?|e[sd]t|\d{1,2}:\d\d(?::\d\d)?)",
                "",
                rest,
            )
            row = len(re.findall(r"(?<![\w:])\d[\d.,]*%?(?![\w:])", rest)) >= _FIGURES
            if one.precision in ("day", "month") and len(re.sub(r"\W", "", rest)) <= 12 and not row:
                found.setdefault(one.iso, one.precision)
    if len(found) != 1:
        return UNDATED
    ((iso, precision),) = found.items()
    return Dated(iso, precision, "letterhead")


def date_of_head(lines: tuple[str, ...]) -> Dated:
    """The day that the head of minutes, a transcript, a note or a sheet of figures names as its own; unknown where two are named.

    First the day on which something took place ("Minutes of the meeting of March 3, 2010"), then that a line ends with
    ("A report by the Auditor, January 2011"), last that as of which a thing is told ("Run date May 6, 2011").
    """
    took: set[tuple[str, str]] = set()
    ends: set[tuple[str, str]] = set()
    told: set[tuple[str, str]] = set()
    for line in lines[:_HEAD_LINES]:
        found = [one for one in dates_in(line) if one.precision in ("day", "month") and not _OF_ANOTHER.search(line)]
        for one in found:
            before, behind = line[: one.start], line[one.end :]
            if (mark := _AS_OF.search(before)) and len(before) - mark.end() <= 1 and not _TELLS.search(behind):
                told.add((one.iso, one.precision))
            elif len(found) > 1 or _ANOTHERS.search(line) or _TELLS.search(before) or len(before.split()) > _LONG_LINE:
                continue
            elif (_TOOK_PLACE.search(before) or re.search(r"(?i:\bdate\s?:\s*$)", before)) and one.precision == "day":
                took.add((one.iso, one.precision))
            elif _SPAN.search(before):
                continue
            elif one.precision == "day" and (
                _ON_AIR.search(line) or (not _WEEKDAY.sub("", before).strip() and _AT.match(behind))
            ):
                took.add((one.iso, one.precision))
            elif (_ENDS.fullmatch(behind) and re.search(r"(?:^|[,.|;:(–-]|\bof|\bon)\s*$", before)) or (
                _DOT_BEFORE.search(before) and _DOT_BEHIND.match(behind)
            ):
                ends.add((one.iso, one.precision))
    for group in (took, ends, told):
        if len(group) == 1:
            ((iso, precision),) = group
            return Dated(iso, precision, "text")
        if group:
            return UNDATED
    return UNDATED


def date_of_heading(line: str) -> Dated:
    """The one day with which a heading without a verb ends: "OPERATIONS ORDER 09-14   November 2, 2009"."""
    found = dates_in(line)
    if len(found) != 1 or found[0].precision != "day" or not _ENDS.fullmatch(line[found[0].end :]):
        return UNDATED
    before = line[: found[0].start].strip(" ,.|:-–—(")
    plain = not (_ANOTHERS.search(before) or _TELLS.search(before) or _SPAN.search(line[: found[0].start]))
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
    for line in lines[:_HEAD]:
        days = dates_in(line)
        if len(days) == 1 and days[0].precision in ("day", "month") and _UP_TO.search(line[: days[0].start]):
            told = _TELLS.search(line) or re.search(r"\w\s+\w", line[days[0].end :])
            found |= {days[0].iso} if not told else set()
    return Dated(found.pop(), "approx", "text") if len(found) == 1 else UNDATED


def date_of_text(kind: str, first: str, whole: str) -> Dated:
    """The date a text gives itself ("dated as of", "made this 3rd day of"); for an agreement also the last day it was signed."""
    for match in _MADE.finditer(first[:4000]):
        for one in dates_in(first[match.end() : match.end() + 60])[:1]:
            if one.start <= 3 and one.precision == "day" and (kind == "agreement" or "dated" in match.group().lower()):
                return Dated(one.iso, one.precision, "text")
    if kind in ("report", "other") and _SWORN.search(first):
        sworn = [
            one
            for match in _SWORN_ON.finditer(whole)
            for one in dates_in(whole[match.end() : match.end() + 40])[:1]
            if one.start <= 2
        ]
        if sworn and sworn[-1].precision == "day":
            return Dated(sworn[-1].iso, "day", "text")
    if kind in ("report", "table", "talking-points", "other", "form", "press", "article"):
        dated = _of_occasion(first)
        if dated.date:
            return dated
        for match in _ISSUED.finditer(first[:800]):
            near = first[match.end() : match.end() + 70].split("\n\n")[0]
            for one in dates_in(near)[:1]:
                said = match.group() + near[: one.start]
                if (
                    re.fullmatch(r"[^.;]{0,45}", near[: one.start])
                    and not _NO_OCCASION.search(said)
                    and one.precision in ("day", "month")
                ):
                    return Dated(one.iso, one.precision, "text")
    if kind == "agreement":
        for match in _DONE.finditer(first[:1500]):
            for one in dates_in(first[match.end() : match.end() + 40])[:1]:
                if one.start == 0 and one.precision == "day":
                    return Dated(one.iso, one.precision, "text")
        # Signed by one party after the other, it stands from the last signature on.
        signed = {one.iso for match in _SIGNED.finditer(whole) for one in _signed(whole[match.end() : match.end() + 120])}
        if signed and all(len(iso) == 10 for iso in signed):
            return Dated(max(signed), "day", "text")
    return UNDATED


def _signed(behind: str) -> tuple[DateFound, ...]:
    """The day behind "Signed:" or, where the line first names who signed, at its end."""
    line = behind.split("\n")[0]
    found = dates_in(behind[:40])[:1]
    if found and found[0].start <= _NEAR:
        return tuple(found)
    ends = dates_in(line)
    return tuple(ends) if len(ends) == 1 and re.fullmatch(r"\W*", line[ends[0].end :]) else ()


def _of_occasion(text: str) -> Dated:
    """The day on which what a title line names was announced, or, about, that of the visit a paper was prepared for."""
    for line in [line.strip() for line in text[:1200].split("\n") if line.strip()][:_HEAD]:
        found = dates_in(line)
        if len(found) != 1 or found[0].precision != "day" or re.search(r"\w", line[found[0].end :]):
            continue
        before = line[: found[0].start]
        if _ANNOUNCED.search(before) and not _TELLS.search(before):
            return Dated(found[0].iso, "day", "text")
        if _OCCASION.search(before) and not _NO_OCCASION.search(before):
            return Dated(found[0].iso, "approx", "text")  # made before it, nobody knows how long
    return UNDATED


def date_of_file_name(name: str) -> Dated:
    """The one date in a file's own name (folders are ignored)."""
    stem = PurePosixPath(name.replace("!", "")).stem
    compact = {"-".join(match) for match in _COMPACT.findall(stem)}
    plain = re.sub(r"[_]+", " ", _COMPACT.sub(r"\1-\2-\3", stem))
    iso, precision = normal_date(plain)
    if iso and precision == "day" and len(compact) <= 1:
        return Dated(iso, precision, "file-name")
    return Dated(iso, precision, "file-name") if iso and precision == "month" else UNDATED
