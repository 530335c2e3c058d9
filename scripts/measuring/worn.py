"""What scanners, copiers and fax machines do to a page, one class each, with fixed seeds. Pictures come in at 300 dpi."""

from __future__ import annotations

import io
from collections.abc import Callable

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

Grey = NDArray[np.uint8]
Random = np.random.Generator


def _bytes(values: NDArray[np.float64]) -> Grey:
    return np.clip(values + 0.5, 0, 255).astype(np.uint8)


def _sized(page: Grey, dpi: float, rows: float = 0.0) -> Grey:
    high, wide = page.shape
    size = (round(wide * dpi / 300), round(high * (rows or dpi) / 300))
    return np.asarray(cv2.resize(page, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def skewed(page: Grey, random: Random) -> Grey:
    """Turned by up to 3 degrees either way, at least half of one."""
    angle = float(random.uniform(0.5, 3.0)) * (1 if random.random() < 0.5 else -1)
    high, wide = page.shape
    turn = cv2.getRotationMatrix2D((wide / 2, high / 2), angle, 1.0)
    return np.asarray(cv2.warpAffine(page, turn, (wide, high), flags=cv2.INTER_CUBIC, borderValue=255), dtype=np.uint8)


def noisy(page: Grey, random: Random) -> Grey:
    """A sensor's grain: normal, standard deviation 30 grey levels."""
    return _bytes(page * (200 / 255) + 20 + random.normal(0, 30, page.shape))


def peppered(page: Grey, random: Random) -> Grey:
    """3% of the pixels black or white."""
    done = page.copy()
    chance = random.random(page.shape)
    done[chance < 0.015] = 0
    done[chance > 0.985] = 255
    return done


def faded(page: Grey, random: Random) -> Grey:
    """All greys between 150 and 205, with a little grain."""
    return _bytes(150 + page * (55 / 255) + random.normal(0, 3, page.shape))


def shaded(page: Grey, random: Random) -> Grey:
    """Light that falls from one side to a third, and the shadow of a book's back."""
    high, wide = page.shape
    down, across = np.linspace(0, 1, high)[:, None], np.linspace(0, 1, wide)[None, :]
    light = 0.35 + 0.65 * (down if random.random() < 0.5 else 1 - down) * (0.7 + 0.3 * across)
    light = light * (1 - 0.4 * np.exp(-(((across - random.uniform(0.0, 1.0)) / 0.08) ** 2)))
    return _bytes(page * light + random.normal(0, 2, page.shape))


def jpeg(page: Grey, random: Random) -> Grey:
    """200 dpi, JPEG at quality 12."""
    out = io.BytesIO()
    Image.fromarray(_sized(page, 200)).save(out, "JPEG", quality=12)
    return np.asarray(Image.open(out).convert("L"), dtype=np.uint8)


def fax(page: Grey, random: Random) -> Grey:
    """200 dpi, two levels, some flipped along the edges, a few specks."""
    small = _sized(page, 200).astype(np.float64) + random.normal(0, 24, _sized(page, 200).shape)
    done = np.where(small < 150, 0, 255).astype(np.uint8)
    done[random.random(done.shape) < 0.0004] = 0
    return done


def copied(page: Grey, random: Random, level: float = 155) -> Grey:
    """A copy of a copy: blurred, toner that clots and breaks, specks, a dark edge beside the print, two levels.

    `level` is the grey, after the blur, from which on no toner falls. Copies of copies usually thicken: at 155 the level strokes
    of book type, some 0.1 mm, are held. At 125 they are gone after the second copy, and only upright strokes stay.
    """
    work = page.astype(np.float64)
    grain = cv2.GaussianBlur(random.normal(0, 1, page.shape), (0, 0), 6) * 6
    for _ in range(2):
        work = cv2.GaussianBlur(work, (0, 0), 1.0) + random.normal(0, 8, page.shape)
        work = 255 / (1 + np.exp(-(work - level - 4 * grain) / 28))
    done = np.where(work < 128, 0, 255).astype(np.uint8)
    specks = cv2.GaussianBlur((random.random(page.shape) < 0.0001).astype(np.float64), (0, 0), 1.0) > 0.06
    done[specks] = 0
    print_from = int(np.flatnonzero((page < 128).any(axis=0))[:1].sum())
    done[:, : min(int(random.integers(5, 40)), max(print_from - 6, 0))] = 0
    return done


def combined(page: Grey, random: Random) -> Grey:
    """As scans come: a little skew, uneven light, grain, 200 dpi, JPEG."""
    high, wide = page.shape
    turn = cv2.getRotationMatrix2D((wide / 2, high / 2), float(random.uniform(-2, 2)), 1.0)
    work = cv2.warpAffine(page, turn, (wide, high), flags=cv2.INTER_CUBIC, borderValue=255)
    small = _sized(np.asarray(work, dtype=np.uint8), 200).astype(np.float64)
    light = np.linspace(1.0, 0.55, small.shape[0])[:, None]
    small = cv2.GaussianBlur(small * light * 0.9 + 10, (0, 0), 0.6) + random.normal(0, 14, small.shape)
    out = io.BytesIO()
    Image.fromarray(_bytes(small)).save(out, "JPEG", quality=35)
    return np.asarray(Image.open(out).convert("L"), dtype=np.uint8)


def old_fax(page: Grey, random: Random) -> Grey:
    """A skewed fax of a copy, 204 x 196 dpi, with specks."""
    high, wide = page.shape
    turn = cv2.getRotationMatrix2D((wide / 2, high / 2), float(random.uniform(-2, 2)), 1.0)
    work = cv2.warpAffine(page, turn, (wide, high), flags=cv2.INTER_CUBIC, borderValue=255)
    work = cv2.GaussianBlur(work.astype(np.float64), (0, 0), 1.4) + random.normal(0, 14, page.shape)
    small = _sized(_bytes(work), 200)
    done = np.where(small < 165, 0, 255).astype(np.uint8)
    specks = random.random(done.shape) < 0.0015
    done[specks] = 0
    return done


CLASSES: dict[str, tuple[float, Callable[[Grey, Random], Grey]]] = {
    "clean": (300, lambda page, random: page),
    "clean 200 dpi": (200, lambda page, random: _sized(page, 200)),
    "150 dpi": (150, lambda page, random: _sized(page, 150)),
    "skew": (300, skewed),
    "noise": (300, noisy),
    "salt and pepper": (300, peppered),
    "low contrast": (300, faded),
    "shading": (300, shaded),
    "JPEG": (200, jpeg),
    "fax 200 dpi": (200, fax),
    "photocopy": (300, copied),
    "broken photocopy": (300, lambda page, random: copied(page, random, 125)),
    "turned 90": (300, lambda page, random: np.ascontiguousarray(np.rot90(page, 3))),
    "turned 180": (300, lambda page, random: np.ascontiguousarray(np.rot90(page, 2))),
    "turned 270": (300, lambda page, random: np.ascontiguousarray(np.rot90(page, 1))),
    "combined scan": (200, combined),
    "combined fax": (200, old_fax),
}
TURNS = {"turned 90": 270, "turned 180": 180, "turned 270": 90}  # degrees clockwise that bring them back


def worn(page: Grey, name: str, seed: int) -> tuple[Grey, float]:
    """The page as that class leaves it, and its dots per inch. Same page, name and seed: same pixels."""
    dpi, wear = CLASSES[name]
    return wear(page, np.random.default_rng([seed, len(name), ord(name[0])])), dpi
