"""What is not known of an edition is said on the list, the start and the About page, with what can be done; else nothing is."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette

PAGES = ("/", "/-/foia/contradictions", "/-/foia/about")
SURE = {"claims": 100, "unnamed": 49, "sideless": 24, "undated": 24}


async def texts(edition_folder: Path, folder: Path, agency: str, counted: dict[str, int] | None) -> dict[str, str]:
    """The pages of an edition whose first release has this agency, and of whose claims this was counted at the build."""
    path = folder / "foia.db"
    path.write_bytes((edition_folder / "foia.db").read_bytes())
    with sqlite3.connect(path) as database:
        database.execute("DELETE FROM stored_counts WHERE name = 'unknowns'")
        if counted is not None:
            database.execute("INSERT INTO stored_counts VALUES ('unknowns', ?)", (json.dumps([counted]),))
        (stored,) = database.execute("SELECT found FROM stored_counts WHERE name = 'releases'").fetchone()
        releases: list[dict[str, Any]] = json.loads(stored)
        releases = [row | {"agency": "Department of Tolls"} for row in releases]
        releases[0]["agency"] = agency
        database.execute("UPDATE stored_counts SET found = ? WHERE name = 'releases'", (json.dumps(releases),))
    database.close()
    site = Datasette([], immutables=[str(path)], settings={"suggest_facets": False})
    await site.invoke_startup()
    return {page: (await site.client.get(page)).text for page in PAGES}


@pytest.mark.asyncio
@pytest.mark.parametrize("counted", [SURE, SURE | {"claims": 0, "unnamed": 0, "sideless": 0, "undated": 0}, None])
async def test_where_all_is_known_nothing_is_said(edition_folder: Path, tmp_path: Path, counted: dict[str, int] | None) -> None:
    for page, text in (await texts(edition_folder, tmp_path, "Department of Tolls", counted)).items():
        assert "Whoever builds this site" not in text and 'id="doubts"' not in text and "What follows" not in text, page


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("agency", "counted", "words", "remedy"),
    [
        ("", SURE, "which agency it comes from", "release.toml and run make ingest"),
        ("Department of Tolls", SURE | {"unnamed": 50}, "50 (50%) name no speaker", "Write component into release.toml"),
        ("Department of Tolls", SURE | {"sideless": 25}, "of 25 the side they come from", "Write component into release.toml"),
        ("Department of Tolls", SURE | {"undated": 25}, "25 (25%) have no known date", "file name that holds a date"),
    ],
)
async def test_what_is_not_known_is_said_with_what_can_be_done(
    edition_folder: Path, tmp_path: Path, agency: str, counted: dict[str, int], words: str, remedy: str
) -> None:
    made = await texts(edition_folder, tmp_path, agency, counted)
    assert all(words in text.replace("which agency they come from", "which agency it comes from") for text in made.values())
    assert remedy in made["/"] and remedy in made["/-/foia/about"]
    assert "about#doubts" in made["/-/foia/contradictions"] and 'id="doubts"' in made["/-/foia/about"]
