"""How a page is asked for and answered: reading the database, HTML and JSON twins, headers, and answers that help.

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
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import unquote

from datasette.database import QueryInterrupted
from datasette.utils import sqlite_timelimit
from datasette.utils.asgi import Response

from db.cite import TEMPLATE
from db.pages import highlight, wording
from db.pages.links import Links
from db.queries import Query, alias
from pipeline import codec

T = TypeVar("T")
DATABASE = "foia"
PLUGIN = "foia_pages"  # settings below this name in metadata.json: site_url, citation, corpus
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}
MAX_PAGE = 5000


@dataclass(frozen=True, slots=True)
class Answer:
    """What a page shows: its template, its title, the data it shares with its JSON twin, and what only HTML needs."""

    template: str
    title: str
    data: dict[str, Any]
    shown: dict[str, Any] = field(default_factory=dict)
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


class Missing(Exception):
    """There is nothing under this id: `what` it should have been (claim, document, ...), and the id asked for."""

    def __init__(self, what: str, asked: str) -> None:
        super().__init__(what, asked)
        self.what = what
        self.asked = asked


class Moved(Exception):
    """The id was retired, or the address is an old one; `path` is where it leads now."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class Found(Exception):
    """What was asked for is at `path` today; the next question may lead elsewhere."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class Ask:
    """One request: its parameters, and the database it may read."""

    def __init__(self, datasette: Any, request: Any) -> None:
        self.datasette = datasette
        self.request = request
        self.link = Links(datasette)

    def part(self, name: str) -> str:
        """A named part of the path, decoded."""
        return unquote(self.request.url_vars.get(name) or "", errors="replace")

    def arg(self, name: str) -> str:
        """A parameter of the query string, at most 1,000 characters; '' when absent."""
        return str(self.request.args.get(name) or "")[:1000]

    def page_number(self) -> int:
        """The `page` asked for, from 1; anything that is no such number is 1."""
        typed = self.arg("page")
        return min(max(int(typed), 1), MAX_PAGE) if typed.isascii() and typed.isdigit() and len(typed) < 9 else 1

    @property
    def site_url(self) -> str:
        """Address of the site's root as configured, without a slash at its end; '' where none is. Never the Host header."""
        return str(self._setting("site_url")).rstrip("/")

    @property
    def template(self) -> str:
        """The template of citations."""
        return str(self._setting("citation")) or TEMPLATE

    def base(self) -> str:
        """The path of the site's root on this server, without a slash at its end."""
        return self.link.start().rstrip("/")

    def absolute(self, path: str) -> str:
        """A path of this site as a link that works elsewhere; the path alone where no address is configured."""
        return self.site_url + path.removeprefix(self.base()) if self.site_url else path

    def folder(self) -> Path:
        """The folder the database lies in, with its images beside it."""
        return Path(self.datasette.get_database(DATABASE).path).parent

    def corpus(self) -> Path | None:
        """The folder of the releases as received, where this server was told of it."""
        told = self._setting("corpus")
        return Path(str(told)) if told else None

    def _setting(self, name: str) -> object:
        return (self.datasette.plugin_config(PLUGIN) or {}).get(name) or ""

    async def kept(self, name: str, make: Callable[[], Awaitable[T]]) -> T:
        """What `make` makes of the edition alone, made once while the edition is open; anew each time where it may change."""
        database = self.datasette.get_database(DATABASE)
        if database.is_mutable:
            return await make()
        if not hasattr(database, "foia_kept"):
            database.foia_kept = {}
        if name not in database.foia_kept:
            database.foia_kept[name] = await make()
        found: T = database.foia_kept[name]
        return found

    async def run(self, work: Callable[[Any], T]) -> T:
        """What `work` makes of Datasette's own connection to the edition."""
        made: T = await self.datasette.get_database(DATABASE).execute_fn(work)
        return made

    async def rows(self, query: Query) -> list[dict[str, Any]]:
        """The rows of a query, as dicts."""
        return (await self.all(query))[0]

    async def all(self, *wanted: Query) -> list[list[dict[str, Any]]]:
        """The rows of each query, read in one visit to the database; QueryInterrupted when one takes too long."""
        milliseconds = self.datasette.sql_time_limit_ms

        def read(connection: Any) -> list[list[dict[str, Any]]]:
            with sqlite_timelimit(connection, milliseconds):
                try:
                    return [_read(connection, query) for query in wanted]
                except Exception as error:
                    if error.args == ("interrupted",):
                        raise QueryInterrupted(error, "", {}) from error
                    raise

        found: list[list[dict[str, Any]]] = await self.datasette.get_database(DATABASE).execute_fn(read)
        return found

    async def one(self, query: Query) -> dict[str, Any] | None:
        """The first row, or None."""
        found = await self.rows(query)
        return found[0] if found else None

    async def count(self, query: Query) -> int:
        """Column `n` of the first row."""
        row = await self.one(query)
        return int(row["n"]) if row else 0

    async def named(self, what: str, query: Query, asked: str) -> dict[str, Any]:
        """The row an address names. Raises Moved when the id was retired, Missing when it was never there."""
        row = await self.one(query)
        if row is not None:
            return row
        moved = await self.one(alias(asked))
        if moved and moved["kind"] == what and moved["new_id"] != asked:
            raise Moved(
                {"claim": self.link.claim, "document": self.link.document}.get(what, self.link.contradiction)(moved["new_id"])
            )
        raise Missing(what, asked)


def _read(connection: Any, query: Query) -> list[dict[str, Any]]:
    if query.stored:
        row = connection.execute("SELECT found FROM stored_counts WHERE name = ?", (query.stored,)).fetchone()
        return list(json.loads(row[0])) if row else []
    cursor = connection.execute(query.sql, query.params)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


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
