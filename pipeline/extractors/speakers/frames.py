"""A report of speech found in a sentence, as a record."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.extractors.speakers.sources import Source


@dataclass(frozen=True, slots=True)
class Frame:
    """One report of speech. `cue` is its verb or noun, `content` the tokens said; `source` None where nobody is named.

    `mode` is say, deny, doubt, ask, fact (known or shown to be so, on the author's word) or rebut (called untrue by the
    author); `negated` where it is denied that anything was said. `by` are the words that stand for the source in this
    sentence, a pronoun too. `hearsay` marks what was told by somebody left out ("we were told"), which is nobody's and not
    the author's. `own`: the author tells of words of his own, without a word for himself.
    """

    cue: int
    lemma: str
    source: Source | None
    content: frozenset[int]
    mode: str
    negated: bool
    addressee: str = ""
    hearsay: bool = False
    by: tuple[int, ...] = ()
    own: bool = False
