"""The sample release through the whole line, against its truth: text, boxes, codes, stamps, records, identifiers, claims, pairs.

The sample was drawn by the authors and looked at while the rules were written: these figures guard against losses, no more.
"""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from measuring import sample_claims
from measuring.distance import edits
from measuring.figures import Figure, Section, found_and_right
from pipeline.patterns.sense.letters import letters
from pipeline.records import spans
from pipeline.records.document import Segmentation
from pipeline.records.finding import Redaction, Withheld
from pipeline.records.page import Page
from pipeline.store import Reader

Truth = dict[str, Any]
NOTE = "  The sample is the authors' own and was in sight while rules were written: these figures overstate the truth."


def ingest(release: Path, work: Path, topics: Path, jobs: int) -> str:
    """Takes the release in below `work` by the command a user would give. Returns '' or what went wrong."""
    command = [sys.executable, "-m", "pipeline", "ingest", str(release), "--jobs", str(jobs)]
    command += ["--corpus", str(work / "corpus"), "--artifacts", str(work / "artifacts"), "--db", str(work / "db")]
    done = subprocess.run(
        [*command, "--topics", str(topics)], check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    if done.returncode in (0, 4):
        return ""
    last = done.stderr.strip().splitlines()
    return f"foia ingest ended with {done.returncode}: {last[-1] if last else 'it said nothing'}"


def measure(reader: Reader, truth: Truth) -> tuple[Section, ...]:
    """All figures over the sample."""
    names = {file.id: file.name for file in reader.files()}
    pages = {(name, page.number): page for file_id, name in names.items() for page in reader.pages(file_id)}
    return (
        _text(pages, truth),
        _redactions(reader, pages, truth),
        _records(reader, names, truth),
        _private(reader, pages, truth),
        sample_claims.measure(reader, names, truth),
    )


def _true_pages(truth: Truth) -> Iterator[tuple[tuple[str, int], Truth]]:
    for file in truth["files"]:
        for page in file["pages"]:
            yield (file["name"], page["page_no"]), page


def _text(pages: dict[tuple[str, int], Page], truth: Truth) -> Section:
    """Character errors by look of the page; codes printed on boxes may be part of the text or not, whichever fits better."""
    part = "reading the sample"
    wrong: Counter[str] = Counter()
    length_of: Counter[str] = Counter()
    read = right_way = 0
    for place, true in _true_pages(truth):
        page = pages.get(place)
        read += page is not None
        right_way += page is not None and page.rotation % 360 == true["rotation"] % 360
        text = page.text if page else ""
        options = [" ".join(" ".join(true[key]).split()) for key in ("lines", "lines_without_codes")]
        count, length = min((edits(text, option), len(option)) for option in options)
        for look in (true["look"], "all pages"):
            wrong[look] += count
            length_of[look] += length
    total = sum(1 for _ in _true_pages(truth))
    figures = [Figure(part, "pages read", read, total), Figure(part, "pages turned the right way", right_way, total)]
    figures += [
        Figure(part, f"character errors, {look}", wrong[look], length_of[look], True)
        for look in sorted(length_of)
        if length_of[look]
    ]
    return Section("Reading the sample release", NOTE, tuple(figures))


def _redactions(reader: Reader, pages: dict[tuple[str, int], Page], truth: Truth) -> Section:
    part = "redactions and stamps on the sample"
    found: dict[str, list[Redaction]] = {}
    for _, findings in reader.units("find"):
        for box in findings.redactions:
            found.setdefault(box.page_id, []).append(box)
    stamps: dict[str, set[str]] = {}
    for _, segmentation in reader.units("segment"):
        for stamp in segmentation.stamps:
            stamps.setdefault(stamp.page_id, set()).add(stamp.bates)
    counts: Counter[str] = Counter()
    for place, true in _true_pages(truth):
        page = pages.get(place)
        mine = found.get(page.id, []) if page else []
        printed = stamps.get(page.id, set()) if page else set()
        counts.update({"stamps": bool(true["bates"]), "stamps read": len(printed), "stamps right": true["bates"] in printed})
        _count_boxes(true["redactions"], mine, counts)
    figures = (
        *found_and_right(part, "boxes", counts["boxes right"], counts["boxes found"], counts["boxes"]),
        Figure(part, "codes right, of boxes found that bear codes", counts["codes right"], counts["codes"]),
        *found_and_right(part, "Bates stamps", counts["stamps right"], counts["stamps read"], counts["stamps"]),
    )
    return Section("Redactions, codes and stamps on the sample", "", figures)


def _count_boxes(true: list[Truth], found: list[Redaction], counts: Counter[str]) -> None:
    """A true box is found where a found one covers most of it; a found one is right where true ones cover most of it."""
    counts["boxes"] += len(true)
    counts["boxes found"] += len(found)
    for box in true:
        fitting = [one for one in found if _shared(box["box"], _corners(one)) >= 0.6 * _area(box["box"])]
        counts["boxes right"] += bool(fitting)
        if fitting and box["raw"]:
            counts["codes"] += 1
            counts["codes right"] += any(set(box["codes"]) <= set(one.codes) for one in fitting)


def _corners(one: Redaction) -> list[float]:
    return [one.box.x0, one.box.y0, one.box.x1, one.box.y1]


def _area(box: list[float]) -> float:
    return max(box[2] - box[0], 0.0) * max(box[3] - box[1], 0.0)


def _shared(one: list[float], other: list[float]) -> float:
    return _area([max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])])


def _records(reader: Reader, names: dict[str, str], truth: Truth) -> Section:
    part = "records on the sample"
    units: list[tuple[str, Segmentation]] = list(reader.units("segment"))
    found = {(names[d.file_id], d.first_page, d.last_page): d for _, one in units for d in one.documents}
    true = {(d["file"], d["first_page"], d["last_page"]): d for d in truth["documents"]}
    both = [(true[key], found[key]) for key in sorted(true.keys() & found.keys())]
    starts = ({key[:2] for key in true}, {key[:2] for key in found})
    dated = [(t, f) for t, f in both if t["date"]]
    figures = (
        *found_and_right(part, "first pages", len(starts[0] & starts[1]), len(starts[1]), len(starts[0])),
        *found_and_right(part, "page ranges", len(both), len(found), len(true)),
        Figure(part, "kind right, of ranges found", sum(t["kind"] == f.kind for t, f in both), len(both)),
        Figure(part, "date right, of ranges found and dated", sum(t["date"] == f.date for t, f in dated), len(dated)),
        Figure(part, "audience right, of ranges found", sum(t["audience"] == f.audience for t, f in both), len(both)),
    )
    return Section("Splitting the sample into records", "", figures)


def _private(reader: Reader, pages: dict[tuple[str, int], Page], truth: Truth) -> Section:
    """What must never be published: was it found, and does any published text still hold it."""
    part = "private matter on the sample"
    found: dict[str, list[Withheld]] = {}
    for _, items in reader.units("screen"):
        for item in items:
            found.setdefault(item.page_id, []).append(item)
    counts: Counter[str] = Counter()
    shown = _shown(pages, found)
    known = [letters(secret["text"]) for secret in truth["secrets"]]
    for secret in truth["secrets"]:
        page = pages.get((secret["file"], secret["page_no"]))
        held = [letters(item.text) for item in found.get(page.id, [])] if page else []
        sort = "names of private persons" if secret["kind"] == "name" else "identifiers" if secret["printed"] else "hidden words"
        counts[sort] += 1
        counts[f"{sort} withheld"] += any(
            letters(secret["text"]) in text or (text and text in letters(secret["text"])) for text in held
        )
        counts["leaks"] += any(letters(secret["text"]) in text for text in shown)
    items = [letters(item.text) for held in found.values() for item in held]
    figures = [
        Figure(part, f"{sort} withheld", counts[f"{sort} withheld"], counts[sort])
        for sort in ("identifiers", "hidden words", "names of private persons")
    ]
    figures.append(
        Figure(part, "withheld that truly is private", sum(any(i in k or k in i for k in known) for i in items if i), len(items))
    )
    figures.append(Figure(part, "private strings left in any page's text", counts["leaks"], len(known), True))
    return Section("Private matter on the sample", "", tuple(figures))


def _shown(pages: dict[tuple[str, int], Page], found: dict[str, list[Withheld]]) -> list[str]:
    masked = []
    for page in pages.values():
        hidden = tuple((item.start, item.end) for item in found.get(page.id, []) if item.start >= 0)
        masked.append(letters(spans.masked(page, hidden).text))
    return masked
