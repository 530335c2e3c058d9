"""Crops of boxes made ready for OCR."""

from __future__ import annotations

import cv2
import numpy as np

from pipeline.engines.crops import calmed
from pipeline.seen import Grey


def code(stroke: int) -> Grey:
    """ "(b)(7)(C)" as a 1-bit scan at 200 dpi has it, in strokes so many pixels wide."""
    shown = np.full((26, 130), 255, np.uint8)
    cv2.putText(shown, "(b)(7)(C)", (6, 19), cv2.FONT_HERSHEY_SIMPLEX, 0.6, 0, stroke, cv2.LINE_4)
    return np.asarray(shown, dtype=np.uint8)


def test_thin_small_print_in_two_levels_is_left_as_it_is() -> None:
    # A median filter loses strokes one pixel wide: once taken for a screen's dots, they were blurred, "(b)(6)" read as "(bM6)".
    for stroke in (1, 2):
        assert np.array_equal(calmed(code(stroke)), code(stroke))


def test_print_on_a_tint_drawn_in_dots_is_smoothed() -> None:
    dots = code(1)
    dots[::2, ::4] = dots[1::2, 2::4] = 0
    smooth = calmed(dots)
    assert not np.array_equal(smooth, dots)
    assert smooth[:4].max() < 255
