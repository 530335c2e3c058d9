"""The index by which the list of contradictions is narrowed, and the words it is asked in.

`pairs_fts` holds one row for each pair, numbered as in `contradiction_sheet`, so that its order is that of strength. A row
holds marks (see `db.building.marks`) of everything the list can be narrowed by, and the speakers and authors of both sides.
However many pairs a release has, the strongest that pass a filter are then found without a look at the others.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator

from db.building.marks import EDGE, mark
from db.building.parts import of_paper

NAME = "pairs_fts"
MOST_DAYS = 1 << 16  # days between two claims; more count as so many
LISTED = mark("pair", "listed")  # every pair but announced changes
SAME = mark("pair", "same speaker")
_WORD = re.compile(r"[^\W_]+")
_ROWS = f"""
SELECT s.rowid, x.kind, x.proposition, x.audience_pair, x.same_speaker, x.days_apart, l.id, r.id, l.speaker_kind, r.speaker_kind,
  l.speaker || ' {EDGE} ' || {of_paper("author", "l", "ld")} || ' {EDGE} ' || r.speaker
  || ' {EDGE} ' || {of_paper("author", "r", "rd")}
FROM contradiction_sheet s JOIN contradictions x ON x.id = s.id
JOIN claims l ON l.id = x.left_claim_id JOIN documents ld ON ld.id = l.document_id
JOIN claims r ON r.id = x.right_claim_id JOIN documents rd ON rd.id = r.document_id ORDER BY s.rowid
"""


def statement(tokenizer: str) -> str:
    """Makes the empty index."""
    return f"CREATE VIRTUAL TABLE {NAME} USING fts5(marks, speakers, content='', tokenize='{tokenizer.replace('porter ', '')}')"


def fill(db: sqlite3.Connection) -> None:
    """Puts every pair into the empty index; `contradiction_sheet` must be filled, the strongest pair first."""
    db.executemany(f"INSERT INTO {NAME} (rowid, marks, speakers) VALUES (?, ?, ?)", _rows(db))
    db.execute(f"INSERT INTO {NAME}({NAME}) VALUES ('optimize')")


def _rows(db: sqlite3.Connection) -> Iterator[tuple[int, str, str]]:
    for at, kind, about, audience, same, days, left, right, left_kind, right_kind, speakers in db.execute(_ROWS):
        found = [mark("pair-kind", kind), mark("pair-about", about), mark("pair-audience", audience)]
        found += [mark("pair-claim", left), mark("pair-claim", right)]
        found += [mark("pair-speaker", one) for one in dict.fromkeys((left_kind, right_kind))]
        found += [LISTED] * (kind != "shift") + [SAME] * bool(same)
        found += _lengths(abs(days)) if days is not None else ()
        yield at, " ".join(found), speakers


def _lengths(days: int) -> list[str]:
    """The marks of every span of 1, 2, 4 ... days that holds this number of days."""
    days = min(days, MOST_DAYS - 1)
    return [_span(level, days >> level) for level in range(MOST_DAYS.bit_length())]


def _span(level: int, at: int) -> str:
    return mark("pair-days", f"{level}/{at}")


def between(first: int, last: int) -> str:
    """An expression for pairs whose claims lie `first` to `last` days apart, both included; '' where no number lies between.

    The numbers are covered by the fewest spans of 1, 2, 4 ... days, at most two of each length.
    """
    first, last = min(first, MOST_DAYS - 1), min(last, MOST_DAYS - 1)
    found, level = [], 0
    while first <= last:
        if first & 1:
            found.append(_span(level, first))
            first += 1
        if first <= last and not last & 1:
            found.append(_span(level, last))
            last -= 1
        first, last, level = first >> 1, last >> 1, level + 1
    return " OR ".join(f'"{one}"' for one in found)


def named(typed: str, begun: bool = False) -> str:
    """An expression for speakers or authors whose name holds these words side by side; '' without a word.

    `begun` takes the last word for the beginning of one, which costs more.
    """
    words = _WORD.findall(typed)
    return f'{{speakers}} : "{" ".join(words)}"' + "*" * begun if words else ""
