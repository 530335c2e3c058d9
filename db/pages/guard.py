"""What goes for every answer of the server, those of Datasette's own pages too.

A content security policy where none was given; addresses built from the configured one, not from what a request says it is
addressed to; tables as CSV that spreadsheets read right and never run; and markup that a screen reader can name.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from db.export import defused
from db.pages.ask import PLUGIN

App = Callable[..., Awaitable[None]]
# Datasette's own pages bring their scripts and styles inline; nothing may come from, go to or frame another place.
TABLE_HEADERS = {
    b"content-security-policy": (
        b"default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
        b" object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    b"x-content-type-options": b"nosniff",
}
MAX_ROW = 8 * 1024 * 1024  # characters of one row of CSV that are waited for; no row of an edition comes near
_NUMBER = re.compile(r"[-+]?\d+(\.\d+)?([eE][-+]?\d+)?\Z")
_NAMES = (
    (re.compile(r'<select name="_filter_column'), '<select aria-label="Column to filter by" name="_filter_column'),
    (re.compile(r'<select name="_filter_op'), '<select aria-label="How to compare" name="_filter_op'),
    (re.compile(r'<input type="text" name="_filter_value'), '<input aria-label="Value" type="text" name="_filter_value'),
    (re.compile(r'<select name="_sort"'), '<select aria-label="Sort by" name="_sort"'),
    (re.compile(r'<textarea id="sql-editor"'), '<textarea aria-label="SQL" id="sql-editor"'),
    (re.compile(r"<(/?)h3\b"), r"<\1h2"),
    (
        re.compile(r'<dl class="column-descriptions">.*?</dl>', re.DOTALL),
        r'<details class="columns"><summary>What the columns mean</summary>\g<0></details>',
    ),
    (re.compile(r'<div class="table-wrapper"'), '<div class="table-wrapper" tabindex="0" role="region" aria-label="Rows"'),
)  # fmt: skip


def guarded(datasette: Any) -> Callable[[App], App]:
    """The wrapper around Datasette."""

    def wrapper(app: App) -> App:
        async def answer(scope: Any, receive: Any, send: Any) -> None:
            if scope["type"] != "http":
                await app(scope, receive, send)
                return
            table: list[CsvText] = []

            async def send_guarded(event: dict[str, Any]) -> None:
                if event["type"] == "http.response.start":
                    event = event | {"headers": _headers(event, scope["path"], table)}
                elif event["type"] == "http.response.body" and table:
                    last = not event.get("more_body")
                    event = event | {"body": table[0].bytes(event.get("body", b""), last)}
                await send(event)

            await app(addressed(scope, _address(datasette)), receive, send_guarded)

        return answer

    return wrapper


def _headers(event: dict[str, Any], path: str, table: list[CsvText]) -> list[tuple[bytes, bytes]]:
    """The headers with those that are missing; where the answer is a table of Datasette's as CSV, `table` gets its writer."""
    sent = list(event.get("headers") or ())
    kinds = [value for name, value in sent if name.lower() == b"content-type"]
    # Datasette says text/plain of a table as CSV that is looked at and not downloaded.
    as_csv = path.endswith(".csv") or any(kind.startswith(b"text/csv") for kind in kinds)
    if event.get("status") == 200 and as_csv and "/-/foia/" not in path:
        table.append(CsvText())
        sent = [(name, value) for name, value in sent if name.lower() != b"content-length"]
    there = {name.lower() for name, _ in sent}
    return sent + [item for item in TABLE_HEADERS.items() if item[0] not in there]


def _address(datasette: Any) -> str:
    return str((datasette.plugin_config(PLUGIN) or {}).get("site_url") or "")


def addressed(scope: dict[str, Any], site_url: str) -> dict[str, Any]:
    """The request as one to the configured address, so that no link is built from its Host header; unchanged without one."""
    told = urlsplit(site_url)
    if not told.netloc:
        return scope
    headers = [(name, value) for name, value in scope.get("headers") or () if name.lower() != b"host"]
    return scope | {"headers": [*headers, (b"host", told.netloc.encode("ascii", "ignore"))], "scheme": told.scheme}


class CsvText:
    """Rewrites CSV as it passes: a byte order mark in front, and no cell that a spreadsheet would run. Numbers stay."""

    def __init__(self) -> None:
        csv.field_size_limit(MAX_ROW)  # a page's text may be longer than the 128 KB that are read otherwise
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._waiting = ""
        self._begun = False

    def bytes(self, data: bytes, last: bool) -> bytes:
        """What may go out by now; whole rows until the `last` piece."""
        self._waiting += self._decode(data, last)
        mark = "" if self._begun else "\ufeff"
        self._begun = True
        if last or self._whole() or len(self._waiting) > MAX_ROW:
            out = io.StringIO()
            rows = csv.reader(io.StringIO(self._waiting, newline=""))
            csv.writer(out).writerows([cell if _NUMBER.match(cell) else defused(cell) for cell in row] for row in rows)
            self._waiting = ""
            return (mark + out.getvalue()).encode()
        return mark.encode()

    def _whole(self) -> bool:
        """Whether what waits ends with a row: an even number of quotes, and a line's end."""
        return self._waiting.endswith("\n") and self._waiting.count('"') % 2 == 0


def readable(content: Markup) -> Markup:
    """The content of a page of Datasette's with names for its fields and headings in order. Data in it is escaped already."""
    text = str(content)
    for pattern, put in _NAMES:
        text = pattern.sub(put, text)
    return Markup(text)
