"""Numbers and dates that single out one private person: A-numbers, SSNs, dates of birth, passport, FBI and other numbers.

Patterns allow what scanning does to digits (O for 0, l or I for 1, S for 5, B for 8, Z for 2). Missing one is worse than hiding
one too many, but stamps, citations, dockets, money and counts must stay readable, so bare digit runs need a label.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.patterns.dates import dates_in

_D = "[0-9OoQlI|SBZ]"
_END = r"(?![A-Za-z0-9])(?![-.]\d)"
_LABEL_END = r"\s{0,2}(?:[Nn](?:umber|o|r|br)s?\b\.?|[Nn]um\b\.?|#|ID\b)?[\s:;#.=-]{0,6}(?:is\s|was\s|of\s)?\s{0,3}"


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
        r"(?:\bA\s?#|\bA[- ]?(?:[Nn]umber|NUMBER|[Ff]ile|FILE|[Nn]o\.|NO\.)|(?i:\balien\s(?:registration\s)?(?:number"
        r"|no\b|file|#|reg)))",
        rf"(?:A[- ]?)?{_D}{{2,3}}[-\s.]?{_D}{{3}}[-\s.]?{_D}{{3}}",
    ),
    (
        "ssn",
        r"(?i:\b(?:S\.?S\.?N\b\.?|SS\s?#|SS\sNo\b|soc(?:ial|\.)?\ssec(?:urity|\.)?|last\s(?:four|4)(?:\sdigits)?))",
        rf"(?:{_D}|[xX*]){{3}}[-\s.–]?(?:{_D}|[xX*]){{2}}[-\s.–]?{_D}{{4}}|{_D}{{4}}",
    ),
    ("passport", r"(?i:\bpassport)", r"[A-Z]{0,2}\d{6,9}"),
    ("fbi-number", r"(?:\bFBI\s?(?=[Nn#UO])(?:UCN)?|\bUCN)", rf"{_D}{{1,7}}[A-Z]{{1,2}}{_D}{{0,2}}|{_D}{{4,9}}"),
    ("state-id", r"(?:\bSID\b|\b[Ss]tate\s[Ii]dentification)", r"[A-Z]{0,2}[- ]?\d{5,10}"),
    (
        "driver-licence",
        r"(?i:\b(?:driver[’']?s?|operator[’']?s?)[’']?\slicen[cs]e|\bDLN?\s?(?=[#:nN])|\bOLN\b)",
        r"(?:[A-Z]{2}[ -])?[A-Z]{0,3}[- ]?(?=[\dA-Z*-]*\d{3})[\dA-Z*-]{4,18}",
    ),
    ("fin", r"(?:\bFIN\b|(?i:\bfingerprint\sidentification))", rf"{_D}{{6,12}}"),
    ("receipt-number", r"(?i:\b(?:receipt|petition|I-\d{2,3}[A-Z]?\sreceipt))", r"[A-Z]{3}[- ]?\d{2}[- ]?\d{3}[- ]?\d{5}"),
    (
        "person-number",
        r"(?i:\b(?:booking|inmate|detainee|subject|prisoner|arrestee|offender|encounter|SEVIS|visa|student|employee"
        r"|badge|medical\srecord)\b"
        r"(?=\s{0,2}(?:no|num|#|ID|control|foil)))",
        r"(?:[A-Z]{1,3}[- ]?)?\d[\d-]{3,13}",
    ),
    (
        "account-number",
        r"(?i:\b(?:bank\s|checking\s|savings\s|credit\scard\s)(?:account\b)?|\baccount(?=\s(?:no|num|#)))",
        r"\d[\d -]{5,20}\d",
    ),
    (
        "plate",
        r"(?i:\b(?:licen[cs]e\splate|plate|VIN|tag)(?=\s?(?:no|num|#|:)))",
        r"[A-HJ-NPR-Z0-9]{17}|[A-Z0-9]{1,4}[- ]?[A-Z0-9]{2,6}",
    ),
)

# Shapes that need no label.
_BARE: tuple[tuple[str, re.Pattern[str], str], ...] = (
    (
        "a-number",
        re.compile(
            rf"(?<![A-Za-z0-9-])A[-\s]{{0,2}}(?:{_D}{{3}}[-\s.]?{_D}{{3}}[-\s.]?{_D}{{3}}"
            rf"|{_D}{{2}}[-\s.]?{_D}{{3}}[-\s.]?{_D}{{3}}){_END}"
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
    r"(?i:\bD\.?\s?[O0]\.?\s?B\b\.?|\bdates?\s+of\s+birth\b|\bbirth\s?-?dates?\b|\bY\.?O\.?B\b\.?"
    r"|\bbirthday\b)[\s:;#.=()/-]{0,8}(?:is\s|was\s)?"
)
_BORN = re.compile(r"\b[Bb]orn\b(?:\s+(?:on|in)\b)?[\s:,]{0,3}(?:[A-Z][\w.]+(?:,\s?[A-Z]\w+)?,?\s(?:on|in)\s)?")
_BARE_BIRTH = re.compile(
    r"\d{1,2}[-/. ]\d{1,2}[-/. ]\d{2,4}(?!\d)|(?:19|20)\d{6}(?!\d)|(?:19|20)\d\d(?!\d)|[xX*]{2}[-/][xX*]{2}[-/]\d{2,4}"
)


def identifiers_in(text: str) -> tuple[IdentifierFound, ...]:
    """Every identifier in the text, in text order; overlapping ones both, for the caller merges spans."""
    found = [*_labelled(text), *_bare(text), *_births(text), *_columns(text)]
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
                yield IdentifierFound(
                    match.start("value"), match.end("value"), kind, f"follows the label {match['label'].strip()!r}"
                )


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
        if value or bare:
            start, end = value or (match.end(), bare.end() if bare else 0)
            yield IdentifierFound(start, end, "date-of-birth", basis)
    for match in _BORN.finditer(text):
        value = _date_at(text, match.end(), ("day", "month"))
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
    ("fbi-number", re.compile(r"\bFBI\s?(?:[Nn]o\.?|#|[Nn]umber|UCN)"), re.compile(r"(?<![\w.-])\d{3,7}[A-Z]{1,2}\d{0,2}(?!\w)")),
)
_BIRTH_HEAD = re.compile(r"(?i:\bD\.?O\.?B\b\.?|\bdate\sof\sbirth\b|\bbirth\s?date\b)")


def _columns(text: str) -> Iterator[IdentifierFound]:
    """Values below a column's head: the head's line holds no value, so those of its kind in the lines below it are taken."""
    for block in re.finditer(r"(?:[^\n]+\n?)+", text):
        lines = [(block.start() + line.start(), line.group()) for line in re.finditer(r"[^\n]+", block.group())]
        seen: set[str] = set()  # one head of a kind in a block: cost stays in proportion to the text
        for index, (_, head) in enumerate(lines[:-1]):
            below = lines[index + 1 : index + 120]
            for kind, label, value in _COLUMN_HEADS:
                if kind not in seen and label.search(head) and not value.search(head):
                    seen.add(kind)
                    for start, line in below:
                        for match in value.finditer(line):
                            if digits_enough(match.group()):
                                yield IdentifierFound(
                                    start + match.start(), start + match.end(), kind, "stands below a column head"
                                )
            if "birth" not in seen and _BIRTH_HEAD.search(head) and len(head.split()) > 1 and not dates_in(head):
                seen.add("birth")
                for start, line in below:
                    for found in dates_in(line):
                        if found.precision == "day":
                            yield IdentifierFound(
                                start + found.start, start + found.end, "date-of-birth", "stands below a column head"
                            )


_LABEL_PATTERNS = tuple(
    (kind, re.compile(rf"(?P<label>{label}){_LABEL_END}(?P<value>{value}){_END}")) for kind, label, value in _LABELLED
)
