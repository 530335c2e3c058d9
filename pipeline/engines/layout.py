"""The words of a page as a layer of lines, whichever way they run. Boxes in points, y down."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, repeat

import numpy as np
from numpy.typing import NDArray

from pipeline.engines.columns import in_order
from pipeline.engines.placed import Corners, Placed, many
from pipeline.records.page import Line, Word
from pipeline.seen import Layer, LayerWord

UNSEEN = ("Cc", "Cs", "Cf", "Zs", "Zl", "Zp")  # Unicode's categories of control characters, half characters and white space


def clean(text: str) -> str:
    """The text without control characters, white space and what cannot be written as UTF-8."""
    return "".join(c for c in text if unicodedata.category(c) not in UNSEEN)


def _cleaned(words: Sequence[Placed]) -> list[Placed]:
    """The words with their texts made `clean`, without those that nothing is left of."""
    used = "".join(set().union(*[word.text for word in words]))  # on most pages none has to be looked at for itself
    if used == clean(used) and all(word.text for word in words):
        return list(words)
    return [word if word.text == text else replace(word, text=text) for word in words if (text := clean(word.text))]


def layer_of(words: Sequence[Placed], width: float, height: float, bare: bool = False, note: str = "") -> Layer | None:
    """The words as a layer: upright ones first, then those that run up, upside down and down the page."""
    cleaned = _cleaned(words)
    rows: list[tuple[int, list[Placed]]] = []
    for turn in sorted({word.turn for word in cleaned}):
        alike = [word for word in cleaned if word.turn == turn]
        upright = [_turned(word, turn, width, height) for word in alike] if turn else alike
        first = rows[-1][0] + 1 if rows else 0
        for block, row in in_order(upright):
            rows.append((first + block, [_turned_back(w, turn, width, height) for w in row] if turn else row))
    if not rows:
        return None
    flat = [word for _, row in rows for word in row]
    size = np.array((width, height, width, height))
    types = np.array([(w.x0, w.top, w.x1, w.bottom) for w in flat]) / size
    inked = iter(_words(flat, size))
    lines = tuple(Line(tuple(islice(inked, len(row))), block) for block, row in rows)
    drawn = many(LayerWord, [w.text for w in flat], *types.T.tolist(), [w.ink for w in flat])
    return Layer(tuple(drawn), lines, width, height, bare, note)


def _words(placed: list[Placed], size: NDArray[np.float64]) -> list[Word]:
    """The words with the boxes of their ink, clipped, ordered and rounded as `spans.box` does it one by one."""
    inks = np.clip(np.array([word.tight or word.corners for word in placed]) / size, 0.0, 1.0)
    low, high = np.minimum(inks[:, :2], inks[:, 2:]), np.maximum(inks[:, :2], inks[:, 2:])
    sure = repeat(1.0)
    return many(Word, [word.text for word in placed], *np.round(np.hstack((low, high)), 5).T.tolist(), sure)


def _turned(word: Placed, turn: int, width: float, height: float) -> Placed:
    """The word as it stands when the page is turned clockwise by `turn`, so that it reads from left to right."""
    if not turn:
        return word
    tight = word.tight and _turned_box(word.tight, turn, width, height)
    return word.moved(_turned_box(word.corners, turn, width, height), tight)


def _turned_box(corners: Corners, turn: int, width: float, height: float) -> Corners:
    x0, top, x1, bottom = corners
    if turn == 90:
        return height - bottom, x0, height - top, x1
    if turn == 180:
        return width - x1, height - bottom, width - x0, height - top
    return top, width - x1, bottom, width - x0


def _turned_back(word: Placed, turn: int, width: float, height: float) -> Placed:
    """Undoes `_turned`: turning on by the rest of the full circle, seen from the turned page."""
    if turn in (90, 270):
        width, height = height, width
    return _turned(word, (360 - turn) % 360, width, height)
