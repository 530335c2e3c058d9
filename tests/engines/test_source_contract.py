"""What every source of pages promises, whatever kind of file it opens."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from drawn_pages import PROSE, pdf, prose, scan_of
from PIL import Image

from pipeline.engines.mail import Mail
from pipeline.engines.pdf import Pdf
from pipeline.engines.picture import Picture
from pipeline.engines.plaintext import PlainText
from pipeline.errors import Unreadable
from pipeline.ports import Source

LIMIT = 40_000_000


def _pdf(folder: Path) -> Path:
    return pdf(folder / "a.pdf", prose, prose)


def _picture(folder: Path) -> Path:
    frames = [Image.fromarray(scan_of(dpi=100)), Image.fromarray(scan_of(PROSE[:2], dpi=100))]
    frames[0].save(folder / "a.tif", save_all=True, append_images=frames[1:], dpi=(100, 100))
    return folder / "a.tif"


def _text(folder: Path) -> Path:
    (folder / "a.txt").write_text("\f".join(("\n".join(PROSE), "Second page.")), encoding="utf-8")
    return folder / "a.txt"


def _mail(folder: Path) -> Path:
    head = "From: Clerk <clerk@example.org>\nTo: Sheriff <sheriff@example.org>\nSubject: The vote\n\n"
    (folder / "a.eml").write_text(head + "\n".join(PROSE) + "\fSecond page.\n", encoding="utf-8")
    return folder / "a.eml"


KINDS = {"pdf": (Pdf, _pdf), "picture": (Picture, _picture), "text": (PlainText, _text), "mail": (Mail, _mail)}


@pytest.fixture(params=KINDS, ids=list(KINDS))
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Source, Path]:
    make: Callable[[], Source]
    make, draw = KINDS[request.param]
    return make(), draw(tmp_path)


def test_identity_is_one_line_without_paths(opened: tuple[Source, Path]) -> None:
    identity = opened[0].identity()
    assert identity and "\n" not in identity and "/" not in identity.replace("://", "")


def test_pages_are_counted(opened: tuple[Source, Path]) -> None:
    source, path = opened
    assert source.probe(path, "f" * 16, ()).n_pages == 2


def test_a_page_renders_at_the_resolution_it_states(opened: tuple[Source, Path]) -> None:
    source, path = opened
    raster = source.render(path, 1, "", 150, LIMIT)
    high, wide = raster.pixels.shape
    assert raster.pixels.dtype == np.uint8
    assert wide == pytest.approx(raster.width / 72 * raster.dpi, abs=2)
    assert high == pytest.approx(raster.height / 72 * raster.dpi, abs=2)
    assert raster.pixels.min() < 100 and np.median(raster.pixels) > 250


def test_the_same_page_renders_to_the_same_pixels(opened: tuple[Source, Path]) -> None:
    source, path = opened
    assert np.array_equal(source.render(path, 1, "", 150, LIMIT).pixels, source.render(path, 1, "", 150, LIMIT).pixels)


def test_fewer_pixels_are_given_where_fewer_are_allowed(opened: tuple[Source, Path]) -> None:
    source, path = opened
    assert source.render(path, 1, "", 300, 600_000).pixels.size <= 605_000


def test_words_and_lines_of_a_layer_agree(opened: tuple[Source, Path]) -> None:
    source, path = opened
    layer = source.layer(path, 1, "")
    if layer is None:
        assert isinstance(source, Picture)
        return
    flat = [word for line in layer.lines for word in line.words]
    assert [word.text for word in flat] == [word.text for word in layer.words]
    assert "sheriff" in [word.text for word in flat]
    blocks = [line.block for line in layer.lines]
    assert blocks == sorted(blocks)
    for word in flat:
        assert 0 <= word.x0 < word.x1 <= 1 and 0 <= word.y0 < word.y1 <= 1
        assert word.text and not any(c.isspace() for c in word.text)


def test_every_word_of_a_layer_has_ink_in_its_box(opened: tuple[Source, Path]) -> None:
    source, path = opened
    layer = source.layer(path, 1, "")
    raster = source.render(path, 1, "", 150, LIMIT)
    high, wide = raster.pixels.shape
    for word in layer.words if layer else ():
        part = raster.pixels[int(word.y0 * high) : int(word.y1 * high) + 1, int(word.x0 * wide) : int(word.x1 * wide) + 1]
        assert part.min() < 140, word


def test_a_page_that_is_not_there_is_unreadable(opened: tuple[Source, Path]) -> None:
    source, path = opened
    with pytest.raises(Unreadable):
        source.render(path, 7, "", 150, LIMIT)


@pytest.mark.parametrize("kind", ["pdf", "picture"])
@pytest.mark.parametrize(
    "data", [b"", b"not a file of any kind", b"%PDF-1.7\n%%EOF", b"\x89PNG\r\n\x1a\n\x00\x00", b"II*\x00\x08\x00"]
)
def test_garbage_is_unreadable_and_says_so(kind: str, data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.bin"
    path.write_bytes(data)
    with pytest.raises(Unreadable) as caught:
        KINDS[kind][0]().probe(path, "f" * 16, ())
    assert caught.value.kind in ("damaged", "empty") and "x.bin" in caught.value.message and caught.value.remedy
