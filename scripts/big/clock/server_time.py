"""A plugin for measuring: the processor time that the server spends on each request, however many it answers at once.

A visitor numbers its requests (header `x-visit`). When an answer is whole, a line `<number> <milliseconds>` is added to the file
that the environment variable FOIA_VISIT_TIMES names. Counted are the steps of the request in the server's own thread and what
threads spent on its questions to the database; not the waiting for other requests, nor the reading and writing of HTTP.
"""

from __future__ import annotations

import os
import time
from collections.abc import Awaitable, Callable, Generator
from contextvars import ContextVar
from pathlib import Path
from typing import Any

import datasette

SPENT: ContextVar[list[float] | None] = ContextVar("spent", default=None)
App = Callable[..., Awaitable[None]]


class Stepped:
    """Awaits `work` step by step and adds the processor time of each step to `spent`."""

    def __init__(self, work: Awaitable[Any], spent: list[float]) -> None:
        self._work, self._spent = work, spent

    def __await__(self) -> Generator[Any, Any, Any]:
        steps = self._work.__await__()
        send: Callable[[], Any] = lambda: next(steps)  # noqa: E731  replaced where an answer or an error came back
        while True:
            began = time.thread_time()
            try:
                wanted = send()
            except StopIteration as ended:
                return ended.value
            finally:
                self._spent[0] += time.thread_time() - began
            try:
                got = yield wanted
            except BaseException as error:  # cancelling goes on to the work, as it would without this
                send = _thrown(steps, error)
            else:
                send = _sent(steps, got)


def _sent(steps: Any, got: Any) -> Callable[[], Any]:
    return lambda: steps.send(got) if got is not None else next(steps)


def _thrown(steps: Any, error: BaseException) -> Callable[[], Any]:
    return lambda: steps.throw(error)


@datasette.hookimpl
def startup(datasette: Any) -> None:
    """What threads spend on a question is counted for the request that asked."""
    submit = datasette.executor.submit

    def counted(work: Callable[..., Any], *args: Any) -> Any:
        spent = SPENT.get()

        def run() -> Any:
            began = time.thread_time()
            try:
                return work(*args)
            finally:
                if spent is not None:
                    spent[0] += time.thread_time() - began

        return submit(run)

    datasette.executor.submit = counted


@datasette.hookimpl(tryfirst=True)
def asgi_wrapper(datasette: Any) -> Callable[[App], App]:
    """Counts around everything else."""
    times = Path(os.environ["FOIA_VISIT_TIMES"])

    def wrapper(app: App) -> App:
        async def answer(scope: Any, receive: Any, send: Any) -> None:
            visit = dict(scope.get("headers") or ()).get(b"x-visit") if scope["type"] == "http" else None
            if visit is None:
                await app(scope, receive, send)
                return
            spent = [0.0]
            SPENT.set(spent)
            await Stepped(app(scope, receive, send), spent)
            with times.open("a", encoding="ascii") as file:
                file.write(f"{int(visit)} {spent[0] * 1000:.2f}\n")

        return answer

    return wrapper
