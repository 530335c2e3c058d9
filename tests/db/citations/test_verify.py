"""A quote is proved again from what is stored, and what was tampered with is told."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from db.citations.verify import FAILED, HELD, NOT_DONE, Step, claims_of, verified, verify
from pipeline.errors import UsageError


def claim_with_image(db: sqlite3.Connection) -> str:
    (key,) = db.execute("SELECT c.id FROM claims c JOIN pages p ON p.id = c.page_id WHERE p.image <> ''").fetchone()
    return str(key)


def states(steps: tuple[Step, ...]) -> list[str]:
    return [step.state for step in steps]


def received(db: sqlite3.Connection, key: str, corpus: Path) -> Path:
    """Puts the received file of this claim where it belongs: in the tiny run its bytes are its own name."""
    sql = "SELECT release_id, name FROM files WHERE id = (SELECT substr(page_id, 1, 16) FROM claims WHERE id = ?)"
    release, name = db.execute(sql, (key,)).fetchone()
    path = corpus / release / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(name, encoding="utf-8")
    return path


def test_every_claim_of_a_build_holds(db: sqlite3.Connection, folder: Path) -> None:
    keys = [row[0] for row in db.execute("SELECT id FROM claims")]
    assert keys
    for key in keys:
        steps = verify(db, key, folder / "images")
        assert verified(steps) and states(steps)[:3] == [HELD, HELD, HELD] and states(steps)[4] == NOT_DONE


def test_the_file_itself_is_read_again_where_it_is_at_hand(db: sqlite3.Connection, folder: Path, tmp_path: Path) -> None:
    key = claim_with_image(db)
    path = received(db, key, tmp_path / "corpus")
    assert states(verify(db, key, folder / "images", tmp_path / "corpus")) == [HELD] * 5
    path.write_text("other bytes", encoding="utf-8")
    steps = verify(db, key, folder / "images", tmp_path / "corpus")
    assert states(steps)[4] == FAILED and not verified(steps)


@pytest.mark.parametrize(
    ("sql", "step"),
    [
        ("UPDATE claims SET quote = quote || ' indeed'", 0),
        ("UPDATE pages SET text = 'x' || text", 0),
        ("UPDATE page_words SET words = (SELECT words FROM page_words ORDER BY length(words) LIMIT 1)", 1),
        ("UPDATE files SET sha256 = 'ff' || substr(sha256, 3)", 2),
    ],
)
def test_tampering_is_told(db: sqlite3.Connection, folder: Path, sql: str, step: int) -> None:
    key = claim_with_image(db)
    db.execute(sql)
    steps = verify(db, key, folder / "images")
    assert states(steps)[step] == FAILED and not verified(steps)


def test_a_changed_image_is_told(db: sqlite3.Connection, folder: Path) -> None:
    key = claim_with_image(db)
    for path in (folder / "images").iterdir():
        path.write_bytes(path.read_bytes() + b"\0")
    assert states(verify(db, key, folder / "images"))[3] == FAILED


@pytest.mark.parametrize("name", ["../../private.db", "a.zip!/b.pdf", "/etc/hostname"])
def test_a_name_that_leads_elsewhere_is_not_followed(db: sqlite3.Connection, folder: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "private.db").write_text("secret")
    (tmp_path / "corpus").mkdir()
    db.execute("UPDATE files SET name = ?", (name,))
    step = verify(db, claim_with_image(db), folder / "images", tmp_path / "corpus")[4]
    assert step.state == NOT_DONE


def test_no_record_of_places_is_no_failure(db: sqlite3.Connection, folder: Path) -> None:
    db.execute("UPDATE page_words SET words = x'00'")
    steps = verify(db, claim_with_image(db), folder / "images")
    assert states(steps)[1] == NOT_DONE and verified(steps)


def test_an_unknown_id(db: sqlite3.Connection, folder: Path) -> None:
    with pytest.raises(UsageError, match="no claim"):
        verify(db, "nothing", folder / "images")


def test_a_pair_is_proved_by_both_of_its_claims(db: sqlite3.Connection, folder: Path) -> None:
    for pair, left, right in db.execute("SELECT id, left_claim_id, right_claim_id FROM contradictions").fetchall():
        assert claims_of(db, pair) == (left, right)
        assert all(verified(verify(db, key, folder / "images")) for key in claims_of(db, pair))
    claim = claim_with_image(db)
    assert claims_of(db, claim) == (claim,)
    with pytest.raises(UsageError, match="no claim or pair"):
        verify(db, claims_of(db, "nothing")[0], folder / "images")
