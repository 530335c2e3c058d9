"""An index of what was withheld lists codes in a column of cells; it hides nothing. A table whose names are boxed out does."""

from __future__ import annotations

import pytest

from pipeline.records.page import Box, Line, Page, RedactionBox, Word
from pipeline.stages.boxes.redacted import Params, redactions_of

CODES = ("(b)(5)", "(b)(6), (b)(7)(C)", "(b)(6)", "(b)(5), (b)(7)(E)", "(b)(7)(E)")


def row(y: float, *words: tuple[str, float]) -> Line:
    return Line(tuple(Word(text, x, y, x + 0.008 * len(text), y + 0.012) for text, x in words), 0)


def table(head: str, fill: str = "drawn", rows: int = 5, first: str = "Letter", shaded: bool = False) -> Page:
    """A table of two columns under two heads; the second has a box with a code in every row."""
    tops = [0.2 + 0.02 * at for at in range(rows)]
    lines = [row(0.18, ("Record", 0.1), *((word, 0.6 + 0.09 * at) for at, word in enumerate(head.split())))]
    lines += [row(y + 0.004, *(((first, 0.1),) if first else ()), (CODES[at % 5], 0.61)) for at, y in enumerate(tops)]
    boxes = [RedactionBox(Box(0.6, y, 0.8, y + 0.019), fill, CODES[at % 5]) for at, y in enumerate(tops)]
    boxes += [RedactionBox(Box(0.08, 0.175, 0.82, 0.199), "grey", "")] if shaded else []
    text = "\n".join(" ".join(word.text for word in line.words) for line in lines)
    return Page("f-p1", "f", 1, text, tuple(lines), "text_layer", "", 1.0, 0, "eng", 612.0, 792.0, "", redactions=tuple(boxes))


@pytest.mark.parametrize("head", ["Exemptions", "Basis", "Withheld under", "FOIA codes"])
@pytest.mark.parametrize("shaded", [True, False])
def test_the_cells_of_an_index_hide_nothing(head: str, shaded: bool) -> None:
    assert list(redactions_of(table(head, shaded=shaded), Params())) == []


@pytest.mark.parametrize(
    "page",
    [
        table("Name"),  # a column of names, each boxed out
        table("Exemptions", fill="black"),  # what is blacked out is hidden, whatever its head
        table("Exemptions", rows=3),
        table("Exemptions", first=""),  # nothing beside the boxes that they could be the reason for
    ],
)
def test_boxes_that_hide_something_stay(page: Page) -> None:
    found = list(redactions_of(page, Params()))
    assert len(found) == len(page.redactions) and all(one.codes for one in found)
