"""The SQL of what documents have to do with one another: families, pairs to compare, threads with their messages."""

from __future__ import annotations

from db.sql.queries import Query


def family(family_id: str) -> Query:
    """One family."""
    return Query("SELECT * FROM families WHERE id = :id", {"id": family_id})


def members(family_id: str) -> Query:
    """The documents of a family, or the documents its pages stand in with the page (`page_id`, `page_no`), by file and page."""
    return Query(
        """SELECT d.*, m.page_id, p.page_no,
  (SELECT count(*) FROM redactions x JOIN pages q ON q.id = x.page_id WHERE q.document_id = d.id) AS n_redactions
FROM family_members m LEFT JOIN pages p ON p.id = m.page_id JOIN documents d ON d.id = coalesce(m.document_id, p.document_id)
WHERE m.family_id = :id ORDER BY d.date = '', d.date, d.file, d.first_page, p.page_no LIMIT 500""",
        {"id": family_id},
    )


def families_of(document_id: str) -> Query:
    """Every family a document belongs to."""
    return Query(
        """SELECT f.* FROM family_members m JOIN families f ON f.id = m.family_id
WHERE m.document_id = :id ORDER BY f.kind, f.id LIMIT 50""",
        {"id": document_id},
    )


def document_text(document_id: str, limit: int) -> Query:
    """The pages of a document in order, with their text and packed words."""
    return Query(
        """SELECT p.id, p.file_id, p.page_no, p.bates, p.text, p.image, p.width, p.height, w.words
FROM pages p LEFT JOIN page_words w ON w.page_id = p.id WHERE p.document_id = :id ORDER BY p.page_no LIMIT :limit""",
        {"id": document_id, "limit": limit},
    )


def document_boxes(document_id: str) -> Query:
    """The redactions of a document: page, edges and codes."""
    return Query(
        """SELECT x.page_id, x.x0, x.y0, x.x1, x.y1, x.codes FROM redactions x JOIN pages p ON p.id = x.page_id
WHERE p.document_id = :id ORDER BY p.page_no, x.y0, x.x0""",
        {"id": document_id},
    )


def differences(left: str, right: str) -> Query:
    """Pages of two documents that were found to be copies and hide different things, whichever side each was stored on."""
    return Query(
        """SELECT d.* FROM redaction_differences d JOIN pages l ON l.id = d.left_page_id JOIN pages r ON r.id = d.right_page_id
WHERE (l.document_id = :left AND r.document_id = :right) OR (l.document_id = :right AND r.document_id = :left)
ORDER BY l.page_no LIMIT 200""",
        {"left": left, "right": right},
    )


def thread(thread_id: str) -> Query:
    """One thread of emails."""
    return Query("SELECT * FROM threads WHERE id = :id", {"id": thread_id})


def messages(thread_id: str) -> Query:
    """Its messages, oldest first, undated last; of one quoted in several documents each place, that nearest the top first."""
    return Query(
        """SELECT m.*, d.title, d.file, d.bates_first, p.file_id, p.page_no, p.bates, p.text, p.file AS page_file,
  l.page_no AS last_page_no, CASE WHEN m.last_page_id <> m.page_id THEN l.text END AS last_text
FROM messages m JOIN documents d ON d.id = m.document_id JOIN pages p ON p.id = m.page_id JOIN pages l ON l.id = m.last_page_id
WHERE m.thread_id = :id ORDER BY m.date = '', m.date, m.time = '', m.time, m.depth, m.document_id, m.position LIMIT 500""",
        {"id": thread_id},
    )
