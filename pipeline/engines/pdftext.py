"""The words a PDF page carries, with boxes, colour and direction, as PDFium reads them. A door to pypdfium2."""

from __future__ import annotations

import ctypes
from collections import deque
from dataclasses import dataclass
from itertools import pairwise, repeat
from math import pi
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2.raw as raw
from numpy.typing import NDArray

from pipeline.engines import pdfobjects
from pipeline.engines.pdfium import address, columns, direct, opened, page_of, page_size, shown
from pipeline.engines.placed import Placed, many
from pipeline.errors import Unreadable

MOST_CHARACTERS = 60_000  # a page of the densest type holds some 20,000
SEE = "Look at the page itself."
UNKNOWN = "\ufffd"
HYPHEN, SOFT = 2, 0xFFFE  # what PDFium gives, asked for one letter and for all, for a hyphen that parts a word at a line's end
WHITE = tuple(map(ord, "\t\n\r "))
HALF_PI = pi / 2
GAP = 0.18  # of the type's size parts words; a space is 0.25 of it in most typefaces
TOUCHING = 0.05  # of the type's size: words of one row no further apart, drawn without a space, are one

INT, POINTER = ctypes.c_int, ctypes.c_void_p
Boxes = NDArray[np.float64]  # one row (x0, y0, x1, y1) each
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class _Runs:
    """The words of a page before they are placed, one row each: their letters, the number of the first on the page, whether white
    space stands before it, and the boxes of type and of ink (x0, y0, x1, y1) in the page's own space, y up.
    """

    letters: list[str]
    first: list[int]
    spaced: NDArray[np.bool_]
    type: Boxes
    ink: Boxes


@dataclass(frozen=True, slots=True)
class Written:
    """What is written on a page: words in points of the page as shown, in the order of the file; the page's size; whether
    it is `typeset`, `uncovered`, `alone` and `bare` (see `seen.Layer`).
    """

    words: list[Placed]
    width: float
    height: float
    bare: bool
    typeset: bool = False
    uncovered: bool = False
    alone: bool = False


def written(path: Path, page_no: int, password: str) -> Written:
    """See `Written`: what is filled into forms and written in annotations is shown, so it is read too. Raises Unreadable."""
    with opened(path, password) as document:
        with page_of(document, path, page_no) as page:
            if not pdfobjects.annotated(page):
                return _written(page, path, page_no, False)
            raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
        with page_of(document, path, page_no) as page:
            return _written(page, path, page_no, True)


def _written(page: Any, path: Path, page_no: int, marked: bool) -> Written:
    items = pdfobjects.drawn(page)
    if pdfobjects.renamed(items):
        raise Unreadable("not-supported", f"{path.name} page {page_no} gives other words for what it shows.", SEE)
    width, height = page_size(page, path, page_no)
    text = page.get_textpage()
    runs = _runs(text)
    if runs is None:
        return Written([], width, height, False)
    found = _together(_placed(text.raw, runs, _placing(page, width, height), page.get_rotation()), runs.spaced)
    known = not any(UNKNOWN in word.text for word in found)
    plain = known and not marked
    typeset, uncovered, alone, bare = pdfobjects.made_of(page, items, runs.ink) if plain else (False,) * 4
    return Written(found, width, height, bare, typeset, uncovered, alone)


def _runs(text: Any) -> _Runs | None:
    """The letters of the page put into words: white space, a gap or a step off the line ends one. None where there are none."""
    count, handle = min(text.count_chars(), MOST_CHARACTERS), text.raw  # the bare handle: unwrapping it costs as much as a call
    codes = _codes(handle, count)
    signs, blank = _signs(handle, codes)
    order = np.flatnonzero((signs > 0) & ~blank)
    places = np.zeros((len(order), 4), dtype=np.float32)
    # Calls are the greater part of the time: mapped, and with bare numbers, they cost a quarter of what they cost in a loop.
    box_of = direct("FPDFText_GetLooseCharBox", INT, POINTER, INT, POINTER)
    told = map(box_of, repeat(address(handle)), order.tolist(), columns(places)[0])
    stands = np.fromiter(told, dtype=bool, count=len(order))
    order, boxes = order[stands], places[stands][:, [0, 3, 2, 1]].astype(np.float64)
    if not len(order):
        return None
    if not np.isfinite(boxes).all():
        raise ValueError("a letter stands nowhere")
    spaces = np.cumsum(blank)[order]
    after = np.concatenate(([True], spaces[1:] > spaces[:-1]))
    begins = np.concatenate(([True], after[1:] | ~_adjoins(boxes[:-1], boxes[1:])))
    starts = np.flatnonzero(begins)
    whole = signs[order].astype("<u4").tobytes().decode("utf-32-le")
    inks = boxes[:, [0, 1, 0, 1]] + _inks(handle, codes[order], order, boxes)
    edges = [*starts.tolist(), len(order)]
    return _Runs(
        [whole[start:end] for start, end in pairwise(edges)],
        order[starts].tolist(),
        after[starts],
        _around(boxes, starts),
        _around(inks, starts),
    )


def _signs(text: Any, codes: NDArray[np.int64]) -> tuple[NDArray[np.int64], Flags]:
    """The code of the letter that each character stands for, 0 for none; and whether it is white space."""
    signs, blank = codes.copy(), np.isin(codes, WHITE)
    for index in np.flatnonzero(((codes < 32) | (codes > 126)) & ~blank).tolist():
        sign = _letter(text, index, int(codes[index]))
        signs[index], blank[index] = ord(sign) if sign else 0, sign.isspace()
    return signs, blank


def _codes(text: Any, count: int) -> NDArray[np.int64]:
    """The code of each character; asked for all at once where what PDFium answers has one unit for each."""
    units = (ctypes.c_ushort * (count + 1))()
    if raw.FPDFText_GetText(text, 0, count, units) == count + 1:
        found: NDArray[np.int64] = np.frombuffer(units, dtype=np.uint16, count=count).astype(np.int64)  # type: ignore[call-overload]
        found[found == SOFT] = HYPHEN
        return found
    return np.fromiter((raw.FPDFText_GetUnicode(text, index) for index in range(count)), dtype=np.int64, count=count)


def _around(boxes: Boxes, starts: NDArray[np.int64]) -> Boxes:
    """The box around the boxes from each start to the next."""
    return np.hstack((np.minimum.reduceat(boxes[:, :2], starts), np.maximum.reduceat(boxes[:, 2:], starts)))


def _inks(text: Any, codes: NDArray[np.int64], order: NDArray[np.int64], boxes: Boxes) -> Boxes:
    """The box of each letter's ink from the left foot of its type; that of its type where it has no outline.

    A letter of one size has the same ink wherever it stands: asking once for each saves most of the calls.
    """
    sizes = (64 * (boxes[:, 2:] - boxes[:, :2]) + 0.5).astype(np.int64)
    shapes = ((codes & 0x1FFFFF) << 40) + (np.clip(sizes[:, 0], 0, 0xFFFFF) << 20) + np.clip(sizes[:, 1], 0, 0xFFFFF)
    _, examples, alike = np.unique(shapes, return_index=True, return_inverse=True)
    found = np.zeros((len(examples), 4))
    told = map(
        direct("FPDFText_GetCharBox", INT, POINTER, INT, *[POINTER] * 4),
        repeat(address(text)),
        order[examples].tolist(),
        *columns(found),
    )
    deque(told, maxlen=0)
    left, right, bottom, top = found.T
    types = boxes[examples]
    inks = np.stack((left, bottom, right, top), axis=1) - types[:, [0, 1, 0, 1]]
    none = (inks[:, 2] <= inks[:, 0]) | (inks[:, 3] <= inks[:, 1])
    inks[none] = (types - types[:, [0, 1, 0, 1]])[none]
    return np.asarray(inks[alike.ravel()])


def _letter(text: Any, index: int, code: int) -> str:
    """The character; '' for what draws nothing, UNKNOWN where the font does not say which letter it draws."""
    if code == HYPHEN:
        return "-"
    if code == 127:
        return "•"  # a bullet in WinAnsiEncoding
    if code < 32:
        return UNKNOWN if raw.FPDFText_HasUnicodeMapError(text, index) == 1 else " " if code else ""
    if 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return UNKNOWN
    return chr(code)


def _adjoins(a: Boxes, b: Boxes) -> Flags:
    """Whether two letters in a row (boxes a and b, y up) belong to one word: beside each other, or up and down the page."""
    ax0, ay0, ax1, ay1 = a.T
    bx0, by0, bx1, by1 = b.T
    size = np.minimum(ay1 - ay0, by1 - by0)
    level = np.minimum(ay1, by1) - np.maximum(ay0, by0) > 0.4 * size
    on, back = bx0 - ax1, ax0 - bx1  # on a page turned upside down each letter stands left of the one before
    beside = (-0.9 * size < on) & (on < GAP * size) | (ax0 - 0.5 * size < bx0) & (bx0 < ax1)
    beside |= (-0.9 * size < back) & (back < GAP * size)
    across = np.minimum(ax1 - ax0, bx1 - bx0)
    above = np.minimum(ax1, bx1) - np.maximum(ax0, bx0) > 0.4 * across
    return np.asarray(np.where(level, beside, above & (np.maximum(by0 - ay1, ay0 - by1) < GAP * across)))


def _placing(page: Any, width: float, height: float) -> NDArray[np.float64]:
    """From the page's own space to points of the page as shown, y down: the rows (a, b, x) and (c, d, y) of an affine map,
    measured at three corners."""
    far = 1000.0
    (x, y), (xx, xy), (yx, yy) = (shown(page, *at, width, height) for at in ((0.0, 0.0), (far, 0.0), (0.0, far)))
    return np.array([(round((xx - x) / far), round((yx - x) / far), x), (round((xy - y) / far), round((yy - y) / far), y)])


def _placed(text: Any, runs: _Runs, place: NDArray[np.float64], rotation: int) -> list[Placed]:
    types, inks = (_turned(boxes, place) for boxes in (runs.type, runs.ink))
    count, handle = len(runs.first), address(text)
    shades = np.zeros((count, 4), dtype=np.uint32)  # red, green, blue and how opaque
    told = map(direct("FPDFText_GetFillColor", INT, POINTER, INT, *[POINTER] * 4), repeat(handle), runs.first, *columns(shades))
    deque(told, maxlen=0)
    greys = np.round(shades[:, :3] @ (0.299, 0.587, 0.114) / 255, 3)
    angle_of = direct("FPDFText_GetCharAngle", ctypes.c_float, POINTER, INT)
    angles = np.fromiter(map(angle_of, repeat(handle), runs.first), dtype=np.float64, count=count)
    # PDFium counts clockwise; so does /Rotate.
    turns = (-90 * np.rint(np.maximum(angles, 0) / HALF_PI).astype(np.int64) - rotation) % 360
    return many(Placed, runs.letters, *types.T.tolist(), greys.tolist(), turns.tolist(), map(tuple, inks.tolist()))


def _turned(boxes: Boxes, place: NDArray[np.float64]) -> Boxes:
    """The boxes in points of the page as shown: x0, top, x1, bottom."""
    one, other = (boxes[:, at] @ place[:, :2].T + place[:, 2] for at in ([0, 1], [2, 3]))
    return np.hstack((np.minimum(one, other), np.maximum(one, other)))


def _together(placed: list[Placed], spaced: Flags) -> list[Placed]:
    """Parts of one word that the file draws one after the other without a space become one."""
    if spaced[1:].all():
        return placed
    done: list[Placed] = placed[:1]
    for word, apart in zip(placed[1:], spaced[1:].tolist(), strict=True):
        last = done[-1]
        if not apart and last.turn == word.turn == 0:
            beside = min(last.bottom, word.bottom) - max(last.top, word.top) > 0.5 * min(last.height, word.height)
            if beside and abs(word.x0 - last.x1) < TOUCHING * max(last.height, word.height):
                done[-1] = last.with_more(word)
                continue
        done.append(word)
    return done
