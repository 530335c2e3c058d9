"""Writes rows into a new `foia.db`: one transaction, and one place where every text passes the gate."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from db.building import produced, searchable
from db.building.parts import CLAIM_PAPERS, of_paper
from db.building.rows import Row
from db.contract import schema
from db.gate.privacy import Gate
from db.verdicts import leading

T = TypeVar("T")
# Slices of text that was masked as a whole, page by page: masked again alone they could lose a character at a cut edge.
SHOWN = {"pages": ("text",), "claims": ("quote",), "leads": leading.SHOWN}

SHEET = f"""
INSERT INTO contradiction_sheet SELECT c.id, c.kind, c.topic, c.proposition, c.score, c.verdict,
  l.quote, l.speaker, l.date, l.audience, {of_paper("title", "l", "ld")}, lp.file, lp.page_no, lp.bates,
  r.quote, r.speaker, r.date, r.audience, {of_paper("title", "r", "rd")}, rp.file, rp.page_no, rp.bates,
  c.days_apart, c.same_speaker, c.audience_pair, c.explanation
FROM contradictions c
JOIN claims l ON l.id = c.left_claim_id JOIN pages lp ON lp.id = l.page_id JOIN documents ld ON ld.id = l.document_id
JOIN claims r ON r.id = c.right_claim_id JOIN pages rp ON rp.id = r.page_id JOIN documents rd ON rd.id = r.document_id
ORDER BY c.score DESC, c.id
"""


class Tables:
    """The database while it is built. The caller ends it with `finish` or `abandon`."""

    def __init__(self, path: Path, gate: Gate) -> None:
        path.unlink(missing_ok=True)
        self._gate = gate
        self._path = path
        self._db = sqlite3.connect(path, isolation_level=None)
        self._inserts = {table.name: _insert(table) for table in schema.TABLES}
        # A build that stops is thrown away whole, so nothing has to be rolled back.
        for pragma in ("journal_mode = OFF", "synchronous = OFF", "foreign_keys = ON", "temp_store = MEMORY"):
            self._db.execute(f"PRAGMA {pragma}")
        for statement in schema.statements():
            self._db.execute(statement)
        self._db.execute("BEGIN")
        self._db.execute("PRAGMA defer_foreign_keys = ON")  # rows come in the order in which files are read

    def add(self, table: str, row: Row) -> bool:
        """Inserts a row, its texts masked; False when a row of that id is there already."""
        shown = SHOWN.get(table, ())
        values = {name: value if name in shown else self._published(value) for name, value in row.items()}
        return self._db.execute(self._inserts[table], values).rowcount > 0

    def _published(self, value: Any) -> Any:
        if isinstance(value, (list, dict)):
            return json.dumps(self._cleaned(value), ensure_ascii=False, separators=(",", ":"))
        return self._cleaned(value)

    def _cleaned(self, value: Any) -> Any:
        if isinstance(value, str):
            return self._gate.clean(value)
        if isinstance(value, list):
            return [self._cleaned(item) for item in value]
        if isinstance(value, dict):
            return {key: self._cleaned(item) for key, item in value.items()}
        return value

    def run(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """Runs a statement of this program (never text from a document) and returns its rows."""
        return self._db.execute(sql, values).fetchall()

    def with_connection(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """What `work` reads from the database as it stands; it must not write."""
        return work(self._db)

    def finish(self) -> None:
        """Fills the sheet and what makes searching quick, commits and closes. sqlite3.IntegrityError on a dangling id."""
        self._db.execute(CLAIM_PAPERS)
        self._db.execute(SHEET)
        produced.fill(self._db)
        self._db.execute("COMMIT")
        # Packed before the indexes are made: packing may number rows anew, and the indexes name rows by number.
        self._db.execute("VACUUM")
        self._db.execute("BEGIN")
        searchable.fill(self._db, lambda word: not self._gate.spans(word))
        self._db.execute("COMMIT")
        # No ANALYZE: where most rows share one value (no thread, no speaker known) it makes SQLite leave the index aside.
        self._db.execute("PRAGMA journal_mode = DELETE")
        self._db.close()

    def abandon(self) -> None:
        """Closes and removes it."""
        self._db.close()
        self._path.unlink(missing_ok=True)


def _insert(table: schema.Table) -> str:
    names = [column.name.strip('"') for column in table.columns]
    columns = ", ".join(f'"{name}"' for name in names)
    return f"INSERT OR IGNORE INTO {table.name} ({columns}) VALUES ({', '.join(':' + name for name in names)})"
