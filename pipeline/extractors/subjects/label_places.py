"""Places that stand as a label before what is told of them: "Dale: 1,204 submissions", "Dale - 31 matches"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable

from pipeline.patterns.days.months import MONTH

_NAME = r"[A-Z][a-z’'-]+(?:\s[A-Z][a-z’'-]+){0,2}"
# Up to three words may stand before the number: "Dale: prints sent 1,204".
_LABEL = re.compile(rf"\W*(?:\d{{1,2}}[.)]\s+)?(?P<name>{_NAME})\s?(?::|\s[-–—]{{1,2}}(?=\s))\s*(?:[a-z]+\s){{0,3}}\d")
_LINE = re.compile(
    rf"^[ \t•*-]*(?P<name>{_NAME})[ \t]?(?::|[ \t][-–—]{{1,2}}(?=[ \t]))"
    r"[ \t]*(?:[a-z]+[ \t]){0,3}\d[\d,]*[ \t]+(?P<counted>[a-z]+)",
    re.MULTILINE,
)
_NO_PLACE = re.compile(rf"{MONTH}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Other|Others|Unknown|Note|Source|Total|Totals|All")


def label_of(text: str) -> str:
    """The name before a colon or a dash that heads a sentence with a number; '' where none does."""
    found = _LABEL.match(text)
    return found["name"] if found else ""


def labelled(texts: Iterable[str], shown: frozenset[str], ordinary: Callable[[str], bool]) -> frozenset[str]:
    """Names that two lines or more have as their labels, the same being counted in each.

    One of them is `shown` to be a place elsewhere, or is no word of the dictionary (`ordinary`): "Males" and "Females" are.
    """
    lines = {(match["name"], match["counted"]) for text in texts for match in _LINE.finditer(text)}
    lines = {(name, what) for name, what in lines if not (_NO_PLACE.fullmatch(name))}
    several = {what for what, times in Counter(what for _, what in lines).items() if times > 1}
    told = {what for name, what in lines if name in shown or not any(map(ordinary, name.lower().split()))}
    return frozenset(name for name, what in lines if what in several & told)
