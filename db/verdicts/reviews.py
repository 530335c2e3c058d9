"""People's verdicts on machine findings: `reviews.db`, kept across builds. A build reads it and never writes a verdict.

Verdicts are only ever added: the database itself refuses to change or remove one, so the history stays. Each reviewer's
last word on a finding counts; where last words differ, the finding stands as `unsure`. Notes are for reviewers: they are
not published, since nothing checks them for what must be held back.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

KINDS = ("contradiction", "claim", "document")
VERDICTS = ("confirmed", "dismissed", "unsure")
NAME = "reviews.db"
MAX_NOTE = 4000  # characters
VERSION = 1
TABLE = """
CREATE TABLE verdicts (
  number INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('contradiction', 'claim', 'document')),
  subject_id TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('confirmed', 'dismissed', 'unsure')),
  reviewer TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  reviewed_at TEXT NOT NULL,
  edition TEXT NOT NULL DEFAULT '',
  place TEXT NOT NULL DEFAULT ''
) STRICT
"""
REST = (
    "CREATE INDEX verdicts_subject ON verdicts (kind, subject_id)",
    "CREATE TRIGGER verdicts_stay BEFORE UPDATE ON verdicts BEGIN SELECT raise(ABORT, 'a verdict is never changed'); END",
    "CREATE TRIGGER verdicts_remain BEFORE DELETE ON verdicts BEGIN SELECT raise(ABORT, 'a verdict is never removed'); END",
    "CREATE TABLE sign_ins (reviewer TEXT NOT NULL, at INTEGER NOT NULL, passed INTEGER NOT NULL) STRICT",
    f"PRAGMA user_version = {VERSION}",
)
_COLUMNS = "kind, subject_id, verdict, reviewer, note, reviewed_at, edition, place"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a person found about one finding. `reviewed_at` is an ISO day or UTC time.

    `edition` is the manifest of the edition it was given on; `place` says in ids where the finding stood (kind of pair,
    question, pages), for a person who has to find it again: never the words of a document.
    """

    kind: str
    subject_id: str
    verdict: str
    reviewer: str
    note: str
    reviewed_at: str
    edition: str = ""
    place: str = ""

    @property
    def reviewed_on(self) -> str:
        return self.reviewed_at[:10]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a finding stands: what its reviewers' last words come to, how many of them there are, whether they agree."""

    verdict: str
    reviewed_on: str
    reviewers: int
    agreed: bool


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two reviewers on the findings that both have judged: how often they agree, and Cohen's kappa (None where undefined)."""

    one: str
    other: str
    both: int
    agreed: int
    kappa: float | None


def make_if_absent(folder: Path) -> Path:
    """The path of `reviews.db`, made empty when it is not there; an existing one is left untouched."""
    path = folder / NAME
    if not path.exists():
        db = sqlite3.connect(path)
        with db:
            for statement in (TABLE, *REST):
                db.execute(statement)
        db.close()
    return path


def history(path: Path, kind: str = "", subjects: Sequence[str] = ()) -> tuple[Verdict, ...]:
    """Every verdict, in the order given; `kind` and `subjects` narrow it. Nothing where there is no `reviews.db`."""
    if not path.is_file():
        return ()
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        if _version(db) < VERSION:
            sql = "SELECT 'contradiction', contradiction_id, verdict, reviewer, note, reviewed_on, '', '' FROM verdicts"
            found = [Verdict(*row) for row in db.execute(f"{sql} ORDER BY reviewed_on, rowid")]
            return tuple(v for v in found if kind in ("", v.kind) and (not subjects or v.subject_id in subjects))
        marks = ", ".join("?" * len(subjects))
        where = f"(? = '' OR kind = ?){f' AND subject_id IN ({marks})' if subjects else ''}"
        rows = db.execute(f"SELECT {_COLUMNS} FROM verdicts WHERE {where} ORDER BY reviewed_at, number", (kind, kind, *subjects))
        return tuple(Verdict(*row) for row in rows)
    finally:
        db.close()


def standings(verdicts: Iterable[Verdict], led_on: Mapping[str, str]) -> dict[str, Standing]:
    """Where each finding stands by its id now; `led_on` says where retired ids lead, so that no verdict is lost on the way."""
    by_id: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        by_id.setdefault(led_on.get(verdict.subject_id, verdict.subject_id), []).append(verdict)
    return {key: stands for key, found in by_id.items() if (stands := standing(found))}


def orphaned(edition: sqlite3.Connection, verdicts: Iterable[Verdict]) -> tuple[Verdict, ...]:
    """The verdicts whose finding is not in this edition, not even under another id, in the order given."""
    found: list[Verdict] = []
    there: dict[tuple[str, str], bool] = {}
    for verdict in verdicts:
        key = (verdict.kind, verdict.subject_id)
        if key not in there:
            sql = (
                f"SELECT 1 FROM {verdict.kind}s WHERE id = ?1 UNION ALL SELECT 1 FROM id_aliases WHERE old_id = ?1 AND kind = ?2"
            )
            there[key] = edition.execute(sql, (verdict.subject_id, verdict.kind)).fetchone() is not None
        if not there[key]:
            found.append(verdict)
    return tuple(found)


def standing(verdicts: Iterable[Verdict]) -> Standing | None:
    """What the verdicts on one finding, in the order given, come to; None where there are none."""
    last = {verdict.reviewer: verdict for verdict in verdicts}
    if not last:
        return None
    words = {verdict.verdict for verdict in last.values()}
    day = max(verdict.reviewed_on for verdict in last.values())
    return Standing(words.pop() if len(words) == 1 else "unsure", day, len(last), len({v.verdict for v in last.values()}) == 1)


def agreements(verdicts: Iterable[Verdict]) -> tuple[Agreement, ...]:
    """Every two reviewers who judged at least one finding in common, by name."""
    last: dict[str, dict[tuple[str, str], str]] = {}
    for verdict in verdicts:
        last.setdefault(verdict.reviewer, {})[verdict.kind, verdict.subject_id] = verdict.verdict
    made = []
    names = sorted(last)
    for at, one in enumerate(names):
        for other in names[at + 1 :]:
            both = [(last[one][key], last[other][key]) for key in last[one] if key in last[other]]
            if both:
                agreed = sum(a == b for a, b in both)
                made.append(Agreement(one, other, len(both), agreed, kappa(both)))
    return tuple(made)


def kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa of two raters: agreement beyond what their habits alone would give. None where both always said one thing.

    Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20 (1960).
    """
    n = len(pairs)
    if not n:
        return None
    seen = sum(a == b for a, b in pairs) / n
    words = {word for pair in pairs for word in pair}
    chance = sum((sum(a == w for a, _ in pairs) / n) * (sum(b == w for _, b in pairs) / n) for w in words)
    return None if chance == 1 else (seen - chance) / (1 - chance)


def add(folder: Path, verdict: Verdict) -> None:
    """Adds a verdict for good. ValueError when it is none of the words or kinds that exist, or the note is too long."""
    if verdict.kind not in KINDS or verdict.verdict not in VERDICTS or not verdict.reviewer or not verdict.subject_id:
        raise ValueError("a verdict needs a kind, a finding, one of the words and a reviewer")
    if len(verdict.note) > MAX_NOTE:
        raise ValueError(f"a note holds at most {MAX_NOTE} characters")
    db = _writable(folder)
    try:
        with db:
            values = (
                verdict.kind, verdict.subject_id, verdict.verdict, verdict.reviewer, verdict.note, verdict.reviewed_at,
                verdict.edition, verdict.place,
            )  # fmt: skip
            db.execute(f"INSERT INTO verdicts ({_COLUMNS}) VALUES ({', '.join('?' * len(values))})", values)
    finally:
        db.close()


def tried(folder: Path, reviewer: str, at: int, passed: bool) -> None:
    """Keeps that somebody tried to sign in under this name (cut to 64 characters) at this second; old tries are dropped."""
    db = _writable(folder)
    try:
        with db:
            db.execute("DELETE FROM sign_ins WHERE at < ?", (at - 24 * 3600,))
            db.execute("INSERT INTO sign_ins VALUES (?, ?, ?)", (reviewer[:64], at, int(passed)))
    finally:
        db.close()


def failed_since(folder: Path, reviewer: str, since: int) -> int:
    """How many tries under this name have failed since then, those before the last that passed left out."""
    db = _writable(folder)
    try:
        sql = """SELECT count(*) FROM sign_ins WHERE reviewer = ?1 AND at >= ?2 AND NOT passed
          AND at > coalesce((SELECT max(at) FROM sign_ins WHERE reviewer = ?1 AND passed), 0)"""
        return int(db.execute(sql, (reviewer[:64], since)).fetchone()[0])
    finally:
        db.close()


def _version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _writable(folder: Path) -> sqlite3.Connection:
    """The database, made or brought to this version where it is not; what people wrote is copied, never changed."""
    db = sqlite3.connect(make_if_absent(folder), timeout=10)
    if _version(db) < VERSION:
        with db:
            db.execute("BEGIN IMMEDIATE")
            if _version(db) < VERSION:
                db.execute("ALTER TABLE verdicts RENAME TO verdicts_before")
                db.execute(TABLE)
                db.execute(
                    """INSERT INTO verdicts (kind, subject_id, verdict, reviewer, note, reviewed_at)
                    SELECT 'contradiction', contradiction_id, verdict, reviewer, note, reviewed_on
                    FROM verdicts_before ORDER BY rowid"""
                )
                db.execute("DROP TABLE verdicts_before")
                for statement in REST:
                    db.execute(statement)
    return db
