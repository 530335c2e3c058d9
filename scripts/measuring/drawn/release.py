"""Releases drawn from a seed: files of pages with boxes, codes and stamps, some as PDFs with live text and some scanned."""

from __future__ import annotations

import io
from dataclasses import dataclass
from random import Random

import numpy as np
import pypdfium2
from numpy.typing import NDArray
from PIL import Image, ImageFilter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from measuring.drawn import held_out, layouts
from measuring.drawn.sheet import DEVELOPMENT_FONTS, HEIGHT, HELD_OUT_FONTS, WIDTH, Sheet, TrueBox, fonts_ready

DEVELOPMENT = range(100, 200)
HELD_OUT = range(900, 1000)
DPI = 200
PREFIXES = ("SAMPLE FOIA 10-0042.", "MARL-", "TARROW", "DOS-2010-", "SAMPLE 11-cv-0007-")
HELD_OUT_PREFIXES = ("SMPL 2012FOIA0099.", "TC_", "Exh. A-", "REC/", "SAMPLE FOIA 12-0777.")


@dataclass(frozen=True, slots=True)
class TruePage:
    """What is on a drawn page. `stamp` is '' where none is printed; `look` is digital or how it was scanned."""

    boxes: tuple[TrueBox, ...]
    stamp: str
    look: str
    layout: str
    fill: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """One PDF with the truth of its pages."""

    name: str
    data: bytes
    pages: tuple[TruePage, ...]


def release(seed: int, n_pages: int) -> tuple[Drawn, ...]:
    """A release of one to three files; its stamps rise through them, with gaps, now and then a page without.

    Every page has its own layout, cover and look. Seeds from `HELD_OUT` use other layouts, faces, covers, stamps and scanners.
    """
    fonts_ready()
    random = Random(seed)
    unseen = seed in HELD_OUT
    stamps = _stamps(random, n_pages, HELD_OUT_PREFIXES if unseen else PREFIXES)
    corner = random.choice(("right", "centre", "left", "top", "inside"))
    pages = [_page(random, unseen, stamps[at], corner, at + seed) for at in range(n_pages)]
    cuts = sorted(random.sample(range(1, n_pages), min(random.randint(0, 2), n_pages - 1)))
    files = [pages[a:b] for a, b in zip([0, *cuts], [*cuts, n_pages], strict=True)]
    return tuple(
        Drawn(f"part_{order:02d}.pdf", _joined([data for data, _ in part]), tuple(page for _, page in part))
        for order, part in enumerate(files, 1)
    )


def _stamps(random: Random, n_pages: int, prefixes: tuple[str, ...]) -> list[str]:
    prefix, width = random.choice(prefixes), random.choice((5, 6, 7))
    number = random.randint(1, 40000)
    stamps = []
    for _ in range(n_pages):
        stamps.append("" if random.random() < 0.06 else f"{prefix}{number:0{width}d}")
        number += 1 if random.random() < 0.94 else random.randint(2, 9)
    return stamps


def _page(random: Random, unseen: bool, stamp: str, corner: str, order: int) -> tuple[bytes, TruePage]:
    layout = (held_out.LAYOUTS if unseen else layouts.LAYOUTS)[order % 8]
    how = random.choice(held_out.COVERS if unseen else layouts.COVERS)
    font = random.choice(HELD_OUT_FONTS if unseen else DEVELOPMENT_FONTS)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=1)
    sheet = Sheet(canvas, random, font, random.choice((10.0, 11.0, 12.0)))
    layout(sheet, how)
    if stamp:
        _stamped(sheet, stamp, corner, random.choice(("Helvetica", "Courier-Bold", "Times-Bold")))
    if layout is held_out.press and corner == "top":
        stamp = ""  # black on its black band: nobody can read it
    canvas.save()
    look = random.choice(("digital", "clean", "bitonal", "skewed", "noisy", "fax") if unseen else SEEN_LOOKS)
    if look in ("bitonal", "fax") and how.fill == "grey":
        look = "halftone"  # a plain threshold would leave nothing of a light grey
    data = out.getvalue() if look == "digital" else scanned(out.getvalue(), look, random)
    return data, TruePage(tuple(sheet.boxes), stamp, look, layout.__name__, how.fill)


SEEN_LOOKS = ("digital", "digital", "clean", "bitonal", "skewed", "noisy")


def _stamped(sheet: Sheet, stamp: str, corner: str, font: str) -> None:
    wide = len(stamp) * 5.4
    x, y = {
        "right": (WIDTH - 40 - wide, 770), "centre": ((WIDTH - wide) / 2, 772), "left": (36, 768), "top": (WIDTH - 40 - wide, 24),
        "inside": (WIDTH - 60 - wide, 748),
    }[corner]  # fmt: skip
    sheet.text(x, y, stamp, font, 9)


def scanned(pdf: bytes, look: str, random: Random) -> bytes:
    """The page as an image-only PDF: rendered, turned a little, worn, in grey or black and white."""
    document = pypdfium2.PdfDocument(pdf)
    bitmap = document[0].render(scale=DPI / 72, grayscale=True)
    image = Image.fromarray(np.array(bitmap.to_numpy()).reshape(bitmap.height, bitmap.width).copy())
    document.close()
    angle = {"skewed": random.choice((-1, 1)) * random.uniform(0.7, 2.2), "fax": random.uniform(-0.4, 0.4)}.get(look, 0.0)
    image = image.rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor=255)
    image = image.filter(ImageFilter.GaussianBlur(0.6))
    if look == "fax":
        image = image.resize((image.width, image.height // 2), Image.Resampling.BOX)
    worn = _worn(np.asarray(image, dtype=np.float64), look, np.random.default_rng(random.randrange(1 << 30)))
    if look in ("bitonal", "fax"):
        worn = worn.point([0] * 150 + [255] * 106).convert("1", dither=Image.Dither.NONE)
    elif look == "halftone":
        worn = worn.convert("1", dither=Image.Dither.FLOYDSTEINBERG)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=1)
    canvas.drawImage(ImageReader(worn), 0, 0, WIDTH, HEIGHT)
    canvas.save()
    return out.getvalue()


def _worn(page: NDArray[np.float64], look: str, random: np.random.Generator) -> Image.Image:
    strength = {"noisy": 34.0, "skewed": 14.0, "fax": 30.0}.get(look, 6.0)
    page = page * (240 / 255) + random.normal(0, strength, page.shape)
    if look in ("noisy", "fax"):
        specks = random.integers(0, page.size, page.size // 40_000)
        page.flat[specks] = 20
        page.flat[specks[specks < page.size - 1] + 1] = 20
    return Image.fromarray(np.clip(page, 0, 255).astype(np.uint8))


def _joined(pages: list[bytes]) -> bytes:
    whole = pypdfium2.PdfDocument.new()
    for data in pages:
        part = pypdfium2.PdfDocument(data)
        whole.import_pages(part)
        part.close()
    out = io.BytesIO()
    whole.save(out)
    return out.getvalue()
