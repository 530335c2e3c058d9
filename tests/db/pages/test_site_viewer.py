"""The page viewer: words laid over the picture, quotes found again, ways on, zoom, and the file as received in ranges."""

import hashlib
from pathlib import Path

import pytest
from datasette.app import Datasette
from hypothesis import given
from hypothesis import strategies as st

from db.building import load
from db.building.originals import inside
from db.building.words import PlacedWord
from db.gate.privacy import Gate, Known
from db.pages import overlay
from db.pages.originals import asked_range
from db.pages.quoted import find
from pipeline.records.finding import Withheld
from pipeline.store import Reader
from tests import tiny_edition
from tests.db.pages.visits import Ids, outline

pytestmark = pytest.mark.asyncio(loop_scope="session")
TEXT = "The county may not decline.\nThe board said: the county may not decline, and it wrote\nso in the letter of that day."


@pytest.mark.parametrize(
    ("quote", "prefix", "suffix", "found"),
    [
        ("the county may not decline", "", "", "The county may not decline"),
        ("the county may not decline,", "board said:", "and it wrote", "the county may not decline,"),
        ("The county may not decline.", "", "The board", "The county may not decline."),
        ("it  wrote so IN the\nletter", "", "", "it wrote\nso in the letter"),
        ("it wrote so in the lctter of that dav", "", "", "it wrote\nso in the letter of that day"),
    ],
)
async def test_a_quote_is_found_again(quote: str, prefix: str, suffix: str, found: str) -> None:
    place = find(TEXT, quote, prefix, suffix)
    assert place and TEXT[place.start : place.end] == found
    assert place.exact is (quote != "it wrote so in the lctter of that dav")


@pytest.mark.parametrize(
    "quote", ["", "§ .", "county decline may", "the sheriff signed it at noon on Monday", "lctter", "x" * 5000]
)
async def test_other_words_are_not_taken_for_a_quote(quote: str) -> None:
    assert find(TEXT, quote) is None


@given(st.text(max_size=200), st.text(max_size=60))
async def test_a_place_lies_in_the_text(text: str, quote: str) -> None:
    place = find(text, quote)
    assert place is None or 0 <= place.start < place.end <= len(text)


@given(st.lists(st.text("ab c", min_size=1, max_size=12).filter(str.strip), min_size=1, max_size=30), st.integers(0, 29))
async def test_words_of_a_text_are_found_in_it(words: list[str], at: int) -> None:
    text = " ".join(words)
    place = find(text, words[at % len(words)])
    assert place and place.exact


async def test_words_are_laid_line_by_line_where_they_stand() -> None:
    words = [
        PlacedWord(0, 3, 0.1, 0.1, 0.2, 0.12),
        PlacedWord(4, 6, 0.22, 0.1, 0.4, 0.12),
        PlacedWord(11, 2, 0.1, 0.2, 0.15, 0.22),
    ]
    lines = overlay.laid(words, "The county\nis", 600, 800)
    assert [[word.text for word in line.words] for line in lines] == [["The", "county"], ["is"]]
    assert lines[0].words[1].x == 132.0 and lines[0].words[1].width == 108.0
    assert 80 < lines[0].y < 96 and lines[1].y - lines[0].y == pytest.approx(80)
    assert overlay.laid([], "", 600, 800) == ()


async def test_numbers_of_claims_stand_in_the_margin_and_not_upon_each_other() -> None:
    line, later, lower = (0.2, 0.1, 0.5, 0.12), (0.6, 0.1, 0.8, 0.12), (0.3, 0.5, 0.5, 0.52)
    assert overlay.badges([(line,), (), (later,), (lower,)], 600, 800) == ((109.0, 88.0), None, (95.0, 88.0), (109.0, 408.0))
    assert overlay.badges([((0.0, 0.1, 0.5, 0.12),)], 600, 800) == ((7, 88.0),)
    assert overlay.badges([], 600, 800) == ()


async def test_the_viewer_lays_the_words_marks_quotes_and_leads_on(site: Datasette) -> None:
    held = (await site.client.get("/-/foia/search.json?q=liaison")).json()["hits"][0]
    key = f"{held['file_id']}-p{held['page_no']}"
    address = f"/-/foia/file/{key.replace('-p', '/p')}"
    data = (await site.client.get(f"{address}.json")).json()
    words = data["page"]["text"].split()
    quote = " ".join(words[3:8])
    answer = (await site.client.get(address, params={"quote": quote, "zoom": "large"})).text
    assert "The quote of this link is marked" in answer and 'class="box box-quote"' in answer and "viewer-large" in answer
    seen = outline(answer).tags
    assert sum(tag == "tspan" for tag, _ in seen) == len(words)
    assert any(tag == "link" and attrs.get("rel") == "next" for tag, attrs in seen)
    assert {attrs["accesskey"] for _, attrs in seen if "accesskey" in attrs} >= {"n", "g", "z"}
    gone = (await site.client.get(address, params={"quote": "these words stand on no page of it"})).text
    assert "do not stand on this page" in gone and "Search for them" in gone


async def test_names_are_marked_and_lead_to_their_page(site: Datasette) -> None:
    hit = (await site.client.get("/-/foia/search.json?q=liaison")).json()["hits"][0]
    text = (await site.client.get(f"/-/foia/file/{hit['file_id']}/p{hit['page_no']}")).text
    assert "Named on this page" in text and 'class="box box-mention"' in text


async def test_go_leads_to_pages_and_bates_numbers(site: Datasette, ids: Ids) -> None:
    file_id = ids["pages"][0].rpartition("-p")[0]
    for to, path in (("2", f"/-/foia/file/{file_id}/p2"), ("MARLOW 10-0042.0000001", "/p1")):
        answer = await site.client.get("/-/foia/go", params={"file": file_id, "to": to}, follow_redirects=False)
        assert answer.status_code == 302 and answer.headers["location"].endswith(path)
    for to in ("", "nothing", "99999999999", "²", "//example.org"):
        answer = await site.client.get("/-/foia/go", params={"file": file_id, "to": to}, follow_redirects=False)
        assert answer.status_code == 404 and 'name="q"' in answer.text


@pytest.fixture(scope="module")
def offered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition built with its originals, of which one picture holds nothing that is withheld."""
    root = tmp_path_factory.mktemp("offered")
    made = tiny_edition.tiny_records()
    data = {file.name: f"made-up bytes of {number}".encode() for number, file in enumerate(made.files)}
    press = next(file for file in made.files if file.name == "press.txt")
    picture = tiny_edition.file_of("sample", "picture.png", "image/png")
    made.files.append(picture)
    made.outputs["probe", picture.id] = made.outputs["probe", press.id].__class__(picture.id, 1)
    tiny_edition.page_of(made, picture, 1, ("A notice on the wall.",))
    made.outputs["screen", picture.id] = ()
    data[picture.name] = b"a picture " * 100
    files, digests = [], {}
    for file in made.files:
        digests[file.id] = hashlib.sha256(data[file.name]).hexdigest()
        files.append(
            type(file)(file.id, file.release_id, file.name, digests[file.id], len(data[file.name]), file.media_type, file.also)
        )
        path = root / "corpus" / file.release_id / file.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data[file.name])
    made.files = files
    load.build(
        Reader(tiny_edition.write(made, root / ".artifacts")), root / "db", "2026-01-02T03:04:05Z", originals=root / "corpus"
    )
    return root / "db"


async def test_only_what_holds_nothing_withheld_is_offered(offered: Path, site: Datasette) -> None:
    assert sorted(path.suffix for path in (offered / "originals").iterdir()) == [".pdf", ".png"]
    served = Datasette([], immutables=[str(offered / "foia.db")])
    await served.invoke_startup()
    files = (await served.client.get("/foia/files.json?_shape=array")).json()
    assert sum(bool(row["original"]) for row in files) == 2
    assert all(bool(row["original"]) is not bool(row["not_offered"]) for row in files)
    closed = [row for row in files if "withheld" in row["not_offered"]]
    assert len(closed) == 2, "the thread with its secrets and the release that repeats one"
    name = next(row["original"] for row in files if row["name"] == "picture.png")
    whole = await served.client.get(f"/-/foia/original/{name}")
    assert whole.status_code == 200 and hashlib.sha256(whole.content).hexdigest() == name.partition(".")[0]
    assert "attachment" in whole.headers["content-disposition"] and whole.headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in whole.headers["content-security-policy"]
    part = await served.client.get(f"/-/foia/original/{name}", headers={"Range": "bytes=2-8"})
    assert (part.status_code, part.content, part.headers["content-range"]) == (206, whole.content[2:9], "bytes 2-8/1000")
    assert (await served.client.get(f"/-/foia/original/{name}", headers={"Range": "bytes=5000-"})).status_code == 416
    assert (await served.client.get(f"/-/foia/original/{name}", headers={"If-None-Match": f'"{name}"'})).status_code == 304
    for bad in ("0" * 64 + ".png", "..%2Ffoia.db", "..%2Fprivate.db", name + ".json", name.replace(".png", ".pdf")):
        assert (await served.client.get(f"/-/foia/original/{bad}")).status_code == 404, bad
    assert not (Path(site.get_database("foia").path).parent / "originals").exists(), "not asked for, not offered"


@pytest.mark.parametrize(
    ("header", "span"),
    [("", (0, 99)), ("bytes=0-", (0, 99)), ("bytes=10-19", (10, 19)), ("bytes=-5", (95, 99)), ("bytes=90-900", (90, 99)),
     ("bytes=100-", None), ("bytes=20-10", None), ("bytes=-0", None), ("bytes=0-1,5-9", (0, 99)), ("lines=1-2", (0, 99)),
     ("bytes=-", (0, 99)), ("bytes=a-b", (0, 99))],
)  # fmt: skip
async def test_ranges(header: str, span: tuple[int, int] | None) -> None:
    assert asked_range(header, 100) == span


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"%PDF-1.4 /Type /Page %%EOF", ""),
        (b"%PDF-1.4 /Linearized 1 %%EOF %%EOF", ""),
        (b"%PDF-1.4 %%EOF %%EOF", "earlier versions"),
        (b"%PDF-1.4 /EmbeddedFiles 3 0 R %%EOF", "attachments"),
        (b"%PDF-1.4 /Subtype /FreeText %%EOF", "notes"),
        (b"%PDF-1.4 /Author (A clerk) %%EOF", "description"),
        (b"%PDF-1.4 /Note (Rowan Thistle) %%EOF", "withheld"),
        (b"%PDF-1.4 " + "Rowan Thistle".encode("utf-16-be") + b" %%EOF", "withheld"),
    ],
)
async def test_a_pdf_that_holds_more_than_its_pages_is_not_offered(data: bytes, told: str) -> None:
    gate = Gate((Withheld("p", "person-name", 0, 13, "Rowan Thistle", (), "test"),), Known())
    reason = inside(data, "application/pdf", gate)
    assert told in reason and bool(told) is bool(reason)
