"""Topic files: read to the last key, and every mistake told at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import ConfigError
from pipeline.topics import load_topic, load_topics

SHIPPED = Path(__file__).resolve().parents[1] / "corpus" / "topics"

GOOD = """
id = "harbors"
title = "Safe Harbors"
description = "A program that never was."
terms = ["Safe Harbors"]

[words]
join = ["join", "take part"]

[[proposition]]
id = "voluntary"
statement = "Taking part is voluntary."
opposite = "Taking part is mandatory."
affirm = ["@join ~ voluntary"]
deny = ["@join ~ mandatory"]

[[metric]]
id = "share"
statement = "The share of those counted."
unit = "share"
population = "everybody"
cues = ["# ... people"]

[[metric.bears_on]]
proposition = "voluntary"
stance = "deny"
above = 0.5
"""


def write(folder: Path, text: str, name: str = "harbors.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def problems(folder: Path, text: str) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        load_topic(write(folder, text))
    return caught.value.problems


def test_reads_everything(tmp_path: Path) -> None:
    topic = load_topic(write(tmp_path, GOOD))
    assert topic.id == "harbors" and topic.terms == ("Safe Harbors",)
    assert topic.propositions[0].affirm == ("(join|take part) ~ voluntary",)
    assert topic.metrics[0].bears_on[0].above == 0.5 and topic.metrics[0].bears_on[0].below is None
    assert topic.metrics[0].tolerance == 0.1


def test_the_shipped_topic_loads_and_holds_what_was_promised() -> None:
    topic = load_topic(SHIPPED / "secure-communities.toml")
    wanted = {
        "participation-voluntary", "opt-out-available", "agreement-required", "targets-serious-criminals", "noncriminals-removed",
        "minor-traffic-enforcement", "federal-law-mandates-sharing", "detainer-mandatory", "local-cost-free", "racial-profiling",
        "harms-community-trust", "program-in-force",
    }  # fmt: skip
    assert wanted <= {one.id for one in topic.propositions}
    assert {"jurisdictions-active", "removals-total", "noncriminal-share", "level1-share", "complaint-count"} <= {
        one.id for one in topic.metrics
    }
    for one in topic.propositions:
        assert one.examples_affirm and one.examples_deny and one.examples_neither and one.statement != one.opposite
    for metric in topic.metrics:
        assert metric.population and metric.examples and metric.examples_neither


def test_no_folder_no_topics(tmp_path: Path) -> None:
    assert load_topics(tmp_path / "absent") == ()


SAID = 'statement = "One may."\nopposite = "One must."\naffirm = ["@join ~ voluntary"]\n\n'
WRONG = [
    (
        'title = "Safe Harbors"',
        'titel = "Safe Harbors"',
        ["unknown key 'titel'. Did you mean 'title'?", "the key title is missing"],
    ),
    ('affirm = ["@join ~ voluntary"]', 'affrim = ["@join ~ voluntary"]', ["unknown key 'affrim'. Did you mean 'affirm'?"]),
    ("@join ~ voluntary", "@jion ~ voluntary", ["@jion is not known. Did you mean 'join'?"]),
    ("@join ~ mandatory", "(join mandatory", ["a bracket is not closed"]),
    ("@join ~ mandatory", "... mandatory", ["a gap needs a word on both sides"]),
    ('unit = "share"', 'unit = "percent"', ["unit 'percent' must be one of count, share"]),
    ('proposition = "voluntary"', 'proposition = "volontary"', ["which is no proposition here. Did you mean 'voluntary'?"]),
    ('id = "voluntary"', 'id = "voluntary"\ngoes_with = ["leaving"]', ["goes with 'leaving', which is no other proposition"]),
    ('id = "voluntary"', 'id = "voluntary"\nyields_to = ["leaving"]', ["yields to 'leaving', which is no other proposition"]),
    ('id = "voluntary"', 'id = "voluntary"\nthings = ["bed|night"]', ['things must read "list: word|word"']),
    ('id = "voluntary"', 'id = "voluntary"\ngoes_with = ["voluntary"]', ["which is no other proposition here"]),
    (
        'id = "voluntary"',
        'id = "voluntary"\ngoes_with = ["leaving"]\n' + SAID + '[[proposition]]\nid = "leaving"\ngoes_with = ["voluntary"]',
        ["proposition 'leaving' goes with 'voluntary', which says so already: write it under one of them."],
    ),
    ("above = 0.5", "above = 0.5\nbelow = 0.1", ["give exactly one of above and below"]),
    ("above = 0.5", 'above = "half"', ["above must be a number"]),
    ('terms = ["Safe Harbors"]', "terms = []", ["terms is empty"]),
    ('terms = ["Safe Harbors"]', 'terms = "Safe Harbors"', ["terms must be a list of strings"]),
    ('id = "harbors"', 'id = "havens"', ["id is 'havens' but the file is called 'harbors.toml'"]),
    ('stance = "deny"', 'stance = "no"', ["stance 'no' must be affirm or deny"]),
    ('id = "voluntary"', 'id = "Vol untary"', ["use lower-case letters, digits and hyphens"]),
    ('join = ["join", "take part"]', 'topic = ["join"]', ["@topic is built in", "@join is not known"]),
]


@pytest.mark.parametrize(("right", "wrong", "messages"), WRONG, ids=[wrong[:30] for _, wrong, _ in WRONG])
def test_says_what_is_wrong(tmp_path: Path, right: str, wrong: str, messages: list[str]) -> None:
    assert right in GOOD
    told = problems(tmp_path, GOOD.replace(right, wrong))
    for message in messages:
        assert any(message in one for one in told), told
    assert all(str(tmp_path / "harbors.toml") in one and " line " in one for one in told)


def test_every_mistake_at_once_with_its_line(tmp_path: Path) -> None:
    told = problems(tmp_path, GOOD.replace('unit = "share"', 'unit = "percent"').replace("affirm =", "affrim ="))
    assert len(told) >= 2
    line = GOOD.replace("affirm =", "affrim =").splitlines().index('affrim = ["@join ~ voluntary"]') + 1
    assert any(f"line {line}: " in one and "affrim" in one for one in told)


@pytest.mark.parametrize(
    "text", ["id = ", "id = [1", "\ufffe", "[[proposition]]\nid = 3", "proposition = 4\nmetric = [1]\nwords = 5"]
)
def test_hostile_files_are_told_not_crashed_on(tmp_path: Path, text: str) -> None:
    assert problems(tmp_path, text)


def test_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "harbors.toml"
    path.write_bytes(b'id = "\xff\xfe"')
    with pytest.raises(ConfigError, match="not UTF-8"):
        load_topic(path)


def test_mistakes_of_several_files_come_together(tmp_path: Path) -> None:
    write(tmp_path, "id = ", "a.toml")
    write(tmp_path, "titel = 1", "b.toml")
    with pytest.raises(ConfigError) as caught:
        load_topics(tmp_path)
    assert {"a.toml" in one for one in caught.value.problems} == {True, False}
