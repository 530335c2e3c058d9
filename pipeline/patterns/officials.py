"""Who is in office: told by a title before the name, or an office behind or below it. `parts_taken` adds whom a part shows."""

from __future__ import annotations

import re

from pipeline.patterns.name_forms import CAP, of_an_official

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
# What a person is called who does this for an office; right behind a name or on the line below it.
OFFICE = re.compile(
    r"(?i:\b(?:officer|agent|director|chief|deputy|sheriff|attorney|lawyer|executive|counsel|secretary|spokes\w+|supervis\w+"
    r"|analyst|manager"
    r"|coordinator|undersheriff|commander|investigator|advocate|prosecutor|defender|consul|ambassador|principal|teacher"
    r"|specialist|commissioner|judge|justice|senator|congress\w+|representative|mayor|governor|professor"
    r"|editor|reporter"
    r"|staff|administrator|superintendent|liaison|clerk|lieutenant|captain|sergeant|detective|inspector|major|colonel|president"
    r"|chair(?:man|woman|person)?|esq|rn|m\.?d|ph\.?d|affairs|division|branch|bureau|office|department|agency|section|unit"
    r"|association|institute|university|producer|writer|correspondent|journal|news|media|magazine|radio|television"
    r"|bloomberg|founder|foundation|ceo"
    r"|vp|vice|assistant|assoc\w*|research|medicine|science\w*|national|american|international|worldwide|relations"
    r"|policy|llp|p\.?c|inc|llc|cc|custody|ice|dhs|fbi|doj|uscis|cbp|iea|sddo|afod|fod|ero|pmo|lvn|notary|counsel(?:l)?or)\b)"
)
BUSINESS = re.compile(
    r"(?i:\b(?:cent(?:er|re)|coalition|network|project|alliance|council|church|hall|legal|aid|rights|times|post|news"
    r"|tribune|herald"
    r"|group|society|parish|library|capital|partners|bank|hotel|home|road|lane|plaza|building|floor|suite|company"
    r"|motors?|market|diner|grill|bakery|elementary|middle|high|academy|preschool|kindergarten|mobile|dental|roofing|pd|toyota"
    r"|honda|nissan|chevrolet"
    r"|chevy|hyundai|volkswagen|ford\s(?:ranger|taurus|escort|explorer|focus|fusion|f)"
    r"|assn|annex|store|restaurant|union|fund|campus|clinic|supply|storage|poultry|savings|trucking|packing|packers|foods"
    r"|dairy|towing|tow|laundry|nursery|landscaping|construction"
    r"|rentals|apartments|plumbing|wash|linen|pharmacy|interfaith|cannery|lumber|hauling|staffing|drywall|farms|orchards"
    r"|voters|league|courier|gazette|sentinel|bulletin|chronicle|recovery|park|county|city|valley|lake|river|bay|harbor|dear"
    r"|sincerely|regards"
    r"|thank|hours"
    r"|log|register|sheet|notes?|sign|privacy|waiver|visitor|caller|call|inmate|patient|hold|charge|booking|bond"
    r"|emergency|insurance"
    r"|god|bless|your|my|peace|love|family|on|pm|am|mention|copyright|transfer|reader|proof|evening|morning|new|old"
    r"|north|south|east|west|saint|great|fort|san|santa|los|las|el|el\spaso)\b)"
)
# Who takes down what is said in court: "Reported by: Ada Roe, CSR No. 9921".
_REPORTER = re.compile(r",?\s(?:CSR|RPR|CRR|RMR|CVR|CCR|C\.S\.R\.|R\.P\.R\.)(?P<numbered>,?\s(?:No\.?|\#|\d))?(?=[,.\s]|$)")
_REPORTS = re.compile(r"(?i:\b(?:report(?:ed\sby|er)|transcri\w+|stenograph\w+|shorthand|certif\w+|do\shereby)\b)")
_CREDENTIALS = re.compile(r"(?:,\s(?:M\.?D|Ph\.?\s?D|R\.?N|Esq|J\.?D|D\.?O|LCSW|CPA|D\.?D\.?S)\b\.?)*")
_SWORN_BEFORE = re.compile(
    r"(?i:\b(?:sworn|subscribed|acknowledged)\b|\bbefore\sme\b)"
)  # below whom it is another who is in office

CLERICAL = re.compile(r"Rev\.?|Reverend|Rabbi|Imam|Pastor|Msgr\.?|Bishop|Deacon")


def names_office(word: str) -> bool:
    """Whether the word says what an office or firm is, or what somebody is there."""
    return (OFFICE.fullmatch(word) or BUSINESS.fullmatch(word)) is not None


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
    return letters is not None and bool(letters["numbered"] or _REPORTS.search(text, max(0, end - 90), letters.end() + 80))


def in_office(text: str, start: int, end: int) -> bool:
    """Whether a title stands right before the name `text[start:end]`, right behind it or on the line below."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    before = re.search(
        r"(?:^|[\s(,])(\w+)\.?[\s:]*$|\b((?:attorney|lawyer|counsel|abogad[oa]|prosecutor|sheriff|principal|director|warden"
        r"|judge|mayor|clerk|[Cc]ounty\sexecutive))(?:[,:]|\sis)?\s(?:(?:Mr|Mrs|Ms)\.?\s)?$",
        line[-60:],
    )
    if (
        before
        and not re.search(r"[’']s\b", text[end - 2 : end + 2])  # "my lawyer is Ada's friend"
        and not (before[1] and _BODIES.fullmatch(before[1]) and ":" in before.group() and _DOES.match(text, end))
        and (before[2] or (OFFICE.fullmatch(before[1]) and not (_LETTERS.fullmatch(before[1]) or _NO_TITLE.fullmatch(before[1]))))
    ) or of_an_official(text, start):
        return True
    if takes_down(text, end):
        return True
    credentials = _CREDENTIALS.match(text, end)
    rest, _, below = text[credentials.end() if credentials else end : end + 110].partition("\n")
    if re.search(r",\s(?:[A-Z]\w+\s?){1,3}$", rest) and line.strip():  # "Mr. Roe, County" goes on in the next line
        rest += " " + below
    if re.match(
        r"\W{0,4}(?:[A-Z][a-z]+(?:\s[A-Z]\.)?,\s)?(?:(?:the|an?|our|acting|for"
        r"|[A-Z]\w+)\s){0,3}?" + OFFICE.pattern,
        rest.split(".")[0],
    ) and not re.match(r"\W*\d", rest):
        return True
    alone = re.fullmatch(r"[\s,]*(?:[A-Z][A-Za-z.]{1,5}[\s,]*){0,2}", rest) is not None and not re.search(r"[a-z]{2}", line)
    below = below.split("\n")[0]
    return alone and bool(OFFICE.search(below)) and not _SWORN_BEFORE.search(below)
