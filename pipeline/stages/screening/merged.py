"""What is found on a page as it is kept: one Withheld for each stretch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.patterns.private.signs import IdentifierFound
from pipeline.records import spans
from pipeline.records.finding import Withheld
from pipeline.records.page import Page


def hidden(page: Page, index: int) -> Withheld:
    """Words that lie under ink."""
    one = page.hidden[index]
    return Withheld(page.id, "hidden-text", -1, -1, one.text, (one.box,), one.basis)


def merged(page: Page, found: Iterable[IdentifierFound]) -> Iterator[Withheld]:
    """One Withheld for each stretch of overlapping spans; the longest span names its kind."""
    placed = spans.Placed(page)
    group: list[IdentifierFound] = []
    for one in sorted(set(found), key=lambda one: (one.start, -one.end, one.kind, one.basis)):
        if group and one.start < max(held.end for held in group):
            group.append(one)
            continue
        if group:
            yield _withheld(page, placed, group)
        group = [one]
    if group:
        yield _withheld(page, placed, group)


def _withheld(page: Page, placed: spans.Placed, group: list[IdentifierFound]) -> Withheld:
    start, end = group[0].start, max(one.end for one in group)
    chief = max(group, key=lambda one: (one.end - one.start, "repeats" not in one.basis))
    return Withheld(page.id, chief.kind, start, end, page.text[start:end], placed.boxes(start, end), chief.basis)
