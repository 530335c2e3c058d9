"""Which pairs of a list are one finding: those of the same two statements, however often either is made.

A statement is made again where the same paper, or a copy or version of it, says the same of the question in another sentence,
row or voice, and where another paper has nearly its words. A reader wants the strongest pair of such statements; the others stand
under it, counted and one link away. A pair that only shares one of its statements with a stronger one is another finding.

Announced changes are folded by the paper that announces them, whatever was said before: a change is one however many say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

BETWEEN = 3  # characters between two sentences that follow each other
ALIKE = 0.7  # share of all their words that two sentences have in common which say one thing in nearly the same words
FEWEST = 4  # words of meaning below which likeness says little
TELLING = 3  # of so many longest words of a sentence one at least must stand among those of the other
LONG = 4  # letters of a word of meaning
_WORD = re.compile(r"[^\W_]+")

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """Which two claims a pair sets against each other, on what question, and of which two statements ('': unknown).

    `left_of`, `right_of`: whose statement either is, in whatever words: its paper (or family of copies) and its side; of a number
    its place too. `left_said`, `right_said`: its words. `one_quote` where both are read from the same words, as of a sentence
    that tells what was and what is. `left_at`, `right_at`: where the words of either stand, page and first and last character
    parted by blanks; '' where that is not known. `statements` is what a change announces.
    """

    id: str
    kind: str
    proposition: str
    left: str
    right: str
    statements: str = ""
    one_quote: int = 0
    left_at: str = ""
    right_at: str = ""
    left_of: str = ""
    right_of: str = ""
    left_said: str = ""
    right_said: str = ""


@dataclass(frozen=True, slots=True)
class Fold:
    """The strongest pair, and the ids of the pairs of the same two statements folded under it (`beside`, strongest first)."""

    head: Tie
    beside: tuple[str, ...]


class _Said:
    """Sentences in nearly the same words, each by the first of them that was met."""

    def __init__(self) -> None:
        self._first: dict[tuple[str, str], str] = {}
        self._near: dict[tuple[str, str], list[tuple[frozenset[str], str]]] = {}

    def first_of(self, side: str, text: str) -> str:
        """The first sentence met that says the same on this side of the question; '' where there is no telling."""
        if (side, text) not in self._first:
            self._first[side, text] = self._met(side, text)
        return self._first[side, text]

    def _met(self, side: str, text: str) -> str:
        words = frozenset(_WORD.findall(text.casefold()))
        figures = "/".join(sorted(word for word in words if word.isdigit()))
        long = sorted((word for word in words if len(word) >= LONG), key=lambda word: (-len(word), word))
        if len(long) < FEWEST:
            return ""
        near = [self._near.setdefault((f"{side} {figures}", word), []) for word in long[:TELLING]]
        for met, first in (one for some in near for one in some):
            if len(words & met) >= ALIKE * len(words | met):
                return first
        for some in near:
            some.append((words, text))
        return text


class _Met:
    """What the heads so far set against each other, to find the one that a pair goes under."""

    def __init__(self) -> None:
        self._others: dict[tuple[str, str], list[tuple[str, int]]] = {}
        self._taken: dict[Key, int] = {}
        self._said = _Said()

    def add(self, tie: Tie, at: int) -> None:
        """Makes a head known by its number."""
        for mine, other in ((tie.left_at, tie.right_at), (tie.right_at, tie.left_at)):
            if mine and other:
                self._others.setdefault((tie.kind, mine), []).append((other, at))
        for key in self._keys(tie):
            self._taken.setdefault(key, at)

    def beside(self, tie: Tie) -> int | None:
        """The number of the first head that this pair goes under."""
        found = [self._taken[key] for key in self._keys(tie) if key in self._taken]
        if tie.kind != "shift":
            found += [
                at
                for mine, other in ((tie.left_at, tie.right_at), (tie.right_at, tie.left_at))
                for words, at in self._others.get((tie.kind, mine), ())
                if _touch(words, other)
            ]
        return min(found, default=None)

    def _keys(self, tie: Tie) -> Iterator[Key]:
        about = (tie.kind, tie.proposition)
        if tie.kind == "shift":
            yield (*about, tie.statements or tie.id)
            return
        sides = [self._names(tie, of, said) for of, said in ((tie.left_of, tie.left_said), (tie.right_of, tie.right_said))]
        for one in sides[0]:
            for other in sides[1]:
                yield (*about, *sorted((one, other)))

    def _names(self, tie: Tie, of: str, said: str) -> tuple[str, ...]:
        """By what a statement is known: whose it is, and its words."""
        if not of:
            return ()
        _, _, side = of.partition(" ")
        words = self._said.first_of(f"{tie.proposition} {side}", said)
        return (f"of {of}", f"said {side}: {words}") if words else (f"of {of}",)


def _touch(one: str, other: str) -> bool:
    """Whether two stretches of a page overlap or follow each other with nothing but blanks between."""
    (page, *span), (its_page, *its_span) = one.split(), other.split()
    (start, end), (its_start, its_end) = map(int, span), map(int, its_span)
    return page == its_page and max(start, its_start) - min(end, its_end) <= BETWEEN


def folded(ties: Iterable[Tie]) -> tuple[Fold, ...]:
    """Groups pairs, given strongest first: each goes under the first earlier head of its kind and question that sets the same two
    statements against each other, or has the very words of its one side and, whatever the question, a sentence next to its other.

    A pair of one sentence read twice gives its place to the next of two sentences, where there is one. Every pair is in exactly
    one fold.
    """
    heads: list[Tie] = []
    under: list[list[str]] = []
    met = _Met()
    for tie in ties:
        at = met.beside(tie)
        if at is None:
            met.add(tie, len(heads))
            heads.append(tie)
            under.append([])
        elif heads[at].one_quote and not tie.one_quote:
            under[at].insert(0, heads[at].id)
            heads[at] = tie
        else:
            under[at].append(tie.id)
    return tuple(Fold(head, tuple(ids)) for head, ids in zip(heads, under, strict=True))
