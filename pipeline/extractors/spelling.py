"""Words as scans and hurried typists leave them: is this token that word, misspelt?"""

from __future__ import annotations

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
