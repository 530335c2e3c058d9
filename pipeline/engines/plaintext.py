"""Text files as pages: wrapped lines on letter paper, with a box for every word. Mail uses the same layout."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from pathlib import Path

from pipeline.engines import picture
from pipeline.engines.picture import DrawnWord
from pipeline.errors import Unreadable
from pipeline.records.page import Line, Word
from pipeline.records.source import Probe
from pipeline.records.spans import box
from pipeline.seen import Layer, LayerWord, Raster

WIDTH, HEIGHT, MARGIN = 612.0, 792.0, 72.0  # letter paper, points
COLUMNS, ROWS = 95, 60
TYPE = 8.5  # points; the built-in typeface then averages a little under one column a letter
COLUMN = (WIDTH - 2 * MARGIN) / COLUMNS
ROW = (HEIGHT - 2 * MARGIN) / ROWS
LARGEST = 64 * 1024 * 1024  # bytes; a larger text is data, not a record to be read


class PlainText:
    """Implements `ports.Source` for plain text. Keeps the pages of the last file, since pages are asked for one by one."""

    def __init__(self) -> None:
        self._last: tuple[Path, int, tuple[tuple[str, ...], ...]] | None = None

    def identity(self) -> str:
        """The layout has no version of its own beyond this and the drawing library's."""
        return f"plaintext 1 {picture.version()}"

    def probe(self, path: Path, file_id: str, passwords: tuple[str, ...]) -> Probe:
        """Pages are split at form feeds and otherwise every 60 wrapped lines."""
        return Probe(file_id, len(self._pages(path)))

    def layer(self, path: Path, page_no: int, password: str) -> Layer | None:
        """The words with the boxes that `render` draws them in; None for a page without words."""
        return layer_of(self._page(path, page_no))

    def render(self, path: Path, page_no: int, password: str, dpi: int, max_pixels: int) -> Raster:
        """The words in their boxes, black on white."""
        return render_of(self._page(path, page_no), dpi, max_pixels)

    def text(self, path: Path) -> str:
        """What the file says, before it is laid out. Raises Unreadable."""
        return decoded(read_limited(path, LARGEST))

    def _pages(self, path: Path) -> tuple[tuple[str, ...], ...]:
        changed = path.stat().st_mtime_ns
        if self._last is None or self._last[:2] != (path, changed):
            self._last = (path, changed, laid_out(self.text(path)))
        return self._last[2]

    def _page(self, path: Path, page_no: int) -> tuple[str, ...]:
        pages = self._pages(path)
        if not 1 <= page_no <= len(pages):
            raise Unreadable("damaged", f"{path.name} has no page {page_no}.", "Run `foia ingest` again on this release.")
        return pages[page_no - 1]


def read_limited(path: Path, most: int) -> bytes:
    """The file's bytes; Unreadable when there are more than `most`."""
    size = path.stat().st_size
    if size > most:
        raise Unreadable("too-large", f"{path.name} holds {size:,} bytes of text.", "Split it into smaller files.")
    return path.read_bytes()


def decoded(data: bytes) -> str:
    """UTF-8 or UTF-16 where the bytes say so, else Windows-1252, in which no byte is lost."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:
            return data.decode("latin-1")


def laid_out(text: str) -> tuple[tuple[str, ...], ...]:
    """Pages of wrapped lines. A text without any word is one empty page."""
    pages: list[tuple[str, ...]] = []
    for part in text.replace("\r\n", "\n").replace("\r", "\n").strip("\f\n").split("\f"):
        rows = [row for line in part.split("\n") for row in _wrapped(line)]
        while rows and not rows[-1].strip():
            rows.pop()
        for start in range(0, max(len(rows), 1), ROWS):
            pages.append(tuple(rows[start : start + ROWS]))
    return tuple(pages)


def _wrapped(line: str) -> list[str]:
    line = "".join(c if c.isprintable() else " " for c in line.expandtabs(8)).rstrip()
    if len(line) <= COLUMNS:
        return [line]
    indent = line[: len(line) - len(line.lstrip())][: COLUMNS // 2]
    return textwrap.wrap(line, COLUMNS, subsequent_indent=indent, break_on_hyphens=False) or [""]


@dataclass(frozen=True, slots=True)
class _Placed:
    drawn: DrawnWord
    width: float
    row: int


def _placed(rows: tuple[str, ...]) -> list[_Placed]:
    """Every word at its column, in type small enough not to run into the next."""
    done: list[_Placed] = []
    for number, row in enumerate(rows):
        at = 0
        for word in row.split():
            at = row.index(word, at)
            room = COLUMN * (len(word) + 0.4)
            width = picture.text_width(word, TYPE)
            size = TYPE if width <= room else round(TYPE * room / width, 2)
            left = MARGIN + at * COLUMN
            done.append(_Placed(DrawnWord(word, left, MARGIN + number * ROW, size), min(width, room), number))
            at += len(word)
    return done


def layer_of(rows: tuple[str, ...]) -> Layer | None:
    """The page's words as a layer; an empty row begins a new block."""
    words: list[LayerWord] = []
    lines: list[Line] = []
    block, last = 0, -1
    current: list[Word] = []
    for placed in _placed(rows):
        if placed.row != last:
            if current:
                lines.append(Line(tuple(current), block))
            if last >= 0 and placed.row > last + 1:
                block += 1
            current, last = [], placed.row
        drawn = placed.drawn
        x0, x1 = drawn.left / WIDTH, (drawn.left + placed.width) / WIDTH
        y0, y1 = drawn.top / HEIGHT, (drawn.top + ROW) / HEIGHT
        words.append(LayerWord(drawn.text, x0, y0, x1, y1, 0.0))
        place = box(x0, y0, x1, y1)
        current.append(Word(drawn.text, place.x0, place.y0, place.x1, place.y1))
    if current:
        lines.append(Line(tuple(current), block))
    return Layer(tuple(words), tuple(lines), WIDTH, HEIGHT) if words else None


def render_of(rows: tuple[str, ...], dpi: int, max_pixels: int) -> Raster:
    """The page drawn; fewer dots per inch where `max_pixels` asks for it."""
    scale = min(float(dpi), (max_pixels / (WIDTH * HEIGHT)) ** 0.5 * 72)
    pixels = picture.draw_words(tuple(placed.drawn for placed in _placed(rows)), WIDTH, HEIGHT, scale)
    return Raster(pixels, scale, WIDTH, HEIGHT)
