"""How sure readings are: the curves of `pipeline/scorers/readings.py`, fitted on labels the model was not trained on."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

import numpy as np
from training.labelled import kept_back

from pipeline import labels
from pipeline.records.finding import Claim
from pipeline.scorers.readings import INTERCEPT, LEAST, MOST

Row = dict[str, Any]
STATED = ("asserted", "former", "planned")  # what a pair can be made of; a question or a guess is none
Seen = tuple[str, float, bool]  # who found it, log odds of its confidence, whether subject, side and status are as labelled


def seen(statements: Iterable[Row], pairs: Iterable[Row], read: labels.Reader) -> list[Seen]:
    """The claims found in statements of sources kept back from training, and in the words of development pairs."""
    made: list[Seen] = []
    for row in statements:
        if row["split"] == "development" and kept_back(row):
            result = labels.judge(row, read(row["id"], row["text"], row["context"]))
            made += [_seen(claim, claim.status == label["status"]) for label, claim in result["right"]]
            made += [_seen(claim, False) for claim in result["extra"]]
    for row in pairs:
        if row["split"] == "development":
            for side in ("left", "right"):
                label = row[side]
                context = {"date": label["date"], "author": label["speaker"], "author_kind": label["speaker_kind"]}
                context |= {"audience": label["audience"], "kind": label.get("kind", "memo")}
                for one in read(f"{row['id']}-{side}", label["quote"], context):
                    made.append(_seen(one, labels.matters(label, one) and one.status == label["status"]))
    return [one for one in made if one[0]]


def _seen(claim: Claim, right: bool) -> Seen:
    given = min(max(claim.confidence, LEAST), MOST)
    return (claim.extractor if _stated(claim) else "", math.log(given / (1 - given)), right)


def _stated(claim: Claim) -> bool:
    return claim.status in STATED


def fitted(points: list[Seen]) -> tuple[dict[str, float], float]:
    """(intercept by who found it, slope) of one logistic curve for all, by Newton's method with a slight pull to nothing."""
    names = list(INTERCEPT)
    inputs = np.asarray([[*(float(who == name) for name in names), odds] for who, odds, _ in points])
    right = np.asarray([float(good) for *_, good in points])
    pull, weights = np.eye(len(names) + 1) * 0.1, np.zeros(len(names) + 1)
    for _ in range(50):
        given = 1 / (1 + np.exp(-inputs @ weights))
        spread = (inputs * (given * (1 - given))[:, None]).T @ inputs + pull
        weights -= np.linalg.solve(spread, inputs.T @ (given - right) + pull @ weights)
    return {name: round(float(value), 2) for name, value in zip(names, weights[:-1], strict=True)}, round(float(weights[-1]), 2)
