"""A figure with its counts, how it is printed, and what it gained or lost against the committed baseline."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Figure:
    """`hits` of `total` (or errors of characters, where `lower_is_better`); `total` 0 means there was nothing to count."""

    part: str
    name: str
    hits: float
    total: float
    lower_is_better: bool = False

    @property
    def key(self) -> str:
        return f"{self.part}: {self.name}"

    @property
    def value(self) -> float | None:
        return self.hits / self.total if self.total else None


@dataclass(frozen=True, slots=True)
class Section:
    """Figures of one kind with what a reader must know about them; `skipped` says why there are none."""

    title: str
    note: str
    figures: tuple[Figure, ...]
    skipped: str = ""
    details: tuple[str, ...] = ()


def found_and_right(part: str, name: str, right: int, found: int, wanted: int) -> tuple[Figure, ...]:
    """Precision, recall and F1 (as 2 x right of found + wanted) for one kind of find."""
    return (
        Figure(part, f"{name} precision", right, found),
        Figure(part, f"{name} recall", right, wanted),
        Figure(part, f"{name} F1", 2 * right, found + wanted),
    )


def lines(sections: Iterable[Section], baseline: dict[str, Any]) -> list[str]:
    """The report for a person."""
    out: list[str] = []
    for section in sections:
        out += ["", section.title, "-" * len(section.title)]
        if section.skipped:
            out.append(f"skipped: {section.skipped}")
            continue
        out += [section.note] if section.note else []
        out += [_line(figure, baseline) for figure in section.figures]
        out += section.details
    return out[1:]


def _line(figure: Figure, baseline: dict[str, Any]) -> str:
    if figure.value is None:
        return f"  {figure.name:<52} nothing to count"
    return f"  {figure.name:<52} {figure.value:6.3f}  ({figure.hits:g} of {figure.total:g}){change(figure, baseline)}"


def change(figure: Figure, baseline: dict[str, Any]) -> str:
    """ "  gain +0.012", "  loss -0.012", "  as before" or "  new" against the baseline."""
    old = baseline.get(figure.key)
    if old is None or figure.value is None:
        return "  new" if baseline else ""
    moved = figure.value - old["value"]
    if abs(moved) < 0.0005:
        return "  as before" if figure.total == old["total"] else "  as before, on another count"
    better = (moved < 0) == figure.lower_is_better
    return f"  {'gain' if better else 'loss'} {moved:+.3f}"


def as_baseline(sections: Iterable[Section]) -> dict[str, Any]:
    """What is committed: every figure by name with its value and counts."""
    return {
        figure.key: {"value": round(figure.value, 4), "hits": figure.hits, "total": figure.total}
        for section in sections
        for figure in section.figures
        if figure.value is not None
    }


OWN_NOTE = "  Written by the author of the topic file, who knew its cues: such figures overstate the truth on a real release."


def of_topic(section: Section, topic: str) -> Section:
    """The section with the topic's name in its title and in the keys of its figures, and who wrote its labels."""
    named = tuple(replace(figure, part=f"{topic}, {figure.part}") for figure in section.figures)
    return replace(section, title=f"{section.title} ({topic})", note=OWN_NOTE, figures=named)


def without_details(section: Section) -> Section:
    """The section with its figures alone."""
    return Section(section.title, section.note, section.figures, section.skipped)
