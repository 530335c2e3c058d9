"""The public contract of `foia.db`: its tables, their columns and what each column means.

One description serves the DDL, the column help that Datasette shows and the documentation. Boxes are fractions of the
upright page, origin top left. Names here change only with a migration or an alias.
"""

from __future__ import annotations

from db import leading, produced, related, searchable
from db.shapes import Column, Table, ddl, indexes
from db.shapes import table as _t

__all__ = ["FTS", "INDEXES", "TABLES", "TOKENIZER", "Column", "Table", "ddl", "statements"]

_ONE = ("page_id", "document_id", "date", "speaker_id")
_CLAIMS_BY = (
    ("proposition", "date", "stance", "audience"),
    ("metric", "date", "stance"),
    *((name,) for name in _ONE),
    *((name, "id") for name in ("stance", "speaker_kind")),  # Datasette's table of them is in the order of ids
)

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
date_basis | TEXT NOT NULL | Where the date was read: header, letterhead, text, file-name.
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
        "entities",
        "A person, office, place or program named in the release; forms that mean one are joined (corpus/entities.toml rules).",
        """
id | TEXT PRIMARY KEY | Made of kind and name.
kind | TEXT NOT NULL | person, office, place or program.
sort | TEXT NOT NULL | What an office or place is: agency, local-agency, court, legislature, state, county, city; else its kind.
parent | TEXT NOT NULL | State of a county or city, where it is printed beside the name.
roles | TEXT NOT NULL | JSON array: what a person is called beside the name, most often first.
name | TEXT NOT NULL | Most frequent form.
aliases | TEXT NOT NULL | JSON array of other forms.
n_mentions | INTEGER NOT NULL | How often it is named.
""",
        indexes=(("kind", "n_mentions"), ("n_mentions",)),
    ),
    _t(
        "mentions",
        "One place where an entity is named.",
        """
id | TEXT PRIMARY KEY | Id of the mention.
entity_id | TEXT NOT NULL REFERENCES entities(id) | Entity meant.
page_id | TEXT NOT NULL REFERENCES pages(id) | Page.
start | INTEGER NOT NULL | First character in the page's text.
"end" | INTEGER NOT NULL | Character after the last.
text | TEXT NOT NULL | As printed.
kind | TEXT NOT NULL | person, office, place or program.
""",
        indexes=(("entity_id",), ("page_id",)),
    ),
    _t(
        "citations",
        "A reference to a statute, rule or case.",
        """
id | TEXT PRIMARY KEY | Id of the reference.
page_id | TEXT NOT NULL REFERENCES pages(id) | Page.
start | INTEGER NOT NULL | First character in the page's text.
"end" | INTEGER NOT NULL | Character after the last.
text | TEXT NOT NULL | As printed.
normal | TEXT NOT NULL | Standard form.
kind | TEXT NOT NULL | usc, cfr, ina, pub-l, case.
""",
        indexes=(("page_id",), ("normal",)),
    ),
    _t(
        "claims",
        "Machine-found: a statement that affirms or denies a proposition or gives a number for a metric.",
        """
id | TEXT PRIMARY KEY | Made of file, page, quote, proposition or metric, and stance.
page_id | TEXT NOT NULL REFERENCES pages(id) | Page the words stand on.
document_id | TEXT NOT NULL REFERENCES documents(id) | Document the words stand in.
topic | TEXT NOT NULL | Topic file it comes from.
proposition | TEXT | Proposition it affirms or denies.
metric | TEXT | Metric it gives a number for.
stance | TEXT NOT NULL | affirm, deny, or empty for a number.
status | TEXT NOT NULL | asserted, former, planned, hedged, questioned or reported.
value | REAL | The number; shares are 0..1.
bound | TEXT NOT NULL | exact, about, more-than, less-than, at-least; empty without a number.
unit | TEXT NOT NULL | count or share; empty without a number.
quote | TEXT NOT NULL | The words, exactly as in the page's text.
start | INTEGER NOT NULL | First character in the page's text.
"end" | INTEGER NOT NULL | Character after the last.
boxes | TEXT NOT NULL | JSON array of [x0, y0, x1, y1], one per line of print.
speaker | TEXT NOT NULL | Who says it, as printed; empty when unknown.
speaker_id | TEXT REFERENCES entities(id) | The entity that speaker is, where it was matched.
speaker_kind | TEXT NOT NULL | agency, congress, state, local, court, advocate, press or record.
addressee | TEXT NOT NULL | To whom it is said.
date | TEXT NOT NULL | When it was said, at its own precision.
date_precision | TEXT NOT NULL | day, month, year or approx.
jurisdiction | TEXT NOT NULL | Place it speaks of; empty for everywhere.
period | TEXT NOT NULL | Time it speaks of.
population | TEXT NOT NULL | People it speaks of.
audience | TEXT NOT NULL | internal, public, congress or state-local.
confidence | REAL NOT NULL | Confidence (0..1).
ocr_confidence | REAL NOT NULL | Lowest word confidence (0..1) inside the quote.
extractor | TEXT NOT NULL | rules, model or rules+model: what found it. The page About says what each is.
reasons | TEXT NOT NULL | JSON array: which words led to this reading.
""",
        ("CHECK ((proposition IS NULL) <> (metric IS NULL))",),
        _CLAIMS_BY,
    ),
    _t(
        "contradictions",
        "Machine-found: two claims that cannot both hold in the same scope, or a position openly changed.",
        """
id | TEXT PRIMARY KEY | Made of kind and the two claims.
kind | TEXT NOT NULL | stance, number, data (a statement against a number) or shift (an announced change; not a contradiction).
left_claim_id | TEXT NOT NULL REFERENCES claims(id) | One claim; the earlier where dates are known.
right_claim_id | TEXT NOT NULL REFERENCES claims(id) | The other claim.
topic | TEXT NOT NULL | Topic file.
proposition | TEXT NOT NULL | Proposition or metric at issue.
score | REAL NOT NULL | The chance that a reader would call it a contradiction, as measured on labelled pairs (0..1).
days_apart | INTEGER | Days between the two; empty where a date is unknown.
same_speaker | INTEGER NOT NULL | 1 when the same speaker said both.
audience_pair | TEXT NOT NULL | Such as internal/public.
explanation | TEXT NOT NULL | The mismatch in one sentence.
verdict | TEXT NOT NULL | machine-found, confirmed, dismissed or unsure.
reviewed_on | TEXT | Day of the verdict.
""",
        indexes=(("proposition", "score"), ("kind", "score"), ("score",), ("left_claim_id",), ("right_claim_id",), ("verdict",)),
    ),
    _t(
        "reasons",
        "Why two claims were set against each other: one row per thing compared.",
        """
contradiction_id | TEXT NOT NULL REFERENCES contradictions(id) | The pair.
position | INTEGER NOT NULL | Order of the row.
feature | TEXT NOT NULL | What was compared.
left | TEXT NOT NULL | What the left claim has.
right | TEXT NOT NULL | What the right claim has.
weight | REAL NOT NULL | What it weighed.
note | TEXT NOT NULL | What it means.
""",
        ("PRIMARY KEY (contradiction_id, position)",),
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
    _t(
        "contradiction_sheet",
        "One flat row per contradiction, for browsing, CSV and spreadsheets. Machine-found unless a verdict says otherwise.",
        """
id | TEXT PRIMARY KEY REFERENCES contradictions(id) | The pair.
kind | TEXT NOT NULL | stance, number, data or shift.
topic | TEXT NOT NULL | Topic.
proposition | TEXT NOT NULL | Proposition or metric at issue.
score | REAL NOT NULL | How strong the case is (0..1).
verdict | TEXT NOT NULL | machine-found, confirmed, dismissed or unsure.
left_quote | TEXT NOT NULL | Words of one side.
left_speaker | TEXT NOT NULL | Who says it.
left_date | TEXT NOT NULL | When.
left_audience | TEXT NOT NULL | To whom, in kind.
left_document | TEXT NOT NULL | Title of the document.
left_file | TEXT NOT NULL | File.
left_page | INTEGER NOT NULL | Page.
left_bates | TEXT NOT NULL | Bates number.
right_quote | TEXT NOT NULL | Words of the other side.
right_speaker | TEXT NOT NULL | Who says it.
right_date | TEXT NOT NULL | When.
right_audience | TEXT NOT NULL | To whom, in kind.
right_document | TEXT NOT NULL | Title of the document.
right_file | TEXT NOT NULL | File.
right_page | INTEGER NOT NULL | Page.
right_bates | TEXT NOT NULL | Bates number.
days_apart | INTEGER | Days between the two.
same_speaker | INTEGER NOT NULL | 1 when the same speaker said both.
audience_pair | TEXT NOT NULL | Such as internal/public.
explanation | TEXT NOT NULL | The mismatch in one sentence.
""",
        indexes=(("score",), ("proposition", "score"), ("kind", "score")),
    ),
    *produced.TABLES,
    *related.TABLES,
    *leading.TABLES,
    *searchable.TABLES,
)

FTS = searchable.FTS
INDEXES = searchable.INDEXES
TOKENIZER = searchable.TOKENIZER


def statements() -> list[str]:
    """Every statement that makes an empty `foia.db`: tables, indexes, full-text indexes (external content)."""
    return [*map(ddl, TABLES), *(made for table in TABLES for made in indexes(table)), *searchable.statements()]
