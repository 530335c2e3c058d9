"""Codes in the margin are read again by themselves, in the row of a box alone, and only what is codes is taken."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.engines.ink import Ink
from pipeline.engines.scripted import Scripted
from pipeline.records.page import Box, Line, Word
from pipeline.records.spans import joined
from pipeline.seen import Candidate, Grey, Raster
from pipeline.stages.boxes.margins import Eyes, with_margin_codes


def line(y: float, *words: tuple[str, float]) -> Line:
    return Line(tuple(Word(text, x, y, x + 0.008 * len(text), y + 0.012) for text, x in words), 0)


def read(mark: str, says: str, y: float = 0.2, inked: bool = False) -> str:
    """The text of a page with one box at .2 and a mark in the margin, whose place OCR reads so by itself."""
    pixels = np.full((1100, 850), 255, np.uint8)
    if mark:
        pixels[round(1100 * y) + 2 : round(1100 * y) + 12, 18:36:3] = 0
    if inked:
        pixels[222:236, 20:60:6] = 0
        pixels[222:236, 21:61:6] = 0
        pixels[222:236, 22:62:6] = 0
    words = (line(y, (mark, 0.02)),) if mark else ()
    eyes = Eyes(Raster(pixels, 100.0, 612.0, 792.0), Ink(), Scripted({}, (line(0.5, (says, 0.5)),)), ("eng",))
    box = Candidate(Box(0.3, 0.198, 0.5, 0.216), "black")
    return joined(with_margin_codes((*words, line(0.2, ("of the county", 0.6))), (box,), eyes))


@pytest.mark.parametrize(
    ("mark", "says"), [("vS)", "(b)(5)"), ("(oy6).", "(b)(6)"), ("(b)(S)", "(b)(S)"), ("(b)(8)y7)", "(b)(6)")]
)
def test_what_stands_for_a_code_is_read_again(mark: str, says: str) -> None:
    assert says.replace("S", "5") in read(mark, says)


def test_ink_that_was_passed_over_is_read() -> None:
    assert "(b)(6)" in read("", "(b)(6)", inked=True)


@pytest.mark.parametrize(
    ("mark", "says", "y"),
    [
        ("vS)", "Vs", 0.2),
        ("vS)", "(b)(5)", 0.4),
        ("12", "(b)(5)", 0.2),
        ("Note", "(b)(5)", 0.2),
        ("(a)", "(b)(5)", 0.2),
        ("(k)(2)", "(b)(5)", 0.2),
        ("12:24", "(b)(5)", 0.2),
        ("", "(b)(5)", 0.2),
    ],
)
def test_all_else_stays(mark: str, says: str, y: float) -> None:
    assert "(b)" not in read(mark, says, y)


@pytest.mark.parametrize(("says", "looks"), [("Vs", 3), ("(b)(5)", 12)])
def test_margins_without_codes_are_soon_left_alone(says: str, looks: int) -> None:
    class Counting(Scripted):
        asked = 0

        def recognise(self, pixels: Grey, dpi: int, languages: tuple[str, ...], single_block: bool = False) -> tuple[Line, ...]:
            self.asked += 1
            return (line(0.5, (says, 0.5)),)

    engine = Counting({})
    rows = [0.1 + 0.06 * at for at in range(12)]
    eyes = Eyes(Raster(np.full((1100, 850), 255, np.uint8), 100.0, 612.0, 792.0), Ink(), engine, ("eng",))
    boxes = tuple(Candidate(Box(0.3, y - 0.002, 0.5, y + 0.016), "black") for y in rows)
    with_margin_codes(tuple(line(y, ("vS)", 0.02)) for y in rows), boxes, eyes)
    assert engine.asked == looks


def test_what_is_read_in_the_white_beside_the_text_stands_where_its_ink_is() -> None:
    pixels = np.full((1100, 850), 255, np.uint8)
    for x in range(780, 816, 6):
        pixels[222:236, x : x + 3] = 0
    eyes = Eyes(Raster(pixels, 100.0, 612.0, 792.0), Ink(), Scripted({}, (line(0.5, ("(b)(6)", 0.5)),)), ("eng",))
    box = Candidate(Box(0.3, 0.198, 0.5, 0.216), "black")
    lines = with_margin_codes((line(0.2, ("of the county", 0.6)),), (box,), eyes)
    (word,) = [word for one in lines for word in one.words if word.text == "(b)(6)"]
    assert abs(word.x0 - 780 / 850) < 0.01 and abs(word.x1 - 813 / 850) < 0.01


def test_a_code_before_the_times_of_a_log_is_read() -> None:
    pixels = np.full((1100, 850), 255, np.uint8)
    for x in range(14, 50, 6):
        pixels[222:236, x : x + 3] = 0
    eyes = Eyes(Raster(pixels, 100.0, 612.0, 792.0), Ink(), Scripted({}, (line(0.5, ("(b)(6)", 0.5)),)), ("eng",))
    box = Candidate(Box(0.3, 0.198, 0.5, 0.216), "black")
    rows = (line(0.2, ("12:24", 0.09), ("the", 0.16), ("county", 0.6)),)
    assert joined(with_margin_codes(rows, (box,), eyes)).startswith("(b)(6)")
    assert "(b)(6)" not in joined(with_margin_codes(rows, (Candidate(Box(0.3, 0.4, 0.5, 0.42), "black"),), eyes))
