"""People's verdicts on machine findings: `reviews.db`, kept across builds. A build reads it and never writes a verdict."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

VERDICTS = ("confirmed", "dismissed", "unsure")
NAME = "reviews.db"
SQL = """
CREATE TABLE verdicts (
  contradiction_id TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('confirmed', 'dismissed', 'unsure')),
  reviewer TEXT NOT NULL,
  note TEXT NOT NULL,
  reviewed_on TEXT NOT NULL
) STRICT
"""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a person found about one contradiction. `reviewed_on` is an ISO day."""

    contradiction_id: str
    verdict: str
    reviewer: str
    note: str
    reviewed_on: str


def make_if_absent(folder: Path) -> Path:
    """The path of `reviews.db`, made empty when it is not there; an existing one is left untouched."""
    path = folder / NAME
    if not path.exists():
        db = sqlite3.connect(path)
        with db:
            db.execute(SQL)
        db.close()
    return path


def latest(path: Path) -> dict[str, Verdict]:
    """The last verdict on each contradiction: by day, then by order of entry."""
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        sql = "SELECT contradiction_id, verdict, reviewer, note, reviewed_on FROM verdicts ORDER BY reviewed_on, rowid"
        rows = db.execute(sql)
        return {row[0]: Verdict(*row) for row in rows}
    finally:
        db.close()
