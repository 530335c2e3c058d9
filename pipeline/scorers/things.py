"""Of which of several things a statement speaks, as a proposition's `things` lists them: what a night in jail costs and what a
machine costs are two questions, however both are put. A statement that names none of them is of all of them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.records.finding import Claim
from pipeline.records.topic import Topic

_NATION = re.compile(r"\bUnited\s+States\b", re.IGNORECASE)  # no State of them
Group = tuple[str, re.Pattern[str]]  # the name of a list, and the words of one of its things


def of_two(left: Claim, right: Claim, topic: Topic) -> tuple[str, str] | None:
    """The words by which two statements on one proposition speak of two things of one list; else None."""
    if not left.proposition or left.proposition != right.proposition:
        return None
    listed = next((one.things for one in topic.propositions if one.id == left.proposition), ())
    mine, yours = _named(left.quote, listed), _named(right.quote, listed)
    for name, things in mine.items():
        others = yours.get(name, {})
        if others and not things.keys() & others.keys():
            return next(iter(things.values())), next(iter(others.values()))
    return None


@lru_cache(maxsize=65536)
def _named(quote: str, listed: tuple[str, ...]) -> dict[str, dict[int, str]]:
    """By list, the things that a quote names: their number, and the first words that name each."""
    text = _NATION.sub(" ", quote)
    found: dict[str, dict[int, str]] = {}
    for at, (name, words) in enumerate(_groups(listed)):
        if match := words.search(text):
            found.setdefault(name, {})[at] = " ".join(match[0].split())
    return found


@lru_cache(maxsize=256)
def _groups(listed: tuple[str, ...]) -> tuple[Group, ...]:
    return tuple(group for text in listed if (group := group_of(text)) is not None)


def group_of(text: str) -> Group | None:
    """ "what: bed|beds|night*" as (name of the list, a pattern of the words); None where it is not so written."""
    name, colon, words = text.partition(":")
    parts = [part.strip() for part in words.split("|")]
    if not colon or not name.strip() or not all(re.search(r"\w", part) for part in parts):
        return None
    return name.strip(), re.compile(rf"\b(?:{'|'.join(map(_form, parts))})(?!\w)", re.IGNORECASE)


def _form(part: str) -> str:
    """One word or phrase; a star at the end of a word stands for whatever ends it."""
    words = (re.escape(word.rstrip("*")) + (r"\w*" if word.endswith("*") else "") for word in part.split())
    return r"\s+".join(words)
