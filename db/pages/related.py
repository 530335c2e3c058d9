"""Pairs beside the contradictions: those to review, and what only looks like a contradiction, each as what it is."""

from __future__ import annotations

from typing import Any

from db.pages.answer import Answer, pager
from db.pages.ask import Ask
from db.pages.catalogue import catalogue
from db.pages.contradiction import waiting
from db.sql import related_queries
from db.sql.related_queries import Narrowed

SIZE = 20


async def related(ask: Ask) -> Answer:
    """The list, narrowed by `relation` (review, dispute, redefinition, scope, hedged, copy, shift), `proposition` and `claim`."""
    narrowed = Narrowed(ask.arg("relation"), ask.arg("proposition"), ask.arg("claim"))
    stored = await ask.rows(related_queries.options())
    place = pager(await _count(ask, narrowed, stored), ask.page_number(), SIZE)
    pairs = await ask.rows(related_queries.listed(narrowed, SIZE, (place["number"] - 1) * SIZE))
    sides = (pair[f"{side}_claim_id"] for pair in pairs for side in ("left", "right"))
    claims, reasons = await ask.all(related_queries.claims(sides), related_queries.reasons(pair["id"] for pair in pairs))
    by_id = {claim["id"]: claim for claim in claims}
    rows = [
        pair
        | {"left": by_id[pair["left_claim_id"]], "right": by_id[pair["right_claim_id"]]}
        | {"reasons": [{key: row[key] for key in row if key != "pair_id"} for row in reasons if row["pair_id"] == pair["id"]]}
        for pair in pairs
    ]
    data: dict[str, Any] = {
        "filters": narrowed.asked(),
        "pager": place,
        "related_pairs": rows,
        "options": {name: [row for row in stored if row["facet"] == name] for name in ("relation", "proposition")},
    }
    shown = {"known": await catalogue(ask), "here": "contradictions", "waiting": waiting(stored)}
    title = "Pairs to review" if narrowed.relation == related_queries.REVIEW else "Related pairs - not contradictions"
    return Answer("foia_related.html", title, data, shown)


async def _count(ask: Ask, narrowed: Narrowed, stored: list[dict[str, Any]]) -> int:
    """How many pairs pass; of the whole list as counted at the build."""
    if any(narrowed.asked().values()):
        return await ask.count(related_queries.count(narrowed))
    return sum(row["n"] for row in stored if row["facet"] == "relation")
