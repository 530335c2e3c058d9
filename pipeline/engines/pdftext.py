"""The words a PDF page carries, with boxes, colour and direction, as PDFium reads them. A door to pypdfium2."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from dataclasses import dataclass
from math import pi
from pathlib import Path
from typing import Any

import pypdfium2.raw as raw

from pipeline.engines import pdfobjects
from pipeline.engines.layout import Corners, Placed
from pipeline.engines.pdfium import opened, page_of, page_size, shown
from pipeline.errors import Unreadable

MOST_CHARACTERS = 60_000  # a page of the densest type holds some 20,000
SEE = "Look at the page itself."
UNKNOWN = "\ufffd"
HALF_PI = pi / 2
GAP = 0.18  # of the type's size parts words; a space is 0.25 of it in most typefaces
TOUCHING = 0.05  # of the type's size: words of one row no further apart, drawn without a space, are one

Place = Callable[[float, float], tuple[float, float]]


@dataclass(slots=True)
class _Run:
    """Letters of one word while they are read: the box of its type and that of its ink, in the page's own space, y up.

    `spaced` says that white space stands before it, `first` is its first letter's number on the page.
    """

    letters: list[str]
    x0: float
    y0: float
    x1: float
    y1: float
    ink: list[float]
    first: int
    spaced: bool


@dataclass(frozen=True, slots=True)
class Written:
    """What is written on a page: words in points of the page as shown, in the order of the file; the page's size; whether
    it is `bare` (see `ports.Layer`).
    """

    words: list[Placed]
    width: float
    height: float
    bare: bool


def written(path: Path, page_no: int, password: str) -> Written:
    """See `Written`: what is filled into forms and written in annotations is shown, so it is read too. Raises Unreadable."""
    with opened(path, password) as document:
        with page_of(document, path, page_no) as page:
            marked = pdfobjects.annotated(page)
            if marked:
                raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
        return _written(document, path, page_no, marked)


def _written(document: Any, path: Path, page_no: int, marked: bool) -> Written:
    with page_of(document, path, page_no) as page:
        if pdfobjects.renamed(page):
            raise Unreadable("not-supported", f"{path.name} page {page_no} gives other words for what it shows.", SEE)
        width, height = page_size(page, path, page_no)
        text = page.get_textpage()
        runs = _runs(text)
        place = _placing(page, width, height)
        rotation = page.get_rotation()
        shades = [ctypes.c_uint() for _ in range(4)]
        found = _together([_placed(text.raw, run, place, rotation, shades) for run in runs], runs)
        known = not any(UNKNOWN in word.text for word in found)
        bare = known and not marked and pdfobjects.bare(page, [(run.ink[0], run.ink[1], run.ink[2], run.ink[3]) for run in runs])
        return Written(found, width, height, bare)


def _runs(text: Any) -> list[_Run]:
    """The letters of the page put into words: white space, a gap or a step off the line ends one."""
    runs: list[_Run] = []
    run: _Run | None = None
    spaced = True
    loose = raw.FS_RECTF()
    inks: dict[tuple[int, int, int], Corners] = {}
    count, text = min(text.count_chars(), MOST_CHARACTERS), text.raw  # the bare handle: unwrapping it costs as much as a call
    unicode_of, loose_of = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox
    last_x0 = last_x1 = last_y0 = last_y1 = 0.0
    for index in range(count):
        code = unicode_of(text, index)
        if 32 < code < 127:
            letter = chr(code)
        else:
            letter = _letter(text, index, code)
            if not letter or letter.isspace():
                spaced = spaced or bool(letter)
                run = None if letter else run
                continue
        if not loose_of(text, index, loose):
            continue
        x0, y0, x1, y1 = loose.left, loose.bottom, loose.right, loose.top
        # A letter of one size has the same ink wherever it stands: asking once for each saves a third of the time.
        shape = (code, int(64 * (x1 - x0) + 0.5), int(64 * (y1 - y0) + 0.5))
        ink = inks.get(shape) or inks.setdefault(shape, _ink(text, index, x0, y0, x1, y1))
        if run is not None and _adjoins(last_x0, last_y0, last_x1, last_y1, x0, y0, x1, y1):
            run.letters.append(letter)
            run.x0, run.y0 = run.x0 if run.x0 < x0 else x0, run.y0 if run.y0 < y0 else y0
            run.x1, run.y1 = run.x1 if run.x1 > x1 else x1, run.y1 if run.y1 > y1 else y1
            box = run.ink
            box[0] = box[0] if box[0] < x0 + ink[0] else x0 + ink[0]
            box[1] = box[1] if box[1] < y0 + ink[1] else y0 + ink[1]
            box[2] = box[2] if box[2] > x0 + ink[2] else x0 + ink[2]
            box[3] = box[3] if box[3] > y0 + ink[3] else y0 + ink[3]
        else:
            run = _Run([letter], x0, y0, x1, y1, [x0 + ink[0], y0 + ink[1], x0 + ink[2], y0 + ink[3]], index, spaced)
            runs.append(run)
        last_x0, last_y0, last_x1, last_y1 = x0, y0, x1, y1
        spaced = False
    return runs


def _ink(text: Any, index: int, x0: float, y0: float, x1: float, y1: float) -> Corners:
    """The box of the letter's ink from the left foot of its type; that of its type where it has no outline."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    raw.FPDFText_GetCharBox(text, index, left, right, bottom, top)
    if right.value <= left.value or top.value <= bottom.value:
        return 0.0, 0.0, x1 - x0, y1 - y0
    return left.value - x0, bottom.value - y0, right.value - x0, top.value - y0


def _letter(text: Any, index: int, code: int) -> str:
    """The character; '' for what draws nothing, UNKNOWN where the font does not say which letter it draws."""
    if code == 2:  # what PDFium gives for a hyphen that parts a word at the end of a line
        return "-"
    if code == 127:
        return "•"  # a bullet in WinAnsiEncoding
    if code < 32 and code not in (9, 10, 13):
        return UNKNOWN if raw.FPDFText_HasUnicodeMapError(text, index) == 1 else " " if code else ""
    if 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return UNKNOWN
    return chr(code)


def _adjoins(ax0: float, ay0: float, ax1: float, ay1: float, bx0: float, by0: float, bx1: float, by1: float) -> bool:
    """Whether two letters in a row (boxes a and b, y up) belong to one word: beside each other, or up and down the page."""
    size = ay1 - ay0 if ay1 - ay0 < by1 - by0 else by1 - by0
    if (ay1 if ay1 < by1 else by1) - (ay0 if ay0 > by0 else by0) > 0.4 * size:
        back = -0.9 * size < ax0 - bx1 < GAP * size  # on a page turned upside down each letter stands left of the one before
        return -0.9 * size < bx0 - ax1 < GAP * size or ax0 - 0.5 * size < bx0 < ax1 or back
    across = min(ax1 - ax0, bx1 - bx0)
    if min(ax1, bx1) - max(ax0, bx0) > 0.4 * across:
        return max(by0 - ay1, ay0 - by1) < GAP * across
    return False


def _placing(page: Any, width: float, height: float) -> Place:
    """From the page's own space to points of the page as shown, y down. One affine map, measured at three corners."""
    far = 1000.0
    (x, y), (xx, xy), (yx, yy) = (shown(page, *at, width, height) for at in ((0.0, 0.0), (far, 0.0), (0.0, far)))
    a, b, c, d = (round(v / far) for v in (xx - x, yx - x, xy - y, yy - y))
    return lambda px, py: (x + a * px + b * py, y + c * px + d * py)


def _placed(text: Any, run: _Run, place: Place, rotation: int, shades: list[Any]) -> Placed:
    angle = raw.FPDFText_GetCharAngle(text, run.first)
    quarter = round(angle / HALF_PI) * 90 if angle > 0 else 0
    turn = (-quarter - rotation) % 360  # PDFium counts clockwise; so does /Rotate
    raw.FPDFText_GetFillColor(text, run.first, *shades)
    red, green, blue, _ = (shade.value for shade in shades)
    ink = round((0.299 * red + 0.587 * green + 0.114 * blue) / 255, 3)
    x0, top, x1, bottom = _turned((run.x0, run.y0, run.x1, run.y1), place)
    return Placed(
        "".join(run.letters), x0, top, x1, bottom, ink, turn, _turned((run.ink[0], run.ink[1], run.ink[2], run.ink[3]), place)
    )


def _turned(corners: Corners, place: Place) -> Corners:
    x0, y0, x1, y1 = corners
    ax, ay = place(x0, y0)
    bx, by = place(x1, y1)
    return (ax if ax < bx else bx), (ay if ay < by else by), (bx if ax < bx else ax), (by if ay < by else ay)


def _together(placed: list[Placed], runs: list[_Run]) -> list[Placed]:
    """Parts of one word that the file draws one after the other without a space become one."""
    done: list[Placed] = placed[:1]
    for word, run in zip(placed[1:], runs[1:], strict=True):
        last = done[-1]
        beside = min(last.bottom, word.bottom) - max(last.top, word.top) > 0.5 * min(last.height, word.height)
        near = abs(word.x0 - last.x1) < TOUCHING * max(last.height, word.height)
        if not run.spaced and last.turn == word.turn == 0 and beside and near:
            done[-1] = last.with_more(word)
        else:
            done.append(word)
    return done
