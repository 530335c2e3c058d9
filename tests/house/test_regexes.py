"""No pattern of the house takes a hostile page for ever: each bears texts that run on where it repeats."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import signal
from collections.abc import Iterator
from inspect import getsource
from time import process_time
from types import FrameType

import pytest
from pumped import texts

import pipeline

LENGTH = 300  # characters: a line of print holds no more
LONGEST = 0.25  # seconds of a processor; what grows with the third power of the length takes one
ROOMS = ["db", *sorted(f"pipeline.{one.name}" for one in pkgutil.iter_modules(pipeline.__path__) if one.ispkg)]


class TooLong(Exception):
    pass


def _stop(number: int, frame: FrameType | None) -> None:
    raise TooLong


def patterns(room: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """(where it stands, pattern) of every one that a module of the room, or a table in it, holds."""
    seen: set[re.Pattern[str]] = set()
    for found in pkgutil.walk_packages(importlib.import_module(room).__path__, f"{room}."):
        module = importlib.import_module(found.name)
        for name, value in vars(module).items():
            for one in _held(value):
                if one not in seen and isinstance(one.pattern, str):
                    seen.add(one)
                    yield f"{found.name}.{name}", one
        yield from ((f"{found.name}:{line}", one) for line, one in _in_functions(getsource(module)) if one not in seen)


def _in_functions(source: str) -> Iterator[tuple[int, re.Pattern[str]]]:
    """(line, pattern) of those that are written where they are used: `re.search("...", text)`."""
    for one in ast.walk(ast.parse(source)):
        if isinstance(one, ast.Call) and isinstance(one.func, ast.Attribute) and ast.unparse(one.func.value) == "re" and one.args:
            first = one.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str) and one.func.attr != "escape":
                yield one.lineno, re.compile(first.value)


def _held(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _held(one)
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _held(one)


def lasts(pattern: re.Pattern[str], text: str) -> float:
    """Seconds that looking for it takes, or infinity where it is not done in time."""
    begun = process_time()
    signal.setitimer(signal.ITIMER_VIRTUAL, 2 * LONGEST)
    try:
        pattern.match(text)
        for _ in pattern.finditer(text):
            pass
    except TooLong:
        return float("inf")
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return process_time() - begun


def too_slow(pattern: re.Pattern[str]) -> bool:
    return any(lasts(pattern, text) > LONGEST for text in texts(pattern, LENGTH))


@pytest.fixture(autouse=True)
def _alarm() -> Iterator[None]:
    before = signal.signal(signal.SIGVTALRM, _stop)
    yield
    signal.signal(signal.SIGVTALRM, before)


@pytest.mark.parametrize("room", ROOMS)
def test_every_pattern_bears_a_line_that_runs_on(room: str) -> None:
    assert [name for name, pattern in patterns(room) if too_slow(pattern)] == []


@pytest.mark.parametrize(
    ("pattern", "slow"),
    [
        (r"by (?:[A-Z][\w.’'-]*\s?){1,6}[.:]", True),
        (r"by (?:[A-Z][\w.’'-]*(?![\w’'-])\s?){1,6}[.:]", False),
        (r"(?:[:=]|\.{2,})+\s*(?=\d)", True),
        (r"(?:[:=]|\.{2,}+)++\s*(?=\d)", False),
        (r"(?:\s*\w+\s*)+$", True),
        (r"(?:\w+\s+)*$", False),
        (r"\((?:\W*\d\W*)+\)", True),
        (r"^DRAFT\b(?:[^\w\n.]+[\w/-]+){0,6}[^\w\n.]*$", True),
        (r"^DRAFT\b(?:[^\w\n./-]+[\w/-]+){0,6}[^\w\n.]*$", False),
        (r"\((?:\W?\d)+\)", False),
    ],
)
def test_what_is_slow_is_found(pattern: str, slow: bool) -> None:
    assert too_slow(re.compile(pattern)) is slow
