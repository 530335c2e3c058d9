"""Papers on the pages of a document that are another's: mails quoted or pasted, replies, clips; and the claims in them."""

from __future__ import annotations

from collections.abc import Iterator

from db.building.rows import Row
from db.contract.shapes import Table
from db.contract.shapes import table as _t
from pipeline.records.document import Document, Message, Part, Segmentation

TABLES: tuple[Table, ...] = (
    _t(
        "parts",
        "What begins below a document on its pages and is another's, such as a quoted mail or a reply; where it goes on itself.",
        """
document_id | TEXT NOT NULL REFERENCES documents(id) | Document on whose pages it stands.
page_id | TEXT NOT NULL REFERENCES pages(id) | Page on which it begins.
page_no | INTEGER NOT NULL | That page in the file.
start | INTEGER NOT NULL | First character in that page's text; it ends where the next part begins.
goes_on | INTEGER NOT NULL | 1 where the document itself goes on.
kind | TEXT NOT NULL | As in documents; machine-told; empty where nothing tells whose the text is.
title | TEXT NOT NULL | Subject or heading as printed.
date | TEXT NOT NULL | Date at its own precision; empty when unknown.
date_precision | TEXT NOT NULL | day, month, year or approx.
date_basis | TEXT NOT NULL | Where the date was read, as in documents.
author | TEXT NOT NULL | Author or sender as printed.
recipients | TEXT NOT NULL | Recipients as printed, separated by semicolons.
""",
        indexes=(("document_id", "page_no", "start"),),
    ),
    _t(
        "claim_papers",
        "The paper a claim stands in, where that is not the document on whose pages it is but a part of them.",
        """
claim_id | TEXT PRIMARY KEY REFERENCES claims(id) | Claim.
kind | TEXT NOT NULL | Kind of that paper, as in documents.
title | TEXT NOT NULL | Its subject or heading; that of the document where it has none.
date | TEXT NOT NULL | Its date.
date_precision | TEXT NOT NULL | day, month, year or approx.
date_basis | TEXT NOT NULL | Where the date was read.
author | TEXT NOT NULL | Its author or sender.
recipients | TEXT NOT NULL | Its recipients.
""",
    ),
)
# The last part that begins before a claim holds it.
CLAIM_PAPERS = """
INSERT INTO claim_papers SELECT c.id, coalesce(nullif(x.kind, ''), d.kind), coalesce(nullif(x.title, ''), d.title), x.date,
  x.date_precision, x.date_basis, x.author, x.recipients
FROM claims c JOIN pages p ON p.id = c.page_id JOIN documents d ON d.id = c.document_id
JOIN parts x ON x.rowid = (SELECT y.rowid FROM parts y WHERE y.document_id = c.document_id
  AND (y.page_no, y.start) <= (p.page_no, c.start) ORDER BY y.page_no DESC, y.start DESC, y.goes_on LIMIT 1)
WHERE NOT x.goes_on
"""


def of_paper(field: str, claim: str = "c", document: str = "d") -> str:
    """An expression for what the paper says in which a claim stands; the two are names of rows of claims and documents."""
    return f"coalesce((SELECT w.{field} FROM claim_papers w WHERE w.claim_id = {claim}.id), {document}.{field})"


def rows_of(segmentation: Segmentation) -> Iterator[Row]:
    """The rows of `parts` of one file."""
    documents = {one.id: one for one in segmentation.documents}
    for part in segmentation.parts:
        whole = documents.get(part.document.id)
        yield _of_part(part, goes_on=part.document == whole)
    for message in segmentation.messages:
        if message.position and message.document_id in documents:
            yield _of_message(message, documents[message.document_id])


def _of_part(part: Part, goes_on: bool) -> Row:
    one = part.document
    return {
        "document_id": one.id, "page_id": part.page_id, "page_no": _number(part.page_id), "start": part.start,
        "goes_on": int(goes_on), "kind": "" if part.nobody else one.kind, "title": "" if part.nobody else one.title,
        "date": one.date, "date_precision": one.date_precision, "date_basis": one.date_basis, "author": one.author,
        "recipients": "; ".join(one.recipients),
    }  # fmt: skip


def _of_message(message: Message, whole: Document) -> Row:
    dated = message if message.date or whole.kind != "email" else whole
    return {
        "document_id": whole.id, "page_id": message.page_id, "page_no": _number(message.page_id), "start": message.start,
        "goes_on": 0, "kind": "email", "title": message.subject, "date": dated.date, "date_precision": dated.date_precision,
        "date_basis": "header" if dated.date else "", "author": message.sender, "recipients": "; ".join(message.recipients),
    }  # fmt: skip


def _number(page_id: str) -> int:
    return int(page_id.rpartition("-p")[2])
