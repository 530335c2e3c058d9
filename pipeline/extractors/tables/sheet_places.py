"""What the rows of a table are of: a county, a state, an office, all together, or all the rest."""

from __future__ import annotations

import re

from pipeline.patterns.days.months import MONTH

_PLACE = re.compile(
    r"(?i)\b(?:jurisdictions?|count(?:y|ies)|states?|cit(?:y|ies)|parish(?:es)?|localit(?:y|ies)|lea|ori|agency|sites?|towns?|jails?)\b"
)
_OFFICE = re.compile(r"(?i)\b(?:(?:field|district)\s?offices?|aor|area\sof\sresponsibility|offices?|regions?|sectors?)\b")
_NO_PLACE = re.compile(r"(?i)\b(?:of\s(?:birth|citizenship|origin)|country|countries|nationalit\w+|status|type)\b")
_BY = re.compile(r"(?i)\bby\s(?:\w+\s(?:and\s)?)?(?:jurisdiction|county|state|city|parish|locality)\b")
_SUFFIX = re.compile(r"(?:County|Parish|Borough|Co\.)$")
_WHOLE = re.compile(
    r"(?i)(?:(?:grand|state|statewide|county|national|nationwide|overall|u\.?s\.?|program|agency|sub)?[\s-]*totals?|all|overall"
    r"|(?:nation|state|county)-?wide|national|nation|state|county"
    r"|u\.?s\.?a?\.?|united\sstates|together|combined|sum|all\s(?:jurisdictions|counties|states|sites|offices|active))\b"
)
_REST = re.compile(
    r"(?i)(?:all\s)?(?:the\s)?(?:others?|remaining|rest|remainder|balance|unknown|unassigned|misc\w*|elsewhere|sub-?totals?)\b"
)
_COUNT = re.compile(r"\s*[(\[]\s*(?:n\s?=\s?)?\d[\d,]*\s*[)\]]|[*†‡§]+$|(?<=[a-z])\d$")
# "The Dale County Administrator" is somebody for whom a table is made, and no place of it.
_IN_TITLE = re.compile(
    r"\b(?:State|Commonwealth|County|City)\sof\s(?P<of>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2})"
    r"|\bthe\s(?:[A-Z][\w’'-]+\s){1,3}(?:County|Parish|Borough)\s(?!Jail|Detention|Prison)[A-Z]"
    r"|\b(?P<own>(?:[A-Z][\w’'-]+\s){1,3}(?:County|Parish|Borough))\b"
    r"|\bSTATE\sOF\s(?P<state>[A-Z][A-Z’'-]{2,}(?:\s[A-Z][A-Z’'-]{2,})?)\b"
    r"|\b(?P<caps>(?!BY\b|PER\b|EACH\b|ALL\b|THE\b|AND\b|STATE\b|THIS\b|EVERY\b|ANY\b|NO\b|OR\b|OTHER\b)"
    r"[A-Z][A-Z’'-]{2,}\s(?:COUNTY|PARISH|BOROUGH))\b"
)
_OF_A_STATE = re.compile(r"(?i)(?:state[\s-]*totals?|state-?wide(?:\stotals?)?|state|all\scounties)")
_NAME = r"([A-Z][a-z’'-]+(?:\s[A-Z][a-z’'-]+)?)"
_ITS_SORT = rf"\b(?:State|Commonwealth|County)\sof\s{_NAME}|\b{_NAME}\s(?:County|Parish|Borough)\b"
_SORTED = re.compile(_ITS_SORT)
_NAMED = re.compile(
    rf"\b(?:in|across|throughout|within)\s{_NAME}(?=\s*(?:$|[,.;:)(]|(?:on|by|from|as|through|for|since|to|and|is|are|was|were)\b))"
    rf"|{_ITS_SORT}",
    re.MULTILINE,
)
_OWNER = r"([A-Z][a-z-]+(?:\s[A-Z][a-z-]+)?)"
_STATES = re.compile(
    rf"\b(?:State|Commonwealth)\sof\s{_NAME}|(?<!\band\s)(?<!,\s)\b{_OWNER}\scounties\b|\b{_OWNER}(?:['’]s|(?<=s)['’])\s(?:[\w-]+\s)?counties\b"
)
_MONTHS = re.compile(rf"{MONTH}")
_AS_PLACE = r"(?:\b(?:[Ii]n|for|across)\s|[,:–—-]\s|^){}(?=\s*(?:$|[,;:(–—-]|\b(?:on|by|from|as|through|for|since|to|and)\b))"
WHOLE, REST, PLACE, ROW = "whole", "rest", "place", "row"


def plain_label(label: str) -> str:
    """Without a count in brackets behind it and marks of footnotes: "State total (33)" is the State total."""
    return _COUNT.sub("", label).strip(" :.")


def sort_of(label: str, stub: str, title: str, begun: bool = False) -> str:
    """`whole`, `rest`, `place`, or `row` where the label is neither and must say itself what is counted.

    `begun`: a column tells the day on which each row began, which only places do.
    """
    plain = plain_label(label)
    if _REST.match(plain):
        return REST
    if whole(label):
        return WHOLE
    placed = (_PLACE.search(stub) or _OFFICE.search(stub)) and not _NO_PLACE.search(stub)
    named = re.fullmatch(r"(?:[A-Z][\w’'.-]*\s?|of\s|and\s|the\s|la\s|du\s|&\s)+", plain) is not None
    if named and (placed or begun or (not stub and (_BY.search(title) or _SUFFIX.search(plain)))):
        return PLACE
    return ROW


def whole(label: str) -> bool:
    """Whether the row is of all: "Total", "State total (33)", "Nationwide"."""
    return _WHOLE.fullmatch(plain_label(label)) is not None


def of_a_state(label: str) -> bool:
    """Whether the row is of one State, whichever that is: "State total", "Statewide", "All counties"."""
    return _OF_A_STATE.fullmatch(plain_label(label)) is not None


def place_of(label: str, stub: str) -> str:
    """The row's place in the words of label and head: "Dale" below "County" is Dale County, "Dale" below "Office" an office's."""
    plain = plain_label(label)
    if _OFFICE.search(stub):
        return f"{plain} {stub.lower()}"
    alone = re.fullmatch(r"(?i)(county|parish)(?:\sname)?", stub.strip())
    return plain if not alone or _SUFFIX.search(plain) else f"{plain} {alone[1].title()}"


def places_named(text: str, unlike: frozenset[str]) -> frozenset[str]:
    """Names that a text uses as those of places: "in Marrow", "State of Marrow", "Dale County". None that it also writes small.

    `unlike` are words (in small letters) that no place is called by.
    """
    return _names(_NAMED, text, unlike)


def counties_named(text: str, unlike: frozenset[str]) -> frozenset[str]:
    """Those of `places_named` of which the text says what they are: "State of Marrow", "Dale County"."""
    return _names(_SORTED, text, unlike)


def states_named(text: str, unlike: frozenset[str]) -> frozenset[str]:
    """Names of which the text says that they have counties, or are States: "twelve Marrow counties", "State of Marrow"."""
    return _names(_STATES, text, unlike)


def _names(pattern: re.Pattern[str], text: str, unlike: frozenset[str]) -> frozenset[str]:
    small = frozenset(re.findall(r"(?<![\w’'-])[a-z]+(?![\w’'-])", text)) | unlike
    names = (name for match in pattern.finditer(text) for name in match.groups() if name)
    return frozenset(name for name in names if not _MONTHS.fullmatch(name) and small.isdisjoint(name.lower().split()))


def named_in(lines: tuple[str, ...], places: frozenset[str]) -> str:
    """The one of these places that titles give as theirs: "Statistics, Marrow", "active in Marrow on the date shown"."""
    found = {name for name in places for line in lines if re.search(_AS_PLACE.format(re.escape(name)), line)}
    return found.pop() if len(found) == 1 else ""


def place_in(title: str) -> str:
    """The one state or county a title names; '' where it names none or several."""
    found = {name.strip() for match in _IN_TITLE.finditer(title) if (name := match["of"] or match["own"])}
    found |= {name.title() for match in _IN_TITLE.finditer(title) if (name := match["state"] or match["caps"])}
    return found.pop() if len(found) == 1 else ""
