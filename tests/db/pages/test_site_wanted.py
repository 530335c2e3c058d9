"""What people type becomes an FTS5 expression that SQLite always accepts, and means what they meant."""

import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.contract.schema import TOKENIZER
from db.pages.wanted import MAX_TERMS, wanted

PAGES = (
    "Participation is voluntary for every county.",
    "No county may decline to take part; it is mandatory.",
    "The county sheriff may opt-out in writing under § 1373(a).",
    "He left under voluntary departure (b)(7)(C).",
)


@pytest.fixture(scope="module")
def index() -> Iterator[sqlite3.Connection]:
    database = sqlite3.connect(":memory:", check_same_thread=False)
    database.execute(f"CREATE VIRTUAL TABLE pages USING fts5(text, tokenize='{TOKENIZER}')")
    database.executemany("INSERT INTO pages VALUES (?)", [(text,) for text in PAGES])
    yield database
    database.close()


def hits(index: sqlite3.Connection, expression: str) -> list[int]:
    rows = index.execute("SELECT rowid FROM pages WHERE pages MATCH ? ORDER BY rowid", (expression,))
    return [row[0] - 1 for row in rows]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("voluntary", [0, 3]),
        ("county voluntary", [0]),
        ("COUNTIES", [0, 1, 2]),
        ("voluntary OR mandatory", [0, 1, 3]),
        ("voluntary AND county", [0]),
        ("voluntary NOT departure", [0]),
        ("voluntary NOT (departure OR left)", [0]),
        ("(voluntary OR mandatory) county", [0, 1]),
        ("county (voluntary OR mandatory", [0, 1]),
        ("voluntary) county", [0]),
        ('"no county"', [1]),
        ("“no county”", [1]),
        ('"no county', [1]),
        ("„no county“", [1]),
        ("volunt*", [0, 3]),
        ("opt-out", [2]),
        ("opt out", [2]),
        ("§ 1373(a)", [2]),
        ("§", []),
        ("(b)(7)(C)", [3]),
        ("(b)(7)", [3]),
        ("county AND", [0, 1, 2]),
        ("OR county", [0, 1, 2]),
        ("county NOT", [0, 1, 2]),
        ("county OR OR mandatory", [0, 1, 2]),
        ("county AND NOT mandatory", [0, 2]),
        ("county*^:+-{}", [0, 1, 2]),
        ("text:county", []),
        ("NEAR(county, 2)", [0, 1, 2]),
        ("NEAR(", []),
        ("NEAR county", []),
        ("NEAR(county voluntary, 0)", []),
        ("zeppelin", []),
        ("sheriff's", []),
        ("voluntary and county", []),  # a small "and" is a word like any other
    ],
)
def test_finds(index: sqlite3.Connection, typed: str, found: list[int]) -> None:
    look = wanted(typed)
    assert (hits(index, look.match) if look.match else []) == found


@pytest.mark.parametrize("typed", ["", "   ", "§§§", "...", '"', '""', "()", "( ( (", "*", "\x00", "“”", "¶ —"])
def test_nothing_to_look_for(typed: str) -> None:
    look = wanted(typed)
    assert look.match == ""
    assert look.any_of == ""
    assert look.terms == ()


@pytest.mark.parametrize("typed", ["NOT", "AND OR NOT", "OR"])
def test_operators_alone_are_words(typed: str) -> None:
    assert wanted(typed).match


def test_marking_leaves_out_what_was_excluded() -> None:
    look = wanted("county NOT (sheriff OR mayor) NOT jail OR town")
    assert look.terms == ("county", "town")
    assert look.any_of == '"county" OR "town"'


def test_terms_as_shown() -> None:
    look = wanted('volunt* "opt out" OR (b)(6)')
    assert look.terms == ("volunt*", "opt out", "(b)(6)")
    assert look.phrases


def test_no_phrase() -> None:
    assert not wanted("opt out").phrases


def test_long_input_is_cut(index: sqlite3.Connection) -> None:
    look = wanted(" ".join(f"w{n}" for n in range(1000)))
    assert len(look.terms) <= MAX_TERMS
    assert hits(index, look.match) == []


@pytest.mark.parametrize("typed", ["(" * 390, "(a " * 120, "NOT (" * 60 + "county", "a NOT " * 60 + "b", 'x "' * 100])
def test_deep_nesting_is_no_error(index: sqlite3.Connection, typed: str) -> None:
    look = wanted(typed)
    assert look.match == "" or isinstance(hits(index, look.match), list)


PARTS = st.lists(
    st.sampled_from(["AND", "OR", "NOT", "(", ")", '"', "“", "*", "^", "-", "+", ":", "county", "(b)(6)", "'", "NEAR(", "{", " "])
)


@given(st.one_of(st.text(max_size=200), PARTS.map(" ".join), PARTS.map("".join)))
def test_never_an_error(index: sqlite3.Connection, typed: str) -> None:
    look = wanted(typed)
    for expression in (look.match, look.any_of):
        if expression:
            hits(index, expression)


@given(st.lists(st.sampled_from(["county", "voluntary", "mandatory", "sheriff"]), min_size=1, max_size=4, unique=True))
def test_more_words_never_find_more(index: sqlite3.Connection, words: list[str]) -> None:
    all_of = set(hits(index, wanted(" ".join(words)).match))
    any_of = set(hits(index, wanted(" OR ".join(words)).match))
    assert all_of <= set(hits(index, wanted(words[0]).match)) <= any_of
