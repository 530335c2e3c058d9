"""Opposition of sentences that lie near in meaning: a denial against a telling, and what is no telling."""

from __future__ import annotations

import pytest

from pipeline.patterns.sense.opposed import UNTOLD, opposed
from pipeline.patterns.sense.polarity import read


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("No one was ever charged for a crossing.", "Each passenger was charged four dollars a crossing.", "negation"),
        ("Passengers pay nothing at the gate.", "At the gate passengers pay four dollars.", "negation"),
        ("Crossing by night is prohibited.", "Crossing by night is permitted to members.", "opposite"),
        ("A member may carry a guest.", "A member must carry a guest.", "duty"),
    ],
)
def test_opposed(one: str, other: str, kind: str) -> None:
    for left, right in ((one, other), (other, one)):
        found = opposed(read(left), read(right))
        assert found is not None and found.kind == kind


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("No one was ever charged for a crossing.", "Nobody pays for a crossing."),  # both deny
        ("Each passenger is charged.", "Every passenger was charged four dollars."),  # both tell
        ("Marlow had no ferry.", "The bridge at Marlow was painted."),  # a name alone in common
        ("No boat sails unless the harbor master agrees to the crossing.", "The boat sails on a crossing each day."),
    ],
)
def test_not_opposed(one: str, other: str) -> None:
    assert opposed(read(one), read(other)) is None


@pytest.mark.parametrize(
    ("text", "untold"),
    [
        ("Fares should be abolished.", True),
        ("She asked about the fares.", True),
        ("Do not speak about the fares.", True),
        ("Please hold the boat.", True),
        ("If it rains the boat stays.", True),
        ("The boat stays in the harbor when it rains.", False),
        ("Fares do not change in winter.", False),
    ],
)
def test_untold(text: str, untold: bool) -> None:
    assert bool(UNTOLD.search(text)) is untold
