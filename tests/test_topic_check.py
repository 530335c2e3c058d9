"""`foia topic check`: what it tells of a good file, of each kind of weakness, and of labels."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline import app, config, labels, topic_words
from pipeline.cli import run
from pipeline.errors import ConfigError, UsageError
from pipeline.topic_report import Report

ROOT = Path(__file__).resolve().parents[1]
TOPIC = """
id = "harbors"
title = "Safe Harbors"
description = "A program that never was."
terms = ["Safe Harbors"]

[words]
join = ["join", "joining"]
idle = ["nothing"]

[[proposition]]
id = "harbor-voluntary"
statement = "Joining Safe Harbors is voluntary."
opposite = "Joining Safe Harbors is mandatory."
affirm = ["(@join|@topic) ~ voluntary", "@join .. optional"]
deny = ["(@join|@topic) ~ mandatory", "non-voluntary", "compulsorry"]
not_about = ["(training) .. be .. mandatory"]
examples_affirm = ["Joining Safe Harbors is voluntary.", "Safe Harbors is not mandatory."]
examples_deny = ["Safe Harbors is mandatory."]
examples_neither = ["Safe Harbors should be voluntary.", "The Safe Harbors training is mandatory."]

[[proposition]]
id = "harbor-paid"
statement = "Towns that join Safe Harbors are paid."
opposite = "Towns that join Safe Harbors are not paid."
affirm = ["paid", "mandatory .. pay"]
deny = []
examples_affirm = ["Towns are paid for joining Safe Harbors.", "A town that joins Safe Harbors is paid."]
examples_deny = ["Towns are not paid for joining Safe Harbors.", "No town is paid for Safe Harbors."]
examples_neither = ["Towns should be paid for Safe Harbors.", "The paid clerk left the mandatory Safe Harbors pay office."]

[[metric]]
id = "harbor-towns"
statement = "How many towns joined."
unit = "count"
population = "towns"
cues = ["# .. towns .. join"]
examples = ["In Safe Harbors 41 towns have joined."]
examples_neither = ["Safe Harbors has an office in room 41."]
"""


def label(number: int, text: str, split: str, expected: list[dict[str, Any]]) -> dict[str, Any]:
    return {"id": f"l{number}", "split": split, "trap": "", "text": text, "context": {}, "expected": expected, "tolerated": []}


AFFIRMED = {"proposition": "harbor-voluntary", "stance": "affirm", "status": "asserted"}
ROWS = [
    label(1, "Joining Safe Harbors is entirely voluntary.", "development", [AFFIRMED]),
    label(2, "Nobody forces a town into Safe Harbors.", "held-out", [AFFIRMED]),
    label(3, "Safe Harbors is voluntary.", "held-out", []),
    label(4, "Towns asked about Safe Harbors.", "held-out", []),
]


def places(folder: Path) -> config.Places:
    return config.Places(folder, folder / "a", folder / "db", folder / "topics")


def write(folder: Path, text: str = TOPIC, rows: list[dict[str, Any]] | None = None) -> config.Places:
    (folder / "topics").mkdir(exist_ok=True)
    (folder / "topics" / "harbors.toml").write_text(text)
    if rows is not None:
        (folder / "labels" / "harbors").mkdir(parents=True)
        (folder / "labels" / "harbors" / "claims.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return places(folder)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    (made,) = app.check_topics(write(tmp_path_factory.mktemp("topic"), rows=ROWS), "harbors", None)
    return made


def test_every_example_is_set_against_what_it_is_meant_to_show(report: Report) -> None:
    wrong = [one.text for one in report.examples if not one.right]
    assert len(report.examples) == 13
    assert set(wrong) <= {"The paid clerk left the mandatory Safe Harbors pay office.", "A town that joins Safe Harbors is paid."}
    assert len(report.wrong) == len(wrong)


def test_idle_cues_overlaps_slips_and_idle_word_lists_are_told(report: Report) -> None:
    said = "\n".join(report.remarks)
    assert "affirm '@join .. optional': holds in no example and no labelled statement" in said
    assert "'non-voluntary' is several words to the parser" in said
    assert "'compulsorry' is no word the parser knows" in said
    assert "words.idle: no cue asks for @idle" in said and "words.join" not in said
    assert "harbor-voluntary: 1 examples for deny, write at least 2" in said
    assert "deny '(@join|@topic) ~ mandatory': overlap" in said


def test_a_cue_that_works_is_not_complained_of(report: Report) -> None:
    assert not [one for one in report.remarks if "'(@join|@topic) ~ voluntary'" in one]
    use = next(one for one in report.cues if one.cue == "(@join|@topic) ~ voluntary")
    assert (use.own, use.neither, use.labelled, use.fitting, use.unknown, use.split) == (1, 1, 2, 1, (), ())


def test_labels_are_counted_by_part(report: Report) -> None:
    counts = {(one.subject, one.stance, one.part): (one.labelled, one.found, one.right) for one in report.counts}
    assert counts["harbor-voluntary", "affirm", "development"] == (1, 1, 1)
    assert counts["harbor-voluntary", "affirm", "held-out"] == (1, 1, 0)
    assert ("harbor-paid", "affirm", "held-out") not in counts


def test_the_short_report_leaves_out_the_lists(report: Report) -> None:
    long, short = (topic_words.lines(report, full) for full in (True, False))
    assert "What each cue does" in long and "What each cue does" not in short
    assert any("precision 0.00, recall 0.00" in line for line in short)


def test_exit_codes_and_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path)
    where = ["--topics", str(tmp_path / "topics"), "--json"]
    good = TOPIC.replace('"The paid clerk left the mandatory Safe Harbors pay office."', '"The clerk left Safe Harbors."')
    good = good.replace('"A town that joins Safe Harbors is paid."', '"Towns are paid under Safe Harbors."')
    write(tmp_path, good)
    assert run(["topic", "check", *where]) == 0
    assert json.loads(capsys.readouterr().out)[0]["statements"] == 0
    write(tmp_path, good.replace('"Safe Harbors is mandatory."', '"Safe Harbors is voluntary."'))
    assert run(["topic", "check", *where]) == 2


def test_an_unknown_topic_and_wrong_labels_are_named(tmp_path: Path) -> None:
    somewhere = write(tmp_path, rows=[label(1, "x", "held-out", [{**AFFIRMED, "proposition": "nowhere"}])])
    with pytest.raises(UsageError, match="Did you mean 'harbors'"):
        app.check_topics(somewhere, "harbours", None)
    with pytest.raises(ConfigError, match="'nowhere' is no proposition or metric of harbors"):
        app.check_topics(somewhere, "", None)


def test_labels_that_are_no_json_are_named_with_their_line(tmp_path: Path) -> None:
    somewhere = write(tmp_path, rows=ROWS[:1])
    with (tmp_path / "labels" / "harbors" / "claims.jsonl").open("a") as file:
        file.write("{broken\n")
    with pytest.raises(ConfigError, match=r"claims.jsonl line 2: .* One JSON object a line"):
        app.check_topics(somewhere, "", None)


def test_two_topics_may_not_share_an_id(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "topics" / "ports.toml").write_text(TOPIC.replace('id = "harbors"', 'id = "ports"'))
    with pytest.raises(ConfigError, match=r"is also the id of an entry of harbors\.toml"):
        app.check_topics(places(tmp_path), "", None)


def test_the_shipped_second_topic_gives_what_its_examples_mean() -> None:
    (made,) = app.check_topics(places(ROOT / "corpus"), "detainers", ROOT / "no-labels")
    assert made.wrong == () and len(made.examples) >= 60
    assert not [one for one in made.cues if one.split]


@pytest.mark.parametrize("count, most, expected", [(5, 0, 5), (5, 5, 5), (5, 9, 5), (100, 7, 7), (0, 3, 0)])
def test_no_more_statements_are_read_than_asked_for(count: int, most: int, expected: int) -> None:
    rows = [{"id": str(order)} for order in range(count)]
    drawn = labels.drawn(rows, most)
    assert len(drawn) == expected and drawn == [row for row in rows if row in drawn], "in order, none twice"
    assert len({row["id"] for row in drawn}) == len(drawn)


def test_the_report_says_when_only_a_part_was_read(tmp_path: Path) -> None:
    (part,) = app.check_topics(write(tmp_path, rows=ROWS), "harbors", None, most=2)
    assert any(remark.startswith("2 of ") for remark in part.remarks)
    (tmp_path / "again").mkdir()
    (whole,) = app.check_topics(write(tmp_path / "again", rows=ROWS), "harbors", None)
    assert not any("drawn evenly" in remark for remark in whole.remarks)
