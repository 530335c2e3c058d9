"""The queue of leads: sentences opposed in one word, beyond what the topics ask; exploratory, and never among contradictions."""

from __future__ import annotations

from typing import Any

from db.pages.answer import Answer, pager
from db.pages.ask import Ask
from db.verdicts import leading

SIZE = 20


async def leads(ask: Ask) -> Answer:
    """The queue, narrowed by `kind` (negation, opposite, duty, number)."""
    kind = ask.arg("kind")
    options = await ask.rows(leading.options())
    place = pager(await ask.count(leading.count(kind)), ask.page_number(), SIZE)
    found = await ask.rows(leading.listed(kind, SIZE, (place["number"] - 1) * SIZE))
    reasons = await ask.all(*(leading.reasons(row["id"]) for row in found))
    rows = [_row(row, list(why)) for row, why in zip(found, reasons, strict=True)]
    data: dict[str, Any] = {"filters": {"kind": kind}, "pager": place, "leads": rows, "options": options}
    return Answer("foia_leads.html", "Leads - exploratory, not contradictions", data, {"here": "contradictions"})


def _row(row: dict[str, Any], reasons: list[dict[str, Any]]) -> dict[str, Any]:
    """A lead with each side by itself."""
    made: dict[str, Any] = {key: row[key] for key in ("id", "kind", "party", "score")}
    for side in ("left", "right"):
        made[side] = {key.removeprefix(f"{side}_"): row[key] for key in row if key.startswith(f"{side}_")}
    return made | {"reasons": reasons}
