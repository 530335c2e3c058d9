"""Pairs of the same two statements are folded under the strongest, and none is lost."""

import shutil
import sqlite3
import time
from collections import Counter
from pathlib import Path

import pytest
import pytest_asyncio
from datasette.app import Datasette
from hypothesis import given
from hypothesis import strategies as st

from db.building.searchable import TOKENIZER
from db.building.tables import SHEET
from db.pages import wording
from db.pages.folding import Tie, folded
from db.pages.pairs import SHOWN_UNDER
from db.sql import pair_index, pair_queries, queries
from tests.db.pages.visits import outline

MANY = SHOWN_UNDER + 3

PAPERS = st.sampled_from(["x affirm", "y affirm", "x deny", "z deny", ""])
WORDS = st.sampled_from(
    ["", "The county bears no cost of the search.", "The county bears no cost of any search.", "Jails pay for it."]
)
TIES = st.lists(
    st.tuples(st.sampled_from(["stance", "data"]), st.sampled_from("pq"), PAPERS, PAPERS, WORDS, WORDS),
    max_size=40,
)
FREE, PAID = "The search costs no county anything.", "Our jail has paid its guards for forty nights."


def tie(
    at: object,
    left: str = "x affirm",
    right: str = "y deny",
    said: str = "",
    other: str = "",
    kind: str = "stance",
    on: str = "p",
) -> Tie:
    """A pair of two statements: whose they are and in which words."""
    return Tie(str(at), kind, on, f"l{at}", f"r{at}", left_of=left, right_of=right, left_said=said, right_said=other)


def heads(*ties: Tie) -> list[tuple[str, tuple[str, ...]]]:
    """The folds of these pairs, by id."""
    return [(fold.head.id, fold.beside) for fold in folded(ties)]


@given(TIES)
def test_every_pair_is_in_one_fold_under_a_stronger_one_on_its_question(rows: list[tuple[str, str, str, str, str, str]]) -> None:
    ties = [tie(at, *row[2:], *row[:2]) for at, row in enumerate(rows)]
    folds = folded(ties)
    ids = [key for fold in folds for key in (fold.head.id, *fold.beside)]
    assert sorted(ids) == sorted(one.id for one in ties)
    first = Counter(
        (f.head.kind, f.head.proposition, *sorted((f.head.left_of, f.head.right_of)))
        for f in folds
        if f.head.left_of and f.head.right_of
    )
    assert all(number == 1 for number in first.values()), "two papers have one head on a question"
    by_id = {one.id: one for one in ties}
    for fold in folds:
        for key in fold.beside:
            assert (by_id[key].kind, by_id[key].proposition) == (fold.head.kind, fold.head.proposition)
            assert int(key) > int(fold.head.id), "the strongest stands on top"


def test_another_kind_or_question_is_not_folded() -> None:
    assert heads(tie(1), tie(2, kind="data"), tie(3, on="q")) == [("1", ()), ("2", ()), ("3", ())]
    assert folded([]) == ()


def test_two_papers_stand_once_whoever_speaks_in_them_and_in_whatever_words() -> None:
    assert heads(tie(1, said=FREE), tie(2, said="Nobody is billed."), tie(3, "y deny", "x affirm")) == [("1", ("2", "3"))]
    assert heads(tie(1), tie(2, "x deny", "y affirm")) == [("1", ()), ("2", ())], "the sides are turned: another finding"


@pytest.mark.parametrize(
    "again",
    [
        "The search costs no county  anything .",
        "The search costs no county or town anything.",
        "This search costs no county anything.",
    ],
)
def test_a_statement_that_other_papers_repeat_is_one(again: str) -> None:
    first = tie(1, said=FREE, other=PAID)
    assert heads(first, tie(2, "z affirm", said=again)) == [("1", ("2",))]
    assert heads(first, tie(2, "y deny", "z affirm", other=again)) == [("1", ("2",))], "whichever side is the earlier"
    assert heads(first, tie(2, "z affirm", "w deny", again, PAID)) == [("1", ("2",))], "both repeated"
    assert heads(first, tie(2, "z affirm", "w deny", again, "Deputies work overtime.")) == [("1", ()), ("2", ())], (
        "the other is not"
    )


@pytest.mark.parametrize(
    "other",
    [
        "Taking part is free of charge for sheriffs.",
        "The search costs each county 40 dollars.",
        "No.",
        "",
    ],
)
def test_what_is_said_otherwise_elsewhere_is_another_statement(other: str) -> None:
    assert heads(tie(1, said=FREE), tie(2, "z affirm", said=other)) == [("1", ()), ("2", ())]
    assert heads(tie(1, said=FREE), tie(2, "x affirm", "z deny")) == [("1", ()), ("2", ())], (
        "one paper against another than before"
    )
    assert heads(tie(1, said="No."), tie(2, "z affirm", said="No.")) == [("1", ()), ("2", ())], (
        "so short a sentence tells nothing"
    )


def test_rows_that_differ_in_a_figure_or_stand_on_the_other_side_are_no_repeats() -> None:
    row = "Persons removed through the program in the county of Dale: {}"
    first = tie(1, "x removals", "y removals", row.format(41), PAID, "number")
    assert heads(first, tie(2, "z removals", "y removals", row.format(41), kind="number")) == [("1", ("2",))]
    assert len(heads(first, tie(2, "z removals", "y removals", row.format(57), kind="number"))) == 2
    assert len(heads(tie(1, said=FREE), tie(2, "z deny", "y deny", said=FREE))) == 2


def test_pairs_of_unknown_statements_stand_by_themselves() -> None:
    assert heads(tie(1, "", ""), tie(2, "", ""), tie(3, "", "y deny")) == [("1", ()), ("2", ()), ("3", ())]


def test_many_pairs_are_folded_in_a_moment() -> None:
    many = [
        tie(
            at,
            f"p{at} affirm",
            f"q{at} deny",
            f"Paper {at} says of the cost that jails pay",
            f"Sheet {at % 7} says jails pay none",
        )
        for at in range(1000)
    ]
    begun = time.perf_counter()
    assert len(folded(many)) == 1000
    assert time.perf_counter() - begun < 2.0


def test_a_pair_of_two_sentences_stands_above_one_of_one_sentence_read_twice() -> None:
    alone = Tie("1", "shift", "p", "a", "b", "letter deny", 1)
    two = [Tie("2", "shift", "p", "c", "b", "letter deny"), Tie("3", "shift", "p", "d", "b", "letter deny")]
    (fold,) = folded([alone, *two])
    assert fold.head.id == "2" and fold.beside == ("1", "3")
    assert folded([alone])[0].head.id == "1"


def test_the_same_words_against_the_next_sentence_are_folded_whatever_the_question() -> None:
    head = Tie("1", "stance", "p", "a", "b", "", 0, "f-p1 0 40", "g-p1 10 60")
    for beside in (
        Tie("2", "stance", "q", "c", "b", "", 0, "f-p1 41 90", "g-p1 10 60"),
        Tie("2", "stance", "q", "b", "c", "", 0, "g-p1 10 60", "f-p1 41 90"),  # whichever side is the earlier
        Tie("2", "stance", "q", "a", "b", "", 0, "f-p1 0 40", "g-p1 10 60"),
    ):
        assert heads(head, beside) == [("1", ("2",))]
    for apart in (
        Tie("2", "stance", "q", "c", "b", "", 0, "f-p1 60 90", "g-p1 10 60"),  # a sentence between
        Tie("2", "stance", "q", "c", "b", "", 0, "f-p2 41 90", "g-p1 10 60"),
        Tie("2", "stance", "q", "c", "b", "", 0, "f-p1 41 90", "g-p1 70 99"),  # other words against it
        Tie("2", "data", "q", "c", "b", "", 0, "f-p1 41 90", "g-p1 10 60"),
    ):
        assert len(folded([head, apart])) == 2


@pytest.fixture(scope="module")
def crowded(edition_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny edition with many more pairs that share the left claim of its one stance pair, each a little weaker."""
    path = tmp_path_factory.mktemp("crowded") / "foia.db"
    shutil.copy(edition_folder / "foia.db", path)
    with sqlite3.connect(path) as database:
        for table in ("contradictions", "contradiction_sheet"):
            names = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
            row = dict(zip(names, database.execute(f"SELECT * FROM {table} WHERE kind = 'stance'").fetchone(), strict=True))
            for at in range(MANY):
                copy = row | {"id": f"more{at:02}", "score": row["score"] - 0.001 * (at + 1)}
                marks = ", ".join("?" * len(copy))
                database.execute(f"INSERT INTO {table} VALUES ({marks})", tuple(copy.values()))
        database.execute("DELETE FROM contradiction_sheet")
        database.execute(SHEET)
        database.execute("DROP TABLE pairs_fts")
        database.execute(pair_index.statement(TOKENIZER))
        pair_index.fill(database)
    database.close()
    return path


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def crowded_site(crowded: Path) -> Datasette:
    datasette = Datasette([], immutables=[str(crowded)], settings={"suggest_facets": False})
    await datasette.invoke_startup()
    return datasette


@pytest.mark.asyncio(loop_scope="session")
async def test_the_list_folds_and_leads_to_every_pair(crowded_site: Datasette) -> None:
    data = (await crowded_site.client.get("/-/foia/contradictions.json")).json()
    assert data["pairs"] == 3 + MANY and data["pager"]["total"] == 3
    ids = [key for row in data["contradictions"] for key in (row["id"], *row["beside"])]
    assert len(set(ids)) == 3 + MANY
    text = (await crowded_site.client.get("/-/foia/contradictions")).text
    assert f"{MANY} more pairs of these two statements" in text and f"{SHOWN_UNDER} are shown" in text
    assert text.count("/-/foia/contradiction/more") == SHOWN_UNDER
    seen = outline(text)
    assert not seen.open and not seen.wrong
    head = next(row for row in data["contradictions"] if row["beside"])
    alone = (await crowded_site.client.get(f"/-/foia/contradictions.json?claim={head['left_claim_id']}")).json()
    assert alone["pager"]["total"] == 1 + MANY and alone["each"]
    assert f"claim={head['left_claim_id']}" in text


@pytest.mark.asyncio(loop_scope="session")
async def test_every_pair_by_itself(crowded_site: Datasette) -> None:
    data = (await crowded_site.client.get("/-/foia/contradictions.json?each=1")).json()
    assert data["pager"]["total"] == data["pairs"] == len(data["contradictions"]) == 3 + MANY
    assert all(row["beside"] == [] for row in data["contradictions"])
    assert "<summary>and " not in (await crowded_site.client.get("/-/foia/contradictions?each=1")).text


@pytest.mark.asyncio(loop_scope="session")
async def test_the_start_page_shows_unlike_pairs(crowded_site: Datasette) -> None:
    data = (await crowded_site.client.get("/-/foia/start.json")).json()
    assert data["counts"]["contradictions"] == 3 + MANY
    assert sorted(row["kind"] for row in data["strongest"]) == ["data", "number", "stance"]


def test_a_pair_in_a_list_and_on_its_own_page_says_alike_where_its_sides_stand(edition_folder: Path) -> None:
    """Both ask whether they are read from one place; neither may take a claim for one of another place with its words."""
    database = sqlite3.connect(edition_folder / "foia.db")
    database.row_factory = sqlite3.Row
    ids = [row["id"] for row in database.execute("SELECT id FROM contradictions")]
    listed = pair_queries.rows(ids)
    pairs = [dict(row) for row in database.execute(listed.sql, listed.params)]
    assert len(pairs) == len(ids) > 0
    for pair in pairs:
        for side in (wording.half(pair, "left"), wording.half(pair, "right")):
            asked = queries.claim(side["claim_id"])
            alone = dict(database.execute(asked.sql, asked.params).fetchone())
            assert wording.one_sentence("shift", side, alone)
            assert not wording.one_sentence("shift", side, alone | {"start": alone["start"] + 1})
    database.close()
