"""Edit distance between two texts."""

from __future__ import annotations

import numpy as np


def edits(read: str, true: str) -> int:
    """Characters to insert, delete or replace to make one text the other (Levenshtein), white space folded."""
    one, other = " ".join(read.split()), " ".join(true.split())
    if not one or not other:
        return len(one) + len(other)
    letters = np.frombuffer(other.encode("utf-32-le"), dtype=np.uint32)
    steps = np.arange(len(other) + 1)
    row = steps.copy()
    for count, letter in enumerate(one, 1):
        replaced = row[:-1] + (letters != ord(letter))
        best = np.minimum(replaced, row[1:] + 1)
        # Insertions run along the row: the least of everything to the left, one more for each step.
        row = np.minimum.accumulate(np.concatenate(([count], best)) - steps) + steps
    return int(row[-1])
