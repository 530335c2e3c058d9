"""Documents that go on in the next file: releases come in part-files that are cut where a disk was full, not where a record ends.

What speaks for and against a start is weighed as within a file (see `bounds`), with what the files' names and stamps add.
"""

from __future__ import annotations

import itertools
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from pipeline.patterns.openings.opening import opening_of
from pipeline.patterns.openings.page_count import page_of
from pipeline.records.document import Continuation, Document
from pipeline.records.page import Page
from pipeline.stages.cutting.bounds import judged
from pipeline.stages.cutting.sheets import Sheet, running_lines, sheet_of

_BEGINS = 2.4  # log odds by which a document is likelier to start with a file than on any page within one
_STAMPS, _PARTS = 0.9, 1.5  # log odds against a start: the stamps run on; the names count two parts of one thing
_SHORT, _LARGE = 0.6, 1.25  # as in `segment.Params`
_DIGITS = 9  # of a number in a name that may count parts; longer ones are of another kind
_SURE = 0.85  # weight of a heading that starts a document whatever the page before says


@dataclass(frozen=True, slots=True)
class Edges:
    """A file of a release by its first and its last document."""

    release_id: str
    name: str
    first: Document
    last: Document


@dataclass(frozen=True, slots=True)
class Ends:
    """A file of a release by its two ends: its first document with that document's first page, its last one with first and last.

    Pages are as they may be shown.
    """

    release_id: str
    name: str
    first: Document
    first_page: Page
    last: Document
    last_begins: Page
    last_page: Page


def followed(files: tuple[Edges, ...]) -> frozenset[str]:
    """The ids of files of one release that another may go on with, by stamps or names, and of those others."""
    order = _Order(files)
    return frozenset(key for one in files for then, _ in order.next(one) for key in (one.first.file_id, then.first.file_id))


def continued(files: Iterable[Ends]) -> tuple[Continuation, ...]:
    """Each last document of a file that its release's next file goes on with, in order of files.

    The next file is the one whose stamps run on, else that of the next number in its name; where neither is found, nothing is
    joined. A document is continued in one file at most, and continues one at most.
    """
    found = []
    everything = sorted(files, key=lambda one: (one.release_id, _natural(one.name)))
    for _, group in itertools.groupby(everything, key=lambda one: one.release_id):
        ordered = list(group)
        order = _Order(ordered)
        taken: set[str] = set()
        for one in ordered:
            for then, signs in order.next(one):
                made = _judged(one, then, signs)
                if made and then.first.id not in taken:
                    taken.add(then.first.id)
                    found.append(made)
                    break
    return tuple(found)


Either = TypeVar("Either", Edges, Ends)


class _Order(Generic[Either]):
    """A release's files by the number their stamps begin with, and by their names with one number left out."""

    def __init__(self, files: Sequence[Either]) -> None:
        self._by_stamp: dict[tuple[str, int], list[Either]] = defaultdict(list)
        self._by_name: dict[tuple[tuple[str, ...], int], list[Either]] = defaultdict(list)
        for one in files:
            if stamp := _stamp(one.first.bates_first):
                self._by_stamp[stamp].append(one)
            for rest, number in _counted(one.name):
                self._by_name[rest, number].append(one)

    def next(self, one: Either) -> Iterator[tuple[Either, list[tuple[float, str]]]]:
        """The files that may go on where `one` ends, the likeliest first, each with what its stamps and its name say for it."""
        signs: dict[int, list[tuple[float, str]]] = defaultdict(list)
        found: dict[int, Either] = {}
        stamp = _stamp(one.last.bates_last)
        for then in self._by_stamp.get((stamp[0], stamp[1] + 1), ()) if stamp else ():
            found[id(then)] = then
            signs[id(then)].append((_STAMPS, f"its stamps run on from {one.last.bates_last}"))
        for rest, number in _counted(one.name):
            for then in self._by_name.get((rest, number + 1), ()):
                found[id(then)] = then
                signs[id(then)].append((_PARTS, f"{then.name} is the part after {one.name}"))
        for key in sorted(found, key=lambda key: (-sum(weight for weight, _ in signs[key]), _natural(found[key].name))):
            if found[key] is not one:
                yield found[key], signs[key]


def _judged(one: Ends, then: Ends, signs: list[tuple[float, str]]) -> Continuation | None:
    pages = tuple({page.id: page for page in (one.last_begins, one.last_page)}.values())
    sheets = tuple(_sheet(page) for page in (*pages, then.first_page))
    counted = page_of(one.last_page.text), page_of(then.first_page.text)
    follows = all(counted) and counted[0][1] == counted[1][1] and counted[1][0] > counted[0][0]  # type: ignore[index]
    if sheets[-1].opening.weight >= _SURE and not follows:
        return None
    verdict = judged(sheets, len(sheets) - 1, 0)
    likelihood = min(max(verdict.likelihood, 0.01), 0.99)
    total = math.log(likelihood / (1 - likelihood)) + (0.0 if follows else _BEGINS) - sum(weight for weight, _ in signs)
    if total >= 0:
        return None
    why = [words.removeprefix("against: ") for words in verdict.reasons if words.startswith("against: ")]
    reasons = (*(words for _, words in signs), *why)
    return Continuation(one.last.id, then.first.id, round(1 / (1 + math.exp(total)), 2), reasons)


def _sheet(page: Page) -> Sheet:
    return sheet_of(page, opening_of(page.text, page.width > page.height), running_lines((page,)), _SHORT, _LARGE)


def _stamp(bates: str) -> tuple[str, int] | None:
    found = re.fullmatch(r"(.*?)([0-9]{1,15})", bates, re.DOTALL)
    return (found[1], int(found[2])) if found else None


def _counted(name: str) -> Iterator[tuple[tuple[str, ...], int]]:
    """A name with each of its numbers left out in turn, and that number: "part01of11.pdf" counts 1, and 11."""
    parts = re.split(r"([0-9]+)", name.casefold())
    for at in range(1, len(parts), 2):
        if len(parts[at]) <= _DIGITS:
            rest = [str(int(part)) if order % 2 and len(part) <= _DIGITS else part for order, part in enumerate(parts)]
            yield (*rest[:at], "#", *rest[at + 1 :]), int(parts[at])


def _natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """The name for sorting, its numbers as numbers: part 2 before part 10."""
    parts = re.split(r"([0-9]{1,15})", name.casefold())
    return tuple((0, int(part), "") if order % 2 else (1, 0, part) for order, part in enumerate(parts))
