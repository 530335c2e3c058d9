"""Persons of whom prose tells that they were held, are ill or ask for help: private by what is told, whatever stands beside them.

"Our jail held Ada Roe, a roofer", "One of them was Ada Roe", "A woman, Ada Roe, rang", "Case 44 is Ada Roe". Whoever the words
give an office stays readable.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.patterns.names.name_forms import CAP, names_nobody, of_an_official, opens
from pipeline.patterns.names.office_words import OFFICE
from pipeline.patterns.private.beside import persons_in
from pipeline.patterns.private.case_pages import unwrapped
from pipeline.patterns.private.health import had_by
from pipeline.patterns.private.signs import IdentifierFound
from pipeline.patterns.public.officials import NAME

COLUMN = 30  # characters of a line of running text, in a column
BASIS = "of whom the text tells what befell a private person"
HELD = "of whom, by one name, the text tells that he was held"
CALLED = "one name alone of somebody's kin, or what somebody is said to be called"
_COURTESY = r"(?:(?:Mr|Mrs|Ms|Miss|Mx)\.?\s)?"
_ONE = rf"(?P<name>{NAME})(?![\w’'@-])"
_LED = r"(?:(?:And|But|So|Then|Also|Their|Your|Our|That|Take|See|Ask)\s)?"  # what only leads up to a name
_SEIZED = r"(?:arrested|detained|jailed|deported|handcuffed|fingerprinted|shackled|imprisoned|locked\sup|picked\sup)"
_PATTERNS = (
    # whom a jail or an officer held
    re.compile(rf"\b(?:{_SEIZED}|held|booked)\s{_COURTESY}{_ONE}(?!,?\s(?:responsible|liable|accountable|to\saccount))"),
    re.compile(
        rf"(?<![\w’'.@/-]){_ONE}(?:,\s[^,;.\n]{{1,60}}){{0,2}},?(?:\sand\s(?:his|her)\s[a-z]+(?:\s[A-Z][\w’'-]+)?)?\s(?:was"
        rf"|were|is|has\sbeen|had\sbeen|got|being)\s(?:\w+ly\s)?(?:{_SEIZED}"
        r"|booked|pulled\sover|(?:stopped|cited)\sfor|charged\swith|taken\s(?:into\scustody|to\sjail|from\sh)|held\s(?:for|at"
        r"|in\sjail|over|without|past)\b|turned\sover\sto)"
    ),
    re.compile(rf"\b(?:[Oo]ne|[Aa]nother)\sof\s(?:them|these|those)\b[^.;:\n]{{0,30}}\s(?:is|was)\s(?:an?\s)?{_COURTESY}{_ONE}"),
    # "A young woman, Ada Roe, who called"; "a man named Ada Roe"
    re.compile(
        r"\b(?:[Aa]n?|[Tt]he|[Oo]ne|[Tt]his)\s(?:[a-z][\w-]*\s){0,2}(?:woman|man|boy|girl|lady|gentleman|youth|teenager|mother"
        r"|father|widow"
        r"|widower|caller|tenant|student|patient|laborer|labourer|resident|immigrant|detainee|inmate|arrestee|victim|survivor"
        r"|roofer"
        rf"|cook|driver|picker|farmworker)(?:,\s{_COURTESY}|\s(?:named|called|by\sthe\sname\sof)\s){_ONE}"
    ),
    # "Case 44 (a mother of two) is Ada Roe"
    re.compile(
        r"\b(?:[Cc]ase|[Cc]lient|[Pp]atient|[Rr]ow|[Ee]ntry|[Ff]amily)\s(?:[Nn]o\.?\s|\#\s?)?(?:[A-Z]-?)?\d{1,3}\b(?![-:/.,]\d)"
        rf"[^.;\d]{{0,90}}?\s(?:is|was|concerns|involves)\s(?:that\sof\s)?{_COURTESY}{_ONE}"
    ),
    # "the man in question is Ada Roe", "the complaint of Ada Roe", "Inmate ROE, ADA", "his wife, Ada Roe"
    re.compile(
        r"\b(?:man|woman|person|boy|girl|detainee|caller|individual)\s(?:in\squestion\s|we\s\w+\s|they\s\w+\s)?(?:is|was)\s"
        rf"{_COURTESY}{_ONE}"
    ),
    re.compile(
        rf"\b(?:case|complaints?|hearing|detention|arrest|deportation|hold|booking)\s(?:on|of|against)\s{_COURTESY}{_ONE}"
    ),
    # "Ada Roe, resident", as minutes have those who spoke
    re.compile(
        rf"(?<![\w’'.@/-]){_ONE},\s(?:an?\s)?(?:\w+\s)?(?:resident|tenant|farmworker|parent|mother"
        rf"|father|student"
        r"|neighbou?r|widow|widower|homeowner)(?=[.,;:)\n]|\s(?:of|from|who|in|at)\b)"
    ),
    # "mention Ada Roe, our number ...", "Ada Roe from the list, the one with ...", "know a Ms. Ada Roe"
    re.compile(
        rf"(?<![\w’'.@/-]){_ONE},?\s\(?(?:our|your|their|jail|booking|inmate|whose|his|her|with)\s(?:\w+\s)?(?i:numbers?|no\.|\#)"
        r"\s?(?:is\s|was\s)?(?P<number>[A-Z]{0,4}-?\d[A-Z\d-]{3,}\d)(?![\w-])"
    ),
    re.compile(
        rf"(?<![\w’'.@/-]){_LED}{_ONE}\s(?:from|on|off)\s(?:the|your|our|that|this|their)\s(?:\w+\s)?"
        r"(?:list|sheet|roster|docket|manifest|bus|van|flight|hold\slog|jail\slog)\b"
    ),
    re.compile(rf"(?<![\w’'.@/-]){_LED}{_ONE}(?:\s\w+){{0,5}},\sthe\sone\s(?:with|who|from|that|we|they|in)\b"),
    re.compile(rf"\b(?i:know|knew|known|met|meet|remember|recall|recognize|name|of|about)\san?\s(?:Mr|Mrs|Ms|Miss)\.?\s{_ONE}"),
    # who sues for himself and for others of his own
    re.compile(
        rf"(?<![\w’'.@/-]){_ONE},\s(?i:individually|an\sindividual|by\s(?:and\sthrough\s)?(?:his|her)|as\s(?:the\s)?(?:next\sfriend|mother|father|parent"
        r"|guardian|wife|husband|widow|personal\srepresentative)\s(?:of|and)|on\sbehalf\sof\s(?:himself|herself|themselves|(?:his|her)\s(?:\w+\s)?"
        r"(?:child(?:ren)?|son|daughter)))\b"
    ),
    re.compile(rf"\bfile\s(?:on|of)\s(?:Mr|Mrs|Ms|Miss)\.?\s{_ONE}"),
    re.compile(
        r"\b(?:Inmate|Detainee|Tenant|Complainant|Victim|Patient|Student|Pupil|Arrestee|inmate|detainee|tenant|complainant"
        r"|patient|pupil)"
        rf"\s{_ONE}"
    ),
    re.compile(
        rf"(?:\b(?:[Hh]is|[Hh]er|[Mm]y|[Tt]heir)|[’']s)\s(?:[a-z]+\s)?(?:wife|husband|mother|father|sister|brother|son|daughter"
        rf"|aunt|uncle|cousin|niece|nephew|fianc[eé]e?|girlfriend|boyfriend|companion|landlord|landlady|lodger|roommate"
        rf"|stepson|stepdaughter),?\s{_COURTESY}{_ONE}"
    ),
    re.compile(rf"\b(?:[Cc]alls?|[Vv]oice\s?mail|[Cc]omplaints?)\sfrom\s(?:an?\s)?{_COURTESY}{_ONE}"),
    # "her regret to Ms. Ada Roe. Her detention"
    re.compile(
        rf"\b(?:Mr|Mrs|Ms|Miss)\.?\s{_ONE}[^.\n]{{0,60}}[.,;]?\s(?:[Hh]er|[Hh]is)\s(?:detention|arrest|release|leave\b"
        rf"|deportation|removal|custody"
        r"|bond|order\sof|birth|case\b|cell\b|certificate|hearing|husband|wife|mother|father|children|sons?|daughters?)"
    ),
)

_MEETING = re.compile(
    r"(?i:\b(?:sessions?|meetings?|hearings?|forums?|workshops?|conferences?|summits?|trainings?|seminars?|briefings?"
    r"|elections?|talks"
    r"|classes|rall(?:y|ies)|houses?|days?|nights?|weeks?)\Z)"
)
# The parts of the names of towns; a surname may be one too, so that something else must tell of a town.
_TOWN = re.compile(
    r"(?i:\A(?:port|fort|mount|mt\.?|lake|cape|point|glen|upper|lower|saint|st\.?|new|north|south|east|west)\s"
    r"|\s(?:creek|falls|springs?|heights|hills?|grove|ridge|beach|rapids|bluffs?|junction|crossing|landing|mills?|station"
    r"|village|point|bridge"
    r"|corners?|prairie|woods|island|forks?|ferry|harbou?r|valley|city)\Z)"
)


# "the kids, Ada and Bo": given names in a list of children.
_KIDS = re.compile(
    r"\b(?:[Kk]ids|[Cc]hildren|[Ss]ons|[Dd]aughters|[Bb]oys|[Gg]irls|[Tt]wins),?\s(?:named\s|are\s|called\s)?"
    r"(?P<list>[A-ZÀ-Þ][a-zß-ÿ]+(?:,\s(?:and\s)?[A-ZÀ-Þ][a-zß-ÿ]+)*,?\sand\s[A-ZÀ-Þ][a-zß-ÿ]+)(?![\w’'@-]|\s[A-Z])"
)
# One name alone, of somebody's kin or of whom it is said what he is called: "her brother Ada", "gave her name as Ada".
_LONE = re.compile(
    rf"(?:(?:\b(?:[Hh]is|[Hh]er|[Mm]y|[Tt]heir|[Oo]ur)|[a-z][’']s)\s(?:\w+\s)?(?:wife|husband|mother|father|sister|brother|son"
    rf"|daughter"
    r"|aunt|uncle|cousin|niece|nephew|fianc[eé]e?|girlfriend|boyfriend|stepson|stepdaughter|grandson|granddaughter|baby),?"
    r"|\b(?:[Bb]rother|[Ss]ister|[Mm]other|[Ff]ather|[Ss]on|[Dd]aughter)-in-law,?"
    r"|\b(?:[Aa]n?|[Tt]he)\s(?:\w+\s)?(?:mother|father|widow|widower|woman|man|tenant|parent)(?:\sof\s\w+)?,\s(?:Mr|Mrs|Ms"
    r"|Miss)\.?"
    r"|\b(?:gave|giving|gives)\s(?:his|her|the|a|their)\s(?:\w+\s)?name\s(?:as|of)"
    r"|\b(?:[Aa]n?|[Tt]he|[Tt]his)\s(?:\w+\s)?(?:boy|girl|man|woman|kid|youth|fellow|child|inmate"
    r"|neighbou?r)\s(?:(?:whom?\s)?(?:they|everyone|everybody|people|we|he|she)\s"
    r"(?:all\s)?(?:called|calls?|knew\sas|know\sas)|named|called))\s"
    rf"(?P<name>[A-ZÀ-Þ][a-zß-ÿ’'-]+[a-zß-ÿ])(?![\w’'@-]|\s{CAP}|\.[A-Za-z])"
)
# "they know her as Ada R.": what one is called, with the first letter of the rest
_KNOWN_AS = re.compile(
    r"\b(?:(?:know|knows|knew|calls?|called)\s(?:him|her|them)|known\sto\s\w+)\s(?:only\s)?as\s"
    r"(?P<name>[A-ZÀ-Þ][a-zß-ÿ’'-]+[a-zß-ÿ]\s[A-Z]\.)(?![\w’'@-]|\s[A-Z][\w’'-]+(?:[.,;:)\n]|\s[A-Z]|$))"
)
# "the Roe woman": a surname alone before a word for one person or his own; a people or a town is in a dictionary or known
_THE_WOMAN = re.compile(
    r"\b[Tt]h(?:e|at)\s(?P<name>[A-ZÀ-Þ][a-zß-ÿ’'-]+[a-zß-ÿ])\s(?:woman|man|boy|girl|kid|lady|fellow|baby|widow|couple|family|brothers|sisters"
    r"|children|kids)\b"
)


# "We booked Ada on May 4", "Ada was arrested by us", and as notes have it "Arrested Ada at home": of one name alone.
_SEIZED_ONE = re.compile(
    r"(?:\b(?:[Ww]e|[Tt]hey|[Ii]|[Ss]?[Hh]e|who|[Dd]eputies|[Oo]fficers?|[Aa]gents?|[Pp]olice|[Tt]roopers?)\s(?:had\s|have\s|then\s)?"
    r"(?:booked|arrested|detained|jailed|deported|handcuffed|released|locked\sup|picked\sup)"
    r"|(?:^|(?<=[.;:]\s)|(?<=\n))(?:Booked|Arrested|Detained|Jailed|Deported|Released|Picked\sup))\s(?:(?:Mr|Mrs|Ms|Miss)\.?\s)?"
    r"(?P<object>[A-ZÀ-Þ][a-zß-ÿ’'-]+[a-zß-ÿ])(?=[.,;]?\s(?:on|at|in|for|under|with|by|when|and|after|from|again|last|his|her)\b|[.,;]?\s*(?:\n|$)|[.;]\s)"
    r"|(?:^|(?<=[.;:,]\s)|(?<=\n)|(?<=\b[Tt]hen\s)|(?<=\bthat\s)|(?<=\bMr\.\s)|(?<=\bMs\.\s)|(?<=\bMrs\.\s)|(?<=\bwhen\s))"
    r"(?P<subject>[A-ZÀ-Þ][a-zß-ÿ’'-]+[a-zß-ÿ])\s(?:was|had\sbeen|has\sbeen|got)\s(?:then\s|later\s)?"
    r"(?:arrested|booked|detained|jailed|deported|handcuffed|locked\sup|picked\sup)\b"
)
_PEOPLE = re.compile(
    r"(?:No|Every|Some|Any)(?:body|one)|None|Many|Others|[A-Z]\w{2,}(?:[rclt]|i)ans|[A-Z]\w+ese"
)  # "arrested Hondurans", "Nobody was"


def told_persons(text: str) -> Iterator[IdentifierFound]:
    """Their full names and what they are said to have, in the order of the ways to tell of them."""
    running = unwrapped(text, COLUMN)
    for pattern in _PATTERNS:
        for match in persons_in(running, pattern):
            start, end = match.span("name")
            if not (_is_case_of_law(text, start, end) or _is_no_person(running, match)):
                yield IdentifierFound(start, end, "person-name", BASIS)
                yield from had_by(text, end)
                if "number" in pattern.groupindex:
                    yield IdentifierFound(*match.span("number"), "person-number", CALLED)
    for match in _SEIZED_ONE.finditer(running):
        name, span = match[match.lastgroup or 0], match.span(match.lastgroup or 0)
        if not (names_nobody(name) or OFFICE.fullmatch(name) or opens(name) or _PEOPLE.fullmatch(name)):
            yield IdentifierFound(*span, "person-name", HELD)
    for match in _KIDS.finditer(running):
        names = list(re.finditer(r"[A-ZÀ-Þ][\w]+", match["list"]))
        if not any(names_nobody(one.group()) or OFFICE.fullmatch(one.group()) for one in names):
            start = match.start("list")
            yield from (IdentifierFound(start + one.start(), start + one.end(), "minor-name", CALLED) for one in names)
    for match in _KNOWN_AS.finditer(running):
        yield IdentifierFound(*match.span("name"), "person-name", CALLED)
    for match in _THE_WOMAN.finditer(running):
        if not (names_nobody(match["name"]) or OFFICE.fullmatch(match["name"]) or _PEOPLE.fullmatch(match["name"])):
            yield IdentifierFound(*match.span("name"), "person-name", BASIS)
    for match in _LONE.finditer(running):
        name = match["name"]
        if not (names_nobody(name) or OFFICE.fullmatch(name) or of_an_official(running, match.start("name")) or opens(name)):
            yield IdentifierFound(*match.span("name"), "person-name", CALLED)
            yield from had_by(text, match.end("name"))


def _is_no_person(text: str, match: re.Match[str]) -> bool:
    """Whether a meeting is held, a hall booked up, or a town has calls or counts: whoever is arrested is a person."""
    before, behind = text[match.start() : match.start("name")], text[match.end("name") : match.end("name") + 40]
    if before.split()[:1] == ["held"]:
        return _MEETING.search(match["name"]) is not None
    if not before and re.match(r"\s(?:\w+\s){1,2}booked\s(?:solid|up|full|out)\b", behind):
        return True
    if re.match(r"[^,;.]{0,40},\sthe\sone\s", behind):
        return _TOWN.search(match["name"]) is not None
    of_many = re.match(r"(?i:calls|complaints)\s", before) and re.match(r"\s(?!who\b)[a-z]", behind)
    counted = re.match(r"(?i:row|entry)\s", before) and re.match(r"(?:\swith|,|:)\s\d", behind)
    return bool(of_many or counted) and _TOWN.search(match["name"]) is not None


def _is_case_of_law(text: str, start: int, end: int) -> bool:
    """Whether it is a party by which a decided case is known."""
    return (
        re.search(r"\bv\.?\s\Z", text[max(0, start - 5) : start]) is not None or re.match(r",?\sv\.?\s", text[end:]) is not None
    )
