"""A second opinion on PDF files and pages that PDFium refuses: their words as pdfplumber reads them. The door to pdfplumber.

It is some ten times slower and draws no pages, so it is asked only where there is nothing to lose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from math import atan2, pi
from pathlib import Path
from typing import Any

from pipeline.engines.pdfium import damaged
from pipeline.engines.pdftext import Written
from pipeline.engines.placed import Placed
from pipeline.errors import Unreadable

MOST_WORDS = 20_000
UNKNOWN_INK = 1.0  # a colour that is not understood may be that of the paper
RULE_POINTS = 2.5  # a rule or underline is no thicker
# Operators that may keep written words from showing: a text rendering mode other than filled, a clip, a graphics state with
# its transparency, and whatever is drawn from elsewhere or line by line into the page.
MAY_HIDE = re.compile(rb"[1-7]\s+Tr\b|\bW\*?\s+n\b|/\S+\s+gs\b|/\S+\s+Do\b|/\S+\s+sh\b|\bBI\b|\bBDC\b")


def version() -> str:
    """Library version."""
    from importlib.metadata import version as installed

    return f"pdfplumber {installed('pdfplumber')}"


@contextmanager
def _opened(path: Path, password: str) -> Iterator[Any]:
    import pdfplumber

    try:
        with pdfplumber.open(path, password=password or None) as document:
            yield document
    except (Unreadable, FileNotFoundError, MemoryError):
        raise
    except Exception as error:  # the parser below raises whatever it likes on hostile bytes
        raise damaged(path, error) from error


def count(path: Path, password: str) -> int:
    """How many pages it finds. Raises Unreadable `damaged`."""
    with _opened(path, password) as document:
        return len(document.pages)


def written(path: Path, page_no: int, password: str) -> Written:
    """The page's words. `bare` only where nothing on the page could hide one: the caller may have no picture to check against.

    Raises Unreadable `damaged`.
    """
    with _opened(path, password) as document:
        if not 1 <= page_no <= len(document.pages):
            raise Unreadable("damaged", f"{path.name} has no page {page_no}.", "Ask for the file again.")
        page = document.pages[page_no - 1]
        x0, top, x1, bottom = (float(value) for value in page.cropbox or page.bbox)
        width, height = x1 - x0, bottom - top
        if not (1 <= width < 1e7 and 1 <= height < 1e7):
            raise Unreadable("damaged", f"{path.name} page {page_no} has no size.", "Ask for the file again.")
        found = page.extract_words(use_text_flow=True, return_chars=True)[:MOST_WORDS]
        words = [_placed(word, x0, top) for word in found]
        return Written(words, width, height, _bare(page))


def _placed(word: dict[str, Any], left: float, top: float) -> Placed:
    first = word["chars"][0]
    a, b = first["matrix"][:2]
    turn = round(atan2(b, a) / (pi / 2)) * 90 % 360
    x0, x1, y0, y1 = (float(word[key]) for key in ("x0", "x1", "top", "bottom"))
    return Placed(str(word["text"]), x0 - left, y0 - top, x1 - left, y1 - top, ink_of(first["non_stroking_color"]), turn)


def ink_of(colour: Any) -> float:
    """Grey (0 black..1 white) of a colour as the file gives it: one, three or four shares; None is the default, black."""
    if colour is None:
        return 0.0
    shares = [colour] if isinstance(colour, (int, float)) else list(colour)
    if not all(isinstance(share, (int, float)) and 0 <= share <= 1 for share in shares):
        return UNKNOWN_INK
    if len(shares) == 1:
        return round(float(shares[0]), 3)
    if len(shares) == 4:
        shares = [(1 - share) * (1 - shares[3]) for share in shares[:3]]
    if len(shares) != 3:
        return UNKNOWN_INK
    red, green, blue = shares
    return round(0.299 * red + 0.587 * green + 0.114 * blue, 3)


def _bare(page: Any) -> bool:
    """Whether the page is plain text and thin rules, as far as its objects and operators tell. In doubt False."""
    from pdfminer.pdftypes import resolve1

    shapes = [*page.rects, *page.lines]
    thin = all(min(item["x1"] - item["x0"], item["bottom"] - item["top"]) <= RULE_POINTS for item in shapes)
    if page.images or page.curves or not thin or len(page.annots) > len(page.hyperlinks):
        return False
    streams = [resolve1(stream) for stream in page.page_obj.contents]
    return not any(MAY_HIDE.search(stream.get_data()) for stream in streams if hasattr(stream, "get_data"))
