"""Changes dated by the paper, parts of small crowds, and answers to what was only asked."""

from __future__ import annotations

import pytest

from pipeline.extractors.subjects.times import has_come


@pytest.mark.parametrize(
    ("text", "said", "words"),
    [
        ("From October 1 we have ceased to ask; a dock will be opened on notice.", "2010-11-05", "From October 1"),
        ("From November 1 a dock will be opened on notice.", "2010-10-05", ""),
        ("From February 1 a dock will be opened.", "2010-11-05", ""),  # the next one
        ("Starting February 1, 2011 no dock will be opened.", "2011-01-21", ""),
        ("Starting February 1, 2011 no dock will be opened.", "2011-03-01", "Starting February 1, 2011"),
        ("Effective today no dock will be opened.", "2011-03-01", "Effective today"),
        ("Beginning May 3rd docks will close.", "2010-05-03", "Beginning May 3rd"),
        ("By May 3 docks will close.", "2010-05-04", ""),
        ("From May 3 docks will close.", "2010", ""),
        ("From February 31 docks will close.", "2010-03-04", ""),
    ],
)
def test_a_day_that_has_come_is_no_plan(text: str, said: str, words: str) -> None:
    assert has_come(text, said) == words
