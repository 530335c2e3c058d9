"""The SQL of the site's counts: what is in the edition, by code, kind, method and topic. Each function gives one `Query`.

Counts of the whole edition are those of STORED: they look at every row, so they are made once, at the end of a build, and
read from table `stored_counts` under the name that their `Query` carries. A function added there must carry such a name.
"""

from __future__ import annotations

from db.sql import pair_queries, queries, related_queries, timeline_queries
from db.sql.queries import COUNTING, Query
from db.verdicts import leading

_CODES = "LEFT JOIN json_each(CASE WHEN json_valid(x.codes) THEN x.codes ELSE '[]' END) j"


COUNTED = (
    "releases", "files", "pages", "documents", "claims", "contradictions", "redactions", "entities", "mentions", "citations",
    "reasons", "families", "redaction_differences", "failures", "runs", "contradiction_sheet", "boundaries", "edition",
    "continuations",
    "threads", "messages", "family_members", "stamps", "bates_breaks", "withholding_log", "exemption_totals", "related_pairs",
    "related_reasons", "leads", "lead_reasons", "parts", "claim_papers",
)  # fmt: skip


def row_counts() -> Query:
    """Rows in each table of COUNTED: `name`, `n`."""
    return Query(" UNION ALL ".join(f"SELECT '{name}' AS name, count(*) AS n FROM {name}" for name in COUNTED), stored="rows")


def unread() -> Query:
    """What could not be read: `files` that failed or were read in part, `failures`; and files `replaced` by later ones."""
    return Query(
        """SELECT (SELECT count(*) FROM files WHERE status <> 'read') AS files, (SELECT count(*) FROM failures) AS failures,
  (SELECT count(*) FROM files WHERE replaced_by IS NOT NULL) AS replaced""",
        stored="unread",
    )


def unknowns() -> Query:
    """Of all `claims`, how many name no speaker (`unnamed`), are of no known kind of speaker (`sideless`), are `undated`."""
    return Query(
        """SELECT count(*) AS claims, sum(speaker = '') AS unnamed, sum(speaker_kind = '') AS sideless, sum(date = '') AS undated
FROM claims WHERE NOT faint""",
        stored="unknowns",
    )


def document_redactions(document_id: str) -> Query:
    """Redactions of a document by code (empty where none was read): `code`, `n`, `pages`, `area` in pages."""
    return Query(
        f"""SELECT coalesce(j.value, '') AS code, count(*) AS n, count(DISTINCT x.page_id) AS pages, sum(x.area) AS area
FROM pages p JOIN redactions x ON x.page_id = p.id {_CODES} WHERE p.document_id = :id GROUP BY 1 ORDER BY n DESC, code""",
        {"id": document_id},
    )


def topics() -> Query:
    """Claims by topic and proposition or metric, with how many affirm and deny, and in how many listed pairs."""
    return Query(
        """SELECT c.topic, coalesce(c.proposition, c.metric) AS id, c.metric IS NOT NULL AS is_metric, count(*) AS n,
  sum(c.stance = 'affirm') AS affirm, sum(c.stance = 'deny') AS deny, count(DISTINCT c.document_id) AS documents,
  (SELECT count(*) FROM contradictions x WHERE x.proposition = coalesce(c.proposition, c.metric) AND x.kind <> 'shift') AS pairs
FROM claims c WHERE NOT c.faint GROUP BY 1, 2, 3 ORDER BY 1, 3, n DESC, 2""",
        stored="topics",
    )


def redaction_totals() -> Query:
    """How many boxes, on how many pages, and how many of them carry no readable code."""
    return Query(
        f"""SELECT count(*) AS n, count(DISTINCT x.page_id) AS pages, coalesce(sum(x.area), 0) AS area,
  coalesce(sum(x.codes IN ('', '[]')), 0) AS uncoded FROM redactions x JOIN pages p ON p.id = x.page_id WHERE {COUNTING}""",
        stored="redaction_totals",
    )


def redactions_by_code() -> Query:
    """Boxes by exemption code (empty where none was read): `code`, `n`, `pages`, `documents`, `area` in pages."""
    return Query(
        f"""SELECT coalesce(j.value, '') AS code, count(*) AS n, count(DISTINCT x.page_id) AS pages,
  count(DISTINCT p.document_id) AS documents, sum(x.area) AS area
FROM redactions x JOIN pages p ON p.id = x.page_id {_CODES} WHERE {COUNTING} GROUP BY 1 ORDER BY code = '', n DESC, code""",
        stored="redactions_by_code",
    )


def redactions_by_kind() -> Query:
    """Boxes by kind of document and code: `kind`, `code`, `n`, `pages`."""
    return Query(
        f"""SELECT coalesce(d.kind, '') AS kind, coalesce(j.value, '') AS code, count(*) AS n,
  count(DISTINCT x.page_id) AS pages FROM redactions x JOIN pages p ON p.id = x.page_id
LEFT JOIN documents d ON d.id = p.document_id {_CODES} WHERE {COUNTING} GROUP BY 1, 2 ORDER BY 1, n DESC, 2""",
        stored="redactions_by_kind",
    )


def redactions_by_month() -> Query:
    """Boxes by the month of their document (or year; '' where unknown): `date`, `n`, `pages`, `area`."""
    return Query(
        f"""SELECT coalesce(substr(d.date, 1, 7), '') AS date, count(*) AS n, count(DISTINCT x.page_id) AS pages,
  sum(x.area) AS area
FROM redactions x JOIN pages p ON p.id = x.page_id LEFT JOIN documents d ON d.id = p.document_id
WHERE {COUNTING} GROUP BY 1 ORDER BY date = '', 1""",
        stored="redactions_by_month",
    )


def redactions_by_author() -> Query:
    """Boxes by the office or person their document is from, as printed ('' where none was read): `author`, `n`, `pages`."""
    return Query(
        f"""SELECT coalesce(d.author, '') AS author, count(*) AS n, count(DISTINCT x.page_id) AS pages
FROM redactions x JOIN pages p ON p.id = x.page_id LEFT JOIN documents d ON d.id = p.document_id
WHERE {COUNTING} GROUP BY 1 ORDER BY n DESC, 1""",
        stored="redactions_by_author",
    )


def failures_by_kind() -> Query:
    """Failures by kind: `kind`, `n`."""
    return Query("SELECT kind, count(*) AS n FROM failures GROUP BY kind ORDER BY n DESC, kind", stored="failures_by_kind")


def pages_by_method() -> Query:
    """Pages by how they were read: `method`, `n`, mean `confidence`; and by `engine`."""
    return Query(
        "SELECT method, engine, count(*) AS n, avg(confidence) AS confidence FROM pages GROUP BY 1, 2 ORDER BY n DESC, 1, 2",
        stored="pages_by_method",
    )


def claims_by_extractor() -> Query:
    """Claims by what found them: `extractor`, `n`."""
    return Query(
        "SELECT extractor, count(*) AS n FROM claims WHERE NOT faint GROUP BY 1 ORDER BY n DESC, 1", stored="claims_by_extractor"
    )


STORED = (
    queries.releases, row_counts, unread, unknowns, topics, redaction_totals, redactions_by_code, redactions_by_kind,
    redactions_by_month, redactions_by_author, failures_by_kind, pages_by_method, claims_by_extractor, timeline_queries.counts,
    pair_queries.options, pair_queries.speakers, related_queries.options, leading.options,
)  # fmt: skip
