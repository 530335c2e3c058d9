"""The tables of claims and of pairs of them, listed or only related; part of the contract in `db/contract/schema.py`."""

from __future__ import annotations

from db.contract.shapes import Table
from db.contract.shapes import table as _t

_ONE = ("page_id", "document_id", "date", "speaker_id")
_CLAIMS_BY = (
    ("proposition", "date", "stance", "audience"),
    ("metric", "date", "stance"),
    *((name,) for name in _ONE),
    *((name, "id") for name in ("stance", "speaker_kind")),  # Datasette's table of them is in the order of ids
)

# Columns that a pair has in every table of pairs, a reason in every table of reasons, a side in every flat row.
_PAIR = """left_claim_id | TEXT NOT NULL REFERENCES claims(id) | One claim; the earlier where dates are known.
right_claim_id | TEXT NOT NULL REFERENCES claims(id) | The other claim.
topic | TEXT NOT NULL | Topic file.
proposition | TEXT NOT NULL | Proposition or metric at issue."""
_BETWEEN = """days_apart | INTEGER | Days between the two; empty where a date is unknown.
same_speaker | INTEGER NOT NULL | 1 when the same speaker said both.
audience_pair | TEXT NOT NULL | Such as internal/public."""
_REASON = """position | INTEGER NOT NULL | Order of the row.
feature | TEXT NOT NULL | What was compared.
left | TEXT NOT NULL | What the left claim has.
right | TEXT NOT NULL | What the right claim has.
weight | REAL NOT NULL | What it weighed.
note | TEXT NOT NULL | What it means."""
_SIDE = """{side}_quote | TEXT NOT NULL | Words of {which} side.
{side}_speaker | TEXT NOT NULL | Who says it.
{side}_date | TEXT NOT NULL | When.
{side}_audience | TEXT NOT NULL | To whom, in kind.
{side}_document | TEXT NOT NULL | Title of the document.
{side}_file | TEXT NOT NULL | File.
{side}_page | INTEGER NOT NULL | Page.
{side}_bates | TEXT NOT NULL | Bates number."""

TABLES: tuple[Table, ...] = (
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
quote | TEXT NOT NULL | The words, exactly as in the page's text, without the numbers that a transcript prints beside its lines.
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
faint | INTEGER NOT NULL | 1 for a statement too unsure to be listed: here only because a pair laid aside for review rests on it.
extractor | TEXT NOT NULL | rules, model or rules+model: what found it. The page About says what each is.
reasons | TEXT NOT NULL | JSON array: which words led to this reading.
""",
        ("CHECK ((proposition IS NULL) <> (metric IS NULL))",),
        _CLAIMS_BY,
    ),
    _t(
        "contradictions",
        "Machine-found: two claims that cannot both hold in the same scope, or a position openly changed.",
        f"""
id | TEXT PRIMARY KEY | Made of kind and the two claims.
kind | TEXT NOT NULL | stance, number, data (a statement against a number) or shift (an announced change; not a contradiction).
{_PAIR}
score | REAL NOT NULL | The chance that a reader would call it a contradiction, as measured on labelled pairs (0..1).
{_BETWEEN}
explanation | TEXT NOT NULL | The mismatch in one sentence.
verdict | TEXT NOT NULL | machine-found, confirmed, dismissed or unsure.
reviewed_on | TEXT | Day of the verdict.
""",
        indexes=(("proposition", "score"), ("kind", "score"), ("score",), ("left_claim_id",), ("right_claim_id",), ("verdict",)),
    ),
    _t(
        "reasons",
        "Why two claims were set against each other: one row per thing compared.",
        f"""
contradiction_id | TEXT NOT NULL REFERENCES contradictions(id) | The pair.
{_REASON}
""",
        ("PRIMARY KEY (contradiction_id, position)",),
    ),
    _t(
        "contradiction_sheet",
        "One flat row per contradiction, for browsing, CSV and spreadsheets. Machine-found unless a verdict says otherwise.",
        f"""
id | TEXT PRIMARY KEY REFERENCES contradictions(id) | The pair.
kind | TEXT NOT NULL | stance, number, data or shift.
topic | TEXT NOT NULL | Topic.
proposition | TEXT NOT NULL | Proposition or metric at issue.
score | REAL NOT NULL | How strong the case is (0..1).
verdict | TEXT NOT NULL | machine-found, confirmed, dismissed or unsure.
{_SIDE.format(side="left", which="one")}
{_SIDE.format(side="right", which="the other")}
days_apart | INTEGER | Days between the two.
same_speaker | INTEGER NOT NULL | 1 when the same speaker said both.
audience_pair | TEXT NOT NULL | Such as internal/public.
explanation | TEXT NOT NULL | The mismatch in one sentence.
""",
        indexes=(("score",), ("proposition", "score"), ("kind", "score")),
    ),
    _t(
        "related_pairs",
        "Machine-found, not listed: pairs below the chance for a contradiction, and what only looks like one.",
        f"""
id | TEXT PRIMARY KEY | Made of kind and the two claims.
list | TEXT NOT NULL | review (a contradiction, if one, by a lower chance) or related (told apart from a contradiction).
kind | TEXT NOT NULL | stance, number, data, to review; shift, if shown elsewhere; or dispute, redefinition, scope, hedged, copy.
{_PAIR}
score | REAL NOT NULL | How strongly the two are opposed (0..1).
{_BETWEEN}
explanation | TEXT NOT NULL | What sets the two against each other, and what they are.
""",
        indexes=(
            ("list", "score"),
            ("score",),
            ("kind", "score"),
            ("proposition", "score"),
            ("left_claim_id",),
            ("right_claim_id",),
        ),
    ),
    _t(
        "related_reasons",
        "Why a pair is related and no contradiction: one row per thing compared.",
        f"""
pair_id | TEXT NOT NULL REFERENCES related_pairs(id) | The pair.
{_REASON}
""",
        ("PRIMARY KEY (pair_id, position)",),
    ),
)
