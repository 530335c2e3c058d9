"""Read: one page of one file becomes its text with a box for every word, and the image a person checks it against.

The text is the file's own where that can be trusted, OCR's where not, and the page says which and why. Words that are in
the file but not on the page never reach the text.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.errors import Unreadable
from pipeline.ports import Candidate, Grey, Look, OcrEngine, Raster, Source
from pipeline.records.page import Box, HiddenText, Line, Page, RedactionBox
from pipeline.records.source import File
from pipeline.records.spans import box, joined
from pipeline.stages import covered, legible, likely, upright, visible
from pipeline.stages.intake import renamed

VERSION = "15"

BLANK_INK = 0.003  # share of a page that marks without any word may cover for the page still to count as blank
OWN_INK = 0.6  # marks outside the layer's words, against those inside, that make one suspect the layer of missing text
STAMP_LIKE = re.compile(r"[A-Za-z][\w ./-]{1,28}\d{4,}")  # a Bates number: letters, then a running number
MARGIN = 0.12  # share of the page's height, above and below, where stamps are printed
MISSED_ROWS = 8  # rows that OCR of the page passed over and that are read again one by one
SAMPLE_LINES = 3  # lines of the layer compared with what OCR reads there


@dataclass(frozen=True, slots=True)
class Params:
    """What a person may change about reading. Resolutions in dots per inch; shares 0..1.

    `dpi` is for OCR, `layer_dpi` for pages that carry text, `image_dpi` for the stored image. `min_legible` is the share of
    a layer's words that must look like words, `min_agreement` of the sampled ones that OCR must read likewise,
    `min_confidence` what OCR must reach to overrule a layer. `most_crops` bounds the boxes read by OCR on one page.
    """

    dpi: int = 300
    layer_dpi: int = 200
    image_dpi: int = 150
    max_pixels: int = 40_000_000
    min_legible: float = 0.55
    min_agreement: float = 0.4
    min_confidence: float = 0.6
    most_crops: int = 400


@dataclass(frozen=True, slots=True)
class _Job:
    """The page at hand and the tools, so that the steps below need not pass nine things on."""

    source: Source
    engine: OcrEngine
    look: Look
    path: Path
    file: File
    page_no: int
    password: str
    languages: tuple[str, ...]
    params: Params
    turn: int = 0
    drawn_at: int = 0  # the resolution that the page was drawn at first

    def render(self, dpi: int) -> Raster:
        raster = self.source.render(self.path, self.page_no, self.password, dpi, self.params.max_pixels)
        return self.turned(raster, self.turn)

    def turned(self, raster: Raster, turn: int) -> Raster:
        if not turn:
            return raster
        width, height = (raster.height, raster.width) if turn in (90, 270) else (raster.width, raster.height)
        return replace(raster, pixels=self.look.turned(raster.pixels, turn), width=width, height=height)


@dataclass(frozen=True, slots=True)
class _Text:
    """The page's text by one method, with the upright image it refers to."""

    method: str
    reason: str
    lines: tuple[Line, ...]
    raster: Raster
    rotation: int
    confidence: float
    engine: str
    redactions: tuple[RedactionBox, ...] = ()
    bars: tuple[Box, ...] = ()


def read(
    source: Source,
    engine: OcrEngine,
    look: Look,
    path: Path,
    file: File,
    page_no: int,
    password: str,
    languages: tuple[str, ...],
    params: Params,
) -> tuple[Page, bytes]:
    """The page and its stored image (WebP, upright). Raises Unreadable for the page, MissingTool for a language."""
    try:
        return _read(_Job(source, engine, look, path, file, page_no, password, languages, params))
    except Unreadable as error:
        raise renamed(error, path, file) from error


def _read(job: _Job) -> tuple[Page, bytes]:
    source, engine, look, languages, params = job.source, job.engine, job.look, job.languages, job.params
    layer = source.layer(job.path, job.page_no, job.password)
    turn = upright.direction(layer.lines, layer.width / layer.height) if layer else 0
    if layer and turn:  # a layer knows which way it reads; what follows looks at the page upright
        layer, job = upright.turned_layer(layer, turn), replace(job, turn=turn)
    plain = visible.in_plain_sight(layer) if layer else None
    job = replace(job, drawn_at=params.image_dpi if plain else params.layer_dpi if layer else params.dpi)
    raster = job.render(job.drawn_at)
    if raster.stand_in:
        _accept(job, plain)
    hidden: tuple[HiddenText, ...] = ()
    if layer is None:
        text = _by_ocr(job, raster, "no text layer")
    elif plain:
        text = _by_layer(job, raster, plain, (), bare=True)
    else:
        candidates = look.bars(raster.pixels, raster.dpi)
        drawn = tuple(item.box for item in candidates)
        seen = visible.sight(layer, raster, drawn, look, engine, languages, params.most_crops)
        hidden = seen.hidden
        text = _by_layer(job, raster, seen, candidates)
    if layer and layer.note and text.method == "text_layer":
        drawn_from = "; its picture is drawn from these words" if raster.stand_in else ""
        text = replace(text, reason=f"{text.reason}; {layer.note}{drawn_from}")
    if text.rotation:
        hidden = upright.turned_hidden(hidden, text.rotation)
    hidden = visible.grouped(_unseen(hidden, text.lines) if text.method == "ocr" else hidden)
    image = look.webp(look.blotted(text.raster.pixels, text.bars, paper=False), text.raster.dpi, params.image_dpi)
    lines = likely.believed(text.lines)
    page = Page(
        id=f"{job.file.id}-p{job.page_no}",
        file_id=job.file.id,
        number=job.page_no,
        text=joined(lines),
        lines=lines,
        method=text.method,
        method_reason=text.reason,
        confidence=upright.mean_confidence(lines) if text.method == "ocr" else text.confidence,
        rotation=(turn + text.rotation) % 360,
        language=languages[0] if languages else "",
        width=text.raster.width,
        height=text.raster.height,
        engine=text.engine,
        image=hashlib.sha256(image).hexdigest(),
        redactions=text.redactions,
        hidden=hidden,
    )
    return page, image


def _accept(job: _Job, plain: visible.Sight | None) -> None:
    """Raises Unreadable unless the words can be taken on trust: no picture of the page is there to check them against."""
    words = [word.text for line in plain.lines for word in line.words] if plain else []
    if not words or legible.share(words) < job.params.min_legible:
        what = f"{job.path.name} page {job.page_no} cannot be drawn, and its text alone cannot be trusted."
        raise Unreadable("damaged", what, "Ask for the file again, or print it to a new PDF.")


def _by_layer(job: _Job, raster: Raster, seen: visible.Sight, candidates: tuple[Candidate, ...], bare: bool = False) -> _Text:
    """The layer's visible words, or OCR where they cannot stand for the page. A `bare` page of fluent words is not compared."""
    shown = [word.text for line in seen.lines for word in line.words]
    if not shown:
        return _by_ocr(job, raster, f"none of the {seen.n_words} words in its text layer is visible")
    usable = legible.share(shown)
    if usable < job.params.min_legible:
        read = _by_ocr(job, raster, f"text layer unusable ({usable:.0%} of its words look like words)")
        # A script the OCR was not told about looks unusable too; then the layer is still the better text.
        worse = (
            read.method == "ocr" and read.confidence < job.params.min_confidence and legible.share(_texts(read.lines)) <= usable
        )
        return _layer_text(job, raster, seen, candidates, "OCR reads it no better") if worse else read
    doubt = "" if bare and legible.fluent(shown) else _doubt(job, raster, seen)
    if doubt:
        read = _by_ocr(job, raster, doubt)
        if read.method == "ocr" and read.confidence >= job.params.min_confidence and len(_texts(read.lines)) >= 0.7 * len(shown):
            return read
        return _layer_text(job, raster, seen, candidates, "OCR reads it no better")
    return _layer_text(job, raster, seen, candidates, "")


def _doubt(job: _Job, raster: Raster, seen: visible.Sight) -> str:
    """Why a layer of real words may still not be what the page says, or ''."""
    boxes = tuple(Box(word.x0, word.y0, word.x1, word.y1) for line in seen.lines for word in line.words)
    inside, outside = job.look.outside(raster.pixels, raster.dpi, boxes)
    if outside > 60 and outside > OWN_INK * inside:
        return f"the text layer covers only {inside / (inside + outside):.0%} of the print"
    agreed = _agreement(job, raster, seen.lines)
    if agreed is not None and agreed < job.params.min_agreement:
        return f"the text layer says other words than the print ({agreed:.0%} of sampled words agree)"
    return ""


def _agreement(job: _Job, raster: Raster, lines: tuple[Line, ...]) -> float | None:
    """Share (0..1) of the words in a few long lines that OCR reads likewise; None where no line is long enough."""
    long = [line for line in lines if sum(len(legible.folded(word.text)) for word in line.words) >= 15 and len(line.words) >= 3]
    step = max(1, len(long) // SAMPLE_LINES)
    found = total = 0
    for line in long[step // 2 :: step][:SAMPLE_LINES]:
        left, right = min(word.x0 for word in line.words), max(word.x1 for word in line.words)
        top, bottom = min(word.y0 for word in line.words), max(word.y1 for word in line.words)
        rim = 0.15 * (bottom - top)
        place = box(left - rim, top - rim, right + rim, bottom + rim)
        parts = visible.read_spot(raster.pixels, place, raster.dpi, job.look, job.engine, job.languages).split()
        words = [word.text for word in line.words if len(legible.folded(word.text)) > 1]
        found += sum(any(legible.alike(word, part) for part in parts) for word in words)
        total += len(words)
    return found / total if total else None


def _layer_text(job: _Job, raster: Raster, seen: visible.Sight, candidates: tuple[Candidate, ...], but: str) -> _Text:
    n_shown = seen.n_shown
    reason = f"text layer: {n_shown} words, {n_shown / seen.n_words:.0%} of them on visible ink" + (f"; {but}" if but else "")
    found = covered.redactions(candidates, seen.lines, raster, job.look, job.engine, job.languages, job.params.most_crops)
    identity = job.source.identity()
    return _Text("text_layer", reason, covered.with_codes(seen.lines, found), raster, 0, 1.0, identity, found, _dark(candidates))


def _by_ocr(job: _Job, raster: Raster, why: str) -> _Text:
    """What OCR reads, or a claimed blank."""
    marks, ink = job.look.ink(raster.pixels, raster.dpi)
    if marks == 0:
        specks = f" but {ink:.2%} specks" if ink else ""
        return _Text("blank", f"blank: no ink{specks}; {why}", (), raster, 0, 1.0, job.look.identity())
    if job.drawn_at - 1 < raster.dpi < job.params.dpi:  # a scan that is coarser itself gains nothing
        raster = job.render(job.params.dpi)
    # Straight first: a box laid over a tilted bar would leave wedges of it for OCR to read.
    tilt = 0.0 if job.look.sideways(raster.pixels, raster.dpi) else job.look.skew(raster.pixels, raster.dpi)
    if abs(tilt) > upright.STRAIGHT:
        raster = replace(raster, pixels=job.look.straightened(raster.pixels, tilt))
    else:
        tilt = 0.0
    first = job.look.bars(raster.pixels, raster.dpi)
    open_pixels = job.look.blotted(raster.pixels, _dark(first), paper=True) if _dark(first) else raster.pixels
    reading = upright.by_ocr(open_pixels, raster.dpi, job.look, job.engine, job.languages, marks)
    lines = upright.without_noise(upright.with_dashes(reading.lines, reading.pixels, raster.dpi, job.look))
    lines = _with_missed(job, reading.pixels, raster.dpi, lines)
    if job.languages[:1] == ("eng",):
        lines = upright.mended(lines)
    raster = job.turned(raster, reading.rotation)
    if reading.angle:
        raster = replace(raster, pixels=job.look.straightened(raster.pixels, reading.angle))
    candidates = job.look.bars(raster.pixels, raster.dpi) if reading.rotation or reading.angle else first
    found = covered.redactions(candidates, lines, raster, job.look, job.engine, job.languages, job.params.most_crops)
    lines = covered.with_codes(lines, found)
    if not any(legible.folded(word) for word in _texts(lines)) and not found and ink < BLANK_INK:
        reason = f"blank: OCR found no words, only marks on {ink:.2%} of the page; {why}"
        return _Text("blank", reason, (), raster, reading.rotation, 1.0, job.look.identity())
    extra = "" if lines else f"; no words found, ink on {ink:.1%} of the page"
    extra += f"; turned {reading.rotation} degrees" if reading.rotation else ""
    extra += "".join(f"; {what}" for what in reading.done)
    extra += f"; straightened by {abs(tilt + reading.angle):.1f} degrees" if tilt or reading.angle else ""
    confidence = upright.mean_confidence(lines)
    identity = job.engine.identity()
    return _Text("ocr", f"OCR: {why}{extra}", lines, raster, reading.rotation, confidence, identity, found, _dark(candidates))


def _with_missed(job: _Job, pixels: Grey, dpi: float, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines with rows of print that OCR of the whole page passed over: "-----Original Message-----", a stamp in a corner."""
    boxes = tuple(Box(word.x0, word.y0, word.x1, word.y1) for line in lines for word in line.words)
    for place in job.look.missed(pixels, dpi, boxes)[:MISSED_ROWS]:
        read = job.engine.recognise(job.look.crop(pixels, place, dpi), round(dpi), job.languages, single_block=True)
        words = [word for line in read for word in line.words if legible.folded(word.text)]
        told = [legible.looks_like_word(word.text) for word in words]
        text = " ".join(word.text for word in read[0].words) if read else ""
        stamped = STAMP_LIKE.fullmatch(text) and (place.y1 < MARGIN or place.y0 > 1 - MARGIN)
        sure = all(word.confidence >= job.params.min_confidence for word in words)
        if len(read) == 1 and words and sure and (stamped or (lines and all(told))):
            lines = covered.with_words(lines, covered.spread(text, place, upright.mean_confidence(read)))
    return lines


def _dark(candidates: tuple[Candidate, ...]) -> tuple[Box, ...]:
    """The boxes that OCR must not try to read as print."""
    return tuple(item.box for item in candidates if item.fill in ("black", "hatched"))


def _texts(lines: tuple[Line, ...]) -> list[str]:
    return [word.text for line in lines for word in line.words]


def _unseen(hidden: tuple[HiddenText, ...], lines: tuple[Line, ...]) -> tuple[HiddenText, ...]:
    """Without what OCR read on the very spot: a layer that lies a little off its print hides nothing."""
    words = [word for line in lines for word in line.words]
    kept = []
    for item in hidden:
        slack = item.box.y1 - item.box.y0
        near = [w.text for w in words if w.y0 < item.box.y1 + slack and w.y1 > item.box.y0 - slack]
        parts = [part for part in item.text.split() if legible.folded(part)]
        if not parts or not all(any(legible.alike(part, word, 0.8) for word in near) for part in parts):
            kept.append(item)
    return tuple(kept)
