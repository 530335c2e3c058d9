"""Tells a person how the run goes: a bar with rate and time left on a terminal, a line per file elsewhere. On stderr."""

from __future__ import annotations

import sys
import time
from collections import Counter
from typing import TextIO

from tqdm import tqdm

from pipeline.plan import Unit
from pipeline.records.outcome import Failure

VERBS = {
    "probe": "opening files",
    "read": "reading pages",
    "openly": "looking for places and offices",
    "screen": "looking for private material",
    "replace": "looking at files that came again",
    "number": "looking for stamps",
    "segment": "finding documents",
    "lend": "joining papers that go on in the next file",
    "naming": "looking which papers name a topic",
    "posts": "looking who is who",
    "find": "finding names, citations, redactions",
    "embed": "weighing what sentences are about",
    "claims": "finding claims",
    "relate": "finding copies and versions",
    "unite": "joining names",
    "compare": "comparing claims",
    "leads": "looking for sentences that are opposed",
}


class Progress:
    """Implements the run's Watcher."""

    def __init__(self, out: TextIO = sys.stderr) -> None:
        self._out = out
        self._bar: tqdm | None = None
        self._left: Counter[str] = Counter()
        self._failed: Counter[str] = Counter()
        self._total: Counter[str] = Counter()
        self._began = 0.0

    def begin(self, stage: str, units: list[Unit]) -> None:
        """A stage starts, with these units to do."""
        self._began = time.monotonic()
        self._failed.clear()
        self._total.clear()
        self._left = Counter(unit.file for unit in units)  # so that a file's last unit is known
        if self._out.isatty():
            self._bar = tqdm(total=len(units), desc=VERBS[stage], unit="page" if stage == "read" else "unit", file=self._out)
        else:
            print(f"{VERBS[stage]}: {len(units)} to do", file=self._out, flush=True)

    def step(self, stage: str, unit: Unit, failure: Failure | None) -> None:
        """One unit ended."""
        self._total[unit.file] += 1
        self._failed[unit.file] += failure is not None
        self._left[unit.file] -= 1
        if failure is not None:
            page = f" page {unit.page_no}" if unit.page_no else ""
            self._say(f"{unit.file}{page}: {failure.message} {failure.remedy}")
        if self._bar is not None:
            self._bar.update()
        elif stage == "read" and self._left[unit.file] <= 0:
            bad = self._failed[unit.file]
            seconds = time.monotonic() - self._began
            lost = f", {bad} not read" if bad else ""
            self._say(f"{unit.file}: {self._total[unit.file] - bad} pages read{lost} ({seconds:.0f} s into this stage)")

    def end(self, stage: str) -> None:
        """The stage is over."""
        if self._bar is not None:
            self._bar.close()
            self._bar = None

    def _say(self, line: str) -> None:
        if self._bar is not None:
            self._bar.write(line, file=self._out)
        else:
            print(line, file=self._out, flush=True)


class Silent:
    """Watches and says nothing."""

    def begin(self, stage: str, units: list[Unit]) -> None: ...

    def step(self, stage: str, unit: Unit, failure: Failure | None) -> None: ...

    def end(self, stage: str) -> None: ...
