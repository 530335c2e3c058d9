"""What a page is lent by the document that it was taken to go on, where a person is asked whether it does (see `bounds`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from pipeline.records.document import Document, Part
from pipeline.stages.cutting.apart import counted_to
from pipeline.stages.cutting.shared_pages import OWN, Stretch, of_nobody
from pipeline.stages.cutting.sheets import Sheet

DOUBTFUL = "it is doubtful whether this page goes on the paper before it"


def own_day(sheet: Sheet) -> str:
    """The day that the head of a page gives itself, or up to which its figures count, ISO; '' without one."""
    return sheet.opening.dated.date or (sheet.title.date if sheet.title else "") or counted_to(sheet)


def as_lent(whole: Document, day: str) -> Document:
    """The document as far as such a page may have it: its day is about that of the rest, and whose it is, is marked as doubtful.

    A page whose head gives it another day (`day`) is lent nothing: it is of that day, and of nobody known.
    """
    if day and not (whole.date.startswith(day) or day.startswith(whole.date or "-")):
        precision = {4: "year", 7: "month"}.get(len(day), "day")
        return replace(of_nobody(whole), date=day, date_precision=precision, date_basis="text")
    return replace(
        whole, date_precision="approx" if whole.date else "", author_basis=DOUBTFUL if whole.author else whole.author_basis
    )


def parts_of(whole: Document, stretches: tuple[Stretch, ...], days: Mapping[int, str]) -> Iterator[tuple[Part, int]]:
    """Where the document's own text sets in on such a page, as a part of it, with the page's number.

    `days` are those that the heads of such pages give. In a mail its messages tell who wrote what.
    """
    if whole.kind == "email":
        return
    for one in stretches:
        if one.start == 0 and one.holder == OWN and whole.first_page < one.page.number and one.page.number in days:
            yield Part(one.page.id, 0, as_lent(whole, days[one.page.number])), one.page.number
