"""What a page is asked with, and how it reads the published database: always through Datasette's own connection."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import unquote

from datasette.database import QueryInterrupted
from datasette.utils import sqlite_timelimit

from db.citations.cite import TEMPLATE
from db.pages.links import Links
from db.sql.queries import Query, alias

T = TypeVar("T")
DATABASE = "foia"
PLUGIN = "foia_pages"  # settings below this name in metadata.json: site_url, citation, corpus
MAX_PAGE = 5000


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
