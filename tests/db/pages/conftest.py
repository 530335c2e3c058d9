"""One small, hostile edition for all tests of the site, served by Datasette in this process."""

import sqlite3
from pathlib import Path

import pytest
import pytest_asyncio
from datasette.app import Datasette

from db.building import load
from pipeline.store import Reader
from tests import tiny_edition


@pytest.fixture(scope="session")
def edition_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with foia.db and images/, built from the tiny run, with one retired id of each kind."""
    root = tmp_path_factory.mktemp("edition")
    load.build(Reader(tiny_edition.make_artifacts(root / "artifacts")), root / "db", "2026-01-02T03:04:05Z")
    path = root / "db" / "foia.db"
    with sqlite3.connect(path) as database:
        for kind in ("claim", "document", "contradiction"):
            new = database.execute(f"SELECT id FROM {kind}s ORDER BY id").fetchone()[0]
            database.execute("INSERT INTO id_aliases VALUES (?, ?, ?)", (f"retired-{kind}", kind, new))
    database.close()
    return path.parent


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def site(edition_folder: Path) -> Datasette:
    datasette = Datasette([], immutables=[str(edition_folder / "foia.db")], settings={"suggest_facets": False})
    await datasette.invoke_startup()
    return datasette


@pytest.fixture(scope="session")
def ids(edition_folder: Path) -> dict[str, list[str]]:
    """Every id of every table that has a page."""
    database = sqlite3.connect(edition_folder / "foia.db")
    found = {
        table: [row[0] for row in database.execute(f"SELECT id FROM {table} ORDER BY id")]
        for table in ("files", "pages", "documents", "claims", "contradictions", "entities", "families", "threads")
    }
    database.close()
    return found
