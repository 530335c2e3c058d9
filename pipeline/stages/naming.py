"""naming: which documents of a file name which topic, in their heads or in their words.

What a paper is about is also told by the papers it came with; this is all that those need to tell, so that a new paper changes
nothing for the others unless it weighs in a release.
"""

from __future__ import annotations

from pipeline.patterns.listed import any_of
from pipeline.records.document import Document, Message, Naming
from pipeline.records.page import Page

VERSION = "2"
Names = tuple[tuple[str, tuple[str, ...]], ...]  # (id of a topic, names of its program)


def naming(
    documents: tuple[Document, ...], messages: tuple[Message, ...], pages: tuple[Page, ...], names: Names
) -> tuple[Naming, ...]:
    """One row for every document that names a topic. `pages` are the file's, as they may be shown."""
    patterns = [(topic, any_of(terms)) for topic, terms in names if terms]
    found = []
    for document in documents:
        texts = [_head(document), *(_subject(one) for one in messages if one.document_id == document.id)]
        texts += [page.text for page in pages if document.first_page <= page.number <= document.last_page]
        topics = tuple(topic for topic, pattern in patterns if any(pattern.search(text) for text in texts))
        if topics:
            found.append(Naming(document.id, topics))
    return tuple(found)


def _head(one: Document) -> str:
    return "\n".join((one.title, one.author, *one.recipients, *one.cc))


def _subject(message: Message) -> str:
    return "\n".join((message.subject, message.sender, *message.recipients, *message.cc))
