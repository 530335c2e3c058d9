"""The list of contradictions with its filters, and one pair with both quotes in context, reasons and citations."""

from __future__ import annotations

from typing import Any

from db import queries, tallies
from db.pages import wording
from db.pages.answer import Answer, Ask, pager
from db.pages.catalogue import catalogue
from db.pages.claim import citation, side

SIZE = 20
CONTEXT = 260  # characters of the page shown before and after each quote
FILTERS = ("kind", "proposition", "speaker_kind", "audience", "verdict", "same_speaker")


async def contradictions(ask: Ask) -> Answer:
    """The list. Announced changes are not contradictions: they are shown only when asked for with `kind=shift`."""
    filters = {name: ask.arg(name) for name in FILTERS}
    filters["same_speaker"] = "1" if filters["same_speaker"] else ""
    total = await ask.count(queries.contradictions_count(filters))
    place = pager(total, ask.page_number(), SIZE)
    options: dict[str, list[dict[str, Any]]] = {}
    for row in await ask.rows(tallies.contradiction_options()):
        options.setdefault(row["facet"], []).append({"value": row["value"], "n": row["n"]})
    kinds = options.get("kind", [])
    totals = {
        "contradictions": sum(row["n"] for row in kinds if row["value"] != queries.SHIFT),
        "announced_changes": sum(row["n"] for row in kinds if row["value"] == queries.SHIFT),
    }
    rows = await ask.rows(queries.contradictions(filters, SIZE, (place["number"] - 1) * SIZE))
    data = {"filters": filters, "totals": totals, "pager": place, "contradictions": rows, "options": options}
    shifts = filters["kind"] == queries.SHIFT
    title = "Announced changes" if shifts else "Contradictions"
    return Answer(
        "foia_contradictions.html", title, data, {"known": await catalogue(ask), "here": "contradictions", "shifts": shifts}
    )


async def contradiction(ask: Ask) -> Answer:
    """The pair under this id."""
    asked = ask.part("id")
    row = await ask.named("contradiction", queries.contradiction(asked), asked)
    known = await catalogue(ask)
    claims, sides = [], []
    for name in ("left", "right"):
        claim = await ask.named("claim", queries.claim(row[f"{name}_claim_id"]), row[f"{name}_claim_id"])
        sides.append(side(claim, CONTEXT))
        claim.pop("page_text")
        claim["citation"] = citation(ask, claim, ask.link.claim(claim["id"]))
        claims.append(claim)
    data = {
        "contradiction": row,
        "left": claims[0],
        "right": claims[1],
        "reasons": await ask.rows(queries.reasons(row["id"])),
        "permalink": ask.datasette.absolute_url(ask.request, ask.link.contradiction(row["id"])),
    }
    shown = {"known": known, "sides": list(zip(claims, sides, strict=True)), "shift": row["kind"] == queries.SHIFT}
    title = f"{wording.label(wording.KINDS, row['kind'])}: {known.subject(row['proposition']).statement}"
    return Answer("foia_contradiction.html", title, data, shown)
