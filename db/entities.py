"""Joins mentions into entities: same kind and same normal form are one person, office or place."""

from __future__ import annotations

from collections import Counter

from db.rows import Row
from pipeline import codec


def folded(name: str) -> str:
    """A name without case and with single spaces."""
    return " ".join(name.casefold().split())


class Entities:
    """Collects mentions while pages are loaded."""

    def __init__(self) -> None:
        self._forms: dict[tuple[str, str], Counter[str]] = {}

    def add(self, kind: str, normal: str, text: str) -> str:
        """Counts one mention and returns the id of its entity."""
        self._forms.setdefault((kind, normal), Counter())[" ".join(text.split())] += 1
        return codec.short_id("entity", kind, normal)

    def rows(self) -> list[Row]:
        """Rows of `entities`, by id. The name is the most frequent form, the first in the alphabet among equals."""
        made = []
        for (kind, normal), forms in self._forms.items():
            ranked = sorted(forms, key=lambda form: (-forms[form], form))
            key = codec.short_id("entity", kind, normal)
            made.append({"id": key, "kind": kind, "name": ranked[0], "aliases": ranked[1:], "n_mentions": forms.total()})
        return sorted(made, key=lambda row: str(row["id"]))

    def by_name(self) -> dict[str, str]:
        """Entity id for every folded normal form and printed form; the most mentioned one where several share a name."""
        best: dict[str, tuple[int, str]] = {}
        for (kind, normal), forms in self._forms.items():
            key = (forms.total(), codec.short_id("entity", kind, normal))
            for name in (normal, *forms):
                best[folded(name)] = max(best.get(folded(name), key), key)
        return {name: key for name, (_, key) in best.items() if name}
