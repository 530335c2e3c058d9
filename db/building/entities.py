"""Joins mentions into entities: one kind and one normal form, or forms that `unite` joined, are one person, office or place."""

from __future__ import annotations

from collections import Counter

from db.building.rows import Row
from pipeline import codec
from pipeline.records.finding import NameFact, Unity


def folded(name: str) -> str:
    """A name without case and with single spaces."""
    return " ".join(name.casefold().split())


class Entities:
    """Collects mentions while pages are loaded. What `unite` found says which normal forms are one, and which are no names."""

    def __init__(self, unity: Unity | None = None) -> None:
        unity = unity or Unity((), ())
        self._forms: dict[tuple[str, str], Counter[str]] = {}
        self._into = {(one.kind, one.name): one.into for one in unity.joins}
        self._dropped = set(unity.dropped)
        self._facts = {(one.kind, one.name): one for one in unity.facts}

    def add(self, kind: str, normal: str, text: str) -> str:
        """Counts one mention and returns the id of its entity; '' for what a person called no name."""
        if (kind, normal) in self._dropped:
            return ""
        normal = self._into.get((kind, normal), normal)
        self._forms.setdefault((kind, normal), Counter())[" ".join(text.split())] += 1
        return codec.short_id("entity", kind, normal)

    def rows(self) -> list[Row]:
        """Rows of `entities`, by id. The name is the most frequent form, the first in the alphabet among equals."""
        made = []
        for (kind, normal), forms in self._forms.items():
            ranked = sorted(forms, key=lambda form: (-forms[form], form))
            key = codec.short_id("entity", kind, normal)
            fact = self._facts.get((kind, normal), NameFact(kind, normal, kind, "", ()))
            told = {"sort": fact.sort, "parent": fact.parent.title(), "roles": list(fact.roles)}
            made.append({"id": key, "kind": kind, "name": ranked[0], "aliases": ranked[1:], "n_mentions": forms.total()} | told)
        return sorted(made, key=lambda row: str(row["id"]))

    def by_name(self) -> dict[str, str]:
        """Entity id for every folded normal form and printed form; the most mentioned one where several share a name."""
        best: dict[str, tuple[int, str]] = {}
        for (kind, normal), forms in self._forms.items():
            key = (forms.total(), codec.short_id("entity", kind, normal))
            for name in (normal, *forms):
                best[folded(name)] = max(best.get(folded(name), key), key)
        return {name: key for name, (_, key) in best.items() if name}
