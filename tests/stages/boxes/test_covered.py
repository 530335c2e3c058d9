"""Empty outlined boxes: taken where a code stands in the margin of their row, left where they are fields."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.engines.ink import Ink
from pipeline.engines.scripted import Scripted
from pipeline.patterns.law.exemptions import codes_on_box
from pipeline.records.page import Box, Line, Word
from pipeline.seen import Candidate, Grey, Raster
from pipeline.stages.boxes.covered import redactions


def drawn(y: float, x0: float = 0.3, cell: bool = False) -> Candidate:
    return Candidate(Box(x0, y, x0 + 0.2, y + 0.02), "drawn", cell)


def line(y: float, *words: tuple[str, float]) -> Line:
    return Line(tuple(Word(text, x, y, x + 0.008 * len(text), y + 0.012) for text, x in words), 0)


def taken(candidates: tuple[Candidate, ...], *lines: Line) -> list[float]:
    """The tops of the boxes kept on a page that shows these words alone."""
    raster = Raster(np.full((1100, 850), 255, np.uint8), 100.0, 612.0, 792.0)
    return [one.box.y0 for one in redactions(candidates, lines, raster, Ink(), Scripted({}), ("eng",), 4)]


PROSE = ("of the county", 0.6)


def test_a_code_in_the_margin_of_its_row_makes_an_empty_box_a_redaction() -> None:
    boxes = (drawn(0.2), drawn(0.4), drawn(0.6))
    assert taken(boxes, line(0.203, ("(b)(6)", 0.02), PROSE)) == [0.2]
    assert taken(boxes, line(0.203, PROSE, ("(b)(6)", 0.92))) == [0.2]


def test_boxes_like_two_with_margin_codes_are_taken_too() -> None:
    boxes = (drawn(0.2), drawn(0.4), drawn(0.6))
    assert taken(boxes, line(0.203, ("(b)(6)", 0.02)), line(0.403, ("(b)(5)", 0.02))) == [0.2, 0.4, 0.6]


@pytest.mark.parametrize(
    "words",
    [
        (PROSE,),
        (("12", 0.02), PROSE),
        (("Name", 0.1), ("(b)(6)", 0.55), PROSE),
        (("Item", 0.01), ("(b)(6)", 0.1)),
    ],
)
def test_a_field_to_fill_in_is_no_redaction(words: tuple[tuple[str, float], ...]) -> None:
    assert taken((drawn(0.2), drawn(0.4)), line(0.203, *words)) == []


def test_the_cell_of_a_table_is_no_redaction_whatever_its_row_says() -> None:
    assert taken((drawn(0.2, cell=True),), line(0.203, ("(b)(6)", 0.02))) == []


@pytest.mark.parametrize(("printed", "kept"), [("08:17", []), ("$1,204", []), ("(b)(6)", [0.2]), ("(0(6", [0.2])])
def test_the_rest_of_a_shaded_row_is_no_redaction(printed: str, kept: list[float]) -> None:
    shade = Candidate(Box(0.3, 0.2, 0.5, 0.22), "grey")
    assert taken((shade,), line(0.203, (printed, 0.35))) == kept


@pytest.mark.parametrize(("words", "kept"), [
    (("(b)(6)", "asked", "for", "the", "schedule", "again"), []),
    (("(b)(6)", "withheld", "under", "the", "Act", "alone"), [0.2]),
    (("(b)(6)", "Marsh"), [0.2]),
])  # fmt: skip
def test_a_shaded_row_of_prose_is_no_redaction_for_the_code_in_it(words: tuple[str, ...], kept: list[float]) -> None:
    shade = Candidate(Box(0.1, 0.2, 0.9, 0.22), "grey")
    assert taken((shade,), line(0.203, *((text, 0.12 + 0.08 * at) for at, text in enumerate(words)))) == kept


SCRAPS = ("ee", "a", "Fe.", "oo", "of", "Ce", "to", "et", "oe")


@pytest.mark.parametrize(
    ("bottom", "words", "kept"),
    [
        (0.9, ("Terms", "used", "herein"), [0.1]),
        (0.14, ("Terms", "used", "herein"), []),
        (0.14, ("Terms", "used", "herein", *SCRAPS), [0.1]),
        (0.9, ("Terms", "used", "herein") * 12, []),
        (0.9, ("Terms", "used", "herein", *SCRAPS) * 12, [0.1]),
    ],
)
def test_a_few_words_in_the_grain_of_a_black_page_make_it_no_heading(
    bottom: float, words: tuple[str, ...], kept: list[float]
) -> None:
    pixels = np.full((1100, 850), 255, np.uint8)
    pixels[110 : round(bottom * 1100), 85:765] = 0
    middle = round((0.1 + bottom) * 550)
    pixels[middle - 5 : middle + 5, 200:500:4] = 255
    raster = Raster(pixels, 100.0, 612.0, 792.0)
    read = Scripted({}, (line(0.5, *((word, 0.3) for word in words)),))
    found = redactions((Candidate(Box(0.1, 0.1, 0.9, bottom), "black"),), (), raster, Ink(), read, ("eng",), 4)
    assert [one.box.y0 for one in found] == kept


def test_what_can_be_read_in_whole_words_is_not_hatched_out() -> None:
    box = Candidate(Box(0.3, 0.4, 0.9, 0.42), "hatched", False)
    assert taken((box,), line(0.404, ("Clear", 0.31), ("matches", 0.4), ("the", 0.5), ("August", 0.55), ("paper", 0.65))) == []
    assert taken((box,), line(0.404, ("(b)(5)", 0.31))) == [0.4]
    assert taken((box,)) == [0.4]


def test_marks_that_cannot_be_read_count_where_most_empty_boxes_have_one_in_the_margin() -> None:
    boxes = (drawn(0.2), drawn(0.4), drawn(0.6))
    marks = [line(y + 0.003, (text, 0.02), PROSE) for y, text in ((0.2, "(KG)"), (0.4, "{DHKQ)"), (0.6, "iby)"))]
    assert taken(boxes, *marks) == [0.2, 0.4, 0.6]
    assert taken(boxes, *marks[:2]) == []
    numbered = [line(y + 0.003, (text, 0.02), PROSE) for y, text in ((0.2, "(1)"), (0.4, "(2)"), (0.6, "(3)"))]
    assert taken(boxes, *numbered) == []


def test_grain_in_an_empty_box_is_no_print() -> None:
    pixels = np.clip(np.random.default_rng(3).normal(235, 30, (1100, 850)), 0, 255).astype(np.uint8)
    raster = Raster(pixels, 100.0, 612.0, 792.0)
    words = line(0.203, ("(b)(6)", 0.02), ("J", 0.32))
    found = redactions((drawn(0.2),), (words,), raster, Ink(), Scripted({}), ("eng",), 4)
    assert [one.box.y0 for one in found] == [0.2]


@pytest.mark.parametrize(("right", "bottom", "lit", "read"), [
    (0.9, 0.6, True, "(b)(5) AWP"),
    (0.9, 0.6, False, ""),
    (0.4, 0.22, True, ""),
])  # fmt: skip
def test_the_small_code_on_a_large_dark_box_is_read(right: float, bottom: float, lit: bool, read: str) -> None:
    pixels = np.full((1100, 850), 255, np.uint8)
    pixels[220 : round(bottom * 1100), 85 : round(right * 850)] = 0
    middle = round((0.2 + bottom) * 550)
    pixels[middle - 2 : middle + 2, 200:206] = 255 if lit else 0  # too small a share of either box to be its contrast
    raster = Raster(pixels, 100.0, 612.0, 792.0)
    dark = Candidate(Box(0.1, 0.2, right, bottom), "black")
    (found,) = redactions((dark,), (), raster, Ink(), Scripted({}, (line(0.5, ("(b)(5)", 0.5), ("AWP", 0.6)),)), ("eng",), 4)
    assert found.raw == read


class _Twice(Scripted):
    """Reads one thing first and another at the second look."""

    def __init__(self, *says: str) -> None:
        super().__init__({})
        self.says = list(says)

    def recognise(self, pixels: Grey, dpi: int, languages: tuple[str, ...], single_block: bool = False) -> tuple[Line, ...]:
        return (line(0.5, (self.says.pop(0), 0.5)),)


@pytest.mark.parametrize(("says", "codes", "left"), [
    (("(b)(5)", "unasked"), "(b)(5)", 1),
    (("()()", "(b)(5)"), "(b)(5)", 0),
    (("b667", "(b)(6)"), "(b)(6)", 0),
    (("()()", "o)(", "unread"), "()()", 0),
    (("()()", "o)(", "(b)(6)"), "(b)(6)", 0),
    (("Sample", "(b)(5)"), "Sample", 1),
    (("x", "(b)(5)"), "(b)(5)", 0),
    (("x", "y", "(b)(5)"), "", 1),
    (("(b)(2)", "(b)(1)", "(b)(1)"), "(b)(1)", 0),
    (("(b)(2)", "(b)(2)", "(b)(1)"), "(b)(2)", 1),
    (("(b)(7)", "(b)(7)(C)", "(b)(7)(C)"), "(b)(7)(C)", 0),
])  # fmt: skip
def test_what_looks_like_a_code_is_looked_at_twice(says: tuple[str, ...], codes: str, left: int) -> None:
    pixels = np.full((1100, 850), 255, np.uint8)
    pixels[220:242, 255:425] = 0
    pixels[226:236, 270:400:5] = 255
    engine = _Twice(*says)
    raster = Raster(pixels, 100.0, 612.0, 792.0)
    (one,) = redactions((Candidate(Box(0.3, 0.2, 0.5, 0.22), "black"),), (), raster, Ink(), engine, ("eng",), 4)
    assert (one.raw, len(engine.says)) == (codes if codes_on_box(codes) or codes == "Sample" else "", left)
