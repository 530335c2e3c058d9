"""Whether words look like words: tells a usable text layer or a good reading from garbage, without a dictionary."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise

from pipeline.patterns.law.exemptions import codes_in, codes_on_box

# Letters per 1,000 in running English, from the counts usually printed in handbooks of cryptography. Other languages in
# Latin letters come close (Spanish and French: cosine above 0.9); glyphs mapped one letter off do not (below 0.6).
ENGLISH = {
    "e": 127, "t": 91, "a": 82, "o": 75, "i": 70, "n": 67, "s": 63, "h": 61, "r": 60, "d": 43, "l": 40, "c": 28, "u": 28,
    "m": 24, "w": 24, "f": 22, "g": 20, "y": 20, "p": 19, "b": 15, "v": 10, "k": 8, "j": 2, "x": 2, "q": 1, "z": 1,
}  # fmt: skip
ENOUGH_LETTERS = 150  # fewer letters say nothing about how often each occurs
LEAST_LIKENESS = 0.75
VOWELS = frozenset("aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýÿœ")

# The words that make up a third of running English, and of running Spanish.
COMMON = frozenset(
    (
        *("the", "of", "and", "to", "in", "a", "is", "that", "for", "on", "as", "by", "with", "be", "or", "this", "are", "at"),
        *("from", "it", "not", "was", "will", "have", "has", "any", "all", "which", "shall"),
        *("de", "la", "que", "el", "en", "los", "del", "las", "por", "con", "para", "una", "un", "se", "al", "es", "lo", "su"),
    )
)

NUMBER = re.compile(r"[$€£#№§]{0,2}\(?[+\-–—]?\d[\d.,:/'’\-–—]*(?:st|nd|rd|th|s|%|°|[A-Za-z])?\)?")
ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+\-]+@[\w\-]*(?:\.[\w\-]+)*|(?:[A-Za-z]:)?(?:[\\/][\w.\-]+)+", re.ASCII)
MIXED = re.compile(r"[A-Za-z]{0,6}[\-./]?\d++(?:[\-./:]?[A-Za-z]{0,4}\d*+){0,3}")
UNREAL = re.compile(r"\(cid:\d+\)|[\ue000-\uf8ff\ufffd\u0000-\u0008]")
EDGES = " \t\"'`.,;:!?()[]{}<>*_|~^=+&/\\-–—…“”‘’«»•·●▪§©®™"

# "(b)(7)(C)", "{b}{6)": a section of the law, a number, perhaps letters, each within brackets of any kind.
BRACKETED_CODE = re.compile(r"[({\[][bjk][)}\]][({\[][1-9][)}\]](?:[({\[][A-F][)}\]])*")
ROUND = str.maketrans("{[}]", "(())")


def with_round_brackets(text: str) -> str:
    """The text with exemption codes in the round brackets in which they are always printed: OCR takes them for others."""
    if not any(sign in text for sign in "{}[]"):
        return text
    return BRACKETED_CODE.sub(lambda found: found[0].translate(ROUND), text)


def has_code(text: str) -> bool:
    """Whether an exemption code such as `(b)(6)` stands in the text, OCR's ways of writing it included."""
    return bool(codes_on_box(text))


def only_codes(text: str) -> bool:
    """Whether the text is exemption codes and hardly anything else."""
    found = codes_in(text)
    rest = text
    for code in reversed(found):
        rest = rest[: code.start] + rest[code.end :]
    return has_code(text) and len(folded(rest)) <= (5 if found else 12)


def folded(text: str) -> str:
    """Letters and digits in lower case: what two readings of one word have in common."""
    return "".join(c for c in unicodedata.normalize("NFKD", text).lower() if c.isalnum())


def alike(left: str, right: str, least: float = 0.75) -> bool:
    """Whether two readings may be of one word; `least` is the share of letters they must have in common (0..1)."""
    a, b = folded(left), folded(right)
    if not a or not b:
        return a == b
    if a == b:
        return True
    if max(len(a), len(b)) > 2 * min(len(a), len(b)):
        return False
    return SequenceMatcher(None, a, b, autojunk=False).ratio() >= least


@lru_cache(maxsize=65536)
def looks_like_word(token: str) -> bool | None:
    """True or False; None for what does not tell, such as a single letter or a rule made of dashes.

    Remembered: a page asks several times about each word, and words come again on every page.
    """
    plain = token.rstrip(".,;:")
    if len(plain) > 2 and plain.isascii() and plain.isalpha():  # most words: neither a number nor an address nor a code
        return _like_latin(plain, list(plain))
    if UNREAL.search(token):
        return False
    core = token.strip(EDGES)
    if not core:
        return None
    if NUMBER.fullmatch(core) or has_code(token) or ADDRESS.fullmatch(core):
        return True
    letters = [c for c in core if c.isalpha()]
    if not letters:
        return None if any(c.isdigit() for c in core) else False
    if len(core) == 1:
        return None
    if not all("LATIN" in unicodedata.name(c, "") for c in letters):
        # Scripts without our vowels: a word of one script is taken at its word, a mixture is not.
        scripts = {unicodedata.name(c, "?").split()[0] for c in letters}
        return len(scripts) == 1 and len(letters) >= 0.7 * len(core)
    if MIXED.fullmatch(core):
        return True
    return _like_latin(core, letters)


def _like_latin(core: str, letters: list[str]) -> bool:
    odd = sum(not (c.isalpha() or c in "'’.-–/&@,():;" or c.isdigit()) for c in core)
    if odd > len(core) // 6 or sum(c.isdigit() for c in core) > len(core) // 2:
        return False
    if sum(a.islower() and b.isupper() for a, b in pairwise(core)) > 1 + len(core) // 8:
        return False
    small = [c.lower() for c in letters]
    vowels = sum(c in VOWELS for c in small)
    if vowels == 0:
        return len(small) <= 3 or (core.isupper() and len(small) <= 5)
    if len(small) > 5 and vowels < 0.13 * len(small):
        return False
    return re.search(r"[bcdfghjklmnpqrstvwxz]{7}", "".join(small)) is None


def share(texts: Iterable[str]) -> float:
    """Share (0..1) of the words that look like words; half of it where the letters are not those of any language.

    1.0 where nothing tells.
    """
    listed = list(texts)
    verdicts = [verdict for verdict in map(looks_like_word, listed) if verdict is not None]
    if not verdicts:
        return 1.0 if len(listed) < 5 else 0.0
    found = sum(verdicts) / len(verdicts)
    return found if likely_letters(listed) else found / 2


def fluent(texts: Iterable[str]) -> bool:
    """Whether the words run like a language: glyphs mapped to the wrong letters never give its commonest words."""
    words = [text.strip(EDGES).lower() for text in texts]
    letters = [word for word in words if word.isalpha()]
    return len(letters) >= 25 and sum(word in COMMON for word in letters) >= 0.12 * len(letters)


def likely_letters(texts: Iterable[str]) -> bool:
    """Whether Latin letters occur about as often as they do in a language; True where there are too few to tell."""
    counts = Counter(c for text in texts for c in text.lower() if "a" <= c <= "z")
    if counts.total() < ENOUGH_LETTERS:
        return True
    product = sum(counts[c] * n for c, n in ENGLISH.items())
    norm = (sum(n * n for n in counts.values()) * sum(n * n for n in ENGLISH.values())) ** 0.5
    return bool(product / norm >= LEAST_LIKENESS)
