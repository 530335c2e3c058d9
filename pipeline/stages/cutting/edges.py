"""What speaks for and against a bound between two pages in how the one ends and the other sets in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.patterns.openings.headings import headlike
from pipeline.patterns.writers.signers import signer_of
from pipeline.stages.cutting.sheets import Sheet
from pipeline.stages.cutting.tops import PASSED_ON

_END = re.compile(r"(?m)^\s*(?:#\s?#\s?#|#{2,}|-\s?30\s?-|END\b.{0,20}|\*\s?\*\s?\*)\s*$")
# "- more -" ends a page; further up "More" heads a list of links or where to ask.
_GOES_ON = re.compile(r"(?i)\W*(?:more|continued|cont(?:[’']?d)?\.?)\W*")
_CONTINUES = re.compile(
    r"(?i)\W*(?:[-–—(\[]\s?(?:more|continued|cont[’']?d\.?)\s?[-–—)\]]|continued\son\s(?:the\s)?next\spage)\W*"
)
# "Sincerely," and the like: a word or three before a comma, on a line of their own.
_CLOSE = re.compile(r"(?:[A-Z][a-z]+(?:\s[a-z]+){0,3}|[A-Z][a-z]+\s[A-Z][a-z]+),$")
# What whoever gathers clippings types above one: "news clips / morning sweep / 11-14-10".
_SLUG = re.compile(r"(?:\s[/|·•–—-]{1,2}\s.*){2}")
_HAND_OVER = re.compile(r"(?i)^\W*(?:page\s+(?:two|three|four|five|six|[2-9]|[1-9]\d)|\(?cont(?:inued|[’']d)?\.?\)?)\W*$")


def of_the_edges(sheets: tuple[Sheet, ...], at: int) -> Iterator[tuple[float, str]]:
    """How the page before ended, how this one sets in, and what numbers they bear."""
    sheet, before = sheets[at], sheets[at - 1]
    if sheet.count:
        if not before.count:
            yield -1.5, f"it calls itself page {sheet.count[0]} of {sheet.count[1]}"
        else:
            yield 1.2, "its count of pages is another"
    elif before.count:
        yield (
            (2.2 if before.count[0] == before.count[1] else 0.4),
            f"the page before was page {before.count[0]} of {before.count[1]}",
        )
    if sheet.number is not None and not sheet.count:
        if before.number is not None and 0 < sheet.number - before.number <= 2:
            yield -3.0, f"page number {sheet.number} follows {before.number}"
        elif sheet.number == 1:
            yield 1.2, "it bears page number 1"
        elif 1 < sheet.number < 400:
            yield -1.6, f"it bears page number {sheet.number}"
    elif before.number is not None and not before.count and not sheet.count:
        yield 0.8, "the page before was numbered, this one is not"
    last = _last_line(before)
    foot = [line for line in before.body.split("\n") if line.strip()][-4:]
    if _END.search("\n".join(foot)):
        yield 2.5, "the page before ends with an end mark"
    elif any(_GOES_ON.fullmatch(line) for line in foot[-1:]) or any(_CONTINUES.fullmatch(line) for line in foot):
        yield -3.0, "the page before says that it goes on"
    elif signer_of(before.body):
        yield (1.8 if before.short else 1.2), "the page before closes with a signature"
    elif before.short and not (sheet.landscape and before.landscape):
        yield 1.0, "the page before ends early"
    elif last and re.search(r"[a-z,;-]$", last) and len(last) > 50:
        yield -1.6, "the page before breaks off in a sentence"
    if sheet.lines:
        top = sheet.lines[0]
        if top.startswith((">", "|")):
            yield -3.0, "it sets in within quoted text"
        elif re.match(r"[a-z]", top) and len(top.split()) > 2 and not (PASSED_ON.match(top) or _SLUG.search(top)):
            yield -2.5, "it sets in within a sentence"
        elif _CLOSE.match(top):
            yield -3.0, "it sets in with the close of a letter"
        elif re.match(r"(?:[•*>▪-]|\d{1,2}[.)]|\(?[a-z][.)])\s", top):
            yield -1.2, "it sets in within a list"
        elif not sheet.title and len(top) > 60 and re.search(r"[.a-z,]$", top) and not headlike(top):
            yield -1.4, "it sets in with running text"
        if any(_HAND_OVER.match(line) for line in sheet.lines[:4]):
            yield -2.5, "its running head says that it is a later page"


def _last_line(sheet: Sheet) -> str:
    return sheet.lines[-1] if sheet.lines else ""
