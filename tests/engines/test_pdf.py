"""PDF pages: geometry as shown, passwords, odd files."""

from __future__ import annotations

from ctypes import c_int, c_void_p
from pathlib import Path

import numpy as np
import pypdfium2
import pypdfium2.raw as raw
import pytest
from drawn_pages import HEIGHT, PROSE, WIDTH, invisible, pdf, prose, scan_of, scan_pdf
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName
from reportlab.pdfgen.canvas import Canvas

from pipeline.engines import pdfium, pdftext
from pipeline.engines.layout import clean, layer_of
from pipeline.engines.pdf import Pdf
from pipeline.engines.placed import Placed, many
from pipeline.errors import Unreadable
from pipeline.records.page import Word
from pipeline.records.spans import joined

LIMIT = 40_000_000


def _boxed(path: Path, rotation: int, crop: tuple[float, ...] | None, media: tuple[float, ...] = (0, 0, WIDTH, HEIGHT)) -> Path:
    """Prose on a page whose dictionary turns and crops it."""
    document = pypdfium2.PdfDocument(pdf(path.with_suffix(".plain.pdf"), prose))
    page = document[0]
    page.set_rotation(rotation)
    page.set_mediabox(*media)
    if crop:
        page.set_cropbox(*crop)
    document.save(path)
    document.close()
    return path


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, (40, 300, 560, 780)])
@pytest.mark.parametrize("media", [(0, 0, WIDTH, HEIGHT), (-50, -30, 700, 800)])
def test_boxes_are_fractions_of_the_page_as_shown(
    rotation: int, crop: tuple[float, ...] | None, media: tuple[float, ...], tmp_path: Path
) -> None:
    path = _boxed(tmp_path / "a.pdf", rotation, crop, media)
    layer = Pdf().layer(path, 1, "")
    assert layer is not None
    raster = Pdf().render(path, 1, "", 150, LIMIT)
    assert (layer.width, layer.height) == pytest.approx((raster.width, raster.height), abs=0.1)
    shown = crop or media
    size = (shown[2] - shown[0], shown[3] - shown[1])
    assert (layer.width, layer.height) == pytest.approx(size if rotation in (0, 180) else size[::-1])
    assert joined(layer.lines).split() == " ".join(PROSE).split()
    high, wide = raster.pixels.shape
    for word in layer.words:
        part = raster.pixels[round(word.y0 * high) : round(word.y1 * high) + 1, round(word.x0 * wide) : round(word.x1 * wide) + 1]
        assert part.min() < 140, word
    cover = np.zeros(raster.pixels.shape, dtype=bool)
    for word in layer.words:
        cover[
            max(round(word.y0 * high) - 3, 0) : round(word.y1 * high) + 3,
            max(round(word.x0 * wide) - 3, 0) : round(word.x1 * wide) + 3,
        ] = 1
    assert raster.pixels[~cover].min() > 200, "all ink lies in the boxes"


def test_words_are_those_that_a_slower_reader_finds(tmp_path: Path) -> None:
    import pdfplumber

    def draw(canvas: Canvas) -> None:
        prose(canvas)
        canvas.setFont("Times-Roman", 9)
        canvas.drawString(72, 300, "See 8 U.S.C. 1231(a)(2), notes at 4.5%; e-mail: records@marlow.example")
        for at, part in ((72, "Re"), (72 + canvas.stringWidth("Re", "Times-Roman", 9), "moved"), (140, "1,204"), (180, "12%")):
            canvas.drawString(at, 280, part)

    path = pdf(tmp_path / "a.pdf", draw)
    layer = Pdf().layer(path, 1, "")
    with pdfplumber.open(path) as document:
        wanted = [word["text"] for word in document.pages[0].extract_words()]
    assert layer is not None and [word.text for word in layer.words] == wanted and "Removed" in wanted


@pytest.mark.parametrize("rotation", [0, 90])
def test_boxes_of_words_fit_their_ink(rotation: int, tmp_path: Path) -> None:
    path = _boxed(tmp_path / "a.pdf", rotation, None)
    layer, raster = Pdf().layer(path, 1, ""), Pdf().render(path, 1, "", 200, LIMIT)
    assert layer is not None
    high, wide = raster.pixels.shape
    for word in (word for line in layer.lines for word in line.words):
        left, top, right, bottom = word.x0 * wide, word.y0 * high, word.x1 * wide, word.y1 * high
        part = raster.pixels[max(int(top) - 4, 0) : int(bottom) + 5, max(int(left) - 4, 0) : int(right) + 5] < 128
        rows = np.flatnonzero(part.any(axis=1))
        columns = np.flatnonzero(part.any(axis=0))
        assert rows[-1] - rows[0] + 1 == pytest.approx(bottom - top, abs=3), word.text
        assert columns[-1] - columns[0] + 1 == pytest.approx(right - left, abs=5), word.text


def test_text_off_the_page_keeps_its_place(tmp_path: Path) -> None:
    path = pdf(tmp_path / "a.pdf", lambda c: (prose(c), c.drawString(700, 400, "elsewhere")))  # type: ignore[func-returns-value]
    layer = Pdf().layer(path, 1, "")
    assert layer is not None
    assert [word.x0 > 1 for word in layer.words if word.text == "elsewhere"] == [True]


def test_colour_of_the_text_is_told(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for y, grey in ((700, 0.0), (600, 0.5), (500, 1.0)):
            canvas.setFillGray(grey)
            canvas.drawString(100, y, "word")

    layer = Pdf().layer(pdf(tmp_path / "a.pdf", draw), 1, "")
    assert layer is not None
    assert [word.ink for word in layer.words] == pytest.approx([0.0, 0.5, 1.0], abs=0.01)


def test_sideways_text_is_read_along_its_own_direction(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(300, 100)
        canvas.rotate(90)
        canvas.drawString(0, 0, "runs up the margin")

    layer = Pdf().layer(pdf(tmp_path / "a.pdf", draw), 1, "")
    assert layer is not None
    assert joined(layer.lines) == "runs up the margin"
    assert [word.y0 for word in layer.words] == sorted((word.y0 for word in layer.words), reverse=True)


def test_text_printed_over_text_is_not_shuffled_together(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(100, 700, "Jonathan")
        canvas.drawString(100, 700, "(b)(6), (b)(7)(C)")

    layer = Pdf().layer(pdf(tmp_path / "a.pdf", draw), 1, "")
    assert layer is not None and "Jonathan" in [word.text for word in layer.words]


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    left = [f"left column row number {n} of prose" for n in range(8)]
    right = [f"right column row number {n} of prose" for n in range(8)]

    def draw(canvas: Canvas) -> None:
        for n in range(8):
            canvas.drawString(60, 700 - 15 * n, left[n])
            canvas.drawString(330, 700 - 15 * n, right[n])

    layer = Pdf().layer(pdf(tmp_path / "a.pdf", draw), 1, "")
    assert layer is not None and joined(layer.lines).split("\n\n") == ["\n".join(left), "\n".join(right)]


def test_the_rows_of_a_table_stay_together(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for n in range(10):
            canvas.drawString(60, 700 - 15 * n, f"County {n}")
            canvas.drawString(330, 700 - 15 * n, f"{n * 37}")
            canvas.drawString(450, 700 - 15 * n, f"{n}.5%")

    layer = Pdf().layer(pdf(tmp_path / "a.pdf", draw), 1, "")
    assert layer is not None and joined(layer.lines).split("\n")[3] == "County 3 111 3.5%"


def test_a_wider_gap_between_lines_begins_a_block() -> None:
    words = [Placed("w", 10, 10 + 12 * n + (12 if n > 2 else 0), 20, 20 + 12 * n + (12 if n > 2 else 0)) for n in range(6)]
    layer = layer_of(words, 100, 200)
    assert layer is not None and joined(layer.lines) == "w\nw\nw\n\nw\nw\nw"


@pytest.mark.parametrize(("given", "kept"), [("a\x00b", "ab"), ("\u200bx", "x"), ("\ud800", ""), ("naïve", "naïve"), (" ", "")])
def test_characters_that_cannot_be_kept_are_dropped(given: str, kept: str) -> None:
    assert clean(given) == kept


def _locked(path: Path, user: str, owner: str) -> Path:
    canvas = Canvas(str(path), encrypt=StandardEncryption(user, owner, strength=128))
    prose(canvas)
    canvas.showPage()
    canvas.save()
    return path


def test_a_listed_password_opens_a_locked_file(tmp_path: Path) -> None:
    path = _locked(tmp_path / "a.pdf", "heron", "egret")
    probe = Pdf().probe(path, "f" * 16, ("stork", "heron"))
    assert probe.password == "heron" and probe.n_pages == 1
    layer = Pdf().layer(path, 1, "heron")
    assert layer is not None and joined(layer.lines).split() == " ".join(PROSE).split()


def test_a_file_locked_against_changes_alone_opens_without_one(tmp_path: Path) -> None:
    assert Pdf().probe(_locked(tmp_path / "a.pdf", "", "egret"), "f" * 16, ()).password == ""


def test_no_password_fits(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as caught:
        Pdf().probe(_locked(tmp_path / "a.pdf", "heron", "egret"), "f" * 16, ("stork",))
    assert caught.value.kind == "encrypted" and "passwords" in caught.value.remedy


def test_a_file_cut_off_is_read_or_refused_but_never_crashes(tmp_path: Path) -> None:
    whole = pdf(tmp_path / "a.pdf", prose).read_bytes()
    for share in range(5, 100, 5):
        path = tmp_path / "cut.pdf"
        path.write_bytes(whole[: len(whole) * share // 100])
        try:
            assert Pdf().probe(path, "f" * 16, ()).n_pages >= 1
        except Unreadable as error:
            assert error.kind in ("damaged", "empty")


def test_a_page_far_too_large_is_refused_and_a_large_one_shrunk(tmp_path: Path) -> None:
    big = pdf(tmp_path / "a.pdf", prose, size=(3000, 3000))
    assert Pdf().render(big, 1, "", 300, 6_000_000).pixels.size <= 6_000_000
    huge = pdf(tmp_path / "b.pdf", prose, size=(100_000, 100_000))
    with pytest.raises(Unreadable) as caught:
        Pdf().render(huge, 1, "", 300, LIMIT)
    assert caught.value.kind == "too-large" and "page 1" in caught.value.message


def test_a_scan_is_rendered_at_its_own_resolution(tmp_path: Path) -> None:
    path = scan_pdf(tmp_path / "a.pdf", scan_of(dpi=200), lambda c: invisible(c, 72, 700, "layer"))
    assert Pdf().render(path, 1, "", 300, LIMIT).dpi == pytest.approx(200, abs=1)
    assert Pdf().render(pdf(tmp_path / "b.pdf", prose), 1, "", 300, LIMIT).dpi == 300
    coarse = scan_pdf(tmp_path / "c.pdf", scan_of(dpi=96))
    assert Pdf().render(coarse, 1, "", 300, LIMIT).dpi == 300


@pytest.mark.parametrize("quads", [(), (100, 660, 200, 660, 100, 640, 200, 640)])
def test_what_is_marked_for_redaction_is_shown_as_redacted(quads: tuple[int, ...], tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(612, 792))
    canvas.drawString(100, 700, "This line stays.")
    mark = {"Type": PDFName("Annot"), "Subtype": PDFName("Redact"), "Rect": PDFArray([100, 640, 200, 660])}
    canvas._addAnnotation(PDFDictionary(mark | ({"QuadPoints": PDFArray(list(quads))} if quads else {})))
    canvas.save()
    pixels = Pdf().render(tmp_path / "a.pdf", 1, "", 72, LIMIT).pixels
    assert pixels[133:151, 101:199].max() == 0
    assert pixels[160:].min() == 255 and pixels[133:151, 205:].min() == 255


@pytest.mark.parametrize(("given", "read"), [("Other words by Jane Roe", "Visible words stand here."), ("fi", "fi")])
def test_words_given_in_place_of_what_is_drawn_are_not_read(given: str, read: str, tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas._code.append(f"/Span <</ActualText ({given})>> BDC")
        canvas.drawString(100, 700, "Visible words stand here.")
        canvas._code.append("EMC")

    layer = Pdf().layer(pdf(tmp_path / "a.pdf", draw), 1, "")
    assert layer is not None and joined(layer.lines) == read  # a ligature's own letters are believed


def test_a_sound_file_without_pages_says_so(tmp_path: Path) -> None:
    import pypdfium2

    path = tmp_path / "none.pdf"
    document = pypdfium2.PdfDocument.new()
    document.save(path)
    with pytest.raises(Unreadable) as caught:
        Pdf().probe(path, "f", ())
    assert caught.value.kind == "empty" and "no pages" in caught.value.message


@pytest.mark.parametrize(
    ("before", "after", "one_word"),
    [
        ((100, 10, 109, 20), (109.2, 10, 114, 20), True),  # left to right
        ((100, 10, 109, 20), (112, 10, 117, 20), False),  # a space lies between
        ((100, 10, 109, 20), (95, 10, 99.8, 20), True),  # a wide letter on a page upside down: the next one stands left of it
        ((100, 10, 109, 20), (92, 10, 96, 20), False),
        ((100, 10, 109, 20), (30, 10, 35, 20), False),
    ],
)
def test_letters_of_one_word(before: tuple[float, ...], after: tuple[float, ...], one_word: bool) -> None:
    assert bool(pdftext._adjoins(np.array([before], float), np.array([after], float))[0]) is one_word


def test_codes_asked_for_at_once_are_those_of_each_letter(tmp_path: Path) -> None:
    import pypdfium2
    from pypdfium2 import raw

    def draw(canvas: Canvas) -> None:
        canvas.drawString(100, 700, "The agree\u00adment of 3\u00bd pages \u2014 \u201cas is\u201d.")

    with pypdfium2.PdfDocument(pdf(tmp_path / "a.pdf", draw)) as document:
        text = document[0].get_textpage()
        count = text.count_chars()
        assert pdftext._codes(text.raw, count).tolist() == [raw.FPDFText_GetUnicode(text.raw, index) for index in range(count)]


def test_many_records_at_once_are_those_made_one_by_one() -> None:
    rows = [("on", 0.1, 0.2, 0.3, 0.4, 0.9), ("by", 0.5, 0.2, 0.7, 0.4, 1.0)]
    made = many(Word, *map(list, zip(*rows, strict=True)))
    assert made == [Word(*row) for row in rows] and hash(made[0]) == hash(Word(*rows[0]))
    assert many(Word, [], [], [], [], [], []) == []
    with pytest.raises(ValueError):
        many(Word, ["a column too few"], [0.1], [0.2], [0.3], [0.4])


def test_two_columns_of_even_words_are_read_one_after_the_other() -> None:

    words = []
    for row in range(12):
        for column, left in enumerate((50.0, 330.0)):
            top = 100.0 + 14 * row
            words += [Placed(f"w{column}{row}{at}", left + 46 * at, top, left + 46 * at + 43, top + 10) for at in range(5)]
    layer = layer_of(words, 612, 792)
    assert layer is not None
    texts = [[word.text for word in line.words] for line in layer.lines]
    assert texts[0] == ["w000", "w001", "w002", "w003", "w004"] and texts[1][0] == "w010" and texts[12][0] == "w100"


def test_a_letter_that_stands_nowhere_leaves_the_page_to_the_second_reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = pdf(tmp_path / "a.pdf", lambda canvas: canvas.drawString(72, 700, "Counties were told."))
    asked = pdfium.direct("FPDFText_GetLooseCharBox", c_int, c_void_p, c_int, c_void_p)

    def nowhere(page: int, index: int, place: int) -> int:
        found = int(asked(page, index, place))
        if index == 4:
            raw.FS_RECTF.from_address(place).right = float("inf")
        return found

    monkeypatch.setattr(pdftext, "direct", lambda name, *kinds: nowhere)
    with pytest.raises(Unreadable) as refused:
        pdftext.written(path, 1, "")
    assert refused.value.kind == "damaged"
    layer = Pdf().layer(path, 1, "")
    assert layer is not None and [word.text for word in layer.words] == ["Counties", "were", "told."]
