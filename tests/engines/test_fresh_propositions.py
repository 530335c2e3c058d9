"""What a network took up later, from few statements, it may read itself, but not speak against what rules find."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.engines.judge import OnnxJudge


@pytest.mark.parametrize(
    ("about", "may"),
    [
        ({"propositions": ["moored", "taxed"]}, {"moored", "taxed"}),
        ({"propositions": ["moored", "taxed"], "fresh": []}, {"moored", "taxed"}),
        ({"propositions": ["moored", "taxed"], "fresh": ["taxed"]}, {"moored"}),
        ({"propositions": ["moored"], "fresh": ["moored"]}, set()),
    ],
)
def test_only_what_was_learned_in_full_may_speak_against_rules(
    tmp_path: Path, about: dict[str, list[str]], may: set[str]
) -> None:
    (tmp_path / "model.json").write_text(json.dumps(about), encoding="utf-8")
    assert OnnxJudge(tmp_path).propositions == may
