"""The trained model behind its port: what it needs, what it gives, and that nothing beside a text changes its judgement."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.engines.judge import FILES, OnnxJudge, digest
from pipeline.errors import ConfigError
from pipeline.topics import load_topic, model_of

TOPICS = sorted((Path(__file__).resolve().parents[2] / "corpus" / "topics").glob("*.toml"))
TRAINED = [path for path in TOPICS if model_of(path).is_dir()]


@pytest.fixture(scope="module", params=TRAINED, ids=lambda path: path.stem)
def trained(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


@pytest.fixture(scope="module")
def judge(trained: Path) -> OnnxJudge:
    return OnnxJudge(model_of(trained))


def test_the_first_topic_has_a_model() -> None:
    assert TRAINED


def test_it_knows_the_propositions_of_its_topic(trained: Path, judge: OnnxJudge) -> None:
    about = json.loads((model_of(trained) / "model.json").read_text(encoding="utf-8"))
    asked = [one.id for one in load_topic(trained).propositions]  # one that is new is read by its cues until the next training
    assert about["propositions"] == [name for name in asked if name in about["propositions"]]
    assert len(about["propositions"]) >= 0.8 * len(asked)
    assert 0 < judge.bounds.joined <= judge.bounds.alone < 1


def test_a_topics_own_statements_are_read_as_they_stand(trained: Path, judge: OnnxJudge) -> None:
    topic = load_topic(trained)
    right, known = 0, [one for one in topic.propositions if one.id in judge.propositions]
    for one in known:
        for stance, text in (("affirm", one.statement), ("deny", one.opposite)):
            for leaning in judge.judge((text,))[0].leanings:
                right += leaning.proposition == one.id and getattr(leaning, stance) >= 0.5
    assert right >= 0.9 * 2 * len(known)


@pytest.mark.parametrize("text", ["The meeting is moved to Tuesday at ten.", "Please find the invoice attached.", ""])
def test_small_talk_leans_nowhere(judge: OnnxJudge, text: str) -> None:
    assert all(max(one.affirm, one.deny) < judge.bounds.alone for one in judge.judge((text,))[0].leanings)


def test_its_probabilities_rise_with_those_of_the_network(judge: OnnxJudge, trained: Path) -> None:
    points = json.loads((model_of(trained) / "model.json").read_text(encoding="utf-8"))["calibration"]
    assert points[0] == [0.0, 0.0] and points == sorted(points)
    assert [share for _, share in points] == sorted(share for _, share in points) and points[-1][1] <= 1


@pytest.fixture(scope="module")
def two_judges() -> tuple[OnnxJudge, OnnxJudge]:
    """Two of one model, so that neither has the other's judgements at hand."""
    return OnnxJudge(model_of(TRAINED[0])), OnnxJudge(model_of(TRAINED[0]))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(max_size=60), min_size=1, max_size=3))
def test_any_text_gets_probabilities_and_neighbours_change_nothing(
    two_judges: tuple[OnnxJudge, OnnxJudge], texts: list[str]
) -> None:
    judge, other = two_judges
    together = judge.judge(tuple(texts))
    assert together == tuple(other.judge((text,))[0] for text in reversed(texts))[::-1]
    assert together == judge.judge(tuple(texts)), "what is remembered is what was judged"
    for judgement in together:
        assert 0 <= judgement.surety <= 1
        assert all(0 <= one.affirm <= 1 and 0 <= one.deny <= 1 and one.affirm + one.deny <= 1.002 for one in judgement.leanings)


def test_a_page_without_an_end_is_cut_not_refused(judge: OnnxJudge) -> None:
    judge.judge(("word " * 50_000,))


def test_the_digest_follows_every_file_and_a_missing_one_is_named(tmp_path: Path, trained: Path) -> None:
    assert digest(tmp_path / "none") == ""
    folder = tmp_path / "m.model"
    shutil.copytree(model_of(trained), folder)
    first = digest(folder)
    assert first == digest(model_of(trained))
    (folder / "model.json").write_text("{}")
    assert digest(folder) != first
    for name in FILES:
        (folder / name).rename(folder / "away")
        with pytest.raises(ConfigError, match=name):
            digest(folder)
        (folder / "away").rename(folder / name)


def test_what_a_rule_finds_too_is_likelier_right(judge: OnnxJudge) -> None:
    joint = [judge.joint(share / 20) for share in range(21)]
    assert joint == sorted(joint) and joint[0] >= 0 and joint[-1] <= 1
    assert judge.joint(judge.bounds.joined) >= judge.bounds.joined
