"""What Datasette is told about the database: titles, column help, hidden tables and settings, made from the schema."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from types import MappingProxyType
from typing import Any

from db.contract import schema
from db.places import DATABASE
from db.site import Site

CORPUS_VARIABLE = "FOIA_CORPUS"
NOTICE = "Claims and contradictions are machine-found, not reviewed, unless a verdict says otherwise."
HIDDEN = ("page_words", "id_aliases", "search_facets", "stored_counts", "words")
LABELS = {"releases": "title", "files": "name", "documents": "title", "threads": "subject", "messages": "subject",
          "entities": "name", "claims": "quote",
          "contradictions": "explanation", "related_pairs": "explanation",
          "citations": "normal", "redactions": "raw"}  # fmt: skip
SORTED = {"contradiction_sheet": "score", "contradictions": "score", "related_pairs": "score", "leads": "score",
          "entities": "n_mentions", "runs": "started_at"}  # fmt: skip
SEARCHED = ("pages", "claims", "documents", "files")  # their indexes read views, so Datasette must be told of them
FACETS = {
    "contradiction_sheet": ("kind", "proposition", "verdict"), "claims": ("proposition", "stance", "speaker_kind"),
    "documents": ("kind", "release_id"), "failures": ("stage", "kind"), "files": ("status", "release_id"),
    "pages": ("method",), "redactions": ("kind",), "entities": ("kind",), "families": ("level", "kind"),
    "messages": ("form",), "boundaries": ("reviewed",), "related_pairs": ("list", "kind", "proposition"),
    "leads": ("kind", "party"),
}  # fmt: skip
SETTINGS: Mapping[str, str] = {
    "suggest_facets": "off",  # counting every column of every table view costs a second on a large release
    "sql_time_limit_ms": "1000",
    "max_returned_rows": "1000",
    "default_page_size": "50",
    "truncate_cells_html": "160",  # a row of a table stays a row; the page of the row has all of it
}

# For a site open to others: no questions in SQL, nothing that reads whole tables, no download of the database.
PUBLIC_SETTINGS: Mapping[str, str] = {
    "default_allow_sql": "off",
    "allow_download": "off",
    "allow_facet": "off",
    "allow_csv_stream": "off",
    "facet_time_limit_ms": "50",
    "max_csv_mb": "10",
}
# Datasette 0.65 copies all metadata whenever it asks whether a table may be seen, 130 times for the page of the database. So what
# is said of tables is handed over by the plugin, when a page is about to show it. Later versions have no such hook, nor need.
HOOKED = version("datasette").startswith("0.")
LARGE = 20_000  # rows of a table from which counting facets or searching through Datasette's own page takes too long


def metadata(
    facts: Mapping[str, str], site: Site | None = None, rows: Mapping[str, int] = MappingProxyType({})
) -> dict[str, Any]:
    """Datasette's metadata for an edition with these facts (table `edition`), served as this site; `rows` counts each table's."""
    site = site or Site()
    sample = f" {facts['sample']}" if facts.get("sample") else ""
    edition = f"Edition {facts.get('manifest', '')[:12]}, built {facts.get('built_at', '')}."
    return {
        "title": "FOIA releases: pages, claims and contradictions",
        "description": f"{NOTICE} {edition}{sample}",
        # Where the received files lie is a variable of the server's own: metadata is public, a path of the machine is not.
        "plugins": {"foia_pages": {"site_url": site.url, "citation": site.template, "corpus": {"$env": CORPUS_VARIABLE}}},
        "databases": {
            "foia": {
                "title": "The release as a database",
                "description": f"{NOTICE} Private material is replaced by blocks. {edition}{sample}",
                "source": "Records as released by the agencies named in table releases",
                **({} if HOOKED else {"tables": tables(rows)}),
            }
        },
    }


def tables(rows: Mapping[str, int]) -> dict[str, Any]:
    """What is said of each table, made anew at each call, for Datasette changes what it is given; `rows` counts their rows."""
    told = {table.name: _table(table, rows.get(table.name, 0)) for table in schema.TABLES}
    return told | {name: {"hidden": True} for name in _search_tables()}


def _table(table: schema.Table, rows: int) -> dict[str, Any]:
    about: dict[str, Any] = {
        "description": table.help,
        "columns": _meanings(table),
    }
    if table.name in SEARCHED and rows < LARGE:
        about |= {"fts_table": f"{table.name}_fts", "fts_pk": "rowid"}
    if table.name in HIDDEN:
        about["hidden"] = True
    if table.name in LABELS:
        about["label_column"] = LABELS[table.name]
    if table.name in SORTED:
        about["sort_desc"] = SORTED[table.name]
    if table.name in FACETS and rows < LARGE:
        about["facets"] = list(FACETS[table.name])
    return about


def meanings(name: str) -> dict[str, str]:
    """What each column of this table means; empty for a table that is none of ours."""
    return next((_meanings(table) for table in schema.TABLES if table.name == name), {})


def _meanings(table: schema.Table) -> dict[str, str]:
    return {column.name.strip('"'): column.help for column in table.columns}


def _search_tables() -> list[str]:
    parts = ("", "_data", "_idx", "_docsize", "_config")
    return [f"{name}_fts{part}" for name in schema.INDEXES for part in parts]


def inspected(database: Path) -> dict[str, Any]:
    """What Datasette would otherwise count at every start: the file's hash and size and each table's rows.

    The tables inside full-text indexes are left out: the page of the database then need not ask of each whether it may be seen.
    """
    inside = set(_search_tables())
    with database.open("rb") as handle:
        digest = hashlib.file_digest(handle, "sha256").hexdigest()
    db = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    try:
        names = [
            row[0]
            for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
            if row[0] not in inside
        ]
        counts = {name: {"count": db.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]} for name in names}
    finally:
        db.close()
    return {"foia": {"hash": digest, "size": database.stat().st_size, "file": DATABASE, "tables": counts}}
