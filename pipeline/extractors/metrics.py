"""Numbers for metrics: which of a sentence's counts and shares stands where a metric's cues expect one."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.extractors import cues, grammar, matching
from pipeline.extractors.fields import Field, fields_of, points_back
from pipeline.extractors.grammar import View
from pipeline.extractors.limits import bound_of
from pipeline.extractors.matching import Match
from pipeline.extractors.numbers import Number, not_even_one, numbers_in
from pipeline.extractors.sight import Sight
from pipeline.records.topic import Metric

_GETTING = frozenset(
    {"receive", "get", "have", "log", "record", "register", "file", "come", "be", "see", "lodge", "reach", "find"}
)
_SHARES = frozenset({"share", "figure", "percentage", "proportion"})
_DENYING = frozenset({"no", "not", "n't", "n’t", "never", "none", "nobody", "neither", "nor", "without", "non"})
_TURNED = {"more-than": "less-than", "at-least": "less-than", "less-than": "more-than"}  # of all the others
_LABEL_SCALES = {"millions": 1e6, "thousands": 1e3, "000s": 1e3}


@dataclass(frozen=True, slots=True)
class Figure:
    """A metric's number in a sentence: the number, the tokens of the cue, and the cue as written.

    `own` are the tokens [start, end) that go with the number.
    `whom`: whether it is said, here or right before, of whom or what the number is.
    """

    metric: Metric
    number: Number
    tokens: tuple[int, ...]
    cue: str
    own: tuple[int, int]
    whom: bool = True


def figures_in(sight: Sight, metrics: tuple[Metric, ...], before: tuple[Sight, ...] = ()) -> tuple[Figure, ...]:
    """At most one metric for each number: the one whose cue says most. A number already taken by a share is no count.

    `before` are the sentences that precede, nearest first, where a number may leave unsaid whom it counts, or what it is of.
    """
    return _said_here(sight, metrics, before) or (tuple(_taken_up(sight.view, metrics, before)) if before else ())


def _said_here(sight: Sight, metrics: tuple[Metric, ...], before: tuple[Sight, ...]) -> tuple[Figure, ...]:
    spoken_of = any(matching.may_hold(cues.compile_cue(text), sight) for one in metrics for text in (*one.cues, *one.others))
    numbers = numbers_in(sight.view) if spoken_of else ()
    if not numbers:
        return tuple(_nones(sight, metrics, set()))
    sight = replace(sight, numbers={number.start: number.end for number in numbers})
    fields = fields_of(sight.view, numbers)
    best: dict[int, tuple[tuple[int, int, int], Figure]] = {}
    for metric in metrics:
        ruled_out = _all(metric.not_about, sight)
        if any(match.number < 0 for match in ruled_out):
            continue
        fit = {read.number.start: read for field in fields if (read := _as(metric, field, sight.view))}
        fit = {start: field for start, field in fit.items() if start not in {match.number for match in ruled_out}}
        for figure in _read(sight, metric, fit, numbers, before):
            # What asks for a population first, then most words; in a label the first word counts, else the closest.
            label = figure.tokens[-1] < figure.number.start
            rank = (bool(metric.of), len(figure.tokens), -figure.tokens[0] if label else figure.tokens[0] - figure.tokens[-1])
            if figure.number.start not in best or rank > best[figure.number.start][0]:
                best[figure.number.start] = (rank, figure)
    best_by = {start: figure for start, (_, figure) in best.items()}
    found = [figure for _, figure in sorted({**_carried(fields, best_by), **best_by}.items())]
    found = [one for order, one in enumerate(found) if not (order and _whole_of(found[order - 1], one))]
    kept = tuple(figure for order, figure in enumerate(found) if not _restated(sight, found[order : order + 2]))
    return kept + tuple(_nones(sight, metrics, {figure.metric.id for figure in kept}))


def _taken_up(view: View, metrics: tuple[Metric, ...], before: tuple[Sight, ...]) -> Iterator[Figure]:
    """ "In 2009 the share was 21 percent": of what the sentence before gives the only share of."""
    subjects = [at for at, lemma in enumerate(view.lemmas) if lemma in _SHARES and _bare(view, at)]
    if not subjects:
        return
    shares = tuple(metric for metric in metrics if metric.unit == "share")
    told = figures_in(before[0], shares, before[1:])
    if len({figure.metric.id for figure in told}) != 1:
        return
    for number in numbers_in(view):
        noun = next((at for at in subjects if view.clause[at] == view.clause[number.start]), -1)
        if number.unit == "share" and noun >= 0:
            yield Figure(told[0].metric, number, (noun,), view.tokens[noun].text, (0, len(view.tokens)), told[0].whom)


def _bare(view: View, at: int) -> bool:
    """Whether this is the subject, and nothing says of what it is: "the share"."""
    kids = {view.tokens[kid].dep for kid in view.children[at]}
    return view.tokens[at].dep in grammar.SUBJECTS and kids == {"det"}


def _nones(sight: Sight, metrics: tuple[Metric, ...], found: set[str]) -> Iterator[Figure]:
    """ "The office got no complaints", "not one came": 0, where the metric says so. Of what came in, not what became of it."""
    view = sight.view
    for metric in metrics:
        if not metric.none or metric.id in found:
            continue
        counted = {at for match in _all(metric.counts, sight) for at in match.tokens}
        cue = {at for match in _all(metric.cues, sight) for at in match.tokens}
        if not counted or not cue or _all(metric.not_about, sight):
            continue
        for at, word in enumerate(view.lower):
            noun = grammar.head_of(view, at)
            none = word == "no" or not_even_one(view, at)
            if none and noun in counted and noun != at and _came_in(view, noun):
                yield Figure(metric, Number(at, at + 1, 0.0, "count", "exact", word), (at, noun), word, (at, noun + 1))
                break
            if at in counted and cue - {at} and _never_comes(view, at):
                tokens = tuple(sorted({at, *cue}))
                yield Figure(metric, Number(at, at + 1, 0.0, "count", "exact", word), tokens, word, (at, tokens[-1] + 1))
                break


def _never_comes(view: View, noun: int) -> bool:
    """ "The prints of anyone under eighteen do not reach us": what the verb tells of its subject is denied."""
    verb = grammar.head_of(view, noun)
    kids = [view.tokens[kid] for kid in view.children[verb]]
    denied = any(kid.dep == "neg" for kid in kids) and not any(kid.dep == "dobj" and kid.pos == "NOUN" for kid in kids)
    return denied and view.tokens[noun].dep in grammar.SUBJECTS and _came_in(view, noun)


def _came_in(view: View, noun: int) -> bool:
    """Whether the verb the noun hangs on tells of getting or being there, and not of what may be: "no complaint may be filed"."""
    verb = grammar.head_of(view, noun)
    allowed = not any(view.tokens[kid].tag == "MD" for kid in view.children[verb])
    return view.lemmas[verb] in _GETTING and allowed


def _carried(fields: tuple[Field, ...], found: dict[int, Figure]) -> dict[int, Figure]:
    """Numbers that leave unsaid what they count, beside one that says it: "in 544 towns, up from 14", "from 14, now 544"."""
    carried = {}
    for one, other in itertools.pairwise(fields):
        for bare, full in ((one, other), (other, one)):
            figure = found.get(full.number.start)
            changed = one.number.former or other.number.former
            if figure and changed and bare.noun < 0 and bare.number.start not in found and bare.number.unit == figure.number.unit:
                carried[bare.number.start] = replace(figure, number=bare.number, own=(bare.start, bare.end))
    return carried


def _whole_of(part: Figure, whole: Figure) -> bool:
    """ "38 of our 62 counties": the 62 are what the 38 are counted among."""
    return bool(part.number.whole) and whole.metric.id == part.metric.id


def _as(metric: Metric, field: Field, view: View) -> Field | None:
    """The field with its number in the metric's unit: "62 of the 90" may be a count or a share. None where it is neither."""
    number = field.number
    if metric.unit == "count" and number.value < metric.least:
        return None
    if metric.unit == number.unit:
        return field if number.unit == "share" else replace(field, number=_in_full(number, field, view))
    if metric.unit == "share" and number.whole:
        return replace(field, number=replace(number, value=round(number.value / number.whole, 3), unit="share"))
    return None


def _in_full(number: Number, field: Field, view: View) -> Number:
    """8.4 under "(millions)" is 8,400,000; "thousands of people, around 29,000" is no label."""
    label = view.lower[field.start : number.start]
    marked = {word for before, word in itertools.pairwise(label) if before in ("(", "in")}
    scale = next((size for word, size in _LABEL_SCALES.items() if word in marked), 1.0)
    return replace(number, value=number.value * scale)


def _read(
    sight: Sight, metric: Metric, fit: dict[int, Field], numbers: tuple[Number, ...], before: tuple[Sight, ...]
) -> Iterator[Figure]:
    """What the metric's cues say of each of the numbers that fit it."""
    seeing = replace(sight, numbers={start: field.number.end for start, field in fit.items()})
    said = [(text, match) for text in metric.cues for match in matching.find(cues.compile_cue(text), seeing)]
    rest = [(text, match) for text in metric.others for match in matching.find(cues.compile_cue(text), seeing)]
    if not (said or rest):
        return
    counts, of, other = _all(metric.counts, sight), _all(metric.of, sight), _all(metric.not_of, sight)
    for field in fit.values():
        own = [(text, match) for text, match in said if _goes_with(sight.view, text, match, field, numbers)]
        if field.number.left_out or not own:
            own = [(text, match) for text, match in rest if _of_the_others(sight.view, match, field)]
            field = replace(field, number=_others(field.number))
        if not own or not _may_count(metric, field, counts) or (not metric.of and any(field.holds(o.tokens) for o in other)):
            continue
        whom = not metric.of or bool(of) or _named_before(sight, metric, field, before)
        if not whom and (field.noun >= 0 or other or not metric.not_of or any(_all(metric.not_of, one) for one in before)):
            continue
        text, match = max(own, key=lambda one: len(one[1].tokens))
        near = {at for one in (*of, *counts) if field.holds(one.tokens) for at in one.tokens}
        yield Figure(metric, field.number, tuple(sorted({*match.tokens, *near})), text, (field.start, field.end), whom)


def _goes_with(view: View, text: str, match: Match, field: Field, numbers: tuple[Number, ...]) -> bool:
    """Whether what a cue found is said of this number: the cue places it, or its words are among those that go with it."""
    number = field.number
    if "#" in text:
        return match.number == number.start and not _spans_another(view, match.tokens, match.number, numbers)
    first = bound_of(view, number.start, number.end)[1]
    return field.holds(match.tokens) and not any(first <= at < number.end for at in match.tokens)


def _of_the_others(view: View, match: Match, field: Field) -> bool:
    """Whether a cue of `others` is said of a number from which those the metric counts can be told: plainly, and of all of them.

    "Nine in ten were convicted criminals" tells it; "were not convicted", "were convicted or had been removed before" do not.
    """
    joined = any(view.tokens[kid].dep == "conj" for at in match.tokens for kid in view.children[at])
    words = view.lower[field.start : field.end]
    plain = not joined and _DENYING.isdisjoint(words) and "or" not in words
    share = field.number.unit == "share" and not field.number.whole  # "nine of the ten on that flight" is no share of all
    return field.holds(match.tokens) and plain and (field.number.left_out or share)


def _others(number: Number) -> Number:
    """The number of those left: what stands behind "all but" itself; of a share what it lacks of the whole."""
    if number.left_out or number.unit != "share":
        return number
    bound = _TURNED.get(number.bound, number.bound)
    return replace(number, value=round(1 - number.value, 6), bound=bound, raw=f"{number.raw} (of all the others)")


def _named_before(sight: Sight, metric: Metric, field: Field, before: tuple[Sight, ...]) -> bool:
    return points_back(sight.view, field) and any(_all(metric.of, one) for one in before)


def _all(patterns: tuple[str, ...], sight: Sight) -> list[Match]:
    return [match for text in patterns for match in matching.find(cues.compile_cue(text), sight)]


def _may_count(metric: Metric, field: Field, counts: list[Match]) -> bool:
    return not metric.counts or field.noun < 0 or any(field.noun in match.tokens for match in counts)


def _spans_another(view: View, tokens: tuple[int, ...], number: int, numbers: tuple[Number, ...]) -> bool:
    """Whether another number stands between this one and the words counted: "of the 312 deported, 140 had no record"."""
    return any(
        number < other.start < tokens[-1] and other.start not in tokens and not _aside(view, other.start) for other in numbers
    )


def _aside(view: View, number: int) -> bool:
    """Whether a number only says where: "437 jurisdictions in 23 states"."""
    return number > 0 and view.lower[number - 1] in ("in", "across")


def _restated(sight: Sight, pair: list[Figure]) -> bool:
    """Whether the next figure says the same more exactly in brackets: "nearly a third (32 percent)"."""
    if len(pair) < 2 or pair[0].metric.id != pair[1].metric.id:
        return False
    between = sight.view.lower[pair[0].number.end : pair[1].number.start]
    return ("(" in between and len(between) <= 2) or between in ((",", "call", "it"), (",", "or"), ("-",), ("—",), ("–",))
