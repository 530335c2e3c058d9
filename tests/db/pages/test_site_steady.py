"""What never changes is asked once: the structure of an edition, its templates, the drawings of all questions."""

import asyncio
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette
from datasette.database import Database

from db.contract import metadata
from db.pages import steady
from db.pages.ask import Ask
from db.pages.steady import MOST, SPELLING
from db.sql import timeline_queries

TABLES = ("/foia", "/foia/claims", "/foia/claims?stance=deny", "/foia/nothing", "/foia/contradictions.json?_labels=on")


class Told:
    """A database that counts how often it is asked."""

    def __init__(self, is_mutable: bool = False) -> None:
        self.is_mutable, self.asked = is_mutable, 0

    async def table_columns(self, table: str) -> list[str]:
        self.asked += 1
        return [table, str(self.asked)]

    async def execute(self, sql: str, params: Any = None, truncate: bool = False) -> str:
        self.asked += 1
        return f"{self.asked} {sql} {params} {truncate}"


def run(work: Any) -> Any:
    return asyncio.run(work)


def test_a_question_about_structure_is_asked_once_for_each_table() -> None:
    told: Any = Told()
    steady.settle(told)
    first = run(told.table_columns("claims"))
    assert run(told.table_columns("claims")) == first and run(told.table_columns("pages")) != first and told.asked == 2


def test_what_is_done_to_an_answer_stays_with_who_asked() -> None:
    told: Any = Told()
    steady.settle(told)
    run(told.table_columns("claims")).clear()
    assert run(told.table_columns("claims")) == ["claims", "1"]


def test_a_database_that_may_change_is_asked_each_time() -> None:
    told: Any = Told(is_mutable=True)
    steady.settle(told)
    assert run(told.table_columns("claims")) != run(told.table_columns("claims"))


@pytest.mark.parametrize(("sql", "once"), [(SPELLING, True), ("select 1", False), ("select name from sqlite_master", False)])
def test_of_statements_only_the_spelling_of_a_table_is_kept(sql: str, once: bool) -> None:
    told: Any = Told()
    steady.settle(told)
    assert (run(told.execute(sql, ("claims",))) == run(told.execute(sql, ("claims",)))) == once
    assert run(told.execute(sql, ("claims",), truncate=True)).endswith("True")
    assert run(told.execute(sql, ("pages",))) != run(told.execute(sql, ("claims",)))


def test_names_that_nobody_has_do_not_fill_the_memory() -> None:
    told: Any = Told()
    steady.settle(told)
    known = run(told.table_columns("claims"))
    for number in range(MOST + 5):
        run(told.table_columns(f"nothing{number}"))
    assert run(told.table_columns("claims")) == known and run(told.table_columns(f"nothing{MOST + 4}")) == [
        f"nothing{MOST + 4}",
        str(MOST + 7),
    ]


@pytest.mark.asyncio
async def test_tables_are_the_same_as_when_asked_anew(edition_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each page of a table twice, beside a site that keeps nothing."""
    path = str(edition_folder / "foia.db")
    kept = Datasette([], immutables=[path], settings={"suggest_facets": False})
    await kept.invoke_startup()
    monkeypatch.setattr(steady, "settle", lambda database: None)
    anew = Datasette([], immutables=[path], settings={"suggest_facets": False})
    await anew.invoke_startup()
    for address in (*TABLES, *TABLES):
        one, other = await kept.client.get(address), await anew.client.get(address)
        assert one.status_code == other.status_code
        if "query_ms" not in one.text:
            assert one.text.split("Queries took")[0] == other.text.split("Queries took")[0], address


@pytest.mark.asyncio
async def test_the_first_visitor_of_the_tables_asks_nothing_of_their_structure(
    edition_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = edition_folder / "foia.db"
    told = {"inspect_data": metadata.inspected(path), "settings": {"suggest_facets": False}}
    site = Datasette([], immutables=[str(path)], **told)
    await site.invoke_startup()
    asked = 0

    async def counted(self: Database, work: Any, *args: Any, **named: Any) -> Any:
        nonlocal asked
        asked += self.name == "foia"
        return await really(self, work, *args, **named)

    really = Database.execute_fn
    monkeypatch.setattr(Database, "execute_fn", counted)
    assert (await site.client.get("/foia")).status_code == 200
    assert asked <= 10  # of three hundred where nothing is kept
    asked = 0
    assert (await site.client.get("/foia/claims?_nocount=1&_nofacet=1")).status_code == 200
    assert asked <= 10  # its rows, and the names of what they point at


@pytest.mark.asyncio
async def test_templates_are_read_before_anybody_comes(site: Datasette) -> None:
    own = site.get_jinja_environment(None) if hasattr(site, "get_jinja_environment") else site.jinja_env
    names = {key[1] if isinstance(key, tuple) else key for key in own.foia_pages.cache}
    assert {"foia_page.html", "foia_contradiction.html", "foia_search.html", "foia_base.html"} <= names


@pytest.mark.asyncio
async def test_what_is_made_of_the_edition_alone_is_made_once(edition_folder: Path) -> None:
    made = []

    async def make() -> int:
        made.append(1)
        return len(made)

    path = str(edition_folder / "foia.db")
    still, alive = Datasette([], immutables=[path]), Datasette([path])
    assert [await Ask(still, None).kept("x", make) for _ in range(2)] == [1, 1]
    assert await Ask(still, None).kept("y", make) == 2
    assert [await Ask(alive, None).kept("x", make) for _ in range(2)] == [3, 4]


@pytest.mark.asyncio
async def test_all_timelines_are_the_same_the_second_time(site: Datasette) -> None:
    for address in ("/-/foia/timeline", "/-/foia/timeline.json"):
        first, second = await site.client.get(address), await site.client.get(address)
        assert first.status_code == 200 and first.text == second.text
    shown = {row["id"] for row in (await site.client.get("/-/foia/timeline.json")).json()["questions"]}
    asked = await Ask(site, None).rows(timeline_queries.counts())
    assert shown == {row["id"] for row in asked} and shown


def test_the_insides_of_indexes_are_not_counted_and_every_other_table_is(edition_folder: Path) -> None:
    counted = metadata.inspected(edition_folder / "foia.db")["foia"]["tables"]
    with sqlite3.connect(edition_folder / "foia.db") as database:
        every = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        pages = database.execute("SELECT count(*) FROM pages").fetchone()[0]
    database.close()
    assert {name for name in every - set(counted) if "_fts" not in name} == set() and counted["pages"]["count"] == pages
    assert not any(name.startswith("pages_fts") for name in counted)
