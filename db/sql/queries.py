"""All SQL of the site: each function gives one `Query` (text and parameters) and touches nothing.

Values always travel as parameters; only fixed text of this module is ever joined into SQL. Limits and offsets are
rows. Highlight marks are the two private-use characters OPEN and CLOSE, which the caller splits away again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from db.building.parts import of_paper

OPEN, CLOSE = "\ue000", "\ue001"
SHIFT = "shift"
# Of pages `p`: those of files that no later file of the same name counts for.
COUNTING = "p.file_id NOT IN (SELECT id FROM files WHERE replaced_by IS NOT NULL)"


@dataclass(frozen=True, slots=True)
class Query:
    """SQL text and its named parameters; `stored` names the rows in table `stored_counts` that were made with it at the build."""

    sql: str
    params: dict[str, Any] = field(default_factory=dict)
    stored: str = ""


BEFORE = 80  # characters of a page before a quote in which a label such as "Myth:" may be printed


def before(claim: str, page: str) -> str:
    """An expression for what a page prints just before a claim's quote; the two are names of rows of claims and pages."""
    return f"substr({page}.text, max(1, {claim}.start - {BEFORE - 1}), min({BEFORE}, {claim}.start))"


_CLAIM = f"""
SELECT c.*, {before("c", "p")} AS printed_before, p.file_id, p.file, p.page_no, p.bates, p.image, p.width, p.height,
  p.method, {of_paper("title")} AS document_title, {of_paper("kind")} AS document_kind, {of_paper("author")} AS document_author,
  {of_paper("recipients")} AS document_recipients, {of_paper("date")} AS document_date,
  {of_paper("date_precision")} AS document_date_precision, {of_paper("date_basis")} AS date_basis, d.family_id,
  f.release_id, f.sha256 AS file_sha256, r.title AS release_title, r.request_number,
  r.litigation, r.agency
FROM claims c JOIN pages p ON p.id = c.page_id JOIN documents d ON d.id = c.document_id
JOIN files f ON f.id = p.file_id JOIN releases r ON r.id = f.release_id"""


def edition() -> Query:
    """Facts about this build: `key`, `value`."""
    return Query("SELECT key, value FROM edition ORDER BY key")


def releases() -> Query:
    """Every release with how many files and pages it has."""
    return Query(
        """SELECT r.*, (SELECT count(*) FROM files f WHERE f.release_id = r.id) AS n_files,
  (SELECT count(*) FROM pages p JOIN files f ON f.id = p.file_id WHERE f.release_id = r.id) AS n_pages
FROM releases r ORDER BY r.id""",
        stored="releases",
    )


def files() -> Query:
    """Every file, by release and name."""
    return Query("SELECT id, release_id, name, n_pages, status, problem FROM files ORDER BY release_id, name LIMIT 2000")


def file(file_id: str) -> Query:
    """One file with the release it came in."""
    return Query(
        """SELECT f.*, r.title AS release_title, r.agency, r.request_number, r.litigation,
  (SELECT g.name FROM files g WHERE g.id = f.replaced_by) AS replaced_by_name,
  (SELECT min(g.id) FROM files g WHERE g.replaced_by = f.id) AS replaces,
  (SELECT g.name FROM files g WHERE g.replaced_by = f.id ORDER BY g.id LIMIT 1) AS replaces_name
FROM files f JOIN releases r ON r.id = f.release_id WHERE f.id = :id""",
        {"id": file_id},
    )


def file_pages(file_id: str) -> Query:
    """The pages of a file that were read, in order, with how many claims and redactions each has."""
    return Query(
        """SELECT p.id, p.page_no, p.bates, p.method, p.confidence, p.document_id, d.title, d.kind,
  (SELECT count(*) FROM claims c WHERE c.page_id = p.id AND NOT c.faint) AS n_claims,
  (SELECT count(*) FROM redactions x WHERE x.page_id = p.id) AS n_redactions
FROM pages p LEFT JOIN documents d ON d.id = p.document_id WHERE p.file_id = :id ORDER BY p.page_no""",
        {"id": file_id},
    )


def file_failures(file_id: str) -> Query:
    """What went wrong in one file."""
    return Query("SELECT * FROM failures WHERE file_id = :id ORDER BY page_no, stage, id LIMIT 1000", {"id": file_id})


def page(file_id: str, number: int) -> Query:
    """One page with its document, and the numbers of the pages before and after it that were read."""
    return Query(
        """SELECT p.*, d.title, d.kind, d.first_page, d.last_page, d.date, d.date_precision,
  (SELECT max(page_no) FROM pages WHERE file_id = p.file_id AND page_no < p.page_no) AS read_before,
  (SELECT min(page_no) FROM pages WHERE file_id = p.file_id AND page_no > p.page_no) AS read_after
FROM pages p LEFT JOIN documents d ON d.id = p.document_id WHERE p.file_id = :file AND p.page_no = :number""",
        {"file": file_id, "number": number},
    )


def page_words(page_id: str) -> Query:
    """The packed word boxes of a page: column `words`."""
    return Query("SELECT words FROM page_words WHERE page_id = :id", {"id": page_id})


def page_marked(page_id: str, match: str) -> Query:
    """The page's whole text with what `match` finds between OPEN and CLOSE: column `marked`; no row without a match."""
    return Query(
        f"""SELECT highlight(pages_fts, 0, '{OPEN}', '{CLOSE}') AS marked FROM pages_fts
WHERE pages_fts MATCH :match AND rowid = (SELECT rowid FROM pages WHERE id = :id)""",
        {"match": match, "id": page_id},
    )


def page_redactions(page_id: str) -> Query:
    """The redactions on a page, from top to bottom."""
    return Query("SELECT * FROM redactions WHERE page_id = :id ORDER BY y0, x0, id", {"id": page_id})


def page_claims(page_id: str, chosen: str = "") -> Query:
    """The claims on a page, in reading order; of those too unsure to be listed the `chosen` one alone."""
    which = "c.page_id = :id AND (NOT c.faint OR c.id = :chosen)"
    return Query(f'{_CLAIM} WHERE {which} ORDER BY c.start, c."end", c.id', {"id": page_id, "chosen": chosen})


def document(document_id: str) -> Query:
    """One document with its release and family."""
    return Query(
        """SELECT d.*, r.title AS release_title, r.agency, r.request_number, r.litigation, m.kind AS family_kind, m.n_members,
  f.replaced_by, (SELECT g.name FROM files g WHERE g.id = f.replaced_by) AS replaced_by_name
FROM documents d JOIN files f ON f.id = d.file_id JOIN releases r ON r.id = d.release_id
LEFT JOIN families m ON m.id = d.family_id WHERE d.id = :id""",
        {"id": document_id},
    )


def document_pages(document_id: str) -> Query:
    """The pages of a document, in order."""
    return Query(
        "SELECT id, file_id, page_no, bates, method, confidence FROM pages WHERE document_id = :id ORDER BY page_no",
        {"id": document_id},
    )


def document_parts(document_id: str) -> Query:
    """The papers that begin below a document that is no mail, on its own pages, in reading order."""
    return Query(
        """SELECT x.*, p.file_id, p.bates FROM parts x JOIN documents d ON d.id = x.document_id JOIN pages p ON p.id = x.page_id
WHERE x.document_id = :id AND d.kind <> 'email' AND NOT x.goes_on AND x.kind <> '' ORDER BY x.page_no, x.start LIMIT 100""",
        {"id": document_id},
    )


def document_claims(document_id: str) -> Query:
    """The claims in a document, in reading order."""
    return Query(
        f"{_CLAIM} WHERE c.document_id = :id AND NOT c.faint ORDER BY p.page_no, c.start, c.id LIMIT 500", {"id": document_id}
    )


def thread(thread_id: str) -> Query:
    """The documents of one email thread, oldest first, undated last."""
    return Query(
        "SELECT * FROM documents WHERE thread_id = :id AND :id <> '' ORDER BY date = '', date, first_page LIMIT 200",
        {"id": thread_id},
    )


def family(family_id: str) -> Query:
    """The documents that are copies or versions of one record."""
    return Query(
        "SELECT * FROM documents WHERE family_id = :id ORDER BY release_id, file, first_page LIMIT 200", {"id": family_id}
    )


def continuations(document_id: str) -> Query:
    """The documents of other files that this one goes on with or goes on in; `goes` is back or on."""
    return Query(
        """SELECT 'back' AS goes, c.confidence, c.reasons, d.id, d.title, d.kind, d.file, d.file_id, d.first_page, d.last_page
FROM continuations c JOIN documents d ON d.id = c.document_id WHERE c.next_id = :id
UNION ALL SELECT 'on', c.confidence, c.reasons, d.id, d.title, d.kind, d.file, d.file_id, d.first_page, d.last_page
FROM continuations c JOIN documents d ON d.id = c.next_id WHERE c.document_id = :id""",
        {"id": document_id},
    )


def differences(document_id: str) -> Query:
    """Where a page of this document hides other things than its copy: both pages and the counts."""
    return Query(
        """SELECT x.*, l.file_id AS left_file_id, l.file AS left_file, l.page_no AS left_page_no, l.bates AS left_bates,
  r.file_id AS right_file_id, r.file AS right_file, r.page_no AS right_page_no, r.bates AS right_bates
FROM redaction_differences x JOIN pages l ON l.id = x.left_page_id JOIN pages r ON r.id = x.right_page_id
WHERE x.rowid IN (SELECT y.rowid FROM pages p JOIN redaction_differences y ON y.left_page_id = p.id WHERE p.document_id = :id
  UNION SELECT y.rowid FROM pages p JOIN redaction_differences y ON y.right_page_id = p.id WHERE p.document_id = :id)
ORDER BY l.file, l.page_no LIMIT 200""",
        {"id": document_id},
    )


def claim(claim_id: str) -> Query:
    """One claim with its page, document, file and release, and the page's whole text."""
    return Query(_CLAIM.replace("SELECT c.*", "SELECT p.text AS page_text, c.*") + " WHERE c.id = :id", {"id": claim_id})


def contradiction(contradiction_id: str) -> Query:
    """One pair."""
    return Query("SELECT * FROM contradictions WHERE id = :id", {"id": contradiction_id})


def reasons(contradiction_id: str) -> Query:
    """Why two claims were set against each other, in order."""
    return Query("SELECT * FROM reasons WHERE contradiction_id = :id ORDER BY position", {"id": contradiction_id})


def topic_claims(proposition: str, stance: str, limit: int, offset: int) -> Query:
    """The claims about one proposition or metric, oldest first, undated last."""
    narrowed = "AND (:stance = '' OR stance = :stance)"
    about = " UNION ALL ".join(
        f"SELECT rowid AS at, date FROM claims WHERE {column} = :id AND NOT faint {narrowed}"
        for column in ("proposition", "metric")
    )
    chosen = f"SELECT at FROM ({about}) ORDER BY date = '', date, at LIMIT :limit OFFSET :offset"
    return Query(
        f"{_CLAIM} WHERE c.rowid IN ({chosen}) ORDER BY c.date = '', c.date, c.rowid",
        {"id": proposition, "stance": stance, "limit": limit, "offset": offset},
    )


def topic_count(proposition: str, stance: str) -> Query:
    """How many claims there are about it: column `n`."""
    about = "(c.proposition = :id OR c.metric = :id) AND NOT c.faint AND (:stance = '' OR c.stance = :stance)"
    return Query(f"SELECT count(*) AS n FROM claims c WHERE {about}", {"id": proposition, "stance": stance})


def entity(entity_id: str) -> Query:
    """One person, office or place."""
    return Query("SELECT * FROM entities WHERE id = :id", {"id": entity_id})


def entity_mentions(entity_id: str, limit: int, offset: int) -> Query:
    """Where it is named, one row per page: how often, and the page's text around the first place (`around`, `lead`)."""
    return Query(
        """SELECT p.file_id, p.file, p.page_no, p.bates, d.title, d.kind, count(*) AS n, min(m.start) AS start,
  m."end" - m.start AS length, substr(p.text, max(1, m.start - 79), 80 + 120) AS around, min(80, m.start) AS lead
FROM mentions m JOIN pages p ON p.id = m.page_id LEFT JOIN documents d ON d.id = p.document_id
WHERE m.entity_id = :id GROUP BY m.page_id ORDER BY p.file, p.page_no LIMIT :limit OFFSET :offset""",
        {"id": entity_id, "limit": limit, "offset": offset},
    )


def entity_pages(entity_id: str) -> Query:
    """On how many pages it is named: column `n`."""
    return Query("SELECT count(DISTINCT page_id) AS n FROM mentions WHERE entity_id = :id", {"id": entity_id})


def entity_claims(entity_id: str, limit: int, offset: int) -> Query:
    """What it says, where it was matched as the speaker: oldest first, undated last."""
    return Query(
        f"""{_CLAIM} WHERE c.speaker_id = :id AND NOT c.faint
ORDER BY c.date = '', c.date, p.file, p.page_no, c.start, c.id LIMIT :limit OFFSET :offset""",
        {"id": entity_id, "limit": limit, "offset": offset},
    )


def entity_claims_count(entity_id: str) -> Query:
    """How many claims it was matched to as the speaker: column `n`."""
    return Query("SELECT count(*) AS n FROM claims WHERE speaker_id = :id AND NOT faint", {"id": entity_id})


def failures(limit: int, offset: int) -> Query:
    """What was not read or computed, with the id of the file where it could be taken in."""
    return Query(
        """SELECT x.*, coalesce((SELECT f.id FROM files f WHERE f.id = x.file_id), '') AS file_id
FROM failures x ORDER BY x.file, x.page_no, x.stage, x.id LIMIT :limit OFFSET :offset""",
        {"limit": limit, "offset": offset},
    )


def alias(old_id: str) -> Query:
    """Where a retired id leads: `kind`, `new_id`."""
    return Query("SELECT kind, new_id FROM id_aliases WHERE old_id = :id", {"id": old_id})
