"""Homes on a page about one person's case, told by their shape alone: a house and a street that no office is named beside."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.patterns.days.months import STEMS
from pipeline.patterns.names.name_forms import names_nobody
from pipeline.patterns.names.office_words import ORGANISATION, names_office
from pipeline.patterns.names.streets import STREET, home_end
from pipeline.patterns.private.signs import PRESUMED, IdentifierFound
from pipeline.patterns.public.lines_of_offices import names_owner
from pipeline.patterns.public.office_streets import FEDERAL

BASIS = "on a page about one person's case"
_STREET_OF = re.compile(
    r"\b(?i:house|home|trailer|apartment|flat|room|cabin|shelter|refuge|motel|liv(?:es?|ed|ing)|resid\w+|stay\w*|behind|above"
    r"|over)\b[^.;\n]{0,40}?\b(?:on|at|in|off)\s"
    r"(?P<value>(?:[A-Z][a-z]+(?:[’'][a-z]+)?\s){1,3}(?:Street|Avenue|Road|Lane|Drive|Court|Way|Place|Terrace|Circle|Alley|Row"
    r"|Close|Mews))\b"
)
# Where somebody lives, though a scan has made a letter of the number.
_LIVES = re.compile(
    r"\b(?i:resid(?:es?|ed|ing)|liv(?:es?|ed|ing))\sat\s(?P<value>[A-Z\d][\w’'#-]*(?:\s(?:[A-Z\d#][\w’'#-]*)){1,5})"
)
# A number and a name at the start of a line or behind a mark, which end with the line or before a town.
_HOME = re.compile(
    r"(?:^|\n|[:,;]|\b(?:of|at|in|on|to))[ \t]*(?P<value>(?!(?:19|20)\d\d\s)\d{1,5}[A-Z]?\s(?:[NSEW]\.?\s)?[A-Z][a-z’'-]+"
    r"(?:\s[A-Z][a-z’'-]+){1,2})[ \t]*(?=\n|$|,\s[A-Z]|;)"
    r"|(?<![\w$.,/-])(?P<mailed>\d{1,5}[A-Z]?\s[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,3})"
    r"(?=,\s[A-Z][\w’' -]{2,25},?\s[A-Z]{2}\s\d{5})"
)
# "with my aunt in Kessel, 70 Mill Race."
_BEHIND_TOWN = re.compile(
    r"\b(?:in|at|near|of)[ \n](?:[A-Z][a-z’'-]+[ ]?){1,2},[ \n]"
    r"(?P<value>\d{1,5}[A-Z]?[ ][A-Z][a-z’'-]+(?:[ ][A-Z][a-z’'-]+){1,2})(?=[.;,)])"
)
_HOME_LAST = re.compile(
    r"(?P<value>[A-Z][a-z’'-]+\s(?:Street|Avenue|Road|Lane|Drive|Court|Way|Place|Terrace|Circle|Alley|Row|Close|Mews|Hill),?\s"
    r"(?:at\s)?(?:number\s|no\.?\s?|\#\s?)?\d{1,5}\b(?!\s?%))"
    r"|(?P<lot>\b(?i:lot|space|spc|unit|trailer|apt|bldg)\.?\s?#?\d{1,4}[A-Z]?,\s(?!(?i:rm|room|fl|floor|ste|suite)\b)"
    r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,3})"
    r"|\b(?P<general>(?i:general\sdelivery)\b|(?i:box\s\d{1,5}),\s[A-Z][\w’'-]+(?:[ ][A-Z][\w’'-]+){0,3})"
)
# "vecina de la calle Álamo 415, apartamento 2"
_CALLE = re.compile(
    r"\b(?i:calle|avenida|av\.|callej[oó]n|colonia|carretera|rue)\s(?:[\w’'.]+\s){1,4}?(?:[Nn]o\.\s|\#)?\d{1,5}\b"
    r"(?:,\s(?i:apartamento|apto\.?|departamento|depto\.?|int\.?|interior|casa|piso)\s\w{1,4}\b)?"
)
# "809 E 6th", "1533 Vine, 2nd fl rear": a numbered street, or a house told by the part of it that somebody lives in.
_INHABITED = re.compile(
    r"(?<![\w$.,/-])\d{2,5}(?:\s1/2)?\s(?:[NSEW]\.?\s)?"
    r"(?:\d{1,3}(?:st|nd|rd|th)\b(?=[,.;)\n])(?:,\s(?:the\s)?(?:rear|back|front)\s\w+)?"
    r"|(?:[A-Z][a-z’'-]+\s?){1,2},\s(?:the\s)?(?:\d[a-z]{2}\s(?:fl\.?|floor)|rear|back|basement|upstairs|downstairs|attic|garage)"
    r"(?:\s(?:house|unit|apartment|rear|front|room|door))?)\b"
    r"|(?<=house )\d{2,5}\s[A-Z][a-z’'-]+"
)
# "moved to Willow Court Apartments, building C": where people live, and nothing else is called so.
_BLOCK = re.compile(
    r"(?<![\w’'-])(?:[A-Z][\w’'-]+\s){1,3}(?:Apartments|Apts|Flats|Cottages|Townhomes|Townhouses|Condominiums|(?:Trailer"
    r"|Mobile\sHome|RV)\s(?:Park|Court|Village|Estates))"
    r"(?:,?\s(?i:building|bldg|unit|no|number|apt|space|lot)\.?\s?\#?\w{1,4})?(?![\w-])"
)
# "Attorney of record: Ada Roe, Esq., Roe & Poe, 12 Canal Street"
_OF_COUNSEL = re.compile(r"(?:\bEsq\b|\b[Aa]ttorneys?\b|\b[Cc]ounsel\b)[^;]{0,60}[A-Z][\w’'-]+\s&\s[A-Z][\w’'-]+,\s\Z")
_HOUSE_NUMBER = re.compile(r"(?<![\w$.,/#-])(?<!\d )(?!0|(?:19|20)\d\d\s)\d{3,5}[A-Z]?[ ](?:[NSEW]\.?[ ])?\Z")
# A house in capitals, in the row of a person.
_IN_CAPITALS = re.compile(
    r"(?<![\w$.,:/#-])(?<!(?<!\d)\d{3} )(?<!\b[MF] )(?!0)"  # no age behind a sex, no end of a number in groups
    r"(?:(?:UNIT|SPACE|LOT|APT|ROOM|RM)[ ]\d{1,4}[A-Z]?[ ]|\d{2,5}[ ](?:[NSEW][ ])?)"
    r"[A-Z]{4,}(?:[ ][A-Z]{2,})?\b(?!,)"
)
_MONTH = re.compile(rf"\s(?:{STEMS})[a-z]*\b")


def homes_in_case(text: str, found: tuple[IdentifierFound, ...]) -> Iterator[IdentifierFound]:
    """Every home that only such a page makes somebody's; `found` is all that was found on the page."""
    names = tuple(one.start for one in found if one.kind.endswith("-name"))
    for match in _STREET_OF.finditer(text):
        if not ORGANISATION.search(match.group()):
            yield IdentifierFound(*match.span("value"), "address", BASIS)
    for match in _BLOCK.finditer(text):
        yield IdentifierFound(*match.span(), "address", BASIS)
    for match in _LIVES.finditer(text):
        if not ORGANISATION.search(match["value"]):
            yield IdentifierFound(*match.span("value"), "address", BASIS)
    for match in (*STREET.finditer(text), *_INHABITED.finditer(text), *_CALLE.finditer(text)):
        end = home_end(match) if match.re is STREET else match.end()
        about = text[max(text.rfind("\n\n", 0, match.start()), match.start() - 60, 0) : end]
        above = text[: match.start()].rstrip().rpartition("\n")[2]
        titled = not text[text.rfind("\n", 0, match.start()) + 1 : match.start()].strip() and "," in above and names_owner(above)
        rest, line = text[match.end() : match.end() + 40], text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        behind = text[match.end("street") : match.end()] + rest if match.re is STREET else ""
        shown = FEDERAL.search(behind.partition("\n\n")[0]) or _OF_COUNSEL.search(line)
        if not shown and not ORGANISATION.search(about) and not match.groupdict().get("room") and not titled:
            yield IdentifierFound(match.start(), end, "address", BASIS)
    for match in _IN_CAPITALS.finditer(text):
        beside = with_name(text, match, names) and not any(map(names_office, match.group().split()[1:]))
        if beside and not ORGANISATION.search(match.group()) and not re.search(r"\bTOTAL\b", match.group()):
            yield IdentifierFound(*match.span(), "address", BASIS)
    for match in (*_HOME.finditer(text), *_HOME_LAST.finditer(text), *_BEHIND_TOWN.finditer(text)):
        group = match.lastgroup or "value"
        value = match[group]
        # an office at the address is named in its line, or in the line above where a letterhead is set so
        above = text[max(text.rfind("\n\n", 0, match.start(group)), match.start(group) - 60, 0) : match.end()]
        named = value.split() if group in ("value", "mailed") and value[0].isdigit() else value.split()[:1]
        named = named[:-1] if match.re is _BEHIND_TOWN else named  # "Mill Race": the last is the street's
        if not (any(names_nobody(word) for word in named) or _MONTH.search(value) or ORGANISATION.search(above)):
            yield IdentifierFound(*match.span(group), "address", BASIS)
    for one in found:
        number = _HOUSE_NUMBER.search(text[max(0, one.start - 8) : one.start]) if one.kind == PRESUMED else None
        if number:  # "5120 Old Ferry": what was taken for a name is a street's
            yield IdentifierFound(one.start - len(number.group()), one.end, "address", BASIS)


def with_name(text: str, match: re.Match[str], names: tuple[int, ...]) -> bool:
    """Whether one of the names that begin at these places stands in the line of the match."""
    return in_line_of(text, *match.span(), names)


def in_line_of(text: str, start: int, end: int, names: tuple[int, ...]) -> bool:
    """Whether one of the names that begin at these places stands in the line of `text[start:end]`."""
    last = text.find("\n", end)
    return any(text.rfind("\n", 0, start) < at < (last if last >= 0 else len(text)) for at in names)
