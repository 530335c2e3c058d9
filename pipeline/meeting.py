"""What the files of a release tell one another about who sends their mails, before any of them is cut into documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container

from pipeline.records.document import Met, Numbering
from pipeline.units import Corpus
from pipeline.walk import Walk


def met(state: Walk, corpus: Corpus, no_more: Container[str] = ()) -> dict[str, tuple[Met, ...]]:
    """By file id, what the release's other files tell of senders of whom the file itself tells nothing.

    Only of these, so that a new file changes nothing for files that know their senders. Files that are `no_more` counted
    tell nothing.
    """
    seen: dict[str, Numbering] = {}
    told: dict[tuple[str, str], set[str]] = defaultdict(set)
    for file in corpus.files:
        found: Numbering | None = state.record("number", file.id)
        if found is None:
            continue
        seen[file.id] = found
        for one in found.met if file.id not in no_more else ():
            told[file.release_id, one.name].add(one.kind)
    made = {}
    for file in corpus.files:
        own = {one.name for one in seen[file.id].met} if file.id in seen else set()
        asked = sorted(name for name in seen[file.id].asked if name not in own) if file.id in seen else []
        made[file.id] = tuple(Met(name, kind) for name in asked for kind in sorted(told.get((file.release_id, name), ())))
    return made
