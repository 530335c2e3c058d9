"""The values of a table's cells, and which columns (or rows) are parts of which: told by sums and by quotients, not by names."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.extractors.counts.amounts import digits_of
from pipeline.records.table import Table

ALIKE = 0.8  # share of the rows in which a sum must come out
LEAST_ROWS = 2
NEAR = 30  # columns, or rows, within which a percentage stands beside what it is the quotient of
_MARKS = re.compile(r"[*†‡§~<>]+|(?<=\d)\s?(?=%)")
_LIMIT = re.compile(r"\W*[<>≤≥]\s?=?\s?\d")  # "<10": fewer than ten, and nobody says how many
_PERCENT = re.compile(r"(?i)%|\bper\s?cent(?:age)?\b|\bpct\b|\bshare\b|\bproportion\b")
_PARTED = re.compile(r"(?P<part>\d[\d,]*)(?:\s(?:out\s)?of\s(?P<whole>\d[\d,]*))?(?:\s\(\d[\d.]*\s?%\))?")
_SCALE = (
    (re.compile(r"(?i)(?:\bin\s|\()(?:the\s)?millions?\b"), 1e6),
    (re.compile(r"(?i)(?:\bin\s|\()thousands?\b|\(000s?\)"), 1e3),
)
_MONEY = re.compile(
    r"(?i)\$|\b(?:dollars?|usd|costs?|budget\w*|amounts?|price|enacted|obligat\w+|appropriat\w+|spent|spending|expenditures?"
    r"|invoice\w*|fees?|salar\w+|paid|payments?|funding|unit\sprice)\b"
)
Grid = tuple[tuple[float | None, ...], ...]  # by column, then by row


def number(text: str) -> tuple[float, bool] | None:
    """(value, whether a percentage is printed); None for a day, a sum of money, a sign for none, a mere limit, anything else."""
    if _LIMIT.match(text):
        return None
    plain = _MARKS.sub("", text).strip()
    parted = _PARTED.fullmatch(plain)
    plain = parted["part"] if parted else plain  # "742 of 1,840 (40%)" gives the 742
    percent = plain.endswith("%")
    value = digits_of(plain.rstrip("%").strip()) if plain[:1].isdigit() or plain[:1] in ".lIO" else None
    return None if value is None else (value, percent)


def whole_in(text: str) -> float | None:
    """1840 of "742 of 1,840", where a cell gives that of which its figure is a part."""
    parted = _PARTED.fullmatch(_MARKS.sub("", text).strip())
    whole = digits_of(parted["whole"]) if parted and parted["whole"] else None
    value = number(text)
    return whole if whole and value and value[0] <= whole else None


def is_share(words: str) -> bool:
    """Whether a head, label or title says that its figures are shares."""
    return _PERCENT.search(words) is not None


def is_money(words: str) -> bool:
    """Whether figures below these words are sums of money."""
    return _MONEY.search(words) is not None


def scale_of(words: str) -> float:
    """1000 below "(thousands)", 1 where nothing is said."""
    return next((size for form, size in _SCALE if form.search(words)), 1.0)


def by_column(table: Table) -> Grid:
    """The values of the table, column by column."""
    return tuple(
        tuple(read[0] if (read := number(row.cells[at].text)) else None for row in table.rows) for at in range(len(table.heads))
    )


def turned(grid: Grid) -> Grid:
    """Rows as columns."""
    return tuple(zip(*grid, strict=True))


def sums_to(grid: Grid, part: int) -> int:
    """The column that the run of columns with `part` in it adds up to, in most rows; -1 where there is none."""
    return _wholes(grid)[part]


@lru_cache(maxsize=16)
def _wholes(grid: Grid) -> tuple[int, ...]:
    """The same of every column: the first whole beside which a run of two columns or more, with it among them, adds up.

    Each run is summed on from the one before it. To sum each by itself, again for every cell, took a minute for fifty counties.
    """
    size = len(grid)
    found = [-1] * size
    for whole in range(size):
        for way in (range(whole - 1, -1, -1), range(whole + 1, size)):
            longest = _longest(grid, whole, way)
            for at in way[:longest]:
                found[at] = whole if found[at] < 0 else found[at]
    return tuple(found)


def _longest(grid: Grid, whole: int, way: range) -> int:
    """How many columns the longest run along `way` has that adds up to `whole`; 0 where none does."""
    longest, least = 0, min(LEAST_ROWS, len(grid[whole]))
    rows = [(row, total, 0.0) for row, total in enumerate(grid[whole]) if total]
    for many, column in enumerate(way, 1):
        rows = [(row, total, so_far + one) for row, total, so_far in rows if (one := grid[column][row]) is not None]
        if len(rows) < least:
            break  # a longer run has no more rows in which all its parts are told
        right = sum(abs(so_far - total) <= 1e-9 * total for _, total, so_far in rows)
        if many > 1 and right >= ALIKE * len(rows):
            longest = many
    return longest


@lru_cache(maxsize=512)
def quotient(grid: Grid, share: int) -> tuple[int, int]:
    """(part, whole): the columns no farther than `NEAR` whose quotient the percentages in `share` are, to the digits printed;
    else (-1, -1)."""
    near = range(max(0, share - NEAR), min(len(grid), share + NEAR + 1))
    for part in sorted(near, key=lambda at: abs(at - share)):
        for whole in near:
            if len({part, whole, share}) == 3 and _divides(grid, part, whole, share):
                return part, whole
    return -1, -1


def _divides(grid: Grid, part: int, whole: int, share: int) -> bool:
    told = right = 0
    most_wrong = (1 - ALIKE) * len(grid[share]) + 1e-9
    for top, below, printed in zip(grid[part], grid[whole], grid[share], strict=True):
        if top is None or not below or printed is None:
            continue
        told += 1
        right += abs(100 * top / below - printed) <= 0.51 * (1 if printed == int(printed) else 0.1)
        if told - right > most_wrong:
            return False
    return told >= LEAST_ROWS and right >= ALIKE * told


def within(grid: Grid, part: int, whole: int) -> bool:
    """Whether no value of the one is larger than that of the other beside it."""
    pairs = [(a, b) for a, b in zip(grid[part], grid[whole], strict=True) if a is not None and b is not None]
    return bool(pairs) and all(a <= b for a, b in pairs)
