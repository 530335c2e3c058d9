"""Runs of capitalised words that may be a person's name, parted where a word names an office, a form's field or a title."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pipeline.patterns.names.name_forms import names_nobody, of_an_official, opens
from pipeline.patterns.names.office_words import BUSINESS, OFFICE, ORGANISATION
from pipeline.patterns.public.officials import CLERICAL
from pipeline.patterns.public.shown_public import no_name

COURTESY = r"(?:Mr|Mrs|Ms|Miss|Mx|Sr|Sra|Srta|Don|Doña|don|doña|Fr|Sister|Pr|Abbé|Brother|Padre)\.?"
WORD = r"(?:[A-ZÀ-Þ][\w’'`-]*[\w’]|[A-ZÀ-Þ]\b\.?)"
_RUN = re.compile(rf"(?<![\w@/’'.-]){WORD}(?:[ ](?:(?:de|la|del|los|las|van|von|bin|al|da|dos|y)[ ]){{0,2}}{WORD})*(?![\w@])")
_FIELD = re.compile(r"(?:\s[a-z]+){0,2}\s?[:#]")  # what follows the first word of a form's label: "Home language:"


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a run, (word, start, end), between those that name an office, a form's field or a title.

    `body`: an office or firm goes on with it.
    """

    words: tuple[tuple[str, int, int], ...]
    body: bool

    @property
    def start(self) -> int:
        return self.words[0][1]

    @property
    def end(self) -> int:
        return self.words[-1][2]


def runs_in(text: str) -> Iterator[Part]:
    """Every part of every run of capitalised words."""
    for run in _RUN.finditer(text):
        yield from _parts(run, text)


def _parts(run: re.Match[str], text: str) -> Iterator[Part]:
    """The parts of a run that may be names, at most two words before a word for an office or firm counted as its own."""
    group: list[tuple[str, int, int]] = []
    for match in re.finditer(r"\S+", run.group()):
        word, start = match.group(), run.start() + match.start()
        if of_body(word) and not _FIELD.match(text, start + len(word)):
            if group:
                if len(group) > 3:
                    yield Part(tuple(group[:-2]), False)
                yield Part(tuple(group[-2:] if len(group) > 3 else group), True)
            group = []
        elif (
            names_nobody(word)
            or no_name(word)
            or (not group and opens(word))
            or re.search(r"\d", word)
            or of_an_official(f"{word} {run.group()[match.end() :].lstrip()}", len(word) + 1)
            or OFFICE.fullmatch(word.strip(".,"))
            or re.fullmatch(COURTESY, word.strip(".,"))
            or CLERICAL.fullmatch(word)
        ):
            if group:
                yield Part(tuple(group), False)
            group = []
        elif word[0].isupper() or group:
            cut = len(re.sub(r"[’']s?$", "", word))
            group.append((word[:cut], start, start + cut))
    while group and not group[-1][0][0].isupper():
        group.pop()
    if group:
        yield Part(
            tuple(group),
            bool(re.match(r"\s(?:&|and)\s(?:Sons?|Co|Associates)\b|,?\s(?:LLC|LLP|Inc|Ltd|P\.?C)\b", text[run.end() :][:20])),
        )


def quiet(part: Part, ordinary: Callable[[str], bool]) -> Iterator[Part]:
    """The part itself, or where it is in capitals its runs of words that stand in no dictionary: the others are labels."""
    if not all(word.isupper() for word, _, _ in part.words):
        yield part
        return
    group: list[tuple[str, int, int]] = []
    for one in (*part.words, ("", 0, 0)):
        if one[0] and not (len(one[0]) > 1 and ordinary(one[0])):
            group.append(one)
        elif group:
            yield Part(tuple(group), False)
            group = []


def of_body(word: str) -> bool:
    """Whether the word names what sort of office, firm or place something is."""
    plain = re.sub(r"[’']s?$", "", word.strip(".,")).rpartition("-")[2]
    return (ORGANISATION.fullmatch(plain) or BUSINESS.fullmatch(plain)) is not None
