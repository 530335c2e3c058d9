"""Cleaning a scan: each cure where the page shows the need, and none where it does not."""

from __future__ import annotations

import time

import numpy as np
import pytest
from drawn_pages import PROSE, scan_of
from numpy.typing import NDArray

from pipeline.engines import cleaning, marks
from pipeline.engines.cleaning import fitted, two_level
from pipeline.engines.ink import Ink
from pipeline.records.page import Box
from pipeline.seen import Grey

DPI = 200.0
LOOK = Ink()
RANDOM = np.random.default_rng(11)


def _shaded(page: Grey) -> Grey:
    light = np.linspace(1.0, 0.4, page.shape[0])[:, None]
    return (page * light).astype(np.uint8)


def _faded(page: Grey) -> Grey:
    return (150 + page * (60 / 255)).astype(np.uint8)


def _grainy(page: Grey) -> Grey:
    return np.clip(page * 0.7 + 40 + RANDOM.normal(0, 25, page.shape), 0, 255).astype(np.uint8)


def _two_levels(page: Grey) -> Grey:
    return np.where(page < 128, 0, 255).astype(np.uint8)


def _with_photograph(page: Grey) -> Grey:
    done = page.copy()
    done[900:1500, 200:1100] = RANDOM.integers(40, 90, (600, 900))
    return done


def _with_bar(page: Grey) -> Grey:
    done = page.copy()
    done[900:940, 200:1500] = 0
    return done


def _ruled(page: Grey) -> Grey:
    done = page.copy()
    done[1200:1602:100, 200:1200] = 0
    done[1200:1600, 200:1201:250] = 0
    return np.where(done == 0, np.uint8(0), done)


def _signed(page: Grey) -> Grey:
    """Two lines to sign on and the rule of a margin."""
    done = page.copy()
    done[1200:1203, 200:700] = 0
    done[1200:1203, 900:1400] = 0
    done[100:2000, 100:103] = 0
    return done


def test_the_rules_of_a_table_go_and_nothing_else() -> None:
    page = scan_of(PROSE)
    done = LOOK.cleaned(_ruled(page), DPI)
    assert done.done == ("rules of a table taken out",) and not done.rough
    assert (done.pixels[1190:1610, 190:1210] > 200).all()
    assert (done.pixels[:1190] == page[:1190]).all()


@pytest.mark.parametrize(
    ("wear", "cure"), [(_shaded, "light evened"), (_faded, "contrast raised"), (_grainy, "specks taken out")]
)
def test_a_worn_page_is_cured_of_what_it_has(wear: object, cure: str) -> None:
    page = wear(scan_of(PROSE))  # type: ignore[operator]
    done = LOOK.cleaned(page, DPI)
    assert done.done == (cure,) and done.pixels.shape == page.shape
    assert done.rough == (cure == "specks taken out")


@pytest.mark.parametrize("wear", [lambda page: page, _two_levels, _with_photograph, _with_bar, _signed])
def test_a_sound_page_is_left_as_it_is(wear: object) -> None:
    page = wear(scan_of(PROSE))  # type: ignore[operator]
    done = LOOK.cleaned(page, DPI)
    assert done.done == () and done.pixels is page


def test_even_light_leaves_one_level_of_paper() -> None:
    page = _shaded(scan_of(PROSE))
    paper = np.median(LOOK.cleaned(page, DPI).pixels, axis=1)
    assert paper.min() > 235 > np.median(page, axis=1).min() + 100


def _small(page: Grey) -> Grey:
    return page.reshape(page.shape[0] // 2, 2, page.shape[1] // 2, 2).mean(axis=(1, 3)).astype(np.uint8)


def test_large_type_is_made_smaller_and_small_type_larger() -> None:
    page = scan_of(PROSE * 3)
    fit, dpi = LOOK.fitted(page, DPI)
    assert dpi < DPI and fit.shape[0] / page.shape[0] == pytest.approx(dpi / DPI, abs=0.01)
    same, dpi = LOOK.fitted(fit, dpi)
    assert same is fit  # of a good size now
    small = _small(page)
    larger, dpi = LOOK.fitted(small, DPI / 2)
    assert dpi == 1.5 * DPI / 2 and larger.shape[0] / small.shape[0] == pytest.approx(1.5, abs=0.01)


def test_small_type_stays_as_it_is_on_few_letters_large_pictures_and_scans_of_two_levels(monkeypatch: pytest.MonkeyPatch) -> None:
    small = _small(scan_of(PROSE * 3))
    few = scan_of(PROSE[:2])
    assert LOOK.fitted(_small(few), DPI / 2)[1] == DPI / 2
    assert LOOK.fitted(_two_levels(small), DPI / 2)[1] == DPI / 2
    monkeypatch.setattr(cleaning, "MOST_ENLARGED", small.size - 1)
    assert LOOK.fitted(small.copy(), DPI / 2)[1] == DPI / 2


def test_edges_of_two_levels_are_softened_and_the_page_keeps_its_size() -> None:
    page = _two_levels(_small(scan_of(PROSE)))
    assert two_level(page) and not two_level(_small(scan_of(PROSE)))
    soft, dpi = LOOK.fitted(page, DPI / 2)
    assert dpi == DPI / 2 and soft.shape == page.shape and len(np.unique(soft)) > 20


@pytest.mark.parametrize("size", [(0, 0), (1, 1), (7, 400), (400, 7)])
def test_odd_sizes_pass_through(size: tuple[int, int]) -> None:
    page = np.full(size, 255, np.uint8)
    assert LOOK.cleaned(page, DPI).pixels.shape == size and LOOK.fitted(page, DPI)[0].shape == size


def _dashes(count: int, drop: int = 0, tall: int = 3) -> Grey:
    page = np.full((200, 1600), 255, np.uint8)
    for at in range(count):
        page[100 + at * drop : 100 + at * drop + tall, 40 + 16 * at : 50 + 16 * at] = 0
    return page


@pytest.mark.parametrize("count", [6, 18, 60])
def test_the_dashes_of_a_rule_are_counted(count: int) -> None:
    (place, counted), *more = LOOK.dashed(_dashes(count), DPI, ())
    assert counted == count and place.x0 == 0.025 and not more


def test_a_rule_that_runs_into_print_is_counted_up_to_it() -> None:
    page = _dashes(20)
    page[90:110, 420:440] = 0
    page[90:110, 450:456] = 0
    ((place, counted),) = LOOK.dashed(page, DPI, ())
    assert counted == 20 and place.x0 == 0.025 and 0.2 < place.x1 < 0.26


@pytest.mark.parametrize("page", [_dashes(2), _dashes(20, drop=4), _dashes(20, tall=14), _dashes(0), scan_of(PROSE)])
def test_what_is_no_rule_of_dashes_has_none(page: Grey) -> None:
    assert LOOK.dashed(page, DPI, ()) == ()


def test_a_rule_that_words_cover_is_theirs() -> None:
    assert LOOK.dashed(_dashes(20), DPI, (Box(0.0, 0.3, 1.0, 0.8),)) == ()


def test_the_last_dash_before_a_word_whose_box_reaches_into_it_counts() -> None:
    ((_, counted),) = LOOK.dashed(_dashes(20), DPI, (Box(351.5 / 1600, 0.49, 0.4, 0.55),))  # a quarter of the last dash
    assert counted == 20


LARGE = _two_levels(np.kron(scan_of(PROSE * 6), np.ones((2, 2), np.uint8)).astype(np.uint8))


def _of_width(width: int) -> NDArray[np.int32]:
    """300 letters 20 pixels high and so wide."""
    return np.tile(np.array([0, 0, width, 20, 10 * width], np.int32), (300, 1))


@pytest.mark.parametrize(
    ("width", "pieces", "kept", "thicker"),
    [(7, 400, True, True), (7, 100, True, False), (15, 400, False, False), (15, 0, False, False)],
    ids=["in pieces", "narrow", "whole with specks", "whole"],
)
def test_broken_print_keeps_its_size_and_is_thickened_where_it_is_in_pieces(
    width: int, pieces: int, kept: bool, thicker: bool
) -> None:
    fit, dpi = fitted(LARGE, 2 * DPI, _of_width(width), pieces)
    assert (dpi == 2 * DPI) is kept and (float(fit.mean()) < float(LARGE.mean()) - 1) is thicker


def test_narrow_print_in_greys_is_left_as_it_is() -> None:
    grey = np.clip(LARGE, 20, 180).astype(np.uint8)
    grey[::2] += 20
    fit, dpi = fitted(grey, 2 * DPI, _of_width(7), 400)
    assert dpi < 2 * DPI and abs(float(fit.mean()) - float(grey.mean())) < 1.0


def _speckled(page: Grey, share: float) -> Grey:
    done = page.copy()
    done[np.random.default_rng(5).random(page.shape) < share] = 0
    return done


def test_the_specks_of_a_fax_go_and_its_thin_strokes_stay() -> None:
    page = np.full((2200, 1700), 255, np.uint8)
    page[300:1900:40, 200:1500] = 0  # strokes of one pixel, which a median would take
    page[400:418:6, 300:302] = 0
    done = LOOK.cleaned(_speckled(page, 0.0015), DPI)
    assert done.done == ("specks taken out",) and not done.rough
    assert (done.pixels[300:1900:40, 200:1500] == 0).all()
    assert (done.pixels[1950:] < 128).mean() < 0.00005


def test_specks_that_lie_thick_are_taken_out_with_a_median_and_few_are_left() -> None:
    page = scan_of(PROSE)
    thick, few = LOOK.cleaned(_speckled(page, 0.015), DPI), LOOK.cleaned(_speckled(page, 0.00002), DPI)
    assert thick.rough and thick.done[0] == "specks taken out"
    assert few.done == ()


def _printed_page() -> Grey:
    """Rows of letters 30 pixels high with a full stop 6 pixels wide behind every fifth and dots above every seventh."""
    page = np.full((1600, 1200), 255, np.uint8)
    for row in range(8):
        for at in range(30):
            left, foot = 150 + 30 * at, 200 + 60 * row
            page[foot - 30 : foot, left : left + 18] = 0
            if at % 5 == 4:
                page[foot - 5 : foot, left + 22 : left + 27] = 0
            if at % 7 == 6:
                page[foot - 40 : foot - 35, left + 6 : left + 11] = 0
    return page


def _dusted(page: Grey, count: int, size: int) -> Grey:
    random, done = np.random.default_rng(5), page.copy()
    for top, left in zip(random.integers(5, 1590, count), random.integers(5, 1190, count), strict=True):
        done[top : top + size, left : left + size] = 0
    return done


def _marks(page: Grey) -> int:
    return len(marks.of_mask(marks.ink_mask(page)))


def test_nine_in_ten_specks_of_a_copy_go_and_full_stops_and_dots_stay() -> None:
    page = _printed_page()
    clean = LOOK.cleaned(_dusted(page, 600, 5), DPI)
    assert clean.done == ("specks taken out",) and _marks(clean.pixels) < _marks(page) + 60
    assert (clean.pixels[page == 0] == 0).all()


@pytest.mark.parametrize(
    ("count", "size", "why"),
    [(60, 5, "few specks are no dust"), (600, 12, "what is larger than a full stop is none"), (0, 5, "a sound page has none")],
)
def test_what_is_no_dust_stays(count: int, size: int, why: str) -> None:
    page = _dusted(_printed_page(), count, size)
    clean = LOOK.cleaned(page, DPI)
    assert clean.done == () and np.array_equal(clean.pixels, page), why


@pytest.mark.parametrize(("lower", "kept"), [(8, True), (0, False)])
def test_the_small_upper_point_of_a_colon_stays_where_the_lower_is_larger_than_dust(lower: int, kept: bool) -> None:
    page = _printed_page()
    page[700:730, 150:168] = 0
    page[730 - lower : 730, 172 : 172 + lower] = 0
    page[706:711, 172:177] = 0
    assert (LOOK.cleaned(_dusted(page, 600, 5), DPI).pixels[706:711, 172:177] == 0).all() == kept


def test_the_pieces_of_a_broken_letter_stay_on_a_dusty_page() -> None:
    page = _printed_page()
    page[700:730, 150:168] = 0
    page[700:704, 169:173] = 0  # a pixel off the letter
    assert (LOOK.cleaned(_dusted(page, 600, 5), DPI).pixels[700:704, 169:173] == 0).all()


def _strewn(letters: int, specks: int, seed: int) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Marks strewn over a page: letters of many sizes, and specks of one to five pixels."""
    random = np.random.default_rng(seed)

    def made(count: int, least: int, most: int) -> NDArray[np.int32]:
        sides = (random.integers(0, 2400, count), random.integers(0, 3200, count), *random.integers(least, most, (2, count)))
        return np.stack([*sides, sides[2] * sides[3]], axis=1).astype(np.int32)

    return made(specks, 1, 6), made(letters, 8, 50)


def _may_be_a_dot(small: NDArray[np.int32], letters: NDArray[np.int32], tall: float) -> list[bool]:
    """The same as `marks._dots`, as one would say it: each speck held against every letter."""
    told = []
    for left, top, wide, high, _ in small.tolist():
        foot = top + high
        feet, ends = letters[:, 1] + letters[:, 3], letters[:, 0] + letters[:, 2]
        near = (feet < foot + 2 * tall) & (feet >= foot - marks.FOOT * tall)
        behind = (np.abs(feet - foot) <= marks.FOOT * tall) & (left >= ends - 1) & (left <= ends + marks.BESIDE * tall)
        over = (letters[:, 0] <= left) & (left + wide <= ends)
        over &= (letters[:, 1] >= foot) & (letters[:, 1] <= foot + marks.ABOVE * tall)
        told.append(bool((near & (behind | over)).any()))
    dots = small[np.array(told, dtype=bool)]
    for at, (left, top, _, _, _) in enumerate(small.tolist()):
        on_dot = (np.abs(dots[:, 0] - left) <= 2) & (dots[:, 1] > top) & (dots[:, 1] - top <= tall)
        told[at] = told[at] or bool(on_dot.any())
    return told


@pytest.mark.parametrize(("letters", "tall"), [(1, 14.0), (60, 15.5), (900, 20.0), (900, 31.0)])
def test_a_dot_is_told_by_the_letters_around_it(letters: int, tall: float) -> None:
    small, printed = _strewn(letters, 500, letters)
    assert marks._dots(small, small, printed, tall).tolist() == _may_be_a_dot(small, printed, tall)


def test_dust_on_a_page_of_print_costs_no_more_for_each_letter_and_speck_there_is() -> None:
    def cost(specks: int) -> float:
        small, printed = _strewn(4000, specks, 7)
        begun = time.process_time()
        assert len(marks.dust(np.concatenate((small, printed)), printed))
        return time.process_time() - begun

    plain = min(cost(6000) for _ in range(2))
    assert min(cost(60_000) for _ in range(2)) < 6 * plain


def test_dust_is_looked_for_only_where_it_is_taken_out_speck_by_speck() -> None:
    def asked() -> NDArray[np.int32]:
        raise AssertionError("nobody needs it")

    def none(found: NDArray[np.int32]) -> NDArray[np.bool_]:
        return np.zeros(len(found), dtype=bool)

    page = _speckled(scan_of(PROSE), 0.0015)
    assert cleaning.smoothed(page, np.zeros((100, 5), np.int32), 5000, asked, none).done
    assert cleaning.smoothed(scan_of(PROSE) // 2 + 90, np.zeros((100, 5), np.int32), 0, asked, none).done == ()


def test_full_stops_that_a_fax_wore_small_stay_and_specks_beside_them_go() -> None:
    page = np.full((600, 900), 255, np.uint8)
    for row in range(5):
        for at in range(16):
            page[60 + 100 * row : 76 + 100 * row, 60 + 50 * at : 70 + 50 * at] = 0
    page[74:76, 72:74] = 0  # a stop behind the first letter
    page[75, 122] = 0  # a single pixel where one might be
    page[30:32, 400:402] = 0  # as large as the stop, over nothing
    specks = np.random.default_rng(5).integers(0, 600, (1500, 2))
    page[specks[:, 0], specks[:, 1] // 40 * 50 + 15] = 0  # between the letters, away from both
    done = LOOK.cleaned(page, DPI)
    assert done.done == ("specks taken out",)
    assert (done.pixels[74:76, 72:74] == 0).all()
    assert done.pixels[75, 122] == 255
    assert (done.pixels[30:32, 400:402] == 255).all()


@pytest.mark.parametrize("width", [40, 300])
def test_a_fax_is_cleaned_where_its_boxes_were_taken_out(width: int) -> None:
    page = np.full((600, 900), 255, np.uint8)
    for row in range(5):
        for at in range(16):
            page[60 + 100 * row : 76 + 100 * row, 60 + 50 * at : 70 + 50 * at] = 0
    page[274:276, 72:74] = 0
    specks = np.random.default_rng(5).integers(0, 600, (1500, 2))
    page[specks[:, 0], specks[:, 1] // 40 * 50 + 15] = 0
    look = Ink()
    look.ink(page, DPI)  # what is found here is remembered when the box is taken out
    look.cleaned(page, DPI)
    bare = look.blotted(page, (Box(0.4, 0.2, 0.4 + width / 900, 0.5),), paper=True)
    done = look.cleaned(bare, DPI)
    assert done.done == ("specks taken out",)
    assert (done.pixels[274:276, 72:74] == 0).all()
