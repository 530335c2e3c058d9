"""Words that no text holds, by which the full-text index narrows a search: one for each value of each facet.

A mark is letters between two private-use characters, made of the facet and its value. Looking for it beside the words
a person typed lets the index meet both lists at once, instead of looking every hit up.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

EDGE = "\ue010"  # private use: counted as a letter by the tokenizer, left alone by its stemmer, typed by nobody
FACETS = ("kind", "release", "year", "month", "author", "band", "codes", "propositions")
SEVERAL = ("codes", "propositions")  # facets of which one row may have several values, separated by SEPARATOR
SEPARATOR = "\n"
_LETTERS = str.maketrans("0123456789abcdef", "ghijklmnopqrstuv")  # no digits: a mark is never taken for a number
_WORD = re.compile(r"[^\W_]+")


def mark(facet: str, value: str) -> str:
    """The mark of one value of one facet."""
    digest = hashlib.sha256(f"{facet}={value}".encode("utf-8", "replace")).hexdigest()[:14]
    return f"{EDGE}{digest.translate(_LETTERS)}{EDGE}"


def marks(*values: str) -> str:
    """The marks of a row, given its values in the order of FACETS; what is empty has none."""
    pairs = zip(FACETS, values, strict=True)
    return " ".join(mark(facet, one) for facet, value in pairs for one in split(facet, value) if one)


def split(facet: str, value: str) -> Iterable[str]:
    """The values of a facet as stored."""
    return value.split(SEPARATOR) if facet in SEVERAL else (value,)


def likeness(text: str) -> str:
    """The same for texts that differ only in case, spacing and punctuation; '' for less than eight words."""
    words = _WORD.findall(text.casefold())
    return hashlib.sha256(" ".join(words).encode("utf-8", "replace")).hexdigest()[:16] if len(words) >= 8 else ""


def band(confidence: float, high: float, middle: float) -> str:
    """`high`, `middle` or `low`."""
    return "high" if confidence >= high else "middle" if confidence >= middle else "low"
