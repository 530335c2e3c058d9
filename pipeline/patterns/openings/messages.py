"""The messages in a printed email: the one on top and those it quotes, each with its own sender, date and place.

A message begins with a header block (From, Sent, To, Subject) or with a line such as "On Monday, March 1, 2010, Jane Roe wrote:".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.patterns.days.dates import dates_in
from pipeline.patterns.days.dating import Dated, date_of_header
from pipeline.patterns.openings.headers import header_blocks, people

_WROTE = re.compile(
    r"(?m)^(?P<marks>[>|\s]*)(?:-{1,3}\s)?(?:On\s(?P<when>(?:[^\n]|\n(?!\s*\n)){5,170}?)|(?P<first>[A-Z][^\n,:]{2,80}?))"
    r"\s?\bw\s?r\s?o\s?t\s?e(?:\son\s(?P<after>[^\n]{6,60}?))?\s?[:;]\s*$"
)
_ARROWS = re.compile(  # >>> "Roe, Jane" <jroe@port.gov> 3/1/2010 9:04 AM >>>
    r"(?m)^(?P<marks>[|\s]*)>{2,4}\s*[\"“]?(?P<first>[A-Z][^\"”\n<>]{2,60}?)[\"”]?\s*(?:<[^>\n]{3,60}>\s*)?"
    r"(?P<after>(?:[A-Z][a-z]+,?\s)?(?:\d{1,2}/\d{1,2}/\d{2,4}|[A-Z][a-z]{2,8}\s\d{1,2},\s\d{4})[^\n>]{0,20}?)\s*>{2,4}\s*$"
)
_CLOCK = re.compile(r"(?<![\d:])(?P<h>\d{1,2})\s?[:.]\s?(?P<m>[0-5]\d)(?:\s?:\s?[0-5]\d)?\s?(?P<half>[AaPp])?\.?(?(half)[Mm]\.?)")
_TIME_WORDS = re.compile(
    r"(?i:^[\s,]*(?:at\s)?(?:\d{1,2}:\d\d(?::\d\d)?\s?(?:[ap]\.?m\.?)?)?(?:\s?[A-Z]{3,4}(?=,)|\s[-+]\d{4})?[\s,]*)"
)
_SEPARATOR = re.compile(
    r"(?i:^[>|\s]*(?:[-_=*~—]{4,}.*|[-_\s]*\b(?:original\s(?:message|appointment)|forwarded\s(?:message|by)\b.*)[-_\s]*"
    r"|begin\sforwarded\s(?:message|me\sssage)\s?:?|.{0,40}\bforwarded\sby\b.*)\s*$)"
)
_QUOTE_MARKS = re.compile(r"^[\s|]*(?P<marks>(?:>[ ]?)*)")


@dataclass(frozen=True, slots=True)
class MessageFound:
    """A message at `text[start:end]`, its header ending at `header_end`; `form` is header or wrote. `depth` counts from 0.

    Values are as printed; `time` is HH:MM on a 24-hour clock, or ''.
    """

    start: int
    header_end: int
    end: int
    depth: int
    form: str
    sender: str
    recipients: tuple[str, ...]
    cc: tuple[str, ...]
    subject: str
    dated: Dated
    time: str


def messages_in(text: str) -> tuple[MessageFound, ...]:
    """Every message whose beginning is printed in the text of an email, from top to bottom."""
    heads = sorted((*_blocks(text), *_lines(text)), key=lambda one: one.start)
    made: list[MessageFound] = []
    for head in heads:
        if made and head.start < made[-1].header_end:
            continue  # a "wrote" line inside a header block
        made.append(head)
    return tuple(_placed(text, made))


def clock_in(value: str) -> str:
    """The time of day in a header's value as HH:MM on a 24-hour clock, or ''."""
    match = _CLOCK.search(value)
    if match is None:
        return ""
    hour, half = int(match["h"]), (match["half"] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return ""
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02d}:{match['m']}" if hour < 24 else ""


def _placed(text: str, heads: list[MessageFound]) -> Iterator[MessageFound]:
    """Each head with its depth and the end of its message: where the next begins, separators left out."""
    depth = -1
    for order, head in enumerate(heads):
        stop = _before_separators(text, heads[order + 1].start) if order + 1 < len(heads) else len(text.rstrip())
        marks = _depth_of_marks(text, head)
        depth = marks if marks and order else depth + 1
        yield MessageFound(
            head.start, head.header_end, max(stop, head.header_end), depth, head.form, head.sender, head.recipients, head.cc,
            head.subject, head.dated, head.time,
        )  # fmt: skip


def _depth_of_marks(text: str, head: MessageFound) -> int:
    """How deep the quotation marks at the start of its first line say a message is quoted; 0 where there are none."""
    match = _QUOTE_MARKS.match(text, head.start)
    marks = match["marks"].count(">") if match else 0
    return marks + 1 if head.form == "wrote" and marks else marks


def _before_separators(text: str, start: int) -> int:
    """Where the message above ends: before blank lines and separators that stand over the next one."""
    end = start
    for _ in range(5):
        above = text[:end].rstrip(" \t\n>|")
        line = above.rfind("\n") + 1
        end = len(above)
        if not _SEPARATOR.match(above[line:]):
            break
        end = line
    return end


def _blocks(text: str) -> Iterator[MessageFound]:
    for block in header_blocks(text):
        if block.kind == "email" or block.quoted:
            value = block.value("sent", "date")
            yield MessageFound(
                block.start, block.end, block.end, 0, "header", block.value("from"), people(block.value("to")),
                people(block.value("cc")), block.value("subject"), date_of_header(value), clock_in(value),
            )  # fmt: skip


def _lines(text: str) -> Iterator[MessageFound]:
    for match in (*_WROTE.finditer(text), *_ARROWS.finditer(text)):
        told = match.groupdict()
        said = re.sub(r"\n[>|\s]*", " ", told.get("when") or match["after"] or "")
        found = next(iter(dates_in(said)), None)
        if found is None or found.start > 24 or found.precision not in ("day",):
            continue
        sender = match["first"] or _TIME_WORDS.sub("", said[found.end :], count=1)
        dated = Dated(found.iso, found.precision, "header")
        start = match.start() + len(match["marks"]) - len(match["marks"].rpartition("\n")[2])
        yield MessageFound(
            start, match.end(), match.end(), 0, "wrote", sender.strip(" ,:"), (), (), "", dated, clock_in(said[found.end :])
        )
