"""What is made at the end of a build so that searching and counting are quick: indexes, facets, vocabulary, stored counts.

The full-text indexes hold beside each text the marks of its facets (see `db.building.marks`), read through views of one row
per text.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections import Counter
from collections.abc import Callable

from db.building.marks import FACETS, band, likeness, marks
from db.contract.shapes import Table, table
from db.sql import pair_index, tallies

TOKENIZER = "porter unicode61 remove_diacritics 2"
# Each: table, its columns that are searched. `words` is searched by pieces of three letters, to find misread ones.
FTS = (
    ("pages", ("text",)),
    ("claims", ("quote",)),
    ("documents", ("title", "author", "recipients", "file")),
    ("files", ("name",)),
    ("words", ("word",)),
)
INDEXES = (*(name for name, _ in FTS), "pairs")  # what stands before `_fts`; that of pairs is `db.sql.pair_index`
TABLES: tuple[Table, ...] = (
    table(
        "search_facets",
        "What the search page needs of each page, claim, document and file: what narrows it, and of what it is a copy.",
        """
scope | TEXT NOT NULL | pages, claims, documents or files.
at | INTEGER NOT NULL | The rowid there.
kind | TEXT NOT NULL | Kind of document; of a file its media type.
release | TEXT NOT NULL | Release.
year | TEXT NOT NULL | Year; empty when unknown.
month | TEXT NOT NULL | Year and month; empty when unknown.
author | TEXT NOT NULL | Author of the document, or who makes the claim.
band | TEXT NOT NULL | How sure the machine was: text, high, middle or low.
codes | TEXT NOT NULL | Exemption codes, one per line.
propositions | TEXT NOT NULL | Propositions and metrics of its claims, one per line.
likeness | TEXT NOT NULL | The same for copies of one text; empty when it is not compared.
marks | TEXT NOT NULL | Words by which the index is narrowed.
""",
        ("PRIMARY KEY (scope, at)",),
    ),
    table(
        "words",
        "The vocabulary of the pages, to find words that were misread.",
        """
word | TEXT PRIMARY KEY | In lower case.
pages | INTEGER NOT NULL | Pages it stands on.
""",
    ),
    table(
        "stored_counts",
        "Counts made once at the end of a build, for the pages that show them.",
        """
name | TEXT PRIMARY KEY | Which count.
found | TEXT NOT NULL | Its rows as a JSON array of objects.
""",
    ),
)
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
SHORTEST, LONGEST = 4, 40  # letters of a word in the vocabulary
_DATED = "CASE WHEN {date} GLOB '[12][0-9][0-9][0-9]*' THEN substr({date}, 1, 4) ELSE '' END"
_MONTH = "CASE WHEN {date} GLOB '[12][0-9][0-9][0-9]-[01][0-9]*' THEN substr({date}, 1, 7) ELSE '' END"
_CODES = """(SELECT coalesce(group_concat(code, char(10)), '') FROM (SELECT DISTINCT j.value AS code FROM {codes}
  json_each(CASE WHEN json_valid(x.codes) THEN x.codes ELSE '[]' END) j WHERE {where} ORDER BY 1))"""
_ABOUT = """(SELECT coalesce(group_concat(about, char(10)), '') FROM (SELECT DISTINCT coalesce(c.proposition, c.metric) AS about
  FROM claims c WHERE NOT c.faint AND {where} ORDER BY 1))"""
_ROWS = {
    "pages": f"""SELECT p.rowid AS at, coalesce(d.kind, '') AS kind, f.release_id AS release,
  {_DATED.format(date="coalesce(d.date, '')")} AS year, {_MONTH.format(date="coalesce(d.date, '')")} AS month,
  substr(coalesce(d.author, ''), 1, 120) AS author,
  CASE p.method WHEN 'ocr' THEN band(p.confidence, 0.9, 0.75) WHEN 'blank' THEN '' ELSE 'text' END AS band,
  {_CODES.format(codes="redactions x,", where="x.page_id = p.id")} AS codes,
  {_ABOUT.format(where="c.page_id = p.id")} AS propositions,
  CASE WHEN d.family_id IS NULL THEN likeness(p.text) ELSE d.family_id || '/' || (p.page_no - d.first_page) END AS likeness
FROM pages p JOIN files f ON f.id = p.file_id LEFT JOIN documents d ON d.id = p.document_id""",
    "claims": f"""SELECT c.rowid AS at, d.kind, d.release_id AS release, {_DATED.format(date="c.date")} AS year,
  {_MONTH.format(date="c.date")} AS month, substr(c.speaker, 1, 120) AS author, band(c.confidence, 0.8, 0.6) AS band, '' AS codes,
  coalesce(c.proposition, c.metric) AS propositions, likeness(c.quote) AS likeness
FROM claims c JOIN documents d ON d.id = c.document_id WHERE NOT c.faint""",
    "documents": f"""SELECT d.rowid AS at, d.kind, d.release_id AS release, {_DATED.format(date="d.date")} AS year,
  {_MONTH.format(date="d.date")} AS month, substr(d.author, 1, 120) AS author, '' AS band,
  {_CODES.format(codes="pages p JOIN redactions x ON x.page_id = p.id,", where="p.document_id = d.id")} AS codes,
  {_ABOUT.format(where="c.document_id = d.id")} AS propositions, coalesce(d.family_id, '') AS likeness FROM documents d""",
    "files": """SELECT f.rowid AS at, f.media_type AS kind, f.release_id AS release, '' AS year, '' AS month, '' AS author,
  '' AS band, '' AS codes, '' AS propositions, '' AS likeness FROM files f""",
}
SCOPES = tuple(_ROWS)
# The index gives rows in the order of their number, and of a word that stands everywhere only the first are looked at:
# so pages that hold claims come first, and claims of which the machine is sure.
_WORTH_FIRST = (
    "UPDATE pages SET rowid = rowid + 1000000000 WHERE id NOT IN (SELECT page_id FROM claims WHERE NOT faint)",
    "UPDATE claims SET rowid = rowid + 1000000000 WHERE confidence < 0.8",
)


def statements() -> list[str]:
    """Every statement that makes the empty indexes and the views they read."""
    made = []
    for name, columns in FTS:
        if name == "words":
            made.append("CREATE VIRTUAL TABLE words_fts USING fts5(word, content='words', tokenize='trigram')")
            continue
        shown = ", ".join(f"t.{column} AS {column}" for column in columns)
        made += [
            f"CREATE VIEW {name}_searched AS SELECT t.rowid AS at, {shown}, s.marks AS marks FROM {name} t "
            f"JOIN search_facets s ON s.scope = '{name}' AND s.at = t.rowid",
            f"CREATE VIRTUAL TABLE {name}_fts USING fts5({', '.join(columns)}, marks, content='{name}_searched', "
            f"content_rowid='at', tokenize='{TOKENIZER}')",
        ]
    return [*made, pair_index.statement(TOKENIZER)]


def fill(db: sqlite3.Connection, admitted: Callable[[str], bool]) -> None:
    """Fills facets, vocabulary, stored counts and indexes from the tables; `admitted` says whether a word may be listed."""
    db.create_function("marks", len(FACETS), marks, deterministic=True)
    db.create_function("likeness", 1, likeness, deterministic=True)
    db.create_function("band", 3, band, deterministic=True)
    for statement in _WORTH_FIRST:
        db.execute(statement)
    for scope, rows in _ROWS.items():
        db.execute(
            f"""INSERT INTO search_facets (scope, at, {", ".join(FACETS)}, likeness, marks)
SELECT '{scope}', at, {", ".join(FACETS)}, likeness, marks({", ".join(FACETS)}) FROM ({rows})"""
        )
    pair_index.fill(db)
    db.executemany("INSERT INTO words (word, pages) VALUES (?, ?)", sorted(_vocabulary(db, admitted).items()))
    for count in tallies.STORED:
        query = count()
        cursor = db.execute(query.sql, query.params)
        names = [column[0] for column in cursor.description]
        found = json.dumps([dict(zip(names, row, strict=True)) for row in cursor], ensure_ascii=False, separators=(",", ":"))
        db.execute("INSERT INTO stored_counts VALUES (?, ?)", (query.stored, found))
    for name, _ in FTS:
        db.execute(f"INSERT INTO {name}_fts({name}_fts) VALUES ('rebuild')")
        db.execute(f"INSERT INTO {name}_fts({name}_fts) VALUES ('optimize')")


def _vocabulary(db: sqlite3.Connection, admitted: Callable[[str], bool]) -> dict[str, int]:
    """Every word of letters (two digits at most, for misread ones) and on how many pages it stands."""
    found: Counter[str] = Counter()
    for (text,) in db.execute("SELECT text FROM pages"):
        found.update({word for word in WORD.findall(text.casefold()) if SHORTEST <= len(word) <= LONGEST})
    digits = re.compile(r"\d.*\d.*\d|^\d+$")
    return {word: count for word, count in found.items() if not digits.search(word) and admitted(word)}
