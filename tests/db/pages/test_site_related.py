"""Pairs beside the contradictions have a page of their own, say what they are, and are never among the contradictions."""

import csv
import json
import shutil
import sqlite3
from pathlib import Path

import pytest
from datasette.app import Datasette

from db.export import export
from db.sql import related_queries


@pytest.mark.asyncio
async def test_a_dispute_is_shown_as_one_and_as_no_contradiction(site: Datasette) -> None:
    page = (await site.client.get("/-/foia/related")).text
    assert "These are not contradictions" in page and "Two parties dispute it" in page
    assert "Machine-found, not reviewed" in page
    found = (await site.client.get("/-/foia/related.json")).json()
    (row,) = found["related_pairs"]
    assert (row["list"], row["kind"]) == ("related", "dispute")
    assert row["left"]["quote"] and row["right"]["quote"] and row["reasons"]
    assert [option["value"] for option in found["options"]["relation"]] == ["dispute", "review"]
    listed = (await site.client.get("/-/foia/contradictions.json")).json()["contradictions"]
    assert row["id"] not in {pair["id"] for pair in listed}


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("asked", "pairs"),
    [("relation=dispute", 1), ("relation=review", 0), ("relation=copy", 0), ("relation=%27", 0),
     ("proposition=targets-serious", 1),
     ("proposition=participation-voluntary", 0), ("relation=dispute&proposition=targets-serious", 1), ("claim=none", 0)],
)  # fmt: skip
async def test_filters_narrow(site: Datasette, asked: str, pairs: int) -> None:
    found = (await site.client.get(f"/-/foia/related.json?{asked}")).json()
    assert found["pager"]["total"] == pairs == len(found["related_pairs"])


@pytest.mark.asyncio
async def test_either_claim_leads_to_its_related_pairs(site: Datasette) -> None:
    (row,) = (await site.client.get("/-/foia/related.json")).json()["related_pairs"]
    for key in (row["left_claim_id"], row["right_claim_id"]):
        assert f"/-/foia/related?claim={key}" in (await site.client.get(f"/-/foia/claim/{key}")).text
        assert (await site.client.get(f"/-/foia/related.json?claim={key}")).json()["pager"]["total"] == 1
    for where in ("/", "/-/foia/contradictions"):
        assert "/-/foia/related" in (await site.client.get(where)).text


@pytest.mark.asyncio
async def test_pairs_to_review_have_a_place_of_their_own_and_the_bounds_are_told(edition_folder: Path, tmp_path: Path) -> None:
    shutil.copy(edition_folder / "foia.db", tmp_path / "foia.db")
    with sqlite3.connect(tmp_path / "foia.db") as db:
        db.execute("UPDATE related_pairs SET list = 'review', kind = 'stance'")
        query = related_queries.options()
        cursor = db.execute(query.sql)
        rows = [dict(zip(("facet", "value", "n"), row, strict=True)) for row in cursor]
        db.execute("UPDATE stored_counts SET found = ? WHERE name = ?", (json.dumps(rows), query.stored))
        db.executemany("INSERT INTO edition VALUES (?, ?)", [("listed_from", "0.4"), ("review_from", "0.1")])
    db.close()
    site = Datasette([], immutables=[str(tmp_path / "foia.db")])
    await site.invoke_startup()
    contradictions = await site.client.get("/-/foia/contradictions")
    assert 'relation=review">To review <span class="count">1<' in contradictions.text
    listed = (await site.client.get("/-/foia/contradictions.json")).json()
    assert listed["totals"]["to_review"] == 1 and listed["totals"]["related"] == 0
    page = (await site.client.get("/-/foia/related?relation=review")).text
    assert "<h1>Pairs to review</h1>" in page and "0.1 to 0.4 of 1" in page and "These are not contradictions" not in page
    (row,) = (await site.client.get("/-/foia/related.json?relation=review")).json()["related_pairs"]
    assert row["id"] not in {pair["id"] for pair in listed["contradictions"]}
    about = (await site.client.get("/-/foia/about")).text
    assert "From 0.4 on a pair is" in about and "below 0.1 it is not kept" in about


def test_exported_with_quotes_and_reasons(edition_folder: Path, tmp_path: Path) -> None:
    export(edition_folder / "foia.db", tmp_path, "https://example.org")
    tables = {}
    for name in ("related_pairs", "related_reasons", "contradiction_sheet"):
        with (tmp_path / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            tables[name] = list(csv.DictReader(file))
    (pair,) = tables["related_pairs"]
    assert pair["left_quote"] and pair["link"].endswith(pair["left_claim_id"])
    assert {row["pair_id"] for row in tables["related_reasons"]} == {pair["id"]}
    assert pair["id"] not in {row["id"] for row in tables["contradiction_sheet"]}
