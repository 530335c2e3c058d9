"""The redactions of a page: boxes with the codes printed on them, beside them or in the margin, and codes that replace words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline import codec
from pipeline.patterns.law.exemptions import CodeFound, codes_in, codes_on_box, riders_on_box
from pipeline.patterns.law.worn_codes import whole_codes
from pipeline.records import spans
from pipeline.records.finding import Redaction
from pipeline.records.page import Box, Page, RedactionBox, Word
from pipeline.records.spans import MASK

HEAD = re.compile(r"exempt|basis|bases|withh|redact|codes?\b|claimed|FOIA|reason|authority|statut", re.I)

# A sheet that stands in the place of withheld pages says so in few words, and is no letter or mail about them.
_SLIP = re.compile(r"(?is)(?=.*\b(?:withheld|deleted|denied|removed)\b)(?=.*\b(?:pages?|in full|entirety)\b)")
_ADDRESSED = re.compile(r"(?im)^\s*(?:from|to|cc|subject|sent|re)\s*:|\bdear\s+\w|\bthanks\b|\?")
_SLIP_WORDS = 60
APART = 0.02  # share of the page's width between a code in the margin and the line beside it
INDEX = 4  # codes in one column that make it an index
_THE_ACT = re.compile(r"(?:5\s*U\.?\s?S\.?\s?C\.?\s*|[Ss]ection\s*|§\s*)*+\b552a?(?=\s*\()")


@dataclass(frozen=True, slots=True)
class Params:
    """How far (fractions of the page) a printed code may stand beside its box and still be that box's code.

    A code with no box around it is a redaction of its own where it stands alone: `gap` is the white space (in its letters'
    widths) that must lie between it and the next word of its line.
    """

    beside: float = 0.015
    below: float = 0.008
    gap: float = 1.5


@dataclass(frozen=True, slots=True)
class _Printed:
    """Codes printed on the page, with the box round their words."""

    found: CodeFound
    box: Box
    alone: bool
    labelled: bool = False


def redactions_of(page: Page, params: Params) -> Iterator[Redaction]:
    """Every redaction of a page as it is published, with its codes; a code that stands in place of words is one too."""
    printed = _printed(page, params)
    owners = [_owner(code.box, page.redactions, params) for code in printed]
    edges = _text_edges(page)
    for at, code in enumerate(printed):
        if owners[at] is None:
            owners[at] = _across(code.box, page.redactions, edges, {one for one in owners if one is not None})
    seen: set[str] = set()
    boxes: list[tuple[RedactionBox, list[CodeFound]]] = [(one, []) for one in page.redactions]
    cells = _cells_of_indexes(page)
    for code, owner in zip(printed, owners, strict=True):
        # The code was typed in place of what it hides, or its box left no trace in the scan.
        if owner is not None:
            boxes[owner][1].append(code.found)
        elif code.alone and code.found.codes:
            boxes.append((RedactionBox(code.box, "white", code.found.raw), []))
    for one, near in (pair for at, pair in enumerate(boxes) if at not in cells):
        redaction = _redaction(page, one, near)
        if redaction.id not in seen:
            seen.add(redaction.id)
            yield redaction


def _redaction(page: Page, one: RedactionBox, near: list[CodeFound]) -> Redaction:
    """A box with the codes read on it; where it shows none, or clipped ones, with those printed beside it."""
    codes, riders = codes_on_box(one.raw), riders_on_box(one.raw)
    if not codes or any(found.clipped for found in codes_in(one.raw)):
        codes = tuple(dict.fromkeys((*codes, *(code for found in near for code in found.codes))))
        riders = tuple(dict.fromkeys((*riders, *(rider for found in near for rider in found.riders))))
    raw = one.raw or " ".join(found.raw for found in near)
    box = one.box
    area = round((box.x1 - box.x0) * (box.y1 - box.y0), 6)
    name = codec.short_id("redaction", page.id, *(round(edge, 3) for edge in (box.x0, box.y0, box.x1, box.y1)))
    return Redaction(name, page.id, box, codes, raw, one.fill, area, riders)


def _printed(page: Page, params: Params) -> list[_Printed]:
    """Code runs in the page's text with their boxes, one line of a run at a time."""
    found: list[_Printed] = []
    slip = _is_slip(page.text)
    text = _THE_ACT.sub(lambda act: " " * len(act[0]), page.text) if slip else page.text
    positions = list(spans.positions(page.lines))
    rows: dict[int, list[tuple[int, int, Word]]] = {}
    for start, end, index, word in positions:
        rows.setdefault(index, []).append((start, end, word))
    for code in codes_in(text):
        touched = [row for row in rows.values() if row[0][0] < code.end and row[-1][1] > code.start]
        for row in touched:
            mine = [at for at, (start, end, _) in enumerate(row) if start < code.end and end > code.start]
            if not mine:
                continue
            mine = list(_with_worn(text, row, mine[0], mine[-1]))
            words = [row[at][2] for at in mine]
            box = spans.box(
                min(w.x0 for w in words), min(w.y0 for w in words), max(w.x1 for w in words), max(w.y1 for w in words)
            )
            # Codes one below the other, as in a margin, stand each for itself.
            here = code if len(touched) == 1 else _part(text, code, row[mine[0]][0], row[mine[-1]][1])
            here = here and _worn(text, here, row[mine[0]][0], row[mine[-1]][1])
            labelled = mine[0] > 0 and row[mine[0] - 1][2].text.endswith(":")
            if here:
                found.append(_Printed(here, box, slip or _stands_alone(row, mine[0], mine[-1], params), labelled))
    return [one if not _in_index(one, found, page) else _Printed(one.found, one.box, False) for one in found]


def _with_worn(text: str, row: list[tuple[int, int, Word]], first: int, last: int) -> range:
    """The words of a code and those around it in its row that are a scan's spelling of more codes: "(b)(6), (bY(7)(C)"."""
    plain = codes_on_box(text[row[first][0] : row[last][1]])
    for before, after in sorted(((a, b) for a in range(3) for b in range(3)), key=sum, reverse=True):
        start, end = first - before, last + after
        if start < 0 or end >= len(row) or (before, after) == (0, 0):
            continue
        apart = (then[2].x0 - one[2].x1 for one, then in pairwise(row[start : end + 1]))
        if max(apart) < APART and set(whole_codes(text[row[start][0] : row[end][1]])) > set(plain):
            return range(start, end + 1)
    return range(first, last + 1)


def _worn(text: str, code: CodeFound, start: int, end: int) -> CodeFound:
    """The run with all that the words there tell where they are nothing but codes; as it is else."""
    raw = text[start:end]
    codes = whole_codes(raw)
    return replace(code, start=start, end=end, raw=raw, codes=codes) if set(codes) > set(code.codes) else code


def _is_slip(text: str) -> bool:
    """Whether the page stands in the place of withheld ones: there a code in a sentence is what they are withheld under."""
    return len(text.split()) <= _SLIP_WORDS and bool(_SLIP.match(text)) and not _ADDRESSED.search(text)


def _part(text: str, code: CodeFound, start: int, end: int) -> CodeFound | None:
    """What the run has in one line; None where that is no code by itself."""
    start, end = max(start, code.start), min(end, code.end)
    return next(
        (CodeFound(start, end, text[start:end], one.codes, one.clipped, one.riders) for one in codes_in(text[start:end])), None
    )


def _in_index(one: _Printed, found: list[_Printed], page: Page) -> bool:
    """Whether the code stands in a column of codes headed as such: an index of what was withheld, not what replaces it.

    Without a head that can be read, four codes or more in a column of plain lines count as an index too.
    """
    column = [other.box for other in found if abs(other.box.x0 - one.box.x0) < 0.01]
    if len(column) < INDEX or one.labelled:
        return False
    heads = _above(column, page)
    return not heads or any(HEAD.search(head.text) for head in heads)


def _above(column: list[Box], page: Page) -> list[Word]:
    """The words right above a column: its head, where it has one."""
    top, left, right = min(one.y0 for one in column), min(one.x0 for one in column), max(one.x1 for one in column)
    near = [word for line in page.lines for word in line.words if word.y1 <= top and top - word.y1 < 0.06]
    return [word for word in near if word.x0 < right + 0.03 and word.x1 > left - 0.03]


def _cells_of_indexes(page: Page) -> frozenset[int]:
    """The boxes, by order, that are cells of an index of what was withheld: drawn ones with codes in a column headed as such,
    each with words before or behind it, and the tinted row that has the head.
    """
    coded = [at for at, one in enumerate(page.redactions) if one.fill == "drawn" and codes_on_box(one.raw)]
    cells: set[int] = set()
    for at in coded:
        mine = page.redactions[at].box
        column = [k for k in coded if _flush(page.redactions[k].box, mine)]
        boxes = [page.redactions[k].box for k in column]
        heads = [word for word in _above(boxes, page) if HEAD.search(word.text)]
        if len(column) >= INDEX and heads and all(_in_row(box, page) for box in boxes):
            cells.update(column)
            rows = (k for k, one in enumerate(page.redactions) if not one.raw and any(_holds(one.box, head) for head in heads))
            cells.update(rows)
    return frozenset(cells)


def _flush(one: Box, other: Box) -> bool:
    return abs(one.x0 - other.x0) < 0.01 and abs(one.x1 - other.x1) < 0.01


def _in_row(place: Box, page: Page) -> bool:
    """Whether words stand at the height of the box, outside it."""
    words = (word for line in page.lines for word in line.words if word.x1 < place.x0 or word.x0 > place.x1)
    return any(place.y0 < (word.y0 + word.y1) / 2 < place.y1 for word in words)


def _holds(place: Box, word: Word) -> bool:
    return place.x0 <= word.x0 and word.x1 <= place.x1 and place.y0 <= (word.y0 + word.y1) / 2 <= place.y1


def _stands_alone(row: list[tuple[int, int, Word]], first: int, last: int, params: Params) -> bool:
    """Whether a code is set apart as what replaces something hidden, not a word of a sentence about exemptions."""
    words = [word for _, _, word in row]
    if all(codes_in(word.text) or MASK in word.text for word in words[:first] + words[last + 1 :]):
        return True
    before = words[first - 1] if first else None
    after = words[last + 1] if last + 1 < len(words) else None
    if before is not None and before.text.endswith(":"):
        return True
    letters = sum(len(word.text) for word in words) or 1
    letter = sum(word.x1 - word.x0 for word in words) / letters
    wide_before = before is not None and words[first].x0 - before.x1 > params.gap * letter
    wide_after = after is not None and after.x0 - words[last].x1 > params.gap * letter
    return letter > 0 and (wide_before or wide_after)


def _owner(code: Box, boxes: tuple[RedactionBox, ...], params: Params) -> int | None:
    """The box that a printed code belongs to: the one it overlaps most, else the nearest it stands right beside; None without."""
    best: tuple[float, float, int] | None = None
    for at, one in enumerate(boxes):
        wide = min(code.x1, one.box.x1) - max(code.x0, one.box.x0)
        high = min(code.y1, one.box.y1) - max(code.y0, one.box.y0)
        if wide < -params.beside or high < -params.below:
            continue
        rank = (max(wide, 0.0) * max(high, 0.0), min(wide, 0.0) + min(high, 0.0), -at)
        best = rank if best is None or rank > best else best
    return None if best is None else -best[2]


def _text_edges(page: Page) -> tuple[float, float]:
    """Where the lines of the page begin and end, nearly all of them; (0, 1) on a page with few.

    A code in the margin that OCR put into the line beside it is no part of the line.
    """
    rows = [row for line in page.lines if (row := _without_margins(line.words))]
    wide = [row for row in rows if row[-1].x1 - row[0].x0 > 0.15]
    if len(wide) < 3:
        return 0.12, 0.88
    lefts, rights = sorted(row[0].x0 for row in wide), sorted(row[-1].x1 for row in wide)
    return lefts[len(lefts) // 3], rights[2 * len(rights) // 3]


def _without_margins(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words of a line without the codes that stand apart before or behind all others."""
    cuts = [0, *(at + 1 for at, (one, then) in enumerate(pairwise(words)) if then.x0 - one.x1 > APART), len(words)]
    parts = [words[start:end] for start, end in pairwise(cuts) if start < end]
    while parts and codes_on_box(" ".join(word.text for word in parts[0])):
        parts.pop(0)
    while parts and codes_on_box(" ".join(word.text for word in parts[-1])):
        parts.pop()
    return tuple(word for part in parts for word in part)


def _across(code: Box, boxes: tuple[RedactionBox, ...], edges: tuple[float, float], taken: set[int]) -> int | None:
    """The nearest box without a code in the row of a code that is printed in the margin; None for any other code."""
    if edges[0] - 0.004 < code.x1 and code.x0 < edges[1] + 0.004:
        return None
    middle = (code.y0 + code.y1) / 2
    free = [
        (min(abs(one.box.x0 - code.x1), abs(code.x0 - one.box.x1)), at)
        for at, one in enumerate(boxes)
        if at not in taken and one.box.y0 - 0.003 <= middle <= one.box.y1 + 0.003 and not codes_on_box(one.raw)
    ]
    return min(free)[1] if free else None
