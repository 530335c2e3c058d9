"""The large made-up edition, made small: it can be built of any edition, and every kind of page it is visited on answers."""

import json
import sqlite3
from pathlib import Path

import pytest
from datasette.app import Datasette

from db.contract import schema
from scripts.big import addresses, edition
from scripts.big.addresses import KINDS, PAGES, Visits

PAGES_MADE = 200


@pytest.fixture(scope="module")
def big(edition_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("big")
    edition.make(edition_folder, folder, PAGES_MADE)
    return folder


@pytest.mark.asyncio
async def test_every_kind_of_page_of_it_answers(big: Path) -> None:
    site = Datasette([], immutables=[str(big / "foia.db")], settings={"suggest_facets": False})
    await site.invoke_startup()
    visits = Visits(addresses.lists(big), 7)
    asked = [visits.each(path) for paths in PAGES.values() for path in paths]
    asked += [visits.address(kind) for kind in ("search", "viewer") for _ in range(12)]
    wrong = {path: answer.status_code for path in asked if (answer := await site.client.get(path)).status_code != 200}
    assert wrong == {}


def test_it_has_a_page_of_every_kind_and_no_address_is_half_filled(big: Path) -> None:
    lists = addresses.lists(big)
    visits = Visits(lists, 3)
    assert [kind for kind in KINDS if not visits.has(kind)] == []
    assert all("{" not in visits.address(kind) for kind in KINDS for _ in range(20))
    assert not Visits(lists | {"thread": ()}, 3).has("thread")


def test_it_is_whole_and_as_large_as_asked_for(big: Path) -> None:
    with sqlite3.connect(f"file:{big / 'foia.db'}?mode=ro", uri=True) as database:
        count = {table: database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("pages", "claims")}
        assert count["pages"] == PAGES_MADE
        assert count["claims"] > 2 * PAGES_MADE
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        for table in schema.TABLES:
            for column in (c.name for c in table.columns if "JSON array" in c.help or "JSON object" in c.help):
                for (value,) in database.execute(f"SELECT DISTINCT {column} FROM {table.name}"):
                    assert isinstance(json.loads(value), (list, dict)), (table.name, column)
    database.close()


@pytest.mark.parametrize("content", [None, b"", b"not a database at all, only words"])
def test_without_an_edition_to_draw_on_it_says_what_to_do(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "foia.db").write_bytes(content)
    with pytest.raises(SystemExit, match="make demo"):
        edition.make(tmp_path, tmp_path / "to", 10)


def test_of_an_edition_without_claims_none_is_made(tmp_path: Path, edition_folder: Path) -> None:
    with sqlite3.connect(tmp_path / "foia.db") as database:
        for statement in schema.statements():
            database.execute(statement)
    database.close()
    with pytest.raises(SystemExit, match="no claims"):
        edition.make(tmp_path, tmp_path / "to", 10)
