"""Files as received, by their hash, whole or in ranges. What may be offered was decided when the edition was built."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import Any

from db.pages.answer import HEADERS
from db.pages.ask import DATABASE
from db.pages.links import ORIGINAL_NAME

TYPES = {"pdf": b"application/pdf", "png": b"image/png", "jpg": b"image/jpeg", "tif": b"image/tiff"}
PIECE = 256 * 1024  # bytes read and sent at once
_RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")


async def original(datasette: Any, request: Any, scope: Any, send: Any) -> None:
    """200, 206 with one range, 304 for a copy that is there already, 404, or 416."""
    name = request.url_vars["name"]
    path = await asyncio.to_thread(_found, datasette, name) if ORIGINAL_NAME.fullmatch(name) else None
    given = {key.decode("latin-1").lower(): value.decode("latin-1") for key, value in scope["headers"]}
    if path is None:
        await _send(send, 404, [], b"This file is not offered by this edition.")
        return
    mark = f'"{name}"'
    kept = [(b"etag", mark.encode()), (b"accept-ranges", b"bytes"), (b"cache-control", b"public, max-age=31536000, immutable")]
    if mark in given.get("if-none-match", ""):
        await _send(send, 304, kept, b"")
        return
    size = path.stat().st_size
    wanted = given.get("range", "") if given.get("if-range", mark) == mark else ""
    span = asked_range(wanted, size)
    if span is None:
        await _send(send, 416, [*kept, (b"content-range", f"bytes */{size}".encode())], b"")
        return
    first, last = span
    headers = [
        *kept,
        (b"content-type", TYPES[name.rpartition(".")[2]]),
        (b"content-length", str(last - first + 1).encode()),
        (b"content-disposition", f'attachment; filename="{name}"'.encode()),
    ]
    whole = not _RANGE.fullmatch(wanted)
    if not whole:
        headers.append((b"content-range", f"bytes {first}-{last}/{size}".encode()))
    await send({"type": "http.response.start", "status": 200 if whole else 206, "headers": [*headers, *_guards()]})
    await _pieces(send, path, first, last if request.method != "HEAD" else first - 1)


def asked_range(header: str, size: int) -> tuple[int, int] | None:
    """First and last byte of the range asked for, the whole file where it is no single range, None where there is none."""
    match = _RANGE.fullmatch(header.strip())
    if not match or match.group() == "bytes=-":
        return 0, size - 1
    first, last = match.groups()
    if not first:
        return (max(0, size - int(last)), size - 1) if int(last) and size else None
    if int(first) >= size or (last and int(last) < int(first)):
        return None
    return int(first), min(int(last), size - 1) if last else size - 1


async def _pieces(send: Any, path: Path, first: int, last: int) -> None:
    with path.open("rb") as handle:
        handle.seek(first)
        left = last - first + 1
        while left > 0 and (data := await asyncio.to_thread(handle.read, min(PIECE, left))):
            left -= len(data)
            await send({"type": "http.response.body", "body": data, "more_body": True})
    await send({"type": "http.response.body", "body": b""})


def _found(datasette: Any, name: str) -> Path | None:
    try:
        path = Path(datasette.get_database(DATABASE).path).parent / "originals" / name
        return path if path.is_file() and not path.is_symlink() else None
    except (KeyError, TypeError, OSError):
        return None


def _guards() -> list[tuple[bytes, bytes]]:
    return [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]


async def _send(send: Any, status: int, headers: list[tuple[bytes, bytes]], body: bytes) -> None:
    kind = [(b"content-type", b"text/plain; charset=utf-8")] if body else []
    await send({"type": "http.response.start", "status": status, "headers": [*headers, *kind, *_guards()]})
    await send({"type": "http.response.body", "body": body})
