"""Whose papers a release holds where nobody has filled in whose they are."""

from __future__ import annotations

import pytest

from pipeline.records.source import Release
from pipeline.records.topic import Topic
from pipeline.units import subject_agency

HARBORS = Topic(
    "harbors", "Safe Harbors", "", ("Safe Harbors",), (), (), agencies=("CHG", "Bureau of Tides", "Coast and Harbor Guard")
)
BARE = Topic("tides", "Tides", "", ("Tides",), (), ())


@pytest.mark.parametrize(
    ("topics", "wanted", "agency"),
    [
        ((HARBORS,), (), "Coast and Harbor Guard"),
        ((BARE, HARBORS), (), "Coast and Harbor Guard"),
        ((BARE, HARBORS), ("tides",), ""),
        ((BARE,), (), ""),
        ((), (), ""),
    ],
)
def test_the_topic_tells(topics: tuple[Topic, ...], wanted: tuple[str, ...], agency: str) -> None:
    assert subject_agency(Release("r", topics=wanted), topics) == agency
