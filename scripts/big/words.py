"""Made-up running text with the word frequencies of real records: a chain over the sample's own words, and a long tail.

The tail is what makes a large release what it is: names, places, numbers, and words that OCR misread.
"""

from __future__ import annotations

import random
import re
import zlib
from bisect import bisect
from collections import defaultdict
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any

import numpy as np

from db.building.words import STEPS

BOX = np.dtype([("start", "<u4"), ("length", "<u2"), ("x0", "<u2"), ("y0", "<u2"), ("x1", "<u2"), ("y1", "<u2")])  # db.words.ROW

CONFUSED = (("rn", "m"), ("m", "rn"), ("l", "1"), ("i", "l"), ("o", "0"), ("cl", "d"), ("e", "c"), ("h", "b"), ("u", "n"))
MISREAD = 0.02  # share of words with one misread letter, as on a fair scan
TAIL = 0.07  # share of words from the long tail
TAIL_WORDS = 60_000
LINE = 11  # words
LINES = (12, 42)  # fewest and most lines of a page
_SYLLABLES = [
    "ba", "bel", "bor", "cal", "dan", "der", "dor", "el", "fen", "gar", "hal", "har", "ing", "ker", "lan", "lin", "mar", "mor",
    "nor", "ol", "pen", "quil", "ran", "ros", "sel", "ster", "tan", "ton", "ul", "ver", "wick",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A line of print and the boxes of its words, as if it began the page's text and had no height."""

    text: str
    boxes: Any


class Writer:
    """Writes pages; the same seed writes the same pages."""

    def __init__(self, texts: list[str], seed: int) -> None:
        self._random = random.Random(seed)
        self._after: dict[str, list[str]] = defaultdict(list)
        for text in texts:
            words = re.findall(r"\S+", text)
            for first, second in pairwise(words):
                self._after[first].append(second)
        self._starts = list(self._after)
        names = {"".join(self._random.choices(_SYLLABLES, k=self._random.randint(2, 4))) for _ in range(TAIL_WORDS)}
        self._tail = sorted(names)
        self._random.shuffle(self._tail)
        self._weights = list(accumulate(1 / (rank + 20) for rank in range(len(self._tail))))

    def rare(self) -> str:
        """A word of the tail: a few of them often, most of them hardly ever."""
        name = self._tail[bisect(self._weights, self._random.random() * self._weights[-1])]
        return name.capitalize() if self._random.random() < 0.7 else name

    def words(self, count: int) -> list[str]:
        """That many words, one leading to the next."""
        draw, made, word = self._random.random, [], self._random.choice(self._starts)
        for _ in range(count):
            chance = draw()
            if chance < TAIL:
                made.append(self.rare())
                continue
            made.append(self._misread(word) if chance > 1 - MISREAD else word)
            word = self._random.choice(self._after.get(word) or self._starts)
        return made

    def _misread(self, word: str) -> str:
        right, wrong = self._random.choice(CONFUSED)
        return word.replace(right, wrong, 1)

    def lines(self, count: int) -> list[Line]:
        """That many lines, to make pages of."""
        return [_line(self.words(LINE)) for _ in range(count)]

    def page(self, lines: list[Line]) -> tuple[str, bytes, list[tuple[int, int, int]]]:
        """A page of some of these lines: its text, its packed word boxes, and each line as (its number, start, end)."""
        chosen = self._random.choices(lines, k=self._random.randint(*LINES))
        at, boxes, found = 0, [], []
        for number, line in enumerate(chosen):
            placed = line.boxes.copy()
            top = 0.06 + 0.021 * number
            placed["start"] += at
            placed["y0"], placed["y1"] = int(top * STEPS), int((top + 0.014) * STEPS)
            boxes.append(placed)
            found.append((number, at, at + len(line.text)))
            at += len(line.text) + 1
        return "\n".join(line.text for line in chosen), zlib.compress(np.concatenate(boxes).tobytes(), 1), found


def _line(words: list[str]) -> Line:
    boxes = np.zeros(len(words), BOX)
    at, left = 0, 0.1
    for number, word in enumerate(words):
        right = min(left + 0.0068 * len(word), 0.99)
        boxes[number] = (at, len(word), int(left * STEPS), 0, int(right * STEPS), 0)
        at, left = at + len(word) + 1, min(right + 0.007, 0.985)
    return Line(" ".join(words), boxes)
