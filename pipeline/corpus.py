"""The corpus folder: taking material in, and reading what releases, files and topics there are."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pipeline import codec, config, replaced, reviewed
from pipeline.download import download
from pipeline.errors import ConfigError, UsageError
from pipeline.receive import Received, receive, release_id_for, survey
from pipeline.records.finding import NameRuling
from pipeline.records.outcome import Failure
from pipeline.records.source import File, Release
from pipeline.records.topic import Topic
from pipeline.store import Store, write_whole
from pipeline.topics import load_topics
from pipeline.units import Corpus

NOT_RELEASES = ("topics", "labels")
REFUSED = ".refused.json"  # hidden, so that it is never taken for a file of the release


def fetch(places: config.Places, url: str, release_id: str | None) -> dict[str, Any]:
    """Downloads one file into the corpus; returns release, file, bytes, sha256 and the time, as noted in its custody log."""
    name = release_id or release_id_for(Path(url.rstrip("/").rpartition("/")[2] or "download"))
    _check_id(name)
    got = download(url, places.corpus / name)
    config.draft_release(places.corpus / name, name)
    if "came_as" in got:
        replaced.note(places.corpus / name, [(got["came_as"], got["file"])], got["time"][:10])
    return {"release": name, **got}


def _check_id(release_id: str) -> None:
    if not config.ID_PATTERN.match(release_id) or release_id in NOT_RELEASES:
        raise UsageError(
            f"'{release_id}' cannot be the id of a release.",
            "Use lower-case letters, digits and hyphens, as in --release march-2026.",
        )


def take_in(places: config.Places, path: str | None, release_id: str | None) -> tuple[tuple[str, ...], str]:
    """Copies what is given into the corpus; returns notes for the person and the release id."""
    if path is None:
        if release_id is not None:
            raise UsageError("--release names where PATH goes, and there is no PATH.", "Give the file or folder to take in.")
        return (), ""
    if path.startswith(("http://", "https://")):
        got = fetch(places, path, release_id)
        return (f"downloaded {got['file']} ({got['bytes']:,} bytes) into release {got['release']}",), got["release"]
    source = Path(path)
    if not source.exists():
        raise UsageError(f"{path}: no such file or folder.", "Check the spelling, or drag the folder into the terminal.")
    source = source.resolve()
    inside = source.is_dir() and source.parent == places.corpus
    name = release_id or _declared_id(source) or (source.name if inside else release_id_for(source))
    _check_id(name)
    if (source / config.RELEASE_FILE).is_file():
        _check_release_file(places, source, name)
    received = receive(source, places.corpus, name)
    there_already = source.is_relative_to(places.corpus.resolve())
    if not (received.copied or received.unchanged or received.failures or there_already):
        raise UsageError(f"{path} holds no files.", "Give the folder that holds the files you received.")
    (places.corpus / name).mkdir(parents=True, exist_ok=True)
    notes = [f"release {name}: {len(received.copied)} files copied, {len(received.unchanged)} already there"]
    blanks = config.draft_release(places.corpus / name, name)
    if blanks:
        notes.append(f"drafted {places.corpus / name / config.RELEASE_FILE}; still blank: {', '.join(blanks)}")
    _remember_refused(places.corpus / name, received)
    today = datetime.now(UTC).date().isoformat()
    for one in replaced.note(places.corpus / name, received.again, today):
        notes.append(f"{one.file} came again with other bytes: kept as {one.by} and noted in {replaced.FILE} of the release")
    return tuple(notes), name


def _remember_refused(folder: Path, received: Received) -> None:
    """Keeps what could not be copied in, until it can: a refusal is a failure of the release, not of one command."""
    path = folder / REFUSED
    taken = {*received.copied, *received.unchanged}
    kept = {failure.file: failure for failure in _refused(folder) if failure.file not in taken}
    kept |= {failure.file: failure for failure in received.failures}
    if kept:
        write_whole(path, codec.encode([kept[name] for name in sorted(kept)]))
    else:
        path.unlink(missing_ok=True)


def _refused(folder: Path) -> tuple[Failure, ...]:
    path = folder / REFUSED
    return codec.decode(tuple[Failure, ...], path.read_bytes()) if path.is_file() else ()


def _declared_id(source: Path) -> str:
    """The id a folder's own release.toml gives it, or ''."""
    path = source / config.RELEASE_FILE
    return str(config.read_toml(path).get("id", "")) if source.is_dir() and path.is_file() else ""


def _check_release_file(places: config.Places, source: Path, name: str) -> None:
    """Finds mistakes in a release.toml before anything is copied."""
    release = config.load_release(source, name)
    problems = _unknown_topics(release, source / config.RELEASE_FILE, load_topics(places.topics))
    if problems:
        raise ConfigError(problems)


def _unknown_topics(release: Release, path: Path, known: tuple[Topic, ...]) -> list[str]:
    ids = [topic.id for topic in known]
    return [
        f"{path} line {config.line_of(path, 'topics')}: unknown topic '{wanted}'. {config.nearest(wanted, ids)}"
        for wanted in release.topics
        if wanted not in ids
    ]


def read_corpus(places: config.Places, store: Store) -> Corpus:
    """Every release in the corpus with its files, and the topics. ConfigError lists every mistake in every file."""
    folders = sorted(path for path in places.corpus.glob("*") if path.is_dir() and _is_release(path))
    if not folders:
        raise UsageError(f"{places.corpus} holds no release.", "Run `foia ingest PATH` with the file or folder you received.")
    releases, problems, rulings, decisions, replacements = [], [], {}, {}, {}
    for folder in folders:
        try:
            releases.append(config.load_release(folder, folder.name))
            rulings[folder.name] = reviewed.boundaries(folder)
            decisions[folder.name] = reviewed.decisions(folder)
            replacements[folder.name] = replaced.read(folder)
        except ConfigError as error:
            problems += error.problems
    names: tuple[NameRuling, ...] = ()
    try:
        names = reviewed.names(places.corpus)
    except ConfigError as error:
        problems += error.problems
    known = load_topics(places.topics)
    for release in releases:
        problems += _unknown_topics(release, places.corpus / release.id / config.RELEASE_FILE, known)
    if problems:
        raise ConfigError(problems)
    found = _survey(places, store, tuple(releases), known)
    return replace(found, rulings=rulings, decisions=decisions, names=names, replacements=replacements)


def _is_release(folder: Path) -> bool:
    return folder.name not in NOT_RELEASES and not folder.name.startswith((".", "_"))


def _survey(places: config.Places, store: Store, releases: tuple[Release, ...], known: tuple[Topic, ...]) -> Corpus:
    files: dict[str, File] = {}
    where: dict[str, Path] = {}
    failures: list[Failure] = []
    for release in releases:
        failures += _refused(places.corpus / release.id)
        seen = survey(release, places.corpus / release.id, store.put)
        failures += seen.failures
        for file in seen.files:
            if file.id in files:  # the same bytes came in an earlier release: one file, with both places named
                first = files[file.id]
                files[file.id] = replace(first, also=(*first.also, f"{file.release_id}:{file.name}", *file.also))
            else:
                files[file.id] = file
                place = seen.where[file.id]
                where[file.id] = place.path or store.object_path(place.kept)
    return Corpus(releases, tuple(files.values()), where, tuple(failures), known, places.topics)
