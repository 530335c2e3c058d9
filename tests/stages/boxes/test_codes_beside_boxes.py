"""Codes beside a box that a scan spelt partly wrong: read whole where the words there are nothing but codes."""

from __future__ import annotations

import pytest
from drawn_page import page

from pipeline.records.page import Box, Line, Page, RedactionBox, Word
from pipeline.records.spans import joined
from pipeline.stages.boxes.redacted import Params, redactions_of


def beside(*words: str, gap: float = 0.006) -> list[str]:
    """The codes of a page whose one box has these words right beside it, in a line of text."""
    row, x = [Word("returned", 0.2, 0.3, 0.28, 0.312, 1.0)], 0.506
    for text in words:
        row.append(Word(text, x, 0.3, x + 0.008 * len(text), 0.312, 0.9))
        x += 0.008 * len(text) + gap
    lines = (Line(tuple(row), 0),)
    blank = page("x")
    made = {name: getattr(blank, name) for name in Page.__dataclass_fields__}
    made |= {"text": joined(lines), "lines": lines, "redactions": (RedactionBox(Box(0.3, 0.298, 0.5, 0.314), "black", ""),)}
    return [code for one in redactions_of(Page(**made), Params()) for code in one.codes]


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (("(b)(6),", "(bY(7)(C)"), ["(b)(6)", "(b)(7)(C)"]),
        (("(bX6),", "(b)(7)(C)"), ["(b)(6)", "(b)(7)(C)"]),
        (("(b)(6)", "&", "(b)(7(C)"), ["(b)(6)", "(b)(7)(C)"]),
        (("(b)(6)",), ["(b)(6)"]),
        (("(b)(6),", "(a)(2)"), ["(b)(6)"]),
        (("(b)(6)", "7", "Cedar"), ["(b)(6)"]),
        (("(b)(6)", "by", "(7)"), ["(b)(6)"]),
        (("(bY(7)(C)", "alone"), []),
    ],
)
def test_codes_beside_a_box(words: tuple[str, ...], codes: list[str]) -> None:
    assert beside(*words) == codes


def test_what_stands_apart_is_not_of_the_code() -> None:
    assert beside("(b)(6),", "(bY(7)(C)", gap=0.03) == ["(b)(6)"]
