"""Files in which people decide: read whole, every mistake named."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import ConfigError
from pipeline.records.finding import NameRuling
from pipeline.records.source import Ruling
from pipeline.reviewed import boundaries, decisions, names

GOOD = '[[boundary]]\nfile = "b.pdf"\npage = 8\nstarts = true\nkind = "memo"\n'
GOOD += '\n[[boundary]]\nfile = "a.pdf"\npage = 2\nstarts = false\n'


def test_rulings_are_read_by_file_and_page(tmp_path: Path) -> None:
    (tmp_path / "boundaries.toml").write_text(GOOD)
    assert boundaries(tmp_path) == (Ruling("a.pdf", 2, False), Ruling("b.pdf", 8, True, "memo"))


def test_no_file_no_rulings(tmp_path: Path) -> None:
    assert boundaries(tmp_path) == ()


@pytest.mark.parametrize(
    "text, said",
    [
        ('[[boundary]]\nfile = "a.pdf"\npage = 0\nstarts = true', "from 1"),
        ('[[boundary]]\nfile = "a.pdf"\npage = 3', "starts must be"),
        ("[[boundary]]\npage = 3\nstarts = true", "name of a file"),
        ('[[boundary]]\nfile = "a.pdf"\npage = 3\nstart = true', "Did you mean 'starts'"),
        ('[[boundary]]\nfile = "a.pdf"\npage = 3\nstarts = true\nkind = "memmo"', "Did you mean 'memo'"),
        ('[boundary]\nfile = "a.pdf"', "list of tables"),
        ("[[bounds]]\npage = 1", "unknown key"),
        (GOOD + '[[boundary]]\nfile = "a.pdf"\npage = 2\nstarts = true\n', "ruled on twice"),
        ("[[boundary", "boundaries.toml"),
    ],
)
def test_mistakes_are_named(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "boundaries.toml").write_text(text)
    with pytest.raises(ConfigError) as caught:
        boundaries(tmp_path)
    assert said in "\n".join(caught.value.problems)


DECIDED = '[[decision]]\ntext = "555-201-3344"\npublish = true\nwhy = "an office line"\nby = "A. Poe"\non = "2026-03-09"\n'


def test_decisions_are_read(tmp_path: Path) -> None:
    assert decisions(tmp_path) == ()
    (tmp_path / "privacy.toml").write_text(DECIDED)
    assert [(one.text, one.publish, one.by) for one in decisions(tmp_path)] == [("555-201-3344", True, "A. Poe")]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"555-201-3344"', '"5"', "text must be"),
        ("publish = true", 'publish = "yes"', "publish must be"),
        ('why = "an office line"\n', "", "why must say"),
        ('by = "A. Poe"', 'by = ""', "by must say"),
        ('"2026-03-09"', '"March"', "on must be"),
        ("why =", "wye =", "unknown key 'wye'"),
        ("[[decision]]", "[[decisions]]", "unknown key 'decisions'"),
    ],
)
def test_mistakes_in_decisions_are_named_without_their_text(tmp_path: Path, old: str, new: str, said: str) -> None:
    (tmp_path / "privacy.toml").write_text(DECIDED.replace(old, new))
    with pytest.raises(ConfigError) as caught:
        decisions(tmp_path)
    assert said in str(caught.value) and "555-201-3344" not in str(caught.value)


PASSAGES = DECIDED.replace('text = "555-201-3344"', 'passages = ["0123456789abcdef"]')


def test_a_decision_may_name_passages_by_number(tmp_path: Path) -> None:
    (tmp_path / "privacy.toml").write_text(PASSAGES)
    assert [(one.text, one.passages, one.publish) for one in decisions(tmp_path)] == [("", ("0123456789abcdef",), True)]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('["0123456789abcdef"]', '"0123456789abcdef"', "passages must list"),
        ('["0123456789abcdef"]', "[]", "passages must list"),
        ('["0123456789abcdef"]', '["the sentence itself"]', "passages must list"),
        ("publish = true", "publish = false", "publish = true"),
        ("publish = true", 'text = "555-201-3344"\npublish = true', "no text"),
        ('why = "an office line"', 'why = ""', "why must say"),
    ],
)
def test_mistakes_in_decisions_on_passages_are_named(tmp_path: Path, old: str, new: str, said: str) -> None:
    (tmp_path / "privacy.toml").write_text(PASSAGES.replace(old, new))
    with pytest.raises(ConfigError) as caught:
        decisions(tmp_path)
    assert said in str(caught.value) and "555-201-3344" not in str(caught.value) and "sentence itself" not in str(caught.value)


def test_rulings_on_names(tmp_path: Path) -> None:
    (tmp_path / "entities.toml").write_text(
        '[[same]]\nkind = "person"\nnames = ["Jane Roe", "ROE, Jane", "J. Roe"]\n'
        '[[not-a-name]]\nkind = "office"\nnames = ["Page Two"]\n'
    )
    assert names(tmp_path) == (
        NameRuling("not-a-name", "office", ("page two",)),
        NameRuling("same", "person", ("jane roe", "j roe")),
    )
    assert names(tmp_path / "elsewhere") == ()


@pytest.mark.parametrize(
    "text, said",
    [
        ('[[sam]]\nkind = "person"\nnames = ["A B", "C D"]', "Did you mean 'same'"),
        ('[[same]]\nkind = "person"\nnames = ["A B"]', "two names or more"),
        ('[[same]]\nkind = "persn"\nnames = ["A B", "C D"]', "Did you mean 'person'"),
        ('[[same]]\nnames = ["A B", "C D"]', "give kind and names"),
        ('[[same]]\nkind = "person"\nnames = ["A B", 3]', "text in quotes"),
        ('same = "x"', "unknown key"),
    ],
)
def test_mistakes_in_names_are_named(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "entities.toml").write_text(text)
    with pytest.raises(ConfigError) as caught:
        names(tmp_path)
    assert said in "\n".join(caught.value.problems)
