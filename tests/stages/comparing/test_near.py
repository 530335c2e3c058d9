"""The nearest of many vectors: exact while they are few, nearly so when they are many, and with work that does not square."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from pipeline.stages.comparing import near
from pipeline.stages.comparing.near import nearest


def drawn(number: int, seed: int = 3, groups: int = 0) -> NDArray[np.float32]:
    """Vectors of length 1; with `groups` they lie in so many heaps, as sentences about like things do."""
    dice = np.random.default_rng(seed)
    made = dice.normal(size=(number, 48))
    if groups:
        made = dice.normal(size=(groups, 48))[dice.integers(0, groups, number)] * 2 + made
    return np.asarray(made / np.linalg.norm(made, axis=1, keepdims=True), dtype=np.float32)


def test_of_few_the_very_nearest_in_order_and_never_itself() -> None:
    vectors = drawn(300)
    cosines = vectors @ vectors.T
    np.fill_diagonal(cosines, -1)
    found: dict[int, list[int]] = {}
    for one, other, cosine in nearest(vectors, np.arange(300), 5, -1.0):
        assert cosine == pytest.approx(float(cosines[one, other]), abs=1e-5)
        found.setdefault(one, []).append(other)
    assert all(found[one] == np.argsort(-cosines[one])[:5].tolist() for one in range(300))


@pytest.mark.parametrize("least", [0.2, 0.4, 0.99])
def test_none_below_the_least(least: float) -> None:
    assert all(cosine >= least for *_, cosine in nearest(drawn(200), np.arange(200), 9, least))


def test_only_those_ask_that_are_told_to() -> None:
    asking = np.asarray([3, 8], dtype=np.int64)
    assert {one for one, *_ in nearest(drawn(50), asking, 4, -1.0)} == {3, 8}


@pytest.mark.parametrize("number", [0, 1])
def test_nothing_is_near_where_there_is_nothing_else(number: int) -> None:
    assert list(nearest(drawn(number), np.arange(number), 4, -1.0)) == []


def test_of_many_nearly_all_of_the_nearest(monkeypatch: pytest.MonkeyPatch) -> None:
    vectors = drawn(3000, groups=60)
    every = {(one, other) for one, other, _ in nearest(vectors, np.arange(3000), 4, 0.3)}
    monkeypatch.setattr(near, "WHOLE", 100)
    some = {(one, other) for one, other, _ in nearest(vectors, np.arange(3000), 4, 0.3)}
    assert len(some & every) >= 0.9 * len(every)
    assert some == {(one, other) for one, other, _ in nearest(vectors, np.arange(3000), 4, 0.3)}


def test_work_does_not_grow_with_the_square(monkeypatch: pytest.MonkeyPatch) -> None:
    looked = [0]
    among = near._among

    def counted(vectors: near.Vectors, asking: near.Places, others: near.Places, *rest: Any) -> Iterator[tuple[int, int, float]]:
        looked[0] += len(asking) * len(others)
        return among(vectors, asking, others, *rest)

    monkeypatch.setattr(near, "_among", counted)

    def cosines(number: int) -> int:
        looked[0] = 0
        assert sum(1 for _ in nearest(drawn(number, groups=number // 50), np.arange(number), 4, 0.3))
        return looked[0]

    assert cosines(20_000) < 12 * cosines(5_000)  # the square would be 16 times; the power 1.5 is 8 times
    assert cosines(20_000) < 20_000**2 / 5
