"""Real email threads printed again as an agency prints them, the truth known: sender, date and subject of every message.

The threads are `../shared/data/foia_email`, whose headers were taken off and kept as fields; here each message gets a header
back, in one of many shapes, and is quoted below the message that answers it. Threads of even number are for
development, of odd number for the score.
"""

from __future__ import annotations

import json
import random
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from measuring.laid_out import laid_out
from pipeline.records.page import Page

PAGE_LINES = 46
HALVES = {"development": 0, "held-out": 1}


@dataclass(frozen=True, slots=True)
class Printed:
    """A message as printed: the values of its header and the page (from 0, in its thread) on which its header begins."""

    page: int
    sender: str
    date: str
    subject: str
    recipients: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Thread:
    """One printed thread: its pages and its messages from top to bottom."""

    pages: tuple[Page, ...]
    messages: tuple[Printed, ...]


def printed_threads(path: Path, half: str) -> list[Thread]:
    """The threads of one half, the same ones in the same print at every call."""
    data = json.loads(path.read_text(encoding="utf-8"))
    names = data["names"]
    found = []
    for number, thread in enumerate(data["emails"]):
        if number % 2 == HALVES[half]:
            found.append(_printed(f"{number:016x}", thread, names, random.Random(number)))
    return found


def _printed(file_id: str, thread: list[dict[str, Any]], names: list[str], chance: random.Random) -> Thread:
    style = chance.choice(_STYLES)
    lines: list[str] = []
    begins: list[tuple[int, Printed]] = []
    marks = ""
    for order, message in enumerate(thread):
        sender, recipients, cc = (
            _name(names[message["sender"]], style, chance),
            [_name(names[one], style, chance) for one in message["recipients"][:6]],
            [_name(names[one], style, chance) for one in message["cc"][:6]],
        )
        when = datetime.fromisoformat(message["time"]).replace(tzinfo=None)
        subject = " ".join(re.sub(r"(?i)^(re|fwd?)\s*:\s*", r"\1: ", message["subject"]).split())
        head = style.quoted if order else style.top
        header, shown = head(sender, when, recipients, cc, subject, chance)
        if order and style.marks:
            marks += ">"
        body = [line for line in message["body"].split("\n") if not _HEADERLIKE.match(line)]
        quoted = f"{marks} " if marks else ""
        separator = style.separator if order else ""
        if separator:
            lines += [quoted + separator]
        begins.append((len(lines), Printed(0, shown[0], shown[1], shown[2], tuple(recipients))))
        lines += [(quoted + line).rstrip() for line in header]
        lines += ["", *((quoted + line).rstrip() for line in body), ""]
    texts = _paged(lines, begins, chance, style)
    return Thread(tuple(laid_out(text, n, file_id) for n, text in enumerate(texts[0], 1)), texts[1])


_HEADERLIKE = re.compile(r"^\W*(?:From|Sent|To|Cc|Subject|Date)\s?:")


def _paged(
    lines: list[str], begins: list[tuple[int, Printed]], chance: random.Random, style: Style
) -> tuple[list[str], tuple[Printed, ...]]:
    pages: list[str] = []
    placed: list[Printed] = []
    stamp = chance.randrange(100, 90000)
    for number, at in enumerate(range(0, len(lines), PAGE_LINES)):
        part = lines[at : at + PAGE_LINES]
        placed += [
            Printed(number, one.sender, one.date, one.subject, one.recipients)
            for where, one in begins
            if at <= where < at + PAGE_LINES
        ]
        foot = chance.choice([f"AGENCY FOIA 12-3456.{stamp + number:07d}", f"XYZ-{stamp + number:06d}"])
        top = [chance.choice(["3/14/2012", "Page 1"])] if style.print_date and number else []
        pages.append("\n".join([*top, *part, "", foot]))
    return pages, tuple(placed)


def _name(name: str, style: Style, chance: random.Random) -> str:
    """A lower-case "last, first" of the data as mail programs print it, or codes in its place."""
    if chance.random() < style.coded:
        return chance.choice(["(b)(6)", "(b)(6), (b)(7)(C)", "(b)(6); (b)(7)(C)"])
    shown = " ".join(part.capitalize() if part.islower() else part for part in name.split())
    if "," in shown:
        last, _, first = shown.partition(", ")
        if style.first_last:
            shown = f"{first} {last}"
        elif chance.random() < 0.5:
            shown += chance.choice([" (ABC)", " (NIH/ODX) [E]", ""])
    if style.address and "@" not in shown:
        shown += f" <{re.sub(r'[^a-z]', '', name.lower())[:9]}@example.gov>"
    return shown


def _outlook(sender, when, to, cc, subject, chance, long=True):  # type: ignore[no-untyped-def]
    date = f"{when:%A, %B} {when.day}, {when.year} {when:%I:%M %p}".replace(" 0", " ")
    return _fields([("From", sender), ("Sent", date), ("To", "; ".join(to)), ("Cc", "; ".join(cc)), ("Subject", subject)]), (
        sender, when.date().isoformat(), subject,
    )  # fmt: skip


def _internet(sender, when, to, cc, subject, chance):  # type: ignore[no-untyped-def]
    date = f"{when:%a}, {when.day} {when:%b %Y %H:%M:%S} +0000"
    rows = [("From", sender), ("Sent", date), ("To", "; ".join(to)), ("Cc", "; ".join(cc)), ("Subject", subject)]
    return [f"{name}: {' ' * (12 - len(name))}{value}" for name, value in rows if value or name == "To"], (
        sender, when.date().isoformat(), subject,
    )  # fmt: skip


def _blackberry(sender, when, to, cc, subject, chance):  # type: ignore[no-untyped-def]
    date = f"{when:%a %b %d %H:%M:%S %Y}"
    return _fields([("From", sender), ("To", "; ".join(to)), ("Cc", "; ".join(cc)), ("Sent", date), ("Subject", subject)]), (
        sender, when.date().isoformat(), subject,
    )  # fmt: skip


def _apple(sender, when, to, cc, subject, chance):  # type: ignore[no-untyped-def]
    date = f"{when:%B} {when.day}, {when.year} at {when:%I:%M:%S %p} EST"
    return _fields([("From", sender), ("Date", date), ("To", ", ".join(to)), ("Cc", ", ".join(cc)), ("Subject", subject)]), (
        sender, when.date().isoformat(), subject,
    )  # fmt: skip


def _wrote(sender, when, to, cc, subject, chance):  # type: ignore[no-untyped-def]
    shapes = [
        f"On {when:%b} {when.day}, {when.year}, at {when:%I:%M %p}, {sender} wrote:",
        f"On {when:%a}, {when:%b} {when.day}, {when.year} at {when:%I:%M %p} {sender} wrote:",
        f"On {when.month}/{when.day}/{when.year} {when:%I:%M %p}, {sender} wrote:",
    ]
    line = chance.choice(shapes)
    return ([line] if len(line) < 90 else [line[: line.index(sender) - 1], line[line.index(sender) :]]), (
        sender, when.date().isoformat(), "",
    )  # fmt: skip


def _scanned(sender, when, to, cc, subject, chance):  # type: ignore[no-untyped-def]
    rows, shown = _outlook(sender, when, to, cc, subject, chance)
    broken = []
    for row in rows:
        name, _, value = row.partition(":")
        mark = chance.choice([":", ":", ":", ";", "", " :", "."])
        if name == "To" and chance.random() < 0.2:
            name, mark = "T", ":" if "(b)" not in value else mark
        elif name == "From" and chance.random() < 0.2:
            name = chance.choice(["Frorn", "Fram"])
        broken.append(f"{name}{mark} {value.strip()}")
    if chance.random() < 0.25:
        broken.insert(2, f"{when.month}/{when.day + 0}/{(when + timedelta(days=30)).year}")
    return broken, shown


def _stacked(sender, when, to, cc, subject, chance):  # type: ignore[no-untyped-def]
    """Labels and values that a scan set apart by wide gaps, subject and date first."""
    date = f"{when.month}/{when.day}/{when.year} {when:%I:%M:%S %p}"
    rows = [("Subject", subject), ("Date", date), ("From", sender), ("To", "; ".join(to)), ("CC", "; ".join(cc))]
    return _fields(rows), (sender, when.date().isoformat(), subject)


def _fields(rows: list[tuple[str, str]]) -> list[str]:
    out: list[str] = []
    for name, value in rows:
        if not value and name in ("Cc", "CC"):
            continue
        words, line = f"{name}: {value}".split(" "), ""
        for word in words:
            if len(line) + len(word) > 95:
                out.append(line.rstrip())
                line = ""
            line += word + " "
        out.append(line.rstrip())
    return out


@dataclass(frozen=True, slots=True)
class Style:
    """How one office prints: the header of the top message, of quoted ones, what stands between, how names are shown."""

    top: Any
    quoted: Any
    separator: str = ""
    marks: bool = False
    coded: float = 0.0
    first_last: bool = False
    address: bool = False
    print_date: bool = False


_STYLES = (
    Style(_outlook, _outlook),
    Style(_outlook, _outlook, coded=0.5, print_date=True),
    Style(_internet, _outlook),
    Style(_internet, _outlook, "-----Original Message-----", coded=0.2),
    Style(_outlook, _blackberry, "-----Original Message-----"),
    Style(_blackberry, _blackberry, "----- Original Message -----", coded=0.9),
    Style(_outlook, _apple, "Begin forwarded message:", first_last=True, address=True),
    Style(_internet, _wrote, marks=True, address=True),
    Style(_outlook, _wrote, marks=True, first_last=True, coded=0.2),
    Style(_scanned, _scanned, coded=0.3),
    Style(_scanned, _scanned, "-----Original Message-----", print_date=True),
    Style(_stacked, _stacked, "________________________________", first_last=True),
    Style(_internet, _apple, "---------- Forwarded message ----------", first_last=True, address=True),
)
