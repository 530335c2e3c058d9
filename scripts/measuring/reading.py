"""How well pages are read: rendered pages worn by class, by us and by plain pytesseract in the same run.

Characters: edits per true character, white space, quotes and dashes folded. Words: F1 of the words as a bag, so that the
order does not count. Boxes: share of the rightly read words whose box has IoU >= 0.5 with the true ink.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import statistics
import time
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from measuring.distance import edits
from measuring.figures import Figure, Section
from measuring.rendered import Sheet, names, plain, sheet
from measuring.worn import CLASSES, TURNS, worn

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / ".." / "shared" / "data"
TITLE = "Reading rendered and worn pages"
OVERLAP = 0.5
BANDS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.0001)


@dataclass(frozen=True, slots=True)
class Row:
    """One page of one class, read by us or by the peer."""

    kind: str
    page: str
    engine: str
    errors: int
    letters: int
    common: int
    read: int
    true: int
    boxed: int = 0
    matched: int = 0
    rotation: bool = True
    seconds: float = 0.0
    reason: str = ""
    sure: tuple[tuple[int, int, float], ...] = field(default=())  # per band of confidence: words, right ones, sum

    @property
    def rate(self) -> float:
        """Errors per true character."""
        return self.errors / max(self.letters, 1)


def measure(work: Path, pages: int, kinds: Iterable[str] = (), jobs: int = 2) -> tuple[Section, ...]:
    """The figures; `pages` per class, `kinds` all classes when empty. Results are kept in `work` and used again."""
    if not all((DATA / folder).is_dir() for folder in ("agreements", "state_cables")):
        return (Section(TITLE, "", (), "../shared/data is not there"),)
    rows = rows_of(work, pages, tuple(kinds) or tuple(CLASSES), jobs)
    figures = [figure for kind in dict.fromkeys(row.kind for row in rows) for figure in _figures(kind, rows)]
    boxed = [row for row in rows if row.engine == "ours"]
    figures.append(Figure("reading", "boxes on the ink", sum(r.boxed for r in boxed), sum(r.matched for r in boxed)))
    figures.append(Figure("reading", "rotation right", sum(r.rotation for r in boxed), len(boxed)))
    note = f"{pages} pages a class; characters wrong per true character (median, mean), words as a bag (F1)."
    return (Section(TITLE, note, tuple(figures), "", tuple(table(rows))),)


def _figures(kind: str, rows: list[Row]) -> list[Figure]:
    ours = [row for row in rows if row.kind == kind and row.engine == "ours"]
    letters = sum(row.letters for row in ours)
    return [
        Figure("reading", f"{kind}: median character errors", statistics.median(r.rate for r in ours), 1, True),
        Figure("reading", f"{kind}: character errors", sum(r.errors for r in ours), letters, True),
    ]


def table(rows: list[Row]) -> list[str]:
    """Both engines side by side by class, and how far a word's confidence can be believed."""
    heads = ("pages", 6), ("median %", 10), ("peer", 8), ("mean %", 9), ("peer", 8), ("F1", 8), ("peer", 8), ("worst", 8)
    lines = [f"  {'class':<16}" + "".join(f"{name:>{width}}" for name, width in (*heads, ("s", 7), ("peer", 7)))]
    for kind in dict.fromkeys(row.kind for row in rows):
        mine = [r for r in rows if r.kind == kind and r.engine == "ours"]
        peer = {r.page: r for r in rows if r.kind == kind and r.engine == "peer"}
        theirs = [peer[r.page] for r in mine]
        worst = max(100 * (r.rate - peer[r.page].rate) for r in mine)
        lines.append(
            f"  {kind:<16}{len(mine):>6}{_median(mine):>10.3f}{_median(theirs):>8.2f}{_mean(mine):>9.3f}{_mean(theirs):>8.2f}"
            f"{_f1(mine):>8.4f}{_f1(theirs):>8.4f}{worst:>8.2f}{_seconds(mine):>7.2f}{_seconds(theirs):>7.2f}"
        )
    lines += ["  confidence of a word: words, right, mean confidence"]
    bands = [np.zeros(3) for _ in BANDS[1:]]
    for row in rows:
        for band, counts in zip(bands, row.sure, strict=False):
            band += np.array(counts)
    for low, high, (count, right, total) in zip(BANDS, BANDS[1:], bands, strict=False):
        if count:
            lines.append(f"    {low:.2f}-{min(high, 1):.2f} {int(count):>8} {right / count:8.3f} {total / count:8.3f}")
    return lines


def _median(rows: list[Row]) -> float:
    return 100 * statistics.median(row.rate for row in rows)


def _mean(rows: list[Row]) -> float:
    return 100 * statistics.mean(row.rate for row in rows)


def _f1(rows: list[Row]) -> float:
    return 2 * sum(r.common for r in rows) / max(sum(r.read + r.true for r in rows), 1)


def _seconds(rows: list[Row]) -> float:
    return statistics.median(row.seconds for row in rows)


def rows_of(work: Path, pages: int, kinds: tuple[str, ...], jobs: int) -> list[Row]:
    """Every page of every class by both engines, in order."""
    work.mkdir(parents=True, exist_ok=True)
    chosen = names(DATA, pages)
    tasks = [(str(work), str(path), number, kind, seed) for kind in kinds for seed, (path, number) in enumerate(chosen)]
    if jobs < 2:
        return [row for task in tasks for row in _task(task)]
    with ProcessPoolExecutor(jobs) as pool:
        return [row for found in pool.map(_task, tasks) for row in found]


def _task(task: tuple[str, str, int, str, int]) -> list[Row]:
    work, path, number, kind, seed = Path(task[0]), Path(task[1]), task[2], task[3], task[4]
    name = f"{path.stem[-8:]}-{number}-{kind.replace(' ', '_')}-{seed}"
    found, true = [], None
    for engine, code in (("ours", _ours_code()), ("peer", "1")):
        kept = work / f"{name}-{engine}-{code}.json"
        if not kept.is_file():
            true = true or sheet(path, number)
            page, dpi = worn(true.pixels, kind, seed)
            picture = work / f"{name}-{engine}.png"
            Image.fromarray(page).save(picture, dpi=(dpi, dpi), compress_level=1)
            row = (_ours if engine == "ours" else _peer)(picture, true, kind)
            picture.unlink()
            kept.write_text(json.dumps(asdict(row)), encoding="utf-8")
        values = json.loads(kept.read_text(encoding="utf-8"))
        found.append(Row(**{**values, "sure": tuple(tuple(band) for band in values["sure"])}))
    return found


def _ours_code() -> str:
    """A name for the code that reads: results of older code are not used again."""
    digest = hashlib.sha256()
    for folder in ("engines", "stages", "patterns", "records"):
        for path in sorted((ROOT / "pipeline" / folder).glob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:10]


def _ours(picture: Path, true: Sheet, kind: str) -> Row:
    from pipeline import tasks
    from pipeline.records.source import File

    work = tasks.works({})["read"]
    file = File("f", "r", picture.name, "", picture.stat().st_size, "image/png")
    began = time.process_time()
    page = work.do((picture, file, 1, "", ("eng",)))[0]
    spent = time.process_time() - began
    words = [(w.text, (w.x0, w.y0, w.x1, w.y1), w.confidence) for line in page.lines for w in line.words]
    right_way = page.rotation == TURNS.get(kind, 0)
    return _row(kind, "ours", true, words, right_way, spent, page.method_reason)


def _peer(picture: Path, true: Sheet, kind: str) -> Row:
    import resource

    import pytesseract

    def used() -> float:
        child, own = (resource.getrusage(who) for who in (resource.RUSAGE_CHILDREN, resource.RUSAGE_SELF))
        return child.ru_utime + child.ru_stime + own.ru_utime + own.ru_stime

    began = used()
    with Image.open(picture) as image:
        high, wide = image.height, image.width
        data = pytesseract.image_to_data(image, output_type=pytesseract.Output.DICT)
    spent = used() - began
    words = [
        (t, (x / wide, y / high, (x + w) / wide, (y + h) / high), float(c) / 100)
        for t, x, y, w, h, c in zip(*(data[k] for k in ("text", "left", "top", "width", "height", "conf")), strict=True)
        if t.strip()
    ]
    return _row(kind, "peer", true, words, True, spent, "")


def _row(kind: str, engine: str, true: Sheet, words: list[Any], way: bool, seconds: float, reason: str) -> Row:
    text, wanted = plain(" ".join(word[0] for word in words)), plain(true.text)
    bag, other = Counter(text.split()), Counter(wanted.split())
    said, meant = [plain(word[0]) for word in words], [plain(word.text) for word in true.words]
    right: dict[int, int] = {}
    for block in SequenceMatcher(None, said, meant, autojunk=False).get_matching_blocks():
        right.update({block.a + step: block.b + step for step in range(block.size)})
    ours = engine == "ours"
    matched = [(words[a][1], true.words[b].box) for a, b in right.items() if said[a]] if ours else []
    return Row(
        kind, true.name, engine, edits(text, wanted), len(wanted), (bag & other).total(), bag.total(), other.total(),
        sum(overlap(one, two) >= OVERLAP for one, two in matched), len(matched), way, round(seconds, 3), reason,
        _bands([(word[2], at in right) for at, word in enumerate(words)]) if ours else (),
    )  # fmt: skip


def _bands(words: list[tuple[float, bool]]) -> tuple[tuple[int, int, float], ...]:
    done = []
    for low, high in itertools.pairwise(BANDS):
        inside = [(sure, right) for sure, right in words if low <= sure < high]
        done.append((len(inside), sum(right for _, right in inside), round(sum(sure for sure, _ in inside), 4)))
    return tuple(done)


def overlap(one: tuple[float, ...], two: tuple[float, ...]) -> float:
    """Intersection over union of two boxes (x0, y0, x1, y1)."""
    wide, high = min(one[2], two[2]) - max(one[0], two[0]), min(one[3], two[3]) - max(one[1], two[1])
    if wide <= 0 or high <= 0:
        return 0.0
    common = wide * high
    return common / ((one[2] - one[0]) * (one[3] - one[1]) + (two[2] - two[0]) * (two[3] - two[1]) - common)
