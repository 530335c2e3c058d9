"""One logical record: what it is, its pages, what it claims, what is hidden in it, its thread and its other copies."""

from __future__ import annotations

from db.pages.answer import Answer
from db.pages.ask import Ask
from db.pages.catalogue import catalogue
from db.pages.verdicts import told
from db.sql import kin_queries, queries, tallies


async def document(ask: Ask) -> Answer:
    """The document under this id."""
    row = await ask.named("document", queries.document(ask.part("id")), ask.part("id"))
    thread = await ask.rows(queries.thread(row["thread_id"])) if row["thread_id"] else []
    data = {
        "document": row,
        "pages": await ask.rows(queries.document_pages(row["id"])),
        "claims": await ask.rows(queries.document_claims(row["id"])),
        "parts": await ask.rows(queries.document_parts(row["id"])),
        "redactions": await ask.rows(tallies.document_redactions(row["id"])),
        "family": await ask.rows(queries.family(row["family_id"])) if row["family_id"] else [],
        "differences": await ask.rows(queries.differences(row["id"])),
        "thread": thread if len(thread) > 1 else [],
        "continuations": await ask.rows(queries.continuations(row["id"])),
        "families": await ask.rows(kin_queries.families_of(row["id"])),
        "review": await told(ask, "document", row["id"]),
    }
    threaded = bool(row["thread_id"] and await ask.rows(kin_queries.thread(row["thread_id"])))
    shown = {"known": await catalogue(ask), "threaded": threaded}
    return Answer("foia_document.html", row["title"] or "Document without a title", data, shown)
