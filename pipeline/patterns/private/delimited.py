"""Rows of persons in a table dumped as text: its cells stand between commas, semicolons or bars, its first line names them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.patterns.names.office_words import OFFICE
from pipeline.patterns.private.signs import IdentifierFound

BASIS = "stands in a dumped list of persons, below a head for private particulars"
_LINE = re.compile(r"(?m)^(?=[^\n]*(?:,[^\n]*){3}$|[^\n]*(?:;[^\n]*){3}$|[^\n]*(?:\|[^\n]*){3}$)[^\n]+$")
_NAME = re.compile(r"(?i:[lfm]?_?name|(?:last|first|middle|full|given|family|sur)_?(?:name)?|mi|alias(?:es)?|holder)")
# Whose name a list of persons gives, whatever else it gives.
_PERSON = re.compile(
    r"(?i:inmate|detainee|alien|subject|arrestee|prisoner|caller|complainant|victim|visitor|guest|patient|client|respondent|defendant"
    r"|mother|father|spouse|kin|emergency_?contact)(?:_?(?:name|last|first))?"
)
_NO = r"_?(?:no|num|number|nbr|id|#)"
# Numbers that only a person has; a state, an event, a case or a file is a number where its head says so.
_OWN_NUMBER = re.compile(
    rf"(?i:(?:book(?:ing)?|bkg|inmate|alien|fbi|acct|passport)(?:{_NO})?|(?:jail|person|subject|a|state|account|student){_NO}"
    r"|ssn|so#?|sid|fin|oln|dln?|mrn|tcn|pcn)"
)
_NUMBER = re.compile(rf"(?i:{_OWN_NUMBER.pattern[4:-1]}|(?:event|case|file|visa){_NO}|visa|plate)")
# What only a list of messages is headed with: their subject is nobody.
_MESSAGES = re.compile(r"(?i:from|to|cc|bcc|sent(?:_on)?|received|importance|attachments?)")
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
    kinds: list[str] = []
    sign = ","
    for line in _LINE.finditer(text):
        heads = _cells(line, max(",;|", key=line.group().count))
        named = [_kind(one.text) for one in heads]
        if _is_head(heads, named):
            sign, kinds = max(",;|", key=line.group().count), named
            continue
        cells = _cells(line, sign) if kinds else []
        if len(cells) < len(kinds):
            kinds = []
        if any(kind == "person-name" and OFFICE.search(cell.text) for cell, kind in zip(cells, kinds, strict=False)):
            continue  # "Rep. Roe's office" called
        for cell, kind in zip(cells, kinds, strict=False):
            if kind and not _EMPTY.fullmatch(cell.text) and (kind != "person-number" or re.search(r"\d", cell.text)):
                yield IdentifierFound(cell.start, cell.start + len(cell.text), kind, BASIS)


def _cells(line: re.Match[str], sign: str) -> list[_Cell]:
    found, at = [], line.start()
    for part in line.group().split(sign):
        shown = part.strip(" \t\"'")
        found.append(_Cell(at + part.find(shown), shown))
        at += len(part) + 1
    return found


def _plain(head: str) -> str:
    return re.sub(r"[ .-]+", "_", head.strip(" .:"))


def _kind(head: str) -> str:
    return next((kind for pattern, kind in _KINDS if pattern.fullmatch(_plain(head))), "")


def _is_head(heads: list[_Cell], kinds: list[str]) -> bool:
    """Whether these are the heads of a list of persons: a name, and a birth, an own number or who they are to the office."""
    names = [_plain(one.text) for one in heads]
    own = "date-of-birth" in kinds or any(_PERSON.fullmatch(one) or _OWN_NUMBER.fullmatch(one) for one in names)
    return (
        "person-name" in kinds
        and own
        and len(heads) > HEADS
        and all(len(one.text.split()) <= HEADS for one in heads)
        and not any(_MESSAGES.fullmatch(one) for one in names)
    )
