"""`foia` as a person types it: exit codes, messages with remedies, and what a folder of odd files comes to."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LETTER = """SAMPLE

Dear Sheriff:

Participation in Secure Communities is voluntary. A county may opt out of Secure Communities by writing to this office.

Unit Chief
"""


class Desk:
    """A folder with its own corpus, artifacts and databases, and the command run there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.inbox = folder / "March Release"
        self.inbox.mkdir()

    def foia(self, *words: str) -> subprocess.CompletedProcess[str]:
        command, *rest = words
        places = ["--corpus", "corpus", "--artifacts", "artifacts", "--db", "db"]
        if command == "ingest":
            places += ["--jobs", "2"]
        env = {**os.environ, "PYTHONPATH": str(ROOT)}
        return subprocess.run(
            [sys.executable, "-m", "pipeline", command, *rest, *places],
            cwd=self.folder,
            env=env,
            capture_output=True,
            text=True,
            check=False,
        )

    def json(self, *words: str) -> object:
        return json.loads(self.foia(*words, "--json").stdout)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_a_folder_becomes_a_release_and_a_second_time_there_is_nothing_to_do(desk: Desk) -> None:
    (desk.inbox / "letter.txt").write_text(LETTER)
    first = desk.foia("ingest", "March Release")
    assert first.returncode == 0, first.stderr
    assert "release march-release: 1 files copied" in first.stderr
    assert "still blank: title, agency" in first.stderr
    assert (desk.folder / "corpus" / "march-release" / "letter.txt").read_text() == LETTER
    second = desk.foia("ingest", "March Release")
    assert second.returncode == 0 and "nothing to do" in second.stdout
    status = desk.json("status")
    assert isinstance(status, dict)
    assert (status["stale"], status["failed"], status["waiting"]) == (0, 0, 0) and status["fresh"] >= 7
    built = desk.foia("build")
    assert built.returncode == 0, built.stderr
    assert desk.foia("check").returncode == 0
    assert {path.name for path in (desk.folder / "db").iterdir()} >= {"foia.db", "private.db"}


def test_a_release_that_lies_in_the_corpus_is_taken_where_it_is(desk: Desk) -> None:
    place = desk.folder / "corpus" / "march"
    place.mkdir(parents=True)
    (place / "letter.txt").write_text(LETTER)
    done = desk.foia("ingest", "corpus/march")
    assert done.returncode == 0, done.stderr
    assert "1 files" in done.stdout and sorted(p.name for p in place.iterdir()) == ["letter.txt", "release.toml"]


def test_what_cannot_be_read_is_named_with_a_remedy_and_the_rest_is_kept(desk: Desk) -> None:
    (desk.inbox / "letter.txt").write_text(LETTER)
    (desk.inbox / "empty.pdf").write_bytes(b"")
    (desk.inbox / "broken.pdf").write_bytes(b"%PDF-1.7\nthis is not one")
    (desk.inbox / "song.mp3").write_bytes(b"ID3\x04\x00\x00\x00\x00\x00\x23TSSE\x00\x00\x00\x0f")
    (desk.folder / "secret.txt").write_text("outside")
    (desk.inbox / "link.txt").symlink_to(desk.folder / "secret.txt")
    with zipfile.ZipFile(desk.inbox / "more.zip", "w") as archive:
        archive.writestr("inner.txt", LETTER.replace("Sheriff", "Mayor"))
        archive.writestr("../../evil.txt", "out")
    done = desk.foia("ingest", "March Release")
    assert done.returncode == 4, done.stderr
    failures = desk.json("failures")
    assert isinstance(failures, list)
    kinds = {row["file"]: row["kind"] for row in failures}
    assert kinds["empty.pdf"] == "empty" and kinds["broken.pdf"] == "damaged" and kinds["song.mp3"] == "not-supported"
    assert kinds["link.txt"] == "unsafe-path" and kinds["more.zip!/../../evil.txt"] == "unsafe-path"
    assert all(row["message"] and row["remedy"] for row in failures)
    assert not list(desk.folder.rglob("evil.txt"))
    read = {row["file"] for row in desk.json("why", "inner.txt")}  # type: ignore[union-attr]
    assert read == {"more.zip!/inner.txt"}
    refused = desk.json("why", "song.mp3")
    assert isinstance(refused, list) and [(row["stage"], row["state"]) for row in refused] == [("intake", "failed")]
    status = desk.json("status")
    assert isinstance(status, dict) and status["failed"] == len(failures)
    again = desk.foia("ingest")
    assert again.returncode == 4 and "nothing to do" in again.stdout, "a refusal is still told when nothing else is done"


def test_a_typo_in_release_toml_stops_before_anything_is_copied(desk: Desk) -> None:
    (desk.inbox / "letter.txt").write_text(LETTER)
    (desk.inbox / "release.toml").write_text('id = "march"\ntitel = "March"\nlanguages = "eng"\n')
    done = desk.foia("ingest", "March Release")
    assert done.returncode == 2
    assert "line 2: unknown key 'titel'. Did you mean 'title'?" in done.stderr and "line 3: languages" in done.stderr
    assert not (desk.folder / "corpus").exists()


def test_an_unknown_topic_is_named(desk: Desk) -> None:
    (desk.inbox / "letter.txt").write_text(LETTER)
    (desk.inbox / "release.toml").write_text('id = "march"\ntopics = ["secure-comunities"]\n')
    done = desk.foia("ingest", "March Release")
    assert done.returncode == 2 and "Did you mean 'secure-communities'?" in done.stderr
    assert not (desk.folder / "corpus").exists(), "nothing is copied before it is mended"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("ingest", "nowhere"), "no such file or folder"),
        (("ingest",), "holds no release"),
        (("ingest", "March Release", "--release", "Not An Id"), "cannot be the id of a release"),
        (("ingest", "March Release", "--release", "../up"), "cannot be the id of a release"),
        (("ingest", "March Release", "--release", "topics"), "cannot be the id of a release"),
        (("ingest", "--release", "x"), "there is no PATH"),
        (("ingest", "March Release", "--set", "reed.dpi=200"), "Did you mean 'read'?"),
        (("ingest", "March Release", "--set", "read.engine=abbyy"), "engine = 'abbyy' is unknown"),
        (("ingest", "Empty"), "holds no files"),
        (("ingest", "March Release", "--set", "read.dpi=-5"), "must not be negative"),
        (("ingest", "March Release", "--set", "read.dpi=0"), "must be 1 or more"),
        (("status",), "holds no release"),
        (("failures",), "holds no finished run"),
        (("build",), "holds no finished run"),
        (("fetch", "ftp://host/a.pdf"), "only http and https"),
        (("nonsense",), "invalid choice"),
    ],
)
def test_wrong_use_ends_with_2_and_says_what_to_do(desk: Desk, words: tuple[str, ...], message: str) -> None:
    (desk.inbox / "letter.txt").write_text(LETTER)
    (desk.folder / "Empty").mkdir()
    done = desk.foia(*words)
    assert done.returncode == 2, done.stderr
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_why_tells_what_changed(desk: Desk) -> None:
    (desk.inbox / "letter.txt").write_text(LETTER)
    desk.foia("ingest", "March Release")
    fresh = desk.json("why", "letter.txt")
    assert isinstance(fresh, list)
    assert [row["stage"] for row in fresh][:5] == ["probe", "read", "openly", "screen", "number"]
    assert {row["state"] for row in fresh} == {"fresh"}
    stale = desk.json("why", "letter.txt", "--set", "read.image_dpi=100")
    assert isinstance(stale, list)
    assert [row["because"] for row in stale if row["stage"] == "read"] == ["parameter image_dpi changed: 150 -> 100"]
    unknown = desk.foia("why", "other.txt")
    assert unknown.returncode == 2 and "nothing is known" in unknown.stderr


def test_without_a_command_the_help_is_shown() -> None:
    done = subprocess.run([sys.executable, "-m", "pipeline"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2 and "ingest" in done.stdout and "contradict" not in done.stderr
