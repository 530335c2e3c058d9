"""The public contract of `foia.db`: its tables, their columns and what each column means.

One description serves the DDL, the column help that Datasette shows and the documentation. Boxes are fractions of the
upright page, origin top left. Names here change only with a migration or an alias.
"""

from __future__ import annotations

from db.building import parts, produced, searchable
from db.contract import named, paired, papers
from db.contract.shapes import Column, Table, ddl, indexes
from db.contract.shapes import table as _t
from db.verdicts import leading

__all__ = ["FTS", "INDEXES", "TABLES", "TOKENIZER", "Column", "Table", "ddl", "statements"]

TABLES: tuple[Table, ...] = (
    _t(
        "edition",
        "What this build of the database is: one row per fact.",
        """
key | TEXT PRIMARY KEY | Name of the fact.
value | TEXT NOT NULL | Its value.
""",
    ),
    _t(
        "releases",
        "One FOIA production as received.",
        """
id | TEXT PRIMARY KEY | Short name of the release: its folder under corpus/.
title | TEXT NOT NULL | Title as given in release.toml.
agency | TEXT NOT NULL | Agency that released it.
request_number | TEXT NOT NULL | The agency's FOIA request number.
litigation | TEXT NOT NULL | Case name and docket, where a lawsuit forced the release.
received_on | TEXT NOT NULL | Day it was received.
source_url | TEXT NOT NULL | Where it was obtained.
note | TEXT NOT NULL | Anything a reader must know about it.
""",
    ),
    _t(
        "files",
        "One received file, unchanged, named by its SHA-256.",
        """
id | TEXT PRIMARY KEY | First 16 hex digits of the SHA-256.
release_id | TEXT NOT NULL REFERENCES releases(id) | Release it came in.
name | TEXT NOT NULL | Path below the release folder; a member of an archive is outer.zip!/inner.pdf.
sha256 | TEXT NOT NULL | SHA-256 of the bytes as received.
bytes | INTEGER NOT NULL | Size in bytes.
media_type | TEXT NOT NULL | What the content is, told by its bytes.
n_pages | INTEGER NOT NULL | Pages it has.
status | TEXT NOT NULL | read, partly-read or failed.
also | TEXT NOT NULL | JSON array of other places (release:name) where the same bytes were received.
problem | TEXT NOT NULL | What could not be read, in words; empty when all was.
original | TEXT NOT NULL | Name below originals/ where the file as received is offered; empty where it is not.
not_offered | TEXT NOT NULL | Why the file as received is not offered; empty where it is.
replaced_by | TEXT REFERENCES files(id) | File that came later under its name and counts for it; empty for a file that counts.
""",
        indexes=(("release_id",), ("replaced_by",)),
    ),
    _t(
        "pages",
        "One page with its text as read. Private material is replaced by blocks.",
        """
id | TEXT PRIMARY KEY | File id and page number.
file_id | TEXT NOT NULL REFERENCES files(id) | File it stands in.
file | TEXT NOT NULL | Name of that file.
page_no | INTEGER NOT NULL | Page number in the file, from 1.
document_id | TEXT REFERENCES documents(id) | Document it belongs to.
bates | TEXT NOT NULL | Bates number printed on it.
text | TEXT NOT NULL | Text of the page.
method | TEXT NOT NULL | text_layer, ocr or blank.
method_reason | TEXT NOT NULL | Why it was read that way.
confidence | REAL NOT NULL | Mean confidence (0..1) of its words.
rotation | INTEGER NOT NULL | Degrees clockwise the page was turned to stand upright.
language | TEXT NOT NULL | Language it was read in.
engine | TEXT NOT NULL | What read it, with version and model.
image | TEXT NOT NULL | File name of the page image below images/.
width | REAL NOT NULL | Width in points (1/72 inch).
height | REAL NOT NULL | Height in points (1/72 inch).
""",
        indexes=(("file_id", "page_no"), ("document_id",), ("bates",)),
    ),
    _t(
        "page_words",
        "Word boxes of a page, packed; for the viewer, not for reading.",
        """
page_id | TEXT PRIMARY KEY REFERENCES pages(id) | Page.
words | BLOB NOT NULL | zlib of little-endian rows: start, length, x0, y0, x1, y1 (u32 u16 4 x u16 in 1/65535).
""",
    ),
    _t(
        "redactions",
        "A box that hides part of a page.",
        """
id | TEXT PRIMARY KEY | Id of the box.
page_id | TEXT NOT NULL REFERENCES pages(id) | Page it lies on.
x0 | REAL NOT NULL | Left edge.
y0 | REAL NOT NULL | Top edge.
x1 | REAL NOT NULL | Right edge.
y1 | REAL NOT NULL | Bottom edge.
codes | TEXT NOT NULL | JSON array of FOIA exemption codes, normalised.
riders | TEXT NOT NULL | What is printed beside a code, with it, as a JSON array: (b)(5) AWP, (b)(2) high.
raw | TEXT NOT NULL | What is printed on or beside it, as read.
kind | TEXT NOT NULL | black, grey, hatched, drawn (an outline) or white (a code in place of words).
area | REAL NOT NULL | Share of the page it covers (0..1).
""",
        indexes=(("page_id",),),
    ),
    _t(
        "failures",
        "What was not read or computed, why, and what to do.",
        """
id | TEXT PRIMARY KEY | Id of the failure.
stage | TEXT NOT NULL | Stage that failed.
file_id | TEXT NOT NULL | Id of the file, also of one that could not be taken in; empty for the whole corpus.
file | TEXT NOT NULL | File.
page_no | INTEGER | Page; empty for the whole file.
kind | TEXT NOT NULL | Kind of failure in one word.
message | TEXT NOT NULL | What happened.
remedy | TEXT NOT NULL | What to do.
""",
        indexes=(("file_id", "page_no"), ("file", "page_no")),
    ),
    _t(
        "runs",
        "When the pipeline ran and what it did.",
        """
id | TEXT PRIMARY KEY | Id of the run.
started_at | TEXT NOT NULL | When it began (UTC).
finished_at | TEXT NOT NULL | When it ended (UTC).
outcome | TEXT NOT NULL | done, some-failed or interrupted.
computed | INTEGER NOT NULL | Units computed.
reused | INTEGER NOT NULL | Units found fresh.
failed | INTEGER NOT NULL | Units failed.
pages | INTEGER NOT NULL | Pages read.
seconds | REAL NOT NULL | Wall clock.
summary | TEXT NOT NULL | The summary as printed.
""",
    ),
    _t(
        "id_aliases",
        "An id that was retired, and where it leads now.",
        """
old_id | TEXT PRIMARY KEY | Retired id.
kind | TEXT NOT NULL | claim, document, contradiction or thread.
new_id | TEXT NOT NULL | Id that replaced it.
""",
        indexes=(("new_id", "kind"),),
    ),
    *papers.TABLES,
    *parts.TABLES,
    *named.TABLES,
    *paired.TABLES,
    *produced.TABLES,
    *leading.TABLES,
    *searchable.TABLES,
)

FTS = searchable.FTS
INDEXES = searchable.INDEXES
TOKENIZER = searchable.TOKENIZER


def statements() -> list[str]:
    """Every statement that makes an empty `foia.db`: tables, indexes, full-text indexes (external content)."""
    return [*map(ddl, TABLES), *(made for table in TABLES for made in indexes(table)), *searchable.statements()]
