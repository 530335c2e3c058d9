"""Misspelt words: near enough, and not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extractors.cueing.spelling import SHORTEST, lexicon_of, near


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


WORDS = ("voluntary", "participate", "agreement", "detainers", "activation", "fingerprint", "sheriff", "county", "communities")


@given(
    st.sampled_from(WORDS),
    st.integers(0, 12),
    st.sampled_from(["", "r", "rn", "m", "i", "1", "!", "ii", "u", "x"]),
    st.integers(0, 2),
)
def test_a_lexicon_means_the_same_words_as_one_comparison_after_another(word: str, at: int, put: str, cut: int) -> None:
    seen = word[:at] + put + word[at + cut :]
    long = frozenset(one for one in WORDS if len(one) >= SHORTEST)
    assert lexicon_of(WORDS).meant(seen) == {one for one in long if near(seen, one)}


def test_a_lexicon_means_no_word_too_short_to_survive_a_slip() -> None:
    assert lexicon_of(("county", "state")).meant("county") == frozenset()
    assert lexicon_of(()).meant("voluntary") == frozenset()
