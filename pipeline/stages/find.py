"""Redactions with their codes, names of persons, offices and places, and references to law, on the pages of one file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline import codec
from pipeline.patterns.citations import citations_in
from pipeline.patterns.exemptions import CodeFound, codes_in, codes_on_box
from pipeline.patterns.names import acronyms_in, follows_title, names_in
from pipeline.ports import Parser
from pipeline.records import spans
from pipeline.records.finding import Citation, Findings, Mention, Redaction
from pipeline.records.page import Box, Page, RedactionBox, Word
from pipeline.records.source import File
from pipeline.records.spans import MASK

VERSION = "1"


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


def find(file: File, pages: tuple[Page, ...], parser: Parser, params: Params) -> Findings:
    """What the pages (as published, already masked) show. All findings are in page and text order."""
    redactions: list[Redaction] = []
    mentions: list[Mention] = []
    citations: list[Citation] = []
    acronyms = acronyms_in(tuple(page.text for page in pages))
    for page in pages:
        redactions += _redactions(page, params)
        citations += (Citation(page.id, one.start, one.end, one.text, one.normal, one.kind) for one in citations_in(page.text))
        mentions += _mentions(page, parser, acronyms)
    return Findings(tuple(redactions), _agreed(mentions, {page.id: page.text for page in pages}), tuple(citations))


def _mentions(page: Page, parser: Parser, acronyms: tuple[tuple[str, str], ...]) -> Iterator[Mention]:
    for name in names_in(page.text, parser.parse(page.text), acronyms):
        yield Mention(page.id, name.start, name.end, page.text[name.start : name.end], name.kind, name.normal)


def _agreed(mentions: list[Mention], texts: dict[str, str]) -> tuple[Mention, ...]:
    """One kind for each name throughout the file; a single word is a person only after a title or as a known surname."""
    votes: dict[str, Counter[str]] = {}
    for one in mentions:
        votes.setdefault(one.normal, Counter())[one.kind] += 1
    kinds = {name: max(sorted(count), key=lambda kind: count[kind]) for name, count in votes.items()}
    surnames = {name.rpartition(" ")[2] for name, kind in kinds.items() if kind == "person" and " " in name}
    kept = (replace(one, kind=kinds[one.normal]) for one in mentions)
    return tuple(
        one
        for one in kept
        if one.kind != "person" or " " in one.normal or one.normal in surnames or follows_title(texts[one.page_id], one.start)
    )


def _redactions(page: Page, params: Params) -> Iterator[Redaction]:
    printed = _printed(page, params)
    owners = [_owner(code.box, page.redactions, params) for code in printed]
    seen: set[str] = set()
    boxes: list[tuple[RedactionBox, list[CodeFound]]] = [(one, []) for one in page.redactions]
    for code, owner in zip(printed, owners, strict=True):
        # The code was typed in place of what it hides, or its box left no trace in the scan.
        if owner is not None:
            boxes[owner][1].append(code.found)
        elif code.alone and code.found.codes:
            boxes.append((RedactionBox(code.box, "white", code.found.raw), []))
    for one, near in boxes:
        redaction = _redaction(page, one, near)
        if redaction.id not in seen:
            seen.add(redaction.id)
            yield redaction


def _redaction(page: Page, one: RedactionBox, near: list[CodeFound]) -> Redaction:
    """A box with the codes read on it; where it shows none, or clipped ones, with those printed beside it."""
    codes = codes_on_box(one.raw)
    if not codes or any(found.clipped for found in codes_in(one.raw)):
        codes = tuple(dict.fromkeys((*codes, *(code for found in near for code in found.codes))))
    raw = one.raw or " ".join(found.raw for found in near)
    box = one.box
    area = round((box.x1 - box.x0) * (box.y1 - box.y0), 6)
    name = codec.short_id("redaction", page.id, *(round(edge, 3) for edge in (box.x0, box.y0, box.x1, box.y1)))
    return Redaction(name, page.id, box, codes, raw, one.fill, area)


def _printed(page: Page, params: Params) -> list[_Printed]:
    """Code runs in the page's text with their boxes, one line of a run at a time."""
    found: list[_Printed] = []
    positions = list(spans.positions(page.lines))
    rows: dict[int, list[tuple[int, int, Word]]] = {}
    for start, end, index, word in positions:
        rows.setdefault(index, []).append((start, end, word))
    for code in codes_in(page.text):
        for row in rows.values():
            if row[0][0] >= code.end or row[-1][1] <= code.start:
                continue
            mine = [at for at, (start, end, _) in enumerate(row) if start < code.end and end > code.start]
            if not mine:
                continue
            words = [row[at][2] for at in mine]
            box = spans.box(
                min(w.x0 for w in words), min(w.y0 for w in words), max(w.x1 for w in words), max(w.y1 for w in words)
            )
            labelled = mine[0] > 0 and row[mine[0] - 1][2].text.endswith(":")
            found.append(_Printed(code, box, _stands_alone(row, mine[0], mine[-1], params), labelled))
            break  # a run that goes on in the next line belongs, for its box, to the line where it begins
    return [one if not _in_column(one, found) else _Printed(one.found, one.box, False) for one in found]


def _in_column(one: _Printed, found: list[_Printed]) -> bool:
    """Whether the code stands in a column of codes: an index of what was withheld, not what replaces it."""
    others = [other for other in found if abs(other.box.x0 - one.box.x0) < 0.01 and other.box != one.box]
    return len(others) >= 3 and not one.labelled


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
