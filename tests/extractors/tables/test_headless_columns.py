"""A column, or a row, of sums that nothing names: a share of it would be a share of nobody knows what."""

from __future__ import annotations

from typing import Any

import pytest
from test_tabulated import HEAD, told

TITLE = HEAD + "State of Marrow, October 27, 2008 through June 30, 2010\n{}\n\n"
BY_COLUMN = (
    "County            Non-criminal     Criminal  {}\n"
    "Dale                       90          310          400\n"
    "Fenwick                   340          910        1,250\n"
    "Marlow                     12           38           50"
)
BY_ROW = (
    "                          Dale      Fenwick\n"
    "Non-criminal                90          340\n"
    "Criminal                   310          910\n"
    "{}                 400        1,250"
)


@pytest.mark.parametrize("title", ["Removals and returns", "Removals, by conviction"])
@pytest.mark.parametrize("head", ["     ", "  .  ", "  #  ", "  -  "])
def test_no_share_of_a_column_that_nothing_names(parser: Any, title: str, head: str) -> None:
    assert not [row for row in told(parser, TITLE.format(title) + BY_COLUMN.format(head)) if row[0].endswith("share")]


@pytest.mark.parametrize("label", ["     ", "  .  ", "  #  "])
def test_no_share_of_a_row_that_nothing_names(parser: Any, label: str) -> None:
    assert not [row for row in told(parser, TITLE.format("Removals") + BY_ROW.format(label)) if row[0].endswith("share")]


def test_a_column_that_is_named_is_the_total_and_its_parts_are_not(parser: Any) -> None:
    shares = {row[:3] for row in told(parser, TITLE.format("Removals and returns") + BY_COLUMN.format("    Total"))}
    assert ("noncriminal-removals", 90.0, "Dale County") in shares
    assert ("removals-total", 400.0, "Dale County") in shares
    assert ("removals-total", 310.0, "Dale County") not in shares  # they are a part: others of the same table are not criminal
