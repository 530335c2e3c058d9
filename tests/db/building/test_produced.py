"""Breaks in stamps and the log of what is withheld, on rows and in a small edition."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from db import commands
from db.building import produced
from db.building.breaks import breaks, missing_parts
from db.export import export
from db.gate import check


def _rows(*files: tuple[str, list[int | None]]) -> list[tuple[Any, ...]]:
    rows: list[tuple[Any, ...]] = []
    for name, numbers in files:
        for page, number in enumerate(numbers, 1):
            told = (None, None, None) if number is None else ("MARL-", number, f"MARL-{number:06d}")
            rows.append(("r1", f"id-{name}", name, page, *told))
    return rows


def _kinds(*files: tuple[str, list[int | None]]) -> list[tuple[str, int, str, int]]:
    return [(one[1], one[5], one[6], one[7]) for one in breaks(_rows(*files))]


@pytest.mark.parametrize(
    ("files", "wanted"),
    [
        ([("a", [1, 2, 3])], []),
        ([("a", [1, 2]), ("b", [3, 4])], []),
        ([("b", [1, 2]), ("a", [3, 4])], []),
        ([("a", [1, 2, 5, 6])], [("gap", 2, "a", 2)]),
        ([("a", [1, 2]), ("b", [6, 7])], [("gap", 3, "a", 2)]),
        ([("a", [1, None, 3])], [("unstamped", 1, "a", 2)]),
        ([("a", [1, None, 5])], [("gap", 2, "a", 1), ("unstamped", 1, "a", 2)]),
        ([("a", [1, 2, None]), ("b", [None, 5])], [("unstamped", 1, "a", 3), ("unstamped", 1, "b", 1)]),
        ([("a", [1, 2, 2, 3])], [("duplicate", 1, "a", 2)]),
        ([("a", [1, 2, 3]), ("b", [2, 3, 4])], [("overlap", 2, "a", 2)]),
        ([("a", [7, 8, 1, 2])], [("restart", 1, "a", 3), ("gap", 4, "a", 4)]),
        ([("a", [None, None])], []),
        ([("a", [5])], []),
        ([], []),
    ],
)
def test_breaks(files: list[tuple[str, list[int | None]]], wanted: list[tuple[str, int, str, int]]) -> None:
    assert _kinds(*files) == wanted


def test_the_log_has_one_row_per_document() -> None:
    head = ("d1", "Notes", "memo", "2010-03", "Field Desk", "M1", "M2", 2)
    rows = [
        (*head, "p1", '["(b)(5)"]', '["(b)(5) AWP"]', 0.9, 900),
        (*head, "p2", '["(b)(6)","(b)(7)(C)"]', "[]", 0.3, 900),
        (*head, "p2", "[]", "[]", 0.3, 900),
    ]
    (row,) = produced.log(rows)
    assert row[:8] == head
    assert row[8:11] == (2, 2, "full")
    assert json.loads(row[11]) == {"": 1, "(b)(5)": 1, "(b)(6)": 1, "(b)(7)(C)": 1}
    assert json.loads(row[12]) == {"(b)(5) AWP": 1}
    assert row[13:] == (3, 1.5)
    (partly,) = produced.log(rows[1:2])
    assert partly[10] == "partial"


@pytest.mark.parametrize(
    ("kind", "box", "shown", "how"),
    [
        ("memo", ('["(b)(5)"]', "[]", 0.45), 60, "full"),  # a box within the margins, and nothing else but a stamp
        ("memo", ('["(b)(5)"]', "[]", 0.45), 900, "partial"),
        ("memo", ('["(b)(5)"]', "[]", 0.01), 60, "partial"),
        ("withheld-page", ('["(b)(5)"]', "[]", 0.001), 60, "full"),
        ("withheld-page", (None, None, None), 60, "full"),  # a sheet without a code: the log has it all the same
    ],
)
def test_what_is_withheld_in_full(kind: str, box: tuple[object, ...], shown: int, how: str) -> None:
    (row,) = produced.log([("d1", "", kind, "", "", "M1", "M1", 1, "p1", *box, shown)])
    assert row[10] == how
    assert row[13] == (box[0] is not None)


def test_stamps_are_cut_into_prefix_and_number() -> None:
    row = produced.stamp("p1", "ICE FOIA 10-2674.0013078", "raw", True, False)
    assert (row["prefix"], row["number"], row["chief"], row["repaired"]) == ("ICE FOIA 10-2674.", 13078, 1, 0)
    assert produced.stamp("p1", "no number", "raw", False, True)["number"] == 0


def test_an_edition_exports_its_log(folder: Path, tmp_path: Path) -> None:
    made = {path.name for path in export(folder / "foia.db", tmp_path)}
    assert {"stamps.csv", "bates_breaks.csv", "withholding_log.csv", "exemption_totals.csv", "withholding_log.json"} <= made
    told = json.loads((tmp_path / "withholding_log.json").read_text(encoding="utf-8"))
    db = sqlite3.connect(folder / "foia.db")
    (boxes,) = db.execute("SELECT count(*) FROM redactions r JOIN pages p ON p.id = r.page_id WHERE document_id <> ''").fetchone()
    db.close()
    assert sum(row["boxes"] for row in told["withholding_log"]) == boxes > 0
    assert all(isinstance(row["exemptions"], dict) for row in told["withholding_log"])
    assert {row["split"] for row in told["exemption_totals"]} == {"all", "kind", "office", "month"}
    assert isinstance(check.bates(folder), list)


def test_breaks_are_told_in_words() -> None:
    assert commands._break("gap", 6, 28) == "6 gaps: 28 numbers between pages that are not in the release"
    assert commands._break("unstamped", 1, 3) == "1 place: 3 pages without a stamp among stamped ones"
    assert commands._break("duplicate", 2, 2) == "2 numbers: stamped on more than one page"


@pytest.mark.parametrize(
    ("names", "missing"),
    [
        (["records_part01of04.pdf", "records_part02of04.pdf", "records_part04of04.pdf"], ["3"]),
        (["Production 1 of 3.pdf", "Production 3 of 3.pdf"], ["2"]),
        (["a_1of2.pdf", "a_2of2.pdf"], []),
        (["page 1 of 40.pdf"], []),
        (["01_emails.pdf", "03_letters.pdf"], []),
        (["a_1of2.pdf", "b_2of2.pdf"], []),
        (["a 1 of 2.pdf", "a 2 of 3.pdf"], []),
        (["list of 12 of 2010.pdf", "list of 13 of 2010.pdf"], []),
    ],
)
def test_parts_that_names_count_and_that_are_missing(names: list[str], missing: list[str]) -> None:
    found = list(missing_parts(("r", name) for name in names))
    assert [one[3] for one in found] == missing
    assert all(one[1] == "part" and one[6] in names for one in found)


def test_a_page_that_bears_another_series_only_is_no_gap() -> None:
    def both(page: int, second: int | None) -> list[tuple[Any, ...]]:
        row = ("r", "f", "a.pdf", page, "HARL-", page, f"HARL-{page}")
        return [row] if second is None else [row, ("r", "f", "a.pdf", page, "DEF", second, f"DEF{second}")]

    rows = [*both(1, 407), *both(2, None), *both(3, 409), *both(4, 415)]
    assert [(one[1], one[3], one[5]) for one in breaks(rows)] == [("gap", "DEF409", 5)]
