"""The list of contradictions narrowed and ordered, against the same done in Python over every pair."""

from typing import Any

import pytest
from datasette.app import Datasette

from db.sql import pair_queries
from tests.db.pages.visits import outline

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def listed(site: Datasette, query: str) -> list[dict[str, Any]]:
    return (await site.client.get(f"/-/foia/contradictions.json?each=1&{query}")).json()["contradictions"]


@pytest.mark.parametrize(
    ("query", "keeps"),
    [
        ("score_from=0.85", lambda row: row["score"] >= 0.85),
        ("days_from=1", lambda row: (row["days_apart"] or 0) >= 1),
        ("days_to=0", lambda row: row["days_apart"] == 0),
        ("speaker=PRESS", lambda row: "press" in (row["left_speaker"] + row["right_speaker"]).lower()),
        ("speaker=liaison", lambda row: "liaison" in (row["left_speaker"] + row["right_speaker"]).lower()),
        ("speaker=%25", lambda row: False),
        ("speaker=no+such+office", lambda row: False),
        ("audience=internal/public", lambda row: row["audience_pair"] == "internal/public"),
        ("days_from=x&days_to=-1&score_from=nan&sort=odd", lambda row: True),
        ("days_from=1e999&score_from=inf", lambda row: True),
    ],
)
async def test_filters(site: Datasette, query: str, keeps: Any) -> None:
    everything = await listed(site, "")
    assert len(everything) == 3
    found = {row["id"] for row in await listed(site, query)}
    documents = {row["id"] for row in everything if "speaker=" in query and row["id"] in found}
    assert found - documents == {row["id"] for row in everything if keeps(row)} - documents
    assert {row["id"] for row in everything if keeps(row)} <= found


async def test_orders(site: Datasette) -> None:
    far = [row["days_apart"] for row in await listed(site, "sort=far")]
    near = [row["days_apart"] for row in await listed(site, "sort=near")]
    known = sorted(day for day in far if day is not None)
    assert [day for day in near if day is not None] == known and [day for day in far if day is not None] == known[::-1]
    assert near[-1] is None and far[-1] is None
    assert set(pair_queries.SORTS) == {"", "strength", "near", "far"}


async def test_the_rule_of_the_order_stands_on_the_page_and_choices_stay(site: Datasette) -> None:
    text = (await site.client.get("/-/foia/contradictions?days_from=3&speaker=press&sort=near&score_from=0.5")).text
    assert "closest together come first" in text
    tags = outline(text).tags
    values = {attrs.get("name"): attrs.get("value") for tag, attrs in tags if tag == "input"}
    assert values["days_from"] == "3" and values["speaker"] == "press"
    chosen = {attrs["value"] for tag, attrs in tags if tag == "option" and "selected" in attrs}
    assert {"near", "0.5"} <= chosen
    assert "Most useful first: confirmed by a person" in (await site.client.get("/-/foia/contradictions")).text


async def test_relatives_of_both_documents_are_named(site: Datasette) -> None:
    (number,) = await listed(site, "kind=number")
    data = (await site.client.get(f"/-/foia/contradiction/{number['id']}.json")).json()
    assert data["relatives"] and all(row["family_kind"] == "version" for row in data["relatives"])
    text = (await site.client.get(f"/-/foia/contradiction/{number['id']}")).text
    assert "The same records elsewhere" in text and data["relatives"][0]["id"] in text
