"""People's verdicts on the site: who may give them, where a finding stands, and what is told of it to whom.

What is given here counts at once, on every page, without a rebuild. Readers see verdicts and days, with reviewers as A, B, C;
names and notes are shown to reviewers alone.
"""

from __future__ import annotations

import asyncio
import datetime
import json
from collections.abc import Container, Iterable
from typing import Any
from urllib.parse import urlsplit

from datasette.utils.asgi import Response

from db.pages.answer import HEADERS, Answer
from db.pages.ask import Ask, Missing, Moved
from db.pages.catalogue import catalogue
from db.sql import review_queries
from db.sql.queries import edition
from db.verdicts import reviewers, reviews
from db.verdicts.reviews import Standing, Verdict
from pipeline.errors import ConfigError

PRIVATE = {"Cache-Control": "no-store"}


def reviewer_of(ask: Ask) -> str:
    """The id of the reviewer who is signed in, '' for everybody else. Datasette's own `root` may review."""
    actor = str((ask.request.actor or {}).get("id") or "")
    return actor if actor == "root" or actor in people(ask) else ""


def people(ask: Ask) -> dict[str, reviewers.Reviewer]:
    """Everybody who may review; nobody where there is no file, or one with mistakes in it."""
    try:
        return reviewers.read(ask.folder())
    except (ConfigError, KeyError, TypeError):
        return {}


async def verdicts(ask: Ask, kind: str = "", subjects: tuple[str, ...] = ()) -> tuple[Verdict, ...]:
    """Verdicts in the order given."""
    path = ask.folder() / reviews.NAME
    return await asyncio.to_thread(reviews.history, path, kind, subjects)


async def live(ask: Ask) -> dict[str, Standing]:
    """Where every reviewed contradiction stands now, by its id in this edition."""
    found = await verdicts(ask, "contradiction")
    return reviews.standings(found, await _led_on(ask, (verdict.subject_id for verdict in found)))


async def told(ask: Ask, kind: str, subject: str) -> dict[str, Any]:
    """What a page shows of the verdicts on one finding: `standing`, `history`, and what the form needs.

    A reviewer who has not judged it yet is not shown what others said of it, so that two verdicts are two.
    """
    retired = await ask.rows(review_queries.retired(kind, subject))
    found = await verdicts(ask, kind, (subject, *(row["old_id"] for row in retired)))
    me = reviewer_of(ask)
    waits = bool(me) and bool(found) and all(verdict.reviewer != me for verdict in found)
    return {
        "standing": None if waits else reviews.standing(found),
        "history": [] if waits else lettered(found, bool(me), people(ask)),
        "hidden": len(found) if waits else 0,
        "reviewer": me,
        "open": bool(people(ask)) or bool(me),
    }


def lettered(found: Iterable[Verdict], named: bool, known: dict[str, reviewers.Reviewer]) -> list[dict[str, Any]]:
    """Verdicts as they may be shown: with names and notes where `named`, otherwise reviewers as A, B, C by first verdict."""
    letters: dict[str, str] = {}
    rows = []
    for verdict in found:
        at = len(letters)
        letter = letters.setdefault(verdict.reviewer, chr(ord("A") + at % 26) + str(at // 26 or ""))
        name = known[verdict.reviewer].name if verdict.reviewer in known else verdict.reviewer
        rows.append(
            {
                "kind": verdict.kind,
                "subject_id": verdict.subject_id,
                "verdict": verdict.verdict,
                "reviewed_on": verdict.reviewed_on,
                "reviewer": name if named else letter,
                "note": verdict.note if named else "",
                "place": verdict.place,
            }
        )
    return rows


async def review(datasette: Any, request: Any) -> Any:
    """Takes a verdict from the form and leads back to the finding."""
    ask = Ask(datasette, request)
    form = await posted(request)
    if form is None:
        return refused("This was not sent from a form of this site.", 403)
    me = reviewer_of(ask)
    if not me:
        return refused("Sign in first; your verdict was not kept.", 403)
    kind, asked = form.get("kind", ""), form.get("id", "")
    if kind not in reviews.KINDS or form.get("verdict") not in reviews.VERDICTS or len(form.get("note", "")) > reviews.MAX_NOTE:
        return refused(f"Choose one of the verdicts; a note holds at most {reviews.MAX_NOTE} characters.", 400)
    try:
        row = await ask.named(kind, review_queries.finding(kind, asked), asked)
    except (Missing, Moved):
        return refused("This finding is no longer in the edition. Go back and look for it again.", 404)
    facts = {fact["key"]: fact["value"] for fact in await ask.rows(edition())}
    now = datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    note = form.get("note", "").strip()
    verdict = Verdict(kind, row["id"], form["verdict"], me, note, now, facts.get("manifest", ""), await _place(ask, kind, row))
    await asyncio.to_thread(reviews.add, ask.folder(), verdict)
    return Response.redirect(ask.link.to_kind(kind, row["id"]) + "#review", status=303, headers=HEADERS | PRIVATE)


async def overview(ask: Ask) -> Answer:
    """How much was reviewed, what came of it, how far reviewers agree, and verdicts whose finding is gone."""
    found = await verdicts(ask)
    me, known = reviewer_of(ask), people(ask)
    shown = lettered(found, bool(me), known)
    name_of = {verdict.reviewer: row["reviewer"] for verdict, row in zip(found, shown, strict=True)}
    orphans = await ask.run(lambda db: reviews.orphaned(db, found))
    gone = {(verdict.kind, verdict.subject_id) for verdict in orphans}
    tally = {kind: counted(found, kind, gone) for kind in reviews.KINDS}
    data = {
        "verdicts": len(found),
        "tally": tally,
        "agreements": [
            {"one": name_of[a.one], "other": name_of[a.other], "both": a.both, "agreed": a.agreed, "kappa": a.kappa}
            for a in reviews.agreements(found)
        ],
        "orphans": [row for verdict, row in zip(found, shown, strict=True) if (verdict.kind, verdict.subject_id) in gone],
        "latest": [row for row in reversed(shown) if (row["kind"], row["subject_id"]) not in gone][:50],
    }
    extra = {"reviewer": me, "open": bool(known) or bool(me), "here": "reviews", "known": await catalogue(ask)}
    return Answer("foia_reviews.html", "Reviews", data, extra, headers=PRIVATE)


def counted(found: Iterable[Verdict], kind: str, gone: Container[tuple[str, str]] = ()) -> dict[str, int]:
    """How many findings of a kind stand confirmed, dismissed and unsure; those of another edition are left out."""
    standings = reviews.standings((v for v in found if v.kind == kind and (kind, v.subject_id) not in gone), {})
    words = [standing.verdict for standing in standings.values()]
    return {word: words.count(word) for word in reviews.VERDICTS}


async def posted(request: Any) -> dict[str, str] | None:
    """The fields of a form that this site's own page sent; None for anything else, such as another site's page.

    Browsers say where a form comes from (Sec-Fetch-Site, Origin). Datasette 0.65 checks a token besides, 1.0 checks the same.
    """
    if request.method != "POST":
        return None
    came_from = request.headers.get("sec-fetch-site", "")
    if came_from and came_from not in ("same-origin", "none"):
        return None
    origin = request.headers.get("origin", "")
    if not came_from and origin and urlsplit(origin).netloc != request.headers.get("host", ""):
        return None
    try:
        return {key: str(value) for key, value in (await request.post_vars()).items()}
    except (UnicodeDecodeError, ValueError):
        return None


def refused(message: str, status: int) -> Any:
    """A plain answer to a form that was not taken."""
    return Response.text(message, status=status, headers=HEADERS | PRIVATE)


async def _place(ask: Ask, kind: str, row: dict[str, Any]) -> str:
    """Where a finding stands, in ids alone, for the day on which it may have to be found again."""
    if kind == "contradiction":
        pages = await ask.rows(review_queries.pages_of((row["left_claim_id"], row["right_claim_id"])))
        where = [str(page["page_id"]) for page in pages]
        return f"{row['kind']}, {row['proposition']}: {', '.join(where)}"
    if kind == "claim":
        return f"{row['proposition'] or row['metric']}: {row['page_id']}"
    return f"{row['file_id']}, pages {row['first_page']} to {row['last_page']}"


async def _led_on(ask: Ask, ids: Iterable[str]) -> dict[str, str]:
    wanted = list(dict.fromkeys(ids))
    return {row["old_id"]: row["new_id"] for row in await ask.rows(review_queries.led_on(wanted))} if wanted else {}


def as_json(standings: dict[str, Standing]) -> str:
    """For `Filters.live`."""
    return json.dumps({key: standing.verdict for key, standing in standings.items()})
