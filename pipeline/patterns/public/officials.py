"""Who is in office: told by a title before the name, or an office behind or below it. `parts_taken` adds whom a part shows."""

from __future__ import annotations

import re

from pipeline.patterns.names.name_forms import CAP, of_an_official, without_title
from pipeline.patterns.names.office_words import OFFICE

_PART = rf"(?:[A-Z]\.|(?:de|la|del|los|van|von|bin|al|da|dos)(?=\s)|{CAP})"
NAME = (
    rf"(?:{CAP}(?:[ ]{CAP})?,[ ]{CAP}(?:[ ](?:[A-Z]\b\.?|{CAP}))?|{CAP}(?:[ ]{_PART}){{0,3}}[ ]{CAP}|(?<=[ (])[A-Z]\.[ ]?{CAP})"
)
ANY_NAME = re.compile(rf"(?<![\w’'.@/-])(?P<name>{NAME})(?![\w’'@-])")
_LETTERS = re.compile(r"(?i:esq|rn|m\.?d|ph\.?d|llp|llc|inc|p\.?c)")  # they end the name before them
# In lower case they are what a name may follow in a sentence about anybody: "the Kessel national Ada Roe", "in custody Ada Roe".
_NO_TITLE = re.compile(
    r"national|american|international|custody|research|medicine|policy|news|media|radio|television|unit|section|agency|office|executive"
)
# "Office: Ada Roe called": in a form the office is none of hers
_BODIES = re.compile(r"(?i:office|agency|section|unit|department|division|branch|bureau)")
_DOES = re.compile(r"[ ](?:called|came|phoned|asked|wrote|told|was|is|from|has)\b")
# "calls herself Flor, officer wrote 19": what is told next, of another
_NEXT_DOES = re.compile(
    r",\s[a-z]+\s[a-z]*(?:[^e]ed|wrote|said|told|took|asked|put|gave|came|saw|went|says|writes|thinks|thought)\b"
)
# Who takes down what is said in court: "Reported by: Ada Roe, CSR No. 9921".
_REPORTER = re.compile(r",?\s(?:CSR|RPR|CRR|RMR|CVR|CCR|C\.S\.R\.|R\.P\.R\.)(?P<numbered>,?\s(?:No\.?|\#|\d))?(?=[,.\s]|$)")
_REPORTS = re.compile(r"(?i:\b(?:report(?:ed\sby|er)|transcri\w+|stenograph\w+|shorthand|certif\w+|do\shereby)\b)")
# "Ada Roe, CSR. Her DOB": of whom one gives such numbers the letters say nothing
_OF_HER_OWN = re.compile(
    r"[\s.,;:()]{1,4}(?:(?i:her|his|my)\s)?(?:DOB|D\.O\.B|SSN|(?i:date\sof\sbirth|born|birth|social\ssec|alien\sn|a-?\s?(?:num|file|\#)))"
)
_CREDENTIALS = re.compile(r"(?:,\s(?:M\.?D|Ph\.?\s?D|R\.?N|Esq|J\.?D|D\.?O|LCSW|CPA|D\.?D\.?S)\b\.?)*")
_OF_COUNSEL = re.compile(r",\sEsq\b")
_SWORN_BEFORE = re.compile(
    r"(?i:\b(?:sworn|subscribed|acknowledged)\b|\bbefore\sme\b)"
)  # below whom it is another who is in office

CLERICAL = re.compile(r"Rev\.?|Reverend|Rabbi|Imam|Pastor|Msgr\.?|Bishop|Deacon")


def key(name: str) -> str:
    """First and last name folded, whatever their order and what stands between: "Roe, Jane Q." and "Jane Roe" are one."""
    if "," in name:
        last, _, first = name.partition(",")
        words = [*first.split()[:1], *last.split()[-1:]]
    else:
        words = [name.split()[0], name.split()[-1]]
        if len(name.split()) > 2 and CLERICAL.fullmatch(words[0]):
            words[0] = name.split()[1]
    return " ".join(word.strip(".,’'").casefold() for word in words)


def takes_down(text: str, end: int) -> bool:
    """Whether what stands behind the name makes its bearer a court's reporter."""
    letters = _REPORTER.match(text, end)
    if letters is None or _OF_HER_OWN.match(text, letters.end()):
        return False
    last = [one.end() for one in _REPORTER.finditer(text, max(0, end - 90), end)]
    return bool(letters["numbered"] or _REPORTS.search(text, max(0, end - 90, *last), letters.end() + 80))


# "Names to the desk: Ada Roe, Bo Poe": whom somebody is told of is nobody there.
_NAMES_TO = re.compile(r"(?i:\b(?:names?|lists?|subjects?|persons|people)\b[^.:;\n]{0,30}\b(?:to|for)\s(?:the\s)?\w+:\s*)\Z")


def in_office(text: str, start: int, end: int) -> bool:
    """Whether a title stands right before the name `text[start:end]`, right behind it or on the line below."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    before = re.search(
        r"(?:^|[\s(,])(\w+)\.?[\s:]*$|\b((?:attorney|lawyer|counsel|abogad[oa]|prosecutor|sheriff|principal|director|warden"
        r"|judge|mayor|clerk|(?:[Tt]he|[Oo]ur|[Ss]chool|[Jj]ail|[Cc]ounty)\s(?:nurse|caseworker|chaplain|interpreter)|(?:[Pp]ublic\s)?[Dd]efender(?:[’']s)?|[Cc]onsul(?:\sof\s[A-Z][\w’'-]+)?"
        r"|[Cc]ounty\sexecutive|(?:[Aa]ttorney|[Cc]ounsel)\sof\srecord))(?:[,:]|\sis)?\s(?:(?:Mr|Mrs|Ms)\.?\s)?$",
        line[-60:],
    )
    if (
        before
        and not (_NAMES_TO.search(line[-60:]) or without_title(text, start))
        and not re.search(r"[’']s\b", text[end - 2 : end + 2])  # "my lawyer is Ada's friend"
        and not (before[1] and _BODIES.fullmatch(before[1]) and ":" in before.group() and _DOES.match(text, end))
        and (before[2] or (OFFICE.fullmatch(before[1]) and not (_LETTERS.fullmatch(before[1]) or _NO_TITLE.fullmatch(before[1]))))
    ) or of_an_official(text, start):
        return True
    if takes_down(text, end):
        return True
    credentials = _CREDENTIALS.match(text, end)
    if credentials and _OF_COUNSEL.search(credentials.group()):
        return True
    rest, _, below = text[credentials.end() if credentials else end : end + 110].partition("\n")
    if re.search(r",\s(?:[A-Z]\w++\s?){1,3}$", rest) and line.strip():  # "Mr. Roe, County" goes on in the next line
        rest += " " + below
    if re.match(
        r"\W{0,4}(?:[A-Z][a-z]+(?:\s[A-Z]\.)?,\s)?(?:(?:the|an?|our|acting|for"
        r"|[A-Z]\w+)\s){0,3}?" + OFFICE.pattern,
        rest.split(".")[0],
    ) and not (re.match(r"\W*\d", rest) or (" " not in text[start:end] and _NEXT_DOES.match(rest))):
        return True
    alone = re.fullmatch(r"[\s,]*(?:[A-Z][A-Za-z.]{1,5}[\s,]*){0,2}", rest) is not None and not re.search(r"[a-z]{2}", line)
    below = below.split("\n")[0]
    copied = re.match(r"\s*(?:b?cc|enc)\b", below, re.IGNORECASE)  # who gets a copy of a letter is not its writer
    return alone and bool(OFFICE.search(below)) and not (copied or _SWORN_BEFORE.search(below))
