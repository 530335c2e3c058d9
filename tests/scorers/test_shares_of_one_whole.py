"""Shares that leave no room for each other, and a count of a whole beside a share of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from invented_claims import TOPIC, claim

from pipeline.records.finding import Claim, Reason
from pipeline.records.topic import Metric, Topic
from pipeline.scorers.numbers import time_row
from pipeline.scorers.scope import ScopeScorer
from pipeline.stages.compare import LISTED, Params, buckets, compare

COUNTED = Metric("light-handled", "how many light cases", "count", "light people handled", (), share="light-share")


def told(apart: tuple[str, ...] = ("grave-share",)) -> Topic:
    light, handled, grave = TOPIC.metrics
    return replace(TOPIC, metrics=(replace(light, apart=apart), handled, grave, COUNTED))


FY: dict[str, Any] = {"period": "in FY 2010", "jurisdiction": "Alder County"}


def grave(value: float, **more: Any) -> Claim:
    return claim(f"grave-share={value}", f"In Alder {value:.0%} of those handled were grave cases.", "press", **{**FY, **more})


def light(value: float, **more: Any) -> Claim:
    return claim(f"light-share={value}", f"{value:.0%} were light ones.", "table", "2010-10-18", "internal", **{**FY, **more})


def part(value: int, whole: str, **more: Any) -> Claim:
    counted = claim(f"light-handled={value}", f"{value} of the {whole} were light.", "table", "2010-10-18", **{**FY, **more})
    return replace(counted, reasons=(Reason("part", str(value), whole, 0.0, ""),))


@pytest.mark.parametrize(
    ("left", "right", "set_against"),
    [
        (grave(0.9), light(0.54), True),
        (grave(0.4), light(0.54), False),  # both have room
        (grave(0.5), light(0.54), False),  # rounding
        (grave(0.9), light(0.54, period="in FY 2009"), False),
        (grave(0.9), light(0.54, jurisdiction="Birch County"), False),
        (grave(0.9), light(0.54, population="people handled (here only: of those stopped)"), False),
        (grave(0.9), part(171, "318"), True),
        (grave(0.9), part(21, "318"), False),
        (
            grave(0.9),
            claim("light-handled=171", "171 were light.", "table", "2010-10-18", **FY),
            False,
        ),  # of how many, nobody says
        (light(0.12, period="in FY 2010"), part(171, "318"), True),
        (light(0.54), part(171, "318"), False),
        (light(0.12), part(1171, "2,318"), True),
    ],
)
def test_parts_of_one_whole(left: Claim, right: Claim, set_against: bool) -> None:
    found = ScopeScorer().score(left, right, told())
    assert (found is not None and found.kind == "number" and found.score > 0.4) is set_against
    assert (ScopeScorer().score(right, left, told()) is not None) is set_against


def test_shares_that_may_overlap_are_not_set_against_each_other() -> None:
    assert ScopeScorer().score(grave(0.9), light(0.54), told(apart=())) is None


@pytest.mark.parametrize("both", [False, True])
def test_two_metrics_of_one_whole_have_one_bucket_of_their_own(both: bool) -> None:
    topic = told()
    if both:
        topic = replace(
            topic, metrics=tuple(replace(m, apart=("light-share",)) if m.id == "grave-share" else m for m in topic.metrics)
        )
    claims = (grave(0.9), light(0.54), part(171, "318"))
    made = {name: bucket for name, bucket in buckets(claims, topic).items() if "+" in name}
    assert len(made) == len({frozenset(name.split("+")) for name in made}) == 3
    found = [one for bucket in made.values() for one in compare(bucket, topic, ScopeScorer(), Params()) if one.standing == LISTED]
    assert len(found) == 2 and len({one.id for one in found}) == 2


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("through March 31, 2011", "through the end of March 2010", False),
        ("through March 31, 2011", "through March 2011", True),
        ("through March 31, 2011", "through April 15, 2011", True),
        ("in 2010", "through March 31, 2011", True),
        ("in FY 2010", "in FY 2009", False),
    ],
)
def test_shares_of_totals_up_to_days_far_apart_are_of_two_times(one: str, other: str, same: bool) -> None:
    assert (time_row(light(0.28, period=one), light(0.22, period=other)) is not None) is same
