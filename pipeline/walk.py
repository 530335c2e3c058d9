"""The walk over the units of a stage: looks each one up by key, has the missing ones done, and remembers how each ended.

With no executor nothing is computed: that is how `status` and `why` look.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Protocol

from pipeline import codec
from pipeline.plan import Unit, Work, differences, parts
from pipeline.ports import Answer, Executor, Task
from pipeline.records.outcome import Failure
from pipeline.store import OUTPUTS, Receipt, Store

FRESH, STALE, FAILED, WAITING = "fresh", "stale", "failed", "waiting"


class Watcher(Protocol):
    """Told how the work goes on."""

    def begin(self, stage: str, units: list[Unit]) -> None: ...

    def step(self, stage: str, unit: Unit, failure: Failure | None) -> None: ...

    def end(self, stage: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Planned:
    """One unit as the walk found it. `causes` says why it is not fresh; `output` is '' unless it is done."""

    stage: str
    unit: str
    file: str
    key: str
    state: str
    causes: tuple[str, ...]
    output: str
    failure: Failure | None


@dataclass(slots=True)
class Walk:
    """The state of one pass."""

    store: Store
    works: dict[str, Work]
    executor: Executor | None
    watcher: Watcher
    previous: dict[tuple[str, str], str]
    planned: dict[tuple[str, str], Planned] = field(default_factory=dict)
    computed: int = 0

    def stage(self, name: str, units: Iterable[Unit]) -> None:
        """Takes every unit of one stage as far as it goes."""
        work, todo = self.works[name], []
        for unit in units:
            made = parts(work, unit)
            key = codec.digest(made)
            receipt = self.store.receipt(name, key)
            if receipt is not None:
                self._note(unit, name, key, receipt)
            else:
                todo.append((unit, key, made))
        if self.executor is None:
            for unit, key, made in todo:
                causes = tuple(self._causes(name, unit, made))
                self.planned[name, unit.name] = Planned(name, unit.name, unit.file, key, STALE, causes, "", None)
        elif todo:
            self._compute(work, todo)

    def _causes(self, stage: str, unit: Unit, made: dict[str, Any]) -> list[str]:
        before = self.previous.get((stage, unit.name), "")
        old = self.store.receipt(stage, before)
        if not before:
            return ["it was never done"]
        if old is None:
            return ["its result is gone from the artifacts"]
        return differences(old.parts, made)

    def _note(self, unit: Unit, stage: str, key: str, receipt: Receipt) -> None:
        state = FAILED if receipt.failure else FRESH
        self.planned[stage, unit.name] = Planned(
            stage, unit.name, unit.file, key, state, (), receipt.output, _placed(receipt.failure, stage, unit)
        )

    def _compute(self, work: Work, todo: list[tuple[Unit, str, dict[str, Any]]]) -> None:
        units = {unit.name: (unit, key, made) for unit, key, made in todo}
        self.watcher.begin(work.stage, [unit for unit, _, _ in todo])

        def on_done(task: Task, answer: Answer) -> None:
            unit, key, made = units[task.unit]
            failure = _placed(answer.failure, work.stage, unit)
            output = "" if failure else self._keep(answer.value)
            if failure is None or failure.lasting:
                self.store.record(Receipt(work.stage, unit.name, key, output, failure, made))
            state = FAILED if failure else FRESH
            self.planned[work.stage, unit.name] = Planned(work.stage, unit.name, unit.file, key, state, (), output, failure)
            self.computed += failure is None
            self.watcher.step(work.stage, unit, failure)

        assert self.executor is not None
        self.executor.run((Task(unit.name, work.do, unit.payload, work.clock(unit)) for unit, _, _ in units.values()), on_done)
        self.watcher.end(work.stage)

    def _keep(self, value: Any) -> str:
        """Stores what a worker returned: a record, or a record with the bytes of the image it names."""
        if isinstance(value, tuple) and len(value) == 2 and isinstance(value[1], bytes):
            record, image = value
            self.store.put(image)
            return self.store.put(codec.encode(record))
        return self.store.put(codec.encode(value))

    def output(self, stage: str, unit: str) -> str:
        """The digest of a finished unit's output, or ''."""
        planned = self.planned.get((stage, unit))
        return planned.output if planned else ""

    def record(self, stage: str, unit: str) -> Any | None:
        """A finished unit's record, or None."""
        sha256 = self.output(stage, unit)
        return codec.decode(OUTPUTS[stage], self.store.get(sha256)) if sha256 else None

    def wait_for(self, stage: str, unit: str, file: str, cause: str) -> None:
        """Notes a unit that cannot be planned before something else is done."""
        self.planned[stage, unit] = Planned(stage, unit, file, "", WAITING, (cause,), "", None)


def _placed(failure: Failure | None, stage: str, unit: Unit) -> Failure | None:
    if failure is None:
        return None
    return dataclasses.replace(failure, stage=stage, file=unit.file, file_id=unit.file_id, page_no=unit.page_no)
