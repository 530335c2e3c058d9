"""Numbers and dates that single out one private person: A-numbers, SSNs, dates of birth, passport, FBI and other numbers.

Patterns allow what scanning does to digits (O for 0, l or I for 1, S for 5, B for 8, Z for 2). Missing one is worse than hiding
one too many, but stamps, citations, dockets, money and counts must stay readable, so bare digit runs need a label.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.patterns.dates import dates_in
from pipeline.patterns.views import combs_in

_D = "[0-9OoQlI|SBZ]"
_SPLIT = r"(?:[-.]\n?|\s[-–.]\s|\s)?"  # between the groups of a number, which may go on in the next line
_END = r"(?![A-Za-z0-9])(?![-.]\d)"
_LABEL_END = r"s?\s{0,2}(?:[Nn](?:umber|o|r|br)s?(?![A-Za-z])\.?|[Nn]um(?![A-Za-z])\.?|#|ID(?![A-Za-z]))?[\s:;#.,=|)_…-]{0,30}"
_LABEL_END += r"(?:is\s|was\s|are\s|of\s|end(?:s|ing)\s(?:in\s|with\s)?)?\s{0,3}"


@dataclass(frozen=True, slots=True)
class IdentifierFound:
    """The value at `text[start:end]`, its label left out. `kind` names what it is, `basis` in words how it was told."""

    start: int
    end: int
    kind: str
    basis: str


# (kind, label, value): the value must follow its label; two capture groups are never needed.
_LABELLED: tuple[tuple[str, str, str], ...] = (
    (
        "a-number",
        r"(?:\bA\s?#|\bA/N\b|\bA[- ]?(?:[Nn]umber|NUMBER|[Ff]ile|FILE|[Nn][or]\.|NO\.|nr(?![a-z]))"
        r"|(?i:\bUSCIS\s?(?:no\b\.?|number|ID\b|\#|(?=[:\d]))|\balien\s?#|\balien\s(?:registration\s)?(?:number"
        r"|no\b|id\b|file|#|reg(?:istration)?)))",
        rf"(?:A[- ]?)?{_D}{{2,3}}{_SPLIT}{_D}{{3}}{_SPLIT}{_D}{{3}}",
    ),
    (
        "ssn",
        r"(?i:\b(?:S\.?\s?S\.?\s?A?N(?![A-Za-z])\.?|T\.?I\.?N\b\.?|tax(?:payer)?\sID(?:\sof\s\w+)?|SS\s?#|SS\sNo\b"
        r"|soc(?:ial|\.)?\ssec(?:urity|\.)?|last\s(?:four|4)(?:\sdigits)?(?:\sof\s(?:my|his|her|the"
        r"|their)\ssocial(?:\ssecurity)?(?:\snumber)?)?|social(?=\s?[:#]|\s(?:ends?|ending|is|was|no|number)\b)))",
        rf"(?=(?:[^\n]{{0,9}}?\d){{5}})[0-9A-Za-z]{{3}}[-\s.–][0-9A-Za-z]{{2}}[-\s.–][0-9A-Z]{{4}}|(?:{_D}"
        rf"|[xX*]){{3}}[-\s.–]?(?:{_D}|[xX*]){{2}}[-\s.–]?{_D}{{4}}|{_D}{{4}}",
    ),
    (
        "passport",
        r"(?:(?i:\bpassport(?:\s(?:copy|book|card))?\s?\(?)|\bPP(?=\s[A-Z]?\d{7}))",
        r"(?:[A-Z]{1,2}[ -]?)?\d{3,5}[ -]?\d{3,5}",
    ),
    (
        "fbi-number",
        r"(?:\bFBI\s?(?=[Nn#UO:])(?:UCN)?|\bUCN)",
        rf"\d{{3}} \d{{3}} [A-Z]{{1,2}}\d{{1,2}}|{_D}{{1,7}}[A-Z]{{1,2}}{_D}{{0,2}}|{_D}{{4,9}}",
    ),
    ("state-id", r"(?:\bSID\b|\b[Ss]tate\s(?:[Ii]dentification|ID\b))", r"[A-Z]{0,2}[- ]?\d{5,10}"),
    (
        "driver-licence",
        r"(?i:\b(?:driver[’']?s?|operator[’']?s?)[’']?\slicen[cs]e|\bDLN?\s?(?=[#:nN])|\bOLN\b"
        r"|\bDL(?=\s[A-Z]{0,2}-?\d[\d-]{5}))",
        r"(?:[A-Z]{2}[ -])?[A-Z]{0,3}[- ]?(?=[\dA-Z*-]*\d{3})[\dA-Z*-]{4,18}",
    ),
    ("fin", r"(?:\bFIN\b|(?i:\bfingerprint\sidentification))", rf"{_D}{{6,12}}"),
    ("receipt-number", r"(?i:\b(?:receipt|petition|I-\d{2,3}[A-Z]?\sreceipt))", r"[A-Z]{3}[- ]?\d{2}[- ]?\d{3}[- ]?\d{5}"),
    (
        "person-number",
        r"(?i:\b(?:booking|inmate|detainee|subject|prisoner|arrestee|offender|encounter|SEVIS|visa(?:\sfoil)?|student|employee"
        r"|badge|medical\srecord)\b"
        r"(?=\s{0,2}(?:no|num|#|ID|control|foil))|\bMRN\b|\bvisa\sfoil\b)",
        r"(?:[A-Z]{1,3}[- ]?)?\d[\d-]{3,13}",
    ),
    (
        "account-number",
        r"(?i:\b(?:bank\s|checking\s|savings\s|credit\scard\s)(?:account\b|acct\b\.?)?|\b(?:account|acct\.?)(?=\s(?:no"
        r"|num|#)))",
        r"(?=(?:[ -]?\d){6})\d{3,}(?:[ -]\d{2,}){0,4}",
    ),
    (
        "plate",
        r"(?i:\b(?:licen[cs]e\splate|plate|VIN|tag)(?=\s?(?:no|num|#|:"
        r"|(?-i:[A-HJ-NPR-Z0-9]{17}\b|[A-Z]{1,3}[- ]\d{2,5}\b|[A-Z]{2,3}\d{3,4}\b)))|\b(?:tag|plate)\son\s(?:the|his"
        r"|her)\s\w+\sis(?:\s(?-i:[A-Z]{2})(?=\s))?)",
        r"[A-HJ-NPR-Z0-9]{17}|[A-Z0-9]{1,4}[- ]?[A-Z0-9]{2,6}",
    ),
)

# Shapes that need no label.
_BARE: tuple[tuple[str, re.Pattern[str], str], ...] = (
    (
        "a-number",
        re.compile(
            rf"(?<![A-Za-z0-9-])A[-\s]{{0,2}}(?:{_D}{{3}}{_SPLIT}{_D}{{3}}{_SPLIT}{_D}{{3}}"
            rf"|{_D}{{2}}{_SPLIT}{_D}{{3}}{_SPLIT}{_D}{{3}}){_END}"
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
        "receipt-number",
        re.compile(r"\b(?:EAC|WAC|LIN|SRC|MSC|NBC|IOE|YSC|VSC|CSC|NSC|TSC)[- ]?\d{2}[- ]?\d{3}[- ]?\d{5}\b"),
        "receipt of an individual's application",
    ),
)

_BIRTH = re.compile(
    r"(?i:\bD\.?(?:P\.?)?\s?[O0]\.?\s?B(?![A-Za-z])\.?|\bB-?dates?(?![A-Za-z])"
    r"|\bdates?\s+(?:and\s+place\s+)?of\s+birth\b|\bbirth\s?date\s?/\s?place\b|\bD/O/B\b|\bbirth\s?-?dates?\b|\bY\.?O\.?B\b\.?"
    r"|\bbirthday\b|\bfecha\s+de\s+nac(?:imiento|\.)|\bnacid[oa]\b(?:\s+el\b)?)(?:\s?\(?[mdyMDY][mdyMDY /.-]{4,12}\)?)?"
    r"[\s:;#.,=|()/_…-]{0,40}(?:is\s|was\s)?(?:the\s)?"
)
_BORN = re.compile(r"\b[Bb]orn\b(?:\s+(?:on|in)\b)?(?:\s+the\b)?[\s:,]{0,3}(?:[A-Z][\w.]+(?:,\s?[A-Z]\w+)?,?\s(?:on|in)\s)?")
_MONTHS = "(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic)[a-z]{0,7}"
# Forms that `dates_in` does not take for dates: they count only where the text says that a birth follows.
_WRITTEN_BIRTH = (
    rf"\d{{1,2}}(?:st|nd|rd|th)?[-.\s]?(?:de\s|of\s)?{_MONTHS}\.?,?[-.\s]?(?:del?\s)?\d{{2,4}}(?!\d)"
    rf"|(?:(?:[a-z]+-)?[a-z]{{3,12}}\s(?:day\s)?of|(?:[a-z]+-)?[a-z]{{2,10}}(?:st|nd|rd|th))\s{_MONTHS}"
    r"(?:,?\s(?:in\s(?:the\syear\s)?)?(?i:nineteen|two\sthousand|twenty)"
    r"[a-z]{0,3}(?:[-\s](?:hundred|and|oh|o|ten|eleven|[a-z]+teen|twelve|[a-z]+ty|one|two|three|four|five|six|seven"
    r"|eight|nine)\b)*)?"
)
_BARE_BIRTH = re.compile(
    rf"{_D}{{1,2}}\s?[-/. ]\s?{_D}{{1,2}}\s?[-/. ]\s?{_D}{{2,4}}(?![A-Za-z0-9])|(?:19|20)\d{{6}}(?!\d)"
    rf"|\d{{4}}(?:19|20)\d\d(?!\d)|(?:19|20)\d\d(?!\d)"
    rf"|[xX*]{{2}}[-/][xX*]{{2}}[-/]\d{{2,4}}|{_WRITTEN_BIRTH}"
)
_OTHER_BIRTH = re.compile(rf"\)?,?\s(?:instead\sof|rather\sthan|not|or|and|/)\s\(?(?P<value>{_BARE_BIRTH.pattern})")
_BARE_BORN = re.compile(_WRITTEN_BIRTH)


_DIGIT_WORD = r"(?i:zero|oh|one|two|three|four|five|six|seven|eight|nine)"
# Seven digits in a row, at least some of them spelled out: no count or date is written so.
_SPOKEN = re.compile(rf"(?<![\w-])(?:(?:{_DIGIT_WORD}\b|\d)[\s,–-]{{0,3}}){{6,}}(?:{_DIGIT_WORD}\b|\d)(?!\w)")
_ANOTHER = re.compile(r"(?:\s?[,;/&]\s?|\s)(?:(?:and|or|&)\s)?")


def identifiers_in(text: str) -> tuple[IdentifierFound, ...]:
    """Every identifier in the text, in text order; overlapping ones both, for the caller merges spans."""
    found = [*_labelled(text), *_bare(text), *_births(text), *_columns(text), *_spoken(text), *_boxed(text)]
    return tuple(sorted(set(found), key=lambda one: (one.start, one.end, one.kind)))


def digits_enough(raw: str, share: float = 0.6) -> bool:
    """Whether at least this share of the letters and digits are true digits: a word such as "SOIL" is not a number."""
    signs = [sign for sign in raw if sign.isalnum()]
    return bool(signs) and sum(sign.isdigit() for sign in signs) >= share * len(signs)


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
    for kind, pattern, basis in _BARE:
        for match in pattern.finditer(text):
            if digits_enough(match.group()):
                yield IdentifierFound(match.start(), match.end(), kind, basis)


def _births(text: str) -> Iterator[IdentifierFound]:
    for match in _BIRTH.finditer(text):
        basis = f"follows the label {match.group().strip(' :')!r}"
        value = _date_at(text, match.end(), ("day", "month", "year", "approx"))
        bare = None if value else _BARE_BIRTH.match(text, match.end())
        if value or (bare and (digits_enough(bare.group(), 0.4) or _BARE_BORN.match(bare.group()))):
            start, end = value or (match.end(), bare.end() if bare else 0)
            yield IdentifierFound(start, end, "date-of-birth", basis)
            other = _OTHER_BIRTH.match(text, end)
            if other and digits_enough(other["value"], 0.4):
                yield IdentifierFound(*other.span("value"), "date-of-birth", basis)
    for match in _BORN.finditer(text):
        written = _BARE_BORN.match(text, match.end())
        value = _date_at(text, match.end(), ("day", "month")) or (written.span() if written else None)
        if value:
            yield IdentifierFound(*value, "date-of-birth", "follows 'born'")


def _date_at(text: str, at: int, precisions: tuple[str, ...]) -> tuple[int, int] | None:
    """The span of a date that begins at (or a weekday's length after) this place."""
    for found in dates_in(text[at : at + 60]):
        if (
            found.precision in precisions
            and found.start <= 12
            and not re.search(r"[.!?;\n]\s*\S|\d", text[at : at + found.start])
        ):
            return at + found.start, at + found.end
    return None


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
_BIRTH_HEAD = re.compile(r"(?i:\bD\.?O\.?B\b\.?|\bdate\sof\sbirth\b|\bbirth\s?date\b)")


def rows_below(text: str) -> Iterator[tuple[str, tuple[tuple[int, str], ...]]]:
    """Each line with the lines below it in its block, as (start, line): a table's head and its rows.

    A line that ends its block goes with the first line of the next: forms print labels and, a gap below, a row of values.
    """
    blocks = [
        [(block.start() + line.start(), line.group()) for line in re.finditer(r"[^\n]+", block.group())]
        for block in re.finditer(r"(?:[^\n]+\n?)+", text)
    ]
    for block, after in zip(blocks, [*blocks, []][1:], strict=True):
        for index, (_, head) in enumerate(block):
            yield head, tuple(block[index + 1 : index + 120] or after[:1])


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
        heads_birth = headed.get("birth", -1) < below[0][0] and _BIRTH_HEAD.search(head) and len(head.split()) > 1
        if heads_birth and not dates_in(head):
            headed["birth"] = below[-1][0]
            for start, line in below:
                for found in _births_in_cells(line):
                    yield IdentifierFound(start + found[0], start + found[1], "date-of-birth", "stands below a column head")


def _births_in_cells(line: str) -> Iterator[tuple[int, int]]:
    yield from ((found.start, found.end) for found in dates_in(line) if found.precision == "day")
    for match in re.finditer(rf"(?<![\w-])\d{{1,2}}[- ]{_MONTHS}[- ]\d{{2,4}}(?![\w-])", line):
        yield match.span()


_LABEL_PATTERNS = tuple(
    (kind, re.compile(rf"(?P<label>{label}){_LABEL_END}(?P<value>{value}){_END}")) for kind, label, value in _LABELLED
)
# Kinds of which several may follow one label, with their full shape.
_LISTED = {
    "a-number": re.compile(rf"(?:A[- ]?)?{_D}{{2,3}}{_SPLIT}{_D}{{3}}{_SPLIT}{_D}{{3}}{_END}"),
    "ssn": re.compile(rf"{_D}{{3}}[-\s.–]?{_D}{{2}}[-\s.–]?{_D}{{4}}{_END}"),
}
