"""A received file, its pages, and the page viewer: the scan with boxes drawn on it and the text beside it."""

from __future__ import annotations

from typing import Any

from db.building.words import PlacedWord
from db.pages import highlight, overlay
from db.pages.answer import Answer
from db.pages.ask import Ask, Found, Missing
from db.pages.catalogue import known_from
from db.pages.quoted import Place, find
from db.pages.wanted import wanted
from db.sql import queries, searching, viewing

ZOOMS = ("", "wide", "large", "huge")  # fitted beside the text; as wide as the window; half as wide again; twice as wide
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
    """One page; `q` marks words, `claim` brings one claim forward, `quote` (with `prefix`, `suffix`) finds words again.

    `zoom` is one of ZOOMS. A page that was not read says why and what to do.
    """
    file_id, number = ask.part("id"), int(ask.part("number"))
    key = f"{file_id}-p{number}"
    look = wanted(ask.arg("q"))
    files, pages, facts, claims, blobs, redactions, mentions, before, after, *marked = await ask.all(
        queries.file(file_id), queries.page(file_id, number), queries.edition(), queries.page_claims(key, ask.arg("claim")),
        queries.page_words(key), queries.page_redactions(key), viewing.page_mentions(key),
        viewing.document_before(file_id, number), viewing.document_after(file_id, number),
        *((queries.page_marked(key, look.any_of),) if look.any_of else ()),
    )  # fmt: skip
    if not files or not pages:
        row = await ask.named("file", queries.file(file_id), file_id)
        return await _unread(ask, row, number)
    (row,), (found,) = files, pages
    found_spans = highlight.spans_of(found["text"], marked[0][0]["marked"]) if marked and marked[0] else ()
    quote = ask.arg("quote")
    quoted = find(found["text"], quote, ask.arg("prefix"), ask.arg("suffix")) if quote else None
    data = {
        "file": row,
        "page": found,
        "q": look.typed,
        "found": [{"start": start, "end": end} for start, end in found_spans],
        "claims": claims,
        "redactions": redactions,
        "mentions": mentions,
        "quoted": {"start": quoted.start, "end": quoted.end, "exact": quoted.exact} if quoted else None,
    }
    shown = {
        "known": known_from(facts),
        "chosen": ask.arg("claim"),
        "quote": quote,
        "zoom": ask.arg("zoom") if ask.arg("zoom") in ZOOMS else "",
        "zooms": ZOOMS,
        "document_before": before[0] if before else None,
        "document_after": after[0] if after else None,
        **_turns(row, number),
        **_drawn(found, found_spans, quoted, claims, mentions, highlight.placed(blobs[0]["words"]) if blobs else ()),
    }
    return Answer("foia_page.html", f"{row['name']}, page {number}", data, shown)


def _turns(row: dict[str, Any], number: int) -> dict[str, Any]:
    """The numbers of this page and of those before and after it in the file."""
    following = number + 1 if number < row["n_pages"] else None
    return {"number": number, "previous": number - 1 if number > 1 else None, "next": following}


def _drawn(
    found: dict[str, Any],
    found_spans: tuple[highlight.Span, ...],
    quoted: Place | None,
    claims: list[dict[str, Any]],
    mentions: list[dict[str, Any]],
    words: tuple[PlacedWord, ...],
) -> dict[str, Any]:
    """The text in pieces, and everything that is drawn over the page's picture."""
    width, height = size = _size(found)
    claim_spans = tuple((claim["start"], claim["end"]) for claim in claims)
    marks = found_spans + (((quoted.start, quoted.end),) if quoted else ())
    boxes = [highlight.claim_boxes(claim["boxes"]) for claim in claims]
    return {
        "size": size,
        "pieces": highlight.laid_out(found["text"], marks, claim_spans),
        "found_boxes": highlight.boxed(words, found_spans),
        "quote_boxes": highlight.boxed(words, ((quoted.start, quoted.end),)) if quoted else (),
        "mention_boxes": highlight.boxed(words, [(row["start"], row["end"]) for row in mentions]),
        "claim_boxes": boxes,
        "badges": overlay.badges(boxes, width, height),
        "lines": overlay.laid(words, found["text"], width, height),
    }


async def go(ask: Ask) -> Answer:
    """Leads to a page: `to` is a page's number in the file `file`, or a Bates number anywhere."""
    to, file_id = ask.arg("to").strip(), ask.arg("file")
    if file_id and to.isascii() and to.isdigit() and len(to) < 7:
        raise Found(ask.link.page(file_id, int(to)))
    pages = await ask.rows(searching.by_bates(to)) if to else []
    if len(pages) == 1:
        raise Found(ask.link.page(pages[0]["file_id"], pages[0]["page_no"]))
    if pages:
        raise Found(ask.link.to("search", q=to))
    raise Missing("page", to)


async def _unread(ask: Ask, row: dict[str, Any], number: int) -> Answer:
    """The view of a page that exists in the file but was not read; Missing where the file has no such page."""
    failures = await ask.rows(queries.file_failures(row["id"]))
    here = [failure for failure in failures if failure["page_no"] in (None, number)]
    if not (1 <= number <= row["n_pages"] or any(failure["page_no"] == number for failure in here)):
        raise Missing("page", f"{row['name']}, page {number}")
    data = {"file": row, "page_no": number, "failures": here}
    return Answer("foia_unread.html", f"{row['name']}, page {number}: not read", data, _turns(row, number))


def _size(row: dict[str, Any]) -> tuple[float, float]:
    return (row["width"], row["height"]) if row["width"] > 0 and row["height"] > 0 else LETTER
