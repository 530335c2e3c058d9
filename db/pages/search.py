"""The search page: full text in pages, claims, documents and files, with marks, counts, facets, copies folded and a way on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import Any

from db.building.marks import SEVERAL, split
from db.building.searchable import WORD
from db.pages import histogram
from db.pages.answer import Answer, pager
from db.pages.ask import Ask
from db.pages.catalogue import known_from
from db.pages.highlight import pieces as marked_pieces
from db.pages.wanted import OPERATORS, Wanted, wanted
from db.pages.wording import short
from db.sql import queries, searching, tallies
from db.sql.nearby import SHORTEST, nearest, pieces, variants
from db.sql.queries import Query

SIZE = 20
MEMBERS = 12  # copies named under a hit; the rest are counted
VALUES = 12  # values shown of each facet
NEAR_WORDS = 6  # words of a question for which other spellings are looked up
RARE = 3  # pages up to which a word may itself be a misreading
FEW = 10  # hits below which spellings that OCR makes are pointed out
# What narrows a search: the parameter in the address, and the facet of table search_facets.
FILTERS = {
    "kind": "kind", "year": "year", "month": "month", "author": "author", "proposition": "propositions", "exemption": "codes",
    "release": "release", "confidence": "band",
}  # fmt: skip
SORTS = ("", "oldest", "newest")
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Look:
    """One search: where, what for, how narrowed (values by parameter), in which order."""

    where: str
    wanted: Wanted
    chosen: dict[str, str]
    sort: str

    def facets(self, *without: str) -> dict[str, str]:
        """The chosen values by facet."""
        return {FILTERS[name]: value for name, value in self.chosen.items() if value and name not in without}

    @property
    def empty(self) -> bool:
        return not self.wanted.match and not any(self.chosen.values())

    def candidates(self) -> Query:
        return searching.candidates(self.where, self.wanted.match, self.facets())

    @property
    def costly(self) -> bool:
        """Whether ranking looks up every place of the words again, as of a phrase or a beginning: too much where they stand
        everywhere."""
        return bool(self.wanted.phrases) or any(term.endswith("*") for term in self.wanted.terms)

    def tally(self, name: str) -> Query:
        """The values of a facet as they are without the one that is chosen of it."""
        return searching.tally(self.where, self.wanted.match, self.facets(name), FILTERS[name])


@dataclass(frozen=True, slots=True)
class Group:
    """The best of several copies of one text, and the others."""

    head: Row
    others: tuple[Row, ...]


def asked(ask: Ask) -> Look:
    """What the address asks for; anything it does not know is left out."""
    where = ask.arg("in") if ask.arg("in") in searching.SEARCHABLE else "pages"
    chosen = {name: ask.arg(name) for name in FILTERS}
    sort = ask.arg("sort") if ask.arg("sort") in SORTS else ""
    return Look(where, wanted(ask.arg("q")), chosen, sort)


def folded(rows: list[Row], sort: str = "") -> list[Group]:
    """The candidates best first (or by date), each with the copies of the same text that come after it."""
    rows = sorted(rows, key=lambda row: (row["place"], row["at"]))
    if sort:
        dated = sorted(
            (row for row in rows if row["year"]), key=lambda row: row["month"] or row["year"], reverse=sort == "newest"
        )
        rows = dated + [row for row in rows if not row["year"]]
    groups: dict[Any, list[Row]] = {}
    for row in rows:
        groups.setdefault(row["likeness"] or row["at"], []).append(row)
    return [Group(members[0], tuple(members[1:])) for members in groups.values()]


async def search(ask: Ask) -> Answer:
    """`q`, `in` (pages, claims, documents or files), the parameters of FILTERS, `sort`, `page`."""
    look = asked(ask)
    data: Row = {"q": look.wanted.typed, "in": look.where, "filters": look.chosen, "sort": look.sort, "hits": []}
    shown: Row = {"here": "search", "where": look.where, "params": _params(look), "advice": [], "unread": 0}
    if look.empty:
        (facts,) = await ask.all(queries.edition())
        return Answer("foia_search.html", "Search", data, shown | {"known": known_from(facts)})
    facts, bates, *counts = await ask.all(queries.edition(), searching.by_bates(look.wanted.typed), *_counting(look))
    data |= {"near": {}, "bates": bates}
    data["counts"] = {
        place: len(found) if found and "at" in found[0] else found[0]["n"] if found else 0
        for place, found in zip(searching.SEARCHABLE, counts, strict=True)
    }
    known, total = known_from(facts), data["counts"][look.where]
    ranked = not (look.costly and total > searching.COUNT_UP_TO)
    first = [row["at"] for row in counts[searching.SEARCHABLE.index(look.where)]] if not ranked else []
    rows = await ask.rows(searching.candidates_at(look.where, first) if first else look.candidates()) if total else []
    if not rows and look.wanted.terms:
        look, rows, data["near"] = await _near(ask, look)
        data["counts"][look.where] = total = len(rows)
    shown["near_q"] = look.wanted.any_of if data["near"] else ""
    data |= {"total": total, "looked_at": len(rows), "most": searching.COUNT_UP_TO, "ranked": ranked}
    groups = folded(rows, look.sort)
    place = pager(len(groups), ask.page_number(), SIZE)
    data["pager"] = place
    data["hits"], shown["hit_pieces"] = await hits(ask, look, groups[(place["number"] - 1) * SIZE :][:SIZE])
    data["facets"] = await _facets(ask, look, rows)
    shown["bars"] = histogram.bars(histogram.by_time(data["facets"], look.chosen))
    if not total or data["near"]:
        shown["advice"] = await _advice(ask, look)
        unread = await ask.one(tallies.unread())
        shown["unread"] = unread and unread["files"] + unread["failures"]
    data["spellings"] = await _spellings(ask, look) if 0 < total < FEW and not data["near"] else []
    title = f"Search: {short(look.wanted.typed, 80)}" if look.wanted.typed else "Search"
    return Answer("foia_search.html", title, data, shown | {"known": known})


def _counting(look: Look) -> list[Query]:
    """How many hits there are in each place; where they are looked for and may be too many to rank, the first hits themselves."""
    match, facets = look.wanted.match, look.facets()
    return [
        searching.first(place, match, facets)
        if look.costly and place == look.where
        else searching.search_count(place, match, facets)
        for place in searching.SEARCHABLE
    ]


async def hits(ask: Ask, look: Look, groups: list[Group]) -> tuple[list[Row], list[Any]]:
    """What a list shows of these groups, and the pieces of text with what was found in them."""
    heads = [group.head["at"] for group in groups]
    members = [other["at"] for group in groups for other in group.others[:MEMBERS]]
    wants = [searching.shown(look.where, [*heads, *members])]
    if look.wanted.match and heads:
        wants.append(searching.marked(look.where, look.wanted.match, look.facets(), heads))
    rows, *marks = await ask.all(*wants)
    by_at, marked_at = {row["at"]: row for row in rows}, {row["at"]: row for found in marks for row in found}
    made, printed = [], []
    for group in groups:
        row = dict(by_at[group.head["at"]])
        at = row.pop("at")
        parts = {name: marked_pieces(str(value)) for name, value in marked_at.get(at, {}).items() if name != "at"}
        said = parts.get("snippet", ())
        row["snippet"] = "".join(piece.text for piece in said)
        row["found"] = [piece.text for found in parts.values() for piece in found if piece.found]
        row["copies"] = len(group.others)
        row["same"] = [_without_at(by_at[other["at"]]) for other in group.others[:MEMBERS]]
        made.append(row)
        printed.append(parts)
    return made, printed


def _without_at(row: Row) -> Row:
    return {key: value for key, value in row.items() if key != "at"}


async def _facets(ask: Ask, look: Look, rows: list[Row]) -> dict[str, list[Row]]:
    """Counts for each facet over the rows looked at; a facet's own choice does not narrow its own counts."""
    narrowing = [name for name, value in look.chosen.items() if value and (look.wanted.match or look.facets(name))]
    wider = dict(zip(narrowing, await ask.all(*(look.tally(name) for name in narrowing)), strict=True)) if narrowing else {}
    found: dict[str, list[Row]] = {}
    for name, facet in FILTERS.items():
        counted = Counter({row["value"]: row["n"] for row in wider[name]} if name in wider else (row[facet] for row in rows))
        if facet in SEVERAL:
            counted = _apart(facet, counted)
        del counted[""]
        best = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
        found[name] = [{"value": value, "n": n} for value, n in (best if name in histogram.TIMES else best[:VALUES])]
    return found


def _apart(facet: str, counted: Counter[str]) -> Counter[str]:
    """The counts of the single values of a facet of which a row may have several."""
    made: Counter[str] = Counter()
    for values, n in counted.items():
        for value in split(facet, values):
            made[value] += n
    return made


def _words(look: Look) -> list[str]:
    found = [word for term in look.wanted.terms for word in WORD.findall(term.rstrip("*")) if word not in OPERATORS]
    return list(dict.fromkeys(word.casefold() for word in found if len(word) >= SHORTEST))[:NEAR_WORDS]


async def _near(ask: Ask, look: Look) -> tuple[Look, list[Row], dict[str, list[str]]]:
    """The search again with words spelled as a machine may have read them; the search as it was when that finds nothing."""
    words = _words(look)
    spelled = await ask.rows(searching.spelled([one for word in words for one in (word, *variants(word))])) if words else []
    pages = {row["word"]: row["pages"] for row in spelled}
    doubtful = [word for word in words if pages.get(word, 0) <= RARE]  # a word of many pages was read well enough
    alike = await ask.all(*(searching.alike(pieces(word)) for word in doubtful)) if doubtful else []
    instead: dict[str, list[str]] = {}
    for word, found in zip(doubtful, alike, strict=True):
        near = nearest(word, {(row["word"], row["pages"]) for row in (*spelled, *found)})
        instead |= {word: list(near)} if near else {}
    if not instead:
        return look, [], {}
    wider = replace(look, wanted=wanted(look.wanted.typed, instead))
    (rows,) = await ask.all(wider.candidates())
    return (wider, rows, instead) if rows else (look, [], {})


async def _spellings(ask: Ask, look: Look) -> list[Row]:
    """Spellings of a single word that OCR is known to make and that stand on pages."""
    words = _words(look)
    return await ask.rows(searching.spelled(variants(words[0]))) if len(words) == 1 else []


async def _advice(ask: Ask, look: Look) -> list[tuple[str, str, int]]:
    """What to try when nothing is found: (words for the link, what to search for instead, how much that finds)."""
    words = [word for term in look.wanted.terms for word in term.rstrip("*").split() if word not in OPERATORS]
    words = list(dict.fromkeys(word for word in words if any(letter.isalnum() for letter in word)))
    tries = []
    if look.wanted.phrases and words:
        tries.append(("the same words, not as a phrase", " ".join(words)))
    if len(words) > 1:
        tries.append(("any of these words", " OR ".join(words)))
    if len(words) == 1 and len(words[0]) > 4 and words[0].isalnum():
        tries.append(("words that begin the same way", f"{words[0][: max(4, len(words[0]) - 3)]}*"))
    tries = [(told, q) for told, q in tries if q != look.wanted.typed]
    counts = await ask.all(*(searching.search_count(look.where, wanted(q).match, {}) for _, q in tries))
    return [(told, q, rows[0]["n"]) for (told, q), rows in zip(tries, counts, strict=True) if rows[0]["n"]]


def _params(look: Look) -> Row:
    """The address of this search as parameters."""
    return {"q": look.wanted.typed, "in": look.where if look.where != "pages" else "", **look.chosen, "sort": look.sort}
