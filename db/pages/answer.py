"""How a page is answered: HTML and JSON twins, headers, and answers that help.

A view is written as `async def gather(ask: Ask) -> Answer`; `answered(gather)` makes the Datasette view of it. The JSON twin
holds the same `data` the template gets; `shown` is for the template alone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

from datasette.database import QueryInterrupted
from datasette.utils.asgi import Response

from db.pages import highlight, terms, wording
from db.pages.ask import DATABASE, Ask, Found, Missing, Moved
from pipeline import codec

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a page shows: its template, its title, the data it shares with its JSON twin, and what only HTML needs."""

    template: str
    title: str
    data: dict[str, Any]
    shown: dict[str, Any] = field(default_factory=dict)
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


def answered(gather: Callable[[Ask], Awaitable[Answer]]) -> Callable[..., Awaitable[Any]]:
    """The Datasette view of a page: HTML, or JSON where the path ends in `.json`."""

    async def view(datasette: Any, request: Any) -> Any:
        ask = Ask(datasette, request)
        twin = request.path.endswith(".json")
        try:
            answer = await gather(ask)
        except Moved as moved:
            path = moved.path + (".json" if twin else "")
            return Response.redirect(path, status=301, headers=dict(HEADERS))
        except Found as found:
            return Response.redirect(found.path + (".json" if twin else ""), status=302, headers=dict(HEADERS))
        except Missing as missing:
            answer = _missing(missing)
        except QueryInterrupted:
            answer = _message(
                503, "This took too long", "The question touches too much of the release. Use longer or more words."
            )
        except KeyError as error:
            if error.args != (DATABASE,):
                raise
            answer = _message(503, "No edition is loaded", "This server has no database named foia. Build one, then serve it.")
        return _json(answer) if twin else await page_of(ask, answer)

    return view


def _message(status: int, title: str, text: str, **data: str) -> Answer:
    return Answer(
        "foia_message.html", title, {"ok": False, "status": status, "error": title, "message": text, **data}, status=status
    )


def _missing(missing: Missing) -> Answer:
    text = (
        "It may belong to another edition of this database, or the address may have been cut off when it was copied."
        " If you have the words of the quote, search for them."
    )
    return _message(404, f"There is no {missing.what} here under that address", text, what=missing.what, asked=missing.asked)


def _json(answer: Answer) -> Any:
    data = {"ok": answer.status < 400, "title": answer.title, **answer.data}
    text = json.dumps(codec.plain(data), ensure_ascii=True, default=str)
    return Response(text, status=answer.status, headers=HEADERS | answer.headers, content_type="application/json; charset=utf-8")


async def page_of(ask: Ask, answer: Answer) -> Any:
    """The answer as a page."""
    path = ask.request.path
    twin = (ask.link.to("start") if path.rstrip("/") == ask.link.start().rstrip("/") else path) + ".json"
    query = ask.request.query_string
    context = {
        "title": answer.title,
        "link": ask.link,
        "say": wording,
        "terms": terms,
        "css": ask.link.static("foia.css", style_mark("foia.css")),
        "twin": twin + (f"?{query}" if query else "") if answer.status == 200 else "",
        "csrftoken": ask.request.scope.get("csrftoken") or str,
        **answer.data,
        **answer.shown,
    }
    text = _templates(ask.datasette, ask.request).get_template(answer.template).render(context)
    # A lone surrogate cannot be sent; it can only come from a spoilt record, never from well-formed text.
    return Response.html(text.encode("utf-8", "replace").decode(), status=answer.status, headers=HEADERS | answer.headers)


def prepare(site: Any) -> None:
    """Reads every template of our pages, which takes longer than most pages do."""
    made = _templates(site, None)
    for name in made.list_templates(filter_func=lambda name: name.startswith("foia_")):
        made.get_template(name)


def _templates(site: Any, request: Any) -> Any:
    """Datasette's environment of templates without its waiting: ours call nothing that has to be waited for, and asking every
    call whether it must be takes half the time of a page. Kept beside Datasette's own, which outlives every request.
    """
    own = site.get_jinja_environment(request) if hasattr(site, "get_jinja_environment") else site.jinja_env
    if not hasattr(own, "foia_pages"):
        own.foia_pages = own.overlay(enable_async=False)
    return own.foia_pages


@cache
def style_mark(name: str) -> str:
    """A short mark of a style sheet's content, which makes its address change when it does."""
    data = resources.files("db.pages").joinpath("static", name).read_bytes()
    return hashlib.sha256(data).hexdigest()[:10]


def pager(total: int, number: int, size: int) -> dict[str, int]:
    """Where a list stands: `total` rows, page `number` of `last`, rows `first` to `until` on it."""
    last = max(1, -(-total // size))
    number = min(number, last)
    return {
        "total": total,
        "number": number,
        "last": last,
        "size": size,
        "first": min(total, (number - 1) * size + 1),
        "until": min(total, number * size),
    }


def context_pieces(row: dict[str, Any], room: int = 420) -> dict[str, Any]:
    """A claim's quote in its page's text: the pieces to print, and whether text was left out before and after."""
    text = str(row["page_text"])
    low, high = highlight.around(text, row["start"], row["end"], room)
    made = highlight.laid_out(highlight.unbroken(text), (), ((row["start"], row["end"]),), low, high)
    return {"pieces": made, "cut_before": low > 0, "cut_after": high < len(text)}
