"""Which words of a sentence go with which of its numbers, and what noun a number counts.

"Live in 116 jurisdictions across 16 states" has two fields: "live in 116 jurisdictions" and "across 16 states"; a row such as
"Prints | 18,455 | Removals | 133" has one for each label with its number.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from pipeline.extractors.counts.fractions import LABELLING, PERCENT
from pipeline.extractors.counts.limits import bound_of
from pipeline.extractors.counts.numbers import Number
from pipeline.extractors.cueing import grammar
from pipeline.extractors.cueing.grammar import View, word_at

FAR_BEFORE, FAR_AFTER = 20, 24  # words that may stand between a number and what is said of it
_STRONG = frozenset({"|", ";", "/", "•", "||"})
_WEAK = frozenset({",", "and", "while", "but", "(", "whereas", "-", "–", "--", "—", ":", "out"})
_LEADING = frozenset(
    {"in", "of", "across", "among", "from", "to", "by", "over", "at", "with", "for", "as", "than", "against", "through"}
)
_LINKING = frozenset(
    {"of", "the", "our", "its", "their", "his", "her", "all", "those", "these", "about", "some", "my", "your", "every"}
)
_RESTATING = frozenset({"call", "it", "or", "that", "is", "say"})  # "under three in ten, call it 28 percent"
_NO_NOUNS = frozenset({"mark", "total", "figure", "number", "point"})
_ANEW = (("none", "of"), ("all", "but"), ("all", "except"))  # what follows is said of others than of the number before
_POINTING = frozenset(
    {"them", "whom", "which", "theirs", "ours", "those", "these", "that", "such", "it", "total", "this", "last", "now", "today"}
)


@dataclass(frozen=True, slots=True)
class Field:
    """The words [start, end) that go with a number, and the token of the noun counted, -1 where none is named.

    `among` is the noun of the whole that the number is counted off from ("of the 44 counties, 31"), -1 where there is none.
    `whole`: other numbers of the sentence are parts of this one, or a share is one of it.
    """

    number: Number
    start: int
    end: int
    noun: int
    among: int = -1
    whole: bool = False

    def holds(self, tokens: tuple[int, ...]) -> bool:
        """Whether all of these tokens go with the number."""
        return bool(tokens) and self.start <= tokens[0] and tokens[-1] < self.end


def fields_of(view: View, numbers: tuple[Number, ...]) -> tuple[Field, ...]:
    """One field for each number, in order. One without words of its own ("31,207 (28.4%)") shares the words of the one before."""
    cuts = [0, *(_cut(view, one, other) for one, other in itertools.pairwise(numbers)), len(view.tokens)]
    found: list[Field] = []
    for order, number in enumerate(numbers):
        start, end = max(cuts[order], number.start - FAR_BEFORE), min(cuts[order + 1], number.end + FAR_AFTER)
        start, end = _within(view, number, start, end)
        if found and not _has_words(view, number, start, end):
            start = found[-1].start
        ahead = number.whole_at > number.start and order + 1 < len(numbers)
        if ahead:
            end = min(cuts[order + 2], number.end + FAR_AFTER)
        if order + 1 < len(numbers) and _same_thing(view, number, numbers[order + 1]):
            end = min(cuts[order + 2], number.end + FAR_AFTER)
        if order and (numbers[order - 1].whole_at > numbers[order - 1].start or _share_of(view, numbers[order - 1], number)):
            end = next((at for at in range(number.end, end) if _finite(view, at)), end)
        named = numbers[order + 1] if ahead else number  # "41 of the state's 58 counties"
        whole = next((one for one in numbers if number.counted_off and one.start == number.whole_at), None)
        if number.some_of:
            start = bound_of(view, number.start, number.end)[1]
            end = next((at for at in range(number.end, end) if _finite(view, at)), end)
        parts = (
            number.some_of
            or any(one.whole_at == number.start for one in numbers)
            or (order > 0 and _share_of(view, numbers[order - 1], number))
        )
        found.append(Field(number, start, end, counted(view, named), counted(view, whole) if whole else -1, parts))
    return tuple(found)


def _same_thing(view: View, count: Number, share: Number) -> bool:
    """ "13,050, or 26.4 percent, had none", "13,050 (26.4 percent) had none": what is said of the share is said of the count."""
    if (count.unit, share.unit) != ("count", "share"):
        return False
    between = view.lower[count.end : bound_of(view, share.start, share.end)[1]]
    return between in ((",", "or"), ("or",)) or (between == ("(",) and _said_of_both(view, share))


def _said_of_both(view: View, share: Number) -> bool:
    """Whether a verb follows the brackets: "(28.4%) had none", and not "(28.4%) of the cases"."""
    behind = next((at for at in range(share.end, len(view.tokens)) if view.lower[at] == ")"), -1) + 1
    return 0 < behind < len(view.tokens) and behind <= share.end + 2 and _finite(view, behind)


def _finite(view: View, at: int) -> bool:
    """A verb that says something of the subject, unlike that of "people who left"."""
    return view.tokens[at].tag in ("VBD", "VBZ", "VBP", "MD") and view.tokens[view.clause[at]].dep != "relcl"


def _cut(view: View, one: Number, other: Number) -> int:
    """Where the words of one number end and those of the next begin."""
    between = range(one.end, bound_of(view, other.start, other.end)[1])
    strong = next((at for at in between if _sign(view, at) in _STRONG), None)
    if strong is not None:
        return strong
    weak = [at for at in between if view.lower[at] in _WEAK and not _inside_word(view, at)]
    if weak:
        return weak[-1]
    leading = [at for at in between if view.lower[at] in _LEADING and at >= other.start - 4]
    return leading[0] if leading else between.stop


def _sign(view: View, at: int) -> str:
    """The token as it stands, for a lone bar reads as the scanner's "I" in lower case."""
    return view.tokens[at].text if 0 <= at < len(view.tokens) else ""


def _inside_word(view: View, at: int) -> bool:
    """A hyphen that joins two words: "low-level"."""
    tokens = view.tokens
    return view.lower[at] == "-" and 0 < at < len(tokens) - 1 and tokens[at - 1].end == tokens[at].start


def _within(view: View, number: Number, start: int, end: int) -> tuple[int, int]:
    """The field without what lies beyond a semicolon or the end of another sentence that the parser ran together."""
    first = bound_of(view, number.start, number.end)[1]
    for at in range(number.start - 1, start - 1, -1):
        if view.lower[at] in (";", "•") or (view.lower[at] in _WEAK and at == first - 1 and _subject(view, number)):
            start = at + 1
            break
    for at in range(number.end, end):
        if view.lower[at] in (";", "•") or view.lower[at : at + 2] in _ANEW:
            end = at
            break
    return start, end


def _share_of(view: View, share: Number, whole: Number) -> bool:
    """ "71 percent of the 101,741 sent home had convictions": what follows the verb is said of the share."""
    return share.unit == "share" and set(view.lower[share.end : whole.start]) <= _LINKING and share.end < whole.start


def _subject(view: View, number: Number) -> bool:
    """Whether the number, or the noun it counts, is the subject of a clause of its own: "..., and two had looked hard"."""
    at = number.end - 1
    return view.tokens[at].dep in grammar.SUBJECTS and view.lower[grammar.head_of(view, at)] not in ("be", "is", "are")


def _has_words(view: View, number: Number, start: int, end: int) -> bool:
    first = bound_of(view, number.start, number.end)[1]
    own = [at for at in (*range(start, first), *range(number.end, end)) if view.lower[at] not in PERCENT | _RESTATING]
    return any(view.tokens[at].text[0].isalpha() and len(view.lower[at]) > 1 for at in own)


def counted(view: View, number: Number) -> int:
    """The noun that is counted: "removals" in "some 300 more removals", of "thirty of our counties" the counties; else -1."""
    at = number.end
    labelled = _sign(view, bound_of(view, number.start, number.end)[1] - 1) in LABELLING
    for _ in range(3):
        while word_at(view, at) in _LINKING or (at < len(view.tokens) and view.tokens[at].pos == "NUM"):
            at += 1
        while word_at(view, at).isalpha() and word_at(view, at + 1) == "-" and _inside_word(view, at + 1):
            at += 2  # "low-level" and "no-show" are one word
        if (
            at >= len(view.tokens)
            or not word_at(view, at)[0].isalpha()
            or word_at(view, at) in _POINTING
            or view.tokens[at].pos in ("PRON", "AUX", "ADP", "SCONJ")
        ):
            return -1
        if view.tokens[at].pos in ("NOUN", "PROPN"):
            at = _last_noun(view, at)
            nameless = view.lower[at] in _NO_NOUNS or (labelled and view.tokens[at].tag != "NNS")
            return -1 if nameless else at
        if view.tokens[at].pos not in ("ADJ", "VERB", "ADV", "DET"):
            return -1
        if view.tokens[at].pos == "VERB" and view.tokens[at].dep not in ("amod", "compound"):
            return -1
        at += 1
    return -1


def _last_noun(view: View, at: int) -> int:
    """The head of a run of nouns: "jurisdictions" of "jail jurisdictions"; a place or a name before it belongs to it."""
    while at + 1 < len(view.tokens):
        owner = 1 + (word_at(view, at + 2) in ("and", "or")) if word_at(view, at + 1) in ("'s", "'") else 0
        following = view.tokens[at + owner + 1] if at + owner + 1 < len(view.tokens) else None
        joined = owner or grammar.head_of(view, at) > at
        if following is None or following.pos not in ("NOUN", "PROPN") or not joined:
            break
        at += owner + 1
    return at


def points_back(view: View, field: Field) -> bool:
    """Whether what is counted was named before: "72 of them", "of these, 12 had", a label without a verb."""
    near = [*range(max(field.start, field.number.start - 5), min(field.end, field.number.end + 4))]
    if field.number.counted_off:
        near += range(max(0, field.number.whole_at - 3), field.number.whole_at)
    if any(view.lower[at] in _POINTING for at in near):
        return True
    return not any(token.pos in ("VERB", "AUX") and token.dep in ("ROOT", "ccomp", "conj") for token in view.tokens)
