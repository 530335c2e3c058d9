"""Parts and wholes: what a number is a part of and where that is said, and what is left of the whole."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.extractors.counts.fields import Field, points_back
from pipeline.extractors.counts.numbers import Number, numbers_in
from pipeline.extractors.cueing import grammar, matching
from pipeline.extractors.cueing.grammar import View
from pipeline.extractors.cueing.matching import Match
from pipeline.extractors.cueing.sight import Sight
from pipeline.records.topic import Metric

_DENYING = frozenset({"no", "not", "n't", "n’t", "never", "none", "nobody", "neither", "nor", "without", "non"})
_IDLE = frozenset({"previously", "also", "all", "actually", "indeed"})  # adverbs that narrow nothing
_NARROWING = frozenset({"advmod", "npadvmod", "advcl"})
_THERE_ARE = frozenset({"are"})
_MORE = frozenset(("new", "more", "other", "additional", "further", "another", "next", "these", "those", "pilot", "remaining"))
_EACH = frozenset({"each", "every", "per", "daily", "weekly", "to", "will", "not", "n't"})
_TURNED = {"more-than": "less-than", "at-least": "less-than", "less-than": "more-than"}  # of all the others


@dataclass(frozen=True, slots=True)
class Home:
    """The sentence before in which it is said of whom a number is, and the tokens there that say so or give the whole."""

    view: View
    tokens: tuple[int, ...]


def of_the_others(view: View, match: Match, field: Field, metric: Metric) -> bool:
    """Whether a cue of `others` is said of a number from which those the metric counts can be told: outright, and of all of them.

    "Nine in ten were convicted criminals" tells it, and so does "of those 412, 371 had been convicted"; "were not convicted",
    "were convicted or had been removed before" do not.
    """
    number = field.number
    joined = any(view.tokens[kid].dep == "conj" for at in match.tokens for kid in view.children[at])
    words = view.lower[field.start : field.end]
    plain = not joined and _DENYING.isdisjoint(words) and "or" not in words
    share = number.unit == "share" and not number.whole  # "nine of the ten on that flight" is no share of all
    part = number.unit == "count" and number.bound == "exact" and number.whole - number.value >= max(metric.least, 1.0)
    if not field.holds(match.tokens) or not plain or not (number.left_out or share or part):
        return False
    return _outright(view, match) and _of_the_same(view, field)


def _outright(view: View, match: Match) -> bool:
    """Whether a cue is said with nothing that narrows it: "twice convicted", "convicted before it began" are not.

    Who was convicted once, later or elsewhere is among the others then, and what is left of the whole counts something else.
    """
    above = {grammar.head_of(view, at) for at in match.tokens}
    owners = {at for at in above if view.tokens[at].pos in ("AUX", "VERB")}
    kids = sorted({kid for at in {*match.tokens, *owners} for kid in view.children[at]})
    if any(view.tokens[at].dep in _NARROWING and view.lower[at] not in _IDLE for at in kids):
        return False
    named = (grammar.head_of(view, at) for at in match.tokens if view.tokens[at].dep in ("amod", "compound"))
    end = max(match.tokens[-1], *named, -1) + 1  # behind "convicted criminals"
    return end >= len(view.tokens) or view.tokens[end].pos in ("PUNCT", "CCONJ", "SYM", "SPACE", "VERB", "AUX")


def _of_the_same(view: View, field: Field) -> bool:
    """Whether a part is counted in no noun, or in that of its whole: of 412 people "200 men" leave more than people."""
    if not field.number.counted_off or field.noun < 0:
        return True
    return field.among >= 0 and view.lemmas[field.noun] == view.lemmas[field.among]


def told_apart(number: Number, numbers: tuple[Number, ...]) -> bool:
    """Whether the sentence counts other parts of the same whole, none of which is what this part leaves: "of those 412, 371 had
    been young and 20 had not"."""
    others = [
        one.value for one in numbers if number.counted_off and one.whole_at == number.whole_at and one.start != number.start
    ]
    return bool(others) and number.whole - number.value not in others


def meant(number: Number, own: bool) -> Number:
    """The number of those whom a metric counts: the number itself where it is said of them (`own`), or what it leaves.

    Of the others a share or a part tells what it lacks of its whole. "All but 13 of the 58" are 45 if it is said of those whom
    the metric counts, and 13 if it is said of the others; -1 where that whole is not named.
    """
    if number.left_out == (not own):
        return number
    bound = _TURNED.get(number.bound, number.bound)
    if number.unit == "share":
        return replace(number, value=round(1 - number.value, 6), bound=bound, raw=f"{number.raw} (of all the others)")
    value = number.whole - number.value if number.whole else -1.0
    return replace(number, value=value, raw=f"{number.raw} of {number.whole:,.0f} (of all the others)")


def home_of(view: View, metric: Metric, one: Field, counts: list[Match], before: tuple[Sight, ...]) -> Home | None:
    """Where it is said of whom the number is, if this sentence points back; None where nothing before says so.

    A whole that is taken up ("of those 412") has its home where that number stands, and nowhere else; "of those 412 letters"
    has none where letters do not count. `before` are the sentences that precede, nearest first.
    """
    taken = one.number.whole
    given = {at: _stands(taken, sight) for at, sight in enumerate(before)} if taken else {}
    stands = {at: start for at, start in given.items() if start >= 0}
    if not (stands or points_back(view, one)) or not may_count(metric, one.among, counts):
        return None
    for at, sight in enumerate(before):
        told = matching.found(metric.of, sight)
        if told and (not stands or at in stands):
            return Home(sight.view, tuple(sorted({*told[0].tokens, *([stands[at]] if stands else [])})))
    return None


def _stands(value: float, sight: Sight) -> int:
    """Where a sentence gives this number; -1 where it does not."""
    return next((one.start for one in numbers_in(sight.view) if one.value == value), -1)


def may_count(metric: Metric, noun: int, counts: list[Match]) -> bool:
    """Whether a metric counts this noun; -1 is one that is not named."""
    return not metric.counts or noun < 0 or any(noun in match.tokens for match in counts)


def is_total(view: View, number: Number, noun: int) -> bool:
    """Whether it is told how many there are in all: "six of the 41 counties are live", "nine counties in Dale are now active".

    "Four new counties are live" and "three that we saw are live" tell of some more, or of some.
    """
    if number.value < 2 or noun < 0:
        return False
    above = grammar.head_of(view, grammar.head_of(view, noun))  # "six of the 41 counties"
    top = above if number.start <= above < number.end else noun
    verb = grammar.head_of(view, top)
    if view.tokens[top].dep not in ("nsubj", "nsubjpass") or top > verb or not _THERE_ARE & _tensed(view, verb):
        return False
    below = set(grammar.subtree(view, top))
    narrowed = any(view.tokens[at].dep in ("relcl", "acl") or view.lower[at] in _MORE for at in below)
    return not narrowed and _EACH.isdisjoint(view.lower)


def _tensed(view: View, verb: int) -> set[str]:
    """The "are" of a clause: its verb, or what helps it."""
    return {view.lower[verb], *(view.lower[kid] for kid in grammar.kids_with(view, verb, {"aux", "auxpass"}))}
