"""Labelled statements as a network sees them: clean text, one target for each proposition, and a status."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from pipeline import labels
from pipeline.extractors.cueing.cues import Atom, Group, Run, compile_cue
from pipeline.records.topic import Proposition, Topic

STATUSES = ("asserted", "former", "planned", "hedged", "questioned", "reported")
NONE = -100  # the target that the loss leaves out
CALIBRATION = 12  # one source in so many
RUNNING = frozenset(
    (
        *("abe", "bea", "eve", "flo", "gus", "hal", "ida", "lea", "lou", "mia", "ned"),
        *("ola", "qia", "ros", "rue", "sam", "sid", "tai", "vic", "wyn", "zoe"),
    )
)  # hands who wrote whole documents, sentence by sentence
LATER = frozenset({"lou", "ned", "ola", "ros", "sid"})  # hands whose statements the network takes up in a second leg
STANCES = ("affirm", "deny")
SHORT = 5  # letters: of longer words the last one may change with their form
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
    return [row for path in paths for row in labels.rows_of(path)]


def kept_back(row: dict[str, Any]) -> bool:
    """Whether the row's whole source is left out of training, for calibration."""
    return zlib.crc32(row["source"].encode()) % CALIBRATION == 0


def running(text: str) -> str:
    """The text as the parser hands it over: line-end hyphens and line breaks undone."""
    return " ".join(_HYPHENED.sub("", text).split())


def may_say(one: Proposition, text: str) -> bool:
    """Whether all words of one of the proposition's cues stand in the text, in whatever order and form: no parser is needed."""
    begun, cues = _begun(text), (compile_cue(cue) for cue in (*one.affirm, *one.deny))
    return any(all(part.absent or all(_stands(run, begun) for run in part.runs) for part in cue.parts) for cue in cues)


@lru_cache(maxsize=1)  # a text is asked about for one proposition after the other
def _begun(text: str) -> frozenset[str]:
    """How the words of a text begin, from three letters on."""
    words = set(re.findall(r"[a-z]+", text.lower()))
    return frozenset(word[:end] for word in words for end in range(3, len(word) + 1))


def _stands(run: Run, begun: frozenset[str]) -> bool:
    for item in run:
        if isinstance(item, Group):
            if not item.optional and not any(_stands(phrase, begun) for phrase in item.phrases):
                return False
        elif isinstance(item, Atom) and item.kind in ("word", "exact", "prefix"):
            stem = item.word if item.kind != "word" or len(item.word) < SHORT else item.word[:-1]
            if len(stem) >= 3 and stem not in begun:
                return False
    return True


def example_of(row: dict[str, Any], propositions: tuple[Proposition, ...]) -> Example:
    """One label as a target.

    Who was not asked for a proposition said nothing on it, which is "neither" of most texts and unknown of those that may say it.
    """
    names = tuple(one.id for one in propositions)
    open_to = {one.id for one in propositions if one.id in row.get("unasked", ()) and may_say(one, row["text"])}
    expected = [label for label in row["expected"] if label.get("proposition") in names]
    said = {(label["proposition"], label["stance"]) for label in expected}
    open_to = (open_to | {label.get("proposition") for label in row.get("tolerated", ())}) - {name for name, _ in said}
    stances = tuple(UNKNOWN if name in open_to else tuple(int((name, one) in said) for one in STANCES) for name in names)
    status = STATUSES.index(expected[0]["status"]) if expected else NONE
    return Example(row["id"], running(row["text"]), stances, status)


def never_said(examples: list[Example], propositions: int) -> list[int]:
    """The propositions, by their place, that none of these statements affirms or denies: who wrote them was not asked."""
    return [at for at in range(propositions) if not any(1 in example.stances[at] for example in examples)]


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
