"""Makes a scan fit to be read: even ground, no grain, type of a good size. Part of the door to OpenCV; `ink.py` is its front.

Each step has its own measure and is left out where the page does not show the need: on real pages a cure for what is not
there costs more than it gains. What was done is said in words, for the reason kept with the page.
"""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.engines.marks import has_run, ink_mask, level_at, parted, shades
from pipeline.seen import Cleaned, Grey

CELL = 8  # pixels; the ground of the page is measured on cells of this size
EVEN = 0.9  # darkest against lightest ground above which the page is lit evenly enough for one threshold
EDGES = 0.001  # share of cells where the ground jumps, above which it is pictures and boxes that are dark, not the light
JUMP = 24  # grey levels between neighbouring cells that light does not make
GRAIN = 12.0  # grey levels, standard deviation of the ground's noise from which on it is smoothed away
TWO_LEVEL = 0.02  # share of pixels between black and white below which a scan has two levels
SOFT_INCH = 0.005  # how far two-level edges are softened; one pixel at 200 dpi
SPECK_PIXELS = 2
NEXT_TO = 2  # pixels between a letter and a piece that a copier broke off it
THICK_SPECKS = 0.004  # of a page's pixels: a scanner's dust is some 0.001, salt and pepper 0.01
SPECKS = 400  # marks of a pixel or two, on a page that has twice as many of them as letters: salt and pepper
FADED = 0.45  # darkest print against paper above which the page is faded
LEAST_SPAN = 16  # grey levels between print and paper below which there is nothing to raise
LARGE_TYPE = 17  # pixels; height of the middle letter above which the picture is made smaller: OCR reads it as well or better
GOOD_TYPE = 14  # the height it is then given
LEAST_SCALE = 0.6
SMALL_TYPE = 13  # pixels; below this height of the middle letter a picture in greys is made larger: OCR loses points and spaces
ENLARGED = 1.5  # how much; twice was no better
MOST_ENLARGED = 16_000_000  # pixels; larger pictures keep their size, and memory its bound
BROKEN = 0.5  # width by height of the middle letter below which copying has broken the print: whole letters have 0.69 at least
PIECES = 0.8  # pieces smaller than letters, for each letter, from which on the thin strokes are gone and the rest is thickened
THICK_INCH = 0.0067  # how thick a stroke is drawn then, two pixels at 300 dpi
RULE_INCH = 0.5  # length of a run of ink from which on it is a rule: no letter has such a stroke
RULE_THICK = 0.05  # inch; what is thicker is a bar
LEAST_RULES = 3  # rules across, and as many down, that make a table


def evened(pixels: Grey) -> Cleaned:
    """The page with the light taken out and a faded print made dark."""
    if pixels.size == 0 or min(pixels.shape) < 4 * CELL or two_level(pixels):
        return Cleaned(pixels, ())
    done: list[str] = []
    ground = _ground(pixels)
    if _lit_unevenly(ground):
        pixels = _flat(pixels, ground)
        done.append("light evened")
    counts = shades(pixels, 3)
    darkest, paper = level_at(counts, 0.3), level_at(counts, 60)
    if paper - darkest >= LEAST_SPAN and darkest > FADED * paper:
        scale = 255.0 / (paper - darkest)
        pixels = np.clip((pixels.astype(np.float32) - darkest) * scale, 0, 255).astype(np.uint8)
        done.append("contrast raised")
    return Cleaned(pixels, tuple(done))


def smoothed(
    pixels: Grey,
    letters: NDArray[np.int32],
    tiny: int,
    dust: Callable[[], NDArray[np.int32]],
    stops: Callable[[NDArray[np.int32]], NDArray[np.bool_]],
) -> Cleaned:
    """The page without grain. `letters` are its marks of the size of letters, `tiny` counts the marks of a pixel or
    two, `dust` finds its specks and is asked only where they are taken out one by one, `stops` says of each of the page's
    marks, which it is told, whether it may be a full stop worn small, and is asked only where all tiny ones are taken out.

    On a clean ground, as a fax has, specks are taken out one by one: a median takes the thin strokes of letters with them.
    Where they are grain, or so thick that they touch the letters, only a median helps; of small type of two levels it would
    leave nothing.
    """
    done: list[str] = []
    grain = 0.0 if two_level(pixels) else _grain(pixels)
    thick = tiny > THICK_SPECKS * pixels.size or grain > GRAIN
    small = two_level(pixels) and (not len(letters) or float(np.median(letters[:, 3])) < LARGE_TYPE)
    dusty = False
    speckled = tiny >= SPECKS and tiny >= 2 * len(letters) and not (thick and small)
    if speckled and thick:
        pixels = np.asarray(cv2.medianBlur(pixels, 3), dtype=np.uint8)
    elif speckled:
        pixels = _without_specks(pixels, stops)
    elif two_level(pixels) and (dusty := len(specks := dust()) > 0):
        pixels = _without(specks, pixels)
    if speckled or dusty:
        done.append("specks taken out")
        grain = _grain(pixels) if grain else 0.0
    if grain > GRAIN:
        pixels = np.asarray(cv2.GaussianBlur(pixels, (0, 0), min(0.6 + grain / 60, 1.4)), dtype=np.uint8)
        done.append("grain smoothed")
    return Cleaned(pixels, tuple(done), grain > GRAIN or (speckled and thick))


def _without(dust: NDArray[np.int32], pixels: Grey) -> Grey:
    """The page with these marks painted white, but for the pieces of broken letters: those have other ink right beside them."""
    done = pixels.copy()
    for left, top, wide, high, area in dust.tolist():
        around = pixels[max(top - NEXT_TO, 0) : top + high + NEXT_TO, max(left - NEXT_TO, 0) : left + wide + NEXT_TO]
        if cv2.countNonZero(cv2.compare(around, 127, cv2.CMP_LE)) <= area:
            done[top : top + high, left : left + wide] = 255
    return done


def _without_specks(pixels: Grey, stops: Callable[[NDArray[np.int32]], NDArray[np.bool_]]) -> Grey:
    """The page with its marks of a pixel or two painted white, with their soft rim, and nothing that touches another mark.

    None of those that `stops` says may be one is painted over. It is told the marks as they are here numbered: what is
    remembered of a page whose boxes were blotted out is near enough to measure its letters, but not mark for mark.
    """
    ink = ink_mask(pixels).view(np.uint8)
    labels, stats = parted(ink)
    tiny: NDArray[np.bool_] = np.all(stats[:, 2:4] <= SPECK_PIXELS, axis=1)
    tiny[1:] &= ~stops(stats[1:])
    specks = tiny[labels]
    near = cv2.dilate((ink & ~specks).view(np.uint8), np.ones((3, 3), np.uint8))
    around = cv2.dilate(specks.view(np.uint8), np.ones((5, 5), np.uint8))
    return np.where((around & ~near & 1).astype(bool), np.uint8(255), pixels)


def unruled(pixels: Grey, dpi: float, ink: NDArray[np.bool_]) -> Cleaned:
    """The page without the rules of its tables, which OCR takes for "|", "[" and "_" at the words beside them.

    Only rules that cross others are taken out: a line on which people sign stays, and so does all that is no ruled table.
    """
    if min(ink.shape) < RULE_INCH * dpi:
        return Cleaned(pixels, ())
    halved = cv2.resize(ink.view(np.uint8) * np.uint8(255), None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA) > 0
    run = max(round(RULE_INCH * dpi / 2), 1)
    if not (has_run(halved.view(np.uint8), run, 1) and has_run(halved.view(np.uint8), 1, run)):
        return Cleaned(pixels, ())  # most pages end here, for little work, and most others below, for a quarter of the work
    if not _grids(*_rules(halved, dpi / 2)).any():
        return Cleaned(pixels, ())
    grids = _grids(*_rules(ink, dpi))
    if not grids.any():
        return Cleaned(pixels, ())
    rules = cv2.dilate(grids.view(np.uint8), np.ones((3, 3), np.uint8)) > 0
    return Cleaned(np.where(rules, np.uint8(255), pixels), ("rules of a table taken out",))


def _grids(across: NDArray[np.uint8], down: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Those of the rules across and down that cross others and make tables with them."""
    near = np.ones((3, 3), np.uint8)
    _, labels = cv2.connectedComponents(cv2.dilate(across | down, near), connectivity=8)
    crossed = np.unique(labels[(cv2.dilate(across, near) & cv2.dilate(down, near)) > 0])
    tables = [label for label in crossed if min(_count(across, labels == label), _count(down, labels == label)) >= LEAST_RULES]
    return np.asarray(np.isin(labels, tables) & ((across | down) > 0)) if tables else np.zeros(across.shape, dtype=np.bool_)


def _rules(ink: NDArray[np.bool_], dpi: float) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """The rules across the page and those down it."""
    mask, run, thick = ink.astype(np.uint8), max(round(RULE_INCH * dpi), 1), max(round(RULE_THICK * dpi), 2)
    return _long(mask, (run, 1), (1, thick)), _long(mask, (1, run), (thick, 1))


def _long(mask: NDArray[np.uint8], run: tuple[int, int], thick: tuple[int, int]) -> NDArray[np.uint8]:
    """The runs of ink as long as `run` (width, height) at least, without what is thicker than `thick`: bars are no rules."""
    found = cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones(run[::-1], np.uint8))
    bars = cv2.morphologyEx(found, cv2.MORPH_OPEN, np.ones(thick[::-1], np.uint8))
    return np.asarray(found & ~bars & 1, dtype=np.uint8)


def _count(lines: NDArray[np.uint8], where: NDArray[np.bool_]) -> int:
    return cv2.connectedComponents(lines * where.astype(np.uint8), connectivity=8)[0] - 1


def fitted(pixels: Grey, dpi: float, letters: NDArray[np.int32], pieces: int) -> tuple[Grey, float]:
    """See `ports.Look.fitted`. Few letters, grain and broken print keep the picture its size.

    `pieces` counts the marks that are smaller than letters and larger than specks.

    Jagged edges of two levels cost OCR as much as a blur: making the picture smaller by area smooths them, else a blur does.
    """
    if pixels.size == 0:
        return pixels, dpi
    broken = _broken(pixels, letters)
    if broken and pieces >= PIECES * len(letters):
        stroke = np.ones((max(2, round(THICK_INCH * dpi)),) * 2, np.uint8)
        return np.asarray(cv2.GaussianBlur(cv2.erode(pixels, stroke), (0, 0), max(SOFT_INCH * dpi * 2 / 3, 0.6)), np.uint8), dpi
    scale = 1.0 if broken else _scale(pixels, letters)
    if scale < 1.0:
        size = (max(1, round(pixels.shape[1] * scale)), max(1, round(pixels.shape[0] * scale)))
        return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), dtype=np.uint8), dpi * scale
    if scale > 1.0 and pixels.size <= MOST_ENLARGED:
        larger = cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC)
        return np.asarray(larger, dtype=np.uint8), dpi * scale
    if two_level(pixels):
        return np.asarray(cv2.GaussianBlur(pixels, (0, 0), max(SOFT_INCH * dpi, 0.6)), dtype=np.uint8), dpi
    return pixels, dpi


def _broken(pixels: Grey, letters: NDArray[np.int32]) -> bool:
    """Whether a copy has parted most letters: their pieces stand upright and are narrow."""
    return len(letters) >= 200 and float(np.median(letters[:, 2] / letters[:, 3])) < BROKEN and two_level(pixels)


def _scale(pixels: Grey, letters: NDArray[np.int32]) -> float:
    if len(letters) < 200 or (not two_level(pixels) and _grain(pixels) > GRAIN / 2):
        return 1.0
    middle = float(np.median(letters[:, 3]))
    if middle < SMALL_TYPE and not two_level(pixels):
        return ENLARGED
    return 1.0 if middle < LARGE_TYPE else max(GOOD_TYPE / middle, LEAST_SCALE)


def two_level(pixels: Grey) -> bool:
    """Whether the picture is black and white with hardly a grey between: a fax, a G4 scan, most copies."""
    counts = shades(pixels, 3)
    black, between, whole = int(counts[:41].sum()), int(counts[41:215].sum()), max(int(counts.sum()), 1)
    return between < TWO_LEVEL * whole and between < 0.25 * black


def _ground(pixels: Grey) -> Grey:
    """The level of the paper, one value per cell: print is passed over."""
    high, wide = pixels.shape
    small = cv2.resize(pixels, (max(wide // CELL, 1), max(high // CELL, 1)), interpolation=cv2.INTER_AREA)
    paper = cv2.dilate(small, np.ones((7, 7), np.uint8))
    return np.asarray(cv2.medianBlur(np.asarray(paper, dtype=np.uint8), 15), dtype=np.uint8)


def _lit_unevenly(ground: Grey) -> bool:
    """Whether the paper darkens, and does so as light falls: without edges."""
    low, high = np.percentile(ground, (2, 95))
    if high < 60 or low > EVEN * high:
        return False
    rim_y, rim_x = (side // 10 for side in ground.shape)  # where a straightened page has white wedges
    values = ground[rim_y : ground.shape[0] - rim_y, rim_x : ground.shape[1] - rim_x].astype(np.int16)
    across, down = np.abs(np.diff(values, axis=1)) > JUMP, np.abs(np.diff(values, axis=0)) > JUMP
    return float(across.mean() + down.mean()) < EDGES


def _flat(pixels: Grey, ground: Grey) -> Grey:
    high, wide = pixels.shape
    paper = cv2.resize(cv2.GaussianBlur(ground, (0, 0), 2.0), (wide, high), interpolation=cv2.INTER_LINEAR)
    return np.asarray(np.clip(pixels.astype(np.float32) * (250.0 / np.maximum(paper, 16)), 0, 255), dtype=np.uint8)


def _grain(pixels: Grey) -> float:
    """Standard deviation of the noise on the paper, in grey levels, from differences between near pixels."""
    part = np.ascontiguousarray(pixels[::2, ::2])
    on_paper = part > 0.7 * level_at(shades(part), 50)
    pairs = (on_paper[:, 1:] & on_paper[:, :-1]).view(np.uint8)
    # The mean difference of two normal draws is 1.128 sigma. Of no pairs at all the mean is 0.
    return float(cv2.mean(cv2.absdiff(part[:, 1:], part[:, :-1]), pairs)[0]) * 0.886
