"""Counts and shares in running text."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.extractors.grammar import view_of
from pipeline.extractors.numbers import numbers_in

ROWS = [
    ("It reached 79% of them.", [(0.79, "share", "exact")]),
    ("It reached about 20 percent of them.", [(0.2, "share", "about")]),
    ("It reached twenty-six percent of them.", [(0.26, "share", "exact")]),
    ("Roughly two-thirds of them left.", [(0.666667, "share", "about")]),
    ("One in four people left.", [(0.25, "share", "exact")]),
    ("Three out of five counties left.", [(0.6, "share", "exact")]),
    ("More than half of the detainees left.", [(0.5, "share", "more-than")]),
    ("There were 1,508 jurisdictions.", [(1508, "count", "exact")]),
    ("There were 1,5O8 jurisdictions.", [(1508, "count", "exact")]),
    ("There were more than half a dozen cities.", [(6, "count", "more-than")]),
    ("There were nearly 47,000 people.", [(47000, "count", "about")]),
    ("At least 300 people came.", [(300, "count", "at-least")]),
    ("Fewer than twelve counties joined.", [(12, "count", "less-than")]),
    ("It checked 1.5 million prints.", [(1500000, "count", "exact")]),
    ("There were 2000 jurisdictions.", [(2000, "count", "exact")]),
    ("In 2010 it ended.", []),
    ("It ended on May 14, 2010.", []),
    ("It cost $47,000 in all.", []),
    ("See section 9 of the plan.", []),
    ("See page 14.", []),
    ("Level 1 offenders came first.", []),
    ("It lasted 45 minutes.", []),
    ("From 20 to 30 percent of them left.", []),
    ("Between 20 and 30 people left.", []),
    ("It rose by 5 percentage points.", []),
    ("The share was 120 percent.", []),
    ("Under 8 U.S.C. 1373 it may.", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "wanted"), ROWS)
def test_numbers(parser: Any, text: str, wanted: list[tuple[float, str, str]]) -> None:
    found = [(n.value, n.unit, n.bound) for sentence in parser.parse(text) for n in numbers_in(view_of(sentence))]
    assert found == wanted
