"""Numbers, homes, telephones and births on a page about one person's case, told by their shape and what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.patterns.births import WRITTEN_BIRTH
from pipeline.patterns.contacts import is_role
from pipeline.patterns.dates import DateFound, dates_in
from pipeline.patterns.name_forms import names_nobody
from pipeline.patterns.presumed_homes import BASIS, homes_in_case, with_name
from pipeline.patterns.signs import DIGIT as _D
from pipeline.patterns.signs import IdentifierFound, digits_enough
from pipeline.patterns.telephones import grouped_in, telephones_in

# A number by which something is kept: six digits or more, with letters, in groups or not.
_NUMBER = re.compile(
    r"(?<![\w$€£.,§-])(?<!\d/)(?=(?:[A-Z*]{0,4}[ -]?\d){1,2}(?:[ -]?[A-Z*]{0,5}[ -]?\d){4})[A-Z*]{0,5}[ -]?\d[\dA-Z*]*"
    r"(?:[- ](?=[\dA-Z]*\d)[\dA-Z*]+){0,5}(?![\w%])(?![.,/]\d)"
)
_COUNTS = re.compile(r"\d{1,3}(?: \d{1,3}){2,}")  # a row of a table of small numbers
# Three groups of three digits are an alien's number, whatever stands before them; what a scan makes of digits is read as such.
_NINE = re.compile(rf"(?<![\w$€£.,/-])(?<!\d )(?:A[- ]?)?{_D}{{3}}[ -]?{_D}{{3}}[ -]?{_D}{{3}}(?![\w%]|[.,/-]\d| \d{{1,3}}\b)")
_PLATE = re.compile(
    r"(?<![\w-])(?!(?:I|N|G|AR|DS|OF|SF|EOIR)-\d{1,4}[A-Z]?\b)"  # a federal form is no car
    r"(?=[\dA-Z -]{0,4}[A-Z])(?=[\dA-Z -]{0,6}\d[A-Z -]?\d)(?!\d{1,2}[ -])[A-Z\d]{1,4}[- ]?[A-Z\d]{2,5}"
    r"(?<=[A-Z\d]\d|\d[A-Z])(?![\w-])"
)
_STATUTE = re.compile(r"\b(?:PC|VC|HS|BP|WI|ORC|RCW|NRS|ARS)\s?$")
_THREE_LETTERS = re.compile(
    r"(?<![\w-])(?!USC|CFR|INA|EXT|APT|BOX|RTE|HWY|FAX|TEL|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)"
    r"[A-Z]{3}[- ]?(?!(?:19|20)\d\d\b)\d{3,4}(?![\w-])"
)
# A sign or word for a number before it, of whatever sort: then four digits will do.
_COUNTED_AS = re.compile(
    r"(?i:(?:\#|\b(?:no\.?|num(?:ber)?|id|tag|card|carnet|tarjeta|c[eé]dula|pasaporte|passport|dpi|rx|mr|ref"
    r"|lic(?:en[cs]e|\.)?)\b)[^\w\n]{0,3}(?:[a-z]+[\s#:.]{1,2})?)$"
)
_TOKEN = re.compile(r"(?<![\w$€£.,/-])(?:[A-Z]{1,3}-?)?\d[\dA-Z]*(?:[- ]\d[\dA-Z]*){0,4}(?![\w%/])(?![.,]\d)")
_CAR = re.compile(
    r"(?i:\b(?:plates?|placas?|tags?|registration|sedan|truck|pickup|van|car|vehicle|driv(?:es|ing|er|en)"
    r"|toyota|honda|chev\w*|ford|nissan|dodge)\b|\bRAN\b|\bR/O\b)"
)
_BY_NICKNAME = re.compile(r"[“\"](?P<name>[A-Z][a-z’'-]+[”\"]\s[A-ZÀ-Þ][\w’'-]+)")
# What counts, dates, cites, files or is reached by it is no person's number.
_OF_SOMETHING = re.compile(
    r"(?i:\b(?:case|mission|flight|docket|request|foia|bates|contract|order|warrant|form|section|sec|§|u\.s\.c|c\.f\.r|invoice|incident|report|bill|grant"
    r"|public\slaw|policy\smemo|directive|schedule|room|suite|box|route|hwy|highway|page|pages|ref|state|message|bar|call|grievance"
    r"|version|exhibit|item|line|ext|p\.?l|h\.?r|vol)\b"
    r"[\s.:#]{0,3}(?:no\b|nos\b|num(?:ber)?\b)?[\s.:#]{0,3})$|(?<![a-z])No\.\s?$"
    r"|\b(?i:correspondence|matter|log|invoice)\b[^\n\d]{0,12}$"
    r"|(?i:\bcourt\b[^\n#]{0,25}#\s?)$"
)
# The letters of a request, and the running number that stands behind the prefix of a stamp, however a scan has spaced it.
_FILED = re.compile(r"FOIA|ICFO|FOI\d")
_STAMPED = re.compile(r"[ ]?[._-][ ]?0\d{3,7}[ \t]*(?:\n|$)")
_SHAPES = re.compile(
    r"\d{2,4}-[A-Z]{1,4}-\d{2,6}|[A-Z]{1,5}-(?:(?:19|20)\d\d|[019]\d)-\d{2,6}"
    r"|(?:19|20)\d\d[- /](?:19|20)?\d\d|(?:\(?\d{3}\)?[-. /]{1,2})?\d{3}[-. ]\d{4}|\d{5}-\d{4}"
    r"|(?:[0-2]?\d|3[01]) (?:[01]\d|2[0-3])[0-5]\d"  # a day and an hour of a calendar
    r"|\d{1,2} \d{1,2} \d{2,4}|(?:19|20)\d{6}|(?:[A-Z]{2} )?\d{5}|(?:[A-Z]{2,5} \d{3,5} )?\d{6}Z"
)
# How the immigration courts name a child: by initials with hyphens.
_INITIALS = re.compile(r"(?<![\w-])(?:[A-Z]-){3,5}(?![\w])")
# A mailbox, however a scan has broken what follows its sign.
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{2,}(?:\s?@|@\s?|\s@\s(?=\S+\.\w))(?P<host>[\w-]{2,}\S*)")
_OFFICIAL_HOST = re.compile(r"\.(?:g[o0]v|mi[l1]|us)\b")
_BORN_YEAR = re.compile(r"\b[Bb]orn\b[^.;\d]{0,40}\b(?P<value>(?:19|20)\d\d)\b")
_NAMED_BORN = re.compile(r"(?<=[a-zA-Z]),\s(?P<value>\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}),\s(?=of\b)")
_TURNED = re.compile(
    r"\b(?:turn(?:ed|s|ing)|(?:was|is|be|became)(?=\s(?:\d\d|(?:twen|thir|for|fif|six|seven|eigh|nine)(?:ty(?:-[a-z]+)?|teen))\son\b))\s(?:\d\d|[a-z-]+)\s(?:on\s)?(?:the\s)?"
    r"(?P<value>(?:[a-z-]+(?:st|nd|rd|th)\sof\s[A-Z][a-z]+|[A-Z][a-z]+\s\d{1,2}|\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?[A-Z][a-z]+)\b(?:,?\s\d{4})?)"
)
_PACKED = re.compile(
    r"(?<![\w-])(?:(?P<first>(?:19|20)\d\d)(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])"
    r"|(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?P<last>(?:19|20)\d\d))(?![\w-])"
)
_BARE_YEAR = re.compile(r"(?<=[\s(,/])(?P<value>19[2-9]\d|200\d)(?=[\s),;:]|$)")
_BEFELL = re.compile(
    r"(?i:\b(?:ent(?:ered|ry)|convict\w*|arrest\w*|since|deport\w*|remov\w*|enacted|act|effective|signed|admitted|adjust\w*|married|served|issued|founded"
    r"|lived?|came|arrived?|until|dismissed|sentenced|from|during|to|through|in)\b[^.;\n]{0,25})$"
)
NEAR = 120  # characters between a name and a date that may be its bearer's birth
LATEST = 2030  # a year in two figures beyond it is of the century before
FOUNDED = 2003  # the year in which the agency was: its papers on a case are no older
GROWN = 14  # years before the newest date on the page from which on a date may be a birth rather than an event told of


def values_in_case(text: str, found: tuple[IdentifierFound, ...]) -> Iterator[IdentifierFound]:
    """Numbers, homes, telephones and births that nothing shows to be public; `found` is all that was found on the page."""
    names = tuple(one.start for one in found if one.kind.endswith("-name"))
    numbers = tuple(_numbers(text, found, names))
    yield from numbers
    yield from _alike(text, (*found, *numbers), names)
    yield from _births(text, found)
    yield from _reach(text, names)
    yield from homes_in_case(text, found)
    for match in _BY_NICKNAME.finditer(text):
        if not any(names_nobody(word) for word in match["name"].split()):
            yield IdentifierFound(*match.span("name"), "person-name", BASIS)


def _reach(text: str, names: tuple[int, ...]) -> Iterator[IdentifierFound]:
    """Homes, telephones and births that only such a page makes somebody's."""
    for match in _INITIALS.finditer(text):
        yield IdentifierFound(*match.span(), "minor-name", BASIS)
    yield from telephones_in(text, names)
    for match in _MAIL.finditer(text):
        if not (_OFFICIAL_HOST.search(match["host"]) or is_role(match.group().partition("@")[0].strip())):
            yield IdentifierFound(*match.span(), "email", BASIS)
    for match in (*_BORN_YEAR.finditer(text), *_NAMED_BORN.finditer(text), *_TURNED.finditer(text)):
        yield IdentifierFound(*match.span("value"), "date-of-birth", BASIS)


def _year(date: DateFound) -> int:
    """Its year; of two figures that would lie ahead, the one a hundred years before: births are in the past."""
    year = int(date.iso[:4])
    return year - 100 if year > LATEST and not re.search(r"\d{4}", date.text) else year


def _births(text: str, found: tuple[IdentifierFound, ...]) -> Iterator[IdentifierFound]:
    """Dates beside a name, so much older than the page that they can hardly be anything else; a year alone right behind one."""
    dated = [(one.start, one.end, _year(one), one.precision) for one in dates_in(text)]
    days = [(start, end, year) for start, end, year, precision in dated if precision == "day"]
    days += [(*one.span(), int(one["first"] or one["last"])) for one in _PACKED.finditer(text)]
    for written in WRITTEN_BIRTH.finditer(text):
        if told := re.search(r"(?:19|20)\d\d$", written.group()):
            days.append((*written.span(), int(told.group())))
    newest = max((FOUNDED, *(year for _, _, year, _ in dated), *(year for _, _, year in days)))
    near = [one for one in found if one.kind.endswith("-name") or one.kind == "date-of-birth"]
    for start, end, year in days:
        beside = any(one.start - NEAR < end and start < one.end + NEAR for one in near)
        if beside and year + GROWN <= newest and not _BEFELL.search(text[max(0, start - 40) : start]):
            yield IdentifierFound(start, end, "date-of-birth", BASIS)
    names = [one.end for one in found if one.kind.endswith("-name")]
    for match in _BARE_YEAR.finditer(text):
        behind = any(
            0 < match.start() - end < 40 and not re.search(r"[a-z]{2}\s[a-z]|\n", text[end : match.start()]) for end in names
        )
        if behind and int(match["value"]) + GROWN <= newest:
            yield IdentifierFound(*match.span("value"), "date-of-birth", BASIS)


def _numbers(text: str, found: tuple[IdentifierFound, ...], names: tuple[int, ...]) -> Iterator[IdentifierFound]:
    """Long numbers, nine digits in threes, shorter ones behind a word for a number, and the plates of cars."""
    known = [*((day.start, day.end) for day in dates_in(text)), *((one.start, one.end) for one in found), *grouped_in(text)]
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        start += len(match.group()) - len(match.group().lstrip(" -"))
        value = text[start:end]
        line = text[text.rfind("\n", 0, start) + 1 : start]
        digits = sum(sign.isdigit() for sign in value)
        stamp = not line.strip() and re.fullmatch(r"[A-Z]{3,}[- ]?0*\d{4,}", value) and text[end : end + 1] in ("", "\n")
        if (
            digits < 6
            or stamp
            or _STAMPED.match(text, end)
            or _FILED.search(value)
            or _COUNTS.fullmatch(value)
            or _SHAPES.fullmatch(value)
            or _OF_SOMETHING.search(line[-30:])
        ):
            continue
        if not _meets(known, start, end):
            yield IdentifierFound(start, end, "person-number", BASIS)
    for match in _NINE.finditer(text):
        grouped = " " in match.group().strip() or "-" in match.group() or with_name(text, match, names)
        if (
            grouped
            and digits_enough(match.group())
            and (with_name(text, match, names) or not _ends_a_row(text, match))
            and not _OF_SOMETHING.search(text[max(0, match.start() - 30) : match.start()])
        ):
            yield IdentifierFound(*match.span(), "a-number", BASIS)
    for match in _TOKEN.finditer(text):
        before = text[max(text.rfind("\n", 0, match.start()) + 1, match.start() - 30) : match.start()]
        counted = _COUNTED_AS.search(before) and not _OF_SOMETHING.search(before)
        if (
            counted
            and not re.fullmatch(r"(?:[FC]Y[ -]?)?(?:19|20)\d\d", match.group())
            and sum(map(str.isdigit, match.group())) >= 4
            and not _meets(known, *match.span())
        ):
            yield IdentifierFound(*match.span(), "person-number", BASIS)
    yield from _plates(text, names)


def _ends_a_row(text: str, match: re.Match[str]) -> bool:
    """Whether the groups are the last cells of a row of a table: plain counts with spaces between, and nothing behind them."""
    before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
    alone = re.fullmatch(r"[\d ]+", match.group()) and re.match(r"[ \d.,%$-]*(?:\n|$)", text[match.end() :])
    return bool(alone) and not re.search(
        r"(?i:\b(?:file|alien|a|no|num(?:ber)?|id|tel|ph(?:one)?|cell|fax|at|call)\b[\s.:#]*)$", before
    )


def _meets(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(a < end and start < b for a, b in spans)


def _plates(text: str, names: tuple[int, ...]) -> Iterator[IdentifierFound]:
    """Plates behind a word for a car, and letters with digits in the line of a person's name, as registers have them."""
    for match in _PLATE.finditer(text):
        before = text[max(0, match.start() - 60) : match.start()]
        if _CAR.search(before) and not _STATUTE.search(before + match.group()[:3]) and not match.group().isdigit():
            yield IdentifierFound(*match.span(), "plate", BASIS)
    for match in _THREE_LETTERS.finditer(text):
        if with_name(text, match, names):
            yield IdentifierFound(*match.span(), "plate", BASIS)


def _alike(text: str, found: tuple[IdentifierFound, ...], names: tuple[int, ...]) -> Iterator[IdentifierFound]:
    """Numbers shaped as one withheld on the page, in the lines of other persons: a column of a list."""
    kinds = ("person-number", "plate", "roster-number")
    shapes = {_shape(text[one.start : one.end]) for one in found if one.kind in kinds}
    for match in _TOKEN.finditer(text):
        shape = _shape(match.group())
        if shape in shapes and shape.count("9") >= 4 and with_name(text, match, names):
            yield IdentifierFound(*match.span(), "person-number", BASIS)


def _shape(value: str) -> str:
    return re.sub(r"[A-Z]", "A", re.sub(r"\d", "9", value))
