"""A sentence as the cue language sees it: forms of each word, where the program is named, where numbers and places stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from pipeline.extractors.cueing import grammar
from pipeline.extractors.cueing.grammar import View
from pipeline.extractors.cueing.spelling import SHORTEST, Lexicon, lexicon_of, near
from pipeline.extractors.sides import pointing

NEIGHBOURHOOD = 14  # words: how far apart two words of one clause may stand
_PROGRAM = frozenset({"program", "programme", "initiative", "programs", "programmes"})
_POINTING = frozenset({"it", "this", "which", "that"})
PLACES = frozenset({
    "county", "city", "state", "locality", "jurisdiction", "municipality", "town", "parish", "sheriff", "lea", "leas",
    "governor", "community", "communities", "counties", "cities", "states", "localities", "jurisdictions", "municipalities",
    "agency", "agencies", "department", "departments", "participant", "place",
})  # fmt: skip
_GEOGRAPHIC = frozenset({"GPE", "LOC"})


@dataclass(frozen=True, slots=True)
class Sight:
    """`forms[i]` are the spellings under which token i is known; `named`, `numbers` map a first token to the end of its run.

    `numbers` holds only numbers of the unit looked for. `present` are all forms of all tokens; a beginning that a pattern asks
    for stands among the forms with its star. `follows` is whether "it" may mean the program after the sentence before. `starts`
    and `index` remember what was looked up.
    """

    view: View
    forms: tuple[frozenset[str], ...]
    named: dict[int, int]
    numbers: dict[int, int]
    follows: bool = True
    index: dict[str, list[int]] = field(default_factory=dict, init=False, compare=False, repr=False)
    inside: frozenset[int] = field(default=frozenset(), init=False, compare=False, repr=False)
    present: frozenset[str] = field(default=frozenset(), init=False, compare=False, repr=False)
    starts: dict[object, frozenset[int]] = field(default_factory=dict, init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        # A name of the program counts as one word in a gap, however many it has.
        inner = (at for start, end in self.named.items() for at in range(start + 1, end))
        object.__setattr__(self, "inside", frozenset(inner))
        object.__setattr__(self, "present", frozenset().union(*self.forms))

    def starts_of(self, kind: str, word: str, pos: str) -> frozenset[int]:
        """Every place where such a thing stands; looked up once for each sentence."""
        key = (kind, word, pos)
        if key not in self.starts:
            places = self._candidates(kind, word)
            self.starts[key] = frozenset(at for at in places if self.end_of(kind, word, pos, at) > at)
        return self.starts[key]

    def _candidates(self, kind: str, word: str) -> Iterable[int]:
        if kind == "number":
            return self.numbers
        if kind in ("word", "exact"):
            return self._index().get(word, ())
        if kind == "prefix":
            return self._index().get(word + "*", ())
        return range(len(self.forms))

    def _index(self) -> dict[str, list[int]]:
        if not self.index:
            for at, forms in enumerate(self.forms):
                for form in forms:
                    self.index.setdefault(form, []).append(at)
        return self.index

    def end_of(self, kind: str, word: str, pos: str, at: int) -> int:
        """Where the thing that stands at `at` ends, if it is one of this kind; `at` itself if it is none."""
        if at >= len(self.forms) or (pos and not self.view.tokens[at].pos.startswith(pos)):
            return at
        if kind == "number":
            return self.numbers.get(at, at)
        if kind == "named":
            return self.named.get(at, at)
        if kind == "topic":
            return self.named.get(at, at + 1 if self._means_program(at) else at)
        return at + 1 if self._is(kind, word, at) else at

    def _is(self, kind: str, word: str, at: int) -> bool:
        if kind == "place":
            return bool(self.forms[at] & PLACES) or self.view.tokens[at].ent in _GEOGRAPHIC
        if kind == "exact":
            return self.view.lower[at] == word or (word in self.forms[at] and word != self.view.lemmas[at])
        if kind == "prefix":
            return word + "*" in self.forms[at]
        return word in self.forms[at]

    def _means_program(self, at: int) -> bool:
        if self.forms[at] & _PROGRAM:
            return True
        token, word = self.view.tokens[at], self.view.lower[at]
        if word not in _POINTING or token.pos not in ("PRON", "DET") or token.dep not in grammar.SUBJECTS | {"dobj", "pobj"}:
            return False
        if word not in ("it", "this"):
            told = grammar.told_of(self.view, at)
            return told < 0 or told in self.named or told in self.inside or bool(self.forms[told] & _PROGRAM)
        here = pointing.before_it(self.view, self.named, at)
        return here == pointing.ABOUT or (here == pointing.OPEN and self.follows)

    def light(self, at: int, words: frozenset[str], parts: frozenset[str]) -> bool:
        """Whether this token may be passed over between neighbours."""
        token = self.view.tokens[at]
        return at in self.inside or token.pos in parts or self.view.lower[at] in words or self.view.lemmas[at] in words

    def stops(self, at: int, signs: Iterable[str]) -> bool:
        """Whether no gap may reach past this token."""
        return self.view.lower[at] in signs

    def below(self, top: int, index: int) -> bool:
        """Whether `index` stands below `top`, or both are said of one another: subject and predicate of one clause."""
        if grammar.governs(self.view, top, index):
            return True
        head = grammar.head_of(self.view, top)
        return self.view.tokens[top].dep in grammar.SUBJECTS and grammar.governs(self.view, head, index)

    def same_clause(self, one: int, other: int) -> bool:
        """Whether two tokens stand in one clause, not too far apart. A clause without subject shares that of its governor."""
        if abs(one - other) > NEIGHBOURHOOD:
            return False
        left, right = self.view.clause[one], self.view.clause[other]
        return left == right or self._lent(left) == right or self._lent(right) == left

    def _lent(self, clause: int) -> int:
        token = self.view.tokens[clause]
        if token.dep in ("csubj", "csubjpass"):
            return self.view.clause[grammar.head_of(self.view, clause)]
        if token.dep in ("conj", "pcomp", "advcl") and not grammar.kids_with(self.view, clause, grammar.SUBJECTS):
            return self.view.clause[grammar.head_of(self.view, clause)]
        return -1


def forms_of(view: View, vocabulary: frozenset[str]) -> tuple[frozenset[str], ...]:
    """The spellings of each token: as written, its lemma, and the words of the vocabulary it is a misspelling of."""
    return tuple(_forms(lower, lemma, vocabulary) for lower, lemma in zip(view.lower, view.lemmas, strict=True))


@lru_cache(maxsize=65536)
def _forms(lower: str, lemma: str, vocabulary: frozenset[str]) -> frozenset[str]:
    known = {lower, lemma}
    words, beginnings = _lexicons(vocabulary)
    if not known & vocabulary and len(lower) > 5 and any(letter.isalpha() for letter in lower):
        for seen in {lower, _bare(lower)}:
            known |= words.meant(seen)
        for size in range(SHORTEST - 1, min(len(lower), beginnings.longest + 1) + 1):
            known |= {word + "*" for word in beginnings.meant(lower[:size])}
    known |= {form[:size] + "*" for form in known for size in range(len(form) + 1) if form[:size] + "*" in vocabulary}
    return frozenset(known)


@lru_cache(maxsize=16)
def _lexicons(vocabulary: frozenset[str]) -> tuple[Lexicon, Lexicon]:
    """(the words, the word beginnings without their star)."""
    words = lexicon_of(word for word in vocabulary if not word.endswith("*"))
    return words, lexicon_of(word[:-1] for word in vocabulary if word.endswith("*"))


def _bare(lower: str) -> str:
    """Without a regular ending, so that a misspelt "participatlng" can meet "participate"."""
    for ending in ("ing", "ed", "es", "s"):
        if lower.endswith(ending):
            return lower[: -len(ending)]
    return lower


def named_in(view: View, terms: tuple[str, ...]) -> dict[int, int]:
    """Where the names of the program stand: first token to end. Case counts only in names of five letters or fewer."""
    return named_among(tuple(token.text for token in view.tokens), view.lower, terms)


def named_among(texts: tuple[str, ...], plain: tuple[str, ...], terms: tuple[str, ...]) -> dict[int, int]:
    """`named_in` for words as written and in lower case."""
    found: dict[int, int] = {}
    for start, text in enumerate(texts):
        for term in _opened(text, plain[start], terms):
            end = _reaches(texts, plain, start, _pieces(term), exact=len(term) <= 5)
            if end > found.get(start, start):
                found[start] = end
    return found


@lru_cache(maxsize=65536)
def _opened(text: str, lower: str, terms: tuple[str, ...]) -> tuple[str, ...]:
    """The names that may start with this token: most words start none, and are seen again and again."""
    exact = [(term, _pieces(term), len(term) <= 5) for term in terms if term]
    return tuple(
        term
        for term, pieces, case in exact
        if pieces and _same(text if case else lower, pieces[0] if case else pieces[0].lower())
    )


@lru_cache(maxsize=1024)
def _pieces(term: str) -> tuple[str, ...]:
    return tuple(term.replace("-", " ").split())


def _reaches(texts: tuple[str, ...], plain: tuple[str, ...], start: int, pieces: tuple[str, ...], exact: bool) -> int:
    at = start
    for order, piece in enumerate(pieces):
        while order and at < len(plain) and plain[at] in ("-", "–", '"', "'"):
            at += 1
        if at >= len(plain) or not _same(texts[at] if exact else plain[at], piece if exact else piece.lower()):
            return start
        at += 1
    return at


def _same(seen: str, piece: str) -> bool:
    return seen == piece or near(seen, piece) or seen.replace("-", "") == piece
