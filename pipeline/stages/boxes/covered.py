"""The boxes that hide part of a page, with what is printed on them."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.ports import Look, OcrEngine
from pipeline.records.page import Box, Line, RedactionBox, Word
from pipeline.seen import Candidate, Raster, Spot
from pipeline.stages.boxes.on_boxes import CODE_SIGNS, LABEL, ORDINARY_WORDS, Reader, inner, is_code, is_heading, prose
from pipeline.stages.reading.inserted import inside
from pipeline.stages.reading.legible import has_code, looks_like_word, only_codes
from pipeline.stages.reading.visible import NOTHING

MOST_PRINT = 60  # letters in a drawn box from which on it holds text, not a code
MOST_LABEL = 120  # letters of a label that says why a page or a part is withheld
MARKS = 3  # boxes with something like a code in the margin that make it one
MOST_MARK = 20  # letters of such a mark
MARK = re.compile(r"[({\[]\w|\w[)}\]]")
NUMBERED = re.compile(r"[({\[]?(?:\d{1,3}|[A-Za-z])[.)}\]]{0,2}")  # "(1)", "a.": the number of a line
PRINT = 0.25  # contrast (0..1) that print has at least, once grain and specks are smoothed away
BESIDE = 0.02  # share of the page's width between a box within a line and its neighbours
REASON = re.compile(r"redacted|withh[eo]ld|non-?\s?responsive|exempt|privileged|sealed|outside\s+the\s+scope", re.I)
ROW = 0.003  # share of the page's height by which a code in the margin may stand above or below its box
WHOLE_PAGE = 0.4  # share of the page that an empty box must cover to stand for a page withheld in full
FEW_WORDS = 25  # words a page withheld in full may still show


PRINTED_WORDS = 4
SURE = 0.5  # confidence of a word that OCR of the page read on a dark box: less is the grain of the scan
MOSTLY = 0.4  # share of what OCR reads on such a box that is words
PANEL = 0.03  # share of the page that has a word of print at least, where white print fills a dark box
LARGE = 0.008  # share of the page: a code is less than a two-hundredth of such a box, which `Spot.contrast` leaves out


def redactions(
    candidates: tuple[Candidate, ...],
    lines: tuple[Line, ...],
    raster: Raster,
    look: Look,
    engine: OcrEngine,
    languages: tuple[str, ...],
    most_crops: int,
) -> tuple[RedactionBox, ...]:
    """The candidates that are redactions. `raw` is what the lines have in the box, else what OCR reads on it.

    A filled box counts unless ordinary words are printed on it. A box drawn around white counts with nothing but a code or a
    label such as REDACTED in it; with nothing at all in it only where the page shows that such boxes stand for words, or where a
    code stands in the margin of its row. The cells of a table never do.
    """
    if not candidates:
        return ()
    places = tuple(inner(item.box) for item in candidates)
    spots = look.spots(raster.pixels, places)
    soft = look.spots(raster.pixels, places, soft=True) if any(item.fill == "drawn" for item in candidates) else spots
    reader = Reader(raster, look, engine, languages, most_crops)
    done: list[RedactionBox] = []
    empty: list[Candidate] = []
    fields: list[Candidate] = []
    for item, spot, smooth in zip(candidates, spots, soft, strict=True):
        sure = SURE if item.fill == "black" else 0.0
        raw = " ".join(w.text for line in lines for w in line.words if w.confidence >= sure and inside(w, item.box))
        bare = min(spot.reach, smooth.reach) <= 0.02 or smooth.contrast < PRINT  # the grain and specks of a scan are no print
        raw = "" if bare and item.fill == "drawn" else raw  # OCR takes the sides of a box for signs
        if item.fill in ("black", "hatched", "grey"):
            printed = bool(raw)
            if item.fill == "hatched" and is_heading(raw, PRINTED_WORDS):
                continue  # the cells of a table: what is hatched out cannot be read in whole words
            if not is_code(raw) and (item.fill != "black" or not raw) and _bears_something(item.box, spot):
                raw = reader.read(item.box, raw, item.fill == "hatched")
            raw = _closed_up(raw) if printed or _worth(raw) else ""
            if item.fill == "grey" and printed and (_plain_number(raw) or prose(raw) >= PRINTED_WORDS):
                continue  # a shaded row, or the rest of one that a box in it cut off
            # What OCR makes of hatching is no print: only a code says anything there.
            if item.fill == "hatched" or not (is_heading(raw, 1) if printed else _is_panel(raw, item.box)):
                done.append(RedactionBox(item.box, item.fill, raw if item.fill == "black" or has_code(raw) else ""))
            continue
        if not (has_code(raw) and is_code(raw)) and not bare and len(raw) <= MOST_PRINT and not is_heading(raw):
            raw = reader.read(item.box, raw)
            if CODE_SIGNS.search(raw) and not has_code(raw):
                raw = reader.read(item.box, raw, islands=True)  # a code so wide that it leaves little of what crosses its box out
        if is_code(raw) or (REASON.search(raw) and len(raw) <= MOST_LABEL and not item.cell):
            done.append(RedactionBox(item.box, item.fill, _closed_up(raw)))
        elif not raw and (bare or spot.reach < 0.05) and not item.cell:
            empty.append(item)
        elif raw:
            fields.append(item)
    done = _whole(done)
    beside = _with_margin_code(empty, tuple(item.box for item in candidates), lines)
    done += (
        RedactionBox(item.box, item.fill, "")
        for item in empty
        if item in beside or _like_two(item, beside) or _stands_for_words(item, done, fields, lines)
    )
    return tuple(sorted(done, key=lambda r: (r.box.y0, r.box.x0, r.box.x1, r.box.y1)))


def _whole(found: list[RedactionBox]) -> list[RedactionBox]:
    """Without tints and outlines that are the place of the print on another tint, which bears what was read there."""
    done: list[RedactionBox] = []
    for one in found:
        if any(_print_of(one, other) for other in found):
            continue
        within = [other.raw for other in found if _print_of(other, one) and has_code(other.raw)]
        done.append(replace(one, raw=within[0]) if within and not has_code(one.raw) else one)
    return done


def _print_of(one: RedactionBox, other: RedactionBox) -> bool:
    """Whether a tint, or an outline that lines and letters make up, is the place of the print on another tint."""
    mine, outer = one.box, other.box
    if one is other or one.fill not in ("grey", "drawn") or other.fill != "grey" or (mine.x1 - mine.x0) >= (outer.x1 - outer.x0):
        return False
    wide = min(mine.x1, outer.x1) - max(mine.x0, outer.x0)
    high = min(mine.y1, outer.y1) - max(mine.y0, outer.y0)
    return wide > 0 and high > 0 and wide * high > 0.6 * (mine.x1 - mine.x0) * (mine.y1 - mine.y0)


def _bears_something(place: Box, spot: Spot) -> bool:
    """Whether there is ink on a filled box. The few letters of a code are too small a share of a large one to count there."""
    if (place.x1 - place.x0) * (place.y1 - place.y0) >= LARGE:
        return spot.reach > 0.0
    return spot.contrast > NOTHING and spot.reach > 0.05


def _closed_up(raw: str) -> str:
    """Without the spaces that OCR puts within a code: "(b) (6)"."""
    return re.sub(r"(?<=[)}\]])\s+(?=[({\[][1-9A-F])", "", raw)


def _stands_for_words(item: Candidate, coded: list[RedactionBox], fields: list[Candidate], lines: tuple[Line, ...]) -> bool:
    """Whether an empty box takes the place of words: boxes like it bear codes, or it stands within a line of print."""
    high = item.box.y1 - item.box.y0
    if high * (item.box.x1 - item.box.x0) >= WHOLE_PAGE and sum(len(line.words) for line in lines) <= FEW_WORDS:
        return True
    if any(one.fill == "drawn" and has_code(one.raw) for one in coded):
        return True
    if any(abs(one.box.y1 - one.box.y0 - high) < 0.25 * high for one in fields):
        return False  # boxes like it are fields with something written in them
    for line in lines:
        words = [w for w in line.words if min(w.y1, item.box.y1) - max(w.y0, item.box.y0) > 0.6 * (w.y1 - w.y0)]
        tall = max((w.y1 - w.y0 for w in words), default=0.0)
        before = any(0 <= item.box.x0 - w.x1 < BESIDE for w in words)
        after = any(0 <= w.x0 - item.box.x1 < BESIDE for w in words)
        if tall and high < 2.2 * tall and (before or after):
            return True
    return False


def _with_margin_code(empty: list[Candidate], boxes: tuple[Box, ...], lines: tuple[Line, ...]) -> list[Candidate]:
    """The empty boxes in whose row a code stands outermost, apart from all else: before or behind every word and box there.

    Small codes on a bad scan may not be legible; where most empty boxes of a page have a mark of brackets there, those count.
    """
    words = [word for line in lines for word in line.words]
    done: list[Candidate] = []
    marked: list[Candidate] = []
    for item in empty:
        row = [w for w in words if item.box.y0 - ROW <= (w.y0 + w.y1) / 2 <= item.box.y1 + ROW]
        there = [one for one in boxes if min(one.y1, item.box.y1) - max(one.y0, item.box.y0) > 0.3 * (item.box.y1 - item.box.y0)]
        outer = [" ".join(w.text for w in part) for part in parts_of_row(row) if is_outermost(part, row, there, item.box)]
        if any(only_codes(text) for text in outer):
            done.append(item)
        if any(MARK.search(text) and not NUMBERED.fullmatch(text) and len(text) <= MOST_MARK for text in outer):
            marked.append(item)
    return marked if len(marked) >= max(MARKS, 0.5 * len(empty), len(done)) else done


def parts_of_row(row: list[Word]) -> list[list[Word]]:
    """The words of a row, line for line, cut at white space wider than between words."""
    parts: list[list[Word]] = []
    for word in sorted(row, key=lambda w: (w.x0, w.y0)):
        for part in parts:
            high = min(word.y1, part[-1].y1) - max(word.y0, part[-1].y0)
            if 0 <= word.x0 - part[-1].x1 < BESIDE and high > 0.5 * (word.y1 - word.y0):
                part.append(word)
                break
        else:
            parts.append([word])
    return parts


def is_outermost(part: list[Word], row: list[Word], boxes: list[Box], place: Box) -> bool:
    """Whether these words stand before or behind the box and all else in its row but other codes."""
    left, right = part[0].x0, part[-1].x1
    prose = [word for word in row if not any(word is mine for mine in part) and not has_code(word.text)]
    if right < place.x0:
        return all(word.x0 > right for word in prose) and all(one.x0 > right for one in boxes)
    return left > place.x1 and all(word.x1 < left for word in prose) and all(one.x1 < left for one in boxes)


def _like_two(item: Candidate, coded: list[Candidate]) -> bool:
    """Whether two boxes as high as this one have a code in the margin: such boxes stand for words on this page."""
    high = item.box.y1 - item.box.y0
    return sum(abs(one.box.y1 - one.box.y0 - high) < 0.25 * high for one in coded) >= 2


def _is_panel(raw: str, place: Box) -> bool:
    """Whether OCR read a heading or a text in white on a dark box: words for its size, and little else.

    The grain of a scan gives a few words on a large box, among many scraps.
    """
    least = max(ORDINARY_WORDS, round((place.x1 - place.x0) * (place.y1 - place.y0) / PANEL))
    return is_heading(raw, least) and prose(raw) >= MOSTLY * len(raw.split())


def _plain_number(raw: str) -> bool:
    """Whether a time, date or amount stands there, and no code or label."""
    if has_code(raw) or LABEL.search(raw):
        return False
    return any(looks_like_word(part) and re.search(r"\d.?\d", part) for part in raw.split())


def _worth(raw: str) -> bool:
    """Whether OCR read something off the box, rather than its grain."""
    if has_code(raw) or re.search(r"[({\[]\w.*[\d)}\]]", raw):
        return True
    return any(looks_like_word(part) and len(part) >= 3 for part in raw.split())
