"""Ids that were retired by a new build, and where they lead now: links, citations and verdicts outlive better rules."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

CLAIMS = "SELECT id, page_id, quote, coalesce(proposition, metric) FROM claims ORDER BY confidence DESC, id"
DOCUMENTS = "SELECT id, file_id, first_page FROM documents ORDER BY id"
THREADS = "SELECT thread_id, file_id, first_page FROM documents WHERE thread_id <> '' ORDER BY thread_id, file_id, first_page"
PAIRS = "SELECT id, kind, left_claim_id, right_claim_id FROM contradictions ORDER BY score DESC, id"

Row = tuple[Any, ...]


class Edition:
    """The ids of one build, with what they mean."""

    def __init__(
        self, claims: list[Row], documents: list[Row], pairs: list[Row], aliases: list[Row], threads: Iterable[Row] = ()
    ) -> None:
        self.claims: dict[str, Row] = {row[0]: (row[1], " ".join(row[2].split()), row[3]) for row in claims}
        self.documents: dict[str, Row] = {row[0]: tuple(row[1:]) for row in documents}
        self.pairs: dict[str, Row] = {row[0]: tuple(row[1:]) for row in pairs}
        self.aliases = aliases
        self.threads: dict[Row, str] = {tuple(row[1:]): row[0] for row in threads}


def read(path: Path) -> Edition | None:
    """The edition published before, or None where there is none that this program understands."""
    if not path.is_file():
        return None
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        queries = (CLAIMS, DOCUMENTS, PAIRS, "SELECT old_id, kind, new_id FROM id_aliases", THREADS)
        return Edition(*(db.execute(query).fetchall() for query in queries))
    except sqlite3.Error:
        return None
    finally:
        db.close()


def aliases(old: Edition, new: Edition, replaced: Mapping[str, str] = MappingProxyType({})) -> list[Row]:
    """(old id, kind, new id) for every retired id whose meaning is still here, earlier aliases led on; by old id.

    Claims are matched on page, folded quote and proposition or metric, those of a `replaced` file (its id -> the id of the one
    that counts for it) on any page of that; documents on file and first page; contradictions on kind and their claims,
    themselves led on; threads on the emails that stand in them.
    """
    claims = _led_on(old.claims, new.claims) | _replaced_claims(old.claims, new.claims, replaced)
    documents = _led_on(old.documents, new.documents)

    def pair_key(kind: str, left: str, right: str) -> Row:
        return kind, *sorted((claims.get(left, left), claims.get(right, right)))

    pairs = _led_on(
        {key: pair_key(*row) for key, row in old.pairs.items()},
        {key: (kind, *sorted((left, right))) for key, (kind, left, right) in new.pairs.items()},
    )
    threads = _threads_led_on(old.threads, new.threads)
    found = {"claim": claims, "document": documents, "contradiction": pairs, "thread": threads}
    living = {
        "claim": set(new.claims), "document": set(new.documents), "contradiction": set(new.pairs),
        "thread": set(new.threads.values()),
    }  # fmt: skip
    made = {key: (key, kind, target) for kind, moved in found.items() for key, target in moved.items()}
    for key, kind, target in old.aliases:
        target = found.get(kind, {}).get(target, target)
        alive = living.get(kind, set())
        if key not in alive and target in alive:
            made.setdefault(key, (key, kind, target))
    return [made[key] for key in sorted(made)]


def _replaced_claims(old: dict[str, Row], new: dict[str, Row], replaced: Mapping[str, str]) -> dict[str, str]:
    """Claims of files that no longer count, with the same words in the files that came for them."""
    living = set(replaced.values())
    targets: dict[Row, str] = {}
    for key, (page, *meaning) in new.items():
        if (file := page.rpartition("-p")[0]) in living:
            targets.setdefault((file, *meaning), key)
    gone = {
        key: (replaced.get(page.rpartition("-p")[0], ""), *meaning) for key, (page, *meaning) in old.items() if key not in new
    }
    return {key: targets[meaning] for key, meaning in gone.items() if meaning in targets}


def _threads_led_on(old: dict[Row, str], new: dict[Row, str]) -> dict[str, str]:
    """A retired thread leads to the one in which the first of its emails now stands."""
    living, moved = set(new.values()), dict[str, str]()
    for place in sorted(old):
        if old[place] not in living and place in new:
            moved.setdefault(old[place], new[place])
    return moved


def _led_on(old: dict[str, Row], new: dict[str, Row]) -> dict[str, str]:
    targets: dict[Row, str] = {}
    for key, meaning in new.items():
        targets.setdefault(meaning, key)
    return {key: targets[meaning] for key, meaning in old.items() if key not in new and meaning in targets}
