"""Finds rectangles filled with slanted lines. Part of the door to OpenCV; `ink.py` is its front."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.engines.tints import GLANCE, MIN_HEIGHT, MIN_WIDTH, within
from pipeline.seen import Grey

AROUND = 2.5  # lines of text around a spot of slanted lines that are looked at with it
MOST_SPOTS = 30  # such spots looked at one by one
STRIP = 128  # rows of a page worked on at once
SLANTED = -0.3  # mean of cos(4 x angle) of the edges, weighed by strength: 1 for letters and rules, -1 for lines at 45 degrees
RULED = 0.5  # share of an outline's columns, a code's patch among them, that slanted lines from its rim cross
LEAST_BARE = 1.2  # lines of text: narrower hatching without an outline is part of a drawing
CROSSED = 0.7  # share of each end of both diagonals that is line where an outline is crossed out
BETWEEN = 0.3  # share of what lies between those ends that is ink at most
OUTLINE = 0.08  # of a line of text: as broad as the line around a box, which is no part of what it shows
WHOLE_REACH = 40  # lines of text on either side in which the rest of a box is looked for
REACH = 5  # pixels within which a line lies on the edge of an outline
LEAST_RULED = 0.08  # share of an outline's inside that hatching covers at least

Mask = NDArray[np.uint8]
Rect = tuple[int, int, int, int]  # left, top, width, height in pixels


def hatched(pixels: Grey, em: float, paper: float, outlined: list[Rect]) -> list[Rect]:
    """Rectangles filled with slanted lines; where one of those `outlined` fits closely around them, that one."""
    soft = np.asarray(cv2.GaussianBlur(pixels, (0, 0), max(0.8, em / 34)), dtype=np.uint8)
    ink = np.asarray(cv2.threshold(pixels, int(0.72 * paper), 1, cv2.THRESH_BINARY_INV)[1], dtype=np.uint8)
    rects: list[Rect] = []
    for rect in _slanted_at(soft, _slanted(*_leaning_at_a_quarter(soft), em / 4, paper, GLANCE), em, paper):
        framed = _framed(rect, outlined, em)
        if framed or rect[2] >= LEAST_BARE * em:
            rects.append(framed or _snapped(rect, ink, em))
    rects += [rect for rect in outlined if _ruled_across(rect, ink) or _crossed_out(rect, ink)]
    wholes = {rect: _whole(rect, ink, em) for rect in rects}
    kept = frozenset((*outlined, *(whole for whole in wholes.values() if whole)))
    rects = _parts_joined(sorted({whole or rect for rect, whole in wholes.items()}), ink, em, kept)
    return [rect for rect in rects if rect[3] >= MIN_HEIGHT * em and rect[2] >= 2 * MIN_WIDTH * em]


def _slanted_at(soft: Grey, spots: list[Rect], em: float, paper: float) -> list[Rect]:
    """Rectangles in which strong edges run aslant, looked for around these spots of a picture a quarter of the size."""
    reach, found = round(AROUND * em), list[Rect]()
    if len(spots) > MOST_SPOTS:
        spots, reach = [(0, 0, soft.shape[1] // 4, soft.shape[0] // 4)], 4
    for x, y, w, h in spots:
        left, top = max(4 * x - reach, 0), max(4 * y - reach, 0)
        part = soft[top : 4 * (y + h) + reach, left : 4 * (x + w) + reach]
        across, down = cv2.Sobel(part, cv2.CV_16S, 1, 0), cv2.Sobel(part, cv2.CV_16S, 0, 1)
        within = _slanted(*_leaning(across, down), em, paper, 1.0)
        found += ((left + rect[0], top + rect[1], rect[2], rect[3]) for rect in within)
    return found


def _slopes_at_half(soft: Grey) -> tuple[NDArray[np.int16], NDArray[np.int16]]:
    """What `cv2.Sobel` gives across and down at every second pixel of every second row, for a quarter of the work."""
    high, wide = (side // 2 * 2 for side in soft.shape)
    corner, beside, below = (soft[y:high:2, x:wide:2].astype(np.int16) for y, x in ((1, 1), (0, 1), (1, 0)))
    columns, rows = 2 * beside + corner, 2 * below + corner
    columns += np.concatenate((corner[:1], corner[:-1]))
    rows += np.concatenate((corner[:, :1], corner[:, :-1]), axis=1)
    across, down = np.zeros_like(columns), np.zeros_like(rows)
    np.subtract(columns[:, 1:], columns[:, :-1], out=across[:, 1:])
    np.subtract(rows[1:], rows[:-1], out=down[1:])
    return across, down


def _leaning_at_a_quarter(soft: Grey) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """`_leaning` of the page at half its size, averaged to a quarter: strip by strip, so that a strip's numbers stay at hand."""
    parts: list[tuple[Any, Any]] = []
    for top in range(0, soft.shape[0] // 4 * 4, STRIP):
        above = min(top, 2)
        across, down = (
            slope[above // 2 :] for slope in _slopes_at_half(soft[top - above : min(top + STRIP, soft.shape[0] // 4 * 4)])
        )
        halves = (cv2.resize(one, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA) for one in _leaning(across, down))
        parts.append((next(halves), next(halves)))
    strength, lean = (np.concatenate(column) for column in zip(*parts, strict=True))
    return strength, lean


def _leaning(across: NDArray[np.int16], down: NDArray[np.int16]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """(strength of the edges, strength times how far they lean), from the slopes across and down.

    With s = x^2 + y^2, the cosine of four times the angle, weighed by s, is s - 8 x^2 y^2 / s; the second is x^2 y^2 / s.
    """
    x, y = across.astype(np.float32), down.astype(np.float32)
    lean = x * y
    lean *= lean
    x *= x
    y *= y
    x += y
    lean /= np.maximum(x, 1e-3, out=y)
    return x, lean


def _slanted(strength: NDArray[np.float32], lean: NDArray[np.float32], em: float, paper: float, asked: float) -> list[Rect]:
    """Rectangles in which strong edges run aslant, from what `_leaning` gives; `asked` is the share of each bound."""
    size = (max(5, round(0.6 * em)),) * 2
    total, leaning = cv2.blur(strength, size), cv2.blur(lean, size)
    mask = ((total > asked * (0.12 * paper) ** 2) & (leaning > (1 - asked * SLANTED) / 8 * total)).astype(np.uint8)
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


def _crossed_out(rect: Rect, ink: Mask) -> bool:
    """Whether two lines run from corner to corner, a code's patch in their middle perhaps; white between their ends."""
    left, top, width, height = rect
    part = cv2.dilate(ink[top : top + height, left : left + width], np.ones((5, 5), np.uint8))
    end = width // 10
    if part.size == 0 or height < 8 or end < 8:
        return False
    columns, rows = (np.linspace(0.02, 0.98, width) * (side - 1) for side in (width, height))
    across, down = columns.round().astype(int), rows.round().astype(int)
    lines = (part[down, across], part[down[::-1], across])
    drawn = all(side.mean() >= CROSSED for line in lines for side in (line[:end], line[-end:]))
    between = part[height // 3 : height - height // 3]
    return drawn and all(side.mean() <= BETWEEN for side in (between[:, 4:end], between[:, -end:-4]))


def _whole(part: Rect, ink: Mask, em: float) -> Rect | None:
    """The box whose outline and lines hang together with those of this part of it, where all of it is no taller than the part is
    and roughly a rectangle: crossing lines and the strokes of a code part one in what looks for outlines.
    """
    reach, rim = round(WHOLE_REACH * em), round(0.8 * em)
    left, top, width, height = within((part[0] - reach, part[1] - rim, part[2] + 2 * reach, part[3] + 2 * rim), ink)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink[top : top + height, left : left + width], connectivity=8)
    core = labels[part[1] - top : part[1] - top + part[3], part[0] - left : part[0] - left + part[2]]
    counts = np.bincount(core.ravel(), minlength=len(stats))[1:]
    if not counts.any():
        return None
    label = int(counts.argmax()) + 1
    x, y, w, h, _ = (int(v) for v in stats[label])
    if x == 0 or y == 0 or x + w == width or y + h == height or w < part[2] or h < part[3]:
        return None  # it goes on: the rules of a table, a line of a form
    shape = (labels[y : y + h, x : x + w] == label).astype(np.uint8)
    contours, _ = cv2.findContours(shape, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    full = max(cv2.contourArea(contour) for contour in contours) >= 0.9 * (w - 1) * (h - 1)
    line = max(2, round(OUTLINE * em))
    return (left + x + line, top + y + line, w - 2 * line, h - 2 * line) if full else None


def _parts_joined(rects: list[Rect], ink: Mask, em: float, outlined: frozenset[Rect]) -> list[Rect]:
    """Parts of one row with print between them made one: a code on a white patch parts the slanted lines.

    Two that have outlines of their own are parts only where the outline runs on from one to the other.
    """
    done: list[Rect] = []
    for rect in rects:
        at = next((i for i, other in enumerate(done) if _goes_on(other, rect, ink, em, {rect, other} <= outlined)), None)
        if at is None:
            done.append(rect)
        else:
            left, top = done[at][0], min(done[at][1], rect[1])
            bottom = max(done[at][1] + done[at][3], rect[1] + rect[3])
            done[at] = (left, top, max(done[at][0] + done[at][2], rect[0] + rect[2]) - left, bottom - top)
    return done


def _goes_on(first: Rect, then: Rect, ink: Mask, em: float, both_outlined: bool) -> bool:
    same_row = abs(first[1] - then[1]) <= 0.3 * em and abs(first[1] + first[3] - then[1] - then[3]) <= 0.3 * em
    gap = then[0] - first[0] - first[2]
    if not same_row or gap > 12 * em or (both_outlined and gap > 0 and not _outline_runs_on(first, then, ink)):
        return False
    if gap < 0.3 * em:
        return True
    between = ink[first[1] : first[1] + first[3], first[0] + first[2] : then[0]]
    return gap > 1.2 * em and float(between.any(axis=0).mean()) > 0.4


def _outline_runs_on(first: Rect, then: Rect, ink: Mask) -> bool:
    """Whether lines join the tops and the feet of the two."""
    columns = slice(first[0] + first[2], then[0])
    top, foot = min(first[1], then[1]), max(first[1] + first[3], then[1] + then[3])
    edges = (ink[max(row - REACH, 0) : row + REACH, columns] for row in (top, foot))
    return all(edge.size > 0 and float(edge.any(axis=0).mean()) >= CROSSED for edge in edges)


def _snapped(rect: Rect, ink: Mask, em: float) -> Rect:
    """The rectangle grown to where its lines end, at most a line of text further on each side."""
    reach = round(0.8 * em)
    left, top, width, height = within((rect[0] - reach, rect[1] - reach, rect[2] + 2 * reach, rect[3] + 2 * reach), ink)
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
