"""Where the CPU seconds of a page go: the recogniser, finding boxes, cleaning, drawing the page, its stored image, the rest.

The tools are timed from outside, at the doors of the read stage, so that what is timed is what the pipeline does. Shares hold
on a machine that does other work as well; seconds do not.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

PARTS = {
    "recognise": "the recogniser", "render": "drawing the page", "layer": "the words in the file", "webp": "the stored image",
    "bars": "finding boxes", "cleaned": "cleaning", "fitted": "cleaning", "skew": "finding the tilt",
    "sideways": "finding the tilt",
    "straightened": "finding the tilt", "ink": "counting ink", "missed": "rows passed over",
    "dashed": "rules of dashes",
    "spots": "what words show", "outside": "what words show", "crop": "cutting out boxes",
}  # fmt: skip
BESIDES = ("finding boxes", "the stored image")  # what a page costs besides being read
WHOLE_PAGE = 400  # pixels; an image smaller than this either way is the crop of a box or a word


class Timed:
    """A tool whose calls are timed by name: `spent` gets the CPU seconds, `calls` how often it was asked."""

    def __init__(self, tool: Any, spent: Counter[str], calls: Counter[str]) -> None:
        self._tool, self._spent, self._calls = tool, spent, calls

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._tool, name)
        return self._timed(name, found) if name in PARTS else found

    def _timed(self, name: str, found: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            small = name == "recognise" and min(given[0].shape) < WHOLE_PAGE
            part = "the recogniser on boxes and words" if small else PARTS[name]
            began = time.process_time()
            try:
                return found(*given, **named)
            finally:
                self._spent[part] += time.process_time() - began
                self._calls[part] += 1

        return call


def spent(pages: list[tuple[Path, int]]) -> tuple[float, Counter[str], Counter[str]]:
    """(CPU seconds, seconds by part, calls by part) of reading these pages (path, 1-based number) of PDFs once, tools warm."""
    from pipeline.engines import ink, pdf, tesseract
    from pipeline.records.source import File
    from pipeline.stages import read

    parts: Counter[str] = Counter()
    calls: Counter[str] = Counter()
    source, engine, look = (Timed(tool, parts, calls) for tool in (pdf.Pdf(), tesseract.Embedded(), ink.Ink()))
    whole = 0.0
    for warm in (True, False):
        parts.clear()
        calls.clear()
        began = time.process_time()
        for path, number in pages[:1] if warm else pages:
            file = File("f", "r", path.name, "", path.stat().st_size, "application/pdf")
            read.read(source, engine, look, path, file, number, "", ("eng",), read.Params())
        whole = time.process_time() - began
    return whole, parts, calls


def lines(title: str, pages: list[tuple[Path, int]]) -> list[str]:
    """The report: seconds a page by part with their share, and the whole against the recogniser of the page alone."""
    if not pages:
        return [f"{title}: no such page in these files"]
    whole, parts, calls = spent(pages)
    made = [f"{title}: {whole / len(pages):.3f} CPU seconds a page ({len(pages)} pages), of which"]
    rest = whole - sum(parts.values())
    for part, seconds in [*parts.most_common(), ("all else", rest)]:
        asked = f" ({calls[part]} calls)" if calls[part] else ""
        made.append(f"  {part:<34} {seconds / len(pages):6.3f} s  {seconds / whole:5.1%}{asked}")
    alone = parts["the recogniser"]
    if not alone:
        return made
    reading = whole - sum(parts[part] for part in BESIDES)
    besides = " and ".join(BESIDES)
    made.append(f"  without {besides} it is {reading / alone:.2f} times the recogniser of the page alone")
    return [*made, f"  the whole is {whole / alone:.2f} times the recogniser of the page alone"]
