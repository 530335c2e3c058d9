"""Read: one page of one file becomes its text with a box for every word, and the image a person checks it against.

The text is the file's own where that can be trusted, OCR's where not, and the page says which and why. Words that are in
the file but not on the page never reach the text.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from pipeline.errors import Unreadable
from pipeline.ports import Look, OcrEngine, Source
from pipeline.records.page import Box, HiddenText, Line, Page
from pipeline.records.source import File
from pipeline.records.spans import box, joined
from pipeline.seen import Candidate, Raster
from pipeline.stages.boxes import covered
from pipeline.stages.intake import renamed
from pipeline.stages.reading import inserted, legible, likely, upright, visible
from pipeline.stages.reading.at_hand import Job, Params, Text
from pipeline.stages.reading.recognised import by_ocr, dark, texts

__all__ = ["VERSION", "Params", "read"]

VERSION = "51"

OWN_INK = 0.6  # marks outside the layer's words, against those inside, that make one suspect the layer of missing text
SAMPLE_LINES = 3  # lines of the layer compared with what OCR reads there
BARE, TYPESET, PICTURED = "bare", "typeset", "pictured"  # see `seen.Layer`; a page that is neither may be a picture of anything


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
        return _read(Job(source, engine, look, path, file, page_no, password, languages, params))
    except Unreadable as error:
        raise renamed(error, path, file) from error


def _read(job: Job) -> tuple[Page, bytes]:
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
        text = by_ocr(job, raster, "no text layer")
    elif plain:
        text = _by_layer(job, raster, plain, (), BARE)
    else:
        candidates = look.bars(raster.pixels, raster.dpi)
        drawn = tuple(item.box for item in candidates)
        seen = visible.sight(layer, raster, drawn, look, engine, languages, params.most_crops)
        hidden = seen.hidden
        text = _by_layer(job, raster, seen, candidates, TYPESET if layer.typeset else PICTURED)
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


def _accept(job: Job, plain: visible.Sight | None) -> None:
    """Raises Unreadable unless the words can be taken on trust: no picture of the page is there to check them against."""
    words = [word.text for line in plain.lines for word in line.words] if plain else []
    if not words or legible.share(words) < job.params.min_legible:
        what = f"{job.path.name} page {job.page_no} cannot be drawn, and its text alone cannot be trusted."
        raise Unreadable("damaged", what, "Ask for the file again, or print it to a new PDF.")


def _by_layer(job: Job, raster: Raster, seen: visible.Sight, candidates: tuple[Candidate, ...], made: str) -> Text:
    """The layer's visible words, or OCR where they cannot stand for the page. `made` is what the page is made of."""
    shown = [word.text for line in seen.lines for word in line.words]
    if not shown:
        return by_ocr(job, raster, f"none of the {seen.n_words} words in its text layer is visible")
    usable = legible.share(shown)
    if usable < job.params.min_legible:
        read = by_ocr(job, raster, f"text layer unusable ({usable:.0%} of its words look like words)")
        # A script the OCR was not told about looks unusable too; then the layer is still the better text.
        worse = (
            read.method == "ocr" and read.confidence < job.params.min_confidence and legible.share(texts(read.lines)) <= usable
        )
        return _layer_text(job, raster, seen, candidates, "OCR reads it no better") if worse else read
    doubt = _doubt(job, raster, seen, made if legible.fluent(shown) else PICTURED)
    if doubt:
        read = by_ocr(job, raster, doubt)
        if read.method == "ocr" and read.confidence >= job.params.min_confidence and len(texts(read.lines)) >= 0.7 * len(shown):
            return read
        return _layer_text(job, raster, seen, candidates, "OCR reads it no better")
    return _layer_text(job, raster, seen, candidates, "")


def _doubt(job: Job, raster: Raster, seen: visible.Sight, made: str) -> str:
    """Why a layer of real words may still not be what the page says, or ''.

    Words that stand on a page as type are its print: without a picture there is nothing that they could be compared with.
    """
    if made == BARE:
        return ""
    boxes = tuple(Box(word.x0, word.y0, word.x1, word.y1) for line in seen.lines for word in line.words)
    inside, outside = job.look.outside(raster.pixels, raster.dpi, boxes)
    if outside > 60 and outside > OWN_INK * inside:
        return f"the text layer covers only {inside / (inside + outside):.0%} of the print"
    agreed = None if made == TYPESET else _agreement(job, raster, seen.lines)
    if agreed is not None and agreed < job.params.min_agreement:
        return f"the text layer says other words than the print ({agreed:.0%} of sampled words agree)"
    return ""


def _agreement(job: Job, raster: Raster, lines: tuple[Line, ...]) -> float | None:
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


def _layer_text(job: Job, raster: Raster, seen: visible.Sight, candidates: tuple[Candidate, ...], but: str) -> Text:
    n_shown = seen.n_shown
    reason = f"text layer: {n_shown} words, {n_shown / seen.n_words:.0%} of them on visible ink" + (f"; {but}" if but else "")
    most = 0 if seen.alone else job.params.most_crops
    found = covered.redactions(candidates, seen.lines, raster, job.look, job.engine, job.languages, most)
    identity = job.source.identity()
    return Text("text_layer", reason, inserted.with_codes(seen.lines, found), raster, 0, 1.0, identity, found, dark(candidates))


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
