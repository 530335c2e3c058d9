"""Rows of a breakdown: each is counted as what its label says, and none of them is the total."""

from __future__ import annotations

from typing import Any

import pytest
from test_tabulated import HEAD, told

ROWS = (
    "{title}, October 27, 2008 through June 30, 2010\n\n"
    "Level                    {head:<40}   Share\n"
    "Level 1                  4,000                                       40%\n"
    "Level 2                  2,500                                       25%\n"
    "{none:<25}3,500                                       35%\n"
    "All                      10,000                                     100%\n"
)


def _told(parser: Any, title: str, head: str, none: str = "No conviction") -> set[tuple[str, float | None]]:
    text = HEAD + ROWS.format(title=title, head=head, none=none)
    return {(metric, value) for metric, value, _, _ in told(parser, text)}


@pytest.mark.parametrize("title", ["Removals and returns, by level of conviction", "Removals by level", "Persons removed"])
@pytest.mark.parametrize("head", ["Persons removed", "Persons removed or returned", "Removals and returns", "Number"])
def test_each_row_is_what_its_label_says(parser: Any, title: str, head: str) -> None:
    found = _told(parser, title, head)
    assert {("removals-total", 10_000.0), ("noncriminal-removals", 3_500.0), ("level1-share", 0.4)} <= found
    assert ("removals-total", 3_500.0) not in found and ("removals-total", 4_000.0) not in found


@pytest.mark.parametrize("none", ["No charge filed", "No photograph", "No interview"])
def test_a_row_without_something_is_no_total(parser: Any, none: str) -> None:
    found = _told(parser, "Removals and returns", "Persons removed or returned", none)
    assert ("removals-total", 3_500.0) not in found


def test_the_number_of_all_is_no_denial(parser: Any) -> None:
    text = (
        HEAD
        + "Marlow County, fiscal year 2010\n\n                      FY 2010      FY 2011\n"
        + "No. of removals         612          840\n"
    )
    assert ("removals-total", 612.0) in {row[:2] for row in told(parser, text)}
