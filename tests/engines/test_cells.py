"""Tables whose cells are prose are read cell by cell, from a text layer and from OCR; what only looks like one is not."""

from __future__ import annotations

import pytest

from pipeline.engines.layout import layer_of
from pipeline.engines.placed import Placed
from pipeline.engines.rows import by_cells
from pipeline.records.page import Line, Word

WIDE = 5.5  # width of a letter, in points


def placed(rows: list[tuple[str, str]], edge: float = 300.0) -> list[Placed]:
    """Words of rows of two cells at 72 points and at `edge`, 13 points from row to row."""
    found = []
    for at, row in enumerate(rows):
        for x, text in zip((72.0, edge), row, strict=True):
            for word in text.split():
                found.append(Placed(word, x, 100 + 13.0 * at, x + WIDE * len(word), 110 + 13.0 * at))
                x += WIDE * (len(word) + 1)
    return found


def read(rows: list[tuple[str, str]]) -> list[str]:
    """The paragraphs of the page."""
    layer = layer_of(placed(rows), 612.0, 792.0)
    assert layer is not None
    return paragraphs(layer.lines)


def paragraphs(lines: tuple[Line, ...]) -> list[str]:
    blocks: dict[int, list[str]] = {}
    for line in lines:
        blocks.setdefault(line.block, []).append(" ".join(word.text for word in line.words))
    return [" / ".join(found) for _, found in sorted(blocks.items())]


MYTHS = [
    ("MYTH", "FACT"),
    ('"The guard keeps the tags of all', "A tag that nobody asks for is thrown out at"),
    ('boats for good."', "the end of the year."),
    ('"Mates turn into inspectors', "No. A mate does what he did before, and only the"),
    ('of the guard."', "guard looks at the boats."),
]
CELLS = [
    "MYTH FACT",
    '"The guard keeps the tags of all / boats for good."',
    "A tag that nobody asks for is thrown out at / the end of the year.",
    '"Mates turn into inspectors / of the guard."',
    "No. A mate does what he did before, and only the / guard looks at the boats.",
]
OTHERS = [
    [("Ann Roe", "Lee Poe"), ("Director of Tags", "Clerk of the Yard"), ("ann@roe.gov", "lee@poe.gov"),
     ("12 Dock Road", "4 Pier Lane")],
    [("Tags given out", "11 12 13 14 15"), ("of these, in May", "4 4 4 4 5"), ("and in the yard", "1 1 1 2 2")],
    [("Name", "jane doe of the line"), ("Street", "main street by the dock"), ("Boat", "the old one in the yard")],
    [("The guard met both lines and the clerk of", ""),
     ("the yard, who said that the tags were late, and", ""), ("that no boat had been let go.", "")],
]  # fmt: skip


def test_a_table_of_prose_is_read_cell_by_cell() -> None:
    assert read(MYTHS) == CELLS


def test_what_stands_around_it_stays_where_it_is() -> None:
    above = ("The guard answers here what it is asked most often by the lines and the yards of both banks.", "")
    below = ("Write to the guard for more sheets of this sort; they are free to all who ask for one.", "")
    assert read([above, *MYTHS, below]) == [above[0], *CELLS, below[0]]


@pytest.mark.parametrize("rows", OTHERS)
def test_what_only_looks_like_one_is_read_across(rows: list[tuple[str, str]]) -> None:
    assert " / ".join(read(rows)) == " / ".join(" ".join(row).strip() for row in rows)


def test_so_are_lines_that_ocr_reads_across() -> None:
    lines = []
    for at, row in enumerate(MYTHS):
        words = placed([row])
        made = tuple(Word(w.text, w.x0 / 612, (w.top + 13 * at) / 792, w.x1 / 612, (w.bottom + 13 * at) / 792) for w in words)
        lines.append(Line(made, 3))
    assert paragraphs(by_cells(tuple(lines), 612 / 792)) == CELLS
    plain = tuple(lines[:1])
    assert by_cells(plain, 612 / 792) == plain
