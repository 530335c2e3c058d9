"""A parsed sentence, in our own words: nothing of the parser that made it leaks out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from pipeline.records.table import Table


@dataclass(frozen=True, slots=True)
class Token:
    """`head` is the index of the governing token in the same sentence (its own index for the root).

    `pos` and `dep` follow Universal POS and ClearNLP dependency labels as spaCy's English models print them, `tag` is
    the Penn tag. `start`, `end` are offsets into the page's text. `label` tells what `ent` gives; to know it costs as much as
    all the rest of a parse, and few sentences are asked.
    """

    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    start: int
    end: int
    label: Callable[[], str] = field(default=str, compare=False, repr=False)

    @property
    def ent(self) -> str:
        """The entity label covering the token, or ''."""
        return self.label()


@dataclass(frozen=True, slots=True)
class Entity:
    """Words of one sentence under one entity label, as the model gives it; `start`, `end` span the page's own text."""

    label: str
    start: int
    end: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """`text` reads straight (line breaks and line-end hyphens undone); `start`, `end` span the page's own text."""

    text: str
    start: int
    end: int
    tokens: tuple[Token, ...]


def _every(word: str) -> bool:
    return bool(word)


@dataclass(frozen=True, slots=True)
class Passage:
    """The sentences of one page, in order, with the page's published text and the tables on it.

    `ordinary` tells whether a word stands in a dictionary; where nobody says, every word is taken to.
    """

    page_id: str
    page_no: int
    text: str
    sentences: tuple[Sentence, ...]
    tables: tuple[Table, ...] = ()
    ordinary: Callable[[str], bool] = field(default=_every, compare=False, repr=False)
