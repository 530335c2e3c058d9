"""Whose papers a release holds where nobody has filled in whose they are."""

from __future__ import annotations

import pytest

from pipeline.records.source import Release
from pipeline.records.topic import Topic
from pipeline.units import subject_agency, subject_program

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


def test_the_program_is_taken_where_its_name_is_a_name() -> None:
    assert subject_program(Release("r"), (BARE, HARBORS)) == "Safe Harbors"
    assert subject_program(Release("r", topics=("tides",)), (BARE, HARBORS)) == ""
    assert subject_program(Release("r"), (Topic("holds", "Holds", "", ("ship hold", "I-9 holds"), (), ()),)) == ""
