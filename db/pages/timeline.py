"""Timelines: who said yes and who said no to a question, by month and audience, with announced changes marked."""

from __future__ import annotations

from typing import Any

from db.pages import plot, terms, wording
from db.pages.answer import Answer, pager
from db.pages.ask import Ask, Missing
from db.pages.catalogue import catalogue
from db.sql import timeline_queries

SMALL = 120.0
LINES = 100  # numbers in the table of one page
DOTS = 500  # numbers drawn
DRAWN = 24  # questions drawn on the overview, those with most claims first


async def overview(ask: Ask) -> Answer:
    """Every question as a small drawing, those with most claims first."""
    data, shown = await ask.kept("timelines", lambda: _small(ask))
    shown = {"known": await catalogue(ask), "here": "timeline", "audiences": plot.AUDIENCES} | shown
    return Answer("foia_timelines.html", "Who said what, when", data, shown)


async def _small(ask: Ask) -> tuple[dict[str, Any], dict[str, Any]]:
    """Every question with its months, and the drawings of the first."""
    by_question: dict[str, list[dict[str, Any]]] = {}
    for row in await ask.rows(timeline_queries.counts()):
        by_question.setdefault(row["id"], []).append(row)
    total = {key: sum(row["n"] for row in rows) for key, rows in by_question.items()}
    order = sorted(total, key=lambda key: (-total[key], key))
    months = map(plot.month_of, {row["date"] for key in order[:DRAWN] for row in by_question[key]})
    time = plot.axis(month for month in months if month is not None)
    drawn = {key: plot.bars(by_question[key], (), SMALL, time) for key in order[:DRAWN]}
    outlines = {key: plot.outlines(one) for key, one in drawn.items() if one}
    data = {"questions": [{"id": key, "claims": total[key], "months": by_question[key]} for key in order]}
    return data, {"drawn": drawn, "outlines": outlines}


async def timeline(ask: Ask) -> Answer:
    """One question with its table, or one number with its values."""
    asked = ask.part("id")
    known = await catalogue(ask)
    subject = known.subject(asked)
    if subject.metric:
        return await _numbers(ask, asked, subject.statement)
    counts = await ask.rows(timeline_queries.counts_of(asked))
    if not counts and not subject.topic:
        if not await ask.count(timeline_queries.values_count(asked)):
            raise Missing("topic", asked)
        return await _numbers(ask, asked, subject.statement)
    shifts = await ask.rows(timeline_queries.shifts_of(asked))
    for number, row in enumerate(shifts, 1):
        row["number"], row["date"] = number, max(row["left_date"], row["right_date"])
        row["told"] = _change(row)
    rows = table(counts)
    data = {"subject": subject, "rows": rows, "shifts": shifts}
    drawn = plot.bars(counts, [row["date"] for row in shifts])
    shown = {
        "known": known, "here": "timeline", "drawn": drawn, "audiences": plot.AUDIENCES, "values": [],
        "told": {row["date"]: _to_whom(row["audiences"]) for row in rows},
    }  # fmt: skip
    return Answer("foia_timeline.html", subject.statement, data, shown)


def _change(row: dict[str, Any]) -> str:
    """An announced change in a line: both answers with who gave them, and how far apart they are."""
    sides = [wording.half(row, side) | {"metric": None} for side in ("left", "right")]
    before, after, _ = wording.in_order("shift", *sides)
    told = (f"{wording.stands(one)} ({wording.speaker(one)}, {wording.date_words(one['date'])})" for one in (before, after))
    return "formerly {}, now {}. ".format(*told) + wording.why(row)


async def _numbers(ask: Ask, metric: str, statement: str) -> Answer:
    place = pager(await ask.count(timeline_queries.values_count(metric)), ask.page_number(), LINES)
    values, alike = await ask.all(
        timeline_queries.values_of(metric, LINES, (place["number"] - 1) * LINES), timeline_queries.dots_of(metric, DOTS)
    )
    known = await catalogue(ask)
    share = bool(alike) and all(row["unit"] == "share" for row in alike)
    rows = [row | {"label": _told(row)} for row in alike]
    data = {"subject": known.subject(metric), "values": values, "pager": place}
    shown = {
        "known": known, "here": "timeline", "drawn": plot.dots(rows, share), "audiences": plot.AUDIENCES, "rows": [],
        "shifts": [], "cut": DOTS if sum(row["n"] for row in alike) == DOTS else 0,
    }  # fmt: skip
    return Answer("foia_timeline.html", statement, data, shown)


def _told(row: dict[str, Any]) -> str:
    """What a dot stands for, in words."""
    said = f"{wording.date_words(row['date'])}: {wording.number(row)}"
    return said if row["n"] == 1 else f"{said}, {row['n']} times"


def _to_whom(audiences: dict[str, dict[str, int]]) -> str:
    """Yes and no by audience in one line."""
    sides = [(wording.label(terms.AUDIENCES, name) or "not known", cell) for name, cell in audiences.items()]
    return "; ".join(f"{name}: {cell['affirm']} yes, {cell['deny']} no" for name, cell in sides)


def table(counts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The drawing as rows: one per date as exactly as it is known, with yes and no by audience; undated last."""
    found: dict[str, dict[str, Any]] = {}
    for row in counts:
        line = found.setdefault(row["date"], {"date": row["date"], "affirm": 0, "deny": 0, "audiences": {}})
        side = "deny" if row["stance"] == "deny" else "affirm"
        line[side] += row["n"]
        cell = line["audiences"].setdefault(row["audience"], {"affirm": 0, "deny": 0})
        cell[side] += row["n"]
    return sorted(found.values(), key=lambda line: (line["date"] == "", line["date"]))
