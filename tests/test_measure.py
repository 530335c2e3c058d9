"""The measuring script: its arithmetic, its labels, and that a missing input is skipped with a word."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_claims import TOPIC, claim

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "scripts"))

from measuring import calibration, figures, pairs, sample_claims  # noqa: E402
from measuring.distance import edits  # noqa: E402

from pipeline.labels import claim_files, faults, judge, rows_of  # noqa: E402
from pipeline.scorers import calibration as curve  # noqa: E402
from pipeline.scorers import relations  # noqa: E402
from pipeline.scorers.scope import ScopeScorer  # noqa: E402
from pipeline.topics import load_topic, load_topics  # noqa: E402

LABELS = ROOT / "corpus" / "labels" / "secure-communities"


def rows(name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (LABELS / name).read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(
    "read, true, count",
    [
        ("", "", 0),
        ("abc", "", 3),
        ("", "ab", 2),
        ("kitten", "sitting", 3),
        ("a  b\nc", "a b c", 0),
        ("rn", "m", 2),
        ("ab", "ba", 2),
    ],
)
def test_edits(read: str, true: str, count: int) -> None:
    assert edits(read, true) == count


@given(st.text("ab c", max_size=12), st.text("ab c", max_size=12))
def test_edits_are_symmetric_and_bounded(one: str, other: str) -> None:
    folded = [" ".join(text.split()) for text in (one, other)]
    assert edits(one, other) == edits(other, one) <= max(map(len, folded))
    assert (edits(one, other) == 0) == (folded[0] == folded[1])


def test_a_change_is_a_gain_or_a_loss_in_the_figures_own_direction() -> None:
    good, errors = figures.Figure("p", "F1", 8, 10), figures.Figure("p", "errors", 2, 10, lower_is_better=True)
    baseline = {"p: F1": {"value": 0.7, "hits": 7, "total": 10}, "p: errors": {"value": 0.1, "hits": 1, "total": 10}}
    assert "gain +0.100" in figures.change(good, baseline)
    assert "loss +0.100" in figures.change(errors, baseline)
    assert "new" in figures.change(replace(good, name="other"), baseline)
    same = {"p: F1": {"value": 0.8, "hits": 8, "total": 10}}
    assert figures.change(good, same).strip() == "as before"


def test_nothing_to_count_is_no_figure() -> None:
    empty = figures.Section("t", "", (figures.Figure("p", "F1", 0, 0),))
    assert figures.as_baseline([empty]) == {}
    assert "nothing to count" in "\n".join(figures.lines([empty], {}))


def test_a_skipped_part_says_why() -> None:
    assert "skipped: no such file" in figures.lines([figures.Section("t", "", (), "no such file")], {})


LABEL = {"proposition": "running", "stance": "affirm", "status": "asserted"}


@pytest.mark.parametrize(
    "expected, allowed, found, right, missing, extra",
    [
        ([LABEL], [], ["+running"], 1, 0, 0),
        ([LABEL], [], ["+running/hedged"], 1, 0, 0),  # found, with a wrong status: counted apart
        ([LABEL], [], ["-running"], 0, 1, 1),
        ([LABEL], [], [], 0, 1, 0),
        ([], [], ["+running"], 0, 0, 1),
        ([], [{**LABEL, "status": "reported"}], ["+running/reported"], 0, 0, 0),
        ([], [{**LABEL, "status": "reported"}], ["+running/questioned"], 0, 0, 0),
        ([], [{**LABEL, "status": "reported"}], ["+running"], 0, 0, 1),
        ([LABEL], [], ["+running", "+running/reported"], 1, 0, 0),
    ],
)
def test_judging_one_statement(
    expected: list[object], allowed: list[object], found: list[str], right: int, missing: int, extra: int
) -> None:
    claims = [claim(what, "It runs.") for what in found]
    result = judge({"expected": expected, "tolerated": allowed}, claims)
    assert [len(result[part]) for part in ("right", "missing", "extra")] == [right, missing, extra]


def test_quotes_meet_by_most_of_their_words() -> None:
    same = sample_claims._same_words
    assert same("No county may leave the program.", "No connty may leave the\nprogram")
    assert not same("No county may leave the program.", "Detainers are requests.")
    assert not same("", "Detainers are requests.")


def test_the_labels_are_enough_varied_and_half_are_near_misses() -> None:
    said, paired = rows("claims.jsonl"), rows("pairs.jsonl")
    assert len(said) >= 150 and len(paired) >= 60
    assert len({row["source"] for row in said}) >= 6
    assert sum(not row["expected"] for row in said) >= 0.45 * len(said)
    assert sum(row["expected"] == "none" for row in paired) >= 0.45 * len(paired)
    for table in (said, paired):
        assert max(Counter(str(row["id"]) for row in table).values()) == 1
        assert {row["split"] for row in table} <= {"held-out", "development"}
    assert max(Counter(str(row["text"]) for row in said).values()) == 1


def test_the_labels_of_the_second_topic_are_legal_and_its_hands_share_no_source() -> None:
    topic = load_topic(ROOT / "corpus" / "topics" / "detainers.toml")
    parts = {}
    for path in claim_files(ROOT / "corpus" / "labels", topic.id):
        said = rows_of(path)
        assert faults(said, topic, path) == []
        parts[path.stem] = (
            {row["source"] for row in said},
            {row["text"] for row in said},
            {row["split"] for row in said},
            len(said),
        )
    (one, other) = parts.values()
    assert not one[0] & other[0] and not one[1] & other[1] and not one[2] & other[2]
    assert sorted((one[3], other[3])) == [121, 234]
    assert len(rows_of(ROOT / "corpus" / "labels" / topic.id / "pairs.jsonl")) >= 40


def test_figures_of_another_topic_carry_its_name() -> None:
    made = figures.of_topic(figures.Section("t", "", (figures.Figure("p", "F1", 1, 2),)), "harbors")
    assert made.title == "t (harbors)" and made.figures[0].key == "harbors, p: F1"


def test_labelled_pairs_are_legal_and_split_by_writer() -> None:
    splits: dict[str, set[str]] = {}
    topic = next(one for one in load_topics(ROOT / "corpus" / "topics") if one.id == "secure-communities")
    propositions, metrics = {one.id for one in topic.propositions}, {metric.id: metric.unit for metric in topic.metrics}
    kinds = {"contradiction": ("stance", "number", "data"), "shift": ("shift",)}
    for row in rows("pairs.jsonl"):
        splits.setdefault(str(row.get("hand", "first")), set()).add(str(row["split"]))
        assert "relation" not in row or row["expected"] in kinds.get(str(row["relation"]), ("none",))
        for side in (row["left"], row["right"]):
            assert isinstance(side, dict) and side["quote"].strip()
            if "metric" in side:
                assert side["unit"] == metrics[side["metric"]] and isinstance(side["value"], int | float)
            else:
                assert side["proposition"] in propositions and side["stance"] in ("affirm", "deny")
    assert all(len(found) == 1 for found in splits.values())
    assert splits["first"] == {"held-out"} and splits["ada"] == {"development"}


def test_held_out_pairs_are_never_listed_one_by_one() -> None:
    paired = rows("pairs.jsonl")[::12]
    sections = pairs.measure_scorer(paired, TOPIC, ScopeScorer())
    assert [section.title.rpartition(", ")[2] for section in sections] == ["development", "held-out"]
    assert sections[1].details == ()
    assert sum(figure.total for figure in sections[1].figures if figure.name.startswith("look-alikes")) == sum(
        row["split"] == "held-out" and row["expected"] == "none" for row in paired
    )


def test_the_curve_is_the_one_fitted_on_the_development_pairs() -> None:
    topic = next(one for one in load_topics(ROOT / "corpus" / "topics") if one.id == "secure-communities")
    intercept, slope = calibration.fit(pairs.weights(rows("pairs.jsonl"), topic, ScopeScorer()))
    assert (intercept, slope) == (pytest.approx(curve.INTERCEPT, abs=0.02), pytest.approx(curve.SLOPE, abs=0.02))


def test_reliability_counts_what_was_right_at_each_height() -> None:
    scored = [(0.2, False), (0.3, True), (0.96, True), (0.97, True), (0.98, False)]
    section = calibration.reliability("Scores", "part", scored, (("listed", 0.9), ("all", 0.0)))
    assert [(figure.hits, figure.total) for figure in section.figures[1:]] == [(2, 3), (3, 5)]
    assert "right 0.67 (2 of 3)" in section.note
    assert calibration.reliability("None", "part", [], ()).figures[0].value is None


def test_changes_tell_gains_from_losses_and_hide_the_words_of_held_out_rows() -> None:
    side = {"quote": "It runs."}
    made = [
        {"id": key, "expected": wanted, "split": split, "left": side, "right": side}
        for key, wanted, split in (("a", "stance", "development"), ("b", "none", "held-out"), ("c", "shift", "held-out"))
    ]
    before, now = {"a": "none", "b": "dispute", "c": "shift"}, {"a": "stance", "b": "number", "c": "shift"}
    gain, loss = pairs.changes(made, before, now)
    assert gain.startswith("  gain a: none -> stance") and "It runs." in gain
    assert loss == "  loss b: dispute -> number, none wanted"
    assert pairs.changes(made, {}, now) == []


def test_every_labelled_pair_can_be_scored() -> None:
    scorer = ScopeScorer()
    for row in rows("pairs.jsonl"):
        sides = tuple(pairs.claim_of(f"{row['id']}-{side}", row[side], TOPIC) for side in ("left", "right"))  # type: ignore[arg-type]
        assert pairs.kind_found(sides, TOPIC, scorer) in ("stance", "number", "data", "shift", "none", *relations.KINDS)


@pytest.mark.slow
def test_the_script_prints_figures_and_skips_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / "secure-communities").mkdir()
    (tmp_path / "secure-communities" / "claims.jsonl").write_text(
        "".join(json.dumps(row) + "\n" for row in rows("claims.jsonl")[:3])
    )
    command = [sys.executable, str(ROOT / "scripts" / "measure.py"), "--no-sample", "--no-reading"]
    command += ["--no-structure", "--no-redactions", "--labels", str(tmp_path)]
    done = subprocess.run([*command, "--update-baseline", "--json"], check=True, capture_output=True, text=True)
    made = json.loads(done.stdout)
    assert any(figure["name"].endswith("F1") for figure in made["figures"])
    assert "Contradictions on labelled pairs" in made["skipped"]
    again = subprocess.run(command, check=True, capture_output=True, text=True)
    assert "as before" in again.stdout and "skipped: no such file" in again.stdout
