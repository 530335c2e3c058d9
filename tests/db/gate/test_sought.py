"""`foia check --for FILE`: a list of strings is looked for in everything that is published."""

from __future__ import annotations

import sqlite3
import zlib

import pytest

from db.gate.sought import found_in, images_in, read_list
from pipeline.errors import UsageError


def wanted(tmp_path, text):
    path = tmp_path / "list.txt"
    path.write_text(text, encoding="utf-8")
    return read_list(path)


def put(folder, sql, value):
    db = sqlite3.connect(folder / "foia.db")
    db.execute(sql, (value,))
    db.commit()
    db.close()


@pytest.mark.parametrize(
    ("string", "printed"),
    [
        ("Zebedia Vandersloot", "ZEBEDIA\nVANDERSLOOT"),
        ("Zebedia Vandersloot", "of Zebédia  Vandersloot's house"),
        ("214 330 118", "A214-330-118"),
        ("214330118", "(214) 330 118"),
        ("zv@mailhaven.example", "ZV @ mailhaven.example"),
        ("Ixq", "and Ixq, too"),
    ],
)
def test_a_string_is_found_however_it_is_printed(folder, tmp_path, string, printed):
    list_ = wanted(tmp_path, f"# names\n\n{string}\n")
    assert found_in(folder, list_) == ()
    put(folder, "UPDATE edition SET value = ? WHERE key = 'code'", printed)
    found = found_in(folder, list_)
    assert {place.line for place in found} == {3}
    assert any("edition row" in place.where and "value" in place.where for place in found)
    assert not any(string.casefold() in place.where.casefold() for place in found)


@pytest.mark.parametrize(
    ("string", "printed"),
    [("Vander", "Vandersloot"), ("214 330 118", "1214330118"), ("Ixq", "Ixqual"), ("44 Ferry", "144 Ferry Steps")],
)
def test_part_of_a_longer_word_or_number_is_another(folder, tmp_path, string, printed):
    put(folder, "UPDATE edition SET value = ? WHERE key = 'code'", printed)
    assert found_in(folder, wanted(tmp_path, string)) == ()


def test_packed_values_freed_space_names_of_files_and_their_bytes_are_looked_through(folder, tmp_path):
    list_ = wanted(tmp_path, "Zebedia\nOttokar\nHumberta\nThessaly")
    put(folder, "UPDATE page_words SET words = ? WHERE rowid = 1", zlib.compress(b"xx Zebedia xx"))
    (folder / "Ottokar.json").write_text("{}")
    (folder / "images" / "note.txt").write_text("for Humberta")
    db = sqlite3.connect(folder / "foia.db")
    db.executescript("PRAGMA secure_delete = OFF; CREATE TABLE gone (note TEXT)")
    db.execute("INSERT INTO gone VALUES (?)", ("Thessaly " * 500,))
    db.commit()
    db.execute("DROP TABLE gone")
    db.commit()
    db.close()
    assert {place.line for place in found_in(folder, list_)} == {1, 2, 3, 4}


def test_what_stands_in_private_db_alone_is_not_published(folder, tmp_path):
    db = sqlite3.connect(folder / "private.db")
    (name,) = db.execute("SELECT text FROM withheld WHERE kind = 'person-name'").fetchone()
    db.close()
    assert found_in(folder, wanted(tmp_path, name)) == ()


def test_a_page_is_named_where_the_string_stands_on_one(folder, tmp_path):
    put(folder, "UPDATE pages SET text = text || ? WHERE rowid = (SELECT min(rowid) FROM pages)", " Zebedia")
    assert any("page 1)" in place.where and "text" in place.where for place in found_in(folder, wanted(tmp_path, "Zebedia")))


@pytest.mark.parametrize(("text", "words"), [("", "no string"), ("# only a note\n", "no string"), ("a\nab!\nabc", "line 1, 2")])
def test_a_list_that_cannot_be_used_is_told(tmp_path, text, words):
    with pytest.raises(UsageError, match=words):
        wanted(tmp_path, text)


def test_page_images_are_read_where_a_reader_is_given(folder, tmp_path):
    list_ = wanted(tmp_path, "Zebedia Vandersloot\n214 330 118\nOttokar")
    shown = "of ZEBEDlA\nVANDER5LOOT, A 2l4-33O-118, not Ottokarson"
    assert found_in(folder, list_) == ()
    places = found_in(folder, list_, lambda path: shown)
    assert images_in(folder) == len(places) / 2 > 0
    assert {place.line for place in places} == {1, 2}
    assert all(place.where.startswith("the image of ") and " page " in place.where for place in places)


def test_what_no_image_shows_is_not_found_in_images(folder, tmp_path):
    asked = []
    assert found_in(folder, wanted(tmp_path, "Zebedia"), lambda path: asked.append(path.suffix) or "") == ()
    assert asked == [".webp"] * images_in(folder)


@pytest.mark.parametrize(
    ("shown", "found"),
    [
        ("No099123456", True),
        ("see files099123456, page 2", True),
        ("NoO99l23456", True),
        ("1099123456", False),
        ("099123456 8", True),
        ("0991234568", False),
    ],
)
def test_a_number_in_an_image_is_found_whatever_letter_stands_before_it(folder, tmp_path, shown, found):
    places = found_in(folder, wanted(tmp_path, "099 123 456"), lambda path: shown)
    assert bool(places) is found
