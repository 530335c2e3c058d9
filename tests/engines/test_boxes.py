"""Boxes of every fill on drawn scans, straight and tilted; rules, charts, seals and shaded rows are none."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from drawn_pages import scan_of
from PIL import Image, ImageDraw

from pipeline.engines.bars import _distinct
from pipeline.engines.ink import Ink
from pipeline.seen import Candidate, Grey

LOOK, DPI = Ink(), 200
BOX = (300, 1300, 760, 1338)
Pen = ImageDraw.ImageDraw


def _hatched(pen: Pen) -> None:
    for x in range(BOX[0] - 38, BOX[2], 9):
        left, right = max(x, BOX[0]), min(x + 38, BOX[2])
        pen.line((left, BOX[3] - (left - x), right, BOX[3] - (right - x)), fill=0, width=2)
    pen.rectangle(BOX, outline=0, width=2)


def _tilted(draw: Callable[[Pen], None], angle: float) -> Grey:
    image = Image.fromarray(scan_of(dpi=DPI))
    draw(ImageDraw.Draw(image))
    return np.asarray(image.rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor=255), dtype=np.uint8)


def _fitting(found: tuple[Candidate, ...], shape: tuple[int, ...]) -> list[str]:
    """Fills of the candidates that lie where the box was drawn."""
    high, wide = shape
    middle = ((BOX[0] + BOX[2]) / 2 / wide, (BOX[1] + BOX[3]) / 2 / high)
    return [
        one.fill
        for one in found
        if abs((one.box.x0 + one.box.x1) / 2 - middle[0]) < 0.03
        and abs((one.box.y0 + one.box.y1) / 2 - middle[1]) < 0.03
        and abs((one.box.x1 - one.box.x0) * wide - (BOX[2] - BOX[0])) < 30
    ]


@pytest.mark.parametrize("angle", [0.0, 1.1, -1.8])
@pytest.mark.parametrize(
    ("fill", "draw"),
    [
        ("black", lambda pen: pen.rectangle(BOX, fill=0)),
        ("drawn", lambda pen: pen.rectangle(BOX, outline=0, width=2)),
        ("grey", lambda pen: pen.rectangle(BOX, fill=190)),
        ("grey", lambda pen: pen.rectangle(BOX, fill=110)),
        ("hatched", _hatched),
    ],
)
def test_a_box_is_found_whatever_its_fill_and_tilt(fill: str, draw: Callable[[Pen], None], angle: float) -> None:
    pixels = _tilted(draw, angle)
    assert _fitting(LOOK.bars(pixels, DPI), pixels.shape) == [fill]


@pytest.mark.parametrize(
    "draw",
    [
        lambda pen: pen.ellipse((300, 1300, 380, 1380), outline=0, width=4),
        lambda pen: pen.line((200, 1300, 1400, 1300), fill=0, width=3),
        lambda pen: [pen.rectangle((300 + 90 * n, 1500 - 40 * (n + 1), 350 + 90 * n, 1500), fill=100) for n in range(5)],
        lambda pen: pen.rectangle((300, 1300, 320, 1320), outline=0, width=2),
        lambda pen: [pen.line((300 + 8 * n, 1300, 300 + 8 * n, 1340), fill=0, width=3) for n in range(30)],
    ],
    ids=["seal", "rule", "chart", "check box", "bar code"],
)
def test_what_is_no_box(draw: Callable[[Pen], None]) -> None:
    assert LOOK.bars(_tilted(draw, 0.0), DPI) == ()


@pytest.mark.parametrize("width", [1, 2])
def test_a_low_box_set_into_a_line_is_found(width: int) -> None:
    low = (300, 1302, 420, 1324)
    pixels = _tilted(lambda pen: pen.rectangle(low, outline=0, width=width), 0.0)
    (one,) = LOOK.bars(pixels, DPI)
    assert one.fill == "drawn" and abs(one.box.y0 * pixels.shape[0] - low[1]) < 4


def test_two_crossed_boxes_in_one_line_stay_two() -> None:
    boxes = [(300, 1300, 560, 1338), (640, 1300, 900, 1338)]

    def draw(pen: Pen) -> None:
        for left, top, right, bottom in boxes:
            pen.rectangle((left, top, right, bottom), outline=0, width=2)
            pen.line((left, top, right, bottom), fill=0, width=2)
            pen.line((left, bottom, right, top), fill=0, width=2)
        pen.text((580, 1308), "and the", fill=0)

    found = LOOK.bars(_tilted(draw, 0.0), DPI)
    assert [one.fill for one in found] == ["hatched", "hatched"]


@pytest.mark.parametrize("patch", [(), (470, 1305, 590, 1333)])
def test_a_box_filled_with_crossing_lines_is_one_box(patch: tuple[int, ...]) -> None:
    def draw(pen: Pen) -> None:
        for x in range(BOX[0] - 38, BOX[2], 10):
            for lean in (0, 38):
                left, right = max(x, BOX[0]), min(x + 38, BOX[2])
                foot, top = (BOX[3] - (left - x), BOX[3] - (right - x)) if lean else (BOX[1] + left - x, BOX[1] + right - x)
                pen.line((left, foot, right, top), fill=0, width=2)
        if patch:
            pen.rectangle(patch, fill=255)
            for x in range(484, 570, 14):
                pen.line((x, 1310, x, 1326), fill=0, width=3)
        pen.rectangle(BOX, outline=0, width=2)

    pixels = _tilted(draw, 0.0)
    assert _fitting(LOOK.bars(pixels, DPI), pixels.shape) == ["hatched"]


def test_a_line_of_print_in_an_outline_does_not_cross_it_out() -> None:
    def draw(pen: Pen) -> None:
        pen.rectangle(BOX, outline=0, width=2)
        for x in range(BOX[0] + 10, BOX[2] - 10, 16):
            pen.line((x, BOX[1] + 8, x + 8, BOX[3] - 8), fill=0, width=3)

    assert "hatched" not in [one.fill for one in LOOK.bars(_tilted(draw, 0.0), DPI)]


@pytest.mark.parametrize("gap", [False, True])
def test_a_tint_that_thick_white_print_parts_is_one_box_and_two_tints_are_two(gap: bool) -> None:
    def draw(pen: Pen) -> None:
        pen.rectangle(BOX, fill=110)
        if gap:
            pen.rectangle((480, BOX[1], 580, BOX[3]), fill=255)
        else:
            for x in range(480, 580, 24):
                pen.rectangle((x, BOX[1] + 11, x + 19, BOX[3] - 11), fill=255)

    found = LOOK.bars(_tilted(draw, 0.0), DPI)
    assert [one.fill for one in found] == ["grey"] * (1 + gap)


def test_letters_between_two_rules_are_no_low_box() -> None:
    def draw(pen: Pen) -> None:
        for y in (1300, 1326):
            pen.line((300, y, 700, y), fill=0, width=2)
        for x in range(310, 690, 24):
            pen.line((x, 1306, x, 1321), fill=0, width=3)

    assert LOOK.bars(_tilted(draw, 0.0), DPI) == ()


def test_boxes_in_the_shaded_row_of_a_table_are_found_beside_the_row() -> None:
    def draw(pen: Pen) -> None:
        pen.rectangle((150, 1285, 1500, 1352), fill=225)
        pen.rectangle(BOX, fill=255, outline=0, width=2)

    pixels = _tilted(draw, 0.0)
    assert _fitting(LOOK.bars(pixels, DPI), pixels.shape) == ["drawn"]


def test_corners_are_plain_numbers() -> None:
    pixels = _tilted(lambda pen: pen.rectangle(BOX, fill=0), 1.1)
    assert {type(edge) for one in LOOK.bars(pixels, DPI) for edge in (one.box.x0, one.box.y0, one.box.x1, one.box.y1)} == {float}


def _screened(draw: Callable[[Pen], None]) -> Grey:
    """The page in single dots, as a printer screens its greys; its paper is not quite white."""
    image = Image.fromarray(np.minimum(scan_of(dpi=DPI), 247))
    draw(ImageDraw.Draw(image))
    return np.asarray(image.convert("1").convert("L"), dtype=np.uint8)


def test_a_grey_box_drawn_in_dots_is_found_in_the_open_and_in_a_cell() -> None:
    pixels = _screened(lambda pen: pen.rectangle(BOX, fill=190))
    assert "grey" in _fitting(LOOK.bars(pixels, DPI), pixels.shape)

    def celled(pen: Pen) -> None:
        pen.rectangle((BOX[0] - 10, BOX[1] - 8, BOX[2] + 10, BOX[3] + 8), outline=0, width=2)
        pen.rectangle(BOX, fill=190)

    pixels = _tilted(celled, 0.0)
    assert "grey" in _fitting(LOOK.bars(pixels, DPI), pixels.shape)


def test_print_in_dots_alone_is_no_grey_box() -> None:
    pixels = _screened(lambda pen: None)
    assert [one for one in LOOK.bars(pixels, DPI) if one.fill == "grey"] == []


def test_a_code_between_slanted_lines_is_cut_out_with_the_brackets_that_touch_them() -> None:
    def coded(pen: Pen) -> None:
        _hatched(pen)
        pen.rectangle((480, 1304, 580, 1334), fill=255)
        for x in range(500, 560, 15):
            pen.rectangle((x, 1308, x + 4, 1330), fill=0)
        pen.line((530, 1300, 530, 1310), fill=0, width=3)  # joins a letter to the frame

    pixels = _tilted(coded, 0.0)
    place = next(one.box for one in LOOK.bars(pixels, DPI) if one.fill == "hatched")
    cut, whole = (LOOK.crop(pixels, place, DPI, islands) for islands in (True, False))
    assert cut.shape[1] < 0.6 * whole.shape[1]
    strokes = np.diff(np.flatnonzero((cut[cut.shape[0] // 2] < 128).astype(int)))
    assert int((strokes > 3).sum()) + 1 == 4


def test_slanted_lines_within_slanted_lines_are_no_second_box() -> None:
    assert _distinct([(300, 1300, 400, 40), (320, 1304, 90, 34)], nested=False) == [(300, 1300, 400, 40)]
    assert len(_distinct([(300, 1300, 400, 40), (320, 1304, 90, 34)])) == 2
