"""Of what place the papers of a document are, part by part: what a sentence that names none is said of."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from pipeline.patterns.names.whole_place import place_of
from pipeline.records.document import Document, Part
from pipeline.records.language import Passage


@dataclass(frozen=True, slots=True)
class Around:
    """`home`: the place that the paper is all about; `state`: the State that the release is of; '' where none is."""

    home: str = ""
    state: str = ""


NOTHING_AROUND = Around()


class PapersPlaces:
    """The place of each of the `parts` of a document, which are in text order, and of what stands before them."""

    def __init__(self, passages: tuple[Passage, ...], parts: tuple[Part, ...], state: str) -> None:
        self._order = {one.page_id: at for at, one in enumerate(passages)}
        self._texts = tuple(one.text for one in passages)
        self._starts = sorted((self._order[one.page_id], one.start) for one in parts if one.page_id in self._order)
        self._state = state
        self._found: dict[int, Around] = {}

    def around(self, document: Document, page_id: str, start: int) -> Around:
        """What is known of the paper `document` in which a sentence stands that begins at `start` of a page."""
        at = bisect_right(self._starts, (self._order[page_id], start)) - 1
        if at not in self._found:
            self._found[at] = Around(place_of(document.title, self._text(at), self._state), self._state)
        return self._found[at]

    def _text(self, at: int) -> str:
        first, start = self._starts[at] if at >= 0 else (0, 0)
        last, end = self._starts[at + 1] if at + 1 < len(self._starts) else (len(self._texts) - 1, len(self._texts[-1]))
        if first == last:
            return self._texts[first][start:end]
        return "\n".join((self._texts[first][start:], *self._texts[first + 1 : last], self._texts[last][:end]))
