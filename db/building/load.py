"""Builds an edition: everything a finished run left, through the privacy gate, into `foia.db`, images and `private.db`.

All is written aside, checked, and only then swapped into place; readers never see half a build, and a build that would
publish something withheld publishes nothing.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from db.building import aliases
from db.building.contents import Contents
from db.building.images import ImageFolder
from db.building.originals import Originals
from db.building.tables import Tables
from db.gate import check
from db.gate.known import known_of, still_private
from db.gate.privacy import Gate
from db.gate.private_book import PrivateBook
from db.gate.said import said
from db.places import DATABASE, PRIVATE, Places, Problem, aside
from db.verdicts import reviews
from pipeline.errors import CheckError, PrivacyError
from pipeline.records.outcome import Failure
from pipeline.store import Reader

UNTOUCHED = "Nothing was published; the edition before stays."


@dataclass(frozen=True, slots=True)
class Built:
    """What a build published: the facts of table `edition`, what could not be read, and verdicts that found no pair."""

    database: Path
    facts: tuple[tuple[str, str], ...]
    failures: tuple[Failure, ...]
    orphans: tuple[reviews.Verdict, ...]


def build(
    reader: Reader,
    folder: Path,
    built_at: str,
    say: Callable[[str], None] = lambda line: None,
    measures: tuple[tuple[str, str], ...] = (),
    originals: Path | None = None,
) -> Built:
    """Builds and publishes an edition into `folder`; `built_at` (ISO, UTC) is the only value a clock gives.

    `originals` is the corpus, where files as received are to be offered too (see `db.building.originals`); None offers none.
    `measures` are figures of quality measured elsewhere, as (`measured ...`, value), to be told on the site.

    Raises PrivacyError when something withheld would be published and CheckError when the result is not whole; in both
    cases the edition that was there stays.
    """
    folder.mkdir(parents=True, exist_ok=True)
    places = aside(folder)
    reviews_path = reviews.make_if_absent(folder)
    withheld = tuple(held for _, found in reader.units("screen") for held in found)
    kinship = reader.unit("relate", "corpus")
    withheld += kinship.withheld if kinship else ()
    withheld += (unread := said(reader))
    known = known_of(reader, withheld)
    withheld = still_private(withheld, known)
    gate = Gate(withheld, known)
    load = Contents(reader, gate, Tables(places.database, gate), PrivateBook(places.private), ImageFolder(*places.images),
                 Originals(folder, originals), say)  # fmt: skip
    try:
        load.book.withheld(unread)
        load.everything(withheld, built_at, measures)
        orphans = _history(load.tables, aliases.read(folder / DATABASE), reviews.history(reviews_path))
        load.tables.finish()
        load.book.close(gate)
        say("checking")
        _refuse(check.check_places(places))
    except BaseException as error:
        load.abandon()
        if isinstance(error, sqlite3.IntegrityError):
            raise CheckError(f"The run does not fit together: {error}.", "Run `foia ingest` again, then `foia build`.") from error
        raise
    facts, failures = _facts(places.database), reader.failures()
    _swap(folder, places, load.images, load.originals)
    return Built(folder / DATABASE, facts, tuple(_cleaned(failure, gate) for failure in failures), orphans)


def _cleaned(failure: Failure, gate: Gate) -> Failure:
    clean = gate.clean
    return replace(failure, file=clean(failure.file), message=clean(failure.message), remedy=clean(failure.remedy))


def _refuse(problems: tuple[Problem, ...]) -> None:
    if not problems:
        return
    listed = "\n".join(f"- {problem.text}" for problem in problems[:20])
    if any(problem.leak for problem in problems):
        raise PrivacyError(f"Something withheld would be published:\n{listed}", UNTOUCHED)
    raise CheckError(f"The new database is not whole:\n{listed}", UNTOUCHED)


def _swap(folder: Path, places: Places, images: ImageFolder, originals: Originals) -> None:
    images.publish()
    originals.publish()
    for path, name in ((places.private, PRIVATE), (places.database, DATABASE)):
        with path.open("rb+") as handle:
            os.fsync(handle.fileno())
        path.replace(folder / name)
    images.sweep()
    originals.sweep()


def _history(
    tables: Tables, before: aliases.Edition | None, verdicts: tuple[reviews.Verdict, ...]
) -> tuple[reviews.Verdict, ...]:
    """Carries retired ids and people's verdicts over; returns the verdicts that belong to nothing any more."""
    led_on: dict[str, str] = {}
    if before:
        queries = (aliases.CLAIMS, aliases.DOCUMENTS, aliases.PAIRS, aliases.THREADS)
        claims, documents, pairs, threads = (tables.run(query) for query in queries)
        now = aliases.Edition(claims, documents, pairs, [], threads)
        replaced = dict(tables.run("SELECT id, replaced_by FROM files WHERE replaced_by IS NOT NULL"))
        for key, kind, target in aliases.aliases(before, now, replaced):
            tables.add("id_aliases", {"old_id": key, "kind": kind, "new_id": target})
            led_on[key] = target
    sql = "UPDATE contradictions SET verdict = ?, reviewed_on = ? WHERE id = ?"
    for key, stands in reviews.standings((v for v in verdicts if v.kind == "contradiction"), led_on).items():
        tables.run(sql, stands.verdict, stands.reviewed_on, key)
    return tables.with_connection(lambda db: reviews.orphaned(db, verdicts))


def _facts(database: Path) -> tuple[tuple[str, str], ...]:
    db = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    try:
        return tuple(db.execute("SELECT key, value FROM edition ORDER BY key"))
    finally:
        db.close()
