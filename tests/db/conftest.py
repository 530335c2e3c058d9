"""Editions built from the tiny run."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tiny_edition import Records, make_artifacts, tiny_records, write

from db.building.load import Built, build
from pipeline.store import Reader

BUILT_AT = "2011-02-03T04:05:06Z"


@pytest.fixture(scope="session")
def _once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("tiny")
    build(Reader(make_artifacts(root)), root / "db", BUILT_AT)
    return root / "db"


@pytest.fixture
def folder(_once: Path, tmp_path: Path) -> Path:
    """A published tiny edition of this test's own."""
    shutil.copytree(_once, tmp_path / "db")
    return tmp_path / "db"


@pytest.fixture
def db(folder: Path) -> Iterator[sqlite3.Connection]:
    """Its `foia.db`, open for reading and, for tests that spoil it, writing."""
    connection = sqlite3.connect(folder / "foia.db")
    yield connection
    connection.close()


@pytest.fixture
def publish(tmp_path: Path) -> Callable[[Records], Built]:
    """Writes changed records and builds them into `tmp_path / 'db'`, over what is there."""
    runs: list[Path] = []

    def go(made: Records) -> Built:
        runs.append(write(made, tmp_path / f"run-{len(runs)}"))
        return build(Reader(runs[-1]), tmp_path / "db", BUILT_AT)

    return go


@pytest.fixture
def records() -> Records:
    """The tiny run's records, to be changed."""
    return tiny_records()
