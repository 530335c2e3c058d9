"""Underlined words: the rule goes, the words stay; rules that stand by themselves stay too."""

from __future__ import annotations

import numpy as np

from pipeline.engines import marks, underlined
from pipeline.seen import Grey


def test_a_rule_under_words_goes_and_a_bar_and_dashes_stay() -> None:
    line = np.full((40, 400), 255, np.uint8)
    for at in range(10, 380, 30):
        line[8:28, at : at + 12] = 0
    ruled = line.copy()
    ruled[26:29, 5:390] = 0
    done = underlined.line_alone(ruled)
    assert (done[:24] == line[:24]).all() and done[29:].min() == 255 and (done[28] == 255).all()
    assert (underlined.line_alone(line) == line).all()
    barred = line.copy()
    barred[12:24, 5:390] = 0
    assert (underlined.line_alone(barred) == barred).all()
    dashed = np.full((40, 400), 255, np.uint8)
    for at in range(10, 380, 14):
        dashed[20:22, at : at + 8] = 0
    assert (underlined.line_alone(dashed) == dashed).all()


def _typed(foot: int = 40, gap: int = 14) -> Grey:
    """Lines of blocks as large as letters, 28 pixels apart from line to line; the first stands on `foot`."""
    page = np.full((400, 600), 255, np.uint8)
    for row in range(8):
        for at in range(20, 560, gap):
            page[foot - 16 + 40 * row : foot + 40 * row, at : at + 6] = 0
    return page


def _taken_out(page: Grey) -> Grey:
    found = marks.of_mask(marks.ink_mask(page))
    return underlined.taken_out(page, found, marks.letters(found, 200), 32.0)


def test_a_rule_that_touches_the_letters_above_it_is_taken_out() -> None:
    page = _typed()
    ruled = page.copy()
    ruled[39:41, 20:440] = 0
    done = _taken_out(ruled)
    assert (done[40] == 255).all() and (done[:38] == page[:38]).all() and (done[60:] == page[60:]).all()


def test_a_rule_right_below_the_letters_is_taken_out() -> None:
    page = _typed()
    ruled = page.copy()
    ruled[42:44, 20:440] = 0
    assert (_taken_out(ruled) == page).all()


def test_rules_apart_from_print_dashes_and_pages_without_rules_are_left() -> None:
    page = _typed()
    assert _taken_out(page) is page
    apart = page.copy()
    apart[49:51, 20:440] = 0  # between two lines
    dash = page.copy()
    dash[41:43, 20:60] = 0  # as long as a dash
    bar = page.copy()
    bar[28:52, 20:440] = 0  # what somebody crossed out with a thick pen
    for other in (apart, dash, bar):
        assert (_taken_out(other) == other).all()
