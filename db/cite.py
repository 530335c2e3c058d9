"""Plain citations for claims, contradictions, documents and pages, after a template that can be edited.

In a template `{name}` is a field, and a part in square brackets is left out when a field in it is empty.
"""

from __future__ import annotations

import difflib
import re
import sqlite3
from collections.abc import Mapping
from pathlib import Path

from pipeline.errors import ConfigError, UsageError

TEMPLATE = (
    "[{author}][ to {recipients}][, “{title}”][, {date}][, {bates}][ ({file}, page {page})][, {release}]"
    "[, FOIA request {request}][, {litigation}][, {url}]."
)
FIELDS = (
    "author",
    "recipients",
    "title",
    "date",
    "bates",
    "file",
    "page",
    "release",
    "request",
    "litigation",
    "agency",
    "url",
    "id",
)
TEMPLATE_FILE = "citation.txt"

_SELECT = """
SELECT coalesce(nullif(d.author, ''), {speaker} nullif(r.agency, ''), '') AS author, coalesce(d.recipients, '') AS recipients,
  coalesce(nullif(d.title, ''), d.kind, '') AS title, coalesce(d.date, '') AS date, p.bates, p.file, p.page_no AS page,
  coalesce(nullif(r.title, ''), r.id) AS release, r.request_number AS request, r.litigation, r.agency
"""
_CLAIM = (
    _SELECT.format(speaker="nullif(c.speaker, ''),")
    + """
FROM claims c JOIN pages p ON p.id = c.page_id JOIN documents d ON d.id = c.document_id
JOIN releases r ON r.id = d.release_id WHERE c.id = ?"""
)
_DOCUMENT = (
    _SELECT.format(speaker="")
    + """
FROM documents d JOIN releases r ON r.id = d.release_id
JOIN pages p ON p.file_id = d.file_id AND p.page_no >= d.first_page WHERE d.id = ? ORDER BY p.page_no LIMIT 1"""
)
_PAGE = (
    _SELECT.format(speaker="")
    + """
FROM pages p JOIN files f ON f.id = p.file_id JOIN releases r ON r.id = f.release_id
LEFT JOIN documents d ON d.id = p.document_id WHERE p.id = ?"""
)
_TABLES = {"claim": "claims", "contradiction": "contradictions", "document": "documents", "page": "pages"}


def cite(db: sqlite3.Connection, key: str, template: str = TEMPLATE, site: str = "") -> tuple[str, ...]:
    """Citations for an id: two for a contradiction, else one; retired ids lead to what replaced them.

    `site` is put before the path of the permalink. Raises UsageError for an id that is not in this edition.
    """
    kind, found = _resolved(db, key)
    if kind == "contradiction":
        pair = db.execute("SELECT left_claim_id, right_claim_id FROM contradictions WHERE id = ?", (found,)).fetchone()
        return tuple(_one(db, "claim", claim, template, site) for claim in pair)
    return (_one(db, kind, found, template, site),)


def _one(db: sqlite3.Connection, kind: str, key: str, template: str, site: str) -> str:
    cursor = db.execute({"claim": _CLAIM, "document": _DOCUMENT, "page": _PAGE}[kind], (key,))
    row = cursor.fetchone()
    if row is None:
        raise UsageError(f"No page of {kind} {key} was read, so there is nothing to cite.", "See `foia failures`.")
    names = [column[0] for column in cursor.description]
    path = f"/file/{key.rpartition('-p')[0]}/p{key.rpartition('-p')[2]}" if kind == "page" else f"/{kind}/{key}"
    return filled(template, dict(zip(names, row, strict=True)) | {"id": key, "url": f"{site.rstrip('/')}/-/foia{path}"})


def filled(template: str, fields: Mapping[str, object]) -> str:
    """The template with its fields; parts in brackets with an empty field are dropped, white space is made single."""

    def part(found: re.Match[str]) -> str:
        wanted = re.findall(r"\{(\w+)\}", found[1])
        return _put(found[1], fields) if all(str(fields.get(name) or "") for name in wanted) else ""

    # A bracket printed in a record must not be taken for one of the template: fields go in last, piece by piece.
    pieces = re.split(r"(\[[^\[\]]*\])", template)
    text = "".join(re.sub(r"\[([^\[\]]*)\]", part, piece) if piece.startswith("[") else _put(piece, fields) for piece in pieces)
    return " ".join(text.split()).removeprefix(",").strip()


def _put(piece: str, fields: Mapping[str, object]) -> str:
    return re.sub(r"\{(\w+)\}", lambda name: str(fields.get(name[1]) or ""), piece)


def read_template(path: Path) -> str:
    """The template in this file, or the default where there is none; ConfigError for a field that does not exist."""
    if not path.is_file():
        return TEMPLATE
    template = path.read_text(encoding="utf-8").strip()
    problems = []
    for name in re.findall(r"\{(\w+)\}", template):
        if name not in FIELDS:
            near = difflib.get_close_matches(name, FIELDS, 1)
            problems.append(f"{path}: there is no field {{{name}}}." + (f" Did you mean {{{near[0]}}}?" if near else ""))
    if problems:
        raise ConfigError(problems)
    return template


def _resolved(db: sqlite3.Connection, key: str) -> tuple[str, str]:
    for kind, table in _TABLES.items():
        if db.execute(f"SELECT 1 FROM {table} WHERE id = ?", (key,)).fetchone():
            return kind, key
    alias = db.execute("SELECT kind, new_id FROM id_aliases WHERE old_id = ?", (key,)).fetchone()
    if alias:
        return str(alias[0]), str(alias[1])
    near = _near(db, key)
    remedy = f"Near it: {'; '.join(near)}." if near else "Ids stand in the address of each page of the site."
    raise UsageError(f"There is no claim, contradiction, document or page {key!r} in this edition.", remedy)


def _near(db: sqlite3.Connection, key: str, most: int = 5) -> list[str]:
    """Ids that begin with the same four letters or more, the most alike first, with their kind."""
    found: list[tuple[int, str]] = []
    for kind, table in _TABLES.items():
        for (one,) in db.execute(f"SELECT id FROM {table} WHERE substr(id, 1, 4) = ?", (key[:4],)):
            alike = next((at for at, (a, b) in enumerate(zip(one, key, strict=False)) if a != b), len(key))
            found.append((-alike, f"{kind} {one}"))
    return [name for _, name in sorted(found)[:most]]
