"""Letters by which a page calls a house: explained in brackets ("Ashby Bureau of Records (ABR)"), or those of a letterhead."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.patterns.names.offices import AGENCY, NOBODYS, Names, is_office, kind_of

_DEFINED = re.compile(
    r"(?P<long>[A-Z][\w’'&-]*(?:\s(?:[A-Z][\w’'&-]*|of|and|for|the|on)){1,7})\s\([“\"]?(?P<short>[A-Z][A-Z&-]{1,6})[”\"]?\)"
)
_FEWEST_LETTERS, _MOST_LETTERS = 3, 6  # words of a house that is called by their first letters
_JOINTS = frozenset({"OF", "AND", "FOR", "THE", "&", "-"})


def shorts_on(text: str, own: Names) -> Iterator[tuple[str, str]]:
    """Letters that the page explains, and the kind of the house they stand for: "Ashby Bureau of Records (ABR)"."""
    for found in _DEFINED.finditer(text):
        words = found["long"].split()
        letters = found["short"].replace("&", "").replace("-", "")
        for first in range(len(words)):
            if "".join(word[0] for word in words[first:] if word[0].isupper()) == letters:
                house = " ".join(words[first:])
                kind = AGENCY if house in own.program else kind_of(house, own)
                if kind and kind != NOBODYS:
                    yield found["short"], kind
                break
    for line in text.split("\n"):  # a letterhead, by whose letters its people are called: "MARLOW HARBOR POLICE"
        words = [word for word in line.split() if word[0].isupper()]
        heads = _FEWEST_LETTERS <= len(words) <= _MOST_LETTERS and line.isupper() and is_office(line, by_head=True)
        kind = kind_of(line, own) if heads else ""
        if kind and kind != NOBODYS:
            yield "".join(word[0] for word in words if word not in _JOINTS), kind
