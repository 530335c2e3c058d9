"""Which way up a page stands, and reading it by OCR the right way up and straight."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from statistics import median

from pipeline.ports import Look, OcrEngine
from pipeline.records.page import Box, HiddenText, Line, Word
from pipeline.records.spans import box
from pipeline.seen import Cleaned, Grey, Layer, LayerWord
from pipeline.stages.reading.legible import folded, looks_like_word, share, with_round_brackets

STRAIGHT = 0.3  # degrees of skew that do no harm to OCR
GOOD = 0.6  # quality of a reading after which no other way up is tried
CLEARLY = 0.05  # by how much a reading of the image as it came must be better than that of the cleaned one
SOUND = 0.82  # quality from which on a second opinion is not worth its time
FEW_MARKS = 12  # fewer marks on a page say nothing about which way up it is

CAPITALS = 4  # words in capitals that make a line of a text written so
LEADING_SPECKS = frozenset(".,;:'`´~^°©_")  # no line of print begins with one of these alone; "-", ">" and "*" it may
TRAILING_SPECKS = frozenset("`´~^°©_*'")

CLEAR = 0.8  # median confidence of a page's words from which on a line without any sure word is odd
UNSURE = 0.35  # confidence of every word in a line that OCR made of a signature or a stamp
THIN = 40  # letters of a page below which plain words must tell which way up it is
READABLE = re.compile(r"[a-z]{3}|\d{3}")  # signatures come out as capitals, signs and single figures


@dataclass(frozen=True, slots=True)
class Reading:
    """What OCR read: boxes are fractions of `pixels`, the image turned clockwise by `rotation` and straightened by `angle`.

    `quality` (0..1) is the mean confidence, lowered where the words do not look like words or run up or down the page.
    `done` says in words what was done to the image before it was read.
    """

    lines: tuple[Line, ...]
    pixels: Grey
    rotation: int
    angle: float
    quality: float
    done: tuple[str, ...] = ()


def by_ocr(pixels: Grey, dpi: float, look: Look, engine: OcrEngine, languages: tuple[str, ...], marks: int) -> Reading:
    """The best reading over the ways up; the first good one ends the search. `marks` is how many the page has.

    A poor one is read again from the image as it came, and the better of the two is kept: no cure helps every page.
    """
    cleaned = look.cleaned(pixels, dpi)
    turns = (90, 270, 0, 180) if look.sideways(cleaned.pixels, dpi) else (0, 180, 90, 270)
    best: Reading | None = None
    for turn in turns:
        reading = _turned_reading(cleaned, turn, dpi, look, engine, languages)
        if best is None or (reading.quality > best.quality + 0.02 and not _thin(reading, best)):
            best = reading
        if best.quality >= GOOD or marks < FEW_MARKS:
            break
    assert best is not None
    best = replace(best, done=cleaned.done)
    if best.quality >= SOUND or not best.lines:
        return best
    source = look.turned(pixels, best.rotation)
    source = look.straightened(source, best.angle) if best.angle else source
    lines = engine.recognise(source, round(dpi), languages)
    again = quality(lines, source.shape[1] / max(source.shape[0], 1))
    if again > best.quality + CLEARLY:
        return replace(best, lines=lines, quality=again, done=("read as it came",))
    return best


def _thin(reading: Reading, best: Reading) -> bool:
    """Whether a few signs are all that speaks for another way up: a stamp on a page withheld in full reads either way."""
    letters = sum(len(folded(word.text)) for line in reading.lines for word in line.words)
    return letters < THIN and _plain_letters(reading.lines) <= _plain_letters(best.lines)


def _plain_letters(lines: tuple[Line, ...]) -> int:
    """Letters in words of four or more that nothing but letters makes up."""
    words = [word.text.strip(".,:;") for line in lines for word in line.words]
    return sum(len(word) for word in words if len(word) >= 4 and word.isalpha() and looks_like_word(word))


def _turned_reading(
    cleaned: Cleaned, turn: int, dpi: float, look: Look, engine: OcrEngine, languages: tuple[str, ...]
) -> Reading:
    upright = look.turned(cleaned.pixels, turn) if turn else cleaned.pixels
    angle = look.skew(upright, dpi)
    if abs(angle) > STRAIGHT:
        upright = look.straightened(upright, angle)
    else:
        angle = 0.0
    fit, fit_dpi = (upright, dpi) if cleaned.rough else look.fitted(upright, dpi)
    lines = engine.recognise(fit, round(fit_dpi), languages)
    return Reading(lines, upright, turn, angle, quality(lines, upright.shape[1] / max(upright.shape[0], 1)))


def quality(lines: tuple[Line, ...], aspect: float) -> float:
    """See `Reading`. `aspect` is width / height of the image. 0.0 where nothing was read."""
    words = [word for line in lines for word in line.words]
    letters = sum(len(folded(word.text)) for word in words)
    if not letters:
        return 0.0
    sure = sum(len(folded(word.text)) * word.confidence for word in words) / letters
    lying = 1.0 if direction(lines, aspect) == 0 else 0.5
    return round(sure * (0.4 + 0.6 * share(word.text for word in words)) * lying, 4)


def mean_confidence(lines: tuple[Line, ...]) -> float:
    """Mean over words, 0..1; 0.0 for no words."""
    words = [word.confidence for line in lines for word in line.words]
    return round(sum(words) / len(words), 4) if words else 0.0


def direction(lines: tuple[Line, ...], aspect: float) -> int:
    """Degrees clockwise (0, 90, 180, 270) to turn the page so that most of its lines read from left to right."""
    votes: Counter[int] = Counter()
    for line in lines:
        letters = sum(len(word.text) for word in line.words)
        if len(line.words) > 1:
            first, last = line.words[0], line.words[-1]
            across = (last.x0 + last.x1 - first.x0 - first.x1) * aspect
            down = last.y0 + last.y1 - first.y0 - first.y1
            if abs(across) >= abs(down):
                votes[0 if across >= 0 else 180] += letters
            else:
                votes[90 if down < 0 else 270] += letters
        elif len(line.words[0].text) >= 4:
            word = line.words[0]
            if (word.x1 - word.x0) * aspect >= word.y1 - word.y0:
                votes[0] += letters
    if not votes:
        return 0
    turn, most = max(votes.items(), key=lambda item: (item[1], -item[0]))
    return turn if most > 2 * votes[0] else 0


def turned_box(place: Box, clockwise: int) -> Box:
    """The box on the page turned clockwise by 90, 180 or 270 degrees."""
    if clockwise == 90:
        return box(1 - place.y1, place.x0, 1 - place.y0, place.x1)
    if clockwise == 180:
        return box(1 - place.x1, 1 - place.y1, 1 - place.x0, 1 - place.y0)
    if clockwise == 270:
        return box(place.y0, 1 - place.x1, place.y1, 1 - place.x0)
    return place


def turned_lines(lines: tuple[Line, ...], clockwise: int) -> tuple[Line, ...]:
    """The lines on the page turned clockwise."""
    return tuple(Line(tuple(_turned_word(word, clockwise) for word in line.words), line.block) for line in lines)


def turned_layer(layer: Layer, clockwise: int) -> Layer:
    """The layer of the page turned clockwise. Boxes off the page stay off it."""
    width, height = (layer.height, layer.width) if clockwise in (90, 270) else (layer.width, layer.height)
    words = tuple(_turned_layer_word(word, clockwise) for word in layer.words)
    return replace(layer, words=words, lines=turned_lines(layer.lines, clockwise), width=width, height=height)


def _turned_layer_word(word: LayerWord, clockwise: int) -> LayerWord:
    x0, y0, x1, y1 = word.x0, word.y0, word.x1, word.y1
    if clockwise == 90:
        x0, y0, x1, y1 = 1 - y1, x0, 1 - y0, x1
    elif clockwise == 180:
        x0, y0, x1, y1 = 1 - x1, 1 - y1, 1 - x0, 1 - y0
    elif clockwise == 270:
        x0, y0, x1, y1 = y0, 1 - x1, y1, 1 - x0
    return LayerWord(word.text, x0, y0, x1, y1, word.ink)


def _turned_word(word: Word, clockwise: int) -> Word:
    place = turned_box(Box(word.x0, word.y0, word.x1, word.y1), clockwise)
    return Word(word.text, place.x0, place.y0, place.x1, place.y1, word.confidence)


def turned_hidden(hidden: tuple[HiddenText, ...], clockwise: int) -> tuple[HiddenText, ...]:
    """The hidden texts on the page turned clockwise."""
    return tuple(HiddenText(item.text, turned_box(item.box, clockwise), item.basis) for item in hidden)


def mended(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """English lines with the word "I" where OCR took it for an upright rule between two words, and codes with round brackets.

    Exemption codes are a closed list and always printed in round brackets; on two-level scans OCR takes them for others.
    """
    lines = tuple(Line(tuple(_rounded(word) for word in line.words), line.block) for line in lines)
    after = (*lines[1:], None)[: len(lines)]
    return tuple(
        Line(tuple(_mended(line.words, at, _goes_on(line, next_line)) for at in range(len(line.words))), line.block)
        for line, next_line in zip(lines, after, strict=True)
    )


def _rounded(word: Word) -> Word:
    text = with_round_brackets(word.text)
    return word if text == word.text else replace(word, text=text)


def _goes_on(line: Line, after: Line | None) -> bool:
    """Whether the sentence at this line's end runs on in the next."""
    return after is not None and after.block == line.block and after.words[0].text[:1].islower()


def _mended(words: tuple[Word, ...], at: int, goes_on: bool) -> Word:
    word = words[at]
    if word.text not in ("|", "||", "!", "{") or len(words) < 3:
        return word
    before, after = words[at - 1] if at else None, words[at + 1] if at + 1 < len(words) else None
    if after is None:
        return _mended_last(before, word) if goes_on else word
    if not after.text[:1].isalpha() or not (
        after.text[:1].islower() or after.text[:2] in ("I'", "I’") or (before and _all_capitals(words))
    ):
        return word
    tall = max(w.y1 - w.y0 for w in (before, after) if w is not None)
    beside = after.x0 - word.x1 < 1.2 * tall and (before is None or word.x0 - before.x1 < 1.8 * tall)
    if not beside or word.y1 - word.y0 > 1.2 * tall:
        return word  # the rule of a table is taller than a letter, or stands apart
    return Word("I", word.x0, word.y0, word.x1, word.y1, word.confidence)


def _all_capitals(words: tuple[Word, ...]) -> bool:
    """Whether this is a line of running text in capitals, as cables and old orders are written; a table has several rules."""
    if sum(word.text in ("|", "||", "!") for word in words) > 1:
        return False
    return sum(word.text.isalpha() for word in words) >= CAPITALS and not any(sign.islower() for w in words for sign in w.text)


def _mended_last(before: Word | None, word: Word) -> Word:
    """At a line's end the border of a table looks much alike: only a mark as tall as the print and close to it is the word."""
    if before is None or (not before.text[-1:].isalnum() and before.text[-1:] not in ",.;"):
        return word
    tall = before.y1 - before.y0
    if not 0.6 * tall <= word.y1 - word.y0 <= 1.3 * tall or word.x0 - before.x1 > tall:
        return word
    return Word("I", word.x0, word.y0, word.x1, word.y1, word.confidence)


def without_noise(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines without what OCR makes of dust, rules and handwriting: signs and unlikely letters it is unsure of itself."""
    clear = median(word.confidence for line in lines for word in line.words) >= CLEAR if lines else False
    done = []
    for line in lines:
        if clear and all(word.confidence < UNSURE and not READABLE.search(word.text) for word in line.words):
            continue  # a signature
        sure = sum(word.confidence >= 0.5 for word in line.words) > len(line.words) / 2
        words = _without_edge_specks(tuple(word for word in line.words if not _is_noise(word, sure)))
        if words and any(word.confidence >= 0.35 or looks_like_word(word.text) for word in words):
            done.append(Line(words, line.block))
    return tuple(done)


def _without_edge_specks(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """A line of print without the lone mark at either edge that dust leaves: it would cut the sentence that runs across."""
    if len(words) > 3 and words[0].text in LEADING_SPECKS:
        words = words[1:]
    if len(words) > 3 and words[-1].text in TRAILING_SPECKS:
        words = words[:-1]
    return words


def _is_noise(word: Word, sure: bool) -> bool:
    """`sure` says that the rest of the line is print: there, a lone letter is one, however unsure OCR is of it."""
    if not folded(word.text):
        return word.confidence < 0.5
    verdict = looks_like_word(word.text)
    return word.confidence < 0.3 and (verdict is False or (verdict is None and not sure))
