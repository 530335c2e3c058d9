"""Which columns or rows add up to which others is told in a moment, however long the table; and as rightly as of a short one."""

from __future__ import annotations

from time import process_time

import pytest

from pipeline.extractors.tables.sheet_values import Grid, number, quotient, sums_to

ROWS = 240  # a page holds hardly more; the old way took an hour for them


@pytest.mark.parametrize(
    ("grid", "wholes"),
    [
        (((1, 4), (2, 5), (3, 9)), (2, 2, -1)),
        (((3, 9), (1, 4), (2, 5)), (-1, 0, 0)),
        (((1, 4), (2, 5), (4, 9)), (-1, -1, -1)),
        (((1, 4), (9, 9), (2, 5), (11, 14)), (-1, 3, 3, -1)),
        (((1, 4), (1, 4)), (-1, -1)),  # one column alone is no sum
        (((1, None), (2, 5), (3, 9)), (-1, -1, -1)),  # one row tells too little
        (((0, 0), (0, 0), (0, 0)), (-1, -1, -1)),
        (((1, 4), (2, 5), (3, 9), (3, 9), (6, 18)), (2, 2, 4, 4, -1)),
    ],
)
def test_the_whole_of_each_column(grid: Grid, wholes: tuple[int, ...]) -> None:
    assert tuple(sums_to(grid, at) for at in range(len(grid))) == wholes


@pytest.mark.parametrize(
    ("grid", "found"),
    [
        (((20, 30), (80, 60), (25.0, 50.0)), (0, 1)),
        (((20, 30), (80, 60), (26.0, 50.0)), (-1, -1)),
        (((20, None), (80, 60), (25.0, 50.0)), (-1, -1)),
    ],
)
def test_what_a_percentage_is_the_quotient_of(grid: Grid, found: tuple[int, int]) -> None:
    assert quotient(grid, 2) == found


@pytest.mark.parametrize("row", [(1.0, 2.0, 3.0), (50.0, 100.0, 50.0)])
def test_a_long_table_is_read_in_a_moment(row: tuple[float | None, ...]) -> None:
    grid = tuple(tuple(None if one is None else one + (at % 7) for one in row) for at in range(ROWS))
    start = process_time()
    for at in range(ROWS):
        sums_to(grid, at)
        quotient(grid, at)
    assert process_time() - start < 10


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("1,840", (1840.0, False)),
        ("12†", (12.0, False)),
        ("41%", (41.0, True)),
        ("<10", None),
        ("< 5%", None),
        (">= 50", None),
        ("*<11", None),
        ("≤ 3", None),
    ],
)
def test_a_limit_is_no_figure(cell: str, read: object) -> None:
    assert number(cell) == read
