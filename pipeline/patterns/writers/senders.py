"""Who sends a mail that names a bare rank, or nobody: told by whom it goes to, how it speaks and how it is signed."""

from __future__ import annotations

import re

from pipeline.patterns.names.offices import AGENCY, LONGEST, NOBODYS, Names, is_office, is_own, kind_of
from pipeline.patterns.writers.voices import from_inside, from_outside, ranks_outside

_CODES = re.compile(r"\(?b\)?\s?\(\d\)|█")
_RANKS = (
    r"Liaison|Coordinator|Analyst|Advis[eo]r|Specialist|Statistician|Manager|Chief|Officer|Director|Counsel"
    r"|Engineer|Developer|Architect|Planner|Supervisor|Lead|Trainer|Attorney|Agent|Commander|Inspector|Examiner|Investigator"
    r"|Programmer|Economist|Assistant|Deputy|Unit|Branch|Division|Section|Desk|Staff|Team"
)
ROLE = re.compile(
    rf"(?:[A-Z][\w’'-]*,?\s){{0,4}}(?:{_RANKS})s?\b"
    r"(?:\s(?:of|for)\s(?:the\s)?[A-Z][\w’'-]*(?:\s(?:[A-Z][\w’'-]*|and|of)){0,4})?"
    r"(?:\s\([\w ]+\))?(?:,\s(?:(?:[A-Z][\w’'-]*+|\d{1,2}(?!\d))\s?(?:and\s)?){1,4}"
    r"(?:\s?(?:sub-|field\s|regional\s|district\s)?office)?"
    r"|,\s(?:nights?|days?|swings?))?"
)
_ADDRESSED = re.compile(r"(?:,|:|;|\s?[-–—]{1,2})$")
_BAR = re.compile(r"\s[|•·]\s|\s{3,}")
_CUT = re.compile(
    r"(?im)^[\W_]*(?:original message\b|from\s?:|warning\b|notice\b|this (?:e-?mail|message)\b|confidential|sent from\b)"
)


def colleague(sender: str, recipients: tuple[str, ...], text: str, own: Names) -> bool:
    """Whether a mail with a bare rank for a sender ("Regional Coordinator, West") is from the agency's own staff: it goes to them
    and speaks of the house from inside."""
    if not bare_rank(sender) or not recipients or kind_of(sender, own):
        return False
    kinds = {kind_of(one, own) or ("" if bare_rank(one) or _CODES.search(one) else NOBODYS) for one in recipients}
    return kinds <= {AGENCY, ""} and AGENCY in kinds and from_inside(text, True)


def memo_among_us(author: str, text: str, own: Names) -> bool:
    """Whether a memo signed by a rank or an office without a house may be of the agency's own, not of people elsewhere."""
    named = (bare_rank(author) or is_office(author)) and not ranks_outside(author)
    return named and not kind_of(author, own) and not from_outside(text, True)


def bare_rank(name: str) -> bool:
    """Whether a name is a rank and no more ("Regional Coordinator, West"), and not one of people elsewhere."""
    return ROLE.fullmatch(name.strip()) is not None and not ranks_outside(name)


def signed_kind(text: str, sender: str, own: Names) -> str:
    """The kind of whoever signed a mail, from the lines below its last sentence; '' where they do not tell.

    A sender whose name is withheld and who signs with a bare rank is one of the agency's own staff.
    """
    signature = _signature(text, own)
    kind = kind_of("\n".join(signature), own) if signature else ""
    # "Program Management Office | desk 555-0142": what stands behind a bar is no part of the name
    kind = kind or next((told for line in signature if (told := kind_of(_BAR.split(line)[0].strip(), own))), "")
    if kind:
        return "" if kind == NOBODYS else kind
    return AGENCY if is_withheld(sender) and any(ROLE.fullmatch(line) for line in signature) else ""


def signed_as(text: str, own: Names) -> str:
    """The rank a mail is signed with, and the office below it; '' where its last lines name no rank."""
    signature = _signature(text, own)
    at = next((at for at, line in enumerate(signature) if not _CODES.search(line) and _ranked(line)), -1)
    below = signature[at + 1 : at + 2] if at >= 0 else []
    house = [line for line in below if not _CODES.search(line) and (is_office(line) or is_own(line, own))]
    return ", ".join((signature[at], *house)) if at >= 0 else ""


def is_withheld(sender: str) -> bool:
    """Whether a sender's field holds codes or bars and no word of a name, or nothing."""
    return not sender.strip() or (bool(_CODES.search(sender)) and not re.search(r"[A-Z][a-z]{2}", _CODES.sub("", sender)))


def _ranked(line: str) -> bool:
    return ROLE.fullmatch(line) is not None or (is_office(line) and not is_office(line, by_head=True))


def _greets(lines: list[str], at: int) -> bool:
    """Whether a line ends as a form of address ("Sheriff,", "Chief -", "Mr. Roe:"), and is the first or what is said follows."""
    below = lines[at + 1] if at + 1 < len(lines) else ""
    return _ADDRESSED.search(lines[at]) is not None and (at == 0 or len(below.split()) > LONGEST)


def _signature(text: str, own: Names) -> list[str]:
    """The short lines that end a mail, from the first that names a rank or an office on."""
    cut = _CUT.search(text)
    lines = [line.strip(" >\t") for line in text[: cut.start() if cut else len(text)].split("\n")]
    lines = [line for line in lines if line]
    signature = [line for at, line in enumerate(lines) if len(line.split()) <= LONGEST and not _greets(lines, at)][-5:]
    while signature and not (is_office(signature[0]) or ROLE.fullmatch(signature[0]) or is_own(signature[0], own)):
        signature = signature[1:]
    return signature
