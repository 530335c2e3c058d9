"""Whose paper a sentence stands in, and who is heard there, where the parts of a document have several authors."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from pipeline.extractors.speakers.hearing import Listener
from pipeline.extractors.speakers.kinds import kind_of
from pipeline.extractors.speakers.roster import Roster
from pipeline.extractors.speakers.sources import Source
from pipeline.records.document import Document, Part
from pipeline.records.language import Passage

TOP = 600  # characters at the beginning of a paper that tell what it is


class Following:
    """Follows the `parts` of a document, which are in text order, from its first sentence to its last.

    Each part is listened to anew; whoever is examined in one answers there.
    """

    def __init__(
        self,
        document: Document,
        parts: tuple[Part, ...],
        passages: tuple[Passage, ...],
        agencies: tuple[str, ...],
        roster: Roster,
    ) -> None:
        self._agencies, self._roster = agencies, roster
        self._order = order = {one.page_id: at for at, one in enumerate(passages)}
        self._texts = tuple(one.text for one in passages)
        self._parts = parts
        self._starts = [(order.get(part.page_id, -1), part.start) for part in parts]
        self._here = -1
        self._document, self._listener = document, Listener(document, agencies, roster, "".join(self._texts[:1])[:TOP])

    def at(self, page_id: str, start: int) -> tuple[Document, Listener]:
        """The paper in which the sentence that begins at `start` of a page stands, and who listens to it."""
        at = bisect_right(self._starts, (self._order[page_id], start)) - 1
        if at != self._here:
            self._here, part = at, self._parts[at]
            if part.document is not self._document:
                self._document, self._listener = part.document, self._listening(part)
        return self._document, self._listener

    def _listening(self, part: Part) -> Listener:
        if not part.examined:
            top = self._texts[self._order.get(part.page_id, 0)][part.start :][:TOP]
            return Listener(part.document, self._agencies, self._roster, top)
        asked = part.document
        witness = Source(asked.author, asked.author_kind or kind_of(asked.author, self._agencies))
        roster = replace(self._roster, witness=witness, taken_down=True)
        return Listener(replace(asked, author="", author_kind=""), self._agencies, roster)
