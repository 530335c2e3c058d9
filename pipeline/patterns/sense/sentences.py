"""Running sentences of a page by their marks alone, without a parser: what reads as prose, each with its span."""

from __future__ import annotations

import re
from collections.abc import Iterator

FEWEST, MOST = 6, 45  # words; shorter ones are headings, longer ones are tables or pages without marks
# Share of a sentence's words that prose has in small letters at least; forms, lists and address blocks have fewer.
SMALL = 0.5

_BLOCK = re.compile(r"\n[ \t\r>]*\n|\n(?=[ \t>]*(?:[-•▪●■*]\s|\(?\w{1,3}[.)]\s|[QA]\s?[:.]\s))")
_END = re.compile(r"[.?!][\"”’')\]]*(?=\s+[\"“‘'(\[]*[A-Z0-9])|[.?!][\"”’')\]]*\s*\Z")
_SHORTENED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Hon|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|St|No|Nos|Sec|Inc|Co|Corp|Dept|Div|Jr|Sr|vs?|cf|e\.g|i\.e|al|approx"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|U\.S\.C|C\.F\.R|U\.S|a\.m|p\.m)|\b[A-Z]|^\W*\d{1,2})\.\Z"
)
_LEADING = re.compile(r"[\s>\-•▪●■*]*(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+|[QA]\s?[:.]\s+)?")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the sentences of running prose, in order. What has no mark at its end or does not read as prose is left out."""
    at = 0
    for gap in (*_BLOCK.finditer(text), None):
        stop = gap.start() if gap else len(text)
        yield from _of_block(text, at, stop)
        at = gap.end() if gap else stop


def _of_block(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    at = start
    for mark in _END.finditer(text[start:stop]):
        end = start + mark.end()
        while end > at and text[end - 1].isspace():
            end -= 1
        if _SHORTENED.search(text[max(at, end - 12) : end]) and end < stop:
            continue
        lead = _LEADING.match(text, at, end)
        begin = lead.end() if lead else at
        if reads_as_prose(text[begin:end]):
            yield begin, end
        at = end


def reads_as_prose(quote: str) -> bool:
    """Whether this has the length of a sentence and is mostly written in small letters, as prose is."""
    words = _WORD.findall(quote)
    if not FEWEST <= len(words) <= MOST or not quote.rstrip("\"”’')] ").endswith((".", "?", "!")):
        return False
    capitals = quote.isupper()  # cables are written so
    return (capitals or sum(word[0].islower() for word in words) >= SMALL * len(words)) and not quote[0].islower()
