"""Which way up a page is read that has next to nothing on it."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.engines.ink import Ink
from pipeline.records.page import Line, Word
from pipeline.seen import Grey
from pipeline.stages.reading.upright import by_ocr


class Turning:
    """Reads one thing the right way up, another upside down, and nothing sideways."""

    def __init__(self, upright: tuple[str, float], turned: tuple[str, float]) -> None:
        self.says = [upright, turned, ("", 0.0), ("", 0.0), upright]

    def identity(self) -> str:
        return "turning"

    def recognise(self, pixels: Grey, dpi: int, languages: tuple[str, ...], single_block: bool = False) -> tuple[Line, ...]:
        text, sure = self.says.pop(0) if self.says else ("", 0.0)
        words = [Word(part, 0.1 + 0.1 * at, 0.9, 0.18 + 0.1 * at, 0.91, sure) for at, part in enumerate(text.split())]
        return (Line(tuple(words), 0),) if words else ()


@pytest.mark.parametrize(
    ("upright", "turned", "way"),
    [
        (("TC_016823", 0.3), ("628910 OL", 0.6), 0),
        (("REC/00419", 0.2), ("61700/ JE", 0.7), 0),
        (("6t100", 0.3), ("Attachment withheld", 0.8), 180),
        (("ZO LON 9SOd", 0.2), ("the county asked whether it may leave the program at once", 0.8), 180),
    ],
)
def test_a_few_signs_alone_do_not_turn_a_page(upright: tuple[str, float], turned: tuple[str, float], way: int) -> None:
    pixels = np.full((1100, 850), 255, np.uint8)
    for x in range(100, 700, 20):
        pixels[980:992, x : x + 9] = 0
    assert by_ocr(pixels, 100.0, Ink(), Turning(upright, turned), ("eng",), 400).rotation == way
