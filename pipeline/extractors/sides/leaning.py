"""Sentences that do not say what they are about: "Cannot reverse.", "He had no power to.", "We told the mayor."

Read alone such words are anything's; what they mean stands in the sentence before.
"""

from __future__ import annotations

from pipeline.extractors.cueing import grammar
from pipeline.extractors.cueing.grammar import View

# Nouns that stand for something said before, or only say when.
_GENERAL = frozenset({
    "thing", "one", "matter", "way", "rest", "same", "none", "both", "other", "time", "day", "week", "month", "year", "hour",
    "morning", "night", "today", "tomorrow", "yesterday", "intention", "idea", "private", "sir", "ma'am", "madam",
})  # fmt: skip
_TELLING = frozenset({"tell", "show", "inform", "advise", "warn", "assure", "notify"})
_TOLD = frozenset({"ccomp", "xcomp", "oprd", "advcl", "parataxis"})


def parts_of(view: View) -> list[range]:
    """The parts of the sentence between semicolons."""
    stops = [at for at, word in enumerate(view.lower) if word == ";"]
    return [range(first, last) for first, last in zip([0, *(at + 1 for at in stops)], [*stops, len(view.tokens)], strict=True)]


def part_with(view: View, at: int) -> range:
    """The part that a token stands in."""
    return next((part for part in parts_of(view) if at in part), range(len(view.tokens)))


def leans(view: View, part: range) -> bool:
    """Whether this part of the sentence names nothing of its own."""
    words = [one for one in part if any(letter.isalpha() for letter in view.lower[one])]
    return not any(_names(view, one) for one in words) or _stranded(view, words) or _untold(view, part)


def leans_all(view: View) -> bool:
    """Whether no part of the sentence names anything of its own."""
    return all(leans(view, part) for part in parts_of(view))


def _names(view: View, at: int) -> bool:
    """Whether this is a word for a thing: a noun that stands for no other, or the letters of a paper's label."""
    token = view.tokens[at]
    if token.pos not in ("NOUN", "PROPN") or len(token.text.rstrip(".")) < 2 or view.lemmas[at] in _GENERAL:
        return False
    return not any(mark in token.text for mark in "<>/:") and grammar.word_at(view, at + 1) != ">"


def _stranded(view: View, part: list[int]) -> bool:
    """ "He had no power to.", "She does so." """
    if not part:
        return False
    last = view.tokens[part[-1]]
    return last.tag == "TO" or (last.pos == "PART" and last.text == "to")


def _untold(view: View, part: range) -> bool:
    """Whether the sentence only says that somebody was told, or that it was shown, and not what."""
    for at in part:
        if view.tokens[at].dep == "ROOT" and view.lemmas[at] in _TELLING:
            kids = view.children[at]
            told = any(view.tokens[kid].dep in _TOLD or view.tokens[kid].dep == "prep" for kid in kids if kid > at)
            passive = any(view.tokens[kid].dep == "nsubjpass" for kid in kids)
            things = [kid for kid in kids if view.tokens[kid].dep in ("dobj", "dative", "conj") and kid > at]
            return not told and not passive and len(things) <= 1
    return False
