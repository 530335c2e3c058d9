"""When and under what number a person was booked, and when his case is heard: told in a sentence, with no label of a form.

A day alone is anybody's: it is withheld where the sentence ties it to a person, and followed nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.patterns.days.months import STEMS
from pipeline.patterns.names.name_forms import CAP, names_nobody, opens, personal
from pipeline.patterns.names.office_words import names_office
from pipeline.patterns.private.health import sentence_at
from pipeline.patterns.private.signs import IdentifierFound

KIND = "custody"
BASIS = "when a private person was booked, or when a private person's case is heard"
BORN = "where a private person was born"
UNDER = "the number under which a person was booked"
_DAY = (
    rf"(?:\d{{1,2}}[-/]\d{{1,2}}(?:[-/]\d{{2,4}})?|(?:{STEMS})[a-z]*\.?\s\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s(?:19|20)\d\d)?"
    rf"|\d{{1,2}}\s(?:{STEMS})[a-z]*\.?(?:\s(?:19|20)\d\d)?)"
)
_HOUR = r"(?:,?\s(?:at\s)?(?:\d{1,2}:\d\d(?:\s?[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?|noon|\d{4}(?:\s?hrs?|\shours)))"
_BOOKED = re.compile(
    rf"(?i:\b(?:booked|jailed|arrested|admitted|logged|received|processed|held)\b(?:\sin)?(?:,?\s(?:on\s)?(?P<day>{_DAY}))?,?\s"
    r"(?:and\s\w+\s)?(?:under|as|with)\s(?:the\s|a\s|jail\s|booking\s|inmate\s|our\s)*(?:numbers?|no\.|num\.|jacket|\#)\s?)"
    r"(?P<number>(?=[A-Z-]*\d[\dA-Z-]{3})[A-Z]{0,4}-?\d[\dA-Z-]{3,14})(?![\w-])"
)
_HEARD = re.compile(
    r"(?i:\b(?:dockets?|calendar|court\sdate|due\sback|bond\shearing|(?:removal|merits|individual|master|custody)\s(?:calendar\s)?hearing"
    r"|immigration\s(?:judge|court)|check[- ]?in|(?:reports?|appears?)\s(?:to|before|in|on)|next\s(?:hearing|court)"
    r"|hearing\s(?:is|set|date))\b)"
    rf"[^.;?]{{0,60}}?(?<![\d/])(?P<value>{_DAY}{_HOUR}?)(?![\d/-])"
)
# A form's box for it: "Next master: April 14, 2011 8:30 a.m.", "IJ hrg 5/19"
_COURT = r"(?:master|individual|merits|bond|removal|immigration|ij|eoir|mch|ich)"
_SET = r"(?:hearing|hrg|court\sdate|appearance|calendar|setting)"
_HEARD_LABEL = re.compile(
    rf"(?i:\b(?:(?:next\s)?(?:{_COURT}\s){{1,2}}{_SET}(?:\sdate)?|next\s(?:{_COURT}\s?){{1,2}}(?:\sdate)?|next\s{_SET}(?:\sdate)?(?=\s?:))"
    rf"\s?:?\s(?:on\s)?)(?P<value>{_DAY}{_HOUR}?)(?![\d/-])"
)
_OF_ONE = re.compile(
    r"(?i:\b(?:he|she|his|her|him|my\sclient|(?:the|this)\s(?:subject|alien|detainee|respondent|client))\b)|\bsubj?\b"
)
_OF_A_BODY = re.compile(
    r"(?i:\b(?:subcommittee|committee|congress|senate|house|board|commission|council|supervisors|testi\w+|program|budget|press|reporters?"
    r"|agreement|memo(?:randum)?)\b)"
)
# "ONE KEPT ADA ROE 2 DAYS", in a report set in capitals; the name may be broken over a line's end.
_CRIED = re.compile(
    r"\b(?:KEPT|HELD|ARRESTED|BOOKED|DETAINED|JAILED|RELEASED|DEPORTED|LODGED[ \n]ON|HOLD[ \n]ON|PICKED[ \n]UP)"
    r"[ \n](?:MR\.?[ ]|MS\.?[ ]|ONE[ \n])?"
    r"(?P<name>[A-Z][A-Z’'-]{2,}(?:[ \n][A-Z]\.?)?[ \n][A-Z][A-Z’'-]{2,})"
    r"(?=[,.;(]|[ \n](?:[\d(–-]|(?:FOR|FROM|UNTIL|AT|ON|IN|AS|PAST|OVER)\b))"
)
# "the Roe barn fire": whoever was robbed, burned out or killed is known by his surname
_KNOWN_BY = re.compile(
    rf"\bthe[ \n](?P<name>{CAP})[ \n](?:(?:barn|house|car|trailer|store|shop|garage|home)[ \n]"
    r"(?:fire|arson|robbery|burglary|break-in)|arson|robbery|burglary|rape|shooting|stabbing|murder|homicide|killing|kidnapping)\b"
    r"(?![ ](?:unit|squad|division|detail|rates?))"
)
# "born Kessel Hospital", "born at St. Ann's Hospital": the house tells as much as the town
_BORN_AT = re.compile(
    r"\b(?:BORN|[Bb]orn)[ \n](?:(?:AT|IN|at|in)[ \n](?:THE[ ]|the[ ])?)?(?P<value>(?:[A-Z][\w’'.-]*[ \n]){1,4}"
    r"(?:HOSPITAL|Hospital|CLINIC|Clinic|INFIRMARY|Infirmary|MEDICAL[ ]CENTER|Medical[ ]Center))\b"
)
# "I was born in Kessel Bay", on a page about one's case
_BORN_IN = re.compile(
    r"\b(?:I|[Hh]e|[Ss]he|who)\s(?:was|were)\sborn\s(?:in|near)\s(?:the\s)?(?P<value>[A-Z][\w’'-]+(?:[ ][A-Z][\w’'-]+){0,2})"
)


def booked_in(text: str) -> Iterator[IdentifierFound]:
    """Numbers of bookings told in a sentence, and their days."""
    for match in _BOOKED.finditer(text):
        yield IdentifierFound(*match.span("number"), "person-number", UNDER)
        if match["day"]:
            yield IdentifierFound(*match.span("day"), KIND, BASIS)
    for match in _BORN_AT.finditer(text):
        yield IdentifierFound(*match.span("value"), KIND, BASIS)


def named_in_custody(text: str, basis: str) -> Iterator[IdentifierFound]:
    """Names in capitals of whom a report says that they were held, and surnames by which a crime is known by its victim."""
    for match in _CRIED.finditer(text):
        words = match["name"].split()
        if personal(match["name"]) and not any(names_office(word) or opens(word) for word in words):
            yield IdentifierFound(*match.span("name"), "person-name", basis)
    for match in _KNOWN_BY.finditer(text):
        name = match["name"]
        if not (names_nobody(name) or names_office(name) or opens(name)):
            yield IdentifierFound(*match.span("name"), "person-name", basis)


def heard_in(text: str, names: tuple[tuple[int, int], ...]) -> Iterator[IdentifierFound]:
    """Where a person was born, and days and hours at which his case is heard, in sentences about one.

    `names` are spans of private names.
    """
    yield from (IdentifierFound(*match.span("value"), KIND, BORN) for match in _BORN_IN.finditer(text))
    for match in _HEARD.finditer(text):
        start, end = sentence_at(text, match.start())
        named = any(start <= at < end for at, _ in names)
        if (named or _OF_ONE.search(text, start, end)) and not _OF_A_BODY.search(text, start, end):
            yield IdentifierFound(*match.span("value"), KIND, BASIS)
    for match in _HEARD_LABEL.finditer(text):
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.end()]
        if not _OF_A_BODY.search(line):
            yield IdentifierFound(*match.span("value"), KIND, BASIS)
