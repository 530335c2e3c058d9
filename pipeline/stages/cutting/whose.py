"""Whose the people are that a paper names without a post: told by the other papers of its release, and by which page."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import replace

from pipeline.patterns.names.person_names import name_of
from pipeline.patterns.public.openly import RANK
from pipeline.patterns.writers.chaired import chair_in
from pipeline.patterns.writers.parties import speaker_kind
from pipeline.patterns.writers.whos_who import told
from pipeline.records.document import PRESUMED, Document, Message
from pipeline.records.finding import TELLER, Claim, Reason
from pipeline.records.post import Post

# Those who speak for somebody, and what he has written: "Roe's people", "Poe's last letter".
_POSSESSED = re.compile(
    r"[’']s?\s(?:[a-z]+\s){0,2}(?:people|staff|office|shop|team|folks|side|desk|unit|counsel|deput(?:y|ies)|officers?|letter|memo|mail|e-?mail|note"
    r"|message|statement|testimony|guidance)$"
)

_OF_PLACE = re.compile(r"(?<=[a-z]) of (?:[A-Z][\w’'-]+ ?){1,3}$")  # as headlines tell one from another: "Roe of Marlow"
_RANK_FIRST = re.compile(rf"(?:the\s)?(?i:{RANK})\s[A-Z]")
_BARE = re.compile(r"[\w’'.-]+,? [\w’'.-]+(?: [A-Z]\.?)?")  # "Roe, Jane": nothing beside the name


def written_by(document: Document, people: tuple[Post, ...], pages: Container[str]) -> Document:
    """The document with the party of its author, where his name alone is printed, or his party was only presumed."""
    kind, basis = _known(document.author, document.author_kind, document.author_basis, people, pages)
    return replace(document, author_kind=kind, author_basis=basis)


def sent_by(message: Message, people: tuple[Post, ...], pages: Container[str]) -> Message:
    """The message with the party of its sender, likewise."""
    kind, basis = _known(message.sender, message.sender_kind, message.sender_basis, people, pages)
    return replace(message, sender_kind=kind, sender_basis=basis)


def _known(name: str, kind: str, basis: str, people: tuple[Post, ...], pages: Container[str]) -> tuple[str, str]:
    """(kind, basis) of a writer; what is known stays, and a bare name's gets the page that prints his post as its basis."""
    presumed = not kind or basis == PRESUMED
    bare = _BARE.fullmatch(name.strip()) is not None
    found = told(chair_in(name), people, pages) if name and (presumed or (bare and not basis)) else None
    return (found.kind, _why(found)) if found and (presumed or found.kind == kind) else (kind, basis)


def spoken_by(claim: Claim, people: tuple[Post, ...], pages: Container[str]) -> Claim:
    """The claim with the party of its speaker, and of its teller, where only a name is printed; what tells it is the reason."""
    claim = replace(claim, reasons=tuple(_teller_of(one, people, pages) for one in claim.reasons))
    name = chair_in(_OF_PLACE.sub("", _POSSESSED.sub("", claim.speaker)))
    found = told(name, people, pages) if name and (not claim.speaker_kind or _ranked(name)) else None
    if found is None or found.kind == claim.speaker_kind:
        return claim
    reasons = tuple(
        replace(one, right=found.kind, note=f"{one.note}; {_why(found)}" if one.note else _why(found))
        if one.feature == "speaker"
        else one
        for one in claim.reasons
    )
    return replace(claim, speaker_kind=found.kind, reasons=reasons)


def _ranked(name: str) -> bool:
    """Whether a full name stands behind a rank that tells no party: "Supervisor Jane Roe" in an agency's mail."""
    meant = name_of(name)
    ranked = meant is not None and len(meant.given) > 1 and _RANK_FIRST.match(name) is not None
    return ranked and not speaker_kind(name)


def _teller_of(reason: Reason, people: tuple[Post, ...], pages: Container[str]) -> Reason:
    found = told(reason.left, people, pages) if reason.feature == TELLER and not reason.right else None
    return replace(reason, right=found.kind) if found else reason


def _why(found: Post) -> str:
    return f"{found.where} prints “{found.printed}”"
