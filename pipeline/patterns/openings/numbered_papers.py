"""Orders, bulletins and the like, which a house numbers and dates: "DORN COUNTY JAIL / Roll call order no. 4 / May 2, 2010"."""

from __future__ import annotations

import re

from pipeline.patterns.days.dates import dates_in
from pipeline.patterns.names.offices import is_office
from pipeline.patterns.openings.headings import headlike
from pipeline.patterns.writers.parties import speaker_kind

_NUMBERED = re.compile(
    r"(?i:\b(?:orders?|bulletin|directive|circular|notice|policy|procedure|instruction|advisory|memo(?:randum)?|resolution|ordinance|proclamation"
    r"|release|message|broadcast|teletype|general\sorder|special\sorder|post\sorder)s?\s?(?:no\b\.?|number|num\.|\#)?\s?"
    r"(?:[A-Z]{1,4}[-/ ])?\d{1,4}(?:[-./]\d{1,4}){0,2}\b)"
)
_BODY = re.compile(
    r"(?i:\b(?:sheriff(?:['’]s)?|jail|lock-?up|prison|detention(?:\s(?:center|centre|facility|division))?|correctional\s(?:facility|center)|corrections"
    r"|police|department|city|county|town)$)"
)
_SHORT, _HEAD, _PROSE = 12, 5, 7  # words of a line of a head; its lines; words from which on a line is running text


def sets_in(lines: list[str]) -> bool:
    """Whether these lines begin with the head of a numbered paper: whose it is, its sort and number, its day, then its text."""
    if not lines or not _heads(lines[0]):
        return False
    numbered = dated = False
    for at, line in enumerate(lines[: _HEAD + 1]):
        words = line.split()
        days = [one for one in dates_in(line) if one.precision == "day"]
        if len(words) > _SHORT or (line.endswith(".") and not days):
            return numbered and dated and len(words) >= _PROSE
        numbered = numbered or (0 < at < _HEAD - 1 and _NUMBERED.search(line) is not None)
        dated = dated or len(days) == 1
        if numbered and dated and at + 1 < len(lines) and _runs(lines[at + 1 :]):
            return True
    return False


def day_of_numbered(lines: tuple[str, ...]) -> str:
    """The one day (ISO) in the head of a numbered paper, be it that of its issue or of its force; ''."""
    head = list(lines)
    if not sets_in(head):
        return ""
    end = next((at for at, line in enumerate(head) if len(line.split()) > _SHORT), _HEAD + 1)
    days = {one.iso for line in head[: min(end, _HEAD + 1)] for one in dates_in(line) if one.precision == "day"}
    return days.pop() if len(days) == 1 else ""


def _heads(line: str) -> bool:
    """Whether a line names a house, as a letterhead does."""
    if len(line.split()) > _SHORT or not headlike(line) or line.endswith((".", ":", ",")) or dates_in(line):
        return False
    return is_office(line, by_head=True) or (_BODY.search(line) is not None and speaker_kind(line) != "" and _stands_out(line))


def _stands_out(line: str) -> bool:
    return line.isupper() or all(word[0].isupper() for word in line.split() if len(word) > len("of the") // 2)


def _runs(lines: list[str]) -> bool:
    """Whether running text follows soon."""
    return any(len(line.split()) >= _PROSE for line in lines[:4])
