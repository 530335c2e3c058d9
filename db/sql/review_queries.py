"""The SQL that reviews need of the edition: the finding itself, ids it had before, and where it stands. One `Query` each."""

from __future__ import annotations

import json
from collections.abc import Iterable

from db.sql.queries import Query

_TABLES = {"contradiction": "contradictions", "claim": "claims", "document": "documents"}


def finding(kind: str, key: str) -> Query:
    """The row of a finding; `kind` is one of `db.verdicts.reviews.KINDS`."""
    return Query(f"SELECT * FROM {_TABLES[kind]} WHERE id = :id", {"id": key})


def retired(kind: str, key: str) -> Query:
    """The ids this finding had in earlier editions: `old_id`."""
    return Query("SELECT old_id FROM id_aliases WHERE new_id = :id AND kind = :kind", {"id": key, "kind": kind})


def led_on(ids: Iterable[str]) -> Query:
    """Where these ids lead if they were retired: `old_id`, `new_id`."""
    sql = "SELECT a.old_id, a.new_id FROM json_each(:ids) j JOIN id_aliases a ON a.old_id = j.value"
    return Query(sql, {"ids": json.dumps(list(ids))})


def pages_of(claim_ids: Iterable[str]) -> Query:
    """The pages these claims stand on: `page_id`."""
    sql = "SELECT DISTINCT page_id FROM claims WHERE id IN (SELECT value FROM json_each(:ids)) ORDER BY 1"
    return Query(sql, {"ids": json.dumps(list(claim_ids))})
