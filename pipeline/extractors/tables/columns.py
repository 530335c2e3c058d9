"""Rows of figures in columns: "Removals 14,364 49,432" says nothing by itself; the heads above tell which is of which year."""

from __future__ import annotations

import itertools
import re

from pipeline.extractors.counts.metrics import Figure
from pipeline.extractors.cueing.grammar import View
from pipeline.patterns.days.months import MONTH

MOST = 3  # words besides its heads that a line of heads has: "Measure", "Number of persons"
FAR = 25  # lines above a row in which its heads are looked for
_HEAD = re.compile(
    rf"(?:FY|CY|fiscal year|calendar year)[ -]?['’]?\d{{2,4}}|Q[1-4](?: \d{{4}})?|{MONTH}(?: \d{{1,2}})?,? (?:19|20)\d\d"
    r"|\b(?:19|20)\d\d\b|\b(?:cumulative|total|to date|year to date|YTD)\b|\b(?:this|last) (?:month|quarter|year)\b",
    re.IGNORECASE,
)
_SEPARATORS = frozenset({"|", ",", ";", "/", "||", "i"})  # a lone bar reads as the scanner's "I" in lower case


def in_columns(view: View, figures: tuple[Figure, ...], text: str) -> tuple[Figure, ...]:
    """The figures that stand side by side with no words between, on a line without a verb; () where it is no such row.

    `text` is the page's.
    """
    ordered = sorted(figures, key=lambda one: one.number.start)
    if len(ordered) < 2:
        return ()
    line = text.rfind("\n", 0, view.tokens[ordered[0].number.start].start) + 1
    if any(token.pos in ("VERB", "AUX") and token.tag != "VBN" and token.start >= line for token in view.tokens):
        return ()
    for one, other in itertools.pairwise(ordered):
        between = view.lower[one.number.end : other.number.start]
        if one.metric.id != other.metric.id or not _SEPARATORS.issuperset(between):
            return ()
    return tuple(ordered)


def heads_above(text: str, start: int, columns: int) -> tuple[str, ...]:
    """The times named in the nearest line above that names as many as there are columns; () where no line does."""
    lines = text[:start].split("\n")[-FAR - 1 : -1] if "\n" in text[:start] else []
    for line in reversed(lines):
        found = tuple(match.group(0) for match in _HEAD.finditer(line))
        if len(found) == columns and len(_HEAD.sub("", line).split()) <= MOST:
            return found
    return ()
