"""The search page: full text in pages, claims and document titles, with marks, counts, facets and a way on."""

from __future__ import annotations

from typing import Any

from db import searching
from db.pages.answer import Answer, Ask, pager
from db.pages.catalogue import catalogue
from db.pages.highlight import pieces
from db.pages.wanted import Wanted, wanted

SIZE = 20
FACETS_UP_TO = 20_000  # hits; a breakdown of more would take longer than the answer itself
FACETS = {"pages": ("kind", "release"), "documents": ("kind", "release"), "claims": ("proposition", "kind", "release")}


async def search(ask: Ask) -> Answer:
    """`q`, `in` (pages, documents or claims), `kind`, `release`, `proposition`, `page`."""
    look = wanted(ask.arg("q"))
    where = ask.arg("in") if ask.arg("in") in searching.SEARCHABLE else "pages"
    filters = {name: ask.arg(name) for name in ("kind", "release", "proposition")}
    data: dict[str, Any] = {"q": look.typed, "in": where, "filters": filters, "hits": []}
    shown: dict[str, Any] = {
        "known": await catalogue(ask),
        "here": "search",
        "where": where,
        "hit_pieces": [],
        "advice": _advice(look),
    }
    if look.match:
        counts = {place: await ask.count(searching.search_count(place, look.match, filters)) for place in searching.SEARCHABLE}
        place = pager(counts[where], ask.page_number(), SIZE)
        hits = await ask.rows(searching.search(where, look.match, filters, SIZE, (place["number"] - 1) * SIZE))
        shown["hit_pieces"] = [pieces(str(hit.pop("snippet"))) for hit in hits]
        for hit, found in zip(hits, shown["hit_pieces"], strict=True):
            hit["snippet"] = "".join(piece.text for piece in found)
            hit["found"] = [piece.text for piece in found if piece.found]
        data |= {"counts": counts, "pager": place, "hits": hits, "facets": {}}
        if counts[where] <= FACETS_UP_TO:
            data["facets"] = await _facets(ask, where, look.match, filters)
    if look.typed:
        data["bates"] = await ask.rows(searching.by_bates(look.typed))
    title = f"Search: {look.typed}" if look.typed else "Search"
    return Answer("foia_search.html", title, data, shown)


async def _facets(ask: Ask, where: str, match: str, filters: dict[str, str]) -> dict[str, list[dict[str, Any]]]:
    """Counts for each facet of this place; a facet's own choice does not narrow its own counts."""
    return {facet: await ask.rows(searching.search_facet(where, facet, match, {**filters, facet: ""})) for facet in FACETS[where]}


def _advice(look: Wanted) -> list[tuple[str, str]]:
    """What to try when nothing is found: (words for the link, what to search for instead)."""
    bare = [term.rstrip("*") for term in look.terms]
    tries = []
    if look.phrases and bare:
        tries.append(("the same words, not as a phrase", " ".join(bare)))
    if len(" ".join(bare).split()) > 1:
        tries.append(("any of these words", " OR ".join(" ".join(bare).split())))
    if len(bare) == 1 and len(bare[0]) > 4 and bare[0].isalnum():
        tries.append(("words that begin the same way", f"{bare[0][: max(4, len(bare[0]) - 3)]}*"))
    return [(words, q) for words, q in tries if q != look.typed]
