"""Rules made of dashes, as mails and cables print them: OCR makes letters of them, or passes them over. Counted on the image."""

from __future__ import annotations

import re

from pipeline.ports import Grey, Look
from pipeline.records.page import Box, Line, Word
from pipeline.records.spans import box
from pipeline.stages.covered import with_words

UNSURE = 0.75  # confidence of what OCR makes of a rule of dashes
COUNTED = 0.9  # confidence of dashes counted on the image
RUN_INTO = re.compile(r"[-–—_~=.+*]+(?=\w)")  # what OCR makes of the end of a rule that runs into a word
DASHES = frozenset("-–—_~")


def with_dashes(lines: tuple[Line, ...], pixels: Grey, dpi: float, look: Look) -> tuple[Line, ...]:
    """The lines with rules made of dashes as dashes, counted on the image: for letters that OCR is unsure of, or for nothing."""
    print_ = tuple(Box(word.x0, word.y0, word.x1, word.y1) for line in lines for word in line.words if _is_print(word))
    for place, count in look.dashed(pixels, dpi, print_):
        lines = _with_rule(lines, Word("-" * count, place.x0, place.y0, place.x1, place.y1, COUNTED))
    return tuple(Line(_before_words(line.words, pixels, dpi, look), line.block) for line in lines)


def _is_print(word: Word) -> bool:
    """Whether this is something else than a rule: OCR is sure of it, and it is not all dashes."""
    return word.confidence >= UNSURE and not DASHES.issuperset(word.text)


def _with_rule(lines: tuple[Line, ...], rule: Word) -> tuple[Line, ...]:
    """The lines with the rule for whatever was read in its place, in the nearest line it stands in, else in one of its own."""
    middle = (rule.y0 + rule.y1) / 2
    done: list[Line] = []
    best: tuple[float, int] | None = None
    for line in lines:
        tall = max(word.y1 - word.y0 for word in line.words)
        level = [word for word in line.words if word.y0 - 0.3 * tall <= middle <= word.y1 + 0.3 * tall]
        gone = [word for word in level if rule.x0 <= (word.x0 + word.x1) / 2 <= rule.x1 and not _is_print(word)]
        kept = tuple(word for word in line.words if word not in gone)
        if level and (kept or gone):
            gap = min(max(word.x0 - rule.x1, rule.x0 - word.x1, 0.0) for word in level)
            best = min(best, (gap, len(done))) if best else (gap, len(done))
        done.append(Line(kept, line.block))
    if best is None:
        return with_words(lines, (rule,))
    home = done[best[1]]
    done[best[1]] = Line(tuple(sorted((*home.words, rule), key=lambda word: word.x0)), home.block)
    return tuple(line for line in done if line.words)


def _before_words(words: tuple[Word, ...], pixels: Grey, dpi: float, look: Look) -> tuple[Word, ...]:
    """The words with a rule that runs into a word ("- -078538") counted on the image: OCR makes a dash or two of it."""
    done: list[Word] = []
    for word in words:
        found = RUN_INTO.match(word.text)
        first = len(done)
        while found and first and not any(c.isalnum() for c in done[first - 1].text):
            first -= 1
        left = done[first - 1].x1 if first else 0.0  # OCR may leave out most of the rule
        high = box(left, min(w.y0 for w in (*done[first:], word)), word.x1, max(w.y1 for w in (*done[first:], word)))
        count, begin, end = look.dashes(pixels, dpi, high) if found else (0, 0.0, 0.0)
        if found and count and end < 1.0:
            text = "-" * count + word.text[found.end() :]
            done[first:] = [Word(text, left + begin * (word.x1 - left), high.y0, word.x1, high.y1, word.confidence)]
        else:
            done.append(word)
    return tuple(done)
