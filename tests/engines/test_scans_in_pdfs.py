"""A scan that fills its page is drawn pixel for pixel, whatever is laid over it."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipeline.engines import pdfium
from pipeline.seen import Grey

MOST = 40_000_000


def _scan(wide: int, high: int) -> Grey:
    """Black and white with edges at every pixel: a picture that is off its grid anywhere turns grey there."""
    return np.where(np.random.default_rng(3).random((high, wide)) < 0.3, 0, 255).astype(np.uint8)


def _page(path: Path, scan: Grey, width: float, height: float, stamp: str = "", shown: float = 1.0) -> Path:
    canvas = Canvas(str(path), pagesize=(width, height), invariant=1)
    stored = io.BytesIO()
    Image.fromarray(scan).convert("1").save(stored, "PNG")
    canvas.drawImage(ImageReader(stored), 0, 0, width * shown, height * shown)
    if stamp:
        canvas.drawString(20, 20, stamp)
    canvas.showPage()
    canvas.save()
    return path


@pytest.mark.parametrize(("wide", "high", "dpi"), [(331, 467, 200), (329, 431, 200), (613, 793, 300), (401, 547, 240)])
def test_a_scan_of_odd_size_keeps_its_pixels(tmp_path: Path, wide: int, high: int, dpi: int) -> None:
    scan = _scan(wide, high)
    made = pdfium.render(_page(tmp_path / "a.pdf", scan, wide * 72 / dpi, high * 72 / dpi), 1, "", 300, MOST)
    assert made.pixels.shape == scan.shape and (made.pixels == scan).all()
    assert abs(made.dpi - dpi) < 0.5


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_scan_on_a_turned_page_too(tmp_path: Path, turn: int) -> None:
    scan, turned = _scan(331, 467), tmp_path / "b.pdf"
    with pypdfium2.PdfDocument(_page(tmp_path / "a.pdf", scan, 331 * 0.36, 467 * 0.36)) as document:
        document[0].set_rotation(turn)
        document.save(turned)
    made = pdfium.render(turned, 1, "", 300, MOST)
    assert (made.pixels == np.rot90(scan, -turn // 90)).all()


def test_a_scan_in_strips_keeps_its_pixels_and_strips_on_half_a_page_make_no_scan(tmp_path: Path) -> None:
    scan, path = _scan(331, 480), tmp_path / "a.pdf"
    for strips in (6, 3):
        canvas = Canvas(str(path), pagesize=(331 * 0.36, 480 * 0.36), invariant=1)
        for at in range(strips):
            stored = io.BytesIO()
            Image.fromarray(scan[80 * at : 80 * at + 80]).convert("1").save(stored, "PNG")
            canvas.drawImage(ImageReader(stored), 0, (400 - 80 * at) * 0.36, 331 * 0.36, 80 * 0.36)
        canvas.showPage()
        canvas.save()
        made = pdfium.render(path, 1, "", 300, MOST)
        if strips == 6:
            assert made.pixels.shape == scan.shape
            kept = [(made.pixels[top : top + 80] == scan[top : top + 80]).all() for top in range(0, 480, 80)]
            assert sum(kept) >= 5  # PDFium may give a strip whose edge lies between two rows one row more
        else:
            assert made.dpi == 300


def test_a_fax_whose_dots_are_not_quite_square_keeps_them(tmp_path: Path) -> None:
    scan = _scan(408, 392)
    made = pdfium.render(_page(tmp_path / "a.pdf", scan, 408 * 72 / 204, 392 * 72 / 196), 1, "", 300, MOST)
    assert (made.pixels == scan).all() and made.dpi == 204


def test_a_stamp_over_the_scan_is_drawn_on_its_grid(tmp_path: Path) -> None:
    scan = _scan(331, 467)
    made = pdfium.render(_page(tmp_path / "a.pdf", scan, 331 * 0.36, 467 * 0.36, stamp="COPY"), 1, "", 300, MOST)
    assert (made.pixels[:300] == scan[:300]).all() and (made.pixels != scan).any()


@pytest.mark.parametrize(("dots", "shown"), [(100, 1.0), (600, 1.0), (200, 0.7)])
def test_a_picture_that_is_too_coarse_too_fine_or_small_does_not_set_the_resolution(
    tmp_path: Path, dots: int, shown: float
) -> None:
    scan = _scan(round(4 * dots * shown), round(5 * dots * shown))
    made = pdfium.render(_page(tmp_path / "a.pdf", scan, 288, 360, shown=shown), 1, "", 300, MOST)
    assert made.dpi == 300 and made.pixels.shape == (1500, 1200)


def test_a_scan_is_bounded_like_any_page(tmp_path: Path) -> None:
    made = pdfium.render(_page(tmp_path / "a.pdf", _scan(613, 793), 613 * 0.24, 793 * 0.24), 1, "", 300, 100_000)
    assert made.pixels.size <= 101_000
