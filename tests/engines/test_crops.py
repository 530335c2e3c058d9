"""Crops of boxes made ready for OCR."""

from __future__ import annotations

import cv2
import numpy as np

from pipeline.engines.crops import calmed, without_sides
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


def test_the_sides_of_a_box_go_and_its_print_stays() -> None:
    print_ = np.full((60, 300), 255, np.uint8)
    print_[20:40, 100:200] = np.tile(code(2)[4:24, 5:105], 1)
    framed = print_.copy()
    framed[:4] = framed[-3:] = framed[:, :4] = framed[:, -5:] = 0
    framed[5, 20:280] = 0  # the line that a box has inside of its frame
    bare = without_sides(framed)
    assert (bare < 128).sum() == (print_ < 128).sum()
    one_side = print_.copy()
    one_side[-3:] = 0
    assert (without_sides(one_side) < 128).sum() == (print_ < 128).sum()
    large = np.full((900, 900), 255, np.uint8)
    large[400:426, 10:140] = code(2)
    wedge = large.copy()
    for row in range(900):
        wedge[row, 900 - row // 60 :] = 0
    assert (without_sides(wedge) < 128).sum() == (large < 128).sum()


def test_print_that_reaches_the_rim_is_no_side() -> None:
    close = code(2)[2:25, 5:105]
    assert (without_sides(close) == close).all()
    underlined = np.full((60, 300), 255, np.uint8)
    underlined[20:43, 100:200] = close
    underlined[45:47, 100:200] = 0  # not near the rim
    assert (without_sides(underlined) == underlined).all()
