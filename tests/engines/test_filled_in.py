"""What is filled into forms and written in annotations is shown on the page, so it is read like its print."""

from __future__ import annotations

from pathlib import Path

from drawn_pages import pdf
from reportlab.pdfgen.canvas import Canvas

from pipeline.engines.pdf import Pdf


def _form(canvas: Canvas) -> None:
    canvas.drawString(72, 700, "Name of the person:")
    canvas.acroForm.textfield(name="who", value="Odile Marchbank 012-345-678", x=220, y=690, width=220, height=20)


def _note(canvas: Canvas) -> None:
    canvas.drawString(72, 700, "Nothing else stands here.")
    canvas.textAnnotation("Ask Odile Marchbank", Rect=[72, 300, 90, 320])
    canvas.linkURL("mailto:odile@example.org", (72, 200, 200, 220))


def test_a_filled_field_is_read_where_it_is_shown(tmp_path: Path) -> None:
    layer = Pdf().layer(pdf(tmp_path / "form.pdf", _form), 1, "")
    assert layer is not None
    assert not layer.bare
    placed = {word.text: word for word in layer.words}
    assert {"Name", "Odile", "Marchbank", "012-345-678"} <= set(placed)
    label, value = placed["Name"], placed["Odile"]
    assert value.x0 > label.x1
    assert abs(value.y0 - label.y0) < 0.02


def test_what_no_reader_of_the_page_sees_is_no_word_of_it(tmp_path: Path) -> None:
    layer = Pdf().layer(pdf(tmp_path / "note.pdf", _note), 1, "")
    assert layer is not None
    assert "Odile" not in {word.text for word in layer.words}
    assert not any("@" in word.text for word in layer.words)
