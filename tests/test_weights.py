"""Fitting what each kind of evidence on a sentence's subject is worth, and telling how it does on releases left out."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "scripts"))

from measuring.weights import LEAST_WORTH, Point, chance_of, fitted, left_out  # noqa: E402

from pipeline import labels  # noqa: E402
from pipeline.extractors.subjects.tie_weights import WEIGHTS  # noqa: E402

BEFORE = {"start": 0.0, "sign": 1.0, "rival": -1.0, "idle": 0.5}


def _points(release: str) -> list[Point]:
    told = [Point(release, True, {"sign": 1.0})] * 8 + [Point(release, False, {"rival": 1.0})] * 8
    return [*told, Point(release, False, {"sign": 1.0, "rival": 1.0}), Point(release, True, {})]


def test_weights_are_drawn_towards_the_points_and_keep_their_side() -> None:
    now = fitted(_points("a"), BEFORE)
    assert now["sign"] > BEFORE["sign"] and now["rival"] < BEFORE["rival"]
    assert now["start"] == BEFORE["start"]
    against = fitted([Point("a", False, {"sign": 1.0})] * 50, BEFORE)
    assert against["sign"] == LEAST_WORTH  # what is for the program may come to nothing, never to the contrary
    assert against["idle"] == BEFORE["idle"]  # nothing was seen of it


def test_a_release_is_told_by_the_others() -> None:
    told = [*_points("a"), *_points("b")]
    done = left_out(told, BEFORE, 0.5)
    assert (done.about, done.others) == (18, 18)
    assert done.read >= 16 and done.wrongly <= 2
    odd = [*told, *[Point("c", True, {"rival": 1.0})] * 4]  # a release unlike the others cannot help itself
    assert left_out(odd, BEFORE, 0.5).read == done.read


def test_the_weights_read_what_the_releases_say() -> None:
    rows = labels.rows_of(ROOT / "corpus" / "labels" / "secure-communities" / "about.jsonl")
    told = [Point(row["release"], row["about"], row["evidence"]) for row in rows]
    assert {name for one in told for name in one.evidence} <= set(WEIGHTS)
    done = left_out(told, WEIGHTS, 0.5, refit=False)
    assert (done.about, done.others) == (553, 22)
    assert done.read >= 530 and done.wrongly <= 11
    assert chance_of(Point("", True, {}), WEIGHTS) < 0.5  # nothing said of it is no sentence of the program
