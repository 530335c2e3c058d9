"""One page as read: its words with boxes, its text, the boxes blacked out on it, and the words hidden under its ink.

All boxes are fractions (0..1) of the upright page, origin top left, rounded to 5 decimals (`box` in spans.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: fractions of the upright page, x to the right, y down; x0 <= x1, y0 <= y1."""

    as_row: ClassVar[bool] = True

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Word:
    """A run of ink without white space. `confidence` is the chance, 0..1, that it is read rightly (1 for a text layer)."""

    as_row: ClassVar[bool] = True

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Line:
    """Words in reading order. `block` numbers the paragraph or column the line belongs to; it never decreases."""

    words: tuple[Word, ...]
    block: int = 0


@dataclass(frozen=True, slots=True)
class RedactionBox:
    """A box that hides something. `fill` is black, white, grey or drawn; `raw` is what is printed on it, as read."""

    box: Box
    fill: str
    raw: str


@dataclass(frozen=True, slots=True)
class HiddenText:
    """Words in the file that the page does not show: under a box, in invisible ink, off the page. Never published."""

    text: str
    box: Box
    basis: str


@dataclass(frozen=True, slots=True)
class Page:
    """What was read from one page. `id` is `<file id>-p<number>`; `number` is 1-based.

    `text` is fixed here, once, by `spans.join(lines)`; every later finding is a span into it.
    `method` is text_layer, ocr or blank. `width` and `height` are points (1/72 inch) of the upright page, `rotation` the
    degrees clockwise by which the page as stored was turned to stand upright. `image` is the sha256 of the stored
    greyscale WebP of the upright page.
    """

    id: str
    file_id: str
    number: int
    text: str
    lines: tuple[Line, ...]
    method: str
    method_reason: str
    confidence: float
    rotation: int
    language: str
    width: float
    height: float
    engine: str
    image: str = ""
    redactions: tuple[RedactionBox, ...] = ()
    hidden: tuple[HiddenText, ...] = ()
