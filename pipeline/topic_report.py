"""What a check of a topic file finds, as records: examples, cues, counts, and the report that holds them."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.records.topic import Metric, Proposition, Topic

Entry = Proposition | Metric


@dataclass(frozen=True, slots=True)
class Example:
    """One example and what came out of it.

    `wanted` is affirm, deny or neither, for a metric number or neither; `rules` and `model` are what was found for the
    subject, and `model` is None where there is none; `also` are other subjects found in it.
    """

    subject: str
    wanted: str
    text: str
    rules: tuple[str, ...]
    model: tuple[str, ...] | None
    also: tuple[str, ...]
    right: bool


@dataclass(frozen=True, slots=True)
class CueUse:
    """Where one cue holds. `kind` is affirm, deny, cues, requires or not_about; `cue` as the file has it.

    `own` and `neither` count examples of its subject, `others` name examples of other subjects; `labelled` counts labelled
    statements, `fitting` those of them whose labels name the subject.
    """

    subject: str
    kind: str
    cue: str
    own: int
    neither: int
    others: tuple[tuple[str, str], ...]
    labelled: int
    fitting: int
    unknown: tuple[str, ...]
    split: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """Labels and findings for one subject, stance ('' for a metric) and part of the labels, in counts."""

    subject: str
    stance: str
    part: str
    labelled: int
    found: int
    right: int


@dataclass(frozen=True, slots=True)
class Report:
    """All about one topic. `wrong` makes the file unfit, `remarks` are for the author to weigh."""

    topic: str
    model: bool
    statements: int
    examples: tuple[Example, ...]
    cues: tuple[CueUse, ...]
    counts: tuple[Count, ...]
    wrong: tuple[str, ...]
    remarks: tuple[str, ...]


def entries_of(topic: Topic) -> tuple[Entry, ...]:
    """Propositions, then metrics."""
    return (*topic.propositions, *topic.metrics)
