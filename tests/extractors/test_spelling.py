"""Misspelt words: near enough, and not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extractors.spelling import SHORTEST, near


@pytest.mark.parametrize(
    ("seen", "word"),
    [("voluntaiy", "voluntary"), ("vo1untary", "voluntary"), ("volunatry", "voluntary"), ("rnandatory", "mandatory"),
     ("particpation", "participation"),
     ("jurisdictlon", "jurisdiction"), ("agreernent", "agreement"), ("commmunities", "communities")],
)  # fmt: skip
def test_near(seen: str, word: str) -> None:
    assert near(seen, word)


@pytest.mark.parametrize(
    ("seen", "word"),
    [("departed", "deported"), ("reported", "deported"), ("involuntary", "voluntary"), ("immunity", "community"),
     ("signed", "sign"),
     ("opt", "out"), ("acquired", "required"), ("detailed", "detained"), ("", "voluntary"), ("coast", "costs")],
)  # fmt: skip
def test_not_near(seen: str, word: str) -> None:
    assert not near(seen, word)


@given(st.text(min_size=0, max_size=12), st.text(min_size=0, max_size=SHORTEST - 1))
def test_short_words_are_never_guessed(seen: str, word: str) -> None:
    assert near(seen, word) == (seen == word)
