"""Rows of persons in a table dumped as text: its cells stand between commas, semicolons or bars, its first line names them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.patterns.beside import OFFICE
from pipeline.patterns.signs import IdentifierFound

BASIS = "stands in a dumped list of persons, below a head for private particulars"
_LINE = re.compile(r"(?m)^(?=[^\n]*(?:,[^\n]*){3}$|[^\n]*(?:;[^\n]*){3}$|[^\n]*(?:\|[^\n]*){3}$)[^\n]+$")
_NAME = re.compile(r"(?i:[lfm]?_?name|(?:last|first|middle|full|given|family|sur)_?(?:name)?|mi|alias(?:es)?|holder)")
# Whose name a list of persons gives, whatever else it gives.
_PERSON = re.compile(
    r"(?i:inmate|detainee|alien|subject|arrestee|prisoner|caller|complainant|victim|visitor|guest|patient|client|respondent|defendant"
    r"|mother|father|spouse|kin|emergency_?contact)(?:_?(?:name|last|first))?"
)
_NUMBER = re.compile(
    r"(?i:(?:book(?:ing)?|bkg|inmate|jail|person|subject|event|alien|a|fbi|state|acct|account|passport|visa|student|case|file)"
    r"_?(?:no|num|number|nbr|id|#)?|ssn|so#?|sid|fin|fbi|oln|dln?|plate|mrn|tcn|pcn)"
)
_BIRTH = re.compile(r"(?i:d\.?o\.?b|born|birth_?(?:date|day)?|b_?date|date_?of_?birth)")
_REACH = re.compile(
    r"(?i:(?:call_?back|phone|tel|cell|mobile|e_?mail|addr(?:ess)?|street|residence|home)(?:_?(?:no|num|number|1|2))?)"
)
_KINDS = (
    (_NAME, "person-name"),
    (_PERSON, "person-name"),
    (_NUMBER, "person-number"),
    (_BIRTH, "date-of-birth"),
    (_REACH, "address"),
)
_EMPTY = re.compile(r"[\W_]*|(?i:none|n/?a|unk(?:nown)?|null|yes|no|[yn])")
HEADS = 3  # columns told by their heads


@dataclass(frozen=True, slots=True)
class _Cell:
    start: int
    text: str


def delimited_rows(text: str) -> Iterator[IdentifierFound]:
    """Cells of such lists below heads for names, numbers, births and ways to reach somebody."""
    lines = list(_LINE.finditer(text))
    for at, line in enumerate(lines):
        sign = max(",;|", key=line.group().count)
        heads = _cells(line, sign)
        kinds = [_kind(one.text) for one in heads]
        if not _is_head(heads, kinds):
            continue
        for row in lines[at + 1 :]:
            cells = _cells(row, sign)
            if len(cells) < len(heads):
                break
            if any(kind == "person-name" and OFFICE.search(cell.text) for cell, kind in zip(cells, kinds, strict=False)):
                continue  # "Rep. Roe's office" called
            for cell, kind in zip(cells, kinds, strict=False):
                if kind and not _EMPTY.fullmatch(cell.text):
                    yield IdentifierFound(cell.start, cell.start + len(cell.text), kind, BASIS)


def _cells(line: re.Match[str], sign: str) -> list[_Cell]:
    found, at = [], line.start()
    for part in line.group().split(sign):
        shown = part.strip(" \t\"'")
        found.append(_Cell(at + part.find(shown), shown))
        at += len(part) + 1
    return found


def _kind(head: str) -> str:
    plain = re.sub(r"[ .]+", "_", head.strip(" .:"))
    return next((kind for pattern, kind in _KINDS if pattern.fullmatch(plain)), "")


def _is_head(heads: list[_Cell], kinds: list[str]) -> bool:
    """Whether these are the heads of a list of persons: a name, and a birth, a number or who they are to the office."""
    own = {"person-number", "date-of-birth"}.intersection(kinds) or any(_PERSON.fullmatch(one.text) for one in heads)
    return "person-name" in kinds and bool(own) and len(heads) > HEADS and all(len(one.text.split()) <= HEADS for one in heads)
