"""Words put into the lines of a page where they stand: the codes on its boxes, rows that were read apart."""

from __future__ import annotations

from pipeline.patterns.law.exemptions import codes_in, codes_on_box
from pipeline.records.page import Box, Line, RedactionBox, Word
from pipeline.records.spans import box
from pipeline.stages.reading.legible import has_code, only_codes, with_round_brackets


def with_codes(lines: tuple[Line, ...], boxes: tuple[RedactionBox, ...]) -> tuple[Line, ...]:
    """The lines with the codes printed on boxes put where they stand: "From: (b)(6)" must not read as "From:".

    For a page read by OCR, whose dark boxes were taken out before it was read and whose small ones it takes for signs
    ("[®O@.OMC)]"), and for text layers that pass the codes over.
    """
    for item in boxes:
        if not has_code(item.raw):
            continue
        there = [word for line in lines for word in line.words if inside(word, item.box)]
        if there and only_codes(item.raw) and not has_code(" ".join(word.text for word in there)):
            lines, there = without(lines, there), []
        if not there:
            lines = with_words(lines, spread(plainly(item.raw), item.box, 0.8))
    return lines


def plainly(raw: str) -> str:
    """What was read on a box as it stands in a line: the print where its codes are plain in it, else the codes by rule."""
    shown = with_round_brackets(raw)
    codes = codes_on_box(raw)
    return shown if {code for one in codes_in(shown) for code in one.codes} >= set(codes) else ", ".join(codes)


def without(lines: tuple[Line, ...], words: list[Word]) -> tuple[Line, ...]:
    """The lines without these very words."""
    gone = set(map(id, words))
    left = (Line(tuple(word for word in line.words if id(word) not in gone), line.block) for line in lines)
    return tuple(line for line in left if line.words)


def with_words(lines: tuple[Line, ...], words: tuple[Word, ...]) -> tuple[Line, ...]:
    """The lines with these words in the line they stand beside, else as a line of their own below the lines above them."""
    if not words:
        return lines
    place = Box(words[0].x0, min(w.y0 for w in words), words[-1].x1, max(w.y1 for w in words))
    done = list(lines)
    at = next((i for i, line in enumerate(done) if _beside(line, place)), None)
    if at is not None:
        done[at] = Line(tuple(sorted((*done[at].words, *words), key=lambda word: word.x0)), done[at].block)
        return tuple(done)
    after = [i for i, line in enumerate(done) if min(word.y0 for word in line.words) < place.y0]
    at = after[-1] + 1 if after else 0
    block = done[at - 1].block if at else done[0].block if done else 0
    done.insert(at, Line(words, block))
    return tuple(done)


def _beside(line: Line, place: Box) -> bool:
    top, bottom = min(word.y0 for word in line.words), max(word.y1 for word in line.words)
    common = min(bottom, place.y1) - max(top, place.y0)
    return common > 0.5 * (bottom - top) and place.y1 - place.y0 < 2.6 * (bottom - top)


def spread(text: str, place: Box, confidence: float) -> tuple[Word, ...]:
    """The words of the text along the box, each as wide as its share of the letters."""
    parts = text.split()
    step = (place.x1 - place.x0) / max(sum(len(part) + 1 for part in parts), 1)
    at = 0
    words = []
    for part in parts:
        here = box(place.x0 + at * step, place.y0, place.x0 + (at + len(part)) * step, place.y1)
        words.append(Word(part, here.x0, here.y0, here.x1, here.y1, confidence))
        at += len(part) + 1
    return tuple(words)


def inside(word: Word, place: Box) -> bool:
    """Whether the middle of the word lies in the box."""
    x, y = (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
    return place.x0 <= x <= place.x1 and place.y0 <= y <= place.y1
