"""The company a document keeps: whether the papers it came with name a topic, though it may not do so itself.

An answer in a thread, the exhibit of a memo and the mail of an office that has but one program seldom say which program they
mean. A release answers one request: where its papers show what was asked for, or `release.toml` names the program or lists the
topic alone, whatever shows nothing else belongs to it. Without a person's word in a title that is said of topics with a model
alone, which reads what is said: the rules' words are said of much else in such papers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from pipeline.extractors.subjects.evidence import names_in_text
from pipeline.patterns.names.whole_place import state_of
from pipeline.records.document import Document, Naming
from pipeline.records.source import Release
from pipeline.records.topic import Company, Topic

FEWEST = 3  # papers of a release that must name it or have its words, for them to tell anything of the others
OUTNUMBERED = 3  # times as many of them as papers of other programs, where more papers name those alone
KIN = 0.2  # share of a release's papers that name it or have its words: with fewer it is a heap of many matters
NOTHING = Naming("", ())


def companies(
    releases: Iterable[Release], documents: Sequence[Document], naming: Mapping[str, Naming], topic: Topic
) -> dict[str, Company]:
    """By document id, what the papers it came with tell of the topic. `naming`: what each document names."""
    titled = {one.id for one in releases if names_in_text(f"{one.title}\n{one.component}\n{one.note}", topic.terms)}
    chosen = {one.id for one in releases if topic.model and one.topics == (topic.id,)}
    states = _states(documents, naming)
    counts: Counter[tuple[str, str, str]] = Counter()
    sizes: Counter[str] = Counter(one.release_id for one in documents)
    for one in documents:
        counts.update(_counted(one, naming, topic))
    made = {}
    for one in documents:
        own = _counted(one, naming, topic)
        others = {(what, kind): counts[what, kind, name] for what in _WHAT for kind, name in _groups(one)}
        others.update({(what, kind): others[what, kind] - 1 for what, kind, _ in own})
        of_release = tuple(others[what, "release"] for what in _WHAT)
        made[one.id] = Company(
            one.release_id in titled or (one.release_id in chosen and not _outnumbered(of_release)),
            others.get(("topics", "thread"), 0) > 0,
            others["topics", "file"] > 0,
            bool(topic.model) and _leads(of_release, sizes[one.release_id] - 1),
            state=states.get(one.release_id, ""),
        )
    return made


def _states(documents: Iterable[Document], naming: Mapping[str, Naming]) -> dict[str, str]:
    """By release, the one State that its papers are of."""
    named: dict[str, list[tuple[frozenset[str], frozenset[str]]]] = {}
    for one in documents:
        found = naming.get(one.id, NOTHING)
        named.setdefault(one.release_id, []).append((frozenset(found.states), frozenset(found.inside)))
    return {release: state_of(papers) for release, papers in named.items()}


def untitled(
    releases: Iterable[Release], documents: Iterable[Document], naming: Mapping[str, Naming], topics: Iterable[Topic]
) -> tuple[str, ...]:
    """A line for each release without a title of which some papers name a topic's program, or have its words, and some do not.

    Its title may tell of these what they do not say themselves. `naming` as in `companies`.
    """
    programs = {one.id: one.title for one in topics}
    papers: dict[str, list[Naming]] = {}
    for document in documents:
        papers.setdefault(document.release_id, []).append(naming.get(document.id, NOTHING))
    lines = []
    for release in releases:
        of_release = papers.get(release.id, [])
        asked = {name for name in programs if not release.topics or name in release.topics}
        kin = Counter(name for one in of_release for name in {*one.topics, *one.kin} & asked)
        silent = sum(asked.isdisjoint(one.topics) for one in of_release)
        if release.title.strip() or not kin or not silent:
            continue
        most = max(sorted(kin), key=lambda name: kin[name])
        lines.append(
            f"{release.id}: {silent} of its {len(of_release)} papers do not say which program they are about, and its title is"
            " empty. If its papers were asked for because of a program, name it in release.toml"
            f' (title = "... {programs[most]} ...") and ingest again: what shows no other matter is then read as about it.'
        )
    return tuple(lines)


_WHAT = ("topics", "kin", "others")  # what a document names, as `Naming` has it


def _leads(of_release: tuple[int, ...], papers: int) -> bool:
    """Whether the other papers are the topic's. Naming no program tells nothing: mail of the office that runs it seldom does, so
    that one name in forty pages may be all there is beside the words that go with it."""
    naming, kin, _ = of_release
    return naming > 0 and kin >= max(FEWEST, KIN * papers) and not _outnumbered(of_release)


def _outnumbered(of_release: tuple[int, ...]) -> bool:
    """Whether more papers are of other programs alone than name this one, and few others have its words."""
    naming, kin, rivals = of_release
    return rivals > naming and kin <= OUTNUMBERED * rivals


def _counted(one: Document, naming: Mapping[str, Naming], topic: Topic) -> list[tuple[str, str, str]]:
    found = naming.get(one.id, NOTHING)
    return [(what, *group) for what in _WHAT if topic.id in getattr(found, what) for group in _groups(one)]


def _groups(one: Document) -> tuple[tuple[str, str], ...]:
    thread = (("thread", one.thread_id),) if one.thread_id else ()
    return (("file", one.file_id), ("release", one.release_id), *thread)
