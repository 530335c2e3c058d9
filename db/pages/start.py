"""The pages about the edition as a whole: start, failures, about, tables, and whether the server is well."""

from __future__ import annotations

from typing import Any

from datasette.utils.asgi import Response

from db.contract import schema
from db.pages.answer import HEADERS, Answer, pager
from db.pages.ask import Ask, Missing, Moved
from db.pages.catalogue import catalogue
from db.pages.doubts import doubts
from db.pages.pairs import listed
from db.pages.verdicts import counted, verdicts
from db.sql import pair_queries, queries, tallies
from db.sql.pair_queries import Filters

COUNTED = ("releases", "files", "pages", "documents", "claims", "redactions", "failures")
FAILURES_SHOWN = 100
STRONGEST = 5
RIGHT = "measured: of the contradictions it listed, right"  # the fact of the edition, such as "84% (94 of 112)"


async def start(ask: Ask) -> Answer:
    """What is here, what could not be read, where to begin, and the strongest pairs."""
    rows = {row["name"]: row["n"] for row in await ask.rows(tallies.row_counts())}
    counts = {name: rows[name] for name in COUNTED}
    strongest = await listed(ask, Filters(), STRONGEST)
    counts["contradictions"] = strongest["pairs"]
    kinds = {row["value"]: row["n"] for row in await ask.rows(pair_queries.options()) if row["facet"] == "kind"}
    counts["announced_changes"] = kinds.get(queries.SHIFT, 0)
    data = {
        "counts": counts,
        "unread": await ask.one(tallies.unread()),
        "releases": await ask.rows(queries.releases()),
        "doubts": await doubts(ask),
        "strongest": strongest["contradictions"],
    }
    known = await catalogue(ask)
    shown = {"known": known, "here": "start", "right": known.facts.get(RIGHT, "")}
    return Answer("foia_start.html", "What the released records say", data, shown)


async def failures(ask: Ask) -> Answer:
    """Everything that was not read or computed, with the remedy."""
    kinds = await ask.rows(tallies.failures_by_kind())
    place = pager(sum(row["n"] for row in kinds), ask.page_number(), FAILURES_SHOWN)
    rows = await ask.rows(queries.failures(FAILURES_SHOWN, (place["number"] - 1) * FAILURES_SHOWN))
    troubled = [row for row in await ask.rows(queries.files()) if row["status"] != "read"]
    data = {"kinds": kinds, "failures": rows, "files": troubled, "pager": place}
    return Answer("foia_failures.html", "What could not be read", data, {"here": "failures"})


async def about(ask: Ask) -> Answer:
    """Which edition this is, how its findings were made, and what they are worth."""
    known = await catalogue(ask)
    facts = {key: value for key, value in known.facts.items() if key != "topics"}
    rows = {row["name"]: row["n"] for row in await ask.rows(tallies.row_counts())}
    measured = {key: value for key, value in facts.items() if key.startswith(("measured", "precision", "recall"))}
    data = {
        "edition": {key: value for key, value in facts.items() if key not in measured},
        "found_by": await ask.rows(tallies.claims_by_extractor()),
        "doubtful": rows.get("boundaries", 0),
        "measured": measured,
        "methods": await ask.rows(tallies.pages_by_method()),
        "releases": await ask.rows(queries.releases()),
        "unread": await ask.one(tallies.unread()),
        "doubts": await doubts(ask),
        "reviewed": counted(await verdicts(ask), "contradiction"),
    }
    return Answer("foia_about.html", "About this edition", data, {"here": "about"})


async def tables(ask: Ask) -> Answer:
    """Every table with what a row is and how many there are, linked to Datasette's own pages."""
    counts = {row["name"]: row["n"] for row in await ask.rows(tallies.row_counts())}
    shown = tuple(table for table in schema.TABLES if table.name in counts)  # an edition built earlier may count fewer
    data = {"tables": [{"name": table.name, "help": table.help, "rows": counts[table.name]} for table in shown]}
    return Answer("foia_tables.html", "All tables", data, {"here": "tables"})


async def moved_to_start(ask: Ask) -> Answer:
    """`/-/foia` is the start page."""
    raise Moved(ask.link.start())


async def no_such_page(ask: Ask) -> Answer:
    """Any other address below `/-/foia/`."""
    raise Missing("page", ask.part("rest"))


async def healthz(datasette: Any, request: Any) -> Any:
    """200 with the edition's manifest when the database answers, 503 when it does not; for monitors."""
    try:
        facts = {row["key"]: row["value"] for row in await Ask(datasette, request).rows(queries.edition())}
    except Exception as error:  # whatever is wrong, a monitor must get an answer and not a traceback
        return Response.json({"ok": False, "error": type(error).__name__}, status=503, headers=dict(HEADERS))
    found = next((facts[key] for key in ("manifest", "manifest_sha256", "sha256") if key in facts), "")
    return Response.json({"ok": True, "edition": found}, headers=dict(HEADERS) | {"Cache-Control": "no-store"})
