"""A topic's judge: a small sentence encoder trained on a topic's labelled statements.

A model is a folder beside its topic file: `model.onnx` (int8 weights), `tokenizer.json` (word pieces) and `model.json`
(version, propositions in the order of the network's outputs, statuses, bounds, calibration, the curve for what rules find too,
what it was trained on and how it did). What it gives are probabilities as calibrated, and the bounds are in the same measure.
`scripts/train.py` writes it.
"""

from __future__ import annotations

import hashlib
import json
import math
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from pipeline.engines import networks
from pipeline.errors import ConfigError
from pipeline.records.judgement import Bounds, Judgement, Leaning

FILES = ("model.json", "model.onnx", "tokenizer.json")
LONGEST = 96  # word pieces, as in training; what a sentence has beyond them is not looked at
NEGLIGIBLE = 0.02
REMEMBERED = 20_000  # sentences: the boilerplate of a release is read once, some ten megabytes at most


def digest(folder: Path) -> str:
    """What the topic's key says of its model: a hash over its files; '' where the folder is absent.

    Raises ConfigError where a file of it is missing.
    """
    if not folder.is_dir():
        return ""
    missing = [name for name in FILES if not (folder / name).is_file()]
    if missing:
        raise ConfigError(
            [f"{folder} lacks {', '.join(missing)}. Run `make train`, or remove the folder to go by the rules alone."]
        )
    sums = [hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in FILES]
    return hashlib.sha256("\n".join(sums).encode()).hexdigest()[:16]


class OnnxJudge:
    """Runs one topic's model on one thread. Loaded at the first call; the folder may not change afterwards.

    A text that comes again, on whatever page, is not judged anew.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[str, Judgement] = {}

    def identity(self) -> str:
        """`judge <version> <digest>`."""
        return f"judge {self._about['version']} {digest(self._folder)}"

    @property
    def bounds(self) -> Bounds:
        """The bounds measured in training."""
        return Bounds(**self._about["bounds"])

    @property
    def propositions(self) -> frozenset[str]:
        """The propositions on which it may speak against what rules find.

        Those that it took up later ("fresh"), from few statements, are not among them: there it calls rules wrong that are right.
        """
        return frozenset(self._about["propositions"]) - frozenset(self._about.get("fresh", ()))

    def judge(self, texts: tuple[str, ...]) -> tuple[Judgement, ...]:
        """One judgement each. Texts go through one by one: int8 scales would otherwise make them depend on their neighbours."""
        return tuple(self._remembered(text) for text in texts)

    def joint(self, probability: float) -> float:
        """A logistic curve over the model's own probability, fitted on rule findings in statements it was not trained on."""
        curve = self._about["joint"]
        given = min(max(probability, NEGLIGIBLE), 1 - NEGLIGIBLE)
        sum_of = curve["intercept"] + curve["slope"] * math.log(given / (1 - given))
        return round(1 / (1 + math.exp(-sum_of)), 3)

    def _remembered(self, text: str) -> Judgement:
        if text not in self._known:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            self._known[text] = self._one(text)
        return self._known[text]

    def _one(self, text: str) -> Judgement:
        pieces = self._tokenizer.encode(text)
        ids = np.asarray([pieces.ids], dtype=np.int64)
        stances, statuses = self._session.run(None, {"ids": ids, "mask": np.ones_like(ids)})
        leanings = tuple(
            Leaning(name, self._share_right(affirm), self._share_right(deny))
            for name, (affirm, deny) in zip(self._about["propositions"], stances[0], strict=True)
            if affirm + deny >= NEGLIGIBLE
        )
        best = int(statuses[0].argmax())
        return Judgement(leanings, self._about["statuses"][best], round(float(statuses[0][best]), 3))

    def _share_right(self, given: float) -> float:
        """How often the network was right where it gave this probability, on statements it was not trained on."""
        points = self._about["calibration"]
        return round(float(np.interp(given, [point[0] for point in points], [point[1] for point in points])), 3)

    @cached_property
    def _about(self) -> dict[str, Any]:
        read: dict[str, Any] = json.loads((self._folder / "model.json").read_text(encoding="utf-8"))
        return read

    @cached_property
    def _tokenizer(self) -> Any:
        return networks.tokenizer(self._folder / "tokenizer.json", LONGEST)

    @cached_property
    def _session(self) -> Any:
        return networks.session(self._folder / "model.onnx")
