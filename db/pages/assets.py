"""Files the pages need: the style sheets and the page images that lie in `images/` beside the database."""

from __future__ import annotations

import asyncio
from importlib import resources
from pathlib import Path
from typing import Any

from datasette.utils.asgi import Response

from db.pages.answer import HEADERS
from db.pages.ask import DATABASE
from db.pages.links import IMAGE_NAME

STYLES = ("foia.css", "tables.css")


async def style(request: Any) -> Any:
    """A style sheet of this package; its address carries a mark of its content."""
    name = request.url_vars["name"]
    if name not in STYLES:
        return Response.text("There is no such style sheet.", status=404, headers=dict(HEADERS))
    data = resources.files("db.pages").joinpath("static", name).read_bytes()
    return Response(data, headers=HEADERS | {"Cache-Control": "max-age=3600"}, content_type="text/css; charset=utf-8")


async def image(datasette: Any, request: Any) -> Any:
    """A page image. Its name is made of its content, so it may be kept for ever."""
    name = request.url_vars["name"]
    data = await asyncio.to_thread(_image_bytes, datasette, name) if IMAGE_NAME.fullmatch(name) else None
    if data is None:
        return Response.text("There is no such page image in this edition.", status=404, headers=dict(HEADERS))
    headers = HEADERS | {"Cache-Control": "public, max-age=31536000, immutable"}
    return Response(data, headers=headers, content_type="image/webp")


def _image_bytes(datasette: Any, name: str) -> bytes | None:
    try:
        path = Path(datasette.get_database(DATABASE).path).parent / "images" / name
        return None if path.is_symlink() else path.read_bytes()
    except (KeyError, TypeError, OSError):
        return None
