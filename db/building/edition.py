"""What this build is: the facts in table `edition`, and how far each file was read."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from pipeline.records.outcome import Failure
from pipeline.store import Reader

SCHEMA_VERSION = "1"
SAMPLE = "sample"
_READING = ("intake", "probe", "read")
_NAMED = 5  # problems spelled out in files.problem; the table `failures` has them all

Run = Callable[..., list[tuple[Any, ...]]]


def facts(reader: Reader, run: Run, built_at: str) -> Iterator[tuple[str, str]]:
    """Key and value of every row; counts are decimal numbers, lists are JSON."""
    yield "manifest", reader.sha256
    yield "code", str(reader.manifest.get("code", ""))
    yield "schema", SCHEMA_VERSION
    yield "built_at", built_at
    for table in ("releases", "files", "pages", "documents", "claims", "redactions", "entities", "failures"):
        yield table, str(run(f"SELECT count(*) FROM {table}")[0][0])
    yield "files_not_read", str(run("SELECT count(*) FROM files WHERE status <> 'read'")[0][0])
    yield "contradictions", str(run("SELECT count(*) FROM contradictions WHERE kind <> 'shift'")[0][0])
    yield "shifts", str(run("SELECT count(*) FROM contradictions WHERE kind = 'shift'")[0][0])
    yield "to_review", str(run("SELECT count(*) FROM related_pairs WHERE list = 'review'")[0][0])
    chances = reader.parameters("compare")
    for name in ("listed", "review"):
        if name in chances:
            yield f"{name}_from", f"{chances[name]:g}"
    for method in ("text_layer", "ocr", "blank"):
        yield f"pages_{method}", str(run("SELECT count(*) FROM pages WHERE method = ?", method)[0][0])
    yield "engines", json.dumps([row[0] for row in run("SELECT DISTINCT engine FROM pages WHERE engine <> '' ORDER BY engine")])
    yield "tools", json.dumps(reader.manifest.get("tools", []), ensure_ascii=False)
    yield "topics", json.dumps([_topic(topic) for topic in reader.manifest.get("topics", ())], ensure_ascii=False)
    if any(release.id == SAMPLE for release in reader.releases()):
        yield "sample", "This edition holds the sample release: made-up records for trying the product."


def _topic(topic: dict[str, Any]) -> dict[str, Any]:
    """A topic as readers need it: what was asked, without the patterns that find it."""
    return {
        "id": topic["id"], "title": topic["title"], "description": topic["description"],
        "propositions": [{key: p[key] for key in ("id", "statement", "opposite")} for p in topic["propositions"]],
        "metrics": [{key: m[key] for key in ("id", "statement", "unit", "population")} for m in topic["metrics"]],
    }  # fmt: skip


def reading(n_pages: int, read: list[int], failures: list[Failure]) -> tuple[str, str]:
    """Status and problem of a file: `read`, `partly-read` or `failed`, and in words what could not be read."""
    failed_pages = {failure.page_no for failure in failures}
    missing = [number for number in range(1, n_pages + 1) if number not in set(read)]
    problems = [_in_words(failure) for failure in failures if failure.stage in _READING]
    problems += [f"Page {number}: was not read." for number in missing if number not in failed_pages and None not in failed_pages]
    if not read and not n_pages and not problems:
        problems = ["Nothing was read."]
    if not missing and read and not any(failure.stage in _READING for failure in failures):
        return "read", ""
    status = "failed" if not read else "partly-read"
    more = f" And {len(problems) - _NAMED} more." if len(problems) > _NAMED else ""
    return status, " ".join(problems[:_NAMED]) + more


def _in_words(failure: Failure) -> str:
    return f"Page {failure.page_no}: {failure.message}" if failure.page_no else failure.message
