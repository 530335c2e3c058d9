"""Crops of boxes made ready for OCR: the lines, the grain and the empty ground around a code taken away. Part of `ink.py`."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.engines import tints
from pipeline.seen import Grey

COVERED = 0.9  # share of a crop within three pixels of ink
LIGHT = 150  # grey level of a patch's paper at least: in black and white there is none to stretch
LEAST_STEP = 30  # grey levels between print and the paper of a patch
PAPER = 0.92  # of the paper's level: what is lighter is the grain of the scan
TALL = 150  # pixels from which on a crop is of a large box
SIDE_ACROSS, SIDE_DOWN = 0.4, 0.75  # share of a row or column of pixels that a box's side fills; print fills less
LONG = 75  # pixels: what reaches the rim and is longer is no letter
LEAST_STROKE = 12  # pixels of ink in a letter; less between slanted lines is a scan's grain


def islands(part: Grey) -> Grey:
    """What stands on the patch between slanted lines: the lines run from rim to rim or to the patch, so what touches the rim is
    no print. Within the rows and columns of what is left the crop is shown as it was, for a bracket may touch a line's end.
    """
    ink = (part < 160).astype(np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    rim = np.unique(np.concatenate((labels[0], labels[-1], labels[:, 0], labels[:, -1])))
    touching = np.isin(labels, rim[rim > 0])
    wide = cv2.dilate(touching.astype(np.uint8), np.ones((3, 3), np.uint8)).astype(bool) & ((labels == 0) | touching)
    bare = np.asarray(np.where(wide, 255, part), dtype=np.uint8)
    own = [i for i in range(1, len(stats)) if i not in rim and stats[i][4] >= LEAST_STROKE and stats[i][3] >= 5]
    if not own:
        return bare
    left, top = min(stats[i][0] for i in own), min(stats[i][1] for i in own)
    right, bottom = max(stats[i][0] + stats[i][2] for i in own), max(stats[i][1] + stats[i][3] for i in own)
    edge = (bottom - top) // 2
    shown = np.full_like(part, 255)
    rows = slice(max(top - 2, 0), bottom + 2)
    shown[rows, max(left - edge, 0) : right + edge] = bare[rows, max(left - edge, 0) : right + edge]
    shown[rows, left:right] = part[rows, left:right]
    return shown


def on_paper(part: Grey) -> Grey:
    """The patch between slanted lines on white: the grey of a scan's paper would end where the patch does."""
    shown = part[part < 255]
    ground = float(np.percentile(shown, 70)) if len(shown) else 255.0
    darkest = float(np.percentile(shown, 2)) if len(shown) else 0.0
    if ground < LIGHT or ground - darkest < LEAST_STEP:
        return part
    stretched = (part.astype(np.float32) - darkest) * (255 / (PAPER * ground - darkest))
    return np.asarray(np.clip(stretched, 0, 255), dtype=np.uint8)


def levelled(part: Grey) -> Grey:
    """The crop as dark on light, without grain, its ground white."""
    if float(np.median(part)) < 128:
        part = (255 - part).astype(np.uint8)
    part = calmed(part)
    ground = float(np.median(part))
    if 0 < ground < 235:
        part = np.clip(part.astype(np.float32) * (255 / ground), 0, 255).astype(np.uint8)
    return part


def calmed(part: Grey) -> Grey:
    """The crop without the grain of a scan, where it is strong: on a tint it hides small print from OCR."""
    if min(part.shape) < 8:
        return part
    if tints.screened(part) and _all_over(part):
        return np.asarray(cv2.GaussianBlur(part, (0, 0), 1.2), dtype=np.uint8)
    grain = float(np.median(np.abs(cv2.Laplacian(part, cv2.CV_32F)))) / 0.6745 / 4.47  # of white noise, in grey levels
    if not 6 <= grain <= 60:
        return part
    return np.asarray(cv2.fastNlMeansDenoising(part, None, 1.1 * grain, 5, 13), dtype=np.uint8)


def _all_over(part: Grey) -> bool:
    """Whether ink stands everywhere, as a tint's dots do: print leaves white between and around its letters, and thin print loses
    to a median filter what dots lose.
    """
    ink = (part < 128).astype(np.uint8)
    return float(cv2.dilate(ink, np.ones((7, 7), np.uint8)).mean()) > COVERED


def without_sides(part: Grey) -> Grey:
    """The crop without what shows in it of its box's sides and of what lies beyond them: a frame around print makes it small
    once the crop is brought to size, and OCR reads nothing within one.

    Rows and columns near the rim that a side fills go; of a side that stands aslant the whole mark is painted over.
    """
    high, wide = part.shape
    if min(high, wide) < 12:
        return part
    ink = part < 160
    run = max(wide // 8, 12)  # letters are parted, a side is not
    runs = cv2.morphologyEx(ink.astype(np.uint8), cv2.MORPH_OPEN, np.ones((1, run), np.uint8)).any(axis=1)
    top, bottom = _sides((ink.mean(axis=1) >= SIDE_ACROSS) & runs, max(high // 5, 2))
    inside = ink[top:bottom]
    through = inside[:2].any(axis=0) & inside[-2:].any(axis=0)  # from top to bottom, as no letter is but in a tight box
    left, right = _sides((inside.mean(axis=0) >= SIDE_DOWN) & through, max(min(high // 3, wide // 10, 24), 2))
    part, ink = part[top:bottom, left:right], ink[top:bottom, left:right]
    if max(part.shape) < LONG or min(part.shape) < 8:
        return part
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink.astype(np.uint8), connectivity=8)
    rim = np.unique(np.concatenate((labels[0], labels[-1], labels[:, 0], labels[:, -1])))
    long = (stats[:, 3] >= LONG) | (stats[:, 2] >= max(LONG, 0.6 * part.shape[1]))
    sides = [one for one in rim.tolist() if one and long[one]]
    if not sides:
        return part
    wide_of = cv2.dilate(np.isin(labels, sides).astype(np.uint8), np.ones((3, 3), np.uint8)).astype(bool)
    return np.where(wide_of, np.uint8(255), part)


def _sides(filled: NDArray[np.bool_], reach: int) -> tuple[int, int]:
    """Where the rows begin and end that lie within those filled ones that are no farther than `reach` from either end."""
    first, last = np.flatnonzero(filled[:reach]), np.flatnonzero(filled[::-1][:reach])
    return (int(first[-1]) + 1 if len(first) else 0), len(filled) - (int(last[-1]) + 1 if len(last) else 0)


def trimmed(part: Grey) -> Grey:
    """The part of the image that has ink, with a little around it; all of it where there is none.

    Specks of a scan do not count where larger marks are: on a page withheld in full a code is lost among them.
    """
    ink = (part < 128).astype(np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    real = stats[:, 4] >= LEAST_STROKE
    real[0] = False
    if len(part) >= TALL and real.any():
        ink = real[labels].astype(np.uint8)
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    if len(rows) < 4 or len(columns) < 4:
        return part
    return part[max(rows[0] - 3, 0) : rows[-1] + 4, max(columns[0] - 6, 0) : columns[-1] + 7]
