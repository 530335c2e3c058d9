"""Counting the marks of a page once, and what they tell: letters, slant, which way lines run."""

from __future__ import annotations

import numpy as np
import pytest
from drawn_pages import PROSE, scan_of

from pipeline.engines import marks
from pipeline.engines.ink import Ink
from pipeline.records.page import Box

PAGE = scan_of(PROSE * 6)
DPI = 200


def _counting() -> tuple[list[int], object]:
    calls: list[int] = []
    return calls, lambda: calls.append(1) or len(calls)


def test_an_image_is_looked_at_once_for_each_thing_asked() -> None:
    known, (calls, find) = marks.Remembered(), _counting()
    assert [known.once(PAGE, "marks", find), known.once(PAGE, "marks", find)] == [1, 1]
    assert known.once(PAGE, "skew", find) == 2 and len(calls) == 2


def test_another_image_with_the_same_pixels_is_looked_at_anew() -> None:
    known, (calls, find) = marks.Remembered(), _counting()
    known.once(PAGE, "marks", find)
    known.once(PAGE.copy(), "marks", find)
    assert len(calls) == 2


def test_an_image_that_is_gone_is_not_taken_for_one_in_its_place() -> None:
    known, (calls, find) = marks.Remembered(), _counting()
    for _ in range(6):  # a fresh array is often put where the last one lay
        known.once(np.zeros((50, 50), np.uint8), "marks", find)
    assert len(calls) == 6


def test_only_the_last_few_images_are_remembered() -> None:
    known, (calls, find) = marks.Remembered(), _counting()
    images = [PAGE.copy() for _ in range(marks.KEPT + 1)]
    for image in (*images, images[0], images[-1]):
        known.once(image, "marks", find)
    assert len(calls) == len(images) + 1


@pytest.mark.parametrize("angle", [-2.0, -0.8, 0.0, 1.5, 3.0])
def test_the_slant_is_found_again_after_other_images(angle: float) -> None:
    look = Ink()
    tilted = look.straightened(PAGE, -angle)
    assert look.skew(PAGE, DPI) == 0.0
    assert look.skew(tilted, DPI) == pytest.approx(angle, abs=0.16)
    assert look.skew(PAGE, DPI) == 0.0


def test_a_page_of_few_letters_tells_neither_slant_nor_side() -> None:
    few = marks.letters(marks.of_mask(marks.ink_mask(scan_of("A note."))), DPI)
    assert len(few) and marks.skew(few, DPI) == 0.0 and not marks.sideways(few, DPI)


def test_lines_down_the_page_are_told_from_lines_across() -> None:
    look = Ink()
    assert look.sideways(look.turned(PAGE, 90), DPI) and not look.sideways(PAGE, DPI)


@pytest.mark.parametrize("angle", [-3.5, -2.0, 2.9, 4.0])
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_tilt_does_not_change_which_way_lines_run(angle: float, turn: int) -> None:
    look = Ink()
    assert look.sideways(look.straightened(look.turned(PAGE, turn), angle), DPI) is (turn in (90, 270))


def test_no_pixels_no_marks() -> None:
    empty = np.zeros((0, 0), np.uint8)
    assert len(marks.of_mask(marks.ink_mask(empty))) == 0


def test_marks_of_a_page_whose_bars_were_taken_out_are_those_that_are_left() -> None:
    page = scan_of(PROSE).copy()
    high, wide = page.shape
    page[high - 300 : high - 260, 300:800] = 0  # below the print
    look, bar = Ink(), Box(300 / wide, (high - 300) / high, 800 / wide, (high - 260) / high)
    look.skew(page, 200)  # counts the marks
    open_page = look.blotted(page, (bar,), paper=True)
    assert look.ink(open_page, 200)[0] == Ink().ink(open_page.copy(), 200)[0]


@pytest.mark.parametrize(("high", "wide"), [(40, 60), (700, 800)])
def test_marks_are_the_same_however_many_there_are(high: int, wide: int) -> None:
    mask = np.zeros((high, wide), np.uint8)
    mask[::2, ::2] = 1  # more marks than a number of two bytes can tell apart
    mask[0, 0:3] = 1
    labels, stats = marks.parted(mask)
    assert len(stats) == high * wide // 4 and int(labels.max()) == len(stats) - 1
    assert stats[1].tolist() == [0, 0, 3, 1, 3] and stats[-1].tolist() == [wide - 2, high - 2, 1, 1, 1]


def test_the_pieces_in_a_box_from_left_to_right() -> None:
    # left, top, width, height, area: two letters that overlap, a letter apart, a speck, a rule below, a letter of the next word
    found = np.array(
        [
            (40, 10, 10, 20, 200),
            (10, 10, 12, 20, 200),
            (20, 10, 8, 20, 90),
            (60, 26, 3, 3, 9),
            (5, 29, 90, 2, 180),
            (82, 10, 9, 20, 99),
        ]
    )
    assert marks.pieces(found, (8, 9, 80, 31)) == [(10, 28), (40, 50)]
    assert marks.pieces(found[:0], (8, 9, 80, 31)) == []
