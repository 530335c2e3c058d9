"""The SQL of the list of contradictions: filters, order, what it can be narrowed by. Each function gives one `Query`.

Verdicts are taken live: `Filters.live` holds, as a JSON object, what people decided since the edition was built. It wins over
the verdict stored with the pair, so that a list is right the moment somebody has reviewed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from db.queries import Query


@dataclass(frozen=True, slots=True)
class Filters:
    """What the list is narrowed to; '' (or None) does not filter. `days_from` and `days_to` are days between both claims.

    `speaker` is part of a speaker's or author's name on either side; `claim` the id of a claim on either side.
    """

    kind: str = ""
    proposition: str = ""
    speaker_kind: str = ""
    speaker: str = ""
    audience: str = ""
    verdict: str = ""
    same_speaker: str = ""
    claim: str = ""
    days_from: int | None = None
    days_to: int | None = None
    score_from: float | None = None
    sort: str = ""
    live: str = "{}"

    def params(self) -> dict[str, Any]:
        """For SQL; the speaker without capitals."""
        named = {field.name: getattr(self, field.name) for field in fields(self)}
        return named | {"speaker": self.speaker.lower()}

    def asked(self) -> dict[str, Any]:
        """As a query string has them: what does not filter is ''."""
        named = {field.name: getattr(self, field.name) for field in fields(self) if field.name != "live"}
        return {name: "" if value is None else value for name, value in named.items()}


_SIDE = (
    "id", "metric", "stance", "status", "value", "unit", "bound", "population", "date_precision", "addressee", "speaker_kind",
)  # fmt: skip
_BOTH = ", ".join(
    f"{letter}.{column} AS {side}_{'claim_' * (column == 'id')}{column}"
    for side, letter in (("left", "l"), ("right", "r"))
    for column in _SIDE
)
_ROWS = f"""SELECT s.*, {_BOTH}, x.reviewed_on FROM contradictions x JOIN contradiction_sheet s ON s.id = x.id
JOIN claims l ON l.id = x.left_claim_id JOIN claims r ON r.id = x.right_claim_id"""
_LIVE = "live AS MATERIALIZED (SELECT key AS id, value AS verdict FROM json_each(:live))"
_JOIN = "LEFT JOIN live v ON v.id = x.id"
_VERDICT = "coalesce(v.verdict, x.verdict)"
# Confirmed by a person first, dismissed last; between them the score, in which same speaker and public against internal count.
_USEFUL = f"CASE {_VERDICT} WHEN 'confirmed' THEN 0 WHEN 'dismissed' THEN 2 ELSE 1 END, x.score DESC, x.id"
SORTS: Mapping[str, str] = {
    "": _USEFUL,
    "strength": "x.score DESC, x.id",
    "near": f"x.days_apart IS NULL, abs(x.days_apart), {_USEFUL}",
    "far": f"abs(x.days_apart) DESC, {_USEFUL}",
}
# Only what is asked for stands in the statement, so that an index can serve it. No value is ever joined into it.
_WHERE: Mapping[str, str] = {
    "proposition": "x.proposition = :proposition",
    "verdict": f"{_VERDICT} = :verdict",
    "same_speaker": "x.same_speaker = 1",
    "audience": "x.audience_pair = :audience",
    "claim": "x.id IN (SELECT id FROM contradictions WHERE left_claim_id = :claim"
    " UNION SELECT id FROM contradictions WHERE right_claim_id = :claim)",
    "days_from": "abs(x.days_apart) >= :days_from",
    "days_to": "abs(x.days_apart) <= :days_to",
    "score_from": "x.score >= :score_from",
    "speaker_kind": """EXISTS (SELECT 1 FROM claims c WHERE c.id IN (x.left_claim_id, x.right_claim_id)
    AND c.speaker_kind = :speaker_kind)""",
    "speaker": """EXISTS (SELECT 1 FROM claims c JOIN documents d ON d.id = c.document_id
    WHERE c.id IN (x.left_claim_id, x.right_claim_id)
      AND (instr(lower(c.speaker), :speaker) OR instr(lower(d.author), :speaker)))""",
}


def _pairs(filters: Filters) -> str:
    kind = "x.kind = :kind" if filters.kind else "x.kind <> 'shift'"
    asked = [sql for name, sql in _WHERE.items() if getattr(filters, name) not in ("", None)]
    return f"FROM contradictions x {_JOIN} WHERE {' AND '.join((kind, *asked))}"


def _told(filters: Filters, sql: str) -> str:
    """The statement with the verdicts of this moment; where there are none, without them, so that an index gives the order."""
    return f"WITH {_LIVE} {sql}" if filters.live != "{}" else sql.replace(_JOIN, "").replace(_VERDICT, "x.verdict")


def listed(filters: Filters, limit: int, offset: int) -> Query:
    """Ids of the pairs that pass the filters, in the order asked for. Without a kind, announced changes are left out."""
    sql = f"SELECT x.id {_pairs(filters)} ORDER BY {SORTS.get(filters.sort, _USEFUL)} LIMIT :limit OFFSET :offset"
    return Query(_told(filters, sql), {**filters.params(), "limit": limit, "offset": offset})


def rows(ids: Iterable[str]) -> Query:
    """The pairs with these ids, in this order.

    A row is that of `contradiction_sheet` with more of each side's claim, as `left_stance`, `right_claim_id` and so on.
    """
    return Query(f"{_ROWS} JOIN json_each(:ids) o ON o.value = x.id ORDER BY o.key", {"ids": json.dumps(list(ids))})


def of_claim(claim_id: str) -> Query:
    """The pairs a claim is part of, strongest first, announced changes last."""
    found = """SELECT id FROM contradictions WHERE left_claim_id = :id
UNION SELECT id FROM contradictions WHERE right_claim_id = :id"""
    return Query(
        f"{_ROWS} WHERE x.id IN ({found}) ORDER BY x.kind = 'shift', x.verdict = 'dismissed', x.score DESC, x.id LIMIT 100",
        {"id": claim_id},
    )


def ties(filters: Filters) -> Query:
    """Every pair that passes the filters, in order, in one JSON array `ties` of [id, kind, question, left, right].

    One row, so that no limit on rows cuts the list.
    """
    order = SORTS.get(filters.sort, _USEFUL)
    found = f"SELECT x.id, x.kind, x.proposition, x.left_claim_id, x.right_claim_id {_pairs(filters)} ORDER BY {order}"
    made = "json_group_array(json_array(id, kind, proposition, left_claim_id, right_claim_id))"
    return Query(_told(filters, f"SELECT {made} AS ties FROM ({found})"), filters.params())


def count(filters: Filters) -> Query:
    """How many pairs pass the filters: column `n`."""
    return Query(_told(filters, f"SELECT count(*) AS n {_pairs(filters)}"), filters.params())


def options() -> Query:
    """What the list can be filtered by: `facet`, `value`, `n` pairs; for `speaker_kind`, `n` claims; verdicts as at the build."""
    parts = [
        f"SELECT '{name}' AS facet, {name} AS value, count(*) AS n FROM contradictions WHERE {name} <> '' GROUP BY {name}"
        for name in ("kind", "proposition", "audience_pair", "verdict")
    ]
    parts.append("SELECT 'speaker_kind', speaker_kind, count(*) FROM claims WHERE speaker_kind <> '' GROUP BY 2")
    return Query(f"{' UNION ALL '.join(parts)} ORDER BY facet, n DESC, value", stored="pair_options")


def moved(live: str) -> Query:
    """Verdicts that people gave since the build: `before`, `after`, `n` pairs."""
    return Query(
        f"""WITH {_LIVE} SELECT x.verdict AS before, v.verdict AS after, count(*) AS n FROM live v
CROSS JOIN contradictions x ON x.id = v.id WHERE x.verdict <> v.verdict GROUP BY 1, 2""",
        {"live": live},
    )


def speakers() -> Query:
    """The sixty speakers named most often in pairs: `speaker`, `n`."""
    return Query(
        """SELECT c.speaker, count(*) AS n FROM contradictions x
JOIN claims c ON c.id IN (x.left_claim_id, x.right_claim_id) WHERE c.speaker <> '' GROUP BY 1 ORDER BY n DESC, 1 LIMIT 60""",
        stored="pair_speakers",
    )


def relatives(document_ids: Iterable[str]) -> Query:
    """Other copies and versions of these documents: `of` (the document asked for) and the relative's row with `family_kind`."""
    return Query(
        """SELECT d.id AS of, m.id AS family_id, m.kind AS family_kind, o.id, o.title, o.file, o.first_page, o.bates_first,
  o.date, o.date_precision, o.release_id
FROM json_each(:ids) j JOIN documents d ON d.id = j.value JOIN families m ON m.id = d.family_id
JOIN documents o ON o.family_id = m.id AND o.id <> d.id ORDER BY j.key, o.file, o.first_page LIMIT 100""",
        {"ids": json.dumps(list(dict.fromkeys(document_ids)))},
    )
