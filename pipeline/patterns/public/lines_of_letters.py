"""Telephones of those who write for an office: in its letterhead, under a letter's close, where one is to write or call.

`lines_of_offices` reads what stands before a number on any page; here the paper itself, a letter or a notice, says whose it is.
"""

from __future__ import annotations

import re

from pipeline.patterns.names.name_forms import personal
from pipeline.patterns.public.lines_of_offices import CLOSE, KIN, OWN, RANKS, has_office, in_letterhead, names_owner

TOP, LINES = 320, 5  # characters and lines of a page in which the letterhead of a paper on somebody's case stands
BELOW = 6  # lines below a close in which the writer, his title and his line stand
BLOCK = 160  # characters around a number in which nobody may speak for himself
FAR = 2000  # characters of a page in which a letterhead ends
HEAD = 6  # lines of a page in which its letterhead stands
_WORKS = re.compile(r"(?i:offices?|bureau|department|dept|agency|division|commission|council|committee|association|league)")
_PLACED = re.compile(r"\b\d{1,5}[ ][A-Z]|\bP\.?\s?O\.?\s?Box\b|(?i:\b(?:tel|telephone|phone|main|fax)\b\.?[\s:]{0,2}\(?$)")
# "please write to me at the address above or telephone (202) 555-0100"
_WRITE_OR_CALL = re.compile(
    r"(?i:\b(?:write(?:\sto)?|contact|reach)\s(?:me|us|this\soffice|my\soffice)\b[^.;\d]{0,60}\bor\s(?:tele)?(?:phone|call)\s(?:me\s|us\s)?(?:at\s)?\(?)\Z"
)
_DIRECT = re.compile(r"[ \t|]*(?i:direct(?:\s(?:line|dial|number|phone|tel))?|tel(?:ephone)?|phone|office)[ \t.:]*\(?\Z")
_GREETS = re.compile(r"(?m)^[ \t]*(?:Dear|DEAR|To|TO|RE|Re|The\sHonorable|Hon\.)\b|\b(?:19|20)\d\d[ \t]*$")
# "Call (555) 555-0100 with questions."
_CALL = re.compile(r"(?:(?<![\w’'])(?:[Cc]all|CALL|[Tt]elephone|[Pp]hone|[Dd]ial)\s(?:the\s[a-z ]{3,30}\sat\s)?\(?)\Z")
_ABOUT = re.compile(
    r"\)?[.,]?\s(?:(?i:with|for)\s(?:(?i:any|all|your|more|further|additional|other)\s)*(?i:questions?|help|assistance|information|details"
    r"|appointments?|problems|service)\b|(?i:to\s(?:register|rsvp|reserve|make\san?\sappointment|schedule))\b)"
)


# Who speaks for himself, or is spoken of, beside a number or mailbox.
BY_ONE = re.compile(
    r"\bI\b|(?i:\b(?:he|she|him|me|says|said|tells|told|writes|tenants?|held|families|family|neighbou?rs?|woman|man|ask(?:s|ed)?\sfor)\b)"
)
# To whom it is written is not who writes, and what an office takes down is another's word.
_TO = re.compile(r"[ \t]*(?i:to|attn|attention|dear)\b")
_TAKEN_DOWN = re.compile(
    r"(?i:\b(?:complaints?|intake|hot\s?line|tips?|tip\s?line|logs?|callers?|messages?|statements?|interviews?|petitions?)\b)"
)


def of_letter(text: str, start: int, end: int, label: str, case: bool) -> bool:
    """Whether the number `text[start:end]` is that of an office which writes, or asks the public to call."""
    line = text[max(text.rfind("\n", 0, start) + 1, start - 200) : start]
    if OWN.search(line) or KIN.search(line):
        return False
    if label == "private":
        return not case and _signs(text, start, line)
    return (
        (case and _in_its_head(text, start, line))
        or (not case and (_signs(text, start, line) or _is_written(text, start)))
        or (not case and _is_asked(text, start, end))
    )


def _in_its_head(text: str, start: int, line: str) -> bool:
    """Whether the number closes the letterhead of an office: below its name, in a line with its street, label or officer."""
    above = [one for one in text[:start].split("\n") if one.strip()]
    if start > TOP or len(above) > LINES or not in_letterhead(text, start):
        return False
    placed = _PLACED.search(line) or any(RANKS.fullmatch(word.strip(".,")) for word in line.split())
    return bool(placed) and any(has_office(one, _WORKS) for one in above[:2])


def _signs(text: str, start: int, line: str) -> bool:
    """Whether it stands under the close of a letter that has an office's letterhead, behind a label alone, below a full name."""
    top = _GREETS.split(text[: min(start, FAR)], maxsplit=1)[0]
    head = [one for one in top.split("\n") if one.strip()][:HEAD]
    closes = list(CLOSE.finditer(text, max(0, start - 400), start))
    if not (closes and _DIRECT.fullmatch(line) and head and not personal(head[0]) and any(names_owner(one) for one in head)):
        return False
    below = [one.strip() for one in text[closes[-1].end() : start - len(line)].split("\n") if one.strip()]
    return 0 < len(below) <= BELOW and personal(below[0]) and not KIN.search(text[:start])


def _is_written(text: str, start: int) -> bool:
    """Whether the letter asks to write or to telephone, and who signs it gives an office below his name."""
    if not _WRITE_OR_CALL.search(" ".join(text[max(0, start - 160) : start].split()) + " " * text[:start].endswith((" ", "\n"))):
        return False
    close = CLOSE.search(text, start)
    below = [one for one in text[close.end() :].split("\n") if one.strip()][:BELOW] if close else []
    return any(names_owner(one) for one in below)


def _is_asked(text: str, start: int, end: int) -> bool:
    """Whether anybody is asked to call it with questions: no word of kin or of one's own in the sentence."""
    if not (_CALL.search(text[max(0, start - 50) : start]) and _ABOUT.match(text, end)):
        return False
    top = [one for one in text[:TOP].split("\n") if one.strip()][:HEAD]
    block = text[max(text.rfind("\n\n", 0, start), start - BLOCK, 0) : end + BLOCK].partition("\n\n\n")[0]
    if any(_TAKEN_DOWN.search(one) for one in top[:3] if not one.rstrip().endswith(".")):
        return False
    lines = [one for one in block.split("\n") if not _TO.match(one)]
    housed = any(names_owner(one) for one in top if not _TO.match(one)) or any(has_office(one, _WORKS) for one in lines)
    return housed and not (OWN.search(block) or KIN.search(block) or BY_ONE.search(block))
