"""naming: which documents of a file name which topic, in their heads or in their words.

What a paper is about is also told by the papers it came with; this is all that those need to tell, so that a new paper changes
nothing for the others unless it weighs in a release.
"""

from __future__ import annotations

import re

from pipeline.patterns.names.listed import any_of
from pipeline.patterns.names.whole_place import names_inside, states_in
from pipeline.records.document import Document, Message, Naming
from pipeline.records.page import Page

VERSION = "7"
# (id of a topic, names of its program, words that hardly any other paper has, names of other programs)
Names = tuple[tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]], ...]


def naming(
    documents: tuple[Document, ...], messages: tuple[Message, ...], pages: tuple[Page, ...], names: Names
) -> tuple[Naming, ...]:
    """One row for each document that names a topic, what lies near it, or a State. `pages` are those of the file, masked."""
    patterns = [(topic, any_of(own), any_of(signs), any_of(rivals)) for topic, own, signs, rivals in names]
    found = []
    for document in documents:
        texts = [_head(document), *(_subject(one) for one in messages if one.document_id == document.id)]
        texts += [page.text for page in pages if document.first_page <= page.number <= document.last_page]
        named, kin, others = [], [], []
        for topic, own, signs, rivals in patterns:
            names_it = _any(own, texts)
            named += [topic] if names_it else []
            kin += [topic] if names_it or _any(signs, texts) else []
            others += [topic] if not names_it and _any(rivals, texts) else []
        text = "\n".join(texts)
        states, inside = tuple(sorted(states_in(text))), tuple(sorted(names_inside(text)))
        if kin or others or states or inside:
            found.append(Naming(document.id, tuple(named), tuple(kin), tuple(others), states, inside))
    return tuple(found)


def _any(pattern: re.Pattern[str], texts: list[str]) -> bool:
    return any(pattern.search(text) for text in texts)


def _head(one: Document) -> str:
    return "\n".join((one.title, one.author, *one.recipients, *one.cc))


def _subject(message: Message) -> str:
    return "\n".join((message.subject, message.sender, *message.recipients, *message.cc))
