"""Labelled statements as a network sees them: clean text, one target for each proposition, and a status."""

from __future__ import annotations

import json
import re
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.records.topic import Topic

STATUSES = ("asserted", "former", "planned", "hedged", "questioned", "reported")
NONE = -100  # the target that the loss leaves out
CALIBRATION = 12  # one source in so many
RUNNING = frozenset({"gus", "hal", "ida", "lea", "mia", "qia", "rue"})  # hands who wrote whole documents, sentence by sentence
STANCES = ("affirm", "deny")
NEITHER, UNKNOWN = (0, 0), (NONE, NONE)
_HYPHENED = re.compile(r"(?<=\w)-\n(?=[a-z])")


@dataclass(frozen=True, slots=True)
class Example:
    """One statement. `stances[i]` is for proposition i: (affirms, denies), each 0 or 1, or -100 where readers differ.

    Both are 1 where the sentence tells of both ("They called it optional and treated it as a duty"). `status` is an index into
    STATUSES, or -100.
    """

    id: str
    text: str
    stances: tuple[tuple[int, int], ...]
    status: int


def rows_of(paths: list[Path]) -> list[dict[str, Any]]:
    """The rows of these label files, in order."""
    return [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def kept_back(row: dict[str, Any]) -> bool:
    """Whether the row's whole source is left out of training, for calibration."""
    return zlib.crc32(row["source"].encode()) % CALIBRATION == 0


def running(text: str) -> str:
    """The text as the parser hands it over: line-end hyphens and line breaks undone."""
    return " ".join(_HYPHENED.sub("", text).split())


def example_of(row: dict[str, Any], names: tuple[str, ...]) -> Example:
    """One label as a target."""
    expected = [label for label in row["expected"] if label.get("proposition") in names]
    said = {(label["proposition"], label["stance"]) for label in expected}
    open_to = {label.get("proposition") for label in row.get("tolerated", ())} - {name for name, _ in said}
    stances = tuple(UNKNOWN if name in open_to else tuple(int((name, one) in said) for one in STANCES) for name in names)
    status = STATUSES.index(expected[0]["status"]) if expected else NONE
    return Example(row["id"], running(row["text"]), stances, status)


def examples_of(topic: Topic) -> list[Example]:
    """The topic file's own statements and examples; an example for one proposition says nothing about the others."""
    found = []
    for order, one in enumerate(topic.propositions):
        groups = (
            ((1, 0), (one.statement, *one.examples_affirm)),
            ((0, 1), (one.opposite, *one.examples_deny)),
            (NEITHER, one.examples_neither),
        )
        for kind, (target, texts) in enumerate(groups):
            for number, text in enumerate(texts):
                stances = tuple(target if at == order else UNKNOWN for at in range(len(topic.propositions)))
                found.append(Example(f"{one.id}-{kind}-{number}", running(text), stances, NONE))
    return found
