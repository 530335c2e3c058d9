"""Citations to take away in five forms, the same as `foia cite` prints, and a claim proved again from what is stored."""

from __future__ import annotations

from typing import Any

from datasette.utils.asgi import Response

from db.citations.citation_formats import FORMATS
from db.citations.cite import Source, plain, resolved, sources
from db.citations.verify import verified, verify
from db.pages.answer import HEADERS, Answer
from db.pages.ask import Ask, Missing, Moved
from db.sql import queries
from pipeline.errors import UsageError

Found = tuple[str, str, tuple[Source, ...]]


async def sources_of(ask: Ask, key: str) -> tuple[Source, ...]:
    """What is cited for this id, both claims of a pair. Raises Missing."""
    return (await _found(ask, key))[2]


def citation(ask: Ask, source: Source) -> str:
    """The plain citation, after the corpus' template."""
    return plain(source, ask.template)


async def cite(ask: Ask) -> Answer:
    """Every form of the citation for an id or Bates number, each to be marked with one click or downloaded."""
    kind, key, found = await _found(ask, ask.part("id"))
    if key != ask.part("id"):
        raise Moved(ask.link.cite(key))
    built_at = await _built_at(ask)
    forms = [
        {"name": name, "label": form.label, "file": _file_name(key, name), "text": form.written(found, ask.template, built_at)}
        for name, form in FORMATS.items()
    ]
    data = {
        "kind": kind,
        "id": key,
        "url": found[0].url if len(found) == 1 else ask.absolute(ask.link.contradiction(key)),
        "citations": {form["name"]: form["text"] for form in forms},
    }
    return Answer("foia_cite.html", f"Cite this {kind}", data, {"forms": forms, "sources": found})


async def cite_file(datasette: Any, request: Any) -> Any:
    """One form of the citation as a file of its own."""
    ask = Ask(datasette, request)
    try:
        form = FORMATS[ask.part("form")]
        _, key, found = await _found(ask, ask.part("id"))
    except (KeyError, Missing):
        return Response.text("There is nothing to cite under that address.", status=404, headers=dict(HEADERS))
    text = form.written(found, ask.template, await _built_at(ask))
    headers = HEADERS | {"Content-Disposition": f'attachment; filename="{_file_name(key, ask.part("form"))}"'}
    media_type = form.media_type if "json" in form.media_type else f"{form.media_type}; charset=utf-8"
    return Response(text.encode("utf-8", "replace"), headers=headers, content_type=media_type)


async def proof(ask: Ask) -> Answer:
    """A claim's quote recomputed from the stored page, its places, its image and, where it is at hand, the received file."""
    try:
        row = await ask.named("claim", queries.claim(ask.part("id")), ask.part("id"))
    except Moved as moved:
        raise Moved(ask.link.verify(moved.path.rpartition("/")[2])) from None
    images, corpus = ask.folder() / "images", ask.corpus()
    steps = await ask.run(lambda db: verify(db, row["id"], images, corpus))
    data = {
        "claim_id": row["id"],
        "quote": row["quote"],
        "verified": verified(steps),
        "steps": steps,
        "file": {"name": row["file"], "page": row["page_no"], "sha256": row["file_sha256"]},
    }
    return Answer("foia_verify.html", "Quote verified" if verified(steps) else "Quote not verified", data, {"claim": row})


async def _found(ask: Ask, key: str) -> Found:
    def look(db: Any) -> Found:
        kind, found = resolved(db, key)
        return kind, found, sources(db, found, ask.site_url or ask.base())

    try:
        made: Found = await ask.run(look)
    except (UsageError, UnicodeError):
        raise Missing("claim, contradiction, document or page", key) from None
    return made


async def _built_at(ask: Ask) -> str:
    facts = {row["key"]: row["value"] for row in await ask.rows(queries.edition())}
    return str(facts.get("built_at", ""))


def _file_name(key: str, form: str) -> str:
    safe = "".join(letter if (letter.isalnum() and letter.isascii()) or letter == "-" else "-" for letter in key)
    return f"foia-{safe}.{FORMATS[form].ending}"
