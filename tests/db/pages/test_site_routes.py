"""Every page shows what it promises, leads on, and has a JSON twin."""

import sqlite3
from pathlib import Path

import pytest
from datasette.app import Datasette

from db.citations.cite import cite
from tests.db.pages.visits import Ids, addresses, outline, twin

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_every_twin_is_json_with_the_same_guard(site: Datasette, ids: Ids) -> None:
    for address in addresses(ids):
        answer = await site.client.get(twin(address))
        assert answer.status_code == 200, address
        assert answer.headers["content-type"].startswith("application/json")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.json()["ok"] is True, address


async def test_no_two_regions_of_a_page_bear_one_name(site: Datasette, ids: Ids) -> None:
    for address in ["/", *addresses(ids)]:
        tags = outline((await site.client.get(address)).text).tags
        names = [attrs["aria-label"] for _, attrs in tags if attrs.get("role") == "region" and "aria-label" in attrs]
        assert len(set(names)) == len(names), (address, names)


async def test_start_is_ours_and_datasettes_index_stays(site: Datasette) -> None:
    start = (await site.client.get("/")).text
    assert "What could not be read" not in start and "could be read" in start
    assert "Strongest contradictions" in start and "Machine-found, not reviewed" in start
    assert (await site.client.get("/foia")).status_code == 200
    assert (await site.client.get("/-/foia/start.json")).json()["counts"]["contradictions"] == 3
    moved = await site.client.get("/-/foia", follow_redirects=False)
    assert (moved.status_code, moved.headers["location"]) == (301, "/")


async def test_links_inside_the_site_lead_somewhere(site: Datasette, ids: Ids) -> None:
    seen: set[str] = set()
    for address in ["/", *addresses(ids)]:
        for tag, attrs in outline((await site.client.get(address)).text).tags:
            target = (attrs.get("href") or "").partition("#")[0]
            if tag in ("a", "image", "link") and target.startswith("/"):
                seen.add(target)
    assert len(seen) > 50
    for target in sorted(seen):
        assert (await site.client.get(target)).status_code == 200, target


@pytest.mark.parametrize("what", ["claim", "document", "contradiction"])
async def test_a_retired_id_leads_on(site: Datasette, ids: Ids, what: str) -> None:
    for ending in ("", ".json"):
        answer = await site.client.get(f"/-/foia/{what}/retired-{what}{ending}", follow_redirects=False)
        assert answer.status_code == 301
        assert answer.headers["location"] == f"/-/foia/{what}/{ids[what + 's'][0]}{ending}"
    other = "claim" if what != "claim" else "document"
    assert (await site.client.get(f"/-/foia/{other}/retired-{what}")).status_code == 404


@pytest.mark.parametrize("number", ["0", "99", "999999999"])
async def test_a_page_the_file_does_not_have(site: Datasette, ids: Ids, number: str) -> None:
    for key in ids["files"]:
        assert (await site.client.get(f"/-/foia/file/{key}/p{number}")).status_code == 404


async def test_a_page_that_was_not_read_says_why_and_what_to_do(site: Datasette) -> None:
    failed = (await site.client.get("/-/foia/failures.json")).json()["failures"]
    row = next(row for row in failed if row["page_no"])
    answer = await site.client.get(f"/-/foia/file/{row['file_id']}/p{row['page_no']}")
    assert answer.status_code == 200
    assert "was not read" in answer.text and "longer than 60 s" in answer.text and "Try again." in answer.text


async def test_viewer_marks_words_and_boxes_claims_and_redactions(site: Datasette, ids: Ids) -> None:
    claim = (await site.client.get("/-/foia/topic/participation-voluntary.json?stance=deny")).json()["claims"][0]
    page = f"/-/foia/file/{claim['file_id']}/p{claim['page_no']}"
    text = (await site.client.get(f"{page}?q=participate&claim={claim['id']}")).text
    assert "<mark>Participation</mark>" in text, "the stem finds other forms"
    assert text.count('class="box box-found"') == 1
    assert 'class="box box-claim box-chosen"' in text and f'href="/-/foia/claim/{claim["id"]}"' in text
    assert 'class="box box-redaction"' in text and "(b)(6)" in text and "personal privacy" in text
    assert 'rel="next"' in text and "q=participate" in text
    assert claim["bates"] in text
    data = (await site.client.get(f"{page}.json?q=participate")).json()
    (found,) = data["found"]
    assert data["page"]["text"][found["start"] : found["end"]] == "Participation"


async def test_quotes_on_every_claim_page_are_the_page_text(site: Datasette, ids: Ids) -> None:
    for key in ids["claims"]:
        claim = (await site.client.get(f"/-/foia/claim/{key}.json")).json()["claim"]
        page = (await site.client.get(f"/-/foia/file/{claim['file_id']}/p{claim['page_no']}.json")).json()["page"]
        assert page["text"][claim["start"] : claim["end"]] == claim["quote"]


async def test_contradiction_page_shows_both_sides_reasons_and_its_state(site: Datasette, ids: Ids) -> None:
    for key in ids["contradictions"]:
        data = (await site.client.get(f"/-/foia/contradiction/{key}.json")).json()
        text = (await site.client.get(f"/-/foia/contradiction/{key}")).text
        shift = data["contradiction"]["kind"] == "shift"
        assert ("Announced change - not a contradiction" in text) is shift
        assert "Machine-found, not reviewed" in text
        for side in ("left", "right"):
            assert f"/-/foia/claim/{data[side]['id']}" in text
            assert data[side]["citation"].endswith(f"/-/foia/claim/{data[side]['id']}.")
        assert len(data["reasons"]) == 2 and "same year" in text
        assert ("date unknown" in text) is not bool(data["left"]["date"] and data["right"]["date"])
        for word in ("lied", "liar", "false statement", "misleading", "deceived"):
            assert word not in text.lower()


async def test_shifts_are_kept_apart(site: Datasette) -> None:
    listed = (await site.client.get("/-/foia/contradictions.json")).json()
    shifts = (await site.client.get("/-/foia/contradictions.json?kind=shift")).json()
    assert sorted(row["kind"] for row in listed["contradictions"]) == ["data", "number", "stance"]
    assert [row["kind"] for row in shifts["contradictions"]] == ["shift"]
    assert listed["totals"] == {"contradictions": 3, "announced_changes": 1, "to_review": 0, "related": 1, "leads": 2}


async def test_list_is_sorted_by_score_and_filters_narrow_it(site: Datasette) -> None:
    rows = (await site.client.get("/-/foia/contradictions.json")).json()["contradictions"]
    assert [row["score"] for row in rows] == sorted((row["score"] for row in rows), reverse=True)
    same = (await site.client.get("/-/foia/contradictions.json?same_speaker=1")).json()["contradictions"]
    assert [row["kind"] for row in same] == ["number"]
    none = (await site.client.get("/-/foia/contradictions.json?speaker_kind=court")).json()
    assert none["contradictions"] == [] and none["pager"]["total"] == 0


async def test_search_says_when_nothing_is_found_and_what_to_try(site: Datasette) -> None:
    text = (await site.client.get('/-/foia/search?q="county+voluntary"')).text
    assert "Nothing found" in text and "county OR voluntary" in text and "not as a phrase" in text
    assert "q=county+OR+voluntary" in text


@pytest.mark.parametrize("q", ['"(b)(6) AND **;-- §', '"zebra OR', "nothingatall", "x" * 5000])
async def test_advice_finds_something_or_is_not_given(site: Datasette, q: str) -> None:
    answer = await site.client.get("/-/foia/search", params={"q": q})
    assert answer.status_code == 200
    for tag, attrs in outline(answer.text.partition("Nothing found")[2].partition("</section>")[0]).tags:
        if tag == "a" and "/search?" in (attrs["href"] or ""):
            found = (await site.client.get((attrs["href"] or "").replace("search?", "search.json?"))).json()
            assert found["pager"]["total"] > 0, attrs


async def test_the_heading_of_a_pair_is_short(site: Datasette, ids: Ids) -> None:
    for key in ids["contradictions"]:
        data = (await site.client.get(f"/-/foia/contradiction/{key}.json")).json()
        text = (await site.client.get(f"/-/foia/contradiction/{key}")).text
        heading = text.partition('<h1 class="pair">')[2].partition("</h1>")[0]
        assert data["contradiction"]["explanation"] not in heading and len(heading) < 140
        assert text.count(heading) == 2, "in the title and the heading"


async def test_search_by_bates_number_leads_to_the_page(site: Datasette) -> None:
    data = (await site.client.get("/-/foia/search.json?q=MARLOW+10-0042.0000001")).json()
    assert [row["page_no"] for row in data["bates"]] == [1]
    assert "bates" not in (await site.client.get("/-/foia/search.json")).json()


async def test_facets_count_what_they_lead_to(site: Datasette) -> None:
    data = (await site.client.get("/-/foia/search.json?q=participation")).json()
    assert data["facets"]["kind"]
    for facet, rows in data["facets"].items():
        for row in rows:
            narrowed = (await site.client.get("/-/foia/search.json", params={"q": "participation", facet: row["value"]})).json()
            assert narrowed["pager"]["total"] == row["n"]


async def test_healthz(site: Datasette) -> None:
    answer = await site.client.get("/-/foia/healthz")
    assert answer.status_code == 200
    assert answer.json()["ok"] and len(answer.json()["edition"]) == 64


async def test_the_citation_is_that_of_the_command(site: Datasette, ids: Ids, edition_folder: Path) -> None:
    database = sqlite3.connect(edition_folder / "foia.db")
    for key in ids["claims"]:
        shown = (await site.client.get(f"/-/foia/claim/{key}.json")).json()["citation"]
        assert cite(database, key) == (shown,)
    database.close()
