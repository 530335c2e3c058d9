import argparse
import csv
import json
import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tiny_edition import SECRETS, SSN, XSS, make_artifacts

from db import commands
from db.citations.cite import FIELDS, TEMPLATE, filled
from db.contract import metadata, schema
from db.export import defused
from pipeline.errors import ConfigError, PrivacyError, UsageError


def foia(root, *words):
    """Runs a command as the command line does and returns its exit code."""
    common = argparse.ArgumentParser(add_help=False)
    for name in ("corpus", "artifacts", "db", "topics"):
        common.add_argument(f"--{name}", type=type(root), default=root / {"artifacts": ".artifacts"}.get(name, name))
    common.add_argument("--json", action="store_true")
    top = argparse.ArgumentParser()
    commands.register(top.add_subparsers(required=True), [common])
    args = top.parse_args(list(words))
    return args.run(args)


@pytest.fixture
def root(folder):
    """A place with a published edition in `db`."""
    return folder.parent


def ids(root, sql):
    with sqlite3.connect(root / "db" / "foia.db") as db:
        return [row[0] for row in db.execute(sql)]


def test_build_prints_counts_and_what_was_not_read(tmp_path, capsys):
    make_artifacts(tmp_path)
    assert foia(tmp_path, "build") == 0
    out = capsys.readouterr()
    assert "6 pages (2 with text, 3 by OCR, 1 blank)" in out.out and "3 contradictions, 1 announced changes" in out.out
    assert "locked.pdf: A password is needed. Add it to release.toml." in out.out and "not reviewed" in out.out
    assert "press.txt" in out.err
    assert foia(tmp_path, "check") == 0
    assert "nothing withheld" in capsys.readouterr().out


def test_build_speaks_json(tmp_path, capsys):
    make_artifacts(tmp_path)
    assert foia(tmp_path, "build", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["edition"]["pages"] == 6 and len(told["failures"]) == 3 and told["orphaned_verdicts"] == []


def test_build_without_a_run_says_what_to_do(tmp_path):
    with pytest.raises(UsageError, match="foia ingest"):
        foia(tmp_path, "build")


@pytest.mark.parametrize("words", [("check",), ("serve",), ("cite", "x"), ("export",)])
def test_every_command_needs_a_database(tmp_path, words):
    with pytest.raises(UsageError, match="foia build") as caught:
        foia(tmp_path, *words)
    assert caught.value.exit_code == 2


def test_check_ends_with_5_on_a_leak_and_1_on_other_damage(root, capsys):
    with sqlite3.connect(root / "db" / "foia.db") as db:
        db.execute("DELETE FROM contradiction_sheet WHERE kind = 'shift'")
    assert foia(root, "check") == 1
    assert "foia build" in capsys.readouterr().out
    with sqlite3.connect(root / "db" / "foia.db") as db:
        db.execute("UPDATE edition SET value = ? WHERE key = 'code'", (SSN,))
    assert foia(root, "check", "--json") == 5
    out = capsys.readouterr().out
    assert SSN not in out and json.loads(out)["problems"][0]["leak"]


def test_the_site_is_the_public_database_alone(root):
    command = commands.serve_command(root / "db", "127.0.0.1", 8001, public=False)
    assert command[command.index("-i") + 1].endswith("foia.db")
    assert not any("private" in word or "artifacts" in word or "reviews" in word for word in command)
    assert "default_allow_sql" not in command
    public = commands.serve_command(root / "db", "0.0.0.0", 8001, public=True)
    told = {public[at + 1]: public[at + 2] for at, word in enumerate(public) if word == "--setting"}
    assert {told[name] for name in ("default_allow_sql", "allow_download", "allow_facet", "allow_csv_stream")} == {"off"}
    counts = json.loads((root / "db" / "inspect.json").read_text())["foia"]
    assert counts["tables"]["pages"]["count"] == 6 and len(counts["hash"]) == 64
    assert commands.check.check(root / "db") == ()


def test_a_leaky_edition_is_not_served_to_others(root):
    with sqlite3.connect(root / "db" / "foia.db") as db:
        db.execute("UPDATE edition SET value = ? WHERE key = 'code'", (SSN,))
    with pytest.raises(PrivacyError):
        foia(root, "serve", "--public", "--port", "0")


def test_a_taken_port_is_told(root):
    with commands.socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(UsageError, match="--port"):
        foia(root, "serve", "--port", str(taken.getsockname()[1]))


def test_metadata_describes_every_column_and_hides_the_machinery(db):
    tables = metadata.tables({})
    for table in schema.TABLES:
        assert set(tables[table.name]["columns"]) == {column.name.strip('"') for column in table.columns}
        columns = tables[table.name]["columns"]
        assert {tables[table.name].get("sort_desc", "")} <= {*columns, ""} and set(tables[table.name].get("facets", ())) <= {
            *columns
        }
        assert tables[table.name].get("label_column", "") in {*columns, ""}
    hidden = {name for name, about in tables.items() if about.get("hidden")}
    assert {"page_words", "pages_fts", "claims_fts_data"} <= hidden and "claims" not in hidden
    told = metadata.metadata(dict(db.execute("SELECT key, value FROM edition")))
    assert "not reviewed" in told["description"] and "made-up" in told["description"]
    every = {row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")}
    assert set(tables) == every


def test_a_claim_is_cited_with_its_pin(root, capsys):
    (key,) = ids(root, "SELECT id FROM claims WHERE speaker = 'Field Office Liaison'")
    assert foia(root, "cite", key, "--site", "https://records.example/") == 0
    told = capsys.readouterr().out
    for part in ("Field Office Liaison to Regional Desk", "2010-05-12", "MARLOW 10-0042.0000001", "page 1", "Marlow v. Examples",
                 f"https://records.example/-/foia/claim/{key}."):  # fmt: skip
        assert part in told


def test_a_contradiction_is_cited_on_both_sides(root, capsys):
    (key,) = ids(root, "SELECT id FROM contradictions WHERE kind = 'stance'")
    assert foia(root, "cite", key, "--json") == 0
    assert len(json.loads(capsys.readouterr().out)["citations"]) == 2


def test_documents_and_pages_are_cited_and_unknown_parts_left_out(root, capsys):
    (document,) = ids(root, "SELECT id FROM documents WHERE title = 'Public notice'")
    (page,) = ids(root, "SELECT id FROM pages WHERE file = 'press.txt' AND page_no = 2")
    assert foia(root, "cite", document) == 0 and foia(root, "cite", page) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("Agency of Examples, “Public notice”, 2011-06 (press.txt, page 2), Marlow County emails")
    assert f"/-/foia/file/{page[:16]}/p2." in second and ", ," not in first + second


def test_a_retired_id_is_cited_as_what_replaced_it(root, capsys):
    (key,) = ids(root, "SELECT id FROM documents WHERE title = 'Public notice'")
    with sqlite3.connect(root / "db" / "foia.db") as db:
        db.execute("INSERT INTO id_aliases VALUES ('retired', 'document', ?)", (key,))
    assert foia(root, "cite", "retired") == 0
    assert key in capsys.readouterr().out


def test_an_unknown_id_is_a_usage_error_that_names_what_is_near(root):
    (key,) = ids(root, "SELECT id FROM contradictions WHERE kind = 'stance'")
    with pytest.raises(UsageError, match=f"contradiction {key}") as caught:
        foia(root, "cite", key[:10])
    assert caught.value.exit_code == 2
    with pytest.raises(UsageError, match="address of each page"):
        foia(root, "cite", "")


def test_the_citation_template_can_be_edited_and_is_checked(root, capsys):
    (root / "corpus").mkdir()
    template = root / "corpus" / "citation.txt"
    template.write_text("{title} [at {bates}] [({litigation})]", encoding="utf-8")
    (key,) = ids(root, "SELECT id FROM documents WHERE title = 'Public notice'")
    foia(root, "cite", key)
    assert capsys.readouterr().out == "Public notice (Marlow v. Examples, 10-cv-0042)\n"
    template.write_text("{titel}", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"Did you mean \{title\}"):
        foia(root, "cite", key)


@given(st.dictionaries(st.sampled_from(FIELDS), st.text("ab{}[] ,", max_size=12)))
def test_any_field_can_be_printed_and_no_part_without_its_field_is(fields):
    told = filled(TEMPLATE, fields)
    for name, mark in (("request", "FOIA request"), ("title", "“"), ("recipients", " to ")):
        assert (mark in told) <= bool(fields.get(name))
    assert told.endswith(".")


def test_a_bracket_in_a_record_is_not_one_of_the_template():
    assert filled("[{title}][, {bates}]", {"title": "Memo [draft {bates}]", "bates": ""}) == "Memo [draft {bates}]"


def test_exports_carry_ids_and_links(root, tmp_path):
    (root / "corpus").mkdir(exist_ok=True)
    (root / "corpus" / "site.toml").write_text('url = "https://records.example/"')
    assert foia(root, "export", "--to", str(tmp_path / "out"), "--corpus", str(root / "corpus")) == 0
    for name, kind in (("claims", "claim"), ("contradiction_sheet", "contradiction")):
        rows = list(csv.DictReader((tmp_path / "out" / f"{name}.csv").open(encoding="utf-8-sig")))
        assert rows and all(row["link"] == f"https://records.example/-/foia/{kind}/{row['id']}" for row in rows)
    assert rows[0]["left_claim_id"] and rows[0]["right_claim_id"]


def test_export_writes_tables_a_spreadsheet_opens_safely(root, tmp_path, capsys):
    with sqlite3.connect(root / "db" / "foia.db") as db:
        db.execute("UPDATE contradiction_sheet SET explanation = '=cmd()', left_speaker = ' @x', right_speaker = '+1'")
    assert foia(root, "export", "--to", str(tmp_path / "out")) == 0
    assert len(capsys.readouterr().out.splitlines()) == 11
    found = {}
    for path in (tmp_path / "out").glob("*.csv"):
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
        assert not any(secret in path.read_text("utf-8") for secret in SECRETS)
        with path.open(encoding="utf-8-sig", newline="") as handle:
            found[path.stem] = list(csv.DictReader(handle))
    assert {name: len(rows) for name, rows in found.items()} == {
        "contradiction_sheet": 4, "claims": 8, "failures": 3, "exemption_log": 1,
        "stamps": 2, "bates_breaks": 1, "withholding_log": 1, "exemption_totals": 4, "related_pairs": 1, "related_reasons": 2,
    }  # fmt: skip
    first = found["contradiction_sheet"][0]
    assert (first["explanation"], first["left_speaker"], first["right_speaker"]) == ("'=cmd()", "' @x", "'+1")
    log = found["exemption_log"][0]
    assert (log["exemptions"], log["boxes"], log["area"], log["page"]) == ("(b)(6)", "1", "0.0018", "1") and XSS in log[
        "document"
    ]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@sum", "\tx", "\r=1", " =1"])
def test_formulas_are_defused(cell):
    assert defused(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["plain", "", None, -3, 0.5, "a=b", "(b)(6)"])
def test_other_cells_stay(cell):
    assert defused(cell) == cell


def test_a_page_is_cited_by_its_bates_number(root, db, capsys):
    page, bates = db.execute("SELECT id, bates FROM pages WHERE bates <> '' ORDER BY id").fetchone()
    assert foia(root, "cite", page) == 0
    by_id = capsys.readouterr().out
    assert foia(root, "cite", f" {bates} ") == 0
    assert capsys.readouterr().out == by_id and bates in by_id


@pytest.mark.parametrize(
    ("spoilt", "told"),
    [
        ("ALTER TABLE pages DROP COLUMN rotation", "no column rotation in pages"),
        ("DROP TABLE reasons", "no table reasons"),
        ("ALTER TABLE claims RENAME COLUMN stance TO side", "no column stance in claims"),
    ],
)
@pytest.mark.parametrize("words", [("serve",), ("cite", "x"), ("verify", "x"), ("export",)])
def test_an_edition_of_another_version_is_not_served_but_named(root, spoilt, told, words):
    with sqlite3.connect(root / "db" / "foia.db") as db:
        for kind, name in db.execute("SELECT type, name FROM sqlite_master WHERE type IN ('view', 'trigger')").fetchall():
            db.execute(f"DROP {kind} {name}")
        db.execute(spoilt)
    with pytest.raises(UsageError, match=told) as caught:
        foia(root, *words)
    assert "foia build" in caught.value.remedy


def test_what_is_no_database_is_named(root):
    (root / "db" / "foia.db").write_bytes(b"SQLite format 3\0" + b"\0" * 5000)
    with pytest.raises(UsageError, match=r"cannot be read as a database|has no table"):
        foia(root, "serve")


def test_check_for_a_list_ends_with_5_where_a_string_can_be_read_and_prints_none(root, capsys):
    listed = root / "list.txt"
    listed.write_text("Zebedia Vandersloot\n")
    assert foia(root, "check", "--for", str(listed)) == 0
    assert "Of 1 strings looked for, 0 can be read." in capsys.readouterr().out
    (root / "db" / "extra.txt").write_text("zebedia vandersloot")
    assert foia(root, "check", "--for", str(listed)) == 5
    told = capsys.readouterr().out
    assert "Line 1" in told and "extra.txt" in told and "Zebedia" not in told
