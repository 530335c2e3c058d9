"""claims: the statements of one document about one topic, with spans, speakers and reasons."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from pipeline import codec
from pipeline.patterns.days.dates import dates_in
from pipeline.patterns.layout.gutters import crossed
from pipeline.patterns.layout.others_columns import others_words
from pipeline.patterns.layout.print_rows import PrintRow, print_rows
from pipeline.patterns.layout.tables import tables_of
from pipeline.patterns.names.offices import AGENCY, Names
from pipeline.patterns.names.offices import kind_of as office_kind
from pipeline.patterns.openings.examined import day_of, day_of_head, examinations, is_asked, witness_of_head
from pipeline.patterns.openings.outside import beside_the_text
from pipeline.patterns.writers.parties import names_of, speaker_kind
from pipeline.patterns.writers.senders import colleague, signed_kind
from pipeline.patterns.writers.sworn import sworn_house
from pipeline.ports import ClaimExtractor, Parser
from pipeline.records.document import Document, Message, Part
from pipeline.records.finding import Claim
from pipeline.records.language import Passage
from pipeline.records.page import Page
from pipeline.records.topic import ALONE, Company, Topic
from pipeline.stages.cutting.houses import houses, spoken_for
from pipeline.stages.cutting.whose import sent_by, spoken_by, written_by

VERSION = "33"
_AUTHOR, _NOBODY = "author of the document", "no author known"  # notes of `hearing.who`
_TAKEN_DOWN = frozenset({"other", "report", "article", "form"})  # kinds of which a transcript may be
_DAY_ENDS = 30  # characters of a line within which the day of an entry stands
# The reason's note where a claim was given to the writer of a part.
_SENDER, _BELOW = "sender of the quoted message", "author of the paper that begins below another on the page"


def claims(
    document: Document,
    pages: tuple[Page, ...],
    topic: Topic,
    parser: Parser,
    extractor: ClaimExtractor,
    messages: tuple[Message, ...] = (),
    company: Company = ALONE,
    below: tuple[Part, ...] = (),
) -> tuple[Claim, ...]:
    """The document's claims on the topic, in text order, with ids. `pages` are the document's, as they may be shown.

    `company` are the papers it came with: whether its thread, its file, its release name the topic, and whom they show in a post.

    What stands in a message quoted below the first (`messages`, of this document) is its sender's, of its own date; what stands
    in a paper `below` the document on its pages is of that paper's author and date.
    """
    if not extractor.concerns(document, (words for page in pages for words in parser.words(page.text)), topic, company):
        return ()  # most documents of a release: parsing them would cost more than all the rest of the stage
    ids, people = {page.id for page in pages}, company.people
    document = written_by(document, people, ids)
    messages = tuple(sent_by(one, people, ids) for one in messages)
    below = tuple(replace(one, document=written_by(one.document, people, ids)) for one in below)
    passages = tuple(
        Passage(page.id, page.number, page.text, parser.parse(page.text), tables, parser.ordinary)
        for page, tables in zip(pages, tables_of(pages), strict=True)
    )
    parts = _entries(document, pages) if document.kind == "chronology" else _parts(document, pages, topic, messages, below)
    order = {page.id: position for position, page in enumerate(pages)}
    starts = [(order[part.page_id], part.start) for part in parts]
    sent = {(order[one.page_id], one.start) for one in messages if one.page_id in order}
    house = houses(document, pages, _own(topic))
    seen: Counter[str] = Counter()
    found = []
    stitched, at_page = _Stitched(pages), {page.id: page for page in pages}
    for claim in extractor.extract(document, passages, topic, parts, company):
        if stitched.holds(claim) or (
            claim.extractor == "model" and beside_the_text(at_page[claim.page_id], claim.start, claim.end)
        ):
            continue
        about = (claim.file_id, claim.page_id, " ".join(claim.quote.split()), claim.proposition or claim.metric, claim.stance)
        meaning = codec.short_id(*about)
        seen[meaning] += 1
        at = bisect_right(starts, (order[claim.page_id], claim.start)) - 1
        note = _SENDER if at >= 0 and starts[at] in sent else _BELOW if at >= 0 and parts[at] in below else _AUTHOR
        part = parts[at] if at >= 0 else None
        paper = part.document if part else document
        if note != _SENDER and claim.speaker == paper.author:
            claim = spoken_for(claim, house(part))
        claim = spoken_by(_with_note(claim, paper.author_basis or note, bool(paper.author_basis)), people, ids)
        found.append(replace(claim, id=codec.short_id(*about, seen[meaning])))
    return tuple(found)


def _own(topic: Topic) -> Names:
    """What the topic calls its agency and its program."""
    return Names(tuple(name for agency in topic.agencies for name in names_of(agency)), topic.terms)


class _Stitched:
    """Tells quotes that were read across two columns: they stand nowhere on the page. A row of a table is read across.

    So it does quotes out of a column that holds what others say.
    """

    def __init__(self, pages: tuple[Page, ...]) -> None:
        self._pages = {page.id: page for page in pages}
        self._rows: dict[str, tuple[PrintRow, ...]] = {}

    def holds(self, claim: Claim) -> bool:
        """Whether the claim's quote is made of two columns' words."""
        if any(one.feature == "row" for one in claim.reasons):
            return False
        page = self._pages[claim.page_id]
        if page.id not in self._rows:
            self._rows[page.id] = print_rows(page)
        return crossed(page, claim.start, claim.end, self._rows[page.id]) or self._others(claim)

    def _others(self, claim: Claim) -> bool:
        """Whether a good part of the quote stands in a column of what is not the paper's own word."""
        spans = others_words(self._rows[claim.page_id])
        inside = sum(max(0, min(end, claim.end) - max(start, claim.start)) for start, end in spans)
        return 4 * inside > sum(not letter.isspace() for letter in claim.quote)


def _parts(
    document: Document, pages: tuple[Page, ...], topic: Topic, messages: tuple[Message, ...], below: tuple[Part, ...]
) -> tuple[Part, ...]:
    """The quoted messages and the papers `below` the document as its parts, in text order; behind a message it goes on itself."""
    order = {page.id: position for position, page in enumerate(pages)}
    own = _own(topic)
    # Where one part ends another may begin: what goes on stands first, a message last.
    made: list[tuple[tuple[int, int], int, Part]] = [
        ((order[part.page_id], part.start), 1, part) for part in below if part.page_id in order
    ]
    for message in sorted(messages, key=lambda one: one.position):
        if message.position == 0 or message.page_id not in order or message.last_page_id not in order:
            continue
        kind = message.sender_kind or _kind_of(message, _body(message, pages, order), own)
        sent = replace(document, author=message.signed or message.sender, author_kind=kind, recipients=message.recipients)
        sent = replace(sent, author_basis=message.sender_basis)
        if message.date or document.kind != "email":
            sent = replace(sent, date=message.date, date_precision=message.date_precision)
        if document.kind != "email":
            sent = replace(sent, kind="email", title=message.subject, cc=message.cc)
        made.append(((order[message.page_id], message.start), 2, Part(message.page_id, message.start, sent)))
        end = (order[message.last_page_id], message.end)
        if end < (len(pages) - 1, len(pages[-1].text)):
            made.append((end, 0, Part(message.last_page_id, message.end, document)))
    made += [((order[part.page_id], part.start), 0, part) for part in _examined(document, pages, own)]
    return tuple(part for _, _, part in sorted(made, key=lambda one: one[:2]))


def _examined(document: Document, pages: tuple[Page, ...], own: Names) -> Iterator[Part]:
    """The examinations of a transcript as parts of it, each of the day and of whoever answers there."""
    texts = tuple(page.text for page in pages)
    if document.kind not in _TAKEN_DOWN or not is_asked(texts):
        return
    named = any(one.who for text in texts for one in examinations(text))
    if not named and (who := witness_of_head(texts)) and document.author in ("", who):
        kind = office_kind(sworn_house("\n".join(texts)), own) or (document.author_kind if document.author else "")
        yield Part(pages[0].id, 0, replace(document, author=who, author_kind=kind, author_basis="", recipients=()), examined=True)
        return
    for page in pages:
        for one in examinations(page.text):
            if not one.who:
                yield Part(page.id, one.start, document)
                continue
            day = one.date or day_of(one.who, texts) or day_of_head(texts)
            known = one.who.casefold() in document.author.casefold()  # whoever the whole paper is by
            kind = document.author_kind if known else office_kind(one.who, own)
            kind = kind or office_kind(sworn_house(page.text[one.start :]), own)
            asked = replace(document, author=document.author if known else one.who, author_kind=kind, recipients=())
            asked = replace(asked, author_basis="")
            asked = replace(asked, date=day, date_precision="day", date_basis="text") if day else asked
            yield Part(page.id, one.start, asked, examined=True)


def _entries(document: Document, pages: tuple[Page, ...]) -> tuple[Part, ...]:
    """The entries of a chronology as parts of it, each of the day it starts with: its other sentences do not repeat the day."""
    found = []
    for page in pages:
        for line in re.finditer(r"(?m)^.*\S.*$", page.text):
            dates = dates_in(line.group()[:_DAY_ENDS])
            if dates and not re.search(r"\w", line.group()[: dates[0].start]):
                dated = replace(document, date=dates[0].iso, date_precision=dates[0].precision)
                found.append(Part(page.id, line.start(), dated))
    return tuple(found)


def _kind_of(message: Message, body: str, own: Names) -> str:
    """The kind of a message's sender, by name, signature or the voice of a colleague."""
    told = speaker_kind(message.sender, own.agency) or signed_kind(body, message.sender, own)
    return told or (AGENCY if colleague(message.sender, message.recipients, body, own) else "")


def _body(message: Message, pages: tuple[Page, ...], order: dict[str, int]) -> str:
    """The text of a message below its header."""
    first, last = order[message.page_id], order[message.last_page_id]
    if first == last:
        return pages[first].text[message.header_end : message.end]
    between = [page.text for page in pages[first + 1 : last]]
    return "\n\n".join([pages[first].text[message.header_end :], *between, pages[last].text[: message.end]])


def _with_note(claim: Claim, note: str, unnamed: bool) -> Claim:
    """The claim with the reason for its speaker in words that fit where it stands; `unnamed`: also where no author is named."""
    by = (_AUTHOR, _NOBODY) if unnamed and claim.speaker_kind else (_AUTHOR,)
    reasons = tuple(replace(one, note=note) if one.feature == "speaker" and one.note in by else one for one in claim.reasons)
    return replace(claim, reasons=reasons)
