"""What letters and credits tell of offices, and of ranks that name theirs: "Deputy Director, Program Office" under a letterhead.

A rank alone ("Director") is many people's and tells nothing; nor does a letter whose head names no kind of body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.patterns.names.offices import NOBODYS, Names, kind_of
from pipeline.patterns.names.person_names import name_of
from pipeline.patterns.openings.opening import DEAR, opening_of
from pipeline.patterns.writers.cast import names_in, offices_in
from pipeline.patterns.writers.credits import credited
from pipeline.patterns.writers.parties import letterhead_kind
from pipeline.patterns.writers.posts import joined, posted
from pipeline.patterns.writers.signers import signer_of
from pipeline.records.document import Met

_PERSON = re.compile(r"[A-Z][a-z’'-]+(?:\s[A-Z]\.)?\s[A-Z][\w’'-]+")
_HEAD = 1500  # characters of a page in which a paper credits its writer


def signed_on(text: str, own: Names) -> tuple[Met, ...]:
    """The offices, and the ranks with their office, that a page shows to be of a kind, each once."""
    told: dict[Met, None] = {}
    told |= {Met(name, kind): None for name, kind in posted(text, own)}
    for name, kind in (*_letters(text, own), *_credits(text, own)):
        offices = offices_in(name, own)
        person = name.split(",")[0] if "," in name else ""
        named = name_of(person) if _PERSON.fullmatch(person) else None
        told |= {Met(joined(named), kind): None} if named and named.given else {}
        told |= {Met(one, kind): None for one in (*offices, *(names_in(name, own)[:1] if offices else ()))}
    return tuple(told)


def _letters(text: str, own: Names) -> Iterator[tuple[str, str]]:
    """Who signs the letter of a page, with the kind that its letterhead names."""
    opening = opening_of(text) if DEAR.search(text[:4000]) else None
    if opening is None or opening.kind not in ("letter", "cover-letter"):
        return
    kind = letterhead_kind(opening.letterhead, own.all)
    signer = opening.author or signer_of(text)
    if kind and signer and kind_of(signer, own) in (kind, ""):
        yield signer, kind


def _credits(text: str, own: Names) -> Iterator[tuple[str, str]]:
    """Who a paper says has made it: "Prepared by: the Bureau, Performance Unit"."""
    for name in credited(text[:_HEAD], own):
        kind = kind_of(name, own)
        if kind and kind != NOBODYS:
            yield name, kind
