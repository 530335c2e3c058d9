"""Propositions added to a topic after others had labelled: who was not asked said nothing."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from invented_claims import claim

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "scripts"))

from training.labelled import NEITHER, UNKNOWN, example_of, may_say  # noqa: E402

from pipeline import labels  # noqa: E402
from pipeline.errors import ConfigError  # noqa: E402
from pipeline.records.topic import Proposition  # noqa: E402
from pipeline.topics import load_topic  # noqa: E402

MOORED = Proposition("moored", "Boats are moored.", "Boats drift.", affirm=("boat .. moor",), deny=("boat ... (drift*|float)",))
LISTS = sorted((ROOT / "corpus" / "labels").glob(f"*/{labels.LATER}"))
TAXED = replace(MOORED, id="taxed", affirm=("boat .. tax",), deny=())


def row(text: str, **more: object) -> labels.Row:
    return {"id": "a-1", "text": text, "expected": [], "tolerated": [], **more}


@pytest.mark.parametrize(
    "text, may",
    [
        ("The boats were moored at the pier.", True),
        ("Nothing floats like a boat.", True),
        ("Drifting? Not our boats.", True),
        ("The boats were painted.", False),
        ("She drifted off.", False),
        ("The pier is not for boating parties.", False),
    ],
)
def test_a_text_may_say_it_where_all_words_of_a_cue_stand_in_it(text: str, may: bool) -> None:
    assert may_say(MOORED, text) is may


@pytest.mark.parametrize(
    "text, unasked, target",
    [
        ("The boats were moored.", ["moored"], UNKNOWN),
        ("The boats were painted.", ["moored"], NEITHER),
        ("The boats were moored.", [], NEITHER),
    ],
)
def test_silence_of_who_was_not_asked_is_unknown_only_where_it_may_be_said(
    text: str, unasked: list[str], target: tuple[int, int]
) -> None:
    made = example_of(row(text, unasked=unasked), (MOORED, TAXED))
    assert made.stances == (target, NEITHER)


def test_what_a_hand_labelled_all_the_same_counts() -> None:
    said = {"proposition": "moored", "stance": "deny", "status": "asserted"}
    made = example_of(row("Boats drift.", unasked=["moored"], expected=[said]), (MOORED,))
    assert made.stances == ((0, 1),)


@pytest.mark.parametrize("unasked, extra", [([], 1), (["moored"], 0), (["taxed"], 1)])
def test_a_find_on_what_nobody_was_asked_is_not_held_against_it(unasked: list[str], extra: int) -> None:
    result = labels.judge(row("x", unasked=unasked), [claim("+moored", "Boats are moored.")])
    assert len(result["extra"]) == extra
    counted = replace(claim("+moored", "Nine boats are moored."), proposition="", metric="moored", value="9")
    assert len(labels.judge(row("x", unasked=unasked), [counted])["extra"]) == extra


@pytest.mark.parametrize(
    "text, told", [('{"moored": ["ann"],\n}', "later.json line 2"), ("[]", "one JSON object"), ('{"a": 1}', "a list")]
)
def test_a_broken_list_of_what_was_added_later_is_told(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / labels.LATER).write_text(text, encoding="utf-8")
    file = tmp_path / "claims-x.jsonl"
    file.write_text("{}\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=told):
        labels.rows_of(file)


def test_rows_tell_what_their_hand_was_not_asked(tmp_path: Path) -> None:
    (tmp_path / labels.LATER).write_text(json.dumps({"moored": ["ann"]}), encoding="utf-8")
    file = tmp_path / "claims-x.jsonl"
    file.write_text('{"hand": "ann"}\n{"hand": "bob"}\n{}\n', encoding="utf-8")
    assert [one["unasked"] for one in labels.rows_of(file)] == [[], ["moored"], ["moored"]]
    (tmp_path / labels.LATER).unlink()
    assert [one["unasked"] for one in labels.rows_of(file)] == [[], [], []]


@pytest.mark.parametrize(
    "path", sorted((ROOT / "corpus" / "labels").glob(f"*/{labels.LATER}")), ids=lambda path: path.parent.name
)
def test_the_list_names_propositions_the_topic_has(path: Path) -> None:
    topic = load_topic(ROOT / "corpus" / "topics" / f"{path.parent.name}.toml")
    assert set(json.loads(path.read_text(encoding="utf-8"))) <= {one.id for one in (*topic.propositions, *topic.metrics)}
