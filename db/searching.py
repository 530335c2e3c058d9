"""The SQL of the search page: full text in pages, claims and document titles, with counts and facets.

Each function gives one `Query` and touches nothing. `match` is an FTS5 expression, made by `db/pages/wanted.py`.
`filters` has the keys kind, release and proposition; '' does not filter. Tables are joined only where they are needed:
a common word stands on every page of a large release.
"""

from __future__ import annotations

from db.queries import CLOSE, OPEN, Query

_NARROWED = "(:kind = '' OR d.kind = :kind) AND (:release = '' OR d.release_id = :release)"
_ALLOWED = {
    "pages": """SELECT p.rowid FROM pages p JOIN files f ON f.id = p.file_id LEFT JOIN documents d ON d.id = p.document_id
WHERE (:kind = '' OR d.kind = :kind) AND (:release = '' OR f.release_id = :release)""",
    "claims": f"""SELECT c.rowid FROM claims c JOIN documents d ON d.id = c.document_id WHERE {_NARROWED}
  AND (:proposition = '' OR coalesce(c.proposition, c.metric) = :proposition)""",
    "documents": f"SELECT d.rowid FROM documents d WHERE {_NARROWED}",
}
_MARKED = {
    "pages": f"snippet(pages_fts, 0, '{OPEN}', '{CLOSE}', ' … ', 40)",
    "claims": f"highlight(claims_fts, 0, '{OPEN}', '{CLOSE}')",
    "documents": f"highlight(documents_fts, 0, '{OPEN}', '{CLOSE}')",
}
_SHOWN = {
    "pages": """
SELECT p.id, p.file_id, p.file, p.page_no, p.bates, p.document_id, p.method, p.confidence, f.release_id, d.title, d.kind,
  d.date, d.date_precision, b.snippet
FROM best b JOIN pages p ON p.rowid = b.at JOIN files f ON f.id = p.file_id LEFT JOIN documents d ON d.id = p.document_id""",
    "claims": """
SELECT c.id, c.proposition, c.metric, c.stance, c.status, c.value, c.unit, c.bound, c.population, c.speaker, c.speaker_kind,
  c.addressee, c.date, c.date_precision, p.file_id, p.file, p.page_no, p.bates, d.release_id, d.title, d.kind, b.snippet
FROM best b JOIN claims c ON c.rowid = b.at JOIN pages p ON p.id = c.page_id JOIN documents d ON d.id = c.document_id""",
    "documents": """
SELECT d.id, d.file_id, d.file, d.first_page, d.last_page, d.kind, d.date, d.date_precision, d.author, d.bates_first,
  d.bates_last, d.release_id, d.title, b.snippet
FROM best b JOIN documents d ON d.rowid = b.at""",
}
_COUNTED = {
    "pages": """FROM found JOIN pages p ON p.rowid = found.at JOIN files f ON f.id = p.file_id
LEFT JOIN documents d ON d.id = p.document_id""",
    "claims": "FROM found JOIN claims c ON c.rowid = found.at JOIN documents d ON d.id = c.document_id",
    "documents": "FROM found JOIN documents d ON d.rowid = found.at",
}
_FACETS = {"kind": "d.kind", "release": "d.release_id", "proposition": "coalesce(c.proposition, c.metric)"}
SEARCHABLE = tuple(_SHOWN)


def _matching(where: str, filters: dict[str, str]) -> str:
    allowed = f" AND rowid IN ({_ALLOWED[where]})" if any(filters.values()) else ""
    return f"FROM {where}_fts WHERE {where}_fts MATCH :match{allowed}"


def search(where: str, match: str, filters: dict[str, str], limit: int, offset: int) -> Query:
    """Hits in `where` (pages, claims or documents), best first."""
    best = f"SELECT rowid AS at, rank AS place, {_MARKED[where]} AS snippet {_matching(where, filters)}"
    sql = f"WITH best AS MATERIALIZED ({best} ORDER BY rank LIMIT :limit OFFSET :offset) {_SHOWN[where]} ORDER BY b.place, b.at"
    return Query(sql, {"match": match, **filters, "limit": limit, "offset": offset})


def search_count(where: str, match: str, filters: dict[str, str]) -> Query:
    """How many hits there are: column `n`."""
    return Query(f"SELECT count(*) AS n {_matching(where, filters)}", {"match": match, **filters})


def search_facet(where: str, facet: str, match: str, filters: dict[str, str]) -> Query:
    """Hits by kind of document, release or proposition: columns `value`, `n`."""
    found = f"WITH found AS MATERIALIZED (SELECT rowid AS at {_matching(where, filters)})"
    grouped = "GROUP BY 1 HAVING value <> '' ORDER BY n DESC, value LIMIT 20"
    value = "f.release_id" if (where, facet) == ("pages", "release") else _FACETS[facet]
    sql = f"{found} SELECT {value} AS value, count(*) AS n {_COUNTED[where]} {grouped}"
    return Query(sql, {"match": match, **filters})


def by_bates(bates: str) -> Query:
    """The pages that carry exactly this Bates number."""
    return Query("SELECT id, file_id, file, page_no, bates FROM pages WHERE bates = :bates LIMIT 10", {"bates": bates})
