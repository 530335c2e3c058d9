"""How two sentences are opposed that lie near in meaning, and what stands in one so that it tells no fact."""

from __future__ import annotations

import re

from pipeline.patterns.sense import polarity
from pipeline.patterns.sense.polarity import Read, Turn

# A wish, a condition, a question handed on, an order.
UNTOLD = re.compile(
    r"(?i)\b(?:should|would|could|might|ought|if|whether|unless|asked|please)\b|^\W*(?:do not\b|(?:don['’]t|never) \w)"
)


def opposed(left: Read, right: Read) -> Turn | None:
    """How two sentences are opposed that lie near in meaning: as `turned`, or one denies something and the other nothing.

    They must have a word in common that is no name: of what is near by its subject alone, much is near.
    """
    if not (left.stems & right.stems) - {polarity.stem(name) for name in left.names | right.names}:
        return None
    found = polarity.turned(left, right)
    if found is not None:
        return found
    for one, other in ((left, right), (right, left)):
        denial = next((mark for mark in one.marks if mark.kind == "negation"), None)
        if denial is not None and not other.denies:
            return Turn("negation", *((denial.cue, "") if one is left else ("", denial.cue)), "")
    return None
