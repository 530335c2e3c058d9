"""Places that stand where a person's name could: told by what they have, by a word before them, by the address they end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.patterns.private.signs import IdentifierFound

_WORDS = r"[A-Z][a-z’'-]+(?:\s[A-Z][a-z’'-]+){1,2}"
# "Marlowe Falls County", "the Town of Cedar Bend": a place with a body of its own is nobody's name, wherever it stands.
_BODY = re.compile(
    rf"\b(?P<name>{_WORDS}?)\s(?:County|Parish|Township|Borough|Police|Sheriff|Jail|Board|Council|Regional|Municipal|PD|Elementary"
    r"|(?:Processing|Staging|Service|Medical|Transitional|Residential)\s(?:Center|Centre|Ctr|Facility|Fac)|Mem(?:orial)?\sHosp|Middle\sSchool|High\sSchool|School|Fire|Airport|Detention|Correctional|Hospital|Hosp|Reservation|Station|Precinct|Barracks"
    r"|(?P<lower>field\soffice|residents?|police|officials|lawmakers|schools))\b"
    rf"|\b(?:[Cc]ounty|[Cc]ity|[Tt]own|[Vv]illage|[Bb]orough|[Pp]arish|[Mm]ayor|[Ss]uburb|outskirts|people|residents)\sof\s(?P<of>{_WORDS})"
)
# Before a place whose body is named in lower case: "told Jane Roe police would come" names none.
_NOT_TOLD = re.compile(r"(?:^|[.!?:;”\"\n]\s*|\b(?:[Tt]he|of)\s)\Z")
# "in Marlowe Falls": one is in a place, not in a person; what one has interest or faith in may be one.
_IN = re.compile(
    rf"(?<![Ii]nterest\s)(?<![Ff]aith\s)(?<![Tt]rust\s)(?<![Tt]rusts\s)(?<![Tt]rusted\s)(?<![Bb]elieve\s)(?<![Bb]elieves\s)(?<![Cc]onfidence\s)(?<![Ii]nterested\s)(?<!brought\s)(?<!booked\s)(?<!turned\s)(?<!checked\s)(?<!called\s)(?<!came\s)(?<!took\s)"
    rf"\b(?:[Ii]n|near|outside|throughout|downtown)\s(?P<name>{_WORDS})(?![\w’'-])(?=[.,;:)\n]|\s[a-z(])"
)
# What follows the town of an address: its state or ZIP code, or the end of the line or sentence.
_CLOSES = re.compile(r"[ \t]*(?:$|[.;)\n]|,?\s(?:[A-Z]{2}\b|\d{5}\b|[A-Z][a-z]+(?:\s[A-Z][a-z]+)?,?\s\d{5}\b))")
_ZIP = re.compile(r",?\s(?:[A-Z]{2}\.?,?\s)?\d{5}(?:-\d{4})?(?![\d-])")


_HAS = (
    r"\s(?:County|State|Code|Bureau|Department|Legislature|Attorney\sGeneral|Parish|Township|Borough|Police|Sheriff|Jail|PD|School|District|Field\sOffice|Sub-?[Oo]ffice|Detention|Correctional|Court"
    r")\b"
)
_OF = r"\b(?:[Ss]tate|[Cc]ounty|[Cc]ity|[Tt]own|[Vv]illage|[Pp]arish|[Bb]orough|[Pp]eople)\sof"
_OFTEN = 2
_HAS_LOWER = r"\s(?:field\soffice|sub-?office|jail|police|county)\b"


def has_body(name: str, texts: tuple[str, ...]) -> bool:
    """Whether some text shows the word to be a place by what it has ("Harlow Police"), by what is of it ("the State of Harlow"),
    or by standing behind "in" again and again."""
    word = re.escape(name)
    body = re.compile(rf"\b{word}{_HAS}|\b[Tt]he\s{word}{_HAS_LOWER}|{_OF}\s{word}\b", re.IGNORECASE if name.isupper() else 0)
    inside = re.compile(rf"\b(?:in|throughout|across|outside)\s{word}\b")
    return any(body.search(text) for text in texts) or sum(len(inside.findall(text)) for text in texts) >= _OFTEN


def places_in(text: str) -> Iterator[str]:
    """Names of two words or three that the text shows to be places."""
    for match in _BODY.finditer(text):
        if not match["lower"] or _NOT_TOLD.search(text[max(0, match.start() - 8) : match.start()]):
            yield match["name"] or match["of"]
    for match in _IN.finditer(text):
        yield match["name"]


def is_town(text: str, start: int, end: int, homes: tuple[IdentifierFound, ...]) -> bool:
    """Whether `text[start:end]` is the town of an address before it, or one that somebody is said to be in."""
    if re.search(r"\b(?:[Ii]n|near|outside|downtown)\s$", text[max(0, start - 12) : start]) and _IN.match(text, start - 3):
        return True
    for home in homes:
        if home.start < start <= home.end:
            return True
        if not home.end <= start <= home.end + 6:
            continue
        joint = text[home.end : start]
        if re.fullmatch(r"[ \t]?,[ \t]?|[ \t]", joint) and _CLOSES.match(text, end):
            return True
        if re.fullmatch(r"[\s,]{1,4}", joint) and _ZIP.match(text, end):
            return True
    return False
