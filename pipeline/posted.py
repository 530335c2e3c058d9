"""Who is who in a release: the posts that its files print beside names, told to those of its files that print the names too."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Container, Mapping

from pipeline.patterns.names.person_names import folded
from pipeline.records.finding import Shown
from pipeline.records.post import Post, Posted
from pipeline.units import Corpus
from pipeline.walk import Walk

_LOOKALIKE = str.maketrans({"!": "I", "1": "I", "|": "I", "0": "O"})


def people(state: Walk, corpus: Corpus, no_more: Container[str] = ()) -> dict[str, tuple[Post, ...]]:
    """By file id, whom its release shows in which post, as far as the file prints the surname: a new file changes nothing for
    files that name nobody of whom it tells. Files that are `no_more` counted tell nothing."""
    told: dict[str, dict[str, Posted]] = defaultdict(dict)
    words: dict[str, frozenset[str]] = {}
    for file in corpus.files:
        found: Posted | None = state.record("posts", file.id)
        shown: Shown | None = state.record("openly", file.id)
        words[file.id] = frozenset(map(folded, shown.asked)) if shown else frozenset()
        if found is not None and file.id not in no_more:
            told[file.release_id][file.id] = found
    names = {file.id: file.name for file in corpus.files}
    by_release = {release: joined(found, names) for release, found in told.items()}
    made = {}
    for file in corpus.files:
        release = by_release.get(file.release_id, {})
        made[file.id] = tuple(one for surname in sorted(release) if _printed(surname, words[file.id]) for one in release[surname])
    return made


def joined(files: Mapping[str, Posted], names: Mapping[str, str]) -> dict[str, tuple[Post, ...]]:
    """The posts and names of one release by surname, of surnames beside which a post stands; letters told by the files that
    explain them. `names`: of files, by their ids."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for found in files.values():
        for short, kind in found.shorts:
            kinds[short].add(kind)
    people: dict[str, list[Post]] = defaultdict(list)
    for found in files.values():
        for one in found.posts:
            meant = kinds.get(one.short.translate(_LOOKALIKE), set()) if one.short else set()
            kind = one.kind or (next(iter(meant)) if len(meant) == 1 else "")
            file, _, page = one.page_id.rpartition("-p")
            where = f"{names.get(file, file)}, page {page}" if kind else ""
            people[one.surname].append(dataclasses.replace(one, kind=kind, short="", where=where))
    surnames = {name for name, posts in people.items() if any(one.kind for one in posts)}
    return {
        name: tuple(dict.fromkeys(sorted((one for one in people[name] if one.kind or one.given not in surnames), key=_order)))
        for name in surnames
    }


def _order(one: Post) -> tuple[str, str, str, str]:
    return one.page_id, one.given, one.kind, one.printed


def _printed(surname: str, words: frozenset[str]) -> bool:
    """Whether the file prints the surname, or one that a scan may have made of it: by a word of the same beginning and length."""
    if surname in words:
        return True
    return len(surname) > 5 and any(
        word[:1] == surname[0] and abs(len(word) - len(surname)) < 2 and (word[:3] == surname[:3] or word[-3:] == surname[-3:])
        for word in words
    )
