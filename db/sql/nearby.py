"""Words that a machine may have made of a word: what OCR confuses costs little, any other change costs one.

Pure functions; where the words of an edition are kept is not their business.
"""

from __future__ import annotations

from collections.abc import Iterable

SHORTEST = 4  # letters from which a word is looked for in other spellings
MOST = 6  # other spellings taken
_SMALL = 0.35  # cost of a change that OCR makes
# Runs of letters that look alike in print, each way.
LOOK_ALIKE = (
    ("rn", "m"), ("ni", "m"), ("in", "m"), ("rm", "nn"), ("nn", "m"), ("cl", "d"), ("vv", "w"), ("li", "h"), ("fi", "h"),
    ("ii", "u"), ("l", "1"), ("l", "i"), ("i", "1"), ("i", "j"), ("t", "l"), ("t", "f"), ("o", "0"), ("o", "c"), ("c", "e"),
    ("e", "o"), ("s", "5"), ("b", "6"), ("b", "h"), ("g", "q"), ("u", "n"), ("v", "y"), ("a", "o"), ("z", "2"), ("fi", "f"),
    ("fl", "f"),
)  # fmt: skip
_CHEAP = frozenset(pair for one, other in LOOK_ALIKE for pair in ((one, other), (other, one)))


def variants(word: str) -> tuple[str, ...]:
    """The word with one run of letters misread, in every way and place."""
    made = []
    for one, other in LOOK_ALIKE:
        for right, wrong in ((one, other), (other, one)):
            at = word.find(right)
            while at >= 0:
                made.append(word[:at] + wrong + word[at + len(right) :])
                at = word.find(right, at + 1)
    return tuple(dict.fromkeys(made))


def pieces(word: str) -> tuple[str, ...]:
    """Every run of three letters in it."""
    return tuple(dict.fromkeys(word[at : at + 3] for at in range(len(word) - 2)))


def allowed(word: str) -> float:
    """How far a spelling of this word may be from it: one change in a short word, two in a long one."""
    return 1.0 if len(word) < 8 else 2.0


def distance(one: str, other: str, limit: float) -> float:
    """The cost of making one word of the other; anything above `limit` may be given as any number above it."""
    if abs(len(one) - len(other)) > limit + 1:
        return limit + 1
    if one == other:
        return 0.0
    width = len(other) + 1
    rows: list[list[float]] = [[float(at) for at in range(width)]]
    for i, letter in enumerate(one, 1):
        row = [float(i)]
        for j, wanted in enumerate(other, 1):
            cost = min(row[j - 1] + 1, rows[i - 1][j] + 1, rows[i - 1][j - 1] + (letter != wanted))
            for m, n in ((1, 1), (1, 2), (2, 1), (2, 2)):
                if m <= i and n <= j and (one[i - m : i], other[j - n : j]) in _CHEAP:
                    cost = min(cost, rows[i - m][j - n] + _SMALL)
            row.append(cost)
        if min(row) > limit + 1:
            return limit + 1
        rows.append(row)
    return rows[-1][-1]


def nearest(word: str, found: Iterable[tuple[str, int]]) -> tuple[str, ...]:
    """The likeliest spellings among words with their counts: the nearest first, of equals the more frequent."""
    limit = allowed(word)
    near = [(distance(word, other, limit), -count, other) for other, count in found if other != word]
    return tuple(other for cost, _, other in sorted(near) if cost <= limit)[:MOST]
