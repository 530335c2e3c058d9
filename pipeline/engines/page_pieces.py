"""A page's text as word pieces that keep what a vocabulary of lower case forgets: case, digits, line breaks and wide gaps.

The second input of the network, which tells two sentences apart where it was first trained, tells here how a piece is written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

LOWER, CAPITALISED, CAPITALS, DIGITS, LINE, BLANK_LINE, GAP = range(7)
WAYS = 7
# Pieces of the vocabulary that no word uses ("[unused0]" and so on) stand for what parts the words on the page.
_PARTING = {LINE: 1, BLANK_LINE: 2, GAP: 3}
_CLS, _SEP = 101, 102
WINDOW = 256  # pieces that the network looks at together, its first and last mark among them
STRIDE = 188  # at most so far apart begin two windows
_GAP = re.compile(r"(?<![.?!:])[ ]{2,}|[ ]{3,}|[ ]?\t[\t ]*|[ ]*\|[ |]*")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Pieces:
    """Parallel tuples: the piece's number in the vocabulary, how it is written, and where it stands in the text.

    What parts words (a line's end, a gap) has the place of nothing: both ends are alike.
    """

    ids: tuple[int, ...]
    ways: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def pieces_of(text: str, tokenizer: Any) -> Pieces:
    """The whole text; `tokenizer` is one of `networks.tokenizer` that cuts nothing off."""
    parts = list(_parts(text))
    read = iter(tokenizer.encode_batch([text[start:end] for way, start, end in parts if way < 0], add_special_tokens=False))
    ids, ways, starts, ends = [], [], [], []
    for way, start, end in parts:
        if way >= 0:
            ids.append(_PARTING[way])
            ways.append(way)
            starts.append(start)
            ends.append(start)
            continue
        written = _written(text[start:end])
        encoded = next(read)
        for piece, (left, right) in zip(encoded.ids, encoded.offsets, strict=True):
            ids.append(piece)
            ways.append(written[left])
            starts.append(start + left)
            ends.append(start + right)
    return Pieces(tuple(ids), tuple(ways), tuple(starts), tuple(ends))


def windows(count: int) -> tuple[tuple[int, int, int, int], ...]:
    """How so many pieces are looked at: (first, last + 1) of each window, and of the part in it that has most around it."""
    room = WINDOW - 2
    if count <= room:
        return ((0, count, 0, count),) if count else ()
    number = -(-(count - room) // STRIDE) + 1
    firsts = [(count - room) * order // (number - 1) for order in range(number)]
    cuts = [0, *((left + room + right) // 2 for left, right in pairwise(firsts)), count]
    return tuple((first, first + room, *cut) for first, cut in zip(firsts, pairwise(cuts), strict=True))


def framed(pieces: Pieces, first: int, last: int) -> tuple[list[int], list[int]]:
    """(ids, ways) of one window between the network's own marks."""
    return [_CLS, *pieces.ids[first:last], _SEP], [LOWER, *pieces.ways[first:last], LOWER]


def _parts(text: str) -> list[tuple[int, int, int]]:
    """(what parts words, or -1 for words, start, end) in text order."""
    parts: list[tuple[int, int, int]] = []
    for line in re.finditer(r"[^\n]*(?:\n|\Z)", text):
        if not line.group():
            break
        body, at = line.group().rstrip("\n"), line.start()
        if not body.strip():
            if parts and parts[-1][0] == LINE:
                parts[-1] = (BLANK_LINE, parts[-1][1], parts[-1][2])
            continue
        done = len(body) - len(body.lstrip())
        for gap in _GAP.finditer(body, done):
            if gap.end() == len(body):
                break
            if gap.start() > done:
                parts.append((-1, at + done, at + gap.start()))
            parts.append((GAP, at + gap.start(), at + gap.start()))
            done = gap.end()
        parts.append((-1, at + done, at + len(body)))
        parts.append((LINE, at + len(body), at + len(body)))
    return parts


def _written(text: str) -> list[int]:
    """How each character's word is written."""
    ways = [LOWER] * len(text)
    for word in _WORD.finditer(text):
        one = word.group()
        if any(sign.isdigit() for sign in one):
            way = DIGITS
        elif len(one) > 1 and one.isupper():
            way = CAPITALS
        else:
            way = CAPITALISED if one[0].isupper() else LOWER
        if way:
            ways[word.start() : word.end()] = [way] * len(one)
    return ways
