"""Of what office a paper is, by the lines at its top."""

from __future__ import annotations

import pytest

from pipeline.patterns.names.offices import Names
from pipeline.stages.cutting.houses import house_of

OWN = Names(("Coast and Harbor Guard",), ("Harbor Watch",))


@pytest.mark.parametrize(
    ("text", "kind", "house"),
    [
        (
            "FRANKLIN STATE BUREAU OF WEIGHTS\nMay 3, 2010\n\nDear Mr. Orr:\nIt is sealed.\n",
            "state",
            "FRANKLIN STATE BUREAU OF WEIGHTS",
        ),
        ("State of Franklin\nBureau of Weights\n\nMay 3, 2010\n", "state", "State of Franklin, Bureau of Weights"),
        ("Dale County Sheriff's Office\nMay 3, 2010\n", "local", "Dale County Sheriff's Office"),
        ("Dale County Sheriff's Office\nMay 3, 2010\n", "state", ""),
        ("Franklin State Bureau of Weights\nMay 3, 2010\n", "agency", ""),
        ("May 3, 2010\n\nDear Mr. Orr:\nThe bureau is shut.\n", "state", ""),
    ],
)
def test_the_office_at_the_top_of_a_paper(text: str, kind: str, house: str) -> None:
    assert house_of(text, kind, OWN) == house
