"""Numbers, homes, telephones and births on a page about one person's case, told by their shape and what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.patterns.days.dates import DateFound, dates_in
from pipeline.patterns.names.name_forms import names_nobody
from pipeline.patterns.private.ages import ages_in
from pipeline.patterns.private.births import ANY_BIRTH, WRITTEN_BIRTH
from pipeline.patterns.private.case_numbers import numbers_in_case
from pipeline.patterns.private.contacts import is_role
from pipeline.patterns.private.presumed_homes import BASIS, homes_in_case, with_name
from pipeline.patterns.private.signs import IdentifierFound
from pipeline.patterns.private.telephones import telephones_in

_BY_NICKNAME = re.compile(r"[“\"](?P<name>[A-Z][a-z’'-]+[”\"]\s[A-ZÀ-Þ][\w’'-]+)")
# How the immigration courts name a child: by initials with hyphens.
_INITIALS = re.compile(r"(?<![\w-])(?:[A-Z]-){3,5}(?![\w])")
# A mailbox, however a scan has broken what follows its sign.
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{2,}(?:\s?@|@\s?|\s@\s(?=\S+\.\w))(?P<host>[\w-]{2,}\S*)")
_OFFICIAL_HOST = re.compile(r"\.(?:g[o0]v|mi[l1]|us)\b")
# Whatever day, month or year the sentence gives behind a word for a birth, up to what befell its bearer later.
_BORN = re.compile(
    r"(?i:\b(?<!foreign[ -])(?<!native[ -])(?<!us[ -])(?:born|birth|birthday|bapti[sz]ed|baptism|naci[oó]|nacid[oa])\b"
    r"(?!\s(?:certificates?|records?|control|rights?)))"
    r"(?=(?P<rest>[^;]{0,90}))"
)
_BORN_LATER = re.compile(
    r"(?<=[a-z)\d])\.\s|\n\n|(?i:\b(?:ent(?:er|ry)|arriv|came|arrest|convict|deport|detain|remov|admit|since|until|married|moved|stopped|booked|printed|dated|as\sof|program|act\b|issued|signed|effective|before|after|memo|agreement|hearing))"
)
_BORN_SHORT = re.compile(r"(?<=[\s(,])b\.\s?")  # "Ada (b. 2003)"
_SIX = re.compile(r"(?<![\w-])(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d\d(?![\w-])")  # month, day and year in figures
_NAMED_BORN = re.compile(r"(?<=[a-zA-Z]),\s(?P<value>\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}),\s(?=of\b)")
_TURNED = re.compile(
    r"\b(?:turn(?:ed|s|ing)|(?:was|is|be|became)(?=\s(?:\d\d|(?:twen|thir|for|fif|six|seven|eigh|nine)(?:ty(?:-[a-z]+)?|teen))\son\b))\s(?:\d\d|[a-z-]+)\s(?:on\s)?(?:the\s)?"
    r"(?P<value>(?:[a-z-]+(?:st|nd|rd|th)\sof\s[A-Z][a-z]+|[A-Z][a-z]+\s\d{1,2}|\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?[A-Z][a-z]+)\b(?:,?\s\d{4})?)"
)
_PACKED = re.compile(
    r"(?<![\w-])(?:(?P<first>(?:19|20)\d\d)(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])"
    r"|(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?P<last>(?:19|20)\d\d))(?![\w-])"
)
_DOTTED = re.compile(r"(?<![\w.])\d{1,2}\.\d{1,2}\.(?P<year>(?:19|20)\d\d|\d\d)(?![\w.]|\.\d)")  # "4.22.87"
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
    yield from numbers_in_case(text, found, names)
    yield from _births(text, found)
    yield from ages_in(text, tuple(one.end for one in found if one.kind.endswith("-name")))
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
    for match in _BORN.finditer(text):
        rest = _BORN_LATER.split(match["rest"])[0]
        for day in ANY_BIRTH.finditer(text, match.start("rest"), match.start("rest") + len(rest)):
            yield IdentifierFound(*day.span(), "date-of-birth", BASIS)
    for match in _BORN_SHORT.finditer(text):
        if born := ANY_BIRTH.match(text, match.end()):
            yield IdentifierFound(*born.span(), "date-of-birth", BASIS)
    for match in _SIX.finditer(text):
        if with_name(text, match, names):
            yield IdentifierFound(*match.span(), "date-of-birth", BASIS)
    for match in (*_NAMED_BORN.finditer(text), *_TURNED.finditer(text)):
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
    for dotted in _DOTTED.finditer(text):
        year = int(dotted["year"])
        days.append((*dotted.span(), year if year > 99 else year + (2000 if year + 2000 <= LATEST else 1900)))
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
