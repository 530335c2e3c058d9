"""What ails a person: illness, medicine and pregnancy, where the sentence or the label before it says that somebody has it.

Told by how such words are made (the endings of diagnoses and of generic names of medicines), by a list of the plain words for
the rest, and by the verbs that govern them. A sentence about nobody ("Inmates with asthma are seen at intake") stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.patterns.beside import persons_in
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
    r"|panic\sattacks?|strokes|stutters?|kidneys?\sfailed|blind(?:\sin\s(?:one|the\s\w+)\seye)?|deaf|(?:pulmonary\s)?embolism|blood\sclots?|cataracts?|stents?|amputee|paraly[sz]ed|wheelchair|raped?|sexually\s(?:assaulted|abused)|molested"
    r"|strip[ -]searched|cerebral\spalsy|chemo(?:therapy)?"
    r"|alcoholi(?:c|sm)|insulin|inhaler|methadone|lithium|pneumonia|concussion|overdosed?"
    r"|psych(?:iatric|\.)?\s(?:eval\w*|hospital|ward|meds?)"
)
_BODY = (
    r"(?:arms?|legs?|wrists?|ribs?|jaw|nose|hands?|fingers?|foot|feet|ankles?|hips?|skull|collarbone|cheek(?:bone)?|eyes?(?:\ssocket)?|back|neck"
    r"|shoulders?|knees?|tooth|teeth|orbital|pelvis|spine|elbow|toes?|face|head|lip)"
)
# What is done to a body, and what it can no longer do, in plain words.
_HURT = (
    rf"(?:broke|broken|fractured|bruised|cracked|dislocated|sprained|burned|injured|hurt|twisted|smashed|crushed)\s(?:his|her|my)\s(?:\w+\s)?{_BODY}"
    rf"|(?:broken|fractured|cracked|bruised|dislocated|shattered)\s{_BODY}"
    r"|(?:lost|losing)\s(?:his|her|my|the)\s(?:sight|hearing|baby|voice|memory|(?:left\s|right\s)?(?:leg|arm|eye|hand|foot))"
    r"|(?:cannot|can[’']t|could\snot|unable\sto)\s(?:hear|see|walk)(?=\s(?:on|out|well|without|with)\b|[.,;])"
    r"(?:\s(?:on|out)\s[\w ]{3,22}?(?=[.,;]))?"
    r"|(?:doesn[’']t|does\snot|cannot|can[’']t|stopped|has\snot|hasn[’']t)\s(?:sleep(?:ing)?|slept|eating|speaking|talking)\b|wets\s(?:himself|herself|(?:the|his|her)\sbed)"
)
_WORD = re.compile(rf"(?i:\b(?:{_HURT}|{_PLAIN}|{_AILMENT}|{_DRUG})\b(?:\s(?:positive|negative|medication|meds|pills)\b)?)")
# "diagnosed with a slipped disc": what the verb governs, up to four words, whatever it is called.
_GOVERNED = re.compile(
    r"(?i:\b(?:diagnosed\s(?:with|as)|suffer(?:s|ed|ing)\sfrom|tested\spositive\sfor|(?:is|was|being|been)\streated\sfor|prescribed"
    r"|(?:medicine|medication|pills|meds)\s(?:for|called))\s(?:an?\s|the\s|his\s|her\s)?)(?P<value>\w[\w’'-]*(?:\s(?!and\b|but\b|since\b|in\b|at\b|by\b|for\b|who\b)[\w’'-]+){0,3})"
)
# "has Parkinson's", "on Lexapro 20 mg": an illness by its discoverer, a medicine by its dose.
_NAMED = re.compile(
    rf"\b(?:has|had|have|with|of|from)\s(?P<ill>{CAP}[’']s)(?=[.,;)]|\s(?:and|disease|syndrome|palsy)\b)"
    r"|(?P<dose>\b[A-Za-z]{4,}\s\d{1,4}(?:\.\d)?\s?(?:mg|mcg|ml|units|IU)\b)|\b(?:takes|taking)\s(?P<taken>[A-Z][a-z]{4,}(?:\sand\s[A-Z][a-z]{4,})?)(?=[.,;])"
    r"|(?<=\bon\s)(?P<drug>[A-Z][a-z]{3,}(?:ex|ix|ra|il|in|or|an|um|ro|pla|zac|oft))(?=[.,;]|\sfor\b)"
)
# "Has hepatitis; on hold": a note on somebody, and a form's line without a colon.
_HAS = re.compile(r"\s*(?:Has|Had|Needs|Takes|Took|Suffers)\s")
_OF_FORM = re.compile(
    rf"(?m)^[ \t]*(?:Medical|Medications?|Meds|Health|Illness(?:es)?)[ \t]+"
    rf"(?P<value>{_WORD.pattern}[^\n]{{0,40}}?)(?=[ \t]{{2}}|;|,|\n|$)"
)
_OUT = re.compile(
    rf"(?<![\w’'.@/-])(?P<name>{CAP}(?:[ ][A-Z]\.)?[ ]{CAP})[ ](?:is[ ]|was[ ])?(?:on|out[ ](?:with|for|on))[ ]"
    rf"(?P<value>{_WORD.pattern})(?:[ ]leave)?"
)
_LABELLED = re.compile(
    r"(?im)(?<![\w-])(?:(?-i:Dx|Hx|DX|HX)(?=\s\w)|diagnosis|dx|rx|hx|(?:medical\s)?conditions?|med(?:ical)?|medications?|meds|allergies|medical\s(?:conditions?|history)|symptoms)(?:\s?[:=]\s?|(?<=[DH][Xx])\s)(?P<value>\S[^\n;|]{1,60}?)(?=\s\s|\s(?-i:[A-Z])[a-z]+\s?:|[\n;|.]|$)"
)
_OWN = re.compile(r"(?i:(?:weeks?|months?|wks|mos)\.?\s(?:pregnant|along)|trimester)")  # nobody but somebody is
_WRITES = re.compile(
    rf"\b(?P<name>D[Rr]\.?\s(?:[A-Z]\.\s)?{CAP}(?:\s{CAP})?)\s(?:\w+\s){{0,2}}(?:about|on|for|of|over|treats|treated|attests)\s(?:his|her|my|their)\s"
)
# "Ada Roe, a cook, is diabetic", "Ada Roe that her panic attacks": what is right behind a name, with no verb of saying between.
_COURTEOUS = re.compile(r"\b(?:Mr|Mrs|Ms|Miss)\.?\s\Z")  # these `_PATIENT` tells
_IS_ILL = re.compile(
    rf"(?:[’']s)?(?:,\s[^,;.\n]{{1,40}}(?=,))?,?\s(?:(?:is|was|has|had|takes|took|suffers|suffered|needs|died|went|that|whose|and|with|also|now|in|of|from|off|on"
    rf"|been|for|his|her|he|she|a|an|severe|chronic|acute|early|late)\s){{1,6}}?(?P<value>{_WORD.pattern})"
)
_PATIENT = re.compile(rf"\b(?:Mr|Mrs|Ms|Miss)\.?\s(?P<name>{CAP}\s(?:[A-Z]\.\s)?{CAP})(?![\w’'-])")
# What makes the illness behind it the person's: a verb of having it, or "his"; one who says or pays for it has none.
_HAS_IT = re.compile(
    r"(?i:\b(?:(?:he|she)(?:[’']s|\s(?:\w+ly\s|also\s|now\s)?(?:has|had|is|was|suffers?|suffered|takes|took|needs|needed|uses|got|became))|(?:his|her)"
    r"|(?:treats?|treated|sees?|saw|gave|given|give|told|diagnosed)\s(?:him|her))\b)"
)
_TALK = re.compile(r"(?i:\b(?:funds?|money|budget|policy|opposes?|testif\w+|bill|of\sthe\slaw)\b)")
_NEXT = 120  # characters behind a name
SOMEBODY = re.compile(
    r"(?i:\b(?:he|she|his|her|him|i|my|me|mr|mrs|ms|pt|subj|pltf|(?:the|that)\sone\swith|(?:the|this|that|our)\s(?:\w+\s)?(?:patient|subject|detainee|client|inmate|alien|plaintiff|man|woman|boy"
    r"|girl|child|pupil|student|tenant)|wife|husband|spouse|mother|father|dad|mom|son|daughter|brother|sister|nephew|niece|aunt|uncle)\b)|█"
)


def health_in(text: str, names: tuple[tuple[int, int], ...]) -> Iterator[IdentifierFound]:
    """Words for illness and medicine in sentences and rows that speak of a person; `names` are spans of private names."""
    for match in (*_LABELLED.finditer(text), *_OF_FORM.finditer(text)):
        yield IdentifierFound(*match.span("value"), KIND, BASIS)
    for pattern, group in ((_WORD, 0), (_GOVERNED, "value"), (_NAMED, "")):
        for match in pattern.finditer(text):
            start, end = sentence_at(text, match.start())
            if (
                _OWN.search(match.group())
                or any(start <= at < end for at, _ in names)
                or SOMEBODY.search(text, start, end)
                or _HAS.match(text, start, end)
            ):
                yield IdentifierFound(*match.span(group or match.lastgroup or 0), KIND, BASIS)


def ailments(text: str) -> Iterator[re.Match[str]]:
    """Words for illness, whoever has it."""
    return _WORD.finditer(text)


def patients_in(text: str) -> Iterator[IdentifierFound]:
    """Persons by full name of whom the next words tell an illness, and the illness, though nothing else of theirs is given."""
    for match in _PATIENT.finditer(text):
        if in_office(text, *match.span("name")):
            continue
        for illness in had_by(text, match.end()):
            yield IdentifierFound(*match.span("name"), "person-name", BASIS)
            yield illness
    for match in persons_in(text):
        told = _IS_ILL.match(text, match.end("name"))
        courteous = _COURTEOUS.search(text[max(0, match.start("name") - 6) : match.start("name")])
        if told and not courteous and not _TALK.search(told.group() + text[told.end() : told.end() + 12]):
            yield IdentifierFound(*match.span("name"), "person-name", BASIS)
            yield IdentifierFound(*told.span("value"), KIND, BASIS)
    for match in _OUT.finditer(text):
        yield IdentifierFound(*match.span("name"), "person-name", BASIS)
        yield IdentifierFound(*match.span("value"), KIND, BASIS)
    yield from _of_doctor(text)


def had_by(text: str, end: int) -> Iterator[IdentifierFound]:
    """The illness that the words behind a name, which ends here, say its bearer to have."""
    rest = text[end : end + _NEXT].partition("\n\n")[0]
    told = _WORD.search(text, end, end + len(rest))
    if told and _is_had(text[end : told.start()], text[told.end() : told.end() + 12]):
        yield IdentifierFound(*told.span(), KIND, BASIS)


def _of_doctor(text: str) -> Iterator[IdentifierFound]:
    """The doctor who writes of somebody's illness, and the illness: "a letter from a Dr. Roe about her miscarriage"."""
    for match in _WRITES.finditer(text):
        told = _WORD.match(text, match.end())
        if told:
            yield IdentifierFound(*match.span("name"), "person-name", BASIS)
            yield IdentifierFound(*told.span(), KIND, BASIS)


def _is_had(between: str, after: str) -> bool:
    """Whether the words between a name and an illness say that its bearer has it."""
    own = _HAS_IT.search(between)
    return own is not None and not _TALK.search(between[own.start() :] + " " + after)


# A sentence ends with a point, but not behind a title or a saint.
_STOP = (
    r"(?<=[a-z)\d][.!?;])(?<!\bDr\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bMrs\.)(?<!\bSt\.)(?<!\bSgt\.)(?<!\bLt\.)(?<!\b[Nn]o\.)"
    r"\s+(?=[A-Z])"
)
LONGEST = 600  # characters to either side that a sentence may reach
_STARTS = re.compile(rf"{_STOP}|\n[ \t]*[-•*]\s")
_STOPS = re.compile(rf"{_STOP}|\n\n|\n[ \t]*[-•*]\s")


def sentence_at(text: str, at: int) -> tuple[int, int]:
    """The sentence, item or row in which the place lies, its paragraph at most."""
    block = max(text.rfind("\n\n", 0, at), at - LONGEST, 0)
    starts = [one.end() for one in _STARTS.finditer(text, block, at + 1)]
    start = starts[-1] if starts else block
    last = min(len(text), at + LONGEST)
    after = _STOPS.search(text, at, last)
    return start, after.start() if after else last
