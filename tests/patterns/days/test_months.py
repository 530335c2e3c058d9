"""The names of months."""

from __future__ import annotations

import re

import pytest

from pipeline.patterns.days.months import MONTH


@pytest.mark.parametrize("word", ["January", "Feb.", "Mar", "April", "May", "June", "Jul.", "Sept.", "Sep", "September", "Dec"])
def test_a_month_whole_or_shortened_is_one(word: str) -> None:
    assert re.fullmatch(MONTH, word)


@pytest.mark.parametrize(
    "word", ["Mayor", "Marshal", "Octavia", "Junction", "Decatur", "Marin", "Augusta", "Sepulveda", "Janitor"]
)
def test_a_word_that_begins_like_a_month_is_none(word: str) -> None:
    assert not re.match(MONTH, word)
