"""Tables for a spreadsheet, made from `foia.db` alone: what is not published cannot be exported.

Files are UTF-8 with a byte order mark, so that spreadsheets read them right. A cell that a spreadsheet would take for a
formula gets an apostrophe in front.
"""

from __future__ import annotations

import csv
import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from db.building.parts import of_paper

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")

SHEET = """
SELECT s.*, c.left_claim_id, c.right_claim_id, :site || '/-/foia/contradiction/' || s.id AS link
FROM contradiction_sheet s JOIN contradictions c ON c.id = s.id ORDER BY s.score DESC, s.id
"""
RELATED = """
SELECT x.*, l.quote AS left_quote, l.speaker AS left_speaker, l.date AS left_date, r.quote AS right_quote,
  r.speaker AS right_speaker, r.date AS right_date, :site || '/-/foia/related?claim=' || x.left_claim_id AS link
FROM related_pairs x JOIN claims l ON l.id = x.left_claim_id JOIN claims r ON r.id = x.right_claim_id
ORDER BY x.list DESC, x.score DESC, x.id
"""
RELATED_REASONS = "SELECT * FROM related_reasons ORDER BY pair_id, position"
FAILURES = "SELECT * FROM failures ORDER BY file, page_no, stage, id"
CLAIMS = f"""
SELECT c.id, c.topic, c.proposition, c.metric, c.stance, c.status, c.value, c.bound, c.unit, c.quote, c.speaker, c.speaker_kind,
  c.addressee, c.date, c.date_precision, c.jurisdiction, c.period, c.population, c.audience, c.confidence, c.ocr_confidence,
  c.extractor, {of_paper("title")} AS document, {of_paper("kind")} AS document_kind, p.file, p.page_no AS page,
  p.bates, d.release_id AS release,
  c.document_id, c.page_id, :site || '/-/foia/claim/' || c.id AS link
FROM claims c JOIN pages p ON p.id = c.page_id JOIN documents d ON d.id = c.document_id
WHERE NOT c.faint ORDER BY p.file_id, p.page_no, c.start, c.id
"""
REDACTIONS = """
SELECT coalesce(p.document_id, ''), coalesce(d.title, ''), coalesce(d.kind, ''), coalesce(d.date, ''), p.file, p.page_no, p.bates,
  r.codes, r.riders, r.area
FROM redactions r JOIN pages p ON p.id = r.page_id LEFT JOIN documents d ON d.id = p.document_id
ORDER BY p.file_id, p.page_no, r.id
"""
LOG = ("document_id", "document", "kind", "date", "file", "page", "bates", "exemptions", "riders", "boxes", "area")


def export(database: Path, folder: Path, site: str = "") -> tuple[Path, ...]:
    """Writes contradiction_sheet.csv, related_pairs.csv, related_reasons.csv, claims.csv, failures.csv, exemption_log.csv, the
    tables of `db/building/produced.py` as CSV and the log of documents with its totals as withholding_log.json.

    Returns their paths.

    `site` is the address of the site, put before the links.
    """
    folder.mkdir(parents=True, exist_ok=True)
    db = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    try:
        made = [
            _written(folder / f"{name}.csv", *_table(db, sql, site))
            for name, sql in (
                ("contradiction_sheet", SHEET),
                ("related_pairs", RELATED),
                ("related_reasons", RELATED_REASONS),
                ("claims", CLAIMS),
                ("failures", FAILURES),
            )
        ]
        made.append(_written(folder / "exemption_log.csv", LOG, exemption_log(db)))
        for name in ("stamps", "bates_breaks", "withholding_log", "exemption_totals"):
            made.append(_written(folder / f"{name}.csv", *_table(db, f"SELECT * FROM {name} ORDER BY rowid", site)))
        made.append(_as_json(db, folder / "withholding_log.json"))
        return tuple(made)
    finally:
        db.close()


def exemption_log(db: sqlite3.Connection) -> Iterator[tuple[Any, ...]]:
    """One row per page and set of codes: how many boxes and what share of the page (0..1). No code read is an empty cell."""
    boxes: Counter[tuple[Any, ...]] = Counter()
    areas: Counter[tuple[Any, ...]] = Counter()
    for *page, codes, riders, area in db.execute(REDACTIONS):
        key = (*page, ", ".join(json.loads(codes)), ", ".join(json.loads(riders)))
        boxes[key] += 1
        areas[key] += area
    for key, count in boxes.items():
        yield *key, count, round(min(areas[key], 1.0), 4)


def _as_json(db: sqlite3.Connection, path: Path) -> Path:
    """The log of what is withheld and its totals, lists of objects by column name; what is JSON in a cell is not quoted again."""
    found: dict[str, list[dict[str, Any]]] = {}
    for name in ("withholding_log", "exemption_totals"):
        head, rows = _table(db, f"SELECT * FROM {name} ORDER BY rowid", "")
        found[name] = [
            {key: json.loads(cell) if key in ("exemptions", "riders") else cell for key, cell in zip(head, row, strict=True)}
            for row in rows
        ]
    path.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path


def _table(db: sqlite3.Connection, sql: str, site: str) -> tuple[tuple[str, ...], Iterable[tuple[Any, ...]]]:
    cursor = db.execute(sql, {"site": site.rstrip("/")})
    return tuple(column[0] for column in cursor.description), cursor


def _written(path: Path, head: tuple[str, ...], rows: Iterable[tuple[Any, ...]]) -> Path:
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(head)
        writer.writerows([defused(cell) for cell in row] for row in rows)
    return path


def defused(cell: Any) -> Any:
    """The cell as a spreadsheet shows it and never runs it. Numbers stay numbers; white space in front hides nothing."""
    if isinstance(cell, str) and (cell.startswith(FORMULA) or cell.lstrip().startswith(FORMULA)):
        return f"'{cell}"
    return cell
