"""Names that mean one person, office or place: what is joined, what is left apart, and that a person's word stands."""

from __future__ import annotations

import random

import pytest

from pipeline.records.finding import Mention, NameRuling
from pipeline.stages.unite import Params, unite


def mentions(kind: str, **counts: int) -> list[Mention]:
    return [Mention("p", 0, 1, name, kind, name.replace("_", " ")) for name, count in counts.items() for _ in range(count)]


def joined(kind: str, rulings: tuple[NameRuling, ...] = (), **counts: int) -> dict[str, str]:
    given = mentions(kind, **counts)
    found = unite(given, rulings, Params())
    random.Random(1).shuffle(given)
    assert unite(given, rulings, Params()) == found
    return {one.name: one.into for one in found.joins}


@pytest.mark.parametrize(
    ("kind", "counts", "into"),
    [
        ("person", {"jane_marsh": 5, "jane_rnarsh": 1}, {"jane rnarsh": "jane marsh"}),
        ("person", {"william_tarrant": 6, "willlam_tarrant": 1}, {"willlam tarrant": "william tarrant"}),
        ("person", {"dorian_whitlock": 6, "dorian_whitiock": 2}, {"dorian whitiock": "dorian whitlock"}),
        ("person", {"jane_roe": 3, "jane_a_roe": 1}, {"jane a roe": "jane roe"}),
        ("person", {"jane_marsh": 3, "marsh": 2}, {"marsh": "jane marsh"}),
        ("office", {"us_toll_bureau": 4, "united_states_toll_bureau": 1}, {"united states toll bureau": "us toll bureau"}),
        ("office", {"department_of_tolls": 4, "dept_of_tolls": 1}, {"dept of tolls": "department of tolls"}),
        ("place", {"marlow_county": 4, "county_of_marlow": 1}, {"county of marlow": "marlow county"}),
    ],
)  # fmt: skip
def test_forms_of_one_name_are_joined(kind: str, counts: dict[str, int], into: dict[str, str]) -> None:
    assert joined(kind, **counts) == into


@pytest.mark.parametrize(
    ("kind", "counts"),
    [
        ("person", {"jane_roe": 5, "john_roe": 5}),
        ("person", {"jane_marsh": 3, "john_marsh": 3, "marsh": 2}),  # whose surname is it?
        ("person", {"jane_a_roe": 2, "jane_b_roe": 2, "jane_roe": 1}),
        ("person", {"ann_lee": 5, "anne_lee": 1}),  # too short to be sure
        ("office", {"division_1": 6, "division_2": 1}),
        ("office", {"office_of_tolls": 6, "office_of_tools_and_dues": 1}),
        ("person", {"dorian_whitlock": 2, "dorian_whitlocx": 2}),  # neither is the rare one
        ("place", {"ash": 3, "ask": 1}),
    ],
)
def test_what_may_be_two_stays_two(kind: str, counts: dict[str, int]) -> None:
    assert joined(kind, **counts) == {}


def test_kinds_are_never_mixed() -> None:
    found = unite([*mentions("person", marsh_county=1), *mentions("place", marsh_county=5)], (), Params())
    assert found.joins == ()


def test_a_persons_word_stands() -> None:
    same = NameRuling("same", "person", ("jane roe", "j roe"))
    apart = NameRuling("different", "person", ("jane marsh", "jane rnarsh"))
    no_name = NameRuling("not-a-name", "person", ("page intentionally",))
    assert joined("person", (same,), jane_roe=1, j_roe=5) == {"j roe": "jane roe"}
    assert joined("person", (apart,), jane_marsh=5, jane_rnarsh=1) == {}
    found = unite(mentions("person", page_intentionally=3), (no_name,), Params())
    assert found.dropped == (("person", "page intentionally"),)


def test_facts_are_gathered_over_joined_names() -> None:
    given = [
        Mention("p", 0, 1, "Jane Marsh", "person", "jane marsh", role="Sheriff"),
        Mention("p", 2, 3, "Jane Rnarsh", "person", "jane rnarsh", role="Sheriff"),
        Mention("p", 2, 3, "Jane Marsh", "person", "jane marsh", role="Director"),
        Mention("p", 4, 5, "Marlow County", "place", "marlow county", parent="ohio"),
        Mention("p", 6, 7, "Ash County", "place", "ash county", parent="ohio"),
        Mention("p", 8, 9, "Ash County", "place", "ash county", parent="iowa"),
    ]
    facts = {one.name: one for one in unite(given, (), Params()).facts}
    assert facts["jane marsh"].roles == ("Sheriff", "Director")
    assert (facts["marlow county"].sort, facts["marlow county"].parent) == ("county", "ohio")
    assert facts["ash county"].parent == ""  # two states have one
