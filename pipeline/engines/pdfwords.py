"""The words a PDF page carries, with boxes, colour and direction. The door to pdfplumber."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from itertools import pairwise
from math import atan2, degrees
from pathlib import Path
from typing import Any

import pdfminer
import pdfplumber
from pdfplumber.utils.text import extract_words

from pipeline.engines.layout import Placed

MOST_CHARACTERS = 60_000  # a page of the densest type holds some 20,000
UNKNOWN = "\ufffd"
UNNAMED = re.compile(r"\(cid:(\d+)\)")
UNMAPPED = 0.2  # share of characters without a letter from which on PDFium is asked
OVERLAPPING = 3  # characters printed over others from which on the order of the file is kept
GAP = 0.18  # of the type's size parts words; a space is 0.25 of it in most typefaces


def version() -> str:
    """Library versions."""
    return f"pdfplumber {pdfplumber.__version__} pdfminer {pdfminer.__version__}"


def quiet() -> None:
    """Keeps the PDF libraries' remarks on malformed files off the terminal: what matters becomes a failure."""
    for name in ("pdfminer", "pdfplumber", "pypdfium2"):
        logging.getLogger(name).setLevel(logging.CRITICAL)


def words(path: Path, page_no: int, password: str) -> tuple[list[Placed], float, float]:
    """Words in points of the page as shown, and its width and height. Raises whatever the library raises."""
    with pdfplumber.open(path, pages=[page_no], password=password) as document:
        page = document.pages[0]
        left, top, right, bottom = _shown_part(page)
        characters = [_named(c) for c in page.chars[:MOST_CHARACTERS]]
        if sum(c["text"] == UNKNOWN for c in characters) > UNMAPPED * len(characters):
            raise ValueError("the fonts do not say which letters they draw")
        found: list[Placed] = []
        width, height = right - left, bottom - top
        for turn in (0, 90, 180, 270):
            found += _words_of([_moved(c, left, top) for c in characters if _turn(c) == turn], turn, width, height)
        return found, width, height


def _shown_part(page: Any) -> tuple[float, float, float, float]:
    """The crop box in the coordinates of the page's characters, which count from the media box as turned by /Rotate.

    pdfplumber's own `cropbox` turns its corners about the wrong point.
    """
    x0, y0, x1, y1 = _ordered(page.page_obj.mediabox)
    crop = _ordered(page.page_obj.cropbox or page.page_obj.mediabox)
    left, right = max(crop[0], x0) - x0, min(crop[2], x1) - x0
    top, bottom = y1 - min(crop[3], y1), y1 - max(crop[1], y0)
    wide, high = x1 - x0, y1 - y0
    turned = {
        0: (left, top, right, bottom),
        90: (high - bottom, left, high - top, right),
        180: (wide - right, high - bottom, wide - left, high - top),
        270: (top, wide - right, bottom, wide - left),
    }[page.rotation]
    across, down = (float(v) for v in page.mediabox[:2])
    return turned[0] + across, turned[1] + down, turned[2] + across, turned[3] + down


def _ordered(corners: Any) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = (float(v) for v in corners)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _named(character: dict[str, Any]) -> dict[str, Any]:
    """The character with a letter for a glyph the font gives none for, and a width where the font forgets it.

    Control codes draw nothing; in WinAnsiEncoding code 127 draws a bullet.
    """
    text = character["text"]
    code = UNNAMED.fullmatch(text)
    number = int(code[1]) if code else ord(text) if len(text) == 1 else 128
    if number == 127:
        text = "•"
    elif code:
        text = " " if number < 33 else UNKNOWN
    elif character["x1"] > character["x0"]:
        return character
    width = 0.0 if character["x1"] > character["x0"] or text.isspace() else 0.35 * float(character["size"])
    return character | {"text": text, "x1": character["x1"] + width}


def _turn(character: dict[str, Any]) -> int:
    """The direction the text runs in, counter-clockwise, to the nearest quarter."""
    a, b = character["matrix"][:2]
    return round(degrees(atan2(b, a)) / 90) * 90 % 360


def _moved(character: dict[str, Any], left: float, top: float) -> dict[str, Any]:
    return character | {
        "x0": character["x0"] - left,
        "x1": character["x1"] - left,
        "top": character["top"] - top,
        "bottom": character["bottom"] - top,
    }


def _words_of(characters: list[dict[str, Any]], turn: int, width: float, height: float) -> list[Placed]:
    """Words of characters that run in one direction. They are grouped as if upright, then put back."""
    if not characters:
        return []
    upright = [_upright(c, turn, width, height) for c in characters]
    # Where text is printed over text, sorting by place would shuffle the two together letter by letter.
    flow = _overlapping(upright) >= OVERLAPPING
    rows = extract_words(
        upright, x_tolerance_ratio=GAP, y_tolerance=3, use_text_flow=flow, keep_blank_chars=False, return_chars=True
    )
    return [_back(row, turn, width, height) for row in rows]


def _upright(character: dict[str, Any], turn: int, width: float, height: float) -> dict[str, Any]:
    x0, x1, top, bottom = (float(character[key]) for key in ("x0", "x1", "top", "bottom"))
    if turn == 90:
        x0, top, x1, bottom = height - bottom, x0, height - top, x1
    elif turn == 180:
        x0, top, x1, bottom = width - x1, height - bottom, width - x0, height - top
    elif turn == 270:
        x0, top, x1, bottom = top, width - x1, bottom, width - x0
    return character | {"x0": x0, "x1": x1, "top": top, "bottom": bottom, "doctop": top, "upright": True}


def _back(row: dict[str, Any], turn: int, width: float, height: float) -> Placed:
    x0, x1, top, bottom = (float(row[key]) for key in ("x0", "x1", "top", "bottom"))
    if turn == 90:
        x0, top, x1, bottom = top, height - x1, bottom, height - x0
    elif turn == 180:
        x0, top, x1, bottom = width - x1, height - bottom, width - x0, height - top
    elif turn == 270:
        x0, top, x1, bottom = width - bottom, x0, width - top, x1
    return Placed(str(row["text"]), x0, top, x1, bottom, _ink(row["chars"][0].get("non_stroking_color")), turn)


def _overlapping(characters: Sequence[dict[str, Any]]) -> int:
    """How many characters are printed over another that says something else."""
    ordered = sorted((c for c in characters if c["text"].strip()), key=lambda c: (round(c["bottom"] / 3), c["x0"]))
    count = 0
    for before, after in pairwise(ordered):
        common = min(before["x1"], after["x1"]) - after["x0"]
        narrow = min(before["x1"] - before["x0"], after["x1"] - after["x0"])
        beside = min(before["bottom"], after["bottom"]) - max(before["top"], after["top"])
        if common > 0.6 * max(narrow, 0.1) and beside > 0.6 * min(
            before["bottom"] - before["top"], after["bottom"] - after["top"]
        ):
            count += 1
    return count


def _ink(colour: Any) -> float:
    """Grey level 0 (black)..1 (white) of a fill colour; black where it is a pattern or unknown."""
    parts = colour if isinstance(colour, (tuple, list)) else (colour,)
    try:
        values = [min(max(float(part), 0.0), 1.0) for part in parts]
    except (TypeError, ValueError):
        return 0.0
    if len(values) == 1:
        return round(values[0], 3)
    if len(values) == 3:
        return round(0.299 * values[0] + 0.587 * values[1] + 0.114 * values[2], 3)
    if len(values) == 4:
        cyan, magenta, yellow, black = values
        return round((1 - black) * (1 - (0.299 * cyan + 0.587 * magenta + 0.114 * yellow)), 3)
    return 0.0
