"""Timelines, redactions by what they stand on, entities in order of time, families, threads and documents compared."""

import pytest
from datasette.app import Datasette

from db.pages.redactions import OFFICES, by_kind, by_office
from tests.db.pages.visits import Ids

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_the_drawing_and_its_table_say_the_same(site: Datasette) -> None:
    data = (await site.client.get("/-/foia/timeline/participation-voluntary.json")).json()
    claims = (await site.client.get("/-/foia/topic/participation-voluntary.json")).json()["claims"]
    assert sum(row["affirm"] + row["deny"] for row in data["rows"]) == len(claims)
    for row in data["rows"]:
        assert sum(cell["affirm"] + cell["deny"] for cell in row["audiences"].values()) == row["affirm"] + row["deny"]
    text = (await site.client.get("/-/foia/timeline/participation-voluntary")).text
    assert text.count('<rect class="bar" x=') >= 5 and 'role="img"' in text and "The same as a table" in text
    assert len(data["shifts"]) == 1 and "▼1" in text and f"/-/foia/contradiction/{data['shifts'][0]['id']}" in text


async def test_numbers_are_dots_and_unknown_questions_missing(site: Datasette) -> None:
    data = (await site.client.get("/-/foia/timeline/noncriminal-share.json")).json()
    assert sorted(row["value"] for row in data["values"]) == [0.26, 0.79]
    assert "None of them is dated to the month" in (await site.client.get("/-/foia/timeline/noncriminal-share")).text
    assert (await site.client.get("/-/foia/timeline/nothing")).status_code == 404


async def test_every_question_is_on_the_overview(site: Datasette) -> None:
    data = (await site.client.get("/-/foia/timeline.json")).json()
    assert {row["id"] for row in data["questions"]} == {"participation-voluntary", "targets-serious"}


async def test_redactions_by_code_kind_office_and_month(site: Datasette) -> None:
    data = (await site.client.get("/-/foia/redactions.json")).json()
    assert data["totals"]["n"] == sum(row["n"] for row in data["offices"]) == sum(row["n"] for row in data["months"]) == 1
    assert data["months"][0]["date"] == "2010-05" and data["offices"][0]["office"] == "Field Office Liaison"
    assert data["kinds"] == [{"kind": "email", "n": 1, "codes": [{"code": "(b)(6)", "n": 1}]}]


async def test_spellings_of_a_withheld_name_are_one_office_and_the_small_are_put_together() -> None:
    rows = [{"author": "(b)(6), (b)(7)(C)", "n": 4, "pages": 1}, {"author": "{b)(6). (b}{7)(C)", "n": 2, "pages": 1}]
    assert by_office(rows) == [{"office": "name withheld, (b)(6), (b)(7)(C)", "n": 6, "pages": 2}]
    many = [{"author": f"Office {at:03}", "n": 1, "pages": 1} for at in range(OFFICES + 7)]
    assert len(by_office(many)) == OFFICES + 1 and by_office(many)[-1] == {"office": "7 others", "n": 7, "pages": 7}
    assert by_office([]) == [] and by_kind([]) == []


async def test_an_entity_speaks_in_order_of_time(site: Datasette, ids: Ids) -> None:
    spoke = 0
    for key in ids["entities"]:
        data = (await site.client.get(f"/-/foia/entity/{key}.json")).json()
        dates = [claim["date"] for claim in data["claims"] if claim["date"]]
        assert dates == sorted(dates) and all(claim["speaker_id"] == key for claim in data["claims"])
        assert data["claims_pager"]["total"] == len(data["claims"])
        spoke += bool(data["claims"])
    assert spoke


async def versions(site: Datasette, ids: Ids) -> tuple[str, str, str]:
    """The family of two versions, and both documents."""
    for key in ids["families"]:
        data = (await site.client.get(f"/-/foia/family/{key}.json")).json()
        if data["family"]["kind"] == "version":
            one, other = (row["id"] for row in data["members"])
            return key, one, other
    raise AssertionError("the tiny run has a family of versions")


async def test_a_family_leads_to_its_members_compared(site: Datasette, ids: Ids) -> None:
    key, one, other = await versions(site, ids)
    text = (await site.client.get(f"/-/foia/family/{key}")).text
    assert f"left={one}&amp;right={other}" in text
    assert f"left={one}&amp;right={other}" in (await site.client.get(f"/-/foia/document/{one}")).text


async def test_documents_compared_both_ways(site: Datasette, ids: Ids) -> None:
    _, one, other = await versions(site, ids)
    there = (await site.client.get(f"/-/foia/compare.json?left={one}&right={other}")).json()
    back = (await site.client.get(f"/-/foia/compare.json?left={other}&right={one}")).json()
    assert there["words"]["same"] == back["words"]["same"] > 5
    (page,), (turned,) = there["pages"], back["pages"]
    assert (page["left_page_id"], page["words_only_left"]) == (turned["right_page_id"], turned["words_only_right"])
    text = (await site.client.get(f"/-/foia/compare?left={one}&right={other}")).text
    assert "<del>" in text or "<ins>" in text
    assert 'aria-label="First, page' in text


@pytest.mark.parametrize("query", ["", "left=x&right=y", "left={0}", "left={0}&right={0}", "left={0}&right=retired-claim"])
async def test_nothing_to_compare(site: Datasette, ids: Ids, query: str) -> None:
    assert (await site.client.get("/-/foia/compare?" + query.format(ids["documents"][0]))).status_code == 404


async def test_a_thread_tells_each_message_once(site: Datasette, ids: Ids) -> None:
    for key in ids["threads"]:
        data = (await site.client.get(f"/-/foia/thread/{key}.json")).json()
        assert data["messages"] and all(message["places"] for message in data["messages"])
        assert "Stands in" in (await site.client.get(f"/-/foia/thread/{key}")).text


async def test_a_document_that_goes_on_in_another_file_says_so_on_both_sides(site: Datasette) -> None:
    rows = (await site.client.get("/foia/continuations.json?_shape=array")).json()
    assert len(rows) == 1
    text = {side: (await site.client.get(f"/-/foia/document/{rows[0][side]}")).text for side in ("document_id", "next_id")}
    assert "It continues in" in text["document_id"] and rows[0]["next_id"] in text["document_id"]
    assert "It continues from" in text["next_id"] and rows[0]["document_id"] in text["next_id"]
    data = (await site.client.get(f"/-/foia/document/{rows[0]['next_id']}.json")).json()
    assert [row["goes"] for row in data["continuations"]] == ["back"]
