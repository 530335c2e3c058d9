"""Of what office a paper is, by the lines at its top: whoever signs it speaks for that office, whatever his name is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pipeline.patterns.names.offices import Names, is_office, kind_of
from pipeline.patterns.openings.headings import top_lines
from pipeline.records.document import Document, Part
from pipeline.records.finding import HOUSE, Claim, Reason
from pipeline.records.page import Page

LINES = 4  # at the top of a paper, among which its office is printed
_GOVERNMENTS = ("state", "local")  # the agency is one side whatever the office


def house_of(text: str, kind: str, own: Names) -> str:
    """The office of a government of this kind that is printed at the top of a paper; '' where none is.

    Whose an office is may stand above it: "State of Franklin", "Bureau of Weights".
    """
    if kind not in _GOVERNMENTS:
        return ""
    above = ""
    for line in top_lines(text, LINES):
        told = kind_of(line, own)
        if is_office(line, by_head=True) and (told == kind or above):
            return f"{above}, {line}" if above else line
        above = line if told == kind else ""
    return ""


def houses(document: Document, pages: tuple[Page, ...], own: Names) -> Callable[[Part | None], str]:
    """What tells the office of each part of a document, and of what stands before the parts (None)."""
    texts = {page.id: page.text for page in pages}
    known: dict[tuple[str, int], str] = {}

    def told(part: Part | None) -> str:
        where = (part.page_id, part.start) if part else (pages[0].id, 0)
        if where not in known:
            known[where] = house_of(texts[where[0]][where[1] :], (part.document if part else document).author_kind, own)
        return known[where]

    return told


def spoken_for(claim: Claim, house: str) -> Claim:
    """The claim with the office for which its speaker wrote."""
    if not house or claim.speaker.casefold() == house.casefold():
        return claim
    return replace(claim, reasons=(*claim.reasons, Reason(HOUSE, house, "", 0.0, "the office whose paper it is")))
