"""Texts on which a regular expression works hardest: each repeat of it, run on for long behind what leads up to it.

`re._parser` is Python's own, and has no public name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random
from re import _parser  # type: ignore[attr-defined]
from typing import Any

Path = tuple[int, ...]
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
_OF_CATEGORY = {"CATEGORY_DIGIT": "1", "CATEGORY_SPACE": " ", "CATEGORY_NOT_WORD": " "}
_FORMS = {"DIGIT": r"\d", "NOT_DIGIT": r"\D", "SPACE": r"\s", "NOT_SPACE": r"\S", "WORD": r"\w", "NOT_WORD": r"\W"}
_RULE = "-"  # the sign that neighbours share most often, and that pages print in long rows
_FEW = 3  # a repeat of no more is not worth running on
_TAIL = "\x01"  # makes a match fail behind the repeat
_BARRED = ".a1\n\x01"  # the same where the repeat is of all signs but some


class _Plain(Random):
    """No chance at all: the first of all choices, so that a run is of one sign."""

    def random(self) -> float:
        return 0.5

    def choice(self, seq: Any) -> Any:
        return seq[0]

    def randrange(self, start: int, stop: int | None = None, step: int = 1) -> int:
        return 0


class _Rules(_Plain):
    """No chance either, and a dash wherever one may stand."""


def texts(pattern: re.Pattern[str], length: int) -> Iterator[str]:
    """Three texts of about this length for each repeat: a run of one sign, one of dashes where it may be, and a mixed one."""
    tree = _parser.parse(pattern.pattern, pattern.flags)
    for order, path in enumerate(_repeats(tree, ())):
        for chance in (_Plain(), _Rules(), Random(order)):
            yield _sample(tree, chance, path, (), length) + (_BARRED if isinstance(chance, _Rules) else _TAIL)


def _repeats(tree: Any, path: Path) -> Iterator[Path]:
    for at, (kind, value) in enumerate(tree):
        here = (*path, at)
        if str(kind) == "BRANCH":
            for way, branch in enumerate(value[1]):
                yield from _repeats(branch, (*here, way))
        elif str(kind) == "SUBPATTERN":
            yield from _repeats(value[3], here)
        elif str(kind) == "ATOMIC_GROUP":
            yield from _repeats(value, here)
        elif str(kind) in _REPEATS:
            if int(value[1]) > _FEW:
                yield here
            yield from _repeats(value[2], here)


def _sample(tree: Any, chance: Random, run_on: Path, path: Path, length: int) -> str:
    """A text that the tree may match, with the repeat at `run_on` as long as it may be."""
    parts = []
    for at, (kind, value) in enumerate(tree):
        here = (*path, at)
        leads = run_on[: len(here)] == here
        if str(kind) == "LITERAL":
            parts.append(chr(value))
        elif str(kind) == "NOT_LITERAL":
            parts.append("a" if value != ord("a") else "b")
        elif str(kind) == "ANY":
            parts.append("a")
        elif str(kind) == "IN":
            parts.append(_sign(value, chance))
        elif str(kind) == "BRANCH":
            way = run_on[len(here)] if leads else chance.randrange(len(value[1]))
            parts.append(_sample(value[1][way], chance, run_on, (*here, way), length))
        elif str(kind) in ("SUBPATTERN", "ATOMIC_GROUP"):
            parts.append(_sample(value[3] if str(kind) == "SUBPATTERN" else value, chance, run_on, here, length))
        elif str(kind) in _REPEATS:
            parts.append(_repeated(value, chance, run_on, here, length))
        if leads:
            break  # nothing stands behind the repeat
    return "".join(parts)


def _repeated(value: Any, chance: Random, run_on: Path, here: Path, length: int) -> str:
    least, most, inner = int(value[0]), int(value[1]), value[2]
    if here != run_on and run_on[: len(here)] == here:
        return _sample(inner, chance, run_on, here, length)
    many = min(most, length) if here == run_on else max(least, int(chance.random() < 0.3 and most > 0))
    text = ""
    for _ in range(many):
        text += _sample(inner, chance, (), here, length)
        if len(text) > length:
            break
    return text


def _sign(options: Any, chance: Random) -> str:
    """A sign of a set; of a set of all but some, one of the commonest that is in it."""
    if isinstance(chance, _Rules) and _holds(options, _RULE):
        return _RULE
    signs, barred = [], False
    for kind, value in sorted(options, key=lambda option: str(option[0]) not in ("CATEGORY", "NEGATE")):
        if str(kind) == "NEGATE":
            barred = True
        elif str(kind) == "LITERAL":
            signs.append(chr(value))
        elif str(kind) == "RANGE":
            signs.append(chr(chance.choice(value)))
        elif str(kind) == "CATEGORY":
            signs.append(_OF_CATEGORY.get(str(value), "A"))
    if barred:
        return next((one for one in "aA ,.1\n-" if _holds(options, one)), "x")
    return chance.choice(signs)


def _holds(options: Any, sign: str) -> bool:
    """Whether a set has a sign."""
    barred = any(str(kind) == "NEGATE" for kind, _ in options)
    return barred != any(_is(str(kind), value, sign) for kind, value in options)


def _is(kind: str, value: Any, sign: str) -> bool:
    if kind == "LITERAL":
        return ord(sign) == int(value)
    if kind == "RANGE":
        return int(value[0]) <= ord(sign) <= int(value[1])
    return kind == "CATEGORY" and re.match(_FORMS[str(value).removeprefix("CATEGORY_")], sign) is not None
