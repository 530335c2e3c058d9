"""The only place that chooses: which implementation stands behind each port, with which parameters, for which stage.

Also what `foia` does with them: take a release in, walk the corpus, look without touching.
"""

from __future__ import annotations

import importlib.metadata
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pipeline import codec, company, config, labels, replaced
from pipeline.corpus import read_corpus, take_in
from pipeline.document_units import documents, namings
from pipeline.engines.ink import Ink
from pipeline.engines.language import SpacyParser
from pipeline.engines.picture import Picture
from pipeline.engines.tesseract import Embedded
from pipeline.errors import ConfigError, Unreadable, UsageError
from pipeline.extractors.rules import RuleExtractor
from pipeline.ports import Executor
from pipeline.progress import Silent
from pipeline.records.outcome import Failure
from pipeline.run import manifest, previous_keys, walk
from pipeline.store import Store, write_whole
from pipeline.tasks import check_languages, extractor_for, works
from pipeline.topic_check import check
from pipeline.topic_report import Report
from pipeline.topics import load_topics, unused_words, written
from pipeline.units import Corpus
from pipeline.walk import FAILED, Planned, Walk, Watcher
from pipeline.workers import ProcessExecutor, SerialExecutor

INTAKE = "intake"
STAGES = (
    INTAKE,
    "probe",
    "read",
    "openly",
    "screen",
    "replace",
    "number",
    "segment",
    "lend",
    "naming",
    "posts",
    "find",
    "embed",
    "claims",
    "relate",
    "unite",
    "compare",
    "leads",
)
EXECUTORS = ("processes", "serial")
PICTURE_DPI, MOST_PIXELS = 300, 40_000_000  # a published page image has 150 dots per inch and some two million pixels


def code_version() -> str:
    """The version of this program."""
    return importlib.metadata.version("foia-pipeline")


def executor(name: str, jobs: int) -> Executor:
    """The executor of that name."""
    return SerialExecutor() if name == "serial" else ProcessExecutor(jobs)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run came to. `manifest` is the sha256 of MANIFEST.json."""

    release: str
    notes: tuple[str, ...]
    computed: int
    reused: int
    failures: tuple[Failure, ...]
    pages: dict[str, int]
    counts: dict[str, int]
    seconds: float = 0.0
    manifest: str = ""

    def summary(self) -> dict[str, Any]:
        """For `--json`."""
        return {
            "release": self.release, "computed": self.computed, "reused": self.reused, "failed": len(self.failures),
            "pages": self.pages, **self.counts, "seconds": round(self.seconds, 1), "manifest": self.manifest,
        }  # fmt: skip

    def text(self) -> str:
        """For a person."""
        total = sum(self.pages.values())
        methods = ", ".join(f"{count} {name.replace('_', ' ')}" for name, count in sorted(self.pages.items()))
        found = ", ".join(f"{count} {name}" for name, count in self.counts.items())
        lines = [f"{total} pages read ({methods})" if total else "no page was read", found]
        if self.computed:
            lines.append(f"{self.computed} units computed, {self.reused} reused, {self.seconds:.0f} s")
        else:
            lines.append(f"nothing to do: all {self.reused} units are up to date")
        if self.failures:
            kinds = Counter(failure.kind for failure in self.failures)
            listed = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
            lines.append(f"{len(self.failures)} not read or computed ({listed}): `foia failures` lists each with its remedy")
        return "\n".join(lines)


def picture_words() -> Callable[[Path], str]:
    """What reads the words off a picture file, in English, a line of text to a line; '' for a file that is no picture."""
    engine, look, source = Embedded(), Ink(), Picture()

    def words_of(path: Path) -> str:
        try:
            raster = source.render(path, 1, "", PICTURE_DPI, MOST_PIXELS)
        except Unreadable:
            return ""
        pixels, dpi = look.fitted(raster.pixels, raster.dpi)
        lines = engine.recognise(pixels, round(dpi), ("eng",))
        return "\n".join(" ".join(word.text for word in line.words) for line in lines)

    return words_of


def check_topics(
    places: config.Places, topic_id: str, labels_folder: Path | None, most: int = labels.ENOUGH
) -> tuple[Report, ...]:
    """What each cue and example of a topic does, of all topics where no id is given. Labels lie beside the topics by default.

    Of more than `most` labelled statements so many are read, drawn evenly; 0 reads all.

    ConfigError where a topic file or its labels are wrong, UsageError for an unknown id.
    """
    topics = load_topics(places.topics)
    known = [topic.id for topic in topics]
    if topic_id and topic_id not in known:
        raise UsageError(f"there is no topic '{topic_id}' in {places.topics}.", config.nearest(topic_id, known))
    parser, reports = SpacyParser(), []
    for topic in topics:
        if topic_id in ("", topic.id):
            path = places.topics / f"{topic.id}.toml"
            rows: list[labels.Row] = []
            problems: list[str] = []
            for file in labels.claim_files(labels_folder or places.topics.parent / "labels", topic.id):
                mine = labels.rows_of(file)
                problems += labels.faults(mine, topic, file)
                rows += mine
            if problems:
                raise ConfigError(problems)
            plain = labels.reader(topic, parser, RuleExtractor())
            judged = labels.reader(topic, parser, extractor_for(topic, places.topics)) if topic.model else None
            drawn = labels.drawn(rows, most)
            report = check(topic, written(path), drawn, parser, plain, judged)
            unused = tuple(f"words.{name}: no cue asks for @{name}." for name in unused_words(path))
            told = (
                f"{len(drawn):,} of {len(rows):,} labelled statements were read, drawn evenly; --all reads every one (minutes)."
            )
            part = (told,) if len(drawn) < len(rows) else ()
            reports.append(replace(report, remarks=(*part, *report.remarks, *unused)))
    return tuple(reports)


def ingest(
    places: config.Places,
    settings: dict[str, dict[str, Any]],
    path: str | None,
    release_id: str | None,
    engine: Executor,
    watcher: Watcher,
) -> Outcome:
    """Takes in what `path` holds, then brings every release of the corpus up to date. Nothing is computed twice."""
    began, started = time.monotonic(), datetime.now(UTC)
    notes, taken_in = take_in(places, path, release_id)
    store = Store(places.artifacts)
    store.sweep()
    corpus = read_corpus(places, store)
    state = Walk(store, works(settings), engine, watcher, previous_keys(store))
    check_languages(settings, {language for release in corpus.releases for language in release.languages})
    result = None
    try:
        walk(state, corpus)
        sha256 = store.write_manifest(manifest(state, corpus, code_version()))
        found = _outcome(state, corpus, taken_in, notes)
        result = replace(found, seconds=time.monotonic() - began, manifest=sha256)
    finally:
        _log(store, started, state, result, time.monotonic() - began)
        if isinstance(engine, ProcessExecutor):
            engine.close()
    return result


def look(places: config.Places, settings: dict[str, dict[str, Any]]) -> Walk:
    """The state of every unit, computing nothing."""
    store = Store(places.artifacts)
    state = Walk(store, works(settings), None, Silent(), previous_keys(store))
    corpus = read_corpus(places, store)
    walk(state, corpus)
    for failure in corpus.failures:  # what was not even taken in is also something a person asks about
        refused = Planned(INTAKE, failure.file, failure.file, "", FAILED, (), "", failure)
        state.planned[INTAKE, failure.file] = refused
    return state


def doubtful(places: config.Places, settings: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    """Pages at which it is doubtful whether a document starts and nobody has decided: release, file, page and why."""
    store = Store(places.artifacts)
    state = Walk(store, works(settings), None, Silent(), previous_keys(store))
    corpus = read_corpus(places, store)
    walk(state, corpus)
    found = []
    for file in corpus.files:
        segmentation = state.record("segment", file.id)
        for one in segmentation.boundaries if segmentation else ():
            if not one.reviewed:
                row = {"release": file.release_id, "file": file.name, "page": int(one.page_id.rpartition("-p")[2])}
                found.append(row | {"starts": one.starts, "confidence": one.confidence, "reasons": list(one.reasons)})
    return found


def _outcome(state: Walk, corpus: Corpus, release: str, notes: tuple[str, ...]) -> Outcome:
    done = [planned for planned in state.planned.values() if planned.output]
    failed = tuple(planned.failure for planned in state.planned.values() if planned.failure)
    records: dict[str, list[Any]] = {stage: [] for stage in STAGES}
    for planned in done:
        if planned.stage in ("read", "segment", "claims", "compare"):
            records[planned.stage].append(state.record(planned.stage, planned.unit))
    counts = {
        "files": len(corpus.files),
        "documents": sum(len(segmentation.documents) for segmentation in records["segment"]),
        "claims": sum(len(claims) for claims in records["claims"]),
        "contradictions": _shown("listed", records),
        "shifts": _shown("shift", records),
    }
    reused = len(done) + sum(planned.state == FAILED for planned in state.planned.values()) - state.computed
    pages = dict(Counter(page.method for page in records["read"]))
    papers, names = (item.document for item in documents(state, corpus)), namings(state, corpus)
    notes += (*replaced.told(state), *company.untitled(corpus.releases, papers, names, corpus.topics))
    return Outcome(release, notes, state.computed, reused, (*corpus.failures, *failed), pages, counts)


def _shown(standing: str, records: dict[str, list[Any]]) -> int:
    """How many pairs of sentences stand so against each other, each once, on however many questions."""
    starts = {claim.id: (claim.page_id, claim.start) for claims in records["claims"] for claim in claims}
    every = (item for found in records["compare"] for item in found if item.standing == standing)
    return len({frozenset(starts.get(side, side) for side in (one.left_claim_id, one.right_claim_id)) for one in every})


def _log(store: Store, started: datetime, state: Walk, result: Outcome | None, seconds: float) -> None:
    """Keeps the run's summary; the only thing in the artifacts that knows the time."""
    stamp = started.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    row = {
        "id": stamp,
        "started_at": stamp,
        "finished_at": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        "outcome": "interrupted" if result is None else "some-failed" if result.failures else "done",
        "computed": state.computed,
        "reused": result.reused if result else 0,
        "failed": len(result.failures) if result else 0,
        "pages": sum(result.pages.values()) if result else 0,
        "seconds": round(seconds, 1),
        "summary": result.text() if result else "interrupted; run the same command to go on",
    }
    write_whole(store.root / "runs" / f"{stamp.replace(':', '')}.json", codec.encode(row))
