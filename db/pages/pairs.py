"""Pairs of claims as lists show them: those of the same two statements folded under the strongest of them (`folding.py`)."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from db.pages.answer import pager
from db.pages.ask import Ask
from db.pages.folding import Tie, folded
from db.pages.verdicts import as_json, live
from db.sql import pair_queries
from db.sql.pair_queries import Filters
from db.verdicts.reviews import Standing

MACHINE_FOUND = "machine-found"
RANK = {"confirmed": 0, "dismissed": 2}  # confirmed by a person first, dismissed last, between them the rest
SHOWN_UNDER = 8  # pairs printed under a strongest one; the rest is one link away


async def listed(ask: Ask, filters: Filters, size: int, number: int = 1, each: bool = False) -> dict[str, Any]:
    """One page of the list: `pager` (of groups, or of pairs when `each` one is wanted), `pairs` in all, and the rows.

    `looked_at` says how many of the pairs were put in order. A row of `contradictions` has `beside`: the ids of the pairs
    folded under it. `under` holds the rows to print there. Verdicts are those of this moment.
    """
    standings = await live(ask)
    if filters.speaker and not await ask.rows(pair_queries.strongest(filters, 1)):
        filters = replace(filters, begun=True)
    pairs, ats = await _ordered(ask, filters, as_json(standings))
    if each:
        place = pager(len(ats), number, size)
        found = await ask.rows(pair_queries.ties(ats[(place["number"] - 1) * size :][:size]))
        here: dict[str, tuple[str, ...]] = {row["id"]: () for row in found}
    else:
        names = [field.name for field in fields(Tie)]
        folds = folded(Tie(*(row[name] for name in names)) for row in await ask.rows(pair_queries.ties(ats)))
        place = pager(len(folds), number, size)
        here = {fold.head.id: fold.beside for fold in folds[(place["number"] - 1) * size :][:size]}
    printed = [*here, *(key for beside in here.values() for key in beside[:SHOWN_UNDER])]
    by_id = {row["id"]: judged(row, standings) for row in await ask.rows(pair_queries.rows(printed))} if printed else {}
    under = {head: [by_id[key] for key in beside[:SHOWN_UNDER] if key in by_id] for head, beside in here.items()}
    rows = [by_id[key] | {"beside": beside} for key, beside in here.items() if key in by_id]
    return {"pager": place, "pairs": pairs, "looked_at": len(ats), "contradictions": rows, "under": under}


async def _ordered(ask: Ask, filters: Filters, decided: str) -> tuple[int, list[int]]:
    """How many pairs pass, and the numbers of those looked at in the order asked for, at most `pair_queries.CAP`."""
    (now,) = await ask.all(pair_queries.judged(decided))
    verdict = {row["at"]: row["verdict"] for row in now}
    (rows,) = await ask.all(pair_queries.among(filters, verdict)) if verdict else ([],)
    judged_here = {row["at"]: verdict[row["at"]] for row in rows}
    if filters.verdict and filters.verdict != MACHINE_FOUND:
        ats = [at for at, word in judged_here.items() if word == filters.verdict]
        pairs = len(ats)
    else:
        found, counted = await ask.all(pair_queries.strongest(filters), pair_queries.count(filters))
        hidden = {at for at, word in judged_here.items() if word != MACHINE_FOUND} if filters.verdict else set()
        pairs = counted[0]["n"] - len(hidden)
        strongest = [row["at"] for row in found]
        beyond = [at for at in judged_here if strongest and at > strongest[-1]]
        ats = [at for at in (*strongest, *beyond) if at not in hidden]
    ats = sorted(ats, key=lambda at: RANK.get(judged_here.get(at, ""), 1)) if filters.sort != "strength" else ats
    if filters.sort in ("near", "far"):
        days = {row["at"]: row["days_apart"] for row in await ask.rows(pair_queries.ties(ats))}
        ats.sort(key=lambda at: _span(days[at], filters.sort == "far"))
    return pairs, ats[: pair_queries.CAP]


def _span(days: int | None, far: bool) -> tuple[bool, int]:
    """The place of a pair among those nearest (or farthest) in time; without a date it is last."""
    return days is None, abs(days or 0) * (-1 if far else 1)


def judged(row: dict[str, Any], standings: dict[str, Standing]) -> dict[str, Any]:
    """The row of a pair with the verdict that stands now."""
    stands = standings.get(row["id"])
    return row | {"verdict": stands.verdict, "reviewed_on": stands.reviewed_on} if stands else row
