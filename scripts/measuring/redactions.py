"""Boxes, codes and stamps on drawn pages that no rule was tuned to: how many are found, and how many of those found are right."""

from __future__ import annotations

import tempfile
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from measuring.drawn.release import Drawn, TruePage, release
from measuring.drawn.sheet import TrueBox
from measuring.figures import Figure, Section, found_and_right
from pipeline.engines.ink import Ink
from pipeline.engines.pdf import Pdf
from pipeline.engines.tesseract import Embedded
from pipeline.patterns.bates.stamp_repair import beside
from pipeline.patterns.bates.stamps import numbering_of, series_of, stamps_of
from pipeline.records.finding import Redaction
from pipeline.records.page import Page
from pipeline.records.source import File
from pipeline.stages.boxes.redacted import Params as Near
from pipeline.stages.boxes.redacted import redactions_of
from pipeline.stages.read import Params, read

ENOUGH = 0.5  # intersection over union from which a box counts as found
NOTE = (
    "  Pages with other layouts, faces, covers, stamps and scanners than those rules were written on, but by the same hand;\n"
    "  other seeds of theirs were looked at once. A box counts from an overlap (IoU) of 0.5 on; codes are a multiset per page."
)


@dataclass(frozen=True, slots=True)
class Seen:
    """What was made of one drawn page, beside its truth."""

    seed: int
    true: TruePage
    page: Page
    redactions: tuple[Redaction, ...]


def look_at(seed: int, n_pages: int = 8) -> tuple[Seen, ...]:
    """Draws the release of this seed and reads it."""
    return read_drawn(seed, release(seed, n_pages))


def read_drawn(seed: int, drawn: tuple[Drawn, ...]) -> tuple[Seen, ...]:
    """Reads drawn files page by page with the engines the pipeline uses."""
    source, engine, look = Pdf(), Embedded(), Ink()
    seen: list[Seen] = []
    with tempfile.TemporaryDirectory() as folder:
        for order, one in enumerate(drawn):
            path = Path(folder) / one.name
            path.write_bytes(one.data)
            name = f"{seed:08d}{order:08d}"
            file = File(name, "drawn", one.name, name * 4, len(one.data), "application/pdf")
            for number, true in enumerate(one.pages, 1):
                page, _ = read(source, engine, look, path, file, number, "", ("eng",), Params())
                seen.append(Seen(seed, true, page, tuple(redactions_of(page, Near()))))
    return tuple(seen)


def measure(seeds: range, jobs: int) -> Section:
    """Figures over the releases of these seeds."""
    with ProcessPoolExecutor(jobs) as pool:
        seen = [one for part in pool.map(look_at, seeds) for one in part]
    return Section("Redactions on drawn pages", NOTE, tuple(figures(seen)))


def figures(seen: list[Seen]) -> list[Figure]:
    """Boxes by fill, codes and riders."""
    part = "redactions on drawn pages"
    counts: Counter[str] = Counter()
    for one in seen:
        count_boxes(one, counts)
        count_codes(one, counts)
    done = [*found_and_right(part, "boxes", counts["right"], counts["found"], counts["boxes"])]
    done += [
        Figure(part, f"{fill} boxes recall", counts[f"{fill} right"], counts[f"{fill} boxes"])
        for fill in ("black", "white", "grey", "hatched", "crossed")
    ]
    done += found_and_right(part, "codes", counts["codes right"], counts["codes found"], counts["codes"])
    count_stamps(seen, counts)
    done += found_and_right(part, "Bates numbers", counts["stamps right"], counts["stamps found"], counts["stamps"])
    return done


def count_stamps(seen: list[Seen], counts: Counter[str]) -> None:
    """The chief stamp of each page, exact to the letter; pages without one must get none.

    As in a run, the series are learned over all files of a release first.
    """
    for _, release_ in groupby(seen, key=lambda one: one.seed):
        files = [list(group) for _, group in groupby(release_, key=lambda one: one.page.file_id)]
        pages = [tuple(one.page for one in mine) for mine in files]
        numbered = [numbering_of(mine) for mine in pages]
        known = series_of(numbered)
        for mine, own, around in zip(files, pages, beside(numbered, known), strict=True):
            read = {stamp.page_id: stamp.bates for stamp in stamps_of(own, known, around) if stamp.chief}
            for one in mine:
                found = read.get(one.page.id, "")
                counts.update({"stamps": bool(one.true.stamp), "stamps found": bool(found)})
                counts["stamps right"] += bool(found) and found == one.true.stamp


def count_boxes(one: Seen, counts: Counter[str]) -> None:
    """A true box and a found one are a match once, the best overlap first. Codes that replace words have no true box."""
    boxes = [r for r in one.redactions if r.kind != "white"]
    pairs = sorted(
        ((overlap(true, found), t, f) for t, true in enumerate(one.true.boxes) for f, found in enumerate(boxes)), reverse=True
    )
    taken: tuple[set[int], set[int]] = (set(), set())
    for share, t, f in pairs:
        if share >= ENOUGH and t not in taken[0] and f not in taken[1]:
            taken[0].add(t)
            taken[1].add(f)
    counts.update({"boxes": len(one.true.boxes), "found": len(boxes), "right": len(taken[0])})
    for at, true in enumerate(one.true.boxes):
        counts[f"{true.fill} boxes"] += 1
        counts[f"{true.fill} right"] += at in taken[0]


def count_codes(one: Seen, counts: Counter[str]) -> None:
    """Codes of all boxes of a page as a multiset."""
    true = Counter(code for box in one.true.boxes for code in box.codes)
    found = Counter(code for box in one.redactions for code in box.codes)
    counts.update({"codes": true.total(), "codes found": found.total(), "codes right": (true & found).total()})


def overlap(true: TrueBox, found: Redaction) -> float:
    """Intersection over union, 0..1."""
    x0, y0, x1, y1 = true.corners
    wide, high = min(x1, found.box.x1) - max(x0, found.box.x0), min(y1, found.box.y1) - max(y0, found.box.y0)
    if wide <= 0 or high <= 0:
        return 0.0
    union = (x1 - x0) * (y1 - y0) + (found.box.x1 - found.box.x0) * (found.box.y1 - found.box.y0) - wide * high
    return wide * high / union
