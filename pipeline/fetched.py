"""What a worker fetches from the store: records, and pages as they may be shown. No stage behind `screen` gets them otherwise."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pipeline import codec
from pipeline.records import spans
from pipeline.records.document import Document, Message, Part
from pipeline.records.finding import Withheld
from pipeline.records.page import Page
from pipeline.stages import lend
from pipeline.stages.comparing.shelf import Record
from pipeline.stages.cutting.continued import Ends
from pipeline.store import OUTPUTS, Store

# A file's name, digests of what is withheld of it and of the pages at its ends, its first and last document, the messages and
# parts of the last, and the parts of the first.
Ending = tuple[str, str, tuple[str, ...], Document, Document, tuple[Message, ...], tuple[Part, ...], tuple[Part, ...]]
Hidden = dict[str, list[tuple[int, int]]]


def record(store: Store, stage: str, sha256: str) -> Any:
    """The output of a unit of `stage`, by its digest."""
    return codec.decode(OUTPUTS[stage], store.get(sha256))


def shown(root: Path, pages: tuple[str, ...], screen_output: str) -> tuple[Page, ...]:
    """The pages as they may be shown, by their digests and that of what is withheld of their file."""
    store = Store(root)
    return masked(store, pages, hidden_of(store, screen_output))


def hidden_of(store: Store, screen_output: str) -> Hidden:
    """What is withheld of a file, by page."""
    withheld: tuple[Withheld, ...] = record(store, "screen", screen_output)
    hidden: Hidden = {}
    for item in withheld:
        if item.start >= 0:
            hidden.setdefault(item.page_id, []).append((item.start, item.end))
    return hidden


def masked(store: Store, pages: tuple[str, ...], hidden: Hidden) -> tuple[Page, ...]:
    """The pages with what is hidden of them masked."""
    read_pages: list[Page] = [record(store, "read", sha256) for sha256 in pages]
    return tuple(spans.masked(page, tuple(hidden.get(page.id, ()))) for page in read_pages)


class Records(Sequence[Record]):
    """Documents with pages and messages, each read from the store when it is asked for; one file's secrets are kept at hand."""

    def __init__(self, root: Path, items: tuple[tuple[Document, tuple[str, ...], str, tuple[Message, ...]], ...]) -> None:
        self._store, self._items = Store(root), items
        self._last: tuple[str, Hidden] = ("", {})

    def __len__(self) -> int:
        return len(self._items)

    def __getitem__(self, at: Any) -> Any:
        document, pages, withheld, messages = self._items[at]
        if self._last[0] != withheld:
            self._last = (withheld, hidden_of(self._store, withheld))
        return document, masked(self._store, pages, self._last[1]), messages


def file_ends(records: Sequence[Record], file_ids: tuple[str, ...], names: dict[str, str]) -> Iterator[Ends]:
    """Each file with its first and its last document, one file's pages at a time; items stand file by file, in page order."""
    for file_id, group in itertools.groupby(range(len(file_ids)), key=lambda at: file_ids[at]):
        places = list(group)
        document, pages, _ = records[places[0]]
        last, last_pages, _ = records[places[-1]]
        if pages and last_pages:
            ends = (document, pages[0], last, last_pages[0], last_pages[-1])
            yield Ends(document.release_id, names.get(file_id, file_id), *ends)


def brinks(root: Path, rows: tuple[Ending, ...]) -> Iterator[lend.Brink]:
    """The files by their ends, as `lend` looks at them."""
    store = Store(root)
    for name, withheld, digests, first, last, messages, parts, own in rows:
        pages = masked(store, tuple(dict.fromkeys(digests)), hidden_of(store, withheld))
        at = {one.number: one for one in pages}
        ends = Ends(first.release_id, name, first, at[first.first_page], last, at[last.first_page], at[last.last_page])
        yield lend.Brink(ends, messages, parts, own)
