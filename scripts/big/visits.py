"""How fast the site answers a large edition: p50 and p95 by kind of page, with eight visitors at a server on one core.

    scripts/big/visits.py FOLDER [SECONDS]

FOLDER holds the edition (see `scripts/big/edition.py`). Four ways of asking, SECONDS each (20 unless said): one visitor alone,
of whom the processor time of the server is told, which other work on the machine does not change; eight who read a second
between two pages; and eight who ask again at once, which keeps the core busy and shows queueing.
"""

from __future__ import annotations

import http.client
import os
import signal
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from db.commands import serve_command  # noqa: E402
from db.serve import listening, started  # noqa: E402
from scripts.big.addresses import KINDS, Visits, lists  # noqa: E402

PORT = 8791
VISITORS = 8
# The most milliseconds that 95 of 100 answers may take; 80 where nothing is said.
TARGETS = {"search": 60, "viewer": 25, "contradiction": 25}
OTHERS = 80


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer: its kind of page, milliseconds on the clock and of the server's processor time (0 untold), status."""

    kind: str
    waited: float
    worked: float
    status: int
    address: str


def ask(connection: http.client.HTTPConnection, address: str) -> tuple[float, int]:
    """Milliseconds until the whole answer was there, and its status."""
    began = time.perf_counter()
    try:
        connection.request("GET", address)
        answer = connection.getresponse()
    except http.client.RemoteDisconnected:  # the server hung up while the visitor read
        connection.close()
        connection.request("GET", address)
        answer = connection.getresponse()
    answer.read()
    return (time.perf_counter() - began) * 1000, answer.status


def worked(process: int) -> float:
    """Milliseconds of processor time that a process has used in all its threads; 0 where the system does not tell."""
    total = 0
    for task in Path(f"/proc/{process}/task").glob("*/schedstat"):
        try:
            total += int(task.read_text().split()[0])
        except OSError:
            continue  # the thread ended
    return total / 1e6


def visit(visits: Visits, until: float, pause: float, found: list[Answered], clock: Callable[[], float]) -> None:
    """One visitor: asks, reads for about `pause` seconds, asks again. `clock` tells the processor time used so far."""
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
    kinds = [kind for kind in KINDS if visits.has(kind)]
    while time.monotonic() < until:
        kind = visits.draw.choice(kinds)
        address, before = visits.address(kind), clock()
        waited, status = ask(connection, address)
        found.append(Answered(kind, waited, clock() - before, status, address))
        if pause:
            time.sleep(visits.draw.expovariate(1 / pause))


def told(name: str, found: list[Answered], alone: bool) -> None:
    """Prints a line for each kind of page: the clock, and the processor time where one visitor was alone."""
    print(f"\n{name}: {len(found)} answers")
    for kind in KINDS:
        here = [one for one in found if one.kind == kind]
        if len(here) < 3:
            continue
        target = TARGETS.get(kind, OTHERS)
        p50, p95 = spread([one.waited for one in here])
        line = f"  {kind:14} n {len(here):5}  p50 {p50:7.1f} ms  p95 {p95:7.1f} ms"
        if alone:
            p50, p95 = spread([one.worked for one in here])
            line += f"  processor p50 {p50:6.1f} p95 {p95:6.1f}"
        print(f"{line}  target {target}: {'met' if p95 <= target else 'MISSED'}")
        slow = sorted(here, key=lambda one: -(one.worked or one.waited))[: 3 if p95 > target else 0]
        for one in slow:
            print(f"    {one.waited:7.1f} {one.worked:7.1f}  {one.address}")
    for one in [one for one in found if one.status != 200][:5]:
        print(f"  {one.status} {one.address}")


def spread(times: list[float]) -> tuple[float, float]:
    """The middle one, and the one that 95 of 100 do not exceed."""
    return statistics.median(times), sorted(times)[min(len(times) - 1, int(len(times) * 0.95))]


def run(name: str, folder: Path, process: int, visitors: int, pause: float, seconds: float) -> None:
    """Lets so many visitors ask for so long, and prints what they met."""
    found: list[Answered] = []
    drawn, alone = lists(folder), visitors == 1
    clock: Callable[[], float] = (lambda: worked(process)) if alone else (lambda: 0.0)
    began, until = worked(process), time.monotonic() + seconds
    threads = [threading.Thread(target=visit, args=(Visits(drawn, seed), until, pause, found, clock)) for seed in range(visitors)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    told(name, found, alone)
    if found:
        print(f"  processor time of the server: {(worked(process) - began) / len(found):.1f} ms an answer")


def serving(folder: Path) -> subprocess.Popen[bytes]:
    """The public server, as `foia serve --public` starts it, on the first core."""
    command = serve_command(folder, "127.0.0.1", PORT, public=True)
    with listening("127.0.0.1", PORT) as door:
        server = started(command, door)
    if server is None:
        sys.exit("The server did not come up.")
    if hasattr(os, "sched_setaffinity"):
        for task in Path(f"/proc/{server.pid}/task").iterdir():
            os.sched_setaffinity(int(task.name), {0})
    return server


def main() -> None:
    """Serves the edition on one core and asks from the others."""
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    folder, seconds = Path(sys.argv[1]), float(sys.argv[2]) if len(sys.argv) > 2 else 20.0
    server = serving(folder)
    try:
        if (others := set(range(1, os.cpu_count() or 1))) and hasattr(os, "sched_setaffinity"):
            os.sched_setaffinity(0, others)
        run("warming up", folder, server.pid, 1, 0.0, 5)
        run("one visitor", folder, server.pid, 1, 0.0, 2 * seconds)
        run("eight visitors, a second between pages", folder, server.pid, VISITORS, 1.0, seconds)
        run("eight visitors, none between pages", folder, server.pid, VISITORS, 0.0, seconds)
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(40)


if __name__ == "__main__":
    main()
