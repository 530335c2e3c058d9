"""Words as scans and hurried typists leave them: is this token that word, misspelt?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

SHORTEST = 7  # letters; below this too many English words lie one letter apart

# Pairs that scanners take for each other, both ways. Ordinary vowels are not among them: "deported" is not "departed".
_ALIKE = [
    "il",
    "i1",
    "l1",
    "it",
    "i!",
    "l!",
    "ij",
    "1t",
    "tf",
    "lt",
    "rt",
    "o0",
    "oc",
    "ec",
    "e0",
    "hb",
    "nu",
    "nr",
    "un",
    "vy",
    "uv",
    "s5",
    "g9",
    "gq",
    "b8",
    "z2",
    "b6",
    "a@",
    "1!",
    "l|",
    "i|",
    "1|",
    "fr",
    "cg",
    "ad",
    "ir",
]
_MERGED = (("rn", "m"), ("nn", "m"), ("ni", "m"), ("in", "m"), ("vv", "w"), ("cl", "d"), ("ii", "u"), ("li", "h"), ("ri", "n"))
_PAIRS = frozenset(pair for raw in _ALIKE for pair in (raw, raw[::-1]))
_LIKE = {pair[0]: frozenset(other[1] for other in _PAIRS if other[0] == pair[0]) for pair in sorted(_PAIRS)}


@lru_cache(maxsize=65536)
def near(seen: str, word: str) -> bool:
    """True where `seen` (lower case) is `word` with one slip of scanner or typist; never for words under SHORTEST letters."""
    if seen == word:
        return True
    if len(word) < SHORTEST or abs(len(seen) - len(word)) > 1:
        return False
    if any(_merged(seen, word, two, one) for two, one in _MERGED):
        return True
    return _starts_alike(seen, word) and _one_slip(seen, word)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words to be recognised when misspelt, by what any slip leaves of them: `near` one by one is too slow for every word read.

    `merged` by a form with one pair of `_MERGED` written as one letter (its number stands before it), `first` by the first
    letter, `inner` by the three that follow it.
    """

    merged: dict[str, tuple[str, ...]]
    first: dict[str, tuple[str, ...]]
    inner: dict[str, tuple[str, ...]]
    longest: int

    def meant(self, seen: str) -> frozenset[str]:
        """Every word of the lexicon that is `near` what was seen."""
        found = {word for form in _merged_forms(seen) for word in self.merged.get(form, ()) if abs(len(seen) - len(word)) <= 1}
        alike = [word for letter in (seen[:1], *_LIKE.get(seen[:1], ())) for word in self.first.get(letter, ())]
        if seen and not seen[0].isalpha():
            alike += self.inner.get(seen[1:4], ())
        found |= {word for word in alike if abs(len(seen) - len(word)) <= 1 and (word == seen or _one_slip(seen, word))}
        return frozenset(found)


def lexicon_of(words: Iterable[str]) -> Lexicon:
    """The words among these that are long enough to survive a slip, made ready."""
    merged: dict[str, tuple[str, ...]] = {}
    first: dict[str, tuple[str, ...]] = {}
    inner: dict[str, tuple[str, ...]] = {}
    long = sorted({word for word in words if len(word) >= SHORTEST})
    for word in long:
        first[word[0]] = (*first.get(word[0], ()), word)
        inner[word[1:4]] = (*inner.get(word[1:4], ()), word)
        for form in _merged_forms(word):
            merged[form] = (*merged.get(form, ()), word)
    return Lexicon(merged, first, inner, max(map(len, long), default=0))


def _merged_forms(word: str) -> list[str]:
    return [f"{number}{word.replace(two, one)}" for number, (two, one) in enumerate(_MERGED)]


def _starts_alike(seen: str, word: str) -> bool:
    return seen[:1] == word[:1] or seen[:1] + word[:1] in _PAIRS or (seen[1:4] == word[1:4] and not seen[0].isalpha())


def _merged(seen: str, word: str, two: str, one: str) -> bool:
    return seen.replace(two, one) == word.replace(two, one)


def _one_slip(seen: str, word: str) -> bool:
    """Alike letters throughout, or two letters swapped, or one letter too many or too few inside the word."""
    if len(seen) == len(word):
        differing = [at for at in range(len(word)) if seen[at] != word[at]]
        if all(seen[at] + word[at] in _PAIRS for at in differing):
            return len(differing) <= 3
        if len(differing) == 2:
            one, two = differing
            return two == one + 1 and seen[one] == word[two] and seen[two] == word[one]
        return False
    longer, shorter = (seen, word) if len(seen) > len(word) else (word, seen)
    # The last letter is left out: a plural or a past tense is another form, which lemmas take care of.
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(1, len(longer) - 1))
