"""Slips that lie under or behind other papers and are nobody's there: a desk's ticket, a log kept by the hour, a clip, a note.

Each is told by what heads it together with what stands below: a ticket's number with its fields, a log's name with its hours.
Words such as "log" or "ticket" in the heading of a section do not do.
"""

from __future__ import annotations

import re

from pipeline.patterns.days.dates import dates_in
from pipeline.patterns.openings.notes_below import for_the_file

_TICKET = re.compile(
    r"(?i:\W*(?:[\w’'&/-]+\s){0,4}(?:ticket|work\sorder|(?:service|support|help|assistance)\srequest|trouble\sreport|call\sslip"
    r"|message\sslip|query)\b\s?(?:no\b\.?|number|id)?\s?[:#]?\s?#?\s?(?:[A-Z]{1,5}-?)?\d[\d/-]*\W*)"
)
_MADE = re.compile(
    r"(?i:\W*(?:date|opened|received|logged|created|entered|reported|submitted|called|time|closed|taken)\b[\w\s/]{0,20}:\s*\S)"
)
_LOG = re.compile(r"(?i:\b(?:log|blotter|journal|call\s(?:sheet|record)|pass-?(?:on|down)|turn-?over)\b)")
_HOUR = re.compile(r"\W*(?:[01]?\d|2[0-3])[:.]?[0-5]\d\b(?!\s?%)")
_HEADS = re.compile(r"[A-Z][^.?!;]*")  # "Phone log": its second word need not be written large
_CLIP = re.compile(r"(?i:\W*(?:(?:news|press)\s)?(?:clip(?:ping)?|cutting)s?\s?(?::|\s[–—-])\s)")
_BY_HAND = re.compile(r"(?i:\W*[\[(](?:hand-?written|in\shand|by\shand|margin(?:al)?\snote|sticky(?:\snote)?|post-?it)\b)")
_TITLE, _BELOW, _ROWS, _HOURS = 9, 4, 8, 2  # words of its title; lines of its fields, of its rows; rows that begin with an hour


def slip_heads(lines: list[str]) -> bool:
    """Whether a slip of its own begins with the first of these lines, which are those of a page from there on."""
    if not lines or len(lines[0].split()) > _TITLE + _BELOW:
        return bool(lines) and by_hand(lines[0])
    return _ticket(lines) or _kept_by_hour(lines) or _clip(lines) or by_hand(lines[0]) or for_the_file(lines[: _BELOW + 3])


def by_hand(line: str) -> bool:
    """Whether a transcriber says that what begins here is written by hand on the paper: by whom it does not say."""
    return _BY_HAND.match(line) is not None


def _ticket(lines: list[str]) -> bool:
    if not _TICKET.fullmatch(lines[0]) or len(lines[0].split()) > _TITLE:
        return False
    return any(_MADE.match(line) and dates_in(line) for line in lines[1 : 1 + _BELOW])


def _kept_by_hour(lines: list[str]) -> bool:
    title = lines[0]
    for one in reversed(dates_in(title)):
        title = f"{title[: one.start]} {title[one.end :]}"
    title = title.strip(" ,.:;|–—-")
    if not _LOG.search(title) or not _HEADS.fullmatch(title) or len(title.split()) > _TITLE:
        return False
    dated = any(dates_in(line) for line in lines[:3])
    return dated and sum(_HOUR.match(line) is not None for line in lines[1 : 1 + _ROWS]) >= _HOURS


def _clip(lines: list[str]) -> bool:
    days = dates_in(lines[0]) if _CLIP.match(lines[0]) else ()
    return any(one.precision == "day" for one in days) and len(lines) > 1
