"""`site.toml` and `citation.txt`: what is set is used, what is wrong is told all at once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from db import commands
from db.citations.cite import TEMPLATE, read_template
from db.site import Site, read_site
from pipeline.errors import ConfigError

ROOT = Path(__file__).resolve().parents[2]


def test_nothing_is_set(tmp_path: Path) -> None:
    assert read_site(tmp_path) == Site("", TEMPLATE)


def test_what_is_set_is_used_and_an_option_wins(tmp_path: Path) -> None:
    (tmp_path / "site.toml").write_text('url = "https://records.example/foia/"\n')
    (tmp_path / "citation.txt").write_text("{title}, {url}\n")
    assert read_site(tmp_path) == Site("https://records.example/foia", "{title}, {url}")
    assert read_site(tmp_path, "http://127.0.0.1:8001").url == "http://127.0.0.1:8001"


@pytest.mark.parametrize("url", ["records.example", "javascript:alert(1)", "https://a.b/?q=1", "https://a.b/#x", 'https://a.b/"'])
def test_an_address_that_is_none(tmp_path: Path, url: str) -> None:
    with pytest.raises(ConfigError, match="no address"):
        read_site(tmp_path, url)


def test_every_mistake_at_once(tmp_path: Path) -> None:
    (tmp_path / "site.toml").write_text("url = 7\nadress = ''\n")
    (tmp_path / "citation.txt").write_text("{titel}")
    with pytest.raises(ConfigError) as caught:
        read_site(tmp_path)
    assert len(caught.value.problems) == 3 and "{title}" in str(caught.value)
    (tmp_path / "site.toml").write_text("url = ")
    with pytest.raises(ConfigError, match=r"site\.toml"):
        read_site(tmp_path)


def test_the_template_in_the_corpus_is_the_default() -> None:
    assert read_template(ROOT / "corpus" / "citation.txt") == TEMPLATE


def test_the_server_is_told(folder: Path) -> None:
    commands.serve_command(folder, "0.0.0.0", 8009, public=True)
    told = json.loads((folder / "metadata.json").read_text())["plugins"]["foia_pages"]
    assert told["site_url"] == "http://127.0.0.1:8009" and told["citation"] == TEMPLATE
    commands.serve_command(folder, "0.0.0.0", 8009, public=True, site=Site("https://records.example", "{title}"))
    text = (folder / "metadata.json").read_text()
    told = json.loads(text)["plugins"]["foia_pages"]
    assert told["site_url"] == "https://records.example" and told["citation"] == "{title}"
    assert str(folder) not in text, "metadata is public; a path of the machine is not"
