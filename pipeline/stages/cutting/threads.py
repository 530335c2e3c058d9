"""Threads of emails, put together without message ids: by messages that stand in two documents, and by subject, people and dates.

After J. Zawinski's threading: an equal subject joins two mails only where one of them is marked as a reply, here also only where
they share a person and stand close in time. Codes in place of names tell nothing and count as nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from pipeline import codec
from pipeline.patterns.law.exemptions import codes_in
from pipeline.patterns.names.names import normal_name
from pipeline.patterns.openings.headings import is_reply, plain_subject
from pipeline.records.document import Document, Message, Thread
from pipeline.records.page import Page
from pipeline.records.spans import MASK

DAYS = 30  # between two mails of one subject, one of them a reply
FINGERPRINT = 25  # words from the start of a message by which it is known again
FEWEST = 12  # words; shorter messages ("Thanks, will do") are no evidence


@dataclass(frozen=True, slots=True)
class Mail:
    """One email document with what is compared."""

    document: Document
    messages: tuple[Message, ...]
    subject: str
    reply: bool
    people: frozenset[str]
    prints: frozenset[str]


def threads(found: Iterable[Mail]) -> tuple[Thread, ...]:
    """Every email belongs to exactly one thread, alone or with others; by id."""
    mails = sorted(found, key=lambda one: one.document.id)
    leader = list(range(len(mails)))
    for left, right in _links(mails):
        leader[_leads(leader, right)] = _leads(leader, left)
    groups: dict[int, list[Mail]] = {}
    for index, one in enumerate(mails):
        groups.setdefault(_leads(leader, index), []).append(one)
    made: dict[str, Thread] = {}
    for members in groups.values():
        thread = _thread(members)
        held = made.get(thread.id)
        made[thread.id] = thread if held is None else _joined(held, thread)
    return tuple(made[key] for key in sorted(made))


def _leads(leader: list[int], index: int) -> int:
    while leader[index] != index:
        leader[index] = leader[leader[index]]
        index = leader[index]
    return index


def mail_of(document: Document, pages: tuple[Page, ...], messages: tuple[Message, ...]) -> Mail:
    """The email reduced to what is compared; its pages are not kept."""
    texts = {page.id: page.text for page in pages}
    names = [name for one in messages for name in (one.sender, *one.recipients, *one.cc)]
    if not messages:
        names = [document.author, *document.recipients, *document.cc]
    subject = document.title or next((one.subject for one in messages if one.subject), "")
    reply = is_reply(document.title) or any(
        one.depth and plain_subject(one.subject) == plain_subject(subject) for one in messages
    )
    return Mail(
        document, messages, plain_subject(subject), reply, frozenset(filter(None, map(person_key, names))),
        frozenset(key for one in messages for key in _prints(one, texts)),
    )  # fmt: skip


def person_key(name: str) -> str:
    """The name folded for joining, without address, office in brackets or quotes; '' for codes, blocks and nothing."""
    if MASK in name or codes_in(name):
        return ""
    plain = re.sub(r"[<\[(][^>\])]*[>\])]?", " ", name).strip(" '\"")
    plain = plain or name.strip("<>[]() ")
    return normal_name(plain) if re.search(r"[^\W\d_]{2}", plain) else ""


def _prints(message: Message, texts: dict[str, str]) -> Iterator[str]:
    """What a message is known by again: its sender, day and subject, and how its text begins."""
    sender, subject = person_key(message.sender), plain_subject(message.subject)
    if sender and message.date and (message.time or subject):
        # The clock is printed in the reader's own zone, so it is kept to the minute and not to the hour.
        yield f"head {sender} {message.date} {message.time[3:]} {subject}"
    text = texts.get(message.page_id, "")
    body = text[message.header_end : message.end if message.page_id == message.last_page_id else len(text)]
    words = re.findall(r"[^\W_]+", re.sub(r"(?m)^[>|\s]+", "", body).casefold())[:FINGERPRINT]
    if len(words) >= FEWEST:
        yield f"body {message.date} {' '.join(words)}"


def _links(mails: list[Mail]) -> Iterator[tuple[int, int]]:
    first: dict[str, int] = {}
    for index, mail in enumerate(mails):
        for key in sorted(mail.prints):
            yield first.setdefault(key, index), index
    by_subject: dict[str, list[int]] = {}
    for index, mail in enumerate(mails):
        if len(mail.subject) > 2:
            by_subject.setdefault(mail.subject, []).append(index)
    for indexes in by_subject.values():
        indexes.sort(key=lambda at: (mails[at].document.date, mails[at].document.id))
        for at, index in enumerate(indexes):
            for later in indexes[at + 1 : at + 6]:
                if _answers(mails[index], mails[later]):
                    yield index, later
                    break


def _answers(earlier: Mail, later: Mail) -> bool:
    """Whether the later of two mails of one subject goes on from the earlier."""
    if not (later.reply or earlier.reply):
        return False
    if earlier.people and later.people and not earlier.people & later.people:
        return False
    days = [date.fromisoformat(one.document.date) for one in (earlier, later) if one.document.date_precision == "day"]
    if len(days) == 2:
        return abs((days[1] - days[0]).days) <= DAYS
    return bool(earlier.people & later.people)


def _thread(members: list[Mail]) -> Thread:
    members.sort(key=lambda one: (one.document.date == "", one.document.date, one.document.id))
    known = [one for mail in members for one in mail.messages if one.date]
    root = min(known, key=lambda one: (one.date, one.time, -one.depth, one.id), default=None)
    subject = plain_subject(root.subject) if root else ""
    subject = subject or next((mail.subject for mail in members if mail.subject), "")
    sender = person_key(root.sender) if root else ""
    meaning = (subject, root.date, root.time, sender) if root and subject and sender else (subject, members[0].document.id)
    titles = [mail.document.title for mail in members if mail.document.title]
    return Thread(
        codec.short_id("thread", *meaning),
        min((_unmarked(title) for title in titles), key=len, default=""),
        tuple(mail.document.id for mail in members),
        tuple(one.id for mail in members for one in mail.messages),
    )


def _unmarked(title: str) -> str:
    """The subject as printed, its reply marks left out."""
    while is_reply(title):
        title = title.partition(":")[2].strip()
    return title


def _joined(one: Thread, other: Thread) -> Thread:
    return Thread(one.id, one.subject, one.document_ids + other.document_ids, one.message_ids + other.message_ids)
