"""A person's name as papers print it, folded to given name and surname: "Roe, Jane A.", "Jane Roe", "J. Roe", "MS. ROE"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.patterns.public.openly import RANK

_SMALL = r"[a-zß-ÿ]"
WORD = rf"(?:(?:[OD]['’]|M(?:a?c))?[A-ZÀ-Þ]{_SMALL}+(?:-[A-ZÀ-Þ]{_SMALL}+)?)"
LOUD = r"[A-ZÀ-Þ][A-ZÀ-Þ’'-]+[A-ZÀ-Þ]"
_MIDDLE = r"(?:[ ][A-Z]\.?)?"
FULL = rf"(?:{WORD}|(?:[A-Z]\.[ ]?){{1,2}}){_MIDDLE}[ ]?(?<=[ .]){WORD}"
LOUD_FULL = rf"(?:{LOUD}|[A-Z]\.){_MIDDLE}[ ]{LOUD}"
REVERSED = rf"{WORD},[ ](?:{WORD}|[A-Z]\b\.?){_MIDDLE}"
COURTESY = r"(?:Mr|Ms|Mrs|Miss|Mx|Dr|MR|MS|MRS|DR|Hon|HON)\b\.?"
_TITLES = re.compile(
    rf"^(?:(?:{COURTESY}|(?i:the\s)?(?i:honorable)|(?i:{RANK})|(?:Sgt|Lt|Capt|Cpl|Col|Maj|Det|Dep|Supt|Gov|Sen|Rep)\.?)\s+)+"
)
_TAIL = re.compile(r"(?:,?\s(?:Jr|Sr|II|III|IV|Esq|Ph\.?D|J\.?D|M\.?D)\b\.?)+$")
_ASIDE = re.compile(r"\s*[(\[<][^)\]>]*[)\]>]?")
_PARTICLES = frozenset({"van", "von", "der", "den", "de", "la", "del", "di", "da", "al", "bin", "st"})
_SHORTEST = 3  # letters of a surname, and of a short given name ("Ray" for Raymond)
_LOOKALIKE = str.maketrans({"1": "l", "0": "o", "|": "l", "!": "l", "5": "s", "8": "b", "’": "", "'": "", "-": ""})


@dataclass(frozen=True, slots=True)
class Name:
    """A name folded; `given` is '' where none is printed, one letter where only an initial is."""

    given: str
    surname: str


def folded(word: str) -> str:
    """A word of a name without marks, in small letters, digits that scanners put for letters put right."""
    return word.casefold().translate(_LOOKALIKE).strip(".,;:")


def name_of(printed: str) -> Name | None:
    """The name in these words; None where they are none: a body, a phrase, one letter."""
    plain = _TAIL.sub("", " ".join(_ASIDE.sub(" ", printed).split()).strip(" ,.;:\"'“”"))
    plain = _TITLES.sub("", plain)
    first, comma, behind = plain.partition(",")
    words, after = first.split(), behind.split()
    if comma and len(words) <= 1 + sum(word.lower() in _PARTICLES for word in words) and _given(after):
        words = [after[0], *words]
    if not words or len(words) > 2 + 2 or not all(_is_name(word) or word.lower() in _PARTICLES for word in words):
        return None
    surname = folded(words[-1])
    given = folded(words[0]) if len(words) > 1 else ""
    if len(surname) < _SHORTEST or not surname.isalpha() or re.fullmatch(rf"(?i:{RANK})", words[-1]):
        return None
    return Name("" if given in _PARTICLES else given, surname)


def _given(words: list[str]) -> bool:
    """Whether the words behind a comma are given names, no post: one, or one and an initial."""
    named = 1 <= len(words) <= 2 and all(_is_name(word) for word in words)
    return named and (len(words) == 1 or len(words[1].strip(".")) == 1) and not re.match(rf"(?i:{RANK})", words[0])


def _is_name(word: str) -> bool:
    return re.fullmatch(r"[A-ZÀ-Þ](?:[\w’'-]*[\w]|\.)?", word) is not None and not any(sign.isdigit() for sign in word[:1])


def agree(one: str, other: str) -> bool:
    """Whether two given names can be one person's: "", an initial, "Ray" and "Raymond"."""
    if not one or not other:
        return True
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and (len(short) >= _SHORTEST or len(short) == 1)


def misread(one: str, other: str) -> bool:
    """Whether two surnames of some length are one letter apart, the first the same: "abernathy", "abernathv"."""
    if min(len(one), len(other)) < 2 * _SHORTEST or one[0] != other[0] or abs(len(one) - len(other)) > 1:
        return False
    at = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return any(one[at + left :] == other[at + right :] for left, right in ((1, 1), (1, 0), (0, 1)))
