"""The queue of leads: sentences alike in words and opposed in one, beyond what topics ask. Exploratory, no contradictions.

Its two tables, how its rows are made, and the SQL of its page. Nothing of it is counted or exported with contradictions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from db.building import rows
from db.building.rows import Row
from db.contract.shapes import Table
from db.contract.shapes import table as _t
from db.sql.queries import Query
from pipeline.records.lead import Lead

TABLES: tuple[Table, ...] = (
    _t(
        "leads",
        "Exploratory: two sentences alike in words and opposed in one, found without a topic. No contradictions, not reviewed.",
        """
id | TEXT PRIMARY KEY | Made of kind and the two sentences.
position | INTEGER NOT NULL | Place in the queue: the most alike first, one's own side somewhat sooner.
kind | TEXT NOT NULL | negation, opposite (words of opposite meaning), duty (may against must) or number.
party | TEXT NOT NULL | own (both documents of one author or side), unknown, or other.
score | REAL NOT NULL | How much the two have in common (0..1); no chance of anything.
left_quote | TEXT NOT NULL | One sentence; of the earlier document where dates are known.
left_page_id | TEXT NOT NULL REFERENCES pages(id) | Page it stands on.
left_document_id | TEXT NOT NULL REFERENCES documents(id) | Document it stands in.
left_start | INTEGER NOT NULL | Where it starts in the page's text.
right_quote | TEXT NOT NULL | The other sentence.
right_page_id | TEXT NOT NULL REFERENCES pages(id) | Page it stands on.
right_document_id | TEXT NOT NULL REFERENCES documents(id) | Document it stands in.
right_start | INTEGER NOT NULL | Where it starts in the page's text.
""",
        indexes=(("position",), ("kind", "position")),
    ),
    _t(
        "lead_reasons",
        "Why two sentences are a lead: one row per thing compared.",
        """
lead_id | TEXT NOT NULL REFERENCES leads(id) | The lead.
position | INTEGER NOT NULL | Order of the row.
feature | TEXT NOT NULL | What was compared.
left | TEXT NOT NULL | What one sentence has.
right | TEXT NOT NULL | What the other has.
weight | REAL NOT NULL | What it adds to how much they have in common.
note | TEXT NOT NULL | What it means.
""",
        ("PRIMARY KEY (lead_id, position)",),
    ),
)
SHOWN = ("left_quote", "right_quote")


def fill(found: Iterable[Lead], add: Callable[[str, Row], Any], text_of: Callable[[str], str | None]) -> None:
    """Adds the leads in order. One whose words are not those of the published pages, as where a name is masked, is left out."""
    position = 0
    for one in found:
        if any((text_of(side.page_id) or "")[side.start : side.end] != side.quote for side in (one.left, one.right)):
            continue
        position += 1
        row: Row = {"id": one.id, "position": position, "kind": one.kind, "party": one.party, "score": one.score}
        for name, side in (("left", one.left), ("right", one.right)):
            row |= {f"{name}_quote": side.quote, f"{name}_page_id": side.page_id, f"{name}_start": side.start}
            row[f"{name}_document_id"] = side.document_id
        add("leads", row)
        for order, reason in enumerate(one.reasons):
            add("lead_reasons", {"lead_id": one.id, "position": order} | rows.reason(reason))


def count(kind: str) -> Query:
    """How many leads there are, of this kind unless it is '': column `n`."""
    return Query(f"SELECT count(*) AS n FROM leads x {_where(kind)}", {"kind": kind})


def listed(kind: str, limit: int, offset: int) -> Query:
    """The leads in the order of the queue, each side with its page and document."""
    return Query(
        f"""SELECT x.id, x.kind, x.party, x.score, {_side("left", "l")}, {_side("right", "r")}
FROM leads x JOIN pages lp ON lp.id = x.left_page_id JOIN documents ld ON ld.id = x.left_document_id
JOIN pages rp ON rp.id = x.right_page_id JOIN documents rd ON rd.id = x.right_document_id
{_where(kind)} ORDER BY x.position LIMIT :limit OFFSET :offset""",
        {"kind": kind, "limit": limit, "offset": offset},
    )


def reasons(lead_id: str) -> Query:
    """Why this pair is a lead, in order."""
    sql = "SELECT feature, left, right, note FROM lead_reasons WHERE lead_id = :id ORDER BY position"
    return Query(sql, {"id": lead_id})


def options() -> Query:
    """How many there are of each kind: `value`, `n`."""
    return Query("SELECT kind AS value, count(*) AS n FROM leads GROUP BY kind ORDER BY n DESC, kind", stored="lead_options")


def _where(kind: str) -> str:
    return "WHERE x.kind = :kind" if kind else ""


def _side(name: str, short: str) -> str:
    page = (f"{short}p.{column} AS {name}_{column}" for column in ("file_id", "file", "page_no", "bates"))
    document = (f"{short}d.{column} AS {name}_{column}" for column in ("title", "date", "date_precision", "author"))
    kind = f"{short}d.kind AS {name}_document_kind"
    return ", ".join((f"x.{name}_quote, x.{name}_document_id", kind, *page, *document))
