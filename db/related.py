"""The tables of pairs that are shown beside the contradictions and never among them; part of the contract in `db/schema.py`."""

from __future__ import annotations

from db.shapes import Table
from db.shapes import table as _t

TABLES: tuple[Table, ...] = (
    _t(
        "related_pairs",
        "Machine-found, not listed: pairs below the chance for a contradiction, and what only looks like one.",
        """
id | TEXT PRIMARY KEY | Made of kind and the two claims.
list | TEXT NOT NULL | review (a contradiction, if one, by a lower chance) or related (told apart from a contradiction).
kind | TEXT NOT NULL | stance, number or data under review; or dispute, redefinition, scope, hedged, copy: what it really is.
left_claim_id | TEXT NOT NULL REFERENCES claims(id) | One claim; the earlier where dates are known.
right_claim_id | TEXT NOT NULL REFERENCES claims(id) | The other claim.
topic | TEXT NOT NULL | Topic file.
proposition | TEXT NOT NULL | Proposition or metric at issue.
score | REAL NOT NULL | How strongly the two are opposed (0..1).
days_apart | INTEGER | Days between the two; empty where a date is unknown.
same_speaker | INTEGER NOT NULL | 1 when the same speaker said both.
audience_pair | TEXT NOT NULL | Such as internal/public.
explanation | TEXT NOT NULL | What sets the two against each other, and what they are.
""",
        indexes=(
            ("list", "score"),
            ("score",),
            ("kind", "score"),
            ("proposition", "score"),
            ("left_claim_id",),
            ("right_claim_id",),
        ),
    ),
    _t(
        "related_reasons",
        "Why a pair is related and no contradiction: one row per thing compared.",
        """
pair_id | TEXT NOT NULL REFERENCES related_pairs(id) | The pair.
position | INTEGER NOT NULL | Order of the row.
feature | TEXT NOT NULL | What was compared.
left | TEXT NOT NULL | What the left claim has.
right | TEXT NOT NULL | What the right claim has.
weight | REAL NOT NULL | What it weighed.
note | TEXT NOT NULL | What it means.
""",
        ("PRIMARY KEY (pair_id, position)",),
    ),
)
