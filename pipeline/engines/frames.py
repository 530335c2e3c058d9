"""Finds rectangles drawn with a thin line, the cells of tables told apart. Part of the door to OpenCV; `ink.py` is its front."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.seen import Grey

LINE_BELOW = 0.72  # share of the paper's level below which a thin line, softened by scanning, still shows
MIN_HEIGHT = 0.5  # of a line of text: the white within a box set into a line, no taller than the small code it bears
MIN_WIDTH = 1.1
LONGER = 1.5  # times as wide as high: a box to tick is square
LOW = 0.7  # of a line of text: lower boxes are such
UPRIGHT, LOW_UPRIGHT = 0.55, 0.45  # of a line of text: the sides of a box, and of a low one, are at least as long
SIDE = 0.8  # share of each side that must be drawn: scans break thin lines
HOLE = 0.7  # share of its rectangle that the white within the lines makes up
NEAR = 0.4  # of a line of text: no line between the cells of a table is broader
SHARED = 0.9  # share of the strip between two boxes that is line: separate boxes have one line each and white between

Mask = NDArray[np.uint8]
Rect = tuple[int, int, int, int]  # left, top, width, height in pixels


def found(pixels: Grey, em: float, paper: float) -> list[tuple[Rect, bool]]:
    """(rectangle within the lines, whether it is one of several that share lines), smallest first.

    `em` is the height of a line of text in pixels, `paper` the grey level of the page.
    """
    ink, across = _rules(pixels, em, paper)
    if not across.any():
        return []  # no rule at all, as on most pages of prose
    lines, low = (_with_sides(ink, across, round(upright * em)) for upright in (UPRIGHT, LOW_UPRIGHT))
    rects = [rect for rect in _holes(lines, em) if _is_drawn(rect, lines)]
    # Strokes of letters are as long as the sides of low boxes, and would part higher ones.
    rects += [rect for rect in _holes(low, em) if rect[3] < LOW * em and _is_drawn(rect, low)]
    rects.sort(key=lambda r: (r[2] * r[3], r))
    rects = _once(rects)
    return [(rect, any(_touch(rect, other, lines, em) for other in rects if other != rect)) for rect in rects]


def _rules(pixels: Grey, em: float, paper: float) -> tuple[Mask, Mask]:
    """(the ink of the page, the long lines across in it)."""
    ink = cv2.threshold(pixels, int(LINE_BELOW * paper), 1, cv2.THRESH_BINARY_INV)[1]
    ink = np.asarray(cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((2, 2), np.uint8)), dtype=np.uint8)
    run = np.ones((1, max(8, round(1.1 * em))), np.uint8)
    worn = cv2.erode(ink, run)
    if not cv2.countNonZero(worn):
        return ink, np.zeros_like(ink)
    return ink, np.asarray(cv2.dilate(worn, run), dtype=np.uint8)


def _with_sides(ink: Mask, across: Mask, upright: int) -> Mask:
    """The lines across with those down that are as long as this, one pixel broader."""
    down = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((max(6, upright), 1), np.uint8))
    return np.asarray(cv2.dilate(across | down, np.ones((3, 3), np.uint8)), dtype=np.uint8)


def _holes(lines: Mask, em: float) -> list[Rect]:
    """Bounding rectangles of what the lines enclose, where that is roughly a rectangle."""
    contours, tree = cv2.findContours(lines, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    if tree is None:
        return []
    rects: list[Rect] = []
    for contour, (_, _, _, parent) in zip(contours, tree[0], strict=True):
        if parent < 0:
            continue
        left, top, width, height = cv2.boundingRect(contour)
        # OpenCV gives the rim of the lines around the white; one pixel in on each side is the white itself.
        if height < MIN_HEIGHT * em or width < max(MIN_WIDTH * em, min(LONGER * height, 1.5 * em)):
            continue
        if cv2.contourArea(contour) >= HOLE * (width - 1) * (height - 1):
            rects.append((left, top, width, height))
    return rects


def _is_drawn(rect: Rect, lines: Mask) -> bool:
    """Whether a line runs along each side."""
    left, top, width, height = rect
    reach = 3
    rows, columns = slice(top, top + height), slice(left, left + width)
    sides = (
        lines[max(top - reach, 0) : top + reach, columns].any(axis=0),
        lines[top + height - reach : top + height + reach, columns].any(axis=0),
        lines[rows, max(left - reach, 0) : left + reach].any(axis=1),
        lines[rows, left + width - reach : left + width + reach].any(axis=1),
    )
    return all(side.size > 0 and float(side.mean()) >= SIDE for side in sides)


def _once(rects: list[Rect]) -> list[Rect]:
    """Without the rim of a line that was found again from its other side."""
    done: list[Rect] = []
    for rect in rects:
        if not any(sum(abs(a - b) for a, b in zip(rect, other, strict=True)) <= 8 for other in done):
            done.append(rect)
    return done


def _touch(rect: Rect, other: Rect, lines: Mask, em: float) -> bool:
    """Whether the two share a line: side by side or one above the other, with nothing but that line between them."""
    x0, y0 = max(rect[0], other[0]), max(rect[1], other[1])
    x1, y1 = min(rect[0] + rect[2], other[0] + other[2]), min(rect[1] + rect[3], other[1] + other[3])
    near = NEAR * em
    if 0 <= x0 - x1 <= near and y1 - y0 > 0.5 * min(rect[3], other[3]):
        between = lines[y0:y1, x1:x0]
    elif 0 <= y0 - y1 <= near and x1 - x0 > 0.5 * min(rect[2], other[2]):
        between = lines[y1:y0, x0:x1]
    else:
        return x0 <= x1 and y0 <= y1 and _abut(x1 - x0, y1 - y0, rect, other)
    return between.size == 0 or float(between.mean()) >= SHARED


def _abut(wide: int, high: int, rect: Rect, other: Rect) -> bool:
    """Whether two rectangles overlap by no more than the rim of a line."""
    return min(wide, high) <= 3 and max(wide, high) > 0.5 * min(
        rect[2] if wide > high else rect[3], other[2] if wide > high else other[3]
    )
