"""Numbers of one thing told one after the other, each with a time or a place of its own.

"33 percent in FY2009 and 28 percent in FY2010 had none", "removed 14,364 in 2009 (900 in 2008)", "live in 12 counties of Ohio and
9 of Iowa", "31 and 24 percent, respectively": what is said of one number is said of each, and each holds in its own year or place
alone. Said twice over what is said once, a later number is left out or stands under the first one's year.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from pipeline.extractors.counts.limits import bound_of
from pipeline.extractors.counts.metrics import Figure
from pipeline.extractors.counts.numbers import Number, numbers_in
from pipeline.extractors.cueing.grammar import View
from pipeline.extractors.subjects.place_names import Known
from pipeline.extractors.subjects.scope import offsets
from pipeline.extractors.subjects.slots import Slot, slots_in

_BEFORE = re.compile(  # what a further number stands behind
    r"(?:[,;(]|\b(?:and|or|but|while|whereas|against|versus|vs\.?|to|then|than|from|with))\s*"
    r"(?:(?:only|just|then|now|still|up|down|from|to|and|a|an|the|compared|with|as|in|of|at|for|on)\s+)*$",
    re.I,
)
_OVER = re.compile(  # what a further number is over with
    r"\s*(?:$|[,.;:)\]|]|(?:and|or|but|while|whereas|to|respectively|against|versus|up|down|from)\b)", re.I
)
_BETWEEN_LABEL = re.compile(
    r"[\s:,=(–—-]*(?:(?:it|they|the|that|was|were|is|are|share|figure|number|stood|came|at|to|in)\s+)*", re.I
)
_LISTED = re.compile(r"(?:\s|,|;|/|&|%|and|percent|per cent)*", re.I)
_IN_ORDER = re.compile(r"\b(?:respectively|in that order)\b", re.I)
_LEAD = re.compile(r"(?:in|for|during)\s", re.I)
_JOINT = len(") and some ")  # between the time of one number and the next
_MOST_AGAIN = 3  # words of what is counted that are said again: "9 counties of Iowa"


@dataclass(frozen=True, slots=True)
class _Spot:
    """A number and where its words stand in the sentence's text."""

    number: Number
    start: int
    end: int


_One = TypeVar("_One", _Spot, Slot)


def spread(view: View, figures: tuple[Figure, ...], known: Known) -> tuple[Figure, ...]:
    """The figures, with those of the numbers that say the same of another time or place; each of its own."""
    if not figures or len(numbers := numbers_in(view)) < 2:
        return figures
    starts = offsets(view)
    spots = [_spot(view, starts, one) for one in numbers]
    slots = slots_in(view, starts, tuple((one.start, one.end) for one in spots), known)
    found = {one.number.start: one for one in figures if not one.rest}
    lent: dict[int, Figure] = {}
    for run in _in_order(view, spots, slots) or _runs(view, spots, slots):
        lent.update(_lent(run, found, starts))
    kept = (one for one in figures if one.rest or one.number.start not in lent)
    return tuple(sorted((*kept, *lent.values()), key=lambda one: one.number.start)) if lent else figures


def _spot(view: View, starts: list[int], number: Number) -> _Spot:
    first = bound_of(view, number.start, number.end)[1]
    return _Spot(number, starts[first], starts[number.end - 1] + len(view.tokens[number.end - 1].text))


def _lent(run: list[tuple[_Spot, Slot]], found: dict[int, Figure], starts: list[int]) -> Iterator[tuple[int, Figure]]:
    """Each number of a run as a figure of what one of them is a figure of, in its own time or place."""
    given = [found[spot.number.start] for spot, _ in run if spot.number.start in found]
    if len({one.metric.id for one in given}) != 1:
        return
    share = given[0].metric.unit == "share"
    for spot, slot in run:
        value = spot.number
        if share and value.unit == "count":
            value = replace(value, value=round(value.value / 100, 6), unit="share")
        if value.unit != given[0].number.unit or value.whole:
            continue
        others = [(one.start, one.end) for one, _ in run if one is not spot] + [
            (one.start, one.end) for _, one in run if one != slot
        ]
        apart = frozenset(at for at, start in enumerate(starts) if any(low <= start < high for low, high in others))
        own = (min(value.start, _at(starts, slot.start)), max(value.end, _at(starts, slot.end - 1) + 1))
        figure = found.get(value.start) or replace(given[0], number=value, rest=False)
        figure = replace(figure, number=value, own=own, apart=apart)
        yield value.start, replace(figure, period=slot.words) if slot.time else replace(figure, place=slot.words)


def _at(starts: list[int], offset: int) -> int:
    return max((at for at, start in enumerate(starts) if start <= offset), default=0)


def _in_order(view: View, spots: list[_Spot], slots: list[Slot]) -> list[list[tuple[_Spot, Slot]]]:
    """ "In 2009 and 2010 31 and 24 percent, respectively": as many numbers as times or places, in the same order."""
    text = view.sentence.text
    if not _IN_ORDER.search(text):
        return []
    for row in _listed(text, spots):
        for named in _listed(text, slots):
            units = {one.number.unit for one in row[-1:]} | {one.number.unit for one in row if one.number.value > 100}
            if len(row) == len(named) > 1 and len(units) == 1 and len({one.kind for one in named}) == 1:
                lead = _LEAD.match(named[0].words)
                led = [
                    one if lead is None or _LEAD.match(one.words) else replace(one, words=lead[0] + one.words) for one in named
                ]
                return [list(zip(row, led, strict=True))]
    return []


def _listed(text: str, ones: Sequence[_One]) -> Iterator[list[_One]]:
    """Those that stand side by side with no more than commas and "and" between."""
    run: list[_One] = []
    for one in ones:
        if run and not _LISTED.fullmatch(text, run[-1].end, one.start):
            yield run
            run = []
        run.append(one)
    yield run


def _runs(view: View, spots: list[_Spot], slots: list[Slot]) -> list[list[tuple[_Spot, Slot]]]:
    """Numbers one after the other of which each later one has nothing but its own time or place."""
    runs: list[list[tuple[_Spot, Slot]]] = []
    for order, (one, other) in enumerate(itertools.pairwise(spots)):
        low = spots[order - 1].end if order else 0
        high = spots[order + 2].start if order + 2 < len(spots) else len(view.sentence.text)
        going = runs[-1][-1] if runs and runs[-1][-1][0] is one else None
        pair = _twin(view.sentence.text, (low, high), one, other, slots, going[1] if going else None)
        if pair is None:
            continue
        if going and going[1] == pair[0]:
            runs[-1].append((other, pair[1]))
        else:
            runs.append([(one, pair[0]), (other, pair[1])])
    return runs


def _twin(
    text: str, room: tuple[int, int], one: _Spot, other: _Spot, slots: list[Slot], held: Slot | None
) -> tuple[Slot, Slot] | None:
    """The slots of two numbers of which the second says what the first says, of its own time or place. `held` is the first's."""
    alike = one.number.unit == other.number.unit or (one.number.unit == "share" and other.number.value <= 100)
    if not alike or other.number.whole or other.number.some_of or other.number.left_out:
        return None
    for slot in (it for it in slots if other.end <= it.start < room[1] or one.end <= it.start < other.start):
        first = [held] if held else [it for it in slots if room[0] <= it.start and it.end <= other.start and it != slot]
        first = [it for it in first if it.goes_with(slot) and it.words != slot.words]
        if len(first) == 1 and (_behind(text, one, other, first[0], slot) or _labels(text, one, other, slot)):
            return first[0], slot.named_like(first[0])
    return None


def _behind(text: str, one: _Spot, other: _Spot, first: Slot, slot: Slot) -> bool:
    """ ", and 28 percent in FY2010" and no more; what follows is said of both where the first has no more either."""
    if slot.start < other.end or not _BEFORE.search(text[one.end : other.start]):
        return False
    again = text[other.end : slot.start].strip(" (").split()
    if len(again) > _MOST_AGAIN or any(word.lower() not in text[: other.start].lower().split() for word in again):
        return False
    alone = not text[one.end : first.start].strip(" (") and first.end < other.start <= first.end + _JOINT
    return alone or _OVER.match(text, slot.end) is not None


def _labels(text: str, one: _Spot, other: _Spot, slot: Slot) -> bool:
    """ "; FY2010: 49,638", ", Iowa (9)", "; nationwide it was 22 percent"."""
    if not one.end <= slot.start < slot.end <= other.start or not _BETWEEN_LABEL.fullmatch(text, slot.end, other.start):
        return False
    return _BEFORE.search(text[one.end : slot.start]) is not None and _OVER.match(text, other.end) is not None
