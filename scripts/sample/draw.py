"""Draws set pages with reportlab: as PDF for the born-digital files, and as clean pixels for the ones to be scanned."""

from __future__ import annotations

import io
from collections.abc import Sequence

import numpy as np
import pypdfium2
from numpy.typing import NDArray
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from sample.sheet import CODE_FONT, CODE_SIZE, Ink, Sheet


def digital(sheets: Sequence[Sheet], title: str) -> bytes:
    """A PDF whose text is live, also under failed redactions. Uncompressed, so that no zlib version shows in the bytes."""
    return _pdf(sheets, title, live=True)


def pixels(sheet: Sheet, dpi: int) -> NDArray[np.uint8]:
    """The page in grey at this resolution, shape (height, width). Hidden words are not drawn at all, only their boxes."""
    document = pypdfium2.PdfDocument(_pdf([sheet], "", live=False))
    try:
        bitmap = document[0].render(scale=dpi / 72, grayscale=True)
        return np.array(bitmap.to_numpy()).reshape(bitmap.height, bitmap.width).copy()
    finally:
        document.close()


def _pdf(sheets: Sequence[Sheet], title: str, live: bool) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1, pageCompression=0, pdfVersion=(1, 4))
    canvas.setTitle(title)
    canvas.setAuthor("")
    canvas.setCreator("")
    for sheet in sheets:
        canvas.setPageSize((sheet.width, sheet.height))
        _page(canvas, sheet, live)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _page(canvas: Canvas, sheet: Sheet, live: bool) -> None:
    for ink in (ink for ink in sheet.inks if ink.cover is None):
        _frame(canvas, ink)
    for word in sorted(sheet.words, key=lambda w: w.line):
        cover = word.atom.cover
        if cover is None or (live and cover.failed):
            canvas.setFillGray(word.grey)
            canvas.setFont(word.font, word.size)
            canvas.drawString(word.x, word.y, word.atom.text)
    for x, y, text in sheet.marks:
        _received(canvas, x, y, text)
    for x, y in sheet.scribbles:
        _signature(canvas, x, y)
    for ink in (ink for ink in sheet.inks if ink.cover is not None):
        _redaction(canvas, ink)


def _frame(canvas: Canvas, ink: Ink) -> None:
    canvas.setStrokeGray(0.2)
    canvas.setLineWidth(0.7)
    if ink.y0 == ink.y1:
        canvas.line(ink.x0, ink.y0, ink.x1, ink.y1)
        return
    canvas.setFillGray(ink.shade)
    canvas.rect(ink.x0, ink.y0, ink.x1 - ink.x0, ink.y1 - ink.y0, stroke=1, fill=int(ink.shade < 1))


def _redaction(canvas: Canvas, ink: Ink) -> None:
    assert ink.cover is not None
    white = ink.cover.fill == "white"
    canvas.setFillGray(1.0 if white else 0.0)
    canvas.setStrokeGray(0.0)
    canvas.setLineWidth(0.9)
    canvas.rect(ink.x0, ink.y0, ink.x1 - ink.x0, ink.y1 - ink.y0, stroke=1, fill=1)
    if not ink.raw:
        return
    canvas.setFillGray(0.0 if white else 1.0)
    size = CODE_SIZE if ink.y1 - ink.y0 < 24 else 11.0
    canvas.setFont(CODE_FONT, size)
    left = (ink.x0 + ink.x1 - stringWidth(ink.raw, CODE_FONT, size)) / 2
    canvas.drawString(left, (ink.y0 + ink.y1) / 2 - size * 0.34, ink.raw)


def _received(canvas: Canvas, x: float, y: float, text: str) -> None:
    """An office's rubber stamp, a little askew."""
    canvas.saveState()
    canvas.translate(x, y)
    canvas.rotate(4)
    canvas.setStrokeGray(0.35)
    canvas.setFillGray(0.35)
    canvas.setLineWidth(1.4)
    width = stringWidth(text, "Helvetica-Bold", 11)
    canvas.rect(0, 0, width + 14, 22)
    canvas.setFont("Helvetica-Bold", 11)
    canvas.drawString(7, 7, text)
    canvas.restoreState()


def _signature(canvas: Canvas, x: float, y: float) -> None:
    """A scrawl that spells nothing."""
    canvas.setStrokeGray(0.1)
    canvas.setLineWidth(1.1)
    path = canvas.beginPath()
    path.moveTo(x, y)
    for k in range(6):
        path.curveTo(x + 8, y + 22 - 2 * k, x + 14, y - 9 + k, x + 19 + k, y + 3)
        x += 17
    path.curveTo(x + 20, y + 6, x + 30, y - 2, x + 48, y + 2)
    canvas.drawPath(path)
