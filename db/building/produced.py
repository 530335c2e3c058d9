"""What a production says of itself: its stamps, the breaks in them, and what is withheld, as a recipient can log it.

Made from `foia.db` alone at the end of a build, so that nothing else than what is published can be in it.
"""

from __future__ import annotations

import itertools
import json
import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from db.building.breaks import STAMPED, breaks, missing_parts
from db.citations.cite import cited
from db.contract.shapes import Table
from db.contract.shapes import table as _t
from db.sql.queries import COUNTING

FULL = 0.55  # share of a page that boxes must cover for it to count as withheld in full
# The same for a page that shows no more letters than a stamp, a banner and a word of explanation have.
FULL_BARE, BARE = 0.35, 200
SLIP = "withheld-page"  # the kind of a sheet that stands in the place of withheld pages

TABLES: tuple[Table, ...] = (
    _t(
        "stamps",
        "A Bates number printed on a page.",
        """
page_id | TEXT NOT NULL REFERENCES pages(id) | Page it is printed on.
bates | TEXT NOT NULL | The number with its prefix as the series mostly prints it.
prefix | TEXT NOT NULL | What stands before the running number.
number | INTEGER NOT NULL | The running number.
raw | TEXT NOT NULL | As read.
chief | INTEGER NOT NULL | 1 for the file's own series, 0 for another party's stamp beside it.
repaired | INTEGER NOT NULL | 1 where a misread digit was put right from the pages before and after.
""",
        ("PRIMARY KEY (page_id, bates)",),
        (("prefix", "number"),),
    ),
    _t(
        "bates_breaks",
        "Where a release's Bates numbers do not run on: gaps, duplicates, overlapping files, restarts, pages without a stamp.",
        """
id | INTEGER PRIMARY KEY | Running number.
release_id | TEXT NOT NULL REFERENCES releases(id) | Release.
kind | TEXT NOT NULL | gap, duplicate, overlap, restart, unstamped, or part: a part that file names count and that is not there.
prefix | TEXT NOT NULL | Series; for a part what its file's name begins with.
first | TEXT NOT NULL | First number concerned; for a part its number.
last | TEXT NOT NULL | Last number concerned.
n | INTEGER NOT NULL | How many numbers (for unstamped: pages).
file | TEXT NOT NULL | File where it shows.
page_no | INTEGER NOT NULL | Page where it shows.
other_file | TEXT NOT NULL | The other file, for an overlap or a duplicate; else empty.
""",
        indexes=(("release_id", "kind"),),
    ),
    _t(
        "withholding_log",
        "One row per document of which something is withheld, in the manner of a Vaughn index, as far as a recipient can see it.",
        """
document_id | TEXT PRIMARY KEY REFERENCES documents(id) | Document.
title | TEXT NOT NULL | Title.
kind | TEXT NOT NULL | Kind of document.
date | TEXT NOT NULL | Its date, as far as known.
office | TEXT NOT NULL | Author as printed; [name withheld] where codes stand for a name.
bates_first | TEXT NOT NULL | Bates number of its first page.
bates_last | TEXT NOT NULL | Bates number of its last page.
pages | INTEGER NOT NULL | Pages it has.
pages_redacted | INTEGER NOT NULL | Pages with a box.
pages_in_full | INTEGER NOT NULL | Pages of which boxes cover more than half, or all that would show; sheets in place of pages.
withheld | TEXT NOT NULL | full or partial.
exemptions | TEXT NOT NULL | JSON object: boxes by code; "" for boxes on which no code was read.
riders | TEXT NOT NULL | JSON object: boxes by what is printed beside a code.
boxes | INTEGER NOT NULL | Boxes.
area | REAL NOT NULL | What they cover together, in pages.
""",
    ),
    _t(
        "exemption_totals",
        "Boxes by exemption code, in all and by kind of document, office and month.",
        """
split | TEXT NOT NULL | all, kind, office or month.
value | TEXT NOT NULL | The kind, office or month; empty for all or where it is unknown.
code | TEXT NOT NULL | Exemption code; empty for boxes on which none was read.
boxes | INTEGER NOT NULL | Boxes; one with two codes counts under each.
pages | INTEGER NOT NULL | Pages they lie on.
documents | INTEGER NOT NULL | Documents they lie in.
area | REAL NOT NULL | What they cover together, in pages.
""",
        ("PRIMARY KEY (split, value, code)",),
    ),
)

_LOG = f"""
SELECT d.id, d.title, d.kind, d.date, office(d.author), d.bates_first, d.bates_last, d.last_page - d.first_page + 1,
  p.id, r.codes, r.riders, r.area, length(p.text)
FROM documents d JOIN pages p ON p.document_id = d.id LEFT JOIN redactions r ON r.page_id = p.id
WHERE {COUNTING} AND (r.id IS NOT NULL OR d.kind = '{SLIP}')
ORDER BY d.file_id, d.first_page, d.id, p.page_no, r.id
"""
_TOTALS = """
INSERT INTO exemption_totals
SELECT :by, coalesce({value}, ''), coalesce(j.value, ''), count(*), count(DISTINCT r.page_id), count(DISTINCT p.document_id),
  round(sum(r.area), 4)
FROM redactions r JOIN pages p ON p.id = r.page_id LEFT JOIN documents d ON d.id = p.document_id
LEFT JOIN json_each(CASE WHEN json_valid(r.codes) THEN r.codes ELSE '[]' END) j WHERE {counting} GROUP BY 2, 3
"""
_BY = {
    "all": "''",
    "kind": "d.kind",
    "office": "office(coalesce(d.author, ''))",
    "month": "CASE WHEN length(d.date) >= 7 THEN substr(d.date, 1, 7) END",
}


def fill(db: sqlite3.Connection) -> None:
    """Draws up the log, the totals and the breaks. `stamps` is filled while pages are loaded."""
    db.create_function("office", 1, cited, deterministic=True)
    db.executemany(f"INSERT INTO withholding_log VALUES ({', '.join('?' * 15)})", log(db.execute(_LOG)))
    for by, value in _BY.items():
        db.execute(_TOTALS.format(value=value, counting=COUNTING), {"by": by})
    rows = db.execute(STAMPED).fetchall()
    files = db.execute("SELECT release_id, name FROM files WHERE replaced_by IS NULL ORDER BY release_id, name")
    for number, one in enumerate((*breaks(rows), *missing_parts(files)), 1):
        db.execute(f"INSERT INTO bates_breaks VALUES ({', '.join('?' * 10)})", (number, *one))


def stamp(page_id: str, bates: str, raw: str, chief: bool, repaired: bool) -> dict[str, Any]:
    """A row of `stamps`."""
    found = re.fullmatch(r"(.*?)(\d+)", bates, re.DOTALL)
    prefix, number = (found[1], int(found[2])) if found else (bates, 0)
    return {
        "page_id": page_id, "bates": bates, "prefix": prefix, "number": number, "raw": raw, "chief": int(chief),
        "repaired": int(repaired),
    }  # fmt: skip


def log(rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    """One row of `withholding_log` for the rows of each document."""
    for document, boxes in itertools.groupby(rows, key=lambda row: row[:8]):
        codes: Counter[str] = Counter()
        riders: Counter[str] = Counter()
        areas: dict[str, float] = defaultdict(float)
        letters: dict[str, int] = {}
        n = 0
        for *_, page_id, printed, beside, area, shown in boxes:
            areas[page_id] += area or 0.0
            letters[page_id] = shown
            if printed is not None:
                n += 1
                codes.update(json.loads(printed) or [""])
                riders.update(json.loads(beside))
        slip = document[2] == SLIP
        in_full = sum(slip or share >= FULL or (share >= FULL_BARE and letters[at] <= BARE) for at, share in areas.items())
        how = "full" if in_full == document[7] else "partial"
        counted = (json.dumps(dict(sorted(count.items())), ensure_ascii=False) for count in (codes, riders))
        yield *document, len(areas), in_full, how, *counted, n, round(sum(min(area, 1.0) for area in areas.values()), 4)
