"""The words of a table's heads and labels as the cue language sees them, and which of them a metric leaves unexplained."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property

from pipeline.extractors.cueing import cues, matching
from pipeline.extractors.cueing.grammar import view_of
from pipeline.extractors.cueing.sight import Sight, forms_of, named_in
from pipeline.extractors.tables import sheet_places, sheet_times
from pipeline.extractors.tables.sheet_headings import Names
from pipeline.records.language import Passage, Sentence, Token
from pipeline.records.table import Phrase

# Words that say nothing of whom or what is counted.
_SAYING_NOTHING = """
    number numbers no # of the and a an in by to for through from with at as on about via under per or who whom which had have has
    been be being was were is are total totals count counts cumulative overall all grand sum combined together persons people
    individuals person individual percent % pct percentage share portion proportion program date period end year years fiscal
    calendar month quarter quarterly monthly ytd fy cy qtr since inception activation national nationwide state statewide county
    u.s. us united states jurisdiction jurisdictions active reported received recorded this these those following table figure
    chart exhibit thousands millions 000s cob close business note notes see footnote date shown
    january february march april may june july august september october november december
"""
_NEUTRAL = frozenset(_SAYING_NOTHING.split())
# Words of the head of a column that counts a part of another, or those without something.
_OF_A_PART = frozenset(
    {"which", "whom", "those", "these", "thereof", "including", "incl", "no", "not", "non", "without", "none", "never"}
)
_STOP = ";"  # parts phrases, for no pattern may run from a label into a head


class SheetWords:
    """The tokens of a document's pages by where they stand, and the topic's words that misspelt ones are compared with."""

    def __init__(
        self, passages: tuple[Passage, ...], vocabulary: frozenset[str], terms: tuple[str, ...], state: str = ""
    ) -> None:
        self._tokens = {one.page_id: [token for sentence in one.sentences for token in sentence.tokens] for one in passages}
        self._starts = {page: [token.start for token in tokens] for page, tokens in self._tokens.items()}
        self._vocabulary, self._terms = vocabulary, terms
        self._texts = tuple(one.text for one in passages)
        self.state, self._ordinary = state, next((one.ordinary for one in passages), bool)

    @cached_property
    def places(self) -> frozenset[str]:
        """Names that the document uses as those of places."""
        return sheet_places.places_named("\n".join(self._texts), self._vocabulary)

    @cached_property
    def counties(self) -> frozenset[str]:
        """Names that the document says to be those of counties or states."""
        return sheet_places.counties_named("\n".join(self._texts), self._vocabulary)

    @cached_property
    def called_county(self) -> frozenset[str]:
        """Those of them that "County" stands beside."""
        return frozenset(
            one for one in self.counties if any(f"{one} County" in text or f"County of {one}" in text for text in self._texts)
        )

    @cached_property
    def states(self) -> frozenset[str]:
        """Names that the document says to be those of States."""
        return sheet_places.states_named("\n".join(self._texts), self._vocabulary)

    @cached_property
    def names(self) -> Names:
        """What tells the name of a place in a heading."""
        told = self.places | self.counties | self.states
        return Names(self._texts, told, self.state, self._vocabulary | _NEUTRAL, self._ordinary)

    def read(self, *phrases: Phrase) -> Wording:
        """These phrases as one wording; no pattern runs from one into the next."""
        tokens: list[Token] = []
        for phrase in phrases:
            if tokens and phrase.spans:
                tokens.append(Token(_STOP, _STOP, "PUNCT", ":", "punct", 0, tokens[-1].end, tokens[-1].end))
            tokens += self._of(phrase)
        sentence = Sentence(f" {_STOP} ".join(phrase.text for phrase in phrases if phrase.spans), 0, 0, tuple(tokens))
        view = view_of(sentence)
        return Wording(Sight(view, forms_of(view, self._vocabulary), named_in(view, self._terms), {}))

    def _of(self, phrase: Phrase) -> Iterable[Token]:
        starts, tokens = self._starts.get(phrase.page_id, []), self._tokens.get(phrase.page_id, [])
        for start, end in phrase.spans:
            at = bisect_left(starts, start)
            while at < len(tokens) and tokens[at].start < end:
                yield from _parted(tokens[at], end)
                at += 1


def _parted(one: Token, end: int) -> Iterator[Token]:
    """The token up to `end`: a word broken at a line's end was joined with what begins the next line, be it another column's.

    "Non-" is the word and its hyphen, as if it went on.
    """
    text = one.text[: max(end - one.start, 1)]
    word = text.removesuffix("-")
    if word and word != text and word.isalpha():
        yield Token(word, word.lower(), one.pos, one.tag, "dep", 0, one.start, one.start + len(word), one.label)
        yield Token("-", "-", "PUNCT", "HYPH", "dep", 0, one.start + len(word), one.start + len(text), one.label)
    else:
        yield Token(text, one.lemma, one.pos, one.tag, "dep", 0, one.start, one.end, one.label)


class Wording:
    """Some words of a table. `at` are places in `sight`."""

    def __init__(self, sight: Sight) -> None:
        self.sight = sight

    @cached_property
    def text(self) -> str:
        """The words with single spaces."""
        return self.sight.view.sentence.text

    @cached_property
    def first(self) -> tuple[int, ...]:
        """The place of the first word; none where nothing names what is counted but the title."""
        return (0,) if self.sight.view.tokens else ()

    @cached_property
    def named(self) -> frozenset[int]:
        """Where the program, or another, is named: "Secure Communities" counts no communities."""
        return frozenset(at for start, end in self.sight.named.items() for at in range(start, end))

    @cached_property
    def of_all(self) -> bool:
        """Whether nothing here says that it counts a part of another column ("of which ..."), or those without something."""
        return _OF_A_PART.isdisjoint(self.sight.view.lower)

    def holds(self, patterns: tuple[str, ...]) -> frozenset[int]:
        """The places that these patterns match; patterns that ask for a number are of sentences, and are left out."""
        return frozenset(
            at
            for text in patterns
            if "#" not in text
            for match in matching.find(cues.compile_cue(text), self.sight)
            for at in match.tokens
        )

    def beside(self, word: str, known: frozenset[int]) -> frozenset[int]:
        """Where this word stands next to one of the known places: "Traffic offense only"."""
        return frozenset(at for at, one in enumerate(self.sight.view.lower) if one == word and known & {at - 1, at + 1})

    def places(self, names: frozenset[str]) -> frozenset[int]:
        """Where the words of these names stand."""
        parts = {part for name in names for part in name.split()}
        return frozenset(at for at, token in enumerate(self.sight.view.tokens) if token.text in parts)

    def unexplained(self, known: frozenset[int]) -> bool:
        """Whether a word stands here that is not among the known ones and says something of whom or what is counted."""
        view = self.sight.view
        timeless = set(re.findall(r"[\w’'.-]+", sheet_times.without_times(self.text).casefold()))
        for at, word in enumerate(view.lower):
            telling = any(sign.isalpha() or sign == "█" for sign in word)
            spoken = word in timeless or "█" in word
            neutral = word in _NEUTRAL and not _negates(view.lower, at)
            if telling and at not in known and at not in self.named and not neutral and spoken:
                return True
        return False


def _negates(words: tuple[str, ...], at: int) -> bool:
    """Whether a "no" is none of "No. of removals" but takes something away: "No conviction"."""
    behind = words[at + 1] if at + 1 < len(words) else ""
    return words[at] == "no" and behind.isalpha() and behind != "of"
