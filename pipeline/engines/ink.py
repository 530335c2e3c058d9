"""Looks at page images: ink, skew, what a box shows, redaction boxes. The door to OpenCV."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.engines import bars, cleaning, crops, dashes, marks, picture, underlined
from pipeline.engines.marks import LEAST_LETTERS, POINT, ink_mask, paper_level
from pipeline.records.page import Box
from pipeline.records.spans import box as clipped
from pipeline.seen import Candidate, Cleaned, Grey, Spot

FAINT_BELOW = 0.82  # the same, before a page is called blank: a faded page is not
FINE = 200  # dots per inch from which on the ink of a page is counted at half its size
SPECK_POINTS = 2.4  # a mark smaller than this both ways is dust: a full stop in 9-point type is about as large
TILT = 0.2  # degrees from which a page is straightened before boxes are looked for
ALONG = (0.25, 0.4, 0.5, 0.6, 0.75)  # of a mark of several words, whose middle may lie between two
LARGE_CROP = 72  # the same for a second look
SMALL_CROP = 36  # and for a third at what is printed on a box
CROP_HEIGHT = 48  # pixels; Tesseract's line model scales lines to 36, and small print on boxes read best a little above


class Ink:
    """Implements `ports.Look`. Works on one thread: pages are what runs side by side."""

    def __init__(self) -> None:
        cv2.setNumThreads(1)
        self._known = marks.Remembered()

    def identity(self) -> str:
        """Library versions; the numbers in this file belong to the version of the stage that uses it."""
        return f"opencv {cv2.__version__} numpy {np.__version__} {picture.version()}"

    def ink(self, pixels: Grey, dpi: float) -> tuple[int, float]:
        """See `ports.Look`. Marks that touch the rim of the scan count as ink but not as marks."""
        if pixels.size == 0:
            return 0, 0.0
        letters = self._letters(pixels, dpi)
        if len(letters) >= LEAST_LETTERS:  # a page of print, whatever else is on it
            return len(letters), round(float(self._marks(pixels)[:, 4].sum()) / pixels.size, 6)
        if dpi >= FINE and min(pixels.shape) > 1:  # half the size smooths as much as a blur, and is counted in no time
            soft, dpi = cv2.resize(pixels, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA), dpi / 2
        else:
            soft = cv2.GaussianBlur(pixels, (3, 3), 0)
        mask = ink_mask(np.asarray(soft, dtype=np.uint8), FAINT_BELOW)
        boxes = marks.of_mask(mask)
        speck = SPECK_POINTS * POINT * dpi
        high, wide = mask.shape
        rim = max(2, round(0.004 * max(high, wide)))
        real = (np.maximum(boxes[:, 2], boxes[:, 3]) >= speck) & (boxes[:, 0] > rim) & (boxes[:, 1] > rim)
        real &= (boxes[:, 0] + boxes[:, 2] < wide - rim) & (boxes[:, 1] + boxes[:, 3] < high - rim)
        return int(real.sum()), round(float(mask.mean()), 6)

    def skew(self, pixels: Grey, dpi: float) -> float:
        """See `ports.Look`."""
        return self._known.once(pixels, f"skew {dpi}", lambda: marks.skew(self._letters(pixels, dpi), dpi))

    def sideways(self, pixels: Grey, dpi: float) -> bool:
        """See `ports.Look`."""
        return self._known.once(pixels, f"sideways {dpi}", lambda: marks.sideways(self._letters(pixels, dpi), dpi))

    def _marks(self, pixels: Grey) -> NDArray[np.int32]:
        return self._known.once(pixels, "marks", lambda: marks.of_mask(ink_mask(pixels)))

    def _letters(self, pixels: Grey, dpi: float) -> NDArray[np.int32]:
        return marks.letters(self._marks(pixels), dpi)

    def turned(self, pixels: Grey, clockwise: int) -> Grey:
        """See `ports.Look`."""
        return np.ascontiguousarray(np.rot90(pixels, k=-(clockwise // 90) % 4))

    def straightened(self, pixels: Grey, angle: float) -> Grey:
        """See `ports.Look`."""
        high, wide = pixels.shape
        turn = cv2.getRotationMatrix2D((wide / 2, high / 2), angle, 1.0)
        done = cv2.warpAffine(pixels, turn, (wide, high), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=255)
        return np.asarray(done, dtype=np.uint8)

    def cleaned(self, pixels: Grey, dpi: float) -> Cleaned:
        """See `ports.Look` and `engines/cleaning.py`."""
        even = cleaning.evened(pixels)
        if even.pixels.size == 0:
            return even
        boxes = self._marks(even.pixels)
        tiny = int(((boxes[:, 2] <= cleaning.SPECK_PIXELS) & (boxes[:, 3] <= cleaning.SPECK_PIXELS)).sum())
        letters = marks.letters(boxes, dpi)
        smooth = cleaning.smoothed(
            even.pixels,
            letters,
            tiny,
            lambda: marks.dust(boxes, letters),
            lambda found: marks.stops(found, letters, cleaning.SPECK_PIXELS),
        )
        em = 2.0 * float(np.median(letters[:, 3])) if len(letters) >= LEAST_LETTERS else 0.0
        plain = underlined.taken_out(smooth.pixels, self._marks(smooth.pixels), letters, em) if em else smooth.pixels
        bare = cleaning.unruled(plain, dpi, ink_mask(plain))
        return Cleaned(bare.pixels, even.done + smooth.done + bare.done, smooth.rough)

    def fitted(self, pixels: Grey, dpi: float) -> tuple[Grey, float]:
        """See `ports.Look` and `engines/cleaning.py`."""
        letters = self._letters(pixels, dpi)
        sizes = self._marks(pixels)[:, 2:4].max(axis=1)
        pieces = (sizes > cleaning.SPECK_PIXELS) & (sizes < float(np.median(letters[:, 3])) / 2) if len(letters) else sizes < 0
        return cleaning.fitted(pixels, dpi, letters, int(pieces.sum()))

    def spots(self, pixels: Grey, boxes: tuple[Box, ...], soft: bool = False) -> tuple[Spot, ...]:
        """See `ports.Look`. Smoothed a little first, so that the grain of a scan is not taken for ink; `soft` smooths more."""
        if pixels.size == 0:
            return tuple(Spot(0.0, 1.0, 1.0, 0.0) for _ in boxes)
        size = (7, 7) if soft else (3, 3)
        smooth = np.asarray(cv2.GaussianBlur(pixels, size, 0), dtype=np.uint8)
        return tuple(_spot(smooth, box) for box in boxes)

    def outside(self, pixels: Grey, dpi: float, boxes: tuple[Box, ...]) -> tuple[int, int]:
        """See `ports.Look`."""
        letters = self._letters(pixels, dpi)
        inside = int(_covered(letters, pixels, boxes).sum())
        return inside, len(letters) - inside

    def dashed(self, pixels: Grey, dpi: float, boxes: tuple[Box, ...]) -> tuple[tuple[Box, int], ...]:
        """See `ports.Look` and `engines/dashes.py`."""
        flat = dashes.flat(self._marks(pixels), POINT * dpi)
        high, wide = pixels.shape
        rules = dashes.rules(flat[~_covered(flat, pixels, boxes)], POINT * dpi)
        return tuple((clipped(left / wide, top / high, right / wide, bottom / high), n) for left, top, right, bottom, n in rules)

    def endings(self, pixels: Grey, boxes: tuple[Box, ...]) -> tuple[str, ...]:
        """See `ports.Look`."""
        found, (high, wide) = self._marks(pixels), pixels.shape
        return tuple(marks.ending(found, (b.x0 * wide, b.y0 * high, b.x1 * wide, b.y1 * high)) for b in boxes)

    def pieces(self, pixels: Grey, boxes: tuple[Box, ...]) -> tuple[tuple[tuple[float, float], ...], ...]:
        """See `ports.Look`."""
        found, (high, wide) = self._marks(pixels), pixels.shape
        placed = (marks.pieces(found, (b.x0 * wide, b.y0 * high, b.x1 * wide, b.y1 * high)) for b in boxes)
        return tuple(tuple((left / wide, right / wide) for left, right in one) for one in placed)

    def missed(self, pixels: Grey, dpi: float, boxes: tuple[Box, ...]) -> tuple[Box, ...]:
        """See `ports.Look`. A row has at least four letters and is no taller than two lines."""
        letters = self._letters(pixels, dpi)
        em = 2.0 * float(np.median(letters[:, 3])) if len(letters) else 0.0
        lined = underlined.words(self._marks(pixels), em)
        lined = lined[~_covered(lined, pixels, boxes, ALONG)]
        letters = np.concatenate([letters[~_covered(letters, pixels, boxes)], lined])
        each = np.maximum(letters[:, 2] // max(int(em), 1), 1)  # how many letters a mark stands for, at least
        if each.sum() < 4:
            return ()
        high, wide = pixels.shape
        mask = np.zeros((high, wide), np.uint8)
        for left, top, width, height, _ in letters:
            mask[top : top + height, max(left - int(0.6 * em), 0) : left + width + int(0.6 * em)] = 1
        labels, stats = marks.parted(mask)
        middles = labels[letters[:, 1] + letters[:, 3] // 2, letters[:, 0] + letters[:, 2] // 2]
        counts = np.bincount(middles, weights=each, minlength=len(stats))
        rows = []
        for label in range(1, len(stats)):
            left, top, width, height = (int(v) for v in stats[label][:4])
            if counts[label] >= 4 and 0.3 * em <= height <= 2.2 * em and width >= 2 * height:
                rim = 0.3 * em
                rows.append(
                    clipped((left - rim) / wide, (top - rim) / high, (left + width + rim) / wide, (top + height + rim) / high)
                )
        return tuple(sorted(rows, key=lambda row: (row.y0, row.x0)))

    def bars(self, pixels: Grey, dpi: float) -> tuple[Candidate, ...]:
        """See `ports.Look` and `engines/bars.py`."""
        if pixels.size == 0:
            return ()
        letters = self._letters(pixels, dpi)
        em = 2.0 * float(np.median(letters[:, 3])) if len(letters) >= 30 else 11 * POINT * dpi
        em = min(max(em, 7 * POINT * dpi), 14 * POINT * dpi)
        angle = self.skew(pixels, dpi) if len(letters) >= LEAST_LETTERS else bars.tilt_of_blocks(pixels, em)
        if abs(angle) < TILT:
            return bars.found(pixels, em, paper_level(pixels))
        straight = bars.found(self.straightened(pixels, angle), em, paper_level(pixels))
        return tuple(replace(one, box=bars.leaned(one.box, pixels.shape, angle)) for one in straight)

    def blotted(self, pixels: Grey, boxes: tuple[Box, ...], paper: bool) -> Grey:
        """See `ports.Look`. What a pen or a copier did not quite cover must be legible neither to OCR nor in an image."""
        done = pixels.copy()
        for box in boxes:
            left, top, right, bottom = corners(pixels, box)
            if paper:
                done[max(top - 2, 0) : bottom + 2, max(left - 2, 0) : right + 2] = 255
            else:
                part = done[top:bottom, left:right]
                part[part < bars.DARK] = 0
        found = self._known.known(pixels, "marks") if paper else None
        if found is not None:  # the marks of what is left are those that were there: they need not be counted again
            gone = _covered(found, pixels, boxes)
            self._known.once(done, "marks", lambda: found[~gone])
        return done

    def crop(self, pixels: Grey, box: Box, dpi: float, islands: bool = False, again: bool = False, lined: bool = False) -> Grey:
        """See `ports.Look`."""
        left, top, right, bottom = corners(pixels, box)
        part = pixels[top:bottom, left:right]
        if part.size == 0:
            return np.full((1, 1), 255, dtype=np.uint8)
        if lined:
            part = underlined.line_alone(part)
        if islands:
            part = crops.on_paper(crops.islands(part))
        return _to_size(crops.levelled(part), again, LARGE_CROP if again else CROP_HEIGHT)

    def on_box(self, pixels: Grey, box: Box, islands: bool, turn: int) -> Grey:
        """See `ports.Look`."""
        left, top, right, bottom = corners(pixels, box)
        part = pixels[top:bottom, left:right]
        if part.size == 0:
            return np.full((1, 1), 255, dtype=np.uint8)
        if islands:
            part = crops.on_paper(crops.islands(part))
        height = (CROP_HEIGHT, LARGE_CROP, SMALL_CROP)[turn]
        return _to_size(crops.without_sides(crops.levelled(part)), turn == 1, height)

    def webp(self, pixels: Grey, dpi: float, image_dpi: int) -> bytes:
        """See `ports.Look`."""
        if dpi > image_dpi:
            scale = image_dpi / dpi
            size = (max(1, round(pixels.shape[1] * scale)), max(1, round(pixels.shape[0] * scale)))
            pixels = np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
        return picture.encode_webp(pixels)


def _to_size(part: Grey, whiter: bool, height: int) -> Grey:
    """Dark print on light, at most so high and with a white rim; `whiter` takes the grey of the paper off first."""
    part = crops.trimmed(crops.on_paper(part) if whiter else part)
    scale = min(height / part.shape[0], 4.0)
    if scale > 1.0:
        part = np.asarray(cv2.resize(part, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC), dtype=np.uint8)
        part = np.asarray(cv2.GaussianBlur(part, (0, 0), 0.8), dtype=np.uint8)  # takes the steps off 1-bit scans
    return np.pad(part, 20, constant_values=255)


def corners(pixels: Grey, box: Box) -> tuple[int, int, int, int]:
    """(left, top, right, bottom) in pixels; the right and bottom are exclusive."""
    high, wide = pixels.shape
    left, top = round(box.x0 * wide), round(box.y0 * high)
    return left, top, max(round(box.x1 * wide), left), max(round(box.y1 * high), top)


def _covered(
    letters: NDArray[np.int32], pixels: Grey, boxes: tuple[Box, ...], along: tuple[float, ...] = (0.5,)
) -> NDArray[np.bool_]:
    """For each mark, whether its middle, or any spot so far along it, lies in one of the boxes, each taken a little larger."""
    if not len(letters):
        return np.zeros(0, dtype=bool)
    high, wide = pixels.shape
    cover = np.zeros((high, wide), dtype=bool)
    for box in boxes:
        rim = round(0.2 * (box.y1 - box.y0) * high)
        top, bottom = round(box.y0 * high) - rim, round(box.y1 * high) + rim
        cover[max(top, 0) : bottom, max(round(box.x0 * wide) - rim, 0) : round(box.x1 * wide) + rim] = True
    rows = np.clip(letters[:, 1] + letters[:, 3] // 2, 0, high - 1)
    spots = [np.clip(letters[:, 0] + (letters[:, 2] * part).astype(np.int32), 0, wide - 1) for part in along]
    return np.asarray(np.any([cover[rows, columns] for columns in spots], axis=0))


SOLID = 110  # grey level below which a column of pixels is dark from top to bottom
FLAT = 40  # grey levels: less than this between darkest and lightest is nothing a reader sees


def _spot(smooth: Grey, box: Box) -> Spot:
    left, top, right, bottom = corners(smooth, box)
    part = smooth[top : max(bottom, top + 1), left : max(right, left + 1)]
    if part.size == 0:
        return Spot(0.0, 1.0, 1.0, 0.0)
    levels = part.ravel()
    last = levels.size - 1
    few, middle_at = last // 200, last // 2
    levels = np.partition(levels, (few, middle_at, last - few))
    low, ground, high = int(levels[few]), int(levels[middle_at]), int(levels[last - few])
    # Rules and underlines run along the rim of a word's box; its middle tells whether letters are there.
    trim = int(0.15 * part.shape[0])
    middle = part[trim : part.shape[0] - trim] if trim else part
    lightest = middle.max(axis=0)
    shown = (lightest.astype(np.int16) - middle.min(axis=0)) >= FLAT
    where = np.flatnonzero(shown)
    reach = (int(where[-1]) - int(where[0]) + 1) / len(shown) if len(where) else 0.0
    gap, solid = _longest(~shown) / len(shown), _longest(lightest < SOLID) / part.shape[0]
    return Spot(round((high - low) / 255, 4), round(ground / 255, 4), round(gap, 4), round(reach, 4), round(solid, 4))


def _longest(flags: NDArray[np.bool_]) -> int:
    """The longest run of True."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], flags.astype(np.int8), [0]))))
    return int((edges[1::2] - edges[::2]).max()) if len(edges) else 0
