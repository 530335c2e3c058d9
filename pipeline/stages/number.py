"""Notes what a file can tell the others of its release before any is cut: what may be stamps, and whom its papers name."""

from __future__ import annotations

from dataclasses import replace

from pipeline.patterns.bates.stamps import numbering_of
from pipeline.patterns.openings.headers import header_blocks, people
from pipeline.patterns.openings.headings import top_lines
from pipeline.patterns.openings.messages import messages_in
from pipeline.patterns.writers.cast import Mail, asked_in, met_in, names_in
from pipeline.patterns.writers.signed import signed_on
from pipeline.patterns.writers.sworn import witnesses_in
from pipeline.records.document import Numbering
from pipeline.records.page import Page
from pipeline.records.source import Release
from pipeline.stages.cutting.writers import own_names

VERSION = "21"


def number(pages: tuple[Page, ...], release: Release) -> Numbering:
    """What the pages of one file, in order and masked, can tell about the stamps and the people of their release."""
    own = own_names(release)
    mails = tuple(mail for page in pages for mail in _mails(page.text))
    memos = tuple(mail for page in pages for mail in _memos(page.text))
    signed = (met for page in pages for met in signed_on(page.text, own))
    met = tuple(dict.fromkeys((*met_in(mails, own), *signed)))
    heard = tuple(name for page in pages for one in witnesses_in(page.text) for name in names_in(one, own))
    return replace(numbering_of(pages), met=met, asked=tuple(dict.fromkeys((*asked_in((*mails, *memos), own), *heard))))


def _mails(text: str) -> tuple[Mail, ...]:
    """The messages of a page; a mail that runs over tells what its first page tells."""
    made = []
    for order, found in enumerate(messages_in(text)):
        above = top_lines(text[: found.start]) if order == 0 else ()
        owner = above[0] if len(above) == 1 else ""
        made.append(Mail(found.sender, found.recipients + found.cc, text[found.header_end : found.end], owner))
    return tuple(made)


def _memos(text: str) -> tuple[Mail, ...]:
    """The memoranda of a page, by their fields."""
    found = (one for one in header_blocks(text) if one.kind == "memo" and one.value("from"))
    return tuple(Mail(one.value("from"), people(one.value("to")), text[one.end :], memo=True) for one in found)
