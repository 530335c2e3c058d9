"""The list of contradictions with its filters, and one pair with both quotes in context, reasons and citations."""

from __future__ import annotations

from collections import Counter
from typing import Any

from db.pages import plainly, wording
from db.pages.answer import Answer
from db.pages.ask import Ask
from db.pages.catalogue import catalogue
from db.pages.cite import citation, sources_of
from db.pages.claim import side
from db.pages.doubts import doubts
from db.pages.pairs import judged, listed
from db.pages.verdicts import as_json, live, told
from db.sql import pair_queries, queries, related_queries
from db.sql.pair_queries import Filters
from db.verdicts import leading

SIZE = 20
MOST_DAYS = 1_000_000
TEXTS = ("kind", "proposition", "speaker_kind", "speaker", "audience", "verdict", "same_speaker", "claim", "sort")
CONTEXT = 260  # characters of the page shown before and after each quote


async def contradictions(ask: Ask) -> Answer:
    """The list, pairs of the same two statements folded under the first unless `each=1` asks for every pair by itself.

    Announced changes are not contradictions: they are shown only when asked for with `kind=shift`. `claim` narrows the list
    to the pairs one claim is part of.
    """
    filters = asked_for(ask)
    each = bool(ask.arg("each") or filters.claim)
    found = await listed(ask, filters, SIZE, ask.page_number(), each)
    under = found.pop("under")
    stored, moved, speakers, related, leads = await ask.all(
        pair_queries.options(), pair_queries.moved(as_json(await live(ask))), pair_queries.speakers(), related_queries.options(),
        leading.options(),
    )  # fmt: skip
    options = _options(stored, moved)
    kinds = options.get("kind", [])
    totals = {
        "contradictions": sum(row["n"] for row in kinds if row["value"] != queries.SHIFT),
        "announced_changes": sum(row["n"] for row in kinds if row["value"] == queries.SHIFT),
        **waiting(related),
        "leads": sum(row["n"] for row in leads),
    }
    data = {"filters": filters.asked(), "each": each, "totals": totals, "doubts": await doubts(ask), **found, "options": options}
    shifts = filters.kind == queries.SHIFT
    title = "Announced changes" if shifts else "Contradictions"
    shown = {
        "known": await catalogue(ask),
        "here": "contradictions",
        "shifts": shifts,
        "under": under,
        "speakers": [row["speaker"] for row in speakers],
        "narrowed": any(value for name, value in filters.asked().items() if name not in ("kind", "sort")),
    }
    return Answer("foia_contradictions.html", title, data, shown)


def waiting(options: list[dict[str, Any]]) -> dict[str, int]:
    """How many pairs wait `to_review`, and how many are `related` and no contradictions, of the counts of the related pairs."""
    counted = {row["value"]: row["n"] for row in options if row["facet"] == "relation"}
    to_review = counted.pop(related_queries.REVIEW, 0)
    return {"to_review": to_review, "related": sum(counted.values())}


def asked_for(ask: Ask) -> Filters:
    """The filters in the address; what is no number, or no order that exists, does not filter."""
    texts: dict[str, Any] = {name: ask.arg(name) for name in TEXTS}
    texts["same_speaker"] = "1" if texts["same_speaker"] else ""
    texts["sort"] = texts["sort"] if texts["sort"] in pair_queries.SORTS else ""
    days: dict[str, Any] = {}
    for name in ("days_from", "days_to"):
        typed = _number(ask.arg(name))
        days[name] = None if typed is None else int(min(typed, MOST_DAYS))
    return Filters(**texts, **days, score_from=_number(ask.arg("score_from")))


def _number(typed: str) -> float | None:
    """A number of at least 0, or None."""
    try:
        value = float(typed)
    except ValueError:
        return None
    return value if 0 <= value < float("inf") else None


def _options(stored: list[dict[str, Any]], moved: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """Values and counts by facet; verdicts as they are now, though the counts were made at the build."""
    options: dict[str, list[dict[str, Any]]] = {}
    for row in stored:
        options.setdefault(row["facet"], []).append({"value": row["value"], "n": row["n"]})
    verdicts = Counter({row["value"]: row["n"] for row in options.get("verdict", ())})
    for row in moved:
        verdicts[row["before"]] -= row["n"]
        verdicts[row["after"]] += row["n"]
    kept = sorted(((value, n) for value, n in verdicts.items() if n > 0), key=lambda item: (-item[1], item[0]))
    return options | {"verdict": [{"value": value, "n": n} for value, n in kept]}


async def contradiction(ask: Ask) -> Answer:
    """The pair under this id."""
    asked = ask.part("id")
    row = await ask.named("contradiction", queries.contradiction(asked), asked)
    review = await told(ask, "contradiction", row["id"])
    row = judged(row, {row["id"]: review["standing"]} if review["standing"] else {})
    known = await catalogue(ask)
    claims, sides = [], []
    for name, source in zip(("left", "right"), await sources_of(ask, row["id"]), strict=True):
        claim = await ask.named("claim", queries.claim(row[f"{name}_claim_id"]), row[f"{name}_claim_id"])
        sides.append(side(claim, CONTEXT))
        claim.pop("page_text")
        claim["citation"] = citation(ask, source)
        claims.append(claim)
    data: dict[str, Any] = {
        "contradiction": row,
        "left": claims[0],
        "right": claims[1],
        "reasons": await ask.rows(queries.reasons(row["id"])),
        "relatives": await ask.rows(pair_queries.relatives(claim["document_id"] for claim in claims)),
        "review": review,
        "permalink": ask.absolute(ask.link.contradiction(row["id"])),
    }
    first, _, ordered = wording.in_order(row["kind"], *claims)
    order = ("left", "right") if first is claims[0] else ("right", "left")
    names = wording.sides(row["kind"], ordered)
    shown = {
        "known": known,
        "sides": [(data[side], sides[("left", "right").index(side)]) for side in order],
        "order": order,
        "names": names,
        "shift": row["kind"] == queries.SHIFT,
        "why": plainly.why(data["reasons"]),
        "between": plainly.between(row, data["reasons"]),
        "uncertain": plainly.uncertain(row, [data[side] for side in order], names),
    }
    title = wording.heading(row["kind"], known.subject(row["proposition"]).statement, claims[0], claims[1], known.beside(*claims))
    return Answer("foia_contradiction.html", title, data, shown)
