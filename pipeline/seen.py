"""What is seen of a page while it is read: its pixels, its words as they are drawn, what a spot of it shows, boxes on it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.records.page import Box, Line

Grey = NDArray[np.uint8]  # shape (height, width), 0 black, 255 white


@dataclass(frozen=True, slots=True)
class LayerWord:
    """A word of a PDF's own text with how it is drawn. Boxes are fractions of the page as shown; `ink` 0 (black)..1 (white)."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    ink: float


@dataclass(frozen=True, slots=True)
class Layer:
    """The text a page carries in itself. `width`, `height` are points of the page as shown.

    `words` stand in the order of the lines' words, one for one; their boxes are not clipped, so a word that lies off the
    page says so. `bare` says that nothing on the page could hide a word: no picture, box, annotation, clip or invisible ink;
    `typeset` the same but for boxes and lines, so that what shows of a word is its own letters; `uncovered` the same, and no
    box or line lies on a word; `alone` that besides none can be a letter, so that the words are all there is to read.
    `note` says in words what is out of the ordinary about how the text was had, or ''.
    """

    words: tuple[LayerWord, ...]
    lines: tuple[Line, ...]
    width: float
    height: float
    bare: bool = False
    note: str = ""
    typeset: bool = False
    uncovered: bool = False
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Raster:
    """A rendered page: greyscale pixels and their resolution in dots per inch; width and height in points.

    `stand_in` says that the page itself could not be drawn, and that the picture was made from its words.
    """

    pixels: Grey
    dpi: float
    width: float
    height: float
    stand_in: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """What the page shows inside one box; grey levels 0 (black)..1 (white).

    `contrast` is the span between the darkest and the lightest ink, `ground` the level most of the box has, `gap` the
    longest stretch of its width that shows nothing (0..1), `reach` how much of its width the ink covers from first to last,
    `solid` the longest stretch that is dark from top to bottom, in heights of the box: a stroke of bold type has .2.
    """

    contrast: float
    ground: float
    gap: float
    reach: float
    solid: float = 0.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A rectangle that may be a redaction. `fill` is black, grey, hatched or drawn (an outline around white).

    `cell` says that an outline shares its lines with others, as the cells of a table do.
    """

    box: Box
    fill: str
    cell: bool = False


@dataclass(frozen=True, slots=True)
class Cleaned:
    """An image made fit to be read: same size, and what was done to it in words; () for nothing.

    `rough` says that it was full of specks or grain, of which some is always left.
    """

    pixels: Grey
    done: tuple[str, ...]
    rough: bool = False
