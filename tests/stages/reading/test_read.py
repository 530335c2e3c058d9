"""Reading pages: which method, why, what is hidden, what is covered. Real engines on pages drawn here."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from drawn_pages import HEIGHT, PROSE, WIDTH, file_of, invisible, pdf, prose, scan_of, scan_pdf
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipeline import codec
from pipeline.engines.ink import Ink
from pipeline.engines.pdf import Pdf
from pipeline.engines.plaintext import PlainText
from pipeline.engines.tesseract import Embedded
from pipeline.errors import Unreadable
from pipeline.ports import Source
from pipeline.records.page import Page
from pipeline.records.spans import joined
from pipeline.seen import Grey
from pipeline.stages.read import Params, read

SECRET = "Rosalind Fenwick-Ashgrove"
LOOK, ENGINE = Ink(), Embedded()


def _read(path: Path, page_no: int = 1, source: Source | None = None, params: Params | None = None) -> tuple[Page, bytes]:
    return read(source or Pdf(), ENGINE, LOOK, path, file_of(path), page_no, "", ("eng",), params or Params())


def _secret_line(canvas: Canvas, y: float = 500, text: str = SECRET, grey: float = 0.0) -> tuple[float, float]:
    """Draws the secret behind a label; returns where it begins and ends."""
    canvas.setFont("Helvetica", 11)
    canvas.setFillGray(0)
    canvas.drawString(72, y, "Complainant:")
    start = 150.0
    canvas.setFillGray(grey)
    canvas.drawString(start, y, text)
    canvas.setFillGray(0)
    return start, start + canvas.stringWidth(text, "Helvetica", 11)


def _over(canvas: Canvas, grey: float, code: str = "", alpha: float = 1.0, part: float = 1.0, size: float = 9) -> None:
    x0, x1 = _secret_line(canvas)
    canvas.setFillGray(grey, alpha)
    canvas.rect(x0 - 2, 497, (x1 - x0) * part + 4, 13, stroke=0, fill=1)
    if code:
        canvas.setFillGray(1 - round(grey), 1)
        canvas.setFont("Helvetica", size)
        canvas.drawCentredString((x0 + x1) / 2, 500, code)


def _picture_over(canvas: Canvas) -> None:
    x0, x1 = _secret_line(canvas)
    image = Image.new("L", (600, 60), 255)
    from PIL import ImageDraw, ImageFont

    ImageDraw.Draw(image).text((230, 10), "(b)(6)", fill=0, font=ImageFont.load_default(40))
    data = io.BytesIO()
    image.save(data, "PNG")
    canvas.drawImage(ImageReader(data), x0 - 2, 497, x1 - x0 + 4, 13)


def _annotated(canvas: Canvas) -> None:
    x0, x1 = _secret_line(canvas)
    canvas.linkURL("https://example.org", (0, 0, 1, 1))
    from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream

    form = PDFStream(
        PDFDictionary({"Type": PDFName("XObject"), "Subtype": PDFName("Form"), "BBox": PDFArray([0, 0, x1 - x0 + 4, 13])}),
        f"0 g 0 0 {x1 - x0 + 4:.1f} 13 re f".encode(),
    )
    reference = canvas._doc.Reference(form)
    canvas._addAnnotation(
        PDFDictionary(
            {
                "Type": PDFName("Annot"),
                "Subtype": PDFName("Square"),
                "Rect": PDFArray([x0 - 2, 497, x1 + 2, 510]),
                "F": 4,
                "AP": PDFDictionary({"N": reference}),
            }
        )
    )


HIDINGS: dict[str, Callable[[Canvas], object]] = {
    "black box": lambda c: _over(c, 0.0),
    "black box with a code": lambda c: _over(c, 0.0, "(b)(6), (b)(7)(C)"),
    "black box with a wide code": lambda c: _over(c, 0.0, "(b)(6), (b)(7)(C), (b)(7)(E)", size=10),
    "white box": lambda c: _over(c, 1.0),
    "white box with a code": lambda c: _over(c, 1.0, "(b)(6)"),
    "white box with a wide code": lambda c: _over(c, 1.0, "(b)(6), (b)(7)(C), (b)(7)(E)", size=10),
    "grey box": lambda c: _over(c, 0.6),
    "nearly opaque box": lambda c: _over(c, 0.0, alpha=0.93),
    "box that ends early": lambda c: _over(c, 0.0, part=0.85),
    "white on white": lambda c: _secret_line(c, grey=1.0),
    "nearly white": lambda c: _secret_line(c, grey=0.96),
    "invisible ink": lambda c: invisible(c, 150, 500, SECRET),
    "off the page": lambda c: c.drawString(700, 500, SECRET),
    "below the page": lambda c: c.drawString(100, -40, SECRET),
    "too small": lambda c: (c.setFont("Helvetica", 0.8), c.drawString(150, 500, SECRET)),
    "picture with a code": _picture_over,
    "annotation": _annotated,
}


QUICK = {"black box with a code", "white box", "white on white", "off the page", "box that ends early", "picture with a code"}
QUICK |= {"white on dark heading", "code on a box", "signs"}


def _cases(table: dict[str, Any]) -> list[Any]:
    """Every case; all but a few are marked slow."""
    return [pytest.param(case, id=name, marks=() if name in QUICK else pytest.mark.slow) for name, case in table.items()]


@pytest.mark.parametrize("hide", _cases(HIDINGS))
def test_words_that_the_page_does_not_show_are_hidden(hide: Callable[[Canvas], object], tmp_path: Path) -> None:
    page, _ = _read(pdf(tmp_path / "a.pdf", lambda c: (prose(c), hide(c))))  # type: ignore[func-returns-value, arg-type]
    assert page.method == "text_layer" and "sheriff" in page.text
    hidden = " ".join(item.text for item in page.hidden)
    for part in ("Rosalind", "Fenwick"):
        assert part not in page.text and part in hidden
    assert all(word not in hidden for word in ("sheriff", "Marlow", "Complainant"))


@pytest.mark.parametrize(("first", "last", "hides"), [(3, 6, True), (5, 6, True), (1, 8, True), (0, 0, False)])
@pytest.mark.parametrize(("face", "dark"), [("Helvetica", 0.0), ("Times-Bold", 0.0), ("Courier", 0.2)])
def test_a_word_with_a_letter_s_width_covered_is_hidden(
    first: int, last: int, hides: bool, face: str, dark: float, tmp_path: Path
) -> None:
    word = "Quintanars"

    def covered(canvas: Canvas) -> None:
        prose(canvas)
        canvas.setFont(face, 14)
        canvas.drawString(90, 300, word)
        left, right = (90 + canvas.stringWidth(word[:at], face, 14) for at in (first, last))
        canvas.setFillGray(dark)
        canvas.rect(left, 296, right - left, 15, stroke=0, fill=int(last > first))

    page, _ = _read(pdf(tmp_path / "a.pdf", covered))
    assert (word in page.text) != hides and [one.text for one in page.hidden] == [word] * hides and "sheriff" in page.text


def test_white_type_on_a_dark_band_is_seen(tmp_path: Path) -> None:
    def headed(canvas: Canvas) -> None:
        prose(canvas)
        canvas.rect(80, 290, 400, 26, stroke=0, fill=1)
        canvas.setFillGray(1)
        canvas.setFont("Helvetica-Bold", 16)
        canvas.drawString(90, 298, "Quarterly Deployment Plan")

    page, _ = _read(pdf(tmp_path / "a.pdf", headed))
    assert "Quarterly Deployment Plan" in page.text and not page.hidden


@pytest.mark.parametrize(("y", "hides"), [(HEIGHT - 24, False), (300, True)])
def test_stamps_on_each_other_hide_nothing_in_the_margin_alone(y: float, hides: bool, tmp_path: Path) -> None:
    def stamped(canvas: Canvas) -> None:
        prose(canvas)
        canvas.setFont("Helvetica", 11)
        canvas.drawString(90, y, "Docket 10-118 Document 57-7 of the clerk")
        canvas.setFont("Helvetica", 14)
        canvas.drawString(188, y - 1, "EXHIBIT")

    page, _ = _read(pdf(tmp_path / "a.pdf", stamped))
    assert bool(page.hidden) == hides and "sheriff" in page.text


def _header(canvas: Canvas) -> None:
    canvas.setFillGray(0.1)
    canvas.rect(72, 496, 300, 16, stroke=0, fill=1)
    canvas.setFillGray(1)
    canvas.drawString(80, 500, "Jurisdiction")
    canvas.drawString(220, 500, "Removals")
    canvas.setFillGray(0)


def _shaded(canvas: Canvas) -> None:
    canvas.setFillGray(0.85)
    canvas.rect(70, 496, 300, 16, stroke=0, fill=1)
    canvas.setFillGray(0)
    canvas.drawString(80, 500, "Shaded but legible")


def _struck(canvas: Canvas) -> None:
    canvas.drawString(80, 500, "Struck but legible")
    canvas.line(80, 503, 180, 503)


def _bold(canvas: Canvas) -> None:
    canvas.drawString(80, 500, "Printed twice")
    canvas.drawString(80.3, 500, "Printed twice")


def _coded(canvas: Canvas) -> None:
    canvas.drawString(80, 500, "From:")
    canvas.rect(120, 497, 120, 13, stroke=0, fill=1)
    canvas.setFillGray(1)
    canvas.drawString(130, 500, "(b)(6), (b)(7)(C)")
    canvas.setFillGray(0)


def _watermark(canvas: Canvas) -> None:
    canvas.saveState()
    canvas.setFillGray(0.8)
    canvas.setFont("Helvetica-Bold", 90)
    canvas.drawString(120, 660, "DRAFT")
    canvas.restoreState()
    prose(canvas)


def _table(canvas: Canvas) -> None:
    for row in range(4):
        for column in range(3):
            canvas.rect(72 + 120 * column, 420 + 18 * row, 120, 18)
            canvas.drawString(80 + 120 * column, 425 + 18 * row, f"cell{row}{column}")


VISIBLE: dict[str, tuple[Callable[[Canvas], object], tuple[str, ...]]] = {
    "white on dark heading": (_header, ("Jurisdiction", "Removals")),
    "shaded": (_shaded, ("Shaded but legible",)),
    "struck through": (_struck, ("Struck but legible",)),
    "false bold": (_bold, ("Printed twice",)),
    "grey": (lambda c: _secret_line(c, text="Legible grey words", grey=0.6), ("Legible grey words",)),
    "code on a box": (_coded, ("From: (b)(6), (b)(7)(C)",)),
    "small print": (
        lambda c: (c.setFont("Helvetica", 5), c.drawString(80, 300, "Five point print is small")),
        ("Five point print",),
    ),
    "watermark": (_watermark, ("The sheriff of Marlow County",)),
    "table": (_table, ("cell00 cell01 cell02",)),
    "signs": (lambda c: c.drawString(80, 500, "• one … two — three ____ : ; Name:____"), ("• one … two — three", "Name:____")),
}


@pytest.mark.parametrize("case", _cases(VISIBLE))
def test_what_a_reader_sees_is_not_hidden(case: tuple[Callable[[Canvas], object], tuple[str, ...]], tmp_path: Path) -> None:
    draw, words = case
    page, _ = _read(pdf(tmp_path / "a.pdf", lambda c: (prose(c, top=400), draw(c))))  # type: ignore[func-returns-value, arg-type]
    assert page.method == "text_layer" and page.hidden == ()
    for expected in words:
        assert expected in page.text
    assert page.text.count("Printed twice") <= 1


def _layer_over(lines: tuple[str, ...] = PROSE) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        for number, line in enumerate(lines):
            invisible(canvas, 72, HEIGHT - 72 - number * 16.5 - 10, line, 11 * 0.98)

    return draw


def test_an_ocr_layer_over_its_scan_is_kept(tmp_path: Path) -> None:
    page, _ = _read(scan_pdf(tmp_path / "a.pdf", scan_of(), _layer_over()))
    assert page.method == "text_layer" and page.hidden == () and joined(page.lines).split() == " ".join(PROSE).split()


def test_words_of_an_ocr_layer_under_a_box_of_the_scan_are_hidden(tmp_path: Path) -> None:
    lines = (*PROSE, f"Complainant: {SECRET} of Marlow")
    box = (72 + 68, 72 + 6 * 16.5 - 1, 72 + 68 + 130, 72 + 6 * 16.5 + 14)
    page, _ = _read(scan_pdf(tmp_path / "a.pdf", scan_of(lines, boxes=(box,)), _layer_over(lines)))
    assert "Fenwick" not in page.text and "Rosalind" not in page.text
    assert any("Fenwick" in item.text for item in page.hidden)
    assert [item.fill for item in page.redactions] == ["black"]


@pytest.mark.slow
def test_hidden_words_stay_hidden_when_ocr_reads_the_page(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for number, line in enumerate(PROSE):
            invisible(canvas, 72, HEIGHT - 72 - number * 16.5 - 10, "".join(chr(ord(c) + 1) if c.isalpha() else c for c in line))
        invisible(canvas, 72, 300, f"Complainant {SECRET} lives in Marlow")

    page, _ = _read(scan_pdf(tmp_path / "a.pdf", scan_of(), draw))
    assert page.method == "ocr" and "unusable" in page.method_reason and "sheriff" in page.text
    assert "Fenwick" not in page.text and any("Fenwick" in item.text for item in page.hidden)


@pytest.mark.parametrize("stamp", ["FOIA 10-2674.0001378", ""])
def test_a_scan_with_no_text_but_a_stamp_is_read_by_ocr(stamp: str, tmp_path: Path) -> None:
    page, _ = _read(scan_pdf(tmp_path / "a.pdf", scan_of(), lambda c: c.drawString(400, 30, stamp) if stamp else None))
    assert page.method == "ocr" and page.confidence > 0.8 and page.engine.startswith("tesserocr")
    assert "sheriff of Marlow County" in page.text and (not stamp or "2674.0001378" in page.text)


@pytest.mark.slow
def test_a_layer_that_says_something_else_is_not_believed(tmp_path: Path) -> None:
    other = tuple(
        " ".join(reversed(line.split())).replace("county", "village").replace("office", "palace") for line in reversed(PROSE)
    )
    other = tuple(line.translate(str.maketrans("aeiou", "eioua")) for line in other)
    page, _ = _read(scan_pdf(tmp_path / "a.pdf", scan_of(), _layer_over(other)))
    assert page.method == "ocr" and "sheriff" in page.text


@pytest.mark.slow
@pytest.mark.parametrize("clockwise", [0, 90, 180, 270])
def test_a_scan_on_its_side_is_turned_upright(clockwise: int, tmp_path: Path) -> None:
    lines = PROSE * 3
    turned = LOOK.turned(scan_of(lines), clockwise)
    data = io.BytesIO()
    Image.fromarray(turned).save(data, "PNG")
    size = (WIDTH, HEIGHT) if clockwise in (0, 180) else (HEIGHT, WIDTH)
    path = pdf(tmp_path / "a.pdf", lambda c: c.drawImage(ImageReader(data), 0, 0, *size), size=size)
    page, image = _read(path)
    assert page.method == "ocr" and page.rotation == (360 - clockwise) % 360
    assert page.text.count("sheriff of Marlow County") == 3
    assert (page.width, page.height) == pytest.approx((WIDTH, HEIGHT), abs=0.1)
    assert Image.open(io.BytesIO(image)).size == (1275, 1650)
    first = page.lines[0].words[0]
    assert first.text == "The" and first.x0 < 0.2 and first.y0 < 0.2


def test_live_text_on_its_side_is_turned_with_its_boxes(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(0, HEIGHT)
        canvas.rotate(-90)
        prose(canvas, top=500)

    page, _ = _read(pdf(tmp_path / "a.pdf", draw))
    assert page.method == "text_layer" and page.rotation == 270 and page.text.startswith(PROSE[0])
    word = page.lines[0].words[0]
    assert word.x1 - word.x0 > 0 and word.y0 < 0.3 and page.width == HEIGHT


@pytest.mark.slow
def test_a_skewed_scan_is_straightened_and_boxes_fit_the_kept_image(tmp_path: Path) -> None:
    crooked = LOOK.straightened(scan_of(PROSE * 4), -2.0)
    page, image = _read(scan_pdf(tmp_path / "a.pdf", crooked))
    assert "straightened" in page.method_reason and page.text.count("sheriff") == 4
    pixels = np.asarray(Image.open(io.BytesIO(image)).convert("L"))
    for line in page.lines:
        for word in line.words:
            high, wide = pixels.shape
            part = pixels[int(word.y0 * high) : int(word.y1 * high) + 1, int(word.x0 * wide) : int(word.x1 * wide) + 1]
            assert part.min() < 128
        assert max(w.y1 for w in line.words) - min(w.y0 for w in line.words) < 0.025, "lines lie flat"


def _page_of(pixels: Grey) -> Callable[[Path], Path]:
    return lambda folder: scan_pdf(folder / "a.pdf", pixels)


def _dusty() -> Grey:
    page = np.full((2200, 1700), 252, np.uint8)
    page[::311, ::273] = 30
    return page


@pytest.mark.parametrize(
    ("draw", "reason"),
    [
        (_page_of(np.full((2200, 1700), 255, np.uint8)), "no ink"),
        (_page_of(np.full((2200, 1700), 236, np.uint8)), "no ink"),
        (_page_of(_dusty()), "specks"),
        (lambda folder: pdf(folder / "a.pdf", lambda c: None), "no ink"),
        (lambda folder: pdf(folder / "a.pdf", lambda c: c.circle(30, 400, 6, fill=1)), "only marks"),
    ],
    ids=["white", "grey", "dusty", "nothing drawn", "punch hole"],
)
def test_an_empty_page_is_claimed_to_be_blank(draw: Callable[[Path], Path], reason: str, tmp_path: Path) -> None:
    page, image = _read(draw(tmp_path))
    assert page.method == "blank" and reason in page.method_reason and page.text == "" and page.confidence == 1.0 and image


@pytest.mark.parametrize("lines", [("7",), ("Page intentionally left blank",)])
def test_a_page_with_one_word_is_not_blank(lines: tuple[str, ...], tmp_path: Path) -> None:
    page, _ = _read(pdf(tmp_path / "a.pdf", lambda c: prose(c, lines=lines)))
    assert page.method == "text_layer" and page.text == lines[0]


def test_a_blank_looking_page_with_invisible_words_says_blank_and_keeps_them_apart(tmp_path: Path) -> None:
    page, _ = _read(pdf(tmp_path / "a.pdf", lambda c: invisible(c, 100, 500, SECRET)))
    assert page.method == "blank" and page.text == "" and [item.text for item in page.hidden] == [SECRET]


def test_codes_on_burned_in_boxes_reach_the_text_of_a_scan(tmp_path: Path) -> None:
    lines = ("From:", "Sent: Tuesday, September 14, 2010 4:52 PM", *PROSE)
    pixels = scan_of(lines, boxes=((110, 70, 260, 87),)).copy()
    image = Image.fromarray(pixels)
    from PIL import ImageDraw, ImageFont

    ImageDraw.Draw(image).text((370, 205), "(b)(6), (b)(7)(C)", fill=255, font=ImageFont.load_default(24))
    page, _ = _read(scan_pdf(tmp_path / "a.pdf", np.asarray(image)))
    assert page.text.replace("\n\n", "\n").startswith("From: (b)(6), (b)(7)(C)\nSent: Tuesday")
    assert [(item.fill, item.raw) for item in page.redactions] == [("black", "(b)(6), (b)(7)(C)")]


def test_text_files_are_read_without_doubt(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("\n".join(PROSE) + "\n\n   • an item: 47,000 (79%)\n" + "WWWWWWWW iiiiiiii\n" * 3)
    page, _ = _read(tmp_path / "a.txt", source=PlainText())
    assert page.method == "text_layer" and page.hidden == () and page.redactions == ()
    assert page.text.split() == (tmp_path / "a.txt").read_text().split()


@pytest.mark.slow
def test_a_page_is_a_record_and_the_same_every_time(tmp_path: Path) -> None:
    path = scan_pdf(tmp_path / "a.pdf", scan_of())
    (page, image), (again, image_again) = _read(path), _read(path)
    assert codec.encode(page) == codec.encode(again) and image == image_again
    assert codec.decode(Page, codec.encode(page)) == page
    assert page.image == hashlib.sha256(image).hexdigest() and page.id == "0123456789abcdef-p1" and page.language == "eng"
    assert page.text == joined(page.lines)


def test_a_damaged_page_names_the_file_as_received(tmp_path: Path) -> None:
    path = tmp_path / "stored-under-a-digest"
    path.write_bytes(b"%PDF-1.4 nothing")
    named = file_of(path).__class__("0" * 16, "marlow", "part 1/letter.pdf", "0" * 64, 16, "application/pdf")
    with pytest.raises(Unreadable) as caught:
        read(Pdf(), ENGINE, LOOK, path, named, 1, "", ("eng",), Params())
    assert "part 1/letter.pdf" in caught.value.message and "stored-under" not in caught.value.message


class _Counted(Pdf):
    """Counts how often a page is drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.drawn: list[int] = []

    def render(self, path: Path, page_no: int, password: str, dpi: int, max_pixels: int) -> Any:
        self.drawn.append(dpi)
        return super().render(path, page_no, password, dpi, max_pixels)


def test_a_scan_coarser_than_asked_is_drawn_once(tmp_path: Path) -> None:
    source = _Counted()
    page, _ = _read(scan_pdf(tmp_path / "a.pdf", scan_of(PROSE * 3)), source=source)
    assert page.method == "ocr" and source.drawn == [Params().dpi]


@pytest.mark.parametrize("grey", [150, 185])
def test_a_page_with_nothing_but_a_faint_stamp_is_no_blank(tmp_path: Path, grey: int) -> None:
    from PIL import ImageDraw, ImageFont

    image = Image.new("L", (1700, 2200), 250)
    ImageDraw.Draw(image).text((1050, 2100), "FOIA 26-0001.0001234", fill=grey, font=ImageFont.load_default(30))
    page, _ = _read(scan_pdf(tmp_path / "a.pdf", np.asarray(image, dtype=np.uint8)))
    assert page.method == "ocr" and page.text.endswith("0001234")


def test_a_page_with_nothing_but_dust_is_blank(tmp_path: Path) -> None:
    pixels = np.full((2200, 1700), 250, np.uint8)
    pixels[np.random.default_rng(5).random(pixels.shape) < 0.0001] = 120
    page, _ = _read(scan_pdf(tmp_path / "a.pdf", pixels))
    assert page.method == "blank" and page.text == ""
