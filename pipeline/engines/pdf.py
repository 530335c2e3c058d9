"""PDF files, page by page: the words they carry and the pages as they are shown."""

from __future__ import annotations

from pathlib import Path

from pipeline.engines import pdfium, pdftext
from pipeline.engines.layout import layer_of
from pipeline.errors import Unreadable
from pipeline.ports import Layer, Raster
from pipeline.records.source import Probe


class Pdf:
    """Implements `ports.Source`. Boxes are fractions of the page as shown: its crop box, turned by its /Rotate."""

    def identity(self) -> str:
        """The library's version."""
        return f"pdf {pdfium.version()}"

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
        """See `ports.Source`. None as well where the text cannot be had: the page may still render."""
        try:
            page = pdftext.written(path, page_no, password)
        except Unreadable:
            return None
        return layer_of(page.words, page.width, page.height, page.bare)

    def render(self, path: Path, page_no: int, password: str, dpi: int, max_pixels: int) -> Raster:
        """See `ports.Source`."""
        return pdfium.render(path, page_no, password, dpi, max_pixels)
