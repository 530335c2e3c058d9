"""The day on which somebody was admitted, examined or sent home, on a page about one person's case.

"Adm 3/12/11", "Last CXR 8/30/11": beside words of a chart such a day is a patient's, though no sentence says so. Whom a police
report lists as its parties, and a client given by initials, are told here too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.patterns.names.name_forms import CAP, names_nobody, of_an_official
from pipeline.patterns.private.health import KIND
from pipeline.patterns.private.signs import DIGIT, IdentifierFound

BASIS = "the day on which a private person was in care"
PARTY = "a party to what a police report tells"
_DAY = rf"{DIGIT}{{1,2}}[-/]{DIGIT}{{1,2}}(?:[-/]{DIGIT}{{2,4}})?"
_SEEN = re.compile(
    r"(?i:(?<![\w-])(?:adm(?:it(?:ted)?|ission)?|disch(?:arged?)?|d/c|dos|lmp|edd|cxr|x-?ray|ppd|er\svisit|surgery"
    r"|date\sof\s(?:service|admission|discharge|surgery|injury|exam)|last\s(?:seen|visit|cxr|x-?ray|dose|seizure|labs?|exam|tested))"
    rf"\b\.?(?:\s(?:on|date|read|placed))?\s?:?\s)(?P<value>{_DAY})(?![\w/-])"
)
_CHART = re.compile(
    r"(?i:\b(?:patient|pt|mrn|dx|diagnosis|meds|medications?|allergies|ppd|attending|vitals|discharge\ssummary|medical\s(?:transfer|record|summary)"
    r"|triage|infirmary)\b)"
)
NEAR = 200  # characters to either side in which a word of a chart stands
# "(V) ROE, ADA W/F", "(W) Desk clerk, Abel P."
_LISTED = re.compile(r"(?m)^[ \t]*\((?:V|W|S|C|R/?P|VIC|WIT|SUS)\d?\)[ ](?P<rest>[^\n]{2,80})")
_NAMED = re.compile(rf"(?<![\w’'-])(?:{CAP}[ ][A-Z]\.|{CAP},?[ ]{CAP}|{CAP}(?=,|[ ]*$))")
PARTIES = 2  # lines from which on they are a report's list
_INITIALS = re.compile(
    r"(?i:\b(?:client|victim|child|minor|student|pupil|patient|survivor|complainant|juvenile)\b)[^\n.;]{0,25}?\((?i:initials)[:\s]\s?"
    r"(?P<value>(?:[A-Z]\.?[ ]?){2,3})\)"
)


def seen_on(text: str) -> Iterator[IdentifierFound]:
    """Days of care beside words of a chart."""
    for match in _SEEN.finditer(text):
        if _CHART.search(text[max(0, match.start() - NEAR) : match.start()] + " " + text[match.end() : match.end() + NEAR]):
            yield IdentifierFound(*match.span("value"), KIND, BASIS)


def parties_in(text: str) -> Iterator[IdentifierFound]:
    """Names of the parties of a report that lists them by letters, and initials by which a client is given."""
    listed = list(_LISTED.finditer(text))
    for match in listed if len(listed) >= PARTIES else ():
        for name in _NAMED.finditer(text, match.start("rest"), match.end("rest")):
            words = re.findall(r"[^\W\d_]{2,}", name.group())
            if not (any(map(names_nobody, words)) or of_an_official(text, name.start())):
                yield IdentifierFound(*name.span(), "person-name", PARTY)
    for match in _INITIALS.finditer(text):
        yield IdentifierFound(*match.span("value"), "person-name", PARTY)
