"""Finds evenly grey rectangles. Part of the door to OpenCV; `ink.py` is its front."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.engines.marks import level_at, shades
from pipeline.seen import Grey

DARKEST = 0.3  # share of the paper's level: darker than that is a black bar's matter
LIGHTEST = 0.955
WHITE_PRINT = 0.62  # share of the paper's level below which print on a tint is white
DARK_PRINT = 0.45  # the same from which on it may be dark, as on lighter tints; in dots it is no tint
SAME_ROW = 0.15  # of a line of text: parts of one tint begin and end alike
GOES_ON = 0.25  # of the step from tint to paper: the strip above and below print is no lighter than that
MOST_PRINT = 14  # lines of text: no code is wider
SPREAD = 7  # grey levels either side of a tint, once smoothed; up to twice that on grainy scans
RECTANGLE = 0.85  # share of its bounding rectangle that a tint's outline encloses
SOLID = 0.5  # share that is of the tint itself: print on it takes the rest
FLAT = 0.35  # share that shows the tint before print is taken out: words on paper show little but their own blur
PAPER_AROUND = 0.5  # share of the rim around a tint that is lighter than it
MIN_HEIGHT, MIN_WIDTH = 0.75, 1.5  # of a line of text
SCREEN = 0.075  # of a line of text: the blur that makes a tint of a screen's dots and keeps the print
BILEVEL = 0.97  # share of a page in two levels that is black or white
DUST = 0.35  # share of a screened page's ink that is single dots; of a clean 1-bit scan's it is some 0.05
THICK = 0.8  # of the share of a tint that is even, for a first look at a quarter of the size
GLANCE = 0.9  # share of every bound above that a first look at half the size asks for

Mask = NDArray[np.uint8]
Rect = tuple[int, int, int, int]  # left, top, width, height in pixels


def greys(pixels: Grey, em: float, paper: float) -> list[Rect]:
    """Rectangles of one grey with nothing but small print on them, halftone screens included.

    Most pages have none: a look at half the size, which asks for less of each mark of a tint, spares them the search.
    """
    if screened(pixels):
        pixels = np.asarray(cv2.GaussianBlur(pixels, (0, 0), max(1.2, SCREEN * em)), dtype=np.uint8)
        paper = level_at(shades(pixels, 2), 90)  # the paper of such a page has dots of its own
        return _greys(pixels, em, paper, 1.0, WHITE_PRINT)
    half = np.asarray(cv2.resize(pixels, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    return _greys(pixels, em, paper, 1.0) if _greys(half, em / 2, paper, GLANCE) else []


def screened(pixels: Grey) -> bool:
    """Whether greys are drawn in single dots, black on white, as printers and 1-bit scanners do: most of its ink is dust."""
    if pixels.size and cv2.countNonZero(cv2.inRange(pixels, 8, 247)) > (1 - BILEVEL) * pixels.size:
        return False
    ink = cv2.compare(pixels, 128, cv2.CMP_LT)
    left = cv2.compare(cv2.medianBlur(pixels, 3), 128, cv2.CMP_LT) if pixels.size else ink
    return cv2.countNonZero(cv2.bitwise_and(ink, cv2.bitwise_not(left))) > DUST * max(cv2.countNonZero(ink), 1)


def _greys(pixels: Grey, em: float, paper: float, asked: float, dark_print: float = DARK_PRINT) -> list[Rect]:
    size = max(3, round(0.16 * em))
    blurred = np.asarray(cv2.blur(pixels, (size, size)), dtype=np.uint8)
    steps = cv2.convertScaleAbs(cv2.Laplacian(np.ascontiguousarray(pixels[::2, ::2]), cv2.CV_16S))
    grain = level_at(shades(np.asarray(steps, dtype=np.uint8)), 50) / 3.0
    spread = round(SPREAD + min(0.4 * grain, SPREAD))
    split = int(WHITE_PRINT * paper)
    if not _even_somewhere(blurred, em, size, (int(DARKEST * paper), int(LIGHTEST * paper)), spread, asked):
        return []
    light = _of_levels(
        blurred,
        _without_print(blurred, em, size, cv2.MORPH_CLOSE),
        em,
        size,
        (int(dark_print * paper), int(LIGHTEST * paper)),
        spread,
        asked,
    )
    dark = _of_levels(
        blurred, _without_print(blurred, em, size, cv2.MORPH_OPEN), em, size, (int(DARKEST * paper), split), spread, asked
    )
    return _rejoined([within(rect, pixels) for rect in (*light, *dark)], blurred, em, size, paper)


def _rejoined(rects: list[Rect], blurred: Grey, em: float, size: int, paper: float) -> list[Rect]:
    """Parts of one row made one where their tint goes on above and below what stands between them: a code in bold white print is
    too thick to be taken out, and parts its box.
    """
    done: list[Rect] = []
    for rect in sorted(rects, key=lambda r: (r[0], r[1])):
        at = next((i for i, other in enumerate(done) if _one_tint(other, rect, blurred, em, size, paper)), None)
        if at is None:
            done.append(rect)
        else:
            left, top, _, height = done[at]
            top, bottom = min(top, rect[1]), max(top + height, rect[1] + rect[3])
            done[at] = (left, top, rect[0] + rect[2] - left, bottom - top)
    return done


def _one_tint(first: Rect, then: Rect, blurred: Grey, em: float, size: int, paper: float) -> bool:
    top, bottom = max(first[1], then[1]), min(first[1] + first[3], then[1] + then[3])
    gap = then[0] - first[0] - first[2]
    ends = max(abs(first[1] - then[1]), abs(first[1] + first[3] - then[1] - then[3]))
    if ends > SAME_ROW * em or not 0 < gap <= MOST_PRINT * em or bottom - top < 4 * size:
        return False
    rows = (slice(top + size // 2, top + size), slice(bottom - size, bottom - size // 2))
    between = [float(np.median(blurred[row, first[0] + first[2] : then[0]])) for row in rows]
    beside = [float(np.median(blurred[row, first[0] + size : first[0] + first[2] - size])) for row in rows]
    return all(abs(one - other) <= GOES_ON * (paper - other) for one, other in zip(between, beside, strict=True))


def _of_levels(
    blurred: Grey, smooth: Grey, em: float, size: int, levels: tuple[int, int], spread: int, asked: float
) -> list[Rect]:
    """Rectangles whose grey lies between the levels; `smooth` is the page without the print on tints.

    `asked` is the share of each bound that must be reached.
    """
    low, high = levels
    counts = shades(smooth, 2)
    enough = 0.25 * MIN_HEIGHT * MIN_WIDTH * em * em * 0.3 * asked
    peaks = [g for g in range(low, high) if counts[g] >= enough and counts[g] == counts[max(0, g - 4) : g + 5].max()]
    peaks.sort(key=lambda g: -int(counts[g]))
    rects: list[Rect] = []
    for level in peaks[:8]:
        mask = np.asarray(cv2.inRange(smooth, max(level - spread, 0), min(level + spread, high + spread)), dtype=np.uint8)
        contours, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
        for contour in contours:
            left, top, width, height = cv2.boundingRect(contour)
            if height < asked * (MIN_HEIGHT * em - size) or width < asked * (MIN_WIDTH * em - size) or height < 4 * asked:
                continue
            if cv2.contourArea(contour) < asked * RECTANGLE * (width - 1) * (height - 1):
                continue
            inside = mask[top : top + height, left : left + width]
            if inside.mean() < asked * 255 * SOLID:
                continue
            as_seen = blurred[top : top + height, left : left + width].astype(np.int16)
            middle = float(np.median(as_seen))
            flat = np.abs(as_seen - middle) <= 1.5 * spread
            even = (
                abs(middle - level) <= 3 * spread and flat.mean() >= asked * FLAT
            )  # taking print out moves a grainy tint a little
            if even and _light_around((left, top, width, height), blurred, level + spread, size, asked):
                grown = size // 2
                rects.append((left - grown, top - grown, width + 2 * grown, height + 2 * grown))
    return rects


def _even_somewhere(blurred: Grey, em: float, size: int, levels: tuple[int, int], spread: int, asked: float) -> bool:
    """Whether grey lies even on a spot as small as the smallest tint, nearly as far as on a tint: in print it seldom does."""
    steps = cv2.morphologyEx(blurred, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8))
    even = cv2.inRange(blurred, max(levels[0] - spread, 0), min(levels[1] + spread, 255)) & cv2.inRange(steps, 0, 3 * spread)
    quarter = cv2.resize(even, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    spot = tuple(max(1, int(asked * (least * em - size) / 4)) for least in (MIN_WIDTH, MIN_HEIGHT))
    return float(cv2.blur(quarter, spot).max()) >= asked * THICK * 255 * FLAT


def _without_print(smooth: Grey, em: float, size: int, how: int) -> Grey:
    """The page without dark (closing) or light (opening) strokes as thin as those of letters: print on a tint becomes tint."""
    stroke = max(3, round(0.45 * em))
    ground = cv2.morphologyEx(smooth, how, np.ones((stroke, stroke), np.uint8))
    return np.asarray(cv2.blur(ground, (size, size)), dtype=np.uint8)


def _light_around(rect: Rect, smooth: Grey, level: int, size: int, asked: float) -> bool:
    """Whether paper surrounds the tint: a part of a photograph has more photograph around it.

    Looked for close by and a little farther off: the rule of a table's cell may run at either distance.
    """
    left, top, width, height = rect
    high, wide = smooth.shape
    near, far, parts = size + 1, 2 * size, []
    for pair in ((top - near, top - far), (top + height + near, top + height + far)):
        rows = [smooth[row, left : left + width] for row in pair if 0 <= row < high]
        parts += [np.maximum.reduce(rows)] if rows else []
    for pair in ((left - near, left - far), (left + width + near, left + width + far)):
        columns = [smooth[top : top + height, column] for column in pair if 0 <= column < wide]
        parts += [np.maximum.reduce(columns)] if columns else []
    return bool(parts) and float((np.concatenate(parts) > level).mean()) >= asked * PAPER_AROUND


def within(rect: Rect, pixels: NDArray[np.uint8]) -> Rect:
    """The part of the rectangle that lies on the picture."""
    high, wide = pixels.shape
    left, top = max(rect[0], 0), max(rect[1], 0)
    return left, top, min(rect[0] + rect[2], wide) - left, min(rect[1] + rect[3], high) - top
