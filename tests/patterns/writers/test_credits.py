"""Who issued a paper, as a line below its title says, with the day between; what happened on a day is no credit."""

from __future__ import annotations

import pytest

from pipeline.patterns.names.offices import Names
from pipeline.patterns.writers.credits import credited

OWN = Names(("Harbor Administration",), ("Safe Harbors",))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Issued May 9, 2011 by the Office of Public Affairs. Figures are as of March.", ["Office of Public Affairs"]),
        ("Issued by the Office of Public Affairs.", ["Office of Public Affairs"]),
        ("Published on 5/9/2011, by the Bureau of Weights\nThe year in figures", ["Bureau of Weights"]),
        ("Put out June 2011 by the Office of Tariffs", ["Office of Tariffs"]),
        ("The berths were inspected May 9, 2011 by the Office of Tariffs.", []),
        ("Ferries stopped on 5/9/2011 by the Bureau of Weights, in sight of the quay.", []),
        ("tickets issued 400 by the hour", []),
    ],
)
def test_a_day_may_stand_before_whoever_issued_it(text: str, names: list[str]) -> None:
    assert [name.removeprefix("the ") for name in credited(text, OWN)] == names
