"""Gives the emails of a file, and each message in them, the kind of their sender: see `patterns.cast`."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from pipeline.patterns.cast import Mail, kinds_of, met_in
from pipeline.patterns.headings import top_lines
from pipeline.patterns.offices import Names
from pipeline.patterns.senders import is_withheld, signed_as
from pipeline.patterns.signed import signed_on
from pipeline.records.document import Document, Message, Met
from pipeline.records.page import Page


def cast(
    documents: tuple[Document, ...], messages: tuple[Message, ...], pages: Sequence[Page], own: Names, known: tuple[Met, ...] = ()
) -> tuple[tuple[Document, ...], tuple[Message, ...]]:
    """The documents and messages with the kinds of their senders; what a document has already stays, a withheld name gives way to
    the rank below the text.

    An email in which no message was found is one mail of its own, and so is a memorandum. `known` is what other files of the
    release tell of people.
    """
    texts = {page.id: page.text for page in pages}
    order = {page.id: at for at, page in enumerate(pages)}
    heads = {one.document_id for one in messages if one.position == 0}
    bare = tuple(one for one in documents if (one.kind == "email" and one.id not in heads) or (one.kind == "memo" and one.author))
    by_number = {page.number: page.text for page in pages}
    mails = [Mail(one.sender, one.recipients + one.cc, _body(one, texts, order), _owner(one, texts)) for one in messages]
    mails += [
        Mail(
            one.author,
            one.recipients + one.cc,
            "\n\n".join(by_number.get(at, "") for at in range(one.first_page, one.last_page + 1)),
            memo=one.kind == "memo",
        )
        for one in bare
    ]
    signed = (met for page in pages for met in signed_on(page.text, own))
    kinds = kinds_of(mails, (*met_in(mails, own), *signed, *known), own)
    ranks = [signed_as(mail.text, own) if is_withheld(mail.sender) else "" for mail in mails]
    told = zip(messages, kinds, ranks, strict=False)
    cast_messages = tuple(replace(one, sender_kind=kind, signed=rank) for one, kind, rank in told)
    tops = {one.document_id: (one.sender_kind, one.signed) for one in cast_messages if one.position == 0}
    tops |= {one.id: (kind, rank) for one, kind, rank in zip(bare, kinds[len(messages) :], ranks[len(messages) :], strict=True)}
    made = tuple(_by(one, *tops.get(one.id, ("", ""))) for one in documents)
    return made, cast_messages


def _by(one: Document, kind: str, rank: str) -> Document:
    """The document with what its mail tells of its writer; the rank it is signed with only where its header names nobody."""
    return replace(one, author=rank or one.author, author_kind=one.author_kind or kind)


def _owner(message: Message, texts: dict[str, str]) -> str:
    """The only line above the header of the message on top of its page, as Outlook prints whose mailbox it is; else ''."""
    above = [] if message.position else [line.strip() for line in top_lines(texts[message.page_id][: message.start])]
    return above[0] if len(above) == 1 else ""


def _body(message: Message, texts: dict[str, str], order: dict[str, int]) -> str:
    """The text of a message below its header, up to where the next begins."""
    first, last = order[message.page_id], order[message.last_page_id]
    if first == last:
        return texts[message.page_id][message.header_end : message.end]
    ids = list(itertools.islice(order, first + 1, last))
    return "\n\n".join(
        [texts[message.page_id][message.header_end :], *(texts[page] for page in ids), texts[message.last_page_id][: message.end]]
    )
