"""The search page: scopes, facets, copies folded, spellings a machine may have made, the timeline of results, and files."""

import io
import json
import sqlite3
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from datasette.app import Datasette
from hypothesis import given
from hypothesis import strategies as st

from db.building.marks import FACETS, likeness, mark, marks
from db.pages import histogram
from db.pages.search import FILTERS, folded
from db.sheets import csv_bytes, xlsx_bytes
from db.sql import nearby, searching

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def found(site: Datasette, **params: str) -> dict:
    answer = await site.client.get("/-/foia/search.json", params=params)
    assert answer.status_code == 200, params
    return answer.json()


async def test_every_scope_is_searched(site: Datasette) -> None:
    assert (await found(site, q="voluntary"))["counts"]["claims"] > 0
    assert (await found(site, q="press", **{"in": "files"}))["hits"][0]["name"] == "press.txt"
    by_author = await found(site, q="Liaison", **{"in": "documents"})
    assert [hit["author"] for hit in by_author["hits"]] == ["Field Office Liaison"] and by_author["hits"][0]["found"] == [
        "Liaison"
    ]
    by_file = await found(site, q="copy", **{"in": "documents"})
    assert [hit["file"] for hit in by_file["hits"]] == ["copy.pdf"]


@pytest.mark.parametrize("where", searching.SEARCHABLE)
async def test_each_value_of_each_facet_counts_what_it_leads_to(site: Datasette, where: str) -> None:
    words = {"pages": "of OR the", "claims": "the OR of", "documents": "email OR press OR copy", "files": "pdf OR press"}[where]
    data = await found(site, q=words, **{"in": where})
    counted = 0
    for name, rows in data["facets"].items():
        for row in rows:
            narrowed = await found(site, q=words, **{"in": where, name: row["value"]})
            assert narrowed["total"] == row["n"] > 0, (name, row)
            assert row in narrowed["facets"][name], "its own choice does not narrow its own counts"
            counted += 1
    assert counted > (0 if where == "files" else 3)


async def test_filters_alone_are_a_search(site: Datasette) -> None:
    data = await found(site, exemption="(b)(6)")
    assert data["total"] == 1 and data["hits"][0]["page_no"] == 1
    assert (await found(site, exemption="(b)(99)"))["total"] == 0
    assert (await found(site, year="2010", **{"in": "documents"}))["total"] == 3


async def test_a_misread_word_is_found_and_said(site: Datasette) -> None:
    data = await found(site, q="rnandatory OR vo1untary")
    assert data["near"] == {"vo1untary": ["voluntary"]} and data["total"] > 0
    text = (await site.client.get("/-/foia/search?q=vo1untary")).text
    assert "No exact hits; near ones:" in text and "<mark>voluntary</mark>" in text
    exact = await found(site, q="voluntary")
    assert exact["near"] == {} and "No exact hits" not in (await site.client.get("/-/foia/search?q=voluntary")).text
    assert (await found(site, q="xyzzyplugh"))["near"] == {}


async def test_results_as_files(site: Datasette) -> None:
    rows = (await site.client.get("/-/foia/search.csv?q=voluntary&in=claims")).content
    assert rows.startswith(b"\xef\xbb\xbfid,quote,") and rows.count(b"\n") > 2
    book = await site.client.get("/-/foia/search.xlsx?q=voluntary&in=pages")
    assert "attachment" in book.headers["content-disposition"]
    sheet = zipfile.ZipFile(io.BytesIO(book.content)).read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in sheet and b"<row" in sheet
    feed = ElementTree.fromstring((await site.client.get("/-/foia/search.atom?q=voluntary")).content)
    entries = feed.findall("{http://www.w3.org/2005/Atom}entry")
    assert len(entries) == (await found(site, q="voluntary"))["total"]
    for form in ("csv", "xlsx", "atom"):
        for where in searching.SEARCHABLE:
            answer = await site.client.get(f"/-/foia/search.{form}?q=the+OR+pdf&in={where}")
            assert answer.status_code == 200 and answer.headers["x-content-type-options"] == "nosniff", (form, where)
        assert (await site.client.get(f"/-/foia/search.{form}")).status_code == 200


async def test_a_common_word_is_ranked_within_a_stated_number(site: Datasette, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "CAP", 2)
    data = await found(site, q="of OR the OR a")
    assert data["looked_at"] == 2 < data["total"] and len(data["hits"]) <= 2
    assert "best of the first 2" in (await site.client.get("/-/foia/search?q=of+OR+the+OR+a")).text


def row(at: int, place: float, like: str = "", month: str = "") -> dict:
    return {"at": at, "place": place, "likeness": like, "month": month, "year": month[:4]}


async def test_copies_are_folded_under_the_best() -> None:
    groups = folded([row(1, -1.0, "a"), row(2, -3.0, "a"), row(3, -2.0), row(4, -0.5, "b")])
    assert [(group.head["at"], [one["at"] for one in group.others]) for group in groups] == [(2, [1]), (3, []), (4, [])]
    dated = [row(1, -1.0, month="2011-02"), row(2, -2.0), row(3, -0.5, month="2009-12")]
    assert [group.head["at"] for group in folded(dated, "oldest")] == [3, 1, 2]
    assert [group.head["at"] for group in folded(dated, "newest")] == [1, 3, 2]


@given(st.lists(st.tuples(st.floats(-9, 0), st.sampled_from(["", "a", "b"])), max_size=30))
async def test_folding_loses_nothing(made: list[tuple[float, str]]) -> None:
    rows = [row(at, place, like) for at, (place, like) in enumerate(made)]
    groups = folded(rows)
    assert sorted(one["at"] for group in groups for one in (group.head, *group.others)) == list(range(len(rows)))
    assert all(one["place"] >= group.head["place"] for group in groups for one in group.others)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("infonnation", "information"), ("vo1untary", "voluntary"), ("rnandatory", "mandatory"), ("cletainer", "detainer"),
     ("participati0n", "participation"), ("countv", "county"), ("sherifi", "sheriff"), ("jurisdlction", "jurisdiction")],
)  # fmt: skip
async def test_what_ocr_makes_of_a_word_is_near_it(typed: str, meant: str) -> None:
    assert nearby.distance(typed, meant, 2) <= nearby.allowed(typed)
    assert nearby.nearest(typed, [(meant, 3), ("zebra", 9), ("unrelated", 5)]) == (meant,)


@pytest.mark.parametrize(
    ("one", "other"), [("state", "county"), ("federal", "funeral"), ("policy", "police"), ("detain", "retainer")]
)
async def test_other_words_are_not_near(one: str, other: str) -> None:
    assert nearby.distance(one, other, 2) > 0.9


@given(st.text("abcdefghilmnorstuv01", min_size=1, max_size=12), st.text("abcdefghilmnorstuv01", min_size=1, max_size=12))
async def test_distance_is_fair(one: str, other: str) -> None:
    assert nearby.distance(one, one, 9) == 0
    assert nearby.distance(one, other, 99) == pytest.approx(nearby.distance(other, one, 99))


@given(st.text(max_size=20), st.text(max_size=20))
async def test_marks_differ_with_facet_and_value(one: str, other: str) -> None:
    assert (mark("kind", one) == mark("kind", other)) == (one.encode("utf-8", "replace") == other.encode("utf-8", "replace"))
    assert mark("kind", one) != mark("release", one)
    assert not any(c.isdigit() or c.isspace() for c in mark("kind", one))


async def test_a_row_without_values_has_no_marks() -> None:
    assert marks(*[""] * len(FACETS)) == ""
    assert set(FILTERS.values()) == set(FACETS)
    several = marks("", "", "", "", "", "", "(b)(5)\n(b)(6)", "").split()
    assert several == [mark("codes", "(b)(5)"), mark("codes", "(b)(6)")]


async def test_likeness_is_blind_to_case_and_spacing_and_silent_on_short_texts() -> None:
    text = "The county may not decline to take part in it."
    assert likeness(text) == likeness(text.upper().replace(" ", "\n ")) != likeness(text + " Ever.")
    assert likeness("The county may not.") == ""


async def test_bars_show_every_time_between_the_first_and_the_last() -> None:
    facets = {"year": [{"value": "2011", "n": 4}, {"value": "2008", "n": 2}], "month": [{"value": "2011-03", "n": 4}]}
    by_year = histogram.bars(histogram.by_time(facets, {}))
    assert [(bar.value, bar.n) for bar in by_year] == [("2008", 2), ("2009", 0), ("2010", 0), ("2011", 4)]
    assert max(bar.height for bar in by_year) == histogram.HEIGHT and by_year[1].height == 0
    by_month = histogram.bars(histogram.by_time(facets, {"year": "2011"}))
    assert len(by_month) == 12 and [bar.value for bar in by_month if bar.n] == ["2011-03"]
    assert histogram.bars(histogram.by_time({}, {})) == ()


async def test_a_sheet_holds_no_formula() -> None:
    rows = [("=1+1", "@SUM(A1)", 3, None), ("-2", "https://example.org", 0.5, "a\x00b")]
    assert b"'=1+1" in csv_bytes(("a", "b", "c", "d"), rows)
    book = zipfile.ZipFile(io.BytesIO(xlsx_bytes(("a", "b", "c", "d"), rows)))
    sheet = book.read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in sheet and b"hyperlink" not in sheet and b"=1+1" in book.read("xl/sharedStrings.xml")
    assert xlsx_bytes(("a",), [("b",)]) == xlsx_bytes(("a",), [("b",)])


async def test_what_the_search_needs_is_there_for_every_row(edition_folder: Path) -> None:
    database = sqlite3.connect(edition_folder / "foia.db")
    for where in searching.SEARCHABLE:
        facets = f"search_facets s ON s.scope = '{where}' AND s.at = t.rowid"
        missing = f"SELECT count(*) FROM {where} t LEFT JOIN {facets} WHERE s.at IS NULL"
        assert database.execute(missing).fetchone()[0] == 0
    words = {word for (word,) in database.execute("SELECT word FROM words")}
    assert "voluntary" in words and "thistle" not in words and "quillfeather" not in words
    assert json.loads(database.execute("SELECT found FROM stored_counts WHERE name = 'rows'").fetchone()[0])
    first = database.execute("SELECT min(rowid) FROM pages WHERE id NOT IN (SELECT page_id FROM claims)").fetchone()[0]
    assert first > database.execute("SELECT max(rowid) FROM pages WHERE id IN (SELECT page_id FROM claims)").fetchone()[0]
    database.close()
