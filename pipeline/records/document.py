"""The logical records inside a file: emails, memos, letters, with their stamps, and which of them are kin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from pipeline.records.finding import Hiding, Withheld
from pipeline.records.page import Box

KINDS = (
    "email", "memo", "letter", "agreement", "report", "slides", "table", "press", "form", "chronology", "talking-points",
    "cover-letter", "withheld-page", "cable", "article", "other",
)  # fmt: skip


# Unsigned, and of a sort that the agency makes whose production it stands in; nothing on it shows another's hand.
PRESUMED = "nobody signed it: taken for the releasing agency's own, as nothing on it shows another's hand"


@dataclass(frozen=True, slots=True)
class Stamp:
    """A Bates number printed on a page: `bates` normalised, `raw` as read.

    `chief` is False for a stamp of another series beside the file's own; `repaired` says that a misread digit was put right.
    """

    page_id: str
    bates: str
    raw: str
    chief: bool = True
    repaired: bool = False


@dataclass(frozen=True, slots=True)
class Numbered:
    """Text in the margin of page `page` (1-based) that may be a stamp: the `prefix` as printed and the `digits` behind it."""

    page: int
    prefix: str
    digits: str


@dataclass(frozen=True, slots=True)
class Met:
    """A name, folded, and the kind that a mail told of it: one of SPEAKER_KINDS, or `none` for a stranger to the house."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Numbering:
    """What one file can tell the others of its release: its pages and the numbers in their margins, which may be stamps; what its
    mails tell of the people they name (`met`), and the names of senders of whom they tell nothing (`asked`)."""

    n_pages: int
    numbers: tuple[Numbered, ...]
    met: tuple[Met, ...] = ()
    asked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """A series of stamps that a release is known to bear: `prefix` as mostly printed, and how many digits follow it."""

    prefix: str
    width: int


@dataclass(frozen=True, slots=True)
class Document:
    """A logical record: pages `first_page`..`last_page` (1-based, inclusive) of one file.

    `date` is ISO at its own precision (`2010`, `2010-09`, `2010-09-15`) or ''; `date_precision` is day, month, year,
    approx or ''; `date_basis` is header, letterhead, text, file-name, enclosure (that of the letter it came with, approximate),
    continued (that of its part in the file before) or ''. `recipients` and `cc` are as printed.
    `audience` is internal, public, congress, state-local or ''. `confidence` (0..1) is that of the boundary and kind.
    `author_basis` says by what the kind of the author is known where no name tells it (PRESUMED, or in words), else ''.
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
    author_basis: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a document: of an email the one on top (`depth` 0) or one quoted in it; a mail pasted below another paper.

    It stands from `text[start]` of page `page_id` to before `text[end]` of page `last_page_id`; its header ends at `header_end`
    of the first page (at that page's end where a page break cuts it). `position` counts messages of the document from 0, from
    top to bottom; from 1 on where the paper on top is no mail. `date` is ISO at `date_precision`, `time` `HH:MM` as printed,
    or ''. `form` is header (From, Sent, To ...) or wrote ("On ... wrote:"). Values are as printed. `sender_kind` is the kind of
    its sender, one of SPEAKER_KINDS or '': told by this mail, or by others of its file that name the same sender. `signed` is the
    rank it is signed with where its sender is withheld or missing, else ''. `sender_basis` is as a document's `author_basis`.
    """

    id: str
    document_id: str
    position: int
    depth: int
    page_id: str
    start: int
    header_end: int
    last_page_id: str
    end: int
    form: str
    sender: str
    recipients: tuple[str, ...]
    cc: tuple[str, ...]
    subject: str
    date: str
    date_precision: str
    time: str
    sender_kind: str = ""
    signed: str = ""
    sender_basis: str = ""


@dataclass(frozen=True, slots=True)
class Naming:
    """What a document names, in its head or its words; ids of topics, in order.

    `topics`: it names their program. `kin`: it does, or has a word that hardly any other paper has. `others`: it names another
    program that the topic's is mixed up with, and not that one. `states`: the States that its words name; `inside`: names that
    something is in.
    """

    document_id: str
    topics: tuple[str, ...]
    kin: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a document that another hand wrote: from `start` of page `page_id` to where the next part begins.

    `document` is the document with the author, date and recipients of that part: a quoted message, or a paper that begins below
    another on a page, whose kind and title it bears too. `nobody`: nothing tells whose the text is, and what paper it is.
    `examined`: the author answers questions there, which others put to him.
    """

    page_id: str
    start: int
    document: Document
    nobody: bool = False
    examined: bool = False


@dataclass(frozen=True, slots=True)
class Boundary:
    """A page at which it is doubtful whether a document starts. `starts` is what was taken to be so, `confidence` (0..1) how
    likely a start is; `reasons` say in words what speaks for and against. `reviewed`: a person has decided it."""

    page_id: str
    starts: bool
    confidence: float
    reasons: tuple[str, ...]
    reviewed: bool


@dataclass(frozen=True, slots=True)
class Segmentation:
    """What `segment` found in one file. `parts`, in text order, are papers that begin below another on its page."""

    documents: tuple[Document, ...]
    stamps: tuple[Stamp, ...]
    messages: tuple[Message, ...] = ()
    boundaries: tuple[Boundary, ...] = ()
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Family:
    """Documents, or pages where `page_ids` is filled, that share their words.

    `kind` is copy (same words), version (the same record, nearly the same words), excerpt (a part of another member) or
    template (the same form of words, filled in by or for different people: not the same record).
    """

    id: str
    kind: str
    document_ids: tuple[str, ...]
    page_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Thread:
    """Emails that answer or pass on one another. `document_ids` in order of date; `message_ids` of all their messages."""

    id: str
    subject: str
    document_ids: tuple[str, ...]
    message_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One place where two pages differ: `left_start`..`left_end` of one text against `right_start`..`right_end` of the other.

    `kind` is other-words, only-left, only-right, hidden-left or hidden-right. Where one side hides what the other shows the
    span of the side that shows it is left empty: `words` counts them, and nothing says which they are.
    """

    as_row: ClassVar[bool] = True

    kind: str
    left_start: int
    left_end: int
    right_start: int
    right_end: int
    words: int


@dataclass(frozen=True, slots=True)
class RedactionDifference:
    """Two copies of one page that differ: counts of words only one of them shows, boxes only one of them has. Never the words."""

    left_page_id: str
    right_page_id: str
    words_only_left: int
    words_only_right: int
    redactions_left: int
    redactions_right: int
    boxes_left: tuple[Box, ...] = ()
    boxes_right: tuple[Box, ...] = ()
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Continuation:
    """The last document of a file, `document_id`, that the first one of another, `next_id`, goes on with.

    `confidence` (0..1) is how likely that is; `reasons` say in words what speaks for it.
    """

    document_id: str
    next_id: str
    confidence: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lent:
    """A document with what another part of its paper tells, which stands in the file before or behind.

    `parts` are all of its own, `files` those from which something was taken. Its id, pages and stamps stay as they are.
    """

    document: Document
    parts: tuple[Part, ...]
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kinship:
    """What `relate` found over the whole corpus. The `thread_id` a document gets when published is that of its thread here.

    `withheld` is what one copy of a page shows and another hides, `hidings` by whom and under which exemption.
    """

    families: tuple[Family, ...]
    differences: tuple[RedactionDifference, ...]
    threads: tuple[Thread, ...] = ()
    continuations: tuple[Continuation, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    hidings: tuple[Hiding, ...] = ()
