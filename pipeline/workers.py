"""Runs tasks in processes that may be killed: a wall clock and a memory ceiling per unit, one failure for a unit that dies.

The parent hands out one task at a time to each worker and waits on pipes. Untrusted files are parsed only here.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import resource
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from pipeline.errors import FoiaError, MissingTool, Unreadable
from pipeline.ports import Answer, Task
from pipeline.records.outcome import Failure

MEMORY_BYTES = 6 << 30  # address space: a 40-megapixel page with Tesseract and the parser's model stays below 3 GiB
TASKS_PER_WORKER = 400  # PDF libraries grow with every file; a fresh process gives the memory back
LONGER = 3  # times the wall clock for the second and last try of a unit that ran out of it
REPORT = "This is a fault in the program, not in your file. Please report the message; the other pages are kept."

_toolbox: dict[str, Any] = {}


def tool(name: str, build: Callable[[], Any]) -> Any:
    """The tool of that name, built once per process."""
    if name not in _toolbox:
        _toolbox[name] = build()
    return _toolbox[name]


def attempt(task: Task) -> Answer:
    """Does the task here and now; whatever goes wrong becomes a Failure (its stage and place are filled in by the caller)."""
    try:
        return Answer(task.unit, task.spec(task.payload), None)
    except Unreadable as error:
        return _failed(task, error.kind, error.message, error.remedy, error.lasting)
    except MissingTool as error:
        return _failed(task, "missing-tool", error.message, error.remedy, lasting=False)
    except FoiaError as error:
        return _failed(task, "error", error.message, error.remedy, lasting=False)
    except MemoryError:
        return _failed(task, "memory", "It needs more memory than one page may take.", _smaller(), lasting=False)
    except Exception as error:
        frame = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{os.path.basename(frame.filename)} line {frame.lineno}"  # noqa: PTH119  a frame's file may be '<string>'
        return _failed(task, "bug", f"{type(error).__name__} at {where}: {error}", REPORT, lasting=False)


def _smaller() -> str:
    return "Split the file, or lower read.dpi in settings.toml, and run again."


def _failed(task: Task, kind: str, message: str, remedy: str, lasting: bool) -> Answer:
    return Answer(task.unit, None, Failure("", "", "", None, kind, message, remedy, lasting))


class SerialExecutor:
    """Runs tasks one after another in this very process: for tests and for looking into a fault. No clock, no ceiling."""

    def identity(self) -> str:
        return "serial"

    def run(self, tasks: Iterable[Task], on_done: Callable[[Task, Answer], None]) -> None:
        for task in tasks:
            on_done(task, attempt(task))


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    pipe: Connection
    task: Task | None = None
    deadline: float = 0.0
    done: int = 0
    again: bool = False  # whether this is the task's second try


class ProcessExecutor:
    """Runs tasks in `jobs` worker processes on this machine."""

    def __init__(self, jobs: int, memory_bytes: int = MEMORY_BYTES) -> None:
        self._jobs = max(1, jobs)
        self._memory = memory_bytes
        self._context = multiprocessing.get_context("spawn")
        self._workers: list[_Worker] = []
        self._late: list[Task] = []  # ran out of time once; tried again when all else is handed out

    def identity(self) -> str:
        return f"processes x{self._jobs}"

    def run(self, tasks: Iterable[Task], on_done: Callable[[Task, Answer], None]) -> None:
        waiting = iter(tasks)
        self._late = []
        try:
            while self._hand_out(waiting):
                for task, answer in self._collect():
                    on_done(task, answer)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Ends every worker, whatever it is doing."""
        for worker in self._workers:
            self._end(worker)
        self._workers = []

    def _hand_out(self, waiting: Iterator[Task]) -> bool:
        """Gives every worker without work a task, starting workers as needed; False once nothing is left to do."""
        while sum(worker.task is not None for worker in self._workers) < self._jobs:
            task, again = next(waiting, None), False
            if task is None and self._late:
                task, again = self._late.pop(0), True
            if task is None:
                break
            worker = self._free()
            worker.task, worker.again = task, again
            worker.deadline = time.monotonic() + task.seconds * (LONGER if again else 1)
            with contextlib.suppress(BrokenPipeError, OSError):  # a worker that died is found by `_collect`
                worker.pipe.send(task)
        return any(worker.task is not None for worker in self._workers)

    def _free(self) -> _Worker:
        worker = next((worker for worker in self._workers if worker.task is None), None)
        if worker and worker.done >= TASKS_PER_WORKER:
            self._drop(worker)
            worker = None
        return worker or self._start()

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_serve, args=(theirs, self._memory), daemon=True)
        process.start()
        theirs.close()
        worker = _Worker(process, ours)
        self._workers.append(worker)
        return worker

    def _collect(self) -> list[tuple[Task, Answer]]:
        busy = [worker for worker in self._workers if worker.task is not None]
        rest = min(worker.deadline for worker in busy) - time.monotonic()
        ready = set(wait([worker.pipe for worker in busy], timeout=max(0.0, rest)))
        found = []
        for worker in busy:
            task = worker.task
            assert task is not None
            if worker.pipe in ready:
                try:
                    answer = worker.pipe.recv()
                    worker.task, worker.done = None, worker.done + 1
                except (EOFError, OSError):
                    answer = self._died(worker, task)
                found.append((task, answer))
            elif time.monotonic() >= worker.deadline:
                self._drop(worker)
                if not worker.again:
                    self._late.append(task)
                    continue
                message = f"It was not done after {task.seconds:.0f} seconds, nor after {LONGER} times as long, and was stopped."
                remedy = "Run again on a quieter machine; if it stops again, print the page to a new PDF and add that file."
                found.append((task, _failed(task, "timeout", message, remedy, lasting=False)))
        return found

    def _died(self, worker: _Worker, task: Task) -> Answer:
        worker.process.join(5)
        code = worker.process.exitcode
        self._drop(worker)
        message = f"The process reading it died ({_signal_name(code)})."
        remedy = "Open it in a PDF viewer, print it to a new PDF and add that file. The other pages are kept."
        return _failed(task, "crashed", message, remedy, lasting=False)

    def _drop(self, worker: _Worker) -> None:
        self._end(worker)
        self._workers.remove(worker)

    def _end(self, worker: _Worker) -> None:
        worker.process.kill()
        worker.process.join()
        worker.pipe.close()


def _signal_name(code: int | None) -> str:
    if code is not None and code < 0:
        with contextlib.suppress(ValueError):
            return signal.Signals(-code).name
    return f"exit code {code}"


def _serve(pipe: Connection, memory_bytes: int) -> None:
    """A worker's life: take a task, do it, answer, until the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    for name in ("OMP_THREAD_LIMIT", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ.setdefault(name, "1")  # pages run in parallel; threads inside a page only fight over the cores
    if sys.platform == "linux":  # macOS accepts this limit and does not keep it
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    while True:
        try:
            task = pipe.recv()
        except (EOFError, OSError):
            return
        answer = attempt(task)
        try:
            pipe.send(answer)
        except (BrokenPipeError, OSError):
            return
