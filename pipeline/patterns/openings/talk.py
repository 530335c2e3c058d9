"""People who take turns at the beginnings of lines, with no colon behind their names: "HOST   And mistakes?"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

LABEL = re.compile(r"(?P<who>[A-Z][A-Z'’.-]{2,}(?:\s[A-Z][A-Z'’.-]{2,})?)\s+(?=[A-Z“\"(][a-z]|[AI]['’\s])")
_TURNS = 2  # of each of two speakers at least
_ENDED = 0.7  # share of turns before which another's sentence has ended


def talkers(lines: Iterable[str]) -> frozenset[str]:
    """The names in capitals that take turns at the beginnings of these lines; none where sentences do not end before them, as
    before the fields of a log."""
    said = [(found["who"], before) for before, line in pairwise(("", *lines)) if (found := LABEL.match(line))]
    ended = sum(before.endswith((".", "?", "!", "-", "–", "—", '"', "”")) for _, before in said[1:])
    often = frozenset(who for who, count in Counter(who for who, _ in said).items() if count >= _TURNS)
    return often if len(often) > 1 and ended >= _ENDED * (len(said) - 1) else frozenset()
