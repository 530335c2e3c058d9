"""A received file, its pages, and the page viewer: the scan with boxes drawn on it and the text beside it."""

from __future__ import annotations

from typing import Any

from db import queries
from db.pages import highlight
from db.pages.answer import Answer, Ask, Missing
from db.pages.catalogue import catalogue
from db.pages.wanted import wanted

LETTER = (612.0, 792.0)  # points; stands in where a page's size was not recorded


async def file(ask: Ask) -> Answer:
    """Every page of a file, read or not."""
    row = await ask.named("file", queries.file(ask.part("id")), ask.part("id"))
    read = await ask.rows(queries.file_pages(row["id"]))
    failures = await ask.rows(queries.file_failures(row["id"]))
    numbers = {page["page_no"] for page in read}
    unread = [number for number in range(1, min(row["n_pages"], 20_000) + 1) if number not in numbers]
    data = {"file": row, "pages": read, "unread_pages": unread, "failures": failures}
    return Answer("foia_file.html", row["name"], data)


async def page(ask: Ask) -> Answer:
    """One page; `q` marks words, `claim` brings one claim forward. A page that was not read says why and what to do."""
    row = await ask.named("file", queries.file(ask.part("id")), ask.part("id"))
    number = int(ask.part("number"))
    found = await ask.one(queries.page(row["id"], number))
    if found is None:
        return await _unread(ask, row, number)
    look = wanted(ask.arg("q"))
    marked = await ask.one(queries.page_marked(found["id"], look.any_of)) if look.any_of else None
    found_spans = highlight.spans_of(found["text"], marked["marked"]) if marked else ()
    claims = await ask.rows(queries.page_claims(found["id"]))
    claim_spans = tuple((claim["start"], claim["end"]) for claim in claims)
    blob = await ask.one(queries.page_words(found["id"]))
    words = highlight.placed(blob["words"]) if blob else ()
    redactions = await ask.rows(queries.page_redactions(found["id"]))
    data = {
        "file": row,
        "page": found,
        "q": look.typed,
        "found": [{"start": start, "end": end} for start, end in found_spans],
        "claims": claims,
        "redactions": redactions,
    }
    shown = {
        "known": await catalogue(ask),
        "number": number,
        "previous": number - 1 if number > 1 else None,
        "next": number + 1 if number < row["n_pages"] else None,
        "chosen": ask.arg("claim"),
        "pieces": highlight.laid_out(found["text"], found_spans, claim_spans),
        "found_boxes": highlight.boxed(words, found_spans),
        "claim_boxes": [highlight.claim_boxes(claim["boxes"]) for claim in claims],
        "size": _size(found),
    }
    return Answer("foia_page.html", f"{row['name']}, page {number}", data, shown)


async def _unread(ask: Ask, row: dict[str, Any], number: int) -> Answer:
    """The view of a page that exists in the file but was not read; Missing where the file has no such page."""
    failures = await ask.rows(queries.file_failures(row["id"]))
    here = [failure for failure in failures if failure["page_no"] in (None, number)]
    if not (1 <= number <= row["n_pages"] or any(failure["page_no"] == number for failure in here)):
        raise Missing("page", f"{row['name']}, page {number}")
    data = {"file": row, "page_no": number, "failures": here}
    shown = {
        "number": number,
        "previous": number - 1 if number > 1 else None,
        "next": number + 1 if number < row["n_pages"] else None,
    }
    return Answer("foia_unread.html", f"{row['name']}, page {number}: not read", data, shown)


def _size(row: dict[str, Any]) -> tuple[float, float]:
    return (row["width"], row["height"]) if row["width"] > 0 and row["height"] > 0 else LETTER
