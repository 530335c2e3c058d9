"""Persons and numbers that stand among private ones in a list or a column, on any page of a file."""

from __future__ import annotations

from pipeline.patterns.names.seats import is_of_places
from pipeline.patterns.private.of_one_list import names_of_lists, numbers_alike
from pipeline.patterns.private.signs import IdentifierFound
from pipeline.patterns.public.officials import key
from pipeline.patterns.sense.letters import letters
from pipeline.records.page import Page

NUMBERS = ("person-number", "number-as-read", "roster-number", "alien-number")


def add_company(
    pages: tuple[Page, ...],
    found: list[list[IdentifierFound]],
    besides: tuple[list[list[IdentifierFound]], ...],
    officials: frozenset[str],
    places: frozenset[str],
    free: frozenset[str],
) -> bool:
    """Puts such names and numbers into `found`, page by page; whether there are any.

    `besides` is what is withheld on the same pages and looked for nowhere else. Nobody whom the release shows in office is meant,
    nor what a person decided to publish.
    """
    added = False
    for at, (page, ones) in enumerate(zip(pages, found, strict=True)):
        all_here = [*ones, *(one for more in besides for one in more[at])]
        names = tuple((one.start, one.end) for one in all_here if one.kind == "person-name")
        numbers = tuple((one.start, one.end) for one in all_here if one.kind in NUMBERS)
        for one in (*names_of_lists(page.text, names), *numbers_alike(page.text, numbers)):
            value = page.text[one.start : one.end]
            covered = any(held.start <= one.start and one.end <= held.end for held in all_here)
            shown = key(value) in officials or is_of_places(value, places)
            if not (covered or shown or letters(value) in free):
                ones.append(one)
                added = True
    return added
