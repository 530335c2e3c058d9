"""Families, threads and messages of the large made-up edition."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

IN_FAMILY, GOES_ON = 0.08, 0.8  # share of documents that are copies; chance that the next copy is of the same record
IN_THREAD = 0.7  # share of emails that answer the one before
MESSAGES = 3  # most messages of an email


@dataclass(frozen=True, slots=True)
class Record:
    """A document as far as its relatives need it."""

    id: str
    file_id: str
    first: int
    last: int
    kind: str
    date: str
    family: str = ""
    thread: str = ""


def of(records: list[Record], made: Record, draw: random.Random) -> tuple[str, str]:
    """The family and the thread of a new document, '' for none; `records` are those before it."""
    family = ""
    if draw.random() < IN_FAMILY:
        last = next((one.family for one in reversed(records[-40:]) if one.family), "")
        family = last if last and draw.random() < GOES_ON else f"m{len(records)}"
    thread = ""
    if made.kind == "email":
        last = next((one.thread for one in reversed(records[-20:]) if one.thread), "")
        thread = last if last and draw.random() < IN_THREAD else f"t{len(records)}"
    return family, thread


def placed(made: Record, family: str, thread: str) -> Record:
    """The document in its family and thread."""
    return replace(made, family=family, thread=thread)


def fill(add: Callable[..., None], draw: random.Random, records: list[Record]) -> None:
    """Rows of families with their members and differences, of threads with their messages."""
    families, threads = (Counter(getattr(one, name) for one in records) for name in ("family", "thread"))
    for key, n in families.items():
        if key:
            add("families", id=key, level="document", kind="copy" if draw.random() < 0.5 else "version", n_members=n)
    before: dict[str, Record] = {}
    for one in records:
        if one.family:
            add("family_members", family_id=one.family, document_id=one.id, page_id=None)
            if one.family in before:
                _difference(add, draw, before[one.family], one)
            before[one.family] = one
    dates: dict[str, list[str]] = {}
    written: Counter[str] = Counter()
    for one in records:
        if one.thread:
            dates.setdefault(one.thread, []).append(one.date)
            written[one.thread] += _messages(add, draw, one)
    for key, days in dates.items():
        add("threads", id=key, subject="A made-up subject", first_date=min(days), last_date=max(days), n_documents=threads[key],
            n_messages=written[key])  # fmt: skip


def _difference(add: Callable[..., None], draw: random.Random, left: Record, right: Record) -> None:
    pages = {f"{side}_page_id": f"{one.file_id}-p{one.first}" for side, one in (("left", left), ("right", right))}
    words = {f"words_only_{side}": draw.randint(0, 9) for side in ("left", "right")}
    add("redaction_differences", **pages, **words, redactions_left=1, redactions_right=2)


def _messages(add: Callable[..., None], draw: random.Random, one: Record) -> int:
    count = draw.randint(1, MESSAGES)
    page: dict[str, Any] = {"page_id": f"{one.file_id}-p{one.first}", "last_page_id": f"{one.file_id}-p{one.last}"}
    for position in range(count):
        add("messages", id=f"{one.id}g{position}", document_id=one.id, thread_id=one.thread, position=position, depth=position,
            **page, start=100 * position, header_end=100 * position + 40, end=100 * position + 99, form="header",
            sender="A made-up sender", recipients="A made-up recipient", subject="A made-up subject", date=one.date,
            date_precision="day")  # fmt: skip
    return count
