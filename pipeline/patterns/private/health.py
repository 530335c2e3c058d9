"""What ails a person: illness, medicine and pregnancy, where the sentence or the label before it says that somebody has it.

Told by how such words are made (the endings of diagnoses and of generic names of medicines), by a list of the plain words for
the rest, and by the verbs that govern them. A sentence about nobody ("Inmates with asthma are seen at intake") stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.patterns.names.name_forms import CAP
from pipeline.patterns.private.beside import persons_in
from pipeline.patterns.private.signs import IdentifierFound
from pipeline.patterns.public.officials import in_office

KIND = "health"
BASIS = "tells of a private person's health"
# Endings of diagnoses; the stems from which the World Health Organization has names of medicines made.
_AILMENT = (
    r"(?!(?:dia|pro)gnosis|oklahoma|tacoma|sonoma|diploma|aroma|academia|bohemia)\w{2,}"
    r"(?:itis|osis|[ae]mia|oma|opathy|plegia|phrenia|algia|sclerosis|uria)"
)
_DRUG = (
    r"(?!april)\w{3,}(?:olol|pril|statin|sartan|prazole|conazole|idone|mycin|cillin|azepam|azolam|oxetine|triptyline|n?avir"
    r"|vudine|formin|gliptin"
    r"|traline|cycline|floxacin|profen|gabalin|gabapentin|parin|farin|niazid|thyroxine|zepine|apine|barbital|codone|morphone"
    r"|lukast|methasone|nisone|solone|dipine|thiazide|semide)"
)
_PLAIN = (
    r"hiv|aids|tb|tuberculosis|ptsd|adhd|copd|cancer|tumou?rs?|leuka?emia|diabet(?:es|ic)|asthma(?:tic)?|epilep(?:sy|tic)"
    r"|seizures?|lupus"
    r"|hepatitis(?:\s[a-e]\b)?|(?:\d{1,2}|(?:twenty|thirty)[\s-]\w+|\w+)\s(?:weeks?|months?|wks|mos)\.?\s(?:pregnant|along)"
    r"|(?:1st|2nd|3rd|first|second|third)\strimester|pregnan(?:t|cy)|miscarri(?:age|ed)|dialysis|dementia|alzheimer\S*|schizo\w+"
    r"|bipolar(?:\sdisorder)?|depress(?:ion|ed)|anxiety|psychosis|suicidal|stroke|hypertension|high\sblood\spressure|(?:heart"
    r"|kidney|liver|renal)"
    r"\s(?:attack|failure|disease|condition|trouble|murmur|transplant)|chest\s(?:pains?|pressure)|sickle\scell|pacemaker"
    r"|(?:kidney\s|gall)stones|fractured?\s\w+|broken\s(?:arm|leg|wrist|ribs?|jaw|nose)|migraines?|ulcers?|hernia|syphilis"
    r"|herpes|gonorrhea|chlamydia|autis(?:m|tic)|down\ssyndrome"
    r"|suicide\s(?:watch|attempts?)|hearing\saids?|(?:walks?|walking|gets\saround)\swith\sa\s(?:cane|limp|walker|stick)"
    r"|(?:uses|using|needs|on)\s(?:an?\s)?(?:oxygen|crutches|walker|cane|CPAP)|survivor\sof\s(?:\w+\s)?(?:trafficking|rape"
    r"|abuse|assault|violence|torture)"
    r"|panic\sattacks?|strokes|stutters?|kidneys?\sfailed|blind(?:\sin\s(?:one|the\s\w+)\seye)?|deaf|(?:pulmonary\s)?embolism"
    r"|blood\sclots?|cataracts?|stents?|amputee|paraly[sz]ed|wheelchair|raped?|sexually\s(?:assaulted|abused)|molested"
    r"|strip[ -]searched|cerebral\spalsy|chemo(?:therapy)?"
    r"|alcoholi(?:c|sm)|insulin|inhaler|methadone|lithium|pneumonia|concussion|overdosed?"
    r"|psych(?:iatric|\.)?\s(?:eval\w*|hospital|ward|meds?)"
)
_BODY = (
    r"(?:arms?|legs?|wrists?|ribs?|jaw|nose|hands?|fingers?|foot|feet|ankles?|hips?|skull|collarbone|cheek(?:bone)?"
    r"|eyes?(?:\ssocket)?|back|neck"
    r"|shoulders?|knees?|tooth|teeth|orbital|pelvis|spine|elbow|toes?|face|head|lip)"
)
# What is done to a body, and what it can no longer do, in plain words.
_HURT = (
    rf"(?:broke|broken|fractured|bruised|cracked|dislocated|sprained|burned|injured|hurt|twisted|smashed|crushed)\s(?:his|her"
    rf"|my)\s(?:\w+\s)?{_BODY}"
    rf"|(?:broken|fractured|cracked|bruised|dislocated|shattered)\s{_BODY}"
    r"|(?:lost|losing)\s(?:his|her|my|the)\s(?:sight|hearing|baby|child|pregnancy|voice|memory|(?:left\s|right\s)?(?:leg|arm"
    r"|eye|hand|foot))"
    r"|(?:cannot|can[’']t|could\snot|unable\sto)\s(?:hear|see|walk)(?=\s(?:on|out|well|without|with)\b|[.,;])"
    r"(?:\s(?:on|out)\s[\w ]{3,22}?(?=[.,;]))?"
    rf"|(?:cannot|can[’']t|could\snot|unable\sto)\s(?:use|move|raise|lift|feel|bend)\s(?:his|her|my)\s(?:left\s|right\s)?{_BODY}"
    r"|(?:tried|threatened|attempted|wants|wanted)\sto\s(?:hang|kill|hurt|harm|cut)\s(?:him|her|my)self|self-harm\w*"
    r"|cut\s(?:his|her)\swrists"
    r"|expecting(?=[,.;]|\s(?:a|her|their|another)\s(?:\w+\s)?(?:baby|child)\b)(?:\s(?:a|her|their|another)\s(?:\w+\s)?(?:baby"
    r"|child))?|with\schild(?=[,.;])"
    r"|detox\w*|non-?verbal|(?:heart|blood\spressure|pressure|seizure|thyroid|sugar|nerve|pain)\s(?:pills|medicines?"
    r"|medications?|meds|tablets)|heart\s(?:valve|surgery|trouble|bypass)"
    r"|(?:doesn[’']t|does\snot|cannot|can[’']t|stopped|has\snot|hasn[’']t)\s(?:sleep(?:ing)?|slept|eating|speaking|talking"
    r"|(?:eat|speak|talk)(?!\s(?:for|to|about|of|on|with|at|in|[A-Z])))\b(?:\syet\b)?|wets\s(?:himself|herself|(?:the|his"
    r"|her)\sbed)"
)
_WORD = re.compile(rf"(?i:\b(?:{_HURT}|{_PLAIN}|{_AILMENT}|{_DRUG})\b(?:\s(?:positive|negative|medication|meds|pills)\b)?)")
# What belongs to the words for an illness or a medicine: the organ and the grade before, the weeks, the side and the dose behind.
_BEFORE = re.compile(
    r"(?i:(?<![\w-])(?:(?:treated|treatment|medicine|medication|pills|tablets|insulin|operated)\s(?:for|on)|history\sof"
    r"|recovering\sfrom|positive\sfor"
    r"|stage\s\w+|type\s\w+|severe|chronic|acute|advanced|end-stage|early|late|mild|untreated|left|right|liver|kidney|lung"
    r"|breast|brain|skin|blood|heart"
    r"|prostate|colon|bone|cervical|ovarian|stomach|throat|thyroid|spinal|mental|high|gestational|rheumatic|post-?partum"
    r"|(?:\d{1,2}|[a-z]+)\s(?:weeks?|wks|months?|mos))\s(?:an?\s|the\s|his\s|her\s)?)\Z"
)
_DOSE = (
    r"(?:once|twice|three\stimes|four\stimes|\d\s?x|\d\stimes)\s(?:an?\s|per\s|each\s|every\s)?(?:day|daily|week|weekly|night"
    r"|nightly)"
    r"|every\s(?:\w+\s)?(?:hours?|mornings?|nights?|days?)|(?:each|at)\s(?:morning|night|bedtime)|morning\sand\s(?:night|evening)"
    r"|b\.?i\.?d\b\.?|t\.?i\.?d\b\.?|q\.?\d{1,2}h|[MTWFS](?:/(?:[MTWFS]|Th|Tu|Sa|Su)){1,3}|\d+(?:\.\d)?\s?(?:mg|mcg|ml|tabs?"
    r"|units?)"
)
_BEHIND = re.compile(
    r"(?i:(?:,?\s(?:and\s)?(?:(?:at\s)?(?:\d{1,2}|[a-z]{3,9})\s(?:weeks?|wks?|months?|mos?)\b(?:\s(?:pregnant|along))?|(?:meds"
    r"|medication"
    r"|medicine|pills|tablets|treatment|shots?"
    r"|injections?|pump|positive|negative|attacks?|disease|disorder|syndrome|(?-i:C4|[A-C]))(?![\w-])|(?:on\sthe\s|in\sthe\s"
    r"|in\sher\s|in\shis\s|of\sthe\s)?(?:left|right)(?:\s(?:side|eye|ear"
    rf"|arm|leg|hand|foot|lung|kidney))?(?![\w-])|{_DOSE})){{1,3}})"
)
_DOSED = re.compile(
    rf"(?i:(?<![\w/-])(?:{_DOSE})(?![\w/-])(?:\s(?:on|of|with)\s(?:his|her|my)?\s?(?-i:[A-Z]?)[a-z]{{5,}}(?=[.,;)\n]))?)"
)
_MEDICINE = re.compile(
    r"(?i:\b(?:medicines?|medications?|meds|pills?|tablets?|dose|insulin|shots?|injections?|inhaler|nebuli[sz]er|dialysis"
    r"|takes?|taking|client"
    r"|patient|pt)\b)"
)
# "diagnosed with a slipped disc": what the verb governs, up to four words, whatever it is called.
_GOVERNED = re.compile(
    r"(?i:\b(?:diagnosed\s(?:with|as)|suffer(?:s|ed|ing)\sfrom|tested\spositive\sfor|(?:is|was|being|been)\streated\sfor"
    r"|prescribed"
    r"|(?:medicine|medication|pills|meds)\s(?:for|called))\s(?:an?\s|the\s|his\s|her\s)?)(?P<value>\w[\w’'-]*(?:\s(?!and\b"
    r"|but\b|since\b|in\b|at\b|by\b|for\b|who\b)[\w’'-]+){0,3})"
)
# "She is due in June"
_DUE = re.compile(
    r"(?i:\b(?:she|wife|girlfriend|daughter|sister|client|who)\s(?:is|was)\s(?P<value>due\s(?:any\sday|next\s(?:week|month)"
    r"|(?:in|next)\s(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn"
    r"|winter|\w+\s(?:weeks|months|days)))))(?=[.,;)\n]|$)"
)
# "has Parkinson's", "on Lexapro 20 mg": an illness by its discoverer, a medicine by its dose.
_NAMED = re.compile(
    rf"\b(?:has|had|have|with|of|from)\s(?P<ill>{CAP}[’']s)(?=[.,;)]|\s(?:and|disease|syndrome|palsy)\b)"
    r"|(?P<dose>\b[A-Za-z]{4,}\s\d{1,4}(?:\.\d)?\s?(?:mg|mcg|ml|units|IU)\b)|\b(?:takes"
    r"|taking)\s(?P<taken>[A-Z][a-z]{4,}(?:\sand\s[A-Z][a-z]{4,})?)(?=[.,;])"
    r"|(?<=\bon\s)(?P<drug>[A-Z][a-z]{3,}(?:ex|ix|ra|il|in|or|an|um|ro|pla|zac|oft))(?=[.,;]|\sfor\b)"
)
# "Has hepatitis; on hold": a note on somebody, and a form's line without a colon.
_HAS = re.compile(r"\s*(?:Has|Had|Needs|Takes|Took|Suffers)\s")
_OF_FORM = re.compile(
    rf"(?m)(?:^[ \t]*|(?<=[.;|:][ ]))(?:Allergies|Medical|Medications?|Meds|Health|Illness(?:es)?)[ \t]+"
    rf"(?P<value>{_WORD.pattern}[^\n]{{0,40}}?)(?=[ \t]{{2}}|;|,|\n|$)"
)
_OUT = re.compile(
    rf"(?<![\w’'.@/-])(?P<name>{CAP}(?:[ ][A-Z]\.)?[ ]{CAP})[ ](?:is[ ]|was[ ])?(?:on|out[ ](?:with|for|on))[ ]"
    rf"(?P<value>{_WORD.pattern})(?:[ ]leave)?"
)
_LABELLED = re.compile(
    r"(?im)(?<![\w-])(?:(?-i:Dx|Hx|DX|HX)(?=\s\w)|diagnosis|dx|rx|hx|(?:medical\s)?conditions?|med(?:ical)?|medications?|meds"
    r"|allergies|medical\s(?:conditions?|history)|symptoms)(?:\s?[:=]\s?|(?<=[DH][Xx])\s)(?P<value>\S[^\n;|]{1,60}?)(?=\s\s"
    r"|\s(?-i:[A-Z])[a-z]+\s?:|[\n;|.]|$)"
)
_OWN = re.compile(r"(?i:(?:weeks?|months?|wks|mos)\.?\s(?:pregnant|along)|trimester)")  # nobody but somebody is
_WRITES = re.compile(
    rf"\b(?P<name>D[Rr]\.?\s(?:[A-Z]\.\s)?{CAP}(?:\s{CAP})?)\s(?:\w+\s){{0,2}}(?:about|on|for|of|over|treats|treated"
    rf"|attests)\s(?:his|her|my|their)\s"
)
# "Ada Roe, a cook, is diabetic", "Ada Roe that her panic attacks": what is right behind a name, with no verb of saying between.
_COURTEOUS = re.compile(r"\b(?:Mr|Mrs|Ms|Miss)\.?\s\Z")  # these `_PATIENT` tells
_IS_ILL = re.compile(
    rf"(?:[’']s)?(?:,\s[^,;.\n]{{1,40}}(?=,))?,?\s(?:(?:is|was|has|had|takes|took|suffers|suffered|needs|died|went|that|whose"
    rf"|and|with|also|now|in|of|from|off|on"
    rf"|been|for|his|her|he|she|a|an|severe|chronic|acute|early|late)\s){{1,6}}?(?P<value>{_WORD.pattern})"
)
_PATIENT = re.compile(rf"\b(?:Mr|Mrs|Ms|Miss)\.?\s(?P<name>{CAP}\s(?:[A-Z]\.\s)?{CAP})(?![\w’'-])")
# What makes the illness behind it the person's: a verb of having it, or "his"; one who says or pays for it has none.
_HAS_IT = re.compile(
    r"(?i:\b(?:(?:he|she)(?:[’']s|\s(?:\w+ly\s|also\s|now\s)?(?:has|had|is|was|suffers?|suffered|takes|took|needs|needed|uses"
    r"|got|became))|(?:his|her)"
    r"|(?:treats?|treated|sees?|saw|gave|given|give|told|diagnosed)\s(?:him|her))\b)"
)
_TALK = re.compile(r"(?i:\b(?:funds?|money|budget|policy|opposes?|testif\w+|bill|of\sthe\slaw)\b)")
_NEXT = 120  # characters behind a name
NEXT_TO = 40  # characters that the words beside an illness may take
SOMEBODY = re.compile(
    r"(?i:\b(?:he|she|his|her|him|i|my|me|mr|mrs|ms|pt|subj|pltf|(?:the|that)\sone\swith|(?:the|this|that"
    r"|our)\s(?:\w+\s)?(?:patient|subject|detainee|client|inmate|alien|plaintiff|man|woman|boy"
    r"|girl|child|pupil|student|tenant)|wife|husband|spouse|mother|father|dad|mom|son|daughter|brother|sister|nephew|niece"
    r"|aunt|uncle)\b)|█"
    # a note begins with whom it is about: "Neighbor has asthma"
    r"|(?:^|(?<=[.;:]\s)|(?<=\n))(?:Neighbou?r|Client|Caller|Complainant|Victim|Patient|Inmate|Subject|Detainee|Pupil|Student"
    r"|Applicant|Witness)\b(?=[’',]|\s[a-z])"
    # "INMATE STATES ASTHMA", and what a form notes on whom it is on
    r"|\b(?i:inmate|detainee|prisoner|arrestee|subject|subj|patient|client|i/m)\s(?i:states?|stated|says|said|claims?|claimed|reports?"
    r"|reported|advis\w+|has|had|is|takes?|took|needs?|denies|denied|with|w/)(?=\s)"
    r"|(?m:^)[ \t]*(?:NOTES?|REMARKS?|RMKS?|COMMENTS?|MED(?:ICAL)?|ALERTS?|FLAGS?|CAUTIONS?|SPECIAL\sNEEDS)\b(?=[ \t:])"
)
# "Fractured wrist, set at the hospital": a note that begins with the illness is on whom the page is about.
_SAID_OF_ALL = re.compile(r"\s(?:is|are|was|were|has|have|can|may|must|cases?|rates?|screening|patients?|and)\b")


def health_in(text: str, names: tuple[tuple[int, int], ...]) -> Iterator[IdentifierFound]:
    """Words for illness and medicine in sentences and rows that speak of a person; `names` are spans of private names."""
    for match in _LABELLED.finditer(text):
        yield IdentifierFound(*match.span("value"), KIND, BASIS)
    for pattern, group in ((_WORD, 0), (_GOVERNED, "value"), (_DUE, "value"), (_NAMED, "")):
        for match in pattern.finditer(text):
            start, end = sentence_at(text, match.start())
            if (
                _OWN.search(match.group())
                or any(start <= at < end for at, _ in names)
                or SOMEBODY.search(text, start, end)
                or _HAS.match(text, start, end)
                or (match.start() == start + len(text[start:end]) - len(text[start:end].lstrip()) and _is_note(text, match.end()))
            ):
                yield IdentifierFound(*grown(text, *match.span(group or match.lastgroup or 0)), KIND, BASIS)
    for match in _DOSED.finditer(text):
        start, end = sentence_at(text, match.start())
        if (_MEDICINE.search(text, start, end) or _WORD.search(text, start, end)) and (
            any(start <= at < end for at, _ in names) or SOMEBODY.search(text, start, end)
        ):
            yield IdentifierFound(*match.span(), KIND, BASIS)


def _is_note(text: str, end: int) -> bool:
    """Whether what ends here is all that a short sentence has, or is set apart in it: no statement on an illness."""
    return (
        not _SAID_OF_ALL.match(text, end)
        and re.match(r"[,.;(]|\s(?:since|set|after|from|on|in|at|seen|treated)\b", text[end:]) is not None
    )


def grown(text: str, start: int, end: int) -> tuple[int, int]:
    """The span with what belongs to it in its clause: "liver cancer", "pregnant, 28 wks", "insulin every night"."""
    before = _BEFORE.search(text[max(0, start - NEXT_TO) : start])
    behind = _BEHIND.match(text, end, end + NEXT_TO)
    return start - len(before.group()) if before else start, behind.end() if behind else end


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
    for match in _OF_FORM.finditer(text):
        yield IdentifierFound(*match.span("value"), KIND, BASIS)
    yield from _of_doctor(text)


def had_by(text: str, end: int) -> Iterator[IdentifierFound]:
    """The illness that the words behind a name, which ends here, say its bearer to have."""
    rest = text[end : end + _NEXT].partition("\n\n")[0]
    told = _WORD.search(text, end, end + len(rest))
    if told and _is_had(text[end : told.start()], text[told.end() : told.end() + 12]):
        yield IdentifierFound(*grown(text, *told.span()), KIND, BASIS)


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
