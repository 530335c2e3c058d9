"""Names behind the codes of police messages, and every name of a list of aliases: "NAM/ROE,JANE", "AKA ROE ADA"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.patterns.names.name_forms import CAP, personal
from pipeline.patterns.names.office_words import names_office
from pipeline.patterns.private.signs import IdentifierFound
from pipeline.patterns.private.views import CODES

# Messages between police: "NAM/ROE,JANE", "AKA/DOE,J", and aliases in lines of their own below their head.
_CODED = re.compile(
    r"\b(?:NAM|NAME|AKA|MON|ALIAS)[/.](?P<name>[A-Z][A-Z’' -]{1,40},[ ]?[A-Z][A-Z’'-]*(?:[ ][A-Z]+)?)(?![a-z])"
    # "NAM ROE/ADA LEE", "NOK ROE ADA": the fields of a dump, each by three letters
    r"|\b(?:NAM|AKA|NOK|MON)[ :]{1,3}(?P<field>[A-Z][A-Z’'-]{1,30}+(?:[/,][ ]?"
    r"|[ ])[A-Z][A-Z’'-]*(?:[ ](?![A-Z]{3}[ ][\d(])[A-Z]+)?)(?=[ ]{1,3}(?:[A-Z]{3}[ ]|\()|[ \t]*(?:\n|$))"
)
# "Roe,Jane DOB 4/2/90": in the row of a log no space stands behind the comma.
_JOINED = re.compile(
    rf"(?<![\w’'.-])(?P<name>{CAP}(?:[ ]{CAP})?,(?:{CAP}|[A-Z]\.?))(?=[ ]{{1,3}}(?:D\.?O\.?B|SSN|FBI|A[#Q]?[ ]?\d{{2}}"
    rf"|\d{{1,2}}[-/]\d{{1,2}}[-/]\d{{2,4}}))"
)
# "NAM/001 ROE,JANE" goes on in lines that begin with the number of the next name.
_NUMBERED_NAMES = re.compile(r"\bNAM/0*1 [^\n]+(?P<rest>(?:\n[ \t]*[@OQ\d]{2,3} [A-Z][A-Z’', -]+(?=\n|$))+)")
_ALIASES = re.compile(
    r"(?:^|\n)[ \t]*(?:ALIAS(?:ES)?(?:\sNAMES?)?|AKA'?S?|OTHER\sNAMES(?:\sUSED)?|(?i:aliases|names\sused))[ \t]*:?[ \t]*"
    r"(?P<rest>(?:[ ,;\n]{1,3}[A-Z][\w’'-]+(?:[ ][A-Z][\w’'-]+)?,[ ]?[A-Z][\w’'-]*(?:[ ][A-Z]\b\.?)?){1,12})"
)
_ALIAS = re.compile(r"[A-Z][\w’'-]+(?:[ ][A-Z][\w’'-]+)?,[ ]?[A-Z][\w’'-]*(?:[ ][A-Z]\b\.?)?")
_FAMILY_NAME = re.compile(
    rf"(?P<name>{CAP}),\s(?:first|given)\sname\s(?:is\s)?{CAP}|\b(?i:family|last|sur)\s?name\s(?:is|was)\s(?P<own>{CAP})(?![\w])"
)

# "Name (b)(6), (b)(7)(C) Ada Roe": what an agency meant to hold back of whom a form is about, and its box did not cover
_BESIDE_CODE = re.compile(
    r"(?m)(?:^|(?<![ \t])[ \t]{2}|[|;])[ \t]*(?i:(?:full\s|last\s|first\s)?name|subject(?!\s?:)|victim|alien|inmate|detainee"
    rf"|complainant|respondent|applicant|client|child|mother|father|spouse)[ ]?:?[ ]{CODES}"
    rf"(?P<name>{CAP}(?:,?[ ](?:[A-Z]\.|{CAP})){{1,2}}|{CAP}(?=[ \t]*$))(?![\w’'])"
)
BASIS = "the person on whom identifiers are given"


def beside_codes(text: str) -> Iterator[IdentifierFound]:
    """Names behind a label and an exemption's code."""
    for match in _BESIDE_CODE.finditer(text):
        if personal(match["name"], 1) and not any(map(names_office, match["name"].split())):
            yield IdentifierFound(*match.span("name"), "person-name", "stands beside the code for a person's privacy")


def coded_names(text: str) -> Iterator[IdentifierFound]:
    """Names behind the codes of police messages, and every name of a list of aliases."""
    for match in _CODED.finditer(text):
        yield IdentifierFound(*match.span(match.lastgroup or 0), "person-name", BASIS)
    for match in _JOINED.finditer(text):
        if personal(match["name"].replace(",", ", ")):
            yield IdentifierFound(*match.span("name"), "person-name", BASIS)
    for match in _NUMBERED_NAMES.finditer(text):
        for name in re.finditer(r"[@OQ\d] (?P<name>[A-Z][A-Z’', -]+)", match["rest"]):
            start = match.start("rest") + name.start("name")
            yield IdentifierFound(start, start + len(name["name"].rstrip()), "person-name", BASIS)
    for match in _FAMILY_NAME.finditer(text):
        yield IdentifierFound(*match.span("name" if match["name"] else "own"), "person-name", "said to be a family name")
    for match in _ALIASES.finditer(text):
        for alias in _ALIAS.finditer(match["rest"]):
            start = match.start("rest") + alias.start()
            yield IdentifierFound(start, start + len(alias.group()), "person-name", f"an alias of {BASIS}")
