"""The lines and boxes a PDF page draws: whether any of them lies on a word. A door to pypdfium2."""

from __future__ import annotations

import ctypes
from collections import deque
from dataclasses import dataclass
from itertools import chain

import numpy as np
import pypdfium2.raw as raw
from numpy.typing import NDArray

from pipeline.engines.pdfium import columns, direct

RULE_POINTS = 2.5  # a rule or underline is no thicker
LEANS = 0.1  # points by which a level line may rise: what rises more may be part of a letter, or of hatching
BURIED = 0.2  # of the height of a piece of type: what reaches no further over its head or foot leaves it legible
MOST_CORNERS = 20_000  # of all lines and boxes of a page
MOST_PAIRS = 4_000_000  # of a line or box and a word, or a piece of type, that are held against each other

INT, POINTER = ctypes.c_int, ctypes.c_void_p
Rects = NDArray[np.float64]  # one row (left, bottom, right, top) each, in the page's own space
Places = NDArray[np.int64]


def lie_apart(items: list[int], texts: list[int], paths: list[int], words: Rects) -> tuple[bool, bool]:
    """(whether no line or box lies on a word: thin ones, level or upright, run beside the words, all others are drawn before
    whatever type stands where they are; whether besides none of them can be a letter: all are level or upright).

    `items` are the objects of a page by their bare numbers, in the order in which they are drawn, `texts` and `paths` the places
    among them of type and of lines and boxes, `words` the boxes of the words' ink. In doubt False.
    """
    if not paths:
        return True, True
    lines = _lines([items[at] for at in paths])
    if lines is None:
        return False, False
    rules, boxes, owners = _rules_and_boxes(lines)
    if max(len(rules) * len(words), len(boxes) * len(texts)) > MOST_PAIRS or crosses(rules, words):
        return False, False
    places = np.zeros((len(texts), 4), dtype=np.float32)
    bounds = direct("FPDFPageObj_GetBounds", INT, *[POINTER] * 5)
    if not all(list(map(bounds, [items[at] for at in texts], *columns(places)))):
        return False, False
    buried = _buries(boxes, np.array(paths)[owners], places.astype(np.float64), np.array(texts, dtype=np.int64))
    return not buried, not buried and not lines.bent.any()


def crosses(rules: Rects, words: Rects) -> bool:
    """Whether a rule runs through the inside of a word, as a strike or a part of a box made of strips does."""
    left, bottom, right, top = rules.T[:, :, None]
    x0, y0, x1, y1 = words.T[:, None]
    middle_x, middle_y = (left + right) / 2, (bottom + top) / 2
    rim_x, rim_y = 0.1 * (x1 - x0), 0.12 * (y1 - y0)
    within = (y0 + rim_y < middle_y) & (middle_y < y1 - rim_y)
    within |= (top - bottom > right - left) & (x0 + rim_x < middle_x) & (middle_x < x1 - rim_x)
    return bool((within & (x0 < right) & (left < x1) & (y0 < top) & (bottom < y1)).any())


def _buries(boxes: Rects, drawn: Places, texts: Rects, written: Places) -> bool:
    """Whether a box lies on a piece of type that was written before it was drawn."""
    left, bottom, right, top = boxes.T[:, :, None]
    x0, y0, x1, y1 = texts.T[:, None]
    rim = BURIED * (y1 - y0)
    later = drawn[:, None] > written[None]
    return bool((later & (x0 < right) & (left < x1) & (y0 + rim < top) & (bottom < y1 - rim)).any())


@dataclass(frozen=True, slots=True)
class _Lines:
    """Lines from corner to corner: `ends` (x, y, x, y) of each in the page's own space and the path it belongs to; for each path
    how thick its lines are (-1: not drawn), whether it is filled, and whether it is curved or leans.
    """

    ends: Rects
    owners: Places
    thick: NDArray[np.float64]
    filled: NDArray[np.bool_]
    bent: NDArray[np.bool_]


def _lines(paths: list[int]) -> _Lines | None:
    """The lines of these paths, curves as the lines between the points that draw them; None where one does not tell."""
    counts = list(map(direct("FPDFPath_CountSegments", INT, POINTER), paths))
    if min(counts) <= 0 or sum(counts) > MOST_CORNERS:
        return None
    owners = np.repeat(np.arange(len(paths)), counts)
    of_path = chain.from_iterable([path] * count for path, count in zip(paths, counts, strict=True))
    part = direct("FPDFPath_GetPathSegment", POINTER, POINTER, INT)
    parts = list(map(part, of_path, chain.from_iterable(map(range, counts))))
    spots = np.zeros((len(parts), 2), dtype=np.float32)
    stand = list(map(direct("FPDFPathSegment_GetPoint", INT, *[POINTER] * 3), parts, *columns(spots)))
    kinds = np.array(list(map(direct("FPDFPathSegment_GetType", INT, POINTER), parts)))
    closes = np.array(list(map(direct("FPDFPathSegment_GetClose", INT, POINTER), parts))) > 0
    matrices = np.zeros((len(paths), 6), dtype=np.float32)  # a, b, c, d, e, f
    stand += map(direct("FPDFPageObj_GetMatrix", INT, POINTER, POINTER), paths, columns(matrices)[0])
    modes = np.zeros((len(paths), 2), dtype=np.int32)  # how it is filled; whether its lines are drawn
    stand += map(direct("FPDFPath_GetDrawMode", INT, *[POINTER] * 3), paths, *columns(modes))
    if not all(stand):
        return None
    widths = np.zeros((len(paths), 1), dtype=np.float32)
    deque(map(direct("FPDFPageObj_GetStrokeWidth", INT, POINTER, POINTER), paths, columns(widths)[0]), maxlen=0)
    a, b, c, d, e, f = matrices.astype(np.float64).T
    x, y = spots.astype(np.float64).T
    corners = np.stack((a[owners] * x + c[owners] * y + e[owners], b[owners] * x + d[owners] * y + f[owners]), axis=1)
    begun = np.maximum.accumulate(np.where(kinds == raw.FPDF_SEGMENT_MOVETO, np.arange(len(kinds)), 0))
    drawn, back = np.flatnonzero(kinds != raw.FPDF_SEGMENT_MOVETO), np.flatnonzero(closes)
    first, last = np.concatenate((drawn - 1, back)), np.concatenate((drawn, begun[back]))
    ends = np.hstack((corners[first], corners[last]))
    if not np.isfinite(corners).all() or kinds[0] != raw.FPDF_SEGMENT_MOVETO or len(np.unique(owners[last])) < len(paths):
        return None
    bent = np.zeros(len(paths), dtype=bool)
    bent[owners[kinds == raw.FPDF_SEGMENT_BEZIERTO]] = True
    bent[owners[last][np.abs(ends[:, :2] - ends[:, 2:]).min(axis=1) > LEANS]] = True
    thick = np.where(modes[:, 1] != 0, widths[:, 0] * np.maximum(np.hypot(a, b), np.hypot(c, d)), -1.0)
    return _Lines(ends, owners[last], thick, modes[:, 0] != 0, bent)


def _rules_and_boxes(lines: _Lines) -> tuple[Rects, Rects, Places]:
    """(thin lines and boxes as thin; what is larger or bent; the path to which each of those belongs)."""
    order = np.argsort(lines.owners, kind="stable")
    ends, owners = lines.ends[order], lines.owners[order]
    spans = np.hstack((np.minimum(ends[:, :2], ends[:, 2:]), np.maximum(ends[:, :2], ends[:, 2:])))
    half = np.maximum(lines.thick, 0.0)[:, None] / 2 * (-1, -1, 1, 1)
    starts = np.flatnonzero(np.diff(owners, prepend=-1))
    whole = np.hstack((np.minimum.reduceat(spans[:, :2], starts), np.maximum.reduceat(spans[:, 2:], starts))) + half
    thin = ~lines.bent & ((whole[:, 2:] - whole[:, :2]).min(axis=1) <= RULE_POINTS)
    large = ~thin & (lines.filled | (lines.thick > RULE_POINTS) | (lines.bent & (lines.thick >= 0)))
    sides = (lines.thick >= 0)[owners] & ~large[owners]
    return np.vstack((spans[sides] + half[owners[sides]], whole[thin & lines.filled])), whole[large], np.flatnonzero(large)
