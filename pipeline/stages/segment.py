"""Cuts a file into its documents - emails, memos, letters, agreements - and reads who, when and what from their heads.

Where nothing says that a page starts something new, it continues the last document (see `bounds`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

from pipeline import codec
from pipeline.patterns.dating import (
    UNDATED,
    date_of_figures,
    date_of_file_name,
    date_of_head,
    date_of_margin,
    date_of_text,
    date_of_title,
)
from pipeline.patterns.exemptions import named_by_codes
from pipeline.patterns.headings import headline, plain_subject, top_lines
from pipeline.patterns.messages import messages_in
from pipeline.patterns.offices import AGENCY
from pipeline.patterns.opening import Opening, opening_of, signed_at_foot, signer_of
from pipeline.patterns.parties import audience_of, letterhead_kind, parties_of, speaker_kind
from pipeline.patterns.senders import from_colleague
from pipeline.patterns.stamps import stamps_of
from pipeline.records.document import Boundary, Document, Message, Met, Numbered, Segmentation, Series
from pipeline.records.page import Page
from pipeline.records.source import File, Release, Ruling
from pipeline.stages.bounds import judged
from pipeline.stages.casting import cast
from pipeline.stages.fabric import slide_like
from pipeline.stages.sheets import folded, is_stamp, running_lines, sheet_of
from pipeline.stages.title_block import Title
from pipeline.stages.writers import again_printed, enclosed, of_one_series, own_names, writer

VERSION = "26"
_REVISED = frozenset({"form", "report", "talking-points", "other", "slides", "table"})
_FIGURES = frozenset({"report", "table", "other"})
_DATED_BY_HEAD = frozenset({"report", "article", "slides", "table", "other", "talking-points", "memo"})
_BULLET = re.compile(r"(?m)^\s*[•▪●◦‣*-]\s\S")
_SLIDE_WORDS, _FEWEST_SLIDES = 90, 3
SURE = 0.9  # weight from which on a heading is believed
BYLINED = 0.7  # weight of an opening that shows a byline or the place a report was filed from
_HEADLINED = frozenset({"report", "article", "press", "slides", "other", "chronology", "talking-points"})
_LETTERHEADED = frozenset({"letter", "cover-letter", "memo"})
# Kinds that name their writer where they please: above or below the title, in a margin, at the foot, or nowhere.
_TITLED = frozenset({"form", "report", "slides", "other", "table", "chronology", "talking-points", "press"})


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


@dataclass(frozen=True, slots=True)
class _Start:
    """A document found to begin on page `index` (0-based in the pages given), up to and without `stop`, below `head`."""

    index: int
    stop: int
    opening: Opening
    head: Title | None
    confidence: float


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
    bates = {stamp.page_id: stamp.bates for stamp in stamps if stamp.chief}
    again = again_printed(pages)
    starts, doubts = _starts(file, pages, params, {one.page: one for one in rulings})
    documents = tuple(_document(file, release, pages[start.index : start.stop], start, bates, again) for start in starts)
    messages = tuple(message for document in documents for message in _messages(document, pages))
    documents = of_one_series(documents)
    documents, messages = cast(documents, messages, pages, own_names(release), people)
    return Segmentation(enclosed(documents), stamps, messages, tuple(doubts))


def _messages(document: Document, pages: tuple[Page, ...]) -> Iterator[Message]:
    """The messages of an email, those it quotes included, each with its place on the pages."""
    if document.kind != "email":
        return
    own = [page for page in pages if document.first_page <= page.number <= document.last_page]
    begins = list(accumulate((len(page.text) + 2 for page in own), initial=0))

    def place(at: int) -> tuple[Page, int]:
        index = max(bisect_right(begins, at) - 1, 0)
        index = min(index, len(own) - 1)
        return own[index], min(at - begins[index], len(own[index].text))

    seen: Counter[str] = Counter()
    for position, found in enumerate(messages_in("\n\n".join(page.text for page in own))):
        (page, start), (last, end), (header_page, header_end) = place(found.start), place(found.end), place(found.header_end)
        parts = (page.id, found.sender.casefold(), found.dated.date, found.time, plain_subject(found.subject))
        name = codec.short_id("message", *parts)
        seen[name] += 1
        yield Message(
            id=name if seen[name] == 1 else codec.short_id("message", *parts, seen[name]),
            document_id=document.id,
            position=position,
            depth=found.depth,
            page_id=page.id,
            start=start,
            header_end=header_end if header_page is page else len(page.text),
            last_page_id=last.id,
            end=end,
            form=found.form,
            sender=named_by_codes(found.sender) or found.sender[:300],
            recipients=found.recipients,
            cc=found.cc,
            subject=found.subject[:300],
            date=found.dated.date,
            date_precision=found.dated.precision,
            time=found.time,
        )


def _starts(
    file: File, pages: tuple[Page, ...], params: Params, rulings: dict[int, Ruling]
) -> tuple[list[_Start], list[Boundary]]:
    """Where documents begin, and the pages at which that is doubtful."""
    running = running_lines(pages)
    sheets = tuple(sheet_of(page, _opening(file, page, running, params), running, params.short, params.large) for page in pages)
    marks: list[tuple[int, float]] = []
    doubts: list[Boundary] = []
    for index, sheet in enumerate(sheets):
        ruling = rulings.get(sheet.page.number)
        verdict = judged(sheets, index, marks[-1][0] if marks else 0)
        likelihood = verdict.likelihood if ruling is None else float(ruling.starts)
        starts = index == 0 or likelihood >= params.start
        if starts:
            marks.append((index, likelihood))
        if ruling or (abs(likelihood - params.start) < params.doubt and (index or verdict.reasons)):
            doubts.append(Boundary(sheet.page.id, starts, round(likelihood, 2), verdict.reasons, ruling is not None))
    found = []
    for order, (index, likelihood) in enumerate(marks):
        stop = marks[order + 1][0] if order + 1 < len(marks) else len(pages)
        opening = sheets[index].opening
        ruled = rulings.get(sheets[index].page.number)
        if ruled and ruled.kind:
            opening = replace(opening, kind=ruled.kind, weight=1.0)
        weight = opening.weight if opening.kind != "other" else 0.5
        found.append(_Start(index, stop, opening, sheets[index].title, round(min(0.99, 0.5 * likelihood + 0.5 * weight), 2)))
    return found, doubts


def _opening(file: File, page: Page, running: frozenset[str], params: Params) -> Opening:
    covered = sum((one.box.x1 - one.box.x0) * (one.box.y1 - one.box.y0) for one in page.redactions)
    if covered >= params.covered and len(page.text.split()) <= params.few_words:
        return Opening("withheld-page", "", UNDATED, "", (), (), "", 0.8, False)
    text = "\n".join(line for line in page.text.split("\n") if folded(line) not in running)
    return opening_of(text, page.width > page.height, file.media_type.startswith("text/"))


def _bulleted(pages: tuple[Page, ...]) -> bool:
    """Whether most of three pages or more hold a few words in bullets or lines: the slides of a talk that nothing calls so."""
    few = [(len(page.text.split()) <= _SLIDE_WORDS and len(_BULLET.findall(page.text)) > 1) or slide_like(page) for page in pages]
    return len(few) >= _FEWEST_SLIDES and sum(few) >= 0.7 * len(few)


def _document(
    file: File, release: Release, pages: tuple[Page, ...], start: _Start, bates: dict[str, str], again: frozenset[str]
) -> Document:
    opening = start.opening
    if opening.kind == "other" and opening.weight < SURE and _bulleted(pages):
        opening = replace(opening, kind="slides")
    whole = "\n\n".join(page.text for page in pages)
    title = opening.title or (headline(pages[0].text, opening.kind != "article") if opening.kind in _HEADLINED else "")
    if not title and start.head and opening.kind in _TITLED:
        title = start.head.lines[0]
    dated = opening.dated if opening.dated.date else date_of_text(opening.kind, pages[0].text, whole)
    if not dated.date and opening.kind in _DATED_BY_HEAD:
        dated = date_of_head(top_lines(pages[0].text, 8))
        dated = date_of_title(start.head.lines) if start.head and not dated.date else dated
    if not dated.date and opening.kind in _REVISED:
        dated = date_of_margin(pages[0].text, pages[-1].text)
    if not dated.date and opening.kind in _FIGURES:
        dated = date_of_figures(top_lines(pages[0].text, 8))
    if not dated.date and start.index == 0:
        dated = date_of_file_name(file.name)
    numbers = [bates[page.id] for page in pages if page.id in bates]
    author, recipients = opening.author, opening.recipients
    if opening.kind in ("letter", "cover-letter") and not author:
        author = signer_of(whole) or signed_at_foot([line for line in top_lines(pages[-1].text, 400) if not is_stamp(line)])
    if opening.kind == "agreement":
        author, recipients = parties_of(title, author, recipients)
    own = own_names(release).all
    kind = opening.kind
    author_kind = speaker_kind(author, own) or (letterhead_kind(opening.letterhead, own) if kind in _LETTERHEADED else "")
    if kind == "memo" and not author_kind and from_colleague(author, recipients, whole, own_names(release)):
        author_kind = AGENCY
    if kind == "article" and not author_kind and (author or opening.weight >= BYLINED):
        author_kind = "press"
    if not author_kind and (kind in _TITLED or (kind == "memo" and not author)):
        found = writer(opening, title, pages, again, release)
        author, author_kind = author or found.name, found.kind
    return Document(
        id=codec.short_id("document", file.id, pages[0].number, kind, plain_subject(title)),
        release_id=release.id,
        file_id=file.id,
        first_page=pages[0].number,
        last_page=pages[-1].number,
        kind=kind,
        title=title[:300],
        date=dated.date,
        date_precision=dated.precision,
        date_basis=dated.basis,
        author=named_by_codes(author) or author[:300],
        author_kind=author_kind,
        recipients=recipients,
        cc=opening.cc,
        audience=audience_of(kind, recipients + opening.cc, opening.title if kind == "letter" else "", whole[:8000]),
        bates_first=numbers[0] if numbers else "",
        bates_last=numbers[-1] if numbers else "",
        thread_id="",  # known only when the whole corpus is: see `relate`
        confidence=start.confidence,
    )
