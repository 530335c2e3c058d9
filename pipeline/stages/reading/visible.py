"""Which words of a text layer a person sees on the page, and which are only in the file.

A word is hidden when the page shows nothing where it stands: a box drawn over it, white on white, invisible ink, off the
page. Where the page shows something else there (a code printed on the box, a word printed over the word), OCR of that
spot decides. A doubt counts as hidden: what is hidden is never published.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.ports import Look, OcrEngine
from pipeline.records.page import Box, HiddenText, Line
from pipeline.records.spans import box
from pipeline.seen import Grey, Layer, LayerWord, Raster, Spot
from pipeline.stages.reading.legible import alike, folded, has_code, looks_like_word
from pipeline.stages.reading.overlaps import boxed, on_page, stacked, touching

NOTHING = 0.16  # contrast (0..1) below which a reader sees nothing
DARK = 0.45  # ground level (0 black..1 white) below which dark ink does not show
DARK_TYPE = 0.55  # grey of type (0 black..1 white) that shows on paper beyond doubt
ON_PAGE = 0.3  # share of a word's box that must lie on the page
COVERED = 0.3  # heights of a word: of 14,872 words that nothing covers none is dark all over for a wider stretch
MARGIN = 0.06  # share of the page's height in which stamps stand
LEGIBLE_POINTS = 2.0  # height of type below which nobody reads it
LETTERS_MISSING = 2.2  # letters' width without ink that makes a word doubtful
WHOLE = 0.9  # the same where part of the word may be covered: what is left of it reads much like the whole
BY_OCR = 0.6  # share of letters that OCR of the spot must have in common with a doubtful word

PARTLY, OVER, NEXT = "partly covered", "something else is printed over it", "beside hidden words, not read by OCR"
BEHIND = "partly under a dark box"
BOXED = "in a box that says something else"
SHOWN, HIDDEN, VOID = "shown", "hidden", "void"


@dataclass(frozen=True, slots=True)
class Sight:
    """The verdict on every word of the layer, in its order: `fates` are shown, hidden or void (no letters and no ink).

    `bases` say why in words for the hidden ones, '' for others. `lines` hold the shown words alone, `hidden` the hidden ones,
    one by one. `alone` says that nothing but these words can be read on the page.
    """

    fates: tuple[str, ...]
    bases: tuple[str, ...]
    lines: tuple[Line, ...]
    hidden: tuple[HiddenText, ...]
    alone: bool = False

    @property
    def n_shown(self) -> int:
        """How many words are seen."""
        return self.fates.count(SHOWN)

    @property
    def n_words(self) -> int:
        """How many words are seen or hidden; specks of punctuation without ink and repetitions do not count."""
        return len(self.fates) - self.fates.count(VOID)


def sight(
    layer: Layer,
    raster: Raster,
    candidates: tuple[Box, ...],
    look: Look,
    engine: OcrEngine,
    languages: tuple[str, ...],
    most_crops: int,
) -> Sight:
    """The verdict on each word. At most `most_crops` spots are read by OCR; doubtful words beyond that count as hidden.

    `candidates` are boxes drawn on the page: words in one of them, unless the file shows that none lies on a word, and words
    beside hidden ones are doubted more.
    """
    judge = _Judge(layer.words, raster, look, engine, languages, most_crops)
    places = tuple(box(w.x0, w.y0, w.x1, w.y1) for w in layer.words)
    spots = look.spots(raster.pixels, places)
    overlaid, repeated = stacked(layer.words)
    inside = frozenset[int]() if layer.uncovered else boxed(layer.words, candidates)
    for index, spot in enumerate(spots):
        word = layer.words[index]
        if index in repeated:
            judge.void(index)
        elif on_page(word) < ON_PAGE:
            judge.hide(index, "off the page")
        elif (word.y1 - word.y0) * layer.height < LEGIBLE_POINTS:
            judge.hide(index, "too small to be seen")
        elif spot.contrast < NOTHING or (spot.gap == 1.0 and len(folded(word.text)) > 1):
            judge.hide(index, "under a dark box" if spot.ground < DARK else "no ink where it stands")
        elif spot.solid > COVERED and spot.ground >= DARK:
            judge.hide(index, BEHIND)  # OCR cannot vouch for it: it takes a letter blacked out for a letter
        elif doubt := _doubt(word, spot, index in overlaid, index in inside):
            judge.weigh(index, doubt, index in inside)
    _ask_neighbours(layer.lines, judge)
    fates, bases = tuple(judge.fates), tuple(judge.bases)
    return Sight(fates, bases, _shown(layer.lines, fates), _words_hidden(layer, fates, bases), layer.alone)


def in_plain_sight(layer: Layer) -> Sight | None:
    """All words shown, without a look at the page, where nothing on it can hide one: dark type, on the page, none on another."""
    if not layer.bare:
        return None
    for word in layer.words:
        if word.ink > DARK_TYPE or word.x0 < 0 or word.y0 < 0 or word.x1 > 1 or word.y1 > 1:
            return None
        if (word.y1 - word.y0) * layer.height < LEGIBLE_POINTS:
            return None
    if True in touching(layer.words):
        return None
    return Sight((SHOWN,) * len(layer.words), ("",) * len(layer.words), layer.lines, ())


class _Judge:
    """Keeps the verdicts while they are found, and how many spots may still be read by OCR."""

    def __init__(
        self, words: tuple[LayerWord, ...], raster: Raster, look: Look, engine: OcrEngine, languages: tuple[str, ...], most: int
    ) -> None:
        self.words = words
        self.fates = [SHOWN] * len(words)
        self.bases = [""] * len(words)
        self._raster, self._look, self._engine, self._languages = raster, look, engine, languages
        self._left = most

    def void(self, index: int) -> None:
        self.fates[index] = VOID

    def hide(self, index: int, basis: str) -> None:
        """Hides the word; signs without letters or digits tell nothing and are dropped instead."""
        tells = any(c.isalnum() for c in self.words[index].text)
        self.fates[index], self.bases[index] = (HIDDEN, basis) if tells else (VOID, "")

    def weigh(self, index: int, doubt: str, in_box: bool = False) -> None:
        """Hides the word unless OCR reads it on its spot; codes printed on boxes are what a reader is meant to see."""
        text = self.words[index].text
        if has_code(text) or len(folded(text)) < (2 if doubt in (NEXT, BOXED) else 1):
            return  # a lone letter beside a box holds no secret, and OCR cannot vouch for it
        self._left -= 1
        if self._left >= 0 and self._reads(self.words[index], doubt == PARTLY):
            return
        if doubt in (OVER, NEXT, BOXED) and looks_like_word(text) is not True:
            self.void(index)  # what a scanner's OCR makes of handwriting across print: worth neither reading nor hiding
        elif doubt == OVER and not in_box and _in_margin(self.words[index]):
            self.void(index)  # a docket's line and an exhibit's label stamped on each other hide nothing
        else:
            self.hide(index, doubt)

    def _reads(self, word: LayerWord, whole: bool) -> bool:
        """Whether OCR of the word's own spot reads the word; with `whole`, nearly every letter of it.

        A spot that does not say the word is read upside down as well: sheets are fed into scanners either way, and a page that
        carries its own text may be one of them.
        """
        rim = 0.12 * (word.y1 - word.y0)
        place = box(word.x0 - rim, word.y0 - rim, word.x1 + rim, word.y1 + rim)
        spot = self._look.crop(self._raster.pixels, place, self._raster.dpi)
        return any(_says(word.text, self._spelled(self._look.turned(spot, turn)), whole) for turn in (0, 180))

    def _spelled(self, spot: Grey) -> str:
        lines = self._engine.recognise(spot, round(self._raster.dpi), self._languages, single_block=True)
        return " ".join(word.text for line in lines for word in line.words)


def _in_margin(word: LayerWord) -> bool:
    return word.y1 < MARGIN or word.y0 > 1 - MARGIN


def _says(text: str, read: str, whole: bool) -> bool:
    if whole:
        return alike(text, read, WHOLE) and len(folded(read)) >= len(folded(text))
    return alike(text, read, BY_OCR) or any(alike(text, part, 0.8) for part in read.split())


def _ask_neighbours(lines: tuple[Line, ...], judge: _Judge) -> None:
    """Doubts the words right beside hidden ones: a picture or box laid over a line may carry print of its own."""
    at = 0
    for line in lines:
        row = range(at, at + len(line.words))
        for order in (row, reversed(row)):
            before = -1
            for index in order:
                if before >= 0 and judge.fates[before] == HIDDEN and judge.fates[index] == SHOWN:
                    judge.weigh(index, NEXT)
                before = index
        at += len(line.words)


def _doubt(word: LayerWord, spot: Spot, stacked: bool, boxed: bool) -> str:
    """Why the ink in the word's box may not be the word's, or ''."""
    if spot.ground < DARK and (word.ink < 0.5 or spot.reach < 0.6):
        return "under a dark box that something else is printed on"
    if spot.gap > max(min(0.9, LETTERS_MISSING / max(len(word.text), 3)), 0.18):
        return PARTLY
    return OVER if stacked else BOXED if boxed else ""


def read_spot(
    pixels: Grey,
    place: Box,
    dpi: float,
    look: Look,
    engine: OcrEngine,
    languages: tuple[str, ...],
    islands: bool = False,
    again: bool = False,
) -> str:
    """What OCR reads in one box, dark or light; with `islands` only what does not reach its edge, `again` at another size."""
    lines = engine.recognise(look.crop(pixels, place, dpi, islands, again), round(dpi), languages, single_block=True)
    return " ".join(word.text for line in lines for word in line.words)


def _shown(lines: tuple[Line, ...], fates: tuple[str, ...]) -> tuple[Line, ...]:
    """The lines with the shown words alone."""
    done: list[Line] = []
    at = 0
    for line in lines:
        kept = tuple(word for order, word in enumerate(line.words) if fates[at + order] == SHOWN)
        if kept:
            done.append(Line(kept, line.block))
        at += len(line.words)
    return tuple(done)


def _words_hidden(layer: Layer, fates: tuple[str, ...], bases: tuple[str, ...]) -> tuple[HiddenText, ...]:
    """One per hidden word."""
    return tuple(
        HiddenText(word.text, box(word.x0, word.y0, word.x1, word.y1), basis)
        for word, fate, basis in zip(layer.words, fates, bases, strict=True)
        if fate == HIDDEN
    )


def grouped(words: tuple[HiddenText, ...]) -> tuple[HiddenText, ...]:
    """Hidden words of one line, side by side, as one text in reading order. Call it once the page stands upright."""
    rows: list[list[HiddenText]] = []
    for word in sorted(words, key=lambda w: (w.box.y0 + w.box.y1, w.box.x0, w.text)):
        middle = (word.box.y0 + word.box.y1) / 2
        row = next((r for r in reversed(rows[-4:]) if r[0].box.y0 <= middle <= r[0].box.y1), None)
        if row is None:
            rows.append([word])
        else:
            row.append(word)
    done: list[HiddenText] = []
    for row in rows:
        run: list[HiddenText] = []
        for word in sorted(row, key=lambda w: (w.box.x0, w.box.x1, w.text)):
            if run and word.box.x0 - run[-1].box.x1 > 1.5 * (word.box.y1 - word.box.y0):
                done.append(_one(run))
                run = []
            run.append(word)
        done.append(_one(run))
    return tuple(done)


def _one(run: list[HiddenText]) -> HiddenText:
    bases = [word.basis for word in run]
    x0, y0 = min(word.box.x0 for word in run), min(word.box.y0 for word in run)
    x1, y1 = max(word.box.x1 for word in run), max(word.box.y1 for word in run)
    return HiddenText(" ".join(word.text for word in run), Box(x0, y0, x1, y1), max(bases, key=bases.count))
