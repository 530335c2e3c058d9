"""Streams glued together from real papers of other hands: State cables, agreements and printed email threads, half of each.

Where one paper ends and the next begins is known, whatever they say of themselves. Read from `../shared/data`, never copied.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from measuring.figures import Figure, Section, found_and_right
from measuring.printed_mail import HALVES, Printed, Thread, printed_threads
from pipeline.engines.pdf import Pdf
from pipeline.patterns.days.dates import normal_date
from pipeline.records import spans
from pipeline.records.document import Document, Message
from pipeline.records.page import Page
from pipeline.records.source import File, Release
from pipeline.stages.segment import Params, segment

RELEASE = Release("real", agency="")
PER_FILE = 12


@dataclass(frozen=True, slots=True)
class Real:
    """A real paper: its kind, its pages, and what its keeper says of it."""

    kind: str
    pages: tuple[Page, ...]
    told: dict[str, str]
    thread: Thread | None = None


def measure(shared: Path, half: str) -> tuple[Section, ...]:
    """Bounds in mixed streams; the heads of cables; the messages of email threads."""
    if not (shared / "foia_email").is_dir():
        return (Section("Real papers", "", (), f"{shared} is not there"),)
    cables, agreements = list(_cables(shared, half)), list(_agreements(shared, half))
    threads = printed_threads(shared / "foia_email" / "nih_foia_threads.json", half)
    mails = [Real("email", thread.pages, {}, thread) for thread in threads]
    return _bounds([*cables, *agreements, *mails[: len(cables) + 40]], half), _heads(cables, half), _messages(threads, half)


def _read(path: Path) -> tuple[Page, ...]:
    pdf = Pdf()
    file_id = path.stem[-16:]
    pages = []
    for number in range(1, min(pdf.probe(path, file_id, ()).n_pages, 15) + 1):
        layer = pdf.layer(path, number, "")
        lines = layer.lines if layer else ()
        method = "text_layer" if lines else "blank"
        text = spans.joined(lines)
        pages.append(Page(f"{file_id}-p{number}", file_id, number, text, lines, method, "", 1.0, 0, "eng", 612.0, 792.0, "real"))
    return tuple(pages)


def _cables(shared: Path, half: str) -> Iterator[Real]:
    folder = shared / "state_cables"
    with (folder / "metadata.csv").open(newline="", encoding="utf-8") as rows:
        for number, row in enumerate(csv.DictReader(rows)):
            if number % 2 == HALVES[half]:
                yield Real("cable", _read(folder / row["source_file"]), row)


def _agreements(shared: Path, half: str) -> Iterator[Real]:
    for number, path in enumerate(sorted((shared / "agreements").glob("*.pdf"))):
        if number % 2 == HALVES[half]:
            yield Real("agreement", _read(path), {})


def _cut(pages: tuple[Page, ...]) -> tuple[tuple[Document, ...], tuple[Message, ...]]:
    file = File(pages[0].file_id, RELEASE.id, "real.pdf", "0" * 64, 1, "application/pdf")
    found = segment(file, RELEASE, pages, Params())
    return found.documents, found.messages


def _bounds(papers: list[Real], half: str) -> Section:
    part = f"bounds in glued real papers, {half} half"
    papers = [paper for paper in papers if paper.pages]
    Random(half).shuffle(papers)
    count: Counter[str] = Counter()
    details = []
    for at in range(0, len(papers), PER_FILE):
        pages: list[Page] = []
        begins: dict[int, Real] = {}
        for paper in papers[at : at + PER_FILE]:
            base = len(pages)
            begins[base] = paper
            pages += [replace(page, id=f"{at:016x}-p{base + n}", number=base + n) for n, page in enumerate(paper.pages, 1)]
        documents = {one.first_page - 1: one for one in _cut(tuple(pages))[0]}
        true, found = set(begins) - {0}, set(documents) - {0}
        count.update({"pages": len(pages), "true": len(true), "found": len(found), "right": len(true & found)})
        for place in sorted(true ^ found):
            what = f"extra {documents[place].kind}" if place in found else f"missed {begins[place].kind}"
            details.append(f"    {what}: {pages[place].text[:100]!r}")
        for place in set(documents) & set(begins):
            count.update({"kinds": 1, "kinds right": documents[place].kind == begins[place].kind})
            if documents[place].kind != begins[place].kind:
                details.append(f"    kind {begins[place].kind} read as {documents[place].kind}: {pages[place].text[:100]!r}")
    figures = found_and_right(part, "bounds", count["right"], count["found"], count["true"])
    kinds = Figure(part, "kinds right, of papers whose start was found", count["kinds right"], count["kinds"])
    return Section(
        f"Real papers glued into streams, {half} half", f"  {count['pages']} pages.", (*figures, kinds), details=tuple(details)
    )


def _heads(cables: list[Real], half: str) -> Section:
    part = f"heads of cables, {half} half"
    count: Counter[str] = Counter()
    details = []
    for cable in cables:
        if not cable.pages:
            continue
        one = _cut(cable.pages)[0][0]
        pairs = {
            "date": (one.date, normal_date(cable.told["cable_date"])[0]),
            "sender": (one.author, cable.told["cable_from"]),
            "addressee": (one.recipients[0] if one.recipients else "", cable.told["cable_to"]),
            "subject": (one.title, cable.told["cable_subject"]),
        }
        for name, (read, told) in pairs.items():
            if told in ("", "NA"):
                continue
            right = _letters(read) == _letters(told)
            count.update({name: 1, f"{name} right": right})
            if not right:
                details.append(f"    {name}: {read!r} for {told!r}")
    figures = tuple(
        Figure(part, f"{name} right", count[f"{name} right"], count[name]) for name in ("date", "sender", "addressee", "subject")
    )
    return Section(f"Heads of real cables, {half} half", "", figures, details=tuple(details))


def _letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _messages(threads: list[Thread], half: str) -> Section:
    part = f"messages of printed threads, {half} half"
    count: Counter[str] = Counter()
    details: list[str] = []
    for thread in threads:
        documents, messages = _cut(thread.pages)
        count.update({"threads": 1, "documents": len(documents), "found": len(messages), "true": len(thread.messages)})
        left = list(messages)
        for true in thread.messages:
            here = [one for one in left if one.page_id == thread.pages[true.page].id]
            best = max(here, key=lambda one: _likeness(one, true), default=None)
            if best is None or not _likeness(best, true):
                details.append(f"    missed {true}")
                continue
            left.remove(best)
            _judge(best, true, count, details)
    names = ("sender", "date", "subject", "recipients")
    figures = [Figure(part, f"{name} exact, of messages printed", count[name], count["true"]) for name in names]
    figures.append(Figure(part, "threads kept as one document", 2 * count["threads"] - count["documents"], count["threads"]))
    return Section(f"Messages of real threads, printed again, {half} half", "", tuple(figures), details=tuple(details))


def _likeness(one: Message, true: Printed) -> int:
    return (one.date == true.date) + (one.sender == true.sender) + (one.subject == true.subject)


def _judge(one: Message, true: Printed, count: Counter[str], details: list[str]) -> None:
    read = {
        "sender": (one.sender, true.sender),
        "date": (one.date, true.date),
        "subject": (one.subject, true.subject),
        "recipients": ("; ".join(one.recipients), "; ".join(true.recipients) if one.form == "header" else ""),
    }
    for name, (found, wanted) in read.items():
        right = " ".join(found.split()) == " ".join(wanted.split())
        count[name] += right
        if not right:
            details.append(f"    {name}: {found!r} for {wanted!r}")
