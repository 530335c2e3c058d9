"""Notes that somebody of the house has put below another's paper: to a colleague, with initials and a day, or to the file."""

from __future__ import annotations

import re

from pipeline.patterns.days.dates import dates_in

NOTE = "Note with initials"  # the title such a note is given
_GREETS = re.compile(r"[A-Z][a-z]+(?:\s[A-Z][a-z]+)?\s?(?:[-–—]{1,2}|,|:)$")
_INITIALS = re.compile(r"[-–—/\s]*(?P<who>(?:[A-Z]\.?\s?){2,3})/?(?P<day>[\s,(]{1,4}\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?\)?)?\W*$")
# "Memorandum for the Record", "NOTE TO FILE   9/2/10", "File memo - 3 May 2010": what is set down for whoever looks later.
_TO_FILE = re.compile(
    r"(?i:\W*(?:(?:memo(?:randum)?|note|entry|addendum)\s(?:for|to)\s(?:the\s)?(?:record|files?|case\sfile)|(?:file|record)\s(?:memo(?:randum)?|note)|MFR)\b)"
    r"(?P<rest>.*)$"
)
_FIELD = re.compile(r"(?i:\W*(?:subject|subj|re|from|date|by|time)\s?[:.])")
_TOP, _PROSE = 4, 7  # lines of its head; words of a line from which on it is running text
_LONGEST = 12  # lines of such a note
_CLOSE = re.compile(r"(?i:thanks|thank you|regards|best|sincerely|respectfully|cheers|yours)\b")

_HIS_NOTES = re.compile(
    r"(?P<who>[A-Z][\w’-]{2,})(?:['’][sS])\s(?i:(?:own\s)?(?:notes|record|memo|log|account|summary))\b"
)  # of a call, a visit


def note_ends(lines: list[str]) -> tuple[int, str, str]:
    """(lines of the note that begins with the first of these, who initials it, ISO day beside them); (0, '', '') for none."""
    if not lines or not _GREETS.match(lines[0]) or _CLOSE.match(lines[0]):
        return 0, "", ""
    for at, line in enumerate(lines[1:_LONGEST], 1):
        if (found := _INITIALS.match(line)) and at > 1:
            days = dates_in(found["day"] or "")
            return at + 1, found["who"].strip(), days[0].iso if len(days) == 1 and days[0].precision == "day" else ""
    return 0, "", ""


def is_to_file(line: str) -> bool:
    """Whether a line says that what it heads is a note to the file."""
    return _TO_FILE.match(line) is not None


def for_the_file(lines: list[str]) -> bool:
    """Whether the first of these lines heads a note to the file: with a day or a field beside it or right below, then text."""
    found = _TO_FILE.match(lines[0]) if lines else None
    if found is None or (re.search(r"[a-z]{2}", found["rest"]) and not dates_in(found["rest"])):
        return False  # a sentence: "Note to file that ..."
    head = [found["rest"], *lines[1:_TOP]]
    marked = any(_FIELD.match(line) or (len(line.split()) < _PROSE and dates_in(line)) for line in head)
    return marked and any(len(line.split()) >= _PROSE for line in lines[1 : _TOP + 3])


def noted_by(title: str, named: tuple[str, ...]) -> str:
    """Whose the notes are that a title calls his, out of those whom the paper above names: "OSTLER'S NOTES" are those of
    "Sgt. Ann Ostler", to whom the paper above them went; ''."""
    found = _HIS_NOTES.match(title)
    for one in named if found else ():
        words = one.replace(",", " ").split()
        at = next((at for at, word in enumerate(words) if found and word.casefold() == found["who"].casefold()), -1)
        if at > 0:
            return " ".join(words[: at + 1])
    return ""
