"""`private.db`: what was held back and why, and what of it was followed. Served by nobody."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from db.gate.privacy import Gate
from db.gate.traces import Trace, Traces
from pipeline import codec
from pipeline.records.finding import Withheld

PRIVATE_SQL = """
CREATE TABLE withheld (page_id TEXT NOT NULL, kind TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  text TEXT NOT NULL, boxes TEXT NOT NULL, basis TEXT NOT NULL) STRICT;
CREATE TABLE traces (form TEXT NOT NULL, shape TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL) STRICT;
CREATE TABLE known (form TEXT PRIMARY KEY) STRICT;
CREATE TABLE painted (image TEXT NOT NULL, x0 REAL NOT NULL, y0 REAL NOT NULL, x1 REAL NOT NULL, y1 REAL NOT NULL) STRICT;
CREATE TABLE waiting (family TEXT NOT NULL, codes TEXT NOT NULL, passage TEXT NOT NULL, file TEXT NOT NULL,
  page_no INTEGER NOT NULL, page_id TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
  hidden_in TEXT NOT NULL, sent INTEGER NOT NULL, claims INTEGER NOT NULL, pairs INTEGER NOT NULL,
  PRIMARY KEY (page_id, start, "end")) STRICT;
CREATE TABLE waiting_claims (claim_id TEXT NOT NULL, page_id TEXT NOT NULL, start INTEGER NOT NULL, asks TEXT NOT NULL,
  stance TEXT NOT NULL, value REAL, quote TEXT NOT NULL, speaker TEXT NOT NULL, date TEXT NOT NULL) STRICT;
CREATE TABLE waiting_pairs (pair_id TEXT PRIMARY KEY, kind TEXT NOT NULL, standing TEXT NOT NULL, score REAL NOT NULL,
  asks TEXT NOT NULL, left_claim_id TEXT NOT NULL, right_claim_id TEXT NOT NULL, left_quote TEXT NOT NULL,
  right_quote TEXT NOT NULL) STRICT;
"""


Row = tuple[Any, ...]


class PrivateBook:
    """`private.db` while it is built: what was held back and why. Mode 0600; served by nobody."""

    def __init__(self, path: Path) -> None:
        self._path = path
        path.unlink(missing_ok=True)
        path.touch(mode=0o600)
        path.chmod(0o600)
        self._db = sqlite3.connect(path, isolation_level=None)
        self._db.executescript(PRIVATE_SQL)
        self._db.execute("BEGIN")

    def withheld(self, rows: Iterable[Withheld]) -> None:
        """Keeps what was withheld on a page."""
        self._db.executemany(
            "INSERT INTO withheld VALUES (?, ?, ?, ?, ?, ?, ?)",
            ((w.page_id, w.kind, w.start, w.end, w.text, codec.encode(w.boxes).decode(), w.basis) for w in rows),
        )

    def painted(self, image: str, boxes: Iterable[tuple[float, float, float, float]]) -> None:
        """Keeps what was painted over in which image."""
        self._db.executemany("INSERT INTO painted VALUES (?, ?, ?, ?, ?)", ((image, *box) for box in boxes))

    def waiting(self, passages: Iterable[Row], claims: Iterable[Row], pairs: Iterable[Row]) -> None:
        """Keeps what waits for a person's decision, and what would come of it."""
        for table, width, rows in (("waiting", 13, passages), ("waiting_claims", 9, claims), ("waiting_pairs", 9, pairs)):
            self._db.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * width)})", rows)

    def close(self, gate: Gate) -> None:
        """Writes down what was followed, and ends."""
        rows = ((t.form, t.shape, t.kind, t.text) for t in gate.traces.all)
        self._db.executemany("INSERT INTO traces VALUES (?, ?, ?, ?)", rows)
        self._db.executemany("INSERT INTO known VALUES (?)", ((form,) for form in sorted(gate.traces.known)))
        self._db.execute("COMMIT")
        self._db.execute("PRAGMA journal_mode = DELETE")
        self._db.close()

    def abandon(self) -> None:
        """Ends without keeping anything."""
        self._db.close()
        self._path.unlink(missing_ok=True)


def read_traces(path: Path) -> Traces:
    """The traces that `private.db` says must not occur in what is published."""
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        known = frozenset(form for (form,) in db.execute("SELECT form FROM known"))
        return Traces((Trace(*row) for row in db.execute("SELECT form, shape, kind, text FROM traces")), known)
    finally:
        db.close()
