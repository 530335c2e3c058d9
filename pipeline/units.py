"""What the units of the stages are that look at files and their pages, and what each of them depends on."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline import codec
from pipeline.patterns.writers.parties import names_of
from pipeline.plan import Unit
from pipeline.records.document import Met, Numbered, Series
from pipeline.records.finding import NameRuling, Openly
from pipeline.records.outcome import Failure
from pipeline.records.source import Decision, File, Probe, Release, Replacement, Ruling
from pipeline.records.topic import Topic
from pipeline.walk import STALE, WAITING, Walk

# The series of stamps that a file's release bears, and the numbers on the pages before and after the file.
Stamped = tuple[tuple[Series, ...], tuple[Numbered, ...]]


@dataclass(frozen=True, slots=True)
class Corpus:
    """What is to be worked on: releases with their files, where each file's bytes lie, and what could not be taken in.

    `topic_files` is the folder that holds the topics and their models.
    """

    releases: tuple[Release, ...]
    files: tuple[File, ...]
    places: dict[str, Path]
    failures: tuple[Failure, ...]
    topics: tuple[Topic, ...]
    topic_files: Path
    rulings: dict[str, tuple[Ruling, ...]] = dataclasses.field(default_factory=dict)
    decisions: dict[str, tuple[Decision, ...]] = dataclasses.field(default_factory=dict)
    names: tuple[NameRuling, ...] = ()
    replacements: dict[str, tuple[Replacement, ...]] = dataclasses.field(default_factory=dict)

    def rulings_on(self, file: File) -> tuple[Ruling, ...]:
        """What people decided about where documents of this file begin."""
        return tuple(one for one in self.rulings.get(file.release_id, ()) if one.file in (file.name, file.id))

    def release_of(self, file: File) -> Release:
        """The release a file came in."""
        return next(release for release in self.releases if release.id == file.release_id)


def per_file(state: Walk, corpus: Corpus, stage: str, make: Callable[[Walk, Corpus, File], Unit | None]) -> None:
    """Takes one stage over every file that is ready for it; a file that waits for earlier stages is noted as waiting."""
    units = []
    for file in corpus.files:
        unit = make(state, corpus, file)
        if unit is not None:
            units.append(unit)
        elif _pending(state, file):
            state.wait_for(stage, file.id, file.name, "it waits for earlier stages of this file")
    state.stage(stage, units)


def _pending(state: Walk, file: File) -> bool:
    names = [("probe", file.id), ("screen", file.id), ("number", file.id), *(("read", name) for name in _page_names(state, file))]
    return any(name in state.planned and state.planned[name].state in (STALE, WAITING) for name in names)


def _page_names(state: Walk, file: File) -> list[str]:
    probe: Probe | None = state.record("probe", file.id)
    return [f"{file.id}-p{number}" for number in range(1, probe.n_pages + 1)] if probe else []


def probe_unit(corpus: Corpus, file: File) -> Unit:
    """One file, to be opened and its pages counted."""
    release = corpus.release_of(file)
    inputs = {"bytes": file.sha256, "media type": file.media_type, "passwords": codec.digest(release.passwords)}
    return Unit(file.id, file.name, file.id, None, inputs, (corpus.places[file.id], file, release.passwords))


def read_units(state: Walk, corpus: Corpus, file: File) -> list[Unit]:
    """Every page of one file; none while its pages are not counted."""
    probe: Probe | None = state.record("probe", file.id)
    if probe is None:
        return []
    release = corpus.release_of(file)
    units = []
    for number in range(1, probe.n_pages + 1):
        inputs = {
            "bytes": file.sha256,
            "media type": file.media_type,
            "page": str(number),
            "password": codec.digest(probe.password),
            "languages": "+".join(release.languages),
        }
        payload = (corpus.places[file.id], file, number, probe.password, release.languages)
        units.append(Unit(f"{file.id}-p{number}", file.name, file.id, number, inputs, payload))
    return units


def _page_digests(state: Walk, file: File) -> dict[str, str] | None:
    """Digest of every page that was read, by page id; None while a page is still to be read."""
    names = _page_names(state, file)
    if any(state.planned["read", name].state == STALE for name in names):
        return None
    return {name: state.output("read", name) for name in names if state.output("read", name)}


def openly_unit(state: Walk, corpus: Corpus, file: File) -> Unit | None:
    """The pages of one file, to be searched for what they show to be public."""
    pages = _page_digests(state, file)
    if not pages:
        return None
    return Unit(file.id, file.name, file.id, None, dict(pages), (state.store.root, tuple(pages.values())), len(pages))


def screen_unit(told: Mapping[str, Openly], state: Walk, corpus: Corpus, file: File) -> Unit | None:
    """The pages of one file, to be searched for what must not be published; `told` is what its release shows to be public."""
    pages = _page_digests(state, file)
    if not pages:
        return None
    known = told.get(file.id, Openly())
    decided = tuple(one for one in corpus.decisions.get(file.release_id, ()) if one.text)  # passages are of `relate`
    inputs = {**pages, "openly": codec.digest(known)}
    if decided:
        inputs["decisions"] = codec.digest(decided)
    payload = (state.store.root, tuple(pages.values()), decided, known)
    return Unit(file.id, file.name, file.id, None, inputs, payload, len(pages))


def masked_inputs(state: Walk, file: File) -> tuple[dict[str, str], tuple[str, ...], str] | None:
    """What a stage needs that may only see published text: page digests and the digest of what is to be masked."""
    pages, screen = _page_digests(state, file), state.output("screen", file.id)
    if not pages or not screen:
        return None
    return {**pages, "withheld": screen}, tuple(pages.values()), screen


def subject_agency(release: Release, topics: tuple[Topic, ...]) -> str:
    """The agency that the first topic of the release is about, whole where its letters stand first ("ICE"); '' without topics.

    It stands in for the releasing agency where release.toml leaves that blank, as a draft does: papers that print its name are
    its own.
    """
    first = next((one for one in wanted(release, topics) if one.agencies), None)
    if first is None:
        return ""
    short = first.agencies[0]
    return next((name for name in first.agencies if name != short and short in names_of(name)), short)


def subject_program(release: Release, topics: tuple[Topic, ...]) -> str:
    """The program that a topic of the release is about, if its name is a name: "Safe Harbors", not "immigration hold"; else ''.

    It stands in for the part of the agency that release.toml leaves blank: who signs for the program signs for the agency.
    """
    named = (term for one in wanted(release, topics) for term in one.terms if len(term.split()) > 1 and term.istitle())
    return next(named, "")


def wanted(release: Release, topics: tuple[Topic, ...]) -> tuple[Topic, ...]:
    """The topics a release asks for: all where it names none."""
    return tuple(one for one in topics if not release.topics or one.id in release.topics)


def masked_unit(state: Walk, corpus: Corpus, file: File) -> Unit | None:
    """One file as it may be shown: for the stages that must never see what is withheld."""
    found = masked_inputs(state, file)
    if found is None:
        return None
    inputs, pages, screen = found
    release = corpus.release_of(file)
    agency = release.agency or subject_agency(release, corpus.topics)
    component = release.component or subject_program(release, corpus.topics)
    known = Release(release.id, agency=agency, component=component)  # what a stage may lean on
    file = dataclasses.replace(file, also=())
    inputs = {**inputs, "file": codec.digest(file), "release": codec.digest(known)}
    return Unit(file.id, file.name, file.id, None, inputs, (state.store.root, pages, screen, file, known), len(pages))


def embed_unit(state: Walk, corpus: Corpus, file: File) -> Unit | None:
    """One file as it may be shown. Its name and its release are nothing to what its sentences are about."""
    found = masked_inputs(state, file)
    if found is None:
        return None
    inputs, pages, screen = found
    return Unit(file.id, file.name, file.id, None, inputs, (state.store.root, pages, screen), len(pages))


def segment_unit(
    known: dict[str, Stamped], people: dict[str, tuple[Met, ...]], state: Walk, corpus: Corpus, file: File
) -> Unit | None:
    """One file as it may be shown, with what its release tells of its stamps and senders, and where people put its bounds."""
    unit, rulings = masked_unit(state, corpus, file), corpus.rulings_on(file)
    if unit is None:
        return None
    series, around = known.get(file.id, ((), ()))
    inputs = {**unit.inputs, "rulings": codec.digest(rulings)} if rulings else dict(unit.inputs)
    inputs |= {"series": codec.digest(series)} if series else {}
    inputs |= {"stamps beside": codec.digest(around)} if around else {}
    met = people.get(file.id, ())
    inputs |= {"people": codec.digest(met)} if met else {}
    return dataclasses.replace(unit, inputs=inputs, payload=(*unit.payload, rulings, series, around, met))
