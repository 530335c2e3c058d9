"""What is hidden: redactions by exemption code and by kind of document."""

from __future__ import annotations

from db import tallies
from db.pages.answer import Answer, Ask


async def redactions(ask: Ask) -> Answer:
    """Totals, then a table by code, then one by kind of document and code."""
    data = {
        "totals": await ask.one(tallies.redaction_totals()),
        "codes": await ask.rows(tallies.redactions_by_code()),
        "kinds": await ask.rows(tallies.redactions_by_kind()),
    }
    return Answer("foia_redactions.html", "What is hidden", data, {"here": "redactions"})
