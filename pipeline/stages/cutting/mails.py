"""The messages of a document, with their places on its pages: all of an email, of another paper the mails pasted below it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate

from pipeline import codec
from pipeline.patterns.law.exemptions import legible
from pipeline.patterns.openings.headings import plain_subject
from pipeline.patterns.openings.messages import messages_in
from pipeline.records.document import Document, Message
from pipeline.records.page import Page
from pipeline.stages.cutting.coded_fields import sender_under_box
from pipeline.stages.cutting.shared_pages import Stretch


def messages(document: Document, own: tuple[Page, ...], stretches: tuple[Stretch, ...]) -> Iterator[Message]:
    """The messages on the pages of a document, those quoted included, in text order. `stretches` say whose the text is.

    Only an email has a message on top: the first mail below another paper is at position 1.
    """
    begins = list(accumulate((len(page.text) + 2 for page in own), initial=0))

    def place(at: int) -> tuple[Page, int]:
        index = max(bisect_right(begins, at) - 1, 0)
        index = min(index, len(own) - 1)
        return own[index], min(at - begins[index], len(own[index].text))

    email = document.kind == "email"
    ends = {} if email else _ends(own, begins, stretches)
    if not (email or ends):
        return
    seen: Counter[str] = Counter()
    position = 0 if email else 1
    for found in messages_in("\n\n".join(page.text for page in own)):
        if not email and found.start not in ends:
            continue
        stop = found.end if email else max(min(found.end, ends[found.start]), found.header_end)
        (page, start), (last, end), (header_page, header_end) = place(found.start), place(stop), place(found.header_end)
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
            sender=legible(found.sender) or sender_under_box(page, start, header_end if header_page is page else len(page.text)),
            recipients=found.recipients,
            cc=found.cc,
            subject=found.subject[:300],
            date=found.dated.date,
            date_precision=found.dated.precision,
            time=found.time,
        )
        position += 1


def _ends(own: tuple[Page, ...], begins: list[int], stretches: tuple[Stretch, ...]) -> dict[int, int]:
    """Where each mail that stands below another paper ends, by where it begins, both in the joined text."""
    order = {page.id: at for at, page in enumerate(own)}
    whole: dict[int, list[Stretch]] = {}
    for one in stretches:
        if one.mail:
            whole.setdefault(one.holder, []).append(one)
    return {
        begins[order[held[0].page.id]] + held[0].start: begins[order[held[-1].page.id]] + held[-1].end for held in whole.values()
    }
