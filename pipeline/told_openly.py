"""What the files of a release tell one another to be public, before any of them is screened."""

from __future__ import annotations

from collections import defaultdict

from pipeline.records.finding import Openly, Shown
from pipeline.units import Corpus
from pipeline.walk import Walk

LISTED = 2  # places that one list must hold, and half its names at least, for the others to be places too


def told_openly(state: Walk, corpus: Corpus) -> dict[str, Openly]:
    """By file id, of what the release shows to be public only what stands in the file: a new file changes nothing for files that
    name none of it."""
    seen: dict[str, dict[str, Shown]] = defaultdict(dict)
    for file in corpus.files:
        found: Shown | None = state.record("openly", file.id)
        if found is not None:
            seen[file.release_id][file.id] = found
    return {name: one for release in seen.values() for name, one in joined(release).items()}


def joined(files: dict[str, Shown]) -> dict[str, Openly]:
    """The same for the files of one release, by their ids."""
    officials = {name for one in files.values() for name in one.openly.officials}
    lines = {number for one in files.values() for number in one.openly.lines}
    places = {word for one in files.values() for word in one.openly.places}
    people = {name.rpartition(" ")[2] for name in officials}
    lists = [words for one in files.values() for words in one.lists if people.isdisjoint(words)]
    of_places = [words for words in lists if max(LISTED, len(words) / 2) <= len(places.intersection(words))]
    places |= {word for words in of_places for word in words}
    named: dict[str, list[str]] = defaultdict(list)
    for official in officials:
        named[official.rpartition(" ")[2]].append(official)
    made = {}
    for name, one in files.items():
        asked = frozenset(one.asked)
        here = sorted(official for surname in asked.intersection(named) for official in named[surname])
        there = {place for place in places if asked.issuperset(place.split())}
        made[name] = Openly(tuple(sorted(there)), tuple(here), tuple(sorted(lines & asked)))
    return made
