"""What a unit of work is, and its key: what can change the answer is in the key, what cannot is not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pipeline import codec

PAGE_SECONDS = 1.0  # of a stage that takes many pages at once; the slowest, `find`, took 0.11 CPU seconds a page of 390 words


@dataclass(frozen=True, slots=True)
class Work:
    """One stage, ready to be applied: its version, the parameters it declares, its tools' identities and the function.

    `do` is a picklable function of one payload; it runs in a worker. `seconds` is the wall clock a unit gets, or
    `PAGE_SECONDS` for each of its pages where that is more: a long file is not stopped for being long.
    """

    stage: str
    version: str
    params: Any
    tools: tuple[str, ...]
    do: Callable[[Any], Any]
    seconds: float

    def clock(self, unit: Unit) -> float:
        """The seconds this unit gets."""
        return max(self.seconds, PAGE_SECONDS * unit.n_pages)


@dataclass(frozen=True, slots=True)
class Unit:
    """One piece of work of a stage. `inputs` maps what it reads to digests or plain values; they go into the key.

    `payload` is what `do` is given: the same inputs, found by path or digest. `file` and `page_no` are for messages,
    `n_pages` for the clock.
    """

    name: str
    file: str
    file_id: str
    page_no: int | None
    inputs: dict[str, str]
    payload: Any
    n_pages: int = 1


def parts(work: Work, unit: Unit) -> dict[str, Any]:
    """Everything that goes into the key, by name, so that two keys can be told apart in words."""
    return {
        "stage": work.stage,
        "version": work.version,
        "params": codec.plain(work.params),
        "tools": list(work.tools),
        "inputs": unit.inputs,
    }


def differences(old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    """Why the key changed, one clause per cause."""
    causes = []
    if old["version"] != new["version"]:
        causes.append(f"the stage's code changed: version {old['version']} -> {new['version']}")
    for name in sorted(set(old["params"]) | set(new["params"])):
        before, after = old["params"].get(name), new["params"].get(name)
        if before != after:
            causes.append(f"parameter {name} changed: {before!r} -> {after!r}")
    if old["tools"] != new["tools"]:
        causes.append(f"a tool changed: {', '.join(old['tools']) or 'none'} -> {', '.join(new['tools']) or 'none'}")
    for name in sorted(set(old["inputs"]) | set(new["inputs"])):
        if old["inputs"].get(name) != new["inputs"].get(name):
            verb = "is new" if name not in old["inputs"] else "is gone" if name not in new["inputs"] else "changed"
            causes.append(f"input {name} {verb}")
    return causes
