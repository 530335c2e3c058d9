"""How fast the site answers a large edition: p50 and p95 by kind of page, with eight visitors at a server on one core.

    scripts/big/visits.py FOLDER [SECONDS]

FOLDER holds the edition (see `scripts/big/edition.py`). Three ways of asking, SECONDS each (20 unless said; one visitor twice
that): one visitor alone; eight who read a second between two pages; and eight who ask again at once, which keeps the core busy.
Of each answer are told the clock, which has the waiting for other visitors in it, and the processor time that the server spent on
it alone (`scripts/big/clock/`). A target is met where both keep it, "met by the processor" where only the second does.
"""

from __future__ import annotations

import http.client
import itertools
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from db.commands import serve_command  # noqa: E402
from db.serve import listening, started  # noqa: E402
from scripts.big.addresses import KINDS, Visits, lists  # noqa: E402

PORT = 8791
VISITORS = 8
TIMES = "FOIA_VISIT_TIMES"  # see scripts/big/clock/server_time.py
# The most milliseconds that 95 of 100 answers may take; 80 where nothing is said.
TARGETS = {"search": 60, "viewer": 25, "contradiction": 25}
OTHERS = 80


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer: its kind of page, milliseconds on the clock, the number of the visit, status."""

    kind: str
    waited: float
    number: int
    status: int
    address: str


def ask(connection: http.client.HTTPConnection, address: str, number: int) -> tuple[float, int]:
    """Milliseconds until the whole answer was there, and its status."""
    began, headers = time.perf_counter(), {"x-visit": str(number)}
    try:
        connection.request("GET", address, headers=headers)
        answer = connection.getresponse()
    except http.client.RemoteDisconnected:  # the server hung up while the visitor read
        connection.close()
        connection.request("GET", address, headers=headers)
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


def visit(visits: Visits, until: float, pause: float, found: list[Answered], numbers: Iterator[int]) -> None:
    """One visitor: asks, reads for about `pause` seconds, asks again."""
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
    kinds = [kind for kind in KINDS if visits.has(kind)]
    while time.monotonic() < until:
        kind, number = visits.draw.choice(kinds), next(numbers)
        address = visits.address(kind)
        waited, status = ask(connection, address, number)
        found.append(Answered(kind, waited, number, status, address))
        if pause:
            time.sleep(visits.draw.expovariate(1 / pause))


def told(name: str, found: list[Answered], work: Mapping[int, float]) -> None:
    """Prints a line for each kind of page: the clock, and the processor time; `work` is milliseconds by number of the visit."""
    print(f"\n{name}: {len(found)} answers")
    for kind in KINDS:
        here = [one for one in found if one.kind == kind and one.number in work]
        if len(here) < 3:
            continue
        target = TARGETS.get(kind, OTHERS)
        (clock50, clock95), (own50, own95) = spread([one.waited for one in here]), spread([work[one.number] for one in here])
        met = "met" if own95 <= target and clock95 <= target else "met by the processor" if own95 <= target else "MISSED"
        own, clock = f"p50 {own50:6.1f} p95 {own95:6.1f} ms", f"p50 {clock50:7.1f} p95 {clock95:7.1f} ms"
        print(f"  {kind:14} n {len(here):5}  processor {own}  clock {clock}  target {target}: {met}")
        for one in sorted(here, key=lambda one: -work[one.number])[: 3 if own95 > target else 0]:
            print(f"    {one.waited:7.1f} {work[one.number]:7.1f}  {one.address}")
    for one in [one for one in found if one.status != 200][:5]:
        print(f"  {one.status} {one.address}")


def spread(times: list[float]) -> tuple[float, float]:
    """The middle one, and the one that 95 of 100 do not exceed."""
    return statistics.median(times), sorted(times)[min(len(times) - 1, int(len(times) * 0.95))]


def run(name: str, folder: Path, process: int, visitors: int, pause: float, seconds: float) -> None:
    """Lets so many visitors ask for so long, and prints what they met."""
    found: list[Answered] = []
    drawn, numbers = lists(folder), itertools.count(1)
    times = Path(os.environ[TIMES])
    times.write_text("", encoding="ascii")
    began, until = worked(process), time.monotonic() + seconds
    threads = [
        threading.Thread(target=visit, args=(Visits(drawn, seed), until, pause, found, numbers)) for seed in range(visitors)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    lines = [line.split() for line in times.read_text(encoding="ascii").splitlines()]
    told(name, found, {int(number): float(spent) for number, spent in lines})
    if found:
        print(f"  processor time of the whole server: {(worked(process) - began) / len(found):.1f} ms an answer")


def serving(folder: Path) -> subprocess.Popen[bytes]:
    """The public server, as `foia serve --public` starts it, on the first core."""
    command = [*serve_command(folder, "127.0.0.1", PORT, public=True), "--plugins-dir", str(Path(__file__).parent / "clock")]
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
    times = tempfile.NamedTemporaryFile(prefix="visits-", delete=False)  # noqa: SIM115  the server writes it
    times.close()
    os.environ[TIMES] = times.name
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
        Path(times.name).unlink()


if __name__ == "__main__":
    main()
