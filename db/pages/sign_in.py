"""Signing reviewers in and out. A signed cookie of Datasette's own says who it is; it is good for two weeks."""

from __future__ import annotations

import asyncio
import time
from typing import Any

from datasette.utils import baseconv
from datasette.utils.asgi import Response

from db.pages.answer import HEADERS, Answer, page_of
from db.pages.ask import Ask
from db.pages.verdicts import PRIVATE, people, posted, refused, reviewer_of
from db.verdicts import reviewers, reviews

LASTS = 14 * 24 * 3600  # seconds
TRIES, WITHIN = 10, 900  # failed tries under one name in that many seconds, after which the name has to wait
_COOKIE = "ds_actor"


async def sign_in(datasette: Any, request: Any) -> Any:
    """The form, and what it sends."""
    ask = Ask(datasette, request)
    if request.method != "POST":
        return await page_of(ask, _form(ask, ""))
    form = await posted(request)
    if form is None:
        return refused("This was not sent from a form of this site.", 403)
    name = form.get("reviewer", "").strip().lower()[:64]
    now = int(time.time())
    if await asyncio.to_thread(reviews.failed_since, ask.folder(), name, now - WITHIN) >= TRIES:
        return await page_of(ask, _form(ask, "Too many failed tries under this name. Wait a quarter of an hour.", name, 429))
    person = people(ask).get(name) or reviewers.nobody()
    passed = await asyncio.to_thread(reviewers.matches, form.get("password", "")[:1000], person.password) and bool(person.id)
    await asyncio.to_thread(reviews.tried, ask.folder(), name, now, passed)
    if not passed:
        return await page_of(ask, _form(ask, "Name and password do not fit together.", name, 403))
    answer = Response.redirect(_within(ask, form.get("next", "")), status=303, headers=HEADERS | PRIVATE)
    value = datasette.sign({"a": {"id": person.id, "name": person.name}, "e": baseconv.base62.encode(now + LASTS)}, "actor")
    secure = ask.site_url.startswith("https:")
    answer.set_cookie(_COOKIE, value, max_age=LASTS, path=ask.link.start(), httponly=True, samesite="lax", secure=secure)
    return answer


async def sign_out(datasette: Any, request: Any) -> Any:
    """Takes the cookie away."""
    ask = Ask(datasette, request)
    if await posted(request) is None:
        return refused("This was not sent from a form of this site.", 403)
    answer = Response.redirect(ask.link.to("reviews"), status=303, headers=HEADERS | PRIVATE)
    answer.set_cookie(_COOKIE, "", max_age=0, expires=0, path=ask.link.start(), httponly=True, samesite="lax")
    return answer


def _form(ask: Ask, problem: str, name: str = "", status: int = 200) -> Answer:
    shown = {"problem": problem, "name": name, "next": _within(ask, ask.arg("next")), "reviewer": reviewer_of(ask)}
    title = "Sign in to review"
    return Answer("foia_sign_in.html", title, {"open": bool(people(ask))}, shown, status=status, headers=PRIVATE)


def _within(ask: Ask, path: str) -> str:
    """The path where it is one of a page of this site, else that of the reviews."""
    root = ask.link.to("")
    fits = path.startswith(root) and not any(letter in path for letter in "\\\r\n\t\0") and "//" not in path
    return path if fits else ask.link.to("reviews")
