"""Odd and broken PDFs, as they are and with bytes changed, through the reader: how each file and page ended."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pipeline import tasks
from pipeline.ports import Answer, Task
from pipeline.records.source import File
from pipeline.workers import ProcessExecutor

METHODS = frozenset({"text_layer", "ocr", "blank"})
FAILURES = frozenset({"damaged", "encrypted", "empty", "too-large", "timeout", "memory", "crashed"})
PAGES = 2  # read of each file, so that the longest do not take the time of all
SECONDS = 30.0
SMALL = 200_000  # bytes of a file that is changed: larger ones only take longer
SEED = 20


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


def mutations(files: Iterable[Path], seeds: range, folder: Path) -> list[Path]:
    """One changed copy in the folder for each seed; the same file with the same changes whichever seeds are asked for."""
    small = [path for path in files if path.stat().st_size < SMALL]
    rng, made = random.Random(SEED), []
    for seed in range(seeds.stop):
        chosen = rng.choice(small)
        if seed >= seeds.start:
            path = folder / f"{seed}.pdf"
            path.write_bytes(mutated(chosen.read_bytes(), seed))
            made.append(path)
    return made


def outcomes(paths: list[Path], jobs: int = 2) -> tuple[Counter[str], list[str]]:
    """How many files and pages ended how, and what ended in no named way, more than once, or not at all."""
    works, counts, ended, wrong = tasks.works({}), Counter[str](), Counter[str](), list[str]()
    files = {f"{number}": (path, _file(path, number)) for number, path in enumerate(paths)}
    pages: list[Task] = []

    def failed(what: str, name: str, answer: Answer) -> bool:
        if answer.failure is None:
            return False
        counts[f"{what} {answer.failure.kind}"] += 1
        if answer.failure.kind not in FAILURES:
            wrong.append(f"{name}: {answer.failure.kind}: {answer.failure.message}")
        return True

    def counted(task: Task, answer: Answer) -> None:
        ended[task.unit] += 1
        path, file = files[task.unit]
        if failed("file", path.name, answer):
            return
        probe: Any = answer.value
        counts["file opened"] += 1
        if probe.n_pages < 1:
            wrong.append(f"{path.name}: opened, and has no pages")
        for number in range(1, min(probe.n_pages, PAGES) + 1):
            payload = (path, file, number, probe.password, ("eng",))
            pages.append(Task(f"{task.unit} page {number}", works["read"].do, payload, SECONDS))

    def read(task: Task, answer: Answer) -> None:
        ended[task.unit] += 1
        name = f"{task.payload[0].name} page {task.payload[2]}"
        if failed("page", name, answer):
            return
        page: Any = answer.value[0]
        counts[f"page {page.method}"] += 1
        counts["page by the second reader"] += "pdfplumber" in page.method_reason
        if page.method not in METHODS or not page.method_reason:
            wrong.append(f"{name}: {page.method!r}, {page.method_reason!r}")

    pool = ProcessExecutor(jobs)
    try:
        pool.run([Task(unit, works["probe"].do, (path, file, ()), SECONDS) for unit, (path, file) in files.items()], counted)
        pool.run(list(pages), read)
    finally:
        pool.close()
    asked = {*files, *(task.unit for task in pages)}
    wrong += [f"{unit}: ended {ended[unit]} times" for unit in sorted(asked | set(ended)) if ended[unit] != 1]
    return counts, wrong


def _file(path: Path, number: int) -> File:
    return File(f"{number:016d}", "odd", path.name, f"{number:064d}", path.stat().st_size, "application/pdf")
