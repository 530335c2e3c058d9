"""Notes what a file can tell the others of its release before any is cut: what may be stamps, and whom its mails name."""

from __future__ import annotations

from dataclasses import replace

from pipeline.patterns.cast import Mail, asked_in, met_in
from pipeline.patterns.headings import top_lines
from pipeline.patterns.messages import messages_in
from pipeline.patterns.stamps import numbering_of
from pipeline.records.document import Numbering
from pipeline.records.page import Page
from pipeline.records.source import Release
from pipeline.stages.writers import own_names

VERSION = "3"


def number(pages: tuple[Page, ...], release: Release) -> Numbering:
    """What the pages of one file, in order and masked, can tell about the stamps and the people of their release."""
    own = own_names(release)
    mails = tuple(mail for page in pages for mail in _mails(page.text))
    return replace(numbering_of(pages), met=met_in(mails, own), asked=asked_in(mails, own))


def _mails(text: str) -> tuple[Mail, ...]:
    """The messages of a page; a mail that runs over tells what its first page tells."""
    made = []
    for order, found in enumerate(messages_in(text)):
        above = top_lines(text[: found.start]) if order == 0 else ()
        owner = above[0] if len(above) == 1 else ""
        made.append(Mail(found.sender, found.recipients + found.cc, text[found.header_end : found.end], owner))
    return tuple(made)
