"""Numbers and dates that single out one private person: A-numbers, SSNs, dates of birth, passport, FBI and other numbers.

Patterns allow what scanning does to digits (O for 0, l or I for 1, S for 5, B for 8, Z for 2). Missing one is worse than hiding
one too many, but stamps, citations, dockets, money and counts must stay readable, so bare digit runs need a label.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.patterns.private.births import births_in
from pipeline.patterns.private.signs import DIGIT as _D
from pipeline.patterns.private.signs import IdentifierFound, digits_enough, rows_below
from pipeline.patterns.private.views import combs_in

_SPLIT = r"(?:[-.]\n?|\s[-–.]\s|\s)?"  # between the groups of a number, which may go on in the next line
_END = r"(?![A-Za-z0-9])(?![-.]\d)"
_LABEL_END = r"s?\s{0,2}(?:[Nn](?:umber|o|r|br)s?(?![A-Za-z])\.?|[Nn]um(?![A-Za-z])\.?|[Nn]\w{1,3}(?:mero|m\.)|#|ID(?![A-Za-z]))?"
_LABEL_END += r"[\s:;#.,=|)_…/-]{0,30}"
_LABEL_END += r"(?:is\s|was\s|are\s|of\s|as\s|end(?:s|ing)\s(?:in\s|with\s)?)?\s{0,3}"


# (kind, label, value): the value must follow its label; two capture groups are never needed.
_LABELLED: tuple[tuple[str, str, str], ...] = (
    (
        "a-number",
        r"(?:\bA\s?#|\bA/N\b|\bA[- ]?(?:[Nn]umber|NUMBER|[Ff]ile|FILE|[Nn][or]\.|NO\.|NUM\b|nr(?![a-z]))"
        r"|(?i:\bUSCIS\s?(?:no\b\.?|number|ID\b|\#|(?=[:\d]))|\balien\s?#|\balien\s(?:registration\s)?(?:number"
        r"|no\b|id\b|file|#|reg(?:istration)?)|\bCIS\s?(?:no\b\.?|number|\#)|\b(?:immigration|green|resident"
        r"|work\spermit)\s(?:card|number|no\b|id\b|file)))",
        # behind its label however its digits are grouped: "087-553-41-8"
        rf"(?:A[- ]?)?(?:{_D}{{2,3}}{_SPLIT}{_D}{{3}}{_SPLIT}{_D}{{3}}|{_D}(?:[-. ]?{_D}){{7,8}})",
    ),
    (
        "ssn",
        r"(?i:\b(?:S\.?\s?S\.?\s?A?N(?![A-Za-z])\.?|T\.?I\.?N\b\.?|tax(?:payer)?\sID(?:\sof\s\w+)?|SS\s?#|SS\sNo\b"
        r"|soc(?:ial|\.)?\ssec(?:urity|\.)?|last\s(?:four|4)(?:\sdigits)?(?:\sof\s(?:my|his|her|the"
        r"|their)\ssocial(?:\ssecurity)?(?:\snumber)?)?|social(?=\s?[:#]|\s(?:ends?|ending|is|was|no|number)\b)"
        r"|social(?:\ssecurity)?(?:\snumber)?,\s(?:which|that)(?=\sends?\b)|\bSOC(?=[/#]|\s\d{3}-?\d{2}-?\d{4}\b)))",
        rf"(?=(?:[^\n]{{0,9}}?\d){{5}})[0-9A-Za-z]{{3}}[-\s.–][0-9A-Za-z]{{2}}[-\s.–][0-9A-Z]{{4}}|(?:{_D}"
        rf"|[xX*]){{3}}[-\s.–]?(?:{_D}|[xX*]){{2}}[-\s.–]?{_D}{{4}}|{_D}{{4}}",
    ),
    (
        "passport",
        r"(?:(?i:\bpassport(?:\s(?:copy|book|card))?(?:\sof\s[A-Z]\w+)?\s?\(?|\bpassport\b[a-z\s,(]{1,25}(?=\b(?:no|number|num)\b)"
        r"|\bpasaporte)|\bPP(?=\s[A-Z]?\d{7}))",
        r"(?:[A-Z]{1,2}[ -]?)?\d{3,5}[ -]?\d{3,5}",
    ),
    (
        "fbi-number",
        r"(?:\bFBI\s?(?=[Nn#UO:/])(?:UCN)?|\bUCN|\bFBI(?=\s(?:\d{4,7}|\d{3}\s\d{3})\s?[A-Z]{1,2}\d{1,2}\b))",
        rf"\d{{3}} \d{{3}} [A-Z]{{1,2}}\d{{1,2}}|\d{{3,7}} [A-Z]{{1,2}} ?\d{{1,2}}"
        rf"|{_D}{{1,7}}[A-Z]{{1,2}}{_D}{{0,2}}|{_D}{{4,9}}",
    ),
    ("state-id", r"(?:\bSID\b|\b[Ss]tate\s(?:[Ii]dentification|ID\b))", r"[A-Z]{0,2}[- ]?\d{5,10}"),
    (
        "driver-licence",
        r"(?i:\b(?:driver[’']?s?|operator[’']?s?)[’']?:?\slic(?:en[cs]e|\.)|\bDLN?\s?(?=[#:nN])|\bOLN\b|(?<!state\s)\bID(?=\s[A-Z]{2}\s\d{6})"
        r"|\bDL(?=\s[A-Z]{0,2}-?\d[\d-]{5}|\s(?=[A-Z]*\*)(?=\S*\d{3})))",
        r"(?:[A-Z]{2}[ -])?[A-Z]{0,3}[- ]?(?=[\dA-Z*-]*\d{3})[\dA-Z*-]{4,18}",
    ),
    ("fin", r"(?:\bFINS?\b|(?i:\bfingerprint\sidentification))", rf"{_D}{{6,12}}"),
    ("receipt-number", r"(?i:\b(?:receipt|petition|I-\d{2,3}[A-Z]?\sreceipt))", r"[A-Z]{3}[- ]?\d{2}[- ]?\d{3}[- ]?\d{5}"),
    (
        "person-number",
        r"(?i:\b(?:booking|inmate|detainee|subject|prisoner|arrestee|offender|encounter|SEVIS|visa(?:\sfoil)?|student|employee"
        r"|badge|medical\srecord|book|bkg|jacket|event)\b"
        r"(?=\s{0,2}(?:no|num|#|ID|control|foil))|\bMRN\b|\bvisa\sfoil\b|(?-i:\bPCN|\bTCN|\bIMEI|\bSEVIS|\bEARM\s(?i:event|case))\b)",
        r"(?:[A-Z]{1,3}[- ]?)?(?:\d[\d-]{3,13}|(?=[OQlISBZ]{0,2}\d)[\dOQlISBZ]{1,4}(?:-[\dOQlISBZ]{1,8}){1,3})",
    ),
    (
        "person-number",  # admission records, cards that a state gives a person, and what insurers know a patient by
        r"(?:\bI-94|(?i:\badmission\s(?=no|num|#))|\bCURP\b|(?i:\bmatr[ií]cula(?:\sconsular)?\b|\bc[eé]dula\b"
        r"|\b(?:(?:voter|electoral|election|national|identity|identification|insurance|member(?:ship)?|health|credencial)"
        r"(?:\s(?:plan|group|de\selector))?\s(?:card|id|identification)|consular(?:\s(?:card|id))?|(?:insurance|medicaid)(?=\s(?:no|num|#|id))"
        r"(?:\sid)?)\b(?=[\s,(]{1,3}(?:no\b|num|n\w{1,3}mero|#)|[\s,(:]{1,3}[A-Z]{0,3}\s?\d)))[\s,(]{0,2}",
        r"(?=(?:[A-Z]{0,4}[ -]?\d){5})(?:[A-Z]{1,4}[- ]?)?\d{2,}(?:[- ]\d{1,})*(?:[A-Z]{1,7}\d{0,2})?",
    ),
    (
        "person-number",
        r"(?i:\b(?:(?:birth|baptismal|death|naturali[sz]ation|citizenship)\scertificate|certificate\sof\s(?:birth|naturali[sz]ation|citizenship|baptism)"
        r"|acta\sde\snacimiento|(?:pension|ration|savings)\sbook)[\s,(]{0,3}(?:is\s)?(?=(?:no|num|n[uú]m|\#|n\.º|:|\d)))",
        r"(?=(?:[A-Z -]{0,4}\d){4})[A-Z]{0,2}[- ]?\d[\dA-Z]*(?:[- ]\d[\dA-Z]*){0,5}",
    ),
    ("passcode", r"(?i:\b(?:pass\s?code|access\scode|participant\scode|pass\s?word|pin\scode))", r"(?=[\w*-]*\d)[\w*-]{4,16}\#?"),
    (
        "account-number",
        r"(?i:\b(?:bank\s|checking\s|savings\s|credit\scard\s|debit\s(?:card\s)?)(?:account\b|acct\b\.?)?|\b(?:account|acct\.?)(?=\s(?:no"
        r"|num|#))|\b(?:account|acct\b\.?)(?=\s(?:[ -]?\d){8})|\b(?:bank\s)?routing\b)",
        r"(?=(?:[ -]?\d){6})\d{3,}(?:[ -]\d{2,}){0,4}",
    ),
    ("account-number", r"(?i:\b(?:account|acct)\b\.?,?\s(?:ending|ends)\b(?:\s(?:in|with)\b)?)", r"\d{3,6}"),
    (
        "plate",
        r"(?i:(?-i:\b(?:LIC|LPN|PLT))(?=/)|\b(?:licen[cs]e\splate|plate|VIN|tag)(?=\s?(?:no|num|#|:|/(?=\S*\d)"
        r"|(?-i:[A-HJ-NPR-Z0-9]{17}\b|[A-Z]{1,3}[- ]\d{2,5}\b|[A-Z]{2,3}\d{3,4}\b)))|\b(?:tag|plate)\son\s(?:the|his"
        r"|her)\s\w+\sis(?:\s(?-i:[A-Z]{2})(?=\s))?)",
        r"[A-HJ-NPR-Z0-9]{17}|[A-Z0-9]{1,4}[- ]?[A-Z0-9]{2,6}",
    ),
)

# Shapes that need no label.
_BARE: tuple[tuple[str, re.Pattern[str], str], ...] = (
    ("a-number", re.compile(r"(?<![\w$/.,-])\d{3}-\d{3}-\d{3}(?![\w-]|[./]\d)"), "nine digits grouped as in alien numbers"),
    (
        "a-number",
        re.compile(
            rf"(?<![A-Za-z0-9-])(?!A[A-Za-z]{{2,3}}\b)A[-\s]{{0,2}}(?:{_D}{{3}}{_SPLIT}{_D}{{3}}{_SPLIT}{_D}{{3}}"
            rf"|{_D}{{2}}{_SPLIT}{_D}{{3}}{_SPLIT}{_D}{{3}}|{_D}{{2,3}}/{_D}{{3}}/{_D}{{3}}(?!/)){_END}"
        ),
        "the letter A with eight or nine digits",
    ),
    (
        "ssn",
        re.compile(rf"(?<![A-Za-z0-9$/.-]){_D}{{3}}\s?[-–]\s?{_D}{{2}}\s?[-–]\s?{_D}{{4}}{_END}"),
        "nine digits grouped 3-2-4",
    ),
    (
        "ssn",
        re.compile(r"(?<![A-Za-z0-9$/.-])[xX*]{3}[-\s]?[xX*]{2}[-\s]?\d{4}" + _END),
        "last four digits of a masked social security number",
    ),
    (
        "ssn",
        re.compile(r"(?<![\w$/.,-])(?<!\d )\d{3} \d{2} (?!(?:19|20)\d\d)\d{4}(?![\w%-]|[.,/]\d| \d)"),
        "nine digits grouped 3-2-4",
    ),
    (
        "receipt-number",
        re.compile(r"\b(?:EAC|WAC|LIN|SRC|MSC|NBC|IOE|YSC|VSC|CSC|NSC|TSC)[- ]?\d{2}[- ]?\d{3}[- ]?\d{5}\b"),
        "receipt of an individual's application",
    ),
    # year and month of an encounter behind the three letters of an office: the number of one arrest
    (
        "person-number",
        re.compile(r"(?<![\w-])[A-Z]{3}(?:0[3-9]|1\d|2\d)(?:0[1-9]|1[0-2])\d{6}(?![\w-])"),
        "the event number of one person's encounter",
    ),
    ("person-number", re.compile(r"(?<![\w-])N00\d{8}(?![\w-])"), "the number of one student's record"),
    (
        "person-number",
        re.compile(r"(?<![\w-])[A-Z][AEIOUX][A-Z]{2}\d{6}[HM][A-Z]{5}[A-Z\d]\d(?!\w)"),
        "a Mexican population register number",
    ),
    (
        "plate",
        re.compile(r"(?<![\w-])(?=[A-Z\d]*\d{4}(?!\w))(?=(?:\d*[A-Z]){3})[1-5JKLMSVWYZ][A-HJ-NPR-Z\d]{16}(?![\w-])"),
        "the number of one vehicle",
    ),
)

_NUMBERED = re.compile(
    r"(?i:\b(?:docket|contract|order|invoice|request|serial|part|model|policy)\b[^\n\d]{0,12}$)"  # of something else
)
# "ROE, ADA 099118204": in an index of persons nine digits behind the name are its number.
_INDEXED = re.compile(
    r"\b[A-Z][A-Z’'-]+(?:[ ][A-Z]{2,})?,[ ]?[A-Z][A-Z’'-]+(?:[ ][A-Z]+)?[ ]{1,4}(?P<value>\d{9})(?![\w-]|[.,/]\d)"
)
_DIGIT_WORD = r"(?i:zero|oh|one|two|three|four|five|six|seven|eight|nine)"
# Seven digits in a row, at least some of them spelled out: no count or date is written so.
_SPOKEN = re.compile(rf"(?<![\w-])(?:(?:{_DIGIT_WORD}\b|\d)[\s,–-]{{0,3}}){{6,}}(?:{_DIGIT_WORD}\b|\d)(?!\w)")
_ANOTHER = re.compile(r"(?:\s?[,;/&]\s?|\s)(?:(?:and|or|&)\s)?")


def identifiers_in(text: str) -> tuple[IdentifierFound, ...]:
    """Every identifier in the text, in text order; overlapping ones both, for the caller merges spans."""
    found = [*_labelled(text), *_bare(text), *births_in(text), *_columns(text), *_spoken(text), *_boxed(text)]
    return tuple(sorted(set(found), key=lambda one: (one.start, one.end, one.kind)))


def _labelled(text: str) -> Iterator[IdentifierFound]:
    for kind, pattern in _LABEL_PATTERNS:
        for match in pattern.finditer(text):
            value = match["value"]
            if digits_enough(value, 0.4):
                basis = f"follows the label {match['label'].strip()!r}"
                yield IdentifierFound(match.start("value"), match.end("value"), kind, basis)
                if kind in _LISTED:
                    yield from _others(text, match.end("value"), kind, basis)


def _others(text: str, end: int, kind: str, basis: str) -> Iterator[IdentifierFound]:
    """The values that go on a list: "A-Numbers: 012345678, 012345679 and 012345680"."""
    while joint := _ANOTHER.match(text, end):
        value = _LISTED[kind].match(text, joint.end())
        if not value or not digits_enough(value.group()):
            return
        yield IdentifierFound(*value.span(), kind, basis)
        end = value.end()


def _spoken(text: str) -> Iterator[IdentifierFound]:
    for match in _SPOKEN.finditer(text):
        if len(re.findall(rf"{_DIGIT_WORD}\b", match.group())) >= 3:
            yield IdentifierFound(*match.span(), "spoken-number", "seven digits or more, spelled out")


def _boxed(text: str) -> Iterator[IdentifierFound]:
    for match in combs_in(text):
        if sum(sign.isdigit() for sign in match.group()) >= 5:
            yield IdentifierFound(*match.span(), "boxed-number", "one digit to a box, as forms ask for a person's numbers")


def _bare(text: str) -> Iterator[IdentifierFound]:
    for match in _INDEXED.finditer(text):
        yield IdentifierFound(*match.span("value"), "a-number", "nine digits behind a name in an index of persons")
    for kind, pattern, basis in _BARE:
        for match in pattern.finditer(text):
            if digits_enough(match.group().lstrip("xX*-– ")) and not _NUMBERED.search(
                text[max(0, match.start() - 30) : match.start()]
            ):
                yield IdentifierFound(match.start(), match.end(), kind, basis)


_COLUMN_HEADS: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...] = (
    (
        "a-number",
        re.compile(r"\bA[- ]?(?:[Nn]umber|NUMBER|[Nn]o\.?|NO\.?|#|[Ff]ile\s[Nn]o)|(?i:\balien\s(?:number|no|#|id))"),
        re.compile(rf"(?<![\w.-])(?:A[- ]?)?{_D}{{2,3}}[- ]?{_D}{{3}}[- ]?{_D}{{3}}{_END}"),
    ),
    (
        "ssn",
        re.compile(r"\bSSN\b|(?i:\bsocial\ssecurity\b)"),
        re.compile(rf"(?<![\w.-]){_D}{{3}}[- ]?{_D}{{2}}[- ]?{_D}{{4}}{_END}"),
    ),
    (
        "fbi-number",
        re.compile(r"\bFBI\s?(?:[Nn]o\.?|#|[Nn]umber|UCN)"),
        re.compile(r"(?<![\w.-])(?:\d{3,7}[A-Z]{1,2}\d{0,2}|\d{3} \d{3} [A-Z]{1,2}\d{1,2})(?!\w)"),
    ),
    ("passport", re.compile(r"\b(?:Passport|PASSPORT)\b"), re.compile(r"(?<![\w.-])(?=[A-Z\d]*\d{6})[A-Z]{1,2}\d{6,9}(?![\w-])")),
    ("fin", re.compile(r"\bFIN\b"), re.compile(r"(?<![\w.-])\d{10}(?![\w-])")),
)


def _columns(text: str) -> Iterator[IdentifierFound]:
    """Values below a column's head: the head's line holds no value, so those of its kind in the lines below it are taken."""
    headed: dict[str, int] = {}  # where the rows under the last head of a kind end: cost stays in proportion to the text
    for head, below in rows_below(text):
        if not below:
            continue
        for kind, label, value in _COLUMN_HEADS:
            if headed.get(kind, -1) < below[0][0] and label.search(head) and not value.search(head):
                headed[kind] = below[-1][0]
                for start, line in below:
                    for match in value.finditer(line):
                        if digits_enough(match.group()):
                            yield IdentifierFound(start + match.start(), start + match.end(), kind, "stands below a column head")


_LABEL_PATTERNS = tuple(
    (kind, re.compile(rf"(?P<label>{label}){_LABEL_END}(?P<value>{value}){_END}")) for kind, label, value in _LABELLED
)
# Kinds of which several may follow one label, with their full shape.
_LISTED = {
    "a-number": re.compile(rf"(?:A[- ]?)?{_D}{{2,3}}{_SPLIT}{_D}{{3}}{_SPLIT}{_D}{{3}}{_END}"),
    "ssn": re.compile(rf"{_D}{{3}}[-\s.–]?{_D}{{2}}[-\s.–]?{_D}{{4}}{_END}"),
}
