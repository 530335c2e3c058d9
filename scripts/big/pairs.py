"""Contradictions and related pairs of the large made-up edition."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

PAIRS_PER_PAGE, RELATED_PER_PAGE, REASONS = 1.0, 0.5, 3
KINDS = ("stance", "number", "data", "shift")
RELATED = ("dispute", "redefinition", "scope", "hedged", "copy")
AUDIENCES = ("internal", "public", "congress", "state-local")
Claims = dict[tuple[str, str], list[str]]


def fill(add: Callable[..., None], draw: random.Random, claims: Claims, pages: int) -> None:
    """Rows of both lists with their reasons; `claims` are ids by (topic, proposition or metric)."""
    for number, (topic, about, left, right) in enumerate(_drawn(draw, claims, int(pages * PAIRS_PER_PAGE))):
        add("contradictions", id=f"x{number}", kind=draw.choice(KINDS), left_claim_id=left, right_claim_id=right, topic=topic,
            proposition=about, score=draw.random(), days_apart=draw.randint(-2000, 2000),
            same_speaker=int(draw.random() < 0.1), verdict="machine-found", explanation="One says yes, the other no.",
            audience_pair=f"{draw.choice(AUDIENCES)}/{draw.choice(AUDIENCES)}")  # fmt: skip
        _reasons(add, "reasons", "contradiction_id", f"x{number}")
    for number, (topic, about, left, right) in enumerate(_drawn(draw, claims, int(pages * RELATED_PER_PAGE))):
        review = draw.random() < 0.5
        kept = {"list": "review", "kind": "stance"} if review else {"list": "related", "kind": draw.choice(RELATED)}
        add("related_pairs", id=f"y{number}", **kept, left_claim_id=left, right_claim_id=right, topic=topic, proposition=about,
            score=draw.random(), explanation="One says yes, the other no.")  # fmt: skip
        _reasons(add, "related_reasons", "pair_id", f"y{number}")


def _reasons(add: Callable[..., None], table: str, column: str, key: str) -> None:
    for position in range(REASONS):
        add(table, **{column: key}, position=position, feature="date", left="2010", right="2011", weight=0.2)


def _drawn(draw: random.Random, claims: Claims, count: int) -> Iterator[tuple[str, str, str, str]]:
    enough = [key for key, ids in claims.items() if len(ids) > 1]
    for _ in range(count if enough else 0):
        key = draw.choice(enough)
        yield (*key, *draw.sample(claims[key], 2))
