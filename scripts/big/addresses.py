"""Addresses of a large edition to ask for: every kind of page of the site, drawn by chance."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path
from urllib.parse import quote

from db.places import DATABASE

MOST = 3000  # ids drawn from
PATTERNS = (
    "{common}", "{common} {common}", "{common} {rare}", "{rare}", '"{common} {common}"', "{common}*", "{rare} OR {common}",
    "{common} NOT {rare}", "{misread}",
)  # fmt: skip
NARROWED = ("", "", "&kind=email", "&year=2011", "&exemption=(b)(5)", "&in=claims", "&in=documents", "&in=claims&confidence=high")
TABLES = (
    "pages", "claims", "documents", "contradiction_sheet", "redactions", "entities", "claims?stance=deny", "pages?_search=county",
    "related_pairs", "mentions", "reasons", "messages", "stamps",
)  # fmt: skip
LISTED = (
    "proposition={about}", "", "kind=shift", "kind=data&audience=internal/public", "speaker_kind=agency", "speaker=office+of",
    "same_speaker=1&sort=near", "days_from=30&days_to=400&sort=far", "score_from=0.9", "verdict=machine-found", "each=1&page=40",
    "claim={claim}",
)  # fmt: skip
RELATED = ("", "relation=review", "relation=dispute", "proposition={about}", "claim={claim}")
_LISTS = {
    "common": "SELECT word FROM words ORDER BY pages DESC LIMIT 300",
    "rare": "SELECT word FROM words WHERE pages BETWEEN 2 AND 60 ORDER BY word",
    "page": "SELECT id FROM pages",
    "claim": "SELECT id FROM claims",
    "contradiction": "SELECT id FROM contradictions",
    "document": "SELECT id FROM documents",
    "entity": "SELECT id FROM entities",
    "about": "SELECT DISTINCT proposition FROM contradictions",
    "metric": "SELECT DISTINCT metric FROM claims WHERE metric IS NOT NULL",
    "thread": "SELECT id FROM threads",
    "family": "SELECT id FROM families",
    "pair": "SELECT l.document_id || '&right=' || r.document_id FROM redaction_differences x "
    "JOIN pages l ON l.id = x.left_page_id JOIN pages r ON r.id = x.right_page_id",
}
# A path of every kind of page; {name} stands for one of the list of that name, percent-encoded.
PAGES: dict[str, tuple[str, ...]] = {
    "claim": ("/-/foia/claim/{claim}",),
    "contradiction": ("/-/foia/contradiction/{contradiction}",),
    "list": tuple(f"/-/foia/contradictions?{one}" for one in LISTED),
    "related": tuple(f"/-/foia/related?{one}" for one in RELATED),
    "document": ("/-/foia/document/{document}",),
    "thread": ("/-/foia/thread/{thread}",),
    "family": ("/-/foia/family/{family}",),
    "compare": ("/-/foia/compare?left={pair}",),
    "entity": ("/-/foia/entity/{entity}",),
    "topic": ("/-/foia/topic/{about}", "/-/foia/topic/{about}?stance=deny", "/-/foia/topic/{metric}", "/-/foia/topics"),
    "timeline": ("/-/foia/timeline/{about}", "/-/foia/timeline/{about}", "/-/foia/timeline/{metric}", "/-/foia/timeline"),
    "cite": ("/-/foia/cite/{claim}", "/-/foia/cite/{contradiction}", "/-/foia/cite/{document}", "/-/foia/cite/{claim}/bibtex"),
    "verify": ("/-/foia/verify/{claim}",),
    "reviews": ("/-/foia/reviews",),
    "start": ("/", "/-/foia/about", "/-/foia/tables"),
    "counts": ("/-/foia/redactions", "/-/foia/failures"),
    "file": ("/-/foia/file/{file}",),
    "table": tuple(f"/foia/{one}" for one in TABLES),
    "row": ("/foia/claims/{claim}", "/foia/documents/{document}", "/foia/contradictions/{contradiction}", "/foia/pages/{page}"),
    "database": ("/foia",),
    "taken": (
        "/-/foia/search.csv?q={rare}", "/-/foia/search.atom?q={rare}", "/-/foia/search.json?q={common}",
        "/foia/claims.csv?_size=50", "/foia/claims.json",
    ),
}  # fmt: skip
KINDS = ("search", "viewer", *PAGES)
Lists = dict[str, tuple[str, ...]]


def lists(folder: Path) -> Lists:
    """What addresses are made of, read from the edition once; at most MOST of each, spread over all."""
    with sqlite3.connect(f"file:{folder / DATABASE}?mode=ro", uri=True) as db:
        every = {name: [row[0] for row in db.execute(sql)] for name, sql in _LISTS.items()}
    found = {name: tuple(ids[:: max(1, len(ids) // MOST)]) for name, ids in every.items()}
    return found | {"file": tuple(dict.fromkeys(key.rpartition("-p")[0] for key in found["page"]))}


class Visits:
    """A visitor's addresses; the same seed gives the same ones."""

    def __init__(self, lists: Lists, seed: int) -> None:
        self.draw, self._lists = random.Random(seed), lists

    def has(self, kind: str) -> bool:
        """Whether the edition has a page of this kind."""
        return all(self._lists[name] for path in PAGES.get(kind, ()) for name in self._lists if f"{{{name}}}" in path)

    def address(self, kind: str) -> str:
        if kind == "search":
            return f"/-/foia/search?q={self._filled(self.draw.choice(PATTERNS))}{self.draw.choice(NARROWED)}"
        if kind == "viewer":
            file_id, _, number = self.draw.choice(self._lists["page"]).rpartition("-p")
            return f"/-/foia/file/{file_id}/p{number}" + self.draw.choice(("", f"?q={self._one('common')}"))
        return self.each(self.draw.choice(PAGES[kind]))

    def each(self, path: str) -> str:
        """The path with an id for each name in it."""
        for name in self._lists:
            if f"{{{name}}}" in path:
                one = self._one(name)
                path = path.replace(f"{{{name}}}", one.replace("%26right%3D", "&right="))
        return path

    def _one(self, name: str) -> str:
        return quote(self.draw.choice(self._lists[name]), safe="")

    def _filled(self, typed: str) -> str:
        while "{common}" in typed:
            typed = typed.replace("{common}", self.draw.choice(self._lists["common"]), 1)
        misread = self.draw.choice(self._lists["common"])[:-1] + "q"
        rare = self.draw.choice(self._lists["rare"] or self._lists["common"])
        return quote(typed.replace("{rare}", rare).replace("{misread}", misread))
