"""Whose people are, by the posts printed beside their names."""

from __future__ import annotations

import pytest

from pipeline.patterns.names.offices import Names
from pipeline.patterns.writers.posts import posted

OWN = Names(("U.S. Coast and Harbor Guard", "Coast and Harbor Guard", "CHG"), ("Ferry Checks",))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("To: Roe, Ann (CHG Policy); Poe, Sam (FC Regional Coordinator)", {("ann roe", "agency"), ("poe sam", "agency")}),
        ("Sincerely,\n\nAnn Roe\nField Office Director\n", {("ann roe", "agency")}),
        ("Ann Roe, Sheriff of Dell County\n", {("ann roe", "local")}),
        ("STATEMENT OF ANN ROE, UNIT CHIEF, COAST AND HARBOR GUARD\n", {("ann roe", "agency")}),
        ("A spokeswoman for the agency, Ann Roe, said that it was so.", {("ann roe", "agency")}),
        ("Ann Roe, a CHG spokeswoman, said that it was so.", {("ann roe", "agency")}),
        ("Contact\nAnn Roe, Franklin State Police\n", {("ann roe", "state")}),
        # What tells no house, or names nobody.
        ("To: Roe, Ann (Tuesdays)", set()),
        ("A spokeswoman for the mill, Ann Roe, said that it was so.", set()),
        ("Ann Roe\nHarbor Street 4\n", set()),
        ("Ferry Checks, Field Office Director\n", set()),
        ("Ann Roe, who keeps the log, wrote to Field Office Director Poe.", set()),
    ],
)
def test_a_post_beside_a_name_tells_whose_it_is(text: str, told: set[tuple[str, str]]) -> None:
    assert set(posted(text, OWN)) == told
