"""What the README tells people to type exists."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.extractors.cueing import cues

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))


@pytest.fixture(scope="module")
def commands() -> set[str]:
    done = subprocess.run([sys.executable, "-m", "pipeline", "--help"], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(re.findall(r"^    ([a-z]+) ", done.stdout, re.M))


def test_every_make_target_it_names_exists() -> None:
    named = set(re.findall(r"(?:`|^|\s)make ([a-z-]+)", README))
    assert {"demo", "serve", "test", "ingest", "measure"} <= named
    assert named - TARGETS == set()


def test_every_command_it_names_exists(commands: set[str]) -> None:
    named = set(re.findall(r"\bfoia ([a-z]+)\b", README))
    assert {"ingest", "status", "failures", "why", "check", "cite", "build"} <= named
    assert named - commands == set()


def test_the_contract_of_commands_is_kept(commands: set[str]) -> None:
    wanted = {"ingest", "build", "check", "serve", "status", "why", "failures", "cite", "export", "fetch", "measure"}
    assert wanted - commands == set()
    assert {"demo", "ingest", "serve", "status", "test", "lint", "bench", "measure", "backup", "clean"} - TARGETS == set()


def test_every_file_it_points_to_exists() -> None:
    links = re.findall(r"\]\((?!http)([^)#]+)\)", README)
    assert links and [link for link in links if not (ROOT / link).exists()] == []


def test_ci_runs_the_test_command_of_the_readme() -> None:
    assert "`make test` sets everything up and runs the tests" in README
    assert (ROOT / ".ci" / "run").read_text().strip().endswith("make test")


GUIDE = (ROOT / "corpus" / "topics" / "README.md").read_text(encoding="utf-8")


def test_the_guide_to_topics_names_only_what_exists(commands: set[str]) -> None:
    assert (
        set(re.findall(r"\bfoia ([a-z]+)\b", GUIDE)) == {"topic", "ingest", "build"} and {"topic", "ingest", "build"} <= commands
    )
    assert set(re.findall(r"\bmake ([a-z-]+)`|^make ([a-z-]+)$", GUIDE, re.M)) == {
        ("train", ""),
        ("measure", ""),
        ("", "measure"),
    }
    assert {"train", "measure"} <= TARGETS
    links = re.findall(r"\]\((?!http)([^)#]+)\)", GUIDE)
    assert links and [link for link in links if not (ROOT / "corpus" / "topics" / link).exists()] == []


def test_every_cue_the_guide_explains_is_a_cue() -> None:
    shown = re.findall(r"^\| `([^`]+)` \|", GUIDE, re.M)
    assert len(shown) == 12
    for one in shown:
        cues.compile_cue(one.replace("\\|", "|"))
