"""Whether each page is read by the right method: a drawn mix of pages whose kind is known because they were made here.

A page counts as right when its method is the one wanted, what a reader sees is in its text, and what nobody sees is not.
"""

from __future__ import annotations

import io
import random
import tempfile
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from measuring.figures import Figure, Section

WIDTH, HEIGHT = 420.0, 300.0  # points: half a sheet, to keep the time down
SCAN_DPI = 150
SAME = 0.9  # likeness of the text (0..1) from which on it counts as what a reader sees
PART = "page decisions"
NOTE = (
    "  Pages drawn by the authors, each kind with several contents, sizes and greys: right method, what is seen in the text,\n"
    "  what is not seen kept out of it."
)
WHO = ("The clerk", "A deputy", "The field office", "One commissioner", "The records officer", "The county attorney")
DID = ("asked for", "sent back", "signed", "read aloud", "set aside", "answered")
WHAT = ("the agreement", "a second letter", "the monthly table", "the notice of change", "a list of requests", "the draft memo")
WHEN = ("in March", "before the meeting", "after the vote", "last spring", "on the following day", "during the review")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is right for one drawn page: methods of which any will do, the words seen, and words that nobody sees."""

    kind: str
    methods: tuple[str, ...]
    seen: str
    unseen: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one page of the mix came out; `why` is '' where it is right."""

    kind: str
    why: str


def _lines(rng: random.Random, least: int = 5) -> list[str]:
    return [
        f"{rng.choice(WHO)} {rng.choice(DID)} {rng.choice(WHAT)} {rng.choice(WHEN)}."
        for _ in range(rng.randint(least, least + 4))
    ]


def _write(canvas: Canvas, lines: list[str], mode: int = 0, left: float = 40, size: float = 11) -> None:
    text = canvas.beginText(left, HEIGHT - 50)
    text.setFont("Helvetica", size, 1.6 * size)
    text.setTextRenderMode(mode)
    text.textLines(lines)
    canvas.drawText(text)


def _scan(lines: list[str], rng: random.Random, dpi: int = SCAN_DPI) -> NDArray[np.uint8]:
    scale = dpi / 72
    image = Image.new("L", (round(WIDTH * scale), round(HEIGHT * scale)), 255)
    pen, font = ImageDraw.Draw(image), ImageFont.load_default(11 * scale)
    for row, line in enumerate(lines):
        pen.text((40 * scale, (40 + row * 17.6) * scale), line, fill=rng.choice((0, 25, 50)), font=font)
    return np.asarray(image, dtype=np.uint8)


def _paint(canvas: Canvas, pixels: NDArray[np.uint8]) -> None:
    data = io.BytesIO()
    Image.fromarray(pixels).save(data, "PNG")
    canvas.drawImage(ImageReader(data), 0, 0, WIDTH, HEIGHT)


def good(canvas: Canvas, rng: random.Random) -> Wanted:
    """Type in the file, with a rule or a letterhead's line now and then."""
    lines = _lines(rng)
    _write(canvas, lines, size=rng.choice((9, 10, 11, 12)))
    if rng.random() < 0.5:
        canvas.line(40, HEIGHT - 30, WIDTH - 40, HEIGHT - 30)
    return Wanted("text layer good", ("text_layer",), " ".join(lines))


def garbage(canvas: Canvas, rng: random.Random) -> Wanted:
    """A scan under a layer of letters taken for others, as a broken font map leaves them."""
    lines = _lines(rng)
    _paint(canvas, _scan(lines, rng))
    step = rng.randint(3, 20)
    shifted = ["".join(chr((ord(c) - 97 + step) % 26 + 97) if c.islower() else c for c in line) for line in lines]
    _write(canvas, shifted, mode=3)
    return Wanted("garbage layer over a scan", ("ocr",), " ".join(lines), shifted[0])


def stacked(canvas: Canvas, rng: random.Random) -> Wanted:
    """The same scan with its layer written twice, a hair apart."""
    lines = _lines(rng)
    _paint(canvas, _scan(lines, rng))
    _write(canvas, lines, mode=3)
    _write(canvas, lines, mode=3, left=40 + rng.choice((0.0, 0.3, 1.0)))
    return Wanted("stacked layers", ("text_layer", "ocr"), " ".join(lines))


def agreeing(canvas: Canvas, rng: random.Random) -> Wanted:
    """A scan with an OCR layer that says what it says."""
    lines = _lines(rng)
    _paint(canvas, _scan(lines, rng))
    _write(canvas, lines, mode=3)
    return Wanted("unseen layer that agrees with its scan", ("text_layer",), " ".join(lines))


def disagreeing(canvas: Canvas, rng: random.Random) -> Wanted:
    """A scan with fluent words of another page in its layer."""
    lines, other = _lines(rng), ["Nobody in this place grows quiet apples under seven bright windows." for _ in range(5)]
    _paint(canvas, _scan(lines, rng))
    _write(canvas, other, mode=3)
    return Wanted("unseen layer that says something else", ("ocr",), " ".join(lines), "quiet apples")


def off_page(canvas: Canvas, rng: random.Random) -> Wanted:
    """Type on the page and more beyond its rim."""
    lines = _lines(rng)
    _write(canvas, lines)
    canvas.setFont("Helvetica", 11)
    canvas.drawString(*rng.choice(((40, -40), (40, HEIGHT + 30), (WIDTH + 50, 100))), "Rejected wording kept aside")
    return Wanted("words off the page", ("text_layer",), " ".join(lines), "Rejected")


def picture_only(canvas: Canvas, rng: random.Random) -> Wanted:
    """A scan and nothing else."""
    lines = _lines(rng)
    _paint(canvas, _scan(lines, rng, rng.choice((150, 200))))
    return Wanted("picture only", ("ocr",), " ".join(lines))


def stamped(canvas: Canvas, rng: random.Random) -> Wanted:
    """A scan with a live stamp on it, in a margin."""
    lines, stamp = _lines(rng), f"FOIA-SAMPLE {rng.randint(100000, 999999)}"
    _paint(canvas, _scan(lines, rng))
    canvas.setFont("Helvetica", 9)
    canvas.drawString(*rng.choice(((40, 14), (270, 14), (270, HEIGHT - 20))), stamp)
    return Wanted("scan with a live stamp", ("ocr",), " ".join(lines), "")


def blank(canvas: Canvas, rng: random.Random) -> Wanted:
    """White, or the even grey of scanned paper."""
    if rng.random() < 0.6:
        _paint(canvas, np.full((625, 875), rng.choice((255, 250, 235)), np.uint8))
    return Wanted("blank", ("blank",), "")


def specks(canvas: Canvas, rng: random.Random) -> Wanted:
    """Scanned paper with dust and the shadow of its edge."""
    pixels = np.full((625, 875), 248, np.uint8)
    for _ in range(rng.randint(3, 25)):
        y, x, size = rng.randint(10, 610), rng.randint(10, 860), rng.randint(1, 2)
        pixels[y : y + size, x : x + size] = rng.randint(0, 120)
    if rng.random() < 0.4:
        pixels[:, :2] = 60
    _paint(canvas, pixels)
    return Wanted("near blank, with specks", ("blank",), "")


def outlines(canvas: Canvas, rng: random.Random) -> Wanted:
    """Letters drawn as shapes, without any text in the file."""
    lines = _lines(rng)
    scale = 600 / 72
    ink = (_scan(lines, rng, 600) < 128).astype(np.uint8)
    shape = canvas.beginPath()
    for contour in cv2.findContours(ink, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)[0]:
        points = [(float(x) / scale, HEIGHT - float(y) / scale) for x, y in contour[:, 0, :]]
        shape.moveTo(*points[0])
        for point in points[1:]:
            shape.lineTo(*point)
        shape.close()
    canvas.setFillGray(rng.choice((0.0, 0.2)))
    canvas.drawPath(shape, stroke=0, fill=1, fillMode=0)
    return Wanted("letters drawn as outlines", ("ocr",), " ".join(lines))


KINDS = (good, garbage, stacked, agreeing, disagreeing, off_page, picture_only, stamped, blank, specks, outlines)


def draw(path: Path, kind: int, seed: int) -> Wanted:
    """One page of this kind at `path`, the same for the same seed."""
    canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT), invariant=1)
    wanted = KINDS[kind](canvas, random.Random(f"{KINDS[kind].__name__} {seed}"))
    canvas.showPage()
    canvas.save()
    return wanted


def look_at(task: tuple[int, int]) -> Verdict:
    """Draws a page and has it read."""
    from pipeline import tasks
    from pipeline.records.source import File

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.pdf"
        wanted = draw(path, *task)
        file = File("f", "r", path.name, "", path.stat().st_size, "application/pdf")
        page = tasks.works({})["read"].do((path, file, 1, "", ("eng",)))[0]
    return Verdict(wanted.kind, fault(wanted, page.method, page.method_reason, page.text))


def fault(wanted: Wanted, method: str, reason: str, text: str) -> str:
    """What is wrong with how a page came out, or ''."""
    if method not in wanted.methods:
        return f"{method}, not {' or '.join(wanted.methods)}: {reason}"
    said = " ".join(text.split())
    if wanted.unseen and wanted.unseen in said:
        return f"says what is not seen: {wanted.unseen}"
    if wanted.kind == "scan with a live stamp":  # the stamp belongs to the text, wherever it stands in it
        said = said.replace("FOIA-SAMPLE", "")
    alike = SequenceMatcher(None, said, wanted.seen, autojunk=False).ratio() if wanted.seen or said else 1.0
    return "" if alike >= SAME else f"only {alike:.0%} of the text as seen: {reason}"


def measure(pages: int, jobs: int) -> Section:
    """`pages` pages of each kind."""
    todo = [(kind, seed) for seed in range(pages) for kind in range(len(KINDS))]
    with ProcessPoolExecutor(jobs) as pool:
        return section(list(pool.map(look_at, todo)))


def section(verdicts: list[Verdict]) -> Section:
    """The share that is right, over all and by kind."""
    total, right = Counter(one.kind for one in verdicts), Counter(one.kind for one in verdicts if not one.why)
    figures = [Figure(PART, "pages read as they should be", right.total(), total.total())]
    figures += [Figure(PART, kind, right[kind], count) for kind, count in total.items()]
    wrong = tuple(f"  {one.kind}: {one.why}" for one in verdicts if one.why)
    return Section("Which way each page is read", NOTE, tuple(figures), "", wrong)
