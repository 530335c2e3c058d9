"""From the weights of a pair's reasons to the chance that a reader would call it a contradiction.

A logistic curve, fitted on the 467 pairs that three writers labelled for development (corpus/labels/pairs.jsonl,
split `development`) by `python scripts/measure.py --fit`, with Platt's smoothing of the targets. It holds for claims that
are read rightly; how sure each reading is comes on top. `make measure` prints how well it holds on pairs held out.
"""

from __future__ import annotations

import math

VERSION = "7"
INTERCEPT, SLOPE = -2.57, 7.05


def chance(total: float) -> float:
    """The chance (0..1, 3 decimals) for a pair whose reasons weigh `total`."""
    return round(1 / (1 + math.exp(-(INTERCEPT + SLOPE * total))), 3)
