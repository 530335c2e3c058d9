"""One claim: the quote in its page's text and on its page's image, who says it, when, and what it stands against."""

from __future__ import annotations

from typing import Any

from db.pages import highlight, wording
from db.pages.answer import Answer, context_pieces
from db.pages.ask import Ask
from db.pages.catalogue import catalogue
from db.pages.cite import citation, sources_of
from db.pages.file import LETTER
from db.pages.pairs import judged
from db.pages.verdicts import live, told
from db.sql import pair_queries, queries


async def claim(ask: Ask) -> Answer:
    """The claim under this id."""
    row = await ask.named("claim", queries.claim(ask.part("id")), ask.part("id"))
    standings = await live(ask)
    shown = {"known": await catalogue(ask), "side": side(row)}
    row.pop("page_text")
    data = {
        "claim": row,
        "citation": citation(ask, (await sources_of(ask, row["id"]))[0]),
        "contradictions": [judged(pair, standings) for pair in await ask.rows(pair_queries.of_claim(row["id"]))],
        "review": await told(ask, "claim", row["id"]),
    }
    return Answer("foia_claim.html", f"“{wording.short(row['quote'], 90)}”", data, shown)


def side(row: dict[str, Any], room: int = 420) -> dict[str, Any]:
    """What a template needs to show a claim (a row of `queries.claim`): its words in context and its piece of the page."""
    boxes = highlight.claim_boxes(row["boxes"])
    width, height = (row["width"], row["height"]) if row["width"] > 0 and row["height"] > 0 else LETTER
    return {
        **context_pieces(row, room),
        "boxes": boxes,
        "window": highlight.window(boxes, width, height),
        "size": (width, height),
        "reasons": wording.rows_of(row["reasons"]),
    }
