"""Proves an edition: it is whole, its evidence stands where it says, and nothing withheld is anywhere in it."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from db.building.breaks import summary
from db.building.images import name_of
from db.building.words import unpack
from db.contract import schema
from db.gate.leaks import leaks
from db.gate.private_book import read_traces
from db.places import LEAK, REBUILD, Places, Problem, published
from pipeline.errors import UsageError
from pipeline.records.line_numbers import without_numbers


def check(folder: Path) -> tuple[Problem, ...]:
    """Everything wrong with the published edition; UsageError when there is none."""
    places = published(folder)
    if not places.database.is_file():
        raise UsageError(f"{folder} holds no database.", "Run `foia build` first.")
    return check_places(places)


def bates(folder: Path) -> list[tuple[str, str, int, int]]:
    """Where the release's own numbering does not run on, as `db.building.breaks.summary` gives it: no fault of the edition."""
    db = sqlite3.connect(f"file:{published(folder).database}?mode=ro", uri=True)
    try:
        return summary(db)
    except sqlite3.DatabaseError:
        return []  # an edition that cannot be read is told of by `check`
    finally:
        db.close()


def check_places(places: Places) -> tuple[Problem, ...]:
    """Everything wrong with the edition at these places, leaks first."""
    if not places.private.is_file():
        missing = Problem(f"{places.private.name} is not there, so leaks cannot be ruled out.", REBUILD, leak=True)
        return (missing,)
    traces = read_traces(places.private)
    db = sqlite3.connect(f"file:{places.database}?mode=ro", uri=True)
    try:
        found = [
            *leaks(db, places, traces),
            *_whole(db),
            *_index(places),
            *_evidence(db),
            *_images(db, places),
            *_originals(db, places),
        ]
    except sqlite3.DatabaseError as error:
        found = [Problem(f"{places.database.name} cannot be read: {error}.", REBUILD)]
    finally:
        db.close()
    return tuple(sorted(found, key=lambda problem: not problem.leak))


def _whole(db: sqlite3.Connection) -> Iterator[Problem]:
    for row in db.execute("PRAGMA integrity_check(20)"):
        if row[0] != "ok":
            yield Problem(f"The database is damaged: {row[0]}.", REBUILD)
    for table, rowid, parent, _ in db.execute("PRAGMA foreign_key_check"):
        yield Problem(f"{table} row {rowid} points to a row of {parent} that is not there.", REBUILD)
    for name, _ in schema.FTS:
        searched = f"{name} WHERE NOT faint" if name == "claims" else name
        (rows,), (indexed,) = (db.execute(f"SELECT count(*) FROM {t}").fetchone() for t in (searched, f"{name}_fts_docsize"))
        if rows != indexed:
            yield Problem(f"The search index of {name} covers {indexed} of {rows} rows.", REBUILD)
    (pairs,), (flat,) = (db.execute(f"SELECT count(*) FROM {t}").fetchone() for t in ("contradictions", "contradiction_sheet"))
    if pairs != flat:
        yield Problem(f"contradiction_sheet has {flat} rows for {pairs} contradictions.", REBUILD)
    (listed,) = db.execute("SELECT count(*) FROM pairs_fts_docsize").fetchone()
    if listed != flat:
        yield Problem(f"The index of contradictions covers {listed} of {flat} rows.", REBUILD)
    facts = dict(db.execute("SELECT key, value FROM edition"))
    for table in ("files", "pages", "documents", "claims", "failures"):
        (count,) = db.execute(f"SELECT count(*) FROM {table}").fetchone()
        if facts.get(table) != str(count):
            yield Problem(f"edition says {facts.get(table)} {table}, the table has {count}.", REBUILD)


def _index(places: Places) -> Iterator[Problem]:
    """Whether each full-text index and its table say the same. SQLite asks for a write transaction, though it changes nothing."""
    db = sqlite3.connect(f"file:{places.database}?mode=rw", uri=True, isolation_level=None)
    try:
        for name, _ in schema.FTS:
            try:
                db.execute("BEGIN")
                db.execute(f"INSERT INTO {name}_fts({name}_fts, rank) VALUES ('integrity-check', 1)")
            except sqlite3.DatabaseError as error:
                if "readonly" not in str(error):  # a folder that must not be written to: counts alone are checked
                    yield Problem(f"The search index of {name} does not match its table: {error}.", REBUILD)
            finally:
                db.execute("ROLLBACK")
    finally:
        db.close()


def _evidence(db: sqlite3.Connection) -> Iterator[Problem]:
    sql = """SELECT c.id, c.boxes, c.quote, c.start, c."end", CASE WHEN substr(p.text, c.start + 1, c."end" - c.start) <> c.quote
      THEN p.text ELSE '' END FROM claims c JOIN pages p ON p.id = c.page_id"""
    for key, boxes, quote, start, end, text in db.execute(sql):
        if text and without_numbers(text, start, end) != quote:
            yield Problem(f"Claim {key}: its quote is not what the page says there.", REBUILD)
        if not _inside(boxes):
            yield Problem(f"Claim {key}: a box lies outside the page.", REBUILD)
    for side in ("left", "right"):
        shown = f"substr(p.text, x.{side}_start + 1, length(x.{side}_quote)) = x.{side}_quote"
        for (key,) in db.execute(f"SELECT x.id FROM leads x JOIN pages p ON p.id = x.{side}_page_id WHERE NOT {shown}"):
            yield Problem(f"Lead {key}: a quote is not what the page says there.", REBUILD)
    inside = "0 <= x0 AND x0 <= x1 AND x1 <= 1 AND 0 <= y0 AND y0 <= y1 AND y1 <= 1"
    for (key,) in db.execute(f"SELECT id FROM redactions WHERE NOT ({inside})"):
        yield Problem(f"Redaction {key}: its box lies outside the page.", REBUILD)
    for page_id, text, blob in db.execute("SELECT p.id, p.text, w.words FROM pages p JOIN page_words w ON w.page_id = p.id"):
        try:
            fits = all(word.start + word.length <= len(text) for word in unpack(blob))
        except ValueError:
            fits = False
        if not fits:
            yield Problem(f"Page {page_id}: its word boxes do not fit its text.", REBUILD)


def _images(db: sqlite3.Connection, places: Places) -> Iterator[Problem]:
    for (name,) in db.execute("SELECT DISTINCT image FROM pages WHERE image <> '' ORDER BY image"):
        path = places.image(name)
        if path is None:
            yield Problem(f"The page image {name} is not there.", REBUILD)
        elif name_of(path.read_bytes()) != name:
            yield Problem(f"The page image {name} does not hold the bytes it is named by.", REBUILD)


def _originals(db: sqlite3.Connection, places: Places) -> Iterator[Problem]:
    """Files as received lie there only where the edition offers them, with the bytes they are named by."""
    offered = dict(db.execute("SELECT original, sha256 FROM files WHERE original <> ''"))
    for folder in places.originals if places.settled else ():
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            if path.name not in offered:
                yield Problem(f"{folder.name}/ holds a file that this edition does not offer.", LEAK, leak=True)
    for name, sha256 in offered.items():
        there = next((found for folder in places.originals if (found := folder / name).is_file()), None)
        if there is None:
            yield Problem(f"The file {name} is not there.", REBUILD)
            continue
        with there.open("rb") as handle:
            if hashlib.file_digest(handle, "sha256").hexdigest() != sha256:
                yield Problem(f"The file {name} does not hold the bytes it is named by.", REBUILD, leak=True)


def _inside(boxes: str) -> bool:
    """Whether this is a JSON array of boxes on the page."""
    try:
        return all(len(box) == 4 and all(0 <= edge <= 1 for edge in box) for box in json.loads(boxes))
    except (ValueError, TypeError):
        return False
