"""A list without heads may begin with a day: of a deed, or the one up to which its figures are counted."""

from __future__ import annotations

from typing import Any

import pytest
from test_tabulated import HEAD, told

LIST = (
    HEAD + "Marlow County\n\n{:<34}{:>16}\nFingerprint submissions                     41,220\n"
    "Removals                                       612\n"
)
DAY = "6/15/2010"


@pytest.mark.parametrize("first", ["Date activated", "Activated", "Activation date", "Date of agreement", "Day of first meeting"])
def test_the_day_of_a_deed_is_no_time_of_figures(parser: Any, first: str) -> None:
    found = told(parser, LIST.format(first, DAY))
    assert ("removals-total", 612.0, "Marlow County", "") in found
    assert not [row for row in found if DAY in row[3]]


@pytest.mark.parametrize("first", ["As of", "Report date", "Date through", "Measure", "Data as of", "Date", "Period ending"])
def test_the_day_up_to_which_things_are_counted_is(parser: Any, first: str) -> None:
    found = told(parser, LIST.format(first, DAY))
    assert [row for row in found if row[0] == "removals-total" and DAY in row[3]]
