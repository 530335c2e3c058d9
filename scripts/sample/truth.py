"""What the drawn release holds, page by page: the answers against which the pipeline is measured.

Format of `tests/golden/sample_truth.json` (see `scripts/make_sample_release.py` for the whole): boxes are fractions
`[x0, y0, x1, y1]` of the upright page, origin top left, as the ink lies after scanning (a skewed page's boxes enclose
the slanted ink).
"""

from __future__ import annotations

import math
import re
from itertools import groupby
from typing import Any

from sample.layout import Setter
from sample.sheet import Ink, Placed, Sheet

CODE = re.compile(r"\(b\)\(\d\)(?:\([A-F]\))?")
Rows = list[tuple[int, list[Placed]]]


def printed(sheet: Sheet, codes: bool = True) -> list[str]:
    """The lines of the page as printed, in reading order; with the codes on the boxes, or without."""
    return [line for line in (_line(sheet, number, words, codes) for number, words in _rows(sheet)) if line]


def _rows(sheet: Sheet) -> Rows:
    rows = {number: list(words) for number, words in groupby(sorted(sheet.words, key=lambda w: w.line), key=lambda w: w.line)}
    for ink in sheet.inks:
        if ink.cover:
            rows.setdefault(ink.line, [])
    return sorted(rows.items())


def _line(sheet: Sheet, number: int, words: list[Placed], codes: bool) -> str:
    raws = {ink.cover.group: ink.raw for ink in sheet.inks if ink.cover and ink.line == number}
    text, done = "", set()
    for word in sorted(words, key=lambda w: w.x):
        cover = word.atom.cover
        if cover and cover.group in done:
            continue
        if cover:
            done.add(cover.group)
        piece = (raws.get(cover.group, "") if codes else "") if cover else word.atom.text
        text += ("" if word.atom.glued else " ") + piece
    if not words and codes:  # a box over whole lines, with its codes and no words around it
        text = " ".join(raws.values())
    return " ".join(text.split())


def redactions(sheet: Sheet, skew: float) -> list[dict[str, Any]]:
    """The boxes of the page; those of one `group` hide one passage, and only the first of them bears the codes."""
    return [
        {
            "box": fraction(sheet, ink, skew),
            "fill": ink.cover.fill,
            "codes": CODE.findall(ink.cover.codes),
            "riders": re.findall(r"[A-Za-z]{2,}", CODE.sub("", ink.cover.codes)),
            "raw": ink.raw,
            "failed": ink.cover.failed,
            "group": ink.cover.group,
        }
        for ink in sheet.inks
        if ink.cover
    ]


def fraction(sheet: Sheet, ink: Ink, skew: float) -> list[float]:
    """The ink's bounding box after the page was turned by `skew` degrees counter-clockwise about its centre."""
    angle = math.radians(skew)
    sine, cosine = math.sin(angle), math.cos(angle)
    middle_x, middle_y = sheet.width / 2, sheet.height / 2
    corners = [
        (middle_x + (x - middle_x) * cosine - (y - middle_y) * sine, middle_y + (x - middle_x) * sine + (y - middle_y) * cosine)
        for x in (ink.x0, ink.x1)
        for y in (ink.y0, ink.y1)
    ]
    xs, ys = [x / sheet.width for x, _ in corners], [1 - y / sheet.height for _, y in corners]
    return [round(v, 4) for v in (min(xs), min(ys), max(xs), max(ys))]


def quotes(setter: Setter) -> dict[str, dict[str, Any]]:
    """Each marked statement: on which page it stands and its words as printed, line breaks folded."""
    found: dict[str, dict[str, Any]] = {}
    for sheet in setter.sheets:
        for number, words in _rows(sheet):
            keys = sorted({key for word in words for key in word.atom.keys})
            for key in keys:
                part = _line(sheet, number, [w for w in words if key in w.atom.keys], True)
                entry = found.setdefault(key, {"page_no": sheet.number, "document": sheet.document, "quote": ""})
                if entry["page_no"] != sheet.number or entry["document"] != sheet.document:
                    raise ValueError(f"statement {key} is split over two pages, or marked twice")
                entry["quote"] = f"{entry['quote']} {part}".strip()
    return found


def secrets(setter: Setter) -> list[dict[str, Any]]:
    """What must never be published: words under failed redactions, and a private person's identifiers."""
    found: list[dict[str, Any]] = []
    for sheet in setter.sheets:
        hidden: dict[int, list[str]] = {}
        said: list[tuple[str, str]] = []
        for word in sheet.words:
            cover = word.atom.cover
            if cover and cover.failed:
                hidden.setdefault(cover.group, []).append(word.atom.text)
            if word.atom.secret:
                if said and said[-1][0] == word.atom.secret and not word.atom.glued:
                    said[-1] = (said[-1][0], f"{said[-1][1]} {word.atom.text}")
                else:
                    said.append((word.atom.secret, word.atom.text))
        found += [
            {"kind": "hidden-text", "text": " ".join(h), "page_no": sheet.number, "printed": False} for h in hidden.values()
        ]
        found += [{"kind": k, "text": t, "page_no": sheet.number, "printed": True} for k, t in said]
    return found
