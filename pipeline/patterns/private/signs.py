"""What every search for a private number rests on: what a find is, what scanning does to digits, the rows below a head."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# Kind of what is withheld as a name where it stands, but has not the shape of one that is looked for elsewhere.
PRESUMED = "presumed-name"
DIGIT = "[0-9OoQlI|SBZ]"


@dataclass(frozen=True, slots=True)
class IdentifierFound:
    """The value at `text[start:end]`, its label left out. `kind` names what it is, `basis` in words how it was told."""

    start: int
    end: int
    kind: str
    basis: str


def digits_enough(raw: str, share: float = 0.6) -> bool:
    """Whether at least this share of the letters and digits are true digits: a word such as "SOIL" is not a number."""
    signs = [sign for sign in raw if sign.isalnum()]
    return bool(signs) and sum(sign.isdigit() for sign in signs) >= share * len(signs)


def rows_below(text: str) -> Iterator[tuple[str, tuple[tuple[int, str], ...]]]:
    """Each line with the lines below it in its block, as (start, line): a table's head and its rows.

    A line that ends its block goes with the first line of the next: forms print labels and, a gap below, a row of values.
    """
    blocks = [
        [(block.start() + line.start(), line.group()) for line in re.finditer(r"[^\n]+", block.group())]
        for block in re.finditer(r"(?:[^\n]+\n?)+", text)
    ]
    for block, after in zip(blocks, [*blocks, []][1:], strict=True):
        for index, (_, head) in enumerate(block):
            yield head, tuple(block[index + 1 : index + 120] or after[:1])


def line_before(text: str, start: int, reach: int) -> str:
    """What stands before this place in its line, so many signs of it at most."""
    return text[max(text.rfind("\n", 0, start) + 1, start - reach) : start]
