"""Cuts a file into its documents - emails, memos, letters, agreements - and reads who, when and what from their heads.

Simple rules on what each page's top shows. Where nothing says that a page starts something new, it continues the last document.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from pipeline import codec
from pipeline.patterns.dating import UNDATED, date_of_file_name, date_of_text
from pipeline.patterns.headers import is_field
from pipeline.patterns.headings import announces, headline, plain_subject
from pipeline.patterns.messages import messages_in
from pipeline.patterns.opening import Opening, opening_of, signer_of
from pipeline.patterns.page_count import page_of
from pipeline.patterns.parties import audience_of, parties_of, speaker_kind
from pipeline.patterns.stamps import stamps_of
from pipeline.records.document import Document, Message, Segmentation
from pipeline.records.page import Page
from pipeline.records.source import File, Release

VERSION = "2"
_HEADLINED = frozenset({"report", "article", "press", "slides", "other", "chronology", "talking-points"})
_LETTERHEADED = frozenset({"letter", "cover-letter", "memo", "press", "talking-points", "report"})


@dataclass(frozen=True, slots=True)
class Params:
    """Weights are 0..1. `sure` is the weight from which the top of a page starts a document by itself, `hinted` the weight that
    does where the page also says that it is page 1 of its own count.

    A heading of at least `hinted` gains `bonus` when the page before ended above `short` of its height or closed a letter, one of
    at least `faint` when it is set `large` times as tall as the page's usual line. `covered` is the share of a page that boxes
    must hide, and `few_words` the most words it may show, for it to count as withheld.
    """

    sure: float = 0.7
    hinted: float = 0.4
    faint: float = 0.3
    bonus: float = 0.3
    short: float = 0.6
    large: float = 1.25
    covered: float = 0.55
    few_words: int = 25


@dataclass(frozen=True, slots=True)
class _Start:
    """A document found to begin on page `index` (0-based in the pages given), up to and without `stop`."""

    index: int
    stop: int
    opening: Opening
    confidence: float


def segment(file: File, release: Release, pages: tuple[Page, ...], params: Params) -> Segmentation:
    """The documents of a file in page order, covering every page given once, and the Bates stamps of its pages.

    `pages` are in order and already masked; numbers may be missing where a page could not be read. No pages, no documents.
    """
    if not pages:
        return Segmentation((), ())
    stamps = stamps_of(pages)
    bates = {stamp.page_id: stamp.bates for stamp in stamps}
    documents = tuple(
        _document(file, release, pages[start.index : start.stop], start, bates) for start in _starts(file, pages, params)
    )
    messages = tuple(message for document in documents for message in _messages(document, pages))
    return Segmentation(documents, stamps, messages)


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
            sender=found.sender[:300],
            recipients=found.recipients,
            cc=found.cc,
            subject=found.subject[:300],
            date=found.dated.date,
            date_precision=found.dated.precision,
            time=found.time,
        )


def _starts(file: File, pages: tuple[Page, ...], params: Params) -> Iterator[_Start]:
    marks: list[tuple[int, Opening, float]] = []
    running = _running_lines(pages)
    openings = [_opening(file, page, running, params) for page in pages]
    for index, opening in enumerate(openings):
        confidence = 1.0 if index == 0 and len(pages) == 1 else _begins(index, pages, openings, marks, params)
        if index == 0 or confidence > 0:
            marks.append((index, opening, max(confidence, 0.5)))
    for order, (index, opening, confidence) in enumerate(marks):
        stop = marks[order + 1][0] if order + 1 < len(marks) else len(pages)
        weight = opening.weight if opening.kind != "other" else 0.5
        yield _Start(index, stop, opening, round(min(0.99, 0.5 * confidence + 0.5 * weight), 2))


def _begins(
    index: int, pages: tuple[Page, ...], openings: list[Opening], marks: list[tuple[int, Opening, float]], params: Params
) -> float:
    """How sure (0..1) it is that this page starts a document; 0 for one that goes on."""
    opening = openings[index]
    count = page_of(pages[index].text)
    if count and count[0] == 1:
        return 0.9 if opening.weight >= params.hinted else 0.6
    if index == 0:
        return 0.6
    before = page_of(pages[index - 1].text)
    if count and before and count[1] == before[1] and count[0] == before[0] + 1:
        return 0.0
    if before and 0 < before[0] == before[1]:
        return 0.8  # the page before was the last of its own count
    current = marks[-1][1]
    if opening.kind == "withheld-page":
        return 0.6 if current.kind != "withheld-page" and _ends_with(index, pages, openings, params) else 0.0
    if current.kind == "withheld-page":
        return 0.6
    if current.kind == "agreement" and opening.kind in ("other", "table", "form", "report") and not opening.dated.date:
        return 0.0  # signature pages, schedules and exhibits have headings of their own
    if current.kind == "cable" and opening.kind != "cable" and opening.weight < 0.9:
        return 0.0
    if opening.kind == current.kind == "cable" and opening.quoted:
        return 0.0
    if opening.kind == "email" and _earlier_in_thread(opening, current):
        return 0.0
    weight = opening.weight
    closed = current.kind in ("letter", "cover-letter") and any(signer_of(page.text) for page in pages[marks[-1][0] : index])
    if params.hinted <= weight < params.sure and (closed or _ended_short(pages[index - 1], params)):
        weight += params.bonus
    if params.faint <= weight < params.sure and _set_large(pages[index], opening.title, params):
        weight += params.bonus
    return weight if weight >= params.sure else 0.0


def _ended_short(page: Page, params: Params) -> bool:
    """Whether the text of a page stops well above its foot (margins left out): the end of something."""
    feet = [max(word.y1 for word in line.words) for line in page.lines if line.words]
    return max((foot for foot in feet if foot < 0.88), default=0.0) < params.short


def _set_large(page: Page, title: str, params: Params) -> bool:
    """Whether the heading is set in larger type than the page's other lines."""
    heights = sorted(max(word.y1 - word.y0 for word in line.words) for line in page.lines if line.words)
    first = title.split()[:3]
    for line in page.lines[:12]:
        words = [word.text for word in line.words]
        if first and words[: len(first)] == first:
            return max(word.y1 - word.y0 for word in line.words) > params.large * heights[len(heights) // 2]
    return False


def _ends_with(index: int, pages: tuple[Page, ...], openings: list[Opening], params: Params) -> bool:
    """Whether a run of withheld pages stands by itself: what follows it starts a new document, or nothing follows."""
    shown = zip(pages[index:], openings[index:], strict=True)
    after = next((one for page, one in shown if one.kind != "withheld-page" and page.text.strip()), None)
    return after is None or after.weight >= params.sure


def _earlier_in_thread(opening: Opening, current: Opening) -> bool:
    """Whether this email is an older message printed below the one the document began with."""
    if current.kind != "email":
        return False
    if opening.quoted:
        return True
    same = plain_subject(opening.title) == plain_subject(current.title) != ""
    older = "" not in (opening.dated.date, current.dated.date) and opening.dated.date < current.dated.date
    return same and older


def _opening(file: File, page: Page, running: frozenset[str], params: Params) -> Opening:
    covered = sum((one.box.x1 - one.box.x0) * (one.box.y1 - one.box.y0) for one in page.redactions)
    if covered >= params.covered and len(page.text.split()) <= params.few_words:
        return Opening("withheld-page", "", UNDATED, "", (), (), "", 0.8, False)
    text = "\n".join(line for line in page.text.split("\n") if _folded(line) not in running)
    return opening_of(text, page.width > page.height, file.media_type.startswith("text/"))


def _running_lines(pages: tuple[Page, ...]) -> frozenset[str]:
    """Lines that top most pages of the file, such as a banner; they say nothing about where documents begin."""
    tops = Counter(line for page in pages for line in set(_tops(page)))
    shown = sum(bool(page.text.strip()) for page in pages)
    return frozenset(line for line, count in tops.items() if count >= 2 and count > 0.6 * shown and line and not announces(line))


def _tops(page: Page) -> list[str]:
    return [_folded(line) for line in [line for line in page.text.split("\n") if line.strip()][:2] if not is_field(line)]


def _folded(line: str) -> str:
    return re.sub(r"[\W\d_]+", " ", line).strip().casefold()


def _document(file: File, release: Release, pages: tuple[Page, ...], start: _Start, bates: dict[str, str]) -> Document:
    opening = start.opening
    whole = "\n\n".join(page.text for page in pages)
    title = opening.title or (headline(pages[0].text, opening.kind != "article") if opening.kind in _HEADLINED else "")
    dated = opening.dated if opening.dated.date else date_of_text(opening.kind, pages[0].text, whole)
    if not dated.date and start.index == 0:
        dated = date_of_file_name(file.name)
    numbers = [bates[page.id] for page in pages if page.id in bates]
    author, recipients = opening.author, opening.recipients
    if opening.kind in ("letter", "cover-letter") and not author:
        author = signer_of(whole)
    if opening.kind == "agreement":
        author, recipients = parties_of(title, author, recipients)
    own = tuple(label for label in (release.agency, release.component) if label)
    kind = opening.kind
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
        author=author[:300],
        author_kind=speaker_kind(author, own) or (speaker_kind(opening.letterhead, own) if kind in _LETTERHEADED else ""),
        recipients=recipients,
        cc=opening.cc,
        audience=audience_of(kind, recipients + opening.cc, opening.title if kind == "letter" else "", whole[:8000]),
        bates_first=numbers[0] if numbers else "",
        bates_last=numbers[-1] if numbers else "",
        thread_id="",  # known only when the whole corpus is: see `relate`
        confidence=start.confidence,
    )
