"""How likely a reading is right that both a rule and the model point to: a curve over the model's probability.

    scripts/training/joint.py

Runs after `scripts/train.py`, in the environment of the pipeline: rules need the parser, which training does without. Reads the
development statements that training kept back, lets every finding of the rules through, and fits a logistic curve to whether it
was right (Platt 1999, with his smoothing of the targets: there are few). Writes it into the topic's `model.json`.
"""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from training.labelled import kept_back, rows_of  # noqa: E402

from pipeline import labels  # noqa: E402
from pipeline.engines.judge import NEGLIGIBLE, OnnxJudge  # noqa: E402
from pipeline.engines.language import SpacyParser  # noqa: E402
from pipeline.extractors.rules import RuleExtractor  # noqa: E402
from pipeline.records.judgement import Bounds, Judgement  # noqa: E402
from pipeline.records.topic import Topic  # noqa: E402
from pipeline.topics import load_topics, model_of  # noqa: E402

STEPS, RATE = 4_000, 0.05


class Open:
    """The judge with its gates open: what rules find is kept with the model's own probability, nothing is added to it."""

    def __init__(self, judge: OnnxJudge) -> None:
        self._judge = judge
        self.bounds = Bounds(alone=2.0, joined=-1.0, status=judge.bounds.status)

    def identity(self) -> str:
        return self._judge.identity()

    def judge(self, texts: tuple[str, ...]) -> tuple[Judgement, ...]:
        return self._judge.judge(texts)

    def joint(self, probability: float) -> float:
        return probability


def main() -> None:
    """Fits and writes the curve of every topic that has a model."""
    for topic in load_topics(ROOT / "corpus" / "topics"):
        folder = model_of(ROOT / "corpus" / "topics" / f"{topic.id}.toml")
        if not folder.is_dir():
            continue
        seen = readings(topic, OnnxJudge(folder))
        intercept, slope = fitted(seen)
        path = folder / "model.json"
        about = json.loads(path.read_text(encoding="utf-8"))
        about["joint"] = {"intercept": round(intercept, 3), "slope": round(slope, 3)}
        about["joint_fitted_on"] = {"findings": len(seen), "right": sum(right for _, right in seen)}
        path.write_text(json.dumps(about, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        print(f"{topic.id}: {about['joint']} on {about['joint_fitted_on']}")


def readings(topic: Topic, judge: OnnxJudge) -> list[tuple[float, bool]]:
    """(model's probability, whether right) of every proposition that the rules find in the rows kept back."""
    read = labels.reader(topic, SpacyParser(), RuleExtractor(Open(judge)))
    found: list[tuple[float, bool]] = []
    for row in rows_of(labels.claim_files(ROOT / "corpus" / "labels", topic.id)):
        if row["split"] == "development" and kept_back(row):
            result: dict[str, Any] = labels.judge(row, read(row["id"], row["text"], row["context"]))
            judged = [*((claim, True) for _, claim in result["right"]), *((claim, False) for claim in result["extra"])]
            found += [(reason.weight, right) for claim, right in judged for reason in claim.reasons if reason.feature == "model"]
    return found


def fitted(seen: list[tuple[float, bool]]) -> tuple[float, float]:
    """(intercept, slope) over the log odds of the model's probability, by gradient descent; the slope does not fall below 0."""
    right = sum(one for _, one in seen)
    high, low = (right + 1) / (right + 2), 1 / (len(seen) - right + 2)
    clipped = [(min(max(given, NEGLIGIBLE), 1 - NEGLIGIBLE), high if one else low) for given, one in seen]
    points = [(math.log(given / (1 - given)), target) for given, target in clipped]
    intercept, slope = 0.0, 1.0
    for _ in range(STEPS):
        misses = [(1 / (1 + math.exp(-(intercept + slope * odds))) - target, odds) for odds, target in points]
        intercept -= RATE * sum(miss for miss, _ in misses) / len(points)
        slope = max(slope - RATE * sum(miss * odds for miss, odds in misses) / len(points), 0.0)
    return intercept, slope


if __name__ == "__main__":
    main()
