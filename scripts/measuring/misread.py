"""Text damaged as scanners damage it."""

from __future__ import annotations

import random

# Pairs that scanners take for each other.
_SLIPS = (("rn", "m"), ("m", "rn"), ("l", "1"), ("l", "I"), ("i", "l"), ("cl", "d"), ("o", "0"), ("e", "c"), ("h", "b"),
          ("fi", "f"), ("u", "n"), ("s", "5"), ("t", "f"), ("in", "m"), (" ", ""), ("w", "vv"))  # fmt: skip


def damaged(text: str, rate: float, chance: random.Random) -> str:
    """The text with about `rate` of its characters (0..1) misread as a scanner would."""
    out, at = [], 0
    while at < len(text):
        options = [(a, b) for a, b in _SLIPS if text.startswith(a, at)] if chance.random() < rate * 1.6 else []
        if options:
            a, b = chance.choice(options)
            out.append(b)
            at += len(a)
        else:
            out.append(text[at])
            at += 1
    return "".join(out)
