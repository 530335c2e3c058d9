"""Redactions with their codes, names of persons, offices and places, and references to law, on the pages of one file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from pipeline.patterns.law.citations import citations_in
from pipeline.patterns.names.names import acronyms_in, follows_title, names_in
from pipeline.patterns.names.roles import parent_beside, role_beside
from pipeline.ports import Parser
from pipeline.records.finding import Citation, Findings, Mention, Redaction
from pipeline.records.page import Page
from pipeline.records.source import File
from pipeline.stages.boxes.redacted import Params as Params
from pipeline.stages.boxes.redacted import redactions_of

VERSION = "13"


def find(file: File, pages: tuple[Page, ...], parser: Parser, params: Params) -> Findings:
    """What the pages (as published, already masked) show. All findings are in page and text order."""
    redactions: list[Redaction] = []
    mentions: list[Mention] = []
    citations: list[Citation] = []
    acronyms = acronyms_in(tuple(page.text for page in pages))
    for page in pages:
        redactions += redactions_of(page, params)
        citations += (Citation(page.id, one.start, one.end, one.text, one.normal, one.kind) for one in citations_in(page.text))
        mentions += _mentions(page, parser, acronyms)
    return Findings(tuple(redactions), _agreed(mentions, {page.id: page.text for page in pages}), tuple(citations))


def _mentions(page: Page, parser: Parser, acronyms: tuple[tuple[str, str], ...]) -> Iterator[Mention]:
    for name in names_in(page.text, parser.entities(page.text), acronyms):
        where = page.text, name.start, name.end
        role = role_beside(*where) if name.kind == "person" else ""
        parent = parent_beside(*where) if name.kind == "place" else ""
        yield Mention(page.id, name.start, name.end, page.text[name.start : name.end], name.kind, name.normal, role, parent)


def _agreed(mentions: list[Mention], texts: dict[str, str]) -> tuple[Mention, ...]:
    """One kind for each name throughout the file; a single word is a person only after a title or as a known surname."""
    votes: dict[str, Counter[str]] = {}
    for one in mentions:
        votes.setdefault(one.normal, Counter())[one.kind] += 1
    kinds = {name: max(sorted(count), key=lambda kind: count[kind]) for name, count in votes.items()}
    surnames = {name.rpartition(" ")[2] for name, kind in kinds.items() if kind == "person" and " " in name}
    kept = (replace(one, kind=kinds[one.normal]) for one in mentions)
    return tuple(
        one
        for one in kept
        if one.kind != "person" or " " in one.normal or one.normal in surnames or follows_title(texts[one.page_id], one.start)
    )
