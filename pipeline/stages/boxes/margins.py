"""Codes in the margin that OCR of a whole page misread, read again by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.patterns.law.exemptions import codes_in, codes_on_box
from pipeline.ports import Look, OcrEngine
from pipeline.records.page import Box, Line, Word
from pipeline.records.spans import box
from pipeline.seen import Candidate, Raster
from pipeline.stages.boxes.covered import BESIDE, MOST_MARK, NUMBERED, PRINT, ROW, is_outermost, parts_of_row
from pipeline.stages.boxes.on_boxes import Reader, inner
from pipeline.stages.reading.inserted import inside, plainly, spread, with_words, without
from pipeline.stages.reading.legible import has_code, looks_like_word, only_codes, with_round_brackets

MOST = 16  # such places of a page read again
PATIENCE = 2  # of them that may be in vain, and as many more as were codes
EDGE = 0.16  # share of the page's width that a margin takes, with a code that reaches into the text
LINE = 0.008  # share of the page's height: half of a line of print, with the white around it
TALL = 0.12  # boxes higher than that may have their code anywhere along their side
SIDE = 0.01  # share of the page's width that the dark rim of a scan may take
NARROW = 0.02  # narrower white holds no code
TIME = re.compile(r"\d{1,2}:\d\d(?:[ ]?[AaPp][Mm])?\W?")  # the first column of a log
RIM = 0.004  # share of the page around the words as OCR placed them, for a sign that it passed over


@dataclass(frozen=True, slots=True)
class Eyes:
    """What a place of the page is read with."""

    raster: Raster
    look: Look
    engine: OcrEngine
    languages: tuple[str, ...]


def with_margin_codes(lines: tuple[Line, ...], candidates: tuple[Candidate, ...], eyes: Eyes) -> tuple[Line, ...]:
    """The lines with what stands outermost in the row of a box, and is no word, as it reads by itself where that is codes."""
    told, vain = 0, 0
    reader = Reader(eyes.raster, eyes.look, eyes.engine, eyes.languages, 3 * MOST, 0)
    for place, part in list(_doubtful(lines, candidates, eyes))[:MOST]:
        if vain > PATIENCE + told:
            break  # what stands in these margins is no codes
        read = reader.at(place)
        before = codes_on_box(" ".join(word.text for word in part))
        if only_codes(read) and len(codes_on_box(read)) >= len(before):
            left, right = (part[0].x0, part[-1].x1) if part else _reach(place, eyes)
            new = spread(plainly(read), box(left, place.y0 + RIM, right, place.y1 - RIM), 0.8)
            lines, told = with_words(without(lines, part), new), told + 1
        else:
            vain += 1
    return lines


def _reach(place: Box, eyes: Eyes) -> tuple[float, float]:
    """Where the print in the margin begins and ends: the white before it may reach into the text."""
    (pieces,) = eyes.look.pieces(eyes.raster.pixels, (place,))
    return (pieces[0][0], pieces[-1][1]) if pieces else (place.x0, place.x1)


def _doubtful(lines: tuple[Line, ...], candidates: tuple[Candidate, ...], eyes: Eyes) -> Iterator[tuple[Box, list[Word]]]:
    """Places in the margin, in the row of a box, with the words there, which are neither codes nor words nor numbers of lines;
    without words where there is ink that OCR of the page passed over.
    """
    boxes = tuple(item.box for item in candidates)
    words = [word for line in lines for word in line.words]
    done: list[Box] = []
    for item in _blank(candidates, eyes):
        row = [w for w in words if item.box.y0 - ROW <= (w.y0 + w.y1) / 2 <= item.box.y1 + ROW]
        there = [one for one in boxes if min(one.y1, item.box.y1) - max(one.y0, item.box.y0) > 0.3 * (item.box.y1 - item.box.y0)]
        if any(only_codes(" ".join(word.text for word in row if inside(word, one))) for one in there):
            continue
        parts = [part for part in parts_of_row(row) if is_outermost(part, row, there, item.box)]
        parts = [part for part in parts if part[-1].x1 <= EDGE or part[0].x0 >= 1 - EDGE]
        places = [(_around(part), part) for part in parts if _unread(" ".join(w.text for w in part), part[0].x0 >= 1 - EDGE)]
        if not any(has_code(" ".join(word.text for word in part)) for part in parts):
            places += ((place, []) for place in _empty(item.box, row, there) if _inked(place, eyes))
        for place, part in places:
            if not any(min(place.y1, other.y1) > max(place.y0, other.y0) and abs(place.x0 - other.x0) < EDGE for other in done):
                done.append(place)
                yield place, part


def _blank(candidates: tuple[Candidate, ...], eyes: Eyes) -> Iterator[Candidate]:
    """The boxes that bear no print: theirs is the code in the margin."""
    spots = eyes.look.spots(eyes.raster.pixels, tuple(inner(item.box) for item in candidates), soft=True)
    for item, spot in zip(candidates, spots, strict=True):
        if spot.contrast < PRINT or spot.reach <= 0.05:
            yield item


def _empty(mine: Box, row: list[Word], boxes: list[Box]) -> Iterator[Box]:
    """The white before and behind all that stands in the row of a box."""
    left = min(*(word.x0 for word in row), *(one.x0 for one in boxes), mine.x0) - RIM
    right = max(*(word.x1 for word in row), *(one.x1 for one in boxes), mine.x1) + RIM
    middle, reach = (mine.y0 + mine.y1) / 2, max((mine.y1 - mine.y0) / 2, LINE) + ROW
    if mine.y1 - mine.y0 > TALL:
        return
    for x0, x1 in ((SIDE, min(left, EDGE)), (max(right, 1 - EDGE), 1 - SIDE)):
        if x1 - x0 > NARROW:
            yield box(x0, middle - reach, x1, middle + reach)


def _inked(place: Box, eyes: Eyes) -> bool:
    (spot,) = eyes.look.spots(eyes.raster.pixels, (place,), soft=True)
    return spot.contrast >= PRINT and 0.1 < spot.reach < 0.95


def _unread(text: str, behind: bool) -> bool:
    """Whether the signs may be what is left of a code; the numbers of lines and points stand before the text, not `behind` it."""
    if only_codes(text) and plainly(text) == with_round_brackets(text) and not _left_over(text):
        return False  # read as it is printed
    numbered = NUMBERED.fullmatch(text) and not (behind and text[-1] in ")}]")
    if len(text) > MOST_MARK or numbered or TIME.fullmatch(text) or not any(sign.isalnum() for sign in text):
        return False
    return has_code(text) or not any(len(part) > 3 and part.isalpha() and looks_like_word(part) for part in text.split())


def _left_over(text: str) -> bool:
    """Whether there are figures and brackets beside the codes, as a code has that was not made out."""
    for code in reversed(codes_in(text)):
        text = text[: code.start] + text[code.end :]
    return any(sign.isdigit() for sign in text) and any(sign in "(){}[]" for sign in text)


def _around(part: list[Word]) -> Box:
    left, right = part[0].x0, part[-1].x1
    return box(left - BESIDE / 2, min(w.y0 for w in part) - RIM, right + BESIDE / 2, max(w.y1 for w in part) + RIM)
