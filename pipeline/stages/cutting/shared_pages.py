"""Whose the text of a document's pages is where several papers share a page: its own, that of one below it, or nobody's.

A document is a range of pages. What begins below it on a page is a part of these pages with its own author and day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.patterns.openings.lower import Lower, lower_papers, mails_below
from pipeline.patterns.openings.opening import Opening
from pipeline.patterns.openings.page_count import heads_on, later_head
from pipeline.patterns.writers.signers import signer_of
from pipeline.records import spans
from pipeline.records.document import Document
from pipeline.records.page import Page

OWN, NOBODY = 0, -1  # holders: the document itself; not to be told


@dataclass(frozen=True, slots=True)
class Stretch:
    """`page.text[start:end]`, held by the document (OWN), by its n-th lower paper (n from 1 on) or by NOBODY.

    `opening` is what the head of that lower paper shows, None for a `mail`, whose header tells.
    """

    holder: int
    page: Page
    start: int
    end: int
    opening: Opening | None = None
    mail: bool = False

    @property
    def piece(self) -> Page:
        """The page as far as the stretch goes."""
        return spans.piece(self.page, self.start, self.end) if (self.start, self.end) != (0, len(self.page.text)) else self.page


def top_of(page: Page) -> Page:
    """The page as far as its first paper goes."""
    lower = lower_papers(page.text)
    return spans.piece(page, 0, lower[0].start) if lower else page


def stretches_of(pages: tuple[Page, ...], email: bool) -> tuple[Stretch, ...]:
    """The text of a document's pages cut where papers begin below it, in text order. `email`: it is a mail, so mails below are
    what it quotes, and its own."""
    found: list[Stretch] = []
    held = Stretch(OWN, pages[0], 0, 0)
    count = 0
    for at, page in enumerate(pages):
        held = replace(held, page=page, start=0)
        marks = _marks(page)
        for start, lower in marks:
            if held.start < start:
                found.append(replace(held, end=start))
            if lower is None and email:
                held = Stretch(OWN, page, start, start)
                continue
            count += 1
            held = Stretch(count, page, start, start, lower.opening if lower else None, lower is None)
        found.append(replace(held, end=len(page.text)))
        if at + 1 < len(pages) and held.holder > OWN and marks:
            held = _carried(found, pages[at + 1])
    return tuple(found)


def _marks(page: Page) -> list[tuple[int, Lower | None]]:
    """Where papers begin on a page below another, with what heads them; None for a mail."""
    lower = lower_papers(page.text)
    if len(page.text) and (mails := mails_below(page.text)):
        return sorted([*((one.start, one) for one in lower), *((start, None) for start in mails)], key=lambda one: one[0])
    return [(one.start, one) for one in lower]


def _carried(found: list[Stretch], after: Page) -> Stretch:
    """Who holds the next page: the paper its head names, or that breaks off, or the one of two not closed yet; else nobody."""
    lower = found[-1]
    if (head := later_head(after.text)) and heads_on(head, lower.piece.text):
        return lower
    if _breaks_off(lower.piece.text, after.text):
        return lower
    own = next((one.piece.text for one in reversed(found) if one.holder == OWN), "")
    closed, above_closed = signer_of(lower.piece.text) != "", signer_of(own) != ""
    if not closed and lower.opening is not None and lower.opening.kind == "agreement":
        return lower  # articles follow on its heading; what stood above it has ended
    if closed == above_closed:
        return Stretch(NOBODY, after, 0, 0)
    return lower if above_closed else Stretch(OWN, after, 0, 0)


def _breaks_off(text: str, after: str) -> bool:
    """Whether a sentence goes on from the end of a text to the next page."""
    lines = [line.strip() for line in text.split("\n") if len(line.split()) > 3]
    first = next((line.strip() for line in after.split("\n") if len(line.split()) > 3), "")
    return bool(lines) and re.search(r"[a-z,;-]$", lines[-1]) is not None and re.match(r"[a-z]", first) is not None


def of_nobody(document: Document) -> Document:
    """The document for text on its pages of which nothing tells whose it is."""
    return replace(
        document,
        author="",
        author_kind="",
        recipients=(),
        cc=(),
        date="",
        date_precision="",
        date_basis="",
        audience="",
        author_basis="",
    )


def changes(stretches: tuple[Stretch, ...]) -> Iterator[tuple[Stretch, tuple[Page, ...]]]:
    """Each stretch with which the holder changes, and all that this holder holds; mails left out."""
    last = OWN
    for one in stretches:
        if one.holder != last and not one.mail:
            yield one, tuple(other.piece for other in stretches if other.holder == one.holder)
        last = one.holder
