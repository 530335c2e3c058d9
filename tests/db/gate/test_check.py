import shutil
import sqlite3
import zlib

import pytest
from PIL import Image
from tiny_edition import A_NUMBER_ELSEWHERE, HIDDEN, PRIVATE_NAME, SSN

from db.contract import schema
from db.gate.check import check
from pipeline.errors import UsageError

TEXT_COLUMNS = [
    (table.name, column.name.strip('"'))
    for table in schema.TABLES
    for column in table.columns
    if column.sql.startswith("TEXT") and table.name != "page_words"
]


def leaks(folder):
    return [problem for problem in check(folder) if problem.leak]


def spoil(folder, *statements, name="foia.db"):
    db = sqlite3.connect(folder / name, isolation_level=None)
    db.execute("PRAGMA foreign_keys = OFF")
    for statement, *values in statements:
        db.execute(statement, values)
    db.close()


def test_a_good_edition_has_no_problem_and_checking_changes_nothing(folder):
    before = (folder / "foia.db").read_bytes()
    assert check(folder) == ()
    assert (folder / "foia.db").read_bytes() == before
    assert sorted(path.name for path in folder.iterdir()) == ["foia.db", "images", "private.db", "reviews.db"]


def test_no_database_is_a_usage_error(tmp_path):
    with pytest.raises(UsageError, match="foia build"):
        check(tmp_path)


def test_without_private_db_nothing_is_proved(folder):
    (folder / "private.db").unlink()
    assert leaks(folder)


@pytest.mark.parametrize(("table", "column"), TEXT_COLUMNS)
def test_a_secret_in_any_text_column_is_found(folder, table, column):
    db = sqlite3.connect(folder / "foia.db")
    empty = db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == 0
    db.close()
    if empty:
        names = [c.name for c in schema.TABLES if c.name == table]
        assert names == ["id_aliases"], f"the tiny edition must fill {table}"
        spoil(folder, ("INSERT INTO id_aliases VALUES ('a', 'claim', 'b')",))
    first = f'coalesce((SELECT min(rowid) FROM {table} WHERE "{column}" IS NOT NULL), 1)'
    one = f'UPDATE {table} SET "{column}" = ? WHERE rowid = {first}'
    spoil(folder, (one, f"see {SSN.replace('-', ' ')} there"))
    found = leaks(folder)
    assert found, f"{table}.{column}"
    assert any(f"{table} row" in problem.text and column in problem.text for problem in found)
    assert not any("521" in problem.text for problem in found)


@pytest.mark.parametrize("secret", [SSN, PRIVATE_NAME.lower(), HIDDEN, "Thistle, Rowan", A_NUMBER_ELSEWHERE, "55-01937"])
def test_every_shape_of_secret_is_found(folder, secret):
    spoil(folder, ("UPDATE edition SET value = ? WHERE key = 'code'", f"x {secret} x"))
    assert leaks(folder)


def test_a_secret_behind_json_escapes_is_found(folder):
    spoil(folder, ("UPDATE claims SET reasons = ?", '["a\\nOrrin\\nQuillfeather\\tb"]'))
    assert leaks(folder)


def test_a_secret_left_in_freed_space_is_found(folder):
    spoil(
        folder,
        ("PRAGMA secure_delete = OFF",),
        ("INSERT INTO edition VALUES ('x', ?)", f"{PRIVATE_NAME} " * 50),
        ("DELETE FROM edition WHERE key = 'x'",),
    )
    assert any("byte" in problem.text for problem in leaks(folder))


def test_a_secret_in_a_table_that_is_not_ours_is_found(folder):
    spoil(folder, ("CREATE TABLE extra (note TEXT)",), ("INSERT INTO extra VALUES (?)", SSN))
    assert any("extra" in problem.text for problem in leaks(folder))


def test_a_secret_packed_as_word_boxes_is_found(folder):
    blob = zlib.compress(f"  {PRIVATE_NAME}  ".encode())
    spoil(folder, ("UPDATE page_words SET words = ?", blob))
    assert leaks(folder)


def test_a_stale_search_index_is_found(folder):
    spoil(folder, ("INSERT INTO pages_fts(rowid, text) VALUES (99, ?)", "word 521456788 word"))
    assert leaks(folder)


def test_an_image_that_shows_what_was_painted_over_is_found(folder):
    private = sqlite3.connect(folder / "private.db")
    (name,) = private.execute("SELECT DISTINCT image FROM painted").fetchone()
    private.close()
    with Image.open(folder / "images" / name) as opened:
        white = Image.new("L", opened.size, 255)
    white.save(folder / "images" / name, "WEBP", lossless=True)
    assert any("shows something withheld" in problem.text for problem in leaks(folder))


def test_an_image_of_no_page_is_found(folder):
    image = next((folder / "images").iterdir())
    shutil.copy(image, folder / "images" / f"{'0' * 32}.webp")
    assert leaks(folder)


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE claims SET quote = quote || '!' WHERE rowid = (SELECT min(rowid) FROM claims)", "not what the page says"),
        ("UPDATE claims SET boxes = '[[0.1, 0.1, 1.2, 0.2]]' WHERE rowid = (SELECT min(rowid) FROM claims)", "outside the page"),
        ("UPDATE redactions SET x1 = 0.1, x0 = 0.4", "outside the page"),
        ("DELETE FROM claims WHERE id = (SELECT left_claim_id FROM contradictions LIMIT 1)", "points to a row of claims"),
        ("DELETE FROM contradiction_sheet WHERE kind = 'shift'", "contradiction_sheet has 3 rows"),
        ("DELETE FROM failures", "edition says 3 failures"),
        ("UPDATE page_words SET words = x'00'", "word boxes do not fit"),
        ("UPDATE pages SET image = 'missing.webp' WHERE image <> ''", "is not there"),
        ("UPDATE documents SET title = 'another title' WHERE rowid = 1", "search index of documents"),
        ("INSERT INTO pages_fts(pages_fts) VALUES ('delete-all')", "covers 0 of 6 rows"),
    ],
)
def test_what_is_not_whole_is_told_with_its_remedy(folder, statement, words):
    spoil(folder, (statement,))
    found = [problem for problem in check(folder) if words in problem.text]
    assert found and found[0].remedy


def test_an_image_with_other_bytes_than_its_name_is_found(folder, db):
    (name,) = db.execute("SELECT image FROM pages WHERE image <> '' AND method = 'blank'").fetchone()
    (folder / "images" / name).write_bytes(b"other bytes")
    assert any("named by" in problem.text for problem in check(folder))


def test_a_damaged_file_is_told(folder):
    data = bytearray((folder / "foia.db").read_bytes())
    data[4096 * 3 : 4096 * 40] = bytes(4096 * 37)
    (folder / "foia.db").write_bytes(data)
    assert check(folder)
