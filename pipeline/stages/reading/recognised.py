"""A page as OCR reads it: straight, upright, boxes blotted out, rows that were passed over read again, or a claimed blank."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.records.page import Box, Line
from pipeline.seen import Candidate, Grey, Raster
from pipeline.stages.boxes import covered
from pipeline.stages.boxes.margins import Eyes, with_margin_codes
from pipeline.stages.reading import closer, inserted, legible, upright
from pipeline.stages.reading.at_hand import Job, Text
from pipeline.stages.reading.dashes import run_into, with_dashes
from pipeline.stages.reading.doubtful import settled
from pipeline.stages.reading.spaced import set_apart

BLANK_INK = 0.003  # share of a page that marks without any word may cover for the page still to count as blank
STAMP_LIKE = re.compile(r"[A-Za-z][\w ./-]{1,28}\d{4,}")  # a Bates number: letters, then a running number
MARGIN = 0.12  # share of the page's height, above and below, where stamps are printed
MISSED_ROWS = 8  # rows that OCR of the page passed over and that are read again one by one


def by_ocr(job: Job, raster: Raster, why: str) -> Text:
    """What OCR reads, or a claimed blank."""
    marks, ink = job.look.ink(raster.pixels, raster.dpi)
    if marks == 0:
        specks = f" but {ink:.2%} specks" if ink else ""
        return Text("blank", f"blank: no ink{specks}; {why}", (), raster, 0, 1.0, job.look.identity())
    if job.drawn_at - 1 < raster.dpi < job.params.dpi:  # a scan that is coarser itself gains nothing
        raster = job.render(job.params.dpi)
    # Straight first: a box laid over a tilted bar would leave wedges of it for OCR to read.
    tilt = 0.0 if job.look.sideways(raster.pixels, raster.dpi) else job.look.skew(raster.pixels, raster.dpi)
    if abs(tilt) > upright.STRAIGHT:
        raster = replace(raster, pixels=job.look.straightened(raster.pixels, tilt))
    else:
        tilt = 0.0
    first = job.look.bars(raster.pixels, raster.dpi)
    open_pixels = job.look.blotted(raster.pixels, dark(first), paper=True) if dark(first) else raster.pixels
    reading = upright.by_ocr(open_pixels, raster.dpi, job.look, job.engine, job.languages, marks)
    lines = upright.without_noise(with_dashes(reading.lines, reading.pixels, raster.dpi, job.look))
    lines = run_into(_with_missed(job, reading.pixels, raster.dpi, lines))
    lines = set_apart(lines, reading.pixels, job.look)
    lines = settled(lines, reading.pixels, raster.dpi, job.look, job.engine, job.languages)
    lines = closer.looked(lines, reading.pixels, raster.dpi, job.look, job.engine, job.languages)
    if job.languages[:1] == ("eng",):
        lines = upright.mended(lines)
    raster = job.turned(raster, reading.rotation)
    if reading.angle:
        raster = replace(raster, pixels=job.look.straightened(raster.pixels, reading.angle))
    candidates = job.look.bars(raster.pixels, raster.dpi) if reading.rotation or reading.angle else first
    lines = with_margin_codes(lines, candidates, Eyes(raster, job.look, job.engine, job.languages)) if candidates else lines
    found = covered.redactions(candidates, lines, raster, job.look, job.engine, job.languages, job.params.most_crops)
    lines = inserted.with_codes(lines, found)
    if not any(legible.folded(word) for word in texts(lines)) and not found and ink < BLANK_INK:
        reason = f"blank: OCR found no words, only marks on {ink:.2%} of the page; {why}"
        return Text("blank", reason, (), raster, reading.rotation, 1.0, job.look.identity())
    extra = "" if lines else f"; no words found, ink on {ink:.1%} of the page"
    extra += f"; turned {reading.rotation} degrees" if reading.rotation else ""
    extra += "".join(f"; {what}" for what in reading.done)
    extra += f"; straightened by {abs(tilt + reading.angle):.1f} degrees" if tilt or reading.angle else ""
    confidence = upright.mean_confidence(lines)
    identity = job.engine.identity()
    return Text("ocr", f"OCR: {why}{extra}", lines, raster, reading.rotation, confidence, identity, found, dark(candidates))


def _with_missed(job: Job, pixels: Grey, dpi: float, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines with rows of print that OCR of the whole page passed over: "-----Original Message-----", a stamp in a corner."""
    boxes = tuple(Box(word.x0, word.y0, word.x1, word.y1) for line in lines for word in line.words)
    missed = sorted(job.look.missed(pixels, dpi, boxes), key=lambda place: not _in_margin(place))  # stamps before noise
    for place in missed[:MISSED_ROWS]:
        read = _row(job, pixels, dpi, place) or _row(job, pixels, dpi, place, again=True)
        words = [word for line in read for word in line.words if legible.folded(word.text)]
        told = [legible.looks_like_word(word.text) for word in words]
        text = _text(read)
        stamped = STAMP_LIKE.fullmatch(text) and _in_margin(place)
        sure = all(word.confidence >= job.params.min_confidence for word in words)
        sure = sure or (bool(stamped) and _text(_row(job, pixels, dpi, place, again=True)) == text)  # two looks agree
        if len(read) == 1 and words and sure and (stamped or (lines and all(told))):
            lines = inserted.with_words(lines, inserted.spread(text, place, upright.mean_confidence(read)))
    return lines


def _row(job: Job, pixels: Grey, dpi: float, place: Box, again: bool = False) -> tuple[Line, ...]:
    crop = job.look.crop(pixels, place, dpi, again=again, lined=True)
    return job.engine.recognise(crop, round(dpi), job.languages, single_block=True)


def _text(read: tuple[Line, ...]) -> str:
    return " ".join(word.text for word in read[0].words) if read else ""


def _in_margin(place: Box) -> bool:
    return place.y1 < MARGIN or place.y0 > 1 - MARGIN


def dark(candidates: tuple[Candidate, ...]) -> tuple[Box, ...]:
    """The boxes that OCR must not try to read as print."""
    return tuple(item.box for item in candidates if item.fill in ("black", "hatched"))


def texts(lines: tuple[Line, ...]) -> list[str]:
    """Every word in order."""
    return [word.text for line in lines for word in line.words]
