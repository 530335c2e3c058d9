"""The place that a heading gives its table by the bare name: "MARROW: County table", "MARROW, FISCAL YEAR 2010".

Any word may stand so ("SUMMARY, FISCAL YEAR 2010"). A name is a place's where the release, the paper or the rows agree.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pipeline.patterns.days.months import MONTH
from pipeline.patterns.names.roles import STATES

_WORD = r"[A-Z][A-Za-z’'-]{2,}"
_HEADINGS = (
    re.compile(rf"\W*(?P<name>{_WORD}(?:\s{_WORD}){{0,2}})(?P<sign>\s?[:,–—]|\s-)\s(?P<rest>\S.*)"),
    re.compile(rf"\W*(?P<name>{_WORD})(?P<sign>)\s(?P<rest>\S.*)"),
)
_OF_COUNTIES = re.compile(r"(?i)\b(?:count(?:y|ies)|parish(?:es)?|jurisdictions?|localities)\b")
_INTO = r"\b(?:in|from|across|throughout|within|outside|for)\s"
_AHEAD = r"(?!\s(?:[A-Z]?\d|[A-Z]\b)|[\w-])"  # not "in Attachment B"


@dataclass(frozen=True, slots=True)
class Names:
    """What tells a place's name in a heading from any other word.

    `places` are those that the paper shows to be such, `state` is the release's, `texts` are the paper's pages, `unlike` words
    (in small letters) that say what is counted; `ordinary` tells whether a word stands in a dictionary.
    """

    texts: tuple[str, ...]
    places: frozenset[str]
    state: str
    unlike: frozenset[str]
    ordinary: Callable[[str], bool]


def named_by(lines: tuple[str, ...], names: Names, rows_of_places: bool) -> str:
    """The place whose bare name begins one of these lines; '' where none does, or two differ.

    `rows_of_places`: the rows of the table are places, so that its title names what holds them.
    """
    found = {name for line in lines for name in _of_line(line, names, rows_of_places)}
    return found.pop() if len(found) == 1 else ""


def _of_line(line: str, names: Names, rows_of_places: bool) -> Iterator[str]:
    heading = next((found for form in _HEADINGS if (found := form.match(line))), None)
    if heading is None or line.rstrip().endswith("."):
        return
    name = heading["name"].title() if heading["name"].isupper() else heading["name"]
    words = name.lower().split()
    if not names.unlike.isdisjoint(words) or re.fullmatch(MONTH, name) or not (heading["sign"] or rows_of_places):
        return
    counties = rows_of_places or _OF_COUNTIES.search(heading["rest"]) is not None
    if name == names.state or name in names.places or name.lower() in STATES:
        yield name
    elif not any(re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text) for word in words for text in names.texts):
        strange = not any(names.ordinary(word) for word in words)
        if (strange and (counties or _told(name, "", names))) or _told(name, _INTO, names):
            yield name


def _told(name: str, before: str, names: Names) -> bool:
    """Whether the paper has the name in running text too, behind a word that places it where one is asked for."""
    told = re.compile((before or r"(?<=[\w,;]\s)") + re.escape(name) + _AHEAD)
    return any(told.search(text) for text in names.texts)
