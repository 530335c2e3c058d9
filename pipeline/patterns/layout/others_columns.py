"""Columns that hold what is not their paper's own word: myths beside facts, what people say beside what to answer, the text
commented on beside the comments, statements to be called true or false.

Told by the heads that stand side by side above them, and by where the words below stand, whatever block they were read in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from pipeline.patterns.layout.print_rows import Part, PrintRow, gap, tall

_WHOSE = (
    r"(?:you|they|people|some|others|critics|opponents|supporters|advocates|residents|callers|citizens"
    r"|the\s(?:public|press|other\sside))"
)
_SAID = r"(?:hear|heard|say|says|said|claim|claims|claimed|believe|think|ask|tell|be\stold|were\stold)"
_OTHERS = re.compile(
    r"(?:the\s|common\s)?(?:myths?|misconceptions?|rumou?rs?|fictions?|falsehoods?|allegations?|accusations?|criticisms?|hearsay)"
    rf"|(?:what\s|if\s|when\s|things\s)?{_WHOSE}\s(?:(?:may|might|will|can|could|often)\s)?(?:have\s)?{_SAID}(?:\sabout\sus)?"
    r"|(?:heard|said)\s(?:on|in)\sthe\s\w+|(?:quotes?|statements?|claims?)\s(?:to\s)?(?:rebut|correct|answer|refute|counter)"
    r"|(?:the\s)?(?:current|draft|drafted|existing|original|present|proposed|suggested|revised|recommended|replacement|new|old|sop|manual)"
    r"\s(?:draft\s)?(?:text|language|wording|version|sentence|passage|paragraph|redline|changes?|edits?|revisions?|insert)"
    r"|(?:draft|text|wording|language|passage)(?:\sas\s(?:drafted|written|circulated))?|as\s(?:drafted|written|circulated)"
    r"|(?:now|would|should|to)\sread|reads\snow",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"(?:the\s)?(?:claims?|statements?|assertions?|charges?)", re.IGNORECASE)  # so with one of these alone:
_ANSWERS = re.compile(
    r"(?:the\s|our\s)?(?:facts?|truth|answers?|responses?|repl(?:y|ies)|rebuttals?|record|realit(?:y|ies)|correction|t\s?/\s?f|true\s?(?:or|/)\s?false"
    r"|true\?|what\s(?:we|to|you\scan)\s(?:say|know|answer|reply))",
    re.IGNORECASE,
)
_LONGEST = 6  # words of a head
_FAR = 4.0  # heights of type between two rows of one table
_OFF = 4.0  # points by which a part may reach into the next column


def others_words(rows: tuple[PrintRow, ...]) -> tuple[tuple[int, int], ...]:
    """The spans of a page's text that stand in such columns. `rows` are the page's rows of print."""
    found: list[tuple[int, int]] = []
    for at, row in enumerate(rows):
        if others := _others(row):
            for below in _column_parts(rows, at, others):
                found += below.spans
    return tuple(found)


def _others(row: PrintRow) -> frozenset[int]:
    """Which of these heads, by their order, stand above what others say; none where the row is no row of heads."""
    words = [_plain(part.text) for part in row]
    if len(row) < 2 or any(len(one.split()) > _LONGEST or not one for one in words):
        return frozenset()
    answered = any(_ANSWERS.fullmatch(one) for one in words)
    found = frozenset(at for at, one in enumerate(words) if _OTHERS.fullmatch(one) or (answered and _BESIDE.fullmatch(one)))
    return found if len(found) < len(row) else frozenset()


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s/?'’]", " ", text.replace("’", "'")).split())


def _column_parts(rows: tuple[PrintRow, ...], head: int, others: frozenset[int]) -> Iterator[Part]:
    """What stands in these columns, down to a line that runs through all of them, other heads, or a wide gap."""
    starts = _starts(rows[head], rows[head + 1 :])
    for above, row in pairwise(rows[head:]):
        if gap(above, row) > _FAR * tall(row) or _others(row):
            return
        for part in row:
            column = sum(part.x0 >= start - _OFF for start in starts)
            if any(part.x0 < start - _OFF and part.x1 > start + _OFF for start in starts):
                return
            if column in others:
                yield part


def _starts(heads: PrintRow, below: tuple[PrintRow, ...]) -> tuple[float, ...]:
    """Where the columns behind the first begin: at their heads, or where what is below a head begins left of it."""
    found = []
    for left, right in pairwise(heads):
        lower = [part.x0 for row in below for part in row if left.x1 < part.x0 < right.x0 and part.x1 > right.x0]
        found.append(min([right.x0, *lower]))
    return tuple(found)
