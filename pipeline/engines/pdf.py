"""PDF files, page by page: pdfplumber's words, PDFium's pages. Each library has its own module; this one joins them."""

from __future__ import annotations

from pathlib import Path

from pipeline.engines import pdfium, pdfwords
from pipeline.engines.layout import Placed, layer_of
from pipeline.errors import Unreadable
from pipeline.ports import Layer, Raster
from pipeline.records.source import Probe


class Pdf:
    """Implements `ports.Source`. Boxes are fractions of the page as shown: its crop box, turned by its /Rotate."""

    def __init__(self) -> None:
        pdfwords.quiet()

    def identity(self) -> str:
        """Versions of both libraries."""
        return f"pdf {pdfium.version()} {pdfwords.version()}"

    def probe(self, path: Path, file_id: str, passwords: tuple[str, ...]) -> Probe:
        """Tries no password, then each in turn. Raises Unreadable `encrypted`, `damaged` or `empty`."""
        refusal: Unreadable | None = None
        for password in ("", *passwords):
            try:
                pages = pdfium.count(path, password)
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
        """See `ports.Source`. Falls back on PDFium where pdfplumber fails or disagrees on the page's size."""
        width, height = pdfium.size(path, page_no, password)
        words = _plumbed(path, page_no, password, width, height)
        if words is None:
            try:
                words = pdfium.words(path, page_no, password)
            except Unreadable:
                return None  # no text can be had; the page may still render
        return layer_of(words, width, height)

    def render(self, path: Path, page_no: int, password: str, dpi: int, max_pixels: int) -> Raster:
        """See `ports.Source`."""
        return pdfium.render(path, page_no, password, dpi, max_pixels)


def _plumbed(path: Path, page_no: int, password: str, width: float, height: float) -> list[Placed] | None:
    """pdfplumber's words, or None where PDFium should be asked."""
    try:
        words, wide, high = pdfwords.words(path, page_no, password)
    except MemoryError:
        raise
    except Exception:  # the parser fails in many ways on files that PDFium still reads
        return None
    if not words or abs(wide - width) > 1.5 or abs(high - height) > 1.5:
        return None
    return words
