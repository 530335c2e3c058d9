"""Serves an edition and goes over to the next one without turning a reader away.

The process that is started opens the address and keeps it open. A child serves it with Datasette; when another edition lies
in the folder, a second child is started on the same address, and the first ends, after its last answer, once the second is
ready. If the second does not come up, the first stays.
"""

from __future__ import annotations

import asyncio
import gc
import os
import select
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uvicorn
from datasette.cli import cli as datasette_cli

from pipeline.errors import FoiaError

BACKLOG = 2048  # connections that wait while nobody answers
LOOK_EVERY = 1.0  # seconds between two looks at the folder
READY_WITHIN = 120.0  # seconds for a child to come up
LAST_ANSWERS = 30  # seconds a child may take for its last answers
LAST_CALLERS = 5.0  # seconds that a visitor who was let in has for asking, when the door is closed behind him
READY = b"ready"

Say = Callable[[str], None]


def listening(host: str, port: int) -> socket.socket:
    """The address, opened. OSError when it is taken or cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family, backlog=BACKLOG)


def watch(database: Path, command: Callable[[], list[str]], door: socket.socket, say: Say) -> int:
    """Serves `database` at `door` until told to stop; returns an exit code.

    `command` gives the arguments for Datasette and is asked again for every edition. A hang-up signal starts anew at once.
    """
    with _signals() as asked:
        edition, child = _mark(database), started(command(), door)
        if child is None:
            return 1
        while not asked["stop"]:
            time.sleep(LOOK_EVERY)
            if child.poll() is not None:
                say("the server ended; starting it again")
                child = _anew(command, door, say) or child
            elif asked["reload"] or (_mark(database) not in (edition, None)):
                asked["reload"], edition = False, _mark(database)
                following = _anew(command, door, say)
                say("serving the new edition" if following else "the new edition cannot be served; the one before stays")
                if following:
                    _end(child)
                    child = following
        _end(child)
    return 0


def _anew(command: Callable[[], list[str]], door: socket.socket, say: Say) -> subprocess.Popen[bytes] | None:
    """A server for the edition that lies there now; None, with the reason told, where that cannot be served."""
    try:
        return started(command(), door)
    except (FoiaError, sqlite3.Error) as error:
        say(str(error))
        return None


def _mark(database: Path) -> tuple[int, int, int] | None:
    """What changes when another edition is put in place; None while there is none."""
    try:
        found = database.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


@contextmanager
def _signals() -> Iterator[dict[str, bool]]:
    asked = {"stop": False, "reload": False}
    names = {signal.SIGINT: "stop", signal.SIGTERM: "stop", signal.SIGHUP: "reload"}
    before = {number: signal.signal(number, lambda got, _: asked.update({names[signal.Signals(got)]: True})) for number in names}
    try:
        yield asked
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def started(arguments: list[str], door: socket.socket) -> subprocess.Popen[bytes] | None:
    """A child that answers at the door, or None when it did not come up."""
    ear, mouth = os.pipe()
    with os.fdopen(ear, "rb", buffering=0) as hears:
        child = subprocess.Popen(
            [sys.executable, "-m", "db.serve", str(door.fileno()), str(mouth), *arguments],
            pass_fds=(door.fileno(), mouth),
            start_new_session=True,  # Ctrl-C reaches the parent, which lets the child end its answers
        )
        os.close(mouth)
        heard, _, _ = select.select([hears], [], [], READY_WITHIN)
        if heard and hears.read(len(READY)) == READY:
            return child
    _end(child)
    return None


def _end(child: subprocess.Popen[bytes]) -> None:
    if child.poll() is None:
        child.terminate()
        try:
            child.wait(LAST_ANSWERS + 5)
        except subprocess.TimeoutExpired:
            child.kill()


def _answer(door: socket.socket, mouth: int, arguments: list[str]) -> None:
    """The child: Datasette with these arguments, at this door, until it is told to end."""
    made: Any = datasette_cli.commands["serve"]
    context = made.make_context("serve", list(arguments))
    context.params["return_instance"] = True
    site = context.invoke(made.callback, **context.params)

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            if self.started:
                os.write(mouth, READY)
                os.close(mouth)

        async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
            for server in self.servers:
                server.close()
            await _heard(self.server_state.connections)
            await super().shutdown(sockets)

    async def run() -> None:
        await site.invoke_startup()
        # What is there now stays: looking through it again and again for what may go would hold up answers.
        gc.collect()
        gc.freeze()
        config = uvicorn.Config(
            site.app(), lifespan="on", log_level="warning", access_log=False, backlog=BACKLOG,
            timeout_graceful_shutdown=LAST_ANSWERS, server_header=False, proxy_headers=False,
        )  # fmt: skip
        await Server(config).serve(sockets=[door])

    asyncio.run(run())


async def _heard(connections: Collection[Any]) -> None:
    """Waits until each connection that was let in has asked something, LAST_CALLERS at most.

    The server would hang up on those that have not, their question perhaps on the way.
    """
    end = time.monotonic() + LAST_CALLERS
    await asyncio.sleep(0.2)  # let in, and not yet among the connections
    while any(connection.cycle is None for connection in connections) and time.monotonic() < end:
        await asyncio.sleep(0.05)


if __name__ == "__main__":
    with socket.socket(fileno=int(sys.argv[1])) as opened:
        _answer(opened, int(sys.argv[2]), sys.argv[3:])
