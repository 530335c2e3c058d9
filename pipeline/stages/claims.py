"""claims: the statements of one document about one topic, with spans, speakers and reasons."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from pipeline import codec
from pipeline.patterns.parties import names_of, speaker_kind
from pipeline.ports import ClaimExtractor, Parser
from pipeline.records.document import Document, Message
from pipeline.records.finding import Claim, Reason
from pipeline.records.language import Passage
from pipeline.records.page import Page
from pipeline.records.topic import Topic

VERSION = "2"
# Why a claim was given to whoever wrote the document. In a quoted message that is whoever sent the message.
_WRITER = frozenset({"author of the document", "no author known"})


def claims(
    document: Document,
    pages: tuple[Page, ...],
    topic: Topic,
    parser: Parser,
    extractor: ClaimExtractor,
    messages: tuple[Message, ...] = (),
) -> tuple[Claim, ...]:
    """The document's claims on the topic, in text order, with ids. `pages` are the document's, as they may be shown.

    What stands in a message quoted below the first (`messages`, of this document) is its sender's, of its own date.
    """
    if not extractor.concerns(document, (words for page in pages for words in parser.words(page.text)), topic):
        return ()  # most documents of a release: parsing them would cost more than all the rest of the stage
    passages = tuple(Passage(page.id, page.number, page.text, parser.parse(page.text)) for page in pages)
    seen: Counter[str] = Counter()
    found = []
    for claim in extractor.extract(document, passages, topic):
        about = (claim.file_id, claim.page_id, " ".join(claim.quote.split()), claim.proposition or claim.metric, claim.stance)
        meaning = codec.short_id(*about)
        seen[meaning] += 1
        quoted = _quoted(claim, pages, messages)
        found.append(replace(_sent(claim, quoted, topic) if quoted else claim, id=codec.short_id(*about, seen[meaning])))
    return tuple(found)


def _quoted(claim: Claim, pages: tuple[Page, ...], messages: tuple[Message, ...]) -> Message | None:
    """The quoted message that the claim stands in; None in the message on top, and where no message was made out."""
    order = {page.id: position for position, page in enumerate(pages)}
    here = (order[claim.page_id], claim.start)
    for message in sorted(messages, key=lambda one: one.position, reverse=True):
        known = message.page_id in order and message.last_page_id in order
        if known and (order[message.page_id], message.start) <= here < (order[message.last_page_id], message.end):
            return message if message.position > 0 else None
    return None


def _sent(claim: Claim, message: Message, topic: Topic) -> Claim:
    """The claim as the sender's where nobody else is named in it: the mails below the first one are by other hands."""
    if not any(reason.feature == "speaker" and reason.note in _WRITER for reason in claim.reasons):
        return claim
    own = tuple(name for agency in topic.agencies for name in names_of(agency))
    kind = speaker_kind(message.sender, own)
    said = Reason("speaker", message.sender, kind, 0.0, "sender of the quoted message")
    reasons = tuple(said if one.feature == "speaker" and one.note in _WRITER else one for one in claim.reasons)
    date, precision = (message.date, message.date_precision) if message.date else (claim.date, claim.date_precision)
    return replace(claim, speaker=message.sender, speaker_kind=kind, reasons=reasons, date=date, date_precision=precision)
