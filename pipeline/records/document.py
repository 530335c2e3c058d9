"""The logical records inside a file: emails, memos, letters, with their stamps, and which of them are kin."""

from __future__ import annotations

from dataclasses import dataclass

KINDS = (
    "email", "memo", "letter", "agreement", "report", "slides", "table", "press", "form", "chronology", "talking-points",
    "cover-letter", "withheld-page", "cable", "article", "other",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stamp:
    """A Bates number printed on a page: `bates` normalised, `raw` as read."""

    page_id: str
    bates: str
    raw: str


@dataclass(frozen=True, slots=True)
class Document:
    """A logical record: pages `first_page`..`last_page` (1-based, inclusive) of one file.

    `date` is ISO at its own precision (`2010`, `2010-09`, `2010-09-15`) or ''; `date_precision` is day, month, year,
    approx or ''; `date_basis` is header, letterhead, text, file-name or ''. `recipients` and `cc` are as printed.
    `audience` is internal, public, congress, state-local or ''. `confidence` (0..1) is that of the boundary and kind.
    """

    id: str
    release_id: str
    file_id: str
    first_page: int
    last_page: int
    kind: str
    title: str
    date: str
    date_precision: str
    date_basis: str
    author: str
    author_kind: str
    recipients: tuple[str, ...]
    cc: tuple[str, ...]
    audience: str
    bates_first: str
    bates_last: str
    thread_id: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Segmentation:
    """What `segment` found in one file."""

    documents: tuple[Document, ...]
    stamps: tuple[Stamp, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """Documents that are the same record: `kind` is copy (same words) or version (nearly the same words)."""

    id: str
    kind: str
    document_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RedactionDifference:
    """Two copies of one page that hide different things: counts of words only one of them shows. Never the words."""

    left_page_id: str
    right_page_id: str
    words_only_left: int
    words_only_right: int
    redactions_left: int
    redactions_right: int


@dataclass(frozen=True, slots=True)
class Kinship:
    """What `relate` found over the whole corpus."""

    families: tuple[Family, ...]
    differences: tuple[RedactionDifference, ...]
