"""The numbers beside a transcript's lines: put before their lines where OCR reads them one by one as a column, and mended where
others tell what a misread one is. Pure geometry on the lines that OCR gives.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.engines.condensed import Column, columns_of
from pipeline.engines.placed import Placed, many
from pipeline.records.page import Line, Word

ALIKE = 0.7  # heights of type by which a number may stand off the others of its column
LONGEST = 4  # characters of a number, misread
LEVEL = 0.5  # share of the lower one's height that a number and its line have in common
NEAR = 0.3  # of the usual distance between lines, by which one may be off
HOMES = 0.5  # share of the numbers that stand before a line

Row = list[Placed]


def row_of(line: Line, aspect: float) -> Row:
    """The words of a line in heights of the page; `aspect` is width / height of the image."""
    words = line.words
    sides = ([word.x0 * aspect for word in words], [word.y0 for word in words], [word.x1 * aspect for word in words])
    rest = ([0.0] * len(words), [0] * len(words), [None] * len(words))
    return many(Placed, [word.text for word in words], *sides, [word.y1 for word in words], *rest)


def with_numbers(lines: tuple[Line, ...], aspect: float) -> tuple[Line, ...]:
    """The lines, with the numbers that OCR read for themselves before those that they stand beside."""
    lone = [row_of(line, aspect) for line in lines if len(line.words) == 1]
    columns = columns_of(lone)
    if not columns:
        return lines
    rows = [row_of(line, aspect) for line in lines]
    homes: dict[int, int] = {}
    marks = 0
    for column, after in zip(columns, (*columns[1:], None), strict=True):
        numbers = [at for at, row in enumerate(rows) if len(row) == 1 and stands_in(row[0], column)]
        marks += len(numbers)
        free = [at for at, row in enumerate(rows) if at not in numbers and (after is None or row[0].x0 < after.edge)]
        for number in numbers:
            beside = [at for at in free if _is_level(rows[number][0], rows[at][0])]
            if beside:
                homes.setdefault(min(beside, key=lambda at: rows[at][0].x0), number)
    if len(homes) < HOMES * marks:
        return lines
    gone = set(homes.values())
    with_them = (
        Line((*lines[homes[at]].words, *line.words), line.block) if at in homes else line for at, line in enumerate(lines)
    )
    return tuple(line for at, line in enumerate(with_them) if at not in gone)


def stands_in(word: Placed, column: Column) -> bool:
    """Whether a word stands where the numbers of this column do, and may be one of them, misread."""
    slack = ALIKE * column.tall
    low, high = min(word.x0 for _, word in column.words), max(word.x1 for _, word in column.words)
    return len(word.text) <= LONGEST and word.x0 >= low - slack and word.x1 <= high + slack


def _is_level(number: Placed, word: Placed) -> bool:
    common = min(number.bottom, word.bottom) - max(number.top, word.top)
    return word.x0 >= number.x1 and common > LEVEL * min(number.height, word.height)


def mended(words: Sequence[Word]) -> list[Word]:
    """The words of a column of numbers, from line to line: what stands between 11 and 13 is 12."""
    values = [int(word.text) if word.text.isdecimal() else 0 for word in words]
    steps = [other.y0 - one.y0 for one, other in pairwise(words)]
    pitch = sorted(steps)[len(steps) // 2] if steps else 0.0
    near = [abs(step - pitch) <= NEAR * pitch for step in steps]  # no line between them is lost
    for at in range(1, len(values)):
        if values[at] != values[at - 1] + 1 and _told(values, near, at, -1):
            values[at] = values[at - 1] + 1
    for at in range(len(values) - 2, -1, -1):
        if values[at] != values[at + 1] - 1 and _told(values, near, at, 1):
            values[at] = values[at + 1] - 1
    return [
        word if value < 1 or word.text == str(value) else replace(word, text=str(value))
        for word, value in zip(words, values, strict=True)
    ]


def _told(values: Sequence[int], near: Sequence[bool], at: int, side: int) -> bool:
    """Whether the two numbers on one side count on to this place, line by line, and the one on the other does not gainsay it."""
    one, two, across = at + side, at + 2 * side, at - side
    if not (0 <= two < len(values)) or not near[min(at, one)] or not near[min(one, two)] or values[two] != values[one] + side:
        return False
    told = values[one] - side
    if told < 1 or not 0 <= across < len(values):
        return told > 0
    return not near[min(at, across)] or values[across] in (0, told - side) or not values[at]
