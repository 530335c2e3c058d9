"""Both executors keep one contract; the one with processes also survives what a hostile file can do to a worker."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from pipeline.errors import MissingTool, Unreadable
from pipeline.ports import Answer, Executor, Task
from pipeline.workers import ProcessExecutor, SerialExecutor, tool


def double(value: int) -> int:
    return 2 * value


def locked(value: int) -> int:
    raise Unreadable("encrypted", "It is locked.", "Add the password.")


def without_tool(value: int) -> int:
    raise MissingTool("No data for 'spa'.", "Install it.")


def broken(value: int) -> int:
    return [][value]


def hungry(value: int) -> int:
    raise MemoryError


def sleeper(value: float) -> str:
    time.sleep(value)
    return "woke"


def suicide(value: int) -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def glutton(value: int) -> int:
    return len(bytearray(value))


def process_id(value: int) -> int:
    return os.getpid()


def counted(value: int) -> int:
    return len(tool("list", list)) + value


def run(executor: Executor, *tasks: tuple[Callable[[Any], Any], Any], seconds: float = 30) -> dict[str, Answer]:
    answers: dict[str, Answer] = {}

    def keep(task: Task, answer: Answer) -> None:
        assert task.unit not in answers, "each task is answered once"
        answers[task.unit] = answer

    executor.run([Task(str(n), spec, payload, seconds) for n, (spec, payload) in enumerate(tasks)], keep)
    return answers


@pytest.fixture(scope="module")
def pool() -> Iterator[ProcessExecutor]:
    executor = ProcessExecutor(2)
    yield executor
    executor.close()


@pytest.fixture(params=["serial", "processes"])
def executor(request: pytest.FixtureRequest, pool: ProcessExecutor) -> Executor:
    return SerialExecutor() if request.param == "serial" else pool


def test_every_task_is_answered(executor: Executor) -> None:
    answers = run(executor, *[(double, n) for n in range(20)])
    assert {int(unit): answer.value for unit, answer in answers.items()} == {n: 2 * n for n in range(20)}


def test_no_tasks_is_no_trouble(executor: Executor) -> None:
    assert run(executor) == {}


@pytest.mark.parametrize(
    ("spec", "kind", "lasting"),
    [(locked, "encrypted", True), (without_tool, "missing-tool", False), (broken, "bug", False), (hungry, "memory", False)],
)
def test_what_goes_wrong_becomes_a_failure_and_the_rest_goes_on(executor: Executor, spec: Any, kind: str, lasting: bool) -> None:
    answers = run(executor, (double, 1), (spec, 1), (double, 2))
    failure = answers["1"].failure
    assert failure is not None and (failure.kind, failure.lasting) == (kind, lasting)
    assert failure.message and failure.remedy
    assert (answers["0"].value, answers["2"].value) == (2, 4)


def test_tools_are_built_once_per_process(executor: Executor) -> None:
    assert {answer.value for answer in run(executor, (counted, 0), (counted, 0)).values()} == {0}


def test_work_is_done_outside_the_parent(pool: ProcessExecutor) -> None:
    assert run(pool, (process_id, 0))["0"].value != os.getpid()


def test_a_hang_is_stopped_and_is_tried_again_next_time(pool: ProcessExecutor) -> None:
    began = time.monotonic()
    answers = run(pool, (sleeper, 60.0), (double, 3), seconds=1.5)
    assert time.monotonic() - began < 60, "it was stopped before it had slept"
    failure = answers["0"].failure
    assert failure is not None and failure.kind == "timeout" and not failure.lasting
    assert answers["1"].value == 6


def test_what_only_needs_longer_gets_one_more_try(pool: ProcessExecutor) -> None:
    answers = run(pool, (sleeper, 3.0), (double, 3), seconds=2.5)
    assert answers["0"].value == "woke" and answers["1"].value == 6


def test_a_crash_takes_nothing_else_down(pool: ProcessExecutor) -> None:
    answers = run(pool, *[(suicide, 0), (double, 4)] * 2)
    assert [answers[n].failure is not None for n in "0123"] == [True, False, True, False]
    failure = answers["0"].failure
    assert failure is not None and failure.kind == "crashed" and "SIGSEGV" in failure.message


def test_memory_has_a_ceiling() -> None:
    executor = ProcessExecutor(1, memory_bytes=1 << 30)
    try:
        answers = run(executor, (glutton, 4 << 30), (glutton, 1000))
    finally:
        executor.close()
    failure = answers["0"].failure
    assert failure is not None and failure.kind == "memory"
    assert answers["1"].value == 1000


def test_an_interrupt_ends_the_workers() -> None:
    executor = ProcessExecutor(1)

    def stop(task: Task, answer: Answer) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        executor.run([Task("a", double, 1, 30), Task("b", sleeper, 60.0, 90)], stop)
    assert executor._workers == []
