"""The search page: full text in pages, claims and document titles, with marks, counts, facets and a way on."""

from __future__ import annotations

from typing import Any

from db import searching, tallies
from db.pages.answer import Answer, Ask, pager
from db.pages.catalogue import catalogue
from db.pages.highlight import pieces
from db.pages.wanted import OPERATORS, Wanted, wanted
from db.pages.wording import short

SIZE = 20
FILTERS = ("kind", "release", "proposition")
FACETS_UP_TO = 20_000  # hits; a breakdown of more would take longer than the answer itself
FACETS = {"pages": ("kind", "release"), "documents": ("kind", "release"), "claims": ("proposition", "kind", "release")}


async def search(ask: Ask) -> Answer:
    """`q`, `in` (pages, documents or claims), `kind`, `release`, `proposition`, `page`."""
    look = wanted(ask.arg("q"))
    where = ask.arg("in") if ask.arg("in") in searching.SEARCHABLE else "pages"
    filters = {name: ask.arg(name) for name in FILTERS}
    data: dict[str, Any] = {"q": look.typed, "in": where, "filters": filters, "hits": []}
    shown: dict[str, Any] = {
        "known": await catalogue(ask),
        "here": "search",
        "where": where,
        "hit_pieces": [],
        "advice": [],
        "unread": 0,
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
        if not counts[where]:
            shown["advice"] = await _advice(ask, look, where)
            unread = await ask.one(tallies.unread())
            shown["unread"] = unread and unread["files"] + unread["failures"]
        if counts[where] <= FACETS_UP_TO:
            data["facets"] = await _facets(ask, where, look.match, filters)
    if look.typed:
        data["bates"] = await ask.rows(searching.by_bates(look.typed))
    title = f"Search: {short(look.typed, 80)}" if look.typed else "Search"
    return Answer("foia_search.html", title, data, shown)


async def _facets(ask: Ask, where: str, match: str, filters: dict[str, str]) -> dict[str, list[dict[str, Any]]]:
    """Counts for each facet of this place; a facet's own choice does not narrow its own counts."""
    return {facet: await ask.rows(searching.search_facet(where, facet, match, {**filters, facet: ""})) for facet in FACETS[where]}


async def _advice(ask: Ask, look: Wanted, where: str) -> list[tuple[str, str, int]]:
    """What to try when nothing is found: (words for the link, what to search for instead, how much that finds)."""
    words = [word for term in look.terms for word in term.rstrip("*").split() if word not in OPERATORS]
    words = list(dict.fromkeys(word for word in words if any(letter.isalnum() for letter in word)))
    tries = []
    if look.phrases and words:
        tries.append(("the same words, not as a phrase", " ".join(words)))
    if len(words) > 1:
        tries.append(("any of these words", " OR ".join(words)))
    if len(words) == 1 and len(words[0]) > 4 and words[0].isalnum():
        tries.append(("words that begin the same way", f"{words[0][: max(4, len(words[0]) - 3)]}*"))
    no_filter = dict.fromkeys(FILTERS, "")
    found = []
    for told, q in tries:
        number = 0 if q == look.typed else await ask.count(searching.search_count(where, wanted(q).match, no_filter))
        found += [(told, q, number)] if number else []
    return found
