"""Born-digital pages as pictures with their exact text: the truth for reading, from PDFs that lie outside the project.

The words and the boxes of their ink come from PDFium, in the order of the file; pages whose order is not the order of
reading, that hold pictures, or that say little are left out.
"""

from __future__ import annotations

import itertools
import random
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pypdfium2
import pypdfium2.raw as raw
from numpy.typing import NDArray

Grey = NDArray[np.uint8]
DPI = 300
FOLDERS = ("agreements", "state_cables")
LEAST_WORDS = 100
IN_ORDER = 0.93  # share of the words that follow in the file the word before them in the order of reading
MARGIN = 0.09  # share of the page's height that heads and feet may take
BLANK = re.compile("_{3,}")
SAME = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‐": "-", "‑": "-", "\u00ad": "-", "…": "..."})


@dataclass(frozen=True, slots=True)
class TrueWord:
    """A word and the box of its ink, fractions of the page: x0, y0, x1, y1."""

    text: str
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page to be read: where it comes from, its words in order, its picture at DPI, its size in points."""

    name: str
    words: tuple[TrueWord, ...]
    pixels: Grey
    width: float
    height: float

    @property
    def text(self) -> str:
        """The words in order."""
        return " ".join(word.text for word in self.words)


def plain(text: str) -> str:
    """The text as it is compared: compatibility forms, typographic quotes and dashes folded, other signs dropped.

    A blank to be filled in ("_____") is a rule on the page: how many characters a file draws it with, no reader can tell.
    """
    folded = unicodedata.normalize("NFKC", BLANK.sub(" ", text.translate(SAME)))
    return " ".join("".join(c for c in folded if unicodedata.category(c)[0] not in "CS" or c in "$+=<>~^|`\n ").split())


def names(data: Path, most: int, seed: int = 7) -> list[tuple[Path, int]]:
    """Up to `most` pages (file, number) that qualify, the two folders in turn, each one's files shuffled with a fixed seed."""
    queues = []
    for folder in FOLDERS:
        files = sorted((data / folder).glob("*.pdf"))
        random.Random(seed).shuffle(files)
        queues.append(_by_turns(files))
    found: list[tuple[Path, int]] = []
    while queues and len(found) < most:
        for queue in list(queues):
            page = next(queue, None)
            if page is None:
                queues.remove(queue)
            else:
                found.append(page)
    return found[:most]


def _by_turns(files: list[Path]) -> Iterator[tuple[Path, int]]:
    """Page 1 of every file, then page 2 of every file, and so on: no file weighs more than another."""
    for number in range(1, 8):
        for path in files:
            with pypdfium2.PdfDocument(path) as document:
                if number <= len(document) and _qualifies(document[number - 1]):
                    yield path, number


def _qualifies(page: pypdfium2.PdfPage) -> bool:
    if any(True for _ in page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=3)):
        return False
    drawn = _words(page)
    if len(drawn) < LEAST_WORDS:
        return False
    # Row by row is the order of reading only where the page has one column: there the file agrees but for heads and feet.
    body = [word for word in drawn if word.box[1] >= MARGIN and word.box[3] <= 1 - MARGIN]
    place = {id(word): order for order, word in enumerate(_in_order(body))}
    steps = [place[id(after)] - place[id(before)] for before, after in itertools.pairwise(body)]
    return len(steps) > LEAST_WORDS / 2 and sum(step == 1 for step in steps) >= IN_ORDER * len(steps)


def sheet(path: Path, number: int) -> Sheet:
    """The page as a picture with its words."""
    with pypdfium2.PdfDocument(path) as document:
        page = document[number - 1]
        pixels = np.array(page.render(scale=DPI / 72, grayscale=True).to_numpy(), dtype=np.uint8)
        pixels = pixels[:, :, 0] if pixels.ndim == 3 else pixels
        width, height = page.get_size()
        words = tuple(TrueWord(word.text, _ink(pixels, word.box)) for word in _in_order(_words(page)))
    return Sheet(f"{path.stem[-8:]}-{number}", words, np.ascontiguousarray(pixels), width, height)


def _in_order(words: list[TrueWord]) -> list[TrueWord]:
    """Row by row, from left to right: some files draw parts of a line, or the head and foot, out of turn."""
    rows: list[list[TrueWord]] = []
    for word in sorted(words, key=lambda word: word.box[1] + word.box[3]):
        if rows and _beside(rows[-1], word):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [word for row in rows for word in sorted(row, key=lambda word: word.box[0])]


def _beside(row: list[TrueWord], word: TrueWord) -> bool:
    tall = max(row, key=lambda other: other.box[3] - other.box[1])
    middle, low, high = (word.box[1] + word.box[3]) / 2, tall.box[1], tall.box[3]
    middles = [(other.box[1] + other.box[3]) / 2 for other in row]
    return low <= middle <= high or any(word.box[1] <= other <= word.box[3] for other in middles)


def _words(page: pypdfium2.PdfPage) -> list[TrueWord]:
    text = page.get_textpage()
    left, bottom, right, top = page.get_bbox()
    wide, high = right - left, top - bottom
    found: list[TrueWord] = []
    letters, boxes = "", []

    def end() -> None:
        nonlocal letters, boxes
        if letters and boxes:
            x0, y0, x1, y1 = (f(v) for f, v in zip((min, min, max, max), zip(*boxes, strict=True), strict=True))
            place = ((x0 - left) / wide, (top - y1) / high, (x1 - left) / wide, (top - y0) / high)
            found.append(TrueWord(letters, place))
        letters, boxes = "", []

    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, index)
        letter = "-" if code == 2 else chr(code)  # 2 stands for a hyphen at the end of a line
        if letter.isspace() or letter == "\x00":
            end()
            continue
        box = text.get_charbox(index)
        if boxes and (box[0] < boxes[-1][0] - 0.5 * (box[2] - box[0]) - 2 or abs(box[1] - boxes[-1][1]) > 20):
            end()
        letters += letter
        boxes.append(box)
    end()
    return found


def _ink(pixels: Grey, place: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """The box of what is dark in the box; the box itself where nothing is."""
    high, wide = pixels.shape
    left, top = max(int(place[0] * wide) - 1, 0), max(int(place[1] * high) - 1, 0)
    part = pixels[top : int(place[3] * high) + 2, left : int(place[2] * wide) + 2] < 128
    rows, columns = np.flatnonzero(part.any(axis=1)), np.flatnonzero(part.any(axis=0))
    if not len(rows):
        return place
    return (
        (left + int(columns[0])) / wide,
        (top + int(rows[0])) / high,
        (left + int(columns[-1]) + 1) / wide,
        (top + int(rows[-1]) + 1) / high,
    )
