"""What two copies of a page show differently, word by word - and never the words that one of them hides."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.patterns.law.exemptions import codes_in
from pipeline.records.document import Change, RedactionDifference
from pipeline.records.page import Box, Page
from pipeline.records.spans import MASK

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
HIDDEN = "\0"  # stands for a code or a masked word: no printed word is equal to it
LIKE = 0.75  # share of letters from which two words are one, misread
SAME_BOX = 0.3  # intersection over union from which two boxes are one


@dataclass(frozen=True, slots=True)
class Token:
    """A word at `start`..`end` of the page's text, folded; `HIDDEN` for what is not shown."""

    word: str
    start: int
    end: int


def difference(left: Page, right: Page) -> RedactionDifference | None:
    """Counts, boxes and places where the two differ; None where they show the same words under the same boxes."""
    ours, theirs = tokens(left), tokens(right)
    boxes_left, boxes_right = _without(left, right), _without(right, left)
    changes = tuple(_changes(ours, theirs, bool(boxes_left), bool(boxes_right)))
    if not (changes or boxes_left or boxes_right):
        return None
    only_left = sum(one.words for one in changes if one.kind in ("only-left", "hidden-right")) + _replaced(changes, ours, 0)
    only_right = sum(one.words for one in changes if one.kind in ("only-right", "hidden-left")) + _replaced(changes, theirs, 1)
    return RedactionDifference(
        left.id, right.id, only_left, only_right, len(left.redactions), len(right.redactions), boxes_left, boxes_right, changes
    )


def tokens(page: Page) -> list[Token]:
    """The page's words in order; numbers and stamps that run in its margins left out."""
    found: list[Token] = []
    at = 0
    hidden = [(one.start, one.end) for one in codes_in(page.text)]
    for line in page.lines:
        text = " ".join(word.text for word in line.words)
        at = page.text.find(text, at)
        middle = sum(word.y0 + word.y1 for word in line.words) / (2 * len(line.words)) if line.words else 0.5
        margin = not 0.1 < middle < 0.9 and re.search(r"\d{4}|(?i:\bpage\b)", text) and len(line.words) < 9
        for match in () if margin else re.finditer(r"\S+", text):
            found += _of(match, at, hidden)
        at += len(text)
    return found


def _of(match: re.Match[str], at: int, hidden: list[tuple[int, int]]) -> Iterator[Token]:
    start, end = match.start() + at, match.end() + at
    if MASK in match.group() or any(one[0] < end and start < one[1] for one in hidden):
        yield Token(HIDDEN, start, end)
        return
    for word in _WORD.finditer(match.group()):
        yield Token(word.group().casefold().replace("’", "'"), start + word.start(), start + word.end())


def _changes(ours: list[Token], theirs: list[Token], covered_left: bool, covered_right: bool) -> Iterator[Change]:
    matcher = difflib.SequenceMatcher(None, [one.word for one in ours], [one.word for one in theirs], autojunk=False)
    for tag, i0, i1, j0, j1 in matcher.get_opcodes():
        if tag == "equal":
            continue
        left, right = ours[i0:i1], theirs[j0:j1]
        blind = [any(one.word == HIDDEN for one in side) for side in (left, right)]
        if not any(blind) and _misread(left, right):
            continue
        span_left, span_right = _span(left), _span(right)
        if (blind[0] or (covered_left and not left)) and right:
            shown = sum(one.word != HIDDEN for one in right)
            if blind[1] and shown <= len(left):
                continue  # both hide something here
            yield Change("hidden-left", *span_left, 0, 0, shown)
        elif (blind[1] or (covered_right and not right)) and left:
            yield Change("hidden-right", 0, 0, *span_right, sum(one.word != HIDDEN for one in left))
        elif left and right:
            yield Change("other-words", *span_left, *span_right, max(len(left), len(right)))
        elif left and not blind[0]:
            yield Change("only-left", *span_left, 0, 0, len(left))
        elif right and not blind[1]:
            yield Change("only-right", 0, 0, *span_right, len(right))


def _span(side: list[Token]) -> tuple[int, int]:
    return (side[0].start, side[-1].end) if side else (0, 0)


def _misread(left: list[Token], right: list[Token]) -> bool:
    """Whether the two runs are the same letters but for what a scan takes for another."""
    one, other = ("".join(token.word for token in side) for side in (left, right))
    return min(len(one), len(other)) > 2 and difflib.SequenceMatcher(None, one, other, autojunk=False).ratio() >= LIKE


def _replaced(changes: tuple[Change, ...], side: list[Token], which: int) -> int:
    """Words of one side that stand where the other side has other words."""
    count = 0
    for one in changes:
        if one.kind == "other-words":
            start, end = (one.left_start, one.left_end) if which == 0 else (one.right_start, one.right_end)
            count += sum(start <= token.start < end for token in side)
    return count


def _without(page: Page, other: Page) -> tuple[Box, ...]:
    """Boxes on the page that the other page has nowhere near."""
    return tuple(
        one.box for one in page.redactions if not any(_overlap(one.box, two.box) >= SAME_BOX for two in other.redactions)
    )


def _overlap(one: Box, two: Box) -> float:
    wide = min(one.x1, two.x1) - max(one.x0, two.x0)
    high = min(one.y1, two.y1) - max(one.y0, two.y0)
    if wide <= 0 or high <= 0:
        return 0.0
    both = wide * high
    return both / ((one.x1 - one.x0) * (one.y1 - one.y0) + (two.x1 - two.x0) * (two.y1 - two.y0) - both)
