"""Numbers for metrics: which of a sentence's counts and shares stands where a metric's cues expect one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.extractors import cues, matching
from pipeline.extractors.grammar import View
from pipeline.extractors.numbers import Number, numbers_in
from pipeline.extractors.sight import Sight
from pipeline.records.topic import Metric


@dataclass(frozen=True, slots=True)
class Figure:
    """A metric's number in a sentence: the number, the tokens of the cue, and the cue as written."""

    metric: Metric
    number: Number
    tokens: tuple[int, ...]
    cue: str


def figures_in(sight: Sight, metrics: tuple[Metric, ...]) -> tuple[Figure, ...]:
    """At most one metric for each number: the one whose cue says most. A number already taken by a share is no count."""
    numbers = numbers_in(sight.view)
    if not numbers:
        return ()
    best: dict[int, tuple[tuple[int, int], Figure]] = {}
    for metric in metrics:
        fit = {number.start: number for number in numbers if number.unit == metric.unit}
        seeing = replace(sight, numbers={start: number.end for start, number in fit.items()})
        if not fit or any(matching.find(cues.compile_cue(text), seeing) for text in metric.not_about):
            continue
        for text in metric.cues:
            for match in matching.find(cues.compile_cue(text), seeing):
                if _spans_another(sight.view, match.tokens, match.number, numbers):
                    continue
                # Most words of the cue first; among equals the one that holds most closely together.
                rank = (len(match.tokens), -(match.tokens[-1] - match.tokens[0]))
                if match.number in fit and rank > best.get(match.number, ((0, -999), None))[0]:
                    best[match.number] = (rank, Figure(metric, fit[match.number], match.tokens, text))
    found = [figure for _, (_, figure) in sorted(best.items(), key=lambda item: item[0])]
    return tuple(figure for order, figure in enumerate(found) if not _restated(sight, found[order : order + 2]))


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
    return "(" in between and len(between) <= 2
