"""What one copy of a page hides under a redaction and another shows: it is withheld in every copy until a person releases it.

The agency withheld it once, so that it shows elsewhere may be a slip; whether it may be printed is for a person to say. What it
withheld under exemption 5 alone a person can release by the number of the passage: a paper may have been sent as it is.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline import codec
from pipeline.patterns.law.exemptions import codes_in, codes_on_box
from pipeline.patterns.sense.letters import letters
from pipeline.records import spans
from pipeline.records.finding import IN_COPY, OWN_COUNSEL, Hiding, Withheld, codes_of
from pipeline.records.page import Box, Page, RedactionBox
from pipeline.records.source import Decision
from pipeline.stages.boxes.differ import HIDDEN, Token, tokens

BASIS = "another copy of this page hides it"
MOST_AREA = 4.0  # times the area of the boxes beside a gap that the words may take which they are said to hide: type sizes differ
AS_WIDE = 0.7  # share of the words' width from which on a gap in the line is a hole: without them the words around stand closer
LEAST_PASTED = 20  # letters and digits of a held text from which a decision on a longer text that holds it is one on it
BESIDE, REACH = 3, 80  # words on each side of a shorter text that its number is of too, and signs in which they stand

Span = tuple[int, int]
Hidden = tuple[str, tuple[str, ...]]  # the page that hides, and the codes it gives
Block = tuple[int, int, int]  # where a run of words that two sides share begins in each, and how long it is


@dataclass(frozen=True, slots=True)
class _Side:
    page: Page
    tokens: list[Token]


def hidden_in_copies(pairs: Iterable[tuple[Page, Page]]) -> tuple[tuple[Withheld, Hiding], ...]:
    """What to withhold on these pages, by page and place, each with who hides it.

    Each pair is a page of the copy that shows most of a record and the same page of another copy, words already withheld masked.
    What one of them hides is looked for on all pages that are paired with the same first page.
    """
    groups: dict[str, list[tuple[_Side, _Side]]] = {}
    for first, other in pairs:
        whole = groups[first.id][0][0] if first.id in groups else _Side(first, tokens(first))
        groups.setdefault(first.id, []).append((whole, _Side(other, tokens(other))))
    held: dict[str, tuple[Page, dict[Span, set[Hidden]]]] = {}
    for group in groups.values():
        for page, span, hidden in _of_group(group):
            held.setdefault(page.id, (page, {}))[1].setdefault(span, set()).update(hidden)
    return tuple(
        (_withheld(page, span), _hiding(page, span, hidden))
        for key in sorted(held)
        for page, found in (held[key],)
        for span, hidden in _merged(found)
    )


def still_held(
    withheld: Iterable[Withheld], hidings: Sequence[Hiding], decided: Mapping[str, tuple[Decision, ...]]
) -> tuple[Withheld, ...]:
    """Without what people decided to publish; `decided` holds their decisions by page id."""
    return tuple(
        one
        for one in withheld
        if not any(each.publish and _releases(each, one, hidings) for each in decided.get(one.page_id, ()))
    )


def _releases(decision: Decision, one: Withheld, hidings: Sequence[Hiding]) -> bool:
    if decision.passages:
        place = (one.page_id, one.start, one.end)
        named = any(each.number in decision.passages for each in hidings if (each.page_id, each.start, each.end) == place)
        return named and codes_of(one, hidings) == OWN_COUNSEL
    return _covers(decision.text, one.text)


def passage(text: str, start: int, end: int) -> str:
    """The number by which a person names what waits there: another text, even one read a letter otherwise, has another.

    A few words may be hidden in many papers: of those it is the number where the words beside them are the same.
    """
    said = letters(text[start:end])
    if len(said) >= LEAST_PASTED:
        return codec.short_id("passage", said)
    before, behind = re.findall(r"\w+", text[max(0, start - REACH) : start]), re.findall(r"\w+", text[end : end + REACH])
    return codec.short_id("passage", said, *(letters(" ".join(words)) for words in (before[-BESIDE:], behind[:BESIDE])))


def _covers(decided: str, text: str) -> bool:
    """Whether a decision on a text is one on this: the same letters and digits, or a longer text that holds a long one."""
    ours, theirs = (letters(one) for one in (text, decided))
    return ours == theirs or (len(ours) >= LEAST_PASTED and ours in theirs)


def _of_group(group: list[tuple[_Side, _Side]]) -> Iterator[tuple[Page, Span, set[Hidden]]]:
    """Spans on the first page and on the others; what any other hides of the first is found again where the rest show it."""
    whole = group[0][0]
    of_first: dict[Span, set[Hidden]] = {}
    blocks = [(other, _blocks(whole, other)) for _, other in group]
    for _, other in group:
        for side, span, hidden, place in _of_pair(whole, other):
            if side is whole:
                of_first.setdefault(span, set()).add(hidden)
                yield side.page, span, {hidden}
            else:
                yield side.page, span, {hidden, *_hidden_too(whole, place, [one for one in blocks if one[0] is not other])}
    for other, common in blocks if of_first else ():
        for i0, j0, length in common:
            for step in range(length):
                ours, theirs = whole.tokens[i0 + step], other.tokens[j0 + step]
                over = [hidden for (start, end), hidden in of_first.items() if start <= ours.start < end]
                if ours.word != HIDDEN and over:
                    yield other.page, (theirs.start, theirs.end), set().union(*over)


def _hidden_too(whole: _Side, place: Span, others: Iterable[tuple[_Side, list[Block]]]) -> Iterator[Hidden]:
    """Which other copies hide what the first hides at these of its tokens: each may claim another exemption for it."""
    for other, blocks in others:
        start, stop = 0, len(other.tokens)
        for ours, theirs, length in blocks:
            for step in range(length):
                if whole.tokens[ours + step].word != HIDDEN:
                    start = theirs + step + 1 if ours + step < place[0] else start
                    stop = min(stop, theirs + step) if ours + step >= place[1] else stop
        if any(token.word == HIDDEN for token in other.tokens[start:stop]) or _boxes_between(other, start, stop):
            yield other.page.id, _codes(other, start, stop)


def _matcher(one: _Side, other: _Side) -> difflib.SequenceMatcher[str]:
    ours, theirs = ([token.word for token in side.tokens] for side in (one, other))
    return difflib.SequenceMatcher(None, ours, theirs, autojunk=False)


def _blocks(one: _Side, other: _Side) -> list[Block]:
    return [(block.a, block.b, block.size) for block in _matcher(one, other).get_matching_blocks()]


def _of_pair(one: _Side, other: _Side) -> Iterator[tuple[_Side, Span, Hidden, Span]]:
    """Runs of words that one side shows where the other has a code, a masked word or a box without a word; and its tokens."""
    for tag, i0, i1, j0, j1 in _matcher(one, other).get_opcodes():
        if tag != "equal":
            for side, first, last, hiding, from_, to in ((one, i0, i1, other, j0, j1), (other, j0, j1, one, i0, i1)):
                run = [token for token in side.tokens[first:last] if token.word != HIDDEN]
                shown = [token for token in hiding.tokens[from_:to] if token.word != HIDDEN]
                both = any(token.word == HIDDEN for token in side.tokens[first:last])
                if len(run) > (len(shown) if both else 0) and _hides(hiding, from_, to, side.page, run):
                    hidden = hiding.page.id, _codes(hiding, from_, to)
                    yield side, (run[0].start, run[-1].end), hidden, (from_, to)


def _hides(hiding: _Side, first: int, last: int, page: Page, run: list[Token]) -> bool:
    """Whether the copy says by a code or masked word, a hole, or a box between the words around, that something stands there."""
    if any(token.word == HIDDEN for token in hiding.tokens[first:last]):
        return True
    if _hole(hiding, first, last, page, run):
        return True
    near = _boxes_between(hiding, first, last)
    words = sum(_area(box) for token in run for box in spans.boxes(page, token.start, token.end))
    return bool(near) and words <= MOST_AREA * sum(_area(one.box) for one in near)


def _codes(hiding: _Side, first: int, last: int) -> tuple[str, ...]:
    """The codes that the copy gives in this place, in its text and on boxes there; '' for a withheld word, or none."""
    found: set[str] = set()
    printed = codes_in(hiding.page.text)
    for token in hiding.tokens[first:last]:
        if token.word == HIDDEN:
            over = [code for one in printed if one.start < token.end and token.start < one.end for code in one.codes]
            found.update(over or [""])
    on_boxes = [codes_on_box(one.raw) for one in _boxes_between(hiding, first, last)]
    if not found and not all(on_boxes):
        found.add("")  # where a code is printed it is that of all boxes there: one for each line of what is hidden
    return tuple(sorted(found.union(*on_boxes))) or ("",)


def _hole(hiding: _Side, first: int, last: int, page: Page, run: list[Token]) -> bool:
    """Whether the line of the copy is empty where the words would stand: a box that was not found, or words painted white."""
    if first != last or not 0 < first < len(hiding.tokens):
        return False
    before, after = (spans.boxes(hiding.page, one.start, one.end) for one in hiding.tokens[first - 1 : first + 1])
    words = spans.boxes(page, run[0].start, run[-1].end)
    if not before or not after or len(words) != 1 or after[0].y0 > (before[-1].y0 + before[-1].y1) / 2:
        return False
    wide, high = words[0].x1 - words[0].x0, words[0].y1 - words[0].y0
    return after[0].x0 - before[-1].x1 >= max(AS_WIDE * wide, high)  # a space is a third as wide as its line is high


def _boxes_between(side: _Side, first: int, last: int) -> list[RedactionBox]:
    """Redactions that lie on the lines from the word before the place to the word after it."""
    before = spans.boxes(side.page, side.tokens[first - 1].start, side.tokens[first - 1].end) if first else ()
    after = spans.boxes(side.page, side.tokens[last].start, side.tokens[last].end) if last < len(side.tokens) else ()
    top, bottom = (before[0].y0 if before else 0.0), (after[-1].y1 if after else 1.0)
    middles = ((one, (one.box.y0 + one.box.y1) / 2) for one in side.page.redactions)
    return [one for one, middle in middles if top <= middle <= max(top, bottom) or (one.box.y0 <= top and one.box.y1 >= bottom)]


def _area(box: Box) -> float:
    return (box.x1 - box.x0) * (box.y1 - box.y0)


def _merged(found: Mapping[Span, set[Hidden]]) -> list[tuple[Span, set[Hidden]]]:
    """Spans in order, those that touch or stand a few signs apart made one."""
    merged: list[tuple[Span, set[Hidden]]] = []
    for (start, end), hidden in sorted(found.items()):
        if merged and start <= merged[-1][0][1] + 2:
            last, before = merged[-1]
            merged[-1] = ((last[0], max(end, last[1])), before | hidden)
        else:
            merged.append(((start, end), hidden))
    return merged


def _withheld(page: Page, span: Span) -> Withheld:
    return Withheld(page.id, IN_COPY, *span, page.text[slice(*span)], spans.boxes(page, *span), BASIS)


def _hiding(page: Page, span: Span, hidden: set[Hidden]) -> Hiding:
    codes = {code for _, each in hidden for code in each}
    number = passage(page.text, *span)
    return Hiding(page.id, *span, tuple(sorted({page_id for page_id, _ in hidden})), tuple(sorted(codes)), number)
