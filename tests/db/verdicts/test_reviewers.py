"""Reviewers are named in a file with hashed passwords; what does not fit is told, and nobody else gets in."""

from __future__ import annotations

import argparse
import io
from pathlib import Path

import pytest

from db.verdicts import reviewers, reviewing
from pipeline.errors import ConfigError, UsageError


def test_a_password_is_kept_as_a_salted_hash() -> None:
    stored = reviewers.hashed("correct horse")
    assert "correct" not in stored and stored != reviewers.hashed("correct horse")
    assert reviewers.matches("correct horse", stored) and not reviewers.matches("correct horsf", stored)


@pytest.mark.parametrize("stored", ["", "plain", "scrypt:", "scrypt:!!:??", "scrypt::", "scrypt:AAAA"])
def test_a_stored_value_that_is_none_never_matches(stored: str) -> None:
    assert not reviewers.matches("", stored) and not reviewers.matches("plain", stored)


def test_nobody_matches_nothing() -> None:
    assert not reviewers.matches("", reviewers.nobody().password)


def test_people_are_enrolled_in_a_file_of_their_owner_alone(tmp_path: Path) -> None:
    assert reviewers.read(tmp_path) == {}
    path = reviewers.enrol(tmp_path, "ann", 'Ann "A." Roe', "long enough 1")
    reviewers.enrol(tmp_path, "b.en", "Ben", "long enough 2")
    found = reviewers.read(tmp_path)
    assert {key: person.name for key, person in found.items()} == {"ann": 'Ann "A." Roe', "b.en": "Ben"}
    assert reviewers.matches("long enough 2", found["b.en"].password)
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("text", ["[Ann]\npassword='scrypt:a'", "[ann]\npassword='secret'", "ann = 1", "[ann", "[ann]\nname = 1"])
def test_a_file_with_mistakes_lets_nobody_in(tmp_path: Path, text: str) -> None:
    (tmp_path / reviewers.FILE).write_text(text)
    with pytest.raises(ConfigError, match="reviewer"):
        reviewers.read(tmp_path)


def test_the_cookie_key_is_made_once(tmp_path: Path) -> None:
    key = reviewers.cookie_key(tmp_path)
    assert len(key) == 64 and reviewers.cookie_key(tmp_path) == key
    assert (tmp_path / reviewers.KEY_FILE).stat().st_mode & 0o077 == 0


def enrolled(folder: Path, monkeypatch: pytest.MonkeyPatch, typed: str, name: str = "ann") -> int:
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    top = argparse.ArgumentParser()
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--db", type=Path, default=folder)
    common.add_argument("--json", action="store_true")
    reviewing.register(top.add_subparsers(), [common])
    args = top.parse_args(["reviewer", name])
    code: int = args.run(args)
    return code


def test_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert enrolled(tmp_path, monkeypatch, "a long password\n") == 0
    assert reviewers.matches("a long password", reviewers.read(tmp_path)["ann"].password)
    for typed, name, problem in (
        ("another long one\n", "ann", "already"),
        ("short\n", "ben", "too short"),
        ("x" * 20, "A B", "id"),
    ):
        with pytest.raises(UsageError, match=problem):
            enrolled(tmp_path, monkeypatch, typed, name)
