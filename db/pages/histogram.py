"""How the results of a search lie in time: one bar for each year, or for each month of a chosen year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

TIMES = ("year", "month")
WIDTH, HEIGHT = 640, 90  # units of the drawing
_MOST = 60  # bars; more would be too thin to point at


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: which parameter and value it stands for, how many results, and where it is drawn."""

    name: str
    value: str
    n: int
    x: float
    width: float
    height: float


def by_time(facets: Mapping[str, Sequence[Mapping[str, Any]]], chosen: Mapping[str, str]) -> list[tuple[str, str, int]]:
    """Parameter, value and count of each time to draw, earliest first; gaps between years and months are counted as 0."""
    year = chosen.get("year") or chosen.get("month", "")[:4]
    if year:
        counted = {row["value"]: row["n"] for row in facets.get("month", ()) if row["value"].startswith(year)}
        return (
            [("month", f"{year}-{month:02}", counted.get(f"{year}-{month:02}", 0)) for month in range(1, 13)] if counted else []
        )
    counted = {row["value"]: row["n"] for row in facets.get("year", ()) if row["value"].isdigit()}
    if not counted:
        return []
    last = int(max(counted))
    first = max(int(min(counted)), last - _MOST + 1)
    return [("year", str(at), counted.get(str(at), 0)) for at in range(first, last + 1)]


def bars(times: Sequence[tuple[str, str, int]]) -> tuple[Bar, ...]:
    """The bars, the highest as high as the drawing."""
    most = max((n for _, _, n in times), default=0)
    if not most:
        return ()
    step = WIDTH / len(times)
    return tuple(
        Bar(name, value, n, round(at * step, 2), round(min(step * 0.86, 40), 2), round(max(HEIGHT * n / most, 2 if n else 0), 2))
        for at, (name, value, n) in enumerate(times)
    )
