"""What the edition says of itself: its facts, and the statements and metrics of its topics in words."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from db.pages.ask import Ask
from db.sql import queries


@dataclass(frozen=True, slots=True)
class Subject:
    """A proposition (`statement` and its `opposite`) or a metric (`opposite` is '')."""

    id: str
    statement: str
    opposite: str
    topic: str
    metric: bool

    def side(self, stance: str) -> str:
        """The statement a claim of this stance comes down to."""
        return self.opposite if stance == "deny" and self.opposite else self.statement


class Catalogue:
    """Every subject by id. An id without words is shown as words of its own: `opt-out-available` as 'Opt out available'."""

    def __init__(self, facts: dict[str, str], subjects: tuple[Subject, ...]) -> None:
        self.facts = facts
        self._by_id = {subject.id: subject for subject in subjects}

    def subject(self, subject_id: str | None) -> Subject:
        bare = str(subject_id or "")
        made = bare.replace("-", " ").replace("_", " ")
        return self._by_id.get(bare) or Subject(bare, made[:1].upper() + made[1:], "", "", False)

    def of(self, claim: dict[str, Any]) -> Subject:
        """What a claim is about."""
        return self.subject(claim.get("proposition") or claim.get("metric"))

    def beside(self, left: dict[str, Any], right: dict[str, Any]) -> str:
        """What the right claim of a pair is about where both are on propositions and these differ; else ''."""
        one, other = left.get("proposition"), right.get("proposition")
        return self.subject(other).statement if one and other and one != other else ""


async def catalogue(ask: Ask) -> Catalogue:
    """Reads table `edition`; its row `topics`, where there is one, holds the topics as JSON."""
    return known_from(await ask.rows(queries.edition()))


def known_from(rows: list[dict[str, Any]]) -> Catalogue:
    """The catalogue from the rows of table `edition`."""
    facts = {str(row["key"]): str(row["value"]) for row in rows}
    return Catalogue(facts, _subjects(facts.get("topics", "[]")))


@lru_cache(maxsize=4)  # the same text on every page of an edition
def _subjects(stored: str) -> tuple[Subject, ...]:
    try:
        topics = json.loads(stored)
        return tuple(
            Subject(str(row["id"]), str(row["statement"]), str(row.get("opposite", "")), str(topic["id"]), key == "metrics")
            for topic in topics
            for key in ("propositions", "metrics")
            for row in topic.get(key, ())
        )
    except (ValueError, TypeError, KeyError, AttributeError):
        return ()
