"""The boxes that hide part of a page, with what is printed on them."""

from __future__ import annotations

import re

from pipeline.ports import Look, OcrEngine, Raster
from pipeline.records.page import Box, Line, RedactionBox, Word
from pipeline.records.spans import box
from pipeline.stages.legible import has_code, looks_like_word, only_codes
from pipeline.stages.visible import NOTHING, read_spot

LABEL = re.compile(r"redact|privileg|withh[eo]ld|respons|exempt|deliberat|attorney|sealed|classified|outside\s+the\s+scope", re.I)
ORDINARY_WORDS = 2  # words of plain prose on a dark box that make it a heading, not a redaction


def redactions(
    candidates: tuple[RedactionBox, ...],
    lines: tuple[Line, ...],
    raster: Raster,
    look: Look,
    engine: OcrEngine,
    languages: tuple[str, ...],
    most_crops: int,
) -> tuple[RedactionBox, ...]:
    """The candidates that are redactions. `raw` is what the lines have in the box, else what OCR reads on it.

    A filled dark box counts unless ordinary words are printed on it; a grey or outlined one only with a code on it.
    """
    spots = look.spots(raster.pixels, tuple(_inner(item.box) for item in candidates))
    done: list[RedactionBox] = []
    left = most_crops
    for item, spot in zip(candidates, spots, strict=True):
        raw = " ".join(word.text for line in lines for word in line.words if _inside(word, item.box))
        if item.fill == "black":
            printed = bool(raw)
            if not raw and spot.contrast > NOTHING and spot.reach > 0.05 and left > 0:
                left -= 1
                raw = read_spot(raster.pixels, _inner(item.box), raster.dpi, look, engine, languages)
                raw = re.sub(r"(?<=[)}\]])\s+(?=[({\[])", "", raw) if _worth(raw) else ""  # "(b) (6)" is OCR's spacing
            if not is_heading(raw, 1 if printed else ORDINARY_WORDS):
                done.append(RedactionBox(item.box, item.fill, raw))
            continue
        if not raw and 0.02 < spot.reach < 0.9 and left > 0 and item.box.y1 - item.box.y0 < 0.2:
            left -= 1
            raw = read_spot(raster.pixels, _inner(item.box), raster.dpi, look, engine, languages)
        if only_codes(raw):
            done.append(RedactionBox(item.box, item.fill, raw))
    return tuple(done)


def is_heading(raw: str, least: int = ORDINARY_WORDS) -> bool:
    """Whether what is printed on a dark box is a heading or a cell of a table rather than the reason for a redaction.

    `least` is how many ordinary words make it one: OCR of a box finds a word in its grain now and then, a text layer does not.
    """
    if has_code(raw) or LABEL.search(raw):
        return False
    plain = [
        part
        for part in raw.split()
        if len(part) >= 3 and part.isascii() and looks_like_word(part) and part.strip(".,:").isalpha()
    ]
    return len(plain) >= least


def _worth(raw: str) -> bool:
    """Whether OCR read something off the box, rather than its grain."""
    if has_code(raw) or re.search(r"[({\[]\w.*[\d)}\]]", raw):
        return True
    return any(looks_like_word(part) and len(part) >= 3 for part in raw.split())


def _inner(place: Box) -> Box:
    """The box without its rim, where the paper shows."""
    rim = min(0.08 * (place.y1 - place.y0), 0.05 * (place.x1 - place.x0))
    return box(place.x0 + rim, place.y0 + rim, place.x1 - rim, place.y1 - rim)


def _inside(word: Word, place: Box) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
    return place.x0 <= x <= place.x1 and place.y0 <= y <= place.y1


def with_codes(lines: tuple[Line, ...], boxes: tuple[RedactionBox, ...]) -> tuple[Line, ...]:
    """The lines with the codes printed on dark boxes put where they stand: "From: (b)(6)" must not read as "From:".

    For a page read by OCR, whose dark boxes were taken out before it was read, and for text layers that pass the codes over.
    """
    for item in boxes:
        there = any(_inside(word, item.box) for line in lines for word in line.words)
        if item.fill == "black" and not there and has_code(item.raw):
            lines = with_words(lines, spread(item.raw, item.box, 0.8))
    return lines


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
