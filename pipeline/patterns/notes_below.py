"""A note that somebody of the house has put below another's memorandum: a first name, a few lines, initials and perhaps a day."""

from __future__ import annotations

import re

from pipeline.patterns.dates import dates_in

NOTE = "Note with initials"  # the title such a note is given
_GREETS = re.compile(r"[A-Z][a-z]+(?:\s[A-Z][a-z]+)?\s?(?:[-–—]{1,2}|,|:)$")
_INITIALS = re.compile(r"[-–—/\s]*(?P<who>(?:[A-Z]\.?\s?){2,3})/?(?P<day>[\s,(]{1,4}\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?\)?)?\W*$")
_LONGEST = 12  # lines of such a note
_CLOSE = re.compile(r"(?i:thanks|thank you|regards|best|sincerely|respectfully|cheers|yours)\b")


def note_ends(lines: list[str]) -> tuple[int, str, str]:
    """(lines of the note that begins with the first of these, who initials it, ISO day beside them); (0, '', '') for none."""
    if not lines or not _GREETS.match(lines[0]) or _CLOSE.match(lines[0]):
        return 0, "", ""
    for at, line in enumerate(lines[1:_LONGEST], 1):
        if (found := _INITIALS.match(line)) and at > 1:
            days = dates_in(found["day"] or "")
            return at + 1, found["who"].strip(), days[0].iso if len(days) == 1 and days[0].precision == "day" else ""
    return 0, "", ""
