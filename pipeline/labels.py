"""Labelled statements: read from `corpus/labels/<topic>/`, put through the extractor, and set against what it found.

The format of a row is documented in `corpus/labels/README.md`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from pipeline.errors import ConfigError
from pipeline.ports import ClaimExtractor, Parser
from pipeline.records.document import Document
from pipeline.records.finding import Claim
from pipeline.records.page import Page
from pipeline.records.topic import Topic
from pipeline.stages import claims as stage

Row = dict[str, Any]
ENOUGH = 1_500  # labelled statements that tell how a topic does, within a minute
Reader = Callable[[str, str, dict[str, str]], tuple[Claim, ...]]
SPLITS = ("development", "held-out")
LATER = "later.json"  # beside a topic's labels: of each proposition or metric added to it later, the hands who were asked for it
SILENT = ("questioned", "hedged")  # states nothing, so never makes a contradiction


def claim_files(folder: Path, topic: str) -> list[Path]:
    """The label files of one topic, in order: `<folder>/<topic>/claims*.jsonl`."""
    return sorted((folder / topic).glob("claims*.jsonl"))


def rows_of(path: Path) -> list[Row]:
    """The rows of a JSON-lines file; [] where it is absent. ConfigError names the line that is no JSON object, in it or in LATER.

    `unasked` of each row are the propositions and metrics that its hand did not know of: of these its silence says nothing.
    """
    if not path.is_file():
        return []
    found = []
    later = _later(path.with_name(LATER))
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), 1):
        if line.strip():
            try:
                row = json.loads(line)
            except json.JSONDecodeError as error:
                raise ConfigError([f"{path} line {number}: {error.msg}. One JSON object a line."]) from None
            if not isinstance(row, dict):
                raise ConfigError([f"{path} line {number}: one JSON object a line, in curly brackets."])
            row["unasked"] = [name for name, hands in later.items() if row.get("hand") not in hands]
            found.append(row)
    return found


def _later(path: Path) -> dict[str, list[str]]:
    """Of each proposition added later the hands who were asked for it; {} where the file is absent."""
    try:
        later = json.loads(path.read_text(encoding="utf-8-sig")) if path.is_file() else {}
    except json.JSONDecodeError as error:
        raise ConfigError([f"{path} line {error.lineno}: {error.msg}."]) from None
    if not isinstance(later, dict) or not all(isinstance(hands, list) for hands in later.values()):
        raise ConfigError([f"{path}: one JSON object, of each proposition a list of hands."])
    return later


def faults(rows: list[Row], topic: Topic, path: Path) -> list[str]:
    """What is wrong with claims rows: missing keys, subjects the topic does not have, unknown splits."""
    found = []
    subjects = {one.id for one in topic.propositions} | {one.id for one in topic.metrics}
    for order, row in enumerate(rows, 1):
        where = f"{path} row {order} ({row.get('id', 'without id')})"
        missing = [key for key in ("id", "text", "context", "expected", "tolerated", "split", "trap") if key not in row]
        if missing:
            found.append(f"{where}: lacks {', '.join(missing)}.")
            continue
        if row["split"] not in SPLITS:
            found.append(f"{where}: split '{row['split']}' must be one of {', '.join(SPLITS)}.")
        for label in (*row["expected"], *row["tolerated"]):
            subject = label.get("proposition") or label.get("metric") or ""
            if subject not in subjects:
                found.append(f"{where}: '{subject}' is no proposition or metric of {topic.id}.")
            if ("value" if label.get("metric") else "stance") not in label or "status" not in label:
                found.append(f"{where}: a label needs a status, and a stance (of a proposition) or a value (of a metric).")
    return found


def drawn(rows: list[Row], most: int) -> list[Row]:
    """At most so many rows, evenly from first to last, so that every writer is among them; all where `most` is 0."""
    if not most or len(rows) <= most:
        return rows
    return [rows[order * len(rows) // most] for order in range(most)]


def document_of(name: str, context: dict[str, str]) -> Document:
    """A one-page document in which a labelled statement stands."""
    date = context.get("date", "")
    precision = {10: "day", 7: "month", 4: "year"}.get(len(date), "")
    return Document(
        id=name, release_id="labels", file_id=name, first_page=1, last_page=1, kind=context.get("kind", "other"),
        title=context.get("title", ""), date=date, date_precision=precision, date_basis="header" if date else "",
        author=context.get("author", ""), author_kind=context.get("author_kind", ""), recipients=(), cc=(),
        audience=context.get("audience", ""), bates_first="", bates_last="", thread_id="", confidence=1.0,
    )  # fmt: skip


def reader(topic: Topic, parser: Parser, extractor: ClaimExtractor) -> Reader:
    """A function from (name, text, context) to the claims found in that text, as part of a document about the topic."""

    def read(name: str, text: str, context: dict[str, str]) -> tuple[Claim, ...]:
        context = {**context, "title": f"{context.get('title', '')} ({topic.terms[0]})"}
        page = Page(f"{name}-p1", name, 1, text, (), "text_layer", "", 1.0, 0, "eng", 612.0, 792.0, "label")
        found = stage.claims(document_of(name, context), (page,), topic, parser, extractor)
        return tuple(one for one in found if not one.faint)

    return read


def matters(label: Row, claim: Claim) -> bool:
    """Whether the claim is about what the label names, on the same side or with the same number."""
    if label.get("metric"):
        return bool(claim.metric == label["metric"] and claim.value is not None and _same(label, claim.value))
    return bool(claim.proposition == label["proposition"] and claim.stance == label["stance"])


def _same(label: Row, value: float) -> bool:
    """The same number; a share as far as the label writes it out, for a third is .33 to one writer and .333 to another."""
    digits = max(2, len(f"{label['value']:g}".partition(".")[2]))
    close = 0.5 * 10**-digits if label.get("unit") == "share" else 0.0
    return bool(abs(value - label["value"]) <= max(close, 1e-6 * max(1.0, abs(label["value"]))))


def tolerated(label: Row, claim: Claim) -> bool:
    """Whether a reading is one that careful readers may differ on: neither rewarded nor held against the extractor."""
    return matters(label, claim) and claim.status in (label["status"], *SILENT)


def judge(row: Row, found: Iterable[Claim]) -> dict[str, Any]:
    """What was right, missing and too much for one statement. One label is met by one claim, the best in status.

    A claim on what the writer was not asked is neither.
    """
    rest = list(found)
    right: list[tuple[Row, Claim]] = []
    missing = []
    for label in row["expected"]:
        fitting = sorted((c for c in rest if matters(label, c)), key=lambda c: (c.status != label["status"], c.start, c.id))
        if fitting:
            right.append((label, fitting[0]))
            rest = [claim for claim in rest if not matters(label, claim)]
        else:
            missing.append(label)
    rest = [claim for claim in rest if (claim.proposition or claim.metric) not in row.get("unasked", ())]
    extra = [claim for claim in rest if not any(tolerated(label, claim) for label in row["tolerated"])]
    return {"right": right, "missing": missing, "extra": extra}
