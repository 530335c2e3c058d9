"""What the site says of how often findings are right comes from the measured baseline, counts and all, or not at all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from db.commands import measured

ROOT = Path(__file__).resolve().parents[2]
NAME = "claims, held-out labels: proposition and stance precision"


def test_figures_carry_their_counts(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(json.dumps({NAME: {"hits": 48, "total": 55, "value": 0.8727}, "other": {"hits": 1, "total": 1, "value": 1}}))
    assert measured(path) == (("measured: of the claims it found, right in what they say", "87% (48 of 55)"),)


@pytest.mark.parametrize("text", ["", "{}", "[", json.dumps({NAME: {"hits": 0, "total": 0, "value": None}})])
def test_without_a_count_there_is_no_figure(tmp_path: Path, text: str) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(text)
    assert measured(path) == ()
    assert measured(tmp_path / "absent.json") == ()


def test_the_committed_baseline_has_what_the_site_tells() -> None:
    told = dict(measured(ROOT / "corpus" / "labels" / "baseline.json"))
    sets = [words for key, words in told.items() if key.startswith("measured: label set of ")]
    assert len(told) == 4 + len(sets) and sets
    assert all("claims: " in words and " held out" in words and "; version " in words for words in sets)


def test_the_label_set_is_told_with_a_version_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "baseline.json").write_text(json.dumps({NAME: {"hits": 1, "total": 2, "value": 0.5}}))
    (tmp_path / "claims.jsonl").write_text('{"id": 1}\n\n{"id": 2}\n')
    told = dict(measured(tmp_path / "baseline.json"))["measured: label set"]
    assert told.startswith("claims: 2 not assigned; version ")
    (tmp_path / "claims.jsonl").write_text('{"id": 1}\n{"id": 3}\n')
    assert dict(measured(tmp_path / "baseline.json"))["measured: label set"] != told


def test_rows_are_counted_by_topic_and_split(tmp_path: Path) -> None:
    (tmp_path / "baseline.json").write_text(json.dumps({NAME: {"hits": 1, "total": 2, "value": 0.5}}))
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    (tmp_path / "one" / "claims.jsonl").write_text('{"split": "held-out"}\n')
    (tmp_path / "one" / "claims-x.jsonl").write_text(
        '{"split": "development"}\n{"split": "development"}\n{"split": 3}\nno json\n[]\n'
    )
    (tmp_path / "one" / "notes.jsonl").write_text('{"split": "held-out"}\n')
    (tmp_path / "two" / "pairs.jsonl").write_text('{"split": "held-out"}\n')
    told = dict(measured(tmp_path / "baseline.json"))
    one, two = told["measured: label set of one"], told["measured: label set of two"]
    assert one.startswith("claims: 1 held out, 2 for development, 3 not assigned; version ")
    assert two.startswith("pairs: 1 held out; version ") and len(told) == 3
