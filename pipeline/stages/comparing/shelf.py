"""Documents reduced to what is compared of all of them, and a shelf from which the few that are alike are taken again.

A release of 100,000 pages does not fit into memory as words with boxes: of each page only a sample of hashes stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline import codec
from pipeline.patterns.law.exemptions import codes_in
from pipeline.patterns.openings.headings import plain_subject
from pipeline.records.document import Document, Message
from pipeline.records.page import Page
from pipeline.records.spans import MASK
from pipeline.stages.comparing.sketch import sample, shingles

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_BRACKET = re.compile(r"[({\[\]})]|\b[bB]\d")  # no code is printed without

Record = tuple[Document, tuple[Page, ...], tuple[Message, ...]]
KEPT = 48  # documents whose words are held at once while pairs are compared


@dataclass(frozen=True, slots=True)
class Search:
    """How texts are sampled; see `relate.Params`."""

    shingle: int
    scale: int
    least: int
    page_words: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page reduced to what finds it again: its place in the document, how many words it has, a sample of its shingles."""

    at: int
    page_id: str
    words: int
    sample: NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Read:
    """A document reduced to what is compared of all: `at` is its place among the records, `printed` its words' digest."""

    document: Document
    at: int
    words: int
    printed: str
    shingles: NDArray[np.uint32]
    sample: NDArray[np.uint32]
    subject: str
    sheets: tuple[Sheet, ...]


class Shelf:
    """The records, and the words of the last few that were asked for: a release's pages do not fit into memory together."""

    def __init__(self, records: Sequence[Record]) -> None:
        self._records = records
        self._held: dict[int, tuple[tuple[str, ...], ...]] = {}

    def pages(self, one: Read) -> tuple[Page, ...]:
        """The document's pages."""
        return self._records[one.at][1]

    def each(self, one: Read) -> tuple[tuple[str, ...], ...]:
        """The words of each of the document's pages."""
        if one.at not in self._held:
            if len(self._held) >= KEPT:
                del self._held[next(iter(self._held))]
            self._held[one.at] = tuple(map(_words, self.pages(one)))
        return self._held[one.at]

    def words(self, one: Read) -> tuple[str, ...]:
        """The words of the whole document."""
        return tuple(word for words in self.each(one) for word in words)


def reduced(at: int, document: Document, pages: tuple[Page, ...], search: Search) -> Read:
    """The document, `at` its place among the records, as it is compared."""
    each = tuple(_words(page) for page in pages)
    words = tuple(word for words in each for word in words)
    hashes = shingles(words, search.shingle)
    sheets = tuple(
        Sheet(index, page.id, len(mine), _packed(sample(shingles(mine, search.shingle), search.scale, search.least)))
        for index, (page, mine) in enumerate(zip(pages, each, strict=True))
        if len(mine) >= search.page_words
    )
    return Read(
        document, at, len(words), codec.digest(words), _packed(sorted(hashes)),
        _packed(sample(hashes, search.scale, search.least)), plain_subject(document.title), sheets,
    )  # fmt: skip


def _packed(hashes: Sequence[int]) -> NDArray[np.uint32]:
    return np.fromiter(hashes, dtype=np.uint32, count=len(hashes))


def _words(page: Page) -> tuple[str, ...]:
    """Folded words of the page without exemption codes, masks, and the running numbers in its margins."""
    kept: list[str] = []
    for line in page.lines:
        text = " ".join(word.text for word in line.words)
        middle = sum(word.y0 + word.y1 for word in line.words) / (2 * len(line.words)) if line.words else 0.5
        if not 0.1 < middle < 0.9 and re.search(r"\d{4}|(?i:\bpage\b)", text) and len(line.words) < 9:
            continue
        for code in reversed(codes_in(text)) if _BRACKET.search(text) else ():
            text = text[: code.start] + " " + text[code.end :]
        kept += (word.casefold().replace("’", "'") for word in _WORD.findall(text.replace(MASK, " ")))
    return tuple(kept)


def common_hashes(left: NDArray[np.uint32], right: NDArray[np.uint32]) -> int:
    """How many hashes two sorted sets share."""
    return len(np.intersect1d(left, right, assume_unique=True))
