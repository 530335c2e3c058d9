"""The index of contradictions: spans of days, names, and that what it finds is what a look at every pair would find."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.building.marks import mark
from db.sql import pair_index, pair_queries
from db.sql.pair_queries import Filters

DAYS = st.integers(0, 2000)


@given(DAYS, DAYS, DAYS)
def test_a_number_of_days_is_found_between_its_bounds_and_nowhere_else(first: int, last: int, days: int) -> None:
    asked = set(pair_index.between(first, last).replace('"', "").split(" OR "))
    assert bool(asked & set(pair_index._lengths(days))) == (first <= days <= last)
    assert len(asked) <= 2 * pair_index.MOST_DAYS.bit_length()


@pytest.mark.parametrize(("first", "last"), [(0, pair_index.MOST_DAYS), (0, 10**9), (pair_index.MOST_DAYS, 10**9)])
def test_very_long_spans_count_as_the_longest(first: int, last: int) -> None:
    asked = set(pair_index.between(first, last).replace('"', "").split(" OR "))
    assert asked & set(pair_index._lengths(10**8))


def test_nothing_lies_between_a_later_and_an_earlier_bound() -> None:
    assert pair_index.between(5, 4) == ""


@pytest.fixture
def index() -> sqlite3.Connection:
    db = sqlite3.connect(":memory:")
    db.execute(pair_index.statement("porter unicode61 remove_diacritics 2"))
    rows = ["Office of Tolls \ue010 Marlow County", "County Clerk \ue010 Toll Office", "Señor Office \ue010 x"]
    for at, speakers in enumerate(rows, 1):
        db.execute("INSERT INTO pairs_fts (rowid, marks, speakers) VALUES (?, ?, ?)", (at, mark("pair", "listed"), speakers))
    return db


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("office", [1, 2, 3]), ("OFFICE OF", [1]), ("tol", [1, 2]), ("toll off", [2]), ("senor", [3]),
        ("tolls marlow", []),  # two names side by side are not one name
        ("ffice", []), ('of" OR "x', []), ("county", [1, 2]), ("office-of", [1]),
    ],
)  # fmt: skip
def test_names_are_found_by_words_side_by_side_the_last_one_begun(
    index: sqlite3.Connection, typed: str, found: list[int]
) -> None:
    query = pair_queries.strongest(Filters(speaker=typed, begun=True))
    assert [row[0] for row in index.execute(query.sql, query.params)] == found


@given(st.text(max_size=30), st.one_of(st.none(), st.integers(0, 10**6)), st.one_of(st.none(), st.integers(0, 10**6)))
def test_nothing_that_can_be_typed_is_an_error(typed: str, first: int | None, last: int | None) -> None:
    db = sqlite3.connect(":memory:")
    db.execute(pair_index.statement("porter unicode61 remove_diacritics 2"))
    for filters in (
        Filters(speaker=typed, days_from=first, days_to=last),
        Filters(kind=typed, audience=typed, proposition=typed),
    ):
        query = pair_queries.strongest(filters)
        params = {
            key: value.encode("utf-8", "replace").decode() if isinstance(value, str) else value
            for key, value in query.params.items()
        }
        assert db.execute(query.sql, params).fetchall() == []
    db.close()
