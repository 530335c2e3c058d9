"""Finds boxes drawn over a page. Part of the door to OpenCV; `ink.py` is its front.

Precision comes first: letters, rules, borders of tables, logos, photographs and the dark rims of scans are no
redactions. All that is found is a candidate: whoever asks knows what is printed in it and decides. `frames.py` finds outlines,
`tints.py` greys, `hatching.py` slanted lines.
"""

from __future__ import annotations

from bisect import insort

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.engines import frames, hatching, tints
from pipeline.engines.marks import SKEW_LIMIT, ink_mask
from pipeline.records.page import Box
from pipeline.records.spans import box as clipped
from pipeline.seen import Candidate, Grey

DARK = 110  # grey level below which a pixel belongs to a bar; photocopied bars are seldom lighter
FILLED = 0.95  # share of its rectangle a bar fills once the print on it is closed
SOLID = 0.55  # share that is dark in itself: white print on it takes the rest
NEARLY = 0.9  # of that, for a first look at a quarter of the size
WHOLE = 0.9  # share of a dark shape that its rectangles make up
MIN_HEIGHT = 0.8  # of a line of text
MIN_WIDTH = 2.0  # of that height
PRINT = 2.6  # largest letter printed on a bar, in lines of text
MOST_SPREAD = 22  # grey levels, standard deviation within a bar
AROUND = 2.5  # lines of text around a thick spot that are looked at with it
MOST_WINDOWS = 40  # parts of a page looked at by themselves
MOST = 400  # boxes on one page; more is a pattern, not redaction

Mask = NDArray[np.uint8]
Rect = tuple[int, int, int, int]  # left, top, width, height in pixels


def found(pixels: Grey, em: float, paper: float) -> tuple[Candidate, ...]:
    """Candidates in reading order. `em` is the height of a line of text in pixels, `paper` the page's own grey level."""
    if pixels.size == 0 or min(pixels.shape) < 3 * em:
        return ()
    rects: list[tuple[Rect, str, bool]] = [(rect, "black", False) for rect in _dark(pixels, em)]
    outlined = frames.found(pixels, em, paper)
    hatched = _distinct(hatching.hatched(pixels, em, paper, [rect for rect, _ in outlined]), nested=False)
    for fill, tinted in (("hatched", hatched), ("grey", _distinct(tints.greys(pixels, em, paper)))):
        rects += [(rect, fill, False) for rect in tinted if not _meets(rect, [taken for taken, _, _ in rects])]
    for rect, cell in outlined:
        # Smallest first: a frame around the page, or a cell around a box, must not swallow what is in it.
        if not _meets(rect, [taken for taken, fill, _ in rects if not (fill == "grey" and _small_in(rect, taken))]):
            rects.append((rect, "drawn", cell))
    high, wide = pixels.shape
    rows = [Candidate(_fraction(rect, wide, high), fill, cell) for rect, fill, cell in _without_charts(rects, em)]
    return tuple(sorted(rows, key=lambda r: (r.box.y0, r.box.x0, r.box.x1, r.box.y1)))[:MOST]


def _small_in(rect: Rect, tint: Rect) -> bool:
    """Whether the rectangle lies in a tint that is much larger, such as a shaded row of a table."""
    left, top, width, height = rect
    x, y, w, h = tint
    inside = x - 3 <= left and y - 3 <= top and left + width <= x + w + 3 and top + height <= y + h + 3
    return inside and width * height < 0.6 * w * h


def _without_charts(rects: list[tuple[Rect, str, bool]], em: float) -> list[tuple[Rect, str, bool]]:
    """Without columns that stand on one line, are equally wide and differ in height: a chart."""
    upright = [rect for rect, fill, _ in rects if fill in ("black", "grey", "hatched") and rect[3] > 0.6 * rect[2]]
    columns: set[Rect] = set()
    for rect in upright:
        foot, like = rect[1] + rect[3], 0
        for other in upright:
            near = abs(other[1] + other[3] - foot) <= 0.4 * em and abs(other[2] - rect[2]) <= 0.2 * rect[2]
            like += near and abs(other[3] - rect[3]) > 0.15 * rect[3]
        if like >= 2:
            columns.add(rect)
    return [one for one in rects if one[0] not in columns]


def _fraction(rect: Rect, wide: int, high: int) -> Box:
    left, top, width, height = rect
    return clipped(left / wide, top / high, (left + width) / wide, (top + height) / high)


def _meets(rect: Rect, others: list[Rect]) -> bool:
    """Whether the rectangle and another have more than a rim in common."""
    left, top, width, height = rect
    for x, y, w, h in others:
        common = max(min(left + width, x + w) - max(left, x), 0) * max(min(top + height, y + h) - max(top, y), 0)
        if common > 0.1 * min(width * height, w * h):
            return True
    return False


def _dark(pixels: Grey, em: float) -> list[Rect]:
    """Rectangles filled with dark, print on them allowed."""
    mask = np.asarray(cv2.threshold(pixels, DARK - 1, 1, cv2.THRESH_BINARY_INV)[1], dtype=np.uint8)
    rects: list[Rect] = []
    for left, top, right, bottom in _windows(mask, em):
        within = _dark_in(mask[top:bottom, left:right], em)
        rects += ((left + x, top + y, w, h) for x, y, w, h in within)
    return [rect for rect in dict.fromkeys(rects) if _is_bar(rect, mask, pixels, em)]


def _dark_in(mask: Mask, em: float) -> list[Rect]:
    """Rectangles of the size of a bar filled with dark in this part of the page."""
    filled = _without_print(mask, em)
    # Thin strokes go first: rules, underlines and letters that touch a bar must not change its outline.
    stroke = max(3, round(0.28 * em))
    opened = cv2.morphologyEx(filled, cv2.MORPH_OPEN, np.ones((stroke, stroke), np.uint8))
    contours, _ = cv2.findContours(opened, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    rects: list[Rect] = []
    for contour in contours:
        left, top, width, height = cv2.boundingRect(contour)
        if height < MIN_HEIGHT * em or width < MIN_HEIGHT * MIN_WIDTH * em:
            continue
        shape = np.zeros((height, width), np.uint8)
        cv2.drawContours(shape, [contour], -1, 1, cv2.FILLED, offset=(-left, -top))
        parts = [part for part in _rectangles(shape, em) if part[3] >= MIN_HEIGHT * em]
        if sum(w * h for _, _, w, h in parts) < WHOLE * shape.sum():
            continue  # a blot, a map or a drawing that holds a rectangle is not made of rectangles
        rects += ((left + x, top + y, w, h) for x, y, w, h in parts)
    return rects


def _windows(mask: Mask, em: float) -> list[tuple[int, int, int, int]]:
    """Where bars may lie (left, top, right, bottom): around spots as small as the smallest bar that ink fills nearly as far as
    a bar must be filled. Print alone seldom does; the whole page where such spots lie all over it.
    """
    quarter = cv2.resize(mask * np.uint8(255), None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    spot = (max(1, round(MIN_WIDTH * MIN_HEIGHT * em / 4)), max(1, round(MIN_HEIGHT * em / 4)))
    thick = cv2.compare(cv2.blur(quarter, spot), 255 * NEARLY * SOLID, cv2.CMP_GE)
    if not cv2.countNonZero(thick):
        return []
    reach = 2 * max(1, round(AROUND * em / 4)) + 1
    _, _, stats, _ = cv2.connectedComponentsWithStats(cv2.dilate(thick, np.ones((reach, reach), np.uint8)), connectivity=8)
    high, wide = mask.shape
    found = [(4 * x, 4 * y, min(4 * (x + w + 1), wide), min(4 * (y + h + 1), high)) for x, y, w, h, _ in stats[1:].tolist()]
    size = sum((right - left) * (bottom - top) for left, top, right, bottom in found)
    return found if len(found) <= MOST_WINDOWS and size < mask.size / 2 else [(0, 0, wide, high)]


def _without_print(mask: Mask, em: float) -> Mask:
    """The mask with white marks of the size of letters filled where dark encloses them: codes printed on a bar."""
    contours, tree = cv2.findContours(mask, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    done = mask.copy()
    if tree is None:
        return done
    inner = [contour for contour, (_, _, _, parent) in zip(contours, tree[0], strict=True) if parent >= 0]
    sizes = [cv2.boundingRect(contour)[2:] for contour in inner]
    small = [contour for contour, (wide, high) in zip(inner, sizes, strict=True) if high <= PRINT * em and wide <= PRINT * em]
    cv2.drawContours(done, small, -1, 1, cv2.FILLED)
    return done


def _rectangles(shape: Mask, em: float) -> list[Rect]:
    """The shape as rectangles stacked downward: a bar over several lines has ragged ends."""
    inside = np.flatnonzero(shape.any(axis=1))
    if not len(inside):
        return []
    lefts = shape.argmax(axis=1)
    rights = shape.shape[1] - shape[:, ::-1].argmax(axis=1)
    step = max(3, 0.25 * em)
    rects: list[Rect] = []
    start = 0
    begun: list[list[int]] = [[], []]  # left and right edges of the rows since `start`, in order of size
    for row in range(shape.shape[0] + 1):
        edges = (int(lefts[row]), int(rights[row])) if row < shape.shape[0] else None
        if edges and all(not side or abs(edge - _middle(side)) <= step for edge, side in zip(edges, begun, strict=True)):
            for edge, side in zip(edges, begun, strict=True):
                insort(side, edge)
            continue
        left, right = (int(_middle(side)) for side in begun)
        part = shape[start:row, left:right]
        if part.size and part.mean() >= FILLED:
            rects.append((left, start, right - left, row - start))
        start, begun = row, [[edge] for edge in edges or ()]
    return _stacked(rects, step)


def _middle(ordered: list[int]) -> float:
    """The median of numbers in order of size."""
    half = len(ordered) // 2
    return float(ordered[half]) if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def _stacked(rects: list[Rect], step: float) -> list[Rect]:
    """Neighbours of the same width become one again."""
    done: list[Rect] = []
    for rect in rects:
        if done:
            left, top, width, height = done[-1]
            near = abs(left - rect[0]) <= step and abs(left + width - rect[0] - rect[2]) <= step
            if near and rect[1] - (top + height) <= step:
                x0, x1 = min(left, rect[0]), max(left + width, rect[0] + rect[2])
                done[-1] = (x0, top, x1 - x0, rect[1] + rect[3] - top)
                continue
        done.append(rect)
    return done


def _is_bar(rect: Rect, mask: Mask, pixels: Grey, em: float) -> bool:
    left, top, width, height = rect
    if height < MIN_HEIGHT * em or width < MIN_WIDTH * MIN_HEIGHT * em:
        return False
    high, wide = pixels.shape
    rim = 0.006 * max(high, wide)
    at_side = left <= rim or left + width >= wide - rim
    at_end = top <= rim or top + height >= high - rim
    if (at_side and height > 3 * width) or (at_end and width > 0.5 * wide and height < 0.1 * high):
        return False  # the dark rim of a scan
    inner = mask[top : top + height, left : left + width]
    if inner.mean() < SOLID:
        return False
    inner = cv2.erode(inner, np.ones((3, 3), np.uint8))  # the soft edges of print on the bar are no shade of the bar
    # Ink is even, photographs are not: the dark pixels of a bar lie within a narrow range of greys.
    shades = pixels[top : top + height, left : left + width][inner.astype(bool)]
    return shades.size > 0 and float(shades.std()) < MOST_SPREAD


def _distinct(rects: list[Rect], nested: bool = True) -> list[Rect]:
    """Those that do not overlap a larger one, unless they are `nested` in it: a tinted box in the shaded row of a table."""
    done: list[Rect] = []
    for rect in sorted(rects, key=lambda r: (-r[2] * r[3], r)):
        if not _meets(rect, [other for other in done if not (nested and _small_in(rect, other))]):
            done.append(rect)
    return done


def leaned(place: Box, shape: tuple[int, ...], angle: float) -> Box:
    """The box, found on the straightened image, where its middle lies on the image as it was; its size stays."""
    high, wide = shape
    back = cv2.invertAffineTransform(cv2.getRotationMatrix2D((wide / 2, high / 2), angle, 1.0))
    x, y = (float(v) for v in back @ np.array([(place.x0 + place.x1) / 2 * wide, (place.y0 + place.y1) / 2 * high, 1.0]))
    across, down = (place.x1 - place.x0) / 2, (place.y1 - place.y0) / 2
    return clipped(x / wide - across, y / high - down, x / wide + across, y / high + down)


def tilt_of_blocks(pixels: Grey, em: float) -> float:
    """Degrees by which the long dark or outlined blocks run downhill on a page without much print; 0.0 without any."""
    contours, _ = cv2.findContours(ink_mask(pixels).astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    angles: list[tuple[float, float]] = []
    for contour in contours:
        _, (wide, high), angle = cv2.minAreaRect(contour)
        if min(wide, high) >= 0.7 * em and max(wide, high) >= 6 * em and cv2.contourArea(contour) >= 0.9 * wide * high:
            angles.append((max(wide, high), (angle + 45) % 90 - 45))
    return round(max(angles)[1], 2) if angles and abs(max(angles)[1]) <= SKEW_LIMIT else 0.0
