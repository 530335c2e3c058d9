"""The letters that tell in a transcript who asks and who answers, mended where OCR misread them: they stand below each other, in
front of what is said, where hardly another word does. Pure geometry on the lines that OCR gives.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.engines.condensed import Column
from pipeline.engines.numbered import row_of, stands_in
from pipeline.records.page import Line

LETTERS = ("Q.", "A.")
SURE = 2  # of each letter, read rightly
OTHERS = 0.2  # share of the words in their place that may be none
ALIKE = 0.6  # heights of type by which a letter, and what is said behind it, may stand off its place
LONGEST = 4  # characters of a letter, misread
_ASKS = re.compile(r"\W*[QO0o@](?:\W|[a-zA-Z]\W*$|$)")
_ANSWERS = re.compile(r"\W*A(?:\W|[a-zA-Z]\W*$|$)")

Place = tuple[float, float]  # of a letter and of what is said, behind the numbers, in heights of type


def with_letters(lines: tuple[Line, ...], columns: Sequence[Column], aspect: float) -> tuple[Line, ...]:
    """The lines, their letters mended; `columns` are the numbers beside them, `aspect` is width / height of the image."""
    placed = [_place(line, columns, aspect) for line in lines]
    known: dict[str, list[Place]] = {letter: [] for letter in LETTERS}
    for line, (at, place) in zip(lines, placed, strict=True):
        if place and line.words[at].text in known:
            known[line.words[at].text].append(place)
    if any(len(found) < SURE for found in known.values()):
        return lines
    usual = [sorted(axis)[len(axis) // 2] for axis in zip(*(place for found in known.values() for place in found), strict=True)]
    below = [
        line.words[at] for line, (at, place) in zip(lines, placed, strict=True) if place and abs(place[0] - usual[0]) <= ALIKE
    ]
    if sum(_letter(word.text) not in LETTERS for word in below) > OTHERS * len(below):
        return lines
    made = list(lines)
    for index, (line, (at, place)) in enumerate(zip(lines, placed, strict=True)):
        if place and all(abs(one - other) <= ALIKE for one, other in zip(place, usual, strict=True)):
            word = line.words[at]
            mended = replace(word, text=_letter(word.text))
            made[index] = Line((*line.words[:at], mended, *line.words[at + 1 :]), line.block)
    return tuple(made)


def _place(line: Line, columns: Sequence[Column], aspect: float) -> tuple[int, Place | None]:
    """Which word of the line may be a letter, and where it and the next one stand."""
    row = row_of(line, aspect)
    column = next((one for one in reversed(columns) if row[0].x0 >= one.edge), columns[0])
    at = int(stands_in(row[0], column))
    if len(row) < at + 2 or len(row[at].text) > LONGEST:
        return at, None
    behind = max(word.x1 for _, word in column.words)
    return at, ((row[at].x0 - behind) / column.tall, (row[at + 1].x0 - behind) / column.tall)


def _letter(text: str) -> str:
    """Which letter a word stands for at its place; the word itself where it is like neither."""
    return "A." if _ANSWERS.match(text) else "Q." if _ASKS.match(text) else text
