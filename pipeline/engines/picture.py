"""Images as received: scans and photographs, page by page. The door to Pillow, which also writes page images and draws words."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import PIL
from PIL import Image, ImageDraw, ImageFont, ImageOps, features

from pipeline.errors import Unreadable
from pipeline.records.source import Probe
from pipeline.seen import Grey, Layer, Raster

OPENABLE = 1_000_000_000  # pixels; a larger picture is not decoded at all (1-bit plans of 30,000 x 30,000 px are real)
LEAST_DPI, MOST_DPI = 50, 1200
COARSE_DPI = 150  # below this, a picture is enlarged before reading
LETTER_LONG_SIDE = 11.0  # inches, for pictures that do not say how large they are
GREYS = 4  # levels kept in page images: legible, and a quarter of the size


def version() -> str:
    """What decides the bytes of a page image."""
    return f"pillow {PIL.__version__} webp {features.version_module('webp')}"


class Picture:
    """Implements `ports.Source` for PNG, JPEG, TIFF (many pages), GIF, BMP and WebP. Pictures carry no text layer."""

    def identity(self) -> str:
        """Library version."""
        return f"picture pillow {PIL.__version__}"

    def probe(self, path: Path, file_id: str, passwords: tuple[str, ...]) -> Probe:
        """Counts frames; an animated GIF or WebP shows its first."""
        with _opened(path) as image:
            many = image.format == "TIFF"
            return Probe(file_id, getattr(image, "n_frames", 1) if many else 1)

    def layer(self, path: Path, page_no: int, password: str) -> Layer | None:
        """None: a picture has no text of its own."""
        return None

    def render(self, path: Path, page_no: int, password: str, dpi: int, max_pixels: int) -> Raster:
        """The frame upright by its EXIF flag, on white, grey; at its own resolution between 150 and `dpi`."""
        with _opened(path) as image:
            if page_no > 1:
                image.seek(page_no - 1)
            wide, high = image.size
            if wide * high > OPENABLE:
                raise _too_large(path, wide, high)
            own = _resolution(image)
            image.draft("L", (wide, high))
            grey = grey_of(image)
        own = max(own, LEAST_DPI)
        target = min(own, dpi) if own >= COARSE_DPI else min(dpi, 3 * own)
        pixels = grey.width * grey.height
        if pixels * (target / own) ** 2 > max_pixels:
            target = own * (max_pixels / pixels) ** 0.5 * 0.999
        if target < LEAST_DPI:
            raise _too_large(path, wide, high)
        points = (grey.width * 72 / own, grey.height * 72 / own)
        if abs(target - own) > 1:
            size = (max(1, round(grey.width * target / own)), max(1, round(grey.height * target / own)))
            grey = grey.resize(size, Image.Resampling.LANCZOS)
        return Raster(np.asarray(grey, dtype=np.uint8), target, round(points[0], 2), round(points[1], 2))


def _too_large(path: Path, wide: int, high: int) -> Unreadable:
    return Unreadable("too-large", f"{path.name} is {wide} x {high} pixels.", "Save it at a lower resolution, or in parts.")


@contextmanager
def _opened(path: Path) -> Iterator[Image.Image]:
    """The image, or Unreadable for whatever the library says about these bytes."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the size limit is ours; odd metadata does not matter
            limit, Image.MAX_IMAGE_PIXELS = Image.MAX_IMAGE_PIXELS, None
            try:
                with Image.open(path) as image:
                    yield image
            finally:
                Image.MAX_IMAGE_PIXELS = limit
    except (Unreadable, FileNotFoundError, MemoryError):
        raise
    except Exception as error:  # decoders raise whatever they like on hostile bytes
        raise Unreadable("damaged", f"{path.name} does not open as a picture: {error}.", "Ask for the file again.") from error


def _resolution(image: Image.Image) -> float:
    """Dots per inch as the file says, where that can be true, else as if the long side were that of a letter page."""
    said = image.info.get("dpi")
    try:
        value = float(said[0]) if said else 0.0
    except (TypeError, ValueError, ZeroDivisionError, IndexError):
        value = 0.0
    long_side = max(image.size)
    if COARSE_DPI <= value <= MOST_DPI and 1.0 <= long_side / value <= 60:
        return value
    if long_side >= COARSE_DPI * LETTER_LONG_SIDE / 1.5:  # 72 and 96 dpi are what programs write when they do not know
        return min(max(long_side / LETTER_LONG_SIDE, 72.0), MOST_DPI)
    return value if 50 <= value < COARSE_DPI else 96.0


def grey_of(image: Image.Image) -> Image.Image:
    """8-bit grey on white, turned by the EXIF flag; 1-bit, palette, 16-bit, CMYK and transparent pictures included."""
    if image.mode in ("I", "F") or image.mode.startswith("I;16"):
        values = np.nan_to_num(np.asarray(image, dtype=np.float64))
        top = 65535.0 if image.mode.startswith("I;16") or values.max(initial=0) > 255 else 255.0
        image_8 = Image.fromarray(np.clip(values * (255.0 / top), 0, 255).astype(np.uint8))
        return ImageOps.exif_transpose(image_8)
    turned = ImageOps.exif_transpose(image)
    if turned.mode in ("RGBA", "LA", "PA") or "transparency" in turned.info:
        paint = turned.convert("RGBA")
        ground = Image.new("RGBA", paint.size, "white")
        turned = Image.alpha_composite(ground, paint)
    return turned.convert("L")


def encode_webp(pixels: Grey) -> bytes:
    """Lossless WebP of the image in four greys; a median text page at 150 dpi takes about 40-70 KB."""
    step = 255 // (GREYS - 1)
    levels = [(grey * (GREYS - 1) + 127) // 255 * step for grey in range(256)]
    out = io.BytesIO()
    page = Image.fromarray(pixels).point(levels).convert("RGB")
    page.save(out, "WEBP", lossless=True, quality=40, method=0, exact=True)
    return out.getvalue()


@dataclass(frozen=True, slots=True)
class DrawnWord:
    """A word to draw: its left edge and the top of its line in points, and the size of its type."""

    text: str
    left: float
    top: float
    size: float


def text_width(text: str, size: float) -> float:
    """Width in points of the text in Pillow's built-in typeface."""
    return float(ImageFont.load_default(100).getlength(text)) * size / 100


def draw_words(words: tuple[DrawnWord, ...], width: float, height: float, dpi: float) -> Grey:
    """A white page of `width` x `height` points with the words on it."""
    scale = dpi / 72
    image = Image.new("L", (round(width * scale), round(height * scale)), 255)
    pen = ImageDraw.Draw(image)
    fonts = {size: ImageFont.load_default(size * scale) for size in {word.size for word in words}}
    for word in words:
        pen.text((word.left * scale, word.top * scale), word.text, fill=0, font=fonts[word.size])
    return np.asarray(image, dtype=np.uint8)
