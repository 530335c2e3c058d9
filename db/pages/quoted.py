"""Where the words of a quote stand on a page as it is read now: exactly, or as near as another reading left them.

A link that holds the words themselves outlives a better reading of the scan, which moves every offset.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+")
NEAR = 0.75  # share of letters that must agree before a changed reading is taken for the quote
LONGEST = 1000  # characters of a quote that are looked at


@dataclass(frozen=True, slots=True)
class Place:
    """Characters start..end of the page's text; `exact` when every word is the same."""

    start: int
    end: int
    exact: bool


def find(text: str, quote: str, prefix: str = "", suffix: str = "") -> Place | None:
    """The quote's place, blind to case, spacing and punctuation; of several the one between `prefix` and `suffix`."""
    words = [match.group().casefold() for match in _WORD.finditer(quote[:LONGEST])]
    there = [(match.start(), match.end(), match.group().casefold()) for match in _WORD.finditer(text)]
    if not words or not there:
        return None
    said = [word for _, _, word in there]
    starts = [at for at in range(len(said) - len(words) + 1) if said[at] == words[0] and said[at : at + len(words)] == words]
    if starts:
        best = max(starts, key=lambda at: (_fits(text, there[at][0], there[at + len(words) - 1][1], prefix, suffix), -at))
        return Place(there[best][0], _closed(text, there[best + len(words) - 1][1], quote), True)
    return _nearest(text, words, there)


def _closed(text: str, end: int, quote: str) -> int:
    """The end with the punctuation that the quote ends with."""
    tail = re.search(r"\W*$", quote)
    for letter in (tail.group().strip() if tail else "")[:3]:
        if text[end : end + 1] != letter:
            break
        end += 1
    return end


def _fits(text: str, start: int, end: int, prefix: str, suffix: str) -> int:
    """How many letters around the place agree with what should stand there."""
    before = [c.casefold() for c in text[max(0, start - 200) : start] if c.isalnum()][::-1]
    after = [c.casefold() for c in text[end : end + 200] if c.isalnum()]
    wanted_before = [c.casefold() for c in prefix if c.isalnum()][::-1]
    wanted_after = [c.casefold() for c in suffix if c.isalnum()]
    return _shared(before, wanted_before) + _shared(after, wanted_after)


def _shared(one: list[str], other: list[str]) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def _nearest(text: str, words: list[str], there: list[tuple[int, int, str]]) -> Place | None:
    """The run of words most like the quote, where enough of it agrees. Short quotes must be exact."""
    if len(words) < 4:
        return None
    wanted = " ".join(words)
    matcher = difflib.SequenceMatcher(autojunk=False)
    matcher.set_seq2(wanted)
    best, place = NEAR, None
    rare = set(words)
    for at in range(len(there)):
        window = there[at : at + len(words)]
        if len(window) < min(4, len(words)) or sum(word in rare for _, _, word in window) * 2 < len(words):
            continue
        matcher.set_seq1(" ".join(word for _, _, word in window))
        if matcher.quick_ratio() > best and (ratio := matcher.ratio()) > best:
            best, place = ratio, Place(window[0][0], window[-1][1], False)
    return place
