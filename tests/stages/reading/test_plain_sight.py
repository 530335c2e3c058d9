"""Words in plain sight: what may be shown without a look at the page, and what never is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from drawn_pages import PROSE, invisible, pdf, prose
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipeline.engines.ink import Ink
from pipeline.engines.pdf import Pdf
from pipeline.engines.tesseract import Embedded
from pipeline.records.source import File
from pipeline.seen import Layer
from pipeline.stages.read import Params, read
from pipeline.stages.reading.legible import fluent
from pipeline.stages.reading.visible import in_plain_sight


def _layer(tmp_path: Path, draw: Callable[[Canvas], object]) -> Layer:
    layer = Pdf().layer(pdf(tmp_path / "a.pdf", lambda c: (prose(c), draw(c))), 1, "")  # type: ignore[func-returns-value, arg-type]
    assert layer is not None
    return layer


def _box(grey: float, alpha: float = 1.0) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(grey, alpha)
        canvas.rect(70, 690, 200, 14, stroke=0, fill=1)

    return draw


def _white_text(canvas: Canvas) -> None:
    canvas.setFillGray(1)
    canvas.drawString(80, 300, "unseen")


def _clipped(canvas: Canvas) -> None:
    path = canvas.beginPath()
    path.rect(80, 290, 20, 30)
    canvas.clipPath(path, stroke=0)
    canvas.drawString(80, 300, "Bartholomew")


def _blocks_over(canvas: Canvas) -> None:
    canvas.drawString(80, 300, "Bartholomew")
    canvas.drawString(80, 300, "MMMMMMMM")


def _clear(canvas: Canvas) -> None:
    canvas.setFillAlpha(0)
    canvas.drawString(80, 300, "unseen")


HIDING: dict[str, Callable[[Canvas], object]] = {
    "a black box": _box(0.0),
    "a white box": _box(1.0),
    "a faint box": _box(0.5, 0.1),
    "white type": _white_text,
    "invisible ink": lambda c: invisible(c, 80, 300, "unseen"),
    "clear ink": _clear,
    "a clip": _clipped,
    "type over type": _blocks_over,
    "off the page": lambda c: c.drawString(700, 300, "elsewhere"),
    "tiny type": lambda c: (c.setFont("Helvetica", 0.8), c.drawString(80, 300, "unseen")),
    "a strike": lambda c: (c.setLineWidth(1), c.drawString(80, 300, "struck"), c.line(80, 303, 110, 303)),
    "a thick stroke": lambda c: (c.setLineWidth(14), c.line(72, 697, 300, 697)),
}


@pytest.mark.parametrize("draw", HIDING.values(), ids=HIDING)
def test_what_could_hide_a_word_is_looked_at(draw: Callable[[Canvas], object], tmp_path: Path) -> None:
    assert in_plain_sight(_layer(tmp_path, draw)) is None


OPEN: dict[str, Callable[[Canvas], object]] = {
    "nothing else": lambda c: None,
    "a rule below": lambda c: (c.setLineWidth(1), c.line(72, 300, 300, 300)),
    "an underline": lambda c: (c.setLineWidth(0.5), c.drawString(80, 300, "under"), c.line(80, 298, 110, 298)),
    "a link": lambda c: c.linkURL("https://example.org", (72, 690, 200, 704)),
}


@pytest.mark.parametrize("draw", OPEN.values(), ids=OPEN)
def test_plain_pages_are_in_plain_sight(draw: Callable[[Canvas], object], tmp_path: Path) -> None:
    layer = _layer(tmp_path, draw)
    seen = in_plain_sight(layer)
    assert seen is not None and seen.lines == layer.lines and seen.hidden == () and seen.n_shown == len(layer.words)


def test_a_light_ground_drawn_first_hides_nothing(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(0.95)
        canvas.rect(0, 0, 612, 792, stroke=0, fill=1)
        canvas.setFillGray(0)
        prose(canvas)

    layer = Pdf().layer(pdf(tmp_path / "a.pdf", draw), 1, "")
    assert layer is not None and in_plain_sight(layer) is not None


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        (" ".join(PROSE * 3), True),
        ("la oficina del condado no es parte de los acuerdos y las personas que llegan por la tarde " * 3, True),
        ("Gur furevss bs gur pbhagl nfxrq jurgure vg znl yrnir gur cebtenz " * 4, False),
        ("Marlow 12 Ashgrove 14 Fenwick 3 " * 12, False),
        ("the of and", False),
    ],
)
def test_fluent_text_is_told_from_garbage_and_lists(text: str, runs: bool) -> None:
    assert fluent(text.split()) is runs


def _picture(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(Image.new("L", (40, 40), 200)), 300, 300, 40, 40)


TYPESET: dict[str, tuple[Callable[[Canvas], object], bool]] = {
    "a frame around text": (lambda c: c.rect(70, 690, 200, 14, stroke=1, fill=0), True),
    "a black box": (_box(0.0), True),
    "type over type": (_blocks_over, True),
    "a picture": (_picture, False),
    "a note": (lambda c: c.freeTextAnnotation("seen", (72, 300, 200, 320)), False),
    "invisible ink": (lambda c: invisible(c, 80, 300, "unseen"), False),
    "clear ink": (_clear, False),
    "a clip": (_clipped, False),
}


@pytest.mark.parametrize(("draw", "typeset"), TYPESET.values(), ids=TYPESET)
def test_a_page_of_type_and_lines_alone_is_typeset(draw: Callable[[Canvas], object], typeset: bool, tmp_path: Path) -> None:
    layer = _layer(tmp_path, draw)
    assert layer.typeset is typeset and (typeset or not layer.bare)


def _table(canvas: Canvas) -> None:
    """Three cells, the first shaded before anything is written in it."""
    canvas.setFillGray(0.9)
    canvas.rect(80, 290, 120, 16, stroke=1, fill=1)
    canvas.setFillGray(0)
    for row in (306, 290, 274):
        canvas.line(80, row, 320, row)
    for at, word in enumerate(("Office", "Ferndale", "Tuesday")):
        canvas.drawString(86 + 120 * (at % 2), 294 - 16 * (at // 2), word)
        canvas.rect(80 + 120 * (at % 2), 290 - 16 * (at // 2), 120, 16, stroke=1, fill=0)


def _hatched(canvas: Canvas, lean: float) -> None:
    canvas.drawString(80, 300, "Bartholomew")
    canvas.setLineWidth(1)
    for step in range(6):
        canvas.line(76, 296 + 3 * step, 150, 296 + 3 * step + lean)


def _sideways(canvas: Canvas) -> None:
    canvas.rotate(90)
    canvas.scale(2, 2)
    canvas.rect(150, -60, 40, 20, stroke=1, fill=0)


APART: dict[str, tuple[Callable[[Canvas], object], bool, bool]] = {  # lies on no word, can be no letter
    "nothing": (lambda c: None, True, True),
    "a frame around text": (lambda c: c.rect(60, 60, 480, 680, stroke=1, fill=0), True, True),
    "a table": (_table, True, True),
    "a box beside the words": (lambda c: c.rect(80, 290, 120, 16, stroke=0, fill=1), True, True),
    "a frame on a turned ground": (_sideways, True, True),
    "a seal beside the words": (lambda c: c.circle(300, 300, 40, stroke=1, fill=0), True, False),
    "a flourish beside the words": (lambda c: c.line(300, 300, 340, 320), True, False),
    "a seal on the words": (lambda c: c.circle(100, 697, 40, stroke=1, fill=0), False, False),
    "a black box": (_box(0.0), False, False),
    "a white box": (_box(1.0), False, False),
    "a strike": (lambda c: c.line(60, 723, 300, 723), False, False),
    "a thick stroke": (lambda c: (c.setLineWidth(14), c.line(72, 697, 300, 697)), False, False),
    "a stroke made thick": (lambda c: (c.scale(1, 20), c.line(72, 34.85, 300, 34.85)), False, False),
    "level hatching": (lambda c: _hatched(c, 0), False, False),
    "leaning hatching": (lambda c: _hatched(c, 8), False, False),
    "a picture": (_picture, False, False),
}


@pytest.mark.parametrize(("draw", "uncovered", "alone"), APART.values(), ids=APART)
def test_the_file_shows_whether_lines_and_boxes_lie_on_a_word(
    draw: Callable[[Canvas], object], uncovered: bool, alone: bool, tmp_path: Path
) -> None:
    layer = _layer(tmp_path, draw)
    assert (layer.uncovered, layer.alone) == (uncovered, alone)


def _covered_later(canvas: Canvas) -> None:
    _table(canvas)
    canvas.setFillGray(1)
    canvas.rect(204, 292, 60, 12, stroke=0, fill=1)
    canvas.setFillGray(0)
    canvas.drawString(206, 294, "(b)(6)")


@pytest.mark.parametrize(("draw", "asked", "hidden"), [(_table, False, []), (_covered_later, True, ["Ferndale"])])
def test_cells_are_read_again_only_where_the_file_does_not_show_that_nothing_lies_on_them(
    draw: Callable[[Canvas], object], asked: bool, hidden: list[str], tmp_path: Path
) -> None:
    path = pdf(tmp_path / "a.pdf", lambda c: (prose(c), draw(c)))  # type: ignore[func-returns-value, arg-type]
    engine, file = _Asked(), File("f", "r", path.name, "", path.stat().st_size, "application/pdf")
    page, _ = read(Pdf(), engine, Ink(), path, file, 1, "", ("eng",), Params())
    assert (engine.count > 0) is asked and [item.text for item in page.hidden] == hidden
    assert page.method == "text_layer" and "Tuesday" in page.text


class _Asked(Embedded):
    """Counts how often it is asked."""

    count = 0

    def recognise(self, *given: Any, **named: Any) -> Any:
        self.count += 1
        return super().recognise(*given, **named)


@pytest.mark.parametrize(
    ("draw", "asked"), [(lambda c: c.rect(60, 60, 480, 660, stroke=1, fill=0), 0), (_picture, 2)], ids=["lines", "picture"]
)
def test_type_is_compared_with_its_print_where_a_picture_could_bear_it(
    draw: Callable[[Canvas], object], asked: int, tmp_path: Path
) -> None:
    path = pdf(tmp_path / "a.pdf", lambda c: (prose(c), draw(c)))  # type: ignore[func-returns-value, arg-type]
    engine, file = _Asked(), File("f", "r", path.name, "", path.stat().st_size, "application/pdf")
    page, _ = read(Pdf(), engine, Ink(), path, file, 1, "", ("eng",), Params())
    assert page.method == "text_layer" and (engine.count >= asked if asked else engine.count == 0)
