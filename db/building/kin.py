"""Puts what documents have to do with one another into the tables: families, threads, messages, differences, doubtful bounds."""

from __future__ import annotations

from collections.abc import Callable

from db.building import parts, rows
from db.building.rows import Row
from db.gate.hidden_heads import Words, thread_without
from pipeline.records.document import Document, Family, Kinship, Segmentation

Add = Callable[[str, Row], bool]
SAME_RECORD = ("copy", "version")


class Kin:
    """Which family and thread each document and message belongs to. `add` inserts a row into a table."""

    def __init__(self, kinship: Kinship | None, add: Add) -> None:
        self._kinship = kinship or Kinship((), ())
        self._add = add
        families = [family for family in self._kinship.families if family.kind in SAME_RECORD and not family.page_ids]
        self._family_of = {key: family.id for family in reversed(families) for key in family.document_ids}
        self._thread_of = {key: one.id for one in self._kinship.threads for key in one.document_ids}
        self._thread_of_message = {key: one.id for one in self._kinship.threads for key in one.message_ids}
        self._dates: dict[str, list[str]] = {}
        self._cleared: set[Words] = set()

    def family_of(self, document: Document) -> str | None:
        """The family of copies and versions a document belongs to."""
        return self._family_of.get(document.id)

    def thread_of(self, document: Document) -> str:
        """The thread a document belongs to, or ''."""
        return self._thread_of.get(document.id, document.thread_id)

    def file(self, segmentation: Segmentation | None, cleared: set[Words]) -> None:
        """Rows for the messages, the parts and the doubtful bounds of one file; `cleared` are values taken out of it."""
        self._cleared |= cleared
        for message in segmentation.messages if segmentation else ():
            thread = self._thread_of_message.get(message.id)
            self._dates.setdefault(thread or "", []).append(message.date)
            self._add("messages", rows.message(message, thread))
        for row in parts.rows_of(segmentation) if segmentation else ():
            self._add("parts", row)
        for boundary in segmentation.boundaries if segmentation else ():
            self._add("boundaries", rows.boundary(boundary))

    def corpus(self) -> None:
        """Rows for what holds between documents; after every file."""
        for thread in self._kinship.threads:
            self._add("threads", rows.thread(thread_without(thread, self._cleared), self._dates.get(thread.id, [])))
        for family in self._kinship.families:
            self._add("families", rows.family(family))
            self._members(family)
        for difference in self._kinship.differences:
            self._add("redaction_differences", rows.difference(difference))
        for continuation in self._kinship.continuations:
            self._add("continuations", rows.continuation(continuation))

    def _members(self, family: Family) -> None:
        for row in rows.family_members(family):
            self._add("family_members", row)
