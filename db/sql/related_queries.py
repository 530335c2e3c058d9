"""The SQL of the pairs shown beside the contradictions: to review, or told apart as what they are. One `Query` each."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from db.building.parts import of_paper
from db.sql.queries import Query, before

REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What the list is narrowed to; '' does not filter. `relation` is `review` or a kind of related pair; `claim` either side."""

    relation: str = ""
    proposition: str = ""
    claim: str = ""

    def asked(self) -> dict[str, str]:
        """As a query string has them."""
        return asdict(self)


# Only what is asked for stands in the statement, so that an index can serve it. No value is ever joined into it.
_CLAIM = "x.id IN (SELECT id FROM related_pairs WHERE left_claim_id = :claim UNION "
_WHERE = {
    "proposition": "x.proposition = :proposition",
    "claim": f"{_CLAIM}SELECT id FROM related_pairs WHERE right_claim_id = :claim)",
}


def _passing(narrowed: Narrowed) -> str:
    asked = [sql for name, sql in _WHERE.items() if getattr(narrowed, name)]
    if narrowed.relation == REVIEW:
        asked.append("x.list = 'review'")
    elif narrowed.relation:
        asked.append("x.list = 'related' AND x.kind = :relation")
    return f"FROM related_pairs x WHERE {' AND '.join(asked) or '1'}"


def count(narrowed: Narrowed) -> Query:
    """How many pairs pass: column `n`."""
    return Query(f"SELECT count(*) AS n {_passing(narrowed)}", narrowed.asked())


def listed(narrowed: Narrowed, limit: int, offset: int) -> Query:
    """The rows of `related_pairs` that pass: those to review first, the most opposed first among each.

    Rows of equal score come in the order of the table, last first, so that an index holds the whole order.
    """
    order = "x.list DESC, x.score DESC, x.rowid DESC"
    return Query(
        f"SELECT x.* {_passing(narrowed)} ORDER BY {order} LIMIT :limit OFFSET :offset",
        {**narrowed.asked(), "limit": limit, "offset": offset},
    )


def claims(ids: Iterable[str]) -> Query:
    """The claims with these ids, each with its page and document."""
    return Query(
        f"""SELECT c.id, c.topic, c.proposition, c.metric, c.stance, c.status, c.value, c.bound, c.unit, c.quote, c.speaker,
  c.speaker_kind, c.addressee, c.date, c.date_precision, c.population, c.audience, c.page_id, c.document_id,
  {before("c", "p")} AS printed_before, p.file_id, p.file, p.page_no, p.bates, {of_paper("title")} AS document_title,
  {of_paper("kind")} AS document_kind
FROM json_each(:ids) j JOIN claims c ON c.id = j.value JOIN pages p ON p.id = c.page_id
JOIN documents d ON d.id = c.document_id""",
        {"ids": json.dumps(sorted(set(ids)))},
    )


def reasons(ids: Iterable[str]) -> Query:
    """Why each of these pairs is what it is, in order; the words compared are left out, they are the quotes."""
    return Query(
        """SELECT r.pair_id, r.position, r.feature, r.left, r.right, r.weight, r.note
FROM json_each(:ids) j JOIN related_reasons r ON r.pair_id = j.value WHERE r.feature <> 'words' ORDER BY r.pair_id, r.position""",
        {"ids": json.dumps(sorted(set(ids)))},
    )


def options() -> Query:
    """What the list can be narrowed by: `facet`, `value`, `n` pairs."""
    return Query(
        """SELECT 'relation' AS facet, 'review' AS value, count(*) AS n FROM related_pairs WHERE list = 'review'
UNION ALL SELECT 'relation', kind, count(*) FROM related_pairs WHERE list = 'related' GROUP BY kind
UNION ALL SELECT 'proposition', proposition, count(*) FROM related_pairs GROUP BY proposition ORDER BY facet, n DESC, value""",
        stored="related_options",
    )
