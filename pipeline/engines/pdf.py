"""PDF files, page by page: the words they carry and the pages as they are shown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pipeline.engines import pdfium, pdftext, picture, plumber
from pipeline.engines.layout import layer_of
from pipeline.engines.placed import Placed
from pipeline.errors import Unreadable
from pipeline.records.source import Probe
from pipeline.seen import Layer, Raster

SECOND = "read by pdfplumber, as PDFium could not"
DRAWN = "read by pdfplumber, as the file gives other words for what it draws"
TYPE = 0.8  # size of type in the height of a word's box


class Pdf:
    """Implements `ports.Source`. Boxes are fractions of the page as shown: its crop box, turned by its /Rotate.

    PDFium reads and draws; what it refuses as damaged is given to pdfplumber, which opens some of it.
    """

    def identity(self) -> str:
        """The libraries' versions."""
        return f"pdf {pdfium.version()} {plumber.version()}"

    def probe(self, path: Path, file_id: str, passwords: tuple[str, ...]) -> Probe:
        """Tries no password, then each in turn. Raises Unreadable `encrypted`, `damaged` or `empty`."""
        refusal: Unreadable | None = None
        for password in ("", *passwords):
            try:
                pages = _count(path, password)
            except Unreadable as error:
                if error.kind != "encrypted":
                    raise
                refusal = error
                continue
            if pages == 0:
                raise Unreadable("empty", f"{path.name} has no pages.", "Ask for the file again.")
            return Probe(file_id, pages, password)
        assert refusal is not None
        raise refusal

    def layer(self, path: Path, page_no: int, password: str) -> Layer | None:
        """See `ports.Source`. None as well where neither library has the text: the page may still render."""
        try:
            page, note = pdftext.written(path, page_no, password), ""
        except Unreadable as refusal:
            note = DRAWN if refusal.kind == "not-supported" else SECOND
            try:
                page = plumber.written(path, page_no, password)
            except Unreadable:
                return None
        made = layer_of(page.words, page.width, page.height, page.bare, note)
        return replace(made, typeset=page.typeset, uncovered=page.uncovered, alone=page.alone) if made else None

    def render(self, path: Path, page_no: int, password: str, dpi: int, max_pixels: int) -> Raster:
        """See `ports.Source`. A plain page that PDFium refuses is drawn from pdfplumber's words, as a `stand_in`."""
        try:
            return pdfium.render(path, page_no, password, dpi, max_pixels)
        except Unreadable as error:
            if error.kind != "damaged":
                raise
            drawn = _drawn(path, page_no, password, dpi, max_pixels)
            if drawn is None:
                raise
            return drawn


def _count(path: Path, password: str) -> int:
    try:
        return pdfium.count(path, password)
    except Unreadable as error:
        if error.kind != "damaged":
            raise
        try:
            pages = plumber.count(path, password)
        except Unreadable:
            raise error from None
        if not pages:
            raise
        return pages


def _drawn(path: Path, page_no: int, password: str, dpi: int, max_pixels: int) -> Raster | None:
    """The words of a plain upright page in their places, black on white; None for any other page."""
    try:
        page = plumber.written(path, page_no, password)
    except Unreadable:
        return None
    scale = min(float(dpi), (max_pixels / (page.width * page.height)) ** 0.5 * 72)
    if not page.bare or not page.words or scale < pdfium.LEAST_DPI or any(word.turn for word in page.words):
        return None
    pixels = picture.draw_words(tuple(_pen(word) for word in page.words), page.width, page.height, scale)
    return Raster(pixels, scale, round(page.width, 2), round(page.height, 2), stand_in=True)


def _pen(word: Placed) -> picture.DrawnWord:
    wide = picture.text_width(word.text, 1.0)
    fits = (word.x1 - word.x0) / wide if wide > 0 else word.height
    return picture.DrawnWord(word.text, word.x0, word.top, max(1.0, min(round(2 * min(TYPE * word.height, fits)) / 2, 100.0)))
