"""Pages about one person's case: there every other name and number that nothing shows to be public is private too.

What a rap sheet, a form or a letter about somebody says is worded in more ways than anybody can list. Where a page has been
found to give a person's own number or date of birth, or his home or a child beside something else of his, the burden turns:
names stay only of those in office, of offices and places, and numbers only where their shape or label says what they count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.patterns.beside import MAIL, key, persons_in
from pipeline.patterns.contacts import phone_label
from pipeline.patterns.dates import dates_in
from pipeline.patterns.homes import ORGANISATION
from pipeline.patterns.name_forms import begins_sentence, names_nobody, of_an_official
from pipeline.patterns.signs import IdentifierFound
from pipeline.patterns.towns import is_town

_OWN = """
    a-number ssn date-of-birth passport fbi-number fin state-id driver-licence person-number receipt-number boxed-number
    spoken-number roster-number account-number
"""
OWN = frozenset(_OWN.split())
NEAR = frozenset(("address", "minor-name"))  # they make a case with something else beside them
BASIS = "on a page about one person's case"

# A number by which something is kept: six digits or more, with letters, in groups or not.
_NUMBER = re.compile(
    r"(?<![\w$€£.,§-])(?<!\d/)(?=(?:[A-Z*]{0,4}[ -]?\d){1,2}(?:[ -]?[A-Z*]{0,5}[ -]?\d){4})[A-Z*]{0,5}[ -]?\d[\dA-Z*]*"
    r"(?:[- ](?=[\dA-Z]*\d)[\dA-Z*]+){0,5}(?![\w%])(?![.,/]\d)"
)
_COUNTS = re.compile(r"\d{1,3}(?: \d{1,3}){2,}")  # a row of a table of small numbers
_PLATE = re.compile(r"(?<![\w-])(?:[A-Z]{3}[- ]?\d{3,4}|\d[A-Z]{3}\d{3})(?![\w-])")
_CAR = re.compile(
    r"(?i:\b(?:plates?|tags?|registration|sedan|truck|pickup|van|car|vehicle|driv(?:es|ing|er|en)|toyota|honda|chev\w*|ford|nissan|dodge)\b|\bRAN\b|\bR/O\b)"
)
_BY_NICKNAME = re.compile(r"[“\"](?P<name>[A-Z][a-z’'-]+[”\"]\s[A-ZÀ-Þ][\w’'-]+)")
# What counts, dates, cites, files or is reached by it is no person's number.
_OF_SOMETHING = re.compile(
    r"(?i:\b(?:case|mission|flight|docket|request|foia|bates|contract|order|warrant|form|section|sec|§|u\.s\.c|c\.f\.r|invoice|incident|report|bill|grant"
    r"|public\slaw|policy\smemo|directive|room|suite|box|route|hwy|highway|page|pages|ref|state|message|version|exhibit|item|line|ext|p\.?l|h\.?r|vol)\b"
    r"[\s.:#]{0,3}(?:no\b|nos\b|num(?:ber)?\b)?[\s.:#]{0,3})$|(?<![a-z])No\.\s?$"
)
_SHAPES = re.compile(
    r"\d{2,4}-[A-Z]{1,4}-\d{2,6}|(?:19|20)\d\d[- /](?:19|20)?\d\d|(?:\(?\d{3}\)?[-. /]{1,2})?\d{3}[-. ]\d{4}|\d{5}-\d{4}"
    r"|\d{1,2} \d{1,2} \d{2,4}|(?:19|20)\d{6}|(?:[A-Z]{2} )?\d{5}|(?:[A-Z]{2,5} \d{3,5} )?\d{6}Z"
)
_CAPITALS = re.compile(
    r"(?<![\w’'.@/-])(?P<name>[A-Z][A-Z’'-]+(?:[ ][A-Z][A-Z’'-]+)?,[ ]?[A-Z][A-Z’'-]{2,}(?:[ ](?:[A-Z]\b\.?|[A-Z]{2,}))?)"
    r"(?![\w’'@-])"
)
# Whom one meets in office or at work, though no title of rank says so.
_AT_WORK = re.compile(
    r"(?i:\b(?:dr|nurse|ptl|patrolman|prof|lic|atty|rn|pa|interpreter|clerk|counsel|screened\sby|attending)\b[.:]?\s*)$"
)
_FIRM = re.compile(r"\b(?:INC|LLC|LLP|LTD|CORP|CO|INCORPORATED|NA)\b")
_TITLES = """
    notice inspection exhibit auditor forensic master calendar courtroom interpreter witness witnesses plaintiffs plaintiff
    preliminary protective confidential disposition patient responsible party relationship attending holder print daytime evening
    extraction community assault theft driving license licence use force injury kit subject narrative probable cause circuit
    complaint charges arrest booking warrant release privacy act custody record history transcript bureau investigation main
    public safety human resources deportation removal proceedings victim advocate services family support legal program
    municipal superior supreme appeals clinic shelter project task region regional tribal sector special operations unit
    biometric prioritized homeland joint terrorism violent gang interagency secure continued overview background summary
    message text infectious diseases university research sciences department division executive summary
    recommendation conclusion attachment enclosure enclosed very truly yours sincerely regards thank you good morning
"""
_TITLE_WORDS = frozenset(_TITLES.split())


# Of whom such pages speak, and what they ask: with anything that reaches a person beside it, it is such a page.
_ASKS = re.compile(
    r"(?i:\b(?:next\sof\skin|emergency\scontact|date\sof\sbirth|unlisted|device\sowner|owner\sof\sthe\sdevice|pro\sse"
    r"|preliminary\switnesses|policy\s?holder|true\sname|confidential\sinformant)\b)"
    r"|(?:^|\n)[ \t]*(?i:patient|inmate|detainee|arrestee)\b"
    r"(?=[ \t.:]*(?:[:\n]|ACCOUNT|NAME))"
)
_PHONE = re.compile(r"(?<![\w(/-])\(?\d{3}\)?[ .-]{1,2}\d{3}[ .-]\d{4}(?![\w-])")
# A number and a name at the start of a line or behind a mark, which end with the line or before a town.
_HOME = re.compile(
    r"(?:^|\n|[:,;]|\b(?:of|at|in|on|to))[ \t]*(?P<value>(?!(?:19|20)\d\d\s)\d{1,5}[A-Z]?\s(?:[NSEW]\.?\s)?[A-Z][a-z’'-]+"
    r"(?:\s[A-Z][a-z’'-]+){1,2})[ \t]*(?=\n|$|,\s[A-Z]|;)"
    r"|(?<![\w$.,/-])(?P<mailed>\d{1,5}[A-Z]?\s[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,3})"
    r"(?=,\s[A-Z][\w’' -]{2,25},?\s[A-Z]{2}\s\d{5})"
)
_HOME_LAST = re.compile(
    r"(?P<value>[A-Z][a-z’'-]+\s(?:Street|Avenue|Road|Lane|Drive|Court|Way|Place|Terrace|Circle|Alley|Row|Close|Mews|Hill),?\s(?:at\s)?"
    r"(?:number|no\.?|\#)\s?\d{1,5})|\b(?P<general>(?i:general\sdelivery|box\s\d{1,5}),\s[A-Z][\w’'-]+(?:[ ][A-Z][\w’'-]+){0,3})"
)
_BORN_YEAR = re.compile(r"\b[Bb]orn\b[^.;\d]{0,40}\b(?P<value>(?:19|20)\d\d)\b")
_NAMED_BORN = re.compile(r"(?<=[a-zA-Z]),\s(?P<value>\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}),\s(?=of\b)")
_MONTH = re.compile(r"\s(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\b")


def is_case(text: str, found: tuple[IdentifierFound, ...]) -> bool:
    """Whether what was found on a page makes it one about a person's case."""
    kinds = {one.kind for one in found}
    if kinds & OWN:
        return True
    told = (bool(kinds & NEAR) and len(kinds) >= 2) or (bool(found) and _ASKS.search(text) is not None)
    return told and not MAIL.search(text)  # who signs a mail gives his number and address for business


def private_in_case(text: str, found: tuple[IdentifierFound, ...], officials: frozenset[str]) -> Iterator[IdentifierFound]:
    """Names and numbers on the page of a case (`found`: what was found on it) that nothing shows to be public."""
    if not is_case(text, found):
        return
    text = _unwrapped(text)
    yield from _numbers(text, found)
    yield from _reach(text)
    homes = tuple(one for one in found if one.kind == "address")
    for match in (*persons_in(text), *_CAPITALS.finditer(text)):
        if _is_private(match, homes) and key(match["name"]) not in officials:
            begin = begins_sentence(text, *match.span("name"))
            yield IdentifierFound(begin, match.end("name"), "person-name", BASIS)
    for match in _BY_NICKNAME.finditer(text):
        if not any(names_nobody(word) for word in match["name"].split()):
            yield IdentifierFound(*match.span("name"), "person-name", BASIS)


def _unwrapped(text: str) -> str:
    """The text with spaces for the line ends inside sentences, its length unchanged: a name may go on in the next line."""
    return re.sub(r"(?<=[^\n]{45})\n(?=[A-Z])", " ", text)


def _reach(text: str) -> Iterator[IdentifierFound]:
    """Homes, telephones and births that only such a page makes somebody's."""
    for match in _PHONE.finditer(text):
        if phone_label(text, *match.span()) not in ("office", "number") and not match.group().endswith("000"):
            yield IdentifierFound(*match.span(), "phone", BASIS)
    for match in (*_HOME.finditer(text), *_HOME_LAST.finditer(text)):
        group = match.lastgroup or "value"
        value = match[group]
        # an office at the address is named in its line, or in the line above where a letterhead is set so
        above = text[max(text.rfind("\n\n", 0, match.start(group)), match.start(group) - 60, 0) : match.end()]
        if not (any(names_nobody(word) for word in value.split()) or _MONTH.search(value) or ORGANISATION.search(above)):
            yield IdentifierFound(*match.span(group), "address", BASIS)
    for match in (*_BORN_YEAR.finditer(text), *_NAMED_BORN.finditer(text)):
        yield IdentifierFound(*match.span("value"), "date-of-birth", BASIS)


def _is_private(match: re.Match[str], homes: tuple[IdentifierFound, ...]) -> bool:
    name, text, start = match["name"], match.string, match.start("name")
    words = re.findall(r"[^\W\d_]{2,}", name)
    if any(names_nobody(word) or word.lower() in _TITLE_WORDS for word in words) or _FIRM.search(name):
        return False
    last, comma, _ = name.partition(",")
    if name.isupper() and (all(len(word) <= 4 for word in words) or _cried(text, start)):
        return False  # degrees and acronyms; a text set in capitals
    listed = comma and not last.isupper() and text[text.rfind("\n", 0, start) + 1 : start].strip()
    if listed:  # "Portuguese, Mandarin": only a line that begins so is an index of persons
        return False
    before = text[max(0, start - 30) : start]
    return not (_AT_WORK.search(before) or of_an_official(text, start) or is_town(text, *match.span("name"), homes))


def _cried(text: str, at: int) -> bool:
    """Whether the line at this place runs on in capitals: a sentence of a cable, not the row of an index."""
    end = text.find("\n", at)
    line = text[text.rfind("\n", 0, at) + 1 : end if end >= 0 else len(text)]
    return len(line.split()) > 6 and not re.search(r"\d|[a-z]{2}", line)


def _numbers(text: str, found: tuple[IdentifierFound, ...]) -> Iterator[IdentifierFound]:
    known = [*((date.start, date.end) for date in dates_in(text)), *((one.start, one.end) for one in found)]
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        start += len(match.group()) - len(match.group().lstrip(" -"))
        value = text[start:end]
        line = text[text.rfind("\n", 0, start) + 1 : start]
        digits = sum(sign.isdigit() for sign in value)
        stamp = not line.strip() and re.fullmatch(r"[A-Z]{3,}[- ]?0*\d{4,}", value) and text[end : end + 1] in ("", "\n")
        if digits < 6 or stamp or _COUNTS.fullmatch(value) or _SHAPES.fullmatch(value) or _OF_SOMETHING.search(line[-30:]):
            continue
        if any(a < end and start < b for a, b in known):
            continue
        yield IdentifierFound(start, end, "person-number", BASIS)
    for match in _PLATE.finditer(text):
        if _CAR.search(text[max(0, match.start() - 60) : match.start()]):
            yield IdentifierFound(*match.span(), "plate", BASIS)
