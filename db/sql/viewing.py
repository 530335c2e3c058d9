"""The SQL of the page viewer: one page with everything that is boxed on it, and where to go from there.

Each function gives one `Query` and touches nothing.
"""

from __future__ import annotations

from db.sql.queries import Query

MENTIONS = 400  # names boxed on one page


def page_mentions(page_id: str) -> Query:
    """The names on a page, in reading order, each with the entity it means."""
    return Query(
        """SELECT m.start, m."end" AS end, m.text, m.kind, m.entity_id, e.name FROM mentions m
JOIN entities e ON e.id = m.entity_id WHERE m.page_id = :id ORDER BY m.start, m."end" LIMIT :most""",
        {"id": page_id, "most": MENTIONS},
    )


def document_before(file_id: str, number: int) -> Query:
    """The document of this file that begins before the one that page `number` belongs to."""
    return Query(
        """SELECT id, title, first_page FROM documents WHERE file_id = :file AND first_page < coalesce(
  (SELECT first_page FROM documents WHERE file_id = :file AND first_page <= :number ORDER BY first_page DESC LIMIT 1), :number)
ORDER BY first_page DESC LIMIT 1""",
        {"file": file_id, "number": number},
    )


def document_after(file_id: str, number: int) -> Query:
    """The next document of this file that begins after page `number`."""
    return Query(
        """SELECT id, title, first_page FROM documents WHERE file_id = :file AND first_page > :number
ORDER BY first_page LIMIT 1""",
        {"file": file_id, "number": number},
    )
