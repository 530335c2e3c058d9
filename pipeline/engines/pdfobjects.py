"""What a PDF page draws besides words: whether anything on it could hide one. A door to pypdfium2."""

from __future__ import annotations

import ctypes
from itertools import repeat
from typing import Any

import numpy as np
import pypdfium2.raw as raw
from numpy.typing import NDArray

from pipeline.engines import pdfpaths
from pipeline.engines.pdfium import address, columns, direct

MOST_OBJECTS = 4000  # a page with more is looked at as a picture, which takes no longer
MOST_RULES = 200
MOST_RENAMED = 6  # letters (of two bytes) with the closing nought
OPAQUE = 255
LIGHT = 200  # grey level of a tint that dark type shows on
FILLED_TEXT = 0  # text rendering mode: filled, the one that shows

INT, POINTER = ctypes.c_int, ctypes.c_void_p
Rect = tuple[float, float, float, float]  # left, bottom, right, top in the page's own space


def drawn(page: Any) -> list[int]:
    """The objects of the page by their bare numbers, in the order in which they are drawn; of a very full page the first."""
    count = min(raw.FPDFPage_CountObjects(page.raw), MOST_OBJECTS + 1)
    return list(map(direct("FPDFPage_GetObject", POINTER, POINTER, INT), repeat(address(page.raw)), range(max(count, 0))))


def made_of(page: Any, items: list[int], words: NDArray[np.float64]) -> tuple[bool, bool, bool, bool]:
    """(whether the page is type and lines alone: no picture, annotation, clip or invisible ink; whether besides no line lies on a
    word; whether besides none can be a letter; whether nothing on it is a box, only level thin rules beside the words).

    `items` are its objects as `drawn` gives them, `words` the boxes of the words' ink in the page's own space, one row each.
    In doubt False: the page is then looked at.
    """
    if not 0 < len(items) <= MOST_OBJECTS or annotated(page.raw):
        return False, False, False, False
    kinds = list(map(direct("FPDFPageObj_GetType", INT, POINTER), items))
    texts = [at for at, kind in enumerate(kinds) if kind == raw.FPDF_PAGEOBJ_TEXT]
    paths = [at for at, kind in enumerate(kinds) if kind == raw.FPDF_PAGEOBJ_PATH]
    if len(texts) + len(paths) < len(items) or not _all_show([items[at] for at in texts]):
        return False, False, False, False
    bare = _bare(items, paths, texts[0] if texts else len(items), words)
    return True, *((True, True) if bare else pdfpaths.lie_apart(items, texts, paths, words)), bare


def _bare(items: list[int], paths: list[int], first: int, words: NDArray[np.float64]) -> bool:
    """Whether these paths are the page's ground, drawn before the `first` word, or level rules that cross no word."""
    rules: list[Rect] = []
    for at in paths:
        item = _object(items[at])
        if at < first and _light_ground(item):
            continue
        rect = _bounds(item)
        if rect is None or rect[3] - rect[1] > pdfpaths.RULE_POINTS:
            return False  # upright rules may be the sides of a box
        rules.append(rect)
    return len(rules) <= MOST_RULES and not pdfpaths.crosses(np.array(rules).reshape(-1, 4), words)


def renamed(items: list[int]) -> bool:
    """Whether the file gives other words for something it draws (/ActualText of more than a few letters).

    PDFium reports those in place of what a reader sees. Ligatures and hyphens are shorter.
    """
    size = ctypes.c_ulong()
    marks = list(map(direct("FPDFPageObj_CountMarks", INT, POINTER), items))
    for at in np.flatnonzero(np.array(marks) > 0).tolist():
        for number in range(marks[at]):
            mark = raw.FPDFPageObj_GetMark(_object(items[at]), number)
            if raw.FPDFPageObjMark_GetParamStringValue(mark, b"ActualText", None, 0, size) and size.value > 2 * MOST_RENAMED:
                return True
    return False


def annotated(page: Any) -> bool:
    """Whether the page bears an annotation or a field of a form that is more than a link."""
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        mark = raw.FPDFPage_GetAnnot(page, index)
        if not mark:
            return True
        kind = raw.FPDFAnnot_GetSubtype(mark)
        raw.FPDFPage_CloseAnnot(mark)
        if kind != raw.FPDF_ANNOT_LINK:
            return True
    return False


def _object(item: int) -> Any:
    return ctypes.cast(item, raw.FPDF_PAGEOBJECT)


def _all_show(texts: list[int]) -> bool:
    """Whether these text objects are drawn in full: filled, opaque and not cut off by a clip."""
    if any(mode != FILLED_TEXT for mode in map(direct("FPDFTextObj_GetTextRenderMode", INT, POINTER), texts)):
        return False
    shades = np.zeros((len(texts), 4), dtype=np.uint32)  # red, green, blue and how opaque
    told = list(map(direct("FPDFPageObj_GetFillColor", INT, *[POINTER] * 5), texts, *columns(shades)))
    if not all(told) or (shades[:, 3] < OPAQUE).any():
        return False
    clips = list(map(direct("FPDFPageObj_GetClipPath", POINTER, POINTER), texts))
    paths = map(direct("FPDFClipPath_CountPaths", INT, POINTER), clips)  # -1 of none
    return all(_within(clip, count, item) for clip, count, item in zip(clips, paths, texts, strict=True) if count > 0)


def _within(clip: int, paths: int, text: int) -> bool:
    """Whether the clip, made of so many paths, leaves the text object whole."""
    place, whole = _bounds(_object(text)), ctypes.cast(clip, raw.FPDF_CLIPPATH)
    return place is not None and all(_holds(whole, path, place) for path in range(paths))


def _light_ground(item: Any) -> bool:
    """Whether a path only tints the paper: filled with a light colour, without an outline."""
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    if not raw.FPDFPath_GetDrawMode(item, mode, stroke) or stroke.value or not mode.value:
        return False
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not raw.FPDFPageObj_GetFillColor(item, red, green, blue, alpha):
        return False
    return 0.299 * red.value + 0.587 * green.value + 0.114 * blue.value >= LIGHT


def _holds(clip: Any, path: int, place: Rect) -> bool:
    """Whether a path of the clip is a rectangle around the place."""
    count = raw.FPDFClipPath_CountPathSegments(clip, path)
    if not 4 <= count <= 6:
        return False
    points = []
    for index in range(count):
        x, y = ctypes.c_float(), ctypes.c_float()
        if not raw.FPDFPathSegment_GetPoint(raw.FPDFClipPath_GetPathSegment(clip, path, index), x, y):
            return False
        points.append((x.value, y.value))
    xs, ys = {round(x, 1) for x, _ in points}, {round(y, 1) for _, y in points}
    if len(xs) != 2 or len(ys) != 2:
        return False
    return min(xs) <= place[0] + 1 and max(xs) >= place[2] - 1 and min(ys) <= place[1] + 1 and max(ys) >= place[3] - 1


def _bounds(item: Any) -> Rect | None:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not raw.FPDFPageObj_GetBounds(item, left, bottom, right, top):
        return None
    return left.value, bottom.value, right.value, top.value
