"""Who treats, houses or teaches a private person: the doctor, hospital, refuge or school of one, on a page about somebody's case.

A doctor who signs for a clinic, a county's hospital and a school district stay: they are offices. What makes the others private
is the sentence: it tells an illness, or that somebody is seen, stays or learns there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from pipeline.patterns.names.name_forms import CAP, names_nobody
from pipeline.patterns.private.health import SOMEBODY, ailments, sentence_at
from pipeline.patterns.private.signs import IdentifierFound

KIND = "care"
BASIS = "where, or by whom, a private person is looked after"
_DOCTOR = re.compile(
    rf"(?<![\w’'])(?:Dr|DR)\.?\s(?P<name>(?:[A-Z]\.\s?){{0,2}}{CAP}(?:\s(?:[A-Z]\.\s)?{CAP}){{0,2}})"
    rf"|(?<![\w’'])(?P<degree>{CAP}(?:\s[A-Z]\.)?(?:\s{CAP}){{1,2}}),\s(?:M\.?D|D\.?O|Ph\.?D|LCSW)\b"
)
# Of whom it is said at once that he holds an office, signs or speaks for one.
_IN_OFFICE = re.compile(
    r"(?i:\b(?:director|superintendent|chief|president|secretary|commissioner|dean|professor|principal|medical\sofficer|coroner|chair"
    r"|health\sofficer|attending|spokes\w+|testif\w+|presented|on\scall)\b)"
)
_TREATS = re.compile(
    r"(?i:\b(?:treat(?:s|ed|ing)|seen\sby|sees|saw|seeing|followed\sby|under\sthe\scare|examined|operated|referred|prescribed|diagnos\w+|therapist"
    r"|psychiatrist|psychologist|counselor|pediatrician|surgeon|outside\sM\.?D|P\.?C\.?P|(?:his|her|my|their)\s(?:own\s)?(?:doctor|physician)"
    r"|(?:letter|note|report|word)\sfrom|found|wrote|told)\b)"
)
_OWN_DOCTOR = re.compile(
    r"(?:\b[Oo]utside\s(?:M\.?D|doctor|physician)\b|\bP\.?C\.?P\b|\b(?:[Hh]is|[Hh]er|[Mm]y)\s(?:own\s)?(?:doctor|physician)\b)"
)
_HOUSE = (
    r"(?:Hospital|Medical\sCent(?:er|re)|Clinic|Infirmary|Family\sPractice|Family\sMedicine|Hospice|Rehab(?:ilitation)?(?:\sCent(?:er|re))?"
    r"|Health\sCent(?:er|re)|Nursing\sHome|Psychiatric\sCent(?:er|re)|Sanatorium|Pediatrics|Dialysis(?:\sCent(?:er|re))?|Birth\sCent(?:er|re)"
    r"|Women[’']s\s(?:Shelter|Refuge|Cent(?:er|re))|Shelter|Refuge)"
)
_WARD = r"(?:,?\s(?:ward|room|bed|floor|unit|ICU|ER)(?:\s(?:[A-Z]|\d{1,4})[A-Z]?)?\b)?"
_PLACE = re.compile(
    rf"(?<![\w’'])(?P<named>(?:{CAP}[’']?s?\s){{1,3}}?{_HOUSE}{_WARD})(?![\w’'-])"
    rf"|(?<![\w’'])(?P<saint>(?:St|Saint|Ste|Our\sLady\sof|Mount)\.?\s{CAP}(?:[’']s)?(?:\s{_HOUSE})?{_WARD})(?![\w’'-])"
)
_PUBLIC = re.compile(
    r"(?i:\b(?:county|city|state|regional|municipal|district|veterans|federal|detention|jail|community|migrant|legal|law|the)\b)"
)
MOST = 100  # of a kind on one page
CLAUSES = 2  # that a semicolon joins to one before
_STAYS = re.compile(
    r"(?i:\b(?:taken\sto|brought\sto|admitted|(?:is|was|stays|stayed|died|born|seen|treated|works?)\s(?:now\s)?(?:at|in)|died\b|[’']s\sat|ER\sat|sent\sto|discharged"
    r"|transferred\sto|goes\sto|went\sto|appointment|ward|room|since)\b)"
)
_SCHOOL = re.compile(
    rf"(?<![\w’'])(?P<value>(?!The\s)(?:{CAP}\s){{1,3}}?(?:Elementary|Primary|Middle|Junior\sHigh|High|Preschool|Kindergarten|Day\s?care|Head\sStart)"
    r"(?:\sSchool)?)(?![\w’'-]|\s(?:Court|School\sDistrict|District|Street|Road|Avenue|Desert|Level|Priority))"
)
_PUPIL = re.compile(
    r"(?i:\b(?:son|daughter|child|children|kids?|boy|girl|niece|nephew|grand(?:son|daughter)|teacher|grade|pupil|student|school\s?:|stepson"
    r"|stepdaughter|minor)\b)"
)


def care_of(text: str, found: tuple[IdentifierFound, ...]) -> Iterator[IdentifierFound]:
    """Doctors, houses of care and schools in sentences about a person; `found` is all that was found on the page."""
    names = tuple(one.start for one in found if one.kind.endswith("-name"))
    young = tuple(one.start for one in found if one.kind == "minor-name")
    for match in islice(_DOCTOR.finditer(text), MOST):
        start, end = _told_together(text, match.start())
        group = "name" if match["name"] else "degree"
        sentence = text[start:end]
        if _IN_OFFICE.search(sentence) or any(names_nobody(word) for word in match[group].split()):
            continue
        if _OWN_DOCTOR.search(sentence) or (_TREATS.search(sentence) and _tells(text, start, end, names)):
            yield IdentifierFound(match.start(), match.end(group), "person-name", BASIS)
    for match in islice(_PLACE.finditer(text), MOST):
        start, end = _told_together(text, match.start())
        own = _OWN_DOCTOR.search(text, start, end) is not None
        private = not _PUBLIC.search(match.group()) and (own or _tells(text, start, end, names))
        if private and (_STAYS.search(text, start, end) or any(ailments(text[start:end])) or _DOCTOR.search(text, start, end)):
            yield IdentifierFound(*match.span(), KIND, BASIS)
    for match in islice(_SCHOOL.finditer(text), MOST):
        start, end = sentence_at(text, match.start())
        if any(start <= at < end for at in young) or _PUPIL.search(text, start, end):
            yield IdentifierFound(*match.span("value"), KIND, BASIS)


def _told_together(text: str, at: int) -> tuple[int, int]:
    """The sentence in which the place lies, with the clauses that a semicolon joins to it."""
    start, end = sentence_at(text, at)
    for _ in range(CLAUSES):
        if not text[max(0, start - 4) : start].rstrip().endswith(";"):
            break
        start = sentence_at(text, start - 2)[0]
    return start, end


def _tells(text: str, start: int, end: int, names: tuple[int, ...]) -> bool:
    """Whether the sentence is about somebody."""
    return any(start <= at < end for at in names) or SOMEBODY.search(text, start, end) is not None
