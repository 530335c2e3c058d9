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
NEITHER, AFFIRM, DENY = 0, 1, 2
_HYPHENED = re.compile(r"(?<=\w)-\n(?=[a-z])")


@dataclass(frozen=True, slots=True)
class Example:
    """One statement. `stances[i]` is for proposition i: 0 neither, 1 affirm, 2 deny, -100 where readers differ.

    `status` is an index into STATUSES, or -100.
    """

    id: str
    text: str
    stances: tuple[int, ...]
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
    stances = [NEITHER] * len(names)
    status = NONE
    for label in row.get("tolerated", ()):
        if label.get("proposition") in names:
            stances[names.index(label["proposition"])] = NONE
    for label in row["expected"]:
        if label.get("proposition") in names:
            stances[names.index(label["proposition"])] = AFFIRM if label["stance"] == "affirm" else DENY
            status = STATUSES.index(label["status"]) if status == NONE else status
    return Example(row["id"], running(row["text"]), tuple(stances), status)


def examples_of(topic: Topic) -> list[Example]:
    """The topic file's own statements and examples; an example for one proposition says nothing about the others."""
    found = []
    for order, one in enumerate(topic.propositions):
        groups = (
            (AFFIRM, (one.statement, *one.examples_affirm)),
            (DENY, (one.opposite, *one.examples_deny)),
            (NEITHER, one.examples_neither),
        )
        for target, texts in groups:
            for number, text in enumerate(texts):
                stances = tuple(target if at == order else NONE for at in range(len(topic.propositions)))
                found.append(Example(f"{one.id}-{target}-{number}", running(text), stances, NONE))
    return found
