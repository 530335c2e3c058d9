"""Fits what each sign of a hold weighs (`pipeline/stages/screening/balance.py`) on marked pages the reader had not learnt from.

    scripts/fit_balance.py             prints the weights, and by bound what each hand would lose by those fitted on the other

Each page is screened as a file of its own with nothing let go; what is withheld of it there is one row.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from measuring.marked import UNKNOWN, pages_of  # noqa: E402
from measuring.private import Printed, printed, withheld  # noqa: E402

from pipeline.engines.language import SpacyParser  # noqa: E402
from pipeline.engines.tagger import OnnxTagger  # noqa: E402
from pipeline.patterns.private.signs import IdentifierFound  # noqa: E402
from pipeline.records.tagging import PRIVATE  # noqa: E402
from pipeline.stages.screening import balance  # noqa: E402
from pipeline.stages.screening.evidence import SORTS, Beside, alike  # noqa: E402

HANDS = ("prc", "prd")
RIDGE = 10.0  # how much is asked of the rows before a sign weighs anything
ROUNDS = 50
BOUNDS = (0.02, 0.03, 0.05, 0.08, 0.1, 0.15, 0.2)
PRIVATE_FROM = 0.3  # share of a hold that is marked as private

Row = tuple[str, bool, dict[str, float]]


def main() -> None:
    """Screens, fits and prints."""
    parser, tagger = SpacyParser(), OnnxTagger()
    rows: dict[str, list[Row]] = defaultdict(list)
    for marked in pages_of(ROOT / "corpus" / "labels" / "private"):
        if marked.hand in HANDS:
            one = printed(marked)
            for sort, private, told in _rows(one, parser, tagger):
                rows[sort].append((marked.hand, private, told))
    for sort, found in rows.items():
        _report(sort, found)


def _rows(one: Printed, parser: SpacyParser, tagger: OnnxTagger) -> list[tuple[str, bool, dict[str, float]]]:
    """(sort, whether it is private, its signs) of all that is weighed of one page."""
    made: list[tuple[str, bool, dict[str, float]]] = []

    def keep(pages, held, words):  # type: ignore[no-untyped-def]
        seen = Beside(pages[0].text, words[0])
        for first, told in balance.weighable(Beside(seen.text, seen.words, alike([seen])), held[0]):
            private = _is_private(one, first)
            if private is not None:
                made.append((SORTS[first.kind], private, told))
        return [frozenset(ones) for ones in held]

    usual, balance.kept = balance.kept, keep
    try:
        withheld(one, parser, tagger)
    finally:
        balance.kept = usual
    return made


def _is_private(one: Printed, found: IdentifierFound) -> bool | None:
    """Whether the marks make it private; None where they leave it open to doubt or it has no letter or digit."""
    signs = [at for at in range(found.start, found.end) if one.page.text[at].isalnum()]
    count = Counter(one.labels[at] for at in signs)
    if not signs or count[UNKNOWN] > len(signs) / 2:
        return None
    return sum(count[label] for label in PRIVATE) > PRIVATE_FROM * len(signs)


def _report(sort: str, rows: list[Row]) -> None:
    signs = list(rows[0][2])
    told = np.array([[1.0, *(row[2][sign] for sign in signs)] for row in rows])
    private, hands = np.array([row[1] for row in rows]), np.array([row[0] for row in rows])
    print(f"{sort}: {len(rows)} holds, {int(private.sum())} private")
    given = np.zeros(len(rows))
    for hand in HANDS:
        given[hands == hand] = _chance(told[hands == hand], _fitted(told[hands != hand], private[hands != hand]))
    for bound in BOUNDS:
        gone = given < bound
        print(f"  below {bound}: {int((gone & private).sum())} private, {int((gone & ~private).sum())} that are not")
    print("  ", {name: round(float(weight), 2) for name, weight in zip(("always", *signs), _fitted(told, private), strict=True)})


def _chance(told: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    return 1 / (1 + np.exp(-told @ weights))


def _fitted(told: NDArray[np.float64], private: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Weights by Newton's method; the first, of what is always told, is not held back."""
    ridge = np.eye(told.shape[1]) * RIDGE
    ridge[0, 0] = 0.0
    weights = np.zeros(told.shape[1])
    for _ in range(ROUNDS):
        chance = _chance(told, weights)
        curve = told.T @ (told * (chance * (1 - chance))[:, None]) + ridge
        weights = weights - np.linalg.solve(curve, told.T @ (chance - private) + ridge @ weights)
    return weights


if __name__ == "__main__":
    main()
