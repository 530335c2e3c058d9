"""Pages laid out from plain strings, with word boxes where such lines would be printed."""

from __future__ import annotations

from pipeline.records import spans
from pipeline.records.page import Box, HiddenText, Line, Page, RedactionBox, Word
from pipeline.records.source import File, Release

LETTER = 0.008  # width of one character, as a share of the page
ROW = 0.018


def page(
    text: str,
    number: int = 1,
    foot: str = "",
    redactions: tuple[RedactionBox, ...] = (),
    hidden: tuple[HiddenText, ...] = (),
    file_id: str = "f" * 16,
) -> Page:
    """Blank lines part blocks; three spaces are a wide gap; `foot` stands in the bottom margin."""
    lines: list[Line] = []
    row, block = 4, 0
    for printed in text.split("\n"):
        if printed.strip():
            lines.append(Line(_words(printed, row * ROW), block))
        else:
            block += 1
        row += 1
    if foot:
        lines.append(Line(_words(foot, 0.95), block + 1))
    laid = tuple(lines)
    return Page(
        f"{file_id}-p{number}", file_id, number, spans.joined(laid), laid, "ocr" if laid else "blank", "", 1.0, 0, "eng",
        612.0, 792.0, "scripted", "", redactions, hidden,
    )  # fmt: skip


def _words(printed: str, top: float) -> tuple[Word, ...]:
    words = []
    at = 0
    for part in printed.split(" "):
        if part:
            left = 0.1 + LETTER * at
            words.append(Word(part, left, top, left + LETTER * len(part), top + 0.012))
        at += len(part) + 1
    return tuple(words)


def box_of(page_: Page, word: str, fill: str = "black", raw: str = "") -> RedactionBox:
    """A box over the first word that starts so."""
    found = next(one for line in page_.lines for one in line.words if one.text.startswith(word))
    return RedactionBox(Box(found.x0, found.y0, found.x1, found.y1), fill, raw)


def file(name: str = "records.pdf", media_type: str = "application/pdf", file_id: str = "f" * 16) -> File:
    return File(file_id, "r1", name, file_id * 4, 10, media_type)


RELEASE = Release("r1", agency="Department of Tests")
