"""The SQL of timelines: claims by question, date, stance and audience, and the announced changes among them. One `Query` each."""

from __future__ import annotations

from db.sql.queries import Query


def counts() -> Query:
    """Claims that say yes or no, of every question: `id`, `stance`, `audience`, `date` (year and month, or less), `n`."""
    return Query(
        """SELECT proposition AS id, stance, audience, substr(date, 1, 7) AS date, count(*) AS n FROM claims
WHERE proposition IS NOT NULL AND NOT faint GROUP BY 1, 2, 3, 4 ORDER BY 1, 4, 2, 3""",
        stored="claims_by_month",
    )


def counts_of(proposition: str) -> Query:
    """The same of one question."""
    return Query(
        """SELECT stance, audience, substr(date, 1, 7) AS date, count(*) AS n FROM claims
WHERE proposition = :id AND NOT faint GROUP BY 1, 2, 3 ORDER BY 3, 1, 2""",
        {"id": proposition},
    )


def values_count(metric: str) -> Query:
    """How many numbers were given for a metric: column `n`."""
    return Query("SELECT count(*) AS n FROM claims WHERE metric = :id AND NOT faint", {"id": metric})


def values_of(metric: str, limit: int, offset: int = 0) -> Query:
    """Numbers given for a metric, oldest first, undated last."""
    order = "c.date = '', c.date, c.rowid"
    chosen = f"SELECT c.rowid FROM claims c WHERE c.metric = :id AND NOT c.faint ORDER BY {order} LIMIT :limit OFFSET :offset"
    return Query(
        f"""SELECT c.id, c.value, c.bound, c.unit, c.metric, c.population, c.audience, c.speaker, c.date, c.date_precision,
  p.file, p.page_no, p.bates, p.file_id
FROM claims c JOIN pages p ON p.id = c.page_id WHERE c.rowid IN ({chosen}) ORDER BY {order}""",
        {"id": metric, "limit": limit, "offset": offset},
    )


def dots_of(metric: str, limit: int) -> Query:
    """What a drawing needs of the `limit` oldest numbers with a date: `date`, `audience`, `unit`, `bound`, `value`, `n`."""
    return Query(
        """SELECT substr(date, 1, 7) AS date, audience, unit, bound, round(value, 3) AS value, count(*) AS n
FROM (SELECT date, audience, unit, bound, value FROM claims WHERE metric = :id AND NOT faint AND date <> ''
  ORDER BY date LIMIT :limit)
GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 5, 2""",
        {"id": metric, "limit": limit},
    )


def shifts_of(proposition: str) -> Query:
    """Announced changes of one question, the 200 strongest by date: the pair, the dates, speakers and stances of both sides."""
    return Query(
        """SELECT s.id, s.explanation, s.left_date, s.right_date, s.left_speaker, s.right_speaker, l.stance AS left_stance,
  r.stance AS right_stance, l.status AS left_status, r.status AS right_status
FROM (SELECT id, left_claim_id, right_claim_id, score FROM contradictions
  WHERE proposition = :id AND kind = 'shift' ORDER BY score DESC, id LIMIT 200) x
JOIN contradiction_sheet s ON s.id = x.id JOIN claims l ON l.id = x.left_claim_id JOIN claims r ON r.id = x.right_claim_id
ORDER BY max(s.left_date, s.right_date), x.score DESC, x.id""",
        {"id": proposition},
    )
