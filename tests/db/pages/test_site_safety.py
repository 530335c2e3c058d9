"""Hostile records, hostile requests and a missing or spoilt edition: every answer stays well formed, guarded and of use."""

import itertools
import re
import sqlite3
from pathlib import Path

import pytest
from datasette.app import Datasette
from datasette.database import QueryInterrupted
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.pages.answer import HEADERS
from tests import tiny_edition
from tests.db.pages.visits import Ids, addresses, outline, twin

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_every_page_answers_is_safe_and_well_formed(site: Datasette, ids: Ids) -> None:
    for address in ["/", *addresses(ids)]:
        answer = await site.client.get(address)
        assert answer.status_code == 200, address
        for name, value in HEADERS.items():
            assert answer.headers[name] == value, address
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        assert "<script" not in answer.text.lower(), address
        seen = outline(answer.text)
        assert not seen.open and not seen.wrong, (address, seen.open, seen.wrong)
        for tag, attrs in seen.tags:
            assert tag not in ("script", "iframe", "object", "style", "base"), (address, tag)
            assert tag != "img", (address, attrs)  # ours are SVG images; any img came from the data
            assert not [name for name in attrs if name.startswith("on") or name == "style"], (address, tag, attrs)
            for name in ("href", "src", "action"):
                assert (attrs.get(name) or "/").startswith(("/", "#", "https://", "http://")), (address, attrs)


async def test_every_page_has_landmarks_headings_in_order_and_labels(site: Datasette, ids: Ids) -> None:
    for address in ["/", *addresses(ids)]:
        seen = outline((await site.client.get(address)).text)
        tags = [tag for tag, _ in seen.tags]
        for landmark in ("header", "nav", "main", "footer"):
            assert landmark in tags, (address, landmark)
        assert tags.count("h1") == 1, address
        levels = [int(tag[1]) for tag in tags if re.fullmatch(r"h[1-6]", tag)]
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels)), (address, levels)
        names = [attrs["id"] for _, attrs in seen.tags if attrs.get("id")]
        assert len(names) == len(set(names)), (address, sorted(name for name in names if names.count(name) > 1))
        labelled = {attrs["for"] for tag, attrs in seen.tags if tag == "label"}
        for tag, attrs in seen.tags:
            if tag in ("input", "select") and attrs.get("type") != "hidden":
                assert attrs.get("id") in labelled, (address, attrs)
            for name in ("aria-labelledby", "aria-describedby"):
                assert attrs.get(name, names[0]) in names, (address, attrs)
        assert tags.count("table") == tags.count("caption"), address


@pytest.mark.parametrize(
    "path",
    [
        "claim/nothing", "document/nothing", "contradiction/nothing", "file/nothing", "file/nothing/p1", "entity/nothing",
        "topic/nothing", "claim/%3Cscript%3Ealert(1)%3C%2Fscript%3E", "claim/%00", "claim/%ff%fe", "no/such/page", "claim/",
        "claim/'%20OR%201=1",
    ],
)  # fmt: skip
async def test_unknown_ids_get_a_page_that_helps(site: Datasette, path: str) -> None:
    answer = await site.client.get(f"/-/foia/{path}")
    assert answer.status_code == 404
    assert "<script" not in answer.text
    assert 'name="q"' in answer.text
    assert answer.headers["Content-Security-Policy"] == HEADERS["Content-Security-Policy"]
    assert (await site.client.get(f"/-/foia/{path}.json")).json()["ok"] is False


@pytest.mark.parametrize(
    "query",
    [
        "page=0", "page=-1", "page=x", "page=99999999999999999999", "page=%C2%B2", "kind=%00", "q=%ff%fe", "q=a&q=b", "in=secret",
        "proposition='", "verdict=%22%3E", "same_speaker=no", "stance=maybe", "claim=%3Cx", "page=1e3", "q=%ED%A0%80",
    ],
)  # fmt: skip
async def test_odd_parameters_are_no_error(site: Datasette, ids: Ids, query: str) -> None:
    file_id = ids["pages"][0].rpartition("-p")[0]
    for path in ("/", "/-/foia/search", "/-/foia/contradictions", "/-/foia/topic/participation-voluntary", "/-/foia/failures",
                 f"/-/foia/file/{file_id}/p1", f"/-/foia/entity/{ids['entities'][0]}"):  # fmt: skip
        assert (await site.client.get(f"{path}?{query}")).status_code == 200, path


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60), st.sampled_from(["pages", "claims", "documents"]))
async def test_whatever_is_typed_is_answered(site: Datasette, typed: str, where: str) -> None:
    answer = await site.client.get("/-/foia/search", params={"q": typed.encode("utf-8", "replace"), "in": where})
    assert answer.status_code == 200
    assert "<script" not in answer.text


async def test_images_are_served_and_nothing_else_is(site: Datasette, edition_folder: Path) -> None:
    name = next((edition_folder / "images").iterdir()).name
    answer = await site.client.get(f"/-/foia/image/{name}")
    assert answer.status_code == 200 and answer.headers["content-type"] == "image/webp"
    assert "max-age=31536000" in answer.headers["cache-control"]
    assert answer.content == (edition_folder / "images" / name).read_bytes()
    (edition_folder / "images" / "link.webp").symlink_to(edition_folder / "private.db")
    for bad in (
        "../foia.db",
        "..%2Ffoia.db",
        "..%2Fprivate.db",
        "%2e%2e%2fprivate.db",
        "nothing.webp",
        "link.webp",
        "a.png",
        ".webp",
    ):
        assert (await site.client.get(f"/-/foia/image/{bad}")).status_code == 404, bad
    (edition_folder / "images" / "link.webp").unlink()


async def test_style_sheets(site: Datasette) -> None:
    for name in ("foia.css", "tables.css"):
        answer = await site.client.get(f"/-/foia/static/{name}")
        assert answer.status_code == 200 and answer.headers["content-type"].startswith("text/css")
        assert "http" not in answer.text, "no outside asset"
    assert (await site.client.get("/-/foia/static/..%2F__init__.py")).status_code == 404


async def test_no_secret_is_shown(site: Datasette, ids: Ids) -> None:
    for address in ["/", *addresses(ids)]:
        for path in (address, twin(address)) if address != "/" else (address,):
            text = (await site.client.get(path)).text
            for secret in tiny_edition.SECRETS:
                assert secret not in text, (path, secret)


async def test_without_an_edition_the_site_says_so() -> None:
    empty = Datasette([], memory=True)
    await empty.invoke_startup()
    assert (await empty.client.get("/-/foia/healthz")).status_code == 503
    answer = await empty.client.get("/")
    assert answer.status_code == 503 and "No edition is loaded" in answer.text
    assert (await empty.client.get("/-/foia/image/abc.webp")).status_code == 404


async def test_below_a_base_url(edition_folder: Path) -> None:
    below = Datasette([], immutables=[str(edition_folder / "foia.db")], settings={"base_url": "/records/"})
    await below.invoke_startup()
    seen = outline((await below.client.get("/")).text)
    links = [attrs["href"] for tag, attrs in seen.tags if tag in ("a", "link") and attrs["href"] != "#content"]
    assert links and all((href or "").startswith("/records/") for href in links)


async def test_a_question_that_takes_too_long(edition_folder: Path) -> None:
    slow = Datasette([], immutables=[str(edition_folder / "foia.db")])
    await slow.invoke_startup()
    assert (await slow.client.get("/-/foia/healthz")).status_code == 200

    async def interrupted(*args: object, **kwargs: object) -> None:
        raise QueryInterrupted(Exception("interrupted"), "", {})

    slow.get_database("foia").execute_fn = interrupted
    answer = await slow.client.get("/-/foia/search?q=a*")
    assert answer.status_code == 503 and "took too long" in answer.text


async def test_cells_of_datasettes_tables_lead_to_our_pages(site: Datasette, ids: Ids) -> None:
    claims = (await site.client.get("/foia/claims")).text
    assert all(f'href="/-/foia/claim/{key}"' in claims for key in ids["claims"])
    assert "{&#39;value&#39;" not in claims and "{'value'" not in claims
    pairs = (await site.client.get("/foia/contradiction_sheet")).text
    assert all(f'href="/-/foia/contradiction/{key}"' in pairs for key in ids["contradictions"])
    pages = (await site.client.get("/foia/pages")).text
    assert f"/-/foia/file/{ids['pages'][0].replace('-p', '/p')}" in pages
    row = (await site.client.get(f"/foia/claims/{ids['claims'][0]}")).text
    assert f"/-/foia/claim/{ids['claims'][0]}" in row
    for text in (claims, pairs, pages, row):
        assert "<script>alert" not in text and "<img src=x" not in text


@pytest.mark.parametrize("path", ["/foia", "/foia/contradiction_sheet", "/foia/claims.json", "/foia/nothing", "/-/versions"])
async def test_datasettes_own_pages_are_guarded_too(site: Datasette, path: str) -> None:
    headers = (await site.client.get(path)).headers
    assert "object-src 'none'" in headers["content-security-policy"] and "http" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    ours = (await site.client.get("/")).headers.get_list("content-security-policy")
    assert ours == [HEADERS["Content-Security-Policy"]]


@pytest.mark.parametrize(("path", "status"), [("/foia", 200), ("/foia/claims", 200), ("/foia/nothing", 404), ("/nothing", 404)])
async def test_datasettes_own_pages_stand_in_our_frame(site: Datasette, path: str, status: int) -> None:
    """Errors too, on every version of Datasette; an element that hides a method of the DOM would blind tools that read pages."""
    answer = await site.client.get(path)
    assert answer.status_code == status
    assert answer.text.count("<main") == 1 and '<html lang="en">' in answer.text
    assert "<navigation-search" not in answer.text


async def test_tables_holding_spoilt_json_still_show(edition_folder: Path, tmp_path: Path) -> None:
    """A hand-edited database must not take the pages down."""
    path = tmp_path / "foia.db"
    path.write_bytes((edition_folder / "foia.db").read_bytes())
    with sqlite3.connect(path) as database:
        database.execute("UPDATE redactions SET codes = '{'")
        database.execute("UPDATE claims SET boxes = 'x', reasons = '[1, null]'")
        database.execute("UPDATE edition SET value = '[{\"id\": 1}]' WHERE key = 'topics'")
        database.execute("UPDATE page_words SET words = x'00'")
        database.execute("UPDATE pages SET image = '../private.db', width = 0")
        claims = [row[0] for row in database.execute("SELECT id FROM claims")]
        pages = [row[0].replace("-p", "/p") for row in database.execute("SELECT id FROM pages")]
    database.close()

    spoilt = Datasette([], immutables=[str(path)])
    await spoilt.invoke_startup()
    for address in ["/", "/-/foia/redactions", "/-/foia/topics", *(f"/-/foia/claim/{key}" for key in claims)]:
        assert (await spoilt.client.get(address)).status_code == 200, address
    for page in pages:
        answer = await spoilt.client.get(f"/-/foia/file/{page}?q=county")
        assert answer.status_code == 200 and "private.db" not in answer.text
