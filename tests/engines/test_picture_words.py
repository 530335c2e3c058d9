"""What `foia check --for FILE --images` reads page images with."""

from __future__ import annotations

from PIL import Image, ImageDraw, ImageFont

from pipeline.app import picture_words


def test_the_words_of_a_page_image_are_read_line_by_line(tmp_path):
    picture = Image.new("L", (1240, 1650), 255)
    pen, type_ = ImageDraw.Draw(picture), ImageFont.load_default(24)
    pen.text((150, 200), "The hearing in Marlowe Falls was open.", font=type_, fill=0)
    pen.text((150, 300), "Nobody was turned away at the door.", font=type_, fill=0)
    path = tmp_path / "page.webp"
    picture.save(path, "WEBP", lossless=True)
    first, second = picture_words()(path).splitlines()
    assert "hearing in Marlowe Falls" in first and "turned away" in second


def test_a_blank_page_and_a_file_that_is_no_picture_have_no_words(tmp_path):
    words_of = picture_words()
    Image.new("L", (800, 1000), 255).save(tmp_path / "blank.webp", "WEBP", lossless=True)
    (tmp_path / "odd.webp").write_bytes(b"no picture")
    assert words_of(tmp_path / "blank.webp") == words_of(tmp_path / "odd.webp") == ""
