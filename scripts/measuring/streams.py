"""Page streams of invented papers with known bounds, and how well `segment` cuts them: bounds, kinds, header fields.

Two families of layouts: `seen` was in sight while the rules were written, `unseen` was written apart and is not tuned on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from measuring import papers_seen, papers_unseen
from measuring.figures import Figure, Section, found_and_right
from measuring.laid_out import laid_out
from measuring.papers import Paper
from measuring.wordstock import misread
from pipeline.records.document import Document
from pipeline.records.page import Box, Page, RedactionBox
from pipeline.records.source import File, Release
from pipeline.stages.segment import Params, segment

FAMILIES = {"seen": papers_seen.MAKERS, "unseen": papers_unseen.MAKERS}
RELEASE = Release("invented", agency="Bureau of Weights")
NOISE = (0.0, 0.0, 0.004, 0.012)  # share of letters misread, file by file
STREAMS, PAPERS = 24, 18


@dataclass(frozen=True, slots=True)
class Stream:
    """One file: its pages and, for each paper that begins in it, the index of its first page. Text in `noise` was misread."""

    pages: tuple[Page, ...]
    papers: tuple[tuple[int, Paper], ...]
    noise: float


def streams(family: str, count: int = STREAMS) -> Iterator[Stream]:
    """Files of papers one after the other; some begin in the middle of a paper, some lack pages, some were scanned badly."""
    for number in range(count):
        yield _stream(FAMILIES[family], f"{number:015d}{family[0]}", Random(f"{family} {number}"), NOISE[number % len(NOISE)])


def _stream(makers: tuple[object, ...], file_id: str, chance: Random, noise: float) -> Stream:
    pages: list[Page] = []
    begins: list[tuple[int, Paper]] = []
    stamp = chance.randrange(1, 9_000_000)
    number = 0
    for order in range(PAPERS):
        paper: Paper = chance.choice(makers)(chance)  # type: ignore[operator]
        sheets = list(enumerate(paper.pages))
        if order == 0 and len(sheets) > 1 and chance.random() < 0.4:
            sheets = sheets[1:]  # the file goes on where another ended
        elif len(sheets) > 3 and chance.random() < 0.15:
            del sheets[chance.randrange(1, len(sheets))]
        if sheets[0][0] == 0:
            begins.append((len(pages), paper))
        for index, lines in sheets:
            number += 1
            text = "\n".join([*(misread(line, noise, chance) for line in lines), "", f"EX FOIA 11-2233.{stamp + number:07d}"])
            cover = (RedactionBox(Box(0.05, 0.05, 0.95, 0.93), "black", lines[0]),) if paper.covered else ()
            large = 0 if paper.large and (index == 0 or not paper.landscape) else -1
            pages.append(laid_out(text, number, file_id, large, paper.landscape, cover))
    return Stream(tuple(pages), tuple(begins), noise)


def measure(family: str) -> Section:
    """Boundary P, R and F1 (a file's first page is no boundary), kind of papers found, fields printed in their heads."""
    part = f"records in {family} streams"
    count: Counter[str] = Counter()
    details: list[str] = []
    for stream in streams(family):
        file = File(stream.pages[0].file_id, RELEASE.id, "stream.pdf", "0" * 64, 1, "application/pdf")
        found = {document.first_page - 1: document for document in segment(file, RELEASE, stream.pages, Params()).documents}
        true = dict(stream.papers)
        count["pages"] += len(stream.pages)
        count["bounds"] += len(set(true) - {0})
        count["bounds found"] += len(set(found) - {0})
        count["bounds right"] += len((set(true) & set(found)) - {0})
        for at in sorted((set(found) ^ set(true)) - {0}):
            what = f"extra {found[at].kind} '{found[at].title[:50]}'" if at in found else f"missed {true[at].kind}"
            details.append(f"    {stream.pages[at].id}: {what} | {stream.pages[at].text[:90]!r}")
        for at in sorted(set(found) & set(true)):
            _judge(true[at], found[at], stream.noise, count, details)
    figures = [
        *found_and_right(part, "bounds", count["bounds right"], count["bounds found"], count["bounds"]),
        Figure(part, "kinds right, of papers whose start was found", count["kinds right"], count["kinds"]),
    ]
    figures += [
        Figure(part, f"{name} exact, where printed and not misread", count[f"{name} right"], count[name])
        for name in ("date", "author", "recipients", "title")
    ]
    names = ("date", "author", "recipients", "title")
    figures.append(
        Figure(part, "header fields exact, all together", sum(count[f"{n} right"] for n in names), sum(count[n] for n in names))
    )
    note = f"  {STREAMS} files, {count['pages']} pages of invented papers. " + (
        "Layouts written apart and not tuned on." if family == "unseen" else "Layouts in sight while rules were written."
    )
    return Section(f"Records in streams of {family} layouts", note, tuple(figures), details=tuple(details))


def _judge(paper: Paper, document: Document, noise: float, count: Counter[str], details: list[str]) -> None:
    count.update({"kinds": 1, "kinds right": paper.kind == document.kind})
    if paper.kind != document.kind:
        details.append(f"    kind {paper.kind} read as {document.kind}: '{document.title[:60]}' | {paper.pages[0][:3]}")
    if noise:
        return
    for name, value in paper.fields.items():
        read = "; ".join(document.recipients) if name == "recipients" else str(getattr(document, name))
        count.update({name: 1, f"{name} right": " ".join(read.split()) == " ".join(value.split())})
        if " ".join(read.split()) != " ".join(value.split()):
            details.append(f"    {paper.kind} {name}: {read!r} for {value!r}")
