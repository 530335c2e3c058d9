"""Looks for withheld strings in everything an edition consists of: values, search indexes, raw bytes, images."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from functools import partial
from pathlib import Path

from db.building.images import NAME, black_inside
from db.building.words import MAX_BYTES
from db.contract import schema
from db.gate.traces import Traces
from db.places import LEAK, Places, Problem, opened
from pipeline.records.page import Box

AROUND = 40  # bytes looked at on either side, to tell a whole word from a part of one
BLOCK = 64 << 20
DECIDE = (
    "If it may be read, write it into the release's privacy.toml as a [[decision]] with publish = true and run `foia ingest` and"
    " `foia build`; if not, report this fault."
)
SHORTEST = 6  # characters from which a string found in raw bytes is no accident


def leaks(db: sqlite3.Connection, places: Places, traces: Traces) -> Iterator[Problem]:
    """Every place in the edition where something withheld can be read or seen. No message repeats what it found."""
    yield from _leaks_in_values(db, traces)
    yield from _leaks_in_index(db, traces)
    yield from _leaks_in_bytes(places.database, traces, partial(_origin, db, places.private))
    yield from _leaks_in_images(db, places, traces)


def _leaks_in_values(db: sqlite3.Connection, traces: Traces) -> Iterator[Problem]:
    """Every text and blob of every ordinary table, whatever its name: a table added later is covered too."""
    tables = db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name")
    for (table,) in tables.fetchall():
        if any(table.startswith(f"{name}_fts_") for name in schema.INDEXES):
            continue
        rows = db.execute(f'SELECT rowid, * FROM "{table}"')
        names = [column[0] for column in rows.description]
        for rowid, *values in rows:
            for name, value in zip(names[1:], values, strict=True):
                if _tells(traces, value):
                    yield Problem(f"{table} row {rowid}, column {name}, holds something withheld.", LEAK, leak=True)


def _tells(traces: Traces, value: object) -> bool:
    if isinstance(value, str):
        if value[:1] in ("[", "{") and "\\" in value:
            return any(traces.spans(text) for text in _strings(value))
        return bool(traces.spans(value))
    if isinstance(value, bytes):
        with suppress(zlib.error):
            value = zlib.decompressobj().decompress(value, MAX_BYTES)
        return any(len(trace.text) >= SHORTEST and trace.text.encode() in value for trace in traces.all)
    return False


def _strings(text: str) -> list[str]:
    """The strings inside a JSON text, whose escapes hide line breaks and quotes; the text itself when it is no JSON."""
    try:
        waiting, found = [json.loads(text)], []
    except (ValueError, RecursionError):
        return [text]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            found.append(value)
        elif isinstance(value, (list, dict)):
            waiting.extend(value.values() if isinstance(value, dict) else value)
    return found


def _leaks_in_index(db: sqlite3.Connection, traces: Traces) -> Iterator[Problem]:
    """Terms of the search indexes that are withheld numbers and that no row's own text accounts for."""
    numbers = {form for trace in traces.all if trace.shape == "number" for form in (trace.form, trace.text.casefold())}
    if not numbers:
        return
    for name, columns in schema.FTS:
        db.execute(f"CREATE VIRTUAL TABLE temp.{name}_terms USING fts5vocab(main, {name}_fts, 'row')")
        for (term,) in db.execute(f"SELECT term FROM temp.{name}_terms").fetchall():
            if term in numbers and not _accounted(db, name, columns, term):
                yield Problem(f"The search index of {name} holds something withheld.", LEAK, leak=True)


def _accounted(db: sqlite3.Connection, name: str, columns: tuple[str, ...], term: str) -> bool:
    """Whether every row found by the term shows it, as part of a longer number; such rows are judged by their text."""
    shown = " || ' ' || ".join(f"t.{column}" for column in columns)
    sql = f"SELECT {shown} FROM {name}_fts f LEFT JOIN {name} t ON t.rowid = f.rowid WHERE {name}_fts MATCH ?"
    return all(text is not None and term in text.casefold() for (text,) in db.execute(sql, (f'"{term}"',)))


def _origin(db: sqlite3.Connection, private: Path, text: str) -> str:
    """Where what was withheld stands, in words: "02_emails.pdf page 3 (a person-name)"; '' where no page says."""
    with closing(opened(private)) as book:
        sql = "SELECT page_id, kind FROM withheld WHERE instr(text, ?) ORDER BY kind = 'trace', length(text), rowid"
        rows = book.execute(sql, (text,)).fetchall()
    for page_id, kind in rows:
        for file, page in db.execute("SELECT file, page_no FROM pages WHERE id = ?", (page_id,)):
            return f"{file} page {page} (kind: {kind})"
    return ""


def _leaks_in_bytes(database: Path, traces: Traces, origin: Callable[[str], str]) -> Iterator[Problem]:
    """Withheld strings as printed, anywhere in the file: free pages and records cut off included.

    `origin` says from which page a string was withheld, so that a person can look there and decide.
    """
    texts = {text: text.encode() for text in sorted({trace.text for trace in traces.all if len(trace.text) >= SHORTEST})}
    longest = max((len(printed) for printed in texts.values()), default=0)
    for offset, block in _blocks(database, overlap=longest + 2 * AROUND):
        for text in [text for text, printed in texts.items() if _shows(block, printed, traces)]:
            del texts[text]
            where = f", withheld from {page}," if (page := origin(text)) else ""
            yield Problem(f"{database.name} holds something{where} after byte {offset}. {DECIDE}", LEAK, leak=True)


def _whole_words(block: bytes, start: int, end: int) -> tuple[int, int]:
    """The same stretch with the words at its ends whole: a stamp cut in two may end as a withheld number does."""
    while start and _of_word(block[start]) and _of_word(block[start - 1]):
        start -= 1
    while end < len(block) and _of_word(block[end - 1]) and _of_word(block[end]):
        end += 1
    return start, end


def _of_word(sign: int) -> bool:
    return sign > 127 or chr(sign).isalnum()


def _shows(block: bytes, printed: bytes, traces: Traces) -> bool:
    at = block.find(printed)
    while at >= 0:
        start, end = _whole_words(block, max(at - AROUND, 0), min(at + len(printed) + AROUND, len(block)))
        if traces.spans(block[start:end].decode("utf-8", "replace")):
            return True
        at = block.find(printed, at + 1)
    return False


def _blocks(path: Path, overlap: int) -> Iterator[tuple[int, bytes]]:
    """The file in pieces that overlap, so that nothing hides in a seam. Not mmap: its `find` was seen to crash Python 3.11."""
    with path.open("rb") as handle:
        offset, kept = 0, b""
        while piece := handle.read(BLOCK):
            yield offset, kept + piece
            kept = (kept + piece)[-overlap:]
            offset += len(piece)


def _leaks_in_images(db: sqlite3.Connection, places: Places, traces: Traces) -> Iterator[Problem]:
    """Names, images of no page (an unpainted copy could lie there), and what was painted over."""
    named = {name for (name,) in db.execute("SELECT image FROM pages")}
    for folder in places.images:
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            if traces.spans(path.stem) or (places.settled and NAME.fullmatch(path.name) and path.name not in named):
                yield Problem(f"{folder.name}/ holds an image that belongs to no page of this edition.", LEAK, leak=True)
    for image, boxes in _painted(places.private).items():
        found = places.image(image)
        if found is not None and not all(black_inside(found.read_bytes(), boxes)):
            yield Problem(f"The page image {image} shows something withheld.", LEAK, leak=True)


def _painted(private: Path) -> dict[str, list[Box]]:
    db = sqlite3.connect(f"file:{private}?mode=ro", uri=True)
    try:
        found: dict[str, list[Box]] = {}
        for name, *edges in db.execute("SELECT image, x0, y0, x1, y1 FROM painted"):
            found.setdefault(name, []).append(Box(*edges))
        return found
    finally:
        db.close()
