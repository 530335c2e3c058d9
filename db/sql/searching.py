"""The SQL of the search page: full text in pages, claims, documents and files, with marks, counts and facets.

Each function gives one `Query` and touches nothing. `match` is an FTS5 expression, made by `db/pages/wanted.py`; `chosen`
are values of facets, by which the index itself is narrowed through its marks. Of a word that stands everywhere at most CAP
rows are ranked, those most worth reading first (see `db.building.searchable`): ranking every page of a large release takes
too long.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from db.building.marks import FACETS, mark
from db.building.parts import of_paper
from db.building.searchable import FTS, SCOPES
from db.sql.queries import CLOSE, OPEN, Query

CAP = 1000  # rows that are ranked, broken down by facet, and folded
COUNT_UP_TO = 3000  # rows that are counted; beyond that "more than"
NEAR_WORDS = 60  # words with the most pieces in common that are looked at
_COLUMNS = dict(FTS)
_WEIGHTS = {"pages": "1.0, 0.0", "claims": "1.0, 0.0", "documents": "4.0, 1.0, 1.0, 1.0, 0.0", "files": "1.0, 0.0"}
_MARKED = {
    "pages": f"snippet(pages_fts, 0, '{OPEN}', '{CLOSE}', ' … ', 40) AS snippet",
    "claims": f"highlight(claims_fts, 0, '{OPEN}', '{CLOSE}') AS snippet",
    "documents": ", ".join(
        f"highlight(documents_fts, {at}, '{OPEN}', '{CLOSE}') AS marked_{name}" for at, name in enumerate(_COLUMNS["documents"])
    ),
    "files": f"highlight(files_fts, 0, '{OPEN}', '{CLOSE}') AS snippet",
}
_SHOWN = {
    "pages": """p.id, p.file_id, p.file, p.page_no, p.bates, p.document_id, p.method, p.confidence, f.release_id, f.replaced_by,
  d.title, d.kind, d.date, d.date_precision, d.author, p.rowid AS at FROM pages p JOIN files f ON f.id = p.file_id
LEFT JOIN documents d ON d.id = p.document_id WHERE p.rowid""",
    "claims": f"""c.id, c.proposition, c.metric, c.stance, c.status, c.value, c.unit, c.bound, c.population, c.quote, c.speaker,
  c.speaker_kind, c.addressee, c.date, c.date_precision, c.confidence, c.document_id, p.file_id, p.file, p.page_no, p.bates,
  d.release_id, {of_paper("title")} AS title, {of_paper("kind")} AS kind, c.rowid AS at
FROM claims c JOIN pages p ON p.id = c.page_id JOIN documents d ON d.id = c.document_id WHERE c.rowid""",
    "documents": """d.id, d.file_id, d.file, d.first_page, d.last_page, d.kind, d.date, d.date_precision, d.author, d.recipients,
  d.bates_first, d.bates_last, d.release_id, d.title, d.rowid AS at FROM documents d WHERE d.rowid""",
    "files": """f.id, f.name, f.release_id, f.n_pages, f.status, f.problem, f.media_type, f.rowid AS at
FROM files f WHERE f.rowid""",
}
SEARCHABLE = SCOPES


def _narrowed(where: str, match: str, chosen: Mapping[str, str]) -> str:
    """The whole expression: the words in the columns of text, and the marks of what was chosen."""
    parts = [f"{{{' '.join(_COLUMNS[where])}}} : ({match})"] if match else []
    parts += [f'{{marks}} : "{mark(facet, value)}"' for facet, value in chosen.items() if value and facet in FACETS]
    return " AND ".join(f"({part})" for part in parts)


def candidates(where: str, match: str, chosen: Mapping[str, str]) -> Query:
    """Up to CAP hits: `at`, `place` (the lower the better), the values of every facet, and `likeness`."""
    columns = ", ".join(f"s.{name}" for name in (*FACETS, "likeness"))
    sql = f"""SELECT b.at, b.place, {columns} FROM (SELECT rowid AS at, bm25({where}_fts, {_WEIGHTS[where]}) AS place
  FROM {where}_fts WHERE {where}_fts MATCH :match LIMIT :cap) b JOIN search_facets s ON s.scope = :scope AND s.at = b.at"""
    return Query(sql, {"match": _narrowed(where, match, chosen), "cap": CAP, "scope": where})


def first(where: str, match: str, chosen: Mapping[str, str]) -> Query:
    """The hits in the order of the index, those most worth reading first: `at`; COUNT_UP_TO + 1 of them mean more than that."""
    sql = f"SELECT rowid AS at FROM {where}_fts WHERE {where}_fts MATCH :match LIMIT :most"
    return Query(sql, {"match": _narrowed(where, match, chosen), "most": COUNT_UP_TO + 1})


def candidates_at(where: str, ats: Iterable[int]) -> Query:
    """What `candidates` tells, of up to CAP hits that are known already, in their order."""
    columns = ", ".join(f"s.{name}" for name in (*FACETS, "likeness"))
    sql = f"""SELECT j.value AS at, 0.0 AS place, {columns} FROM json_each(:ats) j
CROSS JOIN search_facets s ON s.scope = :scope AND s.at = j.value ORDER BY j.key"""
    return Query(sql, {"ats": json.dumps(list(ats)[:CAP]), "scope": where})


def tally(where: str, match: str, chosen: Mapping[str, str], facet: str) -> Query:
    """The values of one of FACETS among up to CAP hits in the order of the index: `value`, `n`."""
    column = FACETS[FACETS.index(facet)]
    sql = f"""SELECT s.{column} AS value, count(*) AS n FROM (SELECT rowid AS at FROM {where}_fts WHERE {where}_fts MATCH :match
  LIMIT :cap) b JOIN search_facets s ON s.scope = :scope AND s.at = b.at GROUP BY 1"""
    return Query(sql, {"match": _narrowed(where, match, chosen), "cap": CAP, "scope": where})


def search_count(where: str, match: str, chosen: Mapping[str, str], up_to: int = COUNT_UP_TO) -> Query:
    """How many hits there are: column `n`; `up_to` + 1 means more than that."""
    sql = f"SELECT count(*) AS n FROM (SELECT 1 FROM {where}_fts WHERE {where}_fts MATCH :match LIMIT :most)"
    return Query(sql, {"match": _narrowed(where, match, chosen), "most": up_to + 1})


def shown(where: str, ats: Iterable[int]) -> Query:
    """What a list shows of these rows; column `at` says which row is which."""
    return Query(f"SELECT {_SHOWN[where]} IN (SELECT value FROM json_each(:ats))", {"ats": json.dumps(list(ats))})


def marked(where: str, match: str, chosen: Mapping[str, str], ats: Iterable[int]) -> Query:
    """The words found in these rows, between OPEN and CLOSE: `snippet`, or for documents one column for each searched one."""
    # Asked for a row alone, the index gathers every word that begins like `volunt*` anew; so it is walked once, between
    # the first row and the last, and only the rows wanted are marked.
    walked = '"*' in match
    places = {f"at{number}": at for number, at in enumerate(ats)}
    rows = f"{'+' if walked else ''}rowid IN ({', '.join(':' + name for name in places)})"
    ends = {"low": min(places.values()), "high": max(places.values())} if walked and places else {}
    within = " AND rowid BETWEEN :low AND :high" if ends else ""
    sql = f"SELECT rowid AS at, {_MARKED[where]} FROM {where}_fts WHERE {where}_fts MATCH :match AND {rows}{within}"
    return Query(sql, {"match": _narrowed(where, match, chosen), **places, **ends})


def spelled(words: Iterable[str]) -> Query:
    """Which of these are words of the pages: `word`, `pages`."""
    sql = "SELECT word, pages FROM words WHERE word IN (SELECT value FROM json_each(:words))"
    return Query(sql, {"words": json.dumps(list(words))})


def alike(pieces: Iterable[str]) -> Query:
    """The words of the pages that share the most of these pieces of three letters: `word`, `pages`."""
    match = " OR ".join('"' + piece.replace('"', '""') + '"' for piece in pieces)
    sql = """SELECT w.word, w.pages FROM (SELECT rowid AS at FROM words_fts WHERE words_fts MATCH :match
  ORDER BY rank LIMIT :most) b JOIN words w ON w.rowid = b.at"""
    return Query(sql, {"match": match, "most": NEAR_WORDS})


def by_bates(bates: str) -> Query:
    """The pages that carry exactly this Bates number."""
    return Query("SELECT id, file_id, file, page_no, bates FROM pages WHERE bates = :bates LIMIT 10", {"bates": bates})
