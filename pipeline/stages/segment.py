"""Cuts a file into its documents - emails, memos, letters, agreements - and reads who, when and what from their heads.

Where nothing says that a page starts something new, it continues the last document (see `bounds`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.patterns.bates.stamps import stamps_of
from pipeline.patterns.days.dating import UNDATED
from pipeline.patterns.openings.headings import top_lines
from pipeline.patterns.openings.lower import mails_below
from pipeline.patterns.openings.opening import Opening, opening_of
from pipeline.records.document import Boundary, Document, Message, Met, Numbered, Part, Segmentation, Series
from pipeline.records.page import Page
from pipeline.records.source import File, Release, Ruling
from pipeline.records.spans import piece
from pipeline.stages.cutting.behind import names_another, of_the_speaker
from pipeline.stages.cutting.bounds import judged
from pipeline.stages.cutting.casting import cast
from pipeline.stages.cutting.described import Start, document
from pipeline.stages.cutting.mails import messages
from pipeline.stages.cutting.shared_pages import OWN, Stretch, changes, of_nobody, stretches_of, top_of
from pipeline.stages.cutting.sheets import folded, is_stamp, running_feet, running_lines, sheet_of
from pipeline.stages.cutting.title_block import title_of
from pipeline.stages.cutting.unsure import own_day, parts_of
from pipeline.stages.cutting.writers import (
    again_printed,
    annexed,
    enclosed,
    next_of,
    noted_below,
    of_one_office,
    of_one_series,
    own_names,
    presumed,
    resumed,
)

VERSION = "89"


@dataclass(frozen=True, slots=True)
class Params:
    """A page starts a document from likelihood `start` (0..1) on; within `doubt` of it on either side a person is asked.

    A page ends early where its text stops above `short` of its height; a heading is large when set `large` times as tall as the
    page's usual line. `covered` is the share of a page that boxes must hide, and `few_words` the most words it may show, for it
    to count as withheld.
    """

    start: float = 0.5
    doubt: float = 0.25
    short: float = 0.6
    large: float = 1.25
    covered: float = 0.55
    few_words: int = 25


def segment(
    file: File,
    release: Release,
    pages: tuple[Page, ...],
    params: Params,
    rulings: tuple[Ruling, ...] = (),
    series: tuple[Series, ...] = (),
    beside: tuple[Numbered, ...] = (),
    people: tuple[Met, ...] = (),
) -> Segmentation:
    """The documents of a file in page order, covering every page given once, and the Bates stamps of its pages.

    `pages` are in order and already masked; numbers may be missing where a page could not be read. No pages, no
    documents. What people decided (`rulings`) stands, whatever the pages show. `series` are those its release is known to bear,
    `beside` the numbers on the pages before and after the file, `people` what the release's other files tell of its senders.
    """
    if not pages:
        return Segmentation((), ())
    stamps = stamps_of(pages, series, beside)
    read = _Reading(file, release, {stamp.page_id: stamp.bates for stamp in stamps if stamp.chief}, again_printed(pages))
    starts, doubts, days = _starts(file, pages, params, {one.page: one for one in rulings})
    records = tuple(_record(read, pages[start.index : start.stop], start) for start in starts)
    documents = of_one_series(tuple(one.document for one in records))
    found = tuple(message for one in records for message in one.messages)
    documents, found = cast(documents, found, pages, own_names(release), people)
    documents = annexed(resumed(enclosed(documents, pages), pages))
    documents = of_the_speaker(documents, pages, own_names(release))
    documents = tuple(_presumed(read, one, whole) for one, whole in zip(records, documents, strict=True))
    documents = of_one_office(documents, pages, read.again, own_names(release))
    parts = tuple(part for one, whole in zip(records, documents, strict=True) for part in _parts(read, one, whole, days))
    return Segmentation(documents, stamps, found, tuple(doubts), parts)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What is known of the whole file when its documents are read."""

    file: File
    release: Release
    bates: dict[str, str]
    again: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Record:
    """A document with its messages, and whose the text of its pages is."""

    document: Document
    messages: tuple[Message, ...]
    stretches: tuple[Stretch, ...]


def _record(read: _Reading, pages: tuple[Page, ...], start: Start) -> _Record:
    stretches = stretches_of(pages, start.opening.kind == "email")
    own = tuple(one.piece for one in stretches if one.holder == OWN) or pages[:1]
    made = document(read.file, read.release, pages, own, start, read.bates, read.again)
    return _Record(made, tuple(messages(made, pages, stretches)), stretches)


def _presumed(read: _Reading, record: _Record, whole: Document) -> Document:
    """The document as the releasing agency's own where it is unsigned and nothing on it shows another's hand."""
    own = tuple(one.piece for one in record.stretches if one.holder == OWN)
    return presumed(whole, own, read.again, read.release)


def _parts(read: _Reading, record: _Record, whole: Document, days: dict[int, str]) -> Iterator[Part]:
    """The papers that begin below the document on its pages; where it goes on behind them, or on a page that may not be its own.

    `days`: such pages by number, with the day that the head of each gives itself.
    """
    unsure = tuple(parts_of(whole, record.stretches, days))
    yield from (part for part, _ in unsure)
    for one, held in changes(record.stretches):
        if one.opening is None:
            own = one.holder == OWN
            lent = [part.document for part, number in unsure if number <= one.page.number]
            yield Part(one.page.id, one.start, (lent or [whole])[-1] if own else of_nobody(whole), nobody=not own)
            continue
        lines = tuple(line for line in top_lines(held[0].text, 400) if not is_stamp(line))
        start = Start(-1, -1, one.opening, title_of(held[0], lines), whole.confidence)
        made = document(read.file, read.release, held, held, start, {}, read.again)
        made = next_of(whole, one.page.text, of_one_series((whole, made))[1], held[0].text)
        made = noted_below(whole, presumed(made, held, read.again, read.release))
        yield Part(
            one.page.id,
            one.start,
            replace(
                made,
                id=whole.id,
                first_page=whole.first_page,
                last_page=whole.last_page,
                bates_first=whole.bates_first,
                bates_last=whole.bates_last,
            ),
        )


def _starts(
    file: File, pages: tuple[Page, ...], params: Params, rulings: dict[int, Ruling]
) -> tuple[list[Start], list[Boundary], dict[int, str]]:
    """Where documents begin, the pages at which that is doubtful, and of those taken to go on, the day in their head."""
    running, feet = running_lines(pages), running_feet(pages)
    sheets = tuple(
        sheet_of(page, _opening(file, page, running, params), running, params.short, params.large, feet) for page in pages
    )
    marks: list[tuple[int, float]] = []
    doubts: list[Boundary] = []
    days: dict[int, str] = {}
    for index, sheet in enumerate(sheets):
        ruling = rulings.get(sheet.page.number)
        verdict = judged(sheets, index, marks[-1][0] if marks else 0)
        likelihood = verdict.likelihood if ruling is None else float(ruling.starts)
        starts = index == 0 or likelihood >= params.start
        if starts:
            marks.append((index, likelihood))
        if ruling or (abs(likelihood - params.start) < params.doubt and (index or verdict.reasons)):
            doubts.append(Boundary(sheet.page.id, starts, round(likelihood, 2), verdict.reasons, ruling is not None))
            if not (starts or ruling):
                days[sheet.page.number] = own_day(sheet)
    found: list[Start] = []
    for order, (index, likelihood) in enumerate(marks):
        stop = marks[order + 1][0] if order + 1 < len(marks) else len(pages)
        opening = sheets[index].opening
        if opening.kind == "email" and (mails := mails_below(sheets[index].page.text)):
            opening = _opening(file, piece(sheets[index].page, 0, mails[0]), running, params)
        last = found[-1].opening.kind if found else ""
        if opening.kind == "other" and last == "agreement" and names_another(sheets[index], sheets[found[-1].index]):
            opening = replace(opening, kind="agreement")
        ruled = rulings.get(sheets[index].page.number)
        if ruled and ruled.kind:
            opening = replace(opening, kind=ruled.kind, weight=1.0)
        weight = opening.weight if opening.kind != "other" else 0.5
        found.append(Start(index, stop, opening, sheets[index].title, round(min(0.99, 0.5 * likelihood + 0.5 * weight), 2)))
    return found, doubts, days


def _opening(file: File, page: Page, running: frozenset[str], params: Params) -> Opening:
    covered = sum((one.box.x1 - one.box.x0) * (one.box.y1 - one.box.y0) for one in page.redactions)
    if covered >= params.covered and len(page.text.split()) <= params.few_words:
        return Opening("withheld-page", "", UNDATED, "", (), (), "", 0.8, False)
    text = "\n".join(line for line in top_of(page).text.split("\n") if folded(line) not in running)
    return opening_of(text, page.width > page.height, file.media_type.startswith("text/"))
