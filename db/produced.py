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
from dataclasses import dataclass
from typing import Any

from db.cite import cited
from db.queries import COUNTING
from db.shapes import Table
from db.shapes import table as _t

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

_MOST_PARTS = 500  # of one release; a higher count is no count of parts
_PART = re.compile(
    r"(?P<stem>.*?)(?:part|pt|vol(?:ume)?|disk|disc|batch|section|file)?[\s_.-]*(?P<k>\d{1,3})[\s_-]*of[\s_-]*(?P<n>\d{1,3})(?!\d).*",
    re.IGNORECASE,
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
_STAMPED = """
SELECT f.release_id, f.id, f.name, p.page_no, s.prefix, s.number, s.bates FROM files f JOIN pages p ON p.file_id = f.id
LEFT JOIN stamps s ON s.page_id = p.id WHERE f.replaced_by IS NULL
ORDER BY f.release_id, f.name, f.id, p.page_no, s.chief DESC, s.bates
"""


@dataclass(frozen=True, slots=True)
class _Place:
    """A stamped page."""

    release: str
    file_id: str
    file: str
    page: int
    prefix: str
    number: int
    bates: str


Break = tuple[str, str, str, str, str, int, str, int, str]


def fill(db: sqlite3.Connection) -> None:
    """Draws up the log, the totals and the breaks. `stamps` is filled while pages are loaded."""
    db.create_function("office", 1, cited, deterministic=True)
    db.executemany(f"INSERT INTO withholding_log VALUES ({', '.join('?' * 15)})", log(db.execute(_LOG)))
    for by, value in _BY.items():
        db.execute(_TOTALS.format(value=value, counting=COUNTING), {"by": by})
    rows = db.execute(_STAMPED).fetchall()
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


def breaks(rows: Iterable[tuple[Any, ...]]) -> Iterator[Break]:
    """The breaks of every series, from rows (release, file id, file, page, prefix, number, bates); unstamped pages have None."""
    rows = list(rows)
    stamped = [_Place(*row) for row in rows if row[4] is not None]
    bare: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        if row[4] is None:
            bare[row[1]].append(row[3])
    series: dict[tuple[str, str], list[_Place]] = defaultdict(list)
    for one in stamped:
        series[one.release, one.prefix].append(one)
    for _, places in sorted(series.items()):
        if len(places) > 1:
            shared = list(_overlaps(places))
            yield from shared
            yield from _duplicates(places, {frozenset((one[6], one[8])) for one in shared})
            yield from _restarts(places)
            yield from _gaps(places, bare)
    yield from _unstamped(stamped, bare)


def _row(kind: str, first: _Place, last: _Place, n: int, other: str = "") -> Break:
    return first.release, kind, first.prefix, first.bates, last.bates, n, first.file, first.page, other


def _overlaps(places: list[_Place]) -> Iterator[Break]:
    """Files that share two numbers or more."""
    files: dict[tuple[str, str], dict[int, _Place]] = defaultdict(dict)
    for one in places:
        files[one.file, one.file_id].setdefault(one.number, one)
    owners: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for key, numbers in files.items():
        for number in numbers:
            owners[number].append(key)
    common: dict[tuple[tuple[str, str], tuple[str, str]], list[int]] = defaultdict(list)
    for number, keys in owners.items():
        for pair in itertools.combinations(sorted(keys)[:6], 2):
            common[pair].append(number)
    for (left, right), numbers_ in sorted(common.items()):
        if len(numbers_) > 1:
            mine = files[left]
            yield _row("overlap", mine[min(numbers_)], mine[max(numbers_)], len(numbers_), right[0])


def _duplicates(places: list[_Place], overlapping: set[frozenset[str]]) -> Iterator[Break]:
    """Numbers on two pages; not those of files that overlap as a whole."""
    by_number: dict[int, list[_Place]] = defaultdict(list)
    for one in places:
        by_number[one.number].append(one)
    for _, same in sorted(by_number.items()):
        for first, then in itertools.pairwise(same):
            if frozenset((first.file, then.file)) not in overlapping:
                yield _row("duplicate", first, then, 1, then.file)


def _restarts(places: list[_Place]) -> Iterator[Break]:
    """Places within a file where the number falls."""
    for before, after in itertools.pairwise(places):
        if before.file_id == after.file_id and after.number < before.number:
            yield after.release, "restart", after.prefix, before.bates, after.bates, 1, after.file, after.page, ""


def _gaps(places: list[_Place], bare: dict[str, list[int]]) -> Iterator[Break]:
    """Numbers that no page bears, pages without a stamp between the neighbours left out."""
    borne: dict[str, set[int]] = defaultdict(set)
    for one in places:
        borne[one.file_id].add(one.page)
    ordered = sorted({one.number: one for one in reversed(places)}.values(), key=lambda one: one.number)
    for before, after in itertools.pairwise(ordered):
        missing = after.number - before.number - 1
        if missing <= 0:
            continue
        if before.file_id == after.file_id:  # a page between may bear another series' stamp and lack this one's
            missing -= sum(page not in borne[before.file_id] for page in range(before.page + 1, after.page))
        else:
            missing -= sum(page > before.page for page in bare[before.file_id])
            missing -= sum(page < after.page for page in bare[after.file_id])
        if missing > 0:
            yield _row("gap", before, after, missing)


def _unstamped(stamped: list[_Place], bare: dict[str, list[int]]) -> Iterator[Break]:
    """Runs of pages without a stamp in files that bear stamps."""
    files = {one.file_id: one for one in reversed(stamped)}
    for key in sorted(files, key=lambda key: (files[key].release, files[key].file, key)):
        runs: list[list[int]] = []
        for page in bare[key]:
            if runs and page == runs[-1][-1] + 1:
                runs[-1].append(page)
            else:
                runs.append([page])
        for run in runs:
            yield files[key].release, "unstamped", files[key].prefix, "", "", len(run), files[key].file, run[0], ""


def missing_parts(files: Iterable[tuple[str, str]]) -> Iterator[Break]:
    """Parts that file names count and that are not there: 7 where "records_part06of11.pdf" and "..._part08of11.pdf" are.

    `files` are (release, name). A name that stands alone counts nothing: "1 of 3" may be all that was asked for.
    """
    held: dict[tuple[str, str, int], dict[int, str]] = defaultdict(dict)
    for release, name in files:
        if found := _PART.fullmatch(name):
            held[release, found["stem"].casefold(), int(found["n"])][int(found["k"])] = name
    for (release, stem, n), parts in sorted(held.items()):
        gone = [part for part in range(1, min(n, _MOST_PARTS) + 1) if part not in parts]
        for part in gone if len(parts) > 1 else ():
            near = parts[min(parts, key=lambda one: (abs(one - part), one))]
            yield release, "part", stem, str(part), str(part), 1, near, 0, ""


def summary(db: sqlite3.Connection) -> list[tuple[str, str, int, int]]:
    """(kind, prefix, breaks, numbers concerned) of each kind of break in each series."""
    sql = "SELECT kind, prefix, count(*), sum(n) FROM bates_breaks GROUP BY 1, 2 ORDER BY 1, 2"
    return [(kind, prefix, int(count), int(n)) for kind, prefix, count, n in db.execute(sql)]
