"""Where the marks of a drawing lie: bars over time, dots over time, bars beside one another. Numbers only; templates draw.

Lengths are units of the drawing's own view box. Nothing is told by colour alone: audiences have patterns and shapes too.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

WIDTH, LEFT, RIGHT, TOP = 960.0, 46.0, 58.0, 26.0
MOST_BINS = 72
TICK_ROOM = 36.0  # units; four figures are 30 wide
AUDIENCES = ("internal", "state-local", "congress", "public", "")
_MONTH = re.compile(r"(\d{4})-(\d\d)")


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: its place, what it counts, and the words that say so."""

    x: float
    y: float
    width: float
    height: float
    n: int
    audience: str
    label: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis and its words."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in time that is pointed at: the numbers of what lies there (such as 1 or 2-5), where, and words."""

    numbers: str
    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A value at a time."""

    x: float
    y: float
    audience: str
    label: str


@dataclass(frozen=True, slots=True)
class Plot:
    """A drawing over time: `middle` is the line between yes (above) and no (below), for dots the bottom."""

    height: float
    middle: float
    bars: tuple[Bar, ...]
    dots: tuple[Dot, ...]
    marks: tuple[Mark, ...]
    times: tuple[Tick, ...]
    amounts: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """The bars of one audience as one path of SVG, for a drawing too small to point at a single bar."""

    audience: str
    path: str


@dataclass(frozen=True, slots=True)
class Axis:
    """Time in bins of `step` months from month `first` (counted from year 0)."""

    first: int
    bins: int
    step: int

    def at(self, month: int) -> int:
        """The bin a month falls in."""
        return (month - self.first) // self.step

    def x(self, bin_no: float) -> float:
        """The left edge of a bin."""
        return round(LEFT + bin_no * (WIDTH - LEFT - RIGHT) / self.bins, 2)


@lru_cache(maxsize=5000)
def month_of(date: str) -> int | None:
    """Months since year 0 of an ISO date known to the month or better, else None."""
    found = _MONTH.match(date)
    return int(found[1]) * 12 + int(found[2]) - 1 if found and 1 <= int(found[2]) <= 12 else None


def axis(months: Iterable[int]) -> Axis | None:
    """Time from the first to the last month in at most MOST_BINS bins of 1, 3, 12, 60, ... months; None without months."""
    known = set(months)
    if not known:
        return None
    earliest, latest = min(known), max(known)
    step = next(s for s in (1, 3, 12, 60, 600, 6000, 60000, 600000) if (latest - earliest) // s < MOST_BINS)
    first = earliest // step * step
    return Axis(first, max((latest - first) // step + 1, 6), step)


def bars(
    rows: Sequence[Mapping[str, Any]], dates: Sequence[str] = (), height: float = 300.0, time: Axis | None = None
) -> Plot | None:
    """Claims by date, stance and audience (rows with `date`, `stance`, `audience`, `n`) as bars up for yes and down for no.

    `dates` are pointed at and numbered from 1. `time` must hold every date; without it the drawing makes its own. None where
    no row is known to the month.
    """
    pointed = [(number, month) for number, date in enumerate(dates, 1) if (month := month_of(date)) is not None]
    dated = [(month, row) for row in rows if (month := month_of(row["date"])) is not None]
    time = (time or axis([month for month, _ in dated] + [month for _, month in pointed])) if dated else None
    if time is None:
        return None
    stacks: dict[int, dict[str, dict[str, int]]] = {}
    for month, row in dated:
        stack = stacks.setdefault(time.at(month), {}).setdefault("deny" if row["stance"] == "deny" else "affirm", {})
        audience = row["audience"] if row["audience"] in AUDIENCES else ""
        stack[audience] = stack.get(audience, 0) + row["n"]
    most = {side: max((sum(s[side].values()) for s in stacks.values() if side in s), default=0) for side in ("affirm", "deny")}
    room = height - TOP - 26
    above = max(most["affirm"], 1 if most["deny"] else 4)  # room for a label over the middle even where nobody says yes
    unit = room / max(above + most["deny"], 4)
    middle = round(TOP + above * unit, 2)
    made = [bar for at, sides in sorted(stacks.items()) for bar in _stacked(time, at, sides, middle, unit)]
    amounts = _levels(most["affirm"], most["deny"], middle, unit, 4 if height > 200 else 2)
    return Plot(height, middle, tuple(made), (), _marks(time, pointed), _times(time), amounts)


def outlines(drawn: Plot) -> tuple[Outline, ...]:
    """The bars of a drawing, one path for each audience."""
    paths: dict[str, list[str]] = {}
    for bar in drawn.bars:
        paths.setdefault(bar.audience, []).append(f"M{bar.x} {bar.y}h{bar.width}v{bar.height}h-{bar.width}z")
    return tuple(Outline(name, "".join(paths[name])) for name in AUDIENCES if name in paths)


def _marks(time: Axis, pointed: Iterable[tuple[int, int]]) -> tuple[Mark, ...]:
    by_bin: dict[int, list[int]] = {}
    for number, month in pointed:
        by_bin.setdefault(time.at(month), []).append(number)
    made = []
    for at, numbers in sorted(by_bin.items()):
        whole = numbers == list(range(numbers[0], numbers[-1] + 1))
        told = f"{numbers[0]}-{numbers[-1]}" if whole and len(numbers) > 2 else ",".join(map(str, numbers))
        words = f"{'Announced changes' if len(numbers) > 1 else 'Announced change'} {told}, {bin_words(time, at)}"
        made.append(Mark(told, round(time.x(at + 0.5), 2), words))
    return tuple(made)


def _stacked(time: Axis, at: int, stacks: Mapping[str, Mapping[str, int]], middle: float, unit: float) -> Iterable[Bar]:
    """The bars of one bin; `stacks` are counts by audience, by side."""
    left, right, words = time.x(at), time.x(at + 1), bin_words(time, at)
    gap = min(2.0, (time.x(1) - time.x(0)) * 0.1)
    x, width = left + gap, round(right - left - 2 * gap, 2)
    for side, said in (("affirm", "say yes"), ("deny", "say no")):
        edge, stack = middle, stacks.get(side, {})
        for audience in AUDIENCES:
            if n := stack.get(audience, 0):
                length = n * unit
                y = edge - length if side == "affirm" else edge
                edge = y if side == "affirm" else y + length
                yield Bar(x, round(y, 2), width, round(length, 2), n, audience, f"{words}: {n} {said}")


def dots(rows: Sequence[Mapping[str, object]], share: bool, height: float = 300.0) -> Plot | None:
    """Values by date (rows with `date`, `value`, `audience`, `label`) as dots; shares from 0 to 1, counts from 0 to the most."""
    dated = [(month, row) for row in rows if (month := month_of(str(row["date"]))) is not None]
    time = axis(month for month, _ in dated)
    if time is None:
        return None
    values = [float(str(row["value"])) for _, row in dated]
    top = 1.0 if share and max(values) <= 1 else _round_up(max(values))
    bottom = height - 26
    room = bottom - TOP
    made = []
    for month, row in dated:
        x = time.x((month - time.first) / time.step + 0.5 / time.step)
        y = bottom - max(float(str(row["value"])), 0.0) / top * room
        audience = str(row["audience"]) if row["audience"] in AUDIENCES else ""
        made.append(Dot(round(x, 2), round(y, 2), audience, str(row["label"])))
    levels = [top * part / 4 for part in range(5)]
    amounts = tuple(Tick(round(bottom - v / top * room, 2), f"{v:.0%}" if share else f"{v:,.0f}") for v in levels)
    return Plot(height, bottom, (), tuple(made), (), _times(time), amounts)


def bin_words(time: Axis, at: int) -> str:
    """A bin in words: '2010-05', '2010-04 to 2010-06', or '2010'."""
    first = time.first + at * time.step
    if time.step == 1:
        return _iso(first)
    if time.step == 12:
        return f"{first // 12}"
    return f"{_iso(first)} to {_iso(first + time.step - 1)}"


def _iso(month: int) -> str:
    return f"{month // 12:04}-{month % 12 + 1:02}"


def _times(time: Axis) -> tuple[Tick, ...]:
    """Years where there is room for them; months of the first year where the whole is short."""
    ticks = []
    every = max(1, math.ceil(time.bins / 12)) if time.step * time.bins <= 24 else 0
    for at in range(time.bins):
        month = time.first + at * time.step
        if every and at % every == 0:
            ticks.append(Tick(time.x(at), _iso(month)))
        elif not every and (at == 0 or (month // 12) != (month - time.step) // 12):
            ticks.append(Tick(time.x(at), str(month // 12)))
    return _apart(ticks[:: max(1, math.ceil(len(ticks) / 14))])


def _levels(yes: int, no: int, middle: float, unit: float, most: int) -> tuple[Tick, ...]:
    step = max(1, math.ceil(max(yes, no) / most))
    up = [Tick(round(middle - n * unit, 2), str(n)) for n in range(0, yes + 1, step)]
    return tuple(up + [Tick(round(middle + n * unit, 2), str(n)) for n in range(step, no + 1, step)])


def _round_up(value: float) -> float:
    """The next 1, 2 or 5 times a power of ten, at least 1."""
    if value <= 1:
        return 1.0
    power = 10.0 ** math.floor(math.log10(value))
    return next(step * power for step in (1, 2, 5, 10) if step * power >= value)


def _apart(ticks: list[Tick]) -> tuple[Tick, ...]:
    """Those whose words do not run into the words before; a series that starts late in a year has two years side by side."""
    kept: list[Tick] = []
    for tick in ticks:
        if kept and tick.at - kept[-1].at < TICK_ROOM:
            kept.pop()
        kept.append(tick)
    return tuple(kept)
