"""Tells whether a file that came again under its name with other bytes is a corrected copy, or another paper of the same name."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.records.page import Page
from pipeline.records.source import Replaced
from pipeline.stages.comparing.sketch import shingles

VERSION = "1"


@dataclass(frozen=True, slots=True)
class Params:
    """`size`: words of a shingle. `few`: pages of fewer shingles say nothing. `page` (0..1): share of the smaller page's
    shingles that the other must have; `file` (0..1): share of the shorter file's pages that must stand in the other."""

    size: int = 3
    few: int = 8
    page: float = 0.5
    file: float = 0.5


def replaced(old: tuple[Page, ...], new: tuple[Page, ...], decided: str, params: Params) -> Replaced:
    """Sets the masked pages of one file (at least one) against those of the file that came later under its name.

    A standard cover letter that two papers share is not enough; what was hidden or shown anew is no other page. Where neither
    says a word the name decides. What a person `decided` (yes or no) stands.
    """
    sides = [_told(pages, params) for pages in (old, new)]
    fewer, more = sorted(sides, key=len)
    owners: dict[int, set[int]] = {}
    for at, words in enumerate(more):
        for one in words:
            owners.setdefault(one, set()).add(at)
    alike = sum(_stands_in(words, more, owners, params) for words in fewer)
    same = alike >= params.file * len(fewer)
    stands = decided == "yes" or (decided != "no" and same)
    return Replaced(old[0].file_id, new[0].file_id, len(fewer), alike, stands)


def _told(pages: tuple[Page, ...], params: Params) -> list[frozenset[int]]:
    made = (shingles(page.text.casefold().split(), params.size) for page in pages)
    return [words for words in made if len(words) >= params.few]


def _stands_in(words: frozenset[int], pages: list[frozenset[int]], owners: dict[int, set[int]], params: Params) -> bool:
    shared: dict[int, int] = {}
    for one in words:
        for at in owners.get(one, ()):
            shared[at] = shared.get(at, 0) + 1
    return any(count >= params.page * min(len(words), len(pages[at])) for at, count in shared.items())
