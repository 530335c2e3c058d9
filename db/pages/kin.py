"""What documents have to do with one another: families, two documents compared, threads of emails."""

from __future__ import annotations

import asyncio
from typing import Any

from db.pages import differences, highlight
from db.pages.answer import Answer
from db.pages.ask import Ask, Missing
from db.pages.file import LETTER
from db.sql import kin_queries, queries

MOST_PAGES = 60  # of each document that are compared
BODY = 4000  # characters of a message


async def family(ask: Ask) -> Answer:
    """The members of a family, each with a link to compare it with the first."""
    row = await ask.named("family", kin_queries.family(ask.part("id")), ask.part("id"))
    data = {"family": row, "members": await ask.rows(kin_queries.members(row["id"]))}
    return Answer(
        "foia_family.html", "One record, several times" if row["kind"] != "template" else "One form, several records", data
    )


async def compare(ask: Ask) -> Answer:
    """Two documents (`left` and `right`, ids) word by word, and their redactions side by side."""
    rows = [await ask.named("document", queries.document(ask.arg(side)), ask.arg(side)) for side in ("left", "right")]
    if rows[0]["id"] == rows[1]["id"]:
        raise Missing("second document", ask.arg("right"))
    sides = [await _side(ask, row) for row in rows]
    left, right = sides
    runs = await asyncio.to_thread(differences.compared, left["tokens"], right["tokens"], left["hidden"], right["hidden"])
    data = {
        "left": rows[0],
        "right": rows[1],
        "words": differences.totals(runs),
        "cut": any(len(side["tokens"]) > differences.MOST_WORDS or side["cut"] for side in sides),
        "redactions": {"left": len(left["boxes"]), "right": len(right["boxes"])},
        "pages": _pages(await ask.rows(kin_queries.differences(rows[0]["id"], rows[1]["id"])), left, right),
    }
    title = f"Compared: {rows[0]['title'] or 'a document'}"
    pictures = {page["id"]: page for side in sides for page in side["pages"]}
    shown = {"runs": differences.shortened(runs), "pictures": pictures, "boxes": _by_page(left["boxes"] + right["boxes"])}
    return Answer("foia_compare.html", title, data, shown)


async def _side(ask: Ask, row: dict[str, Any]) -> dict[str, Any]:
    pages = await ask.rows(kin_queries.document_text(row["id"], MOST_PAGES))
    boxes = await ask.rows(kin_queries.document_boxes(row["id"]))
    words = [(page["text"], highlight.placed(page.pop("words"))) for page in pages]
    for page in pages:
        page["size"] = (page["width"], page["height"]) if page["width"] > 0 and page["height"] > 0 else LETTER
    return {
        "pages": pages,
        "boxes": boxes,
        "tokens": differences.tokens(words),
        "hidden": differences.hidden(boxes, [page["id"] for page in pages]),
        "cut": row["last_page"] - row["first_page"] + 1 > MOST_PAGES,
    }


def _pages(rows: list[dict[str, Any]], left: dict[str, Any], right: dict[str, Any]) -> list[dict[str, Any]]:
    """Pages known to be copies of one another, the left document's always on the left; boxes that one side alone has."""
    mine = {page["id"] for page in left["pages"]}
    found = []
    for row in rows:
        turned = row["left_page_id"] not in mine
        one, other = ("right", "left") if turned else ("left", "right")
        found.append(
            {
                "left_page_id": row[f"{one}_page_id"],
                "right_page_id": row[f"{other}_page_id"],
                "words_only_left": row[f"words_only_{one}"],
                "words_only_right": row[f"words_only_{other}"],
                "redactions_left": row[f"redactions_{one}"],
                "redactions_right": row[f"redactions_{other}"],
                "boxes_left": highlight.claim_boxes(row[f"boxes_{one}"]),
                "boxes_right": highlight.claim_boxes(row[f"boxes_{other}"]),
            }
        )
    return found


def _by_page(boxes: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for box in boxes:
        found.setdefault(box["page_id"], []).append(box)
    return found


async def thread(ask: Ask) -> Answer:
    """A thread: its messages in order of time, each once, with every place it stands in."""
    row = await ask.named("thread", kin_queries.thread(ask.part("id")), ask.part("id"))
    data = {"thread": row, "messages": told_once(await ask.rows(kin_queries.messages(row["id"])))}
    return Answer("foia_thread.html", row["subject"] or "Thread without a subject", data)


def told_once(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Messages that say the same sender, time and subject are one; `places` are all the documents it stands in."""
    found: dict[tuple[str, ...], dict[str, Any]] = {}
    for row in rows:
        dated = row["date"] and row["time"]
        key = tuple(str(row[name]).casefold() for name in ("sender", "date", "time")) if dated else (row["id"],)
        place = {name: row[name] for name in ("document_id", "title", "file_id", "page_no", "page_file", "bates", "depth", "id")}
        message = found.get(key)
        if message is None:
            kept = ("id", "sender", "recipients", "cc", "subject", "date", "date_precision", "time", "form")
            found[key] = {name: row[name] for name in kept} | {"text": body(row), "places": [place]}
        else:
            message["places"].append(place)
    return list(found.values())


def body(row: dict[str, Any]) -> str:
    """The words of a message below its header, at most BODY characters of them; pages between its first and last are left out."""
    if row["last_text"] is None:
        text = str(row["text"])[row["header_end"] : row["end"]]
    else:
        gap = "\n[…]\n" if row["last_page_no"] > row["page_no"] + 1 else "\n"
        text = str(row["text"])[row["header_end"] :] + gap + str(row["last_text"])[: row["end"]]
    text = text.strip()
    return text if len(text) <= BODY else text[:BODY].rsplit(" ", 1)[0] + " […]"
