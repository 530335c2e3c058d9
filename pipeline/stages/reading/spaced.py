"""Words whose letters the page sets apart, "C O N F I D E N T I A L", that OCR ran together with the word behind them."""

from __future__ import annotations

from statistics import median

from pipeline.ports import Look
from pipeline.records.page import Box, Line, Word
from pipeline.seen import Grey

LEAST = 5  # letters of such a word; fewer are initials
WIDE = 1.05  # width by letter, in heights of capitals: a word of capitals set close has 0.8, of the widest of them 1.0
APART = 0.35  # heights of capitals between two letters that a space parts
BEHIND = 2.0  # heights of capitals behind a box that may leave out the last letters, where no other word stands
CLOSE = 3  # letters of a close word of the page whose width tells how wide a letter is


def set_apart(lines: tuple[Line, ...], pixels: Grey, look: Look) -> tuple[Line, ...]:
    """The lines with the letters of such words one by one, as they are printed: where the word ends cannot be seen otherwise.

    Only where the image shows as many letters as were read, or more behind them. On a line of its own such a word has run
    into nothing, and is left as the word it is.
    """
    asked = [
        (at, order)
        for at, line in enumerate(lines)
        for order in range(len(line.words))
        if len(line.words) > 1 and _wide(line.words[order], pixels)
    ]
    usual = _letter_width(lines, pixels) if asked else None
    if usual is None:
        return lines
    places = tuple(_reach(lines[at].words, order, pixels) for at, order in asked)
    changed: dict[tuple[int, int], tuple[Word, ...]] = {}
    for (at, order), found in zip(asked, look.pieces(pixels, places), strict=True):
        word = lines[at].words[order]
        tall = (word.y1 - word.y0) * pixels.shape[0] / pixels.shape[1]
        changed[at, order] = _parted(word, _groups(found, tall), usual)
    return tuple(
        Line(tuple(part for order, word in enumerate(line.words) for part in changed.get((at, order), (word,))), line.block)
        for at, line in enumerate(lines)
    )


def _wide(word: Word, pixels: Grey) -> bool:
    if len(word.text) < LEAST or not (word.text.isalpha() and word.text.isupper()):
        return False
    high, wide = pixels.shape
    return bool((word.x1 - word.x0) * wide >= WIDE * len(word.text) * (word.y1 - word.y0) * high)


def _reach(words: tuple[Word, ...], order: int, pixels: Grey) -> Box:
    word = words[order]
    end = word.x1 + BEHIND * (word.y1 - word.y0) * pixels.shape[0] / pixels.shape[1]
    after = words[order + 1].x0 if order + 1 < len(words) else end
    return Box(word.x0, word.y0, max(word.x1, min(after, end, 1.0)), word.y1)


def _letter_width(lines: tuple[Line, ...], pixels: Grey) -> float | None:
    """Of the capitals in close words, as a fraction of the page's width; None where there are none."""
    words = [word for line in lines for word in line.words if word.text.isupper() and len(word.text) >= CLOSE]
    close = [(word.x1 - word.x0) / len(word.text) for word in words if not _wide(word, pixels)]
    return (median(close) or None) if close else None


def _groups(found: tuple[tuple[float, float], ...], tall: float) -> list[tuple[float, float]]:
    """The pieces (left, right) between the gaps that are as wide as a space."""
    done: list[tuple[float, float]] = []
    for left, right in found:
        if done and left - done[-1][1] < APART * tall:
            done[-1] = (done[-1][0], max(right, done[-1][1]))
        else:
            done.append((left, right))
    return done


def _parted(word: Word, groups: list[tuple[float, float]], usual: float) -> tuple[Word, ...]:
    """The word in parts, those of its letters that stand close together as one; as it is where the parts cannot be told.

    What follows the last letter read belongs to the next word, whose box OCR sometimes draws into this one.
    """
    parts: list[Word] = []
    start = 0
    for left, right in groups:
        end = start + max(1, round((right - left) / usual))
        if start < len(word.text):
            parts.append(Word(word.text[start:end], round(left, 5), word.y0, round(right, 5), word.y1, word.confidence))
        if start < len(word.text) < end:
            return (word,)
        start = end
    return tuple(parts) if start >= len(word.text) and len(parts) >= LEAST else (word,)
