"""The list of contradictions with its filters, and one pair with both quotes in context, reasons and citations."""

from __future__ import annotations

from typing import Any

from db import queries, tallies
from db.pages import wording
from db.pages.answer import Answer, Ask
from db.pages.catalogue import catalogue
from db.pages.cite import citation, sources_of
from db.pages.claim import side
from db.pages.pairs import NO_FILTER, listed

SIZE = 20
CONTEXT = 260  # characters of the page shown before and after each quote


async def contradictions(ask: Ask) -> Answer:
    """The list, pairs that share a claim folded under the strongest unless `each=1` asks for every pair by itself.

    Announced changes are not contradictions: they are shown only when asked for with `kind=shift`. `claim` narrows the list
    to the pairs one claim is part of.
    """
    filters = {name: ask.arg(name) for name in NO_FILTER}
    filters["same_speaker"] = "1" if filters["same_speaker"] else ""
    each = bool(ask.arg("each") or filters["claim"])
    found = await listed(ask, filters, SIZE, ask.page_number(), each)
    under = found.pop("under")
    options: dict[str, list[dict[str, Any]]] = {}
    for row in await ask.rows(tallies.contradiction_options()):
        options.setdefault(row["facet"], []).append({"value": row["value"], "n": row["n"]})
    kinds = options.get("kind", [])
    totals = {
        "contradictions": sum(row["n"] for row in kinds if row["value"] != queries.SHIFT),
        "announced_changes": sum(row["n"] for row in kinds if row["value"] == queries.SHIFT),
    }
    data = {"filters": filters, "each": each, "totals": totals, **found, "options": options}
    shifts = filters["kind"] == queries.SHIFT
    title = "Announced changes" if shifts else "Contradictions"
    shown = {"known": await catalogue(ask), "here": "contradictions", "shifts": shifts, "under": under}
    return Answer("foia_contradictions.html", title, data, shown)


async def contradiction(ask: Ask) -> Answer:
    """The pair under this id."""
    asked = ask.part("id")
    row = await ask.named("contradiction", queries.contradiction(asked), asked)
    known = await catalogue(ask)
    claims, sides = [], []
    for name, source in zip(("left", "right"), await sources_of(ask, row["id"]), strict=True):
        claim = await ask.named("claim", queries.claim(row[f"{name}_claim_id"]), row[f"{name}_claim_id"])
        sides.append(side(claim, CONTEXT))
        claim.pop("page_text")
        claim["citation"] = citation(ask, source)
        claims.append(claim)
    data = {
        "contradiction": row,
        "left": claims[0],
        "right": claims[1],
        "reasons": await ask.rows(queries.reasons(row["id"])),
        "permalink": ask.absolute(ask.link.contradiction(row["id"])),
    }
    shown = {"known": known, "sides": list(zip(claims, sides, strict=True)), "shift": row["kind"] == queries.SHIFT}
    first, _, shown["ordered"] = wording.in_order(row["kind"], *claims)
    if first is claims[1]:
        shown["sides"].reverse()
    title = wording.heading(row["kind"], known.subject(row["proposition"]).statement, *claims)
    return Answer("foia_contradiction.html", title, data, shown)
