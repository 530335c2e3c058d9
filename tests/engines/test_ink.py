"""Looking at page images: blank, skewed, sideways, covered."""

from __future__ import annotations

import numpy as np
import pytest
from drawn_pages import PROSE, scan_of
from PIL import Image, ImageDraw, ImageFont

from pipeline.engines.ink import Ink
from pipeline.records.page import Box
from pipeline.seen import Grey

DPI = 200
LOOK = Ink()
FULL = PROSE * 6
PAGE = scan_of(FULL)


def _drawn(draw: object, base: Grey | None = None) -> Grey:
    image = Image.fromarray(PAGE if base is None else base)
    draw(ImageDraw.Draw(image))  # type: ignore[operator]
    return np.asarray(image, dtype=np.uint8)


def _black(pixels: Grey) -> list[Box]:
    return [item.box for item in LOOK.bars(pixels, DPI) if item.fill == "black"]


def _covers(box: Box, rect: tuple[int, int, int, int], pixels: Grey) -> bool:
    high, wide = pixels.shape
    want = (rect[0] / wide, rect[1] / high, rect[2] / wide, rect[3] / high)
    return all(abs(a - b) < 0.006 for a, b in zip((box.x0, box.y0, box.x1, box.y1), want, strict=True))


@pytest.mark.parametrize(
    "rect", [(300, 300, 700, 332), (200, 195, 300, 228), (220, 600, 1400, 900), (900, 1500, 1000, 1530)], ids=str
)
def test_a_filled_box_is_found_where_it_lies(rect: tuple[int, int, int, int]) -> None:
    pixels = _drawn(lambda pen: pen.rectangle(rect, fill=0))
    found = _black(pixels)
    assert len(found) == 1 and _covers(found[0], rect, pixels)


def test_a_code_printed_on_the_box_does_not_break_it() -> None:
    def draw(pen: ImageDraw.ImageDraw) -> None:
        pen.rectangle((300, 300, 700, 332), fill=0)
        pen.text((380, 303), "(b)(6), (b)(7)(C)", fill=255, font=ImageFont.load_default(22))

    pixels = _drawn(draw)
    assert len(_black(pixels)) == 1 and _covers(_black(pixels)[0], (300, 300, 700, 332), pixels)


def test_a_box_over_ragged_lines_becomes_its_lines() -> None:
    def draw(pen: ImageDraw.ImageDraw) -> None:
        pen.rectangle((600, 300, 1400, 333), fill=0)
        pen.rectangle((200, 333, 1400, 366), fill=0)
        pen.rectangle((200, 366, 500, 399), fill=0)

    assert len(_black(_drawn(draw))) == 3


@pytest.mark.parametrize(
    "draw",
    [
        lambda pen: None,
        lambda pen: pen.line((200, 500, 1500, 500), fill=0, width=4),
        lambda pen: pen.rectangle((200, 1200, 1400, 1500), outline=0, width=4),
        lambda pen: pen.rectangle((0, 0, 1700, 25), fill=0),
        lambda pen: pen.rectangle((0, 0, 18, 2200), fill=0),
        lambda pen: pen.ellipse((700, 1300, 1000, 1600), fill=0),
        lambda pen: pen.polygon([(700, 1300), (1000, 1300), (850, 1600)], fill=0),
        lambda pen: pen.rectangle((700, 1300, 722, 1322), fill=0),
        lambda pen: pen.text((200, 1300), "WITHHELD IN FULL", fill=0, font=ImageFont.load_default(110)),
        lambda pen: [pen.rectangle((200 + 14 * n, 1300, 206 + 14 * n, 1400), fill=0) for n in range(40)],
    ],
    ids=["prose", "rule", "frame", "top rim", "side rim", "blot", "triangle", "tick box", "headline", "barcode"],
)
def test_what_is_no_redaction_is_not_taken_for_one(draw: object) -> None:
    assert _black(_drawn(draw)) == []


def test_a_photograph_is_not_taken_for_a_redaction() -> None:
    pixels = scan_of(PROSE).copy()
    noise = np.random.default_rng(3).integers(0, 256, (40, 60)).astype(np.uint8)
    pixels[1200:1600, 400:1000] = np.asarray(Image.fromarray(noise).resize((600, 400), Image.Resampling.BICUBIC)) // 2
    assert _black(pixels) == []


def test_an_outlined_box_is_a_candidate_but_the_cells_of_a_table_are_not() -> None:
    alone = _drawn(lambda pen: pen.rectangle((300, 1300, 700, 1360), outline=0, width=3))
    assert [item.fill for item in LOOK.bars(alone, DPI)] == ["drawn"]
    cells = _drawn(lambda pen: [pen.rectangle((200 + 300 * n, 1300, 500 + 300 * n, 1360), outline=0, width=3) for n in range(4)])
    assert [item.cell for item in LOOK.bars(cells, DPI) if item.fill == "drawn"] == [True] * 4


@pytest.mark.parametrize("angle", [-4.0, -1.5, 0.0, 0.8, 2.1, 4.5])
def test_skew_is_measured_and_undone(angle: float) -> None:
    crooked = LOOK.straightened(PAGE, -angle)
    assert LOOK.skew(crooked, DPI) == pytest.approx(angle, abs=0.15)
    assert LOOK.skew(LOOK.straightened(crooked, angle), DPI) == pytest.approx(0.0, abs=0.15)


@pytest.mark.parametrize("clockwise", [0, 90, 180, 270])
def test_sideways_lines_are_noticed(clockwise: int) -> None:
    turned = LOOK.turned(PAGE, clockwise)
    assert LOOK.sideways(turned, DPI) == (clockwise in (90, 270))
    back = LOOK.turned(turned, (360 - clockwise) % 360)
    assert np.array_equal(back, PAGE)


def test_turned_is_clockwise() -> None:
    pixels = np.array([[0, 50], [100, 150]], dtype=np.uint8)
    assert LOOK.turned(pixels, 90).tolist() == [[100, 0], [150, 50]]


def test_a_blank_page_has_no_marks_and_a_stamped_one_has() -> None:
    blank = np.full((2200, 1700), 250, np.uint8)
    assert LOOK.ink(blank, DPI) == (0, 0.0)
    dusty = blank.copy()
    dusty[::211, ::173] = 0
    marks, share = LOOK.ink(dusty, DPI)
    assert marks == 0 and share < 0.001
    faded = np.where(scan_of(PROSE) < 128, 190, 250).astype(np.uint8)
    assert LOOK.ink(faded, DPI)[0] > 100
    assert LOOK.ink(scan_of(("7",)), DPI)[0] == 1
    assert LOOK.ink(np.zeros((0, 0), np.uint8), DPI) == (0, 0.0)


def test_salt_and_pepper_is_taken_out_and_a_clean_page_left_alone() -> None:
    page = scan_of(PROSE)
    assert LOOK.cleaned(page, DPI).pixels is page and LOOK.cleaned(page, DPI).done == ()
    noisy = page.copy()
    spots = np.random.default_rng(5).integers(0, page.size, 40_000)
    noisy.reshape(-1)[spots] = 0
    assert (LOOK.cleaned(noisy, DPI).pixels < 100).mean() < 0.5 * (noisy < 100).mean()


def test_a_spot_tells_print_from_paper_and_from_a_box() -> None:
    page = _drawn(lambda pen: pen.rectangle((300, 1300, 700, 1340), fill=0), scan_of(PROSE))
    word = Box(0.12, 0.09, 0.6, 0.11)
    paper, bar = Box(0.2, 0.7, 0.4, 0.72), Box(310 / 1700, 1305 / 2200, 690 / 1700, 1335 / 2200)
    print_, nothing, covered = LOOK.spots(page, (word, paper, bar))
    assert [round(one.contrast, 1) > 0.25 for one in LOOK.spots(page, (word, paper), soft=True)] == [True, False]
    assert print_.contrast > 0.8 and print_.gap < 0.1 and print_.reach > 0.9
    assert nothing.contrast < 0.05 and nothing.ground > 0.9 and nothing.gap == 1.0
    assert covered.contrast < 0.05 and covered.ground < 0.1


def test_a_word_half_covered_has_a_gap() -> None:
    page = scan_of(("Featherstonehaugh",))
    high, wide = page.shape
    inked = np.flatnonzero((page < 128).any(axis=0))
    rows = np.flatnonzero((page < 128).any(axis=1))
    box = Box(inked[0] / wide, rows[0] / high, inked[-1] / wide, rows[-1] / high)
    middle = (inked[0] + inked[-1]) // 2
    for shade in (0, 255):
        half = page.copy()
        half[rows[0] - 3 : rows[-1] + 4, middle : inked[-1] + 4] = shade
        assert LOOK.spots(half, (box,))[0].gap > 0.4


def test_what_a_pen_did_not_quite_cover_is_covered() -> None:
    page = scan_of(PROSE)
    faint = np.clip(page.astype(int) // 6 + 20, 0, 255).astype(np.uint8)
    box = (Box(0.1, 0.05, 0.9, 0.2),)
    assert LOOK.blotted(faint, box, paper=False)[200:400, 300:1400].max() == 0
    assert LOOK.blotted(page, box, paper=True)[200:400, 300:1400].min() == 255
    assert page[200:400, 300:1400].min() == 0, "the image given is left alone"


def test_a_row_that_was_not_read_is_pointed_out() -> None:
    page = scan_of(PROSE)
    rows = tuple(Box(0.1, (72 + 16.5 * n) / 792, 0.9, (72 + 16.5 * n + 13) / 792) for n in range(len(PROSE)))
    assert LOOK.missed(page, DPI, rows) == ()
    missed = LOOK.missed(page, DPI, rows[:2] + rows[3:])
    assert len(missed) == 1 and rows[2].y0 - 0.01 < missed[0].y0 < missed[0].y1 < rows[2].y1 + 0.01


def test_a_row_whose_letters_touch_the_rule_below_them_is_pointed_out() -> None:
    row, rows = 2, tuple(Box(0.1, (72 + 16.5 * n) / 792, 0.9, (72 + 16.5 * n + 13) / 792) for n in range(len(PROSE)))
    page = scan_of(PROSE)
    top, bottom = (round(side * page.shape[0]) for side in (rows[row].y0, rows[row].y1))
    inked = np.flatnonzero((page[top:bottom] < 128).any(axis=0))
    foot = top + int(np.flatnonzero((page[top:bottom] < 128).any(axis=1))[-1])
    under = page.copy()
    under[foot - 7 : foot - 4, inked[0] : inked[-1]] = 0
    others = rows[:row] + rows[row + 1 :]
    (missed,) = LOOK.missed(under, DPI, others)
    assert rows[row].y0 - 0.01 < missed.y0 < missed.y1 < rows[row].y1 + 0.01
    bare = page.copy()
    bare[top:bottom] = 255
    bare[foot - 7 : foot - 4, inked[0] : inked[-1]] = 0
    assert LOOK.missed(bare, DPI, others) == (), "a rule is no row"
    crop = LOOK.crop(under, missed, DPI, lined=True)
    assert ((crop < 128).mean(axis=1) < 0.6).all() and (crop < 128).any()
    assert ((LOOK.crop(under, missed, DPI) < 128).mean(axis=1) > 0.6).any()


def test_underlined_words_that_were_read_are_not_missed_though_the_gap_between_two_lies_in_the_middle() -> None:
    rows = tuple(Box(0.1, (72 + 16.5 * n) / 792, 0.9, (72 + 16.5 * n + 13) / 792) for n in range(len(PROSE)))
    page = scan_of(PROSE).copy()
    high, wide = page.shape
    top, bottom = round(rows[2].y0 * high), round(rows[2].y1 * high)
    inked = np.flatnonzero((page[top:bottom] < 128).any(axis=0))
    page[bottom - 9 : bottom - 6, inked[0] : inked[-1]] = 0
    middle = (inked[0] + inked[-1]) / 2 / wide
    halves = (Box(0.1, rows[2].y0, middle - 0.01, rows[2].y1), Box(middle + 0.01, rows[2].y0, 0.9, rows[2].y1))
    assert LOOK.missed(page, DPI, (*rows[:2], *halves, *rows[3:])) == ()


def test_webp_is_small_legible_and_the_same_every_time() -> None:
    page = scan_of(FULL, dpi=300)
    data = LOOK.webp(page, 300, 150)
    assert data == LOOK.webp(page, 300, 150) and len(data) < 80_000
    import io

    image = Image.open(io.BytesIO(data))
    assert image.size == (1275, 1650)
    assert {value for _, value in image.convert("L").getcolors() or []} <= {0, 85, 170, 255}
    coarse = Image.open(io.BytesIO(LOOK.webp(scan_of(dpi=72), 72, 150)))
    assert coarse.size == (612, 792), "an image is never enlarged for keeping"
