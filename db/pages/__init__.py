"""The site: a Datasette plugin whose pages read the published database `foia` through Datasette and nothing else."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import datasette
from markupsafe import Markup

from db.contract import metadata
from db.pages import (
    answer,
    assets,
    cite,
    claim,
    contradiction,
    document,
    file,
    guard,
    kin,
    leads,
    originals,
    redactions,
    related,
    results,
    search,
    sign_in,
    start,
    steady,
    timeline,
    topic,
    verdicts,
    wording,
)
from db.pages.answer import answered, style_mark
from db.pages.ask import DATABASE
from db.pages.links import Links

_Hook = TypeVar("_Hook", bound=Callable[..., Any])
hookimpl: Callable[[_Hook], _Hook] = datasette.hookimpl

_ID = r"(?P<id>[^/]+?)"
_TWIN = r"(?:\.json)?$"
PAGES = (
    (r"^/$", start.start),
    (r"^/-/foia/start" + _TWIN, start.start),
    (r"^/-/foia/?$", start.moved_to_start),
    (r"^/-/foia/search" + _TWIN, search.search),
    (r"^/-/foia/contradictions" + _TWIN, contradiction.contradictions),
    (r"^/-/foia/related" + _TWIN, related.related),
    (r"^/-/foia/leads" + _TWIN, leads.leads),
    (rf"^/-/foia/contradiction/{_ID}" + _TWIN, contradiction.contradiction),
    (rf"^/-/foia/claim/{_ID}" + _TWIN, claim.claim),
    (rf"^/-/foia/cite/{_ID}" + _TWIN, cite.cite),
    (rf"^/-/foia/verify/{_ID}" + _TWIN, cite.proof),
    (rf"^/-/foia/document/{_ID}" + _TWIN, document.document),
    (rf"^/-/foia/file/{_ID}/p(?P<number>[0-9]{{1,9}})" + _TWIN, file.page),
    (rf"^/-/foia/file/{_ID}" + _TWIN, file.file),
    (r"^/-/foia/go" + _TWIN, file.go),
    (r"^/-/foia/topics" + _TWIN, topic.topics),
    (rf"^/-/foia/topic/{_ID}" + _TWIN, topic.topic),
    (rf"^/-/foia/family/{_ID}" + _TWIN, kin.family),
    (rf"^/-/foia/thread/{_ID}" + _TWIN, kin.thread),
    (r"^/-/foia/compare" + _TWIN, kin.compare),
    (r"^/-/foia/timeline" + _TWIN, timeline.overview),
    (rf"^/-/foia/timeline/{_ID}" + _TWIN, timeline.timeline),
    (rf"^/-/foia/entity/{_ID}" + _TWIN, topic.entity),
    (r"^/-/foia/reviews" + _TWIN, verdicts.overview),
    (r"^/-/foia/redactions" + _TWIN, redactions.redactions),
    (r"^/-/foia/failures" + _TWIN, start.failures),
    (r"^/-/foia/about" + _TWIN, start.about),
    (r"^/-/foia/tables" + _TWIN, start.tables),
    (r"^/-/foia/(?P<rest>.*)$", start.no_such_page),
)
# Where a cell of Datasette's own tables leads: (table or '' for any, column) to (kind of page, column that holds its id).
CELLS = {
    ("claims", "quote"): ("claim", "id"),
    ("contradictions", "explanation"): ("contradiction", "id"),
    ("contradiction_sheet", "explanation"): ("contradiction", "id"),
    ("contradiction_sheet", "left_quote"): ("contradiction", "id"),
    ("contradiction_sheet", "right_quote"): ("contradiction", "id"),
    ("documents", "title"): ("document", "id"),
    ("entities", "name"): ("entity", "id"),
    ("files", "name"): ("file", "id"),
    ("pages", "page_no"): ("page_id", "id"),
    ("", "page_id"): ("page_id", "page_id"),
    ("", "left_page_id"): ("page_id", "left_page_id"),
    ("", "right_page_id"): ("page_id", "right_page_id"),
    ("", "document_id"): ("document", "document_id"),
    ("", "file_id"): ("file", "file_id"),
    ("", "entity_id"): ("entity", "entity_id"),
    ("", "speaker_id"): ("entity", "speaker_id"),
    ("", "left_claim_id"): ("claim", "left_claim_id"),
    ("", "right_claim_id"): ("claim", "right_claim_id"),
    ("", "contradiction_id"): ("contradiction", "contradiction_id"),
}
CELL_CHARACTERS = 300


@hookimpl
def register_routes() -> list[tuple[str, Callable[..., Awaitable[Any]]]]:
    """Every page with its JSON twin, the images and style sheets, and the address for monitors."""
    files: list[tuple[str, Callable[..., Awaitable[Any]]]] = [
        (r"^/-/foia/image/(?P<name>[^/]+)$", assets.image),
        (r"^/-/foia/static/(?P<name>[^/]+)$", assets.style),
        (rf"^/-/foia/cite/{_ID}/(?P<form>[a-z]+)$", cite.cite_file),
        (r"^/-/foia/sign-in$", sign_in.sign_in),
        (r"^/-/foia/sign-out$", sign_in.sign_out),
        (r"^/-/foia/review$", verdicts.review),
        (r"^/-/foia/healthz$", start.healthz),
        (r"^/-/foia/original/(?P<name>[^/]+)$", originals.original),
        (r"^/-/foia/search\.(?P<form>csv|xlsx|atom)$", results.results),
    ]
    return files + [(pattern, answered(gather)) for pattern, gather in PAGES]


@hookimpl
def prepare_connection(conn: Any, database: str) -> None:
    """The edition never changes while it is open, so it is read through the system's memory and not copied piece by piece."""
    if database == DATABASE:
        conn.execute("PRAGMA mmap_size = 4294967296")
        conn.execute("PRAGMA cache_size = -32768")  # KiB


@hookimpl
def startup(datasette: Any) -> Callable[[], Awaitable[None]]:
    """What costs the first visitor of a page time is done before anybody comes."""

    async def begin() -> None:
        answer.prepare(datasette)
        if DATABASE in datasette.databases:
            steady.settle(datasette.databases[DATABASE])
            # Nobody waits yet: asked in this thread, and not handed to another and back three hundred times.
            threads, datasette.executor = datasette.executor, None
            try:
                await steady.learn(datasette.databases[DATABASE])
            finally:
                datasette.executor = threads

    return begin


@hookimpl
def get_metadata(datasette: Any, key: str | None) -> dict[str, Any]:
    """What is said of tables and columns, where a page is about to show it (see `db.contract.metadata.HOOKED`)."""
    if key not in (None, "databases"):
        return {}
    inspected = ((datasette.inspect_data or {}).get(DATABASE) or {}).get("tables") or {}
    rows = {name: int(table["count"]) for name, table in inspected.items()}
    return {"databases": {DATABASE: {"tables": metadata.tables(rows)}}}


@hookimpl
def render_cell(row: Any, value: Any, column: str, table: str | None, database: str, datasette: Any) -> Markup | None:
    """Ids and titles in Datasette's own tables lead to the pages made for reading."""
    if database != DATABASE or table is None or value in (None, ""):
        return None
    kind, key = CELLS.get((table, column)) or CELLS.get(("", column)) or ("", "")
    if not kind or key not in row.keys():  # noqa: SIM118  a database row iterates over its values
        return None
    # Datasette hands a foreign key over as {"value": id, "label": name of the row it leads to}.
    text = str(value.get("label") or value.get("value")) if isinstance(value, dict) else str(value)
    leads_to = row[key]["value"] if isinstance(row[key], dict) else row[key]
    return Markup('<a href="{}">{}</a>').format(
        getattr(Links(datasette), kind)(str(leads_to)), wording.short(text, CELL_CHARACTERS)
    )


@hookimpl
def asgi_wrapper(datasette: Any) -> Callable[[guard.App], guard.App]:
    """What goes for every answer, those of Datasette's own pages too: a content security policy, safe CSV, configured links."""
    return guard.guarded(datasette)


@hookimpl
def prepare_jinja2_environment(env: Any) -> None:
    """The filters with which the templates of Datasette's own pages are made readable by all."""
    env.filters["readable"] = guard.readable
    env.filters["meanings"] = metadata.meanings


@hookimpl
def extra_css_urls(datasette: Any) -> list[str]:
    """A few rules for Datasette's own pages; ours bring their own style sheet."""
    return [Links(datasette).static("tables.css", style_mark("tables.css"))]


@hookimpl
def menu_links(datasette: Any) -> list[dict[str, str]]:
    """Ways back from Datasette's own pages."""
    link = Links(datasette)
    return [
        {"href": link.start(), "label": "Start"},
        {"href": link.to("search"), "label": "Search"},
        {"href": link.to("contradictions"), "label": "Contradictions"},
    ]
