"""What ails the writer of a paper, his kin or a colleague, told in passing on any page: "my brother lies ill with ..."

On pages about a case `health` reads every word for illness; here the sentence itself must say who is ill.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.patterns.names.name_forms import names_nobody
from pipeline.patterns.names.office_words import names_office
from pipeline.patterns.private.health import BASIS, KIND, SOMEBODY, ailments, sentence_at
from pipeline.patterns.private.signs import IdentifierFound

_KIN = (
    r"(?:wife|husband|spouse|mother|father|mom|dad|parents?|sons?|daughters?|brother|sister|kids?|child|baby|boy|girl|uncle|aunt"
    r"|nephew|niece|grand(?:mother|father|son|daughter)|girlfriend|boyfriend|partner|fianc[eé]e?|mother-in-law|father-in-law)"
)
_WHO = rf"(?:\b(?:[Mm]y|[Hh]is|[Hh]er|[Oo]ur|[Tt]heir)\s(?:\w+\s)?{_KIN}|\bI|\b[Hh]e|\b[Ss]he)"
_STOP = r"(?!(?:so|and|but|because|since|until|who|which|that|at|in|on|by|for|again|this|today|tomorrow|or|if|as|is|was)\b)"
_PHRASE = rf"(?:an?\s|the\s|his\s|her\s|my\s)?{_STOP}[a-z][\w’'-]*(?:\s{_STOP}[a-z][\w’'-]*){{0,3}}"
# Whatever these govern is an illness.
_SICK_WITH = re.compile(
    rf"{_WHO}(?:[’']s|[’']m|\s(?:is|was|am|are|were|has\sbeen|have\sbeen|had\sbeen))\s(?:\w+\s)?(?:laid\sup|bedridden|sick|ill"
    rf"|recovering|hospitali[sz]ed|in\s(?:the\s)?hospital)\s(?:with|from|after)\s(?P<value>{_PHRASE})"
)
_SICK_CHILD = re.compile(rf"\bsick\s{_KIN}\b[^.;()\n]{{0,25}}\((?P<value>[a-z][\w’' -]{{2,24}})(?=[,)])")
_BODY = (
    r"(?:arms?|legs?|wrists?|ribs?|jaw|nose|hands?|foot|feet|ankles?|hips?|eyes?|back|neck|shoulders?|knees?|tooth|spine|elbow|heart"
    r"|kidney|liver|gall\s?bladder|hernia|prostate|cataract)"
)
_SURGERY = (
    rf"(?:{_BODY}\s(?:replacement|surgery|operation|transplant|bypass|injury|fracture|trouble|problems?)|(?:heart\s)?bypass(?:\ssurgery)?"
    r"|(?:herniated|slipped|bulging|ruptured)\sdis[ck]s?|open[- ]heart\ssurgery|[a-z]{3,}ectomy|surgery|chemo(?:therapy)?)"
)
# "J. Moll out through 4/1 (knee)", "on leave for back surgery": who stays away, and why
_AWAY = re.compile(
    rf"\b(?:out|off|absent|on\s(?:sick\s|medical\s)?leave)\b(?:[^.;()\n]{{0,40}}\((?P<noted>(?:[a-z]+\s){{0,2}}(?:{_SURGERY}|{_BODY}))\)"
    rf"|(?:\s\w+){{0,3}}\s(?:for|with|after|following)\s(?:an?\s|his\s|her\s)?(?P<told>(?:[a-z]+\s)?{_SURGERY})\b)"
)
_OPERATED = re.compile(rf"\b{_SURGERY}\b")
_PILL = re.compile(
    r"\b(?:water|sleeping|heart|pain|nerve|blood[ -]pressure|thyroid|allergy|birth\scontrol|cholesterol)\s(?:pills?|tablets?"
    r"|medicines?|medication|meds|shots?)\b|\bblood\sthinners?\b|\b(?:anti-?depressants?|insulin|sedatives?|painkillers?)\b"
)
_TAKES = re.compile(
    r"\b(?:I|[Hh]e|[Ss]he)(?:[’']m|\s(?:also|still|now))?\s(?:take|takes|took|am\son|is\son|was\son|on|have\sbeen\son|has\sbeen\son)"
    r"\s(?P<value>[\w’'-]+(?:(?:,|\sand|\sor)?\s(?!who\b|but\b|so\b|for\b|because\b|that\b|since\b)[\w’'-]+){0,7})"
)
_KIN_HAS = re.compile(
    rf"\b(?:[Mm]y|[Hh]is|[Hh]er|[Oo]ur|[Tt]heir)\s(?:\w+\s)?{_KIN}(?:,[^,.;]{{1,30}},)?,?\s(?:who\s)?(?:has|had|is|was|takes|took|needs"
    r"|got|suffers|died)\b(?P<rest>[^.;]{0,50})"
)
# "the one with asthma", "the man who has hepatitis": of one person, whoever he is
_THE_ONE = re.compile(
    r"\b[Tt]h(?:e|at)\s(?:\w+\s)?(?:one|man|woman|boy|girl|guy|fellow|lady|gentleman|kid)\s(?:with|on|who\s(?:has|had|takes|is\son|is))\s"
    r"(?P<rest>[^.,;\n]{2,50})"
)
# "her miscarriage is known", "Roe’s HIV status": whose it is stands right before it; of these nobody speaks in a figure.
_HERS = re.compile(r"\b(?:(?:[Hh]is|[Hh]er|[Mm]y)\s|(?P<of>[A-Z][\w-]+|█)[’']s\s)(?P<rest>[\w’'-]+[^.,;\n]{0,40})")
_FIGURE = re.compile(
    r"(?i:anxiety|depress\w*|strokes?|blind|deaf|paraly\w+|rape[ds]?|suicid\w+|walker|limp|overdosed?|panic.*|molested|diploma)"
)
_OF_OFFICE = re.compile(
    r"(?i:\s(?:polic(?:y|ies)|programs?|plans?|unit|clinic|ward|budget|funds?|contract|grants?|guidance|protocols?|patients|research"
    r"|coordinator|rates?|cases)\b)"
)
# "on leave (maternity, due in May)", "Roe is on maternity leave"
_EXPECTS = re.compile(
    r"\b(?:out|off|absent|away|(?:on|taking|takes)\s(?:family\s|sick\s|medical\s)?leave)\b[^.;()\n]{0,40}\("
    r"(?P<noted>(?:maternity|paternity|pregnan\w+|baby|birth|expecting|due\s)[^()\n]{0,40})\)"
    r"|(?:\b(?:is|was|be|goes|went|going|returns?|back|still|now)\s(?:out\s)?(?:on|from)|[A-Z][a-z]+\s(?:out\s)?on|\b(?:[Hh]is|[Hh]er|[Mm]y))\s"
    r"(?P<leave>(?:maternity|paternity)(?:\sleave)?)\b"
)
_OF_MANY = re.compile(
    r"(?i:\b(?:policy|policies|coverage|insurance|plans?|benefits?|procedures?\sfor|employees|officers|agents)\b)"
)


def ailing_in(text: str) -> Iterator[IdentifierFound]:
    """Words for the illness, operation or medicine of somebody the sentence names by a pronoun, as kin or as away from work."""
    flat = re.sub(r"(?<!\n)\n(?!\n)", " ", text)
    for pattern in (_SICK_WITH, _SICK_CHILD):
        yield from (_found(*match.span("value")) for match in pattern.finditer(flat))
    for match in _AWAY.finditer(flat):
        yield _found(*match.span("noted" if match["noted"] else "told"))
    for match in _TAKES.finditer(flat):
        if _PILL.search(match["value"]) or any(_medicines(match["value"])):
            yield _found(*match.span("value"))
    for match in _KIN_HAS.finditer(flat):
        for one in ailments(match["rest"]):
            yield _found(match.start("rest") + one.start(), match.start("rest") + one.end())
    for match in _EXPECTS.finditer(flat):
        start, end = sentence_at(text, match.start())
        if match["noted"] or not _OF_MANY.search(flat, start, end):
            yield _found(*match.span("noted" if match["noted"] else "leave"))
    for match in _THE_ONE.finditer(flat):
        for one in ailments(match["rest"]):
            if not _OF_OFFICE.match(match["rest"], one.end()):
                yield _found(match.start("rest") + one.start(), match.start("rest") + one.end())
    for match in _HERS.finditer(flat):
        led = (one for one in ailments(match["rest"]) if not match["rest"][: one.start()].strip(" abcdefghijklmnopqrstuvwxyz"))
        told = next((one for one in led if len(match["rest"][: one.start()].split()) < 2), None)
        house = match["of"] and (names_nobody(match["of"]) or names_office(match["of"]) or match["of"].isupper())
        if told and not (_FIGURE.fullmatch(told.group()) or _OF_OFFICE.match(match["rest"], told.end()) or house):
            yield _found(match.start("rest") + told.start(), match.start("rest") + told.end())
    for match in _OPERATED.finditer(flat):
        start, end = sentence_at(text, match.start())
        if SOMEBODY.search(flat, start, end) and not _OF_MANY.search(flat, start, end):
            yield _found(*match.span())


def _medicines(value: str) -> Iterator[re.Match[str]]:
    """Words for medicine, not a place or person that one is on."""
    return (one for one in ailments(value) if one.group().islower())


def _found(start: int, end: int) -> IdentifierFound:
    return IdentifierFound(start, end, KIND, BASIS)
