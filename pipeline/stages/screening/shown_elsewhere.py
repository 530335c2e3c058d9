"""What looks private and is a place or an office's line or mailbox by what the other files of the release show."""

from __future__ import annotations

import re

from pipeline.patterns.names.seats import is_place_of_release
from pipeline.patterns.private.contacts import is_of_place
from pipeline.patterns.private.signs import IdentifierFound
from pipeline.patterns.private.telephones import digits_of
from pipeline.patterns.private.told_of import BASIS as TOLD
from pipeline.patterns.public.lines_of_letters import BY_ONE
from pipeline.patterns.public.lines_of_offices import KIN
from pipeline.patterns.public.whose_number import phone_label
from pipeline.records.finding import Openly
from pipeline.stages.screening.repeats import NAMES

_DIRECT = re.compile(
    r"(?i:\bdirect(?:\s(?:line|number|dial))?(?:\sis)?[\s.:(]{0,3})\Z"
)  # an office's too, where it is known as one
_OF_OFFICE = re.compile(r"[a-z]\s[A-Z]{2,4}\Z")  # "Subject: Kessel FAQ"


def is_place(text: str, one: IdentifierFound, known: Openly) -> bool:
    """Whether what prose alone makes a name is a place of the release; a row, a label or a number makes it
    somebody's, but for what an office's letters end."""
    adult = one.kind in NAMES and not one.kind.startswith("minor")
    of_office = _OF_OFFICE.search(text[one.start : one.end]) is not None
    return adult and (of_office or one.basis == TOLD) and is_place_of_release(text, one.start, one.end, known.places)


def is_line(text: str, one: IdentifierFound, known: Openly) -> bool:
    """Whether it is a telephone that the release gives as an office's, and is not said here to be somebody's own, or a mailbox at
    an office or newspaper of a place of the release."""
    if one.kind == "email":
        line = text[max(text.rfind("\n", 0, one.start) + 1, one.start - 120) : one.start]
        owned = KIN.search(line) or BY_ONE.search(line)  # who is held or complains may write from anywhere
        return not owned and is_of_place(text, one.start, one.end, known.places)
    office = one.kind == "phone" and digits_of(text[one.start : one.end]) in known.lines
    direct = _DIRECT.search(text[max(0, one.start - 30) : one.start]) is not None
    return office and (direct or phone_label(text, one.start, one.end) != "private")
