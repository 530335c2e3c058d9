"""The first look for slanted lines gives what the whole search would give at every second pixel."""

from __future__ import annotations

import cv2
import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.engines.hatching import _leaning, _leaning_at_a_quarter, _slopes_at_half

sides = st.integers(8, 300)


@settings(max_examples=25, deadline=None)
@given(sides, sides, st.integers(0, 99))
def test_slopes_at_half_are_those_of_sobel(high: int, wide: int, seed: int) -> None:
    page = np.random.default_rng(seed).integers(0, 256, (high, wide)).astype(np.uint8)
    even = np.ascontiguousarray(page[: high // 2 * 2, : wide // 2 * 2])
    across, down = _slopes_at_half(page)
    assert (across == cv2.Sobel(even, cv2.CV_16S, 1, 0)[::2, ::2]).all()
    assert (down == cv2.Sobel(even, cv2.CV_16S, 0, 1)[::2, ::2]).all()


def test_strips_join_without_a_seam() -> None:
    page = np.random.default_rng(3).integers(0, 256, (400, 64)).astype(np.uint8)
    strength, lean = _leaning_at_a_quarter(page)
    whole = [cv2.resize(one, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA) for one in _leaning(*_slopes_at_half(page))]
    assert np.allclose(strength, whole[0], rtol=1e-4) and np.allclose(lean, whole[1], rtol=1e-4)


def test_lines_aslant_lean_and_level_ones_do_not() -> None:
    rows, columns = np.mgrid[0:400, 0:400]
    for page, leans in ((((rows + columns) // 6) % 2, True), ((rows // 6) % 2, False), ((columns // 6) % 2, False)):
        soft = cv2.GaussianBlur((page * 255).astype(np.uint8), (0, 0), 0.8)
        strength, lean = _leaning_at_a_quarter(np.asarray(soft, dtype=np.uint8))
        assert (8 * lean.mean() > 1.3 * strength.mean()) == leans
