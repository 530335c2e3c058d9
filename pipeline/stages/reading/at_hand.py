"""The page that is being read: the tools and settings it is read with, and what one way of reading it came to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.ports import Look, OcrEngine, Source
from pipeline.records.page import Box, Line, RedactionBox
from pipeline.records.source import File
from pipeline.seen import Raster


@dataclass(frozen=True, slots=True)
class Params:
    """What a person may change about reading. Resolutions in dots per inch; shares 0..1.

    `dpi` is for OCR, `layer_dpi` for pages that carry text, `image_dpi` for the stored image. `min_legible` is the share of
    a layer's words that must look like words, `min_agreement` of the sampled ones that OCR must read likewise,
    `min_confidence` what OCR must reach to overrule a layer. `most_crops` bounds the boxes read by OCR on one page.
    """

    dpi: int = 300
    layer_dpi: int = 200
    image_dpi: int = 150
    max_pixels: int = 40_000_000
    min_legible: float = 0.55
    min_agreement: float = 0.4
    min_confidence: float = 0.6
    most_crops: int = 400


@dataclass(frozen=True, slots=True)
class Job:
    """The page at hand and the tools, so that the steps below need not pass nine things on."""

    source: Source
    engine: OcrEngine
    look: Look
    path: Path
    file: File
    page_no: int
    password: str
    languages: tuple[str, ...]
    params: Params
    turn: int = 0
    drawn_at: int = 0  # the resolution that the page was drawn at first

    def render(self, dpi: int) -> Raster:
        """The page at this resolution, upright as far as that is known."""
        raster = self.source.render(self.path, self.page_no, self.password, dpi, self.params.max_pixels)
        return self.turned(raster, self.turn)

    def turned(self, raster: Raster, turn: int) -> Raster:
        """The picture turned clockwise by 0, 90, 180 or 270 degrees."""
        if not turn:
            return raster
        width, height = (raster.height, raster.width) if turn in (90, 270) else (raster.width, raster.height)
        return replace(raster, pixels=self.look.turned(raster.pixels, turn), width=width, height=height)


@dataclass(frozen=True, slots=True)
class Text:
    """The page's text by one method, with the upright image it refers to."""

    method: str
    reason: str
    lines: tuple[Line, ...]
    raster: Raster
    rotation: int
    confidence: float
    engine: str
    redactions: tuple[RedactionBox, ...] = ()
    bars: tuple[Box, ...] = ()
