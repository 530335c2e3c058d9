"""What the rows of a table are of: a county, a state, an office, all together, or all the rest."""

from __future__ import annotations

import re

_PLACE = re.compile(
    r"(?i)\b(?:jurisdictions?|count(?:y|ies)|states?|cit(?:y|ies)|parish(?:es)?|localit(?:y|ies)|lea|ori|agency|sites?|towns?|jails?)\b"
)
_OFFICE = re.compile(r"(?i)\b(?:(?:field|district)\s?offices?|aor|area\sof\sresponsibility|offices?|regions?|sectors?)\b")
_NO_PLACE = re.compile(r"(?i)\b(?:of\s(?:birth|citizenship|origin)|country|countries|nationalit\w+|status|type)\b")
_BY = re.compile(r"(?i)\bby\s(?:\w+\s(?:and\s)?)?(?:jurisdiction|county|state|city|parish|locality)\b")
_SUFFIX = re.compile(r"(?:County|Parish|Borough|Co\.)$")
_WHOLE = re.compile(
    r"(?i)(?:(?:grand|state|county|national|nationwide|overall|u\.?s\.?|program|agency|sub)?[\s-]*totals?|all|overall|nationwide|national|nation"
    r"|u\.?s\.?a?\.?|united\sstates|together|combined|sum|all\s(?:jurisdictions|counties|states|sites|offices|active))\b"
)
_REST = re.compile(
    r"(?i)(?:all\s)?(?:the\s)?(?:others?|remaining|rest|remainder|balance|unknown|unassigned|misc\w*|elsewhere|sub-?totals?)\b"
)
_COUNT = re.compile(r"\s*[(\[]\s*(?:n\s?=\s?)?\d[\d,]*\s*[)\]]|[*†‡§]+$|(?<=[a-z])\d$")
_IN_TITLE = re.compile(
    r"\b(?:State|Commonwealth|County|City)\sof\s(?P<of>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2})"
    r"|\b(?P<own>(?:[A-Z][\w’'-]+\s){1,3}(?:County|Parish|Borough))\b"
)
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


def place_of(label: str, stub: str) -> str:
    """The row's place in the words of label and head: "Dale" below "County" is Dale County, "Dale" below "Office" an office's."""
    plain = plain_label(label)
    if _OFFICE.search(stub):
        return f"{plain} {stub.lower()}"
    alone = re.fullmatch(r"(?i)(county|parish)(?:\sname)?", stub.strip())
    return plain if not alone or _SUFFIX.search(plain) else f"{plain} {alone[1].title()}"


def place_in(title: str) -> str:
    """The one state or county a title names; '' where it names none or several."""
    found = {(match["of"] or match["own"]).strip() for match in _IN_TITLE.finditer(title)}
    return found.pop() if len(found) == 1 else ""
