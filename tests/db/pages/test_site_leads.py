"""Leads have a page of their own that says they are exploratory, and are in no list, count or export of contradictions."""

import sqlite3
from pathlib import Path

import pytest
from datasette.app import Datasette

from db.export import export
from db.verdicts import leading
from pipeline.records.lead import Lead, Passed


@pytest.mark.asyncio
async def test_shown_as_exploratory_with_both_pages_and_reasons(site: Datasette) -> None:
    page = (await site.client.get("/-/foia/leads")).text
    assert "Exploratory. These are not contradictions" in page and "Machine-found, not reviewed" in page
    first, _ = (await site.client.get("/-/foia/leads.json")).json()["leads"]
    assert first["left"]["quote"] and first["right"]["file_id"] and len(first["reasons"]) == 2
    assert page.count("/-/foia/file/") >= 8 and "<script>" not in page
    for where in ("/", "/-/foia/topics"):
        assert "/-/foia/leads" in (await site.client.get(where)).text


@pytest.mark.asyncio
@pytest.mark.parametrize(("kind", "n"), [("", 2), ("number", 2), ("negation", 0), ("%27", 0)])
async def test_narrowed_by_kind(site: Datasette, kind: str, n: int) -> None:
    found = (await site.client.get(f"/-/foia/leads.json?kind={kind}")).json()
    assert found["pager"]["total"] == len(found["leads"]) == n


@pytest.mark.asyncio
async def test_never_among_contradictions(site: Datasette) -> None:
    keys = {row["id"] for row in (await site.client.get("/-/foia/leads.json")).json()["leads"]}
    for where in ("contradictions", "related"):
        text = (await site.client.get(f"/-/foia/{where}.json")).text
        assert not any(key in text for key in keys)


def test_in_no_export(edition_folder: Path, tmp_path: Path) -> None:
    (key,) = sqlite3.connect(edition_folder / "foia.db").execute("SELECT id FROM leads LIMIT 1").fetchone()
    files = export(edition_folder / "foia.db", tmp_path, "")
    assert files and not any(key in path.read_text(encoding="utf-8-sig") for path in files)


def test_a_lead_whose_words_are_masked_on_the_page_is_left_out() -> None:
    rows: list[tuple[str, object]] = []
    sides = (Passed("p", "d", 0, 4, "Kept"), Passed("q", "d", 0, 4, "Lost"))
    lead = Lead("x", "negation", *sides, 0.5, "own", ())
    leading.fill((lead,), lambda table, row: rows.append((table, row)), {"p": "Kept", "q": "████"}.get)
    assert rows == []
    leading.fill((lead,), lambda table, row: rows.append((table, row)), {"p": "Kept", "q": "Lost"}.get)
    assert [table for table, _ in rows] == ["leads"]
