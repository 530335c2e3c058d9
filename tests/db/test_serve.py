"""The server goes over to a new edition without turning a reader away."""

import asyncio
import json
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from db import serve
from db.contract import metadata
from pipeline.errors import UsageError

ROOT = Path(__file__).resolve().parents[2]


def get(port: int, path: str) -> tuple[int, bytes]:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=30) as answer:
        return answer.status, answer.read()


def edition(port: int) -> str:
    return json.loads(get(port, "/-/foia/healthz")[1])["edition"]


def until(true: object, seconds: float = 90) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if true():
                return True
        except (OSError, ValueError):
            pass
        time.sleep(0.2)
    return False


@pytest.fixture
def served(folder: Path, tmp_path: Path):
    (tmp_path / "corpus").mkdir()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = [
        "serve",
        "--public",
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
        "--db",
        str(folder),
        "--corpus",
        str(tmp_path / "corpus"),
    ]
    process = subprocess.Popen(
        [sys.executable, "-m", "pipeline", *words], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    yield process, port
    process.kill()


class Caller:
    def __init__(self, asked: bool) -> None:
        self.cycle = object() if asked else None


def waited(callers: list[Caller], then: Callable[[], None] = lambda: None) -> float:
    """Seconds that the server waits for these before it hangs up; `then` happens meanwhile."""

    async def both() -> None:
        asyncio.get_running_loop().call_later(0.4, then)
        await serve._heard(callers)

    began = time.monotonic()
    asyncio.run(both())
    return time.monotonic() - began


def test_who_was_let_in_is_heard_before_the_door_is_shut(monkeypatch: pytest.MonkeyPatch) -> None:
    late = Caller(False)
    assert 0.4 <= waited([Caller(True), late], lambda: setattr(late, "cycle", object())) < serve.LAST_CALLERS


def test_who_never_asks_is_not_waited_for_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serve, "LAST_CALLERS", 0.5)
    assert waited([Caller(False)]) >= 0.5
    monkeypatch.setattr(serve, "LAST_CALLERS", 60)
    assert waited([Caller(True)]) < 60 and waited([]) < 60


@pytest.mark.slow
def test_no_request_is_dropped_while_the_edition_changes(folder: Path, served: tuple[subprocess.Popen[bytes], int]) -> None:
    process, port = served
    assert until(lambda: get(port, "/-/foia/healthz")[0] == 200)
    before, answers, stop = edition(port), [], threading.Event()

    def visit(path: str) -> None:
        while not stop.is_set():
            try:
                answers.append(get(port, path)[0])
            except OSError as error:
                answers.append(str(error))

    paths = ("/", "/-/foia/search?q=voluntary", "/foia/claims", "/-/foia/contradictions")
    visitors = [threading.Thread(target=visit, args=(path,)) for path in paths]
    for visitor in visitors:
        visitor.start()
    shutil.copyfile(folder / "foia.db", folder / "foia.db.copied")
    with sqlite3.connect(folder / "foia.db.copied") as db:
        db.execute("UPDATE edition SET value = ? WHERE key = 'manifest'", ("f" * 64,))
    db.close()
    (folder / "foia.db.copied").replace(folder / "foia.db")
    changed = until(lambda: edition(port) == "f" * 64)
    time.sleep(2)
    stop.set()
    for visitor in visitors:
        visitor.join()
    assert changed and before != "f" * 64
    assert len(answers) > 20 and set(answers) == {200}
    (folder / "foia.db.spoilt").write_bytes(b"no database")
    (folder / "foia.db.spoilt").replace(folder / "foia.db")
    time.sleep(4)
    assert get(port, "/-/foia/search?q=voluntary")[0] == 200, "an edition that cannot be served leaves the one before"
    process.send_signal(signal.SIGTERM)
    assert process.wait(60) == 0


@pytest.mark.parametrize("error", [UsageError("built by another version", "Run `foia build`."), sqlite3.DatabaseError("spoilt")])
def test_an_edition_that_cannot_be_served_ends_nothing(error: Exception) -> None:
    def command() -> list[str]:
        raise error

    said: list[str] = []
    with socket.socket() as door:
        assert serve._anew(command, door, said.append) is None
    assert len(said) == 1 and said[0].split()[0] in ("built", "spoilt")


def test_a_large_edition_is_told_to_datasette_without_what_takes_too_long() -> None:
    small, large = (metadata.tables({"claims": rows})["claims"] for rows in (10, metadata.LARGE))
    assert {"facets", "fts_table"} <= small.keys() and not {"facets", "fts_table"} & large.keys()
