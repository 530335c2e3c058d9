"""Names of persons whom the text says are under eighteen."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from pipeline.patterns.names.name_forms import CAP, personal
from pipeline.patterns.private.signs import IdentifierFound

_START = r"(?<!\w)(?<!\w[’'-])"  # of a word: within a long one no name begins
_SMALL_NUMBERS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
_AGE_BEFORE = re.compile(
    rf"\b(?P<age>\d{{1,2}}|{_SMALL_NUMBERS})[- ](?:years?|months?|yr)[- ]old,?\s"
    r"(?:(?i:boy|girl|son|daughter|child|minor|student|juvenile|brother|sister|named)[\s,]{1,2}){0,2}"
    rf"(?:,\s)?(?P<name>{CAP}(?:\s{CAP}){{0,2}})"
)
_AGED = re.compile(
    rf"{_START}(?P<name>{CAP}(?:\s(?:[A-Z]\.|{CAP})){{0,3}})(?:,\s?|\s?\()(?i:aged?)\s(?P<age>\d{{1,2}}|{_SMALL_NUMBERS})\b"
)
_AGE_AFTER = re.compile(
    rf"{_START}(?P<name>{CAP}(?:\s(?:[A-Z]\.|{CAP})){{0,2}})(?:,\s?|\s?\()(?:(?i:aged?)\s)?(?P<age>\d{{1,2}})"
    r"(?P<tail>\s?(?:years?(?:\s|-)old|years?\sof\sage|y/?o\b)|\)|,\s(?=(?:a|an|of|who|was|is|his|her|whose|said|told"
    r"|from|lives?|lived)\b)|(?=\.\s))"
)
_YEARS_OLD = re.compile(
    rf"{_START}(?P<name>{CAP}(?:\s(?:[A-Z]\.|{CAP})){{0,3}}),\s(?:is\s)?(?:an?\s|(?:his|her|their)\s)?"
    rf"(?P<age>\d{{1,2}}|{_SMALL_NUMBERS})[- ](?:years?|months?)[- ]old\b"
)
_KIN_AGED = re.compile(
    rf"\b(?i:son|daughter|brother|sister|nephew|niece|child|grandson|granddaughter),?\s(?P<name>{CAP}(?:\s{CAP}){{0,2}}),\s"
    rf"(?:aged?\s)?(?P<age>\d{{1,2}}|{_SMALL_NUMBERS})(?=[,.;)]|\s(?:and|was|is)\b)"
)
_TURNED = re.compile(
    rf"{_START}(?P<name>{CAP}(?:\s{CAP}){{0,2}}),?\s(?:who\s)?(?:just\s|has\s|recently\s)?turn(?:ed|s|ing)\s(?P<age>\d{{1,2}}"
    rf"|{_SMALL_NUMBERS})\b"
)
# "his children Ada (9), Ben who is 11": given names alone, with their ages, in a sentence that names kin.
_KIN = re.compile(
    r"(?i:\b(?:sons?|daughters?|child(?:ren)?|kids?|brothers?|sisters?|nephews?|nieces?|mother\sof|father\sof"
    r"|parents?\sof|grandchild(?:ren)?"
    r"|mother|father|husband|wife|aunt|uncle|grandmother|grandfather|guardian|siblings?|minors?|bab(?:y|ies)|stepsons?|stepdaughters?)\b)"
)
_NAME_AND_AGE = re.compile(
    rf"{_START}(?P<name>{CAP}(?:\s(?:{CAP}|[A-Z]\.))?)(?:\s?\(\s?(?:aged?\s)?|,?\s(?:who|she|he)\sis\s|,\s(?:(?:aged?|not\syet|almost|nearly|just)\s)?"
    rf"|\s-\s)(?P<age>\d{{1,2}}|{_SMALL_NUMBERS})"
    r"(?:\s?(?:yo|y/o|yrs?|years?(?:\sold)?|months?(?:\sold)?|mos?)\b\.?)?(?=\)|,|;|\.|\sand\b|\n|$)"
)
_AGE_THEN_NAME = re.compile(
    rf"\b(?i:kid|child|boy|girl|son|daughter)\b[^.\n]{{0,20}}\b(?:is|was|aged?)\s(?P<age>\d{{1,2}}"
    rf"|{_SMALL_NUMBERS})\b[^.]{{0,20}}?"
    rf"\b(?:named|name\s(?:of|is)|called)\s(?P<name>{CAP}(?:\s{CAP})?)"
)
_IN_SPANISH = re.compile(
    rf"{_START}(?P<name>{CAP}(?:\s{CAP})?),?\s(?:de|tiene)\s(?:un|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince"
    r"|diecis[eé]is|diecisiete|1[0-7]|\d)\b(?!\s(?:de|mil|cientos))"
)
_SPANISH_KIN = re.compile(r"(?i:\b(?:hij[oa]s?|niñ[oa]s?|menor(?:es)?|herman[oa]s?|sobrin[oa]s?|niet[oa]s?|bebés?)\b)")
_CHILD = re.compile(r"CHILD|\bSON\b|DAUGHTER|BOY|GIRL|NAMED|CALLED|JUVENILE|ALIEN|STUDENT")
_MINOR = re.compile(
    r"\b(?i:minor(?:['’]s)?(?:\s(?:child|son|daughter|boy|girl|alien|student|respondent))?|juv\.|juvenile(?:\s(?:alien"
    r"|detainee|offender|subject))?"
    r"|unaccompanied\s(?:minor|child)|(?:his|her|their)\s(?:young|infant|baby|minor)\s(?:son|daughter|child))"
    rf",?\s(?:(?:is\s)?(?:named|called|identified\sas)\s)?(?P<name>{CAP}(?:\s(?:{CAP}|[A-Z]\.)){{1,2}})"
)


# "JANE ROE, a minor, by her mother": how a court names a child.
_PLEADED = re.compile(rf"{_START}(?P<name>{CAP}(?:\s(?:{CAP}|[A-Z]\.)){{1,3}}),\san?\s(?i:minor|infant|juvenile|child)\b")
_CALLED_BY_SURNAME = re.compile(rf"\b[Tt]he\s(?P<name>{CAP})\s(?:boy|girl|kid|child|baby)(?:,\s(?:age\s)?|\s\()(?:1[0-7]|\d)\b")
# "Unnamed juvenile (A.B.C., 15)": a child by initials.
_INITIALS = re.compile(
    r"(?i:\b(?:juvenile|minor|child|boy|girl|son|daughter|student|pupil|teen\w*|kid)\b)[^.;\n]{0,30}?[(,]\s?(?P<name>(?:[A-Z]\.\s?){2,4}),?\s"
    r"(?:aged?\s)?(?:1[0-7]|\d)\b"
)
# "mother of minor A.B.", "her minor children C.D. and E.F.": as courts print a child, with no age
_PLEADED_INITIALS = re.compile(
    r"\b(?i:(?P<of>of\s(?:the\s)?)?minors?(?P<kin>\s(?:child(?:ren)?|sons?|daughters?))?)[,:]?\s(?!U\.\s?S\.)"
    r"(?P<list>(?:[A-Z]\.\s?){1,3}[A-Z]\.(?:(?:,\s(?:and\s)?|\sand\s)(?:[A-Z]\.\s?){1,3}[A-Z]\.)*)"
)
_ACRONYM = re.compile(r"\b[A-Z]{2,8}\b")
# Behind a child's initials; in "a minor D.C. matter" the word is no child's.
_OF_CHILD = re.compile(r"\s?(?:[,;:)\]]|\Z|\n|(?:and|by|through|was|is|were|are|has|had|who|whose|in|v\.)\s)")
_KIN_BORN = re.compile(rf"{_START}(?P<name>{CAP}(?:\s{CAP})?),?\s\(?b(?:orn|\.)\s(?:in\s)?(?:199\d|20\d\d)\b")


# "Total Removals (1)" is the head of a column with the mark of a note, where a note begins with it.
_NOTE = re.compile(r"(?m)(?:^|\bNotes?[.:]?\s|[.;]\s)\((?P<mark>\d{1,2})\)\s+[A-Z]")


def _children(text: str) -> Iterator[IdentifierFound]:
    for match in _NAME_AND_AGE.finditer(text):
        # a form sets the label for children a gap above their names
        before = re.split(r"(?<=[a-z)])[.!]\s", text[max(0, match.start() - 120) : match.start()])[-1]
        young = not match["age"].isdigit() or int(match["age"]) < 18
        if young and _KIN.search(before) and personal(match["name"], 1):
            yield IdentifierFound(*match.span("name"), "minor-name", "named with an age under eighteen, among kin")

    for match in _IN_SPANISH.finditer(text):
        if _SPANISH_KIN.search(text[max(0, match.start() - 90) : match.start()]) and personal(match["name"], 1):
            yield IdentifierFound(*match.span("name"), "minor-name", "named with an age under eighteen, among kin")
    for match in _KIN_BORN.finditer(text):
        if _KIN.search(text[max(0, match.start() - 60) : match.start()]) and personal(match["name"], 1):
            yield IdentifierFound(*match.span("name"), "minor-name", "named with a birth, among kin")


def _outside(found: list[IdentifierFound], held: list[IdentifierFound]) -> list[IdentifierFound]:
    """Those of the finds that lie within none of those held."""
    spans = sorted((one.start, one.end) for one in held)
    ends = list(accumulate((end for _, end in spans), max))  # how far those that begin so early reach
    return [
        one for one in found if not (at := bisect_right(spans, (one.start, len(ends) and ends[-1]))) or ends[at - 1] < one.end
    ]


def minors_in(text: str) -> tuple[IdentifierFound, ...]:
    """Names of persons the text says are under eighteen."""
    found: list[IdentifierFound] = []
    notes = {one["mark"] for one in _NOTE.finditer(text)}
    for pattern in (_AGE_BEFORE, _AGE_AFTER, _AGED, _YEARS_OLD, _KIN_AGED, _TURNED, _AGE_THEN_NAME, _MINOR):
        for match in pattern.finditer(text):
            age = match.groupdict().get("age")
            bare = match.groupdict().get("tail") is not None and " " not in match["name"] and "old" not in match["tail"]
            if match.group().isupper() and not _CHILD.search(match.group()):
                continue  # "MINOR DIFFERENCES REMAIN", in a cable set in capitals
            if match.groupdict().get("tail") == ")" and match["age"] in notes:
                continue
            if (age and age.isdigit() and int(age) >= 18) or bare or not personal(match["name"], 1):
                continue
            found.append(IdentifierFound(match.start("name"), match.end("name"), "minor-name", "named as under eighteen"))
    found += [IdentifierFound(*one.span("name"), "minor-name", "named as under eighteen") for one in _INITIALS.finditer(text)]
    acronyms = frozenset(_ACRONYM.findall(text))
    for match in _PLEADED_INITIALS.finditer(text):
        letters = re.sub(r"\W", "", match["list"])
        of_child = match["of"] or match["kin"] or _OF_CHILD.match(text, match.end())
        if not of_child or (letters in acronyms and not (match["of"] or match["kin"])):
            continue
        for one in re.finditer(r"(?:[A-Z]\.\s?){1,3}[A-Z]\.", match["list"]):
            start = match.start("list")
            found.append(IdentifierFound(start + one.start(), start + one.end(), "minor-name", "named as under eighteen"))
    for match in (*_PLEADED.finditer(text), *_CALLED_BY_SURNAME.finditer(text)):
        if personal(match["name"], 1 + (match.re is _PLEADED)):
            found.append(IdentifierFound(*match.span("name"), "minor-name", "named as under eighteen"))
    found += _outside(list(_children(text)), found)
    return tuple(sorted(set(found), key=lambda one: (one.start, one.end)))
