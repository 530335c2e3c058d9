"""Odd and broken PDFs, as they are and with bytes changed: every file and page ends read, claimed blank or a named failure."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from pipeline import tasks
from pipeline.ports import Answer, Task
from pipeline.records.source import File
from pipeline.workers import ProcessExecutor

METHODS = {"text_layer", "ocr", "blank"}
FAILURES = {"damaged", "encrypted", "empty", "too-large", "timeout", "memory", "crashed"}
PAGES = 2  # read of each file, so that the longest do not take the time of all
SECONDS = 30.0


def mutated(data: bytes, seed: int) -> bytes:
    """The bytes with a few of them changed, cut out, doubled or cut off; the same for the same seed."""
    rng, done = random.Random(seed), bytearray(data)
    for _ in range(rng.randint(1, 12)):
        at, length = rng.randrange(len(done) or 1), rng.randint(1, 40)
        what = rng.random()
        if what < 0.5:
            done[at : at + length] = rng.randbytes(min(length, max(len(done) - at, 0)))
        elif what < 0.7:
            del done[at : at + length]
        elif what < 0.9:
            done[at:at] = done[at : at + length]
        elif len(done) > 200:
            del done[rng.randrange(len(done) // 2, len(done)) :]
    return bytes(done)


def file_of(path: Path, number: int) -> File:
    return File(f"{number:016d}", "odd", path.name, f"{number:064d}", path.stat().st_size, "application/pdf")


def outcomes(paths: list[Path]) -> Counter[str]:
    """How many files and pages ended how. AssertionError where one ended in no named way, or not at all."""
    works, counts, ended = tasks.works({}), Counter[str](), Counter[str]()
    files = {f"{number}": (path, file_of(path, number)) for number, path in enumerate(paths)}
    pages: list[Task] = []

    def counted(task: Task, answer: Answer) -> None:
        ended[task.unit] += 1
        if answer.failure is not None:
            assert answer.failure.kind in FAILURES, (files[task.unit][0].name, answer.failure)
            counts[f"file {answer.failure.kind}"] += 1
            return
        probe: Any = answer.value
        assert probe.n_pages > 0
        counts["file opened"] += 1
        path, file = files[task.unit]
        for number in range(1, min(probe.n_pages, PAGES) + 1):
            payload = (path, file, number, probe.password, ("eng",))
            pages.append(Task(f"{task.unit} page {number}", works["read"].do, payload, SECONDS))

    def read(task: Task, answer: Answer) -> None:
        ended[task.unit] += 1
        if answer.failure is not None:
            assert answer.failure.kind in FAILURES, (task.payload[0].name, answer.failure)
            counts[f"page {answer.failure.kind}"] += 1
            return
        page: Any = answer.value[0]
        assert page.method in METHODS and page.method_reason
        counts[f"page {page.method}"] += 1
        counts["page by the second reader"] += "pdfplumber" in page.method_reason

    pool = ProcessExecutor(2)
    try:
        pool.run([Task(unit, works["probe"].do, (path, file, ()), SECONDS) for unit, (path, file) in files.items()], counted)
        pool.run(list(pages), read)
    finally:
        pool.close()
    assert set(ended) == set(files) | {task.unit for task in pages} and set(ended.values()) <= {1}
    return counts


@pytest.fixture
def odd_files(shared_data: Path) -> list[Path]:
    return sorted(path for path in (shared_data / "pdf_robustness").iterdir() if path.suffix in {".pdf", ".fuzz"})


def test_a_mutation_is_the_same_every_time_and_changes_the_file() -> None:
    data = bytes(range(256)) * 4
    assert all(mutated(data, seed) == mutated(data, seed) != data for seed in range(20))
    assert mutated(b"", 1) == mutated(b"", 1)


@pytest.mark.slow
def test_every_odd_file_ends_in_a_named_way(odd_files: list[Path]) -> None:
    counts = outcomes(odd_files)
    print(dict(counts))
    assert counts["file opened"] >= 0.8 * len(odd_files) > 0


@pytest.mark.slow
def test_every_mutation_ends_in_a_named_way(odd_files: list[Path], tmp_path: Path, pytestconfig: pytest.Config) -> None:
    rng, paths = random.Random(20), []
    small = [path for path in odd_files if path.stat().st_size < 200_000]
    for seed in range(pytestconfig.getoption("--mutations")):
        path = tmp_path / f"{seed}.pdf"
        path.write_bytes(mutated(rng.choice(small).read_bytes(), seed))
        paths.append(path)
    counts = outcomes(paths)
    print(dict(counts))
    assert counts["file opened"] > 0
