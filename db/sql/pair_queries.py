"""The SQL of the list of contradictions: filters, order, what it can be narrowed by. Each function gives one `Query`.

Pairs are narrowed by an index (see `db.sql.pair_index`) that knows no verdicts: those judged are few, and asked for by `judged`,
which is given as a JSON object (`live`) what people decided since the edition was built.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any

from db.building.marks import mark
from db.building.parts import of_paper
from db.sql import pair_index
from db.sql.queries import Query, before


@dataclass(frozen=True, slots=True)
class Filters:
    """What the list is narrowed to; '' (or None) does not filter. `days_from` and `days_to` are days between both claims.

    `speaker` is words of a speaker's or author's name on either side, the last of which may be `begun`; `claim` the id of a
    claim on either side.
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
    begun: bool = False

    def asked(self) -> dict[str, Any]:
        """As a query string has them: what does not filter is ''."""
        named = {field.name: getattr(self, field.name) for field in fields(self) if field.name != "begun"}
        return {name: "" if value is None else value for name, value in named.items()}


_SIDE = (
    "id", "proposition", "metric", "stance", "status", "value", "unit", "bound", "population", "date_precision", "addressee",
    "speaker_kind", "page_id", "start",
)  # fmt: skip
_BOTH = ", ".join(
    f"{letter}.{column} AS {side}_{'claim_' * (column == 'id')}{column}"
    for side, letter in (("left", "l"), ("right", "r"))
    for column in _SIDE
)
_PAPERS = ", ".join(
    f"{letter}.document_id AS {side}_document_id, {of_paper('kind', letter, letter + 'd')} AS {side}_document_kind,"
    f" {before(letter, letter + 'p')} AS {side}_printed_before"
    for side, letter in (("left", "l"), ("right", "r"))
)
_ROWS = f"""SELECT s.*, {_BOTH}, {_PAPERS}, x.reviewed_on FROM contradictions x JOIN contradiction_sheet s ON s.id = x.id
JOIN claims l ON l.id = x.left_claim_id JOIN documents ld ON ld.id = l.document_id JOIN pages lp ON lp.id = l.page_id
JOIN claims r ON r.id = x.right_claim_id JOIN documents rd ON rd.id = r.document_id JOIN pages rp ON rp.id = r.page_id"""
_LIVE = "live AS MATERIALIZED (SELECT key AS id, value AS verdict FROM json_each(:live))"
SORTS = ("", "strength", "near", "far")
DECIDED = ("confirmed", "dismissed", "unsure")
COUNT_UP_TO = 3000  # pairs with a name that are counted
CAP = 1000  # pairs that are put in order and folded; of more that pass, the strongest


_NOTHING = f'{{marks}} : "{mark("pair", "none")}"'
# The sheet lies in the order of strength: pairs of a score or more are those before the first of a lower one.
_STRONG = """AND rowid < coalesce((SELECT min(rowid) FROM contradiction_sheet WHERE score =
  (SELECT max(score) FROM contradiction_sheet WHERE score < :score_from)), 9223372036854775807)"""


def _match(filters: Filters) -> str:
    """The expression of what is asked for; never '', and one that nothing passes where a name without a word is asked for."""
    asked = [mark("pair-kind", filters.kind) if filters.kind else pair_index.LISTED]
    asked += [mark("pair-about", filters.proposition)] if filters.proposition else []
    asked += [mark("pair-audience", filters.audience)] if filters.audience else []
    asked += [mark("pair-speaker", filters.speaker_kind)] if filters.speaker_kind else []
    asked += [mark("pair-claim", filters.claim)] if filters.claim else []
    asked += [pair_index.SAME] if filters.same_speaker else []
    parts = ["{marks} : (" + " AND ".join(f'"{one}"' for one in asked) + ")"]
    if filters.speaker:
        parts.append(pair_index.named(filters.speaker, filters.begun) or _NOTHING)
    if filters.days_from is not None or filters.days_to is not None:
        last = pair_index.MOST_DAYS if filters.days_to is None else filters.days_to
        days = pair_index.between(filters.days_from or 0, last)
        parts.append(f"{{marks}} : ({days})" if days else _NOTHING)
    return " AND ".join(f"({part})" for part in parts)


def _passing(filters: Filters, more: str = "") -> tuple[str, dict[str, Any]]:
    strong = "" if filters.score_from is None else _STRONG
    params = {"match": _match(filters), "score_from": filters.score_from}
    return f"FROM pairs_fts WHERE pairs_fts MATCH :match {strong} {more}", params


def strongest(filters: Filters, most: int = CAP) -> Query:
    """The pairs that pass, the strongest first: `at`, their numbers in the sheet. Verdicts do not count here."""
    found, params = _passing(filters)
    return Query(f"SELECT rowid AS at {found} ORDER BY rowid LIMIT :most", params | {"most": most})


def among(filters: Filters, ats: Iterable[int]) -> Query:
    """Those of these pairs that pass, the strongest first: `at`."""
    found, params = _passing(filters, "AND rowid IN (SELECT value FROM json_each(:ats))")
    return Query(f"SELECT rowid AS at {found} ORDER BY rowid", params | {"ats": json.dumps(list(ats))})


def count(filters: Filters) -> Query:
    """How many pairs pass, whatever was decided on them: column `n`. Names are looked up pair by pair, so up to COUNT_UP_TO."""
    found, params = _passing(filters)
    most = COUNT_UP_TO if filters.speaker else -1
    return Query(f"SELECT count(*) AS n FROM (SELECT 1 {found} LIMIT :most)", params | {"most": most})


def judged(live: str) -> Query:
    """The pairs that people have judged, at the build or (`live`) since: `at`, `verdict` as it is now."""
    return Query(
        f"""WITH {_LIVE}, judged AS (SELECT id FROM contradictions WHERE verdict IN {DECIDED} UNION SELECT id FROM live)
SELECT s.rowid AS at, coalesce((SELECT verdict FROM live WHERE live.id = j.id), s.verdict) AS verdict
FROM judged j CROSS JOIN contradiction_sheet s ON s.id = j.id ORDER BY 1""",
        {"live": live},
    )


def ties(ats: Iterable[int]) -> Query:
    """These pairs, in the order of their numbers: `at`, `id`, `kind`, `proposition`, `days_apart`, `left`, `right`, `statements`,
    `one_quote`, `left_at`, `right_at` (page, first and last character of the words of either), `left_of`, `right_of` (whose
    statement either is), `left_said`, `right_said` (its words).

    `left` and `right` are claims. Whose a statement is: its paper, or the family of copies and versions that the paper is of;
    then its side, of a number its metric, and its place where two numbers stand against each other. `statements` tells of an
    announced change the paper that announces it and what is so since. `one_quote` is 1 where both begin with the same words.
    """
    turned = "(r.status = 'former' OR (l.status = 'planned' AND r.status <> 'planned'))"
    new = f"CASE WHEN {turned} THEN l.document_id || ' ' || l.stance ELSE r.document_id || ' ' || r.stance END"
    of = {side: f"coalesce({side}d.family_id, {side}.document_id) || ' ' || {side}.stance || coalesce({side}.metric, '')"
          f" || CASE WHEN x.kind = 'number' THEN ' ' || {side}.jurisdiction ELSE '' END" for side in "lr"}  # fmt: skip
    return Query(
        f"""SELECT s.rowid AS at, x.id, x.kind, x.proposition, x.days_apart, x.left_claim_id AS left, x.right_claim_id AS right,
  CASE WHEN x.kind = 'shift' THEN {new} ELSE '' END AS statements, l.page_id = r.page_id AND l.start = r.start AS one_quote,
  l.page_id || ' ' || l.start || ' ' || l."end" AS left_at, r.page_id || ' ' || r.start || ' ' || r."end" AS right_at,
  {of["l"]} AS left_of, {of["r"]} AS right_of, l.quote AS left_said, r.quote AS right_said
FROM json_each(:ats) j CROSS JOIN contradiction_sheet s ON s.rowid = j.value CROSS JOIN contradictions x ON x.id = s.id
CROSS JOIN claims l ON l.id = x.left_claim_id CROSS JOIN documents ld ON ld.id = l.document_id
CROSS JOIN claims r ON r.id = x.right_claim_id CROSS JOIN documents rd ON rd.id = r.document_id ORDER BY j.key""",
        {"ats": json.dumps(list(ats))},
    )


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


def options() -> Query:
    """What the list can be filtered by: `facet`, `value`, `n` pairs; for `speaker_kind`, `n` claims; verdicts as at the build."""
    parts = [
        f"SELECT '{name}' AS facet, {name} AS value, count(*) AS n FROM contradictions WHERE {name} <> '' GROUP BY {name}"
        for name in ("kind", "proposition", "audience_pair", "verdict")
    ]
    parts.append("SELECT 'speaker_kind', speaker_kind, count(*) FROM claims WHERE speaker_kind <> '' AND NOT faint GROUP BY 2")
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
