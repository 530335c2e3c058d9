"""The words of a page with their boxes, packed into one blob and back: about a kilobyte for a full page.

A blob is zlib over little-endian rows of 14 bytes: start (u32) and length (u16) in characters of the page's text, then
x0, y0, x1, y1 (u16), fractions of the upright page in steps of 1/65535.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

ROW = struct.Struct("<IHHHHH")
STEPS = 65535
MAX_BYTES = 64 * 1024 * 1024  # of unpacked rows: 4.8 million words, far above any page; stops a forged blob


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """Characters `start`..`start + length` of the page's text stand in this box (fractions of the upright page)."""

    start: int
    length: int
    x0: float
    y0: float
    x1: float
    y1: float


def pack(words: Iterable[PlacedWord]) -> bytes:
    """The blob. A length above 65,535 characters is cut to that; fractions are clipped to 0..1."""
    rows = [
        ROW.pack(w.start, min(w.length, STEPS), _step(w.x0), _step(w.y0), _step(w.x1), _step(w.y1)) for w in words
    ]  # fmt: skip
    return zlib.compress(b"".join(rows), 6)


def _step(edge: float) -> int:
    step = int(edge * STEPS + 0.5)
    return 0 if step < 0 else min(step, STEPS)


def unpack(blob: bytes) -> tuple[PlacedWord, ...]:
    """The words in the blob, in the order they were packed. ValueError when it is not such a blob."""
    try:
        unpacker = zlib.decompressobj()
        rows = unpacker.decompress(blob, MAX_BYTES)
        if unpacker.unconsumed_tail or not unpacker.eof:
            raise ValueError("these word boxes are cut off or too large")
        return tuple(
            PlacedWord(start, length, x0 / STEPS, y0 / STEPS, x1 / STEPS, y1 / STEPS)
            for start, length, x0, y0, x1, y1 in ROW.iter_unpack(rows)
        )
    except (zlib.error, struct.error) as error:
        raise ValueError(f"these are not packed word boxes: {error}") from error
