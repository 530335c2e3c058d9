"""Private identifiers in what is said about a release: its note and title, and the names of its files.

No stage reads these, so what singles out a person in them is told here, by shapes strong enough to need no other words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.records.finding import Withheld
from pipeline.store import Reader

_D = r"[-\s._]?"
_SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("ssn", re.compile(r"(?<![\w$./-])(?P<value>\d{3}[-\s]\d{2}[-\s]\d{4})(?![\w/-]|\.\d)")),
    ("ssn", re.compile(r"(?i:ssn|social\ssecurity)\D{0,12}(?P<value>\d{3}[-\s.]?\d{2}[-\s.]?\d{4})(?!\w)")),
    ("a-number", re.compile(rf"(?<![A-Za-z0-9])A[#-]?\s?[#-]?(?P<value>\d{{2,3}}{_D}\d{{3}}{_D}\d{{3}})(?![A-Za-z0-9])")),
    ("a-number", re.compile(rf"(?i:alien|a-?file)\D{{0,12}}(?P<value>\d{{2,3}}{_D}\d{{3}}{_D}\d{{3}})(?!\d)")),
    (
        "date-of-birth",
        re.compile(
            r"(?i:\bd\.?o\.?b\b\.?|date\sof\sbirth|\bborn(?:\son)?)[\s:_-]{1,4}"
            r"(?P<value>\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}|\d{1,2}\s[A-Z][a-z]+\s\d{4}|[A-Z][a-z]+\s\d{1,2},?\s\d{4})"
        ),
    ),
    (
        "phone",
        re.compile(
            r"(?i:\b(?:call|cell|mobile|home|phone|tel)\b)[\s:.]{1,3}(?:(?i:phone|at|on|no\.?|number)[\s:.]{1,3})?"
            r"(?P<value>\(?\d{3}\)?[-.\s/]{0,2}\d{3}[-.\s/]\d{4})(?!\w)"
        ),
    ),
)
# The name of the person on whom an identifier is given, right before or after it.
_NAME = r"[A-Z][\w'’-]+(?:[ ,_]{1,2}[A-Z][\w'’-]+){1,3}"
_NAMED = (
    re.compile(rf"(?P<name>{_NAME})[\s(,;_-]{{1,3}}(?:A#?|SSN|DOB|(?:A|SSN|DOB)[#:\s_-]{{1,3}})?$"),
    re.compile(rf"^[\s),;_-]{{1,3}}(?P<name>{_NAME})"),
)
_FORM = re.compile(r"(?i:a-?file|alien|number|ssn|dob|release|records?|request|foia|agency|department|office|county|sheriff)")
_OFFICE = re.compile(r"(?i:press|office|media|fax|main|hotline)\W{0,3}(?:\w+\W{1,2})?$")


def said(reader: Reader) -> tuple[Withheld, ...]:
    """What must not be published of the releases' own descriptions and of the names of files and of what was not taken in."""
    texts: list[str] = []
    for release in reader.releases():
        texts += (release.title, release.note, release.litigation, release.source_url)
    for file in reader.files():
        texts += (file.name, *file.also)
    texts += (failure.file for failure in reader.failures())
    return tuple(dict.fromkeys(_all(dict.fromkeys(text for text in texts if text))))


def _all(texts: Iterable[str]) -> Iterator[Withheld]:
    for text in texts:
        for kind, pattern in _SHAPES:
            for match in pattern.finditer(text):
                if kind == "phone" and _OFFICE.search(text[: match.start()]):
                    continue
                yield _held(kind, match["value"])
                if kind != "phone":
                    yield from (_held("person-name", name) for name in _names(text, *match.span()))


def _names(text: str, start: int, end: int) -> Iterator[str]:
    for found in (_NAMED[0].search(text[:start]), _NAMED[1].search(re.sub(r"\.\w{1,5}$", "", text[end:]))):
        if found:
            words = re.split(r"[\s,_]+", found["name"])
            if len(words) > 1 and not any(_FORM.search(word) for word in words):
                yield " ".join(words)


def _held(kind: str, text: str) -> Withheld:
    return Withheld("", kind, -1, -1, text, (), "in the description of the release or the name of a file")
