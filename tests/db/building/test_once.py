"""The same two sentences are listed under one question."""

from __future__ import annotations

import pytest

from db.building.once import once
from pipeline.records.finding import Contradiction

STARTS = {"a": ("f-p1", 10), "b": ("f-p2", 40), "a2": ("f-p1", 10), "b2": ("f-p2", 40), "c": ("f-p2", 90)}


def pair(name: str, left: str, right: str, score: float, standing: str = "listed") -> Contradiction:
    kind = "shift" if standing == "shift" else "stance"
    return Contradiction(name, kind, left, right, "t", "q", score, None, False, "", "", (), standing)


@pytest.mark.parametrize(
    ("other", "standing"),
    [
        (pair("two", "a2", "b2", 0.6), "review"),
        (pair("two", "b2", "a2", 0.6), "review"),
        (pair("two", "a2", "c", 0.6), "listed"),
        (pair("two", "a2", "b2", 0.3, "review"), "review"),
        (pair("two", "a2", "b2", 0.6, "shift"), "shift"),
    ],
)
def test_two_sentences_are_listed_once(other: Contradiction, standing: str) -> None:
    made = once({one.id: one for one in (other, pair("one", "a", "b", 0.8))}, STARTS)
    assert made["one"].standing == "listed" and made["two"].standing == standing


def test_a_change_is_shown_once_too() -> None:
    made = once({"x": pair("x", "a", "b", 0.5, "shift"), "y": pair("y", "a2", "b2", 0.7, "shift")}, STARTS)
    assert (made["y"].standing, made["x"].standing) == ("shift", "related")
    assert made["x"].reasons[-1].feature == "same quotes" and not made["y"].reasons


def test_one_announcement_is_shown_once_on_however_many_questions() -> None:
    changes = (pair("x", "a", "c", 0.7, "shift"), pair("y", "a2", "b", 0.5, "shift"), pair("z", "b2", "c", 0.4, "shift"))
    made = once({one.id: one for one in changes}, STARTS, {"a", "a2"})
    assert [made[name].standing for name in "xyz"] == ["shift", "related", "shift"]
