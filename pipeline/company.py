"""The company a document keeps: whether the papers it came with name a topic, though it may not do so itself.

An answer in a thread, the exhibit of a memo and the mail of an office that has but one program seldom say which program they
mean.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from pipeline.extractors.evidence import names_in_text
from pipeline.records.document import Document
from pipeline.records.source import Release
from pipeline.records.topic import Company, Topic

# Steps to which the share of a release is rounded down, so that one paper more seldom changes what is known of the others.
STEPS = (0.5, 0.25, 0.1)
FEWEST = 3  # papers of a release that must name it, for their share to tell anything


def companies(
    releases: Iterable[Release], documents: Sequence[Document], naming: Mapping[str, frozenset[str]], topic: Topic
) -> dict[str, Company]:
    """By document id, what the papers it came with tell of the topic. `naming`: the topics that each document names, as ids."""
    asked = {one.id for one in releases if names_in_text(f"{one.title}\n{one.component}\n{one.note}", topic.terms)}
    named: Counter[tuple[str, str]] = Counter()
    sizes: Counter[str] = Counter(one.release_id for one in documents)
    for one in documents:
        named.update(_groups(one) if topic.id in naming.get(one.id, ()) else ())
    made = {}
    for one in documents:
        own = int(topic.id in naming.get(one.id, ()))
        others = {kind: named[kind, name] - own for kind, name in _groups(one)}
        made[one.id] = Company(
            one.release_id in asked,
            others.get("thread", 0) > 0,
            others["file"] > 0,
            _share(others["release"], sizes[one.release_id] - 1),
        )
    return made


def _share(naming: int, others: int) -> float:
    """The share of the other papers that name it, as a step; 0 where too few do."""
    return next((step for step in STEPS if naming >= FEWEST and naming >= step * others), 0.0)


def _groups(one: Document) -> tuple[tuple[str, str], ...]:
    thread = (("thread", one.thread_id),) if one.thread_id else ()
    return (("file", one.file_id), ("release", one.release_id), *thread)
