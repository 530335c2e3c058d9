"""The same text read in other ways, so that what a page breaks up is found whole; spans lead back to the text as it is.

Quoted mail puts marks at the start of each line, forms print one letter to a box, typists set odd signs between digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.patterns.private.as_printed import without_print
from pipeline.records.line_numbers import blanked

_QUOTED = re.compile(r"(?m)^[ \t]*(?:>[ \t]?)+")
_ODD_JOINT = re.compile(r"(?<=\d)([ \u00a0]?)[·•∙‧●~*_=+|—‒−]([ \u00a0]?)(?=\(?\d)")
_LEADER = re.compile(r"(?<=[A-Za-z)])[ ]?(?:\.[ ]?|_){2,}(?:[ ]?:)?[ ]?(?=[^\s.:])")
# "Name (b)(6), (b)(7)(C) Ada Roe": a code beside a value that its box did not cover
CODES = r"(?:\(?[bB]\)?[ ]?\(?[67]\)?(?:[ ]?\(?[Cc]\)|[Cc]\b)?[,;/ ]{1,3}){1,3}"
_CODED = re.compile(rf"(?<=[A-Za-z.])[ ]?:?[ ]{CODES}(?=[A-Z\d’'(])")
_COMB = re.compile(r"(?<!\w)[A-Za-z0-9@](?:[ ]?[)(/|\]\[\\][ ]?[A-Za-z0-9@]){5,}(?!\w)")
_SINGLES = re.compile(r"(?<!\S)[A-Za-z0-9](?:(?:[ ]|\n(?=\d))(?:[-–|/)(.][ ])?[A-Za-z0-9](?![^\s),.;])){4,}")


@dataclass(frozen=True, slots=True)
class View:
    """A text made from another; `places[i]` is where its i-th sign stands in that one."""

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where the part `text[start:end]`, which is not empty, stands in the text this one was made from."""
        return self.places[start], self.places[end - 1] + 1


def plain_joints(text: str) -> str:
    """The text with the odd signs between digits ("555·318·6624") made hyphens, without the numbers of a transcript's lines and
    the hours of a log's entries.

    Its length does not change.
    """
    return _ODD_JOINT.sub(lambda match: f"{' ' * len(match[1])}-{' ' * len(match[2])}", without_print(blanked(text)))


def views_of(text: str) -> Iterator[View]:
    """Every other way to read the text that differs from it: without the marks of quoted lines, and with signs closed up."""
    if _QUOTED.search(text):
        yield _without(text, [match.span() for match in _QUOTED.finditer(text)])
    for leader in (_LEADER, _CODED):
        led = _led(text, leader)
        if led:
            yield led
    gaps = [gap for match in _SINGLES.finditer(text) for gap in _gaps(match)]
    gaps += [gap for match in combs_in(text) for gap in _gaps(match)]
    if gaps:
        yield _without(text, sorted(set(gaps)))


def _led(text: str, leader: re.Pattern[str]) -> View | None:
    """The text with what leads from a label to its value, dots or a code, made one colon; None where there is none."""
    parts: list[str] = []
    places: list[int] = []
    at = 0
    for match in leader.finditer(text):
        parts += (text[at : match.start()], ": ")
        places += (*range(at, match.start()), match.start(), match.end() - 1)
        at = match.end()
    if not parts:
        return None
    return View("".join((*parts, text[at:])), (*places, *range(at, len(text))))


def combs_in(text: str) -> Iterator[re.Match[str]]:
    """Signs in boxes of one sign each, whose sides a scan reads as brackets and bars: "4)1/2/7|7]"."""
    return _COMB.finditer(text)


def _gaps(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    for gap in re.finditer(r"[^A-Za-z0-9@–-]+", match.group()):
        yield match.start() + gap.start(), match.start() + gap.end()


def _without(text: str, spans: list[tuple[int, int]]) -> View:
    places: list[int] = []
    at = 0
    for start, end in spans:
        places += range(at, start)
        at = max(at, end)
    places += range(at, len(text))
    return View("".join(text[place] for place in places), tuple(places))
