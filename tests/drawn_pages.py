"""Pages drawn for tests: small PDFs and scans whose truth is known because they were made here."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipeline.records.source import File
from pipeline.seen import Grey

WIDTH, HEIGHT = 612, 792
PROSE = (
    "The sheriff of Marlow County asked whether the county may leave the",
    "program. The field office answered that it would look into the matter",
    "and write again before the end of the month. No letter was received.",
    "The commissioners then voted to send the question to the governor,",
    "who has not replied. Copies of the vote are attached to this record.",
    "A second request went to the regional office in the following spring.",
)


def pdf(path: Path, *pages: Callable[[Canvas], None], size: tuple[float, float] = (WIDTH, HEIGHT)) -> Path:
    """A PDF with one page per drawing function."""
    canvas = Canvas(str(path), pagesize=size, invariant=1)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return path


def prose(canvas: Canvas, top: float = 720, lines: tuple[str, ...] = PROSE, size: float = 11) -> None:
    """Lines of text from `top` (points from below) downward."""
    canvas.setFont("Helvetica", size)
    for number, line in enumerate(lines):
        canvas.drawString(72, top - number * size * 1.4, line)


def scan_of(lines: tuple[str, ...] = PROSE, dpi: int = 200, size: float = 11, boxes: tuple[tuple[float, ...], ...] = ()) -> Grey:
    """A page image with the lines, and filled black boxes (x0, y0, x1, y1 in points from the top left)."""
    scale = dpi / 72
    image = Image.new("L", (round(WIDTH * scale), round(HEIGHT * scale)), 255)
    pen = ImageDraw.Draw(image)
    font = ImageFont.load_default(size * scale)
    for number, line in enumerate(lines):
        pen.text((72 * scale, (72 + number * size * 1.5) * scale), line, fill=0, font=font)
    for box in boxes:
        pen.rectangle([round(v * scale) for v in box], fill=0)
    return np.asarray(image, dtype=np.uint8)


def scan_pdf(path: Path, pixels: Grey, over: Callable[[Canvas], None] | None = None) -> Path:
    """A PDF page that is one scan; `over` draws on top, such as an invisible text layer."""

    def draw(canvas: Canvas) -> None:
        data = io.BytesIO()
        Image.fromarray(pixels).save(data, "PNG")
        canvas.drawImage(ImageReader(data), 0, 0, WIDTH, HEIGHT)
        if over:
            over(canvas)

    return pdf(path, draw)


def invisible(canvas: Canvas, x: float, y: float, text: str, size: float = 11) -> None:
    """Text in render mode 3, as OCR layers have it."""
    line = canvas.beginText(x, y)
    line.setFont("Helvetica", size)
    line.setTextRenderMode(3)
    line.textOut(text)
    line.setTextRenderMode(0)
    canvas.drawText(line)


def file_of(path: Path, media_type: str = "application/pdf") -> File:
    """The record of a file, with an invented digest."""
    return File("0123456789abcdef", "marlow", path.name, "0123456789abcdef" * 4, path.stat().st_size, media_type)
