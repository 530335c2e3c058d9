"""claims: the statements of one document about one topic, with spans, speakers and reasons."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from pipeline import codec
from pipeline.ports import ClaimExtractor, Parser
from pipeline.records.document import Document
from pipeline.records.finding import Claim
from pipeline.records.language import Passage
from pipeline.records.page import Page
from pipeline.records.topic import Topic

VERSION = "1"


def claims(
    document: Document, pages: tuple[Page, ...], topic: Topic, parser: Parser, extractor: ClaimExtractor
) -> tuple[Claim, ...]:
    """The document's claims on the topic, in text order, with ids. `pages` are the document's, as they may be shown."""
    if not extractor.concerns(document, (words for page in pages for words in parser.words(page.text)), topic):
        return ()  # most documents of a release: parsing them would cost more than all the rest of the stage
    passages = tuple(Passage(page.id, page.number, page.text, parser.parse(page.text)) for page in pages)
    seen: Counter[str] = Counter()
    found = []
    for claim in extractor.extract(document, passages, topic):
        about = (claim.file_id, claim.page_id, " ".join(claim.quote.split()), claim.proposition or claim.metric, claim.stance)
        meaning = codec.short_id(*about)
        seen[meaning] += 1
        found.append(replace(claim, id=codec.short_id(*about, seen[meaning])))
    return tuple(found)
