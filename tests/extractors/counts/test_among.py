"""Of whom a share is: a share of a group is no share of all, and what only says where, when or by whom narrows nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pipeline.extractors.rules import RuleExtractor
from pipeline.records.document import Document
from pipeline.records.language import Passage
from pipeline.topics import load_topic

TOPIC = load_topic(Path(__file__).resolve().parents[3] / "corpus" / "topics" / "secure-communities.toml")
BY = "removed through Secure Communities"


def told(parser: Any, text: str) -> set[tuple[str, float, bool]]:
    """(metric, value, whether of a group alone) of each number."""
    document = Document("d", "r", "f", 1, 1, "report", "Secure Communities", "", "", "", "", "", (), (), "", "", "", "", 1.0)
    made = RuleExtractor().extract(document, (Passage("f-p1", 1, text, parser.parse(text)),), TOPIC)
    return {(one.metric, one.value or 0.0, "(here only:" in one.population) for one in made if one.metric}


ALL, PART = False, True
SHARES = [
    (f"Of persons {BY}, 22 percent were Level 1.", {("level1-share", 0.22, ALL)}),
    (f"Of the persons ICE {BY} last year, 31 percent had no conviction.", {("noncriminal-share", 0.31, ALL)}),
    (
        f"Fewer than one in ten of the people we {BY} from Dale County had no conviction.",
        {("noncriminal-share", 0.1, ALL)},
    ),
    (f"A majority of those {BY} had no conviction.", {("noncriminal-share", 0.5, ALL)}),
    (f"Of those {BY} who had been convicted, 44 percent were Level 1 offenders.", {("level1-share", 0.44, PART)}),
    (f"Of those arrested for a tail light and {BY}, 70 percent had no conviction.", {("noncriminal-share", 0.7, PART)}),
    (f"Among women {BY}, 55 percent had no conviction.", {("noncriminal-share", 0.55, PART)}),
    (f"Previous removals account for most of the persons without a conviction who were {BY}.", set()),
    ("71% of all removals no conviction.", {("noncriminal-share", 0.71, ALL)}),
    ("The program is deployed in 3,074 of 3,181 jurisdictions.", {("jurisdictions-active", 3074, ALL)}),
    (f"Of the non-criminals {BY}, 60 percent had come back after a removal.", set()),
]
PARTS = [
    (
        f"Of 390 persons {BY}, 156 (40 percent) had no conviction.",
        {("removals-total", 390, ALL), ("noncriminal-removals", 156, ALL), ("noncriminal-share", 0.4, ALL)},
    ),
    (
        f"Of the 840 people {BY}, 341 had no conviction.",
        {("removals-total", 840, ALL), ("noncriminal-removals", 341, ALL)},
    ),
]


@pytest.mark.parametrize(("text", "wanted"), [*SHARES, *PARTS])
def test_a_share_of_a_group_is_no_share_of_all(parser: Any, text: str, wanted: set[tuple[str, float, bool]]) -> None:
    assert told(parser, text) == wanted


def test_of_a_group_told_in_the_sentences_behind(parser: Any) -> None:
    text = f"Some 28 percent of those {BY} had no conviction. Of persons with a conviction, 22 percent were Level 1."
    assert told(parser, text) == {("noncriminal-share", 0.28, ALL), ("level1-share", 0.22, PART)}
    text = f"Some 28 percent of those {BY} had no conviction. Sailors are the most of those without any conviction."
    assert told(parser, text) == {("noncriminal-share", 0.28, ALL)}
