"""What waits for a person is told in private, with what would come of it; in public it is three counts, and no word of it."""

from __future__ import annotations

import argparse
import contextlib
import json
import re
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from tiny_edition import PRESS, Records

from db.building.waiting import says_draft
from db.gate import held
from pipeline import errors
from pipeline.errors import UsageError
from pipeline.records import spans
from pipeline.records.finding import Hiding, Withheld
from pipeline.reviewed import decisions

NUMBER = "0123456789abcdef"


def waits(records: Records, text: str, codes: tuple[str, ...], by: str = "") -> None:
    """The records with this text withheld because a page of another paper hides it under these codes."""
    pages = [out for (stage, _), out in sorted(records.outputs.items()) if stage == "read"]
    page = next(one for one in pages if text in one.text)
    span = (page.text.index(text), page.text.index(text) + len(text))
    one = Withheld(page.id, "hidden-in-copy", *span, text, spans.boxes(page, *span), "another copy of this page hides it")
    hiding = Hiding(page.id, *span, (by or next(each.id for each in pages if each.id != page.id),), codes, NUMBER)
    records.outputs["relate", "corpus"] = replace(records.outputs["relate", "corpus"], withheld=(one,), hidings=(hiding,))


def rows(folder: Path, sql: str, name: str = "private.db") -> list[tuple[object, ...]]:
    with contextlib.closing(sqlite3.connect(folder / name)) as db:
        return db.execute(sql).fetchall()


def counts(folder: Path) -> dict[object, object]:
    return dict(rows(folder, "SELECT key, value FROM edition WHERE key LIKE 'waiting%'", "foia.db"))


def test_private_rows_tell_the_passage_and_what_rests_on_it(records, publish, tmp_path):
    waits(records, PRESS[3], ("(b)(5)",))
    publish(records)
    found = rows(tmp_path / "db", "SELECT codes, passage, file, page_no, text, sent, claims, pairs FROM waiting")
    assert found == [('["(b)(5)"]', NUMBER, "press.txt", 1, PRESS[3], 0, 1, 1)]
    assert rows(tmp_path / "db", "SELECT quote FROM waiting_claims") == [(PRESS[3],)]
    pairs = rows(tmp_path / "db", "SELECT kind, left_quote, right_quote FROM waiting_pairs")
    assert sorted(kind for kind, *_ in pairs) == ["shift", "stance"]
    assert all(PRESS[3] in quotes and all(quotes) for _, *quotes in pairs)
    assert counts(tmp_path / "db") == {"waiting_passages": "1", "waiting_claims": "1", "waiting_pairs": "1"}


def test_no_published_byte_holds_the_passage_or_its_number(records, publish, tmp_path):
    waits(records, PRESS[3], ("(b)(5)",))
    publish(records)
    files = [path for path in (tmp_path / "db").rglob("*") if path.is_file() and path.name != "private.db"]
    assert files and not any(sign.encode() in path.read_bytes() for path in files for sign in (PRESS[3], PRESS[3][:40], NUMBER))


@pytest.mark.parametrize("codes", [("(b)(6)",), ("(b)(7)(C)",), ("(b)(5)", "(b)(6)"), ("",), ("", "(b)(5)")])
def test_what_guards_a_person_gets_no_number(records, publish, tmp_path, codes):
    waits(records, PRESS[3], codes)
    publish(records)
    assert rows(tmp_path / "db", "SELECT codes, passage FROM waiting") == [(json.dumps(codes), "")]
    (group,) = held.read(tmp_path / "db")
    assert group["release"] == [] and group["claims"] == 1


def test_nothing_waits_where_no_copy_hides_anything(folder):
    assert held.read(folder) == [] and set(counts(folder).values()) == {"0"}


@pytest.mark.parametrize(("line", "sent"), [("DRAFT - not for release", 1), ("The draft was sent on Monday.", 0)])
def test_a_draft_that_hides_what_another_paper_shows_is_told(records, publish, tmp_path, line, sent):
    mail = records.files[0]
    page = next(out for (stage, _), out in sorted(records.outputs.items()) if stage == "read" and out.file_id == mail.id)
    at = page.text.index("The office (b)(6) will")
    end = page.text.index("\n", at)
    text = page.text[:at] + line.ljust(end - at)[: end - at] + page.text[end:]
    records.outputs["read", page.id] = replace(page, text=text)
    waits(records, PRESS[3], ("(b)(5)",), page.id)
    publish(records)
    assert rows(tmp_path / "db", "SELECT sent FROM waiting") == [(sent,)]


@pytest.mark.parametrize(
    ("line", "whether"),
    [
        ("DRAFT", True),
        ("*** DRAFT ***", True),
        ("Draft 3 - not for release", True),
        ("PRE-DECISIONAL DRAFT", True),
        ("DRAFT/FOR OFFICIAL USE ONLY", True),
        ("DRAFT " + "- " * 200, True),
        ("DRAFT " + "-" * 400 + " rev. 2", False),  # and it is told at once
        ("-" * 4000, False),
        ("Draft agreements were sent. None came back", False),
        ("The clerk said, a DRAFT", False),
        ("No DRAFT of it was ever shown to anybody who asked for one", False),
        ("a drafty room", False),
        ("", False),
    ],
)
def test_which_lines_call_their_page_a_draft(line: str, whether: bool) -> None:
    assert says_draft(line) is whether


def said(folder, capsys, *more):
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--db", type=Path, default=folder)
    common.add_argument("--json", action="store_true")
    top = argparse.ArgumentParser()
    held.register(top.add_subparsers(required=True), [common])
    args = top.parse_args(["held", *more])
    assert args.run(args) == errors.EXIT_DONE
    return capsys.readouterr().out


def test_the_command_lists_places_and_counts_and_no_word_unless_asked(records, publish, tmp_path, capsys):
    waits(records, PRESS[3], ("(b)(5)",))
    publish(records)
    plain = said(tmp_path / "db", capsys)
    assert "press.txt page 1" in plain and "1 passage, 1 claim, 1 listed pair" in plain and PRESS[3][:25] not in plain
    assert PRESS[3][:25] not in said(tmp_path / "db", capsys, "--json")
    full = said(tmp_path / "db", capsys, "--text")
    assert PRESS[3] in full and "participation-voluntary" in full
    (group,) = json.loads(said(tmp_path / "db", capsys, "--text", "--json"))["held"]
    assert group["release"] == [NUMBER] and group["texts"][0]["text"] == PRESS[3]


def test_its_lines_are_a_decision_once_somebody_says_why(records, publish, tmp_path, capsys):
    waits(records, PRESS[3], ("(b)(5)",))
    publish(records)
    lines = said(tmp_path / "db", capsys).split("\n")
    block = "\n".join(line for line in lines if line and not line.startswith(("#", "1 passage")))
    filled = re.sub(r'(why|by) = ""', r'\1 = "it was sent"', block).replace('on = ""', 'on = "2026-03-09"')
    (tmp_path / "privacy.toml").write_text(filled)
    assert [(one.publish, one.passages) for one in decisions(tmp_path)] == [(True, (NUMBER,))]


def test_without_an_edition_or_with_an_old_one_the_remedy_is_told(tmp_path):
    with pytest.raises(UsageError):
        held.read(tmp_path)
    sqlite3.connect(tmp_path / "private.db").close()
    with pytest.raises(UsageError, match="earlier version"):
        held.read(tmp_path)
