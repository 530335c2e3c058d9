"""Underlined words on scans: which marks they are, and the page without the rules below them. Part of `ink.py`.

Where a rule touches the letters above it, or would once the picture is softened, OCR takes the words for a picture or loses
some of them: headings, names and titles, since these are what is underlined.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.engines.marks import ink_mask, paper_level
from pipeline.seen import Grey

LEAST_INKED, MOST_INKED = 0.2, 0.6  # of the box of words that touch the rule below them; bold ones have 0.41
THICK = 0.15  # of a size of type: no rule below words is thicker
LONG = 1.5  # the same: what is shorter may be a dash
NEAR = 0.1  # the same: how far below the foot of letters a rule may stand
LEAST_ABOVE = 2  # letters that stand on a rule


def words(marks: NDArray[np.int32], em: float) -> NDArray[np.int32]:
    """The marks that may be words whose letters touch the rule below them: as high as a line of type of this size, wide, and
    inked as print is. A rule is inked all over, a frame or a signature hardly.
    """
    wide, high, inked = (marks[:, at] for at in (2, 3, 4))
    share = inked / np.maximum(wide * high, 1)
    kept = (high >= 0.5 * em) & (high <= 1.5 * em) & (wide >= 3 * high) & (share > LEAST_INKED) & (share < MOST_INKED)
    return np.asarray(marks[kept])


def rules(marks: NDArray[np.int32], letters: NDArray[np.int32], em: float) -> NDArray[np.int32]:
    """The marks that are rules right below letters, which they do not touch."""
    flat = marks[(marks[:, 3] <= THICK * em) & (marks[:, 2] >= LONG * em)]
    feet, middles = letters[:, 1] + letters[:, 3], letters[:, 0] + letters[:, 2] // 2
    above = [
        int(((feet >= top - NEAR * em) & (feet <= top + high) & (middles >= left) & (middles <= left + wide)).sum())
        for left, top, wide, high, _ in flat
    ]
    return np.asarray(flat[np.asarray(above, dtype=np.int64) >= LEAST_ABOVE])


def taken_out(pixels: Grey, marks: NDArray[np.int32], letters: NDArray[np.int32], em: float) -> Grey:
    """The page without the rules below words of this size of type; the same array where there are none."""
    touching, apart = words(marks, em), rules(marks, letters, em)
    if not len(touching) and not len(apart):
        return pixels
    done, paper = pixels.copy(), np.uint8(round(paper_level(pixels)))
    for left, top, width, height, _ in touching:
        part = done[max(top - 1, 0) : top + height + 1, left : left + width]
        part[across(part, 2 * height)] = paper
    for left, top, width, height, _ in apart:
        done[top : top + height, left : left + width] = paper
    return done


def line_alone(part: Grey) -> Grey:
    """The crop of a line of type without the rules across it: no letter has a stroke as long as the line is high."""
    return np.asarray(np.where(across(part, len(part)), np.uint8(round(paper_level(part))), part), dtype=np.uint8)


def across(part: Grey, run: int) -> NDArray[np.bool_]:
    """Where in the picture of a line of type rules of that length run across it, with their rim; what is thick is a bar.

    All sides are odd, else an edge is left.
    """
    ink = ink_mask(part).astype(np.uint8)
    found = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((1, run | 1), np.uint8))
    bars = cv2.morphologyEx(found, cv2.MORPH_OPEN, np.ones((round(THICK * len(part)) | 1, 1), np.uint8))
    return np.asarray(cv2.dilate(found & ~bars & 1, np.ones((3, 5), np.uint8)) > 0)
