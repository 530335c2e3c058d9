"""What ails a person: illness, medicine and pregnancy, where the sentence or the label before it says that somebody has it.

Told by how such words are made (the endings of diagnoses and of generic names of medicines), by a list of the plain words for
the rest, and by the verbs that govern them. A sentence about nobody ("Inmates with asthma are seen at intake") stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.patterns.name_forms import CAP
from pipeline.patterns.officials import in_office
from pipeline.patterns.signs import IdentifierFound

KIND = "health"
BASIS = "tells of a private person's health"
# Endings of diagnoses; the stems from which the World Health Organization has names of medicines made.
_AILMENT = (
    r"(?!(?:dia|pro)gnosis|oklahoma|tacoma|sonoma|diploma|aroma|academia|bohemia)\w{2,}"
    r"(?:itis|osis|[ae]mia|oma|opathy|plegia|phrenia|algia|sclerosis|uria)"
)
_DRUG = (
    r"(?!april)\w{3,}(?:olol|pril|statin|sartan|prazole|conazole|idone|mycin|cillin|azepam|azolam|oxetine|triptyline|n?avir|vudine|formin|gliptin"
    r"|parin|farin|niazid|thyroxine|zepine|apine|barbital|codone|morphone|lukast|methasone|nisone|solone|dipine|thiazide|semide)"
)
_PLAIN = (
    r"hiv|aids|tb|tuberculosis|ptsd|adhd|copd|cancer|tumou?rs?|leuka?emia|diabet(?:es|ic)|asthma(?:tic)?|epilep(?:sy|tic)|seizures?|lupus"
    r"|hepatitis(?:\s[a-e]\b)?|(?:\d{1,2}|(?:twenty|thirty)[\s-]\w+|\w+)\s(?:weeks?|months?|wks|mos)\.?\s(?:pregnant|along)|(?:1st|2nd|3rd|first|second|third)\strimester|pregnan(?:t|cy)|miscarri(?:age|ed)|dialysis|dementia|alzheimer\S*|schizo\w+"
    r"|bipolar(?:\sdisorder)?|depress(?:ion|ed)|anxiety|psychosis|suicidal|stroke|hypertension|high\sblood\spressure|(?:heart|kidney|liver|renal)"
    r"\s(?:attack|failure|disease|condition|trouble|murmur|transplant)|chest\s(?:pains?|pressure)|sickle\scell|pacemaker|(?:kidney\s|gall)stones|fractured?\s\w+|broken\s(?:arm|leg|wrist|ribs?|jaw|nose)|migraines?|ulcers?|hernia|syphilis|herpes|gonorrhea|chlamydia|autis(?:m|tic)|down\ssyndrome"
    r"|cerebral\spalsy|chemo(?:therapy)?|alcoholi(?:c|sm)|insulin|inhaler|methadone|lithium|pneumonia|concussion|overdosed?|psych(?:iatric|\.)?\s(?:eval\w*|hospital|ward|meds?)"
)
_WORD = re.compile(rf"(?i:\b(?:{_PLAIN}|{_AILMENT}|{_DRUG})\b(?:\s(?:positive|negative|medication|meds|pills)\b)?)")
# "diagnosed with a slipped disc": what the verb governs, up to four words, whatever it is called.
_GOVERNED = re.compile(
    r"(?i:\b(?:diagnosed\s(?:with|as)|suffer(?:s|ed|ing)\sfrom|tested\spositive\sfor|(?:is|was|being|been)\streated\sfor|prescribed"
    r"|(?:medicine|medication|pills|meds)\s(?:for|called))\s(?:an?\s|the\s|his\s|her\s)?)(?P<value>\w[\w’'-]*(?:\s(?!and\b|but\b|since\b|in\b|at\b|by\b|for\b|who\b)[\w’'-]+){0,3})"
)
_LABELLED = re.compile(
    r"(?im)(?<![\w-])(?:diagnosis|dx|rx|hx|(?:medical\s)?conditions?|med(?:ical)?|medications?|meds|allergies|medical\s(?:conditions?|history)|symptoms)\s?[:=]\s?(?P<value>\S[^\n;|]{1,60}?)(?=\s\s|\s(?-i:[A-Z])[a-z]+\s?:|[\n;|.]|$)"
)
_OWN = re.compile(r"(?i:(?:weeks?|months?|wks|mos)\.?\s(?:pregnant|along)|trimester)")  # nobody but somebody is
_PATIENT = re.compile(rf"\b(?:Mr|Mrs|Ms|Miss)\.?\s(?P<name>{CAP}\s(?:[A-Z]\.\s)?{CAP})(?![\w’'-])")
# What makes the illness behind it the person's: a verb of having it, or "his"; one who says or pays for it has none.
_HAS_IT = re.compile(
    r"(?i:\b(?:(?:he|she)(?:[’']s|\s(?:\w+ly\s|also\s|now\s)?(?:has|had|is|was|suffers?|suffered|takes|took|needs|needed|uses|got|became))|(?:his|her)"
    r"|(?:treats?|treated|sees?|saw|gave|given|give|told|diagnosed)\s(?:him|her))\b)"
)
_TALK = re.compile(r"(?i:\b(?:funds?|money|budget|policy|opposes?|testif\w+|bill|of\sthe\slaw)\b)")
_NEXT = 120  # characters behind a name
_SOMEBODY = re.compile(
    r"(?i:\b(?:he|she|his|her|him|i|my|me|mr|mrs|ms|pt|subj|pltf|(?:the|this|that|our)\s(?:\w+\s)?(?:patient|subject|detainee|client|inmate|alien|plaintiff|man|woman|boy"
    r"|girl|child|pupil|student|tenant)|wife|husband|spouse|mother|father|dad|mom|son|daughter|brother|sister|nephew|niece|aunt|uncle)\b)|█"
)


def health_in(text: str, names: tuple[tuple[int, int], ...]) -> Iterator[IdentifierFound]:
    """Words for illness and medicine in sentences and rows that speak of a person; `names` are spans of private names."""
    for match in _LABELLED.finditer(text):
        yield IdentifierFound(*match.span("value"), KIND, BASIS)
    for pattern, group in ((_WORD, 0), (_GOVERNED, "value")):
        for match in pattern.finditer(text):
            start, end = _sentence(text, match.start())
            if _OWN.search(match.group()) or any(start <= at < end for at, _ in names) or _SOMEBODY.search(text, start, end):
                yield IdentifierFound(*match.span(group), KIND, BASIS)


def patients_in(text: str) -> Iterator[IdentifierFound]:
    """Persons by full name of whom the next words tell an illness, and the illness, though nothing else of theirs is given."""
    for match in _PATIENT.finditer(text):
        if in_office(text, *match.span("name")):
            continue
        rest = text[match.end() : match.end() + _NEXT].partition("\n\n")[0]
        told = _WORD.search(text, match.end(), match.end() + len(rest))
        if told and _is_had(text[match.end() : told.start()], text[told.end() : told.end() + 12]):
            yield IdentifierFound(*match.span("name"), "person-name", BASIS)
            yield IdentifierFound(*told.span(), KIND, BASIS)


def _is_had(between: str, after: str) -> bool:
    """Whether the words between a name and an illness say that its bearer has it."""
    own = _HAS_IT.search(between)
    return own is not None and not _TALK.search(between[own.start() :] + " " + after)


def _sentence(text: str, at: int) -> tuple[int, int]:
    """The sentence, item or row in which the place lies, its paragraph at most."""
    block = max(text.rfind("\n\n", 0, at), 0)
    starts = [one.end() for one in re.finditer(r"(?<=[a-z)\d][.!?;])\s+(?=[A-Z])|\n[ \t]*[-•*]\s", text[block : at + 1])]
    start = block + (starts[-1] if starts else 0)
    after = re.compile(r"(?<=[a-z)\d][.!?;])\s+(?=[A-Z])|\n\n|\n[ \t]*[-•*]\s").search(text, at)
    return start, after.start() if after else len(text)
