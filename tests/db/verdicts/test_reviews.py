"""Verdicts are added and never changed; last words make the standing; two reviewers are compared; lost findings are told."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.verdicts import reviewing, reviews
from db.verdicts.reviews import Verdict, add, agreements, history, kappa, orphaned, standing, standings

OLD = """CREATE TABLE verdicts (contradiction_id TEXT NOT NULL, verdict TEXT NOT NULL, reviewer TEXT NOT NULL, note TEXT NOT NULL,
  reviewed_on TEXT NOT NULL) STRICT"""
PAIR = "contradiction"
YES, NO = ("confirmed", "confirmed"), ("dismissed", "dismissed")
WORDS = st.sampled_from(reviews.VERDICTS)


def said(
    verdict: str, reviewer: str = "ann", subject: str = "p1", at: str = "2011-01-01", kind: str = "contradiction"
) -> Verdict:
    return Verdict(kind, subject, verdict, reviewer, "", at)


def test_what_is_added_is_kept_in_order(tmp_path: Path) -> None:
    given = [said("confirmed"), said("dismissed", at="2011-02-01"), said("unsure", "ben", at="2011-02-01T08:00:00Z")]
    for one in given:
        add(tmp_path, one)
    assert list(history(tmp_path / reviews.NAME)) == given
    assert history(tmp_path / reviews.NAME, "claim") == () and len(history(tmp_path / reviews.NAME, "contradiction", ["p1"])) == 3
    assert history(tmp_path / "absent.db") == ()


@pytest.mark.parametrize("sql", ["UPDATE verdicts SET verdict = 'confirmed'", "DELETE FROM verdicts"])
def test_a_verdict_is_never_changed_or_removed(tmp_path: Path, sql: str) -> None:
    add(tmp_path, said("dismissed"))
    db = sqlite3.connect(tmp_path / reviews.NAME)
    with pytest.raises(sqlite3.IntegrityError, match="never"):
        db.execute(sql)
    db.close()


@pytest.mark.parametrize(
    "bad",
    [
        said("maybe"),
        said("confirmed", reviewer=""),
        said("confirmed", subject=""),
        said("confirmed", kind="page"),
        Verdict("claim", "c", "unsure", "ann", "x" * (reviews.MAX_NOTE + 1), "2011"),
    ],
)
def test_what_is_no_verdict_is_not_kept(tmp_path: Path, bad: Verdict) -> None:
    with pytest.raises(ValueError):
        add(tmp_path, bad)
    assert history(tmp_path / reviews.NAME) == ()


@pytest.mark.parametrize(
    ("given", "verdict", "reviewers", "agreed"),
    [
        ([("ann", "confirmed")], "confirmed", 1, True),
        ([("ann", "confirmed"), ("ann", "dismissed")], "dismissed", 1, True),
        ([("ann", "confirmed"), ("ben", "confirmed")], "confirmed", 2, True),
        ([("ann", "confirmed"), ("ben", "dismissed")], "unsure", 2, False),
        ([("ann", "confirmed"), ("ben", "dismissed"), ("ben", "confirmed")], "confirmed", 2, True),
        ([("ann", "unsure"), ("ben", "confirmed")], "unsure", 2, False),
    ],
)
def test_last_words_make_the_standing(given: list[tuple[str, str]], verdict: str, reviewers: int, agreed: bool) -> None:
    stands = standing(said(word, who, at=f"2011-01-0{day}") for day, (who, word) in enumerate(given, 1))
    assert stands and (stands.verdict, stands.reviewers, stands.agreed) == (verdict, reviewers, agreed)
    assert stands.reviewed_on <= f"2011-01-0{len(given)}"
    assert standing([]) is None


def test_verdicts_on_a_retired_id_join_those_on_its_follower() -> None:
    made = standings([said("confirmed", "ann", "old"), said("confirmed", "ben", "new")], {"old": "new"})
    assert set(made) == {"new"} and made["new"].reviewers == 2


# Counts of pairs (first rater, second rater) with kappa worked out by hand.
@pytest.mark.parametrize(
    ("counts", "expected"),
    [
({YES: 20, ("confirmed", "dismissed"): 5, ("dismissed", "confirmed"): 10, NO: 15}, 0.4),
        ({("confirmed", "dismissed"): 5, ("dismissed", "confirmed"): 5}, -1.0),
        ({YES: 5, NO: 5}, 1.0),
        ({YES: 7}, None),
        ({}, None),
    ],
)  # fmt: skip
def test_kappa(counts: dict[tuple[str, str], int], expected: float | None) -> None:
    pairs = [pair for pair, n in counts.items() for _ in range(n)]
    random.Random(1).shuffle(pairs)
    found = kappa(pairs)
    assert found is None if expected is None else found == pytest.approx(expected)


@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=40))
def test_kappa_is_symmetric_and_bounded(pairs: list[tuple[str, str]]) -> None:
    one, other = kappa(pairs), kappa([(b, a) for a, b in pairs])
    assert (one is None and other is None) or one == pytest.approx(other)
    assert one is None or -1.0000001 <= one <= 1.0000001
    if one is not None and all(a == b for a, b in pairs):
        assert one == pytest.approx(1)


def test_agreement_counts_what_both_judged_by_their_last_word() -> None:
    ann = [said("confirmed"), said("dismissed"), said("unsure", subject="p2")]
    ben = [said("dismissed", "ben"), said("confirmed", "ben", "p2"), said("unsure", "ben", "p3")]
    given = [*ann, *ben, said("unsure", "cat", "p9")]
    (found,) = agreements(given)
    assert (found.one, found.other, found.both, found.agreed) == ("ann", "ben", 2, 1)
    assert agreements([]) == ()


def test_a_book_of_the_make_before_is_read_and_carried_over(tmp_path: Path) -> None:
    path = tmp_path / reviews.NAME
    with sqlite3.connect(path) as db:
        db.execute(OLD)
        db.execute("INSERT INTO verdicts VALUES ('p1', 'confirmed', 'ann', 'a note', '2011-01-01')")
    db.close()
    before = history(path)
    assert [(v.subject_id, v.verdict, v.note, v.kind) for v in before] == [("p1", "confirmed", "a note", "contradiction")]
    assert history(path, "claim") == () and len(history(path, "contradiction", ["p1"])) == 1
    add(tmp_path, said("dismissed", "ben"))
    assert history(path)[0] == before[0] and len(history(path)) == 2
    with pytest.raises(sqlite3.IntegrityError):
        sqlite3.connect(path).execute("DELETE FROM verdicts")


def test_lost_findings_are_told(db: sqlite3.Connection, folder: Path) -> None:
    pair, claim = (db.execute(f"SELECT id FROM {table}").fetchone()[0] for table in ("contradictions", "claims"))
    db.execute("INSERT INTO id_aliases VALUES ('moved', 'contradiction', ?)", (pair,))
    db.commit()
    given = [said("unsure", subject=pair), said("unsure", subject="moved"), said("confirmed", subject="gone"),
             said("unsure", subject=claim, kind="claim"), said("unsure", subject="moved", kind="claim")]  # fmt: skip
    assert [(v.kind, v.subject_id) for v in orphaned(db, given)] == [("contradiction", "gone"), ("claim", "moved")]
    assert reviewing.status(folder) == ({}, [])
    for one in given:
        add(folder, one)
    told, lines = reviewing.status(folder)
    assert told["reviews"]["verdicts"] == 5 and [row["id"] for row in told["reviews"]["orphans"]] == ["gone", "moved"]
    assert any("gone: confirmed, 2011-01-01" in line for line in lines)


def test_failed_tries_are_counted_until_one_passes(tmp_path: Path) -> None:
    for at in range(100, 105):
        reviews.tried(tmp_path, "ann", at, False)
    assert reviews.failed_since(tmp_path, "ann", 102) == 3 and reviews.failed_since(tmp_path, "ben", 0) == 0
    reviews.tried(tmp_path, "ann", 106, True)
    assert reviews.failed_since(tmp_path, "ann", 0) == 0
