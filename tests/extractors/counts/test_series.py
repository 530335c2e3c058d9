"""Several numbers of one thing in a sentence: each with its own time or place, and what only looks like it."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.extractors.rules import RuleExtractor
from pipeline.records.document import Document
from pipeline.records.language import Passage
from pipeline.records.topic import Metric, Topic

METRICS = (
    Metric("left", "", "count", "all who left", ("left",), ("(men|people)",)),
    Metric("old-share", "", "share", "the old among those who left", ("old",), ("(men|people|all)",), ("left",)),
    Metric("young", "", "count", "the young who left", ("young",), ("(men|people)",), ("left",)),
    Metric("old", "", "count", "the old who left", ("old",), ("(men|people)",), ("left",), others=("young",)),
    Metric("ports", "", "count", "ports open", ("ports",), ("ports",), ("open",)),
    Metric("crossings", "", "count", "crossings", ("(crossings|crossed)",), ("(men|people|crossings)",)),
    Metric("fare-cases", "", "count", "people who left over a fare", ("fare",), ("(men|people)",), ("left",), ("stayed",)),
)
TOPIC = Topic("harbor", "Harbor Watch", "", ("Harbor Watch",), (), METRICS)
PAPER: dict[str, Any] = {
    "id": "d", "release_id": "r", "file_id": "f", "first_page": 1, "last_page": 1, "kind": "report", "title": "Harbor Watch",
    "date": "", "date_precision": "", "date_basis": "", "author": "", "author_kind": "", "recipients": (), "cc": (),
    "audience": "", "bates_first": "", "bates_last": "", "thread_id": "", "confidence": 1.0,
}  # fmt: skip
SERIES = [
    (
        "Of the people who left, 33 percent in FY2009 and 28 percent in FY2010 were old.",
        {("old-share", 0.33, "in FY2009", ""), ("old-share", 0.28, "in FY2010", "")},
    ),
    ("Crossings: 14,364 (FY2009); 49,638 (FY2010).", {("crossings", 14364, "FY2009", ""), ("crossings", 49638, "FY2010", "")}),
    (
        "Crossings numbered 700 and 950 in 2009 and 2010 respectively.",
        {("crossings", 700, "in 2009", ""), ("crossings", 950, "in 2010", "")},
    ),
    (
        "In all 700 people left in 2008, 800 in 2009 and 950 in 2010.",
        {("left", 700, "in 2008", ""), ("left", 800, "in 2009", ""), ("left", 950, "in 2010", "")},
    ),
    (
        "The year's crossings were 1,200 in 2009 (900 in 2008).",
        {("crossings", 1200, "in 2009", ""), ("crossings", 900, "in 2008", "")},
    ),
    (
        "Crossings went from 88 in 2009 to 660 in 2010.",
        {("crossings", 88, "in 2009", ""), ("crossings", 660, "in 2010", "")},
    ),
    (
        "We logged 26 crossings in the first quarter and 29 in the second.",
        {("crossings", 26, "in the first quarter", ""), ("crossings", 29, "in the second quarter", "")},
    ),
    ("Open ports: 12 ports in Ohio and 9 in Iowa.", {("ports", 12, "", "Ohio"), ("ports", 9, "", "Iowa")}),
    ("Open ports by state: Ohio (12), Iowa (9).", {("ports", 12, "", "Ohio"), ("ports", 9, "", "Iowa")}),
    (
        "Of the people who left in Dale County 40 percent were old; nationwide it was 22 percent.",
        {("old-share", 0.4, "", "Dale County"), ("old-share", 0.22, "", "")},
    ),
]
ALONE = [
    ("Crossings numbered 950 in 2010, 38 in June alone.", {("crossings", 950)}),
    ("Crossings numbered 950 in Ohio, 38 in Dale County.", {("crossings", 950)}),
    ("Crossings numbered 950 in 2009, and the office hired 40 in 2010.", {("crossings", 950)}),
    ("Crossings numbered 950 in 2009 and cost 40 million in 2010.", {("crossings", 950)}),
    ("Of the 312 people who left, 97 were young.", {("left", 312), ("young", 97), ("old", 215)}),
    ("We hired 12 clerks in 2009 and 9 in 2010.", set()),
    ("We wrote 612 tickets; 131 were over a fare.", set()),
]


def read(parser: Any, text: str) -> set[tuple[str, float | None, str, str]]:
    claims = RuleExtractor().extract(Document(**PAPER), (Passage("f-p1", 1, text, parser.parse(text)),), TOPIC)
    return {(one.metric, one.value, one.period, one.jurisdiction) for one in claims if one.metric}


@pytest.mark.parametrize(("text", "wanted"), SERIES)
def test_each_of_its_own_time_or_place(parser: Any, text: str, wanted: set[Any]) -> None:
    assert read(parser, text) == wanted


@pytest.mark.parametrize(("text", "wanted"), ALONE)
def test_what_is_of_other_things_is_not_lent(parser: Any, text: str, wanted: set[Any]) -> None:
    assert {(metric, value) for metric, value, _, _ in read(parser, text)} == wanted
