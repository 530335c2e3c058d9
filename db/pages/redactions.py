"""What is hidden: redactions by exemption code, kind of document, office and month."""

from __future__ import annotations

from typing import Any

from db.citations.cite import named
from db.pages.answer import Answer
from db.pages.ask import Ask
from db.sql import tallies

OFFICES = 40  # shown by name; the rest is one line


async def redactions(ask: Ask) -> Answer:
    """Totals, then tables by code, by kind of document, by the office it is from, and by month."""
    data = {
        "totals": await ask.one(tallies.redaction_totals()),
        "codes": await ask.rows(tallies.redactions_by_code()),
        "kinds": by_kind(await ask.rows(tallies.redactions_by_kind())),
        "offices": by_office(await ask.rows(tallies.redactions_by_author())),
        "months": await ask.rows(tallies.redactions_by_month()),
    }
    return Answer("foia_redactions.html", "What is hidden", data, {"here": "redactions"})


def by_kind(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """One row per kind of document: `n` boxes by code (a box with two codes counts under each) and `codes` with their counts."""
    found: dict[str, dict[str, Any]] = {}
    for row in rows:
        line = found.setdefault(row["kind"], {"kind": row["kind"], "n": 0, "codes": []})
        line["n"] += row["n"]
        line["codes"].append({"code": row["code"], "n": row["n"]})
    return sorted(found.values(), key=lambda line: (-line["n"], line["kind"]))


def by_office(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """One row per office as readers see it: spellings of a withheld name are one, and those with few boxes are put together."""
    found: dict[str, dict[str, Any]] = {}
    for row in rows:
        name = named(row["author"])
        line = found.setdefault(name, {"office": name, "n": 0, "pages": 0})
        line["n"] += row["n"]
        line["pages"] += row["pages"]
    ranked = sorted(found.values(), key=lambda line: (line["office"] == "", -line["n"], line["office"]))
    rest = ranked[OFFICES:]
    if not rest:
        return ranked
    more = {"office": f"{len(rest)} others", "n": sum(r["n"] for r in rest), "pages": sum(r["pages"] for r in rest)}
    return [*ranked[:OFFICES], more]
