"""Finds evenly grey and hatched rectangles. Part of the door to OpenCV; `ink.py` is its front."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.engines.marks import level_at, shades
from pipeline.ports import Grey

DARKEST = 0.3  # share of the paper's level: darker than that is a black bar's matter
LIGHTEST = 0.955
WHITE_PRINT = 0.62  # share of the paper's level below which print on a tint is white
SPREAD = 7  # grey levels either side of a tint, once smoothed; up to twice that on grainy scans
RECTANGLE = 0.85  # share of its bounding rectangle that a tint's outline encloses
SOLID = 0.5  # share that is of the tint itself: print on it takes the rest
FLAT = 0.35  # share that shows the tint before print is taken out: words on paper show little but their own blur
PAPER_AROUND = 0.5  # share of the rim around a tint that is lighter than it
SLANTED = -0.3  # mean of cos(4 x angle) of the edges, weighed by strength: 1 for letters and rules, -1 for lines at 45 degrees
RULED = 0.5  # share of an outline's columns, a code's patch among them, that slanted lines from its rim cross
LEAST_BARE = 1.2  # lines of text: narrower hatching without an outline is part of a drawing
MIN_HEIGHT, MIN_WIDTH = 0.75, 1.5  # of a line of text
SCREEN = 0.075  # of a line of text: the blur that makes a tint of a screen's dots and keeps the print
BILEVEL = 0.97  # share of a page in two levels that is black or white
DUST = 0.35  # share of a screened page's ink that is single dots; of a clean 1-bit scan's it is some 0.05
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
        return _greys(pixels, em, paper, 1.0)
    half = np.asarray(cv2.resize(pixels, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    return _greys(pixels, em, paper, 1.0) if _greys(half, em / 2, paper, GLANCE) else []


def screened(pixels: Grey) -> bool:
    """Whether greys are drawn in single dots, black on white, as printers and 1-bit scanners do: most of its ink is dust."""
    counts = shades(pixels) if pixels.size else np.zeros(256, dtype=np.int64)
    if int(counts[:8].sum() + counts[248:].sum()) < BILEVEL * max(int(counts.sum()), 1):
        return False
    ink = pixels < 128
    left = np.asarray(cv2.medianBlur(pixels, 3)) < 128
    return float((ink & ~left).sum()) > DUST * max(int(ink.sum()), 1)


def _greys(pixels: Grey, em: float, paper: float, asked: float) -> list[Rect]:
    size = max(3, round(0.16 * em))
    blurred = np.asarray(cv2.blur(pixels, (size, size)), dtype=np.uint8)
    steps = cv2.convertScaleAbs(cv2.Laplacian(np.ascontiguousarray(pixels[::2, ::2]), cv2.CV_16S))
    grain = level_at(shades(np.asarray(steps, dtype=np.uint8)), 50) / 3.0
    spread = round(SPREAD + min(0.4 * grain, SPREAD))
    split = int(WHITE_PRINT * paper)
    light = _of_levels(
        blurred, _without_print(blurred, em, size, cv2.MORPH_CLOSE), em, size, (split, int(LIGHTEST * paper)), spread, asked
    )
    dark = _of_levels(
        blurred, _without_print(blurred, em, size, cv2.MORPH_OPEN), em, size, (int(DARKEST * paper), split), spread, asked
    )
    return [_within(rect, pixels) for rect in (*light, *dark)]


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


LEAST_RULED = 0.08  # share of an outline's inside that hatching covers at least


def hatched(pixels: Grey, em: float, paper: float, outlined: list[Rect]) -> list[Rect]:
    """Rectangles filled with slanted lines; where one of those `outlined` fits closely around them, that one."""
    soft = np.asarray(cv2.GaussianBlur(pixels, (0, 0), max(0.8, em / 34)), dtype=np.uint8)
    gx, gy = cv2.Sobel(soft, cv2.CV_16S, 1, 0), cv2.Sobel(soft, cv2.CV_16S, 0, 1)
    ink = (pixels < 0.72 * paper).astype(np.uint8)
    rects: list[Rect] = []
    if _slanted(gx[::2, ::2], gy[::2, ::2], em / 2, paper, GLANCE):
        for rect in _slanted(gx, gy, em, paper, 1.0):
            framed = _framed(rect, outlined, em)
            if framed or rect[2] >= LEAST_BARE * em:
                rects.append(framed or _snapped(rect, ink, em))
    rects += [rect for rect in outlined if _ruled_across(rect, ink)]
    rects = _parts_joined(sorted(set(rects)), ink, em)
    return [rect for rect in rects if rect[3] >= MIN_HEIGHT * em and rect[2] >= 2 * MIN_WIDTH * em]


def _slanted(across: NDArray[np.int16], down: NDArray[np.int16], em: float, paper: float, asked: float) -> list[Rect]:
    """Rectangles in which strong edges run aslant, from the slopes across and down; `asked` is the share of each bound."""
    gx2, gy2 = np.square(across, dtype=np.float32), np.square(down, dtype=np.float32)
    strength = gx2 + gy2
    slant = np.square(gx2 - gy2)
    slant -= 4 * gx2 * gy2
    slant /= np.maximum(strength, 1e-3)
    size = (max(5, round(0.6 * em)),) * 2
    total, lean = cv2.blur(strength, size), cv2.blur(slant, size)
    mask = ((total > asked * (0.12 * paper) ** 2) & (lean < asked * SLANTED * total)).astype(np.uint8)
    mask = np.asarray(cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((max(3, round(0.35 * em)),) * 2, np.uint8)))
    contours, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    rects: list[Rect] = []
    for contour in contours:
        left, top, width, height = cv2.boundingRect(contour)
        large = height >= asked * 0.35 * em and width >= asked * 0.8 * em
        if large and cv2.contourArea(contour) >= asked * 0.82 * (width - 1) * (height - 1):
            rects.append((left, top, width, height))
    return rects


def _ruled_across(rect: Rect, ink: Mask) -> bool:
    """Whether lines that come from the rim fill the outline: print in a box does not touch its sides."""
    left, top, width, height = rect
    part = ink[top + 2 : top + height - 2, left + 2 : left + width - 2]
    if part.size == 0 or not LEAST_RULED <= part.mean() <= 0.75:
        return False
    _, labels = cv2.connectedComponents(part, connectivity=8)
    rim = np.unique(np.concatenate((labels[0], labels[-1], labels[:, 0], labels[:, -1])))
    lines = np.isin(labels, rim[rim > 0])
    if lines.mean() < LEAST_RULED:
        return False  # the rules between the rows of a table come from the rim too, and leave most of it to print
    middle = lines[len(labels) // 4 : len(labels) - len(labels) // 4]
    return float(middle.any(axis=0).mean()) >= RULED


def _framed(rect: Rect, outlined: list[Rect], em: float) -> Rect | None:
    """The outline that holds the hatching and is little taller."""
    left, top, width, height = rect
    for x, y, w, h in outlined:
        holds = x - 3 <= left and y - 3 <= top and left + width <= x + w + 3 and top + height <= y + h + 3
        if holds and h <= height + 1.2 * em:
            return x, y, w, h
    return None


def _parts_joined(rects: list[Rect], ink: Mask, em: float) -> list[Rect]:
    """Parts of one row with print between them made one: a code on a white patch parts the slanted lines."""
    done: list[Rect] = []
    for rect in rects:
        at = next((i for i, other in enumerate(done) if _goes_on(other, rect, ink, em)), None)
        if at is None:
            done.append(rect)
        else:
            left, top = done[at][0], min(done[at][1], rect[1])
            bottom = max(done[at][1] + done[at][3], rect[1] + rect[3])
            done[at] = (left, top, max(done[at][0] + done[at][2], rect[0] + rect[2]) - left, bottom - top)
    return done


def _goes_on(first: Rect, then: Rect, ink: Mask, em: float) -> bool:
    same_row = abs(first[1] - then[1]) <= 0.3 * em and abs(first[1] + first[3] - then[1] - then[3]) <= 0.3 * em
    gap = then[0] - first[0] - first[2]
    if not same_row or gap > 12 * em:
        return False
    if gap < 0.3 * em:
        return True
    between = ink[first[1] : first[1] + first[3], first[0] + first[2] : then[0]]
    return gap > 1.2 * em and float(between.any(axis=0).mean()) > 0.4


def _snapped(rect: Rect, ink: Mask, em: float) -> Rect:
    """The rectangle grown to where its lines end, at most a line of text further on each side."""
    reach = round(0.8 * em)
    left, top, width, height = _within((rect[0] - reach, rect[1] - reach, rect[2] + 2 * reach, rect[3] + 2 * reach), ink)
    part = ink[top : top + height, left : left + width]
    _, labels, stats, _ = cv2.connectedComponentsWithStats(part, connectivity=8)
    core = labels[rect[1] - top : rect[1] - top + rect[3], rect[0] - left : rect[0] - left + rect[2]]
    shares = np.bincount(core.ravel(), minlength=len(stats))
    x0, y0, x1, y1 = rect[0], rect[1], rect[0] + rect[2], rect[1] + rect[3]
    for label in range(1, len(stats)):
        x, y, w, h, area = (int(v) for v in stats[label])
        if area < 12 or shares[label] < 0.5 * area:
            continue
        x0, y0, x1, y1 = min(x0, left + x), min(y0, top + y), max(x1, left + x + w), max(y1, top + y + h)
    return x0, y0, x1 - x0, y1 - y0


def _within(rect: Rect, pixels: NDArray[np.uint8]) -> Rect:
    high, wide = pixels.shape
    left, top = max(rect[0], 0), max(rect[1], 0)
    return left, top, min(rect[0] + rect[2], wide) - left, min(rect[1] + rect[3], high) - top
