"""The tables of documents and of what holds between them: families, threads, doubtful bounds; part of the contract in `db/contract/schema.py`."""

from __future__ import annotations

from db.contract.shapes import Table
from db.contract.shapes import table as _t

TABLES: tuple[Table, ...] = (
    _t(
        "families",
        "Documents or pages that share their words: the same record released more than once, parts of it, filled-in templates.",
        """
id | TEXT PRIMARY KEY | Id of the family.
level | TEXT NOT NULL | document or page: what its members are.
kind | TEXT NOT NULL | copy (same words), version (nearly the same), excerpt (part of another), template (same form, another record).
n_members | INTEGER NOT NULL | How many documents or pages belong to it.
""",
    ),
    _t(
        "threads",
        "Emails that answer or pass on one another, put together without message ids: by subject, people, dates and quoted text.",
        """
id | TEXT PRIMARY KEY | Made of the subject and the oldest message.
subject | TEXT NOT NULL | Subject without RE and FW.
first_date | TEXT NOT NULL | Date of the oldest message known.
last_date | TEXT NOT NULL | Date of the newest.
n_documents | INTEGER NOT NULL | How many documents belong to it.
n_messages | INTEGER NOT NULL | How many messages these hold, quoted ones included.
""",
    ),
    _t(
        "documents",
        "A logical record inside a file: an email, memo, letter, agreement.",
        """
id | TEXT PRIMARY KEY | Made of file, first page, kind and title.
release_id | TEXT NOT NULL REFERENCES releases(id) | Release it came in.
file_id | TEXT NOT NULL REFERENCES files(id) | File it stands in.
file | TEXT NOT NULL | Name of that file.
first_page | INTEGER NOT NULL | First page in the file.
last_page | INTEGER NOT NULL | Last page in the file.
kind | TEXT NOT NULL | email, memo, letter, agreement, report, press and so on; machine-told.
title | TEXT NOT NULL | Subject or heading as printed.
date | TEXT NOT NULL | Date at its own precision; empty when unknown.
date_precision | TEXT NOT NULL | day, month, year or approx.
date_basis | TEXT NOT NULL | Where the date was read: header, letterhead, text, file-name, enclosure (that of the letter it came with), continued (that of its part in the file before).
author | TEXT NOT NULL | Author or sender as printed.
recipients | TEXT NOT NULL | Recipients as printed, separated by semicolons.
cc | TEXT NOT NULL | Copied recipients as printed.
audience | TEXT NOT NULL | internal, public, congress or state-local.
bates_first | TEXT NOT NULL | Bates number of the first page.
bates_last | TEXT NOT NULL | Bates number of the last page.
thread_id | TEXT NOT NULL | Emails of one thread share it.
family_id | TEXT REFERENCES families(id) | Family of copies and versions, if any.
confidence | REAL NOT NULL | Confidence (0..1) of boundary and kind.
""",
        indexes=(("release_id",), ("file_id", "first_page"), ("kind",), ("date",), ("thread_id",), ("family_id",)),
    ),
    _t(
        "family_members",
        "Which documents and pages belong to which family. A document may belong to several of different kinds.",
        """
family_id | TEXT NOT NULL REFERENCES families(id) | Family.
document_id | TEXT REFERENCES documents(id) | Document, in a family of documents.
page_id | TEXT REFERENCES pages(id) | Page, in a family of pages.
""",
        ("CHECK ((document_id IS NULL) <> (page_id IS NULL))",),
        (("family_id",), ("document_id",), ("page_id",)),
    ),
    _t(
        "messages",
        "One message of an email document: the one on top or one quoted below it.",
        """
id | TEXT PRIMARY KEY | Made of page, sender, date, time and subject.
document_id | TEXT NOT NULL REFERENCES documents(id) | Document it stands in.
thread_id | TEXT REFERENCES threads(id) | Thread it belongs to.
position | INTEGER NOT NULL | Order in the document, from 0 at the top.
depth | INTEGER NOT NULL | 0 for the message on top, 1 for one it quotes, and so on.
page_id | TEXT NOT NULL REFERENCES pages(id) | Page on which it begins.
start | INTEGER NOT NULL | First character of its header in that page's text.
header_end | INTEGER NOT NULL | Character after its header.
last_page_id | TEXT NOT NULL REFERENCES pages(id) | Page on which it ends.
"end" | INTEGER NOT NULL | Character after its last in that page's text.
form | TEXT NOT NULL | header (From, Sent, To) or wrote (On ... wrote:).
sender | TEXT NOT NULL | Sender as printed.
recipients | TEXT NOT NULL | Recipients as printed, separated by semicolons.
cc | TEXT NOT NULL | Copied recipients as printed.
subject | TEXT NOT NULL | Subject as printed.
date | TEXT NOT NULL | Date at its own precision; empty when unknown.
date_precision | TEXT NOT NULL | day, month, year or approx.
time | TEXT NOT NULL | HH:MM on a 24-hour clock, as printed; empty when unknown.
""",
        indexes=(("document_id", "position"), ("thread_id", "date"), ("page_id",), ("sender",), ("date",)),
    ),
    _t(
        "boundaries",
        "Pages at which it is doubtful whether a document starts, waiting for a person.",
        """
page_id | TEXT PRIMARY KEY REFERENCES pages(id) | Page.
starts | INTEGER NOT NULL | 1 where a document was taken to start here.
confidence | REAL NOT NULL | How likely a start is (0..1).
reasons | TEXT NOT NULL | JSON array: what speaks for and against.
reviewed | INTEGER NOT NULL | 1 where a person has decided it, in boundaries.toml of the release.
""",
        indexes=(("reviewed", "confidence"),),
    ),
    _t(
        "continuations",
        "Documents that go on in another file: the last of one file and the first of the next, as far as their pages tell.",
        """
document_id | TEXT PRIMARY KEY REFERENCES documents(id) | Document at the end of its file.
next_id | TEXT NOT NULL REFERENCES documents(id) | Document at the beginning of another file that goes on with it.
confidence | REAL NOT NULL | How likely that is (0..1).
reasons | TEXT NOT NULL | JSON array: what speaks for it.
""",
        indexes=(("next_id",),),
    ),
    _t(
        "redaction_differences",
        "Two copies of a page that differ or hide different things: counts, boxes and places, never the words.",
        """
left_page_id | TEXT NOT NULL REFERENCES pages(id) | One copy.
right_page_id | TEXT NOT NULL REFERENCES pages(id) | The other copy.
words_only_left | INTEGER NOT NULL | Words shown only by the left copy.
words_only_right | INTEGER NOT NULL | Words shown only by the right copy.
redactions_left | INTEGER NOT NULL | Boxes on the left copy.
redactions_right | INTEGER NOT NULL | Boxes on the right copy.
boxes_left | TEXT NOT NULL | JSON array of [x0, y0, x1, y1]: boxes that only the left copy has.
boxes_right | TEXT NOT NULL | The same for the right copy.
changes | TEXT NOT NULL | JSON array of [kind, left start, left end, right start, right end, words]: where the two texts differ.
""",
        ("PRIMARY KEY (left_page_id, right_page_id)",),
        (("right_page_id",),),
    ),
)
