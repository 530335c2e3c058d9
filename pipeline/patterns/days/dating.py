"""When a document was made, and on what that rests: its header, its letterhead, its text or the name of its file.

`head_dates.py` reads the days that heads of minutes, titles and tables name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from pipeline.patterns.days.dates import DateFound, dates_in, normal_date

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
HEAD = 6  # lines in which a paper's title and occasion stand
_COMPACT = re.compile(r"(?<!\d)(20[0-3]\d|19\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")


# The number of a form, beside which stands when the blank was last changed: "Form 12-8 (rev. 3/09)". It dates nothing filled in.
OF_A_FORM = re.compile(r"(?i:\bforms?\b\s(?:no\b\.?\s?|number\s)?(?:[A-Z]{1,5}[ -]?)?\d)|\b[A-Z]{2,5}\s?-?\s?Form\b")
_BLANK = re.compile(r"(?i:\brev\b|\brevis|\bed(?:ition|\.)|\bexp|\bver(?:sion|\.)|\(\d{1,2}[/-]\d{2,4}\))")
# Behind these a paper dates another: "Supersedes: Order 9 dated March 2, 2007", "in reply to yours dated May 4".
_OTHERS_DAY = re.compile(
    r"(?i:\b(?:supersed\w+|replac\w+|rescind\w+|cancel\w*|revok\w+|amend\w*|ref(?:erence)?s?|per|pursuant|accordance|respon\w+|repl(?:y|ies)"
    r"|your|see|under|cited|enclos\w+|attach\w*)\b[^.\n]*$)"
)
# What was done with a paper long after: a print-out, a look at a web page, a scan.
_DONE_WITH = re.compile(r"(?i:\b(?:printed|accessed|downloaded|retrieved|scanned|visited|viewed)\b[\s:]*(?:on|at)?[\s:]*$)")
# A field with a day in somebody's life, or of another paper or meeting.
OF_ANOTHER = re.compile(
    r"(?i:\bdates?\sof\s(?:birth|arrest|entry|offen[sc]e|death|removal|hire|booking|release|loss|incident|injury|conviction|activation|next|last)\b"
    r"|\bd\.?o\.?b\b|\b(?:born|due|expires?|next)\b|^\W*(?:draft\s)?approved\b)"
)
# A day to come, or one to which something runs: "Comments wanted by Friday, ...", "Visa valid to 3/1/2012".
AHEAD = re.compile(
    r"(?i:\b(?:by|until|till|to|set|scheduled|begins?|starts?|opens?|lapses?|ends?|returnable|valid|wanted|lodged|good|terms?|trial|again|expected"
    r"|exp\.?|sunsets?|deadline|hired|go-?live|renew(?:al|able|s)|expir(?:y|ation)|closes?|(?:re)?scheduled|calendared|slated|planned|targeted|tentative(?:ly)?)(?:\s(?:to|by|on|for|until))?:?\s"
    r"(?:\w+day,?\s)?$|(?<!week\s)(?<!month\s)(?<!period\s)(?<!quarter\s)(?<!fortnight\s)\b(?:ending|ended)\s(?:\w+day,?\s)?$)"
)
# "Figures to May 3, 2011": such a sheet is of the day to which it counts.
_COUNTED_TO = re.compile(r"(?i:\b(?:updated|cumulative|data|figures|counts?|totals?|statistics|stats|numbers)\s(?:up\s)?to\s$)")
TELLS = re.compile(r"(?i:\b(?:was|were|is|are|has|have|had|will|would|said|says|began|may\s[a-z]+|shall)\b)")
_PROSE_WORDS = 8  # in a line, from which on it may be running text
_FIGURES = 2  # beside a day, from which on a line is a row of a table


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
        for one in () if OF_ANOTHER.search(line) or _of_a_blank(line) else dates_in(line):
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
            told = line[: one.start]
            ahead = bool(_DONE_WITH.search(told)) or (AHEAD.search(told) is not None and not _COUNTED_TO.search(told))
            if one.precision in ("day", "month") and len(re.sub(r"\W", "", rest)) <= 12 and not (row or ahead):
                found.setdefault(one.iso, one.precision)
    if len(found) != 1:
        return UNDATED
    ((iso, precision),) = found.items()
    return Dated(iso, precision, "letterhead")


def date_of_text(kind: str, first: str, whole: str) -> Dated:
    """The date a text gives itself ("dated as of", "made this 3rd day of"); for an agreement also the last day it was signed."""
    for match in _MADE.finditer(first[:4000]):
        if kind != "agreement" and _OTHERS_DAY.search(_line_before(first, match.start())):
            continue
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
            if OF_A_FORM.search(_line_before(first, match.start())):
                continue
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


def _of_a_blank(line: str) -> bool:
    """Whether a line names a form and when its blank was last changed, or when that lapses."""
    return OF_A_FORM.search(line) is not None and _BLANK.search(line) is not None


def _line_before(text: str, at: int) -> str:
    return text[text.rfind("\n", 0, at) + 1 : at]


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
    for line in [line.strip() for line in text[:1200].split("\n") if line.strip()][:HEAD]:
        found = dates_in(line)
        if len(found) != 1 or found[0].precision != "day" or re.search(r"\w", line[found[0].end :]):
            continue
        before = line[: found[0].start]
        if _ANNOUNCED.search(before) and not TELLS.search(before):
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
