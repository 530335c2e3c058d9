"""How fast the site answers a large edition: p50 and p95 by kind of page, with eight visitors at a server on one core.

    scripts/big/visits.py FOLDER [SECONDS]

FOLDER holds the edition (see `scripts/big/edition.py`). Three ways of asking, SECONDS each (20 unless said): one visitor alone,
eight who read a second between two pages, and eight who ask again at once, which keeps the core busy and shows queueing.
"""

from __future__ import annotations

import http.client
import os
import random
import shutil
import signal
import sqlite3
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path
from urllib.parse import quote

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from db.commands import serve_command  # noqa: E402
from db.places import DATABASE  # noqa: E402

PORT = 8791
VISITORS = 8
WAIT = 60  # seconds for the server to come up
# The most milliseconds that 95 of 100 answers may take.
TARGETS = {"search": 60, "viewer": 25, "contradiction": 25, "table": 80}
PATTERNS = (
    "{common}", "{common} {common}", "{common} {rare}", "{rare}", '"{common} {common}"', "{common}*", "{rare} OR {common}",
    "{common} NOT {rare}", "{misread}",
)  # fmt: skip
NARROWED = ("", "", "&kind=email", "&year=2011", "&exemption=(b)(5)", "&in=claims", "&in=documents", "&in=claims&confidence=high")
TABLES = (
    "pages",
    "claims",
    "documents",
    "contradiction_sheet",
    "redactions",
    "entities",
    "claims?stance=deny",
    "pages?_search=county",
)


class Visits:
    """Addresses to ask for, drawn from the edition."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.draw = random.Random(seed)
        with sqlite3.connect(f"file:{folder / DATABASE}?mode=ro", uri=True) as db:

            def some(sql: str) -> list[str]:
                return [row[0] for row in db.execute(sql)]

            self.common = some("SELECT word FROM words ORDER BY pages DESC LIMIT 300")
            self.rare = some("SELECT word FROM words WHERE pages BETWEEN 2 AND 60 ORDER BY word LIMIT 3000")
            self.pages = some("SELECT id FROM pages WHERE rowid % 97 = 0")
            self.claims = some("SELECT id FROM claims WHERE rowid % 301 = 0")
            self.pairs = some("SELECT id FROM contradictions WHERE rowid % 101 = 0")
            self.documents = some("SELECT id FROM documents WHERE rowid % 37 = 0")
            self.entities = some("SELECT id FROM entities WHERE rowid % 7 = 0")
            self.about = some("SELECT DISTINCT proposition FROM contradictions")

    def query(self) -> str:
        common, rare = self.draw.choice(self.common), self.draw.choice(self.rare)
        misread = self.draw.choice(self.common)[:-1] + "q"
        typed = self.draw.choice(PATTERNS)
        while "{common}" in typed:
            typed = typed.replace("{common}", self.draw.choice(self.common), 1)
        return quote(typed.replace("{rare}", rare).replace("{misread}", misread) or common)

    def address(self, kind: str) -> str:
        pick = self.draw.choice
        if kind == "search":
            return f"/-/foia/search?q={self.query()}{pick(NARROWED)}"
        if kind == "viewer":
            file_id, _, number = pick(self.pages).rpartition("-p")
            return f"/-/foia/file/{file_id}/p{number}" + (f"?q={quote(pick(self.common))}" if self.draw.random() < 0.5 else "")
        return {
            "claim": lambda: f"/-/foia/claim/{pick(self.claims)}",
            "contradiction": lambda: f"/-/foia/contradiction/{pick(self.pairs)}",
            "list": lambda: f"/-/foia/contradictions?proposition={pick(self.about)}",
            "document": lambda: f"/-/foia/document/{pick(self.documents)}",
            "entity": lambda: f"/-/foia/entity/{pick(self.entities)}",
            "topic": lambda: f"/-/foia/topic/{pick(self.about)}",
            "start": lambda: "/",
            "redactions": lambda: "/-/foia/redactions",
            "table": lambda: f"/foia/{pick(TABLES)}",
        }[kind]()


KINDS = ("search", "viewer", "claim", "contradiction", "list", "document", "entity", "topic", "start", "redactions", "table")


def ask(connection: http.client.HTTPConnection, address: str) -> tuple[float, int]:
    """Milliseconds until the whole answer was there, and its status."""
    began = time.perf_counter()
    connection.request("GET", address)
    answer = connection.getresponse()
    answer.read()
    return (time.perf_counter() - began) * 1000, answer.status


def visit(
    folder: Path, seed: int, until: float, pause: float, kinds: tuple[str, ...], found: list[tuple[str, float, int, str]]
) -> None:
    """One visitor: asks, reads for about `pause` seconds, asks again."""
    visits = Visits(folder, seed)
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
    while time.monotonic() < until:
        kind = visits.draw.choice(kinds)
        address = visits.address(kind)
        found.append((kind, *ask(connection, address), address))
        if pause:
            time.sleep(visits.draw.expovariate(1 / pause))


def told(name: str, found: list[tuple[str, float, int, str]]) -> None:
    """Prints a line for each kind of page."""
    print(f"\n{name}: {len(found)} answers")
    for kind in dict.fromkeys(KINDS):
        times = sorted(time for one, time, _, _ in found if one == kind)
        if len(times) < 3:
            continue
        p50, p95 = statistics.median(times), times[min(len(times) - 1, int(len(times) * 0.95))]
        target = TARGETS.get(kind)
        verdict = "" if not target else f"  target {target}: {'met' if p95 <= target else 'MISSED'}"
        print(f"  {kind:14} n {len(times):5}  p50 {p50:7.1f} ms  p95 {p95:7.1f} ms{verdict}")
    wrong = [(status, address) for _, _, status, address in found if status != 200]
    for status, address in wrong[:5]:
        print(f"  {status} {address}")


def run(name: str, folder: Path, visitors: int, pause: float, seconds: float) -> None:
    """Lets so many visitors ask for so long, and prints what they met."""
    found: list[tuple[str, float, int, str]] = []
    until = time.monotonic() + seconds
    threads = [threading.Thread(target=visit, args=(folder, seed, until, pause, KINDS, found)) for seed in range(visitors)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    told(name, found)


def serving(folder: Path) -> subprocess.Popen[bytes]:
    """The public server on the first core."""
    command = [
        sys.executable,
        "-m",
        "datasette",
        "serve",
        "--port",
        str(PORT),
        *serve_command(folder, "127.0.0.1", PORT, public=True),
    ]
    pinned = ["taskset", "-c", "0"] if shutil.which("taskset") else []
    server = subprocess.Popen([*pinned, *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until = time.monotonic() + WAIT
    while time.monotonic() < until:
        try:
            ask(http.client.HTTPConnection("127.0.0.1", PORT, timeout=5), "/-/foia/healthz")
            return server
        except OSError:
            time.sleep(0.2)
    server.kill()
    sys.exit("The server did not come up.")


def main() -> None:
    """Serves the edition on one core and asks from the others."""
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    folder, seconds = Path(sys.argv[1]), float(sys.argv[2]) if len(sys.argv) > 2 else 20.0
    server = serving(folder)
    try:
        if pinned_off := set(range(1, os.cpu_count() or 1)):
            os.sched_setaffinity(0, pinned_off)
        run("warming up", folder, 1, 0.0, 5)
        run("one visitor", folder, 1, 0.0, seconds)
        run("eight visitors, a second between pages", folder, VISITORS, 1.0, seconds)
        run("eight visitors, none between pages", folder, VISITORS, 0.0, seconds)
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(10)


if __name__ == "__main__":
    main()
