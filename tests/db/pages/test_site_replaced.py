"""A file that a later one counts for: said on every page that shows it, its boxes and stamps in no total."""

import sqlite3
from pathlib import Path

import pytest
from datasette.app import Datasette

from db.building import load
from pipeline.records.source import Replaced
from pipeline.store import Reader
from tests import tiny_edition

SAID = "This file was replaced."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny edition, in which the press release came for the memo's file and a third file is another paper."""
    root = tmp_path_factory.mktemp("replaced")
    made = tiny_edition.tiny_records()
    memo, press = _file(made, "emails"), _file(made, "press")
    made.outputs["replace", memo] = Replaced(memo, press, 2, 2, True)
    load.build(Reader(tiny_edition.write(made, root / "run")), root / "db", "2026-01-02T03:04:05Z")
    return root / "db"


def _file(made: tiny_edition.Records, word: str) -> str:
    return next(file.id for file in made.files if word in file.name)


def _rows(folder: Path, sql: str) -> list[tuple]:
    with sqlite3.connect(folder / "foia.db") as database:
        return database.execute(sql).fetchall()


def test_the_table_says_which_file_counts(folder: Path) -> None:
    assert len(_rows(folder, "SELECT 1 FROM files f JOIN files g ON g.id = f.replaced_by WHERE g.replaced_by IS NULL")) == 1


def test_totals_leave_its_boxes_and_stamps_out(folder: Path) -> None:
    gone = "SELECT p.id FROM pages p JOIN files f ON f.id = p.file_id WHERE f.replaced_by IS NOT NULL"
    assert _rows(folder, f"SELECT count(*) FROM redactions WHERE page_id IN ({gone})")[0][0] > 0
    assert _rows(folder, f"SELECT 1 FROM withholding_log l JOIN pages p USING (document_id) WHERE p.id IN ({gone})") == []
    counted = _rows(folder, f"SELECT count(*) FROM redactions WHERE page_id NOT IN ({gone})")[0][0]
    assert sum(row[0] for row in _rows(folder, "SELECT boxes FROM exemption_totals WHERE split = 'all'")) <= 2 * counted
    assert _rows(folder, "SELECT 1 FROM bates_breaks b JOIN files f ON f.name = b.file WHERE f.replaced_by IS NOT NULL") == []


@pytest.mark.asyncio
async def test_every_page_that_shows_it_says_so(folder: Path) -> None:
    site = Datasette([], immutables=[str(folder / "foia.db")], settings={"suggest_facets": False})
    await site.invoke_startup()
    ((old, new),) = _rows(folder, "SELECT id, replaced_by FROM files WHERE replaced_by IS NOT NULL")
    (document,), *_ = _rows(folder, f"SELECT id FROM documents WHERE file_id = '{old}'")
    told = [f"/-/foia/file/{old}", f"/-/foia/file/{old}/p1", f"/-/foia/document/{document}"]
    for address in told:
        assert SAID in (await site.client.get(address)).text, address
    later = (await site.client.get(f"/-/foia/file/{new}")).text
    assert SAID not in later and "It came later under the name of" in later
    assert "1 file was replaced" in (await site.client.get("/")).text
    assert "file since replaced" in (await site.client.get("/-/foia/search?q=county")).text
