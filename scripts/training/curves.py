"""How often the trained network is right: two curves over what it gives, fitted on statements that training kept back.

    scripts/training/curves.py

Runs after `scripts/train.py`, in the environment of the pipeline and on the network as it is shipped: rules need the parser,
which training does without, and eight-bit weights give other probabilities than the ones trained. The first curve says how
often a reading is right that the network alone makes. It is fitted on running text only (RUNNING): of the statements of the
first authors half are claims, and a network that is right in nine of ten of those is right in fewer where a fifth are. The
second lets every finding of the rules through and says how often one is right, given the network's own probability: a logistic
curve (Platt 1999, with his smoothing of the targets: there are few). Both are written into the topic's `model.json`.
"""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from training.bounds import Reading, calibration, given_for, scored  # noqa: E402
from training.labelled import RUNNING, STANCES, example_of, kept_back, rows_of  # noqa: E402

from pipeline import labels  # noqa: E402
from pipeline.engines.judge import NEGLIGIBLE, OnnxJudge  # noqa: E402
from pipeline.engines.language import SpacyParser  # noqa: E402
from pipeline.extractors.rules import RuleExtractor  # noqa: E402
from pipeline.records.judgement import Bounds, Judgement  # noqa: E402
from pipeline.records.topic import Topic  # noqa: E402
from pipeline.topics import load_topics, model_of  # noqa: E402

STEPS, RATE = 4_000, 0.05
AS_GIVEN = ((0.0, 0.0), (1.0, 1.0))
FEWEST = 300  # statements of running text below which all that were kept back are taken


class Open:
    """The judge with its gates open: what rules find is kept with the model's own probability, nothing is added to it."""

    def __init__(self, judge: OnnxJudge) -> None:
        self._judge = judge
        self.bounds = Bounds(alone=2.0, joined=-1.0, status=judge.bounds.status)
        self.propositions = judge.propositions

    def identity(self) -> str:
        return self._judge.identity()

    def judge(self, texts: tuple[str, ...]) -> tuple[Judgement, ...]:
        return self._judge.judge(texts)

    def joint(self, probability: float) -> float:
        return probability


def main() -> None:
    """Fits and writes the curves of every topic that has a model."""
    for topic in load_topics(ROOT / "corpus" / "topics"):
        folder = model_of(ROOT / "corpus" / "topics" / f"{topic.id}.toml")
        if folder.is_dir():
            _alone(topic, folder)
            _joined(topic, folder)


def _alone(topic: Topic, folder: Path) -> None:
    _write(folder, {"calibration": AS_GIVEN})
    judge = OnnxJudge(folder)
    back = _back(topic)
    natural = [row for row in back if row["hand"] in RUNNING]
    taken = natural if len(natural) >= FEWEST else back
    seen = given(topic, judge, taken)
    points = calibration(seen)
    bound = given_for(points, judge.bounds.alone)
    figure = scored(seen, bound)
    _write(folder, {"calibration": points, "calibrated_on": len(taken), "kept_back_at_bound": figure})
    print(f"{topic.id}: as right as wrong where it gives {bound}: {figure}")


def _joined(topic: Topic, folder: Path) -> None:
    seen = readings(topic, OnnxJudge(folder))
    intercept, slope = fitted(seen)
    about = {
        "joint": {"intercept": round(intercept, 3), "slope": round(slope, 3)},
        "joint_fitted_on": {"findings": len(seen), "right": sum(right for _, right in seen)},
    }
    _write(folder, about)
    print(f"{topic.id}: {about}")


def _write(folder: Path, changed: dict[str, Any]) -> None:
    path = folder / "model.json"
    about = json.loads(path.read_text(encoding="utf-8")) | changed
    path.write_text(json.dumps(about, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _back(topic: Topic) -> list[dict[str, Any]]:
    rows = rows_of(labels.claim_files(ROOT / "corpus" / "labels", topic.id))
    return [row for row in rows if row["split"] == "development" and kept_back(row)]


def given(topic: Topic, judge: OnnxJudge, rows: list[dict[str, Any]]) -> list[Reading]:
    """What the network gives for every proposition of every statement, both ways, and what the labels say."""
    names = tuple(one.id for one in topic.propositions)
    found = []
    for row in rows:
        example = example_of(row, topic.propositions)
        said = {one.proposition: (one.affirm, one.deny) for one in judge.judge((example.text,))[0].leanings}
        for name, targets in zip(names, example.stances, strict=True):
            if name in row.get("unasked", ()):
                continue  # whoever was not asked said nothing: what the network reads there is neither right nor wrong
            sure = said.get(name, (0.0,) * len(STANCES))
            found += [Reading(*one) for one in zip(sure, targets, strict=True)]
    return found


def readings(topic: Topic, judge: OnnxJudge) -> list[tuple[float, bool]]:
    """(model's probability, whether right) of every proposition that the rules find in the rows kept back."""
    read = labels.reader(topic, SpacyParser(), RuleExtractor(Open(judge)))
    found: list[tuple[float, bool]] = []
    for row in _back(topic):
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
