"""Crops of boxes made ready for OCR: the lines, the grain and the empty ground around a code taken away. Part of `ink.py`."""

from __future__ import annotations

import cv2
import numpy as np

from pipeline.engines import tints
from pipeline.seen import Grey

COVERED = 0.9  # share of a crop within three pixels of ink
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


def trimmed(part: Grey) -> Grey:
    """The part of the image that has ink, with a little around it; all of it where there is none."""
    rows, columns = np.flatnonzero((part < 128).any(axis=1)), np.flatnonzero((part < 128).any(axis=0))
    if len(rows) < 4 or len(columns) < 4:
        return part
    return part[max(rows[0] - 3, 0) : rows[-1] + 4, max(columns[0] - 6, 0) : columns[-1] + 7]
