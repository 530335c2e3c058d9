"""Whether words come in the order of reading on pages of more than one column: drawn here, so that the order is known.

A page counts as right when nearly all words follow the word they follow on the page. It is read twice: as a text layer whose
lines lie in the file in no order, and as a scan, that one by plain Tesseract too. Where two orders are as good (two
signatures side by side), either is right.
"""

from __future__ import annotations

import io
import random
import tempfile
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from statistics import mean

import cv2
import numpy as np
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from measuring import wordstock
from measuring.figures import Figure, Section
from measuring.rendered import plain

TITLE = "Order of reading"
PART = "order"
WIDTH, HEIGHT = 612.0, 792.0
LEFT, RIGHT = 72.0, 540.0
RIGHT_FROM = 0.95  # share of a page's pairs of words, from which on its order counts as right


@dataclass(slots=True)
class Sheet:
    """A page while it is drawn: pieces (x, baseline, size, font, text), rules (x0, y0, x1, y1), and its words in order."""

    chance: random.Random
    size: float = 11.0
    font: str = "Times-Roman"
    y: float = 720.0
    pieces: list[tuple[float, float, float, str, str]] = field(default_factory=list)
    rules: list[tuple[float, float, float, float]] = field(default_factory=list)
    truths: list[list[str]] = field(default_factory=lambda: [[], []])  # two orders, alike but where both are right

    def put(self, x: float, y: float, text: str) -> None:
        """Draws without saying in which order."""
        self.pieces.append((x, y, self.size, self.font, text))

    def said(self, *either: str) -> None:
        """Adds to the truth: one text, or two of which either is right."""
        for truth, text in zip(self.truths, (either[0], either[-1]), strict=True):
            truth.append(text)

    def wrapped(self, text: str, width: float) -> list[str]:
        """The text in lines no wider than `width`."""
        lines = [""]
        for word in text.split():
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and stringWidth(longer, self.font, self.size) > width:
                lines.append(word)
            else:
                lines[-1] = longer
        return lines

    def prose(self, sentences: int, left: float = LEFT, right: float = RIGHT) -> None:
        """A paragraph across, from `y` down."""
        text = " ".join(wordstock.sentence(self.chance) for _ in range(sentences))
        for line in self.wrapped(text, right - left):
            self.put(left, self.y, line)
            self.y -= 1.2 * self.size
        self.said(text)
        self.y -= self.size


def _columns(sheet: Sheet, count: int) -> None:
    """Prose in columns between a heading and a foot."""
    sheet.prose(1)
    gap = sheet.chance.uniform(16, 34)
    wide = (RIGHT - LEFT - gap * (count - 1)) / count
    top, lowest = sheet.y, sheet.y
    for column in range(count):
        sheet.y = top
        left = LEFT + column * (wide + gap)
        for _ in range(sheet.chance.randint(2, 3)):
            sheet.prose(3, left, left + wide)
        lowest = min(lowest, sheet.y)
    sheet.y = lowest - 10
    sheet.prose(2)


def _cells(sheet: Sheet, columns: int) -> list[str]:
    chance = sheet.chance
    kinds = [
        lambda: chance.choice(wordstock.OFFICES),
        lambda: f"{chance.randint(1, 12):02}/{chance.randint(1, 28):02}/20{chance.randint(8, 12):02}",
        lambda: chance.choice(("Clear as drafted", "See note", "not sent", "Clear with two notes", "Asked for more time today")),
        lambda: f"{chance.randint(2, 9)},{chance.randint(100, 999)}",
        lambda: wordstock.person(chance),
    ]
    return [kind() for kind in kinds[:columns]]


def _table(sheet: Sheet, ruled: bool) -> None:
    sheet.prose(2)
    columns, rows = sheet.chance.randint(2, 5), sheet.chance.randint(5, 12)
    step = sheet.size * sheet.chance.choice((1.25, 1.6, 2.1))
    places = [LEFT + 4 + at * (RIGHT - LEFT) / columns for at in range(columns)]
    sheet.size = min(sheet.size, 10.0) if columns > 3 else sheet.size
    top = sheet.y + sheet.size
    for _ in range(rows):
        cells = [" ".join(sheet.wrapped(cell, (RIGHT - LEFT) / columns - 12)[:1]) for cell in _cells(sheet, columns)]
        for x, cell in zip(places, cells, strict=True):
            sheet.put(x, sheet.y, cell)
        sheet.said(" ".join(cells))
        if ruled:
            sheet.rules.append((LEFT, sheet.y + 0.5 * step + 0.4 * sheet.size, RIGHT, sheet.y + 0.5 * step + 0.4 * sheet.size))
        sheet.y -= step
    if ruled:
        foot = sheet.y + 0.5 * step + 0.4 * sheet.size
        sheet.rules.append((LEFT, foot, RIGHT, foot))
        sheet.rules += [(x - 4, top, x - 4, foot) for x in (*places, RIGHT + 4)]
    sheet.y -= 1.5 * sheet.size
    sheet.prose(3)


def _header(sheet: Sheet) -> None:
    """The head of a printed message: labels left, values right of them, then prose."""
    chance = sheet.chance
    tab = LEFT + chance.uniform(60, 130)
    lines = [
        ("From:", wordstock.person(chance)),
        ("Sent:", f"Monday, March {chance.randint(1, 28)}, 2010 {chance.randint(1, 12)}:{chance.randint(10, 59)} PM"),
        ("To:", f"{wordstock.person(chance)}; {wordstock.person(chance)}"),
        ("Cc:", wordstock.person(chance)),
        ("Subject:", f"RE: {chance.choice(wordstock.TOPICS)} and {chance.choice(wordstock.TOPICS)}"),
        ("Attachments:", "draft schedule.doc; register.xls"),
    ]
    for label, value in lines:
        sheet.put(LEFT, sheet.y, label)
        sheet.put(tab, sheet.y, value)
        sheet.said(f"{label} {value}")
        sheet.y -= sheet.size * 1.25
    sheet.y -= 20
    sheet.prose(4)
    sheet.prose(3)


def _side_by_side(sheet: Sheet) -> None:
    """Blocks of short lines beside each other, such as two signatures or an address beside a stamp."""
    sheet.prose(4)
    chance, top = sheet.chance, sheet.y - 30
    pairs = [
        (f"For the {chance.choice(wordstock.OFFICES)}:", f"For {chance.choice(wordstock.COUNTIES)} County:"),
        (wordstock.person(chance), wordstock.person(chance)),
        (chance.choice(wordstock.TITLES), chance.choice(wordstock.TITLES)),
        (f"Date: March {chance.randint(1, 28)}, 2010", f"Date: April {chance.randint(1, 28)}, 2010"),
    ]
    for row, pair in enumerate(pairs):
        sheet.put(LEFT, top - row * 1.3 * sheet.size, pair[0])
        sheet.put(330, top - row * 1.3 * sheet.size, pair[1])
    by_block = " ".join([pair[0] for pair in pairs] + [pair[1] for pair in pairs])
    sheet.said(" ".join(f"{left} {right}" for left, right in pairs), by_block)
    sheet.y = top - 7 * sheet.size
    sheet.prose(2)


def _letter(sheet: Sheet) -> None:
    """A letterhead left, a date and a number right, an address, prose."""
    chance = sheet.chance
    rows = [
        (chance.choice(wordstock.OFFICES), f"March {chance.randint(1, 28)}, 2010"),
        (f"{chance.randint(100, 999)} Canal Street", f"No. {chance.randint(1000, 9999)}"),
    ]
    for left, right in rows:
        sheet.put(LEFT, sheet.y, left)
        sheet.put(RIGHT - stringWidth(right, sheet.font, sheet.size), sheet.y, right)
        sheet.y -= 1.25 * sheet.size
    by_block = " ".join(part for side in zip(*rows, strict=True) for part in side)
    sheet.said(" ".join(f"{left} {right}" for left, right in rows), by_block)
    sheet.y -= 20
    for _ in range(3):
        sheet.prose(3)


KINDS: dict[str, Callable[[Sheet], None]] = {
    "two columns": lambda sheet: _columns(sheet, 2),
    "three columns": lambda sheet: _columns(sheet, 3),
    "ruled table": lambda sheet: _table(sheet, True),
    "table without rules": lambda sheet: _table(sheet, False),
    "message header": _header,
    "blocks side by side": _side_by_side,
    "letterhead": _letter,
}


def drawn(kind: str, seed: int) -> Sheet:
    """The page of that kind and seed."""
    chance = random.Random(f"{kind} {seed}")
    sheet = Sheet(chance, chance.choice((9.5, 10.5, 11.5, 12.0)), chance.choice(("Times-Roman", "Helvetica", "Courier")))
    if sheet.font == "Courier":
        sheet.size = 9.5
    KINDS[kind](sheet)
    return sheet


def written(sheet: Sheet, path: Path) -> None:
    """The page as a PDF of live text, its lines in no order."""
    canvas = Canvas(str(path), (WIDTH, HEIGHT), invariant=1)
    for x0, y0, x1, y1 in sheet.rules:
        canvas.line(x0, y0, x1, y1)
    pieces = list(sheet.pieces)
    random.Random(len(pieces)).shuffle(pieces)
    for x, y, size, font, text in pieces:
        canvas.setFont(font, size)
        canvas.drawString(x, y, text)
    canvas.save()


def scanned(sheet: Sheet, path: Path, seed: int) -> None:
    """The page as a PDF of one scan: 200 dpi, a little skew, grey with grain or two levels."""
    import pypdfium2

    written(sheet, path)
    with pypdfium2.PdfDocument(path) as document:
        grey = np.asarray(document[0].render(scale=200 / 72, grayscale=True).to_numpy(), dtype=np.uint8)
    grey = grey[:, :, 0] if grey.ndim == 3 else grey
    rng = np.random.default_rng(seed)
    high, wide = grey.shape
    turn = cv2.getRotationMatrix2D((wide / 2, high / 2), float(rng.uniform(-1, 1)), 1.0)
    worn = cv2.warpAffine(grey, turn, (wide, high), flags=cv2.INTER_CUBIC, borderValue=255) + rng.normal(0, 12, grey.shape)
    done = np.clip(worn, 0, 255).astype(np.uint8) if seed % 2 else np.where(worn < 150, 0, 255).astype(np.uint8)
    out = io.BytesIO()
    Image.fromarray(done).save(out, "PNG")
    canvas = Canvas(str(path), (WIDTH, HEIGHT), invariant=1)
    canvas.drawImage(ImageReader(out), 0, 0, WIDTH, HEIGHT)
    canvas.save()


def kept(text: str, truths: list[list[str]]) -> float:
    """Share (0..1) of the true pairs of neighbouring words that are neighbours in the text; of the better truth."""
    found = Counter(pairwise(plain(text).split()))
    best = 0.0
    for truth in truths:
        wanted = Counter(pairwise(plain(" ".join(truth)).split()))
        best = max(best, (found & wanted).total() / max(wanted.total(), 1))
    return best


def outcome(task: tuple[str, int]) -> tuple[str, float, float, float]:
    """(kind, share of pairs kept in the text layer, by OCR, by plain Tesseract)."""
    from pipeline import tasks
    from pipeline.records.source import File

    kind, seed = task
    sheet, work = drawn(kind, seed), tasks.works({})["read"]
    shares: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        for draw in (lambda path: written(sheet, path), lambda path: scanned(sheet, path, seed)):
            path = Path(folder) / f"{len(shares)}.pdf"
            draw(path)
            file = File("f", "r", path.name, "", path.stat().st_size, "application/pdf")
            shares.append(kept(work.do((path, file, 1, "", ("eng",)))[0].text, sheet.truths))
        return kind, shares[0], shares[1], kept(_peer(path), sheet.truths)


def _peer(path: Path) -> str:
    """Plain Tesseract, told the resolution."""
    import pypdfium2
    import pytesseract

    with pypdfium2.PdfDocument(path) as document:
        image = document[0].render(scale=200 / 72, grayscale=True).to_pil()
    found = pytesseract.image_to_data(image, config="--dpi 200", output_type=pytesseract.Output.DICT)
    return " ".join(found["text"])


def measure(pages: int, jobs: int) -> Section:
    """The figures of `pages` pages of each kind."""
    work = [(kind, seed) for kind in KINDS for seed in range(pages)]
    if jobs < 2:
        done = [outcome(task) for task in work]
    else:
        with ProcessPoolExecutor(jobs) as pool:
            done = list(pool.map(outcome, work))
    figures, details = [], []
    for kind in KINDS:
        rows = [row[1:] for row in done if row[0] == kind]
        for at, way in enumerate(("text layer", "scan")):
            figures.append(Figure(PART, f"{kind}, {way}", sum(row[at] >= RIGHT_FROM for row in rows), len(rows)))
        layer, scan, peer = (mean(column) for column in zip(*rows, strict=True))
        details.append(f"  {kind}: pairs of words kept {layer:.4f} of the layer, {scan:.4f} of the scan, Tesseract {peer:.4f}")
    note = f"  {pages} drawn pages of each kind; a page is right when {RIGHT_FROM:.0%} of its pairs of words follow each other."
    return Section(TITLE, note, tuple(figures), "", tuple(details))
