"""The numbers that transcripts print before their lines: no part of what was said, nor of an address or a sum beside them."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

_LINE = re.compile(r"[^\n\r\f\v\u2028\u2029]+")
_COUNTED = re.compile(r"\s*(\d{1,2})(?:\s+(?=\S)|\s*$)")
MANY = 8  # lines numbered one after the other, as in transcripts; fewer may be a list
_ASKED = re.compile(r"\s*\d{1,2}\s+(?:[QA][.:]?\s|(?:THE\s(?:WITNESS|COURT)|(?:MR|MS|MRS|DR)\.\s[A-Z]+):)")
SURE = 3  # of these lines that begin a question or an answer, with which fewer are enough: an excerpt below a caption
FEWER, LESS = 5, 0.3
MOST = 0.5  # share of a page's lines that must be so numbered: OCR loses lone digits, nine of twenty-five


@lru_cache(maxsize=64)
def line_numbers(text: str) -> dict[int, int]:
    """Where lines of a transcript begin, and where the number printed before each of them ends; {} where they bear none."""
    lines = [line for line in _LINE.finditer(text) if line.group().strip()]
    found = [(line, _COUNTED.match(line.group())) for line in lines]
    counted = [(line.start(), line.start() + number.end(), int(number[1])) for line, number in found if number]
    rising = sum(later[2] == one[2] + 1 for one, later in pairwise(counted))
    asked = sum(_ASKED.match(line.group()) is not None for line, number in found if number)
    many, most = (MANY, MOST) if asked < SURE else (FEWER, LESS)
    return {start: end for start, end, _ in counted} if rising >= many and rising >= most * len(lines) else {}


def blanked(text: str) -> str:
    """The text with spaces for these numbers; its length does not change."""
    parts: list[str] = []
    at = 0
    for start, end in line_numbers(text).items():
        parts += (text[at:start], " " * (end - start))
        at = end
    return "".join((*parts, text[at:]))


def without_numbers(text: str, start: int, end: int) -> str:
    """The part `text[start:end]` without the numbers beside its lines: what is quoted from a transcript."""
    spans = sorted((max(one, start), min(other, end)) for one, other in line_numbers(text).items() if one < end and start < other)
    parts, at = [], start
    for begin, stop in spans:
        parts.append(text[at:begin])
        at = stop
    return "".join((*parts, text[at:end]))
