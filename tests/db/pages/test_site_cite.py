"""One click gives a citation in every form, built from configuration; a quote is proved again on request."""

import json
from pathlib import Path

import pytest
import pytest_asyncio
from datasette.app import Datasette

from db.citations.citation_formats import FORMATS
from tests.db.pages.visits import Ids

pytestmark = pytest.mark.asyncio(loop_scope="session")
SITE = "https://records.example/foia"


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def configured(edition_folder: Path) -> Datasette:
    told = {"plugins": {"foia_pages": {"site_url": f"{SITE}/", "citation": "{bates} @ {url}"}}}
    datasette = Datasette([], immutables=[str(edition_folder / "foia.db")], metadata=told)
    await datasette.invoke_startup()
    return datasette


async def test_links_come_from_configuration_and_never_from_the_host_header(configured: Datasette, ids: Ids) -> None:
    key, pair = ids["claims"][0], ids["contradictions"][0]
    for path in (f"claim/{key}", f"cite/{key}", f"cite/{pair}", f"contradiction/{pair}", f"verify/{key}"):
        for ending in ("", ".json"):
            text = (await configured.client.get(f"/-/foia/{path}{ending}", headers={"host": "evil.example"})).text
            assert "evil.example" not in text, path
    claim = (await configured.client.get(f"/-/foia/claim/{key}.json")).json()
    assert claim["citation"].endswith(f"@ {SITE}/-/foia/claim/{key}")
    data = (await configured.client.get(f"/-/foia/contradiction/{pair}.json")).json()
    assert data["permalink"] == f"{SITE}/-/foia/contradiction/{pair}"


async def test_without_an_address_links_are_paths(site: Datasette, ids: Ids) -> None:
    claim = (await site.client.get(f"/-/foia/claim/{ids['claims'][0]}.json", headers={"host": "evil.example"})).json()
    assert claim["citation"].endswith(f", /-/foia/claim/{ids['claims'][0]}.")


async def test_every_form_is_a_file_of_its_own(configured: Datasette, ids: Ids) -> None:
    shown = (await configured.client.get(f"/-/foia/cite/{ids['claims'][0]}.json")).json()["citations"]
    assert set(shown) == set(FORMATS)
    for name, form in FORMATS.items():
        answer = await configured.client.get(f"/-/foia/cite/{ids['claims'][0]}/{name}")
        assert answer.status_code == 200 and answer.text == shown[name]
        assert answer.headers["content-type"].startswith(form.media_type.partition(";")[0])
        assert f'filename="foia-{ids["claims"][0]}.{form.ending}"' in answer.headers["content-disposition"]
        assert answer.headers["x-content-type-options"] == "nosniff"
    assert (await configured.client.get(f"/-/foia/cite/{ids['claims'][0]}/docx")).status_code == 404
    assert (await configured.client.get("/-/foia/cite/nothing/plain")).status_code == 404


async def test_a_pair_is_cited_as_two_and_a_page_by_its_bates_number(configured: Datasette, ids: Ids) -> None:
    data = (await configured.client.get(f"/-/foia/cite/{ids['contradictions'][0]}.json")).json()
    assert data["kind"] == "contradiction" and data["citations"]["bibtex"].count("@misc{") == 2
    assert json.loads(data["citations"]["annotation"])["type"] == "AnnotationPage"
    moved = await configured.client.get("/-/foia/cite/MARLOW%2010-0042.0000001", follow_redirects=False)
    assert moved.status_code == 301 and "/-/foia/cite/" in moved.headers["location"]
    assert (await configured.client.get("/-/foia/cite/nothing")).status_code == 404


@pytest.mark.parametrize("kind", ["claim", "contradiction", "document"])
async def test_a_retired_id_is_cited_as_what_replaced_it(configured: Datasette, ids: Ids, kind: str) -> None:
    moved = await configured.client.get(f"/-/foia/cite/retired-{kind}", follow_redirects=False)
    assert (moved.status_code, moved.headers["location"]) == (301, f"/-/foia/cite/{ids[kind + 's'][0]}")


async def test_a_quote_is_proved_again(site: Datasette, ids: Ids) -> None:
    for key in ids["claims"]:
        data = (await site.client.get(f"/-/foia/verify/{key}.json")).json()
        assert data["verified"] and len(data["steps"]) == 5
    text = (await site.client.get(f"/-/foia/verify/{ids['claims'][0]}")).text
    assert "letter for letter" in text and "holds" in text
    moved = await site.client.get("/-/foia/verify/retired-claim", follow_redirects=False)
    assert moved.headers["location"] == f"/-/foia/verify/{ids['claims'][0]}"
