"""Gives the emails of a file, and each message in them, the kind of their sender: see `patterns.writers.cast`."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from pipeline.patterns.names.offices import Names
from pipeline.patterns.openings.headings import top_lines
from pipeline.patterns.writers.cast import Mail, kinds_of, met_in, told_of
from pipeline.patterns.writers.parties import house_kind
from pipeline.patterns.writers.senders import is_withheld, signed_as
from pipeline.patterns.writers.signed import signed_on
from pipeline.patterns.writers.unsigned import is_among_us
from pipeline.records.document import PRESUMED, Document, Message, Met
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
    signed = tuple(met for page in pages for met in signed_on(page.text, own))
    kinds = kinds_of(mails, (*met_in(mails, own), *signed, *known), own)
    ranks = [signed_as(mail.text, own) if is_withheld(mail.sender) else "" for mail in mails]
    ours = [
        not kind and is_among_us(mail.sender, mail.recipients, mail.text, own) for mail, kind in zip(mails, kinds, strict=True)
    ]
    house = house_kind(own.agency)
    told = [
        (house if of_house else kind, rank, PRESUMED if of_house else "")
        for kind, rank, of_house in zip(kinds, ranks, ours, strict=True)
    ]
    cast_messages = tuple(
        replace(one, sender_kind=kind, signed=rank, sender_basis=basis)
        for one, (kind, rank, basis) in zip(messages, told, strict=False)
    )
    tops = {one.document_id: (one.sender_kind, one.signed, one.sender_basis) for one in cast_messages if one.position == 0}
    tops |= {one.id: by for one, by in zip(bare, told[len(messages) :], strict=True)}
    made = tuple(_by(one, *tops.get(one.id, ("", "", ""))) for one in documents)
    others = {one.id: told_of(one.author, (*signed, *known), own) for one in made if one.author and not one.author_kind}
    made = tuple(replace(one, author_kind=others.get(one.id, one.author_kind)) for one in made)
    return made, cast_messages


def _by(one: Document, kind: str, rank: str, basis: str) -> Document:
    """The document with what its mail tells of its writer; the rank it is signed with only where its header names nobody."""
    known = one.author_kind
    return replace(one, author=rank or one.author, author_kind=known or kind, author_basis="" if known else basis)


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
