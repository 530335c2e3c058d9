"""What stands in the raw bytes of a database is judged by whole words, however near the end of a stretch they stand."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from db.gate.check import check
from db.gate.leaks import AROUND, _leaks_in_bytes
from db.gate.traces import Trace, Traces, folded, number_forms

HELD, STAMP = "2011FO1A0041", "2011FO1A00417.000805"


def problems(tmp_path: Path, data: str) -> int:
    traces = Traces((Trace(form, "number", "person-number", HELD) for form in number_forms(HELD)), frozenset([folded(STAMP)]))
    path = tmp_path / "foia.db"
    path.write_bytes(data.encode())
    return len(list(_leaks_in_bytes(path, traces, lambda text: "")))


@pytest.mark.parametrize("between", range(AROUND + 4))
def test_a_stamp_is_not_cut_into_what_is_withheld(between: int, tmp_path: Path) -> None:
    assert problems(tmp_path, f"; {STAMP};" + " " * between + STAMP + ";") == 0


@pytest.mark.parametrize("before", ["", ";", f"{STAMP};" + " " * 30])
def test_what_stands_there_whole_is_found(before: str, tmp_path: Path) -> None:
    assert problems(tmp_path, f"{before}{HELD} of the page") == 1


def test_the_message_names_page_file_kind_and_remedy_and_not_the_string(folder: Path) -> None:
    book = sqlite3.connect(folder / "private.db")
    name, page_id = book.execute("SELECT text, page_id FROM withheld WHERE kind = 'person-name'").fetchone()
    book.close()
    db = sqlite3.connect(folder / "foia.db")
    file, page = db.execute("SELECT file, page_no FROM pages WHERE id = ?", (page_id,)).fetchone()
    db.executescript("PRAGMA secure_delete = OFF; CREATE TABLE gone (note TEXT)")
    db.execute("INSERT INTO gone VALUES (?)", (f" {name} " * 500,))
    db.commit()
    db.execute("DROP TABLE gone")
    db.commit()
    db.close()
    told = [problem.text for problem in check(folder) if "after byte" in problem.text]
    assert any(f"{file} page {page} (kind: person-name)" in text for text in told)
    assert all("publish = true" in text and "report" in text and name not in text for text in told)
