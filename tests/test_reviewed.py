"""Files in which people decide: read whole, every mistake named."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import ConfigError
from pipeline.records.source import Ruling
from pipeline.reviewed import boundaries

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
