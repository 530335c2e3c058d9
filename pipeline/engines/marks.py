"""The marks on a page image: which have the size of letters, how they stand. Part of the door to OpenCV; `ink.py` is its front.

To count the marks of a page costs more than anything that is asked of them, so each image is counted once.
"""

from __future__ import annotations

import math
import weakref
from collections.abc import Callable
from typing import Any, TypeVar

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.seen import Grey

POINT = 1 / 72
INK_BELOW = 0.62  # a pixel is ink when darker than this share of the paper's level
SKEW_LIMIT = 5.0
LEAST_LETTERS = 40  # fewer tell nothing about how lines run
BEHIND, BELOW = 0.15, 0.4  # heights of a word by which a sign may stand behind its box and below it
WHOLE, SMALL = 0.6, 0.6  # heights of a word's letters: no sign at its foot is taller, no letter is smaller
LIKE = 1.8  # times as wide and as high: the two points of a colon differ by no more on worn copies
ASIDE, UPPER = 0.15, (0.15, 0.6)  # heights of a letter: how far beside its lower point the upper one may stand, how far above
LETTER, RULE = 0.4, 3.0  # of a word's height: what is no taller is no letter, what is as wide as that is a rule
LEVEL = 0.1  # the same: letters of one line end no further apart; of 1,500 commas one in a hundred hangs less far below
DUST = 0.2  # heights of a small letter: full stops are 0.24 of it and more
STOP = 0.4  # the same: stops that a copier thickened are no larger
LEAST_DUST = 100  # specks apart from all print that make a page dusty
FOOT, BESIDE, ABOVE = 0.15, 0.5, 0.5  # heights of a letter: a full stop's place at its foot, behind it; a dot's above it
KEPT = 3  # images whose marks are remembered: the page as it came, cleaned, and straightened

Found = TypeVar("Found")
Corners = tuple[float, float, float, float]


class Remembered:
    """What was found on the images seen last. An image is known by being the same array, which nobody changes in place."""

    def __init__(self) -> None:
        self._seen: list[tuple[weakref.ref[Any], dict[str, Any]]] = []

    def once(self, pixels: Grey, what: str, find: Callable[[], Found]) -> Found:
        """What `find` answers, asked once for each image and `what`."""
        known = next((known for image, known in self._seen if image() is pixels), None)
        if known is None:
            known = {}
            self._seen = [*self._seen[-KEPT + 1 :], (weakref.ref(pixels), known)]
        if what not in known:
            known[what] = find()
        found: Found = known[what]
        return found

    def known(self, pixels: Grey, what: str) -> Any:
        """What was found on the image, None where it was not asked."""
        return next((known.get(what) for image, known in self._seen if image() is pixels), None)


def paper_level(pixels: Grey) -> float:
    """The grey of the paper (0..255): that of the bright part of the page."""
    return max(level_at(shades(pixels, 4), 75), 128.0)


def shades(pixels: Grey, step: int = 1) -> NDArray[np.int64]:
    """How many pixels of every `step`-th row and column have each of the 256 greys. Counting beats sorting tenfold."""
    part = np.ascontiguousarray(pixels[::step, ::step])
    return np.asarray(cv2.calcHist([part], [0], None, [256], [0, 256])).ravel().astype(np.int64)


def level_at(counts: NDArray[np.int64], percent: float) -> float:
    """The grey below which that percentage of the pixels lies, as `numpy.percentile` would give it; 0.0 of none."""
    upto = np.cumsum(counts)
    if not upto[-1]:
        return 0.0
    at = (int(upto[-1]) - 1) * percent / 100
    below, above = (int(np.searchsorted(upto, k, side="right")) for k in (int(at), min(int(at) + 1, int(upto[-1]) - 1)))
    return below + (above - below) * (at - int(at))


def ink_mask(pixels: Grey, below: float = INK_BELOW) -> NDArray[np.bool_]:
    """Where there is ink: darker than the paper by a good step. On a dark page, the paper is the bright part."""
    if pixels.size == 0:
        return np.zeros(pixels.shape, dtype=bool)
    return np.asarray(pixels < math.ceil(below * paper_level(pixels)))  # against a whole number: a third of the time


def has_run(mask: NDArray[np.uint8], across: int, down: int) -> bool:
    """Whether ink (1) fills a spot of `across` x `down` pixels anywhere: asked before a search that needs such a run."""
    if not 0 < across <= mask.shape[1] or not 0 < down <= mask.shape[0]:
        return False
    worn = cv2.erode(mask, np.ones((down, across), np.uint8), borderType=cv2.BORDER_CONSTANT, borderValue=0)
    return cv2.countNonZero(worn) > 0


def of_mask(mask: NDArray[np.bool_]) -> NDArray[np.int32]:
    """One row (left, top, width, height, area) per connected mark."""
    if mask.size == 0:
        return np.zeros((0, 5), dtype=np.int32)
    return np.asarray(parted(mask.view(np.uint8))[1][1:], dtype=np.int32)


def parted(mask: NDArray[np.uint8]) -> tuple[NDArray[Any], NDArray[np.int32]]:
    """(number of the mark that each pixel belongs to, 0 for none; for each number left, top, width, height, area).

    Numbers of two bytes take a third of the time, and nearly every page has few enough marks for them; OpenCV says so if not.
    """
    try:
        _, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8, ltype=cv2.CV_16U)
    except cv2.error:
        _, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    return labels, np.asarray(stats, dtype=np.int32)


def letters(marks: NDArray[np.int32], dpi: float) -> NDArray[np.int32]:
    """The marks that have the size of letters between 5 and 30 points."""
    unit = POINT * dpi
    high, wide = marks[:, 3], marks[:, 2]
    return marks[(high >= 2.5 * unit) & (high <= 30 * unit) & (wide >= 0.5 * unit) & (wide <= 40 * unit)]


def dust(found: NDArray[np.int32], letters: NDArray[np.int32]) -> NDArray[np.int32]:
    """The specks of a dusty page: marks no larger than those that lie where no print is, and no dots of letters. Empty otherwise.

    Bounded well below the size of a full stop, a quarter of a small letter.
    """
    none = found[:0]
    if len(letters) < LEAST_LETTERS:
        return none
    tall = float(np.median(letters[:, 3]))
    size = found[:, 2:4].max(axis=1)
    small = found[size <= DUST * tall]
    if len(small) < LEAST_DUST:
        return none
    cells, specks = ((marks[:, [1, 0]] + marks[:, [3, 2]] // 2) // int(tall) for marks in (letters, small))
    near = np.zeros(np.maximum(cells.max(axis=0), specks.max(axis=0)) + 1, np.uint8)
    near[cells[:, 0], cells[:, 1]] = 1
    apart = cv2.dilate(near, np.ones((3, 3), np.uint8))[specks[:, 0], specks[:, 1]] == 0
    if apart.sum() < LEAST_DUST:
        return none
    small = small[small[:, 2:4].max(axis=1) <= np.percentile(small[apart, 2:4].max(axis=1), 95)]
    return np.asarray(small[~_dots(small, found[size <= STOP * tall], letters, tall)])


def stops(found: NDArray[np.int32], letters: NDArray[np.int32], most: int) -> NDArray[np.bool_]:
    """Which marks no larger than `most` pixels are more than a single one and stand where print has a full stop or a dot.

    A fax's specks are single pixels, but for the few that fall side by side; a full stop that it wore small is seldom one.
    """
    done = np.zeros(len(found), dtype=bool)
    if len(letters) < LEAST_LETTERS:
        return done
    tall = float(np.median(letters[:, 3]))
    size = found[:, 2:4].max(axis=1)
    small = (size <= most) & (found[:, 4] > 1)
    if small.any():
        done[small] = _dots(found[small], found[small | ((size > most) & (size <= STOP * tall))], letters, tall)
    return done


def _dots(small: NDArray[np.int32], stops: NDArray[np.int32], letters: NDArray[np.int32], tall: float) -> NDArray[np.bool_]:
    """Which of the small marks may belong to print: behind a letter at its foot, above such a one, or right above a letter.

    `stops` are these and all others that may stand at a letter's foot as its stop: of a colon the upper point may be small and
    the lower not. The places where such a mark may stand are painted, so that each mark is looked up once, however many letters
    there are.
    """
    left, top, wide = small[:, 0], small[:, 1], small[:, 2]
    foot = top + small[:, 3]
    stop_foot = stops[:, 1] + stops[:, 3]
    shape = (int(stop_foot.max(initial=0)) + 1, int(stops[:, 0].max(initial=0)) + 1)
    behind = np.zeros(shape, dtype=bool)
    for x, y, across, down, _ in letters.tolist():
        end, low = x + across, y + down
        up, reach = math.ceil(low - FOOT * tall), math.floor(end + BESIDE * tall)
        behind[max(up, 0) : math.floor(low + FOOT * tall) + 1, max(end - 1, 0) : reach + 1] = True
    printed = behind[foot, left]
    for width in np.unique(wide[~printed]).tolist():
        over = np.zeros(shape, dtype=bool)
        for x, y, across, down, _ in letters.tolist():
            up = max(math.ceil(y - ABOVE * tall), math.floor(y + down - 2 * tall) + 1, 0)  # nothing far taller than print
            over[up : y + 1, x : max(x + across - width + 1, 0)] = True
        printed |= (wide == width) & over[foot, left]
    above = np.zeros(shape, dtype=bool)
    at_foot = stops[behind[stop_foot, stops[:, 0]]]
    for x, y in np.concatenate((small[printed, :2], at_foot[:, :2])).tolist():
        above[max(math.ceil(y - tall), 0) : y, max(x - 2, 0) : x + 3] = True
    return np.asarray(printed | above[top, left])


def ending(found: NDArray[np.int32], place: Corners) -> str:
    """What stands last in the box of a word (left, top, right, bottom in pixels): see `ports.Look.endings`."""
    left, top, right, bottom = place
    tall = bottom - top
    middle_x, middle_y = found[:, 0] + found[:, 2] / 2, found[:, 1] + found[:, 3] / 2
    inside = (
        (middle_x >= left - 1) & (middle_x <= right + BEHIND * tall) & (middle_y >= top) & (middle_y <= bottom + BELOW * tall)
    )
    word = found[inside & (found[:, 2:4].max(axis=1) >= 2)]
    letters = word[word[:, 3] >= 0.5 * tall]
    if not len(letters):
        return ""
    high = float(np.median(letters[:, 3]))
    ends = word[:, 0] + word[:, 2]
    rightmost = word[ends >= ends.max() - ASIDE * high]
    last = rightmost[np.argmax(rightmost[:, 1] + rightmost[:, 3])]  # of the two points of a colon the lower one
    foot = float(np.median(letters[:, 1] + letters[:, 3]))
    drop = (last[1] + last[3] - foot) / high
    if last[3] >= WHOLE * high:
        return "letter" if abs(drop) <= LEVEL else ""
    if last[3] > SMALL * high or last[1] < foot - 0.5 * high:
        return ""
    if drop > LEVEL:
        return "tail"
    return "colon" if _doubled(word, last, high) else "point"


def _doubled(word: NDArray[np.int32], point: NDArray[np.int32], high: float) -> bool:
    """Whether a mark much like the point stands right above it, within the height of a letter."""
    aside = abs(word[:, 0] + word[:, 2] / 2 - point[0] - point[2] / 2)
    above = point[1] - word[:, 1] - word[:, 3]
    alike = (word[:, 2:4] <= LIKE * point[2:4]).all(axis=1) & (LIKE * word[:, 2:4] >= point[2:4]).all(axis=1)
    return bool((alike & (aside <= ASIDE * high) & (above >= UPPER[0] * high) & (above <= UPPER[1] * high)).any())


def pieces(found: NDArray[np.int32], place: Corners) -> list[tuple[int, int]]:
    """(left, right) of what stands in the box (left, top, right, bottom in pixels) from left to right, but specks and rules."""
    left, top, right, bottom = place
    middle_x, middle_y = found[:, 0] + found[:, 2] / 2, found[:, 1] + found[:, 3] / 2
    inside = (middle_x >= left) & (middle_x < right) & (middle_y >= top) & (middle_y <= bottom)
    tall = bottom - top
    letters = found[inside & (found[:, 3] >= LETTER * tall) & (found[:, 2] <= RULE * tall)]
    done: list[tuple[int, int]] = []
    for start, _, wide, _, _ in letters[np.argsort(letters[:, 0], kind="stable")].tolist():
        if done and start <= done[-1][1]:
            done[-1] = (done[-1][0], max(done[-1][1], start + wide))
        else:
            done.append((start, start + wide))
    return done


def skew(boxes: NDArray[np.int32], dpi: float) -> float:
    """The angle, in degrees downhill, under which the feet of the letters fall into the fewest rows; 0.0 where none tells."""
    if len(boxes) < LEAST_LETTERS:
        return 0.0
    x = boxes[:, 0] + boxes[:, 2] / 2
    y = (boxes[:, 1] + boxes[:, 3]).astype(np.float64)
    x = x.astype(np.float64) - x.mean()
    bin_size = max(1.0, dpi / 100)
    level = _rows_score(x, y, 0.0, bin_size)
    coarse = max(np.arange(-SKEW_LIMIT, SKEW_LIMIT + 0.01, 0.25), key=lambda a: _rows_score(x, y, float(a), bin_size))
    fine = np.arange(coarse - 0.25, coarse + 0.26, 0.05)
    best = float(max(fine, key=lambda a: _rows_score(x, y, float(a), bin_size)))
    if abs(best) > SKEW_LIMIT or _rows_score(x, y, best, bin_size) < 1.08 * level:
        return 0.0
    return round(best, 2)


def _rows_score(x: NDArray[np.float64], y: NDArray[np.float64], angle: float, bin_size: float) -> float:
    rows = ((y - x * np.tan(np.radians(angle))) / bin_size).astype(np.int64)
    counts = np.bincount(rows - rows.min()).astype(np.float64)
    return float((counts**2).sum())


def sideways(boxes: NDArray[np.int32], dpi: float) -> bool:
    """Whether the lines run up or down the page: they leave white stripes between them, across the page or down it.

    A tilt closes the stripes of either kind and is taken out first.
    """
    if len(boxes) < LEAST_LETTERS:
        return False
    return _stripes(boxes[:, [1, 0, 3, 2]], dpi) > 1.15 * _stripes(boxes, dpi)


def _stripes(boxes: NDArray[np.int32], dpi: float) -> float:
    """How unevenly the marks cover the rows, once level: variance against the square of the mean."""
    middle = boxes[:, 0] + boxes[:, 2] / 2
    start = (boxes[:, 1] - (middle - middle.mean()) * np.tan(np.radians(skew(boxes, dpi)))).astype(np.int64)
    start -= start.min()
    size = int((start + boxes[:, 3]).max())
    steps = np.zeros(size + 1)
    np.add.at(steps, start, 1)
    np.add.at(steps, start + boxes[:, 3], -1)
    used = np.cumsum(steps)[:size]
    return float(used.var() / max(used.mean() ** 2, 1e-9)) if used.size else 0.0
