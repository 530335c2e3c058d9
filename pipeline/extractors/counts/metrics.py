"""Numbers for metrics: which of a sentence's counts and shares stands where a metric's cues expect one."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.extractors.counts import wholes
from pipeline.extractors.counts.among import narrowed, of_itself
from pipeline.extractors.counts.fields import Field, counted, fields_of
from pipeline.extractors.counts.limits import bound_of
from pipeline.extractors.counts.nones import came_in, labelled_none, never_comes, not_even_one
from pipeline.extractors.counts.numbers import Number, numbers_in, says_where
from pipeline.extractors.counts.wholes import Home
from pipeline.extractors.cueing import cues, grammar, matching
from pipeline.extractors.cueing.grammar import View
from pipeline.extractors.cueing.matching import Match
from pipeline.extractors.cueing.sight import Sight
from pipeline.extractors.subjects import captions
from pipeline.records.topic import Metric

_SHARES = frozenset({"share", "figure", "percentage", "proportion"})
_LABEL_SCALES = {"millions": 1e6, "thousands": 1e3, "000s": 1e3}

CROWD = 20  # of fewer a part is no share of all: "two of the four that called"


@dataclass(frozen=True, slots=True)
class Figure:
    """A metric's number in a sentence: the number, the tokens of the cue, and the cue as written.

    `own` are the tokens [start, end) that go with the number.
    `whom`: whether it is said, here or right before, of whom or what the number is. `home`: the sentence before that says so,
    where this one takes up a number or people of it; its place and time are this number's too. `rest`: the value is what the
    sentence's own number leaves of the whole. `narrowed`: the words by which it is a share of a part alone. Of one of several
    numbers in a row, each with its own: `period` and `place`; the words `apart` belong to the others.
    """

    metric: Metric
    number: Number
    tokens: tuple[int, ...]
    cue: str
    own: tuple[int, int]
    whom: bool = True
    home: Home | None = dataclasses.field(default=None, compare=False)
    rest: bool = False
    narrowed: str = ""
    period: str | None = None
    place: str | None = None
    apart: frozenset[int] = frozenset()


def figures_in(sight: Sight, metrics: tuple[Metric, ...], before: tuple[Sight, ...] = ()) -> tuple[Figure, ...]:
    """At most one metric for each number: the one whose cue says most. A number already taken by a share is no count.

    `before` are the sentences that precede, nearest first, where a number may leave unsaid whom it counts, or what it is of.
    """
    if before and captions.is_title(sight.view, before[0].view):
        return ()
    return _said_here(sight, metrics, before) or (tuple(_taken_up(sight.view, metrics, before)) if before else ())


def _said_here(sight: Sight, metrics: tuple[Metric, ...], before: tuple[Sight, ...]) -> tuple[Figure, ...]:
    spoken_of = any(matching.may_hold(cues.compile_cue(text), sight) for one in metrics for text in (*one.cues, *one.others))
    numbers = numbers_in(sight.view) if spoken_of else ()
    if not numbers:
        return tuple(_nones(sight, metrics, set()))
    sight = replace(sight, numbers={number.start: number.end for number in numbers})
    fields = fields_of(sight.view, numbers)
    best: dict[int, tuple[tuple[int, int, int], Figure]] = {}
    rests: list[Figure] = []
    for metric in metrics:
        ruled_out = matching.found(metric.not_about, sight)
        if any(match.number < 0 for match in ruled_out):
            continue
        fit = {read.number.start: read for field in fields if (read := _as(metric, field, sight.view))}
        fit = {start: field for start, field in fit.items() if start not in {match.number for match in ruled_out}}
        parts = tuple(text for one in metrics if one.of and one.of == metric.of for text in (*one.cues, *one.others))
        for figure in _read(sight, metric, fit, numbers, before):
            if metric.unit == "share" and (words := narrowed(sight.view, figure.number, matching.found(parts, sight))):
                figure = replace(figure, narrowed=words)
            # What asks for a population first, then most words; in a label the first word counts, else the closest.
            label = figure.tokens[-1] < figure.number.start
            rank = (bool(metric.of), len(figure.tokens), -figure.tokens[0] if label else figure.tokens[0] - figure.tokens[-1])
            if figure.rest:
                rests.append(figure)
            elif figure.number.start not in best or rank > best[figure.number.start][0]:
                best[figure.number.start] = (rank, figure)
    best_by = {start: figure for start, (_, figure) in best.items()}
    found = [figure for _, figure in sorted({**_carried(fields, best_by), **best_by}.items())]
    found = [one for one in found if not any(_whole_of(other, one) for other in found)]
    kept = tuple(figure for order, figure in enumerate(found) if not _restated(sight, found[order : order + 2]))
    given = {figure.metric.id for figure in kept}
    kept += tuple(figure for figure in rests if figure.metric.id not in given)
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
        counted = {at for match in matching.found(metric.counts, sight) for at in match.tokens}
        cue = {at for match in matching.found(metric.cues, sight) for at in match.tokens}
        if not counted or not cue or matching.found(metric.not_about, sight):
            continue
        if (at := labelled_none(view, frozenset(counted | cue))) >= 0:
            tokens = tuple(sorted({at, *cue}))
            yield Figure(metric, Number(at, at + 1, 0.0, "count", "exact", view.lower[at]), tokens, view.lower[at], (0, at + 1))
            continue
        for at, word in enumerate(view.lower):
            noun = grammar.head_of(view, at)
            none = word == "no" or not_even_one(view, at)
            if none and noun in counted and noun != at and came_in(view, noun):
                yield Figure(metric, Number(at, at + 1, 0.0, "count", "exact", word), (at, noun), word, (at, noun + 1))
                break
            if at in counted and cue - {at} and never_comes(view, at):
                tokens = tuple(sorted({at, *cue}))
                yield Figure(metric, Number(at, at + 1, 0.0, "count", "exact", word), tokens, word, (at, tokens[-1] + 1))
                break


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
    return part.number.whole_at == whole.number.start and whole.metric.id == part.metric.id


def _as(metric: Metric, field: Field, view: View) -> Field | None:
    """The field with its number in the metric's unit: "62 of the 90" may be a count or a share. None where it is neither."""
    number = field.number
    if metric.unit == "count" and _is_few(metric, number, field.noun, view) and not number.left_out:
        return None
    if metric.unit == number.unit:
        return field if number.unit == "share" else replace(field, number=_in_full(number, field, view))
    if metric.unit == "share" and number.whole >= CROWD:
        return replace(field, number=replace(number, value=round(number.value / number.whole, 3), unit="share"))
    return None


def _is_few(metric: Metric, number: Number, noun: int, view: View) -> bool:
    """Whether a count is too small for a total, and is not told as one."""
    return number.value < metric.least and not wholes.is_total(view, number, noun)


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
    counts, of, other = (matching.found(patterns, sight) for patterns in (metric.counts, metric.of, metric.not_of))
    for given in fit.values():
        among = (given.among,) if any(given.holds(one.tokens) for one in of) else ()
        own = [(text, match) for text, match in said if _goes_with(sight.view, text, match, given, numbers, among)]
        if given.number.left_out and metric.others:
            own = []
        number = wholes.meant(given.number, bool(own))
        own = [(text, match) for text, match in own if not (metric.of and of_itself(sight.view, given.number, match))]
        left = () if wholes.told_apart(given.number, numbers) else rest
        own = own or [(text, match) for text, match in left if wholes.of_the_others(sight.view, match, given, metric)]
        field = replace(given, number=number)
        unlike = not metric.of and any(field.holds(one.tokens) for one in other)
        too_few = metric.unit == "count" and _is_few(metric, number, field.noun, sight.view)
        if not own or unlike or too_few or not wholes.may_count(metric, field.noun, counts):
            continue
        told = not metric.of or any(_tells(sight.view, field, one) for one in of)
        home = None if told else wholes.home_of(sight.view, metric, field, counts, before)
        whom = told or home is not None
        home = Home(sight.view, (number.whole_at,)) if told and number.counted_off else home
        elsewhere = other or any(matching.found(metric.not_of, one) for one in before)
        elsewhere = (
            elsewhere or field.noun >= 0 or field.number.counted_off or _part_of_else(sight.view, given, numbers, counts, metric)
        )
        if not whom and (elsewhere or not metric.not_of):
            continue
        text, match = max(own, key=lambda one: len(one[1].tokens))
        near = {at for one in (*of, *counts) if field.holds(one.tokens) for at in one.tokens}
        tokens = tuple(sorted({*match.tokens, *near}))
        reckoned = number.unit == "count" and number.value != given.number.value
        yield Figure(metric, number, tokens, text, (field.start, field.end), whom, home, reckoned)


def _part_of_else(view: View, field: Field, numbers: tuple[Number, ...], counts: list[Match], metric: Metric) -> bool:
    """ "We wrote 612 tickets; 131 were for traffic": the number before is of other things, and this one is a part of them."""
    number = field.number
    before = [one for one in numbers if one.unit == "count" and one.end <= number.start and one.value >= number.value]
    if number.unit != "count" or not before or says_where(view, before[-1]):
        return False
    return not wholes.may_count(metric, counted(view, before[-1]), counts)


def _tells(view: View, field: Field, of: Match) -> bool:
    """Whether a word that says of whom or what speaks of this number.

    Of a whole only its own words do: "41 of the 58 counties are live"; and not what a later part of the sentence says: "we have
    58 counties; 41 are live".
    """
    later = of.tokens[0] >= field.end and ";" in view.lower[field.number.end : of.tokens[0]]
    return field.holds(of.tokens) if field.whole else not later


def _goes_with(view: View, text: str, match: Match, field: Field, numbers: tuple[Number, ...], among: tuple[int, ...]) -> bool:
    """Whether what a cue found is said of this number: the cue places it, or its words are among those that go with it.

    `among` is the noun of the whole that it is counted off from, where what is said of it is said here and not of the whole.
    """
    number = field.number
    if "#" in text:
        return match.number == number.start and not _spans_another(view, match.tokens, match.number, numbers)
    first = bound_of(view, number.start, number.end)[1]
    own = field.holds(match.tokens) or match.tokens == among
    return own and not any(first <= at < number.end for at in match.tokens)


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
