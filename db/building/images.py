"""Page images as they are published: what is withheld on them painted over, each file named by its own bytes."""

from __future__ import annotations

import hashlib
import io
import math
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from PIL import Image, ImageDraw

from pipeline.records.page import Box

NAME = re.compile(r"[0-9a-f]{32}\.webp")
MARGIN = 2  # pixels painted beyond the box on each side: print bleeds over its own box


def name_of(data: bytes) -> str:
    """The file name of an image: the first 32 hex digits of its sha256."""
    return f"{hashlib.sha256(data).hexdigest()[:32]}.webp"


def painted(data: bytes, boxes: Iterable[Box]) -> bytes:
    """The WebP image with the boxes (fractions of the page) painted black, saved without loss.

    ValueError when the bytes are no image: an image that cannot be painted must not be published.
    """
    try:
        with Image.open(io.BytesIO(data)) as opened:
            picture = opened.convert("L")
    except OSError as error:
        raise ValueError(f"this page image cannot be opened: {error}") from error
    pen = ImageDraw.Draw(picture)
    for box in boxes:
        x0, y0, x1, y1 = _pixels(box, picture.size)
        pen.rectangle((x0 - MARGIN, y0 - MARGIN, x1 + MARGIN - 1, y1 + MARGIN - 1), fill=0)
    out = io.BytesIO()
    picture.save(out, "WEBP", lossless=True, quality=60, method=2, exif=b"")
    return out.getvalue()


def black_inside(data: bytes, boxes: Iterable[Box]) -> Iterator[bool]:
    """For each box, whether every pixel of it is black."""
    with Image.open(io.BytesIO(data)) as opened:
        picture = opened.convert("L")
    for box in boxes:
        _, high = picture.crop(_pixels(box, picture.size)).getextrema()
        yield high == 0


def _pixels(box: Box, size: tuple[int, int]) -> tuple[int, int, int, int]:
    """The pixels that the box touches: left and top inside, right and bottom outside; never empty."""
    width, height = size
    x0, y0 = min(math.floor(box.x0 * width), width - 1), min(math.floor(box.y0 * height), height - 1)
    return x0, y0, max(math.ceil(box.x1 * width), x0 + 1), max(math.ceil(box.y1 * height), y0 + 1)


class ImageFolder:
    """Images written aside and moved into place when the build is good.

    `there` holds what readers see, `aside` what is new. Both are flat; a name never changes its bytes.
    """

    def __init__(self, there: Path, aside: Path) -> None:
        self.there, self.aside = there, aside
        self.wanted: set[str] = set()
        aside.mkdir(parents=True, exist_ok=True)
        for left_over in aside.glob("*"):
            left_over.unlink()

    def add(self, data: bytes) -> str:
        """Keeps the image for this build and returns its file name."""
        name = name_of(data)
        if name not in self.wanted and not (self.there / name).is_file():
            (self.aside / name).write_bytes(data)
        self.wanted.add(name)
        return name

    def find(self, name: str) -> Path:
        """Where the image lies now."""
        moved = self.there / name
        return moved if moved.is_file() else self.aside / name

    def publish(self) -> None:
        """Moves the new images to where readers look; those of the edition still being read stay."""
        self.there.mkdir(parents=True, exist_ok=True)
        for path in self.aside.glob("*.webp"):
            path.replace(self.there / path.name)
        self.aside.rmdir()

    def sweep(self) -> None:
        """Removes images that the published edition does not name."""
        for path in self.there.iterdir():
            if path.name not in self.wanted and path.is_file():
                path.unlink()

    def abandon(self) -> None:
        """Removes what was written aside."""
        for path in self.aside.glob("*"):
            path.unlink()
        self.aside.rmdir()
