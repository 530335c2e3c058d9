"""Plates of cars on a page about one person's case: behind a word for a car, or in the line of a person's name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.patterns.private.presumed_homes import BASIS, with_name
from pipeline.patterns.private.signs import IdentifierFound

_PLATE = re.compile(
    r"(?<![\w-])(?!(?:I|N|G|AR|DS|OF|SF|EOIR)-\d{1,4}[A-Z]?\b)"  # a federal form is no car
    r"(?=[\dA-Z -]{0,4}[A-Z])(?=[\dA-Z -]{0,6}\d[A-Z -]?\d)(?!\d{1,2}[ -])[A-Z\d]{1,4}[- ]?[A-Z\d]{2,5}"
    r"(?<=[A-Z\d]\d|\d[A-Z])(?![\w-])"
)
STATUTE = re.compile(r"\b(?:PC|VC|HS|BP|WI|ORC|RCW|NRS|ARS)\s?$")
_THREE_LETTERS = re.compile(
    r"(?<![\w-])(?!USC|CFR|INA|EXT|APT|BOX|RTE|HWY|FAX|TEL|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)"
    r"[A-Z]{3}[- ]?(?!(?:19|20)\d\d\b)\d{3,4}(?![\w-])"
)
FORM = re.compile(r"(?i:\b(?:forms?|formulario)\s(?:no\.?\s)?\(?)\Z")
CAR = re.compile(
    r"(?i:\b(?:plates?|placas?|tags?|registration|sedan|truck|pickup|van|car|vehicle|driv(?:es|ing|er|en)"
    r"|toyota|honda|chev\w*|ford|nissan|dodge)\b|\bRAN\b|\bR/O\b)"
)


def plates_in(text: str, names: tuple[int, ...]) -> Iterator[IdentifierFound]:
    """Plates behind a word for a car, and letters with digits in the line of a person's name, as registers have them."""
    for match in _PLATE.finditer(text):
        before = text[max(0, match.start() - 60) : match.start()]
        if CAR.search(before) and not STATUTE.search(before + match.group()[:3]) and not match.group().isdigit():
            yield IdentifierFound(*match.span(), "plate", BASIS)
    for match in _THREE_LETTERS.finditer(text):
        if with_name(text, match, names) and not _of_an_agency(text, match):
            yield IdentifierFound(*match.span(), "plate", BASIS)


def _of_an_agency(text: str, match: re.Match[str]) -> bool:
    """Whether it is the number of a form: the word stands before it, or its letters are an agency's on the page ("ICE 247")."""
    if FORM.search(text[max(0, match.start() - 12) : match.start()]):
        return True
    return re.search(rf"(?<![\w-]){match.group()[:3]}(?=[ ][a-z]|[,;)/]|\.\s|[ ]?\n)", text) is not None
