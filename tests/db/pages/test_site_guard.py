"""Every answer of the server, Datasette's own included: safe CSV, configured links, named fields, no payload that runs."""

import csv
import io
import itertools
import re
import sqlite3
from pathlib import Path

import pytest
import pytest_asyncio
from datasette.app import Datasette
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from db.contract import metadata, schema
from db.pages.guard import CsvText, addressed, readable
from tests.db.pages.visits import Ids, addresses, outline, twin

PAYLOADS = ("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "javascript:alert(1)", "'-alert(1)-'", "{{ 7*191 }}")
# Columns whose values lead to other rows, hold JSON, or are one of a few words the code knows; the rest takes any text.
KEPT = {"sha256", "image", "also", "codes", "boxes", "reasons", "aliases", "boxes_left", "boxes_right", "changes"}


def passed(text: str, size: int) -> str:
    """The text through the rewriter in pieces of this many bytes."""
    data, rewriter = text.encode(), CsvText()
    pieces = [data[at : at + size] for at in range(0, len(data), size)] or [b""]
    return b"".join(rewriter.bytes(piece, at == len(pieces) - 1) for at, piece in enumerate(pieces)).decode("utf-8-sig")


CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)


@settings(deadline=None)
@given(st.lists(st.lists(CELLS, min_size=2, max_size=3), min_size=1, max_size=5), st.integers(1, 40))
def test_csv_keeps_its_cells_and_none_runs(rows: list[list[str]], size: int) -> None:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    found = list(csv.reader(io.StringIO(passed(out.getvalue(), size), newline="")))
    wanted = list(csv.reader(io.StringIO(out.getvalue(), newline="")))
    assert [len(row) for row in found] == [len(row) for row in wanted]
    for before, after in zip(itertools.chain(*wanted), itertools.chain(*found), strict=True):
        assert after in (before, f"'{before}")
        assert not re.match(r"\s*[=+@]|\s*-\D", after) or re.fullmatch(r"[-+]?\d+(\.\d+)?([eE][-+]?\d+)?", after)


@pytest.mark.parametrize(
    ("cell", "after"), [("-3", "-3"), ("-0.5", "-0.5"), ("1e-05", "1e-05"), ("-3+cmd", "'-3+cmd"), ("+x", "'+x")]
)
def test_numbers_stay(cell: str, after: str) -> None:
    assert passed(f"a,b\r\n{cell},x\r\n", 7) == f"a,b\r\n{after},x\r\n"


def test_a_request_is_one_to_the_configured_address() -> None:
    scope = {"headers": [(b"host", b"evil.example"), (b"accept", b"*/*")], "scheme": "http"}
    assert addressed(scope, "") is scope
    told = addressed(scope, "https://records.example/foia")
    assert told["scheme"] == "https" and (b"host", b"records.example") in told["headers"]
    assert b"evil" not in repr(told["headers"]).encode() and (b"accept", b"*/*") in told["headers"]


def test_fields_get_names_and_data_stays() -> None:
    data = "&lt;select name=&#34;_filter_op&#34;&gt; h3"
    made = readable(Markup(f'<h3>{data}</h3><select name="_filter_op_1"><input type="text" name="_filter_value">'))
    assert made.count("aria-label") == 2 and f"<h2>{data}</h2>" in made


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def hostile(edition_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Datasette:
    """The tiny edition with every payload in every text column and in every text of its metadata."""
    path = tmp_path_factory.mktemp("hostile") / "foia.db"
    path.write_bytes((edition_folder / "foia.db").read_bytes())
    payload = " ".join(PAYLOADS)
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA foreign_keys = OFF")
        for table in schema.TABLES:
            for column in table.columns:
                name = column.name.strip('"')
                if not column.sql.startswith("TEXT") or name in KEPT or name.endswith("id") or "REFERENCES" in column.sql:
                    continue
                if table.name in ("edition", "stored_counts") or "CHECK" in column.sql:
                    continue
                where = f"WHERE {column.name} IS NOT NULL"
                db.execute(f"UPDATE {table.name} SET {column.name} = ? || {column.name} {where}", (payload,))
        db.execute("UPDATE edition SET value = ? WHERE key NOT IN ('topics', 'engines', 'tools')", (payload,))
        db.execute(
            "UPDATE edition SET value = replace(value, 'Taking part', ?) WHERE key = 'topics'", ("<script>alert(1)</script>",)
        )
        # The full-text indexes follow, or SQLite takes the file for damaged.
        indexes = db.execute(
            "SELECT name FROM sqlite_master WHERE sql LIKE '%USING fts5%content=%' AND name <> 'pairs_fts'"
        ).fetchall()
        for (index,) in indexes:
            db.execute(f"INSERT INTO {index}({index}) VALUES ('rebuild')")
    db.close()
    columns = {column.name.strip('"'): payload for column in schema.TABLES[1].columns}
    tables = {table.name: {"description": payload, "title": payload, "columns": columns} for table in schema.TABLES}
    told = {"title": payload, "description": payload, "databases": {"foia": {"title": payload, "tables": tables}}}
    told["plugins"] = {"foia_pages": {"site_url": "https://records.example", "citation": payload + " {title} {url}"}}
    datasette = Datasette([], immutables=[str(path)], metadata=told, settings={"suggest_facets": False})
    await datasette.invoke_startup()
    return datasette


OWN_HANDLERS = ("openColumnChooser()",)  # of Datasette 1.0's own buttons


def unsafe(text: str) -> list[object]:
    """What in this markup came from a payload and would run or lead somewhere."""
    found: list[object] = []
    for tag, attrs in outline(text).tags:
        if tag == "img" or any(name.startswith("on") and value not in OWN_HANDLERS for name, value in attrs.items()):
            found.append((tag, attrs))
        for name in ("href", "src", "action"):
            if (attrs.get(name) or "").lower().startswith(("javascript:", "data:")):
                found.append((tag, attrs))
    scripts = re.findall(r"<script[^>]*>(.*?)</script>", text, re.DOTALL)
    return found + [script for script in scripts if "alert(1)" in script and "\\u003c" not in script]


@pytest.mark.slow
@pytest.mark.asyncio(loop_scope="session")
async def test_payloads_in_every_column_stay_text_on_our_pages(hostile: Datasette, ids: Ids) -> None:
    seen = 0
    for address in ["/", *addresses(ids)]:
        answer = await hostile.client.get(address)
        assert answer.status_code in (200, 404), address
        assert "<script" not in answer.text and not unsafe(answer.text), address
        assert "1337" not in answer.text, "a template in the data was run"
        seen += "&lt;script&gt;alert(1)" in answer.text
        if address != "/":
            other = await hostile.client.get(twin(address))
            assert other.headers["content-type"].startswith("application/json"), address
    assert seen > 40


@pytest.mark.slow
@pytest.mark.asyncio(loop_scope="session")
async def test_payloads_in_every_column_stay_text_on_datasettes_pages(hostile: Datasette, ids: Ids) -> None:
    rows = [f"/foia/{table}/{ids[table][0]}" for table in ("claims", "pages", "documents", "contradictions")]
    for path in ["/foia", *(f"/foia/{table.name}" for table in schema.TABLES), *rows]:
        answer = await hostile.client.get(path)
        assert answer.status_code == 200, path
        assert not unsafe(answer.text) and "<script>alert(1)" not in answer.text, path
        assert 'lang="en"' in answer.text and "<main" in answer.text, path


@pytest.mark.asyncio(loop_scope="session")
async def test_datasettes_csv_is_safe_and_its_links_are_configured(hostile: Datasette) -> None:
    for name in ("claims", "contradiction_sheet", "documents"):
        answer = await hostile.client.get(f"/foia/{name}.csv?_stream=1&_size=max", headers={"host": "evil.example"})
        assert answer.content.startswith(b"\xef\xbb\xbf") and answer.content.count(b"\xef\xbb\xbf") == 1
        rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))
        assert len(rows) > 1 and len({len(row) for row in rows}) == 1
    for path in ("/foia/claims", "/foia/claims.json", "/foia/claims.json?_size=2", "/foia"):
        answer = await hostile.client.get(path, headers={"host": "evil.example"})
        assert "evil.example" not in answer.text + str(answer.headers), path


async def test_a_row_is_shown_a_line_for_each_column_with_what_it_means(site: Datasette, ids: dict[str, list[str]]) -> None:
    text = (await site.client.get(f"/foia/claims/{ids['claims'][0]}")).text
    claims = next(table for table in schema.TABLES if table.name == "claims")
    assert text.count('<th scope="row">') == len(claims.columns)
    assert "Who says it, as printed; empty when unknown." in text and f'/-/foia/claim/{ids["claims"][0]}"' in text
    assert "0 rows" not in text


async def test_what_the_columns_mean_is_folded_away_above_a_table(edition_folder: Path) -> None:
    site = Datasette([], immutables=[str(edition_folder / "foia.db")], metadata=metadata.metadata({}))
    await site.invoke_startup()
    text = (await site.client.get("/foia/claims")).text
    assert '<details class="columns"><summary>What the columns mean</summary><dl class="column-descriptions">' in text
    assert "Who says it, as printed; empty when unknown." in text
