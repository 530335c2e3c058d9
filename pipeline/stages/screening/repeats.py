"""What a file repeats of what is withheld in it: values, full names, and what stands for them alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from pipeline.patterns.names.name_forms import before_surname, given_name, names_nobody, of_an_official, short_surname, spellings
from pipeline.patterns.names.towns import has_body
from pipeline.patterns.private.ages import KIND as AGE
from pipeline.patterns.private.care import KIND as CARE
from pipeline.patterns.private.custody import KIND as CUSTODY
from pipeline.patterns.private.health import KIND as HEALTH
from pipeline.patterns.private.relief import KIND as RELIEF
from pipeline.patterns.private.signs import PRESUMED, IdentifierFound
from pipeline.records.page import Page

NAMES = ("person-name", "minor-name", PRESUMED)
STAMPED = re.compile(r"-(?:[A-Z]{2,8}-)?\d{4,}(?![\w-])")  # what follows the prefix in "ORLEN-FOIA-000143"
# At least three letters one by one, parted alike: "R-O-E", "R O E", "A. D. A."
_LETTERS = re.compile(r"(?<![\w-])[^\W\d_](?P<joint>-|\.[ ]?|,[ ]|[ ])[^\W\d_](?:(?P=joint)[^\W\d_]){1,38}(?![\w-])")
_PLAIN = re.compile(r"[^\W\d_]+")  # a form of one word
ALONE = 4  # letters from which a name of one word is looked for elsewhere


def repeats(
    pages: tuple[Page, ...],
    found: list[list[IdentifierFound]],
    at_least: int,
    ordinary: Callable[[str], bool],
    places: frozenset[str],
    borne: frozenset[str] = frozenset(),
) -> list[list[IdentifierFound]]:
    """The same values elsewhere in the file, where nothing beside them would have told.

    No word of a dictionary, no place and no name that somebody in office bears (`borne`) is followed as the surname of a longer
    name. `at_least` is the letters or digits from which what is no name is looked for.
    """
    kinds: dict[str, str] = {}
    hasty: set[str] = set()  # forms of names that a mail writes in lower case
    texts = tuple(page.text for page in pages)
    for page, ones in zip(pages, found, strict=True):
        for one in ones:
            value = page.text[one.start : one.end]
            if one.kind in (AGE, HEALTH, RELIEF, CARE, CUSTODY) or (one.kind == "address" and not re.search(r"\d", value)):
                continue  # an illness, an age or a school alone is nobody's, a town alone no home
            if one.kind in NAMES:
                if lone(value) and (
                    len(value) < ALONE
                    or names_nobody(value)
                    or value.casefold() in places
                    or said_plainly(value, pages)
                    or has_body(value, texts)
                ):
                    continue
                for form in spellings(_as_printed(value)):
                    if (
                        lone(value)
                        or not _PLAIN.fullmatch(form)
                        or not (form.casefold() in places or form.casefold() in borne or ordinary(form) or has_body(form, texts))
                    ):
                        kinds.setdefault(form, one.kind)
                        if value.islower() and not (_PLAIN.fullmatch(form) and ordinary(form)):
                            hasty.add(form.casefold())
            elif len(value) >= at_least:
                kinds.setdefault(_again(value), one.kind)
    again: list[list[IdentifierFound]] = [[] for _ in pages]
    if not kinds:
        return again
    for into, spelled in zip(again, _spelled(pages, found), strict=True):
        into += spelled
    for word, kind in _given_names(pages, found, places).items():
        kinds.setdefault(rf"{word}(?!\s+(?-i:[A-Z]))", kind)  # with a surname of their own it is somebody else
    for word, kind in _short_surnames(pages, found).items():
        kinds.setdefault(rf"(?-i:{word}|{word.upper()})", kind)
    # Longest first, so that a full name is taken before the surname in it.
    ordered = sorted(kinds, key=lambda form: (-len(form), form))
    for at in range(0, len(ordered), 200):
        portion = ordered[at : at + 200]
        forms = "|".join(rf"(?P<g{index}>{form}(?![^\W_]))" for index, form in enumerate(portion))
        pattern = re.compile(rf"(?<![^\W_])(?:{forms})", re.IGNORECASE)  # within a word no form is tried
        for page, into in zip(pages, again, strict=True):
            for match in pattern.finditer(page.text):
                form = portion[int((match.lastgroup or "g0")[1:])]
                kind = kinds[form]
                if kind in NAMES and (
                    of_an_official(page.text, match.start()) or not (match.group()[0].isupper() or form.casefold() in hasty)
                ):
                    continue
                if kind in NAMES and match.group().isupper() and STAMPED.match(page.text, match.end()):
                    continue  # the prefix of a stamp is nobody's
                start = before_surname(page.text, match.start()) if kind in NAMES else match.start()
                into.append(IdentifierFound(start, match.end(), kind, "repeats what is withheld elsewhere in the file"))
    return again


def _spelled(pages: tuple[Page, ...], found: list[list[IdentifierFound]]) -> Iterator[list[IdentifierFound]]:
    """Words of withheld names spelled out letter by letter ("L-U-N-D"), page by page."""
    words = {
        word.casefold()
        for page, ones in zip(pages, found, strict=True)
        for one in ones
        if one.kind in NAMES
        for word in re.findall(r"[^\W\d_]{3,}", page.text[one.start : one.end])
    }
    for page in pages:
        yield [
            IdentifierFound(*match.span(), "person-name", "spells out a name that is withheld")
            for match in _LETTERS.finditer(page.text)
            if _spells(re.sub(r"[^\w]", "", match.group()).casefold(), words)
        ]


def _spells(letters: str, words: set[str]) -> bool:
    """Whether the letters are a withheld word, or hold one of four letters or more: "A D A L U N D"."""
    return letters in words or any(len(word) >= ALONE and word in letters for word in words)


def _given_names(pages: tuple[Page, ...], found: list[list[IdentifierFound]], places: frozenset[str]) -> dict[str, str]:
    """Given names of those withheld, that the file nowhere uses as an ordinary word: alone they still tell who is meant."""
    given: dict[str, str] = {}
    texts = tuple(page.text for page in pages)
    for page, ones in zip(pages, found, strict=True):
        for one in ones:
            if one.kind in NAMES and (word := given_name(page.text[one.start : one.end])) and not has_body(word, texts):
                if word.casefold() in places:
                    continue
                given.setdefault(word.title(), one.kind)
    return {word: kind for word, kind in given.items() if not said_plainly(word, pages)}


def _short_surnames(pages: tuple[Page, ...], found: list[list[IdentifierFound]]) -> dict[str, str]:
    """Surnames of two or three letters, that the file nowhere uses as an ordinary word or an acronym of its own."""
    short: dict[str, str] = {}
    for page, ones in zip(pages, found, strict=True):
        for one in ones:
            if one.kind in NAMES and (word := short_surname(page.text[one.start : one.end])):
                short.setdefault(word.title(), one.kind)
    return {word: kind for word, kind in short.items() if not said_plainly(word, pages)}


def said_plainly(word: str, pages: tuple[Page, ...]) -> bool:
    """Whether the file uses the word in lower case: then it is an ordinary word too."""
    plain = re.compile(rf"(?<![\w.@-]){re.escape(word.lower())}(?![\w@-]|\.\w)")  # in a mailbox it is a name all the same
    return any(word.lower() in page.text and plain.search(page.text) for page in pages)


def lone(value: str) -> bool:
    """Whether it is one word."""
    return len(value.split()) == 1


def _as_printed(value: str) -> str:
    """A name as it stands elsewhere: closed up where a form prints it one letter to a box."""
    words = value.split()
    return "".join(words) if len(words) > 3 and all(len(word) == 1 for word in words) else value


def _again(value: str) -> str:
    """A pattern for the value elsewhere: a number by its digits however they are grouped, anything else word for word."""
    digits = re.sub(r"\D", "", value)
    if len(digits) >= 7 and not re.search(r"[A-Za-z]{2}", value):
        return r"[-\s.()]{0,3}".join(digits)
    return r"\s+".join(map(re.escape, value.split()))
