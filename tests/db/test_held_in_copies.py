"""What one copy of a page shows and another hides: out of every published byte, and with it what rests on it."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from tiny_edition import PRESS

from db.check import check
from pipeline.records import spans
from pipeline.records.finding import Withheld


def hidden_in_a_copy(records, text):
    """The records with this text of a page withheld because a copy hides it, and the page's id."""
    page = next(out for (stage, _), out in records.outputs.items() if stage == "read" and text in out.text)
    start = page.text.index(text)
    span = (start, start + len(text))
    held = Withheld(page.id, "hidden-in-copy", *span, text, spans.boxes(page, *span), "another copy of this page hides it")
    records.outputs["relate", "corpus"] = replace(records.outputs["relate", "corpus"], withheld=(held,))
    return page.id


def column(folder, sql, *values, name="foia.db"):
    db = sqlite3.connect(folder / name)
    found = [row[0] for row in db.execute(sql, values)]
    db.close()
    return found


def test_the_words_are_in_no_published_byte_and_kept_in_private(records, publish, tmp_path):
    quote = PRESS[3]
    page_id = hidden_in_a_copy(records, quote)
    publish(records)
    folder = tmp_path / "db"
    files = [path for path in folder.rglob("*") if path.is_file() and path.name != "private.db"]
    assert not any(quote.encode() in path.read_bytes() for path in files)
    assert quote not in column(folder, "SELECT text FROM pages WHERE id = ?", page_id)[0]
    assert column(folder, "SELECT text FROM withheld WHERE kind = 'hidden-in-copy'", name="private.db") == [quote]
    assert not [problem for problem in check(folder) if problem.leak]


def test_a_claim_that_rests_on_them_and_its_pairs_are_left_out_and_others_stay(records, publish, folder, tmp_path):
    before = column(folder, "SELECT quote FROM claims")
    pairs = column(folder, "SELECT id FROM contradictions")
    resting = column(
        folder,
        "SELECT x.id FROM contradictions x JOIN claims c ON c.id IN (x.left_claim_id, x.right_claim_id) WHERE c.quote = ?",
        PRESS[3],
    )
    hidden_in_a_copy(records, PRESS[3])
    publish(records)
    assert sorted(column(tmp_path / "db", "SELECT quote FROM claims")) == sorted(quote for quote in before if quote != PRESS[3])
    assert resting and set(column(tmp_path / "db", "SELECT id FROM contradictions")) == set(pairs) - set(resting)


def test_where_no_copy_hides_anything_all_claims_are_published(records, publish, folder, tmp_path):
    publish(records)
    assert column(tmp_path / "db", "SELECT id FROM claims ORDER BY id") == column(folder, "SELECT id FROM claims ORDER BY id")
