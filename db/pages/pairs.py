"""Pairs of claims as lists show them: those that share a claim folded under the strongest, so that no statement fills a page."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from db import pair_queries
from db.pages.answer import Ask, pager
from db.pages.verdicts import as_json, live
from db.pair_queries import Filters
from db.reviews import Standing

FOLD_UP_TO = 20_000  # pairs; beyond it folding would take longer than the page may, and each pair is listed by itself
DECIDED = ("confirmed", "dismissed")  # verdicts that move a pair up or down the list
SHOWN_UNDER = 12  # pairs printed under a strongest one; the rest is one link away


@dataclass(frozen=True, slots=True)
class Tie:
    """Which two claims a pair sets against each other, and on what question."""

    id: str
    kind: str
    proposition: str
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Fold:
    """The strongest pair, and the ids of the pairs that share its left or its right claim (`beside`, strongest first)."""

    head: Tie
    beside: tuple[str, ...]


def folded(ties: Iterable[Tie]) -> tuple[Fold, ...]:
    """Groups pairs, given strongest first: each goes under the first earlier head with its kind, question and one claim.

    Every pair is in exactly one fold, and no two heads of one kind and question share a claim.
    """
    heads: list[Tie] = []
    under: list[list[str]] = []
    taken: dict[tuple[str, str, str], int] = {}
    for tie in ties:
        keys = [(tie.kind, tie.proposition, claim) for claim in (tie.left, tie.right)]
        at = min((taken[key] for key in keys if key in taken), default=-1)
        if at >= 0:
            under[at].append(tie.id)
            continue
        taken.update(dict.fromkeys(keys, len(heads)))
        heads.append(tie)
        under.append([])
    return tuple(Fold(head, tuple(ids)) for head, ids in zip(heads, under, strict=True))


async def listed(ask: Ask, filters: Filters, size: int, number: int = 1, each: bool = False) -> dict[str, Any]:
    """One page of the list: `pager` (of groups, or of pairs when `each` one is wanted), `pairs` in all, and the rows.

    A row of `contradictions` has `beside`: the ids of the pairs folded under it. `under` holds the rows to print there.
    Verdicts are those of this moment.
    """
    standings = await live(ask)
    filters = replace(filters, live=as_json(standings))
    stored = await ask.rows(pair_queries.options())
    if not standings and not filters.sort and not any(row["value"] in DECIDED for row in stored if row["facet"] == "verdict"):
        filters = replace(filters, sort="strength")  # the same order, which an index holds
    pairs = await ask.count(pair_queries.count(filters))
    if each or pairs > FOLD_UP_TO:
        place = pager(pairs, number, size)
        found = await ask.rows(pair_queries.listed(filters, size, (place["number"] - 1) * size))
        here: dict[str, tuple[str, ...]] = {row["id"]: () for row in found}
    else:
        ties = await ask.one(pair_queries.ties(filters))
        folds = folded(Tie(*row) for row in json.loads(ties["ties"] if ties else "[]"))
        place = pager(len(folds), number, size)
        here = {fold.head.id: fold.beside for fold in folds[(place["number"] - 1) * size :][:size]}
    printed = [*here, *(key for beside in here.values() for key in beside[:SHOWN_UNDER])]
    by_id = {row["id"]: judged(row, standings) for row in await ask.rows(pair_queries.rows(printed))} if printed else {}
    under = {head: [by_id[key] for key in beside[:SHOWN_UNDER] if key in by_id] for head, beside in here.items()}
    rows = [by_id[key] | {"beside": beside} for key, beside in here.items() if key in by_id]
    return {"pager": place, "pairs": pairs, "contradictions": rows, "under": under}


def judged(row: dict[str, Any], standings: dict[str, Standing]) -> dict[str, Any]:
    """The row of a pair with the verdict that stands now."""
    stands = standings.get(row["id"])
    return row | {"verdict": stands.verdict, "reviewed_on": stands.reviewed_on} if stands else row
