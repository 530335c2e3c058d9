"""What a worker does to read a file: count its pages, and read one of them. Implementations are chosen here for these two.

Apart from `tasks.py`, so that a worker that reads loads nothing else: parser and rules take longer to load than a page to read.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from pipeline import passwords
from pipeline.engines import ink, mail, pdf, picture, plaintext, tesseract
from pipeline.errors import Unreadable
from pipeline.ports import OcrEngine, Source
from pipeline.records.page import Page
from pipeline.records.source import File, Probe
from pipeline.stages import intake, read
from pipeline.workers import tool

OCR_ENGINES: dict[str, Callable[..., OcrEngine]] = {
    "tesserocr": tesseract.Embedded,
    "pytesseract": tesseract.System,
}
SOURCES: dict[str, Callable[[], Source]] = {
    "application/pdf": pdf.Pdf,
    "image": picture.Picture,
    "text/plain": plaintext.PlainText,
    "message/rfc822": mail.Mail,
}


def _source(media_type: str) -> Source:
    name = media_type if media_type in SOURCES else media_type.partition("/")[0]
    source: Source = tool(name, SOURCES[name])
    return source


def probe(payload: tuple[Path, File, tuple[str, ...]]) -> Probe:
    """How many pages the file (path, file, passwords to try) has, and which password opens it. Raises Unreadable."""
    path, file, given = payload
    known = passwords.values(given)
    try:
        found = intake.probe(_source(file.media_type), path, file, tuple(known))
    except Unreadable as error:
        if error.kind == "encrypted" and any(map(passwords.is_named, given)):
            raise passwords.locked(file.name, given) from error
        raise
    return replace(found, password=known.get(found.password, ""))


def page(engine: str, params: read.Params, payload: tuple[Path, File, int, str, tuple[str, ...]]) -> tuple[Page, bytes]:
    """The page (path, file, number, password, languages) and its image, read with the OCR engine of that name."""
    path, file, page_no, password, languages = payload
    password = passwords.value(password, file.name)
    ocr: OcrEngine = tool(engine, OCR_ENGINES[engine])
    look = tool("ink", ink.Ink)
    return read.read(_source(file.media_type), ocr, look, path, file, page_no, password, languages, params)


def check_languages(engine: str, languages: set[str]) -> None:
    """Raises MissingTool for a language that the OCR engine of that name has no data for."""
    OCR_ENGINES[engine](tuple(sorted(languages))).identity()
