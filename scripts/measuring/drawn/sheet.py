"""A sheet under the pen: places text, covers parts of it, and keeps the truth of what was covered.

Points from the top left; the truth is in fractions of the page.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import reportlab
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from measuring.drawn import words

WIDTH, HEIGHT = 612.0, 792.0
DEVELOPMENT_FONTS = ("Helvetica", "Times-Roman", "Courier")
HELD_OUT_FONTS = ("Vera", "Times-Italic", "Helvetica-Oblique", "VeraBd")


@dataclass(frozen=True, slots=True)
class TrueBox:
    """A box drawn on a page: x0, y0, x1, y1 as fractions, how it is filled, and the codes printed for it."""

    corners: tuple[float, float, float, float]
    fill: str
    raw: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cover:
    """How boxes of one page are drawn. `fill` is black, white, grey, hatched or crossed; `line` the outline in points (0: none).

    `shade` is the fill's grey (0..1), `coded` the chance that a code is printed, `margin` puts it in the left margin,
    `align` is centre or left.
    """

    fill: str
    line: float = 0.8
    shade: float = 0.0
    coded: float = 0.85
    margin: bool = False
    align: str = "centre"
    font: str = "Helvetica"


@dataclass(slots=True)
class Sheet:
    """The page being drawn; what a redaction took away is never drawn."""

    canvas: Canvas
    random: Random
    font: str
    size: float
    boxes: list[TrueBox] = field(default_factory=list)

    def text(self, x: float, y: float, words_: str, font: str = "", size: float = 0.0, gray: float = 0.0) -> float:
        """Prints on the base line `y` and returns where it ends."""
        font, size = font or self.font, size or self.size
        self.canvas.setFillGray(gray)
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, HEIGHT - y, words_)
        return x + stringWidth(words_, font, size)

    def width(self, text: str, size: float = 0.0) -> float:
        """How wide the text is in the sheet's font."""
        return float(stringWidth(text, self.font, size or self.size))

    def wrapped(self, text: str, width: float) -> list[list[str]]:
        """The words of the text in lines of this width."""
        lines: list[list[str]] = [[]]
        for word in text.split():
            if lines[-1] and self.width(" ".join((*lines[-1], word))) > width:
                lines.append([])
            lines[-1].append(word)
        return lines

    def rule(self, x0: float, y0: float, x1: float, y1: float, line: float = 0.7) -> None:
        """A straight line."""
        self.canvas.setStrokeGray(0)
        self.canvas.setLineWidth(line)
        self.canvas.line(x0, HEIGHT - y0, x1, HEIGHT - y1)

    def frame(self, x0: float, y0: float, x1: float, y1: float, line: float = 0.7, shade: float = 1.0) -> None:
        """A rectangle that is no redaction."""
        self.canvas.setStrokeGray(0)
        self.canvas.setFillGray(shade)
        self.canvas.setLineWidth(line)
        self.canvas.rect(x0, HEIGHT - y1, x1 - x0, y1 - y0, stroke=int(line > 0), fill=int(shade < 1))

    def cover(self, x0: float, y0: float, x1: float, y1: float, how: Cover, size: float = 0.0) -> None:
        """Draws a redaction and keeps its truth. A code wider than the box is printed in a smaller type or left out."""
        size = size or min(9.0, 0.72 * (y1 - y0))
        raw, codes = "", ()
        crowded = how.margin and any(abs(box.corners[1] * HEIGHT - y0) < 11 for box in self.boxes)
        if self.random.random() < how.coded and not crowded:
            raw, codes = words.code(self.random, 1e3 if how.margin else x1 - x0 - 3, 0.5 * size)
            while raw and not how.margin and stringWidth(raw, how.font, size) > x1 - x0 - 3:
                raw, codes = words.code(self.random, len(raw) * 0.5 * size - 1, 0.5 * size)
        self._filled(x0, y0, x1, y1, how)
        if raw and how.margin:
            self.text(8.0 if stringWidth(raw, how.font, 7) > 36 else 16.0, (y0 + y1) / 2 + 2.6, raw, how.font, 7)
        elif raw:
            self._printed(x0, y0, x1, y1, how, raw, size)
        self.boxes.append(TrueBox((x0 / WIDTH, y0 / HEIGHT, x1 / WIDTH, y1 / HEIGHT), how.fill, raw, codes))

    def _filled(self, x0: float, y0: float, x1: float, y1: float, how: Cover) -> None:
        canvas = self.canvas
        canvas.saveState()
        canvas.setLineWidth(how.line or 0.1)
        canvas.setStrokeGray(0)
        canvas.setFillGray(how.shade if how.fill in ("black", "grey") else 1.0)
        canvas.rect(x0, HEIGHT - y1, x1 - x0, y1 - y0, stroke=int(how.line > 0), fill=1)
        if how.fill in ("hatched", "crossed"):
            path = canvas.beginPath()
            path.rect(x0, HEIGHT - y1, x1 - x0, y1 - y0)
            canvas.clipPath(path, stroke=0)
            canvas.setLineWidth(0.6)
            step, high = 4.5 if how.shade == 0 else 3.4, y1 - y0
            for at in range(int((x1 - x0 + high) / step) + 1):
                left = x0 - high + at * step
                canvas.line(left, HEIGHT - y1, left + high, HEIGHT - y0)
                if how.fill == "crossed":
                    canvas.line(left, HEIGHT - y0, left + high, HEIGHT - y1)
        canvas.restoreState()

    def _printed(self, x0: float, y0: float, x1: float, y1: float, how: Cover, raw: str, size: float) -> None:
        wide = stringWidth(raw, how.font, size)
        left = x0 + 2 if how.align == "left" else (x0 + x1 - wide) / 2
        base = (y0 + y1) / 2 + 0.34 * size
        if how.fill in ("hatched", "crossed"):
            self.canvas.setFillGray(1)
            self.canvas.rect(left - 1, HEIGHT - base - 0.25 * size, wide + 2, 1.1 * size, stroke=0, fill=1)
        dark = how.fill == "black" or (how.fill == "grey" and how.shade < 0.55)
        self.text(left, base, raw, how.font, size, 1.0 if dark else 0.0)


def fonts_ready() -> None:
    """Tells reportlab of the held-out faces, which come with it."""
    folder = Path(reportlab.__file__).parent / "fonts"
    for name in ("Vera", "VeraBd"):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(folder / f"{name}.ttf")))
