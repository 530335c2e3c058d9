"""The results of a search to take away: CSV, XLSX, or an Atom feed to follow."""

from __future__ import annotations

import asyncio
import xml.etree.ElementTree as ElementTree
from typing import Any

from datasette.database import QueryInterrupted
from datasette.utils.asgi import Response

from db.pages.answer import HEADERS
from db.pages.ask import Ask
from db.pages.search import Group, Look, asked, folded, hits
from db.pages.wording import short
from db.sheets import csv_bytes, xlsx_bytes
from db.sql import queries

FEED = 50  # entries of a feed
HEAD = {
    "pages": ("id", "snippet", "title", "kind", "date", "author", "bates", "file", "page_no", "release_id", "method",
              "confidence"),
    "claims": ("id", "quote", "proposition", "metric", "stance", "status", "value", "unit", "speaker", "speaker_kind",
               "addressee", "date", "title", "bates", "file", "page_no", "release_id", "confidence"),
    "documents": ("id", "title", "kind", "date", "author", "recipients", "bates_first", "bates_last", "file", "first_page",
                  "last_page", "release_id"),
    "files": ("id", "name", "media_type", "n_pages", "status", "problem", "release_id"),
}  # fmt: skip
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "atom": "application/atom+xml; charset=utf-8",
}
_ATOM = "http://www.w3.org/2005/Atom"


async def results(datasette: Any, request: Any) -> Any:
    """Up to `db.sql.searching.CAP` results, each copy on a line of its own, in the order of the page."""
    ask = Ask(datasette, request)
    look, form = asked(ask), request.url_vars["form"]
    try:
        groups = [] if look.empty else _apart(folded(await ask.rows(look.candidates()), look.sort))
        found, _ = await hits(ask, look, groups[:FEED] if form == "atom" else groups)
        data = await _feed(ask, look, found) if form == "atom" else await asyncio.to_thread(_sheet, ask, look, found, form)
    except QueryInterrupted:
        return Response.text("This took too long. Use longer or more words.", status=503, headers=dict(HEADERS))
    except KeyError:
        return Response.text("No edition is loaded.", status=503, headers=dict(HEADERS))
    headers = dict(HEADERS)
    if form != "atom":
        headers["Content-Disposition"] = f'attachment; filename="search-{look.where}.{form}"'
    return Response(data, headers=headers, content_type=TYPES[form])


def _apart(groups: list[Group]) -> list[Group]:
    return [Group(row, ()) for group in groups for row in (group.head, *group.others)]


def _address(ask: Ask, look: Look, row: dict[str, Any]) -> str:
    """Where the row is shown."""
    if look.where == "pages":
        return ask.link.page(row["file_id"], row["page_no"], q=look.wanted.typed)
    return {"claims": ask.link.claim, "documents": ask.link.document, "files": ask.link.file}[look.where](row["id"])


def _sheet(ask: Ask, look: Look, found: list[dict[str, Any]], form: str) -> bytes:
    head = HEAD[look.where]
    rows = [(*(row.get(name) for name in head), ask.absolute(_address(ask, look, row))) for row in found]
    return (csv_bytes if form == "csv" else xlsx_bytes)((*head, "link"), rows)


async def _feed(ask: Ask, look: Look, found: list[dict[str, Any]]) -> bytes:
    """The best results as a feed. Every entry is as old as the edition: a record has no day on which it was put here."""
    facts = {row["key"]: row["value"] for row in await ask.rows(queries.edition())}
    built = facts.get("built_at") or "1970-01-01T00:00:00Z"
    feed = ElementTree.Element("feed", xmlns=_ATOM)
    here = ask.absolute(ask.request.path + (f"?{ask.request.query_string}" if ask.request.query_string else ""))
    page = ask.absolute(ask.link.to("search") + (f"?{ask.request.query_string}" if ask.request.query_string else ""))
    _add(feed, "id", f"urn:foia:search:{look.where}:{ask.request.query_string}")
    _add(feed, "title", f"Search of released records: {look.wanted.typed}" if look.wanted.typed else "Released records")
    _add(feed, "updated", built)
    ElementTree.SubElement(feed, "link", rel="self", href=_clean(here))
    ElementTree.SubElement(feed, "link", rel="alternate", type="text/html", href=_clean(page))
    _add(ElementTree.SubElement(feed, "author"), "name", "Released records (machine-found, not reviewed)")
    for row in found:
        entry = ElementTree.SubElement(feed, "entry")
        _add(entry, "id", f"urn:foia:{look.where}:{row['id']}")
        title = row.get("title") or row.get("name") or row.get("file") or row["id"]
        _add(entry, "title", f"{short(title, 120)}, page {row['page_no']}" if "page_no" in row else short(title, 120))
        _add(entry, "updated", built)
        ElementTree.SubElement(
            entry, "link", rel="alternate", type="text/html", href=_clean(ask.absolute(_address(ask, look, row)))
        )
        _add(entry, "summary", row.get("quote") or row["snippet"] or short(title, 120))
    return bytes(ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True))


def _add(parent: ElementTree.Element, name: str, text: object) -> None:
    ElementTree.SubElement(parent, name).text = _clean(str(text))


def _clean(text: str) -> str:
    """The text without what XML cannot hold."""
    return "".join(c for c in text if c in "\t\n\r" or " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c > "\uffff")
