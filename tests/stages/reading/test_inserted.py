"""What a box shows takes the place of what OCR made of it in its line."""

from __future__ import annotations

import pytest

from pipeline.records.page import Box, Line, RedactionBox, Word
from pipeline.records.spans import joined
from pipeline.stages.reading.inserted import with_codes


def line(y: float, *words: tuple[str, float]) -> Line:
    return Line(tuple(Word(text, x, y, x + 0.008 * len(text), y + 0.012) for text, x in words), 0)


HEAD = line(0.1, ("From:", 0.1), ("[®O@.OMC)]", 0.2), ("HMO],", 0.3), ("Agent", 0.5))


@pytest.mark.parametrize("fill", ["drawn", "grey", "black", "hatched"])
def test_a_code_read_on_its_box_replaces_what_the_page_was_read_as(fill: str) -> None:
    box = RedactionBox(Box(0.19, 0.098, 0.42, 0.114), fill, "(b)(6), (b)(7)(C)")
    assert joined(with_codes((HEAD,), (box,))) == "From: (b)(6), (b)(7)(C) Agent"


@pytest.mark.parametrize("raw", ["", "REDACTED", "held under (b)(5) for the rest of them"])
def test_what_is_no_code_alone_replaces_nothing(raw: str) -> None:
    assert with_codes((HEAD,), (RedactionBox(Box(0.19, 0.098, 0.42, 0.114), "drawn", raw),)) == (HEAD,)


def test_codes_that_the_line_has_stay_as_they_are_read() -> None:
    mine = line(0.1, ("To:", 0.1), ("(b)(6)", 0.2))
    assert with_codes((mine,), (RedactionBox(Box(0.19, 0.098, 0.42, 0.114), "drawn", "(b)(6)"),)) == (mine,)
