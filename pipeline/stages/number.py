"""Notes what may be stamps in the margins of a file: its release's series are learned from all files before any is cut."""

from __future__ import annotations

from pipeline.patterns.stamps import numbering_of
from pipeline.records.document import Numbering
from pipeline.records.page import Page

VERSION = "1"


def number(pages: tuple[Page, ...]) -> Numbering:
    """What the pages of one file, in order and masked, can tell about the stamps of their release."""
    return numbering_of(pages)
