"""A page as `read` would give it, from plain text: one line of print per line, an empty line between blocks."""

from __future__ import annotations

from pipeline.records import spans
from pipeline.records.page import Line, Page, RedactionBox, Word

LETTER, ROW = 0.008, 0.0175  # width of a character and height of a row, as shares of the page


def laid_out(
    text: str, number: int, file_id: str, large: int = -1, landscape: bool = False, redactions: tuple[RedactionBox, ...] = ()
) -> Page:
    """Page `number` (from 1) of the file. The line of index `large` is set in larger type. The last line is a foot where it
    follows an empty one at the end of a full page."""
    printed = text.split("\n")
    lines: list[Line] = []
    block = 0
    for row, line in enumerate(printed):
        if not line.strip():
            block += bool(lines) and lines[-1].block == block
            continue
        foot = row == len(printed) - 1 and row and not printed[row - 1].strip()
        top = 0.955 if foot else 0.05 + row * ROW
        height = 0.02 if row == large else 0.012
        lines.append(Line(_words(line, min(top, 0.975), height), block))
    laid = tuple(lines)
    size = (792.0, 612.0) if landscape else (612.0, 792.0)
    return Page(
        f"{file_id}-p{number}", file_id, number, spans.joined(laid), laid, "ocr" if laid else "blank", "", 0.9, 0, "eng",
        *size, "invented", "", redactions,
    )  # fmt: skip


def _words(printed: str, top: float, height: float) -> tuple[Word, ...]:
    words, at = [], 0
    for part in printed.split(" "):
        if part:
            left = min(0.1 + LETTER * at, 0.97)
            words.append(
                Word(
                    part,
                    round(left, 5),
                    round(top, 5),
                    round(min(left + LETTER * len(part), 0.99), 5),
                    round(top + height, 5),
                    0.9,
                )
            )
        at += len(part) + 1
    return tuple(words)
