"""Illnesses in the lines of persons of whom only a repeat or the trained reader knows that they are private.

The rules read illness beside the names that they find first; a row that only repeats a name found elsewhere comes after them.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.patterns.private.health import BASIS, KIND, ailments, grown, sentence_at
from pipeline.patterns.private.signs import IdentifierFound
from pipeline.stages.screening.repeats import NAMES

AS_READ = "name-as-read"


def ill_in_line(text: str, later: list[IdentifierFound], found: list[IdentifierFound]) -> Iterator[IdentifierFound]:
    """Words for illness in the line and sentence of a name that was found `later` than the rest, and not `found` yet."""
    names = [one.start for one in later if one.kind in (*NAMES, AS_READ)]
    for match in ailments(text) if names else ():
        start, end = sentence_at(text, match.start())
        last = text.find("\n", match.end())
        start, end = max(start, text.rfind("\n", 0, match.start()) + 1), min(end, last if last >= 0 else len(text))
        told = any(start <= at < end for at in names)
        if told and not any(one.start < match.end() and match.start() < one.end for one in found):
            yield IdentifierFound(*grown(text, *match.span()), KIND, BASIS)
