"""The promises of the store: nothing is computed twice, only what depends on a change runs again, and no interruption shows."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fake_works import TOPIC, corpus_of, retitled, states, works
from invented_claims import claim

from pipeline import document_units, run, store
from pipeline.plan import Work
from pipeline.ports import Executor
from pipeline.progress import Silent
from pipeline.records.source import Ruling
from pipeline.records.topic import Metric, Proposition, Topic
from pipeline.store import Reader, Store
from pipeline.units import Corpus
from pipeline.walk import FAILED, STALE, WAITING, Walk
from pipeline.workers import ProcessExecutor, SerialExecutor

STAGES_OF_A_FILE = (
    "probe",
    "read",
    "openly",
    "screen",
    "number",
    "segment",
    "naming",
    "posts",
    "find",
    "embed",
    "claims",
    "relate",
    "unite",
    "leads",
)
ONE_FILE = dict.fromkeys(STAGES_OF_A_FILE, 1)  # what one file of one page with nothing to compare takes
CONTENTS = {"a.txt": "voluntary|mandatory|other", "b.txt": "mandatory", "c.txt": "locked"}


class Counting(Silent):
    """Counts the units that were really computed."""

    def __init__(self) -> None:
        self.done: Counter[str] = Counter()

    def step(self, stage: str, unit: Any, failure: Any) -> None:
        self.done[stage] += 1


def go(
    root: Path, corpus: Corpus, stages: dict[str, Work] | None = None, executor: Executor | None = None
) -> tuple[Walk, Counter[str], str]:
    """One run; returns the walk, what was computed per stage and the manifest's digest."""
    artifacts, watcher = Store(root), Counting()
    state = Walk(artifacts, stages or works(), executor or SerialExecutor(), watcher, run.previous_keys(artifacts))
    run.walk(state, corpus)
    return state, watcher.done, artifacts.write_manifest(run.manifest(state, corpus, "test"))


def look(root: Path, corpus: Corpus, stages: dict[str, Work] | None = None) -> Walk:
    artifacts = Store(root)
    state = Walk(artifacts, stages or works(), None, Silent(), run.previous_keys(artifacts))
    run.walk(state, corpus)
    return state


def test_a_run_finds_what_is_there(tmp_path: Path) -> None:
    state, done, _ = go(tmp_path / "s", corpus_of(tmp_path / "c", CONTENTS))
    assert done == {
        "probe": 3,
        "read": 4,
        "openly": 2,
        "screen": 2,
        "number": 2,
        "segment": 2,
        "naming": 2,
        "posts": 2,
        "find": 2,
        "embed": 2,
        "claims": 2,
        "relate": 1,
        "unite": 1,
        "compare": 1,
        "leads": 1,
    }
    reader = Reader(tmp_path / "s")
    assert len(list(reader.units("read"))) == 4
    assert [len(found) for _, found in reader.units("compare")] == [2]
    assert [(f.file, f.kind, f.stage, f.lasting) for f in reader.failures()] == [("c.txt", "encrypted", "probe", True)]
    assert set(states(state, "probe").values()) == {"fresh", FAILED}


def test_the_second_run_computes_nothing_not_even_the_remembered_failure(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path / "c", CONTENTS)
    first = go(tmp_path / "s", corpus)
    second = go(tmp_path / "s", corpus)
    assert second[1] == {} and second[0].computed == 0
    assert first[2] == second[2]


def test_adding_one_file_computes_that_file(tmp_path: Path) -> None:
    go(tmp_path / "s", corpus_of(tmp_path / "c", CONTENTS))
    _, done, _ = go(tmp_path / "s", corpus_of(tmp_path / "c", {**CONTENTS, "d.txt": "other|thing"}))
    assert done == ONE_FILE | {"read": 2}


@pytest.mark.parametrize(
    ("stage", "again"),
    [
        ("compare", {"compare": 1}),
        ("leads", {"leads": 1}),
        ("claims", {"claims": 2}),
        ("naming", {"naming": 2}),
        ("posts", {"posts": 2}),
        ("find", {"find": 2}),
        ("embed", {"embed": 2}),
        ("relate", {"relate": 1}),
        ("unite", {"unite": 1}),
        ("segment", {"segment": 2}),
        ("number", {"number": 2}),
        ("screen", {"screen": 2}),
        ("openly", {"openly": 2}),
        ("probe", {"probe": 3}),
        ("read", {"read": 4}),
    ],
)
def test_a_changed_parameter_reruns_its_stage_and_stops_where_the_output_is_the_same(
    tmp_path: Path, stage: str, again: dict[str, int]
) -> None:
    corpus = corpus_of(tmp_path / "c", CONTENTS)
    go(tmp_path / "s", corpus)
    _, done, _ = go(tmp_path / "s", corpus, works(**{stage: 2}))
    assert done == again


def test_a_changed_file_reruns_what_hangs_on_it(tmp_path: Path) -> None:
    go(tmp_path / "s", corpus_of(tmp_path / "c", CONTENTS))
    _, done, _ = go(tmp_path / "s", corpus_of(tmp_path / "c", {**CONTENTS, "b.txt": "voluntary"}))
    assert done == ONE_FILE | {"compare": 1}


def test_a_ruling_on_one_file_cuts_that_file_again_and_no_other(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path / "c", CONTENTS)
    go(tmp_path / "s", corpus)
    ruled = replace(corpus, rulings={"r": (Ruling("a.txt", 2, True), Ruling("elsewhere.txt", 1, True))})
    _, done, _ = go(tmp_path / "s", ruled)
    assert done == {"segment": 1}
    assert go(tmp_path / "s", ruled)[1] == {}


def test_what_a_release_says_of_itself_is_published_without_computing(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path / "c", CONTENTS)
    first = go(tmp_path / "s", corpus)
    second = go(tmp_path / "s", retitled(corpus))
    assert second[1] == {} and first[2] != second[2]


def test_a_new_metric_elsewhere_in_the_topic_leaves_other_comparisons_alone(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path / "c", CONTENTS)
    go(tmp_path / "s", corpus)
    import dataclasses

    wider = dataclasses.replace(
        TOPIC,
        propositions=(*TOPIC.propositions, Proposition("free", "It is free.", "It is not.", (), ())),
        metrics=(Metric("number", "", "count", "", ()),),
    )
    _, done, _ = go(tmp_path / "s", dataclasses.replace(corpus, topics=(wider,)))
    assert done == {"claims": 2}, "claims look for everything in a topic; the comparison did not depend on what was added"


def test_a_passing_fault_is_tried_again(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path / "c", {"a.txt": "voluntary|hang"})
    state, _, _ = go(tmp_path / "s", corpus)
    assert states(state, "read") == {f"{corpus.files[0].id}-p1": "fresh", f"{corpus.files[0].id}-p2": FAILED}
    assert [(f.page_no, f.kind) for f in Reader(tmp_path / "s").failures()] == [(2, "bug")]
    assert go(tmp_path / "s", corpus)[1] == {"read": 1}


def test_the_order_and_number_of_workers_leave_no_trace(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path / "c", CONTENTS)
    executor = ProcessExecutor(4)
    try:
        parallel = go(tmp_path / "many", corpus, executor=executor)[2]
    finally:
        executor.close()
    assert parallel == go(tmp_path / "one", corpus)[2]


def test_looking_computes_nothing_and_says_why(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path / "c", CONTENTS)
    fresh = look(tmp_path / "s", corpus)
    assert set(states(fresh, "probe").values()) == {STALE}
    assert {cause for planned in fresh.planned.values() for cause in planned.causes} >= {"it was never done"}
    go(tmp_path / "s", corpus)
    assert {planned.state for planned in look(tmp_path / "s", corpus).planned.values()} == {"fresh", FAILED}
    changed = look(tmp_path / "s", corpus, works(read=2))
    causes = {planned.causes for (stage, _), planned in changed.planned.items() if stage == "read"}
    assert causes == {("parameter setting changed: 1 -> 2",)}
    assert set(states(changed, "segment").values()) == {WAITING}
    assert not (tmp_path / "s" / "objects" / "new").exists()


def test_a_lost_object_is_made_again(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path / "c", CONTENTS)
    first = go(tmp_path / "s", corpus)
    reader = json.loads((tmp_path / "s" / "MANIFEST.json").read_text())
    lost = next(row for row in reader["units"] if row["stage"] == "segment")
    Store(tmp_path / "s").object_path(lost["output"]).unlink()
    looked = look(tmp_path / "s", corpus)
    assert looked.planned["segment", lost["unit"]].causes == ("its result is gone from the artifacts",)
    assert go(tmp_path / "s", corpus)[2] == first[2]


def test_pages_that_were_not_screened_are_not_in_the_manifest(tmp_path: Path) -> None:
    def broken(payload: Any) -> Any:
        raise RuntimeError("no screen")

    stages = works()
    stages["screen"] = Work("screen", "1", stages["screen"].params, (), broken, 30.0)
    go(tmp_path / "s", corpus_of(tmp_path / "c", CONTENTS), stages)
    reader = Reader(tmp_path / "s")
    assert list(reader.units("read")) == []
    assert {f.stage for f in reader.failures()} == {"probe", "screen"}


class PlugPulled(BaseException):
    """As if the machine had stopped."""


def test_stopping_at_any_write_and_running_again_gives_the_same_manifest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = corpus_of(tmp_path / "c", CONTENTS)
    whole = go(tmp_path / "whole", corpus)[2]
    real, budget = store.write_whole, [0]

    def until(path: Path, data: bytes, by_way_of: Path | None = None) -> None:
        if budget[0] == 0:
            raise PlugPulled
        budget[0] -= 1
        real(path, data, by_way_of)

    monkeypatch.setattr(store, "write_whole", until)
    for stop in range(200):
        budget[0] = stop
        root = tmp_path / f"stopped-{stop}"
        try:
            go(root, corpus)
        except PlugPulled:
            budget[0] = -1
            assert go(root, corpus)[2] == whole, f"stopped before write {stop}"
        else:
            break
    else:
        pytest.fail("the run never finished")
    assert stop > 30, "every write was a place to stop"


def test_two_topics_that_ask_the_same_are_compared_as_one() -> None:
    first = Topic("one", "One", "", ("x",), (Proposition("must", "It must.", "It may.", (), ()),), ())
    second = Topic("two", "Two", "", ("y",), (Proposition("bound", "Bound.", "Free.", (), (), same_as="one/must"),), ())
    a, b = claim("+must", "It must.", topic="one"), claim("-must", "It may.", topic="one")
    again = replace(a, id="a2", topic="two", proposition="bound")
    alone = claim("-bound", "It is free.", topic="two")
    joined = document_units.as_one([a, b, again, alone], (first, second))
    assert [(one.id, one.topic, one.proposition) for one in joined] == [
        (a.id, "one", "must"), (b.id, "one", "must"), (alone.id, "one", "must"),
    ]  # fmt: skip
    assert document_units.as_one([again, alone], (first, second)) == [again, alone]  # the other topic was not asked
    unknown = replace(second, propositions=(replace(second.propositions[0], same_as="three/else"),))
    assert document_units.as_one([a, again], (first, unknown)) == [a, again]
