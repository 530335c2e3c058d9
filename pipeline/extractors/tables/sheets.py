"""The tables of a document, met as its sentences are, and the places where their rows stand."""

from __future__ import annotations

from functools import cached_property

from pipeline.extractors.subjects.label_places import labelled
from pipeline.extractors.subjects.place_names import Known
from pipeline.extractors.tables.sheet_words import SheetWords
from pipeline.extractors.tables.tabulated import Sheet, spans_of
from pipeline.records.language import Passage
from pipeline.records.topic import Topic

HEAD_LINES = 6  # lines at the top of a page that may say of what time and place its tables are


class Sheets:
    """The tables of a document, met in text order as its sentences are."""

    def __init__(self, passages: tuple[Passage, ...], topic: Topic, vocabulary: frozenset[str], state: str = "") -> None:
        """`state` is the one that the release is of, '' where none is known."""
        self._ordinary = next((one.ordinary for one in passages), bool)
        self._texts = tuple(one.text for one in passages)
        self._tagged = frozenset(
            token.text
            for one in passages
            for sentence in one.sentences
            for token in sentence.tokens
            if token.ent == "GPE" and token.pos == "PROPN" and token.text.istitle()
        )
        self._words = words = SheetWords(passages, vocabulary, topic.terms, state)
        self._sheets: list[Sheet] = []
        self._rows: dict[str, list[tuple[int, int]]] = {}
        self._heads: dict[str, list[tuple[int, int]]] = {}
        self._waiting: dict[str, list[tuple[int, Sheet]]] = {}
        for passage in passages:
            begin = len(passage.text)
            for table in passage.tables:
                if spans := [one for row in table.rows for one in spans_of(row)]:
                    begin = min(begin, min(spans)[0])
                    over = [span for one in (table.stub, *table.heads) if one.page_id == passage.page_id for span in one.spans]
                    self._heads.setdefault(passage.page_id, []).extend([(min(over)[0], max(over)[1])] if over else [])
                    head = tuple(passage.text[:begin].split("\n")[:HEAD_LINES])
                    self._rows.setdefault(passage.page_id, []).extend(spans)
                    self._sheets.append(Sheet(table, words, topic, head))
                    self._waiting.setdefault(passage.page_id, []).append((min(spans)[0], self._sheets[-1]))

    @cached_property
    def known(self) -> Known:
        """The places that the document itself names as such."""
        rows = frozenset(name for sheet in self._sheets for name in sheet.places)
        told = frozenset(name for sheet in self._sheets for name in sheet.counties)
        words, states = self._words, self._words.states
        shown = words.places | words.counties | states | rows | self._tagged
        labels = shown | labelled(self._texts, shown, self._ordinary)
        return Known(words.counties, rows, states, told | words.called_county, labels)

    def met(self, page_id: str, end: int) -> tuple[Sheet, ...]:
        """The tables that begin before this place and were not met before."""
        waiting = self._waiting.get(page_id, [])
        met = [one for one in waiting if one[0] < end]
        self._waiting[page_id] = [one for one in waiting if one[0] >= end]
        return tuple(sheet for _, sheet in met)

    def hold(self, page_id: str, start: int, end: int) -> bool:
        """Whether a part of a table's row stands there: its figures are the table's to tell."""
        return any(start <= one[0] < end for one in self._rows.get(page_id, ()))

    def head(self, page_id: str, start: int, end: int) -> bool:
        """Whether what stands there is nothing but heads of a table, which state nothing."""
        return any(first <= start and end <= last for first, last in self._heads.get(page_id, ()))
