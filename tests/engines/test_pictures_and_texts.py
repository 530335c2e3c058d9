"""Pictures of every mode, text files of every encoding, and mails of every make, as pages."""

from __future__ import annotations

import zlib
from email.message import EmailMessage
from pathlib import Path

import numpy as np
import pytest
from drawn_pages import PROSE, scan_of
from PIL import Image

from pipeline.engines.mail import Mail, message_text
from pipeline.engines.picture import Picture
from pipeline.engines.plaintext import COLUMNS, ROWS, PlainText, decoded, laid_out
from pipeline.errors import Unreadable
from pipeline.records.spans import joined

LIMIT = 40_000_000


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "CMYK", "I;16", "I"])
def test_every_mode_comes_out_dark_on_light(mode: str, tmp_path: Path) -> None:
    page = scan_of(PROSE, dpi=150)
    if mode in ("I;16", "I"):
        image = Image.fromarray(page.astype(np.uint16) * 257 if mode == "I;16" else page.astype(np.int32) * 257)
    elif mode in ("RGBA", "LA"):
        image = Image.merge(mode, [Image.new("L", page.shape[::-1], 0)] * (len(mode) - 1) + [Image.fromarray(255 - page)])
    else:
        image = Image.fromarray(page).convert(mode)
    path = tmp_path / ("a.tif" if mode in ("CMYK", "I;16", "I") else "a.png")
    image.save(path, dpi=(150, 150))
    raster = Picture().render(path, 1, "", 300, LIMIT)
    assert raster.dpi == pytest.approx(150, abs=0.1) and np.abs(raster.pixels.astype(int) - page).mean() < 6


def test_the_camera_says_which_way_is_up(tmp_path: Path) -> None:
    page = scan_of(PROSE, dpi=150)
    image = Image.fromarray(np.rot90(page))
    exif = image.getexif()
    exif[0x0112] = 6  # turn clockwise by 90 to show
    image.save(tmp_path / "a.png", exif=exif, dpi=(150, 150))
    raster = Picture().render(tmp_path / "a.png", 1, "", 300, LIMIT)
    assert np.array_equal(raster.pixels, page) and raster.width == pytest.approx(612, abs=1)


@pytest.mark.parametrize(
    ("said", "pixels", "dpi"),
    [
        ((300, 300), (2550, 3300), 300),
        (None, (2550, 3300), 300),
        ((72, 72), (2550, 3300), 300),
        ((600, 600), (5100, 6600), 300),
        (None, (640, 480), 288),
        ((1, 1), (1700, 2200), 200),
    ],
)
def test_resolution_is_believed_where_it_can_be_true(
    said: tuple[int, int] | None, pixels: tuple[int, int], dpi: float, tmp_path: Path
) -> None:
    extra = {"dpi": said} if said else {}
    Image.new("1", pixels, 1).save(tmp_path / "a.png", **extra)
    assert Picture().render(tmp_path / "a.png", 1, "", 300, LIMIT).dpi == pytest.approx(dpi, abs=0.5)


def test_a_picture_of_a_hundred_thousand_pixels_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    header = b"IHDR" + (100_000).to_bytes(4, "big") * 2 + bytes([1, 0, 0, 0, 0])
    (tmp_path / "a.png").write_bytes(
        b"\x89PNG\r\n\x1a\n" + (13).to_bytes(4, "big") + header + zlib.crc32(header).to_bytes(4, "big") + b"\x00" * 4 + b"IDAT"
    )
    with pytest.raises(Unreadable) as caught:
        Picture().render(tmp_path / "a.png", 1, "", 300, LIMIT)
    assert caught.value.kind == "too-large"


def test_a_picture_cut_off_is_damaged(tmp_path: Path) -> None:
    Image.fromarray(scan_of()).save(tmp_path / "a.png")
    (tmp_path / "a.png").write_bytes((tmp_path / "a.png").read_bytes()[:3000])
    with pytest.raises(Unreadable) as caught:
        Picture().render(tmp_path / "a.png", 1, "", 300, LIMIT)
    assert caught.value.kind == "damaged"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("naïve – §".encode(), "naïve – §"),
        ("\ufeffx".encode(), "x"),
        ("naïve".encode("utf-16"), "naïve"),
        ("“naïve” –".encode("cp1252"), "“naïve” –"),
        (b"\x81\x8d", "\x81\x8d"),
        (b"", ""),
    ],
)
def test_no_byte_of_a_text_is_lost(data: bytes, text: str) -> None:
    assert decoded(data) == text


def test_long_lines_are_wrapped_and_pages_filled() -> None:
    pages = laid_out("word " * 40 + "\n" + "\n".join(f"line {n}" for n in range(ROWS)) + "\flast")
    assert [len(page) for page in pages] == [ROWS, 3, 1]
    assert all(len(row) <= COLUMNS for page in pages for row in page)
    assert laid_out("") == ((),) and laid_out("\f\f") == ((),)


def test_a_text_page_keeps_every_word_in_order(tmp_path: Path) -> None:
    text = "Dear Sheriff,\n\n    We ask\tthat WWWWWWWWWW and iiiiiii stay apart.\n" + "x" * 300 + "\n"
    (tmp_path / "a.txt").write_text(text)
    layer = PlainText().layer(tmp_path / "a.txt", 1, "")
    assert layer is not None
    assert joined(layer.lines).replace("\n", " ").split()[:10] == text.split()[:10]
    assert joined(layer.lines).startswith("Dear Sheriff,\n\nWe ask")
    assert joined(layer.lines).count("x") == 300
    for line in layer.lines:
        for before, after in zip(line.words, line.words[1:], strict=False):
            assert before.x1 <= after.x0 + 0.004


def test_a_page_of_nothing_has_no_layer(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("\n\n")
    assert PlainText().layer(tmp_path / "a.txt", 1, "") is None
    assert PlainText().render(tmp_path / "a.txt", 1, "", 100, LIMIT).pixels.min() == 255


def _message(html: str = "", text: str = "") -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = "The vote"
    message["From"] = "Clerk <clerk@example.org>"
    message["To"] = "Sheriff <sheriff@example.org>"
    if text:
        message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html") if text else message.set_content(html, subtype="html")
    return message


def test_headers_come_first_then_the_body() -> None:
    rows = message_text(_message(text="Words.\n")).split("\n")
    assert rows[:5] == ["From: Clerk <clerk@example.org>", "To: Sheriff <sheriff@example.org>", "Subject: The vote", "", "Words."]


def test_html_is_stripped_and_scripts_are_not_text() -> None:
    body = message_text(_message(html="<style>p{}</style><p>One &amp; two</p><script>evil()</script><p>Three<br>four</p>"))
    assert (
        "One & two" in body
        and "Three\nfour" in body
        and "evil" not in body
        and "p{}" not in body
        and "<" not in body.split("\n\n", 1)[1]
    )


def test_what_a_mail_program_would_not_show_is_not_text() -> None:
    unseen = (
        '<p style="display: none">one <b>two</b> <img src="x"> three</p><span hidden>four</span><i style="font-size:0px">five</i>'
    )
    body = message_text(_message(html=f"<p>Seen{unseen} before</p><p style='color:#333'>and<br>after</p>"))
    assert "Seen before" in " ".join(body.split()) and "and\nafter" in body
    assert not any(word in body for word in ("one", "two", "three", "four", "five"))


def test_the_plain_body_is_preferred() -> None:
    assert "plain words" in message_text(_message(html="<p>html words</p>", text="plain words"))


@pytest.mark.parametrize(
    "data",
    [
        b"From: x\nContent-Type: text/plain; charset=nonsense\n\nWords.",
        b"Subject: =?bad?q?x\n\nWords.",
        b"\n\nWords.",
        b"Content-Type: multipart/mixed\n\nWords.",
    ],
)
def test_malformed_mail_still_reads(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(data)
    assert Mail().probe(tmp_path / "a.eml", "f" * 16, ()).n_pages == 1
