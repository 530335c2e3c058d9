"""posts: whom the papers of a file name in which post, told to the other files of its release.

A mail from "Roe, Jane" and a transcript's "MS. ROE" seldom say whose she is; a signature, a list of recipients, a caption does.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.patterns.names.offices import Names
from pipeline.patterns.names.person_names import name_of
from pipeline.patterns.writers.letters_of_houses import shorts_on
from pipeline.patterns.writers.posts import names_on, posts_on
from pipeline.records.document import PRESUMED, Document, Message
from pipeline.records.page import Page
from pipeline.records.post import Post, Posted
from pipeline.records.source import Release
from pipeline.stages.cutting.writers import own_names

VERSION = "19"


def posts(documents: tuple[Document, ...], messages: tuple[Message, ...], pages: tuple[Page, ...], release: Release) -> Posted:
    """What these pages of one file, as they may be shown, and the heads of its documents tell; in order, each thing once."""
    own = own_names(release)
    found = [*_heads(documents, messages, pages), *(one for page in pages for one in _of_page(page, own))]
    told = {(one.given, one.surname, one.page_id) for one in found}
    bare = (Post(name.given, name.surname, "", "", page.id) for page in pages for name in names_on(page.text))
    found += [one for one in bare if (one.given, one.surname, one.page_id) not in told]
    shorts = sorted({short for page in pages for short in shorts_on(page.text, own)})
    return Posted(tuple(dict.fromkeys(found)), tuple(shorts))


def _of_page(page: Page, own: Names) -> Iterator[Post]:
    for one in posts_on(page.text, own):
        yield Post(one.name.given, one.name.surname, one.kind, one.printed, page.id, one.short)


def _heads(documents: tuple[Document, ...], messages: tuple[Message, ...], pages: tuple[Page, ...]) -> Iterator[Post]:
    """Writers of papers and mails whose party their heads, signatures or addresses tell."""
    ids = {page.number: page.id for page in pages}
    for one in documents:
        if one.author_kind and one.author_basis != PRESUMED and one.first_page in ids:
            yield from _writer(one.author, one.author_kind, ids[one.first_page])
    for mail in messages:
        if mail.sender_kind and mail.sender_basis != PRESUMED:
            yield from _writer(mail.sender, mail.sender_kind, mail.page_id)


def _writer(printed: str, kind: str, page_id: str) -> Iterator[Post]:
    name = name_of(printed)
    if name is not None and "█" not in printed:
        yield Post(name.given, name.surname, kind, " ".join(printed.split()), page_id)
