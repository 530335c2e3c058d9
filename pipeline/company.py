"""The company a document keeps: whether the papers it came with name a topic, though it may not do so itself.

An answer in a thread, the exhibit of a memo and the mail of an office that has but one program seldom say which program they
mean. Told by heads alone (titles, subjects, who writes to whom), which costs no reading.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from pipeline.extractors.ties import names_in_text
from pipeline.records.document import Document, Message
from pipeline.records.source import Release
from pipeline.records.topic import Topic

SHARE = 0.15  # of a release's documents: from here on its papers are the program's, as far as heads tell
FEWEST = 3  # documents that must name it all the same


def among(releases: Iterable[Release], documents: Iterable[tuple[Document, tuple[Message, ...]]], topic: Topic) -> frozenset[str]:
    """The ids of the documents whose thread, file or release names the topic in its heads."""
    titled = {one.id for one in releases if names_in_text(f"{one.title}\n{one.component}\n{one.note}", topic.terms)}
    seen = [(one, names_in_text(_head(one, messages), topic.terms)) for one, messages in documents]
    groups: dict[tuple[str, str], int] = defaultdict(int)
    sizes = Counter(one.release_id for one, _ in seen)
    for one, names in seen:
        for group in _groups(one) if names else ():
            groups[group] += 1
    found = set()
    for one, _ in seen:
        in_release = groups.get(("release", one.release_id), 0)
        most = in_release >= FEWEST and in_release >= SHARE * sizes[one.release_id]
        if most or one.release_id in titled or any(groups.get(group) for group in _groups(one) if group[0] != "release"):
            found.add(one.id)
    return frozenset(found)


def _groups(one: Document) -> tuple[tuple[str, str], ...]:
    thread = (("thread", one.thread_id),) if one.thread_id else ()
    return (("file", one.file_id), ("release", one.release_id), *thread)


def _head(one: Document, messages: tuple[Message, ...]) -> str:
    mail = [part for message in messages for part in (message.subject, message.sender, *message.recipients, *message.cc)]
    return "\n".join((one.title, one.author, *one.recipients, *one.cc, *mail))
