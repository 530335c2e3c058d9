"""Two documents word by word, and where one hides what the other shows: told by counts and places, never by the words.

Words are compared without capitals and marks around them, so that what a scan spoils in print is not taken for a change.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from db.building.words import PlacedWord
from pipeline.records.spans import MASK

MOST_WORDS = 6000  # of each document; the rest is not compared, and that is said
AROUND = 14  # words kept on each side of a change; what is the same beyond them is counted
SAME, LEFT, RIGHT = "same", "left", "right"
HIDDEN_LEFT, HIDDEN_RIGHT, HIDDEN_BOTH = "hidden-left", "hidden-right", "hidden-both"
_EDGES = re.compile(r"^\W+|\W+$")
_CODE = re.compile(r"\(b\)\s*\(\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Token:
    """A word: as printed, as compared, the number of its page in the document (from 0), and its top and bottom there (0..1)."""

    text: str
    key: str
    page: int
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Hidden:
    """A redaction: number of its page in the document, top and bottom (0..1)."""

    page: int
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Run:
    """Words that are the `same` in both, only in `left` or `right`, or shown by one where the other has a box
    (`hidden-left`: the left has the box), or words of both beside a box of each (`hidden-both`). Of the hidden ones only the
    number is told, and `text` is ''.
    """

    kind: str
    text: str
    n: int


def tokens(pages: Iterable[tuple[str, Sequence[PlacedWord]]]) -> tuple[Token, ...]:
    """The words of a document's pages (text and placed words of each), at most MOST_WORDS and one."""
    made: list[Token] = []
    for number, (text, words) in enumerate(pages):
        for word in words:
            printed = text[word.start : word.start + word.length]
            if printed.strip():
                made.append(Token(printed, _EDGES.sub("", printed).casefold() or printed, number, word.y0, word.y1))
        if len(made) > MOST_WORDS:
            break
    return tuple(made[: MOST_WORDS + 1])


def compared(
    left: Sequence[Token], right: Sequence[Token], hidden_left: Sequence[Hidden] = (), hidden_right: Sequence[Hidden] = ()
) -> tuple[Run, ...]:
    """Both documents as runs in reading order."""
    left, right = left[:MOST_WORDS], right[:MOST_WORDS]
    matcher = difflib.SequenceMatcher(None, [token.key for token in left], [token.key for token in right])
    made: list[Run] = []
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind == "equal":
            made.append(Run(SAME, _joined(left[i1:i2]), i2 - i1))
            continue
        mine = i2 > i1 and _covers(right, j1, j2, hidden_right)
        theirs = j2 > j1 and _covers(left, i1, i2, hidden_left)
        if mine and theirs:
            made.append(Run(HIDDEN_BOTH, "", i2 - i1 + j2 - j1))
            continue
        if i2 > i1:
            made.append(Run(HIDDEN_RIGHT, "", i2 - i1) if mine else Run(LEFT, _joined(left[i1:i2]), i2 - i1))
        if j2 > j1:
            made.append(Run(HIDDEN_LEFT, "", j2 - j1) if theirs else Run(RIGHT, _joined(right[j1:j2]), j2 - j1))
    return tuple(made)


def _covers(words: Sequence[Token], start: int, end: int, boxes: Sequence[Hidden]) -> bool:
    """Whether a redaction lies where words[start:end] stand or, where there are none, between their neighbours.

    Rather too often than too seldom: a box anywhere on the lines from the word before to the word after counts.
    """
    if any(MASK in word.text or _CODE.search(word.text) for word in words[start:end]):
        return True
    before = words[start - 1] if start > 0 else None
    after = words[end] if end < len(words) else None
    first = (before.page, before.top) if before else (0, 0.0)
    last = (after.page, after.bottom) if after else (10**9, 1.0)
    return any(first <= (box.page, box.bottom) and (box.page, box.top) <= last for box in boxes)


def shortened(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The runs with long stretches of the same words cut to those around a change; a run without text stands for what was cut."""
    whole = list(runs)
    made: list[Run] = []
    for at, run in enumerate(whole):
        words = run.text.split(" ")
        before, after = AROUND if at > 0 else 0, AROUND if at < len(whole) - 1 else 0
        if run.kind != SAME or len(words) <= before + after + 6:
            made.append(run)
            continue
        if before:
            made.append(Run(SAME, " ".join(words[:before]), before))
        made.append(Run(SAME, "", len(words) - before - after))
        if after:
            made.append(Run(SAME, " ".join(words[-after:]), after))
    return tuple(made)


def totals(runs: Iterable[Run]) -> dict[str, int]:
    """Words by kind of run."""
    found = dict.fromkeys((SAME, LEFT, RIGHT, HIDDEN_LEFT, HIDDEN_RIGHT, HIDDEN_BOTH), 0)
    for run in runs:
        found[run.kind] += run.n
    return found


def hidden(rows: Iterable[Mapping[str, Any]], page_ids: Sequence[str]) -> tuple[Hidden, ...]:
    """The redactions of a document, by its pages in order."""
    at = {key: number for number, key in enumerate(page_ids)}
    return tuple(Hidden(at[row["page_id"]], row["y0"], row["y1"]) for row in rows if row["page_id"] in at)


def _joined(words: Sequence[Token]) -> str:
    return " ".join(word.text for word in words)
