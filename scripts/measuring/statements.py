"""Claims: labelled statements through the parser and the extractor, against what their labels say."""

from __future__ import annotations

import itertools
import random
from collections import Counter
from typing import Any

from measuring.figures import Figure, Section, found_and_right
from measuring.misread import damaged
from pipeline.labels import Reader, Row, judge

PART = "claims, held-out labels"
BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
NOTE = "  Written by the authors of this program without sight of its rules: such figures overstate the truth on a real release."


def measure(rows: list[Row], read: Reader) -> Section:
    """All figures over the labelled statements."""
    counts: Counter[str] = Counter()
    by_source: dict[str, Counter[str]] = {}
    by_subject: dict[str, Counter[str]] = {}
    by_status: dict[str, Counter[str]] = {}
    sure: list[tuple[float, bool]] = []
    by_trap: dict[str, Counter[str]] = {}
    details = []
    for row in rows:
        result = judge(row, read(row["id"], row["text"], row["context"]))
        here = _counted(result)
        counts.update(here)
        by_source.setdefault(row.get("hand", "") or row["source"], Counter()).update(here)
        _sorted_out(result, by_subject, by_status)
        sure += [(claim.confidence, True) for label, claim in result["right"] if not label.get("metric")]
        sure += [(claim.confidence, False) for claim in result["extra"] if not claim.metric]
        clean = not result["missing"] and not result["extra"]
        by_trap.setdefault(row["trap"] or "none (plain statement)", Counter()).update({"rows": 1, "clean": int(clean)})
        counts.update({"rows": 1, "clean": int(clean)})
        if not clean:
            missed = ", ".join(_named(label) for label in result["missing"])
            extra = ", ".join(f"{c.proposition or c.metric} {c.stance or c.value} {c.status}" for c in result["extra"])
            details.append(f"  {row['id']}: missing [{missed}] too much [{extra}] in: {row['text']}")
    figures = [
        *found_and_right(PART, "proposition and stance", *_triple(counts, "stance")),
        *found_and_right(PART, "metric and value", *_triple(counts, "number")),
        Figure(PART, "status right, of those found", counts["status"], counts["stance right"] + counts["number right"]),
        Figure(PART, "kind of speaker right, where labelled", counts["speaker"], counts["speaker labelled"]),
        Figure(PART, "bound right, of numbers found", counts["bound"], counts["number right"]),
        Figure(PART, "statements read without any mistake", counts["clean"], counts["rows"]),
    ]
    for source in sorted(by_source):
        right, found, wanted = _triple(by_source[source], "stance")
        figures.append(Figure(PART, f"F1 in {source}", 2 * right, found + wanted))
    for subject in sorted(by_subject):
        n = by_subject[subject]
        figures += found_and_right(PART, subject, n["right"], n["right"] + n["extra"], n["right"] + n["missing"])
    figures += [Figure(PART, f"status {name} right", n["right"], n["all"]) for name, n in sorted(by_status.items())]
    figures += reliability(sure)
    figures += [Figure(PART, f"without mistake, {trap}", n["clean"], n["rows"]) for trap, n in sorted(by_trap.items())]
    return Section("Claims on labelled statements", NOTE, tuple(figures), details=tuple(details))


def reliability(sure: list[tuple[float, bool]]) -> list[Figure]:
    """How often claims of each confidence are right: calibrated means that the share lies within the band."""
    found = []
    for low, high in itertools.pairwise(BANDS):
        inside = [right for confidence, right in sure if low <= confidence < high]
        if inside:
            found.append(Figure(PART, f"right at confidence {low:.1f}-{min(high, 1.0):.1f}", sum(inside), len(inside)))
    return found


def damage(rows: list[Row], rate: float) -> list[Row]:
    """The rows with about `rate` of their characters misread as a scanner would; the same rows give the same damage."""
    return [{**row, "text": damaged(row["text"], rate, random.Random(row["id"]))} for row in rows]


def measure_damaged(rows: list[Row], read: Reader, rate: float) -> tuple[Figure, ...]:
    """Claim and stance on the same statements with that share of characters misread."""
    counts: Counter[str] = Counter()
    for row in damage(rows, rate):
        counts.update(_counted(judge(row, read(row["id"], row["text"], row["context"]))))
    return found_and_right(PART, f"proposition and stance, {rate:.0%} of characters misread", *_triple(counts, "stance"))


def _sorted_out(result: dict[str, Any], by_subject: dict[str, Counter[str]], by_status: dict[str, Counter[str]]) -> None:
    for label, claim in result["right"]:
        by_subject.setdefault(label.get("proposition") or label["metric"], Counter())["right"] += 1
        by_status.setdefault(label["status"], Counter()).update({"all": 1, "right": int(claim.status == label["status"])})
    for label in result["missing"]:
        by_subject.setdefault(label.get("proposition") or label["metric"], Counter())["missing"] += 1
    for claim in result["extra"]:
        by_subject.setdefault(claim.proposition or claim.metric, Counter())["extra"] += 1


def _counted(result: dict[str, Any]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for label, claim in result["right"]:
        counts[f"{_sort(label)} right"] += 1
        counts["status"] += claim.status == label["status"]
        if label.get("metric"):
            counts["bound"] += _side(claim.bound) == _side(label["bound"])
        if "speaker_kind" in label:
            counts["speaker labelled"] += 1
            counts["speaker"] += claim.speaker_kind == label["speaker_kind"]
    for label in result["missing"]:
        counts[f"{_sort(label)} missing"] += 1
    for claim in result["extra"]:
        counts["number extra" if claim.metric else "stance extra"] += 1
    return counts


def _side(bound: str) -> str:
    """To which side a bound leaves a number open: "more than" and "at least" were not told apart by those who labelled."""
    return {"at-least": "more-than", "at-most": "less-than"}.get(bound, bound)


def _sort(label: Row) -> str:
    return "number" if label.get("metric") else "stance"


def _triple(counts: Counter[str], sort: str) -> tuple[int, int, int]:
    right = counts[f"{sort} right"]
    return right, right + counts[f"{sort} extra"], right + counts[f"{sort} missing"]


def _named(label: Row) -> str:
    return f"{label.get('proposition') or label.get('metric')} {label.get('stance') or label.get('value')} {label['status']}"
