"""Finds boxes drawn over a page. Part of the door to OpenCV; `ink.py` is its front.

Precision comes first: letters, rules, borders of tables, logos, photographs and the dark rims of scans are no
redactions. A filled dark rectangle is one by its shape; a grey or an outlined one is only a candidate, to be kept by the
caller when an exemption code stands in it.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.ports import Grey
from pipeline.records.page import Box, RedactionBox
from pipeline.records.spans import box as clipped

DARK = 110  # grey level below which a pixel belongs to a bar; photocopied bars are seldom lighter
FILLED = 0.95  # share of its rectangle a bar fills once the print on it is closed
SOLID = 0.55  # share that is dark in itself: white print on it takes the rest
WHOLE = 0.9  # share of a dark shape that its rectangles make up
MIN_HEIGHT = 0.8  # of a line of text
MIN_WIDTH = 2.0  # of that height
PRINT = 1.5  # largest letter printed on a bar, in lines of text
MOST_SPREAD = 22  # grey levels, standard deviation within a bar
MOST = 400  # boxes on one page; more is a pattern, not redaction

Mask = NDArray[np.uint8]
Rect = tuple[int, int, int, int]  # left, top, width, height in pixels


def found(pixels: Grey, dpi: float, em: float) -> tuple[RedactionBox, ...]:
    """Boxes in reading order. `em` is the height of a line of text in pixels."""
    if pixels.size == 0 or min(pixels.shape) < 3 * em:
        return ()
    dark = _dark(pixels, em)
    grey = [rect for rect in _grey(pixels, em) if not _meets(rect, dark)]
    drawn = [rect for rect in _outlined(pixels, dpi, em) if not _meets(rect, dark) and not _meets(rect, grey)]
    boxes = [(rect, fill) for rects, fill in ((dark, "black"), (grey, "grey"), (drawn, "drawn")) for rect in rects]
    high, wide = pixels.shape
    rows = [RedactionBox(_fraction(rect, wide, high), fill, "") for rect, fill in boxes]
    return tuple(sorted(rows, key=lambda r: (r.box.y0, r.box.x0, r.box.x1, r.box.y1)))[:MOST]


def _fraction(rect: Rect, wide: int, high: int) -> Box:
    left, top, width, height = rect
    return clipped(left / wide, top / high, (left + width) / wide, (top + height) / high)


def _meets(rect: Rect, others: list[Rect]) -> bool:
    left, top, width, height = rect
    return any(left < x + w and x < left + width and top < y + h and y < top + height for x, y, w, h in others)


def _dark(pixels: Grey, em: float) -> list[Rect]:
    """Rectangles filled with dark, print on them allowed."""
    mask = (pixels < DARK).astype(np.uint8)
    filled = _without_print(mask, em)
    # Thin strokes go first: rules, underlines and letters that touch a bar must not change its outline.
    stroke = max(3, round(0.28 * em))
    opened = cv2.morphologyEx(filled, cv2.MORPH_OPEN, np.ones((stroke, stroke), np.uint8))
    contours, _ = cv2.findContours(opened, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
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
        for x, y, w, h in parts:
            rect = (left + x, top + y, w, h)
            if _is_bar(rect, mask, pixels, em):
                rects.append(rect)
    return rects


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
    for row in range(1, shape.shape[0] + 1):
        same = row < shape.shape[0] and abs(int(lefts[row]) - int(np.median(lefts[start:row]))) <= step
        if same and abs(int(rights[row]) - int(np.median(rights[start:row]))) <= step:
            continue
        left, right = int(np.median(lefts[start:row])), int(np.median(rights[start:row]))
        part = shape[start:row, left:right]
        if part.size and part.mean() >= FILLED:
            rects.append((left, start, right - left, row - start))
        start = row
    return _stacked(rects, step)


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


def _grey(pixels: Grey, em: float) -> list[Rect]:
    """Evenly grey rectangles, candidates only."""
    smooth = cv2.medianBlur(pixels, 5)
    rects: list[Rect] = []
    levels = np.bincount(smooth[::2, ::2].ravel(), minlength=256)
    enough = 0.25 * MIN_HEIGHT * em * MIN_HEIGHT * MIN_WIDTH * em
    peaks = [g for g in range(DARK, 236) if levels[g] >= enough and levels[g] == levels[max(0, g - 4) : g + 5].max()]
    for level in peaks[:6]:
        mask = cv2.inRange(smooth, max(level - 6, 0), min(level + 6, 245))
        contours, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
        for contour in contours:
            left, top, width, height = cv2.boundingRect(contour)
            if height < MIN_HEIGHT * em or width < MIN_HEIGHT * MIN_WIDTH * em or cv2.contourArea(contour) < 0.9 * width * height:
                continue
            if mask[top : top + height, left : left + width].mean() >= 255 * SOLID:
                rects.append((left, top, width, height))
    return _distinct(rects)


def _outlined(pixels: Grey, dpi: float, em: float) -> list[Rect]:
    """Rectangles drawn with a thin line around white, candidates only."""
    mask = (pixels < 150).astype(np.uint8)
    contours, tree = cv2.findContours(mask, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    if tree is None:
        return []
    high, wide = pixels.shape
    rects: list[Rect] = []
    for contour, (_, _, _, parent) in zip(contours, tree[0], strict=True):
        if parent < 0:
            continue  # only the white inside of a drawn line
        left, top, width, height = cv2.boundingRect(contour)
        if height < MIN_HEIGHT * em or width < MIN_HEIGHT * MIN_WIDTH * em or width > 0.98 * wide or height > 0.98 * high:
            continue
        if cv2.contourArea(contour) >= 0.93 * (width - 1) * (height - 1):
            rects.append((left, top, width, height))
    return _distinct([rect for rect in rects if not _is_cell(rect, rects, em)], smallest_first=True)


def _is_cell(rect: Rect, others: list[Rect], em: float) -> bool:
    """Whether another outlined rectangle stands right beside it, as in the row of a table."""
    left, top, width, height = rect
    for x, y, w, h in others:
        beside = min(abs(x - (left + width)), abs(left - (x + w))) <= 0.4 * em
        if beside and min(y + h, top + height) - max(y, top) > 0.5 * min(h, height):
            return True
    return False


def _distinct(rects: list[Rect], smallest_first: bool = False) -> list[Rect]:
    """Those that do not overlap one already taken: a frame around the page must not swallow the boxes in it."""
    done: list[Rect] = []
    for rect in sorted(rects, key=lambda r: ((r[2] * r[3]) * (1 if smallest_first else -1), r)):
        if not _meets(rect, done):
            done.append(rect)
    return done
