"""Names that stand in a file's name with somebody's number: "roe_ada_A204417733.doc".

Whoever names a file so writes the name in lower case and joins it with signs that no sentence has.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from pipeline.patterns.names.name_forms import names_nobody
from pipeline.patterns.private.signs import IdentifierFound
from pipeline.patterns.sense.letters import letters

BASIS = "stands in a file's name beside a private number"
_JOIN = r"(?:_|%20|\+|-(?=[^\W\d]))"
_BEFORE = re.compile(rf"(?<![\w.%+-])(?:[^\W\d_]{{2,20}}{_JOIN}){{1,4}}\Z")
_BEHIND = re.compile(rf"(?:{_JOIN}[^\W\d_]{{2,20}}){{1,4}}(?=\.[A-Za-z]{{2,4}}\b|[\s\"',;)]|\Z)")
_JOINED = re.compile(r"_|%20|\+")
_WORD = re.compile(r"[^\W\d_]{2,}")
LONGEST = 90  # characters of such a name
KINDS = ("a-number", "ssn", "person-number", "passport", "fin", "date-of-birth", "receipt-number", "booking-number")


def names_in_files(
    text: str, found: tuple[IdentifierFound, ...], ordinary: Callable[[str], bool], free: frozenset[str]
) -> Iterator[IdentifierFound]:
    """Words joined by underscores to a private number, which stand in no dictionary; `free` are folded texts to be published."""
    for one in found:
        if one.kind not in KINDS:
            continue
        before = _BEFORE.search(text, max(0, one.start - LONGEST), one.start)
        behind = _BEHIND.match(text, one.end, one.end + LONGEST)
        for part in (match for match in (before, behind) if match and _JOINED.search(match.group())):
            for word in _WORD.finditer(text, part.start(), part.end()):
                known = ordinary(word.group().casefold()) or names_nobody(word.group()) or letters(word.group()) in free
                if not known:
                    yield IdentifierFound(*word.span(), "person-name", BASIS)
