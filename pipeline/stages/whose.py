"""Whose the people are that a paper names without a post: told by the other papers of its release, and by which page."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from pipeline.patterns.whos_who import told
from pipeline.records.document import PRESUMED, Document, Message
from pipeline.records.finding import Claim
from pipeline.records.post import Post


def written_by(document: Document, people: tuple[Post, ...], pages: Container[str]) -> Document:
    """The document with the party of its author, where his name alone is printed, or his party was only presumed."""
    if document.author_kind and document.author_basis != PRESUMED:
        return document
    found = told(document.author, people, pages) if document.author else None
    return replace(document, author_kind=found.kind, author_basis=_why(found)) if found else document


def sent_by(message: Message, people: tuple[Post, ...], pages: Container[str]) -> Message:
    """The message with the party of its sender, likewise."""
    if message.sender_kind and message.sender_basis != PRESUMED:
        return message
    found = told(message.sender, people, pages) if message.sender else None
    return replace(message, sender_kind=found.kind, sender_basis=_why(found)) if found else message


def spoken_by(claim: Claim, people: tuple[Post, ...], pages: Container[str]) -> Claim:
    """The claim with the party of its speaker, where only a name is printed; what tells it is the reason."""
    found = told(claim.speaker, people, pages) if claim.speaker and not claim.speaker_kind else None
    if found is None:
        return claim
    reasons = tuple(
        replace(one, right=found.kind, note=f"{one.note}; {_why(found)}" if one.note else _why(found))
        if one.feature == "speaker"
        else one
        for one in claim.reasons
    )
    return replace(claim, speaker_kind=found.kind, reasons=reasons)


def _why(found: Post) -> str:
    return f"{found.where} prints “{found.printed}”"
