"""Whether scores hold what they promise: pairs by score, how many of them were right; and the fit of the scorer's curve."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable

from measuring.figures import Figure, Section

BANDS = (0.0, 0.25, 0.5, 0.7, 0.8, 0.9, 0.95, 1.001)
Scored = tuple[float, bool]  # the score given, and whether the finding was right


def reliability(title: str, part: str, scored: list[Scored], thresholds: Iterable[tuple[str, float]]) -> Section:
    """A line per band of scores (mean score, share right, counts), the gap over all, and precision at each threshold."""
    lines, gap = [], 0.0
    for low, high in itertools.pairwise(BANDS):
        band = [(score, right) for score, right in scored if low <= score < high]
        if band:
            mean, share = sum(score for score, _ in band) / len(band), sum(right for _, right in band) / len(band)
            gap += abs(mean - share) * len(band)
            right = sum(right for _, right in band)
            lines.append(f"  scored {low:.2f} to {min(high, 1):.2f}: mean {mean:.2f}, right {share:.2f} ({right} of {len(band)})")
    figures = [Figure(part, "mean gap between score and share right", gap, len(scored), lower_is_better=True)]
    for name, least in thresholds:
        above = [right for score, right in scored if score >= least]
        figures.append(Figure(part, f"right of those {name} (score {least:g} or more)", sum(above), len(above)))
    return Section(title, "\n".join(lines), tuple(figures))


def fit(points: list[tuple[float, bool]]) -> tuple[float, float]:
    """(intercept, slope) of the logistic curve from sums of weights to the chance of being right, by Newton's method.

    Targets are smoothed as Platt did, so that a clean split does not promise certainty.
    """
    right = sum(good for _, good in points)
    high, low = (right + 1) / (right + 2), 1 / (len(points) - right + 2)
    a, b = 0.0, 1.0
    for _ in range(100):
        ga = gb = haa = hab = hbb = 1e-9
        for x, good in points:
            p = 1 / (1 + math.exp(-(a + b * x)))
            error, spread = (high if good else low) - p, p * (1 - p)
            ga, gb = ga + error, gb + error * x
            haa, hab, hbb = haa + spread, hab + spread * x, hbb + spread * x * x
        det = haa * hbb - hab * hab
        a, b = a + (hbb * ga - hab * gb) / det, b + (haa * gb - hab * ga) / det
    return a, b
