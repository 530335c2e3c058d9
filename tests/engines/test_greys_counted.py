"""Greys are counted instead of sorted: the same answers as NumPy's percentiles, on any image."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.engines import cleaning
from pipeline.engines.marks import has_run, level_at, shades


@given(st.integers(1, 40), st.integers(1, 40), st.integers(0, 2**32 - 1), st.sampled_from((0.3, 25, 50, 60, 75, 90, 100)))
def test_a_percentile_is_numpys(high: int, wide: int, seed: int, percent: float) -> None:
    pixels = np.random.default_rng(seed).integers(0, 256, (high, wide), dtype=np.uint8)
    assert level_at(shades(pixels), percent) == pytest.approx(float(np.percentile(pixels, percent)), abs=1e-9)


@pytest.mark.parametrize("step", [1, 2, 3, 4])
def test_every_so_many_rows_and_columns_are_counted(step: int) -> None:
    pixels = np.arange(35, dtype=np.uint8).reshape(5, 7)
    assert np.flatnonzero(shades(pixels, step)).tolist() == sorted(pixels[::step, ::step].ravel().tolist())
    assert pixels[0, 1] not in np.flatnonzero(shades(pixels, 2))


def test_nothing_counted_is_no_level() -> None:
    assert level_at(np.zeros(256, dtype=np.int64), 50) == 0.0


@pytest.mark.parametrize(("low", "high", "expected"), [(0, 255, True), (90, 255, False), (0, 128, False), (255, 255, False)])
def test_two_levels_are_black_and_white(low: int, high: int, expected: bool) -> None:
    pixels = np.full((90, 90), high, dtype=np.uint8)
    pixels[::6] = low
    assert cleaning.two_level(pixels) is expected


def test_grain_is_measured_on_the_paper_and_not_on_the_print() -> None:
    random = np.random.default_rng(4)
    paper = np.clip(200 + random.normal(0, 12, (400, 400)), 0, 255).astype(np.uint8)
    assert cleaning._grain(paper) == pytest.approx(12, rel=0.1)
    printed = paper.copy()
    printed[50:60] = 20
    assert cleaning._grain(printed) == pytest.approx(cleaning._grain(paper), rel=0.05)
    assert cleaning._grain(np.full((400, 400), 200, dtype=np.uint8)) == 0.0
    assert cleaning._grain(np.zeros((1, 1), dtype=np.uint8)) == 0.0


@given(st.integers(4, 60), st.integers(4, 60), st.integers(1, 12), st.floats(0.02, 0.98), st.integers(0, 2**32 - 1))
def test_a_run_is_found_where_an_opening_leaves_one(high: int, wide: int, length: int, ink: float, seed: int) -> None:
    mask = (np.random.default_rng(seed).random((high, wide)) < ink).astype(np.uint8)
    for across, down in ((length, 1), (1, length)):
        left = cv2.morphologyEx(np.pad(mask, 20), cv2.MORPH_OPEN, np.ones((down, across), np.uint8))
        assert has_run(mask, across, down) == bool(left.any())


def test_a_run_longer_than_the_page_is_none() -> None:
    assert not has_run(np.ones((5, 5), dtype=np.uint8), 6, 1) and not has_run(np.ones((5, 5), dtype=np.uint8), 1, 0)
