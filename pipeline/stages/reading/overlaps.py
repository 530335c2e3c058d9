"""How the words of a text layer lie: on each other, in a drawn box, off the page."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.records.page import Box
from pipeline.seen import LayerWord
from pipeline.stages.reading.legible import folded

MOST_BOXED = 12  # words in a drawn box from which on it is a frame around text
OVERLAP = 0.4  # share of the smaller box in common that makes two words stand on each other


def touching(words: tuple[LayerWord, ...]) -> Iterator[bool]:
    """Pairs of words of which one covers a good part of the other."""
    order = sorted(words, key=lambda word: word.y0)
    for position, a in enumerate(order):
        low = a.y1 - 0.3 * (a.y1 - a.y0)
        for at in range(position + 1, len(order)):
            b = order[at]
            if b.y0 >= low:
                break
            if a.x0 < b.x1 and b.x0 < a.x1:
                wide, high = min(a.x1, b.x1) - max(a.x0, b.x0), min(a.y1, b.y1) - b.y0
                yield wide * high > 0.15 * min((a.x1 - a.x0) * (a.y1 - a.y0), (b.x1 - b.x0) * (b.y1 - b.y0))


def stacked(words: tuple[LayerWord, ...]) -> tuple[frozenset[int], frozenset[int]]:
    """(words that stand on one that says something else, words that repeat one on the same spot: false bold, two layers)."""
    order = sorted(range(len(words)), key=lambda i: (words[i].y0, words[i].x0, i))
    stacked: set[int] = set()
    repeated: set[int] = set()
    for position, first in enumerate(order):
        a = words[first]
        for second in order[position + 1 :]:
            b = words[second]
            if b.y0 >= a.y1:
                break
            wide = min(a.x1, b.x1) - max(a.x0, b.x0)
            high = min(a.y1, b.y1) - b.y0
            least = min((a.x1 - a.x0) * (a.y1 - a.y0), (b.x1 - b.x0) * (b.y1 - b.y0))
            if (
                wide <= 0
                or wide * high <= OVERLAP * least
                or a.y1 - a.y0 > 2.5 * (b.y1 - b.y0)
                or b.y1 - b.y0 > 2.5 * (a.y1 - a.y0)
            ):
                continue  # a large DRAFT across the page covers nothing
            if a.text == b.text:
                repeated.add(max(first, second))
            elif folded(a.text) and folded(b.text):
                stacked |= {first, second}
    return frozenset(stacked), frozenset(repeated)


def boxed(words: tuple[LayerWord, ...], candidates: tuple[Box, ...]) -> frozenset[int]:
    """The words whose middle lies in a drawn box, large frames with much text in them left out."""
    found: set[int] = set()
    for place in candidates:
        inside = {
            index
            for index, w in enumerate(words)
            if place.x0 <= (w.x0 + w.x1) / 2 <= place.x1 and place.y0 <= (w.y0 + w.y1) / 2 <= place.y1
        }
        if len(inside) <= MOST_BOXED:
            found |= inside
    return frozenset(found)


def on_page(word: LayerWord) -> float:
    """Share of the word's box that lies on the page."""
    width, height = max(word.x1 - word.x0, 1e-6), max(word.y1 - word.y0, 1e-6)
    inside_x = min(word.x1, 1.0) - max(word.x0, 0.0)
    inside_y = min(word.y1, 1.0) - max(word.y0, 0.0)
    return max(inside_x, 0.0) * max(inside_y, 0.0) / (width * height)
