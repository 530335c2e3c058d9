"""Files that PDFium refuses: what pdfplumber makes of them is taken, and only where nothing can be hidden in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from drawn_pages import PROSE, file_of, invisible, prose
from reportlab.pdfgen.canvas import Canvas

from pipeline.engines import pdfium
from pipeline.engines.ink import Ink
from pipeline.engines.pdf import Pdf
from pipeline.engines.plumber import ink_of
from pipeline.engines.tesseract import Embedded
from pipeline.errors import Unreadable
from pipeline.records.page import Page
from pipeline.records.spans import joined
from pipeline.stages.read import Params, read

LIMIT = 40_000_000


def _refused(path: Path, draw: Callable[[Canvas], None]) -> Path:
    """A file whose catalogue points to no tree of pages: PDFium gives it up, pdfplumber looks for the pages themselves."""
    canvas = Canvas(str(path), pagesize=(612, 792), invariant=1, pageCompression=0)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    path.write_bytes(re.sub(rb"/Pages \d+ 0 R", b"/Pages 99 0 R", path.read_bytes()))
    with pytest.raises(Unreadable):
        pdfium.count(path, "")
    return path


def _page(path: Path) -> Page:
    return read(Pdf(), Embedded(), Ink(), path, file_of(path), 1, "", ("eng",), Params())[0]


def test_a_file_that_only_the_second_reader_opens_is_read(tmp_path: Path) -> None:
    path = _refused(tmp_path / "a.pdf", prose)
    assert Pdf().probe(path, "f", ()).n_pages == 1
    page = _page(path)
    assert page.text.split() == " ".join(PROSE).split()
    assert page.method == "text_layer" and "pdfplumber" in page.method_reason and "drawn from these words" in page.method_reason
    layer, raster = Pdf().layer(path, 1, ""), Pdf().render(path, 1, "", 100, LIMIT)
    assert layer is not None and raster.stand_in and joined(layer.lines).split() == page.text.split()
    high, wide = raster.pixels.shape
    for word in layer.words:
        assert (
            raster.pixels[round(word.y0 * high) : round(word.y1 * high), round(word.x0 * wide) : round(word.x1 * wide)].min()
            < 128
        )


def _boxed(canvas: Canvas) -> None:
    prose(canvas)
    canvas.rect(70, 700, 300, 15, fill=1)


def _white(canvas: Canvas) -> None:
    prose(canvas)
    canvas.setFillGray(1)
    canvas.drawString(72, 400, "The name of the officer")


def _off(canvas: Canvas) -> None:
    prose(canvas)
    canvas.drawString(72, -40, "The name of the officer")


def _unseen(canvas: Canvas) -> None:
    prose(canvas)
    invisible(canvas, 72, 400, "The name of the officer")


def _clipped(canvas: Canvas) -> None:
    shape = canvas.beginPath()
    shape.rect(0, 0, 10, 10)
    canvas.clipPath(shape, stroke=0)
    prose(canvas)


def _tinted(canvas: Canvas) -> None:
    canvas.setFillAlpha(0.0)
    prose(canvas)


def _garbage(canvas: Canvas) -> None:
    prose(canvas, lines=("xqzvbn kjhgfdw qwrtpsdf zxcvbnm lkjhgf pqrst",) * 8)


@pytest.mark.parametrize("draw", [_boxed, _white, _off, _unseen, _clipped, _tinted, _garbage], ids=lambda draw: draw.__name__)
def test_words_that_may_not_show_are_not_taken_on_trust(draw: Callable[[Canvas], None], tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as caught:
        _page(_refused(tmp_path / "a.pdf", draw))
    assert caught.value.kind == "damaged" and caught.value.remedy


def test_a_sound_file_is_not_given_to_the_second_reader(tmp_path: Path) -> None:
    from drawn_pages import pdf

    path = pdf(tmp_path / "a.pdf", prose)
    assert "pdfplumber" not in _page(path).method_reason
    assert not Pdf().render(path, 1, "", 100, LIMIT).stand_in


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4\n", b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"])
def test_what_neither_opens_is_a_named_failure(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(data)
    with pytest.raises(Unreadable):
        Pdf().probe(tmp_path / "a.pdf", "f", ())


@pytest.mark.parametrize(
    ("colour", "grey"),
    [
        (None, 0.0),
        (0, 0.0),
        ((0.5,), 0.5),
        ((1, 1, 1), 1.0),
        ((0, 0, 0, 1), 0.0),
        ((0, 0, 0, 0), 1.0),
        (("P0",), 1.0),
        ((3, 0), 1.0),
    ],
)
def test_colours_that_are_not_understood_count_as_the_paper(colour: object, grey: float) -> None:
    assert np.isclose(ink_of(colour), grey)
