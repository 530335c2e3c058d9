"""Cables of the State Department: date-time group, FM, TO, TAGS and SUBJ lines, and the sections of a long one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.patterns.days.dating import UNDATED, Dated, date_of_header

_TIME = re.compile(r"\b\d{6}Z\s[A-Z]{3}\s\d{2,4}\b")
_TOP = re.compile(r"(?m)^[ \t]*(?:Message Text|MESSAGE TEXT)\s*$")
_TAIL = re.compile(r"(?m)^[ \t]*Message Attributes\s*$")
_SUBJECT = re.compile(r"(?m)^[ \t]*SUBJ(?:ECT)?\s?[:;]\s*(?P<first>[^\n]+)(?P<more>(?:\n[^\n]+){0,4})")
_NEXT = re.compile(
    r"^\s*(?:REFS?\b|REFERENCES?\b|E\.?O\b|TAGS\b|\d{1,2}\s?[.)]|\(?[A-Z]\)|SUMMARY|BEGIN\b|PASS\b|FOR\b|FROM\b|DEPT\b"
    r"|TO\b|DEAR\b|[A-Z ]{2,20}:)"
)
_SECTION = re.compile(r"\b0?(\d)\sOF\s0?(\d)\b")
_NARROW = 40  # characters; a line at least this long in a cable's subject runs over into the next


@dataclass(frozen=True, slots=True)
class Cable:
    """The head of a cable. `later`: a further section of a long one, sent on its own; `low`: it stands below another's end."""

    subject: str
    dated: Dated
    sender: str
    to: tuple[str, ...]
    later: bool
    low: bool


def is_tail(text: str) -> bool:
    """Whether the page is the list of attributes that ends a cable."""
    return _TAIL.search(text[:400]) is not None


def cable_of(text: str) -> Cable | None:
    """A State Department telegram: date-time group, FM, TO, TAGS and SUBJECT lines."""
    head = text[:3000]
    signs = [bool(_TOP.search(head)), bool(_TIME.search(head)), bool(re.search(r"(?m)^[ \t]*FM\s+\S", head))]
    signs += [bool(re.search(r"(?m)^[ \t]*TAGS\s?:?\s", head)), bool(re.search(r"\bE\.?O\.?\s?1\d{4}", head))]
    if sum(signs) < 2 or not (signs[0] or (signs[1] and signs[2])):
        return None
    time = _TIME.search(head, max(head.find("\nFM ") - 60, 0)) or _TIME.search(head)
    dated = date_of_header(time.group()) if time else UNDATED
    sender = re.search(r"(?m)^[ \t]*FM\s+(?P<who>[^\n]+)", head)
    to = re.search(
        r"(?m)^[ \t]*TO\s+(?P<who>[^\n]+(?:\n(?!\s*(?:INFO|BT|UNCLAS|C\s?O\s?N\s?F|S\s?E\s?C\s?R|LIMITED"
        r"|E\.?O)\b)[A-Z][^\n:]{2,60})*)",
        head,
    )
    names = tuple(" ".join(line.split()) for line in to["who"].split("\n")) if to else ()
    author = " ".join(sender["who"].split()) if sender else ""
    section = _SECTION.search(head[:600])
    later = section is not None and 1 < int(section[1]) <= int(section[2])  # the rest of a long telegram, sent on its own
    low = len(head[: time.start() if time else 0].split()) > 90  # the head of a later section, below the end of the one before
    return Cable(_subject(text[:5000]), dated, author, names, later, low)


def _subject(text: str) -> str:
    match = _SUBJECT.search(text)
    if not match:
        return ""
    lines = [match["first"].strip(" ;:")]
    more = [line.strip() for line in match["more"].split("\n")[1:]]
    stop = next((index for index, line in enumerate(more) if _NEXT.match(line)), None)
    for line in more if stop is None else more[:stop]:
        runs_on = len(lines[-1]) >= _NARROW or re.search(r"[-,/]$|\b(?:OF|AND|TO|THE|FOR|IN|ON|WITH|BY|FROM|A)$", lines[-1])
        if stop is None and not runs_on:
            break
        lines.append(line)
    return re.sub(r"\s+", " ", " ".join(lines)).strip()
