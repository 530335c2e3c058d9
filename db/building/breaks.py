"""Where the Bates numbers of a release do not run on: gaps, duplicates, overlapping files, restarts, pages without a stamp."""

from __future__ import annotations

import itertools
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

_MOST_PARTS = 500  # of one release; a higher count is no count of parts
_PART = re.compile(
    r"(?P<stem>.*?)(?:part|pt|vol(?:ume)?|disk|disc|batch|section|file)?[\s_.-]*(?P<k>\d{1,3})[\s_-]*of[\s_-]*(?P<n>\d{1,3})(?!\d).*",
    re.IGNORECASE,
)
STAMPED = """
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
