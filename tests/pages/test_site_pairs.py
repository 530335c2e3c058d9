"""Pairs of the same two statements are folded under the strongest, and none is lost."""

import shutil
import sqlite3
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
from db.pages.pairs import SHOWN_UNDER, Tie, folded
from db.sql import pair_index, pair_queries, queries
from tests.pages.visits import outline

MANY = SHOWN_UNDER + 3

CLAIMS = st.sampled_from("abcdefg")
TIES = st.lists(
    st.tuples(st.sampled_from(["stance", "data"]), st.sampled_from("pq"), CLAIMS, CLAIMS, st.sampled_from(["", "x y", "x z"])),
    max_size=40,
)


@given(TIES)
def test_every_pair_is_in_one_fold_and_heads_are_of_different_statements(rows: list[tuple[str, str, str, str, str]]) -> None:
    ties = [Tie(str(at), *row) for at, row in enumerate(rows)]
    folds = folded(ties)
    ids = [key for fold in folds for key in (fold.head.id, *fold.beside)]
    assert sorted(ids) == sorted(tie.id for tie in ties)
    heads = Counter((f.head.kind, f.head.proposition, f.head.statements) for f in folds if f.head.statements)
    assert all(number == 1 for number in heads.values())
    by_id = {tie.id: tie for tie in ties}
    for fold in folds:
        for key in fold.beside:
            tie = by_id[key]
            assert (tie.kind, tie.proposition, tie.statements) == (fold.head.kind, fold.head.proposition, fold.head.statements)
            assert int(key) > int(fold.head.id), "the strongest stands on top"


def test_another_kind_or_question_is_not_folded() -> None:
    same = "x y"
    ties = [
        Tie("1", "stance", "p", "a", "b", same),
        Tie("2", "data", "p", "a", "c", same),
        Tie("3", "stance", "q", "a", "b", same),
    ]
    assert [fold.beside for fold in folded(ties)] == [(), (), ()]
    assert folded([]) == ()


def test_a_pair_with_another_statement_is_not_hidden_under_one_that_shares_a_claim() -> None:
    same = [Tie("1", "stance", "p", "a", "b", "x y"), Tie("2", "stance", "p", "c", "d", "x y")]
    assert [fold.beside for fold in folded(same)] == [("2",)]
    for apart in (Tie("2", "stance", "p", "a", "d", "x z"), Tie("2", "stance", "p", "a", "b")):
        assert [fold.beside for fold in folded([same[0], apart])] == [(), ()]


def test_a_pair_of_two_sentences_stands_above_one_of_one_sentence_read_twice() -> None:
    alone = Tie("1", "shift", "p", "a", "b", "letter deny", 1)
    two = [Tie("2", "shift", "p", "c", "b", "letter deny"), Tie("3", "shift", "p", "d", "b", "letter deny")]
    (fold,) = folded([alone, *two])
    assert fold.head.id == "2" and fold.beside == ("1", "3")
    assert folded([alone])[0].head.id == "1"


def test_the_same_words_against_the_next_sentence_are_folded_whatever_the_question() -> None:
    head = Tie("1", "stance", "p", "a", "b", "x y", 0, "f-p1 0 40", "g-p1 10 60")
    for beside in (
        Tie("2", "stance", "q", "c", "b", "x z", 0, "f-p1 41 90", "g-p1 10 60"),
        Tie("2", "stance", "q", "b", "c", "x z", 0, "g-p1 10 60", "f-p1 41 90"),  # whichever side is the earlier
        Tie("2", "stance", "q", "a", "b", "x z", 0, "f-p1 0 40", "g-p1 10 60"),
    ):
        assert [(fold.head.id, fold.beside) for fold in folded([head, beside])] == [("1", ("2",))]
    for apart in (
        Tie("2", "stance", "q", "c", "b", "x z", 0, "f-p1 60 90", "g-p1 10 60"),  # a sentence between
        Tie("2", "stance", "q", "c", "b", "x z", 0, "f-p2 41 90", "g-p1 10 60"),
        Tie("2", "stance", "q", "c", "b", "x z", 0, "f-p1 41 90", "g-p1 70 99"),  # other words against it
        Tie("2", "data", "q", "c", "b", "x z", 0, "f-p1 41 90", "g-p1 10 60"),
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
